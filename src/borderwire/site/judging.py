"""The keeper's judgements and names as pages show them."""

from __future__ import annotations

from collections.abc import Iterable

from borderwire.model import Judgement, Mention, Titles
from borderwire.site import urls
from borderwire.site.cards import source_lang
from borderwire.site.contexts import Judged, Link
from borderwire.site.languages import SOURCE_LANGUAGE
from borderwire.site.names import Name
from borderwire.site.renderer import Renderer


def judged_rows(renderer: Renderer, judgements: Iterable[Judgement]) -> tuple[Judged, ...]:
    """The judgements, in the order of the file."""
    _ = renderer._
    labels = {"same": _("Judged to be one"), "different": _("Judged to be two"), "unsure": _("Judged uncertain")}
    return tuple(
        Judged(
            verdict=row.verdict,
            label=labels[row.verdict],
            one=_mention(renderer, row, row.left),
            other=_mention(renderer, row, row.right),
            why=row.why,
            by=row.by,
            date=renderer.language.date(row.date),
        )
        for row in judgements
    )


def _mention(renderer: Renderer, row: Judgement, mention: Mention) -> Link:
    """The words of a mention, linked to its place in the article; count: the article's date."""
    entry = renderer.shelves.entries[mention.entry]
    href = urls.to(urls.article(entry.id))
    date = renderer.language.date(entry.date, short=True)
    lang = source_lang(entry, renderer.language)
    if row.what == "person":
        return Link(entry.record.officials[mention.index].name, f"{href}#o{mention.index + 1}", lang, date)
    if row.what == "agreement":
        return Link(entry.record.agreements[mention.index].as_written, f"{href}#a{mention.index + 1}", lang, date)
    return Link(entry.label, href, lang, date)


def titled(renderer: Renderer, titles: Titles, fallback: str) -> Name:
    """The title that the keeper gives in the page's language, else the archive's own words."""
    own = dict(titles).get(renderer.language.code)
    if own:
        return Name(own)
    return Name(fallback, None if renderer.language.code == SOURCE_LANGUAGE else SOURCE_LANGUAGE)


def other_titles(titles: Titles, shown: str) -> Titles:
    """The titles in other languages than the one that is shown."""
    return tuple((code, title) for code, title in titles if title != shown)
