"""Where the phrase stands that a correction is pinned to."""

from __future__ import annotations

import re

from borderwire.correction import Correction
from borderwire.errors import Span


class UnfitError(Exception):
    """A correction that does not fit its text any more, or never did: a kebab-case code, why, and what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


NO_LONGER_FITS = "correction-no-longer-fits"
_MEND = "Quote the phrase as the text has it now, or remove the correction."


def find_pin(text: str, correction: Correction) -> Span | None:
    """The phrase's place in the text; None for a correction without one. Raises UnfitError.

    White space in the quotation stands for any white space. Every phrase that stands more than once needs a number;
    with `2 of 3` the number of places is held against the text too.
    """
    if correction.at is None:
        return None
    places = _places(text, correction.at)
    which, of = correction.occurrence, correction.of
    if not places:
        raise UnfitError(NO_LONGER_FITS, f"“{correction.at}” does not stand in the text.", _nearly(text, correction.at))
    if of is not None and of != len(places):
        message = f"“{correction.at}” stands {_times(len(places))} in the text, not {_times(of)}."
        raise UnfitError(NO_LONGER_FITS, message, _number(places))
    if which is None and len(places) > 1:
        message = f"“{correction.at}” stands {_times(len(places))} in the text."
        raise UnfitError("correction-ambiguous", message, _number(places))
    if which is not None and which > len(places):
        message = f"“{correction.at}” stands only {_times(len(places))} in the text."
        raise UnfitError(NO_LONGER_FITS, message, _MEND)
    return places[(which or 1) - 1]


def _places(text: str, phrase: str, *, any_case: bool = False) -> list[Span]:
    pattern = r"\s+".join(map(re.escape, phrase.split()))
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE if any_case else 0)]


def _nearly(text: str, phrase: str) -> str:
    """The phrase as the text has it in other letters, else general advice."""
    near = _places(text, phrase, any_case=True)
    return f"The text has “{' '.join(text[slice(*near[0])].split())}”." if near else _MEND


def _number(places: list[Span]) -> str:
    return f"Say which: `occurrence: 1 of {len(places)}` ..." if len(places) > 1 else "Remove `occurrence`."


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
