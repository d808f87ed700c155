"""The page of what is doubtful, for the keeper's eyes: off unless the settings switch it on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from borderwire.model import Doubt, FactDoubt, File
from borderwire.site import urls
from borderwire.site.cards import entry_link, source_lang
from borderwire.site.contexts import Link, Question, ReviewPage
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer


def review_page(renderer: Renderer) -> Iterator[File]:
    """review/index.html, review/of_KIND/ and their further pages, where they are switched on."""
    if not renderer.settings.review:
        return
    items = renderer.shelves.archive.review
    rows = [(_kind(item), _question(renderer, item)) for item in items]
    sizes = Counter(kind for kind, _row in rows)
    kinds = ["", *(kind for kind, _size in sizes.most_common())] if len(sizes) > 1 else [""]
    for kind in kinds:
        chosen = [row for of, row in rows if of == kind or not kind]
        for path, part, paging in paged(chosen, _path(kind), renderer.settings.page_size):
            links = tuple((other, _kind_link(renderer, other, sizes, kind)) for other in kinds)
            context = ReviewPage(tuple(part), renderer.number(len(items)), links if len(kinds) > 1 else (), paging)
            title = renderer._("To be reviewed")
            yield renderer.page("review.html", path, title, section="about", review=context)


def _path(kind: str) -> str:
    return urls.part(urls.REVIEW, kind.replace(".", "_")) if kind else urls.REVIEW


def _kind(item: Doubt | FactDoubt) -> str:
    return item.fact if isinstance(item, FactDoubt) else item.what


def _kind_link(renderer: Renderer, kind: str, sizes: Counter[str], here: str) -> Link:
    name = _names(renderer).get(kind, kind) if kind else renderer._("All questions")
    count = renderer.number(sizes[kind] if kind else sizes.total())
    return Link(name, "" if kind == here else urls.to(_path(kind)), None, count)


def _names(renderer: Renderer) -> dict[str, str]:
    _ = renderer._
    return {
        "person": _("one person?"),
        "event": _("one event?"),
        "agreement": _("one document?"),
        "event_date": f"{_('Date')}?",
        "series.ordinal": f"{_('In the series')}?",
        "officials": f"{_('Official')}?",
        "officials.country": f"{_('Country')}?",
        "officials.organization": f"{_('Body')}?",
        "agreements.parties": f"{_('Parties')}?",
    }


def _question(renderer: Renderer, item: Doubt | FactDoubt) -> Question:
    return _fact(renderer, item) if isinstance(item, FactDoubt) else _identity(renderer, item)


def _identity(renderer: Renderer, doubt: Doubt) -> Question:
    _ = renderer._
    what = _names(renderer)[doubt.what]
    if doubt.left == doubt.right:
        what = f"{what} ({_('taken for one')})"
    mentions = (doubt.left_mention, doubt.right_mention)
    one, other = (_mention(renderer, doubt.what, mention.entry, mention.index) for mention in mentions)
    told = renderer.reasonings
    return Question(what, one, other, told.tell(doubt.reasons), told.odds(doubt.score), told.oppose(doubt.against))


def _mention(renderer: Renderer, what: str, ident: str, index: int) -> Link:
    """What an article calls the thing, linked to the place; the article itself for an event."""
    entry = renderer.shelves.entries[ident]
    link = entry_link(entry, renderer.language)
    if index < 0:
        return link
    record = entry.record
    text = record.officials[index].name if what == "person" else record.agreements[index].as_written
    anchor = f"{'o' if what == 'person' else 'a'}{index + 1}"
    return Link(text, f"{link.href}#{anchor}", source_lang(entry, renderer.language), link.count)


def _fact(renderer: Renderer, doubt: FactDoubt) -> Question:
    _ = renderer._
    what = _names(renderer).get(doubt.fact, f"{doubt.fact}?")
    kind = "person" if doubt.fact.startswith("officials") else "agreement"
    one = _mention(renderer, kind, doubt.of.entry, doubt.of.index)
    lang = source_lang(renderer.shelves.entries[doubt.of.entry], renderer.language)
    other = Link(doubt.value or _("nothing"), "", lang if doubt.value else None)
    reason = renderer.box.reasons.marked(doubt.because) if doubt.fact == "event_date" and doubt.because else ""
    return Question(what, one, other, tuple(filter(None, (_why(renderer, doubt.doubt), reason))), "", ())


def _why(renderer: Renderer, doubt: str) -> str:
    _ = renderer._
    return {
        "year-open": _("the year is not settled"),
        "no-date": _("no date was found"),
        "year-inferred": _("the year comes from elsewhere in the text"),
        "no-side": _("the side is not told"),
        "only-a-name": _("neither rank nor office is given"),
        "short-name": _("the name is short"),
        "body-from-context": _("the body is taken from the context"),
        "no-parties": _("no party was found"),
        "ordinal-inferred": _("inferred from its neighbours"),
    }.get(doubt, doubt)
