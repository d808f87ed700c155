"""The index of officials: by given name, by full name, by rank, by the last article, by the number of articles."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from borderwire.model import File, Person
from borderwire.posts import LastPost, last_post
from borderwire.site import urls
from borderwire.site.contexts import Link, OfficialRow, OfficialsPage
from borderwire.site.orders import Order, links
from borderwire.site.pages.officials import name_lang, period_of
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer
from borderwire.text import SortKey, given_name_key, sort_key

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # Á stands under A; Ă, Â, Đ are letters of their own
_FULL_NAME = "full_name"
_RANK = "rank"


def official_index(renderer: Renderer) -> Iterator[File]:
    """officials/index.html (by given name), officials/by_ORDER/."""
    people = renderer.shelves.archive.people
    posts = {person.id: last_post(person, renderer.shelves.entries) for person in people}
    rows = {person.id: _row(renderer, person, posts[person.id]) for person in people}
    orders = _orders(renderer, posts)
    size = renderer.settings.page_size * 2  # a row is a line, not a card
    for order in orders:
        path, ordered = order.path(urls.OFFICIALS), order.sort(people)
        heads = _heads(ordered, order.id == _FULL_NAME) if order.id in ("", _FULL_NAME) else {}
        letters = tuple(_jumps(heads, ordered, path, size))
        for address, part, paging in paged(ordered, path, size):
            context = OfficialsPage(
                rows=tuple(replace(rows[person.id], letter_id=_anchor(heads.get(person.id))) for person in part),
                orders=links(orders, order, urls.OFFICIALS),
                letters=letters,
                note=_rank_note(renderer) if order.id == _RANK else "",
                paging=paging,
            )
            title = renderer._("Officials")
            yield renderer.page("officials.html", address, title, section="officials", officials=context)


def given_key(person: Person) -> tuple[SortKey, SortKey]:
    """Officials of Vietnam, of whatever people, stand under the last syllable, as lists there have them; those of Laos
    under the first, the given name, also where the name is Hmong: the side decides, since a name alone does not."""
    whole = sort_key(person.name)
    return given_name_key(person.name) if person.country == "VN" else (whole, whole)


def _orders(renderer: Renderer, posts: Mapping[str, LastPost]) -> tuple[Order[Person], ...]:
    """By rank: those of a rank by their offices, then those whose rank no article tells, by their offices too, last
    those of whom neither is known. Those without a date stand last as well."""
    _ = renderer._
    entries = renderer.shelves.entries
    given = {ident: given_key(person) for ident, person in renderer.shelves.people.items()}

    def seniority(person: Person) -> tuple[int, int]:
        post = posts[person.id]
        return -renderer.names.seniority(post.rank), -renderer.names.office_order(post.position)

    def last_seen(person: Person) -> int:
        dates = (entries[mention.entry].date or "" for mention in person.mentions)
        return max((int(date.replace("-", "").ljust(8, "0")) for date in dates if date[:1].isdigit()), default=0)

    return (
        Order("", _("By given name"), lambda person: (given[person.id], person.id)),
        Order(_FULL_NAME, _("By full name"), lambda person: (sort_key(person.name), person.id)),
        Order(
            _RANK,
            _("By rank"),
            lambda person: (seniority(person), given[person.id], person.id),
        ),
        Order("last_seen", _("Last seen first"), lambda person: (-last_seen(person), given[person.id], person.id)),
        Order("articles", _("Most articles first"), lambda person: (-_articles(person), given[person.id], person.id)),
    )


def _articles(person: Person) -> int:
    return len({mention.entry for mention in person.mentions})


def _heads(people: Sequence[Person], by_full_name: bool) -> dict[str, str]:
    """The first person of every letter -> the letter."""
    found: dict[str, str] = {}
    for person in people:
        found.setdefault(_letter(person, by_full_name), person.id)
    return {ident: letter for letter, ident in found.items()}


def _letter(person: Person, by_full_name: bool) -> str:
    words = person.name.split()
    if not words:
        return "#"
    word = words[-1] if person.country == "VN" and not by_full_name else words[0]
    letter = unicodedata.normalize("NFD", word[0].upper())
    return unicodedata.normalize("NFC", "".join(part for part in letter if part not in _TONES))


def _jumps(heads: Mapping[str, str], people: Sequence[Person], path: str, size: int) -> Iterator[Link]:
    """To the first person of every letter, on whatever page of the list."""
    for place, person in enumerate(people):
        letter = heads.get(person.id)
        if letter:
            yield Link(letter, f"{urls.to(urls.numbered(path, place // size + 1))}#{_anchor(letter)}")


def _anchor(letter: str | None) -> str | None:
    """Id of a letter's first row: its code point, since letters with accents differ."""
    return f"l{ord(letter):x}" if letter else None


def _rank_note(renderer: Renderer) -> str:
    return renderer._(
        "Those of one rank go by their offices; those whose rank no article tells follow, by their offices too."
    )


def _row(renderer: Renderer, person: Person, post: LastPost) -> OfficialRow:
    entries = renderer.shelves.entries
    rank, position, organization = renderer.names.post(post.rank, post.position, post.organization)
    return OfficialRow(
        link=Link(person.name, urls.to(urls.official(person.id)), name_lang(renderer)),
        side=(person.country or "").lower(),
        country=renderer.names.country(person.country),
        rank=rank,
        rank_told=_rank_told(renderer, post) if post.is_earlier else "",
        position=position,
        organization=organization,
        period=period_of(renderer, [entries[mention.entry].date for mention in person.mentions], short=True),
        articles=renderer.number(_articles(person)),
        letter_id=None,
    )


def _rank_told(renderer: Renderer, post: LastPost) -> str:
    """When the rank was last told, where later articles tell an office only."""
    if not post.rank_date:
        return renderer._("undated")
    return renderer._("told in %(year)s") % {"year": renderer.language.date(post.rank_date[:4])}
