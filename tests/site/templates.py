"""Follows the names that templates use through the types of their contexts, like a small type checker."""

from __future__ import annotations

import types
import typing
from collections import defaultdict
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes

from borderwire.site import contexts as c

# The value that each page's template is given beside `site` and `page`.
PAGES: dict[str, tuple[str, type]] = {
    "home.html": ("home", c.HomePage),
    "article.html": ("article", c.ArticlePage),
    "parts/article_foot.html": ("article", c.ArticlePage),
    "articles.html": ("articles", c.ArticlesPage),
    "list.html": ("listing", c.ListPage),
    "terms.html": ("terms", c.TermsPage),
    "provinces.html": ("provinces", c.ProvincesPage),
    "province.html": ("province", c.ProvincePage),
    "pairs.html": ("pairs", c.PairsPage),
    "pair.html": ("pair", c.PairPage),
    "meetings.html": ("meetings", c.MeetingsPage),
    "series.html": ("series", c.SeriesPage),
    "bodies.html": ("bodies", c.BodiesPage),
    "body.html": ("body", c.BodyPage),
    "timeline.html": ("timeline", c.TimelinePage),
    "event.html": ("event", c.EventPage),
    "search.html": ("search", c.SearchPage),
    "changes.html": ("changes", c.ChangesPage),
    "review.html": ("review", c.ReviewPage),
    "years.html": ("years", c.YearsPage),
    "year.html": ("year", c.YearPage),
    "officials.html": ("officials", c.OfficialsPage),
    "official.html": ("official", c.OfficialPage),
    "agreements.html": ("agreements", c.AgreementsPage),
    "agreement.html": ("agreement", c.AgreementPage),
    "map.html": ("map", c.MapPage),
    "figures.html": ("figures", c.FiguresPage),
    "figure.html": ("figure", c.FigurePage),
    "coverage.html": ("coverage", c.CoveragePage),
    "glossary.html": ("glossary", c.GlossaryPage),
    "method.html": ("method", c.MethodPage),
    "about.html": ("about", c.AboutPage),
    "data.html": ("data", c.DataPage),
    "404.html": ("not_found", c.NotFoundPage),
    "parts/card.html": ("card", c.Card),
    "parts/head.html": ("chrome", c.Chrome),
    "parts/header.html": ("chrome", c.Chrome),
    "parts/footer.html": ("chrome", c.Chrome),
    "base.html": ("page", c.Page),
}
# The arguments of macros, by their names; those whose meaning differs from file to file stand under the file.
ARGUMENTS: dict[str, Any] = {
    "chart": c.Chart, "cite": c.Citation, "changed": c.Changed,
    "paging": c.Paging, "link": c.Link, "links": tuple[c.Link, ...], "map": c.BorderMap,
    "labels": tuple[c.MapLabel, ...],
    "ladder": tuple[c.Rung, ...], "phrase": c.Phrase, "groups": tuple[c.FactGroup, ...],
    "filters": tuple[c.FacetLinks, ...], "tenures": tuple[c.Tenure, ...],
    "meetings": tuple[c.Meeting, ...], "months": tuple[tuple[int, str, str, int, str | None], ...],
    "years": tuple[c.Link, ...], "cards": tuple[Any, ...], "claims": tuple[c.Claim, ...],
    "totals": tuple[c.TotalRow, ...], "announced": tuple[c.Announced, ...], "eras": c.Eras,
    "changes": tuple[tuple[str, tuple[c.Link, ...]], ...], "anchor": str, "title": str,
    "text": str, "lang": str, "first": str, "kinds": bool, "explained": bool, "undated": bool,
    "calendar": c.Calendar, "month": int,
    "heat": tuple[c.YearRow, ...],
    "side": str, "heading": str, "caption": str, "year": str, "shown_on": str,
    "orders": tuple[tuple[str, c.Link], ...], "order": str, "sorted": str, "kind": str,
}  # fmt: skip
ROWS = {
    "parts/agreement_rows.html": tuple[c.AgreementRow, ...],
    "provinces.html": tuple[c.ProvinceRow, ...],
    "pairs.html": tuple[c.MatrixRow, ...],
    "official.html": tuple[c.PersonMention, ...],
    "parts/series_rows.html": tuple[c.SeriesRow, ...],
    "parts/judged.html": tuple[c.Judged, ...],
    "parts/figure_rows.html": tuple[c.FigureRow, ...],
}
_PLAIN = frozenset(["_", "_n"])


