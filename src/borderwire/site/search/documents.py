"""What can be found: articles, and provinces, persons, documents and the like as results of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from borderwire.model import Agreement, Entry, MeetingSeries, OfficialFact, Person
from borderwire.posts import LastPost, last_post
from borderwire.site import urls
from borderwire.site.languages import Language
from borderwire.site.names import Names
from borderwire.site.shelves import Shelves

KINDS = ("article", "province", "official", "agreement", "meetings", "body", "topic", "event", "year")
# What a word in this place counts for; a word of the body counts 1. Chosen by looking at the results of queries that
# readers of such archives ask: a province, a person, a document, a year, two words of a subject.
TITLE, FACT, LEAD, NAME, ALIAS, ABOUT = 6, 3, 2, 8, 4, 1
# What readers of English call forces and topics beside the names that pages give them, in the plural too: only to be
# found by.
_ALSO = {
    "police": ("public security", "security forces"),
    "border-guard": ("border guards", "border police", "border defence force"),
    "army": ("military", "armed forces"),
    "court": ("court",),
    "procuracy": ("prosecutors", "procuracies"),
    "drugs": ("drug trafficking", "narcotics"),
    "human-trafficking": ("trafficking in persons",),
    "illegal-crossing": ("illegal entry", "illegal border crossing"),
    "smuggling": ("contraband",),
    "war-dead": ("remains of fallen soldiers",),
}
_SILENT = frozenset(["furniture", "end-mark", "credit", "byline", "stamp", "section"])


@dataclass(slots=True)
class Document:
    """Something that a query can find. lines: (weight, text), each line by itself; path: below the root of a
    language; labels: in every language of the site; note: a second line, in Vietnamese; count: of its articles;
    about: a line on an article in every language of the site; places: Vietnamese ones of an article; lao: Lao names,
    found by their sound; text: of an article, for the lines shown with a result."""

    kind: str
    path: str
    labels: tuple[str, ...]
    iso: str = ""
    note: str = ""
    about: tuple[str, ...] = ()
    places: str = ""
    count: int = 0
    lines: list[tuple[int, str]] = field(default_factory=list)
    lao: list[str] = field(default_factory=list)
    text: str = ""


class Documents:
    """Makes the documents of an archive. names: in every language of the site."""

    def __init__(self, shelves: Shelves, names: Sequence[Names]) -> None:
        self.shelves = shelves
        self.names = names
        self._force_lines: dict[str, tuple[str, ...]] = {}
        self._province_lines: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def articles(self) -> Iterator[Document]:
        """Oldest first, so that a new article is added at the end."""
        for entry in reversed(self.shelves.archive.entries):
            yield self._article(entry)

    def others(self) -> Iterator[Document]:
        archive = self.shelves.archive
        for use in archive.provinces:
            yield self._province(use.id, len(use.entries))
        for person in archive.people:
            yield self._person(person)
        for item in archive.agreements:
            yield self._agreement(item)
        for series in archive.series:
            yield self._series(series)
        for ident, row in self.shelves.by_topic.items():
            labels = tuple(names.topic(ident) for names in self.names)
            yield _named(Document("topic", urls.topic(ident), labels, count=len(row)))
        for ident, row in self.shelves.by_event.items():
            labels = tuple(names.event(ident) for names in self.names)
            yield _named(Document("event", urls.event(ident), labels, count=self.shelves.met(row)))
        for year in archive.years:
            if year.year:
                labels = (year.year,) * len(self.names)
                yield _named(Document("year", urls.year(year.year), labels, count=len(year.entries)))

    # --- articles -----------------------------------------------------------------------------------

    def _article(self, entry: Entry) -> Document:
        labels = (entry.label,) * len(self.names)
        found = Document("article", urls.article(entry.id), labels, iso=entry.date or "")
        found.lines += _text_lines(entry)
        found.text = "\n".join(text for _weight, text in found.lines)
        if entry.label_made or not any(block.kind == "title" for block in entry.article.blocks):
            found.lines.append((TITLE, entry.label))
        self._add_facts(entry, found)
        found.about = tuple(_about(entry, names) for names in self.names)
        found.places = ", ".join(_places(entry, self.names[0], "VN"))
        return found

    def _add_facts(self, entry: Entry, to: Document) -> None:
        """Facts by their names in all languages, so that an English or a Lao query finds a Vietnamese text."""
        record = entry.record
        for fact in record.provinces:
            names, lao = self._province_names(fact.id)
            weight = FACT if fact.role != "mentioned" else ABOUT
            to.lines += [(weight, name) for name in names or (fact.name,)]
            to.lao += lao
        if record.event_type:
            to.lines += [(LEAD, name) for name in _distinct(names.event(record.event_type.id) for names in self.names)]
        for ident in _distinct(topic.id for topic in record.topics):
            to.lines += [(ABOUT, name) for name in _distinct(names.topic(ident) for names in self.names)]
            to.lines += [(ABOUT, name) for name in also(ident)]
        for official in record.officials:
            to.lines.append((FACT, official.name))
            to.lines += [(ABOUT, variant) for variant in official.variants]
            if official.country == "LA":
                to.lao += [official.name, *official.variants]
        for item in record.agreements:
            to.lines += [(LEAD, item.as_written)]
            to.lines += [(ABOUT, name) for name in _distinct(names.document(item.type) for names in self.names)]
        for kind in self.shelves.forces.get(entry.id, ()):
            to.lines += [(ABOUT, name) for name in self.force_names(kind)]
        if entry.date:
            to.lines.append((ABOUT, _day(entry.date)))
        if record.outlet:
            to.lines.append((ABOUT, record.outlet))

    def force_names(self, kind: str) -> tuple[str, ...]:
        """What a force is called in all languages, and what else English readers call it."""
        found = self._force_lines.get(kind)
        if found is None:
            names = (force_name(names.language, kind) for names in self.names)
            found = self._force_lines[kind] = _distinct((*names, *_ALSO.get(kind, ())))
        return found

    def _province_names(self, ident: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names of a province in all languages, and its Lao ones in Latin letters."""
        found = self._province_lines.get(ident)
        if found is None:
            row = self.shelves.terms.provinces.get(ident)
            names = _distinct((row.name, row.name_en, row.name_lao or "")) if row else ()
            lao = (row.name, row.name_en) if row and row.country == "LA" else ()
            found = self._province_lines[ident] = (names, lao)
        return found

    # --- the rest -----------------------------------------------------------------------------------

    def _province(self, ident: str, count: int) -> Document:
        labels = tuple(names.province(ident).text for names in self.names)
        found = _named(Document("province", urls.province(ident), labels, count=count))
        names, lao = self._province_names(ident)
        row = self.shelves.terms.provinces.get(ident)
        forms = row.forms if row else ()
        found.lines += [(ALIAS, name) for name in _distinct((*names, *forms)) if name not in labels]
        if row and row.country == "LA":
            found.lao += [*lao, *forms]
        return found

    def _person(self, person: Person) -> Document:
        entries = self.shelves.entries
        facts = [entries[mention.entry].record.officials[mention.index] for mention in person.mentions]
        latest = last_post(person, entries)
        count = len({mention.entry for mention in person.mentions})
        labels = (person.name,) * len(self.names)
        found = _named(
            Document("official", urls.official(person.id), labels, note=_title(latest), count=count),
        )
        found.lines += [(ALIAS, name) for name in person.spellings if name != person.name]
        found.lines += [(ABOUT, title) for title in _distinct(map(_title, facts))[-6:]]
        if person.country == "LA":
            found.lao += person.spellings or (person.name,)
        return found

    def _agreement(self, item: Agreement) -> Document:
        labels = (item.label,) * len(self.names)
        count = len({mention.entry for mention in item.mentions})
        found = _named(Document("agreement", urls.agreement(item.id), labels, iso=item.date or "", count=count))
        found.note = "; ".join(item.parties)
        found.lines += [(ALIAS, party) for party in item.parties]
        found.lines += [(ABOUT, name) for name in _distinct(names.document(item.type) for names in self.names)]
        if item.date:
            found.lines.append((ABOUT, item.date[:4]))
        return found

    def _series(self, series: MeetingSeries) -> Document:
        labels = tuple(series_name(names, series.parties) for names in self.names)
        held = sum(slot.event is not None for slot in series.slots)
        found = _named(Document("meetings", urls.series(series.id), labels, count=held))
        for mark in series.parties:
            names, lao = self._province_names(mark)
            found.lines += [(ALIAS, name) for name in names]
            found.lao += lao
        return found


