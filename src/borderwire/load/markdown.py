"""Markdown sources: YAML front matter, and a body both as HTML for the page and as plain text for reading facts."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from borderwire.errors import Problem
from borderwire.load.decoding import decode
from borderwire.load.front_matter import read_front_matter, split_front_matter
from borderwire.load.lines import Line, cue, unwrap
from borderwire.load.parts import article_of
from borderwire.load.plain import check_not_empty, language_problems
from borderwire.load.structure import cut
from borderwire.model import Article, BlockKind, Metadata, Source
from borderwire.text import normalize

Part = tuple[str, BlockKind | None]  # a line of plain text, and its kind where Markdown tells it


def parse_markdown(raw: bytes, source_path: str) -> Article:
    """A Markdown text as an article; reads nothing but its arguments.

    A title in the front matter that the body does not begin with stands as the first line of the plain text. The
    title is not part of `html`: the page shows it above. Raises SourceError for an empty or a binary file.
    """
    decoded, problems = decode(raw, source_path)
    front, body, _ = split_front_matter(normalize(decoded))
    metadata, complaints = read_front_matter(front, source_path) if front is not None else (Metadata(), ())
    tokens = _parser().parse(body)
    parts = _parts(tokens)
    tokens, parts = _settle_title(tokens, parts, metadata.title)
    text, lines, known = _layout(parts)
    check_not_empty(text, source_path)
    source = Source(source_path, hashlib.sha256(raw).hexdigest(), "markdown")
    html = _parser().renderer.render(_lowered(tokens), _parser().options, {})
    found: tuple[Problem, ...] = (*problems, *complaints, *language_problems(text, source_path))
    return article_of(source, text, cut(text, lines, known), metadata=metadata, html=html, problems=found)


@cache
def _parser() -> MarkdownIt:
    """CommonMark without raw HTML. Pictures become links: a page of the archive loads nothing from elsewhere."""
    parser = MarkdownIt("commonmark", {"html": False})
    parser.add_render_rule("image", _render_image)
    return parser


def _render_image(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    label = escapeHtml(self.renderInlineAsText(tokens[at].children or [], options, env))
    target = str(tokens[at].attrs.get("src", ""))
    if target.startswith(("http://", "https://")):
        return f'<a class="picture" href="{escapeHtml(target)}">{label or escapeHtml(target)}</a>'
    return f'<span class="picture">{label}</span>'


def _parts(tokens: Sequence[Token]) -> list[Part]:
    """The lines of plain text that the body makes; "" divides paragraphs."""
    parts: list[Part] = []
    heading = False
    for token in tokens:
        if token.type == "heading_open":
            heading = True
        elif token.type == "heading_close":
            heading = False
        elif token.type == "inline":
            parts += _inline_parts(token, heading)
            parts.append(("", None))
        elif token.type in ("fence", "code_block", "html_block"):
            parts += [(_line(line), None) for line in token.content.split("\n")]
            parts.append(("", None))
    return parts


def _inline_parts(token: Token, heading: bool) -> list[Part]:
    children = token.children or []
    pictures = [child for child in children if child.type == "image"]
    words = "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content
        for child in children
        if child.type != "image"
    )
    kind: BlockKind | None = "heading" if heading else None
    lines = [_line(line) for line in words.split("\n")]
    if heading:
        lines = [" ".join(line for line in lines if line)]
    captions: list[Part] = [(_line(picture.content.replace("\n", " ")), "caption") for picture in pictures]
    return [part for part in captions if part[0]] + [(line, kind) for line in lines if line]


def _line(words: str) -> str:
    return normalize(words).replace("\n", " ").strip()


def _settle_title(tokens: list[Token], parts: list[Part], given: str | None) -> tuple[list[Token], list[Part]]:
    """Make the title the first part and take it out of the tokens: a first heading of level 1, or the given one."""
    first = tokens[0] if tokens else None
    heading = parts[0][0] if parts and parts[0][1] == "heading" else None
    same = heading is not None and given is not None and cue(heading) == cue(given)
    if heading is not None and (same or (given is None and first is not None and first.tag == "h1")):
        return tokens[3:], [(heading, "title"), *parts[1:]]
    if given is not None:
        return tokens, [(given, "title"), ("", None), *parts]
    return tokens, parts


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
