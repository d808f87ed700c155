"""The reasons of dates in the page's language: no piece that the extractor writes stays English."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.extract.record import extract_records
from borderwire.gazetteer import load_gazetteer
from borderwire.load import parse_text
from borderwire.site import Theme
from borderwire.site.languages import Language
from borderwire.site.reasons import Reasons

ARTICLES = Path(__file__).parents[1] / "gold" / "articles"
LANGUAGES = {code: Language(code, "", Theme(None)) for code in ("en", "vi", "lo")}


@pytest.fixture(scope="module")
def reasons() -> list[str]:
    """All that the extractor gives for the invented articles."""
    articles = [parse_text(path.read_bytes(), f"seeds/{path.name}") for path in sorted(ARTICLES.glob("*.txt"))]
    records = extract_records(articles, load_gazetteer())
    dates = [date for row in records for date in (row.event_date, row.published) if date is not None]
    return sorted({date.because for date in dates if date.because})


def test_every_piece_of_a_reason_is_known(reasons: list[str]) -> None:
    assert len(reasons) > 100
    known = Reasons(LANGUAGES["en"])
    assert {reason: words for reason in reasons if (words := known.unknown(reason))} == {}


@pytest.mark.parametrize("code", ["vi", "lo"])
def test_every_known_piece_stands_in_the_catalogue(code: str) -> None:
    assert [words for words in Reasons(LANGUAGES["en"]).words if not LANGUAGES[code].knows(words)] == []


def test_a_piece_that_is_not_known_is_told() -> None:
    known = Reasons(LANGUAGES["en"])
    assert known.unknown("month from “3/5”; year 2019 from the stamp “4/5/2019”, guessed twice") == "guessed twice"


def test_the_year_after_a_day_of_the_story_is_told_in_the_language_of_the_page() -> None:
    reason = "year 2019 from “hôm sau”, which follows a day of 2019"
    told = Reasons(LANGUAGES["vi"]).translate(reason)
    assert "follows" not in told and told.count("2019") == 2
