"""The shipped data: what a reader of the genre expects to be known, seen through invented sentences."""

from __future__ import annotations

import re

import pytest

from borderwire.gazetteer import Hit, load_gazetteer
from borderwire.text import key


def hits(text: str) -> list[Hit]:
    words = [key(word) for word in re.findall(r"[^\W\d_]+|\d+|[^\w\s]|_", text)]
    return load_gazetteer().matcher.scan(words, [index == 0 for index in range(len(words))])


def found(text: str, *kinds: str) -> list[str]:
    """The first meanings of those kinds, as ids in order."""
    entries = [entry for hit in hits(text) for kind in kinds if (entry := hit.of(kind)) is not None]
    return [entry.id for entry in entries]


def test_there_are_63_old_provinces_34_new_ones_and_18_in_laos() -> None:
    provinces = load_gazetteer().provinces.values()
    vietnamese = [row for row in provinces if row.country == "VN"]
    assert len([row for row in vietnamese if not row.successors]) == 63
    assert len([row for row in vietnamese if row.valid_until is None]) == 34
    assert len([row for row in provinces if row.country == "LA"]) == 18


def test_every_old_province_ends_in_provinces_of_today() -> None:
    provinces = load_gazetteer().provinces

    def heirs(ident: str) -> set[str]:
        row = provinces[ident]
        after = [row.merged_into] if row.merged_into else list(row.successors)
        return {ident} if row.valid_until is None else set().union(*(heirs(other) for other in after))

    assert all(heirs(ident) for ident in provinces)
    assert heirs("VN-x-binh-tri-thien") == {"VN-25", "VN-26"}
    assert heirs("VN-15") == {"VN-HN"}


@pytest.mark.parametrize(
    ("old", "new"),
    [("VN-27", "VN-DN"), ("VN-28", "VN-29"), ("VN-24", "VN-25"), ("VN-14", "VN-68"), ("VN-43", "VN-SG")],
)
def test_merged_provinces_know_where_they_went(old: str, new: str) -> None:
    row = load_gazetteer().provinces[old]
    assert (row.valid_until, row.merged_into) == ("2025-06-30", new)


def test_the_ten_old_provinces_on_the_border_have_lao_neighbours() -> None:
    provinces = load_gazetteer().provinces
    on_border = {row.id for row in provinces.values() if row.country == "VN" and row.borders}
    old = {"VN-71", "VN-05", "VN-21", "VN-22", "VN-23", "VN-24", "VN-25", "VN-26", "VN-27", "VN-28"}
    assert on_border == old | {"VN-DN", "VN-29"}
    assert provinces["LA-BL"].borders == ("VN-22", "VN-23")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("UBND TP.HCM", ["VN-SG"]),
        ("tỉnh Thừa Thiên - Huế", ["VN-26"]),
        ("tỉnh Thừa Thiên – Huế", ["VN-26"]),
        ("T.T.Huế và Bà Rịa-Vũng Tàu", ["VN-26", "VN-43"]),
        ("Đăk Lăk, Đắc Lắc, Dak Lak, Đắk Nông, Đăc Nông", ["VN-33", "VN-33", "VN-33", "VN-72", "VN-72"]),
        ("Lào Cai chứ không phải Lào", ["VN-02"]),
        ("các tỉnh Quảng Nam - Đà Nẵng", ["VN-27", "VN-DN"]),
        ("Gia Lai - Kon Tum", ["VN-30", "VN-28"]),
        ("Hà Nam - Ninh Bình, Hà Nam Ninh", ["VN-63", "VN-18", "VN-x-ha-nam-ninh"]),
        ("Bình - Trị - Thiên", ["VN-x-binh-tri-thien"]),
        ("Thái Bình Dương", []),
        ("thị xã Điện Biên Phủ", []),
        ("CÔNG NGHỆ AN TOÀN, TƯƠNG LAI CHÂU Á", []),
        ("Viêng Chăn, Vientiane", ["LA-VT", "LA-VT"]),
        ("Xa-vẳn-na-khệt, Savannakhet, Sạ Vẳn Nạ Khệt", ["LA-SV", "LA-SV", "LA-SV"]),
        ("Bôlikhămxay, Bo Ly Kham Say, Borikhamxay", ["LA-BL", "LA-BL", "LA-BL"]),
        ("Luang Prabang, Luông Phabang", ["LA-LP", "LA-LP"]),
        ("xieng khoang, Siêng Khoảng", ["LA-XI", "LA-XI"]),
    ],
)
def test_provinces_are_found_in_their_spellings(text: str, ids: list[str]) -> None:
    assert found(text, "province") == ids


