"""Indexes and the pages of provinces, years, people, documents and pairs."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from borderwire.model import Archive, Mention, Person
from borderwire.site import SiteSettings, Theme, render_site
from borderwire.site.pages.officials_index import given_key
from borderwire.site.paging import paged
from borderwire.text import slug
from tests.site import fixtures


def names(page: str) -> list[str]:
    """First cells of the rows of a page's table of people."""
    return re.findall(r'<th scope="row"><a href="[^"]*">([^<]*)</a></th>', page)


def test_vietnamese_stand_under_their_given_name_and_lao_under_their_first(html: dict[str, str]) -> None:
    rows = names(html["officials/index.html"])
    assert rows[:4] == ["Trịnh Công Bằng", "Bun Thoong Xay Nha Vông", "Phạm Quý Ngọ", "Lò Văn Tưởng"]


def test_the_other_order_is_by_the_whole_name(html: dict[str, str]) -> None:
    rows = names(html["officials/by_full_name/index.html"])
    assert rows[:4] == ["Bun Thoong Xay Nha Vông", "Lò Văn Tưởng", "Phạm Quý Ngọ", "Trịnh Công Bằng"]


def test_d_with_stroke_comes_after_d() -> None:
    people = [Person("a", f"Vũ Văn {name}", "VN", (), (Mention("x", 0),)) for name in ("Đào", "Dũng", "Em", "Ân", "An")]
    assert [person.name.split()[-1] for person in sorted(people, key=given_key)] == ["An", "Ân", "Dũng", "Đào", "Em"]


def test_the_order_by_rank_goes_by_seniority_with_those_without_rank_last() -> None:
    archive = fixtures.small_archive(9)
    entry = archive.entries[0]
    given = (("An", None), ("Bình", "Đại tá"), ("Chi", "Hạm trưởng"), ("Dũng", "Thiếu tướng"), ("Yên", "Đại tá"))
    facts = tuple(
        replace(entry.record.officials[0], name=f"Vũ {name}", rank=rank, position="X") for name, rank in given
    )
    entry = replace(entry, record=replace(entry.record, officials=facts))
    people = tuple(
        Person(f"p{number}", fact.name, "VN", (fact.name,), (Mention(entry.id, number),))
        for number, fact in enumerate(facts)
    )
    archive = replace(archive, entries=(entry, *archive.entries[1:]), people=people, bodies=())
    settings = SiteSettings(title="Thử", languages=("vi",), page_size=1)
    files = {
        file.path: file.content.decode()
        for file in render_site(archive, settings, Theme(None), fixtures.TERMS)
        if file.path.startswith("officials/by_rank/")
    }
    assert len(files) == 3
    shown = [name for path in sorted(files, key=lambda path: ("page_" in path, path)) for name in names(files[path])]
    assert shown == ["Vũ Dũng", "Vũ Bình", "Vũ Yên", "Vũ An", "Vũ Chi"]
    assert re.search(r'<th scope="col" aria-sort="descending">[^<]+</th>', files["officials/by_rank/index.html"])


def _ranked(*told: tuple[str, str | None, str | None, str | None]) -> str:
    """The list by rank. told: name, date of the article, rank, office; one article each."""
    base = fixtures.small_archive(9).entries[0]
    entries, people = [], {}
    for number, (name, date, rank, office) in enumerate(told):
        fact = replace(base.record.officials[0], name=name, rank=rank, position=office, organization=None)
        day = replace(base.record.event_date, value=date)
        record = replace(base.record, id=f"e{number}", officials=(fact,), event_date=day, published=None)
        entries.append(replace(base, id=f"e{number}", record=record))
        people.setdefault(name, []).append(Mention(f"e{number}", 0))
    archive = replace(
        fixtures.small_archive(9),
        entries=tuple(entries),
        by_id={entry.id: entry for entry in entries},
        people=tuple(Person(slug(name), name, "VN", (name,), tuple(row)) for name, row in people.items()),
        bodies=(), wanted=(), events=(), agreements=(), series=(), years=(), provinces=(), accounts=(), doubts=(),
    )  # fmt: skip
    settings = SiteSettings(title="Thử", languages=("vi",))
    files = {file.path: file.content for file in render_site(archive, settings, Theme(None), fixtures.TERMS)}
    return files["officials/by_rank/index.html"].decode()


