"""Kinds of figures: their sums by year as charts and tables, and every figure with its words."""

from __future__ import annotations

import re

import pytest

from borderwire.gazetteer import load_gazetteer
from borderwire.model import Article, Figure, Record
from borderwire.resolve import resolve_archive
from borderwire.site import SiteSettings, Theme, render_site
from borderwire.site.charts import Sum, sums_chart
from borderwire.site.languages import Language
from tests.records import article
from tests.resolve.making import archive_of, meeting

SETTINGS = SiteSettings(title="x", languages=("en", "vi"), language="en", page_size=20)


def _seized(value: float, unit: str, kind: str, year: int) -> Figure:
    return Figure("seizure", value, unit, "exact", f"{value} {unit} {kind}", kind, str(year))


@pytest.fixture(scope="module")
def html() -> dict[str, str]:
    """Pills of three years, none of 2022; one sum of another unit; and many figures of one kind."""
    rows = [
        meeting(f"m{year}", f"{year}-05-06", "VN-05", "LA-HO", figures=(_seized(number, "pill", "ma túy", year),))
        for year, number in ((2020, 400), (2021, 250000), (2023, 1500))
    ]
    rows.append(meeting("kg", "2021-07-06", "VN-40", "LA-XI", figures=(_seized(7, "kg", "heroin", 2021),)))
    rows += [
        meeting(
            f"c{day}",
            f"2019-03-{day:02}",
            "VN-05",
            "LA-HO",
            figures=(Figure("cases", day, None, "exact", f"{day} vụ"),),
        )
        for day in range(1, 29)
    ]
    files = render_site(archive_of(rows), SETTINGS, Theme(None))
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


def test_a_kind_of_figure_has_a_chart_of_its_sums_with_title_description_and_table(html: dict[str, str]) -> None:
    for path in ("figures/index.html", "figures/seizure/index.html"):
        chart = re.search(r'<figure class="chart">.*?</figure>', html[path], re.DOTALL)
        assert chart is not None
        ids = re.search(r'aria-labelledby="([^"]+)" aria-describedby="([^"]+)"', chart.group())
        assert ids is not None and all(f'id="{ident}"' in chart.group() for ident in ids.groups())
        assert "From 2020 to 2023; most in 2021: 250,000" in chart.group()
        assert re.search(r'<th scope="row">2021</th><td class="num">250,000', chart.group())


def test_a_year_without_a_sum_is_told_as_such_and_not_as_nothing_seized(html: dict[str, str]) -> None:
    chart = html["figures/seizure/index.html"]
    assert '<th scope="row">2022</th><td class="num">–</td>' in chart
    assert 'aria-label="2022' not in chart


def test_large_numbers_above_bars_are_short_and_whole_for_those_who_hear_them(html: dict[str, str]) -> None:
    chart = html["figures/seizure/index.html"]
    assert re.search(r'aria-label="2021: 250,000[^"]*">.*?aria-hidden="true">250K</text>', chart)


def test_units_are_never_added_up_in_one_chart(html: dict[str, str]) -> None:
    page = html["figures/seizure/index.html"]
    assert page.count('<figure class="chart">') == 1
    assert "7 kg" not in page[page.index("<figure") : page.index("</figure>")]


def test_the_index_of_figures_leads_to_every_kind_the_most_told_first(html: dict[str, str]) -> None:
    assert re.findall(r'<h2><a href="\.\./figures/([^/]+)/', html["figures/index.html"]) == ["cases", "seizure"]
    assert "28 figures in 28 articles, 2019" in html["figures/index.html"]


def test_a_long_list_of_figures_is_cut_into_pages(html: dict[str, str]) -> None:
    first, second = html["figures/cases/index.html"], html["figures/cases/page_2/index.html"]
    assert first.count('lang="vi">28 vụ') == 1 and '<a href="../../../figures/cases/index.html">1</a>' in second
    assert len(re.findall(r"#n1", first)) + len(re.findall(r"#n1", second)) >= 28


def test_sums_of_a_year_lead_to_the_page_of_their_kind() -> None:
    twice = [
        meeting(ident, "2024-05-06", "VN-05", "LA-HO", figures=(_seized(5, "kg", "heroin", 2024),)) for ident in "ab"
    ]
    files = render_site(archive_of(twice), SETTINGS, Theme(None))
    page = next(file.content.decode() for file in files if file.path == "years/2024/index.html")
    assert 'href="../../figures/seizure/index.html"' in page


