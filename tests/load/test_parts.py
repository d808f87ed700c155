"""Title, outlet, byline and photos of an article are those its blocks say."""

from __future__ import annotations

import pytest

from borderwire.load import parse_text
from borderwire.model import Article

BODY = "Ngày 3/2, hai đồn biên phòng giao lưu tại sân bản Na Hỳ, xã Mường Lạn.\n\nCuộc gặp kéo dài một buổi sáng.\n\n"


def _read(text: str) -> Article:
    return parse_text(text.encode(), "seeds/a.txt")


def test_what_a_text_does_not_have_is_none() -> None:
    article = _read(BODY)
    assert (article.title, article.lead, article.outlet, article.byline, article.photos) == (None, None, None, (), ())


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("(MLO) - " + BODY, "MLO"),
        ("Hà Nội (TTXVN) - " + BODY, "TTXVN"),
        ("VOV.VN - " + BODY, "VOV.VN"),
        ("(Baomuonglan.vn) – " + BODY, "Baomuonglan.vn"),
        ("Theo phóng viên TTXVN tại Lào, " + BODY, "TTXVN"),
        (BODY + "Minh An (TTXVN)", "TTXVN"),
        (BODY + "Theo VnExpress", "VnExpress"),
        (BODY + "Minh An (theo VnExpress)", "VnExpress"),
        ("Theo TTXVN, " + BODY, "TTXVN"),
        ("Theo báo Mường Lạn, " + BODY, "báo Mường Lạn"),
        ("Theo Công an tỉnh, " + BODY, None),
        ("(Báo Mường Lạn) " + BODY, "Báo Mường Lạn"),
        ("(Báo Mường Lạn)- " + BODY, "Báo Mường Lạn"),
        ("Mường Lạn TV - " + BODY, "Mường Lạn TV"),
        ("Hai bản chung rừng\n\nBáo Mường Lạn điện tử\n\n" + BODY.strip() + " " + BODY, "Báo Mường Lạn điện tử"),
        (BODY + "Lễ chào cờ\nẢnh: Hải An - TTXVN", "TTXVN"),
        ("(BĐBP) - " + BODY, None),
        ("Tiền Phong - " + BODY, "Tiền Phong"),
        ("Thanh niên - Phụ nữ hai bản cùng trồng rừng. " + BODY, None),
        (BODY + "Lễ chào cờ\nẢnh: Hải An", None),
    ],
)
def test_the_outlet_is_named_as_the_text_names_it(text: str, outlet: str | None) -> None:
    assert _read(text).outlet == outlet


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        ("Quang Hải - Minh An", ("Quang Hải", "Minh An")),
        ("Quang Hải, Minh An và Thu Bình", ("Quang Hải", "Minh An", "Thu Bình")),
        ("Bài, ảnh: QUANG HẢI", ("QUANG HẢI",)),
        ("PV", ("PV",)),
        ("Q.H", ("Q.H",)),
        ("Minh An (tổng hợp)", ("Minh An",)),
        ("Minh An/TTXVN", ("Minh An",)),
        ("Theo TTXVN", ()),
    ],
)
def test_the_byline_holds_persons_only(signed: str, names: tuple[str, ...]) -> None:
    assert _read(BODY + signed).byline == names


def test_a_photo_knows_its_caption_and_its_credit_by_their_offsets() -> None:
    article = _read(BODY + "Lễ chào cờ đầu năm. (Ảnh: Q.H)\n\n" + BODY)
    (photo,) = article.photos
    assert (photo.caption, photo.credit) == ("Lễ chào cờ đầu năm.", "Q.H")
    assert photo.caption_span and photo.credit_span
    assert article.text[slice(*photo.caption_span)] == photo.caption
    assert article.text[slice(*photo.credit_span)] == "(Ảnh: Q.H)"


def test_two_settings_of_one_caption_are_one_photo() -> None:
    twice = "Hai bên trao quà cho bà con bản Na Hỳ\nHai bên trao quà cho bà con bản Na Hỳ.\nẢnh: Q.H\n\n"
    (photo,) = _read(BODY + twice + BODY).photos
    assert (photo.caption, photo.credit) == ("Hai bên trao quà cho bà con bản Na Hỳ.", "Q.H")


def test_the_row_below_a_picture_in_a_table_is_its_caption() -> None:
    text = "Hai bản chung rừng\n\n" + BODY + "![]() |\n| Đội trưởng nói trước giờ lên đường. |\n\n" + BODY
    article = _read(text)
    assert [photo.caption for photo in article.photos] == ["Đội trưởng nói trước giờ lên đường."]
    (photo,) = article.photos
    assert photo.caption_span is not None
    assert article.text[slice(*photo.caption_span)] == photo.caption


def test_a_line_that_points_at_somebody_is_a_caption() -> None:
    long = (
        "Hai bản họp bàn việc giữ rừng đầu nguồn, chia nhau từng khoảnh, cắt cử người trông nom quanh năm suốt tháng."
    )
    text = f"Hai bản chung rừng\n\n{BODY}{long}\n\n" + "Ông Lò A (bên phải) trao hạt giống cho ông Vừ B.\n\n" + BODY
    assert [photo.caption for photo in _read(text).photos] == ["Ông Lò A (bên phải) trao hạt giống cho ông Vừ B."]
