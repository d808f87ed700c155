"""The whole site checked in memory before it is written: every link and anchor leads somewhere inside it."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
_TEMPLATE_HINT = "Correct the template, or the source that the page is made from."


class _Link(NamedTuple):
    tag: str
    target: str
    loads: bool  # the browser fetches it without being asked


class _Tag(NamedTuple):
    identity: str | None
    links: tuple[_Link, ...]
    styles: tuple[str, ...]


def verify_site(files: Mapping[str, bytes]) -> list[Problem]:
    """Dead links and anchors, links that break on `file://`, doubled ids, and anything loaded from elsewhere.

    files: path to bytes, as they would be written. Addresses of other sites that a reader may follow are left alone.
    """
    pages = {path: _tags(content) for path, content in files.items() if path.endswith(".html")}
    anchors = {path: _anchors(tags) for path, tags in pages.items()}
    problems: list[Problem] = []
    for path, tags in pages.items():
        folder = path.rpartition("/")[0]
        problems += [
            _problem("doubled-id", path, f'the id "{name}" stands {count} times')
            for name, count in anchors[path].items()
            if count > 1
        ]
        for link in dict.fromkeys([link for tag, _ in tags for link in tag.links]):
            problem = _check(path, folder, link, files, anchors)
            if problem:
                problems.append(problem)
        for style in dict.fromkeys([style for tag, _ in tags for style in tag.styles]):
            problems += _check_style(path, style, files)
    for path, content in files.items():
        if path.endswith(".css"):
            problems += _check_style(path, content.decode("utf-8", "replace"), files)
    return problems


def _tags(content: bytes) -> list[tuple[_Tag, int]]:
    """The tags of a page that name, link or style something, and how often. Most stand on many pages: each is read
    once."""
    page = _INERT.sub(_without_content, content.decode("utf-8", "replace"))
    tags: list[tuple[_Tag, int]] = []
    for (name, attributes), count in Counter(_TAG.findall(page)).items():
        if "=" in attributes:
            tag = _read_tag(name, attributes)
            if tag is not None:
                tags.append((tag, count))
    if "<style" in page:
        tags.append((_Tag(None, (), tuple(_STYLE.findall(page))), 1))
    return tags


def _without_content(match: re.Match[str]) -> str:
    """A script without what stands in it; nothing of a comment."""
    return f"<{match[1]}" if match[1] else ""


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


def _anchors(tags: Iterable[tuple[_Tag, int]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for tag, count in tags:
        if tag.identity is not None:
            found[tag.identity] += count
    return found


def _check(
    path: str, folder: str, link: _Link, files: Mapping[str, bytes], anchors: Mapping[str, Counter[str]]
) -> Problem | None:
    foreign, place, anchor = _parts(link.target)
    if foreign:
        return _check_foreign(path, link)
    if place.startswith("/"):
        return _problem("absolute-link", path, f"{link.target} starts at the root of the host", "Make it relative.")
    found = _resolve(folder, place) if place else path
    if found not in files:
        index = posixpath.normpath(f"{found}/index.html") in files
        hint = "Let it end in the name of a file (index.html)." if index else _TEMPLATE_HINT
        return _problem("dead-link", path, f"{link.target} leads nowhere", hint)
    if anchor and found in anchors and anchor not in anchors[found]:
        return _problem("dead-anchor", path, f"{link.target}: there is no such anchor")
    return None


@lru_cache(maxsize=65536)
def _parts(target: str) -> tuple[bool, str, str]:
    """Whether an address is of another site, its path and its anchor."""
    before, _, anchor = target.partition("#")
    return _SCHEME.match(target) is not None, before.partition("?")[0], unquote(anchor)


def _check_foreign(path: str, link: _Link) -> Problem | None:
    scheme = link.target.partition(":")[0].lower()
    if scheme == "file":
        return _problem("local-link", path, f"{link.target} leads to a file of this computer", "Make it relative.")
    if link.loads and scheme != "data":
        return _problem("foreign-load", path, f"<{link.tag}> loads {link.target}", "Keep a copy in static/.")
    return None


def _resolve(folder: str, target: str) -> str:
    """The file that a relative address means. Folders are no files: "a/" stays without a file of that name."""
    plain = target
    while plain.startswith("../") and folder:
        plain = plain[3:]
        folder = folder.rpartition("/")[0]
    if "./" not in plain and "//" not in plain and "%" not in plain:
        return f"{folder}/{plain}" if folder else plain  # nearly all; the rest is left to the library
    joined = posixpath.join(folder, unquote(plain))
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
