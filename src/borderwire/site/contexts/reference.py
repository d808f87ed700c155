"""Pages about the archive as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.site.contexts.shared import Link, Paging


@dataclass(slots=True)
class GlossaryPage:
    """languages: (code, name) of the columns, Vietnamese first; groups: (anchor, heading, rows of words, "" where a
    language has none)."""

    languages: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str, tuple[tuple[str, ...], ...]], ...]


@dataclass(slots=True)
class DataFile:
    """A file to download. records: how many it holds, "" where it is no list."""

    name: str
    href: str
    description: str
    records: str
    size: str


@dataclass(slots=True)
class DataPage:
    """fields: (key of a record, what it holds); feed: of the newest articles, None where there is none."""

    files: tuple[DataFile, ...]
    fields: tuple[tuple[str, str], ...]
    feed: str | None


@dataclass(slots=True)
class NoteworthyRule:
    """A rule of extraction and how many facts it found. words: what it looks for, "" where only its name is known."""

    name: str
    words: str
    count: str
    share: int


@dataclass(slots=True)
class MethodPage:
    """groups: rules by the kind of fact."""

    groups: tuple[tuple[str, tuple[NoteworthyRule, ...]], ...]
    bases: tuple[tuple[str, str, int], ...]


@dataclass(slots=True)
class AboutPage:
    """articles: how many, in words; method: the address of the page that tells how facts are read."""

    articles: str
    period: str
    method: str


@dataclass(slots=True)
class NotFound:
    """What is told in one language of the site. lang: its code; home, search: full addresses where the site knows its
    own, else from the root of the host."""

    lang: str
    title: str
    words: str
    advice: str
    home: Link
    search: Link


@dataclass(slots=True)
class NotFoundPage:
    """tongues: the page in each language of the site, its first one first: a server knows no reader's language;
    find_root: the site does not know its own address."""

    tongues: tuple[NotFound, ...]
    find_root: bool


@dataclass(slots=True)
class Changed:
    """Something that differs from an older build. sign: added, removed, changed, joined or parted, for the style; turn:
    the same in words; what: the fact, or the kind of thing; name: which one; old, new: its values; cause: in words."""

    sign: str
    turn: str
    what: str
    name: Link
    old: str
    new: str
    cause: str


@dataclass(slots=True)
class ChangesPage:
    """What differs from an older build. summary: in a sentence; articles: (article, its former path or "", changes);
    paging: through all of these, in this order."""

    summary: str
    versions: tuple[str, str]
    added: tuple[Link, ...]
    removed: tuple[Link, ...]
    articles: tuple[tuple[Link, str, tuple[Changed, ...]], ...]
    things: tuple[Changed, ...]
    paging: Paging


@dataclass(slots=True)
class Question:
    """Two people, events or documents that may be one, or a fact that may be read wrongly. what: which of these; left,
    right: the two, or where the fact stands and what is read; reasons: for it; odds: how much they
    weigh; against: what kept the two apart, with
    its language where that is not the page's."""

    what: str
    left: Link
    right: Link
    reasons: tuple[str, ...]
    odds: str
    against: tuple[tuple[str, str | None], ...]


@dataclass(slots=True)
class ReviewPage:
    """What a person should look at, worst first. total: how many questions; kinds: (id, link) of all questions and of
    each kind with their number, without address for those of the page."""

    questions: tuple[Question, ...]
    total: str
    kinds: tuple[tuple[str, Link], ...]
    paging: Paging


@dataclass(slots=True)
class SearchPage:
    """The search page; its script fills it. lists: the indexes of the site, with how much each holds."""

    lists: tuple[Link, ...]
