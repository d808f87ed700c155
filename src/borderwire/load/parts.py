"""Title, lead, outlet, byline and photos of an article, read off its blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from borderwire.errors import Problem
from borderwire.load.byline import byline_names, byline_outlet
from borderwire.load.captions import is_twin
from borderwire.load.credits import credit_name
from borderwire.load.outlet import outlet_name, told_by
from borderwire.model import Article, Block, Metadata, Overruled, Photo, Source

_NO_METADATA = Metadata()
_REPORTER = re.compile(r"[Pp]hóng viên (TTXVN|VOV|VTV|Báo [^\W\d_a-z][\w ]{2,20}?)(?= tại|,|\.| có| cho| đưa)")
_AGENCY = re.compile(r"(?:^|[-–/]\s*|\s)(TTXVN|VNA|VOV|VTV)(?:\s+phát)?\s*[)\]]?\.?$")


def article_of(
    source: Source,
    text: str,
    blocks: tuple[Block, ...],
    *,
    metadata: Metadata | None = None,
    html: str | None = None,
    problems: tuple[Problem, ...] = (),
) -> Article:
    """The article with everything that its blocks tell; what the keeper's metadata say comes first."""
    metadata = metadata or _NO_METADATA
    marked = [block for block in blocks if block.kind != "paragraph"]
    first = {block.kind: text[block.start : block.end] for block in reversed(marked)}
    names = [name for block in marked if block.kind == "byline" for name in byline_names(_of(text, block))]
    title, outlet = first.get("title"), _outlet(text, blocks, first.get("outlet"))
    byline = tuple(dict.fromkeys(names))
    pairs = (
        ("title", title, metadata.title),
        ("outlet", outlet, metadata.outlet),
        ("byline", byline, metadata.authors),
    )
    return Article(
        source=source,
        text=text,
        blocks=blocks,
        title=metadata.title or title,
        lead=first.get("lead"),
        outlet=metadata.outlet or outlet,
        byline=metadata.authors or byline,
        photos=_photos(text, marked),
        metadata=metadata,
        html=html,
        problems=problems,
        overruled=tuple(
            Overruled(field, read, "front-matter", "text")
            for field, read, said in pairs
            if read and said and read != said
        ),
    )


def _of(text: str, block: Block) -> str:
    return text[block.start : block.end]


def _outlet(text: str, blocks: Sequence[Block], named: str | None) -> str | None:
    """The paper or agency: as it names itself before the text, through its reporter, or in its reporters' credits."""
    if named:
        return outlet_name(named) or None
    reporter = _REPORTER.search(text) if "hóng viên " in text else None
    if reporter:
        return reporter.group(1)
    for block in blocks:
        if block.kind == "byline":
            signed = byline_outlet(_of(text, block))
            if signed:
                return signed
        elif block.kind == "credit":
            match = _AGENCY.search(_of(text, block))
            if match and not re.match(r"(?:ảnh|nguồn)\s*:?\s*\w+\s*$", _of(text, block), re.IGNORECASE):
                return match.group(1)
    opening = next((block for block in blocks if block.kind in ("lead", "paragraph")), None)
    return told_by(_of(text, opening)) if opening is not None else None


_CELL = "| "  # the borders of a table's cell


def _photos(text: str, blocks: list[Block]) -> tuple[Photo, ...]:
    photos: list[Photo] = []
    for block in blocks:
        if block.kind not in ("caption", "credit"):
            continue
        span = (block.start, block.end)
        if block.kind == "caption":
            caption = _of(text, block).strip(_CELL)
            start = text.find(caption, block.start)
            span = (start, start + len(caption))
            last = photos[-1] if photos else None
            if last and last.credit is None and last.caption and is_twin(last.caption, caption):
                if len(caption) > len(last.caption):
                    photos[-1] = Photo(caption, None, span, None)
                continue
            photos.append(Photo(caption, None, span, None))
        else:
            name = credit_name(_of(text, block))
            last = photos[-1] if photos else None
            if last and last.credit is None:
                photos[-1] = Photo(last.caption, name, last.caption_span, span)
            else:
                photos.append(Photo(None, name, None, span))
    return tuple(photos)
