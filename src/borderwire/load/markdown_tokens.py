"""Markdown as tokens from which both the HTML and the plain text of an article are made, so that the two agree.

CommonMark and its tables, without raw HTML. Pictures of a paragraph become figures before or behind it: a page of the
archive loads nothing from elsewhere, and a caption is no part of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from borderwire.text import normalize

DEEPEST = 100  # levels of quotations and lists; a list counts two. No page shows more, and the parser recurses.
MOST_SIGNS = 50_000  # of mark-up; an article has hundreds. Each costs the parser up to 10 us.
_SIGNS = "[]!*_<&`|>\\#-+=~\n"
_TOO_DEEP = "too-deep"  # key of the first line, from 0, that stands deeper than DEEPEST
_BREAKS = ("softbreak", "hardbreak")
_WEB = ("http://", "https://")


def is_overloaded(body: str) -> bool:
    """More signs of mark-up than any article has: to be shown as plain text, since parsing would take too long."""
    return sum(map(body.count, _SIGNS)) > MOST_SIGNS


def read_tokens(body: str) -> tuple[list[Token], int | None]:
    """The tokens of a normalised text, and the line, from 0, from which on it is nested too deeply to be shown so."""
    env: dict[str, Any] = {}
    tokens = _parser().parse(body, env)
    for token in tokens:
        _clean(token)
    return list(_with_figures(tokens)), env.get(_TOO_DEEP)


def html_of(tokens: Sequence[Token]) -> str:
    return str(_parser().renderer.render(tokens, _parser().options, {}))


def words_of(tokens: Sequence[Token] | None) -> str:
    """The words of inline tokens, line breaks kept: what a reader of the HTML sees."""
    return "".join(map(_words, tokens or ()))


def _words(token: Token) -> str:
    if token.type in _BREAKS:
        return "\n"
    return words_of(token.children) if token.children else token.content


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST + 8}).enable("table")
    parser.block.ruler.before("table", "depth", _stop_at_depth)
    for name, rule in (
        ("image", _render_image),
        ("figure", _render_figure),
        ("table_open", _render_table_open),
        ("table_close", _render_table_close),
        ("th_open", _render_cell),
        ("td_open", _render_cell),
    ):
        parser.add_render_rule(name, rule)
    return parser


def _stop_at_depth(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Below the deepest level all is paragraphs: the parser itself would drop it."""
    if state.level < DEEPEST or silent:
        return False
    state.env.setdefault(_TOO_DEEP, start)
    after = start + 1
    while after < end and not state.isEmpty(after):
        after += 1
    state.line = after
    state.push("paragraph_open", "p", 1).map = [start, after]
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, after, state.blkIndent, False).strip()
    inline.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _clean(token: Token) -> None:
    """Entities can write what `normalize` takes out of a text."""
    if token.type != "inline":
        token.content = normalize(token.content)
    for child in token.children or ():
        _clean(child)


# --- figures ------------------------------------------------------------------------------------------


def _with_figures(tokens: Sequence[Token]) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        row = tokens[at : at + 3]
        if row[0].type == "paragraph_open" and any(child.type == "image" for child in row[1].children or ()):
            yield from _apart(*row)
            at += 3
        else:
            yield row[0]
            at += 1


def _apart(opening: Token, inline: Token, closing: Token) -> Iterator[Token]:
    """Pictures before the first word, the paragraph, the other pictures."""
    before: list[Token] = []
    after: list[Token] = []
    rest: list[Token] = []
    for child in inline.children or ():
        if child.type != "image":
            rest.append(child)
        elif words_of([child]).strip() or _is_on_the_web(child):
            figure = Token("figure", "figure", 0, children=[child], block=True)
            (after if words_of(rest).strip() else before).append(figure)
    yield from before
    if words_of(rest).strip():
        inline.children = _without_empty(rest)
        yield from (opening, inline, closing)
    yield from after


def _without_empty(children: Sequence[Token]) -> list[Token]:
    """Links and emphasis that held nothing but a picture go with it, and so do breaks at either end."""
    kept: list[Token] = []
    for child in children:
        if child.nesting == -1 and kept and kept[-1].nesting == 1:
            kept.pop()
        elif not (child.type in _BREAKS and not words_of(kept).strip()):
            kept.append(child)
    while kept and kept[-1].type in _BREAKS:
        kept.pop()
    return kept


# --- rendering ----------------------------------------------------------------------------------------


def _is_on_the_web(image: Token) -> bool:
    return str(image.attrs.get("src", "")).startswith(_WEB)


def _render_image(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    """The words of a picture, linked to it; without words an empty link, which the page gives a name."""
    image = tokens[at]
    label = escapeHtml(words_of([image]))
    if _is_on_the_web(image):
        return f'<a class="picture" href="{escapeHtml(str(image.attrs["src"]))}">{label}</a>'
    return f'<span class="picture">{label}</span>'


def _render_figure(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    caption = self.render(tokens[at].children or [], options, env)
    return f'<figure class="photo"><figcaption>{caption}</figcaption></figure>\n'


def _render_table_open(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return '<div class="scroll" tabindex="0"><table>\n'


def _render_table_close(
    self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    return "</table></div>\n"


def _render_cell(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    cell = tokens[at]
    scope = ' scope="col"' if cell.tag == "th" else ""
    side = str(cell.attrs.get("style", "")).removeprefix("text-align:")
    return f"<{cell.tag}{scope}" + (f' class="{side}">' if side in ("center", "right") else ">")
