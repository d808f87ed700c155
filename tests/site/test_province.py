"""The page of a province: what is held of it in a sentence, its meetings, its figures, its articles by year."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from borderwire.model import Figure, Record, Series, SeriesMeeting
from borderwire.site import SiteSettings, Theme, render_site
from tests.records import agreement, province
from tests.resolve.making import archive_of, meeting, officer

SETTINGS = SiteSettings(title="x", languages=("en", "vi", "lo"), language="en", page_size=4)


@pytest.fixture(scope="module")
def html() -> dict[str, str]:
    returned = Figure("returned-persons", 5, None, "exact", "5 công dân", period="2023")
    again = Figure("returned-persons", 6, None, "exact", "6 công dân", period="2024")
    coming = Series(3, "explicit", None, SeriesMeeting(4, "2026-03", "tháng 3/2026", "LA-HO", "LA"), "lần thứ 3")
    signed = agreement("biên bản ghi nhớ năm 2024", "2024-05-06", "Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn")
    rows = [
        replace(
            meeting("m2023", "2023-05-06", "VN-05", "LA-HO", figures=(returned,)),
            series=Series(2, "explicit", None, None, "lần thứ 2"),
        ),
        replace(
            meeting("m2024", "2024-05-06", "VN-05", "LA-HO", figures=(again,), agreements=(signed,)), series=coming
        ),
        *(meeting(f"x{day}", f"2022-05-{day:02}", "VN-40", "LA-XI") for day in range(1, 4)),
    ]
    rows[-1] = replace(rows[-1], provinces=(*rows[-1].provinces, province("VN-05", "Sơn La", "VN", role="mentioned")))
    files = render_site(archive_of(rows), SETTINGS, Theme(None))
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


PAGE = "provinces/vn-05/index.html"


def _section(page: str, ident: str) -> str:
    found = re.search(rf'<section aria-labelledby="{ident}">.*?</section>', page, re.DOTALL)
    assert found is not None, ident
    return found.group()


def test_a_province_tells_in_a_sentence_what_is_held_of_it(html: dict[str, str]) -> None:
    lede = re.search(r'<p class="lede">(.*?)</p>', html[PAGE])
    assert lede is not None
    assert lede[1] == "3 articles (2022 – 2024), 2 meetings over the border and 1 document signed or exchanged"


def test_a_province_shows_its_rows_of_meetings_and_those_announced(html: dict[str, str]) -> None:
    meetings = _section(html[PAGE], "meetings")
    assert re.search(r'href="\.\./\.\./meetings/[^"]+/index\.html"', meetings)
    assert "March 2026" in meetings and re.search(r'articles/m2024/index\.html#next"', meetings)


def _announced(first: str, *more: Record) -> list[str]:
    """The articles whose next meeting the home page announces: one of 6 May 2024 that tells of `first`, and others."""
    coming = Series(3, "explicit", None, SeriesMeeting(None, first, first, "LA-HO", "LA"), "lần thứ 3")
    rows = [replace(meeting("told", "2024-05-06", "VN-05", "LA-HO"), series=coming), *more]
    files = render_site(archive_of(rows), SETTINGS, Theme(None))
    home = next(file.content.decode() for file in files if file.path == "index.html")
    return re.findall(r'href="articles/([^"]+)/index\.html#next"', home)


@pytest.mark.parametrize(("date", "shown"), [("2024", True), ("2024-05", True), ("2023", False), ("2024-04", False)])
def test_a_meeting_announced_for_a_time_that_is_not_over_is_shown(date: str, shown: bool) -> None:
    assert bool(_announced(date)) == shown


def test_a_meeting_that_the_archive_holds_is_not_announced() -> None:
    assert _announced("2024", meeting("later", "2024-09-09", "VN-05", "LA-HO")) == []
    assert _announced("2024", meeting("other", "2024-09-09", "VN-40", "LA-XI")) == ["told"]


def test_a_province_shows_its_figures_and_honest_sums_with_each_partner(html: dict[str, str]) -> None:
    figures = _section(html[PAGE], "figures")
    assert re.search(r'articles/m2024/index\.html#n1" lang="vi">6 công dân', figures)
    assert 'href="../../figures/returned-persons/index.html"' in figures
    assert re.search(r'<h3>Sums with <a href="\.\./\.\./pairs/vn-05_la-ho/index\.html">Houaphanh', figures)
    assert re.search(r'class="num" data-label="Sum">11<', figures)


def test_articles_of_a_province_stand_under_their_years(html: dict[str, str]) -> None:
    years = re.findall(r'<h3><a href="\.\./\.\./years/(\d+)/index\.html">', _section(html[PAGE], "articles"))
    assert years == ["2024", "2023", "2022"]


def test_a_card_that_does_not_show_the_province_says_why_it_stands_there(html: dict[str, str]) -> None:
    items = re.findall(r"<li>(?:(?!</li>).)*</article>(?:(?!</li>).)*</li>", html[PAGE], re.DOTALL)
    assert [("is named in the text" in item) for item in items if "articles/" in item] == [False, False, True]


def test_a_merged_province_shows_no_sums_that_are_of_more_than_itself() -> None:
    figure = Figure("returned-persons", 5, None, "exact", "5 công dân", period="2023")
    rows = [
        meeting(ident, date, "VN-27", "LA-XE", figures=(figure,))
        for ident, date in (("a", "2023-05-06"), ("b", "2024-01-06"))
    ]
    files = {
        file.path: file.content.decode()
        for file in render_site(archive_of(rows), SETTINGS, Theme(None))
        if file.path.endswith(".html")
    }
    assert "Sums with" not in files["provinces/vn-27/index.html"]
    assert "Sums with" in files["provinces/vn-dn/as_of_today/index.html"]


def test_later_pages_of_a_province_hold_articles_only() -> None:
    rows = [meeting(f"m{day}", f"2023-05-{day:02}", "VN-05", "LA-HO") for day in range(1, 10)]
    files = {
        file.path: file.content.decode()
        for file in render_site(archive_of(rows), SETTINGS, Theme(None))
        if file.path.endswith(".html")
    }
    assert 'id="partners"' in files[PAGE]
    assert 'id="partners"' not in files["provinces/vn-05/page_2/index.html"]


@pytest.mark.parametrize(("number", "shown"), [(3, 3), (15, 15), (40, 12)])
def test_many_people_in_office_are_folded_after_the_newest_and_none_is_left_out(number: int, shown: int) -> None:
    names = [f"Lò Văn {chr(65 + place % 26)}{'eiou'[place // 26]}nh" for place in range(number)]
    rows = [
        meeting(f"m{place}", f"{1980 + place}-05-06", "VN-05", "LA-HO", officials=(officer(name, "VN-05"),))
        for place, name in enumerate(names)
    ]
    files = render_site(archive_of(rows), SETTINGS, Theme(None))
    page = next(file.content.decode() for file in files if file.path == PAGE)
    tenures = _section(page, "tenures")
    first, _, fold = tenures.partition('<details class="behind">')
    assert (first.count('<th scope="row"'), fold.count('<th scope="row"')) == (shown, number - shown)
    assert (f"<summary>{number - shown} more, seen earlier</summary>" in fold) == (number > shown)
    newest = re.findall(r"<td>(\d{4})</td></tr>", tenures)
    assert newest == sorted(newest, reverse=True) and len(newest) == number


def test_an_announced_meeting_whose_time_has_passed_is_marked_as_not_reported() -> None:
    coming = Series(3, "explicit", None, SeriesMeeting(4, "2023", "năm 2023", "LA-HO", "LA"), "lần thứ 3")
    rows = [
        replace(meeting("told", "2022-05-06", "VN-05", "LA-HO"), series=coming),
        meeting("later", "2024-09-09", "VN-40", "LA-XI"),
    ]
    files = {file.path: file.content for file in render_site(archive_of(rows), SETTINGS, Theme(None))}
    assert "no. 4, 2023 (past, no report of it)" in files["meetings/index.html"].decode()
    (still,) = (
        file.content.decode()
        for file in render_site(archive_of(rows[:1]), SETTINGS, Theme(None))
        if file.path == "meetings/index.html"
    )
    assert "no. 4, 2023" in still and "past, no report" not in still
