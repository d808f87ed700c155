"""A few sentences about an article, made from its record by fixed grammar and from nothing else.

Every sentence stands for itself and is a message of the catalogue, and so is what joins its parts, so that each
language orders its words as it must. What the record does not hold is not said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup, escape

from borderwire.model import AgreementStatus, Country, EventType, OfficialFact, Record, Series
from borderwire.site.abstract_words import DOCUMENTS, EVENTS, MEETINGS
from borderwire.site.languages import SOURCE_LANGUAGE, Language, capital
from borderwire.site.names import Name, Names
from borderwire.text import squash

_MOST = 3  # names given before the rest is only counted
_DAY, _MONTH, _YEAR = len("2025-08-15"), len("2025-08"), len("2025")
_NEAR = 700  # characters, about a paragraph: further away another meeting of the same kind may be meant
_GOVERNMENT = squash("Chính phủ")
# Offices that each state has once: their country tells whose they are. An ambassador's would mislead.
_OF_STATE = (
    "Thủ tướng", "Phó Thủ tướng", "Tổng Bí thư", "Chủ tịch nước", "Phó Chủ tịch nước", "Chủ tịch Quốc hội",
    "Phó Chủ tịch Quốc hội",
)  # fmt: skip


class Abstracts:
    """Writes abstracts in one language. All sentences are HTML; words of the text bear their language."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.language: Language = names.language
        self._ = names.language.gettext
        self._foreign = names.language.code != SOURCE_LANGUAGE

    def sentences(self, record: Record) -> tuple[Markup, ...]:
        # The frames are the catalogue's; all that is put into them is escaped.
        return tuple(Markup(capital(sentence)) for sentence in self._sentences(record))

    def _sentences(self, record: Record) -> Iterator[str]:
        event = [*self._event(record)]
        yield from event
        yield from self._parties(record, alone=not event)
        yield from self._ordinal(record)
        yield from self._people(record)
        yield from self._documents(record)
        yield from self._next(record)

    # --- what, when and where ---------------------------------------------------------------------------

    def _event(self, record: Record) -> Iterator[str]:
        kind = record.event_type
        event = self._kind(kind) if kind else ""
        when, where = self._when(record), self._where(record)
        values = {"event": event, "when": when, "where": where}
        if event and when and where:
            yield self._("The article reports on %(event)s %(when)s %(where)s.") % values
        elif event and when:
            yield self._("The article reports on %(event)s %(when)s.") % values
        elif event and where:
            yield self._("The article reports on %(event)s %(where)s; the date is not settled.") % values
        elif event:
            yield self._("The article reports on %(event)s; the date is not settled.") % values
        elif when and where:
            yield self._("The article reports on what happened %(when)s %(where)s.") % values
        elif when:
            yield self._("The article reports on what happened %(when)s.") % values

    def _kind(self, kind: EventType) -> str:
        return self._noun(EVENTS.get(kind.id, ""), self.names.event(kind.id, kind.as_written))

    def _noun(self, noun: str, name: str) -> str:
        """The kind with its article, where the language has a message for that; else its plain name."""
        if noun and (self.language.knows(noun) or self.language.code == "en"):
            return escape(self._(noun))
        return escape(name)

    def _when(self, record: Record) -> str:
        value = record.event_date.of_event
        if not value:
            partial = record.event_date.partial
            return self._("on %(date)s (the year is not told)") % {"date": self._date(partial)} if partial else ""
        if record.event_end:
            first = self._first_day(value, record.event_end)
            return self._("from %(date)s to %(until)s") % {"date": first, "until": self._date(record.event_end)}
        if len(value) == _DAY:
            return self._("on %(date)s") % {"date": self._date(value)}
        return self._("in %(month_or_year)s") % {"month_or_year": self._date(value)}

    def _first_day(self, first: str, last: str) -> str:
        """The first day without the month or year that the last one tells, where days are written before them."""
        whole = self._date(first)
        if len(first) != _DAY or len(last) != _DAY or not whole.startswith(str(int(first[8:]))):
            return whole
        if first[:_MONTH] == last[:_MONTH]:
            return self.language.number(int(first[8:]))
        return self._date(f"--{first[_YEAR + 1 :]}") if first[:_YEAR] == last[:_YEAR] else whole

    def _date(self, iso: str | None) -> str:
        date = escape(self.language.date(iso))
        digits = (iso or "").lstrip("-")
        if len(digits) == _YEAR:
            return self._("%(year)s") % {"year": date}
        is_month = len(digits) in (_MONTH, len("08"))
        return self._("%(month)s") % {"month": date} if is_month else date

    def _where(self, record: Record) -> str:
        """The venue: in the words of the text on Vietnamese pages, its province with the country on others."""
        venue = record.venue
        if venue is None:
            return ""
        if not self._foreign:
            return self._("at %(place)s") % {"place": escape(venue.as_written)}
        if venue.province is None:
            return self._("at %(place)s") % {"place": self._quoted(venue.as_written)}
        place = self._marked(self.names.province(venue.province))
        country: Country = "LA" if venue.province.startswith("LA") else "VN"
        return self._("in %(place)s (%(country)s)") % {"place": place, "country": escape(self.names.country(country))}

    # --- who --------------------------------------------------------------------------------------------

    def _parties(self, record: Record, *, alone: bool) -> Iterator[str]:
        """Who took part in a meeting, and which provinces anything else concerns, beyond where it was. alone: nothing
        is told of the event."""
        rows = [item for item in record.provinces if item.role == "party"]
        here = {record.venue.province} if record.venue and record.venue.province else set()
        if here.issuperset(item.id for item in rows):
            return
        vietnam, laos = (
            self.language.join(
                [self._marked(self.names.province(item.id, item.name)) for item in rows if item.country == of]
            )
            for of in ("VN", "LA")
        )
        values = {"vietnam": vietnam, "laos": laos}
        met = record.event_type is not None and record.event_type.id in MEETINGS
        if vietnam and laos and met:
            yield self._("%(vietnam)s took part for Vietnam, %(laos)s for Laos.") % values
        elif vietnam and laos:
            both = self._("The article concerns %(vietnam)s in Vietnam and %(laos)s in Laos.")
            yield (both if alone else self._("It concerns %(vietnam)s in Vietnam and %(laos)s in Laos.")) % values
        elif vietnam:
            one = self._("The article concerns %(province)s in Vietnam.")
            yield (one if alone else self._("It concerns %(province)s in Vietnam.")) % {"province": vietnam}
        elif laos:
            one = self._("The article concerns %(province)s in Laos.")
            yield (one if alone else self._("It concerns %(province)s in Laos.")) % {"province": laos}

    def _ordinal(self, record: Record) -> Iterator[str]:
        series = record.series
        if series and series.ordinal and series.basis == "explicit" and _bears(record.event_type, series):
            yield self._("It was number %(n)s in its series.") % {"n": self.language.number(series.ordinal)}

    def _people(self, record: Record) -> Iterator[str]:
        people = record.officials
        if not people:
            return
        rows = [self._named(person) for person in people[:_MOST]]
        if len(people) > _MOST:
            rows.append(self.language.count("%(n)s more official", "%(n)s more officials", len(people) - _MOST))
        yield self._("The article names %(names)s.") % {"names": self.language.join(rows)}

    def _named(self, person: OfficialFact) -> str:
        """Rank, name and office, in the page's language where the gazetteer knows them."""
        name = self._own(person.name)
        if person.rank:
            rank = self.names.rank(person.rank)
            told = escape(rank) if rank else self._own(person.rank)
            name = self._("%(rank)s %(name)s") % {"rank": told, "name": name}
        office = self._office(person)
        return self._("%(name)s (%(office)s)") % {"name": name, "office": office} if office else name

    def _office(self, person: OfficialFact) -> str:
        position, body = person.position, person.organization
        if not self._foreign:
            return escape(_joined(position or "", body or ""))
        gloss = self.names.organization(body) if body else None
        office = self.names.office(position, body, beside=bool(gloss)) if position else None
        told = escape(office) if office else self._own(position) if position else ""
        named = (gloss or self._own(body)) if body else ""
        if office and squash(body or "").startswith(_GOVERNMENT):
            named = named.partition(", ")[2]  # a Prime Minister's government need not be told, but its country
        elif office and named and squash(named) in squash(office):
            named = ""  # "Chairman of the National Assembly"
        if not named and person.country and (position or "").startswith(_OF_STATE):
            named = escape(self.names.country(person.country))  # "Prime Minister, Laos"
        return self._("%(office)s, %(body)s") % {"office": told, "body": named} if told and named else told or named

    # --- documents and what comes next ------------------------------------------------------------------

    def _documents(self, record: Record) -> Iterator[str]:
        frames: dict[AgreementStatus, str] = {
            "signed": self._("The signing of %(documents)s is reported."),
            "exchanged": self._("The exchange of %(documents)s is reported."),
            "referenced": self._("Reference is made to what was concluded earlier: %(documents)s."),
            "planned": self._("Plans for %(documents)s are mentioned."),
        }
        for status, frame in frames.items():
            papers = [item for item in record.agreements if item.status == status]
            counts = Counter((item.type, item.date if status == "referenced" else None) for item in papers)
            rows = [self._document(kind, date, number) for (kind, date), number in counts.items()]
            if rows:
                yield frame % {"documents": self.language.join(rows)}

    def _document(self, kind: str, date: str | None, number: int) -> str:
        one, several = DOCUMENTS.get(kind, ("", ""))
        name = self.names.document(kind)
        if number == 1:
            told = self._noun(one, name)
        else:
            values = {"n": self.language.number(number), "documents": self._noun(several, name)}
            told = self._("%(n)s %(documents)s") % values
        if not date:
            return told
        if len(date) == _DAY:
            return self._("%(document)s of %(date)s") % {"document": told, "date": self._date(date)}
        return self._("%(document)s of %(month_or_year)s") % {"document": told, "month_or_year": self._date(date)}

    def _next(self, record: Record) -> Iterator[str]:
        meeting = record.series.next if record.series else None
        if meeting is None:
            return
        when = self._date(meeting.date) or (self._quoted(meeting.as_written) if meeting.as_written else "")
        where = self._marked(self.names.province(meeting.venue)) if meeting.venue else ""
        if when and where:
            yield self._("The next meeting is announced for %(when)s in %(where)s.") % {"when": when, "where": where}
        elif when:
            yield self._("The next meeting is announced for %(when)s.") % {"when": when}

    # --- words of other languages -----------------------------------------------------------------------

    def _quoted(self, words: str) -> str:
        return self._("“%(words)s”") % {"words": self._own(words)}

    def _own(self, words: str) -> str:
        """Words of the text."""
        return self._marked(Name(words, SOURCE_LANGUAGE if self._foreign else None))

    def _marked(self, name: Name) -> str:
        text = escape(name.text)
        return f'<span lang="{name.lang}">{text}</span>' if name.lang else text


def _bears(event: EventType | None, series: Series) -> bool:
    """What is numbered is called as the event is ("cuộc hội đàm", "hội đàm thường niên lần thứ 5"), not far from where
    that is named, and the event is of a kind that is held again and again."""
    if event is None or event.id not in MEETINGS or not series.spans or not series.as_written:
        return False
    near = any(abs(start - series.spans[0][0]) <= _NEAR for start, _end in event.spans)
    name, numbered = event.as_written.lower().split(), series.as_written.lower().split()
    return near and any(name[-size:] == numbered[:size] for size in range(1, len(name) + 1))


def _joined(position: str, body: str) -> str:
    """Office and body as they are said in one breath: "Trưởng Công an quận" of "Công an quận Gò Vấp", "Bộ trưởng Ngoại
    giao" of "Bộ Ngoại giao"."""
    office, unit = position.split(), body.split()
    said, heads = [word.lower() for word in office], [word.lower() for word in unit]
    for shared in range(min(len(said) - 1, len(heads)), 0, -1):
        if said[-shared:] == heads[:shared] or (shared > 1 and said[-shared:] == heads[1 : shared + 1]):
            office = office[:-shared]
            break
    return " ".join([*office, *unit])
