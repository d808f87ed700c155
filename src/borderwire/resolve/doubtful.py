"""What a person should look at, worst first: facts that may be read wrongly, identities that may be told wrongly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from borderwire.model import (
    AgreementFact,
    Archive,
    Doubt,
    Entry,
    FactDoubt,
    Mention,
    Merge,
    MergedKind,
    OfficialFact,
    Record,
    Span,
)
from borderwire.resolve import agreements, events, likeness
from borderwire.resolve.correction_fields import KINDS
from borderwire.resolve.fact_values import as_text
from borderwire.resolve.pinning import WHOLE

# How much it matters that a fact is looked at: how often facts of the kind are wrong, and how much hangs on them.
_YEAR_DISPUTED, _YEAR_OPEN, _NO_DATE, _NO_SIDE, _ONLY_A_NAME, _SHORT_NAME = 1.0, 0.65, 0.6, 0.8, 0.6, 0.5
_BODY_FROM_CONTEXT, _NO_PARTIES, _ORDINAL_INFERRED, _YEAR_INFERRED = 0.3, 0.55, 0.4, 0.35
# From this many bits above the threshold on, a merge is not looked at again.
_WEAK = 1.5
# Threshold and width of doubt of each kind of identity, in bits.
_SURE = {"person": likeness.SURE, "agreement": agreements.SURE, "event": events.SURE}
_WIDTH = {
    "person": likeness.SURE - likeness.DOUBTFUL,
    "agreement": agreements.SURE - agreements.DOUBTFUL,
    "event": events.SURE - events.DOUBTFUL,
}
_CONTRADICTED = 0.9


def to_review(archive: Archive) -> tuple[Doubt | FactDoubt, ...]:
    """All that nobody has looked at yet, worst first."""
    judged = {frozenset([row.left, row.right]) for row in archive.judgements}
    looked_at = {(row.fact, row.of) for row in archive.confirmations}
    rows: list[Doubt | FactDoubt] = [
        replace(doubt, weight=_weight(doubt)) for doubt in archive.doubts if doubt.verdict is None
    ]
    rows += (
        doubt for doubt in _weak_merges(archive) if frozenset([doubt.left_mention, doubt.right_mention]) not in judged
    )
    for entry in archive.entries:
        rows += (doubt for doubt in fact_doubts(entry) if (doubt.fact, doubt.of) not in looked_at)
    return tuple(sorted(rows, key=_order))


def _order(item: Doubt | FactDoubt) -> tuple[float, str, str, int]:
    mention = item.of if isinstance(item, FactDoubt) else item.left_mention
    return -item.weight, item.fact if isinstance(item, FactDoubt) else item.what, mention.entry, mention.index


def _weight(doubt: Doubt) -> float:
    """Near the threshold it matters most: a little more, and the machine would have joined them."""
    if doubt.against:
        return _CONTRADICTED
    near = 1 - (_SURE[doubt.what] - doubt.score) / _WIDTH[doubt.what]
    return round(0.4 + 0.5 * max(0.0, min(1.0, near)), 3)


def _weak_merges(archive: Archive) -> Iterator[Doubt]:
    """What was put together on little more than enough."""
    groups: Sequence[tuple[MergedKind, Iterable[tuple[str, tuple[Merge, ...]]]]] = (
        ("person", ((item.id, item.merges) for item in archive.people)),
        ("agreement", ((item.id, item.merges) for item in archive.agreements)),
        ("event", ((item.id, item.merges) for item in archive.events)),
    )
    for what, things in groups:
        for ident, merges in things:
            for merge in merges:
                above = merge.score - _SURE[what]
                if 0 <= above < _WEAK and merge.left != merge.right:
                    weight = round(0.6 * (1 - above / _WEAK), 3)
                    yield Doubt(what, ident, ident, merge.left, merge.right, merge.score, merge.reasons, weight=weight)


def fact_doubts(entry: Entry) -> Iterator[FactDoubt]:
    """The doubtful facts of an article, in the order of the record. What the keeper has set or added is not doubted."""
    settled = set(_settled(entry.record))
    for doubt in _all_doubts(entry):
        index = None if doubt.of.index == WHOLE else doubt.of.index
        if (doubt.fact, index) not in settled and (doubt.fact.partition(".")[0] + ".*", index) not in settled:
            yield doubt


def _settled(record: Record) -> Iterator[tuple[str, int | None]]:
    """Field and index of each doubt that a correction has answered; `officials.*` for all of one fact."""
    for row in record.corrections:
        root, _, leaf = row.field.partition(".")
        kind = KINDS.get(root)
        yield (f"{root}.*" if row.action == "add" else row.field), row.index
        if kind is not None and leaf == kind.main:
            yield root, row.index  # who corrects the name has looked at whether it is one


def _all_doubts(entry: Entry) -> Iterator[FactDoubt]:
    record = entry.record
    yield from _of_date(entry)
    for index, official in enumerate(record.officials):
        yield from _of_official(Mention(entry.id, index), official)
    for index, item in enumerate(record.agreements):
        yield from _of_agreement(Mention(entry.id, index), item)
    series = record.series
    if series and series.ordinal and series.basis == "inferred":
        of = Mention(entry.id, WHOLE)
        span = _first(series.spans)
        yield FactDoubt("series.ordinal", of, "ordinal-inferred", str(series.ordinal), "", span, _ORDINAL_INFERRED)


def _of_date(entry: Entry) -> Iterator[FactDoubt]:
    date, of = entry.record.event_date, Mention(entry.id, WHOLE)
    because, span = date.because or "", date.spans[0] if date.spans else None  # the day first, the year's places after
    if date.value is None and date.partial:
        weight = _YEAR_DISPUTED if "settle" in because else _YEAR_OPEN  # else nobody can tell from the text
        yield FactDoubt("event_date", of, "year-open", None, because, span, weight)
    elif date.value is None:
        yield FactDoubt("event_date", of, "no-date", None, because, span, _NO_DATE)
    elif date.basis == "inferred":
        yield FactDoubt("event_date", of, "year-inferred", date.value, because, span, _YEAR_INFERRED)


def _of_official(of: Mention, fact: OfficialFact) -> Iterator[FactDoubt]:
    span = _first(fact.spans)
    if span is None:
        return
    if fact.country is None:
        yield FactDoubt("officials.country", of, "no-side", None, fact.rule, span, _NO_SIDE)
    if not fact.rank and not fact.position:
        yield FactDoubt("officials", of, "only-a-name", fact.name, fact.rule, span, _ONLY_A_NAME)
    elif len(fact.name.split()) < 2 and "-" not in fact.name:
        yield FactDoubt("officials", of, "short-name", fact.name, fact.rule, span, _SHORT_NAME)
    if fact.organization and not fact.organization_spans:
        body = fact.organization
        yield FactDoubt("officials.organization", of, "body-from-context", body, fact.rule, span, _BODY_FROM_CONTEXT)


def _of_agreement(of: Mention, fact: AgreementFact) -> Iterator[FactDoubt]:
    span = _first(fact.spans)
    if span is not None and not fact.parties:
        value = as_text(fact.parties) or None
        yield FactDoubt("agreements.parties", of, "no-parties", value, fact.rule, span, _NO_PARTIES)


def _first(spans: Sequence[Span]) -> Span | None:
    return min(spans) if spans else None
