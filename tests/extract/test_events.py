"""The kind of event that is reported, among the others that are named."""

from __future__ import annotations

from dataclasses import replace

from borderwire.extract.events import extract_event, or_signing
from borderwire.model import AgreementFact, EventType

from .reading import read_all


def event_of(text: str) -> EventType | None:
    doc, dates, *_ = read_all(text)
    return extract_event(doc, dates)


def test_the_conference_outranks_the_signing_and_the_gifts_that_belong_to_it() -> None:
    event = event_of(
        "Ngày 5/6/2020, Công an hai tỉnh tổ chức hội nghị giao ban thường niên. "
        "Tại hội nghị diễn ra lễ ký kết biên bản và trao quà lưu niệm."
    )
    assert event is not None
    assert event.as_written == "hội nghị giao ban thường niên"


def test_to_receive_the_remains_of_soldiers_is_no_award() -> None:
    received = event_of("Sáng 14/5/2024, tại cửa khẩu Nậm Cắn diễn ra lễ đón nhận 22 hài cốt liệt sĩ quân tình nguyện.")
    headed = event_of("Đón hài cốt liệt sĩ về đất mẹ\n\nSáng 14/5/2024, hai tỉnh tổ chức lễ đón nhận tại cửa khẩu.")
    award = event_of("Sáng 14/5/2024, Công an tỉnh tổ chức lễ đón nhận Huân chương của Nhà nước Lào.")
    assert [event.id for event in (received, headed, award) if event] == ["remains", "remains", "award"]


def test_an_older_meeting_is_not_the_event() -> None:
    event = event_of(
        "Ngày 5/6/2020, đoàn Công an tỉnh Hủa Phăn đến chào xã giao Công an tỉnh Sơn La. "
        "Kể từ hội đàm 8/2018, hai bên phối hợp tốt."
    )
    assert event is not None
    assert event.id == "reception"


def test_meetings_listed_late_as_a_habit_are_not_the_event() -> None:
    habit = "Hai bên phối hợp tốt. " * 9 + "Hai bên duy trì giao ban, hội đàm cấp cơ sở."
    assert event_of(f"Ngày 5/6/2020, hai đồn gặp nhau tại biên giới. {habit}") is None


def test_the_event_keeps_the_phrase_that_names_it() -> None:
    text = "Sáng 3/4/2021, hai bên tổ chức hội đàm tại cửa khẩu."
    event = event_of(text)
    assert event is not None
    ((start, end),) = event.spans
    assert text[start:end] == event.as_written == "hội đàm"


def test_a_text_without_an_event_word_has_no_event() -> None:
    assert event_of("Trời mưa to ở vùng núi.") is None


def test_an_arrest_is_an_event_but_a_meeting_in_the_headline_outranks_it() -> None:
    arrest = event_of("Rạng sáng 28/8, tại cột mốc 168, tổ công tác bắt giữ hai nghi phạm mang ma túy.")
    assert arrest is not None
    assert arrest.id == "arrest"
    talks = event_of(
        "Hai tỉnh hội đàm thường niên\n\nSáng 5/6, hai bên hội đàm. Trong năm, hai bên đã bắt giữ 12 đối tượng."
    )
    assert talks is not None
    assert talks.id == "talks"


def test_the_occasion_that_a_sentence_opens_with_is_not_the_event() -> None:
    event = event_of(
        "Nhân dịp dự Hội nghị cấp cao ba nước, chiều 8/10/2024, đoàn Bộ Công an đến chào xã giao lãnh đạo tỉnh bạn."
    )
    assert event is not None
    assert event.id == "reception"


def test_greetings_at_the_new_year_are_the_event_though_it_is_their_occasion() -> None:
    event = event_of("Nhân dịp Tết Bunpimay, ngày 11/4/2022, Đồn Biên phòng Sơn Kim đến chúc mừng đơn vị bạn.")
    assert event is not None
    assert event.id == "newyear-lao"


def test_a_conference_centre_is_no_conference() -> None:
    assert event_of("Chiều 4/7/2017, tại Trung tâm Hội nghị Vinh, lãnh đạo hai tỉnh trao đổi về hợp tác.") is None


def test_where_no_other_event_is_told_a_document_signed_in_the_opening_is_one() -> None:
    doc, dates, *_ = read_all("Ngày 5/6/2020, Công an hai tỉnh ký kết quy chế phối hợp.")
    signed = AgreementFact(
        "regulation", "quy chế phối hợp", "signed", None, (), spans=((doc.text.find("quy chế"), 46),)
    )
    older = replace(signed, status="referenced")
    event = or_signing(doc, extract_event(doc, dates), (older, signed))
    assert event is not None
    assert (event.id, event.spans) == ("signing", signed.spans)
    assert or_signing(doc, None, (older,)) is None
    talks = EventType("talks", "hội đàm")
    assert or_signing(doc, talks, (signed,)) is talks
