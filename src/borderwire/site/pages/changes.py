"""The page of what has changed since an older build, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from borderwire.model import ArticleChange, ArticleRef, Cause, Changes, FactChange, File, ThingChange, Turn
from borderwire.site import urls
from borderwire.site.cards import entry_link
from borderwire.site.contexts import Changed, ChangesPage, Link, Paging
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer

Item = tuple[str, ArticleRef | ArticleChange | ThingChange]
_LONGEST = 300  # characters of a value; a lead can be a paragraph


def changes_page(renderer: Renderer) -> Iterator[File]:
    """changes/index.html, where the build was given an older one."""
    changes = renderer.settings.changes
    if changes is None:
        return
    title = renderer._("Changes")
    for path, part, paging in paged(_items(changes), urls.CHANGES, renderer.settings.page_size):
        yield renderer.page(
            "changes.html", path, title, section="about", changes=_page(renderer, changes, part, paging)
        )


def _items(changes: Changes) -> list[Item]:
    """All that the pages tell, in their order. An article that is gone has no page, one that is new no changes."""
    return [
        *(("added", ref) for ref in changes.added),
        *(("removed", ref) for ref in changes.removed),
        *(("read", item) for item in changes.articles),
        *(("thing", item) for item in changes.things),
    ]


def _page(renderer: Renderer, changes: Changes, part: Sequence[Item], paging: Paging) -> ChangesPage:
    _ = renderer._
    summary = _("Articles added: %(added)s, removed: %(removed)s, read differently: %(changed)s.") % {
        "added": renderer.number(len(changes.added)),
        "removed": renderer.number(len(changes.removed)),
        "changed": renderer.number(len(changes.articles)),
    }
    refs = [(kind, item) for kind, item in part if isinstance(item, ArticleRef)]
    return ChangesPage(
        summary=summary,
        versions=changes.versions if changes.versions[0] != changes.versions[1] else ("", ""),
        added=tuple(_article(renderer, ref) for kind, ref in refs if kind == "added"),
        removed=tuple(Link(ref.title or ref.path, "", "vi", ref.path) for kind, ref in refs if kind == "removed"),
        articles=tuple(
            (_article(renderer, item.article), item.old or "", tuple(_fact(renderer, fact) for fact in item.facts))
            for _kind, item in part
            if isinstance(item, ArticleChange)
        ),
        things=tuple(_thing(renderer, item) for _kind, item in part if isinstance(item, ThingChange)),
        paging=paging,
    )


def _article(renderer: Renderer, ref: ArticleRef) -> Link:
    entry = renderer.shelves.entries.get(ref.entry)
    return entry_link(entry, renderer.language) if entry else Link(ref.title or ref.path, "", "vi")


def _fact(renderer: Renderer, change: FactChange) -> Changed:
    what = _word(renderer, change.fact)
    if change.field:
        what += f", {_word(renderer, change.field)}"
    return Changed(
        sign=change.turn,
        turn=_turn(renderer, change.turn),
        what=what,
        name=Link(change.name, "", "vi"),
        old=_short(change.old),
        new=_short(change.new),
        cause=_cause(renderer, change.cause, change.because),
    )


def _thing(renderer: Renderer, change: ThingChange) -> Changed:
    what = renderer._("Row of meetings") if change.what == "series" else _word(renderer, change.what)
    if change.field:
        what += f", {_word(renderer, change.field)}"
    return Changed(
        sign=change.turn,
        turn=_turn(renderer, change.turn),
        what=what,
        name=_named(renderer, change),
        old=_short("; ".join(change.old)),
        new=_short("; ".join(change.new)),
        cause=_cause(renderer, change.cause, change.because),
    )


def _named(renderer: Renderer, change: ThingChange) -> Link:
    """The thing as it is now, by its page."""
    shelves, ident = renderer.shelves, change.ident
    if change.what == "person" and ident in shelves.people:
        return Link(shelves.people[ident].name, urls.to(urls.official(ident)), "vi")
    if change.what == "agreement" and ident in shelves.agreements:
        return Link(shelves.agreements[ident].label, urls.to(urls.agreement(ident)), "vi")
    if change.what == "event" and ident in shelves.events:
        return entry_link(shelves.entries[shelves.events[ident].entries[0]], renderer.language)
    if change.what == "series" and any(row.id == ident for row in shelves.archive.series):
        return Link(ident, urls.to(urls.series(ident)))
    return Link("", "")


def _short(value: str | None) -> str:
    flat = " ".join((value or "").split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"


def _turn(renderer: Renderer, turn: Turn) -> str:
    _ = renderer._
    return {
        "added": _("added"),
        "removed": _("removed"),
        "changed": _("changed"),
        "joined": _("put together"),
        "parted": _("taken apart"),
    }[turn]


def _cause(renderer: Renderer, cause: Cause, because: str) -> str:
    _ = renderer._
    words = {
        "text": _("the text changed"),
        "rule": _("the rules of reading"),
        "correction": _("a correction"),
        "judgement": _("a judgement"),
        "articles": _("its articles"),
        "text-unfits": _("the text changed, and a correction no longer fits"),
        "metadata": _("what the keeper notes about the source"),
        "withheld": _("words are withheld"),
    }[cause]
    return f"{words}: {because}" if because else words


def _word(renderer: Renderer, key: str) -> str:
    """The name of a fact or a field of it, by its key in the data files; unknown ones by their keys."""
    _ = renderer._
    words = {
        "title": _("Title"),
        "lead": _("Lead"),
        "outlet": _("Outlet"),
        "byline": _("Byline"),
        "event_date": _("Date"),
        "event_end": _("until"),
        "published": _("Published"),
        "event_type": _("Kind"),
        "venue": _("Venue"),
        "series": _("In the series"),
        "provinces": _("Provinces"),
        "officials": _("Officials"),
        "agreements": _("Agreements"),
        "figures": _("Figures"),
        "delegations": _("Delegation"),
        "handed_over": _("Handed over"),
        "border_gates": _("Border gate"),
        "topics": _("Topics"),
        "photos": _("Photos"),
        "rank": _("Rank"),
        "position": _("Office"),
        "organization": _("Body"),
        "province": _("Province"),
        "country": _("Country"),
        "status": _("Status"),
        "date": _("Date"),
        "type": _("Kind"),
        "parties": _("Parties"),
        "subject": _("Subject"),
        "value": _("Number"),
        "name": _("Name"),
        "label": _("Name"),
        "titles": _("Titles in other languages"),
        "person": _("Official"),
        "agreement": _("Document"),
        "event": _("Event"),
        "follows": _("Carries on"),
        "carries_out": _("Carries out"),
        "ordinal": _("In the series"),
        "missing": _("Nothing held for"),
        "next": _("Next meeting"),
        "previous": _("Previous meeting"),
    }
    return words.get(key, key.replace("_", " "))
