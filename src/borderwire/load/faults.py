"""Files that give no article, by the code under which they are reported."""

from __future__ import annotations

from borderwire.errors import Problem, SourceError


class UnusableFileError(SourceError):
    """A file that gives no article."""

    code = "unreadable-file"


class EmptyFileError(UnusableFileError):
    code = "empty-file"


class BinaryFileError(UnusableFileError):
    code = "binary-file"


class HugeFileError(UnusableFileError):
    code = "huge-file"


def as_problem(error: SourceError) -> Problem:
    """The error as the problem that a build reports and goes on."""
    code = error.code if isinstance(error, UnusableFileError) else UnusableFileError.code
    return Problem(code, error.message, "error", path=error.path, line=error.line, key=error.key, hint=error.hint)
