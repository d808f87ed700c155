"""borderwire: a static archive of Vietnamese news about Vietnam-Laos police and border cooperation."""

from borderwire.compiled import serve

__version__ = "0.1.0"

serve()
