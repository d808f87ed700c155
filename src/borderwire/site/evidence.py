"""Why two mentions are taken for one thing, in the page's language: by the kind of the evidence.

A kind that is not listed here is told in the words that the archive pass gave, which are English.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from borderwire.model import Evidence, Merge
from borderwire.site.languages import Language

# What keeps two apart, in the words of the archive pass, which are messages of the catalogue.
CONTRADICTIONS = (
    "they stand on two sides",
    "one article names both",
    "they belong to two forces",
    "after heading a body they would serve there under another",
    "the rank would fall back later",
    "they serve in two places at one time",
    "on one day they hold two offices in one body",
    "on one day they hold two ranks in one body",
    "other articles of that day give another rank or office",
    "the days differ, and so do the kinds of event",
    "other parties take part",
    "they were signed on different days",
    "they are of different years",
    "they are of different forces",
    "they have different numbers in their series",
    "they are more than a day apart",
)


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
        "pair-and-year": _("type, year and one pair of parties agree"),
        "same-type": _("the same kind of document"),
        "same-kind": _("the same kind of event"),
        "same-family": _("kinds of documents that are used for one another"),
        "same-title": _("the same title"),
        "same-words": _("the same words"),
        "same-subject": _("the same matter"),
        "same-ordinal": _("the same number in the series"),
        "same-lead": _("the same opening sentences"),
        "same-document": _("documents of one type are signed"),
        "same-date": _("the same day of a year that is not known"),
        "perhaps-same-day": _("the days may be the same"),
        "next-day": _("dated a day apart"),
        "undated": _("one is not dated"),
        "same-party": _("the same party; the other side is not told"),
        "same-officials": _("some of the same officials"),
        "related-type": _("kinds of events that go together"),
        "same-place": _("the same place"),
        "other-place": _("different places"),
        "same-venue": _("the same venue"),
        "other-venue": _("different venues"),
        "other-type": _("different kinds of events"),
        "other-parties": _("other parties"),
        "other-forces": _("different forces"),
        "other-subject": _("different matters"),
        "other-province": _("different provinces"),
        "unlike-body": _("names of bodies that differ"),
        "other-body": _("bodies of different kinds"),
        "other-holder": _("one office held by different people"),
        "lower-office": _("a later, lower office"),
        "lower-rank": _("a later, lower rank"),
        "steep-rise": _("a rank that rises faster than ranks do"),
        "far-in-time": _("seen many years apart"),
        "same-accused": _("the same people of the case"),
        "other-accused": _("other people of a case"),
        "any-amount": _("an amount that many hauls have"),
        "near-amount": _("one amount rounds the other"),
        "fine-amount": _("the amount agrees to the last digit"),
        "more-amounts": _("other amounts agree too"),
        "rare-names": _("names that few articles hold"),
        "near-days": _("days near each other"),
        "same-article": _("told twice by one article"),
        "no-official": _("both name officials, none the same"),
    }


_MOST_ODDS = 1_000_000  # weights set by hand tell nothing finer


class Reasonings:
    """Evidence in one language."""

    def __init__(self, language: Language) -> None:
        self._ = language.gettext
        self._language = language
        self._labels = _labels(language.gettext)

    def tell(self, reasons: Iterable[Evidence]) -> tuple[str, ...]:
        """What speaks for it, each kind once."""
        rows = (self._labels.get(reason.kind, reason.text) for reason in reasons if reason.weight > 0)
        return tuple(dict.fromkeys(rows))

    def oppose(self, against: Iterable[str]) -> tuple[tuple[str, str | None], ...]:
        """What speaks against it, and the language of what is not known here."""
        return tuple((self._(text), None if text in CONTRADICTIONS else "en") for text in against)

    def certainty(self, merges: Sequence[Merge]) -> str:
        """The score of the weakest merge, as a number and as odds: every further point doubles them; "" for none."""
        if not merges:
            return ""
        odds = self.odds(min(merge.score for merge in merges))
        if len(merges) == 1:
            return odds
        words = self._("Put together in %(n)s steps; the weakest of them: %(odds)s")
        return words % {"n": self._language.number(len(merges)), "odds": odds}

    def odds(self, score: float) -> str:
        """`Score 9.4: odds of about 680 to 1 that the two are one, by the weight of the reasons.`"""
        most = score >= math.log2(_MOST_ODDS)
        words = (
            self._(
                "Score %(score)s: odds of more than %(odds)s to 1 that the two are one, by the weight of the reasons."
            )
            if most
            else self._(
                "Score %(score)s: odds of about %(odds)s to 1 that the two are one, by the weight of the reasons."
            )
        )
        odds = _MOST_ODDS if most else _rounded(2**score)
        return words % {"score": self._language.number(round(score, 1)), "odds": self._language.number(odds)}

    def of_merges(self, merges: Iterable[Merge]) -> tuple[str, ...]:
        return self.tell(reason for merge in merges for reason in merge.reasons)


def _rounded(odds: float) -> float | int:
    """To two figures: 8.6, 86, 860."""
    return round(odds, 1) if odds < 10 else int(float(f"{odds:.2g}"))
