"""Which document carries on which: last year's of the same parties, or one of a higher kind that is carried out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from borderwire.resolve.documents import Paper, carried_out

_LONGEST_STEP = 3  # years between two documents of one row


def follows(papers: Sequence[Paper], owner: Mapping[int, int]) -> dict[int, int]:
    """Document -> the one it carries on: the last before it of the same family, parties and forces, of an earlier
    year, at most three years back. owner: index of a paper -> document."""
    rows: dict[tuple[object, ...], dict[int, tuple[int, int]]] = defaultdict(dict)
    for index, paper in enumerate(papers):
        if paper.year is None or len(paper.today) < 2:
            continue
        kinds = tuple(sorted({party.kind for party in paper.parties if party.kind}))
        row = rows[paper.family, paper.today, kinds]
        stands = (paper.year, paper.day or 0)
        row[owner[index]] = max(row.get(owner[index], stands), stands)
    found: dict[int, int] = {}
    for row in rows.values():
        last: tuple[int, int] | None = None  # document and year of the year before
        here: tuple[int, int] | None = None
        for number, (year, _) in sorted(row.items(), key=lambda item: (item[1], item[0])):
            if here is not None and year > here[1]:
                last = here
            if last is not None and year - last[1] <= _LONGEST_STEP and number != last[0]:
                found.setdefault(number, last[0])
            here = (number, year)
    return found


def carries_out(papers: Sequence[Paper], owner: Mapping[int, int]) -> dict[int, tuple[int, ...]]:
    """Document -> documents of a higher kind that an article on its signing cites as the ground it stands on."""
    by_entry: dict[str, list[int]] = defaultdict(list)
    for index, paper in enumerate(papers):
        by_entry[paper.mention.entry].append(index)
    found: dict[int, dict[int, None]] = defaultdict(dict)
    for group in by_entry.values():
        grounds = [index for index in group if papers[index].fact.status == "referenced" and carried_out(papers[index])]
        for index in group:
            for ground in grounds:
                if papers[index].fact.status != "referenced" and papers[ground].height > papers[index].height:
                    found[owner[index]].setdefault(owner[ground])
    return {number: tuple(ground for ground in grounds if ground != number) for number, grounds in found.items()}