def force_name(language: Language, kind: str) -> str:
    """What a force or branch is called, whatever its place."""
    _ = language.gettext
    return {
        "police": _("police"),
        "border-guard": _("border guard"),
        "army": _("army"),
        "government": _("authorities and Party"),
        "customs": _("customs"),
        "court": _("courts"),
        "procuracy": _("procuracy"),
    }[kind]


def also(kind: str) -> tuple[str, ...]:
    """What else English readers call a force or a topic."""
    return _ALSO.get(kind, ())


def _about(entry: Entry, names: Names) -> str:
    """Kind of event, or topic, and the Lao places of an article, in the language of the names."""
    record = entry.record
    kind = names.event(record.event_type.id) if record.event_type else ""
    if not kind and record.topics:
        kind = names.topic(record.topics[0].id)
    return " · ".join(filter(None, (kind, ", ".join(_places(entry, names, "LA")))))


def _places(entry: Entry, names: Names, country: str) -> list[str]:
    """Provinces that take part or are the venue."""
    idents = dict.fromkeys(fact.id for fact in entry.record.provinces if fact.role != "mentioned")
    return [names.province(ident).text for ident in idents if ident.startswith(country)]


def series_name(names: Names, marks: Sequence[str]) -> str:
    """The parties of a row of meetings, those of each country together: "Nghệ An – Hủa Phăn, Xiêng Khoảng"."""
    sides: dict[str, list[str]] = {"VN": [], "LA": []}
    for mark in marks:
        known = mark in names.terms.provinces
        shown = names.province(mark).text if known else names.country("VN" if mark.startswith("VN") else "LA")
        sides.setdefault(mark[:2], []).append(shown)
    return " – ".join(", ".join(row) for row in sides.values() if row)


def _named(document: Document) -> Document:
    document.lines += [(NAME, label) for label in _distinct(document.labels)]
    return document


def _title(fact: OfficialFact | LastPost) -> str:
    return ", ".join(filter(None, (fact.rank, fact.position, fact.organization)))


def _day(iso: str) -> str:
    """As people write it: `12/5/2024`."""
    return "/".join(part.lstrip("0") for part in reversed(iso.strip("-").split("-")))


def _distinct(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in items if item))


def _text_lines(entry: Entry) -> Iterator[tuple[int, str]]:
    """The lines of the text that say something, with their weights."""
    text = entry.article.text
    for block in entry.article.blocks:
        if block.kind not in _SILENT:
            weight = {"title": TITLE, "lead": LEAD, "heading": LEAD}.get(block.kind, 1)
            for line in text[block.start : block.end].split("\n"):
                if line:
                    yield weight, line