def test_a_rank_counts_though_later_articles_tell_an_office_only_and_the_list_says_when_it_was_told() -> None:
    page = _ranked(
        ("Vũ An", "2020-01-02", "Đại tá", "Giám đốc"),
        ("Vũ Bình", "2019-01-02", "Thiếu tướng", "Phó Giám đốc"),
        ("Vũ Bình", "2023-01-02", None, "Giám đốc"),
        ("Vũ Bình", None, "Đại tá", None),  # of no known date: what dated articles tell goes before
    )
    assert names(page) == ["Vũ Bình", "Vũ An"]
    assert '<td>Thiếu tướng<span class="row-note">theo bài năm 2019</span></td><td>Giám đốc' in page
    assert "<td>Đại tá</td>" in page


def test_those_of_one_rank_go_by_their_offices_and_those_without_a_rank_follow_by_theirs() -> None:
    page = _ranked(
        ("Vũ An", "2020-01-02", None, "Phó Giám đốc"),
        ("Vũ Bình", "2020-01-02", None, "Hộ lý"),
        ("Vũ Chi", "2020-01-02", None, "Giám đốc"),
        ("Vũ Dũng", "2020-01-02", "Đại tá", None),
        ("Vũ Em", "2020-01-02", "Đại tá", "Phó Giám đốc"),
        ("Vũ Giang", "2020-01-02", "Đại tá", "Giám đốc"),
    )
    assert names(page) == ["Vũ Giang", "Vũ Em", "Vũ Dũng", "Vũ Chi", "Vũ An", "Vũ Bình"]
    assert "Người cùng cấp bậc xếp theo chức vụ" in page


def test_the_order_by_articles_begins_with_whom_most_articles_name(html: dict[str, str]) -> None:
    rows = re.findall(r'<td class="num" data-label="Bài viết">([^<]*)</td>', html["officials/by_articles/index.html"])
    assert len(rows) > 2 and [int(row) for row in rows] == sorted(map(int, rows), reverse=True)
    assert rows[0] != rows[-1]


@pytest.mark.parametrize(
    ("index", "orders"),
    [
        ("officials", ["full_name", "rank", "last_seen", "articles"]),
        ("agreements", ["title", "status", "articles"]),
        ("bodies", ["name", "officials", "articles"]),
    ],
)
def test_every_order_of_a_list_is_a_page_that_leads_to_the_others_and_holds_all(
    html: dict[str, str], index: str, orders: list[str]
) -> None:
    first = html[f"{index}/index.html"]
    for order in orders:
        assert f'href="../{index}/by_{order}/index.html"' in first
        page = html[f"{index}/by_{order}/index.html"]
        assert f'href="../../{index}/index.html"' in page
        assert page.count('<b aria-current="true">') == 1
        assert sorted(re.findall(r'<th scope="row".*?</th>', first.replace("../", ""))) == sorted(
            re.findall(r'<th scope="row".*?</th>', page.replace("../", ""))
        )
        assert "data-sortable" not in page


def test_a_career_is_one_line_for_one_office_and_gives_its_span(html: dict[str, str]) -> None:
    page = html["officials/pham-quy-ngo/index.html"]
    assert page.count('<span class="when">') == 1
    assert "tháng 1 năm 2015 – tháng 9 năm 2023" in page


def test_a_person_is_shown_with_the_words_of_every_article(html: dict[str, str]) -> None:
    page = html["officials/lo-van-tuong/index.html"]
    assert "Phông Sa Lỳ (Lào) hội đàm" not in page
    assert re.search(r"Đại tá <a href=\"[^\"]*#o1-1\"><mark>Lò Văn Tưởng</mark></a>, Phó Giám đốc", page)
    assert "3 lần nhắc" in page
    assert "Bun Thoong Xay Nha Vông" in page[page.index('id="counterparts"') :]


