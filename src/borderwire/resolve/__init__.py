"""Records to the archive: who is who, which document is which, what belongs to which page."""

from borderwire.resolve.archive import resolve_archive

__all__ = ["resolve_archive"]
