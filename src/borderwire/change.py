"""What differs between two builds of an archive. Part of `borderwire.model`, which gives out all these names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# text-unfits: the text changed, and a correction that held before no longer fits; metadata: what the keeper notes about
# the source; withheld: words are withheld in one of the builds, or more of them.
Cause = Literal["text", "text-unfits", "rule", "correction", "metadata", "withheld", "judgement", "articles"]
Turn = Literal["added", "removed", "changed", "joined", "parted"]


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """An article of one of the builds. path: of its source; entry: its id; title: None where it has none."""

    path: str
    entry: str
    title: str | None


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that came, went or changed. fact: key of the record, as "officials"; name: which of them, "" where there
    is one at most; field: what of it changed, "" for the whole; old, new: as a text; because: rule names, versions, or
    the keeper's words."""

    turn: Turn
    fact: str
    name: str
    field: str
    old: str | None
    new: str | None
    cause: Cause
    because: str = ""


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """An article that both builds hold and read differently. old: the path that it had, if it was moved."""

    article: ArticleRef
    facts: tuple[FactChange, ...]
    old: str | None = None


@dataclass(frozen=True, slots=True)
class ThingChange:
    """A person, document, event or series that is told apart differently, or called differently. ident: in the new
    build, "" where it is not there; old, new: the names in the two builds."""

    turn: Turn
    what: str
    ident: str
    field: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    cause: Cause
    because: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs. versions: of borderwire, old and new, "" where a build does not tell."""

    versions: tuple[str, str] = ("", "")
    added: tuple[ArticleRef, ...] = ()
    removed: tuple[ArticleRef, ...] = ()
    articles: tuple[ArticleChange, ...] = ()
    things: tuple[ThingChange, ...] = ()

    @property
    def any(self) -> bool:
        """Something differs in what the two builds say."""
        return bool(self.added or self.removed or self.articles or self.things)
