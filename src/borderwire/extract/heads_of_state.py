"""Chairmen whom the press names without saying of what: "Chủ tịch Khăm-phăn Sỉ-vông" is the head of state in news of a
visit of leaders, and somebody unknown elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from borderwire.extract.doc import Doc
from borderwire.extract.name_parts import Name
from borderwire.extract.office_kinds import Office, is_private
from borderwire.extract.phrases import listed, terms
from borderwire.gazetteer.matcher import Hit
from borderwire.model import Country

_CHAIRMAN = "chu-tich"
_PRESIDENT = terms("chu-tich-nuoc tong-bi-thu-chu-tich-nuoc")
# Those who meet a head of state.
_LEADERS = _PRESIDENT | terms("tong-bi-thu thu-tuong chu-tich-quoc-hoi thuong-truc-ban-bi-thu")
_VISITS = listed(
    """
    thăm hữu nghị chính thức, thăm chính thức, thăm hữu nghị, thăm cấp nhà nước, thăm làm việc, đoàn đại biểu cấp cao
    lãnh đạo cấp cao, hội đàm cấp cao, chuyến thăm cấp cao, cuộc gặp cấp cao, hội kiến, quốc thư, điện mừng
    """
)
_MEMO = "leaders named"


def heads_state(doc: Doc, office: Office, name: Name, country: Country | None) -> bool:
    """A bare "Chủ tịch" is the head of state: of a Lao where the text tells of a visit of leaders; of a Vietnamese only
    beside a president named as such in the same sentence. Never one whose body the text tells."""
    if office.kind != _CHAIRMAN or not office.bare or office.noun is not None or office.state is False:
        return False
    if len(name.parts) < 2 or name.initials:
        return False
    named = _named(doc)
    if any(is_private(doc, hit.end) for hit in _chairmen(doc)):
        return False  # the text has a chairman of a company or a club as well
    if country == "LA" and name.lao:
        return bool(named) and bool(_VISITS.among(doc.keys, 0, len(doc)))
    sentence = doc.sentence[office.start]
    return (
        country == "VN"
        and office.id == _CHAIRMAN
        and any(doc.sentence[at] == sentence for ident, at in named if ident in _PRESIDENT)
    )


def _chairmen(doc: Doc) -> Iterator[Hit]:
    """Where the text says "Chủ tịch", "Phó Chủ tịch" and no more."""
    for hit in doc.hits_of("office"):
        entry = hit.of("office")
        if entry is not None and entry.id.endswith(_CHAIRMAN):
            yield hit


def _named(doc: Doc) -> Sequence[tuple[str, int]]:
    """Id and first token of the offices of leaders that the text names."""
    found: list[tuple[str, int]] | None = doc.memo.get(_MEMO)
    if found is None:
        entries = ((hit.of("office"), hit.start) for hit in doc.hits_of("office"))
        found = [(entry.id, at) for entry, at in entries if entry is not None and entry.id in _LEADERS]
        doc.memo[_MEMO] = found
    return found
