"""The timeline."""

from __future__ import annotations

import re

from borderwire.model import Archive


def test_every_dated_event_stands_on_it_once_newest_first(html: dict[str, str], archive: Archive) -> None:
    pages = [path for path in html if re.fullmatch(r"timeline/(page_\d+/)?index\.html", path)]
    pages.sort(key=lambda path: int((re.findall(r"\d+", path) or ["1"])[0]))
    dates = [date for path in pages for date in re.findall(r'<time [^>]*datetime="([^"]+)"', html[path])]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == sum(event.date is not None for event in archive.events)


def test_an_event_stands_on_the_side_where_it_took_place(html: dict[str, str], archive: Archive) -> None:
    pages = "".join(text for path, text in html.items() if path.startswith("timeline/"))
    for side in ("vn", "la"):
        count = sum(event.date is not None and (event.venue or "").lower().startswith(side) for event in archive.events)
        assert len(re.findall(rf'<li class="{side}">\n<time class="timeline-date"', pages)) == count


def test_years_are_jumps_to_their_first_event(html: dict[str, str]) -> None:
    page = html["timeline/index.html"]
    years = re.findall(r'href="\.\./(timeline/[^"#]*)#(y\d+)"', page)
    assert len(years) > 2
    for path, anchor in years:
        assert f'<h2 id="{anchor}">' in html[path]