def test_the_page_of_a_person_begins_with_the_last_rank_and_office_told(html: dict[str, str]) -> None:
    page = html["en/officials/lo-van-tuong/index.html"]
    head = page[page.index("<h1") : page.index("</header>", page.index("<h1"))]
    assert '<p class="lede">Senior Colonel, Deputy Director, <span lang="vi">Công an tỉnh Điện Biên</span></p>' in head


def test_an_agreement_tells_status_parties_and_the_words(html: dict[str, str], archive: Archive) -> None:
    signed = next(item for item in archive.agreements if item.status == "signed")
    page = html[f"agreements/{signed.id}/index.html"]
    assert "đã ký" in page
    assert '<dd lang="vi">Công an tỉnh Phông Sa Lỳ</dd>' in page
    assert "Lãnh đạo hai bên ký <a" in page
    assert 'href="../../provinces/vn-71/index.html"' in page
    assert 'href="../../officials/lo-van-tuong/index.html"' in page


def test_a_planned_document_has_its_page_and_its_status(html: dict[str, str]) -> None:
    assert "dự kiến" in html["agreements/bien-ban-hoi-dam/index.html"]


def test_a_province_shows_names_spellings_neighbours_and_mergers(html: dict[str, str]) -> None:
    page = html["provinces/vn-27/index.html"]
    assert "Là đơn vị riêng đến ngày 30 tháng 6 năm 2025; từ đó thuộc" in page
    assert 'href="../../provinces/vn-dn/index.html"' in page
    assert re.search(r'pairs/vn-dn_la-xe/[^"]*">theo đơn vị hiện nay: \d+ sự kiện</a>', page)
    merged = html["provinces/vn-dn/index.html"]
    assert "Ngày 1/7/2025 sáp nhập thêm" in merged
    neighbour = html["provinces/vn-22/index.html"]
    assert "chưa có cuộc gặp nào trong kho" in neighbour
    assert 'href="../../pairs/vn-22_la-bl/index.html">24 sự kiện</a>' in neighbour


def test_a_year_counts_its_months_and_keeps_their_order(html: dict[str, str]) -> None:
    page = html["years/2023/index.html"]
    assert re.findall(r"<h2>(Tháng \d+ năm 2023)</h2>", page) == [
        "Tháng 9 năm 2023",
        "Tháng 6 năm 2023",
        "Tháng 2 năm 2023",
    ]
    assert 'href="../../years/2023/09/index.html"' in page
    assert "years/2023/10/index.html" not in html


def test_articles_without_a_date_have_a_page_of_their_own(html: dict[str, str]) -> None:
    assert "Một đoạn văn không có sự kiện nào." in html["years/undated/index.html"]
    assert 'href="../years/undated/index.html"' in html["years/index.html"]


def test_the_matrix_shows_pairs_that_never_met(html: dict[str, str]) -> None:
    page = html["pairs/index.html"]
    row = next(line for line in page.splitlines() if "Điện Biên" in line and "Luông Pha Băng" in line)
    assert "empty" in row
    assert "pairs/vn-71_la-lp" not in page


def test_a_row_of_meetings_tells_held_announced_and_remembered_ones(html: dict[str, str]) -> None:
    page = html["meetings/dien-bien-phong-sa-ly-police/index.html"]
    assert re.findall(r'<span class="ordinal">(\d+)</span>', page) == ["6", "7", "8"]
    assert "đã thông báo trước, kho chưa có bài" in page
    assert re.search(r'href="[^"]*#previous"', page)
    assert re.search(r'href="[^"]*#series"', page)
    assert re.search(r'href="[^"]*#next"', page)
    assert "2025" in page[page.index("Kho chưa có bài về các năm sau") :]


