"""Numbers that articles give."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.site.contexts.events import TotalRow
from borderwire.site.contexts.shared import Chart, Link, Paging


@dataclass(slots=True)
class FigureRow:
    """A number that an article gives. what: its kind, linked to the kind's page; phrase: the address of its words."""

    what: Link
    iso: str
    date: str
    value: str
    words: str
    detail: str
    phrase: str
    card: Link


@dataclass(slots=True)
class FigureKind:
    """A kind of figure in the index. told: how often, in words; chart: its sums by year, of the unit that has most
    years."""

    link: Link
    told: str
    chart: Chart | None


@dataclass(slots=True)
class FiguresPage:
    """Numbers by what they count, those told most often first."""

    kinds: tuple[FigureKind, ...]


@dataclass(slots=True)
class FigureSum:
    """Sums by year of one unit. name: what exactly is counted; unit: "" for a bare number."""

    anchor: str
    name: Link
    unit: str
    chart: Chart
    totals: tuple[TotalRow, ...]


@dataclass(slots=True)
class FigurePage:
    """All numbers of a kind, newest first, and their sums. sums: those of several years; totals: the others."""

    name: str
    told: str
    sums: tuple[FigureSum, ...]
    totals: tuple[TotalRow, ...]
    rows: tuple[FigureRow, ...]
    paging: Paging
