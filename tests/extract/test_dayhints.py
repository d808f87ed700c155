"""What speaks for a day or against it beside its place and its role: each sign by two texts that it tells apart."""

from __future__ import annotations

import pytest

from borderwire.extract.datecues import classify
from borderwire.extract.dateforms import find_raw_dates
from borderwire.extract.dayhints import hint_weight, read_opening
from borderwire.extract.position import lay_out

from .reading import doc_of

_HEAD = "Hai xã giữ rừng\n\nHai xã lập tổ giữ rừng. "
_OPENED = _HEAD + "Ngày 3/5 trời mưa. "
_FOUR = "Đường còn khó đi. Trạm xá thiếu thuốc. Trường thiếu bàn. Dân cần nước. "


def _weight(text: str) -> float:
    """Of the day 7/5."""
    doc = doc_of(text)
    dated = [(raw, classify(doc, raw)) for raw in find_raw_dates(doc)]
    layout = lay_out(doc)
    (raw, role) = next(pair for pair in dated if (pair[0].at.day, pair[0].at.month) == (7, 5))
    return hint_weight(doc, raw, role, layout, read_opening(doc, dated, layout))


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param(_HEAD + "Ngày 7/5, bản mở chợ.", _OPENED + "Ngày 7/5, bản mở chợ.", id="first"),
        pytest.param(_OPENED + _FOUR + "Ngày 7/5, bản mở chợ.", _HEAD + _FOUR + "Ngày 7/5, bản mở chợ.", id="unopened"),
        pytest.param(_OPENED + "Ngày 7/5, bản mở chợ.", _OPENED + _FOUR + "Ngày 7/5, bản mở chợ.", id="late"),
        pytest.param(
            _OPENED + "Ngày 7/5, Công an huyện cho biết chợ đã đóng.", _OPENED + "Ngày 7/5, bản mở chợ.", id="report"
        ),
        pytest.param(
            "Hai xã giữ rừng\n\nHai xã lập tổ canh rừng. Ngày 7/5, bản mở chợ.",
            "Hai xã giữ rừng\n\nHai xã hôm nay lập tổ canh rừng. Ngày 7/5, bản mở chợ.",
            id="today",
        ),
        pytest.param(_OPENED + "Ngày 7/5, hai xã lập tổ.", _OPENED + "Ngày 7/5, bản mở chợ.", id="shared"),
        pytest.param(_OPENED + "Sáng 7/5, bản mở chợ.", _OPENED + "Ngày 7/5, bản mở chợ.", id="part-of-day"),
        pytest.param(_OPENED + "Lúc 9h ngày 7/5, bản mở chợ.", _OPENED + "Vào ngày 7/5, bản mở chợ.", id="hour"),
        pytest.param(_OPENED + "Bản mở chợ vào ngày 7/5.", _OPENED + "Bản mở chợ đến ngày 7/5.", id="until"),
        pytest.param(_OPENED + "Trong lễ ngày 7/5, bản vui.", _OPENED + "Sau lễ ngày 7/5, bản vui.", id="after"),
        pytest.param(_OPENED + "Ngày 7/5, bản mở chợ.", _OPENED + "Hôm 7/5, bản mở chợ.", id="the-other-day"),
        pytest.param(_OPENED + "Sáng nay (7/5), bản mở chợ.", _OPENED + "Sáng 7/5, bản mở chợ.", id="is-today"),
    ],
)
def test_a_sign_speaks_for_the_day(more: str, less: str) -> None:
    assert _weight(more) > _weight(less)


def test_what_was_earlier_gains_little_by_any_sign() -> None:
    told = _OPENED + "Lúc 9h sáng 7/5, hai xã lập tổ giữ rừng."
    assert _weight(told) > 2.0 >= _weight(told.replace("Lúc", "Trước đó, lúc"))


def test_a_day_that_most_texts_tell_starts_above_none() -> None:
    assert _weight(_OPENED + "Ngày 7/5, bản mở chợ.") > 2.0
