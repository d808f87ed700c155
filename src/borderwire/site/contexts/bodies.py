"""Bodies: forces and authorities."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from borderwire.site.contexts.indexes import AgreementRow
from borderwire.site.contexts.lists import Tenure
from borderwire.site.contexts.shared import Chart, Eras, Link, Paging


@dataclass(slots=True)
class BodyRow:
    """A body in the index. written: as articles write it most often; people, agreements, articles: how many."""

    link: Link
    side: str
    written: str
    people: str
    agreements: str
    articles: str


@dataclass(slots=True)
class BodiesPage:
    """groups: (anchor, kind, bodies), the kind with most articles first; one without heading in the other orders;
    orders: as for officials."""

    groups: tuple[tuple[str, str, tuple[BodyRow, ...]], ...]
    orders: tuple[tuple[str, Link], ...]
    paging: Paging


@dataclass(slots=True)
class BodyPage:
    """A body. written: as articles write it, most frequent first; counterparts: bodies of the other country at
    the same events, with how many; tenures: those seen last first; changes, eras: as for a province."""

    name: str
    side: str
    kind: str
    country: str
    province: Link | None
    changes: tuple[tuple[str, tuple[Link, ...]], ...]
    eras: Eras | None
    written: tuple[str, ...]
    counterparts: tuple[Link, ...]
    tenures: tuple[Tenure, ...]
    agreements: tuple[AgreementRow, ...]
    chart: Chart | None
    cards: tuple[Markup, ...]
    paging: Paging
