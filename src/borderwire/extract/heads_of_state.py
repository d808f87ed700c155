"""Chairmen whom the press names without saying of what: "Chủ tịch Khăm-phăn Sỉ-vông" is the head of state in news of a
visit of leaders, and somebody unknown elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from borderwire.extract.doc import Doc
from borderwire.extract.name_parts import Name
from borderwire.extract.office_kinds import Office, is_private
from borderwire.extract.phrases import listed, terms
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


class _News(NamedTuple):
    """visit: the text tells of a visit of leaders; presidents: numbers of the sentences that name a president."""

    visit: bool
    presidents: frozenset[int]


_NO_NEWS = _News(False, frozenset())


def heads_state(doc: Doc, office: Office, name: Name, country: Country | None) -> bool:
    """A bare "Chủ tịch" is the head of state: of a Lao where the text tells of a visit of leaders; of a Vietnamese only
    beside a president named as such in the same sentence. Never one whose body the text tells."""
    if office.kind != _CHAIRMAN or not office.bare or office.noun is not None or office.state is False:
        return False
    if len(name.parts) < 2 or name.initials:
        return False
    if country == "LA" and name.lao:
        return _news(doc).visit
    return country == "VN" and office.id == _CHAIRMAN and doc.sentence[office.start] in _news(doc).presidents


def _news(doc: Doc) -> _News:
    """What the text tells of leaders; worked out once. Nothing where it has a chairman of a company or a club."""
    news: _News | None = doc.memo.get(_MEMO)
    if news is None:
        news = doc.memo[_MEMO] = _read_news(doc)
    return news


def _read_news(doc: Doc) -> _News:
    named: list[tuple[str, int]] = []
    for hit in doc.hits_of("office"):
        entry = hit.of("office")
        if entry is None:
            continue
        if entry.id.endswith(_CHAIRMAN) and is_private(doc, hit.end):
            return _NO_NEWS
        if entry.id in _LEADERS:
            named.append((entry.id, hit.start))
    visit = bool(named) and bool(_VISITS.among(doc.keys, 0, len(doc)))
    return _News(visit, frozenset(doc.sentence[at] for ident, at in named if ident in _PRESIDENT))
