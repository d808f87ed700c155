"""The sections of the gazetteer's files and who reads their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from borderwire.gazetteer import bodies, places, words
from borderwire.gazetteer.collected import Collected
from borderwire.gazetteer.rows import Row

# In the order in which they are read: words that others need first; then the meaning that comes first wins where two
# kinds share a form.
SECTIONS: dict[str, Callable[[Row, Collected], None]] = {
    "former": words.words,
    "acting": words.words,
    "surnames": words.words,
    "known": words.words,
    "shared": words.words,
    "levels": words.level,
    "provinces": places.province,
    "countries": words.country,
    "ranks": bodies.rank,
    "ministries": bodies.ministries,
    "offices": bodies.office,
    "families": bodies.family,
    "bodies": bodies.body,
    "departments": bodies.departments,
    "documents": words.document,
    "acts": words.term("act"),
    "events": words.event,
    "topics": words.topic,
    "goods": words.goods,
    "foundings": words.founding,
    "gates": places.gate,
    "districts": places.district,
    "vietnamese_districts": places.vietnamese_districts,
    "district_spellings": places.district_spellings,
    "honorifics": words.plain("honorific"),
    "decoys": words.plain("decoy"),
}


def collect(rows: Iterable[Row]) -> Collected:
    """All rows of all files, section by section."""
    by_section: dict[str, list[Row]] = {name: [] for name in SECTIONS}
    for row in rows:
        if row.section not in by_section:
            raise row.error("unknown section.", row.section, f"Known sections: {', '.join(SECTIONS)}.")
        by_section[row.section].append(row)
    to = Collected(words={"former": (), "acting": (), "surnames": (), "known": (), "shared": ()})
    for name, read in SECTIONS.items():
        for row in by_section[name]:
            read(row, to)
    return to
