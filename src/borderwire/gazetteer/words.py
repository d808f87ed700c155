"""Rows of documents, events, topics, countries and acts, and plain lists of words."""

from __future__ import annotations

from collections.abc import Callable

from borderwire.gazetteer.collected import Collected
from borderwire.gazetteer.forms import FORM_KEYS, row_entries, row_forms
from borderwire.gazetteer.matcher import Entry
from borderwire.gazetteer.rows import Row
from borderwire.gazetteer.types import DocumentType, EventType, Founding, Goods, State, Term, TopicType
from borderwire.text import key


def document(row: Row, to: Collected) -> None:
    row.only((*FORM_KEYS, "id", "name_en", "agreement"))
    value = DocumentType(row.text("id"), row.text("name"), row.text("name_en"), row.flag("agreement"), row_forms(row))
    to.put(row, "document", value)
    to.add(row_entries(row, "document", value.id))


def event(row: Row, to: Collected) -> None:
    row.only((*FORM_KEYS, "id", "name_en", "order"))
    value = EventType(row.text("id"), row.text("name"), row.text("name_en"), row.number("order"), row_forms(row))
    to.put(row, "event", value)
    to.add(row_entries(row, "event", value.id))


def topic(row: Row, to: Collected) -> None:
    """The name of a topic is a label, no form."""
    row.only(("id", "name", "name_en", "forms"))
    value = TopicType(row.text("id"), row.text("name"), row.text("name_en"), row.strings("forms"))
    to.put(row, "topic", value)
    to.add(row_entries(row, "topic", value.id, value.forms))


def goods(row: Row, to: Collected) -> None:
    """Forms are looked up after a number and its unit, never sought in a text: they go into no matcher."""
    row.only(("id", "name", "name_matched", "name_en", "broader", "traded", "forms"))
    names = row.text("id"), row.text("name"), row.text("name_en")
    to.put(row, "goods", Goods(*names, row_forms(row), row.optional("broader"), row.flag("traded")))


def founding(row: Row, to: Collected) -> None:
    """Forms are looked up after a number of years, never sought in a text: they go into no matcher."""
    row.only(("id", "name", "name_en", "date", "between", "forms"))
    names = row.text("id"), row.text("name"), row.text("name_en")
    to.put(row, "founding", Founding(*names, row.text("date"), row.strings("forms"), row.optional("between")))


def country(row: Row, to: Collected) -> None:
    """Capitals stand for a state only where a text tells of what states do: they go into no matcher."""
    row.only((*FORM_KEYS, "id", "name_en", "capitals"))
    names = row.text("id"), row.text("name"), row.text("name_en")
    value = State(*names, row_forms(row), row.strings("capitals"))
    to.put(row, "country", value)
    to.add(row_entries(row, "country", value.id))


def term(kind: str) -> Callable[[Row, Collected], None]:
    """Reads rows of that kind into `Term`s."""

    def read(row: Row, to: Collected) -> None:
        row.only((*FORM_KEYS, "id", "name_en"))
        value = Term(row.text("id"), row.text("name"), row.text("name_en"), row_forms(row))
        to.put(row, kind, value)
        to.add(row_entries(row, kind, value.id))

    return read


def plain(kind: str) -> Callable[[Row, Collected], None]:
    """A list of forms; the id of each is its own match key."""

    def read(row: Row, to: Collected) -> None:
        to.add(Entry(kind, _ident(form), form) for form in row.strings("forms"))

    return read


def level(row: Row, to: Collected) -> None:
    row.only(("id", "name_en", "forms"))
    to.levels[row.text("id")] = row


def words(row: Row, to: Collected) -> None:
    to.words[row.section] = row.strings("forms")


def _ident(form: str) -> str:
    return " ".join(key(part) for part in form.split())