class Checker:
    """Collects what does not fit (`wrong`) and which fields are used (`used`: class -> names)."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.used: dict[type, set[str]] = defaultdict(set)
        self.environment = Environment(autoescape=True)
        self.file = ""

    def check(self, folder: Path) -> None:
        for path in sorted(folder.rglob("*.html")):
            self.file = path.relative_to(folder).as_posix()
            known: dict[str, Any] = {"site": c.Site, "page": c.Page}
            if self.file in PAGES:
                name, kind = PAGES[self.file]
                known[name] = kind
            self.walk(self.environment.parse(path.read_text(encoding="utf-8")), known)

    def walk(self, node: nodes.Node, known: dict[str, Any]) -> None:
        if isinstance(node, nodes.Import):
            known[node.target] = Any
        elif isinstance(node, nodes.Macro):
            known[node.name] = Any
            inner = dict(known)
            for argument in node.args:
                inner[argument.name] = self.argument(argument.name)
            self.walk_all(node.body, inner)
        elif isinstance(node, nodes.Assign):
            self.bind(node.target, self.kind(node.node, known), known)
        elif isinstance(node, nodes.AssignBlock):
            self.walk_all(node.body, known)
            self.bind(node.target, Any, known)
        elif isinstance(node, nodes.For):
            inner = dict(known, loop=Any)
            self.bind(node.target, self.item(self.kind(node.iter, known)), inner)
            self.walk_all(node.body, inner)
            self.walk_all(node.else_, known)
        elif isinstance(node, nodes.Expr):
            self.kind(node, known)
        else:
            self.walk_all(node.iter_child_nodes(), known)

    def walk_all(self, rows: typing.Iterable[nodes.Node], known: dict[str, Any]) -> None:
        for row in rows:
            self.walk(row, known)

    def argument(self, name: str) -> Any:
        if name == "rows":
            return ROWS[self.file]
        if name not in ARGUMENTS:
            self.wrong.append(f"{self.file}: no type is known for the argument {name!r}")
        return ARGUMENTS.get(name, Any)

    def bind(self, target: nodes.Node, kind: Any, known: dict[str, Any]) -> None:
        if isinstance(target, nodes.Name):
            known[target.name] = kind
        elif isinstance(target, nodes.Tuple):
            parts = typing.get_args(kind) if typing.get_origin(kind) is tuple else [Any] * len(target.items)
            if len(parts) != len(target.items):
                self.wrong.append(f"{self.file}:{target.lineno}: {len(target.items)} names for {kind}")
                parts = [Any] * len(target.items)
            for item, part in zip(target.items, parts, strict=True):
                self.bind(item, part, known)

    def item(self, kind: Any) -> Any:
        parts = typing.get_args(kind)
        return parts[0] if typing.get_origin(kind) is tuple and len(parts) == 2 and parts[1] is Ellipsis else Any

    def kind(self, node: nodes.Node, known: dict[str, Any]) -> Any:
        """The type of an expression; Any where it does not matter. Complains about names that are not there."""
        if isinstance(node, nodes.Name):
            if node.ctx == "load" and node.name not in known and node.name not in _PLAIN:
                self.wrong.append(f"{self.file}:{node.lineno}: unknown name {node.name!r}")
            return bare(known.get(node.name, Any))
        if isinstance(node, nodes.Getattr):
            return self.attribute(node, bare(self.kind(node.node, known)))
        if isinstance(node, nodes.Getitem):
            inner = bare(self.kind(node.node, known))
            self.kind(node.arg, known)
            return self.item(inner) if isinstance(node.arg, nodes.Const) else inner
        for child in node.iter_child_nodes():
            self.kind(child, known)
        return Any

    def attribute(self, node: nodes.Getattr, kind: Any) -> Any:
        if not is_dataclass(kind):
            if kind is not Any:
                self.wrong.append(f"{self.file}:{node.lineno}: {kind} has no {node.attr!r}")
            return Any
        hints = typing.get_type_hints(kind)
        if node.attr not in hints:
            self.wrong.append(f"{self.file}:{node.lineno}: {kind} has no field {node.attr!r}")
            return Any
        self.used[typing.cast(type, kind)].add(node.attr)
        return bare(hints[node.attr])


def bare(kind: Any) -> Any:
    """A type without None."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        rest = [part for part in typing.get_args(kind) if part is not type(None)]
        return rest[0] if len(rest) == 1 else Any
    return kind


def context_classes() -> list[type]:
    """Every context, in the order of the module."""
    return [item for item in vars(c).values() if isinstance(item, type) and is_dataclass(item)]


def unused(checker: Checker) -> list[str]:
    return [
        f"{kind.__name__}.{field.name}"
        for kind in context_classes()
        for field in fields(kind)
        if field.name not in checker.used[kind]
    ]
