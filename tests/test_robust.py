"""Any bytes give a record or a problem; offsets are valid; the same text gives the same bytes everywhere."""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from borderwire.errors import SourceError
from borderwire.export import record_schema, to_dict
from borderwire.extract.record import extract_record
from borderwire.gazetteer import load_gazetteer
from borderwire.load import parse_markdown, parse_text

VALIDATOR = jsonschema.Draft202012Validator(record_schema())

# Pieces that the rules look for, so that chance builds half-sentences of the genre and not only noise.
PIECES = [
    "Ngày 15.8", "Sáng 7/5/2021", "từ 12 - 15/3", "năm 2024", "lần thứ XIII", "31/02/2020", "date 2023-09",
    "24/7", "Đại tá", "thiếu tướng", "hiếu tướng", "Giám đốc", "Phó Chủ tịch", "Trưởng đoàn", "đồng chí",
    "ông", "bà", "các đồng chí:", "Trần Văn Minh", "Khăm-la Xay-xổm", "Vừ A Páo", "Bounmy", "NGUYỄN",
    "Công an tỉnh", "Công an TP.", "BĐBP", "UBND tỉnh", "Bộ Công an", "Ty An ninh", "tỉnh", "các tỉnh",
    "Sơn La", "Hủa Phăn", "Xa Vẳn Na Khệt", "Viêng Chăn", "Huế", "(Lào)", "ký kết", "sẽ ký", "trao đổi",
    "biên bản ghi nhớ", "Hiệp định", "về", "và", "giữa", "với", "tại", "cửa khẩu", "Lao Bảo",
    "bắt giữ 3 vụ, 5 đối tượng", "75.000 lượt", "gần 1,5 tỷ đồng", "100 triệu đồng", "Ảnh:", "ẢNH", "PV",
    "./.", "Xem thêm", ",", ";", ":", ".", "-", "–", "(", ")", "“", "”", "...", "\n", "\n\n", " ", "\u200b",
    "\u00a0", "\u0301", "ກ", "😀", "5 km²", "①", "٣", "Sáng 29/2", "3/3/2023", "cho biết vừa bắt giữ",
    "kỷ niệm 40 năm", "thiết lập quan hệ ngoại giao", "(29/2/1960)",
    "Trước đó, ngày 10/10", "bắt người", "làm việc tại huyện Hướng Hóa", ", huyện", "Thứ Tư:", "19/08/2015: 16:02",
]  # fmt: skip
PROSE = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


def _check(article: Any) -> None:
    record = to_dict(extract_record(article, load_gazetteer()))
    VALIDATOR.validate(record)
    size = len(article.text)
    for spans in _spans(record):
        for start, end in spans:
            assert 0 <= start < end <= size
    assert "" not in _strings(record)
    for value in _dates(record):
        assert date.fromisoformat(value)
    covered = "".join(article.text[block.start : block.end] for block in article.blocks)
    assert "".join(covered.split()) == "".join(article.text.split())


def _dates(value: Any) -> list[str]:
    """All full days that a record tells."""
    return [found for found in _strings(value) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", found)]


def _spans(value: Any) -> list[Any]:
    if isinstance(value, dict):
        own = [item for key, item in value.items() if key.endswith("spans")]
        return own + [found for item in value.values() for found in _spans(item)]
    if isinstance(value, list):
        return [found for item in value if isinstance(item, dict) for found in _spans(item)]
    return []


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [found for item in items for found in _strings(item)]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=3000))
def test_any_bytes_give_a_record_or_a_problem(raw: bytes) -> None:
    for parse in (parse_text, parse_markdown):
        try:
            article = parse(raw, "seeds/any")
        except SourceError:
            continue
        _check(article)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(PROSE)
def test_any_prose_of_the_genre_gives_a_valid_record(text: str) -> None:
    try:
        article = parse_text(text.encode(), "seeds/any.txt")
    except SourceError:
        return
    _check(article)


