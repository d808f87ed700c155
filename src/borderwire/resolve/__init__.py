"""Records to the archive: who is who, which document is which, what belongs to which page."""

from borderwire.resolve.archive import resolve_archive
from borderwire.resolve.authority import Authority, load_authority, read_authority
from borderwire.resolve.corrections import correct
from borderwire.resolve.doubtful import to_review

__all__ = ["Authority", "correct", "load_authority", "read_authority", "resolve_archive", "to_review"]
