"""What kind of thing a year names: a report tells of the last year, a programme of laws is for the next, a visit named
by its year is mostly an old one. The kinds are those of `yearodds.YEARS`."""

from __future__ import annotations

from borderwire.extract.doc import Doc

_PAPERS = {
    "report": "report",
    "programme-own": "programme",
    "resolution": "programme",
    **dict.fromkeys(("project", "regime", "decree", "circular", "treaty", "treaty-agreement", "protocol"), "old-paper"),
    "agreement": "agreement",
}
_VISITS = frozenset(["visit", "award", "working-session"])


def kind_of_paper(doc: Doc, first: int) -> str:
    """The kind of the document whose name begins at a token."""
    hit = doc.hit_at.get(first)
    entry = hit.of("document") if hit is not None else None
    return _PAPERS.get(entry.id, "document") if entry is not None else "document"


def kind_of_meeting(doc: Doc, first: int) -> str:
    """The same for a meeting."""
    hit = doc.hit_at.get(first)
    entry = hit.of("event") if hit is not None else None
    return "visit" if entry is not None and entry.id in _VISITS else "named"