def test_every_cut_of_a_real_text_gives_a_valid_record() -> None:
    for seed in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt")):
        text = seed.read_text(encoding="utf-8")
        for cut in range(60, len(text), len(text) // 25):
            _check(parse_text(text[:cut].encode(), "seeds/cut.txt"))
            _check(parse_text(text[cut:].encode(), "seeds/cut.txt"))


HOSTILE = {
    "one capital letter for ever": "A",
    "names without end": "Trần ",
    "ranks": "Đại tá ",
    "offices": "Giám đốc, ",
    "dates": "1/2/2020 - ",
    "digits": "1",
    "brackets": "(",
    "hyphens": "Khăm-",
    "quotes": "“a ",
    "documents": "biên bản ghi nhớ về ",
    "signings": "ký biên bản ghi nhớ và ",
    "provinces": "tỉnh Sơn La, ",
    "unknown provinces": "tỉnh Xăm Bun Na, ",
    "bodies": "Công an tỉnh ",
    "captions": "Ảnh: A\n",
    "blank lines": "\n\n",
    "short lines": "Hai bên\n",
    "money": "100 triệu đồng ",
    "combining marks": "a\u0301\u0301",
    "list of persons": "Đại tá Trần Văn Minh, Giám đốc Công an tỉnh Sơn La; ",
    "gifts of officials": "Đại tá Trần Văn Minh, Giám đốc Công an tỉnh Sơn La tặng 3 xe máy; ",
    "series": "lần thứ XIII ",
    "years kept": "kỷ niệm 40 năm Ngày thiết lập quan hệ (5/9/1962) Lào ",
    "months and days": "chuyến thăm tháng 5/2019, Ngày 8/5 ",
    "dated declarations": "hai bên nhắc lại Tuyên bố Bản Đôn ký ngày 27/4/2016, ",
    "other names": "Hai bên ký thỏa thuận nuôi ong có tên gọi Hiệp định Rừng Xanh Mê Công (LBA). ",
    "years by number and by place": "Hội Gò 2018 vui. Hội Gò năm nay vui. Năm 2004 có lũ. 14 năm trước, ",
    "clocks in heads of sites": "Hotline 12/05/2024 10:08 ",
    "districts in lists": "các huyện Nậm Pồ, Mường Nhé và Điện Biên, ",
    "days told as today's": "sáng nay (6/5) ",
    "signings that go on": "nay Công an 4 tỉnh ký kết biên bản ghi nhớ năm 2016, thay cho biên bản ghi nhớ lần trước, ",
    "states before names": "Tỉnh trưởng tỉnh Luông Nậm Thà, nước CHDCND Lào ông Trần Văn Minh ",
}


def _read(unit: str, size: int) -> None:
    raw = (unit * (size // len(unit.encode()) + 1)).encode()
    with contextlib.suppress(SourceError):
        extract_record(parse_text(raw, "seeds/hostile.txt"), load_gazetteer())


def _calls(unit: str, size: int) -> int:
    """How many calls of functions, Python's own included, it takes to read so much of that text."""
    count = 0

    def tally(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        _read(unit, size)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_work_grows_linearly_with_hostile_text(unit: str) -> None:
    _read(unit, 8_000)  # fills the caches
    small, large = _calls(unit, 15_000), _calls(unit, 120_000)
    assert large < 12 * small + 2_000  # eight times the text; quadratic work would be 64 times


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_megabyte_of_hostile_text_is_read_to_its_end(unit: str) -> None:
    _read(unit, 1_000_000)  # a pattern that backtracks without bound would not come back within a lifetime


def test_the_same_text_gives_the_same_bytes_under_any_hash_seed_locale_and_time_zone() -> None:
    seeds = Path(__file__).parents[1] / "seeds"
    outputs = set()
    for hash_seed, locale, zone in (
        ("0", "C", "UTC"),
        ("1", "C.UTF-8", "Asia/Vientiane"),
        ("77", "POSIX", "Pacific/Niue"),
    ):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "LC_ALL": locale, "TZ": zone}
        command = [sys.executable, "-m", "borderwire", "extract", "seeds"]
        done = subprocess.run(command, cwd=seeds.parent, env=environment, capture_output=True, check=True)
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert len([json.loads(line) for line in outputs.pop().splitlines()]) == 5


def test_articles_read_in_another_order_give_the_same_records() -> None:
    files = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
    forwards = {file.name: _record(file) for file in files}
    shuffled = files * 3
    random.Random(7).shuffle(shuffled)
    assert all(_record(file) == forwards[file.name] for file in shuffled)


def _record(file: Path) -> dict[str, Any]:
    return to_dict(extract_record(parse_text(file.read_bytes(), f"seeds/{file.name}"), load_gazetteer()))
