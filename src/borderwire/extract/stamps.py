"""When a text was published: its stamp, or what the keeper's metadata says; checked before it is trusted."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.errors import Span
from borderwire.extract.calendar import iso
from borderwire.extract.datecues import Role
from borderwire.extract.dateforms import RawDate
from borderwire.extract.daterow import Day
from borderwire.extract.doc import Doc
from borderwire.model import DateFact


@dataclass(frozen=True, slots=True)
class Stamp:
    """day: as precise as stamped; shown: in English, for reasons."""

    day: Day
    shown: str
    spans: tuple[Span, ...]
    fact: DateFact


def find_stamp(doc: Doc, dated: list[tuple[RawDate, Role]]) -> Stamp | None:
    """The keeper's date of publication, else the first stamp in the text."""
    published = doc.article.metadata.published
    if published:
        parts = [int(part) for part in published[:10].split("-")]
        day = Day(*parts)
        fact = DateFact(published[:10], "explicit", "the article's own metadata", rule="metadata")
        return Stamp(day, "the article's own metadata", (), fact)
    for raw, role in dated:
        if role.dates == "published":
            span = doc.span(raw.start, raw.end)
            shown = f"the stamp “{doc.text[span[0] : span[1]]}”"
            value = iso(raw.at.year, raw.at.month, raw.at.day)
            return Stamp(raw.at, shown, (span,), DateFact(value, "explicit", shown, None, (span,), role.rule))
    return None
