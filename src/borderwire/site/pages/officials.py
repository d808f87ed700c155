"""The index of officials, by given name and by full name, and a page for each."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from borderwire.model import Entry, File, Mention, OfficialFact, Person
from borderwire.site import urls
from borderwire.site.cards import people_links, phrase, then_and_now
from borderwire.site.contexts import Link, OfficialPage, OfficialRow, OfficialsPage, PersonMention, Post, Rise
from borderwire.site.foreign import joined, plain
from borderwire.site.judging import judged_rows, other_titles
from borderwire.site.marks import ordered
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer
from borderwire.text import SortKey, given_name_key, sort_key

_MOST_COUNTERPARTS = 24
_MOST_SOURCES = 6  # articles named for one line of a career
Told = tuple[Mention, Entry, OfficialFact]
_TONES = "\u0300\u0301\u0303\u0309\u0323"  # Á stands under A; Ă, Â, Đ are letters of their own


def official_pages(renderer: Renderer) -> Iterator[File]:
    """officials/index.html (by given name), officials/by_full_name/, officials/ID/."""
    people = renderer.shelves.archive.people
    yield from _index(renderer, people, given_key, urls.OFFICIALS)
    yield from _index(renderer, people, full_key, urls.OFFICIALS_BY_FULL_NAME)
    for person in people:
        yield from _pages(renderer, person)


def given_key(person: Person) -> tuple[SortKey, SortKey]:
    """Officials of Vietnam, of whatever people, stand under the last syllable, as lists there have them; those of Laos
    under the first, the given name, also where the name is Hmong: the side decides, since a name alone does not."""
    whole = sort_key(person.name)
    return given_name_key(person.name) if person.country == "VN" else (whole, whole)


def full_key(person: Person) -> SortKey:
    return sort_key(person.name)


def _index(renderer: Renderer, people: Sequence[Person], key: Callable[[Person], Any], path: str) -> Iterator[File]:
    _ = renderer._
    ordered_people = sorted(people, key=lambda person: (key(person), person.id))
    size = renderer.settings.page_size * 2  # a row is a line, not a card
    by_full_name = path == urls.OFFICIALS_BY_FULL_NAME
    letters = _letters(ordered_people, by_full_name, path, size)
    for address, row, paging in paged(ordered_people, path, size):
        context = OfficialsPage(
            rows=tuple(_rows(renderer, row, by_full_name)),
            by_full_name=by_full_name,
            other_order=urls.to(urls.OFFICIALS if by_full_name else urls.OFFICIALS_BY_FULL_NAME),
            letters=letters,
            paging=paging,
        )
        yield renderer.page("officials.html", address, _("Officials"), section="officials", officials=context)


def _letter(person: Person, by_full_name: bool) -> str:
    words = person.name.split()
    if not words:
        return "#"
    word = words[-1] if person.country == "VN" and not by_full_name else words[0]
    letter = unicodedata.normalize("NFD", word[0].upper())
    return unicodedata.normalize("NFC", "".join(part for part in letter if part not in _TONES))


def _letters(people: Sequence[Person], by_full_name: bool, path: str, size: int) -> tuple[Link, ...]:
    """Jumps to the first person of every letter, on whatever page of the list."""
    place = 0
    found: dict[str, Link] = {}
    for letter, group in groupby(people, key=lambda person: _letter(person, by_full_name)):
        address = urls.to(urls.numbered(path, place // size + 1))
        found.setdefault(letter, Link(letter, f"{address}#{anchor(letter)}"))
        place += sum(1 for _person in group)
    return tuple(found.values())


def anchor(letter: str) -> str:
    """Id of a letter's first row: its code point, since letters with accents differ."""
    return f"l{ord(letter):x}"


def _facts(renderer: Renderer, person: Person) -> list[Told]:
    entries = renderer.shelves.entries
    return [(m, entries[m.entry], entries[m.entry].record.officials[m.index]) for m in person.mentions]


def _rows(renderer: Renderer, people: Sequence[Person], by_full_name: bool) -> Iterator[OfficialRow]:
    seen: set[str] = set()
    for person in people:
        letter = _letter(person, by_full_name)
        yield _row(renderer, person, None if letter in seen else anchor(letter))
        seen.add(letter)


def _row(renderer: Renderer, person: Person, letter_id: str | None) -> OfficialRow:
    facts = _facts(renderer, person)
    latest = next((fact for _m, _entry, fact in reversed(facts) if fact.position or fact.rank), facts[-1][2])
    rank, position, organization = renderer.names.post(latest.rank, latest.position, latest.organization)
    return OfficialRow(
        link=Link(person.name, urls.to(urls.official(person.id)), _source(renderer)),
        side=(person.country or "").lower(),
        country=renderer.names.country(person.country),
        rank=rank,
        position=position,
        organization=organization,
        period=_period(renderer, [entry.date for _m, entry, _fact in facts], short=True),
        articles=renderer.number(len({mention.entry for mention in person.mentions})),
        letter_id=letter_id,
    )