def test_rows_of_meetings_are_listed_and_found_from_their_pair(html: dict[str, str]) -> None:
    page = html["meetings/index.html"]
    assert "Điện Biên – Phông Sa Lỳ" in page
    assert "Việt Nam (công an) – Lào (công an)" in page
    assert "lần thứ 8, tháng 11 năm 2026" in page
    assert "meetings/dien-bien-phong-sa-ly-police/index.html" in html["pairs/vn-71_la-ph/index.html"]


def test_a_career_tells_rises_and_why_the_mentions_are_one_person(html: dict[str, str]) -> None:
    page = html["officials/pham-quy-ngo/index.html"]
    assert "Từ Thượng tá lên Đại tá, trong khoảng từ tháng 5 năm 2014 đến tháng 1 năm 2015." in page
    why = page[page.index('class="why"') :]
    assert "<li>cùng tên</li><li>some new reason</li></ul>" in why
    assert "Điểm 9: theo sức nặng của các lý do, tỉ lệ cả hai là một vào khoảng 510 : 1." in why
    assert 'class="why"' not in html["officials/lo-van-tuong/index.html"]


def test_documents_name_those_before_and_after_them(html: dict[str, str], archive: Archive) -> None:
    signed = next(item for item in archive.agreements if item.status == "signed")
    planned = html["agreements/bien-ban-hoi-dam/index.html"]
    assert "Tiếp nối" in planned
    assert f"agreements/{signed.id}/index.html" in planned
    assert "Được tiếp nối bởi" in html[f"agreements/{signed.id}/index.html"]


def test_documents_never_seen_signed_are_listed_and_planned_ones_not_as_cited(html: dict[str, str]) -> None:
    page = html["agreements/index.html"]
    assert "bien-ban-hoi-dam" in page[page.index('id="announced"') :]
    assert 'id="wanted"' not in page


def test_a_line_of_a_career_from_one_article_gives_its_date_once(html: dict[str, str]) -> None:
    page = html["officials/bun-thoong-xay-nha-vong/index.html"]
    career = page[page.index('<ol class="career">') : page.index("</ol>", page.index('<ol class="career">'))]
    assert career.count("2024") == 2  # the address of the article and the date
    assert 'class="said"' not in career


def test_the_page_about_the_archive_leads_to_the_method_and_tells_whose_the_texts_are(html: dict[str, str]) -> None:
    page = html["about/index.html"]
    assert 'href="../method/index.html"' in page[page.index('<div class="prose">') :]
    assert "Thuộc về các báo." in page
    assert page.count("<h2>") == 5


def test_articles_on_one_event_lead_to_each_other(html: dict[str, str], archive: Archive) -> None:
    one, other = (next(e for e in archive.entries if e.article.source.path.endswith(f"/plain-{n}.txt")) for n in (0, 1))
    page = html[f"articles/{one.id}/index.html"]
    event, related = (
        re.search(rf'aria-labelledby="{name}">.*?</section>', page, re.DOTALL) for name in ("event", "related")
    )
    assert event is not None and other.id in event[0]
    assert related is None or other.id not in related[0]


def test_the_home_page_announces_meetings_later_than_the_newest_article(html: dict[str, str]) -> None:
    assert "vào tháng 11/2026" in html["index.html"]


def test_every_province_on_the_map_that_articles_name_is_a_link(html: dict[str, str]) -> None:
    page = html["map/index.html"]
    drawing = page[page.index("<svg") : page.index("</svg>")]
    assert 'href="../provinces/vn-71/index.html"' in drawing
    assert 'aria-label="Nghệ An: 27 bài"' in drawing


def test_the_map_tells_in_words_which_provinces_went_into_which(html: dict[str, str]) -> None:
    page = html["en/map/index.html"]
    row = re.search(r'<tr><th scope="row">(.*?)</th><td[^>]*>(.*?)</td></tr>', page[page.index('id="mergers"') :])
    assert row
    assert "Đà Nẵng" in row[1]
    assert re.sub("<[^>]+>", "", row[2]) == "Đà Nẵng, Quảng Nam"


