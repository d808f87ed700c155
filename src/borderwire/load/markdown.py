"""Markdown sources: YAML front matter, and a body both as HTML for the page and as plain text for reading facts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from html import unescape

from markdown_it.token import Token

from borderwire.errors import Problem
from borderwire.load.decoding import decode
from borderwire.load.front_matter import read_head, split_front_matter
from borderwire.load.lines import Line, cue, unwrap
from borderwire.load.markdown_tokens import DEEPEST, html_of, is_overloaded, read_tokens, words_of
from borderwire.load.parts import article_of
from borderwire.load.plain import check_not_empty, language_problems
from borderwire.load.structure import cut
from borderwire.model import Article, BlockKind, Source
from borderwire.text import normalize

Part = tuple[str, BlockKind | None]  # a line of plain text, and its kind where Markdown tells it
_TAG = re.compile(r"<[^>]*>")
# What the words after a token are: no cell of a table is taken for a byline or a caption.
_KINDS: dict[str, BlockKind | None] = {
    "heading_open": "heading",
    "heading_close": None,
    "table_open": "paragraph",
    "table_close": None,
}


def parse_markdown(raw: bytes, source_path: str) -> Article:
    """A Markdown text as an article; reads nothing but its arguments.

    A title in the front matter that the body does not begin with stands as the first line of the plain text. The
    title is not part of `html`: the page shows it above. Nothing of a text is lost: what cannot be shown as mark-up
    is shown as it is written, with a problem. Raises SourceError for an empty or a binary file.
    """
    decoded, problems = decode(raw, source_path)
    head = split_front_matter(normalize(decoded), source_path)
    metadata, complaints = read_head(head, source_path)
    parts, html, told = _read_body(head.body, metadata.title, source_path, head.line)
    if head.front is not None:
        words = "".join(line for line, kind in parts if kind != "title")
        check_not_empty(words, source_path, "the file is empty below its front matter.")
    text, lines, known = _layout(parts)
    check_not_empty(text, source_path)
    source = Source(source_path, hashlib.sha256(raw).hexdigest(), "markdown")
    found: tuple[Problem, ...] = (*problems, *complaints, *told, *language_problems(text, source_path))
    return article_of(source, text, cut(text, lines, known), metadata=metadata, html=html, problems=found)


def _read_body(
    body: str, title: str | None, path: str, first_line: int
) -> tuple[list[Part], str | None, tuple[Problem, ...]]:
    """The lines of the plain text, the HTML, and what is wrong."""
    if is_overloaded(body):
        return _titled(title, [(line, None) for line in body.split("\n")]), None, (_overloaded(path),)
    tokens, deep = read_tokens(body)
    title, tokens = _settle_title(tokens, title)
    html = html_of(_lowered(tokens))
    parts = _parts(tokens)
    problems = [_too_deep(path, first_line + deep)] if deep is not None else []
    if not _agree(html, parts):
        return _titled(title, parts), None, (*problems, _unshown(path))
    return _titled(title, parts), html, tuple(problems)


def _titled(title: str | None, parts: list[Part]) -> list[Part]:
    return [(title, "title"), ("", None), *parts] if title is not None else parts


def _agree(html: str, parts: Sequence[Part]) -> bool:
    """The page can set the marks of facts only where the HTML has the letters of the text in their order."""
    shown = unescape(_TAG.sub("", html))
    return "".join(shown.split()) == "".join("".join(line for line, _kind in parts).split())


# --- problems -----------------------------------------------------------------------------------------


def _too_deep(path: str, line: int) -> Problem:
    message = f"lists and quotations are nested deeper than {DEEPEST} levels; what lies deeper is shown as plain text."
    return Problem("markdown-too-deep", message, path=path, line=line, hint="Take out some of the levels.")


def _overloaded(path: str) -> Problem:
    message = "the text has more signs of mark-up than an article can have; it is shown as plain text."
    return Problem("markdown-overloaded", message, path=path, hint="Divide it, or save it as .txt.")


def _unshown(path: str) -> Problem:
    message = "the mark-up and the words of the text do not agree; it is shown as plain text, without its formatting."
    hint = "Look for accents that stand apart from their letters, and write them as one character."
    return Problem("markdown-unshown", message, path=path, hint=hint)


# --- parts --------------------------------------------------------------------------------------------


def _parts(tokens: Sequence[Token]) -> list[Part]:
    """The lines of plain text that the body makes; "" divides paragraphs."""
    parts: list[Part] = []
    kind: BlockKind | None = None
    for token in tokens:
        if token.type in _KINDS:
            kind = _KINDS[token.type]
        elif token.type == "inline":
            parts += _lines(words_of(token.children), kind)
            parts.append(("", None))
        elif token.type == "figure":
            parts += [(_line(words_of(token.children).replace("\n", " ")), "caption"), ("", None)]
        elif token.type in ("fence", "code_block"):
            parts += [(_line(line), None) for line in token.content.split("\n")]
            parts.append(("", None))
    return [part for part in parts if part != ("", "caption")]


def _lines(words: str, kind: BlockKind | None) -> list[Part]:
    """The lines of a paragraph; a heading and a cell of a table are one."""
    lines = [line for row in words.split("\n") if (line := _line(row))]
    return [(" ".join(lines), kind)] if kind and lines else [(line, None) for line in lines]


def _line(words: str) -> str:
    return normalize(words).strip()


def _settle_title(tokens: list[Token], given: str | None) -> tuple[str | None, list[Token]]:
    """The title and the tokens without it: the given one, or a first heading of level 1; pictures may stand before."""
    at = next((at for at, token in enumerate(tokens) if token.type != "figure"), 0)
    if not tokens or tokens[at].type != "heading_open":
        return given, tokens
    ((heading, _kind),) = _lines(words_of(tokens[at + 1].children), "heading") or [("", None)]
    same = given is not None and cue(heading) == cue(given)
    if heading and (same or (given is None and tokens[at].tag == "h1")):
        return heading, [*tokens[:at], *tokens[at + 3 :]]
    return given, tokens


def _layout(parts: Sequence[Part]) -> tuple[str, list[Line], dict[int, BlockKind]]:
    """The plain text, its lines, and the kinds that are known by the offset of their line."""
    rows: list[str] = []
    known: dict[int, BlockKind] = {}
    at = 0
    for line, kind in parts:
        if line or (rows and rows[-1]):
            if kind is not None and line:
                known[at] = kind
            rows.append(line)
            at += len(line) + 1
    text, lines = unwrap("\n".join(rows).rstrip("\n"))
    return text, lines, known


def _lowered(tokens: list[Token]) -> list[Token]:
    """Headings one level down when the body has one of level 1: the page's title is that."""
    if not any(token.tag == "h1" for token in tokens):
        return tokens
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 1)}"
    return tokens