def _source(renderer: Renderer) -> str | None:
    return None if renderer.language.code == "vi" else "vi"


def _period(renderer: Renderer, dates: Sequence[str | None], *, short: bool = False) -> str:
    """The first and the last known date, years only where short."""
    known = sorted(date[:4] if short else date for date in dates if date)
    if not known:
        return ""
    first, last = (renderer.language.date(date) for date in (known[0], known[-1]))
    return first if known[0] == known[-1] else f"{first} – {last}"


def _pages(renderer: Renderer, person: Person) -> Iterator[File]:
    facts = _facts(renderer, person)
    mentions = [_mention(renderer, *row) for row in reversed(facts)]
    provinces = {fact.province: None for _m, _entry, fact in facts if fact.province}
    path = urls.official(person.id)
    crumbs = (Link(renderer._("Officials"), urls.to(urls.OFFICIALS)),)
    for address, row, paging in paged(mentions, path, renderer.settings.page_size):
        context = OfficialPage(
            name=person.name,
            lang=_source(renderer),
            side=(person.country or "").lower(),
            country=renderer.names.country(person.country),
            spellings=tuple(item for item in person.spellings if item != person.name),
            titles=other_titles(person.titles, person.name),
            career=tuple(_career(renderer, person)) if paging.first <= 1 else (),
            rises=tuple(_rises(renderer, person)) if paging.first <= 1 else (),
            reasons=renderer.reasonings.of_merges(person.merges) if paging.first <= 1 else (),
            certainty=renderer.reasonings.certainty(person.merges),
            judged=judged_rows(renderer, person.judgements) if paging.first <= 1 else (),
            counterparts=_counterparts(renderer, person),
            provinces=tuple(then_and_now(renderer.shelves, renderer.names, ident) for ident in provinces),
            mentions=tuple(row),
            paging=paging,
        )
        yield renderer.page(
            "official.html",
            address,
            person.name,
            section="officials",
            description=_title(renderer, facts[-1][2]),
            crumbs=crumbs,
            official=context,
        )


def _title(renderer: Renderer, fact: OfficialFact) -> str:
    return plain(joined(", ", renderer.names.post(fact.rank, fact.position, fact.organization)))


def _career(renderer: Renderer, person: Person) -> Iterator[Post]:
    """The steps of the career as the archive pass put them together."""
    entries = renderer.shelves.entries
    for step in person.career:
        glosses = (
            renderer.names.rank(step.rank) if step.rank else None,
            renderer.names.office(step.position) if step.position else None,
            renderer.names.organization(step.organization) if step.organization else None,
        )
        yield Post(
            period=_period(renderer, [step.first, step.last]),
            rank=step.rank or "",
            position=step.position or "",
            organization=step.organization or "",
            gloss=joined(", ", filter(None, glosses)),
            phrases=tuple(_source_link(renderer, mention, entries[mention.entry]) for mention in _ends(step.mentions)),
        )


def _ends(rows: Sequence[Mention]) -> list[Mention]:
    """The first and the last of many."""
    return list(rows) if len(rows) <= _MOST_SOURCES else [*rows[: _MOST_SOURCES - 1], rows[-1]]


def _rises(renderer: Renderer, person: Person) -> Iterator[Rise]:
    for item in person.promotions:
        names = renderer.names
        old, new = (names.rank(text) or names.office(text) or names.written(text) for text in (item.old, item.new))
        yield Rise(old, new, renderer.language.date(item.after), renderer.language.date(item.by))


def _source_link(renderer: Renderer, mention: Mention, entry: Entry) -> Link:
    href = f"{urls.to(urls.article(entry.id))}#o{mention.index + 1}"
    date = renderer.language.date(entry.date, short=True)
    return Link(date or renderer._("undated"), href)


def _mention(renderer: Renderer, mention: Mention, entry: Entry, fact: OfficialFact) -> PersonMention:
    ident = f"o{mention.index + 1}"
    spans = ordered(fact.spans) or [(0, 0)]
    return PersonMention(renderer.card(entry), phrase(entry, spans[0], f"{ident}-1"), len(spans))


def _counterparts(renderer: Renderer, person: Person) -> tuple[Link, ...]:
    """People of the other country at the same events, whichever of their articles name them; most events first."""
    shelves = renderer.shelves
    count: Counter[str] = Counter()
    for event in shelves.events_of(mention.entry for mention in person.mentions) if person.country else ():
        others = (shelves.people[ident] for ident in shelves.people_at.get(event, ()))
        count.update(other.id for other in others if other.country and other.country != person.country)
    order = sorted(count, key=lambda ident: (-count[ident], shelves.people[ident].name, ident))[:_MOST_COUNTERPARTS]
    links = people_links(shelves, order, renderer.language)
    for link, ident in zip(links, order, strict=True):
        link.count = renderer.events(count[ident])
    return links
