"""Money and goods given, by amount and wording, and who gave them to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from borderwire.evaluate.counts import GIVEN, same_number
from borderwire.evaluate.likeness import body_words, overlap, pair_off, syllables
from borderwire.evaluate.scores import Sheet
from borderwire.model import Figure, Handover, OfficialFact, Record
from borderwire.text import squash

# Currencies as the gold may write them.
_CURRENCIES = {
    "VND": "vnd vnđ đồng",
    "USD": "usd đô la đôla",
    "LAK": "lak kíp kip",
    "THB": "thb bạt baht bath",
    "CNY": "cny ndt tệ",
    "JPY": "jpy yên yen",
}
_CURRENCY_OF = {word: code for code, words in _CURRENCIES.items() for word in syllables(words)}
_SAME_GIFT = 0.5  # the part of the shorter name's words that the other shares
_SAME_THING = 0.6  # of a thing handed over, which is told by its name alone
_SAME_BODY = 0.75  # of all the words of two bodies' names


def compare_gifts(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    """Gifts found, and of these the giver and the receiver where the gold names them. A gift that is told by two
    numbers, its count and its worth, may be found by either or by both."""
    found = [figure for figure in record.figures if figure.what in GIVEN]
    entries: Sequence[Mapping[str, Any]] = gold["gifts"] or ()
    amounts = [{**entry, "of": at, **amount} for at, entry in enumerate(entries) for amount in _amounts(entry)]
    matched, left = pair_off(amounts, found, _likeness)
    by_entry: dict[int, list[Figure]] = {}
    for amount, figure in matched:
        if figure is not None:
            by_entry.setdefault(amount["of"], []).append(figure)
    for at, entry in enumerate(entries):
        if not entry.get("optional"):
            _compare_gift(entry, by_entry.get(at) or _handed(record, entry), record, sheet)
    for figure in left:
        sheet.made_up("gifts", figure.as_written, "gift")


def _amounts(entry: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The number that the gold prefers, and those that are right as well."""
    yield {}
    for other in entry.get("also") or ():
        yield {"value": other.get("value"), "unit": other.get("unit"), "optional": True}


def _handed(record: Record, entry: Mapping[str, Any]) -> list[Handover]:
    """A building that is given, or a gift without a number, stands among the things handed over."""
    return [item for item in record.handovers if overlap(entry["what"], item.what) >= _SAME_THING][:1]


def _compare_gift(entry: Mapping[str, Any], figures: Sequence[Figure | Handover], record: Record, sheet: Sheet) -> None:
    if not figures:
        sheet.missed("gifts", _told(entry), "gift")
        return
    sheet.right("gifts")
    for side in ("giver", "receiver"):
        if entry.get(side) is not None:
            name = next((told for figure in figures if (told := getattr(figure, side))), None)
            sheet.value(f"gift {side}", name, _bodies(entry[side], record), same_body, f"{side} of {_told(entry)}")


def _bodies(side: str, record: Record) -> tuple[str, ...]:
    """What the gold names; of an official also the body, for which the record has him give."""
    words = squash(side)
    named = (
        official.organization
        for official in record.officials
        if official.organization and (squash(official.name) in words or _is_short(official, side))
    )
    return side, *named


def _is_short(official: OfficialFact, side: str) -> bool:
    """ "Đại tá Bảo": rank and given name."""
    given = official.name.split()[-1]
    return official.rank is not None and squash(side) == squash(f"{official.rank} {given}")


def _told(entry: Mapping[str, Any]) -> str:
    return " ".join(str(entry[key]) for key in ("value", "unit", "what") if entry.get(key) is not None)


def _likeness(entry: Mapping[str, Any], figure: Figure) -> float:
    """The same amount, and the same money or a like name."""
    value, currency = entry.get("value"), _currency(entry)
    if value is not None and not same_number(value, figure.value):
        return 0.0
    if currency is not None:
        return float(figure.unit == currency)
    share = overlap(entry["what"], figure.as_written)
    return share if share >= _SAME_GIFT else 0.0


def _currency(entry: Mapping[str, Any]) -> str | None:
    """The code of the gift's money; None for goods."""
    return next((_CURRENCY_OF[word] for word in syllables(entry.get("unit")) if word in _CURRENCY_OF), None)


def same_body(found: str, wanted: str) -> bool:
    """The names tell one body: nearly all their words, or the shorter is what the longer begins with and goes on to."""
    one, other = body_words(found), body_words(wanted)
    if not one or not other:
        return False
    if len(one & other) >= _SAME_BODY * len(one | other):
        return True
    first = syllables(found)[0] == syllables(wanted)[0]
    return first and len(one & other) == min(len(one), len(other)) and 2 * len(one & other) >= len(one | other)
