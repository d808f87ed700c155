"""The walk through what is doubtful: what is asked, what an answer writes, what comes back and what does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from borderwire.build import gather
from borderwire.cli import main
from borderwire.config import load_config
from borderwire.model import Archive, FactDoubt
from borderwire.resolve import to_review
from borderwire.review import list_lines, walk

# Two officers whose names differ in a tone only, of one province; no year in the second article.
TEXTS = {
    "a.txt": (
        "Hội đàm với Công an tỉnh Hủa Phăn\n\nNgày 4/3/2023, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn. "
        "Dự hội đàm có Đại tá Lò Văn Khoa, Giám đốc Công an tỉnh Sơn La.\n"
    ),
    "b.txt": (
        "Trao quà cho bạn\n\nSáng 12/6, Công an tỉnh Sơn La trao quà cho Công an tỉnh Hủa Phăn, Lào. "
        "Đồng chí Lò Văn Khoá, Trưởng phòng Công an tỉnh Sơn La, phát biểu.\n"
    ),
}


class Script:
    """A person who gives these keys and lines, one after the other, and is gone after the last."""

    def __init__(self, *answers: str) -> None:
        self._answers: Iterator[str] = iter(answers)
        self.shown: list[str] = []

    def show(self, text: str) -> None:
        self.shown.append(text)

    def key(self) -> str | None:
        return next(self._answers, None)

    def line(self, prompt: str) -> str | None:
        self.shown.append(prompt)
        return next(self._answers, None)

    @property
    def text(self) -> str:
        return "\n".join(self.shown)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "seeds" / name).write_text(text, encoding="utf-8")
    return tmp_path


def _archive(root: Path, kind: str = "") -> Archive:
    read = gather(load_config(root))
    assert [problem for problem in (*read.problems, *read.archive.problems) if problem.severity != "note"] == []
    archive = read.archive
    rows = to_review(archive)
    if kind:
        rows = tuple(row for row in rows if kind == (row.doubt if isinstance(row, FactDoubt) else "identity"))
    return replace(archive, review=rows)


def _walk(root: Path, *answers: str, kind: str = "") -> str:
    script = Script(*answers)
    assert walk(_archive(root, kind), root, "LTH", script, print) == 0
    return script.text


def _files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_a_question_shows_the_words_in_their_text_and_what_the_machine_thinks(root: Path) -> None:
    text = _walk(root, "q", kind="year-open")
    assert "[1/1]  Date of the event" in text
    assert "seeds/b.txt" in text
    assert "»Sáng 12/6«" in text or "»12/6«" in text
    assert "because: the year is not settled" in text
    assert "r right · w wrong · c correct to…" in text


def test_worst_come_first(root: Path) -> None:
    weights = [item.weight for item in _archive(root).review]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) > 1


def test_a_fact_that_is_right_does_not_come_again(root: Path) -> None:
    assert len(_archive(root, "year-open").review) == 1
    assert "1 answers written" in _walk(root, "r", kind="year-open")
    assert _archive(root, "year-open").review == ()
    assert sorted(_files(root)) == ["a.txt", "authority.yaml", "b.txt"]


def test_a_corrected_fact_is_corrected_in_the_next_build_and_does_not_come_again(root: Path) -> None:
    _walk(root, "c", "2024-06-12", "theo báo in", kind="year-open")
    archive = _archive(root, "year-open")
    assert archive.review == ()
    entry = next(entry for entry in archive.entries if entry.article.source.path == "seeds/b.txt")
    assert entry.record.event_date.value == "2024-06-12"
    assert [(row.why, row.by) for row in entry.record.corrections] == [("theo báo in", "LTH")]


def test_a_value_that_no_build_would_take_is_told_and_leaves_every_file_as_it_was(root: Path) -> None:
    before = _files(root)
    text = _walk(root, "c", "hôm qua", "", "q", kind="year-open")
    assert "is no date: hôm qua" in text
    assert "0 answers written" in text
    assert _files(root) == before


def test_wrong_is_no_answer_where_nothing_is_read(root: Path) -> None:
    before = _files(root)
    assert "say with c what is right" in _walk(root, "w", "q", kind="year-open")
    assert _files(root) == before


def test_an_identity_judged_same_is_one_in_the_next_build(root: Path) -> None:
    assert len([person for person in _archive(root).people if person.name.startswith("Lò Văn")]) == 2
    text = _walk(root, "s", "cùng chữ ký", kind="identity")
    assert "[1/1]  One person?" in text
    assert "A  seeds/" in text and "B  seeds/" in text
    later = _archive(root, "identity")
    assert later.review == ()
    (khoa,) = [person for person in later.people if person.name.startswith("Lò Văn")]
    assert [row.why for row in khoa.judgements] == ["cùng chữ ký"]


@pytest.mark.parametrize("key", ["d", "u"])
def test_different_and_unsure_do_not_come_again_either(root: Path, key: str) -> None:
    assert len(_archive(root, "identity").review) == 1
    text = _walk(root, key, "", kind="identity")
    assert "why [" in text
    later = _archive(root, "identity")
    assert later.review == ()
    assert len([person for person in later.people if person.name.startswith("Lò Văn")]) == 2


def test_next_leaves_the_question_for_another_day(root: Path) -> None:
    before, count = _files(root), len(_archive(root).review)
    text = _walk(root, *(["n"] * count))
    assert "Nothing more to look at." in text
    assert _files(root) == before
    assert len(_archive(root).review) == count


def test_back_takes_the_last_answer_back_and_asks_again(root: Path) -> None:
    before = _files(root)
    for answer in (["s", ""], ["n", "r"], ["n", "c", "2024-06-12", ""]):
        text = _walk(root, *answer, "b", "q")
        assert "Taken back." in text
        assert text.count("[1/2]") == (2 if answer[0] == "s" else 1)
        assert "0 answers written" in text
        assert _files(root) == before


def test_back_without_an_answer_only_goes_back(root: Path) -> None:
    text = _walk(root, "b", "n", "b", "q")
    assert text.count("There is no answer to take back.") == 2
    assert [line for line in text.splitlines() if line.startswith("[")] != []
    assert text.count("[1/2]") == 3


def test_the_end_of_input_ends_the_walk_with_what_was_answered_kept(root: Path) -> None:
    text = _walk(root, "r", kind="year-open")
    assert "1 answers written" in text
    assert (root / "authority.yaml").exists()


def test_nobody_s_judgement_is_not_written(root: Path) -> None:
    told: list[str] = []
    assert walk(_archive(root), root, None, Script(""), told.append) == 1
    assert told == ["borderwire: a judgement needs a name; nothing was written."]


def test_nothing_doubtful_is_told(root: Path) -> None:
    script = Script()
    assert walk(replace(_archive(root), review=()), root, None, script, print) == 0
    assert script.shown == ["Nothing to look at."]


def test_the_list_has_a_line_for_every_question_with_its_place(root: Path) -> None:
    archive = _archive(root)
    lines = list(list_lines(archive))
    assert len(lines) == len(archive.review)
    assert all(line.count("\t") == 4 and "seeds/" in line for line in lines)
    assert any(line.split("\t")[1] == "Date of the event" for line in lines)


def test_a_broken_authority_file_is_told_and_nothing_is_lost(root: Path) -> None:
    archive = _archive(root, "year-open")
    (root / "authority.yaml").write_text("identities: [\n", encoding="utf-8")
    script = Script("r", "q")
    walk(archive, root, "LTH", script, print)
    assert "authority.yaml: is no valid YAML; nothing was written" in script.text
    assert (root / "authority.yaml").read_text(encoding="utf-8") == "identities: [\n"


def test_going_back_leaves_what_was_written_by_hand_since(root: Path) -> None:
    (root / "authority.yaml").write_text("identities: []\n", encoding="utf-8")

    class Editor(Script):
        """Edits the file by hand before the key that takes the answer back."""

        def key(self) -> str | None:
            pressed = super().key()
            if pressed == "b":
                path = root / "authority.yaml"
                path.write_text(path.read_text(encoding="utf-8") + "# looked at in print\n", encoding="utf-8")
            return pressed

    script = Editor("r", "b", "q")
    walk(_archive(root, "year-open"), root, "LTH", script, print)
    text = (root / "authority.yaml").read_text(encoding="utf-8")
    assert text.endswith("# looked at in print\n") and "event_date" in text
    assert "Not taken back: authority.yaml: has been changed since" in script.text
    assert "1 answers written" in script.text


def test_a_broken_authority_file_is_told_before_anything_is_asked(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "authority.yaml").write_text("identities: [\n", encoding="utf-8")
    assert main(["review", str(root)]) == 1
    told = capsys.readouterr()
    assert "error: authority.yaml:" in told.err and "[authority-broken]" in told.err
    assert "Nothing was asked." in told.err
    assert (root / "authority.yaml").read_text(encoding="utf-8") == "identities: [\n"


def test_a_broken_sidecar_is_told_and_the_questions_are_listed_all_the_same(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "seeds" / "a.yaml").write_text("corrections: [\n", encoding="utf-8")
    assert main(["review", str(root), "--list"]) == 0
    told = capsys.readouterr()
    assert "seeds/a.yaml" in told.err and "[sidecar-broken]" in told.err
    assert "seeds/b.txt" in told.out
