"""What the keeper of the archive has decided."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.site.contexts.shared import Link


@dataclass(slots=True)
class Judged:
    """A judgement on two mentions. verdict: same, different or unsure; label: the same in words; one, other: the
    mentions in their articles; why, by: in the keeper's words."""

    verdict: str
    label: str
    one: Link
    other: Link
    why: str
    by: str
    date: str
