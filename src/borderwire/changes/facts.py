"""The facts of two records of one article, laid side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from borderwire.model import Cause, FactChange, Turn
from borderwire.text import squash

Json = dict[str, Any]
MARK = "[…]"  # what a build writes where words are withheld

# What is compared of a fact there is one of at most; "" is the value itself.
_SINGLE: dict[str, tuple[str, ...]] = {
    "title": ("",), "lead": ("",), "outlet": ("",), "byline": ("",), "event_date": ("value",), "event_end": ("",),
    "published": ("value",), "event_type": ("id",), "venue": ("as_written", "province", "district"),
    "series": ("ordinal", "previous", "next"),
}  # fmt: skip
# What names one of a list of facts, and what is compared of it.
_LISTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "provinces": (("id",), ("role",)),
    "officials": (("name",), ("rank", "position", "organization", "province", "country", "head_of_delegation")),
    "agreements": (("as_written",), ("type", "status", "date", "parties", "subject")),
    "figures": (("what", "as_written"), ("value", "unit", "qualifier", "kind", "period", "from", "to")),
    "delegations": (("country", "organization"), ("head",)),
    "handed_over": (("what",), ("from", "to")),
    "border_gates": (("id",), ()),
    "topics": (("id",), ()),
    "photos": (("caption", "credit"), ()),
}
_METADATA = frozenset(["title", "outlet", "byline", "published"])


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records of one article, and the versions that made them."""

    old: Json
    new: Json
    versions: tuple[str, str]

    @property
    def same_text(self) -> bool:
        return bool(self.old["source"].get("sha256") == self.new["source"].get("sha256"))

    @property
    def hidden(self) -> bool:
        """In one of the two more is withheld than in the other."""
        return _withheld(self.old) != _withheld(self.new)


def fact_changes(pair: Pair) -> Iterator[FactChange]:
    """What differs, in the order of the record's keys."""
    for fact, fields in _SINGLE.items():
        one, other = pair.old.get(fact), pair.new.get(fact)
        for name in fields:
            old, new = (_part(value, name) for value in (one, other))
            if old != new:
                turn: Turn = "added" if not old else "removed" if not new else "changed"
                yield _change(pair, turn, fact, "", name if len(fields) > 1 else "", (old, new), (one, other))
    for fact, (key, fields) in _LISTS.items():
        yield from _list_changes(pair, fact, key, fields)


def _part(value: Any, name: str) -> Any:
    """The value, or one field of it; what is empty is None."""
    found = value if not name else value.get(name) if isinstance(value, dict) else None
    if name in ("previous", "next") and isinstance(found, dict):
        found = {key: item for key, item in found.items() if key != "spans" and item is not None}
    is_number = isinstance(found, (int, float)) and not isinstance(found, bool)
    return found if is_number else found or None


def _list_changes(pair: Pair, fact: str, key: tuple[str, ...], fields: tuple[str, ...]) -> Iterator[FactChange]:
    old, new = _by_name(pair.old.get(fact), key), _by_name(pair.new.get(fact), key)
    renamed = _unmarked(old, new, key) if pair.hidden else _renamed(pair, old, new) if pair.same_text else {}
    for name, row in new.items():
        former = old.get(name) or renamed.get(name)
        shown = _shown(row, key)
        if former is None:
            yield _change(pair, "added", fact, shown, "", (None, _summary(row, fields)), (None, row))
            continue
        for item in key if name in renamed else ():
            values = _part(former, item), _part(row, item)
            if values[0] != values[1]:
                yield _change(pair, "changed", fact, shown, item, values, (former, row))
        for item in fields:
            values = _part(former, item), _part(row, item)
            if values[0] != values[1]:
                yield _change(pair, "changed", fact, shown, item, values, (former, row))
    followed = {id(row) for row in renamed.values()}
    for name, row in old.items():
        if name not in new and id(row) not in followed:
            yield _change(pair, "removed", fact, _shown(row, key), "", (_summary(row, fields), None), (row, None))


def _by_name(rows: Any, key: tuple[str, ...]) -> dict[tuple[str, int], Json]:
    """Facts by name; those of one name are numbered."""
    found: dict[tuple[str, int], Json] = {}
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict):
            name, number = squash(_shown(row, key)), 0
            while (name, number) in found:
                number += 1
            found[name, number] = row
    return found


def _renamed(
    pair: Pair, old: dict[tuple[str, int], Json], new: dict[tuple[str, int], Json]
) -> dict[tuple[str, int], Json]:
    """New name -> the old fact that the same words of the text gave under another name."""
    left = [row for name, row in old.items() if name not in new]
    found: dict[tuple[str, int], Json] = {}
    for name, row in new.items():
        if name in old:
            continue
        match = next((other for other in left if _overlap(row, other)), None)
        if match is not None:
            left.remove(match)
            found[name] = match
    return found


