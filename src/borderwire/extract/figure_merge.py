"""Figures that are told more than once are one; gifts of a row share their giver and receiver."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from borderwire.extract.doc import Doc
from borderwire.model import Figure

_MOST_ALIKE = 20  # figures of one value that a further one is compared with
_PLACES = ("tỉnh ", "huyện ", "thành phố ")
_BY_PLACE = frozenset(["people-trained", "goods", "money"])  # the same number twice in one paragraph is two figures


def each_once(doc: Doc, figures: list[Figure]) -> tuple[Figure, ...]:
    """A figure told again elsewhere (in a caption, in the headline) is one figure with all its phrases."""
    told: dict[tuple[object, ...], list[int]] = {}
    kept: list[Figure] = []
    for figure in figures:
        places = told.setdefault((figure.what, figure.value, figure.unit), [])
        at = next((at for at in places[: -_MOST_ALIKE - 1 : -1] if _is_same(doc, kept[at], figure)), None)
        if at is None:
            places.append(len(kept))
            kept.append(figure)
            continue
        old = kept[at]
        fuller = figure if _is_fuller(doc, figure, old) else old
        kept[at] = replace(
            fuller,
            spans=old.spans + figure.spans,
            giver=old.giver or figure.giver,
            receiver=old.receiver or figure.receiver,
            period=max(old.period or "", figure.period or "", key=len) or None,
        )
    return _shared_sides(doc, kept)


def _is_fuller(doc: Doc, new: Figure, old: Figure) -> bool:
    """It says more of the kind: "5 kg heroin" after "5 kg ma túy"."""
    if new.what == "cases":
        return len(new.kind or "") > len(old.kind or "")
    return new.kind_id != old.kind_id and is_kind_of(doc, new.kind_id, old.kind_id)


def is_kind_of(doc: Doc, ident: str | None, broader: str | None) -> bool:
    """A kind of goods is another, or one of its kinds."""
    for _ in range(len(doc.gazetteer.goods)):
        if ident is None or ident == broader:
            break
        ident = doc.gazetteer.goods[ident].broader
    return ident == broader


def _is_within(one: str, other: str) -> bool:
    """Both are one time, or one is a day or month of the other: "năm 2014 ... ngày 26/9/2014"."""
    return one == other or ("/" not in one + other and (one.startswith(f"{other}-") or other.startswith(f"{one}-")))


def _is_same(doc: Doc, old: Figure, new: Figure) -> bool:
    """Both tell the same: kind and period do not differ where both are told."""
    if old.period and new.period and not _is_within(old.period, new.period):
        return False
    if new.what == "cases" and old.kind and new.kind and not _is_one_kind(doc, old, new):
        return False
    if new.what == "goods" and old.kind != new.kind:
        return False
    if new.what == "seizure" and not (
        is_kind_of(doc, new.kind_id, old.kind_id) or is_kind_of(doc, old.kind_id, new.kind_id)
    ):
        return False
    return new.what not in _BY_PLACE or _block(doc, old) != _block(doc, new)


def _is_one_kind(doc: Doc, old: Figure, new: Figure) -> bool:
    """One kind begins like the other, or another paragraph words it differently."""
    one, other = (old.kind or "").lower(), (new.kind or "").lower()
    if one.startswith(other) or other.startswith(one):
        return True
    return _block(doc, old) != _block(doc, new) and not set(one.split()).isdisjoint(other.split())


def _block(doc: Doc, figure: Figure) -> int:
    return doc.block[doc.token_at(figure.spans[0][0])]


def _shared_sides(doc: Doc, figures: list[Figure]) -> tuple[Figure, ...]:
    """Gifts without a named giver or receiver come from and go to the same as the others of their paragraph; as those
    of the text, where it tells of no second giver or receiver."""
    gifts = [at for at, figure in enumerate(figures) if figure.what in ("money", "goods")]
    if not gifts:
        return tuple(figures)
    blocks: dict[int, list[int]] = {}
    for at in gifts:
        blocks.setdefault(_block(doc, figures[at]), []).append(at)
    for row in blocks.values():
        _share(figures, row, _named(figures, row, "giver"), _named(figures, row, "receiver"))
    givers, receivers = _named(figures, gifts, "giver"), _named(figures, gifts, "receiver")
    if len(givers) < 2 and len(receivers) < 2:
        _share(figures, gifts, givers, receivers)
    return tuple(figures)


def _named(figures: list[Figure], row: list[int], side: Literal["giver", "receiver"]) -> list[str]:
    """The givers or receivers of some figures, each once."""
    names = (figures[at].giver if side == "giver" else figures[at].receiver for at in row)
    return list(dict.fromkeys(name for name in names if name and _is_body(name)))


def _is_body(name: str) -> bool:
    """Not "các hộ nghèo", who get what is told to be for them and no more."""
    return name[0].isupper() or name.startswith(_PLACES)


def _share(figures: list[Figure], row: list[int], givers: list[str], receivers: list[str]) -> None:
    """Gives the one giver and the one receiver to those of a row that have none."""
    giver = givers[0] if len(givers) == 1 else None
    receiver = receivers[0] if len(receivers) == 1 else None
    for at in row:
        figure = figures[at]
        if (giver and not figure.giver) or (receiver and not figure.receiver):
            figures[at] = replace(figure, giver=figure.giver or giver, receiver=figure.receiver or receiver)
