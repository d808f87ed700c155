"""What kind of event the text reports: the gazetteer's event words, weighed by kind, by place and by context.

A conference or talks outrank the visit, the signing and the gifts that belong to it (`EventType.order`); a word in the
headline or beside the event's day outranks one told later; an older or a coming meeting is not the event.
"""

from __future__ import annotations

from collections.abc import Sequence

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateReading
from borderwire.extract.phrases import listed
from borderwire.extract.position import Layout, lay_out
from borderwire.extract.words import keys
from borderwire.gazetteer.matcher import Entry, Hit
from borderwire.model import AgreementFact, EventType
from borderwire.text import key

_PLACE = (3.0, 3.0, 2.5, 2.0, 1.5, 1.0, 1.0)  # by sentences of running text before it
_ORDER = 20.0  # steps of `order` that weigh as much as one sentence nearer to the top
_OLDER = keys("từ sau trước kể")
_WILL = key("sẽ")
_PURPOSE = keys("chuẩn", "nhằm")
# "Trung tâm | Hội nghị": a building.
_SITES, _MEETS = keys("tâm nhà trường"), key("hội")
# What is kept at an occasion is itself the event: "Nhân dịp Tết Bunpimay, ... chúc Tết".
_KEPT = frozenset(["newyear-lao", "newyear-vietnam", "anniversary"])
_NEAR = 3  # tokens before the word that may say that the event is older or planned
_OCCASIONS = listed(
    "nhân dịp, nhân chuyến, bên lề, trong chương trình thăm, trước thềm, hướng tới, chào mừng, để chuẩn bị cho"
)
_OCCASION_REACH = 14  # tokens between the beginning of the sentence and the occasion
# Told after the report of it: "Trước đó, ngày 5/6, ... bắt quả tang".
_DEEDS = frozenset(["arrest", "joint-case", "handover-persons", "handover-wanted"])
_BEFORE_THAT = [key("trước"), key("đó")]
_OPENERS = _OCCASIONS.firsts | {_BEFORE_THAT[0]}
_AWARD, _REMAINS, _BONES = "award", "remains", (key("hài"), key("cốt"))
_RECEIVED = 5  # tokens from "lễ đón nhận" to what is received
_OPENING = 3  # sentences of running text in which a signing that is the event is told
_LEAST = 2.5


def extract_event(doc: Doc, dates: DateReading) -> EventType | None:
    """The main event, or None where the opening names none."""
    hits = doc.hits_of("event")
    if not hits:
        return None
    layout = lay_out(doc)
    events = doc.gazetteer.events
    day = next((m.start for m in dates.mentions if m.dates == "event"), None)
    best: Hit | None = None
    best_score = _LEAST
    for hit in hits:
        entry = hit.of("event")
        if entry is None:
            continue
        score = _score(doc, layout, hit, entry, day) + events[entry.id].order / _ORDER
        if doc.notes is not None:
            span = doc.span(hit.start, hit.end)
            doc.note("event_type", span, "event-word", score > _LEAST, f"{entry.id}; weight {score:.1f}")
        if score > best_score:
            best, best_score = hit, score
    if best is None:
        return None
    entry = best.of("event")
    assert entry is not None
    kind = _REMAINS if entry.id == _AWARD and _of_remains(doc, best) else entry.id
    return EventType(kind, doc.slice(best.start, best.end), (doc.span(best.start, best.end),), "event-word")


def or_signing(doc: Doc, event: EventType | None, agreements: Sequence[AgreementFact]) -> EventType | None:
    """The event; where no other is told, the signing of what the opening says is signed."""
    if event is not None:
        return event
    layout = lay_out(doc)
    for agreement in agreements:
        if agreement.status not in ("signed", "exchanged"):
            continue
        for span in agreement.spans:
            at = doc.token_at(span[0])
            if layout.rank(at) <= _OPENING and not layout.aside(at):
                return EventType("signing", agreement.as_written, (span,), agreement.rule)
    return None


def _of_remains(doc: Doc, hit: Hit) -> bool:
    """ "Lễ đón nhận | 22 hài cốt liệt sĩ", or "lễ đón nhận" where the heading tells of remains."""
    row = doc.keys
    for first, last in ((hit.end, min(len(row), hit.end + _RECEIVED)), (0, doc.sentence_starts[1])):
        if any(tuple(row[at : at + 2]) == _BONES for at in range(first, last)):
            return True
    return False


def _score(doc: Doc, layout: Layout, hit: Hit, entry: Entry, day: int | None) -> float:
    rank = layout.rank(hit.start)
    if rank >= len(_PLACE):
        return -9.0
    if hit.start and doc.keys[hit.start - 1] in _SITES and doc.keys[hit.start] == _MEETS:
        return -9.0
    score = _PLACE[rank] - (2.0 if layout.aside(hit.start) else 0.0)
    if day is not None and doc.sentence[day] == doc.sentence[hit.start]:
        score += 2.0
    before = doc.keys[max(0, hit.start - _NEAR) : hit.start]
    if before and before[-1] in _OLDER:
        score -= 3.0
    if _WILL in before or not _PURPOSE.isdisjoint(before):
        score -= 2.0
    first = doc.sentence_of(hit.start)[0]
    if doc.keys[first] in _OPENERS:
        if entry.id not in _KEPT and _is_occasion(doc, hit):
            score -= 5.0
        if rank and entry.id not in _DEEDS and doc.keys[first : first + 2] == _BEFORE_THAT:
            score -= 1.5
    return score


def _is_occasion(doc: Doc, hit: Hit) -> bool:
    """ "Nhân dịp tham dự | Hội nghị Cấp cao, chiều 8/10 ...": what the sentence opens with is not what it reports."""
    first, last = doc.sentence_of(hit.start)
    start = _OCCASIONS.match(doc.keys, first)
    if start == first or hit.start - first > _OCCASION_REACH or "," in doc.words[first : hit.start]:
        return False
    return "," in doc.words[hit.end : last]
