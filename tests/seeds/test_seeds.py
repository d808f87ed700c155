"""The five seeds come out as a careful reader has them, and so do the same texts with everything renamed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from borderwire.evaluate import Evaluation, compare
from borderwire.extract.record import extract_record
from borderwire.gazetteer import load_gazetteer
from borderwire.load import parse_text
from borderwire.model import Article, Record
from borderwire.text import squash

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
GOLD = sorted((HERE / "gold").glob("*.gold.yaml"))
SWAPS = yaml.safe_load((HERE / "swaps.yaml").read_text(encoding="utf-8"))


class Case:
    """A text, its gold and what borderwire reads in it."""

    def __init__(self, text: str, gold: dict[str, Any]) -> None:
        self.gold = gold
        self.article: Article = parse_text(text.encode(), f"seeds/{gold['source']}")
        self.record: Record = extract_record(self.article, load_gazetteer())

    def differences(self, *keys: str) -> list[str]:
        result = Evaluation()
        compare(self.record, {key: self.gold[key] for key in keys}, self.gold["source"], result)
        return result.differences


def _case(file: Path, *, swapped: bool) -> Case:
    gold_text = file.read_text(encoding="utf-8")
    source = yaml.safe_load(gold_text)["source"]
    text = (SEEDS / source).read_text(encoding="utf-8")
    if swapped:
        for old, new in SWAPS[source]:
            assert old in text or old in gold_text, f"{source}: nothing to swap for {old}"
            text, gold_text = text.replace(old, new), gold_text.replace(old, new)
    return Case(text, yaml.safe_load(gold_text))


@pytest.fixture(
    scope="module",
    params=[(file, swapped) for file in GOLD for swapped in (False, True)],
    ids=[f"{file.name[:3]}-{kind}" for file in GOLD for kind in ("as-is", "renamed")],
)
def case(request: pytest.FixtureRequest) -> Case:
    file, swapped = request.param
    return _case(file, swapped=swapped)


def test_the_event_is_dated_as_the_text_allows(case: Case) -> None:
    assert case.differences("event_date") == []
    assert case.record.event_date.basis == case.gold["event_date_basis"]
    assert case.record.event_date.because


def test_the_publication_is_dated_only_by_a_stamp(case: Case) -> None:
    published = case.record.published
    assert (published.value if published else None) == case.gold["published"]


def test_provinces_have_no_misses_no_extras_and_their_roles(case: Case) -> None:
    assert case.differences("provinces") == []
    assert {item.id: item.role for item in case.record.provinces} == case.gold["roles"]


def test_officials_have_no_misses_no_extras_and_their_rank_office_and_body(case: Case) -> None:
    assert case.differences("officials") == []
    by_name = {squash(item.name): item for item in case.record.officials}
    for wanted in case.gold["officials"]:
        found = by_name[squash(wanted["name"])]
        assert found.country == wanted["country"]
        if "also" in wanted:
            assert any(squash(wanted["also"]) in squash(office) for office in found.also)
        assert found.head_of_delegation == wanted.get("head_of_delegation", False)


def test_agreements_have_no_misses_no_extras_and_their_status_date_and_parties(case: Case) -> None:
    assert case.differences("agreements") == []
    for wanted in case.gold["agreements"]:
        if wanted.get("optional"):
            continue
        found = next(item for item in case.record.agreements if _overlaps(item.as_written, wanted["as_written"]))
        assert found.date == wanted["date"]
        assert sorted(map(squash, found.parties)) == sorted(map(squash, wanted["parties"]))
        assert found.type == wanted.get("type", found.type)


def _overlaps(one: str, other: str) -> bool:
    return squash(one) in squash(other) or squash(other) in squash(one)


def test_the_event_has_its_type_and_place(case: Case) -> None:
    assert case.record.event_type is not None
    assert case.record.event_type.id == case.gold["event_type"]
    if "venue" in case.gold:
        assert case.record.venue is not None
        assert case.record.venue.as_written == case.gold["venue"]["phrase"]
        assert case.record.venue.province == case.gold["venue"]["province"]


def test_figures_are_all_there_with_value_unit_and_kind(case: Case) -> None:
    left = list(case.record.figures)
    for wanted in case.gold.get("figures", ()):
        match = next((item for item in left if _figure_fits(item, wanted)), None)
        assert match is not None, f"{wanted} not among {left}"
        left.remove(match)


def _figure_fits(figure: Any, wanted: dict[str, Any]) -> bool:
    return (
        figure.value == wanted["value"]
        and (
            squash(wanted["phrase"]) in squash(figure.as_written)
            or squash(figure.as_written) in squash(wanted["phrase"])
        )
        and figure.unit == wanted.get("unit", figure.unit)
        and figure.kind == wanted.get("kind", figure.kind)
        and figure.qualifier == wanted.get("qualifier", "exact")
        and figure.period == wanted.get("period", figure.period)
        and (figure.giver or "") == wanted.get("from", figure.giver or "")
        and (figure.receiver or "") == wanted.get("to", figure.receiver or "")
    )


def test_the_meeting_stands_in_its_series(case: Case) -> None:
    wanted = case.gold.get("series")
    series = case.record.series
    if wanted is None:
        assert series is None
        return
    assert series is not None
    assert series.previous is not None
    assert series.next is not None
    assert (series.ordinal, series.basis) == (wanted["ordinal"], wanted["basis"])
    assert (series.previous.ordinal, series.previous.date) == (
        wanted["previous"]["ordinal"],
        wanted["previous"]["date"],
    )
    following = wanted["next"]
    assert (series.next.ordinal, series.next.date) == (following["ordinal"], following["date"])
    assert (series.next.venue, series.next.host) == (following["venue"], following["host"])


def test_gates_and_things_handed_over_are_named(case: Case) -> None:
    assert [gate.name for gate in case.record.gates] == case.gold.get("gates", [])
    told = [squash(item.what) for item in case.record.handovers]
    for wanted in case.gold.get("handed_over", ()):
        assert any(squash(wanted) in item for item in told)


def test_title_outlet_byline_photos_and_furniture_are_told_apart(case: Case) -> None:
    article = case.article
    assert article.title == case.gold.get("title")
    assert article.outlet == case.gold.get("outlet")
    assert list(article.byline) == case.gold.get("byline", [])
    if "photos" in case.gold:
        assert len(article.photos) == case.gold["photos"]
    if "credit" in case.gold:
        assert all(case.gold["credit"] in (photo.credit or "") for photo in article.photos)
    shown = [
        article.text[block.start : block.end] for block in article.blocks if block.kind in ("furniture", "section")
    ]
    for wanted in case.gold.get("furniture", ()):
        assert wanted in shown


def test_every_value_keeps_the_phrase_that_says_it(case: Case) -> None:
    text, record = case.article.text, case.record
    facts: list[Any] = [*record.provinces, *record.officials, *record.agreements, *record.figures, record.event_type]
    for fact in facts:
        assert fact.spans
        assert fact.rule
        assert all(0 <= start < end <= len(text) for start, end in fact.spans)
    for person in record.officials:
        assert any(squash(text[slice(*span)]) == squash(person.name) for span in person.spans)
    for province in record.provinces:
        assert {text[slice(*span)] for span in province.spans} <= set(province.as_written)


def test_no_word_of_the_source_is_lost(case: Case) -> None:
    covered = "".join(case.article.text[block.start : block.end] for block in case.article.blocks)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", case.article.text)
