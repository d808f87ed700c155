"""A document cited in short form ("biên bản ghi nhớ năm 2022") is the one signed that year between two of its parties.

The short form tells a type and a year and, by itself or by the meeting at which it is cited, one pair of provinces;
the document itself may have more parties. Where two documents fit, a person has to tell which is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from borderwire.model import Evidence
from borderwire.resolve.clusters import Link
from borderwire.resolve.documents import Paper

_PAIR_NAMED = 2.5  # with a type, a year and some of the parties: sure
_PAIR_MEETS = 4.5  # with a type and a year: sure; of types used for one another: to be judged
_KIND = "pair-and-year"


def short_form(left: Paper, right: Paper) -> list[Evidence]:
    """What speaks for a signed document being the one that the other paper cites by type and year."""
    if left.short == right.short or not (left.done or right.done):
        return []
    cited, held = (left, right) if left.short else (right, left)
    if cited.year != held.year or (cited.forces and held.forces and cited.forces.isdisjoint(held.forces)):
        return []
    pair = set(cited.today) or cited.around
    if len(pair) != 2 or {place[:2] for place in pair} != {"VN", "LA"}:
        return []
    if not pair <= set(held.today) or (
        cited.parties and pair == set(held.today)
    ):  # the same parties tell by themselves
        return []
    return [Evidence(_KIND, "type, year and one pair of parties agree", _PAIR_NAMED if cited.parties else _PAIR_MEETS)]


def unsettled(papers: Sequence[Paper], links: Sequence[Link], doubtful: float) -> list[Link]:
    """The links; those of a short form that fits documents of two events are lowered to doubts.

    One that fits better than the others by more than the short form keeps its weight: it does not rest on that alone.
    """
    fits: dict[int, list[int]] = defaultdict(list)
    for at, link in enumerate(links):
        if any(reason.kind == _KIND for reason in link.reasons):
            fits[link.left if papers[link.left].short else link.right].append(at)
    better = _best_otherwise(links, fits)
    told = list(links)
    for cited, places in fits.items():
        events = {_held(papers, links[at]).event for at in places}
        if len(events) > 1 or better.get(cited, 0.0) > max(links[at].score for at in places):
            for at in places:
                told[at] = replace(links[at], score=min(links[at].score, doubtful))
    return told


def _best_otherwise(links: Sequence[Link], fits: Mapping[int, Sequence[int]]) -> dict[int, float]:
    """Paper -> the score of its best link that rests on no short form."""
    best: dict[int, float] = {}
    taken = {at for places in fits.values() for at in places}
    for at, link in enumerate(links):
        for paper in (link.left, link.right):
            if at not in taken and paper in fits:
                best[paper] = max(best.get(paper, 0.0), link.score)
    return best


def _held(papers: Sequence[Paper], link: Link) -> Paper:
    return papers[link.right] if papers[link.left].short else papers[link.left]
