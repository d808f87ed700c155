"""What could not be settled about a text, in the page's language: by the code of the problem and what it names.

A code that is not listed here is told in the words of the problem, which are English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from borderwire.model import Problem

TOLD_BY_THE_DATE = frozenset(["year-inferred", "year-open", "date-unknown"])  # its own row in the fact box says so


def _messages(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "unknown-encoding": _("The encoding of the file is not known. It was read as windows-1252."),
        "invalid-bytes": _("Bytes of the file that are no letters are shown as \ufffd (places: %(n)s)."),
        "legacy-encoding": _("The file is in an old encoding and was read as %(encoding)s."),
        "not-vietnamese": _("The text does not look Vietnamese. Facts are read from Vietnamese only."),
        "front-matter-broken": _("The front matter of the file cannot be read and was left out."),
        "front-matter-unfenced": _("The front matter of the file is not marked as such and is shown as text."),
        "front-matter-unknown-key": _("The key “%(key)s” in the front matter is not known and was left out."),
        "front-matter-value": _("The value of “%(key)s” in the front matter cannot be used and was left out."),
        "markdown-too-deep": _("Lists and quotations nested too deeply are shown as plain text."),
        "markdown-overloaded": _("The text has too much mark-up and is shown as plain text."),
        "markdown-unshown": _("The formatting of the text cannot be shown. It is shown as plain text."),
        "no-province": _("No province of Vietnam or Laos is named in this text."),
        "phrases-withheld": _("The keeper of the archive withholds words of this text; […] stands in their place."),
    }


def _names(_: Callable[[str], str]) -> dict[str, str]:
    """What a problem is called where problems are counted."""
    return {
        "year-inferred": _("year inferred"),
        "year-open": _("year left open"),
        "date-unknown": _("date not known"),
        "unknown-encoding": _("encoding not known"),
        "invalid-bytes": _("bytes that are no letters"),
        "legacy-encoding": _("old encoding"),
        "not-vietnamese": _("text not Vietnamese"),
        "front-matter-broken": _("front matter not readable"),
        "front-matter-unfenced": _("front matter not marked"),
        "front-matter-unknown-key": _("unknown key in the front matter"),
        "front-matter-value": _("unusable value in the front matter"),
        "markdown-too-deep": _("lists nested too deeply"),
        "markdown-overloaded": _("too much mark-up"),
        "markdown-unshown": _("formatting not shown"),
        "no-province": _("no province named"),
        "phrases-withheld": _("words withheld"),
    }


class Notes:
    """Problems in one language."""

    def __init__(self, gettext: Callable[[str], str]) -> None:
        self._ = gettext
        self.messages = _messages(gettext)
        self.names = _names(gettext)

    def tell(self, problems: Iterable[Problem]) -> tuple[str, ...]:
        """Those that a reader of the article should know, each once."""
        rows = [self._message(problem) for problem in problems if problem.code not in TOLD_BY_THE_DATE]
        return tuple(dict.fromkeys(rows))

    def name(self, code: str) -> str:
        return self.names.get(code, code)

    def _message(self, problem: Problem) -> str:
        message = self.messages.get(problem.code)
        if message is None:
            return problem.message
        values = {name: self._(value) if isinstance(value, str) else value for name, value in problem.values}
        return message % {"key": problem.key or "?", "n": "?", "encoding": "?", **values}
