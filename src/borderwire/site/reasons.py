"""The reasons that the extractor gives for a date, in the page's language.

They are English and made of a few set phrases around quotations (`day and month from “3/5”; year 2019 from the stamp
“4/5/2019”`). The phrases are messages of the catalogue; quotations stay; what is not known stays English.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from borderwire.site.foreign import foreign
from borderwire.site.languages import SOURCE_LANGUAGE, Language

_NUMBERS = ("y", "z", "d", "a", "m", "k", "r")  # groups of the patterns
_QUOTED = re.compile(r"(“[^”]*”)")


def _phrases(_: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """Patterns and what stands for them; longer ones first where one begins another."""
    return (
        (r"the text does not settle the year", _("the text does not settle the year")),
        (r"day, month and year stand together in", _("day, month and year stand together in")),
        (r"day and month from", _("day and month from")),
        (r"month and year from", _("month and year from")),
        (r"month from", _("month from")),
        (r"year (?P<y>\d+) from", _("year %(n)s from")),
        (r"nothing in the text tells the year", _("nothing in the text tells the year")),
        (
            r"the text tells no day of an event and reads as a feature, not as news",
            _("the text tells no day of an event and reads as a feature, not as news"),
        ),
        (r"the text names no day", _("the text names no day")),
        (r"the anniversary", _("the anniversary")),
        (r"the article's own metadata", _("the article's own metadata")),
        (r"read as month before day", _("read as month before day")),
        (r"is the day of the report", _("is the day of the report")),
        (r"which is (?P<z>\d+)", _("which is %(n)s")),
        (r"the calendar of that year, which has", _("the calendar of that year, which has")),
        (r"the meetings before and after it", _("the meetings before and after it")),
        (r"which is said since (?P<r>\d+)", _("which is said since %(n)s")),
        (r"kept since (?P<k>\d+)", _("kept since %(n)s")),
        (r"which follows a day of (?P<d>\d+)", _("which follows a day of %(n)s")),
        (r"(?P<a>\d+) years? since", _("%(n)s years since")),
        (r"(?P<m>\d+) months? since", _("%(n)s months since")),
        (r"the stamp", _("the stamp")),
        (r"counted from", _("counted from")),
        (r"and only", _("and only")),
        (r"and", _("and")),
    )


class Reasons:
    """Reasons in one language. words: the phrases that are known, in it."""

    def __init__(self, language: Language) -> None:
        phrases = _phrases(language.gettext)
        self.words = [words for _pattern, words in phrases]
        groups = (f"(?P<p{index}>\\b{pattern}(?!\\w))" for index, (pattern, _words) in enumerate(phrases))
        self._pattern = re.compile("|".join(groups))
        self._is_source = language.code == "en"
        self._quoted_lang = None if language.code == SOURCE_LANGUAGE else SOURCE_LANGUAGE

    def translate(self, reason: str) -> str:
        if self._is_source:
            return reason
        parts = _QUOTED.split(reason)
        return "".join(part if index % 2 else self._pattern.sub(self._put, part) for index, part in enumerate(parts))

    def marked(self, reason: str) -> Markup:
        """The same, its quotations marked as Vietnamese."""
        parts = _QUOTED.split(self.translate(reason))
        return Markup("").join(foreign(part, self._quoted_lang if at % 2 else None) for at, part in enumerate(parts))

    def unknown(self, reason: str) -> str:
        """The words that the catalogue would leave in English, each part after a semicolon; "" where there are none."""
        left = (self._pattern.sub("", part) for part in _QUOTED.split(reason)[::2])
        return "; ".join(words for part in left if (words := part.strip(" ,;:.()")))

    def _put(self, found: re.Match[str]) -> str:
        groups = found.groupdict()
        index = next(number for number in range(len(self.words)) if groups[f"p{number}"] is not None)
        return self.words[index] % {"n": next(filter(None, map(groups.get, _NUMBERS)), None)}
