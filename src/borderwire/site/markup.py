"""The body of an article as HTML: every block as what it is, every fact marked, not a character lost.

Made in Python in one pass over the sorted marks, since it is the bulk of every article page; it is the same in all
languages but for the words that `Renderer` puts in for `FURNITURE` and `END_MARK`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from borderwire.model import Article, Block
from borderwire.site.marks import Mark

FURNITURE = "\x04"  # stands for the summary of folded page furniture, in the page's language
_TAGS = {
    "lead": ('<p class="lead">', "</p>\n"),
    "stamp": ('<p class="stamp">', "</p>\n"),
    "section": ('<p class="section">', "</p>\n"),
    "outlet": ('<p class="outlet">', "</p>\n"),
    "heading": ("<h2>", "</h2>\n"),
    "paragraph": ("<p>", "</p>\n"),
    "byline": ('<p class="byline">', "</p>\n"),
    "end-mark": ('<p class="end-mark">', "</p>\n"),
    "furniture": ("<p>", "</p>\n"),
}
_TITLE = ("<h1>", "</h1>\n")
_LATER_TITLE = ('<p class="title">', "</p>\n")
# Characters that HTML forbids: C0 controls but tab, line feed and carriage return, C1 controls, non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """Text that a page can hold: forbidden characters become U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def is_clean(text: str) -> bool:
    return _FORBIDDEN.search(text) is None


def escape_text(text: str) -> str:
    """Text between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def article_body(article: Article, marks: Sequence[Mark]) -> str:
    """HTML of all blocks in their order. The first title is the page's `<h1>`."""
    text = clean(article.text)  # one character for one: offsets stay
    writer = Writer(text, _with_credits(article, marks))
    return "".join(_body(article.blocks, writer))


def _with_credits(article: Article, marks: Sequence[Mark]) -> list[Mark]:
    """Photo credits inside captions are set apart like a mark that belongs to no fact."""
    captions = [block for block in article.blocks if block.kind == "caption"]
    spans = [photo.credit_span for photo in article.photos if photo.credit_span]
    inside = [span for span in spans if any(block.start <= span[0] and span[1] <= block.end for block in captions)]
    if not inside:
        return list(marks)
    rows = [*marks, *(Mark(start, end, "credit", "", "") for start, end in inside)]
    rows.sort(key=lambda mark: (mark.start, -mark.end))
    return rows


def _body(blocks: Sequence[Block], writer: Writer) -> Iterator[str]:
    titled = False
    for group in _groups(blocks):
        kind = group[0].kind
        if kind == "furniture":
            yield f'<details class="furniture"><summary>{FURNITURE}</summary>\n'
            for block in group:
                yield from _block(block, _TAGS["furniture"], writer)
            yield "</details>\n"
        elif kind in ("caption", "credit"):
            yield '<figure class="photo"><figcaption>'
            for block in group:
                tags = ('<span class="credit">', "</span>") if block.kind == "credit" else ("", "")
                yield from _block(block, tags, writer)
            yield "</figcaption></figure>\n"
        elif kind == "title":
            yield from _block(group[0], _LATER_TITLE if titled else _TITLE, writer)
            titled = True
        else:
            yield from _block(group[0], _TAGS[kind], writer)


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that make one thing on the page: a caption and its credit, neighbouring furniture."""
    group: list[Block] = []
    for block in blocks:
        last = group[-1].kind if group else None
        if (last, block.kind) in _JOINED:
            group.append(block)
            continue
        if group:
            yield group
        group = [block]
    if group:
        yield group


_JOINED = {("furniture", "furniture"), ("caption", "credit")}


def _block(block: Block, tags: tuple[str, str], writer: Writer) -> Iterator[str]:
    yield tags[0]
    yield from writer.pieces(block.start, block.end)
    yield tags[1]


class Writer:
    """Writes stretches of a text with the marks that lie in them; stretches must come in order.

    Marks nest as elements. Where two overlap without nesting, or one runs over the end of a block, the later part
    is a mark of the same fact without an id. A phrase links to the innermost fact that covers it, since links
    cannot nest; of the links of one mark only the first is reached by keyboard.
    """

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self.text = text
        self.marks = marks
        self.next = 0
        self.rest: list[tuple[int, int, Mark]] = []  # later parts of split marks: a heap by start, -end
        self.at = 0  # how far the text is written
        self.linking = True  # phrases link to their facts; off inside other links

    def pieces(self, start: int, end: int) -> Iterator[str]:
        text, at = self.text, start
        self.at = end
        open_marks: list[Mark] = []
        linked: set[str] = set()
        while (mark := self._take(end)) is not None:
            begin = max(mark.start, at)
            if mark.end <= begin:
                continue
            while open_marks and open_marks[-1].end <= begin:
                yield self._run(at, open_marks[-1].end, open_marks, linked)
                at = open_marks[-1].end
                yield _close(open_marks.pop())
            limit = min(end, open_marks[-1].end) if open_marks else end
            if begin > at:
                yield self._run(at, begin, open_marks, linked)
                at = begin
            if mark.end > limit:
                later = mark._replace(start=limit, id="")
                heappush(self.rest, (limit, -mark.end, later))
                mark = mark._replace(end=limit)
            yield _open(mark)
            open_marks.append(mark)
        while open_marks:
            yield self._run(at, open_marks[-1].end, open_marks, linked)
            at = open_marks[-1].end
            yield _close(open_marks.pop())
        yield escape_text(text[at:end])

    def _take(self, end: int) -> Mark | None:
        """The next mark that opens before `end`."""
        following = self.marks[self.next] if self.next < len(self.marks) else None
        if self.rest and (following is None or self.rest[0][:2] < (following.start, -following.end)):
            return heappop(self.rest)[2] if self.rest[0][0] < end else None
        if following is None or following.start >= end:
            return None
        self.next += 1
        return following

    def _run(self, start: int, end: int, open_marks: list[Mark], linked: set[str]) -> str:
        """Text inside the open marks, linked to the fact of the innermost."""
        if start >= end:
            return ""
        run = escape_text(self.text[start:end])
        owner = next((mark for mark in reversed(open_marks) if mark.fact), None)
        if owner is None or not self.linking or run.isspace():
            return run
        again = not owner.id or owner.part or owner.id in linked
        linked.add(owner.id)
        skipped = ' tabindex="-1"' if again else ""
        return f'<a href="#{owner.fact}"{skipped}>{run}</a>'


def _open(mark: Mark) -> str:
    if not mark.fact:
        return f'<span class="{mark.kind}">'
    ident = f' id="{mark.id}"' if mark.id else ""
    return f'<mark class="{mark.kind}"{ident}>'


def _close(mark: Mark) -> str:
    return "</mark>" if mark.fact else "</span>"


__all__ = ["FURNITURE", "Writer", "article_body", "clean", "escape_text", "is_clean"]
