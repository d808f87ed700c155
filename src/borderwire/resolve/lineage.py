"""Which document carries on which: last year's of the same parties, or one of a higher kind that is carried out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from borderwire.resolve.documents import Paper, carried_out, of_two_countries

_LONGEST_STEP = 3  # years between two documents of one row
_RENEWED = frozenset(["minutes", "plan", "agreement", "regulation"])  # families that are renewed; treaties are not


def follows(papers: Sequence[Paper], owner: Mapping[int, int]) -> dict[int, int]:
    """Document -> the one it carries on: the last before it of the same family, parties and forces, of an earlier
    year, at most three years back. owner: index of a paper -> document."""
    rows: dict[tuple[object, ...], dict[int, tuple[int, int]]] = defaultdict(dict)
    subjects: dict[int, set[str]] = defaultdict(set)
    for index, paper in enumerate(papers):
        subjects[owner[index]] |= paper.subject
        if paper.year is None or len(paper.today) < 2 or paper.family not in _RENEWED:
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
            if last is not None and year - last[1] <= _LONGEST_STEP and _alike(subjects[number], subjects[last[0]]):
                found.setdefault(number, last[0])
            here = (number, year)
    return found


def _alike(one: set[str], other: set[str]) -> bool:
    """Titles that do not speak of two matters."""
    return not one or not other or len(one & other) * 3 >= min(len(one), len(other))


def _ground(paper: Paper) -> bool:
    return paper.fact.status == "referenced" and carried_out(paper) and of_two_countries(paper)


def carries_out(papers: Sequence[Paper], owner: Mapping[int, int]) -> dict[int, tuple[int, ...]]:
    """Document -> documents of a higher kind that an article on its signing cites as the ground it stands on."""
    by_entry: dict[str, list[int]] = defaultdict(list)
    for index, paper in enumerate(papers):
        by_entry[paper.mention.entry].append(index)
    found: dict[int, dict[int, None]] = defaultdict(dict)
    for group in by_entry.values():
        grounds = [index for index in group if _ground(papers[index])]
        for index in group:
            for ground in grounds:
                higher = papers[ground].height > papers[index].height
                if higher and papers[index].fact.status != "referenced" and of_two_countries(papers[index]):
                    found[owner[index]].setdefault(owner[ground])
    return {number: tuple(ground for ground in grounds if ground != number) for number, grounds in found.items()}
