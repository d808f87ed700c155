"""The whole site checked in memory before it is written: every link and anchor leads somewhere inside it."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from borderwire.errors import Problem

# A tag with its attributes; a `>` inside quotes does not end it. Quoted and unquoted parts begin with different signs,
# so that there is only one way to match.
_TAG = re.compile(r"""<([a-zA-Z][^\s/<>]*)([^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*)>""")
_ATTRIBUTE = re.compile(r"""[\s/"']([a-zA-Z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+))""")
# What looks like tags there is none. A style is kept for its addresses. All begin with one sign: it is sought first.
_INERT = re.compile(r"<(?:(script\b[^<>]*>)(?:(?!</script).)*|!--(?:(?!-->).)*)", re.IGNORECASE | re.DOTALL)
_STYLE = re.compile(r"<style\b[^<>]*>((?:(?!</style).)*)", re.IGNORECASE | re.DOTALL)
_STYLE_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""", re.IGNORECASE)
_REFRESH = re.compile(r"""^\s*\d+\s*[;,]\s*url\s*=\s*["']?([^"']+)""", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
_ADDRESSES = ("href", "xlink:href", "src", "action", "formaction", "poster", "data", "background")
_INFORMING = frozenset(["canonical", "alternate", "author", "license", "me", "next", "prev", "help"])
_LOADED_BY_HREF = frozenset(["link", "use", "image", "base"])
# A server shows this page at any depth: it may link from the root of the host.
_ANYWHERE = "404.html"
_TEMPLATE_HINT = "Correct the template, or the source that the page is made from."


class _Link(NamedTuple):
    tag: str
    target: str
    loads: bool  # the browser fetches it without being asked


class _Tag(NamedTuple):
    identity: str | None
    links: tuple[_Link, ...]
    styles: tuple[str, ...]


class _Page(NamedTuple):
    """anchors: how often each id stands; links, styles: each once, in order."""

    anchors: dict[str, int]
    links: list[_Link]
    styles: list[str]


class _Address(NamedTuple):
    """foreign: of another site; place: the path; anchor: what follows "#"; climbs: how many "../" it begins with; rest:
    what follows them, None for one that only the library can resolve."""

    foreign: bool
    place: str
    anchor: str
    climbs: int
    rest: str | None


def verify_site(files: Mapping[str, bytes]) -> list[Problem]:
    """Dead links and anchors, links that break on `file://`, doubled ids, and anything loaded from elsewhere.

    files: path to bytes, as they would be written. Addresses of other sites that a reader may follow are left alone.
    """
    pages = {path: _read_page(content) for path, content in files.items() if path.endswith(".html")}
    anchors = {path: page.anchors for path, page in pages.items()}
    problems: list[Problem] = []
    for path, page in pages.items():
        problems += [
            _problem("doubled-id", path, f'the id "{name}" stands {count} times')
            for name, count in page.anchors.items()
            if count > 1
        ]
        above = _above(path)
        for link in page.links:
            problem = _check(path, above, link, files, anchors)
            if problem:
                problems.append(problem)
        for style in page.styles:
            problems += _check_style(path, style, files)
    for path, content in files.items():
        if path.endswith(".css"):
            problems += _check_style(path, content.decode("utf-8", "replace"), files)
    return problems


def _read_page(content: bytes) -> _Page:
    """What a page names, links and styles. Most of its tags stand on many pages: each is read once."""
    page = _INERT.sub(_without_content, content.decode("utf-8", "replace"))
    anchors: dict[str, int] = {}
    links: list[_Link] = []
    styles: list[str] = []
    for (name, attributes), count in Counter(_TAG.findall(page)).items():
        tag = _read_tag(name, attributes) if "=" in attributes else None
        if tag is None:
            continue
        links += tag.links
        styles += tag.styles
        if tag.identity is not None:
            anchors[tag.identity] = anchors.get(tag.identity, 0) + count
    if "<style" in page:
        styles += _STYLE.findall(page)
    return _Page(anchors, list(dict.fromkeys(links)), list(dict.fromkeys(styles)))


def _without_content(match: re.Match[str]) -> str:
    """A script without what stands in it; nothing of a comment."""
    return f"<{match[1]}" if match[1] else ""


def _above(path: str) -> list[str]:
    """The folders that a page stands in, from its own to the root: "a/b/c.html" gives "a/b/", "a/", ""."""
    parts = path.split("/")[:-1]
    return ["".join(f"{part}/" for part in parts[:count]) for count in range(len(parts), -1, -1)]


@lru_cache(maxsize=65536)
def _read_tag(name: str, attributes: str) -> _Tag | None:
    name = name.lower()
    values = {
        key.lower(): unescape(double or single or bare) for key, double, single, bare in _ATTRIBUTE.findall(attributes)
    }
    links = tuple(_links(name, values))
    styles = (values["style"],) if "style" in values else ()
    return _Tag(values.get("id"), links, styles) if links or styles or "id" in values else None


def _links(name: str, values: Mapping[str, str]) -> Iterator[_Link]:
    informing = set(values.get("rel", "").lower().split()) <= _INFORMING and "rel" in values
    by_href = name in _LOADED_BY_HREF and not informing
    for key in _ADDRESSES:
        if key in values and (key != "data" or name == "object"):
            yield _Link(name, values[key].strip(), by_href if key.endswith("href") else True)
    for candidate in values.get("srcset", "").split(","):
        if candidate.strip():
            yield _Link(name, candidate.split()[0], True)
    refresh = _REFRESH.match(values.get("content", "")) if name == "meta" else None
    if refresh:
        yield _Link(name, refresh[1].strip(), True)


def _check(
    path: str, above: Sequence[str], link: _Link, files: Mapping[str, bytes], anchors: Mapping[str, Mapping[str, int]]
) -> Problem | None:
    foreign, place, anchor, climbs, rest = _address(link.target)
    if foreign:
        return _check_foreign(path, link)
    if place.startswith("/") and not (path == _ANYWHERE and place[1:] in files):
        return _problem("absolute-link", path, f"{link.target} starts at the root of the host", "Make it relative.")
    if not place:
        found = path
    elif path == _ANYWHERE and place.startswith("/"):
        found = place[1:]
    elif rest is not None and climbs < len(above):
        found = above[climbs] + rest
    else:
        found = _resolve(above[0], place)
    if found not in files:
        index = posixpath.normpath(f"{found}/index.html") in files
        hint = "Let it end in the name of a file (index.html)." if index else _TEMPLATE_HINT
        return _problem("dead-link", path, f"{link.target} leads nowhere", hint)
    if anchor and found in anchors and anchor not in anchors[found]:
        return _problem("dead-anchor", path, f"{link.target}: there is no such anchor")
    return None


@lru_cache(maxsize=65536)
def _address(target: str) -> _Address:
    """The parts of an address."""
    before, _, anchor = target.partition("#")
    place = before.partition("?")[0]
    rest, climbs = place, 0
    while rest.startswith("../"):
        rest, climbs = rest[3:], climbs + 1
    plain = "./" not in rest and "//" not in rest and "%" not in rest
    return _Address(_SCHEME.match(target) is not None, place, unquote(anchor), climbs, rest if plain else None)


def _check_foreign(path: str, link: _Link) -> Problem | None:
    scheme = link.target.partition(":")[0].lower()
    if scheme == "file":
        return _problem("local-link", path, f"{link.target} leads to a file of this computer", "Make it relative.")
    if link.loads and scheme != "data":
        return _problem("foreign-load", path, f"<{link.tag}> loads {link.target}", "Keep a copy in static/.")
    return None


def _resolve(folder: str, target: str) -> str:
    """The file that a relative address means. Folders are no files: "a/" stays without a file of that name."""
    joined = posixpath.join(folder, unquote(target))
    return posixpath.normpath(joined) + ("/" if joined.endswith("/") else "")


def _check_style(path: str, style: str, files: Mapping[str, bytes]) -> list[Problem]:
    problems = []
    for match in _STYLE_URL.finditer(style):
        target = (match[1] or match[2]).strip()
        if target.startswith(("data:", "#")):
            continue
        if _SCHEME.match(target):
            problems.append(_problem("foreign-load", path, f"loads {target}", "Keep a copy in static/."))
        elif _resolve(path.rpartition("/")[0], target.partition("?")[0].partition("#")[0]) not in files:
            problems.append(_problem("dead-link", path, f"url({target}) leads nowhere"))
    return problems


def _problem(code: str, path: str, message: str, hint: str = _TEMPLATE_HINT) -> Problem:
    return Problem(code, f"{message}.", path=f"build/{path}", hint=hint)
