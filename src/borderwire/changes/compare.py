"""Two builds laid side by side: articles, their facts, and what is known across articles."""

from __future__ import annotations

from borderwire.changes.facts import MARK, Pair, fact_changes, same_but_withheld
from borderwire.changes.snapshot import Snapshot
from borderwire.changes.things import thing_changes
from borderwire.model import ArticleChange, ArticleRef, Changes


def compare(old: Snapshot, new: Snapshot) -> Changes:
    """What differs, articles in the order of the new build, then those that are gone in the order of the old one.

    An article is the same one when its source has the same path, or when it stands under another path with the same
    bytes.
    """
    moved = _moved(old, new)
    versions = (old.version, new.version)
    changed: list[ArticleChange] = []
    added: list[ArticleRef] = []
    for path, row in new.records.items():
        former = moved.get(path, path)
        if former not in old.records:
            added.append(_ref(path, row))
            continue
        facts = tuple(fact_changes(Pair(old.records[former], row, versions)))
        was = former if former != path and not same_but_withheld(former, path) else None
        if facts or was:
            changed.append(ArticleChange(_ref(path, row), facts, was))
    gone = set(moved.values())
    removed = [_ref(path, row) for path, row in old.records.items() if path not in new.records and path not in gone]
    touched = {ref.path for ref in (*added, *removed)} | {item.article.path for item in changed if item.facts}
    if moved:
        renamed = {former: path for path, former in moved.items()}
        old = Snapshot({renamed.get(path, path): row for path, row in old.records.items()}, old.things, old.version)
    things = tuple(thing_changes(old, new, frozenset(touched)))
    return Changes(versions, tuple(added), tuple(removed), tuple(changed), things)


def _moved(old: Snapshot, new: Snapshot) -> dict[str, str]:
    """New path -> old path of sources that were moved as they are."""
    digests: dict[str, str] = {}
    for path, row in old.records.items():
        if path not in new.records:
            digests.setdefault(str(row["source"].get("sha256")), path)
    found: dict[str, str] = {}
    for path, row in new.records.items():
        if path not in old.records:
            former = digests.pop(str(row["source"].get("sha256")), None)
            if former is not None:
                found[path] = former
    marked = [path for path in new.records if MARK in path and path not in old.records and path not in found]
    left = [path for path in digests.values() if path not in found.values()]
    for path in marked:
        former = next((one for one in left if same_but_withheld(one, path)), None)
        if former is not None:
            left.remove(former)
            found[path] = former
    return found


def _ref(path: str, row: dict[str, object]) -> ArticleRef:
    title = row.get("title")
    return ArticleRef(path, str(row["id"]), title if isinstance(title, str) else None)
