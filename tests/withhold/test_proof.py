"""The proof reads a file as a reader or a machine would, whatever hides the letters."""

from __future__ import annotations

import base64
import hashlib
import unicodedata
import zlib
from collections.abc import Callable

import pytest

from borderwire.errors import WithholdError
from borderwire.load.withheld import read_withheld
from borderwire.withhold import Forms, prove
from borderwire.withhold.folding import fold

ENTRY = b"- name: Mai V\xc4\x83n Ho\xc3\xa8\n  why: asked for\n  by: Lan\n"
FORMS = Forms(read_withheld(ENTRY))
WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})

TEXTS = [
    "Mai Văn          Hoè",
    "Mai\t\tVăn\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0Hoè",
    "Mai Văn\n        Hoè",
    "Mai Văn  /  Hoè",
    "Mai Văn | *** | Hoè",
    "    Mai Văn\n    Hoè",
    "Mai Văn&nbsp;Hoè",
    "Mai Văn&nbsp; &nbsp; &nbsp;Hoè",
    "Mai Văn<br>Hoè",
    "<td>Mai Văn</td><td>Hoè</td>",
    "Mai <del>Văn</del> Hoè",
    "M<!-- a <b> comment -->ai Văn Hoè",
    "M<!-- -->ai Văn Hoè",
    "<kbd>Mai</kbd> <kbd>Văn</kbd> <kbd>Hoè</kbd>",
    'Mai <img src="logo.png" alt=""> Văn Hoè',
    "<ruby>Mai<rp>(</rp><rt>may</rt><rp>)</rp></ruby> Văn Hoè",
    '<text><tspan x="1">Mai</tspan><tspan x="9">Văn Hoè</tspan></text>',
    "<p>Mai Văn</p><p>Hoè</p>",
    "<p>chào</p><b>M</b>ai Văn Hoè<p>Vâng</p>",
    "Mai &lt;b&gt;Văn&lt;/b&gt; Hoè",
    r'{"a": "Mai \u003cb\u003eVăn\u003c/b\u003e Hoè"}',
    "m&amp;#97;i Văn Hoè",
    "m&amp;amp;amp;#97;i Văn Hoè",
    "m%252561i Văn Hoè",
    '.a::before{content:"M\\61 i Văn Hoè"}',
    '.a::before{content:"\\00004dai V\\103n Hoè"}',
    r'a = "M\u{61}i Văn Hoè"',
    r'a = "\uff2dai Văn Hoè \ud835\udc0c"',
    'a = "M\\\nai Văn Hoè"',
    'a = "Mai " + "Văn " + "Hoè"',
    "Mai\u200e V\u2062ăn\ufe0f Hoè",
    "M\U000e0101ai Văn H\u034foè",
    "Mai Van Hoe".translate(WIDE),
    "𝐌ai Văn Hoè",
    "Ⓜai Văn Hoè",
    "Ṁai Văn Hoè",
    "Мai Văn Hoè",  # a Cyrillic em
    "МАІ VĂΝ НОÈ",
    "anhmaivanhoe1.jpg",
    "#ĐạitáMaiVănHoè",
    "#DaiTaMai_Văn_HoèThăm",
    "tuongmai-van-hoe.html",
    "%C4%91%E1%BA%A1it%C3%A1MaiV%C4%83nHo%C3%A8",
    "Mai V=C4=83n Ho=C3=A8",
    "=4D=61i V=C4=\n=83n=20Ho=C3=A8",
    "=?UTF-8?Q?Mai_V=C4=83n_Ho=C3=A8?=",
    "TWFpIFbEg24gSG/DqA==",
    "/api/data/TWFpIFbEg24gSG/DqA",
    "=?UTF-8?B?xJDhuqFpIHTDoSBNYWkgVsSDbiBIb8OoIHRoxINt?=",
    base64.b64encode(("Cơ quan đón tiếp đoàn. " * 9 + "Mai Văn Hoè" + " cùng đoàn." * 9).encode()).decode(),
    base64.encodebytes(("Cơ quan đón tiếp đoàn. " * 9 + "Mai Văn Hoè" + " cùng đoàn." * 9).encode()).decode(),
    "Μai Văn Ηoè",
    "<style>@import url(M%61i-van-hoe.css)</style>",
]


