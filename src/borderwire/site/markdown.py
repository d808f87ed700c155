"""A Markdown article as HTML: its own structure, with the facts marked inside the runs of text.

The HTML was rendered when the article was loaded; here its text is walked beside the plain text that offsets count
in, letter by letter. Pictures and links that lead nowhere on this site stay as words: a page loads nothing from
elsewhere and has no dead link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from borderwire.model import Article
from borderwire.site.marks import Mark
from borderwire.site.markup import Writer, clean

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_HREF = re.compile(r'href="(https?://[^"]*|mailto:[^"]*)"')


def markdown_body(article: Article, marks: Sequence[Mark]) -> str | None:
    """The marked HTML; None where it and the plain text do not run side by side."""
    if article.html is None:
        return None
    text = clean(article.text)
    writer = Writer(text, list(marks))
    try:
        html = "".join((*_title(article, writer), *_body(clean(article.html), text, writer)))
    except _Astray:
        return None
    return html if not text[writer.at :].strip() else None


class _Astray(Exception):
    """The HTML holds a letter that the text has not in this place."""


def _title(article: Article, writer: Writer) -> Iterator[str]:
    """The title leads the plain text and is no part of the loaded HTML."""
    first = article.blocks[0] if article.blocks else None
    if first and first.kind == "title":
        yield "<h1>"
        yield from writer.pieces(first.start, first.end)
        yield "</h1>\n"


def _body(html: str, text: str, writer: Writer) -> Iterator[str]:
    dropped: list[bool] = []  # of the open links: left out
    for token in _TOKEN.findall(html):
        if not token.startswith("<"):
            yield from _run(unescape(token), text, writer)
            continue
        name = _TAG_NAME.match(token)
        tag = name[1].lower() if name else ""
        if tag == "img" or not tag:
            continue
        if tag == "a":
            yield _link(token, dropped)
            writer.linking = not any(not item for item in dropped)
            continue
        yield token


def _link(token: str, dropped: list[bool]) -> str:
    if token.startswith("</"):
        return "" if not dropped or dropped.pop() else "</a>"
    target = _HREF.search(token)
    dropped.append(target is None)
    return f'<a href="{target[1]}" rel="external">' if target else ""


def _run(run: str, text: str, writer: Writer) -> Iterator[str]:
    """A run of text between tags: the same letters of the plain text, marked."""
    body = run.strip()
    if not body:
        yield run
        return
    start = _skip_space(text, writer.at)
    at = start
    for char in body:
        if char.isspace():
            continue
        at = _skip_space(text, at)
        if at >= len(text) or text[at] != char:
            raise _Astray
        at += 1
    yield run[: len(run) - len(run.lstrip())]
    yield from writer.pieces(start, at)
    yield run[len(run.rstrip()) :]


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
