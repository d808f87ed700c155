"""A made-up archive whose truth is known: careers, namesakes, spelling noise, yearly series, merged provinces, several
reports of one event, documents that are signed, cited and planned.

`make(articles, seed)` gives records as extraction would, and who and what each of their facts truly is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from made_names import MadeName, lao_name, vietnamese_name

from borderwire.gazetteer import Gazetteer, load_gazetteer
from borderwire.model import (
    AgreementFact,
    Article,
    Block,
    DateFact,
    EventType,
    OfficialFact,
    ProvinceFact,
    Record,
    Series,
    SeriesMeeting,
    Source,
    Venue,
)

FIRST_YEAR, LAST_YEAR = 2008, 2026
MERGER = date(2025, 7, 1)
RANKS = ("Trung tá", "Thượng tá", "Đại tá", "Thiếu tướng")
POSTS = {  # force -> offices, from the highest; how many hold each; their first rank
    "police": (("Giám đốc", 1, 2), ("Phó Giám đốc", 3, 1), ("Trưởng phòng", 3, 0)),
    "border-guard": (("Chỉ huy trưởng", 1, 2), ("Phó Chỉ huy trưởng", 3, 1), ("Tham mưu trưởng", 1, 0)),
    "army": (("Chỉ huy trưởng", 1, 2), ("Phó Chỉ huy trưởng", 2, 1), ("Tham mưu trưởng", 1, 0)),
}
HEADS = {"police": "Công an", "border-guard": "Bộ Chỉ huy BĐBP", "army": "Bộ Chỉ huy Quân sự"}
SERIES_TYPES = {"police": "briefing-conference", "border-guard": "talks", "army": "talks"}
OTHER_TYPES = ("visit", "donation", "training", "joint-patrol", "handover-persons", "inauguration")
RELATED = {
    "briefing-conference": "cooperation-conference", "talks": "meeting", "visit": "reception", "training": "seminar",
    "donation": "visit", "joint-patrol": "border-exchange", "handover-persons": "handover-wanted",
    "inauguration": "donation",
}  # fmt: skip


@dataclass
class Official:
    """A person of the made-up world."""

    number: int
    name: MadeName
    rank: int


@dataclass
class Service:
    """A force in a province with its posts over the years: year -> holders of (office, rank) in order of height."""

    province: str
    force: str
    years: dict[int, list[tuple[str, Official, int]]] = field(default_factory=dict)


@dataclass
class Truth:
    """Who and what is meant: (entry, index) -> number of the person or document, entry -> number of the event."""

    people: dict[tuple[str, int], int] = field(default_factory=dict)
    documents: dict[tuple[str, int], int] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Meeting:
    """An event of the made-up world."""

    number: int
    day: date
    type: str
    vietnamese: str
    lao: str
    force: str
    ordinal: int | None = None
    signs: tuple[int, ...] = ()  # numbers of documents
    cites: int | None = None  # number of last year's document
    cited_day: date | None = None
    venue: str | None = None


class World:
    """Bodies, people and events, made once; `articles` tells of them."""

    def __init__(self, articles: int, seed: int) -> None:
        self.random = Random(seed)
        self.gazetteer: Gazetteer = load_gazetteer()
        self.count = 0
        self.names: dict[str, list[MadeName]] = {"VN": [], "LA": []}
        self.pairs = self._pairs(max(8, articles // 30))
        self.services = {key: Service(*key) for pair in self.pairs for key in self._keys(pair)}
        for service in self.services.values():
            self._careers(service)
        self._transfers()

    def _pairs(self, wanted: int) -> list[tuple[str, str, str]]:
        rows = self.gazetteer.provinces.values()
        lao = [row.id for row in rows if row.country == "LA"]
        border = [(row.id, other) for row in rows if row.country == "VN" for other in row.borders if other in lao]
        inner = [
            (row.id, other)
            for row in rows
            if row.country == "VN" and (row.valid_until or "2025") >= "2025"
            for other in lao
        ]
        self.random.shuffle(inner)
        every = list(dict.fromkeys([*border, *inner]))
        found: list[tuple[str, str, str]] = []
        for left, right in every:
            forces = self.random.sample(tuple(POSTS), 2)
            found += [(left, right, force) for force in forces]
            if len(found) >= wanted:
                break
        return found

    def _keys(self, pair: tuple[str, str, str]) -> Iterator[tuple[str, str]]:
        yield pair[0], pair[2]
        yield pair[1], pair[2]

    def _person(self, country: str, rank: int) -> Official:
        taken = self.names[country]
        if taken and self.random.random() < (0.03 if country == "VN" else 0.005):
            name = self.random.choice(taken)  # a namesake
        else:
            name = vietnamese_name(self.random) if country == "VN" else lao_name(self.random)
        taken.append(name)
        return Official(self._next(), name, rank)

    def _careers(self, service: Service) -> None:
        """Year by year: heads leave, deputies rise, ranks grow, new people come from below."""
        country = service.province[:2]
        posts = POSTS[service.force]
        staff = [[self._person(country, low) for _ in range(number)] for _, number, low in posts]
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            for level, (_, number, low) in enumerate(posts):
                staff[level] = [
                    person for person in staff[level] if self.random.random() > (0.2 if level < 2 else 0.12)
                ]
                while len(staff[level]) < number:
                    below = staff[level + 1] if level + 1 < len(posts) else []
                    if below and self.random.random() < 0.7:
                        staff[level].append(below.pop(self.random.randrange(len(below))))
                    else:
                        staff[level].append(self._person(country, low))
            for level, row in enumerate(staff):
                for person in row:
                    cap = min(3, posts[level][2] + 1)
                    if person.rank < cap and self.random.random() < 0.3:
                        person.rank += 1
            service.years[year] = [
                (posts[level][0], person, person.rank) for level, row in enumerate(staff) for person in row
            ]

    def _transfers(self) -> None:
        """Some who leave one province turn up in another two years later, with their rank."""
        services = list(self.services.values())
        for service in services:
            if self.random.random() > 0.15:
                continue
            last = {
                person.number: (year, person, rank) for year, row in service.years.items() for _, person, rank in row
            }
            gone = [found for found in last.values() if found[0] < LAST_YEAR - 3]
            others = [
                other for other in services
                if other.force == service.force and other.province[:2] == service.province[:2]
                and other.province != service.province
            ]  # fmt: skip
            if not gone or not others:
                continue
            left, person, rank = self.random.choice(gone)
            row = self.random.choice(others).years
            for year in (left + 2, left + 3):
                row[year] = [*row[year][1:], (row[year][0][0], person, rank)]

    def meetings(self) -> Iterator[Meeting]:
        """Series by pair, other events between, some on the same days. Of two rows that a merger makes one, the first
        goes on."""
        taken: set[tuple[str, str, str]] = set()
        for pair in self.pairs:
            today = (_named(self, pair[0], MERGER), pair[1], pair[2])
            for meeting in self._row(*pair):
                if meeting.day < MERGER or today not in taken:
                    yield meeting
            taken.add(today)

    def _row(self, left: str, right: str, force: str) -> Iterator[Meeting]:
        ordinal = self.random.randrange(1, 9)
        numbered = self.random.random() < 0.5
        month, cited, cited_day = self.random.randrange(1, 13), None, None
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            day = self._day(year, month)
            if self.random.random() > 0.07:
                signs: tuple[int, ...] = ()
                if self.random.random() < 0.75:
                    signs = tuple(self._next() for _ in range(1 if self.random.random() < 0.94 else 2))
                yield Meeting(
                    self._next(), day, SERIES_TYPES[force], left, right, force, ordinal if numbered else None, signs,
                    cited, cited_day, self.random.choice((left, right)),
                )  # fmt: skip
                cited, cited_day = (signs[0], day) if len(signs) == 1 else (None, None)
                ordinal += 1
            for _ in range(self.random.choice((0, 1, 1, 2))):
                other = self._day(year, self.random.randrange(1, 13))
                if self.random.random() < 0.08:
                    other = day + timedelta(days=self.random.choice((0, 1, 1, 2, 2, 3)))
                yield Meeting(self._next(), other, self.random.choice(OTHER_TYPES), left, right, force)

    def _next(self) -> int:
        self.count += 1
        return self.count

    def _day(self, year: int, month: int) -> date:
        return date(year, month, self.random.randrange(1, 28))


def make(articles: int, seed: int = 1) -> tuple[list[tuple[Article, Record]], Truth]:
    """That many articles with their records, and the truth about them."""
    world = World(articles, seed)
    events = list(world.meetings())
    world.random.shuffle(events)
    truth, found = Truth(), []
    for meeting in events:
        cast = _cast(world, meeting)
        for copy in range(world.random.choice((1, 1, 1, 2, 2, 3, 4))):
            if len(found) >= articles:
                return found, truth
            ident = f"e{meeting.number}-{copy}"
            truth.events[ident] = meeting.number
            found.append(_article(world, meeting, ident, cast, truth))
    return found, truth


Cast = list[tuple[str, str, Official, int]]  # province as named, office, person, rank


def _cast(world: World, meeting: Meeting) -> Cast:
    """Who is there: mostly heads, some deputies and others."""
    rows: Cast = []
    for province in (meeting.vietnamese, meeting.lao):
        staff = world.services[province, meeting.force].years[meeting.day.year]
        at = _named(world, province, meeting.day)
        chosen = [row for level, row in enumerate(staff) if world.random.random() < (0.8 if level == 0 else 0.25)]
        rows += [(at, office, person, rank) for office, person, rank in chosen or staff[:1]]
    return rows


def _named(world: World, province: str, day: date) -> str:
    row = world.gazetteer.provinces[province]
    return row.merged_into or row.id if day >= MERGER else row.id


def _article(world: World, meeting: Meeting, ident: str, cast: Cast, truth: Truth) -> tuple[Article, Record]:
    random = world.random
    told, published = _dates(random, meeting.day)
    officials = []
    for province, office, person, rank in cast:
        if random.random() < 0.25:
            continue
        truth.people[ident, len(officials)] = person.number
        officials.append(_official(world, meeting, province, office, person, rank))
    agreements = _agreements(world, meeting, ident, truth)
    kind = meeting.type if random.random() < 0.8 else RELATED[meeting.type]
    body = f"{ident}."
    source = Source(f"seeds/{ident}.txt", hashlib.sha256(body.encode()).hexdigest(), "text")
    article = Article(source, body, (Block("paragraph", 0, len(body)),), None, None, None, (), ())
    series = None
    if meeting.ordinal and random.random() < 0.6:
        following = SeriesMeeting(meeting.ordinal + 1, str(meeting.day.year + 1)) if random.random() < 0.2 else None
        series = Series(meeting.ordinal, "explicit", next=following)
    venue = None
    if meeting.venue and random.random() < 0.5:
        venue = Venue("", _named(world, meeting.venue, meeting.day))
    record = Record(
        id=ident, source=source, title=None, lead=None, outlet=None, byline=(), event_date=told, event_end=None,
        published=published, event_type=EventType(kind, kind) if random.random() < 0.95 else None, venue=venue,
        provinces=_provinces(world, meeting), officials=tuple(officials), agreements=tuple(agreements), series=series,
        figures=(), delegations=(), handovers=(), gates=(), topics=(), photos=(),
    )  # fmt: skip
    return article, record


def _dates(random: Random, day: date) -> tuple[DateFact, DateFact | None]:
    roll = random.random()
    if roll < 0.88:
        return DateFact(day.isoformat(), "inferred"), None
    later = day + timedelta(days=random.choice((0, 1, 1, 2)))
    if roll < 0.96:
        return DateFact(later.isoformat(), "published"), DateFact(later.isoformat(), "explicit")
    if roll < 0.98:
        return DateFact(day.isoformat()[:7], "inferred"), None
    return DateFact(None, "none", partial=f"--{day:%m-%d}" if random.random() < 0.7 else None), None


def _provinces(world: World, meeting: Meeting) -> tuple[ProvinceFact, ...]:
    found = []
    for province in (meeting.vietnamese, meeting.lao):
        row = world.gazetteer.provinces[_named(world, province, meeting.day)]
        role = "party" if world.random.random() < 0.97 else "mentioned"
        found.append(ProvinceFact(row.id, row.name, row.country, role, (row.name,)))
    return tuple(found)


def _phrase(world: World, force: str, province: str) -> str:
    row = world.gazetteer.provinces[province]
    title = "tỉnh " if world.random.random() < 0.7 and row.kind == "province" else ""
    return f"{HEADS[force]} {title}{world.random.choice((row.name, *row.forms[:2]))}"


def _official(world: World, meeting: Meeting, province: str, office: str, person: Official, rank: int) -> OfficialFact:
    random = world.random
    shown: str | None = RANKS[rank]
    if random.random() < 0.1:
        shown = None
    elif random.random() < 0.004:
        shown = RANKS[max(0, rank - 1)]  # a slip of the pen
    country = "VN" if province.startswith("VN") else "LA"
    return OfficialFact(
        name=person.name.spell(random),
        rank=shown,
        position=office if random.random() < 0.95 else None,
        organization=_phrase(world, meeting.force, province) if random.random() < 0.93 else None,
        province=province if random.random() < 0.97 else None,
        country=country if random.random() < 0.99 else None,
    )


def _agreements(world: World, meeting: Meeting, ident: str, truth: Truth) -> list[AgreementFact]:
    random, found = world.random, list[AgreementFact]()

    def add(document: int, kind: str, written: str, status: str, day: date | None) -> None:
        parties = [
            _phrase(world, meeting.force, _named(world, province, meeting.day))
            for province in (meeting.vietnamese, meeting.lao)
        ]
        if status == "signed" and random.random() < 0.08:
            parties = []
        truth.documents[ident, len(found)] = document
        found.append(AgreementFact(kind, written, status, day.isoformat() if day else None, tuple(parties)))

    subjects = ("", "") if len(meeting.signs) < 2 else (" về phòng, chống ma túy", " về trao trả công dân di cư tự do")
    for document, subject in zip(meeting.signs, subjects, strict=False):
        if random.random() < 0.1:
            continue
        kind, words = random.choice(
            (("memorandum", "biên bản ghi nhớ"),) * 4 + (("minutes-cooperation", "biên bản hợp tác"),)
        )
        year = f" năm {meeting.day.year}" if random.random() < 0.5 else ""
        day = meeting.day if random.random() < 0.9 else None
        add(document, kind, f"{words}{subject}{year}", random.choice(("signed", "signed", "exchanged")), day)
    if meeting.cites and meeting.cited_day and random.random() < 0.4:
        exact = random.random() < 0.4
        words = f"biên bản ghi nhớ năm {meeting.cited_day.year}"
        add(meeting.cites, "memorandum", words, "referenced", meeting.cited_day if exact else None)
    return found