def held(content: bytes) -> bool:
    try:
        prove([("a.html", content)], FORMS, "withhold.yaml")
    except WithholdError:
        return True
    return False


@pytest.mark.parametrize("text", TEXTS)
def test_a_name_is_found_however_it_is_parted_or_escaped(text: str) -> None:
    assert held(f"<!doctype html>\n<p>Hội đàm\n{text}\n".encode())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1258", "utf-8-sig"])
def test_a_name_is_found_in_every_encoding_of_vietnamese(encoding: str) -> None:
    assert held("Cơ quan đón Mai Văn Hoè, nhân chư\u0301ng".encode(encoding))


@pytest.mark.parametrize(
    "text",
    [
        "Ông Mai. Văn bản của Hoè",
        "Cô Mai.</p><p>Văn Hoè",
        '["mai","van","hoe"]',
        "Mai Văn Hoèn",
        "Xmai Văn Hoè",
        "Mai Văn và Hoè",
        "mai%20va%20hoe &lt;b&gt; \\u0061",
        "#Xmai van hoe1x",
        "Xmai.van.hoen",
        "Khaimai vần hoè hoè",
    ],
)
def test_other_words_are_no_name(text: str) -> None:
    assert not held(text.encode())


@pytest.mark.parametrize(
    ("name", "others"),
    [
        (
            "Nguyễn Văn Hà",
            ["officials/nguyen-van-hai/", "nguyenvanhai", "bat-nguyen-van-hanh.html", "nguyenvanhanh.jpg"],
        ),
        ("Mai Văn Tuấn An", ["mai-van-tuan-anh", "maivantuananh.jpg", "#MaiVănTuấnAnh"]),
        ("Hoàng Văn Lan", ["thoangvanlan", "phoang-van-lan", "hoang-van-lang"]),
        ("Âu Văn Lịch", ["sauvanlich.jpg", "chau-van-lich"]),
    ],
)
def test_a_longer_name_is_another_one(name: str, others: list[str]) -> None:
    forms = Forms(read_withheld(f"- name: {name}\n  why: asked for\n  by: Lan\n".encode()))
    assert [other for other in others if forms.find(other)] == []
    joined = fold(name).replace(" ", "")
    for found in (f"tuong{joined}.jpg", f"{joined}gapgo", f"{joined}1.html", f"#{name.title().replace(' ', '')}"):
        assert forms.find(found), found


def test_the_message_names_the_line_on_which_a_broken_name_ends() -> None:
    with pytest.raises(WithholdError) as caught:
        prove([("a.html", "<p>\nMai Văn\n   Hoè\nkia\n".encode())], FORMS, "withhold.yaml")
    assert caught.value.problems[0].line == 3


def test_the_message_names_the_source_that_holds_it() -> None:
    with pytest.raises(WithholdError) as caught:
        told = [("seeds/a.txt", "không có gì"), ("seeds/b.txt", r"Có M\u{61}i Văn Hoè")]
        prove([("a.js", "Mai Văn Hoè".encode())], FORMS, "withhold.yaml", lambda: told)
    assert "seeds/b.txt" in caught.value.problems[0].message
    assert "seeds/a.txt" not in caught.value.problems[0].message


def test_no_letter_of_unicode_that_folds_to_a_consonant_of_the_name_escapes_the_quick_look() -> None:
    missed = []
    for code in range(0x80, 0x110000):
        char = chr(code)
        if not unicodedata.decomposition(char) and char.lower() == char and not 0x250 <= code < 0x2000:
            continue
        if set("mvnh") & set(fold(char)):
            name = next("mai văn hoè".replace(bone, char, 1) for bone in "mvnh" if bone in fold(char))
            if not FORMS.possible(name.encode()):
                missed.append(hex(code))
    assert missed == []


