"""The file beside a source: its parts are told apart, and everything wrong with it is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.load import load_article
from borderwire.load.sidecar import read_sidecar
from borderwire.model import Article, Problem

TEXT = "Ngày 5/10/2021, Công an tỉnh Sơn La làm việc với đoàn bạn.\n"
GOOD = """- set: event_date
    at: Ngày 5/10/2021
    was: 2021-10-05
    value: 2021-10-06
    why: the minutes say so
    by: Lan
"""


def load(tmp_path: Path, sidecar: str | bytes, *, name: str = "a.yaml", source: str = "a.txt") -> Article:
    (tmp_path / source).write_text(TEXT, encoding="utf-8")
    (tmp_path / name).write_bytes(sidecar if isinstance(sidecar, bytes) else sidecar.encode())
    return load_article(tmp_path / source, root=tmp_path)


def problems(article: Article) -> tuple[Problem, ...]:
    assert article.sidecar is not None
    return article.sidecar.problems


def told(text: str) -> list[tuple[str, int | None, str | None]]:
    return [(row.code, row.line, row.key) for row in read_sidecar(text.encode(), "a.yaml").sidecar.problems]


def test_metadata_of_the_source_stands_in_the_sidecar(tmp_path: Path) -> None:
    article = load(tmp_path, "outlet: Báo Thử\npublished: 2021-10-06\nurl: https://example.org/a\nrights: ©\n")
    assert (article.outlet, article.metadata.published, article.metadata.rights) == ("Báo Thử", "2021-10-06", "©")
    assert problems(article) == ()


def test_a_correction_is_read_whole_with_its_line(tmp_path: Path) -> None:
    article = load(tmp_path, "# a note\ncorrections:\n  " + GOOD)
    assert article.sidecar is not None
    (correction,) = article.sidecar.corrections
    assert (correction.action, correction.field, correction.at) == ("set", "event_date", "Ngày 5/10/2021")
    assert (correction.why, correction.by, correction.line) == ("the minutes say so", "Lan", 3)


def test_an_article_without_a_sidecar_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert load_article(tmp_path / "a.txt", root=tmp_path).sidecar is None


def test_the_sidecar_goes_before_the_front_matter_and_a_contradiction_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\noutlet: Báo Cũ\nrights: ©\n---\n{TEXT}", encoding="utf-8")
    (tmp_path / "a.yaml").write_text("rights: ©\noutlet: Báo Mới\n", encoding="utf-8")
    article = load_article(tmp_path / "a.md", root=tmp_path)
    (problem,) = problems(article)
    assert article.outlet == "Báo Mới"
    assert (problem.code, problem.path, problem.line, problem.key) == ("metadata-contradiction", "a.yaml", 2, "outlet")
    assert "Báo Cũ" in problem.message
    assert "Báo Mới" in problem.message


def test_everything_wrong_is_told_at_once_and_the_rest_is_used() -> None:
    text = (
        "outlt: x\npublished: 2021-13-01\nretrieved: 2022-01-02\ncorrections:\n"
        "  - set: title\n    wy: a\n    by: Lan\n  - 12\n  - add: officials\n    drop: officials\n  " + GOOD
    )
    file = read_sidecar(text.encode(), "a.yaml")
    assert told(text) == [
        ("sidecar-unknown-key", 1, "outlt"),
        ("sidecar-value", 2, "published"),
        ("correction-unknown-key", 6, "corrections.1.wy"),
        ("correction-incomplete", 5, "corrections.1"),
        ("correction-incomplete", 5, "corrections.1"),
        ("correction-incomplete", 8, "corrections.2"),
        ("correction-incomplete", 9, "corrections.3"),
    ]
    assert file.metadata.retrieved == "2022-01-02"
    assert [correction.field for correction in file.sidecar.corrections] == ["event_date"]
    hints = [problem.hint or "" for problem in file.sidecar.problems]
    assert "outlet" in hints[0]
    assert "why" in hints[2]
    assert all(hints)


@pytest.mark.parametrize("part", ["why", "by", "value"])
def test_a_correction_says_what_why_and_by_whom(part: str) -> None:
    lines = [line for line in GOOD.splitlines() if not line.strip().startswith(f"{part}:")]
    assert told("corrections:\n  " + "\n".join(lines)) == [("correction-incomplete", 2, "corrections.1")]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"outlet: [\n", "not valid YAML"),
        (b"outlet: \xff\xfe\n", "UTF-8"),
        (b"- a\n- b\n", "no keys"),
        (b"a: &x [1]\nb: *x\n", "alias"),
        (b"a: " + b"[" * 13 + b"]" * 13, "nested"),
        (b"a: " + b"[" * 5000, "nested"),
        (b"a: '" + b"x" * 1_100_000 + b"'", "larger"),
    ],
)
def test_a_file_that_cannot_be_read_is_left_out_and_named(tmp_path: Path, raw: bytes, words: str) -> None:
    article = load(tmp_path, raw)
    (problem,) = problems(article)
    assert (problem.code, problem.path) == ("sidecar-broken", "a.yaml")
    assert words in str(problem)
    assert article.text.strip() == TEXT.strip()


@pytest.mark.parametrize("raw", [b"", b"# only a note\n", b"corrections:\n"])
def test_an_empty_sidecar_says_nothing(tmp_path: Path, raw: bytes) -> None:
    assert problems(load(tmp_path, raw)) == ()


def test_a_sidecar_of_two_sources_is_used_for_neither(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    article = load(tmp_path, "outlet: Báo Thử\n")
    (problem,) = problems(article)
    assert problem.code == "sidecar-shared"
    assert article.outlet is None


def test_a_second_sidecar_is_named_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("outlet: Báo Khác\n", encoding="utf-8")
    article = load(tmp_path, "outlet: Báo Thử\n")
    assert [problem.code for problem in problems(article)] == ["sidecar-shared"]
    assert article.outlet == "Báo Thử"


@pytest.mark.parametrize("written", ["0", "3 of 2", "first", "[1]"])
def test_an_occurrence_counts_from_one(written: str) -> None:
    assert told(f"corrections:\n  {GOOD}    occurrence: {written}\n") == [
        ("correction-value", 8, "corrections.1.occurrence")
    ]


def test_a_key_that_stands_twice_is_told() -> None:
    assert told("rights: a\nrights: b\n") == [("sidecar-value", 2, "rights")]
