"""The day of the event as the text allows it: cases in `dates.txt`, and what every reading must keep to."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.extract.dates import date_problems, read_dates

from .reading import dates_of, doc_of

CASES = Path(__file__).with_name("dates.txt")


def _cases() -> list[tuple[str, str, str]]:
    """Blocks of title, text and expectation, parted by the line that begins with "= "."""
    cases = []
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    block: list[str] = []
    for line in lines:
        if line.startswith("= "):
            title, *text = block
            cases.append((title, "\n".join(text).strip(), line[2:]))
            block = []
        elif line or block:
            block.append(line)
    return cases


@pytest.mark.parametrize(("title", "text", "expected"), _cases(), ids=[case[0] for case in _cases()])
def test_the_event_has_the_day_that_a_careful_reader_gives_it(title: str, text: str, expected: str) -> None:
    reading = dates_of(text)
    event = reading.event
    found = [event.value or event.partial or "None", event.basis]
    if reading.event_end:
        found += ["end", reading.event_end]
    if reading.published:
        found += ["published", reading.published.value or "None"]
    assert " ".join(found) == expected, event.because


def test_an_open_year_keeps_day_and_month_aside_and_says_so() -> None:
    reading = dates_of("Sáng 7/5, hai bên tổ chức hội đàm tại cửa khẩu.")
    assert (reading.event.value, reading.event.partial) == (None, "--05-07")
    (problem,) = date_problems(reading)
    assert problem.code == "year-open"
    assert problem.severity == "note"


def test_an_inferred_year_is_told_with_the_phrases_it_comes_from() -> None:
    text = "Ngày 24/7, hai bên ký kết biên bản hợp tác thường niên năm 2024."
    event = dates_of(text).event
    assert event.because is not None
    assert "“Ngày 24/7”" in event.because
    assert "năm 2024”" in event.because
    shown = [text[start:end] for start, end in event.spans]
    assert shown[0] == "Ngày 24/7"
    assert shown[1].endswith("năm 2024")
    (problem,) = date_problems(dates_of(text))
    assert problem.code == "year-inferred"


def test_the_keepers_date_of_publication_stands_in_for_a_stamp() -> None:
    reading = dates_of("Ngày 25/7, hai bên tổ chức hội đàm.", published="2022-07-26")
    assert reading.event.value == "2022-07-25"
    assert reading.published is not None
    assert (reading.published.value, reading.published.spans) == ("2022-07-26", ())


def test_a_text_without_any_date_says_so_and_is_not_dated() -> None:
    reading = dates_of("Hai đơn vị giao lưu văn nghệ, thể thao.")
    assert reading.event.value is None
    assert reading.mentions == ()
    assert [problem.code for problem in date_problems(reading)] == ["date-unknown"]


def test_every_date_says_what_it_dates() -> None:
    text = (
        "date 2021-05-12 Ngày 11/5, hai bên hội đàm, đánh giá Bản ghi nhớ ký ngày 9/8/2018 và kết quả năm 2020. "
        "Đối tượng sinh ngày 1/2/1980. Hội đàm sau dự kiến diễn ra vào tháng 10/2022."
    )
    doc = doc_of(text)
    found = {doc.slice(item.start, item.end): (item.value, item.dates) for item in dates_of(text).mentions}
    assert found["Ngày 11/5"] == ("--05-11", "event")
    assert found["date 2021-05-12"] == ("2021-05-12", "published")
    assert found["ngày 9/8/2018"] == ("2018-08-09", "document")
    assert found["năm 2020"] == ("2020", "period")
    assert found["ngày 1/2/1980"] == ("1980-02-01", "birth")
    assert found["tháng 10/2022"] == ("2022-10", "planned")


@pytest.mark.parametrize(
    "text",
    ["ngày 31/2/2021", "ngày 45/13/2021", "ngày 0/0/2021", "tháng 13/2020", "29/2/2021", "99.99.9999", "1/1/1/1/1/1"],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert dates_of(f"Hai bên gặp nhau {text} tại cửa khẩu.").event.value is None


def test_the_same_text_gives_the_same_reasons_every_time() -> None:
    text = "Ngày 22/10, hai bên hội đàm về kế hoạch năm 2025, biên bản năm 2025 và chương trình năm 2025."
    assert len({dates_of(text).event.because for _ in range(5)}) == 1


def test_rejected_dates_are_told_to_whoever_asks_why() -> None:
    doc = doc_of("Ngày 5/6/2020, hai bên hội đàm. Trước đó, ngày 1/6, đoàn đã đến Viêng Chăn.")
    read_dates(doc)
    assert doc.notes is not None
    whys = [note.why for note in doc.notes if note.field == "event_date"]
    assert any("event" in why for why in whys)
    assert any("earlier" in why for why in whys)


@pytest.mark.parametrize("published", ["tháng trước", "20-7", "2022/07/26", "2022-13-01", "2022-02-30", ""])
def test_metadata_that_is_no_date_is_passed_over(published: str) -> None:
    assert dates_of("Ngày 25/7, hai bên tổ chức hội đàm.", published=published).published is None


CAPTION = "Lãnh đạo hai tỉnh trong buổi làm việc tại Pakse ngày 14/8/2018."
SAID = "người đứng đầu Công an tỉnh nói trong buổi ra mắt tổ công tác ngày 6/3."


@pytest.mark.parametrize("quote", ['"Chúng tôi chặn hàng lậu"', "“Chúng tôi chặn hàng lậu”"])
def test_a_caption_that_ran_into_the_text_and_is_printed_again_does_not_date_the_event(quote: str) -> None:
    event = dates_of(
        "Hai tỉnh bàn việc chống buôn lậu\nCông an hai tỉnh lập tổ công tác chung ở cửa khẩu.\n\n"
        f"{CAPTION} {quote}, {SAID}\n\nHàng lậu qua cửa khẩu phần lớn là thuốc lá và gỗ.\n\n{CAPTION}"
    ).event
    assert (event.value or event.partial or "")[-5:] == "03-06", event.because


def test_a_straight_quote_that_opens_after_a_full_stop_begins_a_sentence() -> None:
    doc = doc_of('Lễ ký diễn ra ngày 6/9. "Chúng tôi sẽ giữ lời", ông nói. Ông nói: "Tôi hứa." Rồi ông về.')
    assert [doc.words[at] for at in doc.sentence_starts[:-1]] == ["Lễ", '"', "Ông", "Rồi"]
