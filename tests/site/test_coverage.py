"""What is missing in an archive, and years and months at one look."""

from __future__ import annotations

import re

import pytest

from borderwire.site import SiteSettings, Theme, render_site
from tests.records import agreement
from tests.resolve.making import archive_of, meeting

SETTINGS = SiteSettings(title="x", languages=("en", "vi", "lo"), language="en")


@pytest.fixture(scope="module")
def html() -> dict[str, str]:
    cited = agreement("Hiệp định hợp tác năm 2011", "2011", "Chính phủ Việt Nam", "Chính phủ Lào", status="referenced")
    signed = agreement("biên bản ghi nhớ năm 2023", "2023-03-06", "Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn")
    rows = [
        meeting("a", "2020-05-06", "VN-05", "LA-HO", agreements=(cited,)),
        meeting("b", "2023-03-06", "VN-05", "LA-HO", agreements=(signed,)),
        meeting("c", "2023-03-09", "VN-27", "LA-XE"),
    ]
    files = render_site(archive_of(rows), SETTINGS, Theme(None))
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


def _gap(html: dict[str, str], ident: str) -> str:
    found = re.search(rf'<dt id="{ident}">(.*?)</dd>', html["coverage/index.html"], re.DOTALL)
    assert found is not None, ident
    return found[1]


def test_years_and_months_without_articles_are_told(html: dict[str, str]) -> None:
    assert re.findall(r"<li><span>(\d+)</span>", _gap(html, "no-years")) == ["2022", "2021"]
    assert ">2021<" not in _gap(html, "no-months")


def test_months_after_the_newest_article_and_before_the_first_are_not_missing(html: dict[str, str]) -> None:
    months = _gap(html, "no-months")
    assert re.search(r'years/2023/index\.html">2023</a> <span class="n">1–2<', months)
    assert re.search(r'years/2020/index\.html">2020</a> <span class="n">6–12<', months)


def test_months_without_articles_are_counted_as_months_not_as_years(html: dict[str, str]) -> None:
    gap = _gap(html, "no-months")
    spans = re.findall(r'</a> <span class="n">([^<]+)<', gap)
    months = sum(
        int(last or first) - int(first) + 1 for first, last in re.findall(r"(\d+)(?:–(\d+))?", ", ".join(spans))
    )
    number = re.search(r'<span class="n">(\d+)</span></dt>', gap)
    assert number and int(number[1]) == months > len(spans)


def test_counts_by_year_say_how_many_articles_have_none() -> None:
    rows = [meeting(f"d{year}", f"{year}-05-06", "VN-05", "LA-HO") for year in (2020, 2021)]
    files = render_site(archive_of([*rows, meeting("u", None, "VN-05", "LA-HO")]), SETTINGS, Theme(None))
    pages = {file.path: file.content for file in files}
    for path in ("index.html", "coverage/index.html", "years/index.html"):
        assert "1 article without a year is not counted here." in pages[path].decode(), path


def test_the_grid_is_by_provinces_of_today_says_so_and_leads_to_them(html: dict[str, str]) -> None:
    page = html["coverage/index.html"]
    assert "Provinces of today" in page
    row = next(line for line in page.splitlines() if "of-side" in line and "Đà Nẵng" in line)
    assert 'href="../provinces/vn-dn/as_of_today/index.html"' in row
    other = next(line for line in page.splitlines() if "of-side" in line and "Sơn La" in line)
    assert 'href="../provinces/vn-05/index.html"' in other


def test_provinces_along_the_border_without_articles_are_told_as_of_today(html: dict[str, str]) -> None:
    gap = _gap(html, "no-provinces")
    assert "Nghệ An" in gap and "Attapeu" in gap
    assert "Sơn La" not in gap and "Houaphanh" not in gap
    assert "Đà Nẵng" not in gap  # Quảng Nam is part of it


def test_neighbours_that_never_met_are_told_with_a_way_to_the_matrix(html: dict[str, str]) -> None:
    gap = _gap(html, "no-pairs")
    words = re.sub(r"<[^>]*>", "", gap)
    assert "Sơn La – Luang Prabang" in words and "Sơn La – Houaphanh" not in words
    assert 'href="../pairs/index.html"' in gap


def test_documents_cited_and_never_seen_signed_are_told(html: dict[str, str]) -> None:
    gap = _gap(html, "no-documents")
    assert "Hiệp định hợp tác năm 2011" in gap and "biên bản" not in gap
    assert 'href="../agreements/index.html#wanted"' in gap


def test_the_grid_shows_empty_years_of_a_province(html: dict[str, str]) -> None:
    page = html["coverage/index.html"]
    row = next(line for line in page.splitlines() if "of-side" in line and "Sơn La" in line)
    assert re.findall(r'class="cell">(\d+)<', row) == ["1", "1"]
    assert row.count('class="visually-hidden">0<') == 0  # the years between have no article at all and no column
    other = next(line for line in page.splitlines() if "of-side" in line and "Nghệ An" in line)
    assert other.count('class="visually-hidden">0<') == 2


def test_the_index_of_years_shows_every_month_of_every_year_with_a_link_where_articles_are(
    html: dict[str, str],
) -> None:
    page = html["years/index.html"]
    assert page.count('<table class="heat">') == 1
    assert re.findall(r'<th scope="row">(?:<a [^>]*>|<span>)(\d+)<', page) == ["2023", "2022", "2021", "2020"]
    assert '<a class="h1" href="../years/2023/03/index.html">2</a>' in page


def test_a_year_and_a_month_begin_with_what_happened_in_numbers(html: dict[str, str]) -> None:
    words = "2 events in 2 articles, 2 pairs of provinces that met and 1 document signed or exchanged."
    for path in ("years/2023/index.html", "years/2023/03/index.html"):
        assert f'<p class="lede">{words}</p>' in html[path]


def test_a_month_is_marked_in_the_calendar_of_its_year(html: dict[str, str]) -> None:
    assert re.search(r'years/2023/03/index\.html" aria-current="page"', html["years/2023/03/index.html"])
    strip = re.search(r'<ol class="months".*?</ol>', html["years/2023/index.html"], re.DOTALL)
    assert strip is not None and "aria-current" not in strip.group()


def test_the_articles_of_a_year_have_a_heading_of_their_own_below_its_documents(html: dict[str, str]) -> None:
    page = html["years/2023/index.html"]
    assert page.index('<h2 id="documents">') < page.index('<h2 id="articles">') < page.index('class="cards"')