def test_nothing_that_does_not_show_stays_in_folded_text() -> None:
    # Up to Unicode 14, which the oldest Python here knows; later ones add controls of hieroglyphs.
    formats = [chr(code) for code in range(0x13439) if unicodedata.category(chr(code)) == "Cf"]
    assert [hex(ord(char)) for char in formats if fold(f"a{char}b") != "ab"] == []


@pytest.mark.parametrize("unit", ["&amp;", "%25", "\\", "<", "<!--", "<rt>", "\\u{61}", "Mai Văn ", "&", "mai \n "])
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    assert held((unit * (400_000 // len(unit)) + " <p>Mai Văn Hoè").encode())


@pytest.mark.parametrize("packed", [base64.b64encode, base64.urlsafe_b64encode])
def test_a_name_is_found_in_a_file_written_into_an_address(packed: Callable[[bytes], bytes]) -> None:
    picture = "<svg><title>Ông Mai Văn Hoè??>></title></svg>".encode()
    assert held(b'<img src="data:image/svg+xml;base64,' + packed(picture).rstrip(b"=") + b'" alt="">')
    assert not held(b'<img src="data:image/svg+xml;base64,' + packed(b"<svg/>") + b'" alt="">')


def test_the_d_of_old_vietnamese_fonts_is_found() -> None:
    forms = Forms(read_withheld("- name: Đỗ Văn Lịch\n  why: a\n  by: b\n".encode()))
    for name in ("Ɖỗ Văn Lịch", "ɖỗ văn lịch", "tuongdovanlich.jpg", "DoVanLichGapGo.jpg"):
        assert forms.redact(f"Ông {name}") != f"Ông {name}"
        with pytest.raises(WithholdError):
            prove([("a.html", name.encode())], forms, "withhold.yaml")


def test_a_lao_name_is_found_in_a_script_that_parts_no_words() -> None:
    forms = Forms(read_withheld("- name: ສົມພອນ ແກ້ວ\n  why: a\n  by: b\n".encode()))
    assert forms.redact("ທ່ານສົມພອນແກ້ວຢ້ຽມຢາມ") == "ທ່ານ[…]ຢ້ຽມຢາມ"
    assert forms.find("ທ່ານສົມພອນຢ້ຽມຢາມ") == []


def test_words_that_only_the_search_index_has_side_by_side_are_told_from_a_name_by_exact() -> None:
    forms = Forms(read_withheld(b"- name: Chan Thi\n  why: a\n  by: b\n"))
    with pytest.raises(WithholdError) as caught:
        told = [("seeds/a.txt", "Bàn chân, thi đua")]
        prove([("search/p/1.js", "x('chân thi=1;')".encode())], forms, "withhold.yaml", lambda: told)
    assert "exact: true" in str(caught.value.problems[0].hint)


def test_short_names_and_single_words_are_found_as_whole_words_only() -> None:
    forms = Forms(read_withheld("- name: Lê Na\n  why: a\n  by: b\n- name: Bounthong\n  why: a\n  by: b\n".encode()))
    for text in ("phimlenang.jpg", "#KhuVuonLêNamDu", "bounthongxay.html"):
        assert forms.find(text) == []
        prove([("a.html", text.encode())], forms, "withhold.yaml")


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


@pytest.mark.parametrize("lead", [b"", b"x"])
def test_a_name_among_what_a_file_says_of_itself_is_found(lead: bytes) -> None:
    wide = "Mai Văn Hoè".encode("utf-16-be")
    head = b"%PDF-1.7\n" + lead + b"1 0 obj <</Author "
    assert held(head + b"(\xfe\xff" + wide + b") /Title (x)>>")
    assert held(head + b"<FEFF" + wide.hex().encode() + b">>>")
    assert held(head + b"<" + b"Mai Van Hoe".hex().encode() + b">>>")
    assert not held(head + b"(\xfe\xff" + "Mai Văn Hùng".encode("utf-16-be") + b")>>")
    text = b"Author\0Mai Van Hoe"
    for letter in (b"r", b"\x01"):  # the first of the checksum, which may look like a letter
        chunk = len(text).to_bytes(4, "big") + b"tEXt" + text + letter + b"abc"
        assert held(b"\x89PNG\r\n\x1a\n" + chunk)


def test_compressed_texts_of_pictures_and_streams_of_a_pdf_are_unpacked() -> None:
    name = "Tác giả: Mai Văn Hoè".encode()
    international = chunk(b"iTXt", b"Author\0\1\0vi\0T\xc3\xa1c\0" + zlib.compress(name))
    old = chunk(b"zTXt", b"Author\0\0" + zlib.compress(name))
    for text in (international, old):
        assert held(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + text + chunk(b"IEND", b""))
    stream = b"1 0 obj\n<</Filter /FlateDecode>>\nstream\r\n%s\nendstream\nendobj\n"
    assert held(b"%PDF-1.7\n" + stream % zlib.compress(b"no name") + stream % zlib.compress(name))
    assert not held(b"%PDF-1.7\n" + stream % zlib.compress(b"no name") + stream % b"not deflated")


@pytest.mark.parametrize(
    "unit",
    [b"stream\n", b"endstream\n", b"stream\nendstream", b"TWFpIFbEg24gSG/DqA==", b"Aa/" * 99 + b"\n", b"=4D", b"=\n"],
)
def test_hostile_bytes_are_unpacked_to_their_end(unit: bytes) -> None:
    name = "\nMai Văn Hoè".encode()
    assert held(unit * (400_000 // len(unit)) + name)
    assert held(b"%PDF-1.4\n" + unit * (400_000 // len(unit)) + name)


def test_hashes_and_names_of_programs_are_no_base64_of_a_name() -> None:
    forms = Forms(read_withheld(b"- name: Le Na\n  why: a\n  by: b\n"))
    rows = "".join(f"sha384-{hashlib.sha384(b'%d' % number).hexdigest()} addEventListener " for number in range(500))
    prove([("a.js", rows.encode())], forms, "withhold.yaml")


def test_a_common_word_is_told_from_a_name_when_the_entry_is_exact() -> None:
    page = "<p>Mọi văn bản. Văn bản. van-ban</p>".encode()
    loose = Forms(read_withheld("- name: Văn Bản\n  why: a\n  by: b\n".encode()))
    with pytest.raises(WithholdError) as caught:
        prove([("a.html", page)], loose, "withhold.yaml")
    assert "exact: true" in str(caught.value.problems[0].hint)
    exact = Forms(read_withheld("- name: Văn Bản\n  exact: true\n  why: a\n  by: b\n".encode()))
    prove([("a.html", page)], exact, "withhold.yaml")
    for form in ("Văn Bản", "VĂN BẢN", "Văn <b>Bản</b>", "V&#259;n B&#7843;n", "VănBản", "#VĂNBẢN"):
        with pytest.raises(WithholdError):
            prove([("a.html", page + form.encode())], exact, "withhold.yaml")


def test_other_spellings_of_an_exact_entry_are_exact_too() -> None:
    entry = "- name: Văn Bản\n  also: [Van Ban, van-ban]\n  exact: true\n  why: a\n  by: b\n"
    exact = Forms(read_withheld(entry.encode()))
    assert exact.redact("Văn bản. Ông Van Ban, seeds/ong-van-ban-thu.txt") == "Văn bản. Ông […], seeds/ong-[…]-thu.txt"


def test_the_tone_of_an_exact_name_may_stand_on_either_vowel() -> None:
    exact = Forms(read_withheld("- name: Mai Hòa\n  exact: true\n  why: a\n  by: b\n".encode()))
    assert exact.find("Ông Mai Hoà đến") != []
    assert exact.find("Ông Mai Hoa đến") == []
    assert exact.find("ông mai hoà đến") == []


def test_ordinary_pages_are_passed_by_a_quick_look(monkeypatch: pytest.MonkeyPatch) -> None:
    page = '<p class="lead">Công an tỉnh Sơn La &amp; Lào, <a href="/a/?b=1&amp;c=2">xem&nbsp;thêm</a></p>'.encode()
    monkeypatch.setattr(Forms, "line_of", lambda *_: pytest.fail("read in full"))
    prove([("a" * 3, page * 50)], Forms(read_withheld(ENTRY)), "withhold.yaml")
