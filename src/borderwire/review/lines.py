"""What is doubtful, in words: a line for lists, a paragraph with the text around it for judging."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from borderwire.model import Archive, Doubt, Entry, FactDoubt, Mention, Span

_REACH = 150  # characters shown on either side of a phrase
_KINDS = {"person": "One person?", "event": "One event?", "agreement": "One document?"}
_FIELDS = {
    "event_date": "Date of the event", "series.ordinal": "Number in the series", "officials": "An official?",
    "officials.country": "Country of the official", "officials.organization": "Body of the official",
    "agreements.parties": "Parties of the document",
}  # fmt: skip
DOUBTS = {
    "year-open": "the year is not settled",
    "no-date": "no date was found",
    "year-inferred": "the year comes from elsewhere",
    "no-side": "it is not told on which side the person stands",
    "only-a-name": "neither rank nor office is given",
    "short-name": "the name is short",
    "body-from-context": "the body is taken from the context",
    "no-parties": "no party was found",
    "ordinal-inferred": "the number is inferred from its neighbours",
}


def list_lines(archive: Archive) -> Iterator[str]:
    """One line per question, worst first, parts divided by tabs: weight, question, where, what is read, why."""
    for item in archive.review:
        if isinstance(item, FactDoubt):
            entry = archive.by_id[item.of.entry]
            where = entry.article.source.path + (f": {_name(entry, item)}" if item.of.index >= 0 else "")
            parts = [question(item), where, item.value or "-", why(item)]
        else:
            one, other = (_place(archive, item, mention) for mention in (item.left_mention, item.right_mention))
            parts = [question(item), one, other, why(item)]
        yield "\t".join([f"{item.weight:.2f}", *parts])


def question(item: Doubt | FactDoubt) -> str:
    if isinstance(item, FactDoubt):
        return _FIELDS.get(item.fact, item.fact.replace(".", ", "))
    return _KINDS[item.what] + (" (taken for one)" if item.left == item.right else "")


def why(item: Doubt | FactDoubt) -> str:
    """What the machine thinks, on one line."""
    if isinstance(item, FactDoubt):
        return "; ".join(filter(None, (DOUBTS.get(item.doubt, item.doubt), item.because)))
    reasons = "; ".join(reason.text for reason in item.reasons)
    against = "; ".join(item.against)
    return f"{reasons} | against: {against}" if against else reasons


def told(archive: Archive, item: Doubt | FactDoubt) -> Iterator[str]:
    """The lines of a question: what it is about, the words in their text, what the machine thinks."""
    if isinstance(item, FactDoubt):
        entry = archive.by_id[item.of.entry]
        yield _head("", entry)
        yield from _words(entry, (item.span,) if item.span else ())
        if item.of.index >= 0:
            yield f"   name: {_name(entry, item)}"
        yield f"   read as: {item.value or 'nothing'}"
        yield f"   because: {why(item)}"
        return
    for letter, mention in (("A", item.left_mention), ("B", item.right_mention)):
        yield from _mention(archive, item, mention, letter)
    score = f"{item.score:.1f} bits"
    yield f"   score: {score}; " + "; ".join(f"{reason.text} ({reason.weight:+.1f})" for reason in item.reasons)
    if item.against:
        yield f"   against: {'; '.join(item.against)}"


def _mention(archive: Archive, item: Doubt, mention: Mention, letter: str) -> Iterator[str]:
    entry = archive.by_id[mention.entry]
    yield _head(letter, entry)
    if mention.index < 0:
        yield from _words(entry, entry.record.event_date.spans[:1])
        return
    if item.what == "person":
        fact = entry.record.officials[mention.index]
        yield "   " + ", ".join(filter(None, (fact.name, fact.rank, fact.position, fact.organization, fact.province)))
        yield from _words(entry, fact.spans[:1])
        return
    paper = entry.record.agreements[mention.index]
    yield "   " + ", ".join(filter(None, (paper.as_written, paper.status, paper.date, *paper.parties)))
    yield from _words(entry, paper.spans[:1])


def _head(letter: str, entry: Entry) -> str:
    date = entry.date or "undated"
    return f"{letter or ' '}  {entry.article.source.path} · {date} · {entry.label}"


def _words(entry: Entry, spans: Sequence[Span]) -> Iterator[str]:
    """The sentence around the phrase, the phrase in angle quotes."""
    text = entry.article.text
    for start, end in spans:
        low = max(text.rfind("\n", 0, start) + 1, start - _REACH)
        line_end = text.find("\n", end)
        high = min(len(text) if line_end < 0 else line_end, end + _REACH)
        before = ("…" if low and text[low - 1] != "\n" else "") + text[low:start]
        after = text[end:high] + ("…" if high < len(text) and text[high] != "\n" else "")
        yield f"   {before}»{text[start:end]}«{after}"


def _name(entry: Entry, item: FactDoubt) -> str:
    if item.fact.startswith("officials"):
        return entry.record.officials[item.of.index].name
    return entry.record.agreements[item.of.index].as_written


def _place(archive: Archive, item: Doubt, mention: Mention) -> str:
    entry = archive.by_id[mention.entry]
    path = entry.article.source.path
    if mention.index < 0:
        return path
    facts = entry.record
    name = facts.officials[mention.index].name if item.what == "person" else facts.agreements[mention.index].as_written
    return f"{path}: {name}"
