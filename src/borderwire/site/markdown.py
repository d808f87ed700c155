"""A Markdown article as HTML: its own structure, with the facts marked inside the runs of text.

The HTML was rendered when the article was loaded; here its text is walked beside the plain text that offsets count
in, letter by letter. Pictures and links that lead nowhere on this site stay as words: a page loads nothing from
elsewhere and has no dead link.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from borderwire.model import Article
from borderwire.site.marks import Mark
from borderwire.site.markup import PICTURE, Writer, clean

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_EMPTY_LINK = re.compile(r"(<a [^<>]*>)</a>")
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_HREF = re.compile(r'href="(https?://[^"]*|mailto:[^"]*)"')


def markdown_body(article: Article, marks: Sequence[Mark]) -> str | None:
    """The marked HTML; None where it and the plain text do not run side by side."""
    if article.html is None:
        return None
    text = clean(article.text)
    writer = Writer(text, list(marks))
    try:
        _write_title(article, writer)
        _write_body(clean(article.html), writer)
    except _AstrayError:
        return None
    return "".join(writer.out) if not text[writer.at :].strip() else None


class _AstrayError(Exception):
    """The HTML holds a letter that the text has not in this place."""


def _write_title(article: Article, writer: Writer) -> None:
    """The title leads the plain text and is no part of the loaded HTML."""
    first = article.blocks[0] if article.blocks else None
    if first and first.kind == "title":
        writer.out.append("<h1>")
        writer.pieces(first.start, first.end)
        writer.out.append("</h1>\n")


def _write_body(html: str, writer: Writer) -> None:
    dropped: list[bool] = []  # of the open links: left out
    for token in _TOKEN.findall(_EMPTY_LINK.sub(_named, html)):
        if token == PICTURE:
            writer.out.append(token)
        elif not token.startswith("<"):
            _write_run(unescape(token), writer)
        else:
            _write_tag(token, dropped, writer)


def _named(link: re.Match[str]) -> str:
    """A picture without words gets a name; another link without words leads nobody anywhere."""
    return f"{link[1]}{PICTURE}</a>" if 'class="picture"' in link[1] else ""


def _write_tag(token: str, dropped: list[bool], writer: Writer) -> None:
    name = _TAG_NAME.match(token)
    tag = name[1].lower() if name else ""
    if tag == "a":
        writer.out.append(_link(token, dropped))
        writer.linking = all(dropped)
    elif tag and tag != "img":
        writer.out.append(token)


def _link(token: str, dropped: list[bool]) -> str:
    """A link to the web stays one; any other leads nowhere on this site, and its words stay alone."""
    if token.startswith("</"):
        return "" if not dropped or dropped.pop() else "</a>"
    target = _HREF.search(token)
    dropped.append(target is None)
    return f'<a href="{target[1]}" rel="external">' if target else ""


def _write_run(run: str, writer: Writer) -> None:
    """A run of text between tags: the same letters of the plain text, marked."""
    body, text = run.strip(), writer.text
    if not body:
        writer.out.append(run)
        return
    at = start = _skip_space(text, writer.at)
    for char in body:
        if char.isspace():
            continue
        at = _skip_space(text, at)
        if at >= len(text) or text[at] != char:
            raise _AstrayError
        at += 1
    writer.out.append(run[: len(run) - len(run.lstrip())])
    writer.pieces(start, at)
    writer.out.append(run[len(run.rstrip()) :])


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
