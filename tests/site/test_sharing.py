"""A site that knows its address tells other programs of itself: previews, linked data, a feed, a sitemap."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageChops, ImageDraw

from borderwire.model import Archive, DateFact
from borderwire.site import SiteSettings, Theme, render_site, urls
from borderwire.site.previews import Preview, Words, draw_preview
from borderwire.site.sharing import sitemap
from tests.site import fixtures

BASE = "https://example.org/kho/"
SETTINGS = SiteSettings(title="Hai <bờ>", languages=("vi", "en", "lo"), base_url=BASE, page_size=10)
ATOM = "{http://www.w3.org/2005/Atom}"


def rendered(archive: Archive, settings: SiteSettings = SETTINGS) -> dict[str, bytes]:
    return {file.path: file.content for file in render_site(archive, settings, Theme(None), fixtures.TERMS)}


@pytest.fixture(scope="module")
def shared(archive: Archive) -> dict[str, bytes]:
    return rendered(archive)


def linked(files: dict[str, bytes], path: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', files[path].decode())
    assert found
    data: dict[str, object] = json.loads(found.group(1))
    return data


def test_every_preview_that_a_page_names_is_a_picture_of_the_site(shared: dict[str, bytes]) -> None:
    named = set()
    for path, content in shared.items():
        if path.endswith(".html") and path != urls.NOT_FOUND:
            found = re.findall(r'<meta property="og:image" content="([^"]+)">', content.decode())
            assert len(found) == 1, path
            named.add(found[0].removeprefix(BASE))
    assert named == {path for path in shared if path.startswith("previews/")}
    for path in named:
        assert Image.open(BytesIO(shared[path])).size == (1200, 630)


def test_every_article_has_a_picture_of_its_own_where_the_site_wants_it(archive: Archive) -> None:
    files = rendered(archive, replace(SETTINGS, previews="articles"))
    for entry in archive.entries:
        path = urls.article_preview(entry.id)
        assert f'<meta property="og:image" content="{BASE}{path}">'.encode() in files[urls.article(entry.id)]
        assert path in files


def test_a_site_that_does_not_know_its_address_names_none(archive: Archive) -> None:
    files = rendered(archive, replace(SETTINGS, base_url=None))
    assert not [path for path in files if path.endswith((".atom", ".xml")) or path.startswith("previews/")]
    for word in (b"og:image", b"og:url", b"twitter:card", b"ld+json", b"atom+xml"):
        assert not [path for path, content in files.items() if path.endswith(".html") and word in content], word


def test_linked_data_says_what_the_record_says(archive: Archive, shared: dict[str, bytes]) -> None:
    for entry in archive.entries:
        data, record = linked(shared, urls.article(entry.id)), entry.record
        assert data["url"] == f"{BASE}{urls.article(entry.id)}"
        other = linked(shared, "en/" + urls.article(entry.id))
        assert other["url"] == f"{BASE}en/{urls.article(entry.id)}" and "mentions" not in other
        assert ("headline" in data) is not entry.label_made
        assert ("datePublished" in data) <= bool(record.published or entry.article.metadata.published)
        assert str(data.get("temporalCoverage", "")).split("/")[0] == (record.event_date.value or "")
        rows = data.get("mentions", [])
        assert isinstance(rows, list)
        people = [row["name"] for row in rows if row["@type"] == "Person"]
        assert people == [official.name for official in record.officials]


def test_hostile_words_stay_inside_linked_data(shared: dict[str, bytes]) -> None:
    for path, content in shared.items():
        for script in re.findall(r'ld\+json">(.*?)</script>', content.decode()) if path.endswith(".html") else []:
            assert not set("<>&") & set(script), path


def test_the_feed_holds_the_articles_of_which_a_day_is_known_newest_first(
    archive: Archive, shared: dict[str, bytes]
) -> None:
    for folder in ("", "en/", "lo/"):
        root = ET.fromstring(shared[f"{folder}feed.atom"])
        days = [row.findtext(f"{ATOM}updated") or "" for row in root.iter(f"{ATOM}entry")]
        assert days
        assert days == sorted(days, reverse=True)
        assert root.findtext(f"{ATOM}updated") == days[0]
        for row in root.iter(f"{ATOM}entry"):
            assert (row.findtext(f"{ATOM}id") or "").removeprefix(BASE) in shared
    assert len(days) <= sum(
        len(entry.date or "") == 10 or entry.record.published is not None for entry in archive.entries
    )


def test_an_archive_without_a_day_has_no_feed_and_names_none() -> None:
    files = rendered(Archive((), (), (), (), ()))
    assert "feed.atom" not in files
    assert b"feed.atom" not in files["index.html"]


def test_the_sitemap_names_every_page_but_the_one_not_found(shared: dict[str, bytes]) -> None:
    found = {node.text for node in ET.fromstring(shared["sitemap.xml"]).iter() if node.tag.endswith("loc")}
    assert found == {BASE + path for path in shared if path.endswith(".html") and path != urls.NOT_FOUND}


def test_a_site_too_large_for_one_sitemap_has_an_index_of_several() -> None:
    files = {file.path: file.content for file in sitemap(BASE, [f"x/{number}.html" for number in range(50_001)])}
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert files["sitemap.xml"].count(b"<sitemap>") == 2
    assert files["sitemap-2.xml"].count(b"<url>") == 1


def test_the_same_words_give_the_same_picture_and_others_another() -> None:
    one = Preview("Hội đàm ຜົ້ງສາລີ", "Hai bờ", "12/5/2024", ("Nghệ An",), ("Hủa Phăn",))
    assert draw_preview(one) == draw_preview(one)
    assert draw_preview(one) != draw_preview(replace(one, title="Hội nghị"))


@pytest.mark.parametrize("text", ["", "x" * 400, "Công an " * 80])
def test_words_never_run_out_of_the_picture(text: str) -> None:
    words = Words("be-vietnam-pro", 30, 400)
    rows = words.fitted(text, 2, 500)
    assert len(rows) <= 2
    assert max(words.length(row) for row in rows) <= 500
    assert draw_preview(Preview(text, text, text, (text,), (text,)))


@pytest.mark.parametrize("family", ["borderwire-serif", "be-vietnam-pro"])
@pytest.mark.parametrize(
    "text", ["ກອງບັນຊາການປ້ອງກັນຄວາມສະຫງົບແຂວງຫົວພັນ" * 4, "https://example.org/" + "a" * 300, "Một tên " * 60]
)
def test_no_line_of_a_preview_is_wider_than_its_room(family: str, text: str) -> None:
    words = Words(family, 52, 600)
    lines = words.fitted(text, 4, 900)
    assert len(lines) == 4 and lines[-1].endswith(" …")
    assert all(words.length(line) <= 900 for line in lines)
    assert not any(line[0] in "ັິີຶືົໍຸູ່້ຼ" for line in lines)


def test_a_list_that_is_cut_ends_without_the_sign_between_its_parts() -> None:
    words = Words("be-vietnam-pro", 32, 600)
    assert words.fitted("Savannakhet · Salavan · Champasak", 1, 450) == ["Savannakhet · Salavan …"]


def test_marks_of_lao_stand_over_and_under_their_own_letter() -> None:
    """Ink of a mark alone: what the syllable has more than its consonant."""

    def ink(text: str) -> tuple[int, int, int, int]:
        image = Image.new("L", (400, 300), 255)
        Words("be-vietnam-pro", 100, 600).draw(ImageDraw.Draw(image), (50, 200), text, 0)
        bare = Image.new("L", (400, 300), 255)
        Words("be-vietnam-pro", 100, 600).draw(ImageDraw.Draw(bare), (50, 200), "ນ", 0)
        box = ImageChops.difference(image, bare).getbbox()
        assert box is not None
        return box

    width = Words("be-vietnam-pro", 100, 600).length("ນ")
    assert Words("be-vietnam-pro", 100, 600).length("ນີ້") == width
    for mark in "ັິີຶືົໍຸູ່້ຼ":
        left, top, right, bottom = ink("ນ" + mark)
        assert 50 + width / 2 - 12 <= (left + right) / 2 <= 50 + width / 2 + 12, mark
        assert bottom <= 150 if mark not in "ຸູຼ" else top >= 195, mark
    assert ink("ນີ້")[1] < ink("ນີ")[1] - 10 and ink("ນີ້")[3] == ink("ນີ")[3]  # the tone stands over the vowel


def test_linked_data_does_not_tell_the_day_of_the_paper_as_that_of_the_event(archive: Archive) -> None:
    first, *others = archive.entries
    late = replace(first, record=replace(first.record, event_date=DateFact("2025-08-15", "published"), event_end=None))
    files = rendered(replace(archive, entries=(late, *others)))
    assert linked(files, urls.article(late.id))["temporalCoverage"] == "2025"
