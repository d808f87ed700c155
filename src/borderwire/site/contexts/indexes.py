"""Officials and agreements."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.site.contexts.judgements import Judged
from borderwire.site.contexts.shared import Card, Link, Paging, Phrase


@dataclass(slots=True)
class OfficialRow:
    """A line of the officials index, with the last rank and the last office that articles tell. rank_told: when the
    rank was, where a later article tells an office only; letter_id: anchor of the first person of a letter, None for
    the others."""

    link: Link
    side: str
    country: str
    rank: str
    rank_told: str
    position: str
    organization: str
    period: str
    articles: str
    letter_id: str | None


@dataclass(slots=True)
class OfficialsPage:
    """orders: (id, link) of all orders of the list, without address for that of the page; letters: jumps, where the
    order is by a name; note: how the order goes on among equals, where that is not plain."""

    rows: tuple[OfficialRow, ...]
    orders: tuple[tuple[str, Link], ...]
    letters: tuple[Link, ...]
    note: str
    paging: Paging


@dataclass(slots=True)
class Post:
    """A line of a career: what articles of these dates call the person. gloss: rank and office in the page's
    language."""

    period: str
    rank: str
    position: str
    organization: str
    gloss: str
    phrases: tuple[Link, ...]


@dataclass(slots=True)
class Rise:
    """A higher rank or office. after, by: the last date without it and the first with it."""

    old: str
    new: str
    after: str
    by: str


@dataclass(slots=True)
class PersonMention:
    """The person in one article."""

    card: Card
    phrase: Phrase
    count: int


@dataclass(slots=True)
class OfficialPage:
    """A person. post: the last rank and office told; rises: promotions between two steps of the career; reasons: why
    the mentions are one person; certainty: how sure that is; titles: (language code, name) in other languages;
    mentions, undated: newest first, and those of articles without a date; judged: by the keeper."""

    name: str
    lang: str | None
    side: str
    country: str
    spellings: tuple[str, ...]
    titles: tuple[tuple[str, str], ...]
    post: str
    career: tuple[Post, ...]
    rises: tuple[Rise, ...]
    reasons: tuple[str, ...]
    certainty: str
    judged: tuple[Judged, ...]
    counterparts: tuple[Link, ...]
    provinces: tuple[Link, ...]
    mentions: tuple[PersonMention, ...]
    undated: tuple[PersonMention, ...]
    paging: Paging


@dataclass(slots=True)
class AgreementRow:
    """A document in a list. status: id, for the style; status_name: in the page's language; articles: how many name
    it."""

    link: Link
    iso: str
    date: str
    kind: str
    status: str
    status_name: str
    parties: tuple[str, ...]
    articles: str


@dataclass(slots=True)
class AgreementsPage:
    """wanted: documents that are cited and that no article of the archive reports as signed; announced: those that are
    planned, and no more; orders: as for officials."""

    rows: tuple[AgreementRow, ...]
    statuses: tuple[tuple[str, str, str], ...]
    wanted: tuple[Link, ...]
    announced: tuple[Link, ...]
    orders: tuple[tuple[str, Link], ...]
    paging: Paging


@dataclass(slots=True)
class AgreementMention:
    """The document in one article, and what that article says of it."""

    card: Card
    phrase: Phrase | None
    status: str
    status_name: str


@dataclass(slots=True)
class AgreementPage:
    """A document. lineage: (how other documents belong to it, those documents); reasons: why the mentions are one,
    certainty: how sure that is; titles: (language code, title) in other languages; judged: by the keeper."""

    row: AgreementRow
    titles: tuple[tuple[str, str], ...]
    subject: str
    signers: tuple[Link, ...]
    lineage: tuple[tuple[str, tuple[Link, ...]], ...]
    reasons: tuple[str, ...]
    certainty: str
    judged: tuple[Judged, ...]
    provinces: tuple[Link, ...]
    mentions: tuple[AgreementMention, ...]
