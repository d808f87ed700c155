"""The fact box of an article: every value of its record with its phrase, its page and how it is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from borderwire.model import DateFact, Entry, OfficialFact, Record, Series, SeriesMeeting
from borderwire.site import urls
from borderwire.site.contexts import Detail, Fact, FactGroup, FactSide, Link
from borderwire.site.corrections import Corrections
from borderwire.site.foreign import foreign, joined
from borderwire.site.languages import SOURCE_LANGUAGE, Language
from borderwire.site.marks import Mark, province_fact, topic_fact
from borderwire.site.names import Names
from borderwire.site.reasons import Reasons
from borderwire.site.shelves import Shelves
from borderwire.site.units import counted
from borderwire.text import squash

Phrases = Mapping[str, Sequence[str]]  # fact id -> ids of its phrases in the text, parts under `fact/letter`
_NONE: tuple[str, ...] = ()
OPEN_END = ".."  # of a period: where it begins or ends is not told
_MOST_NUMBERS, _FIRST_NUMBERS = 7, 5  # of phrases: where there are more than the first, only the second stand open
KEEPER = "keeper"  # the rule of facts that a correction has put in


def phrases_of(marks: Sequence[Mark]) -> Phrases:
    """The ids of every fact's phrases, in the order of their numbers."""
    found: dict[str, list[str]] = defaultdict(list)
    for mark in marks:
        key = f"{mark.fact}/{mark.id[len(mark.fact) + 1]}" if mark.part else mark.fact
        found[key].append(mark.id)
    if "date" in found:  # of all others the numbers follow the text
        found["date"].sort(key=lambda ident: (len(ident), ident))
    return found


def _says(written: str, words: str) -> bool:
    """What a value says need not stand below it again."""
    return squash(words) in squash(written)