def test_goods_stand_under_one_name_in_the_language_of_the_page_and_unknown_ones_in_the_words_of_the_text() -> None:
    def seized(year: int, kind: str, ident: str | None) -> Figure:
        return Figure("seizure", 5, "kg", "exact", f"5 kg {kind}", kind, str(year), kind_id=ident)

    rows = [
        meeting(f"m{year}", f"{year}-05-06", "VN-05", "LA-HO", figures=(seized(year, kind, "methamphetamine"),))
        for year, kind in ((2020, "ma túy đá"), (2021, "ma túy dạng đá"), (2023, "methamphetamine"))
    ]
    rows += [
        meeting(f"n{year}", f"{year}-05-06", "VN-05", "LA-XI", figures=(seized(year, "bột lạ", None),))
        for year in (2020, 2021, 2023)
    ]
    settings = SiteSettings(title="x", languages=("en", "vi", "lo"), language="en", page_size=20)
    files = {file.path: file.content for file in render_site(archive_of(rows), settings, Theme(None))}
    heads = {
        code: re.findall(r"<h2 id=\"sum-\d\">(.*?)</h2>", files[f"{folder}figures/seizure/index.html"].decode())
        for code, folder in (("en", ""), ("vi", "vi/"), ("lo", "lo/"))
    }
    assert set(heads["en"]) == {f"<span{of}</span> <span class=\"n\">kg</span>"
                                for of in (">methamphetamine", ' lang="vi">bột lạ')}  # fmt: skip
    assert {re.sub("<.*?>", "", head) for head in heads["vi"]} == {"ma túy đá (methamphetamine) kg", "bột lạ kg"}
    assert any("ເມທແອມເຟຕາມິນ" in head for head in heads["lo"])
    assert any('<span lang="vi">bột lạ</span>' in head for head in heads["lo"])
    for path, glossed in (("articles/m2021", True), ("vi/articles/m2021", False)):
        assert ('class="gloss">methamphetamine<' in files[f"{path}/index.html"].decode()) is glossed


def test_years_without_a_sum_are_empty_steps_of_the_same_width() -> None:
    language = Language("en", "en/", Theme(None))
    chart = sums_chart("c", "Sums", {1977: Sum(30, "30"), 2011: Sum(6, "6"), 2025: Sum(9, "9")}, language, ())
    assert chart is not None
    assert [bar.label for bar in chart.bars] == [str(year) for year in range(1977, 2026)]
    places = {bar.label: bar.middle for bar in chart.bars if bar.height}
    assert (places["2011"] - places["1977"]) / (places["2025"] - places["2011"]) == pytest.approx(34 / 14, abs=0.02)
    assert [label for _place, label in chart.ticks] == ["1980", "1990", "2000", "2010", "2020"]


def test_of_more_than_a_hundred_years_those_far_from_any_sum_are_left_out() -> None:
    language = Language("en", "en/", Theme(None))
    chart = sums_chart("c", "Sums", {1887: Sum(30, "30"), 2024: Sum(6, "6")}, language, ())
    assert chart is not None
    labels = [int(bar.label) for bar in chart.bars]
    assert labels[0] == 1887 and labels[-1] == 2024 and len(labels) < 20
    assert 1950 not in labels
    assert [label for _place, label in chart.ticks if not label.isdigit()] == ["⋯"]


def test_a_haul_of_several_articles_is_told_with_each_of_them_and_the_reasons() -> None:
    def report(ident: str, date: str, place: str, text: str) -> tuple[Article, Record]:
        figures = (Figure("seizure", 12, "brick", "exact", "12 bánh heroin", "heroin"),)
        return article(f"seeds/{ident}.txt", text), meeting(ident, date, place, kind="arrest", figures=figures)

    first = report("a", "2024-03-02", "VN-22", "Bắt Sùng A Phống (SN 1990).")
    later = report("b", "2024-03-20", "VN-22", "Khởi tố Sùng A Phống (34 tuổi).")
    other = report("c", "2024-03-03", "VN-71", "Bắt ba người.")
    archive = resolve_archive([first, later, other], load_gazetteer())
    files = {file.path: file.content.decode("utf-8", "replace") for file in render_site(archive, SETTINGS, Theme(None))}
    table = re.search(r'<table class="totals">.*?</table>', files["figures/seizure/index.html"], re.DOTALL)
    assert table is not None and '<td class="num" data-label="Sum">24 bricks</td>' in table.group()
    told = table.group().index(
        '“<span lang="vi">12 bánh heroin</span>”: one haul, told by 2 articles (the same people of'
    )
    assert '<span class="n">20 Mar 2024</span>' in table.group()[told:]
    assert '<span class="n">20 Mar 2024</span>' not in table.group()[:told]
