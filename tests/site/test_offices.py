"""Offices and bodies in the page's language: read with what stands around them, or left as written."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from borderwire.gazetteer import load_gazetteer
from borderwire.site import Theme
from borderwire.site.languages import Language
from borderwire.site.names import Names, Terms

TERMS = Terms.of(load_gazetteer())
EN, LO, VI = (Names(TERMS, Language(code, "", Theme(None))) for code in ("en", "lo", "vi"))


@pytest.mark.parametrize(
    ("written", "body", "gloss"),
    [
        ("Trưởng Công an quận", "Công an quận Gò Vấp", "Chief of police"),
        ("Phó trưởng Công an huyện", "Công an huyện Kỳ Sơn", "Deputy chief of police"),
        ("Trưởng Đồn Công an", "Đồn Công an Cửa khẩu", "Head"),
        ("Cán bộ Công an huyện", "Công an huyện Kỳ Sơn", "Officer"),
        ("Nguyên Phó trưởng phòng", "Phòng CSĐT", "former Deputy head of division"),
        ("Cựu Thứ trưởng", "Bộ Công an", "former Deputy Minister"),
        ("Quyền Bộ trưởng", "Bộ Tài chính", "acting Minister"),
        ("Bộ trưởng Ngoại giao", None, "Minister of Foreign Affairs"),
        ("Trợ lý Bộ trưởng Ngoại giao", None, "Assistant Minister of Foreign Affairs"),
        ("Tổng Bí thư Đảng Cộng sản", None, "General Secretary, Communist Party"),
        ("Bộ trưởng Bộ Quốc phòng", None, "Minister of National Defence"),
        ("Thứ trưởng Quốc phòng", "Bộ Quốc phòng", "Deputy Minister of National Defence"),
        ("Viện trưởng", "Viện Kiểm sát nhân dân tỉnh Nghệ An", "Head of the procuracy"),
        ("Phó Viện trưởng", "VKSND tỉnh Nghệ An", "Deputy head of the procuracy"),
        ("Viện trưởng", "Viện Chiến lược", "Head of the institute"),
        ("Viện trưởng", None, "Head of the institute or procuracy"),
        ("Bí thư Tỉnh uỷ", "Tỉnh uỷ Nghệ An", "Party Secretary"),
        ("Bí thư", "Đoàn Thanh niên Công an tỉnh Nghệ An", "Youth Union secretary"),
        ("Bí thư", "Chi đoàn Đồn Biên phòng Nậm Lạ", "Youth Union secretary"),
        ("Phó Chỉ huy trưởng kiêm Tham mưu trưởng", "BĐBP tỉnh Nghệ An", "Deputy Commander and Chief of Staff"),
        ("Bộ trưởng, Chủ nhiệm", "Ủy ban Dân tộc", "Minister and Chairman"),
        ("Tỉnh trưởng", "tỉnh Hủa Phăn", "Governor"),
        ("Trưởng Nhóm lạ", "Nhóm lạ", "Head"),
        ("Người gác lạ", "Nhóm lạ", None),
    ],
)
def test_an_office_is_read_with_the_words_around_it(written: str, body: str | None, gloss: str | None) -> None:
    assert EN.office(written, body) == gloss
    assert VI.office(written, body) is None


def test_the_place_of_a_body_that_an_office_names_is_marked_and_not_written_as_text() -> None:
    gloss = EN.office("Chủ tịch UBND tỉnh Nghệ An")
    assert isinstance(gloss, Markup)
    assert gloss == 'Chairman, Provincial people&#39;s committee, <span lang="vi">Nghệ An</span>'
    assert EN.office("nguyên Chủ tịch UBND tỉnh Nghệ An") == Markup("former ") + gloss


def test_another_language_names_the_ministry_as_its_catalogue_does() -> None:
    assert LO.office("Bộ trưởng Ngoại giao") == "ລັດຖະມົນຕີ, ກະຊວງການຕ່າງປະເທດ"
    assert LO.organization("Sở Ngoại vụ Nghệ An") == 'ພະແນກການຕ່າງປະເທດ, <span lang="vi">Nghệ An</span>'


@pytest.mark.parametrize(
    ("written", "gloss"),
    [
        ("Công an quận Hoàn Kiếm", 'District police, <span lang="vi">Hoàn Kiếm</span>'),
        ("Thành ủy Hà Nội", 'City Party Committee, <span lang="vi">Hà Nội</span>'),
        ("Đồn Biên phòng Nậm Lạ", 'Border post, <span lang="vi">Nậm Lạ</span>'),
        (
            "Đồn Biên phòng cửa khẩu Nậm Lạ, BĐBP Nghệ An",
            'Border post, <span lang="vi">cửa khẩu Nậm Lạ</span>, border guard, <span lang="vi">Nghệ An</span>',
        ),
        ("huyện Kỳ Sơn", '<span lang="vi">Kỳ Sơn</span>'),
        ("Sở Ngoại vụ Nghệ An", 'Department of foreign affairs, <span lang="vi">Nghệ An</span>'),
        ("Cục Cảnh sát điều tra tội phạm ma tuý", "Counter-Narcotics Police Department"),
        (
            "Cục Phòng, chống ma túy, Bộ An ninh Lào",
            "Counter-Narcotics Police Department, Ministry of Public Security, Laos",
        ),
        (
            "Phòng CSHS (Công an Nghệ An)",
            'Criminal police division, police, <span lang="vi">Nghệ An</span>',
        ),
        ("Công an TP.Đà Nẵng", 'City police, <span lang="vi">Đà Nẵng</span>'),
        ("Công an Thủ đô Viêng Chăn", "Police, Vientiane Capital"),
        ("Công an huyện Lạ Lùng", 'District police, <span lang="vi">Lạ Lùng</span>'),
        ("Thành phố Đà Nẵng", '<span lang="vi">Đà Nẵng</span>'),
        ("Đồn Biên phòng đóng tại Nậm Lạ", None),
        ("Nhóm lạ Nậm Lạ", None),
    ],
)
def test_a_body_is_read_with_the_name_of_its_place(written: str, gloss: str | None) -> None:
    assert EN.organization(written) == gloss