def test_the_two_maps_have_names_of_their_own_and_run_from_north_to_south(html: dict[str, str]) -> None:
    page = html["en/map/index.html"]
    names = re.findall(r"<title id=[^>]+>(.*?)</title>", page)
    assert [name.rpartition(": ")[2] for name in names] == [
        "Until 30 June 2025",
        "All years, in the provinces of today",
    ]
    before = page[: page.index('id="since-2025-heading"')]
    assert before.index('aria-label="Điện Biên') < before.index('aria-label="Nghệ An')
    assert before.index('aria-label="Phongsaly') < before.index('aria-label="Sekong')


def test_the_map_of_all_years_counts_old_units_for_the_new_and_undated_texts(html: dict[str, str]) -> None:
    earlier, all_years = html["map/index.html"].split('id="since-2025-heading"')
    assert 'aria-label="Đà Nẵng: 1 bài"' in all_years
    assert "Quảng Nam" not in all_years[: all_years.index("</svg>")]
    assert 'aria-label="Quảng Nam"' in earlier  # its one article has no date


def test_the_map_until_the_merger_shows_nothing_that_came_after_it(html: dict[str, str]) -> None:
    page = html["map/index.html"]
    earlier, all_years = page.split('id="since-2025-heading"')
    assert "Đà Nẵng – Sê Kông" in re.sub("<[^>]+>", "", all_years)
    assert "Đà Nẵng – Sê Kông" not in re.sub("<[^>]+>", "", earlier)


def test_figures_link_to_their_phrase(html: dict[str, str], archive: Archive) -> None:
    page = html["figures/returned-persons/index.html"]
    assert re.search(r'href="\.\./\.\./articles/[^"]*#n1-1" lang="vi">hơn 1\.250 lượt công dân</a>', page)


def test_data_files_are_offered_with_their_size(html: dict[str, str]) -> None:
    assert 'href="../data/records.jsonl"' in html["data/index.html"]
    assert "12 kB" in html["data/index.html"]
    assert 'href="../../data/records.jsonl"' in html["en/data/index.html"]


def test_a_long_list_names_first_last_and_neighbouring_pages() -> None:
    pages = list(paged(list(range(200)), "articles/index.html", 10))
    path, items, paging = pages[9]
    assert path == "articles/page_10/index.html"
    assert list(items) == list(range(90, 100))
    assert [number for number, _href in paging.numbers] == [1, 0, 8, 9, 10, 11, 12, 0, 20]
    assert (paging.first, paging.last, paging.total) == (91, 100, 200)


def test_a_list_that_fits_has_one_page_without_numbers() -> None:
    ((path, items, paging),) = paged([1, 2], "a/index.html", 10)
    assert (path, list(items), paging.numbers, paging.next) == ("a/index.html", [1, 2], (), None)
    ((_path, _items, empty),) = paged([], "a/index.html", 10)
    assert (empty.first, empty.last) == (0, 0)


def test_a_row_of_meetings_names_a_ministry_as_the_articles_do(html: dict[str, str]) -> None:
    assert "Việt Nam (Bộ Tư pháp) – Lào (Bộ Tư pháp)" in html["meetings/index.html"]
    assert "bộtưpháp" not in html["meetings/index.html"]


def test_national_bodies_of_a_row_are_named_in_the_page_s_language(html: dict[str, str]) -> None:
    assert "Việt Nam (Ủy ban Hợp tác Lào - Việt Nam)" in html["meetings/index.html"]
    assert "Vietnam (cooperation committee)" in html["en/meetings/index.html"]
    assert "ຫວຽດນາມ (ຄະນະກຳມະການຮ່ວມມື)" in html["lo/meetings/index.html"]


def test_mentions_of_a_person_come_newest_first_and_undated_ones_last_under_their_own_heading(
    archive: Archive, html: dict[str, str]
) -> None:
    for person in archive.people:
        page = html[f"officials/{person.id}/index.html"]
        mentions = page[page.index('<h2 id="mentions">') :].split('<h3 id="undated">')
        days = re.findall(r'<p class="card-line"><time datetime="([^"]+)"', mentions[0])
        assert days == sorted(days, reverse=True)
        assert all("<time" not in rest.split("</section>")[0] for rest in mentions[1:])


