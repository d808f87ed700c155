"""Documents of agreement as a reader would list them: cases in `agreements.txt`, and what every entry must keep to."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.extract.agreements import extract_agreements
from borderwire.model import AgreementFact

from .reading import quotes, read_all

CASES = Path(__file__).with_name("agreements.txt")


def _cases() -> list[tuple[str, str, list[str]]]:
    """Blocks of title, text and expectations; a block ends with its lines that begin with "= "."""
    cases: list[tuple[str, str, list[str]]] = []
    block: list[str] = []
    wanted: list[str] = []
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in [*lines, "end"]:
        if line.startswith("= "):
            wanted.append(line[2:])
            continue
        if wanted:
            cases.append((block[0], "\n".join(block[1:]).strip(), wanted))
            block, wanted = [], []
        if line or block:
            block.append(line)
    return cases


def _agreements(text: str) -> tuple[AgreementFact, ...]:
    doc, dates, places, bodies = read_all(text)
    return extract_agreements(doc, places, bodies, dates)


@pytest.mark.parametrize(("title", "text", "wanted"), _cases(), ids=[case[0] for case in _cases()])
def test_the_text_yields_the_documents_that_a_careful_reader_lists(title: str, text: str, wanted: list[str]) -> None:
    found = [f"{item.status}: {item.as_written}" for item in _agreements(text)] or ["none"]
    assert found == wanted


TALKS = (
    "Ngày 14/3/2023, tại thành phố Vinh, Công an tỉnh Nghệ An và Công an tỉnh Xiêng Khoảng (Lào) hội đàm. "
    "Hai bên ký Biên bản ghi nhớ về phòng, chống ma túy. "
)


def test_what_is_signed_at_the_event_carries_its_day_its_subject_and_both_sides() -> None:
    (found,) = _agreements(TALKS)
    assert found.date == "2023-03-14"
    assert found.subject == "phòng, chống ma túy"
    assert found.parties == ("Công an tỉnh Nghệ An", "Công an tỉnh Xiêng Khoảng")
    assert found.type == "memorandum"
    assert found.rule


def test_a_document_of_its_own_day_carries_that_day() -> None:
    text = TALKS + "Hai bên tiếp tục thực hiện Thỏa thuận hợp tác an ninh giữa hai tỉnh ký ngày 2/4/2019."
    referenced = [item for item in _agreements(text) if item.status == "referenced"]
    assert [item.date for item in referenced] == ["2019-04-02"]


def test_one_body_named_for_both_sides_and_two_provinces_are_parties() -> None:
    text = (
        "Sáng 7/1/2024, tại Hà Nội, Bộ Quốc phòng Việt Nam và Bộ Quốc phòng Lào hội đàm. Hai bên đã ký Bản ghi nhớ "
        "giữa Bộ Y tế hai nước về kiểm dịch; Thỏa thuận kết nghĩa giữa tỉnh Bình Phước và tỉnh Champasak."
    )
    found = {item.type: item.parties for item in _agreements(text)}
    assert found == {"memorandum": ("Bộ Y tế",), "twinning": ("tỉnh Bình Phước", "tỉnh Champasak")}


def test_who_is_a_member_of_an_organ_does_not_make_it_a_party() -> None:
    text = (
        "Sáng 7/1/2024, Đại tướng Trần Quốc Tâm, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an Việt Nam và Bộ trưởng Bộ "
        "Công an Lào đã ký Bản ghi nhớ về phòng, chống tội phạm công nghệ cao."
    )
    (found,) = _agreements(text)
    assert found.parties == ("Bộ Công an Việt Nam", "Bộ Công an Lào")


def test_parties_are_those_that_the_title_names() -> None:
    text = TALKS + "Đại biểu nhắc tới Hiệp định về dẫn độ giữa Bộ Tư pháp Việt Nam và Bộ Tư pháp Lào."
    referenced = [item for item in _agreements(text) if item.status == "referenced"]
    assert [item.parties for item in referenced] == [("Bộ Tư pháp Việt Nam", "Bộ Tư pháp Lào")]


MEETING = "Ngày 6/3/2023, tại thành phố Đông Hà, Công an tỉnh Quảng Trị và Công an tỉnh Salavan (Lào) họp giao ban. "
MINISTRIES = ("Bộ Công an Việt Nam", "Bộ Công an Lào")
PROVINCES = ("Công an tỉnh Quảng Trị", "Công an tỉnh Salavan")


@pytest.mark.parametrize(
    "sentence",
    [
        "Hai bên ký bản ghi nhớ năm 2023 nhằm thực hiện Hiệp định hợp tác giữa Bộ Công an Việt Nam và Bộ Công an Lào.",
        "Hai bên ký bản ghi nhớ năm 2023, thực hiện Thỏa thuận ký ngày 4/2/2019 giữa {ministries}.",
        "Thực hiện Thỏa thuận hợp tác năm 2019 giữa {ministries}, hai bên ký bản ghi nhớ năm 2023.",
        "Căn cứ Thỏa thuận hợp tác năm 2019 của {ministries}, hai bên ký bản ghi nhớ năm 2023.",
        "Trên cơ sở Thỏa thuận hợp tác Bộ Công an Việt Nam - Bộ Công an Lào, hai bên đã ký bản ghi nhớ năm 2023.",
        "Theo Thỏa thuận đã ký giữa {ministries}, {provinces} ký bản ghi nhớ năm 2023.",
        "Hai bên ký bản ghi nhớ năm 2023 giữa {provinces}, nhằm thực hiện Hiệp định hợp tác giữa {ministries}.",
        "Sau khi đánh giá việc thực hiện Hiệp định hợp tác giữa {ministries}, hai bên ký bản ghi nhớ năm 2023.",
    ],
)
def test_the_parties_of_a_cited_document_are_not_those_of_the_one_that_is_signed(sentence: str) -> None:
    found = _agreements(MEETING + sentence.format(ministries=" và ".join(MINISTRIES), provinces=" và ".join(PROVINCES)))
    assert [item.parties for item in found if item.status == "signed"] == [PROVINCES]
    assert all(item.parties == MINISTRIES for item in found if item.status == "referenced")


def test_a_document_of_the_two_ministries_that_are_not_named_is_not_that_of_the_provinces() -> None:
    found = _agreements(MEETING + "Hai bên tiếp tục thực hiện Kế hoạch hợp tác năm 2023 giữa hai Bộ Công an.")
    assert [item.parties for item in found] == [()]


def test_all_bodies_of_one_side_are_parties_and_no_body_of_the_next_clause() -> None:
    text = MEETING + (
        "Hai bên nhắc lại Thỏa thuận hợp tác năm 2019 giữa Công an tỉnh Quảng Trị và Công an các tỉnh Salavan, "
        "Savannakhet, Công an tỉnh Quảng Bình dự với tư cách quan sát viên."
    )
    (found,) = _agreements(text)
    assert found.parties == ("Công an tỉnh Quảng Trị", "Công an tỉnh Salavan", "Công an tỉnh Savannakhet")


def test_a_treaty_between_states_that_two_police_forces_carry_out_is_not_theirs() -> None:
    text = TALKS + "Hai bên tiếp tục thực hiện Hiệp định về Quy chế biên giới quốc gia Việt Nam - Lào."
    referenced = [item for item in _agreements(text) if item.status == "referenced"]
    assert [item.parties for item in referenced] == [()]


def test_all_mentions_of_one_document_keep_their_place_in_the_text() -> None:
    doc, dates, places, bodies = read_all(TALKS + "\n\nHai Giám đốc ký biên bản ghi nhớ. Ảnh: T.V")
    (found,) = extract_agreements(doc, places, bodies, dates)
    assert quotes(doc, found.spans) == ["Biên bản ghi nhớ về phòng, chống ma túy", "biên bản ghi nhớ"]
    assert found.as_written == quotes(doc, found.spans)[0]


def test_a_document_that_two_names_turn_out_to_mean_stands_where_it_was_first_named() -> None:
    text = (
        "Ngày 9/8/2018, Việt Nam và Lào ký thỏa thuận chung về nuôi ong rừng. Hai bên ký Bản ghi nhớ trồng chè Việt "
        "Nam - Lào. Hai bên ký Hiệp định khung rừng xanh (LBA). Thỏa thuận chung về nuôi ong rừng có tên gọi "
        "Hiệp định LBA."
    )
    bees, tea = _agreements(text)
    assert (bees.as_written, tea.as_written[:19]) == ("thỏa thuận chung về nuôi ong rừng", "Bản ghi nhớ trồng c")
    assert len(bees.spans) == 4
    assert list(bees.spans) == sorted(bees.spans)


def test_a_range_of_days_leaves_the_day_of_the_signing_open() -> None:
    (found,) = _agreements(
        "Từ ngày 14 đến 16/3/2023, tại Vinh, Công an tỉnh Nghệ An và Công an tỉnh Xiêng Khoảng (Lào) hội đàm. "
        "Hai bên ký Biên bản ghi nhớ về phòng, chống ma túy."
    )
    assert found.date is None


def test_the_ordinal_may_be_roman_in_one_place_and_arabic_in_another() -> None:
    (found,) = _agreements(
        "Ngày 14/3/2023, Công an tỉnh Nghệ An và Công an tỉnh Xiêng Khoảng (Lào) ký Biên bản hội đàm lần thứ V. "
        "Trưởng đoàn hai bên ký Biên bản hội đàm lần thứ 5 tại thành phố Vinh."
    )
    assert len(found.spans) == 2


def test_explain_hears_why_a_document_was_left_out() -> None:
    doc, dates, places, bodies = read_all("Hai bên tiếp tục thực hiện các thỏa thuận đã ký giữa Việt Nam và Lào.")
    assert extract_agreements(doc, places, bodies, dates) == ()
    assert doc.notes is not None
    whys = [note.why for note in doc.notes if note.field == "agreements" and not note.accepted]
    assert whys == ["several documents meant together"]


def test_of_an_event_of_several_days_the_signing_has_the_day_that_its_sentence_names() -> None:
    (fact,) = _agreements(
        "Trong hai ngày 27 và 28/11/2023, tại tỉnh Hủa Phăn (Lào), Bộ Quốc phòng hai nước tổ chức giao lưu.\n\n"
        "Sáng 28/11, Bộ Quốc phòng Việt Nam và Bộ Quốc phòng Lào đã ký Thỏa thuận hợp tác biên phòng."
    )
    assert (fact.status, fact.date) == ("signed", "2023-11-28")


def test_documents_of_a_row_carry_the_days_in_their_brackets() -> None:
    text = (
        "Ngày 9/8/2018, tại Hà Nội, đoàn Lào bắt đầu chuyến thăm Việt Nam. Đoàn có chín người. Đoàn ở lại ba ngày. "
        "Trời mát. Hai nước đã ký nhiều hiệp định như: Hiệp định trồng chè, Hiệp định làm muối (12/1972), hiệp định "
        "nuôi ong (3/5/2002), Hiệp định chăn voi (5/1979)."
    )
    assert [item.date for item in _agreements(text)] == [None, "1972-12", "2002-05-03", "1979-05"]


def test_the_year_of_a_document_is_not_that_of_the_one_before_it() -> None:
    text = (
        "Ngày 9/8/2018, Việt Nam và Lào họp. Hai bên đã ký Bản ghi nhớ về nuôi ong năm 2013 và Tuyên bố tầm nhìn chung "
        "về trồng chè năm 2015."
    )
    assert [item.date for item in _agreements(text)] == ["2013", "2015"]


def test_the_first_document_of_a_row_keeps_the_year_in_its_name() -> None:
    text = (
        "Ngày 9/8/2018, Việt Nam và Lào họp. Hai nước thực hiện Hiệp định về nuôi ong giữa Việt Nam và Lào (LBA) năm "
        "2010 và Hiệp định về trồng chè (LTA) năm 2012."
    )
    assert [item.date for item in _agreements(text)] == ["2010", "2012"]