def _unmarked(
    old: dict[tuple[str, int], Json], new: dict[tuple[str, int], Json], key: tuple[str, ...]
) -> dict[tuple[str, int], Json]:
    """New name -> the old fact of the same words, but for those withheld in one of the two. Places do not tell: what
    is withheld moves all that comes after it."""
    left = [name for name in old if name not in new]
    found: dict[tuple[str, int], Json] = {}
    for name, row in new.items():
        if name in old:
            continue
        words = _shown(row, key)
        match = next((other for other in left if same_but_withheld(_shown(old[other], key), words)), None)
        if match is not None:
            left.remove(match)
            found[name] = old[match]
    return found


def same_but_withheld(one: str, other: str) -> bool:
    """Where the one has the mark of what is withheld, the other may have anything."""
    for marked, plain in ((one, other), (other, one)):
        head, *parts = marked.split(MARK)
        if not parts or not plain.startswith(head) or not plain.endswith(parts[-1]):
            continue
        at, end = len(head), len(plain) - len(parts[-1])
        for part in parts[:-1]:
            at = plain.find(part, at, end)
            if at < 0:
                break
            at += len(part)
        else:
            if at <= end and (head or any(parts)):
                return True
    return False


def _withheld(record: Json) -> int:
    """How many places of the text are withheld."""
    rows = record.get("problems")
    told = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return sum(len(row.get("spans") or ()) for row in told if row.get("code") == "phrases-withheld")


def _overlap(one: Json, other: Json) -> bool:
    rows = [[span for span in row.get("spans") or () if _is_span(span)] for row in (one, other)]
    return any(a[0] < b[1] and b[0] < a[1] for a in rows[0][:50] for b in rows[1][:50])


def _is_span(span: Any) -> bool:
    return isinstance(span, list) and len(span) == 2 and all(isinstance(at, int) for at in span)


def _shown(row: Json, key: tuple[str, ...]) -> str:
    return " ".join(_text(row.get(name)) or "" for name in key).strip()


def _summary(row: Json, fields: tuple[str, ...]) -> str:
    return ", ".join(text for name in fields if (text := _text(row.get(name))) and text != "false")


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(_text(item) or "" for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {_text(item)}" for key, item in value.items())
    return json.dumps(value, ensure_ascii=False)


# --- why ------------------------------------------------------------------------------------------------


def _change(
    pair: Pair, turn: Turn, fact: str, name: str, field: str, values: tuple[Any, Any], rows: tuple[Any, Any]
) -> FactChange:
    cause, because = _cause(pair, fact, field, rows)
    return FactChange(turn, fact, name, field, _text(values[0]), _text(values[1]), cause, because)


def _cause(pair: Pair, fact: str, field: str, rows: tuple[Any, Any]) -> tuple[Cause, str]:
    """Corrections come last when an archive is made, and so first when it is explained."""
    lost: Json | None = None
    for row in _corrections(pair):
        base, _, part = str(row.get("field") or "").partition(".")
        if base != fact or (part and field and part != field):
            continue
        if str(row.get("basis") or "").startswith(("sidecar", "front-matter")):
            return "metadata", ""
        if pair.same_text or row in _listed(pair.new):
            return "correction", _words(row)
        lost = row  # the old build knew it; the text that it was pinned to is another one now
    if lost is not None:
        return "text-unfits", _words(lost)
    if pair.hidden:
        return "withheld", ""
    if not pair.same_text:
        return "text", ""
    if fact in _METADATA and any(isinstance(row, dict) and row.get("rule") == "metadata" for row in rows):
        return "metadata", ""
    old, new = ((row or {}).get("rule") if isinstance(row, dict) else None for row in rows)
    if old != new and (old or new):
        return "rule", " → ".join(rule for rule in (old, new) if rule)
    if fact in _METADATA and pair.versions[0] == pair.versions[1]:
        return "metadata", ""
    return "rule", versions_told(pair.versions)


def _corrections(pair: Pair) -> list[Json]:
    """The corrections that only one of the two builds knew."""
    old, new = _listed(pair.old), _listed(pair.new)
    return [row for row in new if row not in old] + [row for row in old if row not in new]


def _listed(record: Json) -> list[Json]:
    return [row for row in record.get("corrections") or () if isinstance(row, dict)]


def _words(row: Json) -> str:
    why, by = (str(row.get(key) or "") for key in ("why", "by"))
    return f"“{why}” {by}".strip() if why else by


def versions_told(versions: tuple[str, str]) -> str:
    """`0.1.0 → 0.2.0`, or the one version."""
    return versions[0] if versions[0] == versions[1] else f"{versions[0] or '?'} → {versions[1] or '?'}"
