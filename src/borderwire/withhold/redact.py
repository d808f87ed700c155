"""The pass that leaves withheld phrases out of articles and records; every offset follows the shortened text."""

from __future__ import annotations

import pickle
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from html import escape, unescape
from typing import Any, cast
from urllib.parse import unquote

from borderwire.correction import Withheld
from borderwire.errors import Problem, Span
from borderwire.extract.label import made_label, record_id
from borderwire.model import AppliedCorrection, Article, Block, Metadata, OfficialFact, Record
from borderwire.withhold.folding import NOTHING
from borderwire.withhold.forms import MARK, Forms, cut_out
from borderwire.withhold.own import named_by_site
from borderwire.withhold.spellings import Hidden

_TAG = re.compile(r"(<[^>]*>)")
_NO_ADDRESS = ("url", "slug")  # of the metadata: an address with a hole in it leads nowhere


def redact_all(
    articles: Sequence[Article], records: Sequence[Record], hidden: Hidden, file: str
) -> tuple[tuple[Article, ...], list[Record], tuple[Problem, ...]]:
    """The articles and records without what is withheld, and a note on each entry. file: the name of its file."""
    forms = hidden.forms
    made: list[tuple[Article, Record]] = []
    places: dict[int, list[str]] = {entry.line: [] for entry in hidden.entries}
    for article, record in zip(articles, records, strict=True):
        people = hidden.people.get(article.source.path, frozenset())
        local = hidden.local.get(article.source.path, ())
        if not people and not local and not _touches(forms, article, record):
            made.append((article, record))
            continue
        here = Forms((*hidden.entries, *local)) if local else forms
        redactor = _Redactor(here, article, record, people)
        made.append(redactor.run())
        for line in redactor.lines:
            places[line].append(article.source.path)
    own = named_by_site(forms)
    notes = tuple(_note(entry, places[entry.line], file, own=entry.line in own) for entry in hidden.entries)
    return tuple(article for article, _ in made), [record for _, record in made], notes


def _touches(forms: Forms, article: Article, record: Record) -> bool:
    # Pickled, all strings of both lie side by side as UTF-8: the quickest way to look into every one of them.
    return forms.possible(pickle.dumps((article, record), pickle.HIGHEST_PROTOCOL)) or forms.near(article.text)


def _note(entry: Withheld, paths: Sequence[str], file: str, *, own: bool) -> Problem:
    texts = len(set(paths))
    said = f"is left out in {len(paths)} places of {texts} texts." if paths else "stands in no text."
    more = f" Spellings withheld with it: {len(entry.also)}." if entry.also else ""
    if own:
        more += " The site names it by itself, so that its absence cannot be proved."
    return Problem("withheld", said + more, "note", path=file, line=entry.line)


