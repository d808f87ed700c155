"""Events that several articles report, and sums of figures, as pages show them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from borderwire.gazetteer import load_gazetteer
from borderwire.model import Archive, EventType, Figure, Judgement, Mention, Record
from borderwire.site import SiteSettings, Theme, render_site
from borderwire.site.names import Terms
from tests.records import agreement
from tests.resolve.making import archive_of, meeting, officer

CHIEF, DEPUTY = officer("Lò Văn Xuyến", "VN-05"), officer("Hà Thị Mừng", "VN-05", office="Phó Giám đốc")


def _report(ident: str, number: int, **fields: object) -> Record:
    figure = Figure("people-trained", number, None, "exact", f"{number} học viên")
    return meeting(ident, "2024-05-06", "VN-05", "LA-HO", outlet=f"Báo {ident}", figures=(figure,), **fields)


def _archive() -> Archive:
    later = Figure("people-trained", 4, None, "over", "hơn 4 học viên")
    archive = archive_of(
        [
            _report("mot", 12, officials=(CHIEF, DEPUTY)),
            _report("hai", 15, officials=(CHIEF,)),
            meeting("ba", "2024-09-06", "VN-05", "LA-HO", figures=(later,)),
            meeting("bon", "2025-09-06", "VN-05", "LA-HO"),
        ]
    )
    left, right = Mention("hai", -1), Mention("mot", -1)
    ruling = Judgement("event", "same", left, right, "cùng một cuộc gặp", "Thủ thư", "2025-01-02", 3)
    events = tuple(
        replace(event, judgements=(ruling,)) if len(event.entries) > 1 else event for event in archive.events
    )
    return replace(archive, events=events)


@pytest.fixture(scope="module")
def html() -> dict[str, str]:
    settings = SiteSettings(title="Hai bờ", languages=("en",), language="en")
    files = render_site(_archive(), settings, Theme(None), Terms.of(load_gazetteer()))
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


def _section(html: str, ident: str) -> str:
    found = re.search(rf'<section[^>]*aria-labelledby="{ident}">.*?</section>', html, re.DOTALL)
    return found.group() if found else ""


def test_the_page_of_an_event_tells_where_its_sources_differ(html: dict[str, str]) -> None:
    differ = _section(html["events/hai/index.html"], "differ")
    said = r'#n1"[^>]*>people trained: (\d+)</a> <span class="n"><a [^>]*>(.*?)</a>'
    assert re.findall(said, differ, re.IGNORECASE) == [
        ("15", 'source 1 (<span lang="vi">Báo hai</span>)'),
        ("12", 'source 2 (<span lang="vi">Báo mot</span>)'),
    ]


def test_it_tells_what_only_one_source_says(html: dict[str, str]) -> None:
    page = html["events/hai/index.html"]
    assert "Hà Thị Mừng" in _section(page, "only-2") and _section(page, "only-1") == ""
    assert "Lò Văn Xuyến" in _section(page, "all") and "Hà Thị Mừng" not in _section(page, "all")


def test_every_source_has_a_section_that_says_what_it_does_not_tell(html: dict[str, str]) -> None:
    page = html["events/hai/index.html"]
    first, second = _section(page, "source-1"), _section(page, "source-2")
    assert "Báo hai" in first and "Báo mot" in second
    assert "not told" in first and "15" in first and "15" not in second


def test_what_was_signed_there_stands_apart_from_what_is_only_mentioned() -> None:
    signed = agreement("biên bản ghi nhớ năm 2024", "2024-05-06", "Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn")
    treaty = agreement("Hiệp định hợp tác năm 2011", "2011", "Chính phủ Việt Nam", "Chính phủ Lào", status="referenced")
    rows = [
        _report("mot", 12, officials=(CHIEF, DEPUTY), agreements=(signed, treaty)),
        _report("hai", 12, officials=(CHIEF,), agreements=(signed,)),
    ]
    files = render_site(archive_of(rows), SiteSettings(title="x", languages=("en",), language="en"), Theme(None))
    page = next(
        file.content.decode() for file in files if file.path.startswith("events/") and "source-2" in str(file.content)
    )
    told = dict(re.findall(r"<h4>([^<]*)</h4>(.*?)</div>", _section(page, "source-2"), re.DOTALL))
    assert "biên bản" in told["Signed or exchanged"] and "Hiệp định" not in told["Signed or exchanged"]
    assert "Hiệp định" in told["Documents mentioned"] and "(referred to)" in told["Documents mentioned"]
    assert "Documents mentioned" in _section(page, "only-2") and "Documents mentioned" not in _section(page, "all")


def test_judgements_on_the_event_stand_there_with_their_reason(html: dict[str, str]) -> None:
    judged = _section(html["events/hai/index.html"], "judged")
    assert "cùng một cuộc gặp" in judged and "Thủ thư" in judged


@pytest.mark.parametrize(
    "path",
    [
        "articles/mot/index.html", "articles/hai/index.html", "timeline/index.html", "years/2024/index.html",
        "meetings/",
    ],
)  # fmt: skip
def test_articles_and_lists_lead_to_it(html: dict[str, str], path: str) -> None:
    if path.startswith("meetings/"):
        path = next(name for name in html if re.fullmatch(r"meetings/[^/]+/index\.html", name))
    assert "events/hai/index.html" in html[path]


def test_an_article_names_the_others_on_its_event(html: dict[str, str]) -> None:
    assert "../../articles/mot/index.html" in _section(html["articles/hai/index.html"], "event")
    assert _section(html["articles/ba/index.html"], "event") == ""


def test_an_event_named_like_a_kind_of_event_has_an_address_of_its_own() -> None:
    archive = archive_of([_report("talks", 12, officials=(CHIEF,)), _report("z", 12, officials=(CHIEF,))])
    assert archive.events[0].id == "talks" and archive.events[0].type == EventType("talks", "").id
    files = render_site(archive, SiteSettings(title="x", languages=("en",), language="en"), Theme(None))
    paths = [file.path for file in files]
    assert len(paths) == len(set(paths)) and {"events/talks/index.html", "events/talks_told/index.html"} <= set(paths)


@pytest.mark.parametrize(
    "path", ["figures/people-trained/index.html", "years/2024/index.html", "pairs/vn-05_la-ho/index.html"]
)
def test_sums_stand_with_the_figures_behind_them_and_those_left_out(html: dict[str, str], path: str) -> None:
    table = re.search(r'<table class="totals">.*?</table>', html[path], re.DOTALL)
    assert table is not None
    text = re.sub(r"<[^>]*>", " ", table.group())
    assert "at least 19" in text
    assert "15 học viên" in text and "hơn 4 học viên" in text
    assert re.search(r"told of the same event by another article\s+12 học viên", text)
    assert 'articles/hai/index.html#n1"' in table.group()


def test_a_year_that_only_figures_are_of_is_no_link() -> None:
    results = Figure("cases", 9, None, "exact", "9 vụ", period="2023")
    reports = [meeting(ident, "2024-05-06", "VN-05", "LA-HO", figures=(results,)) for ident in "ab"]
    files = render_site(archive_of(reports), SiteSettings(title="x", languages=("en",), language="en"), Theme(None))
    page = next(file.content.decode() for file in files if file.path == "figures/cases/index.html")
    assert '<th scope="row"><span>2023</span></th>' in page and "years/2023" not in page


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2023-01/2023-06", "January 2023 – June 2023"),
        ("../2024-05-06", "until 6 May 2024"),
        ("2020/..", "since 2020"),
        ("P1Y", "every year"),
        ("../..", "at a time that is not told"),
    ],
)
def test_the_time_of_a_figure_is_told_in_words(period: str, words: str) -> None:
    results = Figure("cases", 9, None, "exact", "9 vụ", period=period)
    archive = archive_of([meeting("a", "2024-05-06", "VN-05", "LA-HO", figures=(results,))])
    files = render_site(archive, SiteSettings(title="x", languages=("en",), language="en"), Theme(None))
    page = next(file.content.decode() for file in files if file.path == "figures/cases/index.html")
    assert words in page
