"""The fields of cooperation that a text speaks of.

Some of their words stand for other things as well: a gate or a marker for the place where something happens, a crime
for what somebody is charged with, an epidemic for the reason why a meeting was put off. Those tell no topic.
"""

from __future__ import annotations

from collections.abc import Sequence

from borderwire.errors import Span
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention
from borderwire.extract.phrases import listed
from borderwire.extract.words import keys
from borderwire.model import Topic
from borderwire.text import key

_GATES, _MARKERS, _EPIDEMICS = "border-gates", "border-markers", "disease"
# What is done about gates, before their word: "việc quản lý | cửa khẩu", not "về nước qua | cửa khẩu".
_GATE_WORK = listed(
    """
    quản lý, nâng cấp, mở cửa khẩu, mở lại, mở thêm, mở các, mở cặp, mở mới, khai trương, kiểm soát, thông quan
    công tác, hạ tầng, khôi phục, phát triển, hoạt động, thông thương, thông xe, vận hành, quy hoạch, làm thủ tục
    xuất nhập khẩu
    """
)
_GATE_REACH = 6  # tokens between what is done and the gate
_GATE_OF_TITLE = (key("biên"), key("giới"))  # "Hiệp định về ... cửa khẩu | biên giới đất liền"
_AT, _AREA = keys("tại ở qua gần cách"), keys("vực")
_BECAUSE = keys("vì do dù bởi sau mắc")
_BECAUSE_REACH = 2  # "do | dịch Covid"
_CHARGED = listed("về tội, vì tội, về hành vi, tội danh")
_CHARGE_REACH = 6  # "về tội | mua bán người"


def extract_topics(doc: Doc, bodies: Sequence[BodyMention] = ()) -> tuple[Topic, ...]:
    """Topics in order of first mention, each with all phrases that name it. A name of a body tells none: "Phòng Quản lý
    xuất nhập cảnh", "Đồn Biên phòng Cửa khẩu quốc tế A" are who acts, not what is spoken of."""
    found: dict[str, list[Span]] = {}
    starts, ends = doc.starts, doc.ends
    at, size = 0, len(bodies)
    for start, end, entries in doc.hits_of("topic"):
        while at < size and bodies[at].end <= start:
            at += 1
        if at < size and bodies[at].start <= start:
            continue
        for entry in entries:
            if entry.kind == "topic":
                if _is_spoken_of(doc, entry.id, start, end):
                    found.setdefault(entry.id, []).append((starts[start], ends[end - 1]))
                break
    return tuple(Topic(ident, tuple(spans)) for ident, spans in found.items())


def _is_spoken_of(doc: Doc, topic: str, start: int, end: int) -> bool:
    first = max(doc.sentence_of(start)[0], start - _CHARGE_REACH)
    row = doc.keys
    if topic == _GATES:
        worked = _GATE_WORK.begins_among(row, max(first, start - _GATE_REACH), start + 1)
        return worked and tuple(row[end : end + 2]) != _GATE_OF_TITLE
    if topic == _MARKERS:
        # "tại cột mốc 476", "ở khu vực mốc biên giới": where it was
        before = row[start - 1] if start > first else ""
        return not (before in _AREA or (before in _AT and doc.shapes[end : end + 1] == ["d"]))
    if topic == _EPIDEMICS:
        return _BECAUSE.isdisjoint(row[max(first, start - _BECAUSE_REACH) : start])
    return not _CHARGED.begins_among(row, first, start)
