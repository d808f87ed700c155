"""What a site that knows its address tells other programs: a feed, a sitemap, pictures for previews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from borderwire.model import Entry, File
from borderwire.site import urls
from borderwire.site.cards import make_card, news_day
from borderwire.site.previews import Preview, draw_preview
from borderwire.site.renderer import NAVIGATION, Renderer

_ENTRIES = 50  # articles in a feed
_ADDRESSES = 50_000  # the most that one sitemap may hold (sitemaps.org)
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def feed(renderer: Renderer) -> Iterator[File]:
    """feed.atom: the newest articles of which a day is known, that of publication first. A feed wants a time of day:
    midnight UTC stands for none."""
    base = renderer.settings.base_url
    rows = [(day, entry) for entry in renderer.shelves.archive.entries if (day := news_day(entry))]
    rows.sort(key=lambda row: (row[0], row[1].id), reverse=True)
    if base is None or not rows:
        return
    root = base + renderer.language.folder
    author = renderer.settings.author or renderer.title
    yield File(
        renderer.language.folder + urls.FEED,
        "\n".join(
            [
                '<?xml version="1.0" encoding="utf-8"?>',
                f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{renderer.language.code}">',
                f"<title>{_text(renderer.title)}</title>",
                f"<subtitle>{_text(renderer.about)}</subtitle>",
                f"<id>{_text(root)}</id>",
                f"<updated>{rows[0][0]}T00:00:00Z</updated>",
                f"<author><name>{_text(author)}</name></author>",
                f"<link href={quoteattr(root + urls.HOME_PAGE)}/>",
                f'<link rel="self" href={quoteattr(root + urls.FEED)}/>',
                *(_item(renderer, root, day, entry) for day, entry in rows[:_ENTRIES]),
                "</feed>\n",
            ]
        ).encode(),
        "the feed",
    )


def _item(renderer: Renderer, root: str, day: str, entry: Entry) -> str:
    address = root + urls.article(entry.id)
    summary = entry.record.lead or ""
    language = entry.article.metadata.language or "vi"
    return (
        f"<entry><title>{_text(entry.label)}</title><id>{_text(address)}</id><updated>{day}T00:00:00Z</updated>"
        f"<link href={quoteattr(address)}/>"
        + (f'<summary xml:lang="{escape(language)}">{_text(summary)}</summary>' if summary else "")
        + "</entry>"
    )


def _text(words: str) -> str:
    return escape("".join(letter for letter in words if letter >= " " or letter in "\t\n"))


def sitemap(base: str, paths: Sequence[str]) -> Iterator[File]:
    """sitemap.xml over the pages of the site; in several files where one may not hold them all."""
    pages = [path for path in paths if path.endswith(".html") and path != urls.NOT_FOUND]
    parts = [pages[first : first + _ADDRESSES] for first in range(0, len(pages), _ADDRESSES)] or [[]]
    if len(parts) == 1:
        yield _sitemap("sitemap.xml", "urlset", "url", [base + path for path in parts[0]])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield _sitemap("sitemap.xml", "sitemapindex", "sitemap", [base + name for name in names])
    for name, part in zip(names, parts, strict=True):
        yield _sitemap(name, "urlset", "url", [base + path for path in part])


def _sitemap(name: str, root: str, item: str, addresses: Sequence[str]) -> File:
    rows = "".join(f"<{item}><loc>{escape(address)}</loc></{item}>\n" for address in addresses)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_SITEMAP}">\n'
    return File(name, f"{head}{rows}</{root}>\n".encode(), "the sitemap")


def section_previews(renderer: Renderer) -> Iterator[File]:
    """previews/LANGUAGE/SECTION.png: one for every section of the site and one for the home page."""
    archive = renderer.shelves.archive
    title = renderer.title
    count = renderer.articles(len(archive.entries))
    names = {"home": (title, ""), **{key: (renderer._(name), title) for key, name, _path in NAVIGATION}}
    for section, (heading, name) in names.items():
        picture = draw_preview(Preview(heading, name or count, count if name else ""))
        yield File(urls.preview(renderer.language.code, section), picture, "the previews")


def article_preview(renderer: Renderer, entry: Entry) -> File:
    """previews/articles/ID.png, in the language of the site's root."""
    card = make_card(entry, renderer.names)
    places = [tuple(link.text for link in side) for side in (card.vietnam, card.laos)]
    kicker = " · ".join(part for part in (card.date, card.kind, card.outlet) if part)
    preview = Preview(card.title, renderer.title, kicker, places[0], places[1])
    return File(urls.article_preview(entry.id), draw_preview(preview), entry.article.source.path)
