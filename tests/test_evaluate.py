"""Scores: a made-up fact counts like a missed one, optional ones count neither way."""

from __future__ import annotations

from typing import Any

from borderwire.evaluate import Evaluation, Score, compare, report
from borderwire.model import Record
from tests.records import agreement, official, province, record


def _compare(found: Record, **gold: Any) -> Evaluation:
    result = Evaluation()
    compare(found, gold, "a", result)
    return result


def _counts(score: Score) -> tuple[int, int, int]:
    return score.right, score.missed, score.made_up


def test_a_date_is_right_when_it_agrees_to_the_precision_of_the_gold() -> None:
    assert _compare(record(date="2024-05-06"), event_date="2024-05").scores["event date"].f1 == 1
    assert _compare(record(date="2024"), event_date="2024-05").scores["event date"].f1 == 0
    assert _compare(record(date=None), event_date=None).scores["event date"].f1 == 1
    assert _compare(record(date="2024-05-06"), event_date=None).scores["event date"].f1 == 0


def test_provinces_count_misses_and_inventions_but_not_optional_ones() -> None:
    found = record(provinces=(province("VN-22", "Nghệ An"), province("VN-05", "Sơn La"), province("VN-HN", "Hà Nội")))
    result = _compare(found, provinces=["VN-22", "LA-XI"], provinces_optional=["VN-HN"])
    assert _counts(result.scores["provinces"]) == (1, 1, 1)


def test_officials_match_by_name_then_rank_then_office() -> None:
    found = record(
        officials=(
            official("Khăm-la Xay-xổm", "LA-XI", "LA", rank="Đại tá", organization="Công an tỉnh Xiêng Khoảng"),
            official("Người Thừa", None),
        )
    )
    gold = [
        {
            "name": "Khăm La Xay Xổm", "rank": "đại tá", "position": "Giám đốc Công an tỉnh",
            "organization": "Công an Xiêng Khoảng", "country": "LA",
        },
        {"name": "Vắng Mặt", "rank": None},
        {"name": "Có Cũng Được", "optional": True},
    ]  # fmt: skip
    result = _compare(found, officials=gold)
    assert _counts(result.scores["officials"]) == (1, 1, 1)
    assert result.scores["rank"].f1 == 1
    assert result.scores["office and body"].f1 == 1
    assert any("Người Thừa" in line for line in result.differences)


def test_a_wrong_rank_office_or_body_is_seen() -> None:
    found = record(officials=(official("Lê A", "VN-22", rank="Đại tá", organization="Công an tỉnh Nghệ An"),))
    gold = {"name": "Lê A", "rank": "Thượng tá", "position": "Phó Giám đốc", "organization": "Công an tỉnh Nghệ An"}
    result = _compare(found, officials=[gold])
    assert result.scores["rank"].f1 == 0
    assert result.scores["office and body"].f1 == 0


def test_an_agreement_needs_the_same_words_and_the_same_status() -> None:
    found = record(agreements=(agreement("biên bản ghi nhớ năm 2024", "2024-05-06"),))
    same = [{"as_written": "Biên bản ghi nhớ", "status": "signed"}]
    planned = [{"as_written": "Biên bản ghi nhớ", "status": "planned"}]
    other = [{"as_written": "Hiệp định về cửa khẩu", "status": "signed"}]
    assert _counts(_compare(found, agreements=same).scores["agreements"]) == (1, 0, 0)
    assert _counts(_compare(found, agreements=planned).scores["agreements"]) == (0, 1, 1)
    assert _counts(_compare(found, agreements=other).scores["agreements"]) == (0, 1, 1)


def test_a_fact_made_up_where_there_is_none_breaks_the_silence() -> None:
    assert _compare(record(), officials=[], agreements=[]).broken_silence == 0
    assert _compare(record(officials=(official("Lê A", None),)), officials=[], agreements=[]).broken_silence == 1


def test_a_share_of_nothing_is_a_dash_in_the_table() -> None:
    result = _compare(record(officials=(official("Lê Văn A", None),)), officials=[], provinces=[])
    lines: list[str] = []
    report(result, lines.append)
    table = {line[:20].strip(): line[20:].split() for line in lines}
    assert table["provinces"] == ["-", "-", "-", "0", "0", "0"]
    assert table["officials"] == ["0.000", "-", "0.000", "0", "0", "1"]
