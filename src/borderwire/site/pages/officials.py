"""A page for each official."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from borderwire.model import Entry, File, Mention, OfficialFact, Person
from borderwire.posts import LastPost, last_post
from borderwire.site import urls
from borderwire.site.cards import people_links, phrase, then_and_now
from borderwire.site.contexts import Link, OfficialPage, PersonMention, Post, Rise
from borderwire.site.foreign import joined, plain
from borderwire.site.judging import judged_rows, other_titles
from borderwire.site.marks import ordered
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer

_MOST_COUNTERPARTS = 24
_MOST_MENTIONS = 30  # on one page
_MOST_SOURCES = 6  # articles named for one line of a career
Told = tuple[Mention, Entry, OfficialFact]


def official_pages(renderer: Renderer) -> Iterator[File]:
    """officials/ID/."""
    for person in renderer.shelves.archive.people:
        yield from _pages(renderer, person)


def facts_of(renderer: Renderer, person: Person) -> list[Told]:
    """The mentions of a person with their articles."""
    entries = renderer.shelves.entries
    return [(m, entries[m.entry], entries[m.entry].record.officials[m.index]) for m in person.mentions]


def name_lang(renderer: Renderer) -> str | None:
    """The language of names, where the page's is another."""
    return None if renderer.language.code == "vi" else "vi"


def period_of(renderer: Renderer, dates: Sequence[str | None], *, short: bool = False) -> str:
    """The first and the last known date, years only where short."""
    known = sorted(date[:4] if short else date for date in dates if date)
    if not known:
        return ""
    first, last = (renderer.language.date(date) for date in (known[0], known[-1]))
    return first if known[0] == known[-1] else f"{first} – {last}"


def _pages(renderer: Renderer, person: Person) -> Iterator[File]:
    facts = facts_of(renderer, person)
    newest = sorted(facts, key=lambda row: row[1].date or "", reverse=True)  # undated ones come last
    mentions = [_mention(renderer, *row) for row in newest]
    provinces = {fact.province: None for _m, _entry, fact in facts if fact.province}
    path, post = urls.official(person.id), last_post(person, renderer.shelves.entries)
    crumbs = (Link(renderer._("Officials"), urls.to(urls.OFFICIALS)),)
    for address, row, paging in paged(mentions, path, min(renderer.settings.page_size, _MOST_MENTIONS)):
        context = OfficialPage(
            name=person.name,
            lang=name_lang(renderer),
            side=(person.country or "").lower(),
            country=renderer.names.country(person.country),
            spellings=tuple(item for item in person.spellings if item != person.name),
            titles=other_titles(person.titles, person.name),
            post=joined(", ", renderer.names.post(post.rank, post.position, post.organization)),
            career=tuple(_career(renderer, person)) if paging.first <= 1 else (),
            rises=tuple(_rises(renderer, person)) if paging.first <= 1 else (),
            reasons=renderer.reasonings.of_merges(person.merges) if paging.first <= 1 else (),
            certainty=renderer.reasonings.certainty(person.merges),
            judged=judged_rows(renderer, person.judgements) if paging.first <= 1 else (),
            counterparts=_counterparts(renderer, person),
            provinces=tuple(then_and_now(renderer.shelves, renderer.names, ident) for ident in provinces),
            mentions=tuple(mention for mention in row if mention.card.date),
            undated=tuple(mention for mention in row if not mention.card.date),
            paging=paging,
        )
        yield renderer.page(
            "official.html",
            address,
            person.name,
            section="officials",
            description=_title(renderer, post),
            crumbs=crumbs,
            official=context,
        )


def _title(renderer: Renderer, post: LastPost) -> str:
    return plain(joined(", ", renderer.names.post(post.rank, post.position, post.organization)))


def _career(renderer: Renderer, person: Person) -> Iterator[Post]:
    """The steps of the career as the archive pass put them together."""
    entries = renderer.shelves.entries
    for step in person.career:
        glosses = (
            renderer.names.rank(step.rank) if step.rank else None,
            renderer.names.office(step.position, step.organization) if step.position else None,
            renderer.names.organization(step.organization) if step.organization else None,
        )
        yield Post(
            period=period_of(renderer, [step.first, step.last]),
            rank=step.rank or "",
            position=step.position or "",
            organization=step.organization or "",
            gloss=joined(", ", filter(None, glosses)),
            phrases=_sources(renderer, [(mention, entries[mention.entry]) for mention in step.mentions]),
        )


def _sources(renderer: Renderer, rows: Sequence[tuple[Mention, Entry]]) -> tuple[Link, ...]:
    """One article for each day, the first days and the last of many; undated ones only where there is no other."""
    links = {link.text: link for link in reversed([_source_link(renderer, *row) for row in rows])}
    undated = links.pop(renderer._("undated"), None)
    found = [*reversed(links.values())] or ([undated] if undated else [])
    return tuple(found if len(found) <= _MOST_SOURCES else [*found[: _MOST_SOURCES - 1], found[-1]])


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
    links = people_links(shelves, order, renderer.names)
    for link, ident in zip(links, order, strict=True):
        link.count = renderer.events(count[ident])
    return links