class _Redactor:
    """Leaves out of one article what is withheld. lines: of the entries, once for each place in the text."""

    def __init__(self, forms: Forms, article: Article, record: Record, people: frozenset[int]) -> None:
        self.forms = forms
        self.article = article
        self.record = record
        self.people = people | {
            index for index, official in enumerate(record.officials) if self._is_withheld(official)
        }  # fmt: skip
        found = forms.find(article.text)
        self.lines = [place.line for place in found]
        named = [span for index in self.people for span in record.officials[index].spans]
        self.spans = _merged([(place.start, place.end) for place in found] + named)
        self.text = cut_out(article.text, self.spans)
        self._ends = [end for _, end in self.spans]
        self._shifts: list[int] = []
        lost = 0
        for start, end in self.spans:
            lost += end - start - len(MARK)
            self._shifts.append(lost)

    def _is_withheld(self, official: OfficialFact) -> bool:
        return any(self.forms.line_of(name) is not None for name in (official.name, *official.variants))

    def run(self) -> tuple[Article, Record]:
        article = self._article()
        record = self._record(article)
        return article, record

    # --- the text and its offsets ---------------------------------------------------------------------

    def _place(self, at: int, *, end: bool) -> int:
        """Where an offset lies in the new text; inside of what was left out, before or behind the mark."""
        index = bisect_right(self._ends, at) if not end else bisect_right(self._ends, at - 1)
        shift = self._shifts[index - 1] if index else 0
        if index < len(self.spans) and self.spans[index][0] < at:
            return self.spans[index][0] - shift + (len(MARK) if end else 0)
        return at - shift

    def _span(self, span: Span) -> Span:
        return self._place(span[0], end=False), self._place(span[1], end=True)

    def _slice(self, span: Span) -> str:
        start, end = self._span(span)
        return self.text[start:end]

    # --- values ---------------------------------------------------------------------------------------

    def _clean(self, value: Any, name: str = "") -> Any:
        """The same value without what is withheld. name: of the field that holds it; spans are known by theirs."""
        if isinstance(value, str):
            return self.forms.redact(value)
        if name.endswith("_span"):
            return None if value is None else self._span(value)
        if name.endswith("spans"):
            return tuple(self._span(span) for span in value)
        if isinstance(value, tuple):
            return tuple(self._clean(item) for item in value)
        if isinstance(value, Block):
            start, end = self._span((value.start, value.end))
            return replace(value, start=start, end=end)
        if is_dataclass(value) and not isinstance(value, type):
            return self._clean_fields(value)
        return value

    def _clean_fields(self, value: Any) -> Any:
        changed = {item.name: self._clean(getattr(value, item.name), item.name) for item in fields(value)}
        for name, spans in _quoting(value):
            words = getattr(value, name)
            for span in spans:  # words of the text are taken from it anew: a short name may be left out there
                if self.article.text[span[0] : span[1]] == words:
                    changed[name] = self._slice(span)
        return replace(value, **changed)

    def _article(self) -> Article:
        article = self.article
        kept = replace(article, html=None, sidecar=None, title=None, lead=None)
        cleaned = cast("Article", self._clean_fields(kept))
        return replace(
            cleaned,
            text=self.text,
            title=self._of_block("title", article.title),
            lead=self._of_block("lead", article.lead),
            byline=tuple(name for name in cleaned.byline if MARK not in name),
            metadata=self._metadata(article.metadata),
            html=None if article.html is None else redact_html(article.html, self.forms),
            withheld=len(self.spans),
        )

    def _metadata(self, metadata: Metadata) -> Metadata:
        cleaned = cast("Metadata", self._clean_fields(metadata))
        lost: dict[str, Any] = {name: None for name in _NO_ADDRESS if self._tells(getattr(metadata, name))}
        return replace(cleaned, **lost)

    def _tells(self, address: str | None) -> bool:
        """An address holds what is withheld, as it is written or percent-encoded."""
        forms = (address, unquote(address)) if address else ()
        return any(self.forms.line_of(form) is not None for form in forms)

    def _of_block(self, kind: str, words: str | None) -> str | None:
        """A title or lead as the new text has it, where it is the text's own."""
        if words is None:
            return None
        for block in self.article.blocks:
            if block.kind == kind and self.article.text[block.start : block.end] == words:
                return self._slice((block.start, block.end))
        return self.forms.redact(words)

    def _record(self, article: Article) -> Record:
        record = self.record
        kept = [index for index in range(len(record.officials)) if index not in self.people]
        gone = {
            name for index in self.people for name in (record.officials[index].name, *record.officials[index].variants)
        }
        record = replace(record, officials=tuple(record.officials[index] for index in kept))
        corrections = tuple(self._corrections(record.corrections, kept))
        cleaned = cast("Record", self._clean_fields(replace(record, corrections=corrections)))
        cleaned = replace(
            cleaned,
            title=article.title,
            lead=article.lead,
            byline=tuple(name for name in cleaned.byline if MARK not in name),
            delegations=tuple(
                replace(item, head=None) if item.head and (MARK in item.head or item.head in gone) else item
                for item in cleaned.delegations
            ),
        )
        problems = (*cleaned.problems, self._problem(article)) if self.spans else cleaned.problems
        return replace(cleaned, id=self._ident(article, cleaned), problems=problems)

    def _problem(self, article: Article) -> Problem:
        """For the readers of page and data; it counts as no fault of the archive."""
        message = f"The keeper of the archive withholds words of this text; {MARK} stands in their place."
        marks = tuple(match.span() for match in re.finditer(re.escape(MARK), self.text))
        return Problem("phrases-withheld", message, "note", path=article.source.path, spans=marks)

    def _corrections(self, rows: Iterable[AppliedCorrection], kept: list[int]) -> Iterable[AppliedCorrection]:
        """Those of facts that stand, at their new places."""
        for row in rows:
            if row.field == "url" and any(self._tells(str(value)) for value in (row.was, row.value)):
                continue
            if row.field.partition(".")[0] != "officials" or row.index is None:
                yield row
            elif row.index in kept:
                yield replace(row, index=kept.index(row.index))

    def _ident(self, article: Article, record: Record) -> str:
        """The article's address, made anew where its old one came from words that are withheld."""
        before = self.article.title or _label(self.article, self.record)
        label = article.title or _label(article, record)
        if label == before and self.forms.line_of(self.record.id) is None and article.metadata == self.article.metadata:
            return self.record.id
        day = record.event_date.value or (record.published.value if record.published else None)
        return record_id(article.metadata, day, label, record.source.sha256)


def _label(article: Article, record: Record) -> str:
    return made_label(article, record.event_type, record.provinces, record.officials)


def _quoting(value: Any) -> Iterable[tuple[str, Sequence[Span]]]:
    """Fields that quote the text, and the places where they may do so."""
    for name, places in (("as_written", "spans"), ("what", "spans"), ("at", "spans")):
        if isinstance(getattr(value, name, None), str) and hasattr(value, places):
            yield name, getattr(value, places)
    for name in ("caption", "credit"):
        span = getattr(value, f"{name}_span", None)
        if isinstance(getattr(value, name, None), str) and span:
            yield name, (span,)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap or touch made one."""
    rows: list[Span] = []
    for start, end in sorted(spans):
        if rows and start <= rows[-1][1]:
            rows[-1] = (rows[-1][0], max(end, rows[-1][1]))
        elif start < end:
            rows.append((start, end))
    return rows


def redact_html(html: str, forms: Forms) -> str:
    """Rendered mark-up without what is withheld, also where tags part it; a tag that holds it loses its attributes."""
    parts = _TAG.split(html)
    runs = [unescape(part) for part in parts[::2]]
    spans = [(place.start, place.end) for place in forms.find(NOTHING.join(runs))]
    at = 0
    for index, run in enumerate(runs):
        if any(start < at + len(run) and end > at for start, end in spans):
            parts[2 * index] = escape(_cut_run(run, at, spans), quote=False)
        at += len(run) + len(NOTHING)
    for index in range(1, len(parts), 2):
        if any(forms.line_of(form) is not None for form in (parts[index], unquote(unescape(parts[index])))):
            parts[index] = re.sub(r"\s.*?(/?>)$", r"\1", parts[index], flags=re.DOTALL)
    return "".join(parts)


def _cut_run(run: str, at: int, spans: Sequence[Span]) -> str:
    """A run of text that begins at `at` without the spans; the mark stands where a span begins."""
    out: list[str] = []
    done = 0
    for start, end in spans:
        begin, stop = max(start - at, 0), min(end - at, len(run))
        if begin < stop:
            out += [run[done:begin], MARK if start >= at else ""]
            done = stop
    return "".join([*out, run[done:]])
