"""The whole site checked in memory before it is written: every link and anchor leads somewhere inside it."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from borderwire.errors import Problem

# Pages are made by our own templates, with attributes in double quotes; text holds no bare `<`.
_ATTRIBUTE = re.compile(r"<([a-z][a-z0-9]*)\b([^<>]*)>", re.IGNORECASE)
_VALUE = re.compile(r'\s(href|src|srcset|id|action|poster|data-src|rel)="([^"]*)"', re.IGNORECASE)
_STYLE_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:|^//", re.IGNORECASE)
_LOADING = frozenset(["script", "img", "link", "source", "iframe", "video", "audio", "embed", "object", "use", "image"])
_INFORMING = frozenset(["canonical", "alternate", "author", "license", "me"])  # links that load nothing


@dataclass(frozen=True, slots=True)
class _Link:
    tag: str
    target: str
    loads: bool


def verify_site(files: Mapping[str, bytes]) -> list[Problem]:
    """Dead links and anchors, links that break on `file://`, doubled ids, and anything loaded from elsewhere."""
    pages = {path: content.decode("utf-8", "replace") for path, content in files.items() if path.endswith(".html")}
    anchors = {path: Counter(_ids(page)) for path, page in pages.items()}
    problems: list[Problem] = []
    for path, page in pages.items():
        problems += [
            _problem("doubled-id", path, f'the id "{name}" stands {count} times', "")
            for name, count in anchors[path].items()
            if count > 1
        ]
        for link in dict.fromkeys(_links(page)):
            problem = _check(path, link, files, anchors)
            if problem:
                problems.append(problem)
    for path, content in files.items():
        if path.endswith(".css"):
            problems += _check_style(path, content.decode("utf-8", "replace"), files)
    return problems


def _ids(page: str) -> Iterator[str]:
    return (unescape(match[1]) for match in re.finditer(r'\sid="([^"]*)"', page))


def _links(page: str) -> Iterator[_Link]:
    for tag in _ATTRIBUTE.finditer(page):
        attributes = tag[2]
        if "=" not in attributes:
            continue
        name = tag[1].lower()
        values = {key.lower(): unescape(value) for key, value in _VALUE.findall(attributes)}
        loads = name in _LOADING and values.get("rel", "") not in _INFORMING
        for key in ("href", "src", "action", "poster"):
            if key in values:
                yield _Link(name, values[key], loads)
        for candidate in values.get("srcset", "").split(","):
            if candidate.strip():
                yield _Link(name, candidate.split()[0], loads)


def _check(path: str, link: _Link, files: Mapping[str, bytes], anchors: Mapping[str, Counter[str]]) -> Problem | None:
    if _SCHEME.match(link.target):
        return _problem("foreign-load", path, f"<{link.tag}> loads {link.target}", "") if _loads(link) else None
    target, _, anchor = link.target.partition("#")
    place = target.partition("?")[0]
    if place.startswith("/"):
        return _problem("absolute-link", path, f"{link.target} starts at the root of the host", "Make it relative.")
    found = _resolve(posixpath.dirname(path), place) if place else path
    if found not in files:
        return _problem("dead-link", path, f"{link.target} leads nowhere", "")
    if anchor and found in anchors and unquote(anchor) not in anchors[found]:
        return _problem("dead-anchor", path, f"{link.target}: there is no such anchor", "")
    return None


def _loads(link: _Link) -> bool:
    return link.loads and not link.target.startswith("data:")


@lru_cache(maxsize=65536)
def _resolve(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(target)))


def _check_style(path: str, style: str, files: Mapping[str, bytes]) -> list[Problem]:
    problems = []
    for match in _STYLE_URL.finditer(style):
        target = match[1].strip()
        if target.startswith(("data:", "#")):
            continue
        if _SCHEME.match(target):
            problems.append(_problem("foreign-load", path, f"loads {target}", ""))
        elif _resolve(posixpath.dirname(path), target.partition("?")[0].partition("#")[0]) not in files:
            problems.append(_problem("dead-link", path, f"url({target}) leads nowhere", ""))
    return problems


def _problem(code: str, path: str, message: str, hint: str) -> Problem:
    return Problem(code, f"{message}.", path=f"build/{path}", hint=hint or None)
