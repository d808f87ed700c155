"""Words that the site has of its own: of its interface and of its gazetteer. They tell nothing of a source."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from borderwire.withhold.forms import Forms

_PLACES = (("site", "locales"), ("site", "templates"), ("gazetteer", "data"))
_ENDINGS = (".po", ".yaml", ".html", ".j2", ".xml")


def named_by_site(forms: Forms) -> frozenset[int]:
    """Lines of exact entries whose phrase the site itself says, accents and capitals included: `Sơn La`."""
    exact = [entry for entry in forms.entries if entry.exact]
    return frozenset(entry.line for entry in exact if _holds(Forms([entry])))


def told_by_site(forms: Forms, lines: Collection[int]) -> frozenset[int]:
    """Those of the lines whose entries are found in the site's words although they mean something else."""
    loose = [entry for entry in forms.entries if entry.line in lines and not entry.exact]
    return frozenset(entry.line for entry in loose if _holds(Forms([entry])))


def _holds(forms: Forms) -> bool:
    return any(forms.line_of(row) is not None for row in _rows())


@cache
def _rows() -> tuple[str, ...]:
    """All files of words, each as one text."""
    root = files("borderwire")
    return tuple(text for room, folder in _PLACES for text in _texts(root / room / folder))


def _texts(folder: Traversable) -> list[str]:
    if not folder.is_dir():
        return []
    rows: list[str] = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            rows += _texts(item)
        elif item.name.endswith(_ENDINGS):
            rows.append(item.read_text("utf-8"))
    return rows
