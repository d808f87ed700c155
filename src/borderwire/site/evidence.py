"""Why two mentions are taken for one thing, in the page's language: by the kind of the evidence.

A kind that is not listed here is told in the words that the archive pass gave, which are English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from borderwire.model import Evidence, Merge


def _labels(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "same-name": _("the same name"),
        "near-name": _("names that differ only in accents"),
        "short-name": _("one name may be short for the other"),
        "same-sound": _("names that sound the same"),
        "near-sound": _("names that sound alike"),
        "same-province": _("the same province"),
        "merged-province": _("provinces that are one since the merger"),
        "same-body": _("the same body"),
        "same-force": _("bodies of one kind"),
        "same-office": _("the same office"),
        "both-leading": _("both lead the body"),
        "higher-office": _("a later, higher office in the same body"),
        "same-rank": _("the same rank"),
        "promotion": _("a later, higher rank"),
        "close-in-time": _("seen close in time"),
        "same-meeting": _("named by articles on the same event"),
        "same-event": _("reported at the same event"),
        "same-day": _("the same day"),
        "same-year": _("the same year"),
        "later-signed": _("planned shortly before it was signed"),
        "same-parties": _("the same parties"),
        "some-parties": _("some of the same parties"),
        "same-type": _("the same kind of document"),
        "same-family": _("kinds of documents that are used for one another"),
        "same-title": _("the same title"),
        "same-words": _("the same words"),
        "same-subject": _("the same matter"),
        "same-ordinal": _("the same number in the series"),
    }


class Reasonings:
    """Evidence in one language."""

    def __init__(self, gettext: Callable[[str], str]) -> None:
        self._labels = _labels(gettext)

    def tell(self, reasons: Iterable[Evidence]) -> tuple[str, ...]:
        """What speaks for it, each kind once."""
        rows = (self._labels.get(reason.kind, reason.text) for reason in reasons if reason.weight > 0)
        return tuple(dict.fromkeys(rows))

    def of_merges(self, merges: Iterable[Merge]) -> tuple[str, ...]:
        return self.tell(reason for merge in merges for reason in merge.reasons)
