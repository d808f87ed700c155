"""The seeds as an archive: what is one across them, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.extract.record import extract_record
from borderwire.gazetteer import load_gazetteer
from borderwire.load import load_articles
from borderwire.model import Archive
from borderwire.resolve import resolve_archive

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def archive() -> Archive:
    articles, _ = load_articles(ROOT / "seeds", root=ROOT)
    return resolve_archive([(item, extract_record(item, load_gazetteer())) for item in articles], load_gazetteer())


def test_exactly_one_person_is_shared_by_two_articles(archive: Archive) -> None:
    (person,) = [person for person in archive.people if len(person.mentions) > 1]
    assert {archive.by_id[mention.entry].record.source.path[-24:-21] for mention in person.mentions} == {"000", "001"}
    assert person.country == "LA" and len(person.spellings) == 2
    assert [(step.kind, step.old, step.new) for step in person.promotions] == [("rank", "Đại tá", "Thiếu tướng")]


def test_nothing_else_is_merged_or_doubted(archive: Archive) -> None:
    assert all(len(event.entries) == 1 for event in archive.events) and len(archive.events) == 5
    assert all(len(item.mentions) == 1 for item in archive.agreements)
    assert archive.doubts == ()


def test_the_sekong_series_holds_two_years_over_the_merger(archive: Archive) -> None:
    (series,) = [series for series in archive.series if "LA-XE" in series.parties]
    assert series.parties == ("VN-DN", "LA-XE")
    assert [(slot.year, slot.basis) for slot in series.slots] == [("2024", "reported"), ("2025", "reported")]


def test_the_dien_bien_series_is_thirteen_with_twelve_known_and_fourteen_planned(archive: Archive) -> None:
    (series,) = [series for series in archive.series if "LA-PH" in series.parties]
    assert [(slot.ordinal, slot.basis) for slot in series.slots] == [(12, "mentioned"), (13, "reported")]
    assert series.next is not None and (series.next.ordinal, series.next.year) == (14, "2026")


def test_the_memorandum_of_2025_carries_on_that_of_2024(archive: Archive) -> None:
    linked = [(item.date, item.follows) for item in archive.agreements if item.follows]
    assert (
        [date for date, _ in linked] == ["2025-08-15"]
        and linked[0][1] is not None
        and linked[0][1].startswith("2024-07-24")
    )
