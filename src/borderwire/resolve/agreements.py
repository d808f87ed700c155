"""Which document is which across articles: the same type, day and parties are one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from borderwire.model import Agreement, AgreementFact, AgreementStatus, Entry, Mention
from borderwire.text import slug, squash

# A document is at least as far as any article saw it.
_PROGRESS: dict[AgreementStatus, int] = {"planned": 0, "referenced": 1, "exchanged": 2, "signed": 3}


def resolve_agreements(entries: Sequence[Entry]) -> tuple[Agreement, ...]:
    """One Agreement per document, newest first, undated last."""
    groups: dict[tuple[str, ...], list[tuple[Mention, AgreementFact]]] = defaultdict(list)
    for entry in sorted(entries, key=lambda item: (item.date or "9999", item.id)):
        for index, fact in enumerate(entry.record.agreements):
            groups[_identity(entry, index, fact)].append((Mention(entry.id, index), fact))
    agreements = [_agreement(group) for group in groups.values()]
    agreements.sort(key=lambda item: (item.date or "", item.label), reverse=True)
    return _with_unique_ids(agreements)


def _identity(entry: Entry, index: int, fact: AgreementFact) -> tuple[str, ...]:
    """Without a day and two parties nothing proves that two articles speak of one document."""
    if fact.date is None or len(fact.date) < 10 or len(fact.parties) < 2:
        return entry.id, str(index)
    return (fact.type, fact.date, *sorted(squash(party) for party in fact.parties))


def _agreement(group: list[tuple[Mention, AgreementFact]]) -> Agreement:
    best = max(group, key=lambda pair: (_PROGRESS[pair[1].status], len(pair[1].as_written)))[1]
    written = " ".join(best.as_written.split())
    label = written[0].upper() + written[1:]
    return Agreement(
        id=slug(f"{best.date or ''} {written}") or "agreement",
        label=label,
        type=best.type,
        status=best.status,
        date=best.date,
        parties=best.parties,
        mentions=tuple(mention for mention, _ in group),
    )


def _with_unique_ids(agreements: list[Agreement]) -> tuple[Agreement, ...]:
    seen: dict[str, int] = {}
    named: list[Agreement] = []
    for item in agreements:
        seen[item.id] = number = seen.get(item.id, 0) + 1
        ident = item.id if number == 1 else f"{item.id}-{number}"
        named.append(Agreement(ident, item.label, item.type, item.status, item.date, item.parties, item.mentions))
    return tuple(named)
