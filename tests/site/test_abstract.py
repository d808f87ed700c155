"""Abstracts: sentences that read well, in every language, and say no more than the record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from borderwire.gazetteer import load_gazetteer
from borderwire.model import (
    REPORT_DAY,
    AgreementFact,
    AgreementStatus,
    Country,
    DateFact,
    EventType,
    OfficialFact,
    ProvinceFact,
    Record,
    Series,
    SeriesMeeting,
    Venue,
)
from borderwire.site import Theme
from borderwire.site.abstract import Abstracts
from borderwire.site.abstract_words import DOCUMENTS, EVENTS
from borderwire.site.languages import Language
from borderwire.site.names import Names, Terms
from tests.records import record as made

TERMS = Terms.of(load_gazetteer())
NAMES = {code: Names(TERMS, Language(code, "", Theme(None))) for code in ("vi", "en", "lo")}


def told(record: Record, code: str = "en") -> list[str]:
    return [sentence.striptags() for sentence in Abstracts(NAMES[code]).sentences(record)]


def record(**fields: Any) -> Record:
    """A record that holds nothing else."""
    return made("r", None, **fields)


def party(ident: str, country: Country) -> ProvinceFact:
    return ProvinceFact(ident, TERMS.provinces[ident].name, country, "party", ())


TALKS = EventType("talks", "hội đàm", spans=((10, 18),))
ARREST = EventType("arrest", "bắt giữ")
DAY = DateFact("2025-03-04", "explicit")
BOTH = (party("VN-22", "VN"), party("LA-HO", "LA"))


def test_what_the_record_does_not_hold_is_not_said() -> None:
    assert told(record()) == []


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("vi", "Bài viết đưa tin về vụ bắt giữ ngày 4 tháng 3 năm 2025."),
        ("en", "The article reports on an arrest on 4 March 2025."),
        ("lo", "ບົດຂ່າວລາຍງານກ່ຽວກັບການຈັບກຸມ ໃນວັນທີ 4 ມີນາ 2025."),
    ],
)
def test_the_event_is_told_in_the_words_of_the_language(code: str, first: str) -> None:
    assert told(record(event_type=ARREST, event_date=DAY), code) == [first]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-03-04", "2025-03-06", "from 4 to 6 March 2025"),
        ("2025-03-30", "2025-04-02", "from 30 March to 2 April 2025"),
        ("2024-12-30", "2025-01-02", "from 30 December 2024 to 2 January 2025"),
    ],
)
def test_what_two_days_share_is_said_once(first: str, last: str, words: str) -> None:
    days = record(event_type=TALKS, event_date=DateFact(first, "explicit"), event_end=last)
    assert told(days) == [f"The article reports on talks {words}."]


def test_a_year_that_is_not_told_is_said_to_be_so() -> None:
    partial = record(event_type=ARREST, event_date=DateFact(None, "none", partial="--03-04"))
    assert told(partial) == ["The article reports on an arrest on 4 March (the year is not told)."]
    assert told(partial, "vi") == ["Bài viết đưa tin về vụ bắt giữ ngày 4 tháng 3 (bài không nêu năm)."]


@pytest.mark.parametrize(
    "date", [DateFact("2025-03-04", "published"), DateFact("2025-03-04", "inferred", rule=REPORT_DAY)]
)
def test_the_day_of_a_publication_or_a_report_is_not_told_as_that_of_the_event(date: DateFact) -> None:
    assert told(record(event_type=ARREST, event_date=date)) == ["The article reports on an arrest in 2025."]


def test_a_province_that_was_named_as_the_place_is_not_named_again() -> None:
    venue = Venue("huyện Kỳ Sơn, tỉnh Nghệ An", "VN-22")
    here = record(event_type=ARREST, event_date=DAY, venue=venue, provinces=BOTH[:1])
    assert told(here) == ["The article reports on an arrest on 4 March 2025 in Nghệ An (Vietnam)."]
    assert len(told(here, "vi")) == 1
    assert told(replace(here, provinces=BOTH))[1] == "It concerns Nghệ An in Vietnam and Houaphanh in Laos."


def test_only_at_a_meeting_has_somebody_taken_part() -> None:
    assert told(record(event_type=TALKS, event_date=DAY, provinces=BOTH))[1] == (
        "Nghệ An took part for Vietnam, Houaphanh for Laos."
    )
    assert told(record(provinces=BOTH[1:])) == ["The article concerns Houaphanh in Laos."]


@pytest.mark.parametrize(
    ("event", "numbered", "at", "shown"),
    [
        (TALKS, "Hội đàm thường niên lần thứ XII", 30, True),
        (EventType("talks", "cuộc hội đàm", spans=((10, 18),)), "hội đàm lần thứ 12", 15, True),
        (TALKS, "Biên bản ghi nhớ lần thứ 12", 30, False),
        (TALKS, "Kỳ họp lần thứ 12", 30, False),
        (TALKS, "hội đàm lần thứ 12", 2000, False),
        (replace(ARREST, spans=((10, 18),)), "bắt giữ lần thứ 12", 30, False),
    ],
)
def test_a_number_is_the_events_only_where_it_stands_by_its_name(
    event: EventType, numbered: str, at: int, shown: bool
) -> None:
    series = Series(12, "explicit", as_written=numbered, spans=((at, at + 11),))
    sentences = told(record(event_type=event, event_date=DAY, series=series))
    assert ("It was number 12 in its series." in sentences) is shown


def test_several_documents_of_one_kind_are_counted_and_older_ones_told_apart() -> None:
    rows: tuple[tuple[str, AgreementStatus], ...] = (
        ("memorandum", "signed"), ("memorandum", "signed"), ("memorandum", "referenced"), ("procedure", "planned"),
    )  # fmt: skip
    papers = [AgreementFact(kind, kind, status, None, ()) for kind, status in rows]
    sentences = told(record(agreements=tuple(papers)))
    assert sentences == [
        "The signing of 2 memoranda of understanding is reported.",
        "Reference is made to what was concluded earlier: a memorandum of understanding.",
        "Plans for a procedure are mentioned.",
    ]
    assert told(record(agreements=tuple(papers)), "vi")[0] == "Theo bài viết, các bên đã ký 2 biên bản ghi nhớ."


@pytest.mark.parametrize(
    ("position", "body", "words"),
    [
        ("Trưởng Công an huyện", "Công an huyện Kỳ Sơn", "Head, District police, Kỳ Sơn"),
        ("Thủ tướng Chính phủ", "Chính phủ", "Prime Minister, Vietnam"),
        ("Thủ tướng", "Chính phủ Lào", "Prime Minister, Laos"),
        ("Chủ tịch Quốc hội", "Quốc hội", "Chairman of the National Assembly, Vietnam"),
        ("Bộ trưởng Ngoại giao", "Bộ Ngoại giao Lào", "Minister, Ministry of Foreign Affairs, Laos"),
        ("Tỉnh trưởng", "tỉnh Hủa Phăn", "Governor, Houaphanh"),
        ("Giám đốc", "Trung tâm Lạ Lẫm", "Director, Trung tâm Lạ Lẫm"),
    ],
)
def test_an_office_and_its_body_say_nothing_twice(position: str, body: str, words: str) -> None:
    official = OfficialFact("Lò Văn Thử", None, position, body, None, "VN")
    assert told(record(officials=(official,))) == [f"The article names Lò Văn Thử ({words})."]


@pytest.mark.parametrize(
    ("position", "body", "words"),
    [
        ("Trưởng Công an quận", "Công an quận Gò Vấp", "Trưởng Công an quận Gò Vấp"),
        ("Bộ trưởng Ngoại giao", "Bộ Ngoại giao Lào", "Bộ trưởng Bộ Ngoại giao Lào"),
        ("Giám đốc", "Công an tỉnh Nghệ An", "Giám đốc Công an tỉnh Nghệ An"),
    ],
)
def test_vietnamese_says_office_and_body_in_one_breath(position: str, body: str, words: str) -> None:
    official = OfficialFact("Lò Văn Thử", None, position, body, None, "VN")
    assert told(record(officials=(official,)), "vi") == [f"Bài viết nêu tên Lò Văn Thử ({words})."]


@pytest.mark.parametrize(("date", "words"), [("2017-03", "ໃນເດືອນມີນາ 2017"), ("2017", "ໃນປີ 2017")])
def test_lao_says_that_a_month_is_one(date: str, words: str) -> None:
    item = record(event_date=DateFact(date, "explicit", "", None, ()), event_type=EventType("talks", "hội đàm"))
    assert words in told(item, "lo")[0]


def test_the_next_meeting_is_told_as_announced() -> None:
    series = Series(None, "explicit", next=SeriesMeeting(13, "2026", venue="LA-HO"))
    assert told(record(series=series)) == ["The next meeting is announced for 2026 in Houaphanh."]


def test_every_kind_of_event_and_document_has_its_noun() -> None:
    assert EVENTS.keys() == TERMS.events.keys()
    assert DOCUMENTS.keys() == TERMS.documents.keys()
    missing = [noun for noun in EVENTS.values() if not NAMES["vi"].language.knows(noun)]
    assert missing == []
