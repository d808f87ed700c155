"""What an article says of a document of agreement, made comparable with other articles' sayings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from borderwire.model import AgreementFact, Entry, Event, Mention
from borderwire.resolve.reading import Reader
from borderwire.resolve.when import days, precise
from borderwire.text import fold, squash

# Types that papers use for one and the same document, and how high they stand: the lower carries out the higher.
_FAMILIES: Mapping[str, tuple[str, int]] = {
    **dict.fromkeys(("treaty",), ("treaty", 5)),
    **dict.fromkeys(("treaty-agreement",), ("treaty-agreement", 4)),
    **dict.fromkeys(("protocol",), ("protocol", 3)),
    **dict.fromkeys(("agreement", "minutes-agreement"), ("agreement", 3)),
    **dict.fromkeys(("programme", "plan-cooperation"), ("plan", 3)),
    **dict.fromkeys(("regulation",), ("regulation", 3)),
    **dict.fromkeys(("memorandum", "minutes-cooperation", "minutes-talks", "minutes"), ("minutes", 2)),
}
_CARRIED_OUT = 3  # documents from this height on are carried out by others
_LONG_TITLE = 20  # letters of a title that no two such documents share by chance
_LASTING = frozenset(["treaty", "treaty-agreement", "protocol"])
_TELLING = 4  # words on the subject that make a title one document's own
_SIDES, _COUNTRIES = frozenset(["VN", "LA"]), frozenset(["viet", "lao"])
_YEAR = re.compile(r"\bnăm (\d{4})\b")
_ORDINAL = re.compile(r"\blần thứ (\w+)")
_WORD = re.compile(r"[^\W\d_]+")
# Words of titles that tell nothing of what the document is about.
_FORMAL = frozenset(
    _WORD.findall(
        "ban bien ghi nho hop tac thoa thuan hoi dam ky ket ngay thang nam ve giua va voi cac hai ben cong an bo doi"
        " phong tinh thanh pho tp viet lao thuong nien giai doan lan thu cua ke hoach chuong trinh dinh hiep nghi"
        " van so da nhung chi huy uy nhan dan ubnd ty ninh song phuong phoi"
    )
)
# The long names of the states, which one paper writes out and another does not.
_STATES = frozenset(_WORD.findall("nuoc cong hoa xa hoi chu nghia dan chu nhan dan chxhcn chdcnd"))
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class Party:
    """kind: force or branch, "" unknown; place: ISO 3166-2 as named, or the side of a national body; today: after the
    mergers."""

    kind: str
    place: str
    today: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One mention of a document. day: of signing; year: of signing, or the one in its title; seen: day of the article;
    event: number of the article's event; subject: words that tell what it is about, accents gone; words: the
    whole title squashed; title: the same for treaties and the like, which are not renewed every year under one title,
    else ""; around: for one that is named without parties, the provinces of today of the event that its article
    reports, else none; matter: words and numbers of the whole title but those that all titles share, where they are
    enough to tell it from others; forces: the kinds of forces that are its parties, or those of that event."""

    mention: Mention
    fact: AgreementFact
    family: str
    height: int
    day: int | None
    year: int | None
    seen: int | None
    event: int
    parties: frozenset[Party]
    subject: frozenset[str]
    ordinal: str | None
    words: str
    title: str
    around: frozenset[str] = frozenset()
    forces: frozenset[str] = frozenset()
    matter: frozenset[str] = frozenset()

    @property
    def short(self) -> bool:
        """Cited by its type and year only: nothing of it is told that other documents of the year have not."""
        return self.fact.status == "referenced" and self.year is not None and self.day is None and not self.subject

    @property
    def done(self) -> bool:
        """Signed or exchanged at the event that the article reports."""
        return self.fact.status in ("signed", "exchanged")

    @property
    def today(self) -> tuple[str, ...]:
        """The parties' places of today, in order."""
        return tuple(sorted({party.today for party in self.parties}))


def family(kind: str) -> tuple[str, int]:
    """The family of a document type and its height."""
    return _FAMILIES.get(kind, (kind, 1))


def read_papers(
    entries: Sequence[Entry], events: Sequence[Event], place: Mapping[str, int], reader: Reader
) -> list[Paper]:
    """All mentions of documents, in the order of the entries. place: entry id -> index of its event."""
    found: list[Paper] = []
    for entry in entries:
        for index, fact in enumerate(entry.record.agreements):
            number = place[entry.id]
            found.append(_paper(entry, index, fact, number, events[number], reader))
    return found


def _paper(entry: Entry, index: int, fact: AgreementFact, number: int, event: Event, reader: Reader) -> Paper:
    name, height = family(fact.type)
    done = fact.status in ("signed", "exchanged")
    date = fact.date or (event.date if done else None)
    titled = _YEAR.search(fact.as_written)
    span = days(date)
    year = int(date[:4]) if date and span else int(titled.group(1)) if titled else None
    seen = days(entry.date)
    ordinal = _ORDINAL.search(fact.as_written)
    words = squash(fact.as_written)
    parties = _parties(fact, event if done else None, reader)
    subject = _subject(f"{fact.as_written} {fact.subject or ''}", fact.parties)
    return Paper(
        mention=Mention(entry.id, index),
        fact=fact,
        family=name,
        height=height,
        day=precise(date),
        year=year,
        seen=seen[1] if seen else None,
        event=number,
        parties=parties,
        subject=subject,
        ordinal=ordinal.group(1) if ordinal else None,
        words=words,
        title=words if len(words) >= _LONG_TITLE and _lasting(name, subject) else "",
        around=frozenset() if parties else frozenset(event.parties_today),
        forces=frozenset(party.kind for party in parties if party.kind) or frozenset(event.bodies),
        matter=_matter(fact.as_written) if done else frozenset(),
    )


def _lasting(name: str, subject: frozenset[str]) -> bool:
    """Not one of those that are renewed every year under one title."""
    return name in _LASTING or (name == "agreement" and len(subject) >= _TELLING)


def _parties(fact: AgreementFact, event: Event | None, reader: Reader) -> frozenset[Party]:
    """The parties named, else those of the event at which the document was signed."""
    found: list[Party] = []
    for phrase in fact.parties:
        body = reader.body(phrase)
        if body is None:
            continue
        place = body.province or (body.country if body.country else "")
        found.append(Party(body.kind, place or body.kind, reader.today(place) if place else body.kind))
    if not found and event is not None:
        force = event.bodies[0] if len(event.bodies) == 1 else ""
        found = [Party(force, ident, reader.today(ident)) for ident in event.parties]
    return frozenset(found)


def _subject(title: str, parties: Sequence[str]) -> frozenset[str]:
    named = {word for party in parties for word in _words(party)}
    return frozenset(_words(title)) - named - _FORMAL


def _matter(title: str) -> frozenset[str]:
    found = frozenset(_TOKEN.findall(fold(title))) - _FORMAL - _STATES
    return found if len(found) >= _TELLING else frozenset()


@lru_cache(maxsize=16384)
def _words(phrase: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(phrase)))


def of_two_countries(paper: Paper) -> bool:
    """The parties stand on both sides, or the title names both countries."""
    sides = {party.place[:2] for party in paper.parties}
    return sides >= _SIDES or set(_words(paper.fact.as_written)) >= _COUNTRIES


def carried_out(paper: Paper) -> bool:
    """The document stands high enough to be carried out by others."""
    return paper.height >= _CARRIED_OUT