def test_the_city_of_a_province_is_a_second_meaning_that_wants_a_cue() -> None:
    (hit,) = hits("Thái Nguyên")
    assert [(entry.kind, entry.id, entry.cue) for entry in hit.entries] == [
        ("province", "VN-69", False), ("district", "VN-69.thai-nguyen", True),
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["hòa bình", "thái bình", "hải dương", "cao bằng", "bình định"])
def test_names_that_are_words_count_with_capitals_only(word: str) -> None:
    (hit,) = hits(word)
    assert hit.entry.capital


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("huyện Tây Giang", ["VN-27.tay-giang"]),
        ("huyện Đăk Glei và huyện Đakrông", ["VN-28.dak-glei", "VN-25.da-krong"]),
        ("huyện Đặc-chưng, huyện Ka Lum", ["LA-XE.dakcheung", "LA-XE.kaleum"]),
        ("huyện Xầm Tớ, huyện Nhôm Ma Lạt", ["LA-HO.xamtai", "LA-KH.nhommalath"]),
    ],
)
def test_districts_of_both_sides_are_known(text: str, ids: list[str]) -> None:
    assert found(text, "district") == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("cửa khẩu quốc tế Na Mèo - Nậm Xôi", ["na-meo", "na-meo"]),
        ("cửa khẩu Lao Bảo – Đen Sạ Vẳn", ["lao-bao", "lao-bao"]),
        ("cửa khẩu Bờ Y, cửa khẩu Lóng Sập", ["bo-y", "long-sap"]),
    ],
)
def test_gates_are_known_by_the_names_of_both_sides(text: str, ids: list[str]) -> None:
    assert found(text, "gate") == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Thiếu tướng Lê A, đại tá B, THƯỢNG TÁ C, Đại uý D", ["thieu-tuong", "dai-ta", "thuong-ta", "dai-uy"]),
        ("Thượng sỹ E, Chuẩn Đô đốc F", ["thuong-si", "chuan-do-doc"]),
    ],
)
def test_ranks_are_found_however_they_are_written(text: str, ids: list[str]) -> None:
    assert found(text, "rank") == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Uỷ viên BTV Tỉnh uỷ", ["uy-vien-ban-thuong-vu-tinh-uy"]),
        ("Phó Chủ tịch Thường trực UBND tỉnh", ["pho-chu-tich-thuong-truc"]),
        ("Tỉnh uỷ viên, Phó Giám đốc Công an tỉnh", ["tinh-uy-vien", "pho-giam-doc"]),
        ("nguyên Phó Giám đốc, quyền Cục trưởng", ["pho-giam-doc", "cuc-truong"]),
        ("Phó Tư lệnh Thường trực BĐBP", ["pho-tu-lenh"]),
        ("Bí thư, Tỉnh trưởng tỉnh Khăm Muộn", ["bi-thu", "tinh-truong"]),
        ("Phó trưởng Công an huyện", ["pho-truong-cong-an"]),
        ("Chính uỷ Bộ Chỉ huy BĐBP tỉnh", ["chinh-uy"]),
        ("Ban Giám đốc Công an tỉnh họp", []),
        ("đại sứ thương hiệu, hạ sĩ quan", []),
    ],
)
def test_offices_are_found_with_their_deputies_and_former_holders(text: str, ids: list[str]) -> None:
    assert found(text, "office") == ids


