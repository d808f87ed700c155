"""A few sentences about an article, made from its record by fixed grammar and from nothing else.

Every sentence stands for itself and is a message of the catalogue, so that each language orders its words as it
must. What the record does not hold is not said.
"""

from __future__ import annotations

from collections.abc import Iterator

from borderwire.model import AgreementStatus, OfficialFact, Record
from borderwire.site.languages import Language
from borderwire.site.names import Names

_MOST = 3  # names given before the rest is only counted


class Abstracts:
    """Writes abstracts in one language."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.language: Language = names.language
        self._ = names.language.gettext

    def sentences(self, record: Record) -> tuple[str, ...]:
        return tuple(self._sentences(record))

    def _sentences(self, record: Record) -> Iterator[str]:
        yield from self._event(record)
        yield from self._parties(record)
        if record.venue:
            yield self._("Venue: %(place)s.") % {"place": record.venue.as_written}
        yield from self._people(record)
        yield from self._documents(record)
        yield from self._next(record)

    def _event(self, record: Record) -> Iterator[str]:
        language = self.language
        date = language.date(record.event_date.value)
        kind = record.event_type
        name = self.names.event(kind.id, kind.as_written) if kind else ""
        values = {"event": name, "date": date, "until": language.date(record.event_end)}
        if date and record.event_end:
            frame = self._("The article reports: %(event)s, %(date)s to %(until)s.")
            if not name:
                frame = self._("The article reports an event of %(date)s to %(until)s.")
            yield frame % values
        elif date and name:
            yield self._("The article reports: %(event)s, %(date)s.") % values
        elif date:
            yield self._("The article reports an event of %(date)s.") % values
        elif name:
            yield self._("The article reports: %(event)s; the date is not settled.") % values

    def _parties(self, record: Record) -> Iterator[str]:
        sides = [
            [
                self.names.province(item.id, item.name).text
                for item in record.provinces
                if item.role == "party" and item.country == country
            ]
            for country in ("VN", "LA")
        ]
        vietnam, laos = (self.language.join(side) for side in sides)
        values = {"vietnam": vietnam, "laos": laos}
        if vietnam and laos:
            yield self._("Taking part: %(vietnam)s (Vietnam); %(laos)s (Laos).") % values
        elif vietnam:
            yield self._("Taking part: %(vietnam)s (Vietnam).") % values
        elif laos:
            yield self._("Taking part: %(laos)s (Laos).") % values

    def _people(self, record: Record) -> Iterator[str]:
        people = record.officials
        if not people:
            return
        rows = [self._named(person) for person in people[:_MOST]]
        rest = len(people) - len(rows)
        if rest:
            rows.append(self.language.count("%(n)s more", "%(n)s more", rest))
        yield self._("Named in office: %(names)s.") % {"names": self.language.join(rows)}

    def _named(self, person: OfficialFact) -> str:
        """Rank and name, the rank in the page's language where the gazetteer knows it."""
        rank = (self.names.rank(person.rank) or person.rank) if person.rank else ""
        return f"{rank} {person.name}".strip()

    def _documents(self, record: Record) -> Iterator[str]:
        frames: dict[AgreementStatus, str] = {
            "signed": self._("Signed: %(documents)s."),
            "exchanged": self._("Exchanged: %(documents)s."),
            "referenced": self._("Referred to: %(documents)s."),
            "planned": self._("Planned to be signed: %(documents)s."),
        }
        for status, frame in frames.items():
            rows = [self.names.document(item.type) for item in record.agreements if item.status == status]
            if rows:
                yield frame % {"documents": self.language.join(rows)}

    def _next(self, record: Record) -> Iterator[str]:
        meeting = record.series.next if record.series else None
        if meeting is None:
            return
        when = self.language.date(meeting.date) or meeting.as_written
        where = self.names.province(meeting.venue).text if meeting.venue else ""
        if when and where:
            yield self._("The next meeting is announced for %(when)s in %(where)s.") % {"when": when, "where": where}
        elif when:
            yield self._("The next meeting is announced for %(when)s.") % {"when": when}
