"""An article as it stands in a list, and its words around a fact. Made once a language, whatever lists it is on."""

from __future__ import annotations

from borderwire.errors import Span
from borderwire.model import Entry, ProvinceFact
from borderwire.posts import last_post
from borderwire.site import urls
from borderwire.site.contexts import Card, Link, Phrase
from borderwire.site.foreign import filled, joined
from borderwire.site.languages import Language
from borderwire.site.names import Names
from borderwire.site.shelves import Shelves

_REACH = 160  # characters of a sentence shown on either side of a phrase


def province_link(shelves: Shelves, names: Names, ident: str, fallback: str = "", count: str = "") -> Link:
    """A province by its name; href: "" where no article names it, so that it has no page (an office may tell of a
    province that the text does not name)."""
    name = names.province(ident, fallback)
    href = urls.to(urls.province(ident)) if ident in shelves.by_province else ""
    return Link(name.text, href, name.lang, count)


def then_and_now(shelves: Shelves, names: Names, ident: str) -> Link:
    """A province as named then; count: the province of today that it is part of now, "" where it still is one."""
    link = province_link(shelves, names, ident)
    row = names.terms.provinces.get(ident)
    if row is not None and row.merged_into:
        now = names.language.gettext("now %(province)s")
        link.count = filled(now, province=names.province(row.merged_into).marked)
    return link


def make_card(entry: Entry, names: Names) -> Card:
    record, language = entry.record, names.language
    kind = record.event_type
    return Card(
        href=urls.to(urls.article(entry.id)),
        title=entry.label,
        made=entry.label_made,
        iso=entry.date or "",
        date=language.date(entry.date, short=True),
        kind=names.event(kind.id, kind.as_written) if kind else "",
        vietnam=tuple(_places(record.provinces, "VN", names)),
        laos=tuple(_places(record.provinces, "LA", names)),
        outlet=record.outlet or "",
    )


def _places(provinces: tuple[ProvinceFact, ...], country: str, names: Names) -> list[Link]:
    """Those that take part or are the venue; all that are named where none does."""
    row = [item for item in provinces if item.country == country]
    active = [item for item in row if item.role != "mentioned"]
    shown = [(item.id, names.province(item.id, item.name)) for item in active or row]
    return [Link(name.text, urls.to(urls.province(ident)), name.lang) for ident, name in shown]


def news_day(entry: Entry) -> str | None:
    """The day of publication, else of the event; None where only a month or a year is known."""
    published = entry.record.published.value if entry.record.published else entry.article.metadata.published
    return next((day for day in (published, entry.date) if day and len(day) == 10 and not day.startswith("--")), None)


def web_address(url: str | None) -> str | None:
    """An address of the web; anything else in front matter is no link."""
    return url if url and url.startswith(("http://", "https://")) else None


def entry_link(entry: Entry, language: Language) -> Link:
    """The title of an article; count: its date."""
    date = language.date(entry.date, short=True)
    return Link(entry.label, urls.to(urls.article(entry.id)), source_lang(entry, language), date)


def source_lang(entry: Entry, language: Language) -> str | None:
    """Language of an article's own words where the page speaks another."""
    own = entry.article.metadata.language or "vi"
    return own if own != language.code else None


def phrase(entry: Entry, span: Span, anchor: str) -> Phrase:
    """The words of a fact in their sentence, cut where it is long."""
    text = entry.article.text
    start, end = span
    left = max(text.rfind("\n", 0, start) + 1, _sentence_start(text, start))
    right = min(_find(text, "\n", end), _sentence_end(text, end))
    before, after = text[left:start], text[end:right]
    if len(before) > _REACH:
        before = "… " + before[-_REACH:].partition(" ")[2]
    if len(after) > _REACH:
        after = after[:_REACH].rpartition(" ")[0] + " …"
    href = f"{urls.to(urls.article(entry.id))}#{anchor}"
    return Phrase(before, text[start:end], after, href)


def _find(text: str, what: str, start: int) -> int:
    found = text.find(what, start)
    return len(text) if found < 0 else found


def _sentence_start(text: str, at: int) -> int:
    """After the last full stop that a space and a capital follow, within reach."""
    low = max(0, at - 3 * _REACH)
    found = at
    while (found := text.rfind(". ", low, found)) >= 0:
        if text[found + 2 : found + 3].isupper():
            return found + 2
    return low


def _sentence_end(text: str, at: int) -> int:
    high = min(len(text), at + 3 * _REACH)
    found = at - 1
    while (found := text.find(". ", found + 1, high)) >= 0:
        if text[found + 2 : found + 3].isupper():
            return found + 1
    return high


def person_label(shelves: Shelves, names: Names, ident: str) -> str:
    """The name, with the latest office where another person has the same: "Vũ An, Deputy Director"."""
    person = shelves.people[ident]
    name = names.written(person.name)
    if ident not in shelves.namesakes:
        return name
    latest = last_post(person, shelves.entries)
    rank, position, organization = names.post(latest.rank, latest.position, latest.organization)
    return joined(", ", (name, position or rank, organization))


def people_links(shelves: Shelves, idents: list[str], names: Names) -> tuple[Link, ...]:
    """Persons by id; count: how many articles name them."""
    return tuple(_person_link(shelves, names, ident) for ident in idents)


def _person_link(shelves: Shelves, names: Names, ident: str) -> Link:
    person = shelves.people[ident]
    count = names.language.number(len({mention.entry for mention in person.mentions}))
    if ident in shelves.namesakes:
        return Link(person_label(shelves, names, ident), urls.to(urls.official(ident)), None, count)
    return Link(person.name, urls.to(urls.official(ident)), names.foreign, count)
