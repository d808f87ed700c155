"""borderwire: a static archive of Vietnamese news about Vietnam-Laos police and border cooperation."""

__version__ = "0.1.0"
