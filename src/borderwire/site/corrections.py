"""What a keeper has corrected, in the words of the page: what the archive had read, who changed it and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from borderwire.model import AppliedCorrection, Record
from borderwire.site.contexts import Fact, FactGroup, FactSide
from borderwire.site.languages import SOURCE_LANGUAGE
from borderwire.site.marks import province_fact, topic_fact
from borderwire.site.names import Names
from borderwire.site.units import unit_name

# Rows of the fact box that show a field of the whole article; the title has none.
_ROWS = {"event_date": "date", "event_end": "date", "published": "published", "event_type": "type"}
_NUMBERED = {
    "officials": "o", "agreements": "a", "figures": "n", "delegations": "d", "handed_over": "h", "border_gates": "g",
}  # fmt: skip
_DATES = frozenset(["event_date", "event_end", "published", "retrieved", "agreements.date"])
_PROVINCES = frozenset(["provinces", "provinces.id", "officials.province", "venue.province"])


def _labels(_: Callable[[str], str]) -> dict[str, str]:
    """Names of fields; a fact's main field has none, since the row itself names it."""
    return {
        "title": _("Title"),
        "outlet": _("Outlet"),
        "byline": _("Byline"),
        "url": _("Address"),
        "retrieved": _("Retrieved"),
        "rights": _("Rights"),
        "tags": _("Tags of the archive's keeper"),
        "event_date": _("Date"),
        "event_end": _("until"),
        "published": _("Published"),
        "event_type": _("Kind"),
        "venue": _("Venue"),
        "provinces": _("Provinces"),
        "officials": _("Officials"),
        "agreements": _("Agreements"),
        "figures": _("Figures"),
        "series": _("In the series"),
        "delegations": _("Delegation"),
        "handed_over": _("Handed over"),
        "border_gates": _("Border gate"),
        "topics": _("Topic"),
        "rank": _("rank"),
        "position": _("office"),
        "organization": _("body"),
        "province": _("province"),
        "country": _("country"),
        "also": _("further offices"),
        "head_of_delegation": _("head of delegation"),
        "status": _("status"),
        "type": _("kind of document"),
        "date": _("date"),
        "parties": _("parties"),
        "subject": _("matter"),
        "role": _("role"),
        "unit": _("unit"),
        "what": _("what is counted"),
        "value": _("number"),
        "from": _("giver"),
        "to": _("receiver"),
    }


@dataclass(frozen=True, slots=True)
class Told:
    """A correction in words. row: id of the row of the fact box that it belongs to, "" where there is none;
    label: of the field; was, value: both values in the page's language; words: the whole sentence."""

    row: str
    label: str
    was: str
    value: str
    words: str
    note: AppliedCorrection


class Corrections:
    """Tells corrections in one language. values: the words for statuses, roles and qualifiers."""

    def __init__(self, names: Names, values: dict[str, str]) -> None:
        self.names = names
        self.language = names.language
        self._ = names.language.gettext
        self.labels = _labels(names.language.gettext)
        self.values = values
        self.title = self._("Corrected by the keeper")
        self.foreign = None if names.language.code == SOURCE_LANGUAGE else SOURCE_LANGUAGE

    def tell(self, record: Record) -> list[Told]:
        """Every correction of the record, in its order."""
        return [self._told(note, record) for note in record.corrections]

    def into(self, groups: Sequence[FactGroup], record: Record) -> tuple[FactGroup, ...]:
        """The groups with each correction at its fact, and at their end what has no fact to stand at."""
        if not record.corrections:
            return tuple(groups)
        told: dict[str, list[Told]] = defaultdict(list)
        for row in self.tell(record):
            told[row.row].append(row)
        for group in groups:
            for side in group.sides:
                for fact in side.facts:
                    fact.corrected = tuple(row.words for row in told.pop(fact.id, ()))
        rest = [row for rows in told.values() for row in rows]
        if not rest:
            return tuple(groups)
        rows = tuple(self._row(number, row) for number, row in enumerate(rest, 1))
        side = FactSide("", "", rows)
        return (*groups, FactGroup("f-corrected", self.title, (side,), self.language.number(len(rows))))

    def _row(self, number: int, told: Told) -> Fact:
        """A correction as a row of its own: what is shown is what the archive had read."""
        value = told.value if told.note.action == "set" else told.was
        fact = Fact(f"c{number}", "c", told.label, value, self.foreign, None, corrected=(told.words,))
        fact.written = told.note.field.partition(".")[0] not in _ROWS
        return fact

    def _told(self, note: AppliedCorrection, record: Record) -> Told:
        was, value = self._value(note.field, note.was), self._value(note.field, note.value)
        said = {"by": note.by, "why": note.why, "was": was, "value": value}
        based = {
            "derived": self._("follows from the corrected date of the event; was “%(was)s”")
            if note.value is not None or record.event_date.value is None
            else self._("the corrected status says that it was not signed there; was “%(was)s”"),
            "sidecar-text": self._("set by the keeper beside the source; the text says “%(was)s”"),
            "sidecar-front-matter": self._("set by the keeper beside the source; the front matter says “%(was)s”"),
            "front-matter-text": self._("set in the front matter; the text says “%(was)s”"),
        }
        if note.basis in based:
            words = based[note.basis] % said
        elif note.action == "add":
            words = self._("added by %(by)s: %(why)s") % said
        elif note.action == "drop":
            words = self._("left out by %(by)s: %(why)s") % said
        else:
            words = self._("corrected from “%(was)s” by %(by)s: %(why)s") % said
        root, _, leaf = note.field.partition(".")
        label = self.labels.get(leaf, "") if leaf else self.labels.get(root, root)
        row = self._row_of(note, record)
        return Told(row, label, was, value, f"{label}: {words}" if leaf and label and row else words, note)

    def _value(self, field: str, value: object) -> str:
        """A value as the page tells it."""
        if value is None or value == ():
            return self._("nothing")
        if isinstance(value, bool):
            return self._("yes") if value else self._("no")
        if isinstance(value, int | float):
            return self.language.number(value)
        if isinstance(value, tuple):
            return ", ".join(map(str, value))
        return self._name(field, str(value))

    def _name(self, field: str, text: str) -> str:
        """A text, a date, or the name of what an id stands for."""
        leaf, names = field.rpartition(".")[2], self.names
        if field in _DATES:
            return self.language.date(text)
        if field in _PROVINCES:
            return names.province(text, text).text
        if leaf == "country":
            return names.country("VN" if text == "VN" else "LA")
        if field == "event_type":
            return names.event(text, text)
        if field == "agreements.type":
            return names.document(text)
        if field == "topics":
            return names.topic(text)
        if leaf == "unit":
            return unit_name(self.language, text)
        return self.values.get(text, text) if leaf in ("status", "role", "qualifier") else text

    def _row_of(self, note: AppliedCorrection, record: Record) -> str:
        """The row of the fact box at which the correction is shown."""
        root = note.field.partition(".")[0]
        if note.action == "drop":
            return ""
        if root in ("venue", "series"):
            return root
        if note.index is None:
            return _ROWS.get(root, "")
        if root == "provinces":
            return province_fact(record.provinces[note.index].id)
        if root == "topics":
            return topic_fact(record.topics[note.index].id)
        return f"{_NUMBERED[root]}{note.index + 1}"