class FactBox:
    """Makes fact boxes in one language."""

    def __init__(self, shelves: Shelves, names: Names) -> None:
        self.shelves = shelves
        self.names = names
        self.language: Language = names.language
        self._ = names.language.gettext
        self.foreign = None if names.language.code == SOURCE_LANGUAGE else SOURCE_LANGUAGE
        text = self._
        self.roles = {"party": text("takes part"), "venue": text("venue"), "mentioned": text("mentioned")}
        self.statuses = {
            "signed": text("signed"),
            "exchanged": text("exchanged"),
            "referenced": text("referred to"),
            "planned": text("planned"),
        }
        self.qualifiers = {
            "exact": "",
            "over": text("more than"),
            "nearly": text("nearly"),
            "about": text("about"),
            "at-least": text("at least"),
            "at-most": text("at most"),
        }
        self.rates = {
            "P1Y": text("every year"),
            "P3M": text("every quarter"),
            "P1M": text("every month"),
            "P1W": text("every week"),
            "P1D": text("every day"),
        }
        self.sides = ((None, "", ""), ("VN", "vn", text("Vietnam")), ("LA", "la", text("Laos")))
        self.inferred = text("inferred")
        self.reasons = Reasons(names.language)
        self.head = text("head of delegation")
        self.page = text("page")
        self.corrections = Corrections(names, {**self.roles, **self.statuses, **self.qualifiers})

    def groups(self, entry: Entry, phrases: Phrases) -> tuple[FactGroup, ...]:
        """All groups that have facts, in the order of the page."""
        record, text = entry.record, self._
        rows = [
            self._group("f-event", text("The event"), self._event(record, phrases)),
            self._sided("f-officials", text("Officials"), self._officials(entry, phrases)),
            self._group("f-agreements", text("Agreements"), self._agreements(entry, phrases)),
            self._sided("f-provinces", text("Provinces"), self._provinces(record, phrases)),
            self._group("f-figures", text("Figures"), self._figures(record, phrases)),
            self._group("f-more", text("Also in the text"), self._more(record, phrases)),
        ]
        return self.corrections.into([row for row in rows if row is not None], record)

    def _group(self, ident: str, title: str, facts: Iterator[Fact]) -> FactGroup | None:
        rows = tuple(facts)
        return FactGroup(ident, title, (FactSide("", "", rows),), self.language.number(len(rows))) if rows else None

    def _sided(self, ident: str, title: str, facts: Iterator[tuple[str | None, Fact]]) -> FactGroup | None:
        sides: dict[str | None, list[Fact]] = {None: [], "VN": [], "LA": []}
        for country, fact in facts:
            sides[country].append(fact)
        rows = [FactSide(side, name, tuple(sides[country])) for country, side, name in self.sides if sides[country]]
        if not rows:
            return None
        return FactGroup(ident, title, tuple(rows), self.language.number(sum(map(len, sides.values()))))

    def _fact(self, ident: str, kind: str, label: str, value: str, phrases: Phrases) -> Fact:
        ids = phrases.get(ident, _NONE)
        phrase = ids[0] if ids else None
        others = tuple(enumerate(ids[1:], 2))
        shown = len(others) if len(others) <= _MOST_NUMBERS else _FIRST_NUMBERS
        return Fact(ident, kind, label, value, None, phrase, others[:shown], others[shown:])

    def _written(self, ident: str, kind: str, label: str, value: str, phrases: Phrases) -> Fact:
        fact = self._fact(ident, kind, label, value, phrases)
        fact.written = True
        fact.lang = self.foreign
        return fact

    # --- the event ---------------------------------------------------------------------------------

    def _event(self, record: Record, phrases: Phrases) -> Iterator[Fact]:
        if record.event_date.value or record.event_date.partial:
            fact = self._date("date", self._("Date"), record.event_date, phrases)
            if record.event_end:
                until = self._("until"), self.language.date(record.event_end)
                fact.details = (Detail(until[0], until[1], None),)
            yield fact
        kind = record.event_type
        if kind:
            fact = self._fact("type", "e", self._("Kind"), self.names.event(kind.id, kind.as_written), phrases)
            fact.link = Link(self.page, urls.to(urls.event(kind.id)))
            fact.rule = kind.rule
            yield fact
        if record.venue:
            fact = self._written("venue", "p", self._("Venue"), record.venue.as_written, phrases)
            fact.rule = record.venue.rule
            yield fact
        if record.series:
            yield from self._series(record.series, phrases)
        if record.published and record.published.value:
            yield self._date("published", self._("Published"), record.published, phrases)

    def _date(self, ident: str, label: str, date: DateFact, phrases: Phrases) -> Fact:
        fact = self._fact(ident, "e", label, self.language.date(date.value or date.partial), phrases)
        fact.rule = date.rule
        fact.how = self.basis(date)
        return fact

    def basis(self, date: DateFact) -> str:
        """How a date is known, "" where the text gives it in full."""
        if date.basis == "explicit":
            return self.reasons.marked(date.because) if date.is_beside and date.because else ""
        if date.rule == KEEPER:
            return self._("set by the keeper of the archive")
        if date.basis == "published":
            return self._("only the date of publication is known")
        if date.value is None:
            return self.reasons.marked(date.because or "the text does not settle the year")
        if date.because:
            return joined(": ", (self.inferred, self.reasons.marked(date.because)))
        return self.inferred

    def _series(self, series: Series, phrases: Phrases) -> Iterator[Fact]:
        if series.ordinal is not None:
            fact = self._fact("series", "e", self._("In the series"), self._ordinal(series.ordinal), phrases)
            fact.rule = series.rule
            fact.how = self._("inferred from its neighbours") if series.basis == "inferred" else ""
            yield fact
        for ident, label, meeting in (
            ("previous", self._("Previous meeting"), series.previous),
            ("next", self._("Next meeting"), series.next),
        ):
            if meeting and (meeting.ordinal or meeting.date or meeting.as_written):
                yield self._meeting(ident, label, meeting, phrases)

    def _meeting(self, ident: str, label: str, meeting: SeriesMeeting, phrases: Phrases) -> Fact:
        parts = [self._ordinal(meeting.ordinal)] if meeting.ordinal else []
        if meeting.date:
            parts.append(self.language.date(meeting.date))
        if meeting.venue:
            parts.append(self.names.province(meeting.venue).marked)
        value = joined(", ", parts) or foreign(meeting.as_written or "", self.foreign)
        fact = self._fact(ident, "e", label, value, phrases)
        if meeting.as_written and parts:
            fact.details = (self._said("", f"“{meeting.as_written}”"),)
        return fact

    def _ordinal(self, number: int) -> str:
        return self._("no. %(n)s") % {"n": number}

    # --- people, documents, places --------------------------------------------------------------------

    def _officials(self, entry: Entry, phrases: Phrases) -> Iterator[tuple[str | None, Fact]]:
        for index, official in enumerate(entry.record.officials):
            ident = f"o{index + 1}"
            fact = self._written(ident, "o", "", official.name, phrases)
            fact.details = tuple(self._person(ident, official, phrases))
            fact.rule = official.rule
            person = self.shelves.official_of.get((entry.id, index))
            if person:
                fact.link = Link(self.page, urls.to(urls.official(person)))
            yield official.country, fact

    def _person(self, ident: str, official: OfficialFact, phrases: Phrases) -> Iterator[Detail]:
        names = self.names
        if official.rank:
            yield self._said("", official.rank, self._part(ident, "r", phrases), names.rank(official.rank))
        if official.position:
            gloss = names.office(official.position, official.organization)
            yield self._said("", official.position, self._part(ident, "f", phrases), gloss)
        if official.organization:
            gloss = names.organization(official.organization)
            yield self._said("", official.organization, self._part(ident, "b", phrases), gloss)
        for other in official.also:
            yield self._said(self._("also"), other, None, names.office(other))
        if official.head_of_delegation:
            yield Detail("", self.head, None)
        if official.variants:
            yield self._said(self._("also spelt"), ", ".join(official.variants))

    def _said(self, label: str, text: str, href: str | None = None, gloss: str | None = None) -> Detail:
        """In the words of the article."""
        return Detail(label, text, href, gloss or "", self.foreign)

    @staticmethod
    def _part(ident: str, letter: str, phrases: Phrases) -> str | None:
        ids = phrases.get(f"{ident}/{letter}", _NONE)
        return ids[0] if ids else None

    def _agreements(self, entry: Entry, phrases: Phrases) -> Iterator[Fact]:
        for index, agreement in enumerate(entry.record.agreements):
            label = self.statuses[agreement.status]
            fact = self._written(f"a{index + 1}", "a", label, agreement.as_written, phrases)
            name = self.names.document(agreement.type)
            details = [] if squash(agreement.as_written).startswith(squash(name)) else [Detail("", name, None)]
            if agreement.date:
                details.append(Detail("", self.language.date(agreement.date), None))
            if not all(_says(agreement.as_written, party) for party in agreement.parties):
                details.append(self._said(self._("between"), "; ".join(agreement.parties)))
            if agreement.subject and not _says(agreement.as_written, agreement.subject):
                details.append(self._said(self._("on"), agreement.subject))
            fact.details = tuple(details)
            fact.rule = agreement.rule
            ident = self.shelves.agreement_of.get((entry.id, index))
            if ident:
                fact.link = Link(self.page, urls.to(urls.agreement(ident)))
            yield fact

    def _provinces(self, record: Record, phrases: Phrases) -> Iterator[tuple[str | None, Fact]]:
        for province in record.provinces:
            name = self.names.province(province.id, province.name)
            fact = self._fact(province_fact(province.id), "p", self.roles[province.role], name.text, phrases)
            fact.lang = name.lang
            written = [form for form in province.as_written if form != name.text]
            if written:
                fact.details = (self._said("", f"“{'”, “'.join(written)}”"),)
            fact.link = Link(self.page, urls.to(urls.province(province.id)))
            fact.rule = province.rule
            yield province.country, fact

    # --- numbers and the rest -------------------------------------------------------------------------

    def _figures(self, record: Record, phrases: Phrases) -> Iterator[Fact]:
        for number, figure in enumerate(record.figures, 1):
            value = self.amount(figure.value, figure.unit, figure.qualifier)
            fact = self._fact(f"n{number}", "f", self.names.figure(figure.what), value, phrases)
            details = [self._said("", f"“{figure.as_written}”", gloss=self.names.goods_gloss(figure))]
            if figure.period:
                details.append(Detail("", self.period(figure.period), None))
            if figure.giver or figure.receiver:
                details.append(self._said("", " → ".join(filter(None, (figure.giver, figure.receiver)))))
            fact.details = tuple(details)
            fact.rule = figure.rule
            yield fact

    def amount(self, value: float, unit: str | None, qualifier: str) -> str:
        """`more than 75,000`, `at least 30 bricks`."""
        parts = (self.qualifiers.get(qualifier, ""), counted(self.language, value, unit))
        return " ".join(part for part in parts if part)

    def period(self, iso: str) -> str:
        """`2024`, `2024-01/2024-06`, `../2024-06` (until), `2020/..` (since), `P1Y` (every year)."""
        rate = self.rates.get(iso)
        if rate is not None:
            return rate
        first, _, last = iso.partition("/")
        if first == last == OPEN_END:
            return self._("at a time that is not told")
        if first == OPEN_END:
            return self._("until %(date)s") % {"date": self.language.date(last)}
        if last == OPEN_END:
            return self._("since %(date)s") % {"date": self.language.date(first)}
        return " – ".join(self.language.date(part) for part in iso.split("/"))

    def _more(self, record: Record, phrases: Phrases) -> Iterator[Fact]:
        for number, delegation in enumerate(record.delegations, 1):
            value = delegation.organization or self.names.country(delegation.country)
            fact = self._written(f"d{number}", "o", self._("Delegation"), value, phrases)
            fact.lang = self.foreign if delegation.organization else None
            if delegation.head:
                fact.details = (self._said(self.head, delegation.head),)
            fact.rule = delegation.rule
            yield fact
        for number, handover in enumerate(record.handovers, 1):
            fact = self._written(f"h{number}", "f", self._("Handed over"), handover.what, phrases)
            sides = " → ".join(filter(None, (handover.giver, handover.receiver)))
            fact.details = (self._said("", sides),) if sides else ()
            fact.rule = handover.rule
            yield fact
        for number, gate in enumerate(record.gates, 1):
            fact = self._written(f"g{number}", "p", self._("Border gate"), gate.name, phrases)
            fact.rule = gate.rule
            yield fact
        for topic in record.topics:
            fact = self._fact(topic_fact(topic.id), "t", self._("Topic"), self.names.topic(topic.id), phrases)
            fact.link = Link(self.page, urls.to(urls.topic(topic.id)))
            yield fact