def test_heads_of_delegations_are_roles_and_no_offices() -> None:
    offices = load_gazetteer().offices
    assert {ident for ident, office in offices.items() if office.role} == {
        "truong-doan", "pho-truong-doan", "thanh-vien-doan", "truong-tieu-ban", "pho-truong-tieu-ban",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Công an tỉnh Nghệ An", ["police-province"]),
        ("Công an TP.Đà Nẵng", ["police-city"]),
        ("Công an các tỉnh, thành phố", ["police-province"]),
        ("Công an huyện, công an các xã biên giới", ["police-district", "police-commune"]),
        ("Ty An ninh tỉnh, Sở An ninh tỉnh", ["security-province", "security-province"]),
        ("An ninh huyện", ["security-district"]),
        ("Ban Chỉ huy Bộ đội Biên phòng tỉnh", ["border-guard-command-province"]),
        ("BĐBP tỉnh, Bộ CHQS tỉnh", ["border-guard-province", "military-command-province"]),
        ("Đồn Biên phòng cửa khẩu quốc tế, Đại đội Biên phòng 321", ["border-post", "border-company"]),
        ("Bộ Ngoại giao, Bộ Quốc phòng, Sở Ngoại vụ", ["ministry", "ministry", "department-province"]),
        ("Bộ Văn hóa Thể thao và Du lịch", ["ministry"]),
        ("Phòng PC04 Công an tỉnh", ["police-division", "police-province"]),
        ("Tỉnh uỷ, HĐND, UBND", ["party-provincial", "peoples-council", "peoples-committee"]),
        ("UBMTTQ Việt Nam tỉnh", ["fatherland-front-province"]),
    ],
)
def test_bodies_are_found_by_the_heads_of_their_names(text: str, ids: list[str]) -> None:
    assert found(text, "body") == ids


@pytest.mark.parametrize(
    ("text", "ident", "agreement"),
    [
        ("Bản ghi nhớ hợp tác", "memorandum", True),
        ("biên bản hợp tác phòng chống ma tuý", "minutes-cooperation", True),
        ("Thoả thuận hợp tác", "agreement", True),
        ("Hiệp định về quy chế", "treaty-agreement", True),
        ("kế hoạch phối hợp", "plan-cooperation", True),
        ("Thông tư liên tịch", "circular", False),
        ("lập biên bản", "record-criminal", False),
        ("hợp đồng kinh tế", "contract", False),
    ],
)
def test_documents_are_told_apart(text: str, ident: str, agreement: bool) -> None:
    assert found(text, "document")[0] == ident
    assert load_gazetteer().documents[ident].agreement is agreement


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("hai bên ký kết biên bản ghi nhớ", ["sign"]),
        ("lễ ký kết", ["sign"]),
        ("hai bên sẽ ký", ["plan"]),
        ("trên cơ sở thoả thuận", ["refer"]),
        ("trao đổi biên bản", ["exchange"]),
        ("khánh thành và bàn giao", ["hand-over"]),
    ],
)
def test_acts_on_documents_leave_the_document_to_itself(text: str, ids: list[str]) -> None:
    assert found(text, "act") == ids


def test_countries_are_found_in_their_long_and_short_names() -> None:
    text = "CHDCND Lào, nước Cộng hoà Dân chủ Nhân dân Lào, nước bạn, CHXHCN Việt Nam, Cam-pu-chia"
    assert found(text, "country") == ["LA", "LA", "LA", "VN", "KH"]


@pytest.mark.parametrize("name", ["Nguyễn", "Vừ", "Giàng", "Lò", "Quàng", "Hồ", "Siu", "Pờ", "Sùng", "Moong"])
def test_family_names_of_many_peoples_are_known(name: str) -> None:
    assert key(name) in load_gazetteer().surnames


def test_the_gazetteer_is_read_once_and_is_the_same_each_time() -> None:
    assert load_gazetteer() is load_gazetteer()


def test_a_scan_of_hostile_text_takes_linear_time() -> None:
    words = ["công", "an", "-"] * 100_000
    assert load_gazetteer().matcher.scan(words, [False] * len(words))
