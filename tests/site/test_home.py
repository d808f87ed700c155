"""The home page: what stands out and why, the main pairs, the ways in."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from borderwire.gazetteer import load_gazetteer
from borderwire.site import SiteSettings, Theme, render_site
from borderwire.site.names import Terms
from tests.records import agreement
from tests.resolve.making import archive_of, meeting, officer, told

VI = SiteSettings(title="x", languages=("vi",))
SETTINGS = SiteSettings(title="x", languages=("en", "vi", "lo"), language="en")


@pytest.fixture(scope="module")
def home() -> str:
    chief = officer("Lò Văn Xuyến", "VN-05")
    signed = agreement("biên bản ghi nhớ năm 2021", "2021-04-02", "Công an tỉnh Nghệ An", "Công an tỉnh Hủa Phăn")
    rows = [
        *(meeting(f"told{n}", "2019-05-06", "VN-05", "LA-HO", outlet=f"Báo {n}", officials=(chief,)) for n in range(3)),
        meeting("signed", "2021-04-02", "VN-22", "LA-HO", agreements=(signed,)),
        *(meeting(f"inland{n}", f"2022-04-{n:02}", "VN-HN", outlet=f"Báo {n}") for n in range(1, 3)),
        *(meeting(f"plain{n}", f"2023-0{n}-02", "VN-22", "LA-XI") for n in range(1, 7)),
        meeting("far", "2018-03-03", "VN-HN", "LA-BK"),
    ]
    files = render_site(archive_of(rows), SETTINGS, Theme(None), Terms.of(load_gazetteer()))
    return next(file.content.decode() for file in files if file.path == "index.html")


def _part(page: str, start: str) -> str:
    at = page.index(start)
    return page[at : page.index("</section>", at)]


def test_what_stands_out_is_what_several_articles_tell_and_what_was_signed_with_the_reason(home: str) -> None:
    part = _part(home, 'id="front-highlights"')
    items = re.findall(r"<li>.*?</li>", part, re.DOTALL)
    assert len(items) == 2
    assert "Told by 3 articles" in items[0] and re.search(r'href="events/[^"]+">Told', items[0])
    assert "1 document signed" in items[1] and 'href="agreements/' in items[1]
    assert "Chosen by count" in part


def test_people_of_both_countries_at_what_others_hold_do_not_make_it_stand_out() -> None:
    paper = agreement("thông cáo chung năm 2019", "2019-05-06", "Bộ Ngoại giao Trung Quốc", "Bộ Ngoại giao Nhật Bản")
    guests = (officer("Lò Văn Xuyến", "VN-05"), replace(officer("Khăm Phủi", "LA-HO"), country="LA"))
    rows = [
        told("forum", "2019-05-06", *guests, agreements=(paper,)),
        *(meeting(f"plain{n}", f"2023-0{n}-02", "VN-22", "LA-XI") for n in range(1, 4)),
    ]
    files = render_site(archive_of(rows), SETTINGS, Theme(None), Terms.of(load_gazetteer()))
    page = next(file.content.decode() for file in files if file.path == "index.html")
    assert 'id="front-highlights"' not in page


def test_the_latest_articles_are_those_of_a_known_day() -> None:
    rows = [meeting(f"day{n}", f"2023-0{n}-02", "VN-22", "LA-XI") for n in range(1, 7)]
    files = render_site(archive_of([*rows, meeting("vague", "2024", "VN-22", "LA-XI")]), SETTINGS, Theme(None))
    latest = _part(next(file.content.decode() for file in files if file.path == "index.html"), 'id="front-latest"')
    assert "articles/day6/" in latest and "articles/vague/" not in latest


def test_the_ladder_keeps_neighbours_and_leads_to_the_other_pairs(home: str) -> None:
    ladder = home[home.index('<table class="ladder">') : home.index("</table>", home.index('<table class="ladder">'))]
    assert "pairs/vn-05_la-ho" in ladder and "pairs/vn-hn_la-bk" not in ladder
    assert re.search(r'<a href="map/index\.html">and 1 pair more on the map</a>', home)


def test_documents_stand_with_their_parties(home: str) -> None:
    assert "Công an tỉnh Nghệ An; Công an tỉnh Hủa Phăn" in _part(home, 'id="way-agreements"')


def test_the_provinces_most_named_are_a_way_in(home: str) -> None:
    assert re.findall(r"provinces/([a-z]+-[a-z0-9]+)/", _part(home, 'id="way-provinces"'))[:1] == ["vn-22"]


@pytest.mark.parametrize(
    ("parties", "shown"),
    [
        ((("Công an Hủa Phăn",), ("Công an Xiêng Khoảng",)), ["(Công an Hủa Phăn)", "(Công an Xiêng Khoảng)"]),
        (((), ()), [""]),
    ],
)  # fmt: skip
def test_two_documents_of_one_name_at_one_event_are_told_apart_or_named_once(
    parties: tuple[tuple[str, ...], ...], shown: list[str]
) -> None:
    papers = tuple(agreement("biên bản ghi nhớ", "2021-04-02", "Công an tỉnh Nghệ An", *row) for row in parties)
    archive = archive_of([meeting("m", "2021-04-02", "VN-22", "LA-HO", "LA-XI", agreements=papers)])
    first = archive.agreements[0]
    items = tuple(
        replace(first, id=f"p{number}", parties=("Công an tỉnh Nghệ An", *row)) for number, row in enumerate(parties)
    )
    rows = render_site(replace(archive, agreements=items), VI, Theme(None))
    files = {file.path: file.content.decode() for file in rows if file.path in ("index.html", "timeline/index.html")}
    part = _part(files["index.html"], 'id="front-highlights"')
    assert "2 văn kiện" in part
    assert re.findall(r"Biên bản ghi nhớ</a> ?([^;<]*)", part) == shown
    assert files["timeline/index.html"].count(">Biên bản ghi nhớ</a>") == len(shown)


def test_an_archive_of_single_reports_without_documents_says_nothing_of_importance() -> None:
    files = render_site(archive_of([meeting("a", "2024-05-06", "VN-05", "LA-HO")]), SETTINGS, Theme(None))
    assert "front-highlights" not in next(file.content.decode() for file in files if file.path == "index.html")
