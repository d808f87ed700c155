"""The body of an article as HTML: every block as what it is, every fact marked, not a character lost.

Made in Python in one pass over the sorted marks, since it is the bulk of every article page; it is the same in all
languages but for the words that `Renderer` puts in for `FURNITURE`, `REPEAT` and `PICTURE`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from heapq import heappop, heappush

from borderwire.model import Article, Block
from borderwire.site.marks import Mark
from borderwire.text import squash

FURNITURE = "\x04"  # stands for the summary of folded page furniture, in the page's language
REPEAT = "\x06"  # stands for the summary of a folded caption that says what the one beside it says
PICTURE = "\x05"  # stands for the name of a picture that has no words
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
    "repeat": ("<p>", "</p>\n"),
    "caption": ("", ""),
    "credit": ('<span class="credit">', "</span>"),
}
# A caption and its credit make a figure, neighbouring furniture is folded together.
_JOINED = {("furniture", "furniture"), ("caption", "credit")}
_FIGURE = '<figure class="photo"><figcaption>', "</figcaption></figure>\n"
_FOLDED = f'<details class="furniture"><summary>{FURNITURE}</summary>\n', "</details>\n"
_REPEATED = f'<details class="furniture repeat"><summary>{REPEAT}</summary>\n', "</details>\n"
_OPENING = {"caption": _FIGURE[0], "credit": _FIGURE[0], "furniture": _FOLDED[0], "repeat": _REPEATED[0]}
_CLOSING = {"caption": _FIGURE[1], "credit": _FIGURE[1], "furniture": _FOLDED[1], "repeat": _REPEATED[1]}
_TITLE = ("<h1>", "</h1>\n")
_LATER_TITLE = ('<p class="title">', "</p>\n")
_NEARLY_ALL = 0.85  # of the words of a caption; a paper's two versions of one differ by a word or two
_SPECIAL = re.compile("[&<>]")
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
    _write_body(article.blocks, writer, repeated_captions(article))
    return "".join(writer.out)


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


def repeated_captions(article: Article) -> frozenset[int]:
    """The places in `article.blocks` of captions that say again what the caption beside them says: of the two, the
    shorter, else the later."""
    blocks, found, last = article.blocks, set(), -1
    for index, block in enumerate(blocks):
        if block.kind != "caption":
            last = last if block.kind == "credit" else -1
            continue
        if last >= 0:
            one, other = (_caption_words(article, blocks[place]) for place in (last, index))
            if says_the_same(one, other):
                found.add(index if sum(map(len, other)) <= sum(map(len, one)) else last)
        last = index
    return frozenset(found)


def _caption_words(article: Article, block: Block) -> list[str]:
    return [word for part in article.text[block.start : block.end].split() if (word := squash(part))]


def says_the_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """The words of one stand in the other but for cut beginnings and ends of words, and make nearly all of it. Two
    captions that differ in a name are two."""
    short, long = sorted((Counter(one), Counter(other)), key=Counter.total)
    if short.total() < _NEARLY_ALL * long.total():
        return False
    extra = list((long - short).elements())
    odd = list((short - long).elements())
    return len(odd) <= 1 and all(any(len(word) > 1 and word in longer for longer in extra) for word in odd)


def _write_body(blocks: Sequence[Block], writer: Writer, repeats: Container[int]) -> None:
    write = writer.out.append
    titled = False
    before = ""
    for index, block in enumerate(blocks):
        kind = "repeat" if index in repeats else block.kind
        follows = before in ("caption", "furniture") and (before, kind) in _JOINED
        if before in _CLOSING and not follows:
            write(_CLOSING[before])
        if kind in _OPENING and not follows:
            write(_OPENING[kind])
        if kind == "title":
            opening, closing = _LATER_TITLE if titled else _TITLE
            titled = True
        else:
            opening, closing = _TAGS[kind]
        write(opening)
        writer.pieces(block.start, block.end)
        write(closing)
        before = kind
    if before in _CLOSING:
        write(_CLOSING[before])


class Writer:
    """Writes stretches of a text with the marks that lie in them; stretches must come in order.

    Marks nest as elements. Where two overlap without nesting, or one runs over the end of a block, the later part
    is a mark of the same fact without an id. A phrase links to the innermost fact that covers it, since links
    cannot nest; of the links of one mark only the first is reached by keyboard.
    """

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self.text = text
        self.is_plain = not _SPECIAL.search(text)
        self.marks = marks
        self.next = 0
        self.rest: list[tuple[int, int, Mark]] = []  # later parts of split marks: a heap by start, -end
        self.out: list[str] = []
        self.at = 0  # how far the text is written
        self.linking = True  # phrases link to their facts; off inside other links

    def pieces(self, start: int, end: int) -> None:
        """Write the text of `[start, end)`."""
        out, at = self.out, start
        self.at = end
        open_marks: list[Mark] = []
        linked: set[str] = set()
        while (mark := self._take(end)) is not None:
            begin = max(mark.start, at)
            if mark.end <= begin:
                continue
            while open_marks and open_marks[-1].end <= begin:
                at = self._close(open_marks, at, linked)
            limit = min(end, open_marks[-1].end) if open_marks else end
            if begin > at:
                self._run(at, begin, open_marks, linked)
                at = begin
            if mark.end > limit:
                heappush(self.rest, (limit, -mark.end, mark._replace(start=limit, id="")))
                mark = mark._replace(end=limit)
            out.append(_opening_tag(mark))
            open_marks.append(mark)
        while open_marks:
            at = self._close(open_marks, at, linked)
        if at < end:
            out.append(self._escaped(at, end))

    def _close(self, open_marks: list[Mark], at: int, linked: set[str]) -> int:
        """Write up to the end of the innermost mark, and its end."""
        mark = open_marks[-1]
        self._run(at, mark.end, open_marks, linked)
        open_marks.pop()
        self.out.append("</mark>" if mark.fact else "</span>")
        return mark.end

    def _escaped(self, start: int, end: int) -> str:
        run = self.text[start:end]
        return run if self.is_plain else escape_text(run)

    def _take(self, end: int) -> Mark | None:
        """The next mark that opens before `end`."""
        following = self.marks[self.next] if self.next < len(self.marks) else None
        if self.rest and (following is None or self.rest[0][:2] < (following.start, -following.end)):
            return heappop(self.rest)[2] if self.rest[0][0] < end else None
        if following is None or following.start >= end:
            return None
        self.next += 1
        return following

    def _run(self, start: int, end: int, open_marks: list[Mark], linked: set[str]) -> None:
        """Write text inside the open marks, linked to the fact of the innermost."""
        if start >= end:
            return
        run = self._escaped(start, end)
        owner = next((mark for mark in reversed(open_marks) if mark.fact), None) if open_marks else None
        if owner is None or not self.linking or run.isspace():
            self.out.append(run)
        elif owner.part or not owner.id or owner.id in linked:
            self.out.append(f'<a href="#{owner.fact}" tabindex="-1">{run}</a>')
        else:
            linked.add(owner.id)
            self.out.append(f'<a href="#{owner.fact}">{run}</a>')


def _opening_tag(mark: Mark) -> str:
    if mark.id:
        return f'<mark class="{mark.kind}" id="{mark.id}">'
    return f'<mark class="{mark.kind}">' if mark.fact else f'<span class="{mark.kind}">'


__all__ = ["FURNITURE", "PICTURE", "REPEAT", "Writer", "article_body", "clean", "escape_text", "is_clean"]
