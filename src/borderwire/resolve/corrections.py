"""The pass between reading and resolving: what a keeper corrects, held against text and record before it is applied.

A correction is applied only where all it was written for still stands: its phrase in the text, a fact at that phrase,
and the value that the archive read (`was`). Otherwise it is left out and a problem says so; nothing is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from borderwire.correction import AppliedCorrection, Basis, Correction, Mapped, Plain, Scalar
from borderwire.errors import Problem, Severity, Span
from borderwire.gazetteer import Gazetteer
from borderwire.model import Article, DateFact, EventType, Record
from borderwire.resolve.correction_facts import Slot, Slots, fact_of, set_field
from borderwire.resolve.correction_fields import KINDS, SINGLE, Field, MistypedError, nearest, settable
from borderwire.resolve.pins import NO_LONGER_FITS, UnfitError, find_pin

RULE = "keeper"
_MISSING = object()
_METADATA = ("url", "retrieved", "rights")  # what the keeper says of a source and no record holds
Reading = tuple[Article, Record]


def correct(
    articles: Sequence[Article], records: Sequence[Record], gazetteer: Gazetteer
) -> tuple[tuple[Article, ...], list[Record], tuple[Problem, ...]]:
    """The articles and records with every correction that fits; a problem for each that does not."""
    corrected: list[Reading] = []
    problems: list[Problem] = []
    for article, record in zip(articles, records, strict=True):
        reading, wrong = correct_one(article, record, gazetteer)
        corrected.append(reading)
        problems += wrong
    return tuple(article for article, _ in corrected), [record for _, record in corrected], tuple(problems)


def correct_one(article: Article, record: Record, gazetteer: Gazetteer) -> tuple[Reading, tuple[Problem, ...]]:
    """One article and its record with the corrections of its sidecar."""
    record = _with_metadata(article, record)
    if article.sidecar is None:
        return (article, record), ()
    problems = list(article.sidecar.problems)
    if not article.sidecar.corrections:
        return (article, record), tuple(problems)
    return _Corrector(article, record, gazetteer, problems).run(), tuple(problems)


@dataclass(frozen=True, slots=True)
class _Change:
    """A correction that has found what it corrects. target: what two corrections must not share; slot: the fact, None
    for fields of the whole article and for a new fact."""

    correction: Correction
    target: tuple[object, ...]
    slot: Slot | None
    span: Span | None
    was: Plain
    value: Any


class _Corrector:
    """Applies the corrections of one article."""

    def __init__(self, article: Article, record: Record, gazetteer: Gazetteer, problems: list[Problem]) -> None:
        assert article.sidecar is not None
        self.article = article
        self.record = record
        self.gazetteer = gazetteer
        self.problems = problems
        self.sidecar = article.sidecar
        self.slots = Slots(record)
        self.singles: list[AppliedCorrection] = []
        self.dropped: list[AppliedCorrection] = []

    def run(self) -> Reading:
        """All are located on the record as it was read, and only then applied: their order does not matter."""
        found: list[_Change] = []
        for correction in self.sidecar.corrections:
            try:
                change = self._locate(correction)
            except UnfitError as unfit:
                self._tell(correction, unfit.code, unfit.message, unfit.hint)
                continue
            if change is not None:
                found.append(change)
        for change in self._undisputed(found):
            self._apply(change)
        _follow(self.slots, self.singles)
        corrections = (*self.record.corrections, *self.singles, *self.slots.applied(), *self.dropped)
        record = replace(self.record, **self.slots.fields(), corrections=corrections)
        article = self.article if record.title == self.article.title else replace(self.article, title=record.title)
        return article, record

    def _tell(self, correction: Correction, code: str, message: str, hint: str, *, line: int | None = None) -> None:
        severity: Severity = "note" if code == "correction-not-needed" else "warning"
        if severity == "warning":
            message += " The correction is not applied."
        self.problems.append(
            Problem(
                code, message, severity=severity, path=self.sidecar.path, line=line or correction.line,
                key=f"{correction.action} {correction.field[:60]}", hint=hint,
            )
        )  # fmt: skip

    # --- finding what is meant ------------------------------------------------------------------------

    def _locate(self, correction: Correction) -> _Change | None:
        """The change that is meant; None when what is wrong was told. Raises UnfitError."""
        if correction.action == "set":
            return self._locate_set(correction)
        kind = KINDS.get(correction.field)
        if kind is None:
            hint = nearest(correction.field, tuple(KINDS))
            raise UnfitError("correction-unknown-key", f"`{correction.action}` takes no such field.", hint)
        return self._locate_new(correction) if correction.action == "add" else self._locate_dropped(correction)

    def _locate_set(self, correction: Correction) -> _Change | None:
        name = "venue.as_written" if correction.field == "venue" else correction.field
        root, _, leaf = name.partition(".")
        field = SINGLE.get(name) or (KINDS[root].fields.get(leaf) if root in KINDS else None)
        if field is None:
            raise UnfitError("correction-unknown-key", "is no field that can be set.", nearest(name, settable()))
        value, was = self._typed(correction, field)
        if value is _MISSING or was is _MISSING:
            return None
        span = find_pin(self.article.text, correction)
        slot = None
        if name in SINGLE:
            now = _current(self.record, name)
            if span is None and now is not None:
                self._needs_phrase(correction)
        else:
            if span is None:
                self._needs_phrase(correction)
            slot = self._slot(correction, root, span, lambda fact: getattr(fact, field.attribute), was)
            now = getattr(slot.fact, field.attribute)
        if not self._holds(correction, now, was, value):
            return None
        return _Change(correction, (id(slot) if slot else root, leaf), slot, span, now, value)

    def _locate_dropped(self, correction: Correction) -> _Change | None:
        kind = KINDS[correction.field]
        main = kind.fields[kind.main]
        span = find_pin(self.article.text, correction)
        was = self._main_of_dropped(correction, main)
        slot = self._slot(correction, correction.field, span, lambda fact: getattr(fact, main.attribute), was)
        now = getattr(slot.fact, main.attribute)
        if not self._holds(correction, now, was, _MISSING):
            return None
        return _Change(correction, (id(slot), "*"), slot, span, now, None)

    def _main_of_dropped(self, correction: Correction, main: Field) -> Any:
        """`was`; _MISSING where it is of another type, and so is not what the archive reads, which is told then."""
        try:
            return replace(main, empty=True).value(correction.was, self.gazetteer) if correction.was else None
        except MistypedError:
            return _MISSING

    def _locate_new(self, correction: Correction) -> _Change | None:
        kind = KINDS[correction.field]
        values = self._new_values(correction)
        span = find_pin(self.article.text, correction)
        if values is None or span is None:
            return None
        fact = fact_of(kind, values, span, self.article.text, self.gazetteer, RULE)
        main = getattr(fact, kind.fields[kind.main].attribute)
        if kind.single and self.slots.of(correction.field):
            hint = f"Write `set: {correction.field}.{kind.main}`, or drop it first."
            raise UnfitError(NO_LONGER_FITS, "the archive reads one already.", hint)
        for slot in self.slots.of(correction.field):
            same = getattr(slot.fact, kind.fields[kind.main].attribute) == main
            if same and (kind.unique or slot.overlap(span)):
                message = "the archive reads this by itself now; the correction is not needed any more."
                self._tell(correction, "correction-not-needed", message, "Remove it.")
                return None
        target = ("single", correction.field) if kind.single else ("new", correction.field, span, main)
        return _Change(correction, target, None, span, None, fact)

    def _new_values(self, correction: Correction) -> dict[str, Plain] | None:
        """The typed values of a new fact; None when some are wrong, all of which is told."""
        kind, written = KINDS[correction.field], correction.value
        if not isinstance(written, Mapped):
            hint = f"Write its fields below `value:`, as `{kind.main}: ...`."
            self._tell(correction, "correction-value", "`value` must be a map.", hint)
            return None
        before = len(self.problems)
        values: dict[str, Plain] = {}
        for key, item in written.items:
            field = kind.fields.get(key)
            if field is None:
                hint = nearest(f"{correction.field}.{key}", tuple(f"{correction.field}.{name}" for name in kind.fields))
                self._tell(correction, "correction-unknown-key", f"`{key}` is no field of it.", hint, line=item.line)
                continue
            try:
                values[key] = field.value(item, self.gazetteer)
            except MistypedError as error:
                self._tell(correction, "correction-value", f"`{key}` {error.message}", error.hint, line=error.line)
        for key in kind.needed:
            if key not in values and len(self.problems) == before:
                self._tell(correction, "correction-incomplete", f"`value` has no `{key}`.", f"Write `{key}: ...`.")
        return None if len(self.problems) > before else values

    def _typed(self, correction: Correction, field: Field) -> tuple[Any, Any]:
        """`value` and `was` by the type of the field, with what is wrong in both told."""
        return self._read(correction, "value", field), self._read(correction, "was", field)

    def _read(self, correction: Correction, part: str, field: Field) -> Any:
        """A typed value; None for a `was` that is not there or null; _MISSING when it is mistyped, which is told."""
        written = getattr(correction, part)
        if written is None:
            return None
        try:
            if part == "was":  # the archive may read nothing where a keeper must not write nothing
                return replace(field, empty=True, read=field.former or field.read).value(written, self.gazetteer)
            return field.value(written, self.gazetteer)
        except MistypedError as error:
            self._tell(correction, "correction-value", f"`{part}` {error.message}", error.hint, line=error.line)
            return _MISSING

    def _needs_phrase(self, correction: Correction) -> None:
        message = "has no `at`: the phrase of the text that it corrects."
        raise UnfitError("correction-incomplete", message, "Quote the phrase below `at:`.")

    def _slot(self, correction: Correction, root: str, span: Span | None, read: Any, was: Plain) -> Slot:
        """The fact at the pinned phrase. Raises UnfitError when there is none, or more than one."""
        assert span is not None
        near = self.slots.at(root, span)
        if not near:
            message = f"the archive reads nothing for {root} at “{correction.at}”."
            raise UnfitError(
                NO_LONGER_FITS, message, "Quote the words that it reads it from, or remove the correction."
            )
        if len(near) > 1:
            near = [slot for slot in near if read(slot.fact) == was] or near
        if len(near) > 1:
            message = f"“{correction.at}” holds {len(near)} facts of {root}."
            raise UnfitError("correction-ambiguous", message, "Quote less of the text.")
        return near[0]

    def _holds(self, correction: Correction, now: Any, was: Any, value: Any) -> bool:
        """The archive still reads what the correction was written against. Raises UnfitError when it does not."""
        if now == value and now != was:
            message = "the archive reads this by itself now; the correction is not needed any more."
            self._tell(correction, "correction-not-needed", message, "Remove it.")
            return False
        if correction.was is None:
            hint = f"Write `was: {shown(now)}` if it is this that is wrong."
            raise UnfitError("correction-incomplete", f"has no `was`: the archive reads {shown(now)}.", hint)
        if now != was:
            hint = f"Write `was: {shown(now)}` if the correction still holds, or remove it."
            said = correction.was.text if isinstance(correction.was, Scalar) else "this"
            said = said if was is _MISSING else shown(was)
            raise UnfitError(NO_LONGER_FITS, f"the archive now reads {shown(now)}, not {said}.", hint)
        return True

    # --- applying -------------------------------------------------------------------------------------

    def _undisputed(self, found: list[_Change]) -> Iterator[_Change]:
        """The changes of which no other changes the same; those that clash are told, and none of them applied."""
        by_target: dict[tuple[object, ...], list[_Change]] = defaultdict(list)
        for change in found:
            by_target[change.target].append(change)
        for change in found:
            rivals = [other for other in by_target[change.target] if other is not change]
            if change.target[1] == "*":
                rivals += [other for other in found if other.slot is change.slot and other.target != change.target]
            elif change.slot is not None:
                rivals += by_target.get((id(change.slot), "*"), [])
            if not rivals:
                yield change
                continue
            lines = ", ".join(str(other.correction.line) for other in rivals)
            message = f"the correction of line {lines} is about the same."
            self._tell(change.correction, "correction-twice", message, "Keep one of them.")

    def _apply(self, change: _Change) -> None:
        correction, slot = change.correction, change.slot
        spans = (change.span,) if change.span else ()
        value = change.value
        if correction.action == "add":
            kind = KINDS[correction.field]
            value = getattr(change.value, kind.fields[kind.main].attribute)
        made = AppliedCorrection(
            correction.action, correction.field, None, change.was, value, correction.why, correction.by,
            correction.at, spans,
        )  # fmt: skip
        if correction.action == "add":
            self.slots.add(correction.field, change.value, made)
        elif correction.action == "drop":
            assert slot is not None
            self.slots.drop(correction.field, slot)
            self.dropped.append(made)
        elif slot is not None:
            root, _, leaf = correction.field.partition(".")
            kind = KINDS[root]
            slot.fact = set_field(kind, slot.fact, kind.fields[leaf or kind.main].attribute, value, self.gazetteer)
            slot.applied.append(made)
        else:
            self.record = _set_single(self.record, change, spans, self.gazetteer)
            self.singles.append(made)


def _with_metadata(article: Article, record: Record) -> Record:
    """The record with what its metadata overrule told like a correction, so that both values stay in sight."""
    told = []
    for item in record.overruled:
        value = getattr(article.metadata, item.field) if item.field in _METADATA else _current(record, item.field)
        if value != item.value:
            basis = cast("Basis", f"{item.by}-{item.whose}")
            told.append(AppliedCorrection("set", item.field, None, item.value, value, "", "", basis=basis))
    return replace(record, corrections=(*record.corrections, *told)) if told else record


def _follow(slots: Slots, singles: Sequence[AppliedCorrection]) -> None:
    """A document signed at the event has the event's day: a corrected day carries over to it, and a corrected status
    that says it was not signed there takes the day away. A day of its own stays. What follows says so."""
    moved = next((row for row in singles if row.field == "event_date"), None)
    for slot in slots.of("agreements"):
        if not slot.fact.dated_by_event or any(row.field == "agreements.date" for row in slot.applied):
            continue
        cause, day = moved, moved.value if moved else slot.fact.date
        if slot.fact.status not in ("signed", "exchanged"):
            cause, day = next((row for row in slot.applied if row.field == "agreements.status"), None), None
        if cause is not None and day != slot.fact.date:
            told = replace(cause, field="agreements.date", was=slot.fact.date, value=day, at=None, spans=())
            slot.fact = replace(slot.fact, date=day)
            slot.applied.append(replace(told, basis="derived"))


def _current(record: Record, name: str) -> Plain:
    """What the record says in a field of the whole article."""
    if name == "event_date":
        return record.event_date.value
    if name == "published":
        return record.published.value if record.published else None
    if name == "event_type":
        return record.event_type.id if record.event_type else None
    value: Plain = getattr(record, name)
    return value


def _set_single(record: Record, change: _Change, spans: tuple[Span, ...], gazetteer: Gazetteer) -> Record:
    name, value, correction = change.correction.field, change.value, change.correction
    if name == "event_date":
        date = DateFact(value, "inferred" if value else "none", _because(correction), None, spans, RULE)
        return replace(record, event_date=date)
    if name == "published":
        published = DateFact(value, "inferred", _because(correction), None, spans, RULE) if value else None
        return replace(record, published=published)
    if name == "event_type":
        kind = None
        if value is not None:
            kind = EventType(value, correction.at or gazetteer.events[value].name, spans, RULE)
        return replace(record, event_type=kind)
    changed: dict[str, Any] = {name: value}
    return replace(record, **changed)


def _because(correction: Correction) -> str:
    return f"{correction.why} ({correction.by})"


def shown(value: Plain) -> str:
    """A value as a keeper would write it into the file."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(value)}]"
    return str(value)
