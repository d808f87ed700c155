"""Pages about the archive as a whole: coverage, glossary, method, about, data."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from borderwire.model import File, Record
from borderwire.site import urls
from borderwire.site.contexts import (
    AboutPage,
    CoveragePage,
    DataFile,
    DataPage,
    GlossaryPage,
    Link,
    MethodPage,
    NoteworthyRule,
)
from borderwire.site.pages.home import period
from borderwire.site.renderer import Renderer

_MOST_RULES = 30
_SIZES = ("B", "kB", "MB", "GB")


def reference_pages(renderer: Renderer) -> Iterator[File]:
    _ = renderer._
    yield renderer.page("coverage.html", urls.COVERAGE, _("Coverage"), section="about", coverage=_coverage(renderer))
    yield renderer.page("glossary.html", urls.GLOSSARY, _("Glossary"), section="about", glossary=_glossary(renderer))
    yield renderer.page("method.html", urls.METHOD, _("Method"), section="about", method=_method(renderer))
    entries = renderer.shelves.archive.entries
    about = AboutPage(renderer.articles(len(entries)), period(renderer), urls.to(urls.METHOD))
    yield renderer.page("about.html", urls.ABOUT, _("About this archive"), section="about", about=about)
    if renderer.settings.downloads:
        yield renderer.page("data.html", urls.DATA, _("Data"), section="about", data=_data(renderer))


# --- coverage ---------------------------------------------------------------------------------------


def _coverage(renderer: Renderer) -> CoveragePage:
    _ = renderer._
    entries = renderer.shelves.archive.entries
    checks = (
        (_("with a title of their own"), sum(not entry.label_made for entry in entries)),
        (_("with the full date of the event"), sum(len(e.record.event_date.value or "") == 10 for e in entries)),
        (_("with a date of publication"), sum(entry.record.published is not None for entry in entries)),
        (_("with provinces of both countries"), sum(_both_sides(entry.record) for entry in entries)),
        (_("with officials"), sum(bool(entry.record.officials) for entry in entries)),
        (_("with agreements"), sum(bool(entry.record.agreements) for entry in entries)),
        (_("with the outlet"), sum(bool(entry.record.outlet) for entry in entries)),
    )
    unknown = _("Outlet not known")
    outlets = Counter(entry.record.outlet or unknown for entry in entries)
    problems = Counter(problem.code for entry in entries for problem in entry.record.problems)
    share = 100 / max(1, len(entries))
    return CoveragePage(
        total=renderer.articles(len(entries)),
        rows=tuple((name, renderer.number(count), round(count * share)) for name, count in checks),
        outlets=tuple(
            Link(name if name == unknown else renderer.names.written(name), "", None, renderer.number(count))
            for name, count in sorted(outlets.items(), key=lambda item: (-item[1], item[0]))
        ),
        problems=tuple(
            (renderer.notes.name(code), renderer.number(count))
            for code, count in sorted(problems.items(), key=lambda item: (-item[1], item[0]))
        ),
    )


def _both_sides(record: Record) -> bool:
    return {"VN", "LA"} <= {province.country for province in record.provinces}


# --- glossary, method, data --------------------------------------------------------------------------


def _glossary(renderer: Renderer) -> GlossaryPage:
    _, terms = renderer._, renderer.shelves.terms
    gloss = renderer.names
    groups = (
        ("ranks", _("Ranks"), [(row.name, gloss.rank(row.name) or row.name_en) for row in terms.ranks.values()]),
        (
            "offices",
            _("Offices"),
            [(row.name, gloss.office(row.name) or row.name_en) for row in terms.offices.values()],
        ),
        (
            "documents",
            _("Kinds of documents"),
            [(row.name, _other(renderer, row.name_en)) for row in terms.documents.values()],
        ),
        (
            "events",
            _("Kinds of events"),
            [(row.name, _other(renderer, row.name_en)) for row in terms.events.values()],
        ),
        ("topics", _("Topics"), [(row.name, _other(renderer, row.name_en)) for row in terms.topics.values()]),
    )
    return GlossaryPage(tuple((ident, name, tuple(rows)) for ident, name, rows in groups if rows))


def _other(renderer: Renderer, name_en: str) -> str:
    return name_en if renderer.language.code == "vi" else renderer._(name_en)


def _method(renderer: Renderer) -> MethodPage:
    _ = renderer._
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    bases: Counter[str] = Counter()
    for entry in renderer.shelves.archive.entries:
        record = entry.record
        bases[record.event_date.basis] += 1
        for kind, rule in _rules(record):
            rules[kind][rule] += 1
    kinds = (
        ("dates", _("Dates")),
        ("provinces", _("Provinces")),
        ("officials", _("Officials")),
        ("agreements", _("Agreements")),
        ("figures", _("Figures")),
        ("more", _("Also in the text")),
    )
    names = (
        ("explicit", _("day, month and year stand together")),
        ("inferred", _("the year comes from elsewhere in the text")),
        ("published", _("only the date of publication is known")),
        ("none", _("left open")),
    )
    total = max(1, sum(bases.values()))
    return MethodPage(
        groups=tuple((name, _shares(renderer, rules[kind])) for kind, name in kinds if rules[kind]),
        bases=tuple((name, renderer.number(bases[key]), round(100 * bases[key] / total)) for key, name in names),
    )


def _rules(record: Record) -> Iterator[tuple[str, str]]:
    """The rule behind every fact of a record."""
    for date in (record.event_date, record.published):
        if date and date.rule:
            yield "dates", date.rule
    rows = (
        ("provinces", record.provinces),
        ("officials", record.officials),
        ("agreements", record.agreements),
        ("figures", record.figures),
        (
            "more",
            (record.event_type, record.venue, record.series, *record.gates, *record.handovers, *record.delegations),
        ),
    )
    for kind, facts in rows:
        for fact in facts:
            if fact and fact.rule:
                yield kind, fact.rule


def _shares(renderer: Renderer, rules: Counter[str]) -> tuple[NoteworthyRule, ...]:
    total = sum(rules.values())
    order = sorted(rules.items(), key=lambda item: (-item[1], item[0]))[:_MOST_RULES]
    return tuple(NoteworthyRule(name, renderer.number(count), round(100 * count / total)) for name, count in order)


def _data(renderer: Renderer) -> DataPage:
    rows = [
        DataFile(file.path, urls.ROOT + file.path, renderer._(file.description), _size(renderer, file.size))
        for file in renderer.settings.downloads
    ]
    return DataPage(tuple(rows))


def _size(renderer: Renderer, size: float) -> str:
    unit = 0
    while size >= 1000 and unit + 1 < len(_SIZES):
        size /= 1000
        unit += 1
    return f"{renderer.number(round(size, 1 if unit and size < 10 else None))} {_SIZES[unit]}"
