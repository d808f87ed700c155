"""A strict reader of the site's HTML: balanced, known nesting, unique ids, and what every page links to."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
SVG_EMPTY = frozenset(["path", "rect", "line", "circle"])
INLINE_ONLY = frozenset(["p", "h1", "h2", "h3", "h4", "span", "a", "mark", "b", "code", "summary", "label"])
BLOCK = frozenset(["p", "h1", "h2", "h3", "h4", "div", "section", "article", "aside", "ul", "ol", "li", "dl"])
BLOCK |= frozenset(["table", "figure", "blockquote", "nav", "header", "footer"])
LOADED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
}


class Page(HTMLParser):
    """One parsed page. problems: what is wrong with it; text: its words, tags left out."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.problems: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.headings: list[str] = []
        self.languages: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self._skip = 0
        self.feed(html)
        self.close()
        if self._open:
            self.problems.append(f"not closed: {self._open}")
        self.problems += [f"id twice: {name}" for name in sorted({i for i in self.ids if self.ids.count(i) > 1})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._check_place(tag)
        self.tags.append(tag)
        names = [name for name, _value in attrs]
        if len(names) != len(set(names)):
            self.problems.append(f"attribute twice in <{tag}>: {names}")
        self._note(tag, dict(attrs))
        if tag not in VOID:
            self._open.append(tag)
        self._skip += tag in ("script", "style")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in SVG_EMPTY | VOID:
            self.problems.append(f"<{tag}/> does not close itself")
        self._note(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            self.problems.append(f"</{tag}> closes {self._open[-1:]}")
            return
        self._open.pop()
        self._skip -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self.text += data

    def _check_place(self, tag: str) -> None:
        inside = self._open
        if tag == "a" and "a" in inside:
            self.problems.append("a link inside a link")
        if tag in BLOCK and inside and inside[-1] in INLINE_ONLY:
            self.problems.append(f"<{tag}> inside <{inside[-1]}>")
        if tag == "li" and inside and inside[-1] not in ("ul", "ol"):
            self.problems.append(f"<li> inside <{inside[-1]}>")

    def _note(self, tag: str, attrs: dict[str, str | None]) -> None:
        if attrs.get("id"):
            self.ids.append(attrs["id"] or "")
        if attrs.get("lang"):
            self.languages.append(attrs["lang"] or "")
        if any(name.startswith("on") for name in attrs):
            self.problems.append(f"a script in an attribute of <{tag}>: {attrs}")
        if tag in ("a",) and attrs.get("href") is not None:
            self.links.append(attrs["href"] or "")
        if tag in LOADED and attrs.get(LOADED[tag]):
            self.loads.append(attrs[LOADED[tag]] or "")
        if tag == "link" and (attrs.get("rel") in ("stylesheet", "icon", "preload")):
            self.loads.append(attrs.get("href") or "")
        if tag == "link" and attrs.get("rel") == "alternate":
            self.links.append(attrs.get("href") or "")
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(tag)


def target(page: str, link: str) -> tuple[str, str]:
    """The path below the root and the anchor that a link of a page leads to."""
    parts = urlsplit(link)
    if parts.path.startswith("/"):
        return parts.path[1:], unquote(parts.fragment)
    path = normpath(join(dirname(page), unquote(parts.path))) if parts.path else page
    return path, unquote(parts.fragment)


def is_outside(link: str) -> bool:
    return bool(urlsplit(link).scheme or link.startswith("//"))


def words(text: str) -> str:
    """A text without white space: what must not be lost."""
    return "".join(text.split())


def in_order(parts: Iterable[str], text: str) -> str | None:
    """The first of the parts that does not stand in the text after the ones before it; None when all do."""
    at = 0
    for part in parts:
        found = text.find(part, at)
        if found < 0:
            return part
        at = found + len(part)
    return None
