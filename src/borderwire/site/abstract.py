"""A few sentences about an article, made from its record by fixed grammar and from nothing else.

Every sentence stands for itself and is a message of the catalogue, so that each language orders its words as it
must. What the record does not hold is not said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from borderwire.model import AgreementFact, AgreementStatus, Country, OfficialFact, Record
from borderwire.site.abstract_words import DOCUMENTS, EVENTS
from borderwire.site.languages import SOURCE_LANGUAGE, Language, capital
from borderwire.site.names import Name, Names

_MOST = 3  # names given before the rest is only counted
_DAY, _MONTH, _YEAR = len("2025-08-15"), len("2025-08"), len("2025")


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
        yield from self._event(record)
        yield from self._parties(record)
        yield from self._ordinal(record)
        yield from self._people(record)
        yield from self._documents(record)
        yield from self._next(record)

    # --- what, when and where ---------------------------------------------------------------------------

    def _event(self, record: Record) -> Iterator[str]:
        kind = record.event_type
        event = self._noun(EVENTS, kind.id, self.names.event(kind.id, kind.as_written)) if kind else ""
        when, where = self._when(record), self._where(record)
        values = {"event": event, "when": when, "where": where}
        if event and when and where:
            yield self._("The article tells of %(event)s %(when)s in %(where)s.") % values
        elif event and when:
            yield self._("The article tells of %(event)s %(when)s.") % values
        elif event and where:
            yield self._("The article tells of %(event)s in %(where)s; the date is not settled.") % values
        elif event:
            yield self._("The article tells of %(event)s; the date is not settled.") % values
        elif when and where:
            yield self._("The article tells of what happened %(when)s in %(where)s.") % values
        elif when:
            yield self._("The article tells of what happened %(when)s.") % values

    def _noun(self, nouns: Mapping[str, str], ident: str, name: str) -> str:
        """The kind with its article, where the language has a message for that; else its plain name."""
        noun = nouns.get(ident, "")
        if noun and (self.language.knows(noun) or noun.endswith(name)):  # the second: a name that is English
            return escape(self._(noun))
        return escape(name)

    def _when(self, record: Record) -> str:
        value = record.event_date.value
        if not value:
            partial = record.event_date.partial
            return self._("on %(date)s of a year not told") % {"date": self._date(partial)} if partial else ""
        if record.event_end:
            return self._("from %(date)s to %(until)s") % {
                "date": self._date(value),
                "until": self._date(record.event_end),
            }
        if len(value) == _DAY:
            return self._("on %(date)s") % {"date": self._date(value)}
        return self._("in %(month_or_year)s") % {"month_or_year": self._date(value)}

    def _date(self, iso: str | None) -> str:
        date = escape(self.language.date(iso))
        return self._("the year %(year)s") % {"year": date} if iso and len(iso) == _YEAR else date

    def _where(self, record: Record) -> str:
        """The venue: in the words of the text on Vietnamese pages, its province with the country on others."""
        venue = record.venue
        if venue is None:
            return ""
        if not self._foreign:
            return escape(venue.as_written)
        if venue.province is None:
            return self._quoted(venue.as_written)
        place = self._marked(self.names.province(venue.province))
        return self._in_country(place, "LA" if venue.province.startswith("LA") else "VN")

    def _in_country(self, place: str, country: Country) -> str:
        return self._("%(place)s (%(country)s)") % {"place": place, "country": escape(self.names.country(country))}

    # --- who --------------------------------------------------------------------------------------------

    def _parties(self, record: Record) -> Iterator[str]:
        sides = [
            [
                self._marked(self.names.province(item.id, item.name))
                for item in record.provinces
                if item.role == "party" and item.country == country
            ]
            for country in ("VN", "LA")
        ]
        vietnam, laos = (self.language.join(side) for side in sides)
        values = {"vietnam": vietnam, "laos": laos}
        if vietnam and laos:
            yield self._("From Vietnam %(vietnam)s took part, from Laos %(laos)s.") % values
        elif vietnam:
            yield self._("It is about %(province)s (Vietnam).") % {"province": vietnam}
        elif laos:
            yield self._("It is about %(province)s (Laos).") % {"province": laos}

    def _ordinal(self, record: Record) -> Iterator[str]:
        if record.series and record.series.ordinal and record.series.basis == "explicit":
            yield self._("It was the meeting no. %(n)s of its row.") % {
                "n": self.language.number(record.series.ordinal)
            }

    def _people(self, record: Record) -> Iterator[str]:
        people = record.officials
        if not people:
            return
        rows = [self._named(person) for person in people[:_MOST]]
        if len(people) > _MOST:
            rows.append(self.language.count("%(n)s more official", "%(n)s more officials", len(people) - _MOST))
        yield self._("It names %(names)s.") % {"names": self.language.join(rows)}

    def _named(self, person: OfficialFact) -> str:
        """Rank, name and office, in the page's language where the gazetteer knows them."""
        rank = (self.names.rank(person.rank) or person.rank) if person.rank else ""
        name = self._own(person.name)
        words = f"{escape(rank)} {name}" if rank else name
        office = self._office(person)
        return f"{words} ({office})" if office else words

    def _office(self, person: OfficialFact) -> str:
        position, body = person.position, person.organization
        if not self._foreign:
            return escape(_joined(position or "", body or ""))
        gloss = self.names.office(position) if position else None
        parts = [
            escape(gloss) if gloss else self._own(position) if position else "",
            (self.names.organization(body) or self._own(body)) if body else "",
        ]
        return ", ".join(filter(None, parts))

    # --- documents and what comes next ------------------------------------------------------------------

    def _documents(self, record: Record) -> Iterator[str]:
        frames: dict[AgreementStatus, str] = {
            "signed": self._("The sides signed %(documents)s."),
            "exchanged": self._("The sides exchanged %(documents)s."),
            "referenced": self._("The article refers to %(documents)s."),
            "planned": self._("The sides are to sign %(documents)s."),
        }
        for status, frame in frames.items():
            counts = Counter(self._document(item) for item in record.agreements if item.status == status)
            rows = [name if number == 1 else f"{name} ({number})" for name, number in counts.items()]
            if rows:
                yield frame % {"documents": self.language.join(rows)}

    def _document(self, item: AgreementFact) -> str:
        name = self._noun(DOCUMENTS, item.type, self.names.document(item.type))
        if item.status != "referenced" or not item.date:
            return name
        if len(item.date) == _DAY:
            return self._("%(document)s of %(date)s") % {"document": name, "date": self._date(item.date)}
        return self._("%(document)s of %(month_or_year)s") % {
            "document": name,
            "month_or_year": self._date(item.date),
        }

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
        return self._own(words) if not self._foreign else f"“{self._own(words)}”"

    def _own(self, words: str) -> str:
        """Words of the text."""
        return self._marked(Name(words, SOURCE_LANGUAGE if self._foreign else None))

    def _marked(self, name: Name) -> str:
        text = escape(name.text)
        return f'<span lang="{name.lang}">{text}</span>' if name.lang else text


def _joined(position: str, body: str) -> str:
    """Office and body as they are said in one breath: "Trưởng Công an quận" of "Công an quận Gò Vấp"."""
    office, unit = position.split(), body.split()
    for shared in range(min(len(office), len(unit)), 0, -1):
        if [word.lower() for word in office[-shared:]] == [word.lower() for word in unit[:shared]]:
            office = office[:-shared]
            break
    return " ".join([*office, *unit])
