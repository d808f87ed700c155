"""Pages about the archive as a whole: glossary, method, about, data."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from borderwire.model import File, Record
from borderwire.site import urls
from borderwire.site.cards import news_day
from borderwire.site.contexts import (
    AboutPage,
    DataFile,
    DataPage,
    GlossaryPage,
    MethodPage,
    NoteworthyRule,
)
from borderwire.site.languages import SOURCE_LANGUAGE, Language
from borderwire.site.names import Term
from borderwire.site.pages.home import period
from borderwire.site.renderer import Renderer
from borderwire.site.rules import rule_words

_SIZES = ("B", "kB", "MB", "GB")


def reference_pages(renderer: Renderer) -> Iterator[File]:
    _ = renderer._
    yield renderer.page("glossary.html", urls.GLOSSARY, _("Glossary"), section="about", glossary=_glossary(renderer))
    yield renderer.page("method.html", urls.METHOD, _("Method"), section="about", method=_method(renderer))
    entries = renderer.shelves.archive.entries
    about = AboutPage(renderer.articles(len(entries)), period(renderer), urls.to(urls.METHOD))
    yield renderer.page("about.html", urls.ABOUT, _("About this archive"), section="about", about=about)
    if renderer.settings.downloads:
        yield renderer.page("data.html", urls.DATA, _("Data"), section="about", data=_data(renderer))


# --- glossary, method, data --------------------------------------------------------------------------


def _glossary(renderer: Renderer) -> GlossaryPage:
    _, terms = renderer._, renderer.shelves.terms
    others = [language for language in renderer.languages if language.code not in (SOURCE_LANGUAGE, "en")]
    names = {language.code: language.own_name for language in renderer.languages}
    groups: tuple[tuple[str, str, Iterable[Term]], ...] = (
        ("ranks", _("Ranks"), terms.ranks.values()),
        ("offices", _("Offices"), terms.offices.values()),
        ("documents", _("Kinds of documents"), terms.documents.values()),
        ("events", _("Kinds of events"), terms.events.values()),
        ("topics", _("Topics"), terms.topics.values()),
        ("goods", _("Seized goods"), terms.goods.values()),
    )
    return GlossaryPage(
        (
            (SOURCE_LANGUAGE, names.get(SOURCE_LANGUAGE, "Tiếng Việt")),
            ("en", names.get("en", "English")),
            *((language.code, language.own_name) for language in others),
        ),
        tuple((ident, name, tuple(_words(row, others) for row in rows)) for ident, name, rows in groups if rows),
    )


def _words(term: Term, others: Sequence[Language]) -> tuple[str, ...]:
    """A term in Vietnamese, English and the other languages of the site; "" where a catalogue lacks it."""
    known = (language.gettext(term.name_en) if language.knows(term.name_en) else "" for language in others)
    return (term.name, term.name_en, *known)


def _method(renderer: Renderer) -> MethodPage:
    _ = renderer._
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    bases: Counter[str] = Counter()
    for entry in renderer.shelves.archive.entries:
        record = entry.record
        bases[record.event_date.basis] += 1
        for kind, rule in rules_of(record):
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


def rules_of(record: Record) -> Iterator[tuple[str, str]]:
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
    order = sorted(rules.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        NoteworthyRule(name, rule_words(renderer.names, name), renderer.number(count), round(100 * count / total))
        for name, count in order
    )


def _data(renderer: Renderer) -> DataPage:
    _ = renderer._
    rows = [
        DataFile(
            file.path,
            urls.ROOT + file.path,
            _(file.description),
            "" if file.records is None else renderer.number(file.records),
            _size(renderer, file.size),
        )
        for file in renderer.settings.downloads
    ]
    fields = (
        ("id", _("The article's name in addresses and in all files.")),
        ("source", _("The file that the article was read from, with its SHA-256.")),
        ("event_date", _("When the event took place, as precisely as the text says, on what basis and why.")),
        ("provinces", _("Provinces by ISO 3166-2, with their part in the event.")),
        ("officials", _("People with rank, office and body, as written.")),
        ("agreements", _("Documents with kind, status, date and parties.")),
        ("series", _("The meeting's place in its row, the one before and the one announced.")),
        ("figures", _("Numbers with what they count, unit, qualifier and period.")),
        (
            "spans",
            _("Where in the text the words stand: the first character and the one after the last, counted from 0."),
        ),
    )
    has_feed = renderer.settings.base_url and any(map(news_day, renderer.shelves.archive.entries))
    return DataPage(tuple(rows), fields, urls.to(urls.FEED) if has_feed else None)


def _size(renderer: Renderer, size: float) -> str:
    unit = 0
    while size >= 1000 and unit + 1 < len(_SIZES):
        size /= 1000
        unit += 1
    return f"{renderer.number(round(size, 1 if unit and size < 10 else None))} {_SIZES[unit]}"
