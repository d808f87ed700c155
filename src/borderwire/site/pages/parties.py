"""What takes part in events and rows of meetings: provinces, and national bodies as the archive marks them."""

from __future__ import annotations

from markupsafe import Markup

from borderwire.site.cards import province_link
from borderwire.site.contexts import Link
from borderwire.site.foreign import foreign
from borderwire.site.renderer import Renderer
from borderwire.text import squash

_LONGEST_NAME = 8  # words of a ministry's name


def party_link(renderer: Renderer, mark: str) -> Link:
    """A province, or a national body as the archive marks it ("VN police")."""
    if mark in renderer.shelves.terms.provinces:
        return province_link(renderer.shelves, renderer.names, mark)
    country = renderer.names.country("VN" if mark.startswith("VN") else "LA")
    kind = mark[3:]
    body = (renderer.names.body(kind) if kind == "government" else "") or force_name(renderer, kind)
    return Link(Markup("{} ({})").format(country, body) if body else country, "")


def force_name(renderer: Renderer, mark: str) -> str:
    """What a kind of force or a national body is called: \"police\"."""
    _ = renderer._
    names = {
        "police": _("police"),
        "border-guard": _("border guard"),
        "army": _("army"),
        "government": _("government"),
    }
    written = names.get(mark) or renderer.names.body(mark)
    if written:
        return written
    written = _as_written(renderer, mark)
    gloss = renderer.names.organization(written) if written else None
    return gloss or foreign(written, renderer.box.foreign) or mark.replace("-", " ")


def _as_written(renderer: Renderer, mark: str) -> str:
    """The first words of a body of some article that the archive marks so: "Bộ Tư pháp"."""
    for entry in renderer.shelves.archive.entries:
        record = entry.record
        for written in (
            *(fact.organization for fact in record.officials if fact.organization),
            *(party for fact in record.agreements for party in fact.parties),
        ):
            words = written.split()
            for end in range(1, min(len(words), _LONGEST_NAME) + 1) if mark[:1] == squash(words[0])[:1] else ():
                if squash(" ".join(words[:end])) == mark:
                    return " ".join(words[:end])
    return ""
