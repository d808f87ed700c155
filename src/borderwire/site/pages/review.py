"""The page of what is doubtful, for the keeper's eyes: off unless the settings switch it on."""

from __future__ import annotations

from collections.abc import Iterator

from borderwire.model import Doubt, FactDoubt, File
from borderwire.site import urls
from borderwire.site.cards import entry_link, source_lang
from borderwire.site.contexts import Link, Question, ReviewPage
from borderwire.site.renderer import Renderer

_MOST_QUESTIONS = 500


def review_page(renderer: Renderer) -> Iterator[File]:
    """review/index.html, where it is switched on."""
    if not renderer.settings.review:
        return
    title = renderer._("To be reviewed")
    yield renderer.page("review.html", urls.REVIEW, title, section="about", review=_page(renderer))


def _page(renderer: Renderer) -> ReviewPage:
    items = renderer.shelves.archive.review
    more = len(items) - _MOST_QUESTIONS
    rows = tuple(
        _fact(renderer, item) if isinstance(item, FactDoubt) else _identity(renderer, item)
        for item in items[:_MOST_QUESTIONS]
    )
    return ReviewPage(rows, renderer.number(len(items)), renderer.number(more) if more > 0 else "")


def _identity(renderer: Renderer, doubt: Doubt) -> Question:
    _ = renderer._
    names = {"person": _("one person?"), "event": _("one event?"), "agreement": _("one document?")}
    what = names[doubt.what]
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
    what = {
        "event_date": _("Date"),
        "series.ordinal": _("In the series"),
        "officials": _("Official"),
        "officials.country": _("Country"),
        "officials.organization": _("Body"),
        "agreements.parties": _("Parties"),
    }.get(doubt.fact, doubt.fact)
    kind = "person" if doubt.fact.startswith("officials") else "agreement"
    one = _mention(renderer, kind, doubt.of.entry, doubt.of.index)
    lang = source_lang(renderer.shelves.entries[doubt.of.entry], renderer.language)
    other = Link(doubt.value or _("nothing"), "", lang if doubt.value else None)
    reason = renderer.box.reasons.marked(doubt.because) if doubt.fact == "event_date" and doubt.because else ""
    return Question(f"{what}?", one, other, tuple(filter(None, (_why(renderer, doubt.doubt), reason))), "", ())


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
