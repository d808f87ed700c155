"""A language of the site: its words from a gettext catalogue, its dates, numbers and lists from CLDR."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from functools import cached_property
from gettext import c2py
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_compact_decimal, format_decimal

from borderwire.errors import ThemeError
from borderwire.site.theme import Theme

SOURCE_LANGUAGE = "vi"  # of the texts
_LOCALES = {"en": "en_GB"}  # day before month, as both countries write it
# Day and month, long and short, where papers do not write them as CLDR does ("15 thg 8, 2025").
_PATTERNS = {"vi": ("d 'tháng' M 'năm' y", "d/M/y", "'tháng' M 'năm' y", "'tháng' M/y")}


def capital(words: str) -> str:
    """The words as they stand at the head of a line."""
    return words[:1].upper() + words[1:]


class Language:
    """code: BCP 47, as in `lang`; folder: where its pages stand below the root, `""` or `en/`."""

    def __init__(self, code: str, folder: str, theme: Theme) -> None:
        self.code = code
        self.folder = folder
        try:
            self.locale = Locale.parse(_LOCALES.get(code, code), sep="-" if "-" in code else "_")
        except (UnknownLocaleError, ValueError) as error:
            raise ThemeError(f"`{code}` is no language that CLDR knows.", key="languages") from error
        path = theme.find_catalogue(code)
        if path is None and code != "en":
            raise ThemeError(
                f"there is no catalogue for the language `{code}`.",
                path=f"locales/{code}.po",
                hint=f"`python -m borderwire.site.messages {code}` makes one; what it leaves open is shown in English.",
            )
        self._singular: dict[str, str] = {}
        self._plural: dict[str, tuple[str, ...]] = {}
        self._plural_form: Callable[[int], int] = lambda number: int(number != 1)
        if path is not None:
            self._read(path, theme.shown(path))
        self._dates: dict[tuple[str, bool], str] = {}
        self._numbers: dict[float, str] = {}

    def _read(self, path: Path, shown: str) -> None:
        try:
            with path.open("rb") as stream:
                catalogue = read_po(stream, abort_invalid=True)
        except (OSError, PoFileError, UnicodeDecodeError, ValueError) as error:
            line = getattr(error, "lineno", None)
            raise ThemeError(f"is no valid catalogue ({error}).", path=shown, line=line) from error
        self._plural_form = c2py(catalogue.plural_expr)
        for message in catalogue:
            if not message.id or message.fuzzy:
                continue
            if isinstance(message.id, tuple | list):
                forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
                if all(forms):
                    self._plural[message.id[0]] = tuple(str(form) for form in forms)
                    self._singular.setdefault(message.id[0], str(forms[0]))  # the word alone, as a label
            elif message.string:
                self._singular[message.id] = str(message.string)

    @cached_property
    def own_name(self) -> str:
        """The language in itself: "Tiếng Việt"."""
        name = Locale.parse(self.code.replace("-", "_")).get_display_name() or self.code
        return capital(name)

    def name_of(self, code: str) -> str:
        """What another language is called in this one: "tiếng Anh"."""
        return capital(str(self.locale.languages.get(code, code)))

    def gettext(self, message: str) -> str:
        return self._singular.get(message, message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        forms = self._plural.get(singular)
        if forms is None:
            return singular if number == 1 else plural
        return forms[min(self._plural_form(number), len(forms) - 1)]

    def knows(self, message: str) -> bool:
        return message in self._singular or message in self._plural

    def count(self, singular: str, plural: str, number: int) -> str:
        """`%(n)s articles` with the number in."""
        return self.ngettext(singular, plural, number) % {"n": self.number(number)}

    def number(self, value: float) -> str:
        text = self._numbers.get(value)
        if text is None:
            text = self._numbers[value] = format_decimal(value, locale=self.locale)
        return text

    def compact(self, value: float) -> str:
        """`1.3M`: a number where there is little room."""
        return format_compact_decimal(value, locale=self.locale, fraction_digits=int(value >= 1000))

    def date(self, iso: str | None, *, short: bool = False) -> str:
        """`2025-08-15`, `2025-08`, `2025` as precise as it is, or `--08-15`; `""` for None."""
        if not iso:
            return ""
        key = iso, short
        text = self._dates.get(key)
        if text is None:
            text = self._dates[key] = self._date(iso, short)
        return text

    def _date(self, iso: str, short: bool) -> str:
        patterns = _PATTERNS.get(self.code)
        partial = iso.startswith("--")
        numbers = [int(part) for part in re.findall(r"\d+", iso)]
        try:
            if partial:
                if len(numbers) == 1:
                    return self.month(numbers[0])
                return format_skeleton("MMMMd", datetime.date(2000, numbers[0], numbers[1]), locale=self.locale)
            if len(numbers) == 3:
                year, month, day = numbers
                pattern = patterns[short] if patterns else "medium" if short else "long"
                return format_date(datetime.date(year, month, day), pattern, self.locale)
            if len(numbers) == 2:
                year, month = numbers
                if patterns:
                    return format_date(datetime.date(year, month, 1), patterns[2 + short], self.locale)
                return format_skeleton("yMMM" if short else "yMMMM", datetime.date(year, month, 1), locale=self.locale)
        except (ValueError, KeyError):
            return iso
        return iso

    def shapes(self) -> dict[str, Any]:
        """How a script writes dates and numbers: patterns of a year, a month, a day as CLDR
        writes them; months; the sign between
        thousands."""
        patterns = _PATTERNS.get(self.code)
        day = patterns[1] if patterns else self.locale.date_formats["medium"]
        month = patterns[3] if patterns else self.locale.datetime_skeletons["yMMM"]
        return {
            "dates": ["y", str(month), str(day)],
            "months": [self.month(number, short=True) for number in range(1, 13)],
            "group": format_decimal(1000, locale=self.locale)[1:-3],
        }

    def month(self, number: int, *, short: bool = False) -> str:
        """The name of a month by itself."""
        return str(self.locale.months["stand-alone"]["abbreviated" if short else "wide"][number])

    @property
    def first_weekday(self) -> int:
        """Of the week: Monday is 0."""
        return int(self.locale.first_week_day)

    def weekdays(self) -> tuple[str, ...]:
        """Their short names, from the first day of the week on."""
        names = self.locale.days["stand-alone"]["short"]
        return tuple(str(names[(self.first_weekday + place) % 7]) for place in range(7))

    def join(self, items: Sequence[str]) -> str:
        """`A, B and C`."""
        return format_list(list(items), locale=self.locale) if items else ""


def check_languages(codes: Sequence[str], theme: Theme) -> None:
    """Raises ThemeError where the site cannot be written in one of them: early, before the work has begun."""
    open_languages(codes, theme)


def open_languages(codes: Sequence[str], theme: Theme) -> tuple[Language, ...]:
    """The first is the default language, at the root of the site."""
    return tuple(Language(code, f"{code}/" if index else "", theme) for index, code in enumerate(codes))
