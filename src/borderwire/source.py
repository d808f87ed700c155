"""What a source file holds before anything in it is interpreted.

Part of `borderwire.model`, which gives out all these names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from borderwire.errors import Span

BlockKind = Literal[
    "title", "lead", "stamp", "section", "outlet", "heading", "paragraph", "caption", "credit", "byline",
    "end-mark", "furniture",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from. path: relative to the site's folder, with `/`; format: "text" or "markdown"."""

    path: str
    sha256: str
    format: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that is one thing on the page. Blocks are in order, disjoint, and together hold
    every character of the text that is not white space."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the keeper of the archive says about a text (YAML front matter), as against what the text says."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    retrieved: str | None = None
    rights: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    slug: str | None = None


@dataclass(frozen=True, slots=True)
class Overruled:
    """What would hold if the keeper did not say otherwise in the metadata. field: of the record, as "outlet"; value:
    what the other says; by: where the keeper says it ("sidecar", "front-matter"); whose: "text" or "front-matter"."""

    field: str
    value: str | tuple[str, ...]
    by: str
    whose: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture told of by its caption. `caption_span` / `credit_span` are None where the text has none."""

    caption: str | None
    credit: str | None
    caption_span: Span | None = None
    credit_span: Span | None = None