def test_a_row_of_meetings_shows_its_pairs_people_and_documents(html: dict[str, str]) -> None:
    page = html["meetings/dien-bien-phong-sa-ly-police/index.html"]
    for ident, path in (("pairs", "pairs/vn-71_la-ph/"), ("people", "officials/lo-van-tuong/")):
        assert path in page[page.index(f'<h2 id="{ident}">') :], ident


def test_the_index_of_meetings_counts_in_a_column_and_calls_the_next_one_announced(html: dict[str, str]) -> None:
    page = html["en/meetings/index.html"]
    assert re.search(r'<td class="num" data-label="Meetings">\d+</td>', page)
    assert re.search(r'<td data-label="Announced">[^<]*no. 8, November 2026</td>', page)


def test_the_page_of_data_tells_entries_fields_and_rights(html: dict[str, str]) -> None:
    page = html["en/data/index.html"]
    assert 'data-label="Entries">30<' in page
    assert "<dt><code>event_date</code></dt>" in page
    assert "Thuộc về các báo." in page[page.index('id="rights"') :]


def test_the_glossary_has_a_column_for_each_language_whatever_the_page_speaks(html: dict[str, str]) -> None:
    for path in ("glossary/index.html", "en/glossary/index.html", "lo/glossary/index.html"):
        row = next(line for line in html[path].splitlines() if ">Đại tá<" in line)
        assert re.search(r'<td lang="en">Senior Colonel</td><td lang="lo">[\u0e80-\u0eff ]+</td>', row)
        assert 'href="#offices"' in html[path]


def _days(page: str) -> dict[str, tuple[str, str]]:
    """Day -> (number of articles, address) of the calendar of a month."""
    strip = re.search(r'<ol class="days".*?</ol>', page, re.DOTALL)
    assert strip
    links = re.findall(r'<a href="([^"]*)" aria-label="[^"]*"><span>(\d+)</span> <b>(\d+)</b>', strip[0])
    return {day: (count, href) for href, day, count in links}


def test_the_page_of_a_month_has_a_calendar_whose_days_lead_to_their_articles() -> None:
    base = fixtures.small_archive(9).entries[0]
    dates = ["2023-03-21", *["2023-03-08"] * 4, "2023-03-01", "2023-03"]
    entries = []
    for number, date in enumerate(dates):
        day = replace(base.record.event_date, value=date)
        record = replace(base.record, id=f"e{number}", event_date=day, published=None, officials=(), agreements=())
        entries.append(replace(base, id=f"e{number}", record=record))
    settings = SiteSettings(title="Thử", languages=("vi", "en"), page_size=3)
    files = {
        file.path: file.content.decode()
        for file in render_site(fixtures.archive(entries), settings, Theme(None), fixtures.TERMS)
        if file.path.endswith(".html")
    }
    page = files["en/years/2023/03/index.html"]
    assert _days(page) == {
        "21": ("1", "../../../years/2023/03/index.html#day-21"),
        "8": ("4", "../../../years/2023/03/index.html#day-8"),
        "1": ("1", "../../../years/2023/03/page_2/index.html#day-1"),
    }
    assert 'aria-label="8 March 2023: 4 articles"' in page
    assert (
        len(
            re.findall(
                r'<li(?! class="weekday")>',
                page[page.index('class="days"') : page.index("</ol>", page.index('class="days"'))],
            )
        )
        == 31
    )
    assert 'style="--column: 3"' in page  # 1 March 2023 was a Wednesday, weeks begin with Monday
    day = page[page.index('id="day-8"') :]
    assert len(re.findall(r'<article class="card">', day[: day.index("</section>")])) == 2
    later = files["en/years/2023/03/page_2/index.html"]
    assert 'id="day-8"' not in later and 'id="day-1"' in later  # a day that goes on has one anchor
    assert "Day not known" in files["en/years/2023/03/page_3/index.html"]
    assert 'class="days"' not in files["en/years/2023/index.html"]
