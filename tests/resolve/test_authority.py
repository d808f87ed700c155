"""The authority file: what it may hold, what it changes, and what is said when it cannot be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.errors import Problem
from borderwire.gazetteer import load_gazetteer
from borderwire.model import Archive, Record
from borderwire.resolve import load_authority, read_authority, resolve_archive
from tests.records import agreement, article
from tests.resolve.making import meeting, officer, told


def _archive(records: list[Record], source: str) -> Archive:
    pairs = [(article(f"seeds/{item.id}.txt", f"Bài {item.id}."), item) for item in records]
    authority, problems = read_authority(source)
    assert problems == (), [str(problem) for problem in problems]
    return resolve_archive(pairs, load_gazetteer(), authority)


def _judged(verdict: str, one: str, other: str, what: str = "person") -> str:
    """One entry of `identities`; one, other: `article name`, or `article` alone."""

    def ref(words: str) -> str:
        place, _, name = words.partition(" ")
        key = "phrase" if what == "agreement" else "name"
        return f"{{article: seeds/{place}.txt{f', {key}: {name}' if name else ''}}}"

    return (
        f"  - what: {what}\n    verdict: {verdict}\n    one: {ref(one)}\n    other: {ref(other)}\n"
        f"    why: đối chiếu ảnh chụp\n    by: LTH\n    date: 2026-05-31\n"
    )


def _file(*entries: str) -> str:
    return "identities:\n" + "".join(entries)


def _people(archive: Archive) -> list[list[str]]:
    return sorted([mention.entry for mention in person.mentions] for person in archive.people)


# Two officers of one name in two provinces: the machine keeps them apart.
MOVED = [
    told("a", "2019-03-04", officer("Nguyễn Văn Bảo", "VN-22", "Thượng tá")),
    told("b", "2023-03-04", officer("Nguyễn Văn Bảo", "VN-71", "Đại tá")),
    told("c", "2024-03-04", officer("Nguyễn Văn Bảo", "VN-71", "Đại tá")),
]
# One officer seen thrice in one office: the machine takes all for one.
STEADY = [told(name, f"202{at}-03-04", officer("Lò Văn Khoa", "VN-71")) for at, name in enumerate("abc", 1)]


def test_same_joins_what_evidence_keeps_apart_and_tells_why() -> None:
    assert len(_archive(MOVED, "").people) == 2
    archive = _archive(MOVED, _file(_judged("same", "a Nguyễn Văn Bảo", "b Nguyễn Văn Bảo")))
    (person,) = archive.people
    assert [mention.entry for mention in person.mentions] == ["a", "b", "c"]
    assert [(row.verdict, row.why, row.by, row.date) for row in person.judgements] == [
        ("same", "đối chiếu ảnh chụp", "LTH", "2026-05-31")
    ]
    assert archive.problems == ()


def test_different_parts_what_evidence_takes_for_one() -> None:
    assert _people(_archive(STEADY, "")) == [["a", "b", "c"]]
    archive = _archive(STEADY, _file(_judged("different", "a Lò Văn Khoa", "b Lò Văn Khoa")))
    assert len(archive.people) == 2
    assert not any({"a", "b"} <= set(row) for row in _people(archive))
    assert all(person.judgements for person in archive.people)
    assert archive.doubts == ()


def test_same_is_carried_on_so_that_a_third_stays_apart_from_both() -> None:
    entries = (
        _judged("same", "a Lò Văn Khoa", "b Lò Văn Khoa"),
        _judged("different", "c Lò Văn Khoa", "b Lò Văn Khoa"),
    )
    assert _people(_archive(STEADY, _file(*entries))) == [["a", "b"], ["c"]]


def test_unsure_changes_nothing_but_marks_the_doubt() -> None:
    rows = [
        told("a", "2019-03-04", officer("Nguyễn Văn Bảo", "VN-22", None, None)),
        told("b", "2020-03-04", officer("Nguyễn Văn Bảo", "VN-22", None, None)),
    ]
    (doubt,) = _archive(rows, "").doubts
    assert doubt.verdict is None
    archive = _archive(rows, _file(_judged("unsure", "b Nguyễn Văn Bảo", "a Nguyễn Văn Bảo")))
    assert [item.verdict for item in archive.doubts] == ["unsure"]
    assert len(archive.people) == 2


def test_contradictory_judgements_are_told_with_all_their_lines_and_the_rest_applies() -> None:
    rows = [*STEADY, told("x", "2019-03-04", officer("Vừ A Sùng", "VN-71", "Đại úy", "Đội trưởng")),
            told("y", "2023-03-04", officer("Vừ A Sùng", "VN-22", "Thượng úy", "Trưởng trạm"))]  # fmt: skip
    source = _file(
        _judged("same", "a Lò Văn Khoa", "b Lò Văn Khoa"),
        _judged("same", "b Lò Văn Khoa", "c Lò Văn Khoa"),
        _judged("different", "a Lò Văn Khoa", "c Lò Văn Khoa"),
        _judged("same", "x Vừ A Sùng", "y Vừ A Sùng"),
    )
    archive = _archive(rows, source)
    (problem,) = archive.problems
    assert problem.code == "authority-contradiction"
    assert (problem.path, problem.line, problem.key) == ("authority.yaml", 16, "identities[2]")
    assert "line 2 and line 9" in problem.message
    assert ["x", "y"] in _people(archive)
    assert [row.left.entry for row in archive.judgements] == ["x"]


def test_a_contradiction_by_two_ways_is_not_half_applied() -> None:
    """Removing one way of `same` must not leave the other standing against the same `different`."""
    source = _file(
        _judged("same", "a Lò Văn Khoa", "c Lò Văn Khoa"),
        _judged("same", "a Lò Văn Khoa", "b Lò Văn Khoa"),
        _judged("same", "b Lò Văn Khoa", "c Lò Văn Khoa"),
        _judged("different", "c Lò Văn Khoa", "a Lò Văn Khoa"),
    )
    archive = _archive(STEADY, source)
    assert [problem.code for problem in archive.problems] == ["authority-contradiction"]
    assert all(row.verdict == "same" for row in archive.judgements)


def test_a_judgement_that_has_lost_its_article_or_name_is_told_with_what_is_there() -> None:
    source = _file(
        _judged("same", "a Lò Văn Khoa", "gone Lò Văn Khoa"),
        _judged("same", "a Lò Văn Kha", "b Lò Văn Khoa"),
    )
    archive = _archive(STEADY, source)
    first, second = archive.problems
    assert first.code == second.code == "authority-gone"
    assert (first.line, first.key) == (5, "identities[0]")
    assert "seeds/gone.txt" in first.message and first.hint
    assert second.hint == "The article names Lò Văn Khoa."
    assert archive.judgements == ()


def test_a_moved_article_is_guessed_by_its_file_name() -> None:
    archive = _archive(STEADY, _file(_judged("same", "old/a Lò Văn Khoa", "b Lò Văn Khoa")))
    assert [problem.hint for problem in archive.problems] == ["Did you mean seeds/a.txt?"]


def test_names_and_titles_take_the_place_of_the_machines() -> None:
    names = (
        "names:\n  - what: person\n    of: {article: seeds/b.txt, name: Lò Văn Khoa}\n    preferred: Lò Văn Khoá\n"
        "    also: [Lo Van Khoa]\n    titles: {en: Lo Van Khoa}\n"
    )
    (person,) = _archive(STEADY, names).people
    assert (person.id, person.name) == ("lo-van-khoa", "Lò Văn Khoá")
    assert person.spellings == ("Lò Văn Khoa", "Lo Van Khoa")
    assert person.titles == (("en", "Lo Van Khoa"),)


def test_two_names_for_one_person_are_told_and_the_first_stands() -> None:
    entry = "  - what: person\n    of: {{article: seeds/{0}.txt, name: Lò Văn Khoa}}\n    preferred: Tên {0}\n"
    archive = _archive(STEADY, "names:\n" + entry.format("a") + entry.format("c"))
    assert [person.name for person in archive.people] == ["Tên a"]
    (problem,) = archive.problems
    assert (problem.code, problem.line, problem.key) == ("authority-named-twice", 5, "names[1]")
    assert "line 2" in problem.message
    assert [naming.preferred for naming in archive.namings] == ["Tên a"]


def _signed(ident: str, date: str) -> Record:
    paper = agreement("biên bản ghi nhớ", date, "Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn")
    return meeting(ident, date, "VN-05", "LA-HO", agreements=(paper,))


PAPERS = [_signed("a", "2023-05-06"), _signed("b", "2023-06-20")]


def test_documents_and_events_can_be_judged_and_named() -> None:
    apart = _archive(PAPERS, "")
    assert (len(apart.agreements), len(apart.events)) == (2, 2)
    names = (
        "names:\n  - what: agreement\n    of: {article: seeds/a.txt, phrase: biên bản ghi nhớ}\n"
        "    titles: {en: Memorandum of 2023}\n"
    )
    judged = _file(
        _judged("same", "a biên bản ghi nhớ", "b biên bản ghi nhớ", "agreement"), _judged("same", "a", "b", "event")
    )
    archive = _archive(PAPERS, judged + names)
    assert archive.problems == ()
    assert (len(archive.agreements), len(archive.events)) == (1, 1)
    assert archive.agreements[0].titles == (("en", "Memorandum of 2023"),)
    assert [row.what for row in archive.events[0].judgements] == ["event"]


def test_a_row_of_meetings_can_be_joined_parted_and_named() -> None:
    rows = [meeting(f"y{year}", f"{year}-05-06", "VN-05", "LA-HO") for year in (2021, 2022, 2023, 2024)]
    rows.append(meeting("other", "2025-05-06", "VN-05", "LA-LM"))
    assert [len(row.slots) for row in _archive(rows, "").series] == [4]
    joined = _archive(rows, _file(_judged("same", "y2024", "other", "series")))
    assert [len(row.slots) for row in joined.series] == [5]
    parted = _archive(
        rows, _file(_judged("different", "y2021", "y2023", "series"), _judged("same", "y2023", "y2024", "series"))
    )
    assert sorted([slot.year for slot in row.slots] for row in parted.series) == [["2021", "2022"], ["2023", "2024"]]
    named = _archive(rows, "names:\n  - what: series\n    of: {article: seeds/y2022.txt}\n    preferred: Hàng năm\n")
    assert named.series[0].titles == (("vi", "Hàng năm"),)
    assert named.problems == ()


BROKEN = """\
identities:
  - what: preson
    verdict: yes
    one: {article: seeds/a.txt, nam: X}
    other: {article: seeds/b.txt, name: 010}
    by: LTH
    date: 2026-02-30
  - what: person
    verdict: same
    one: {article: seeds/a.txt, name: X}
    other: {article: seeds/b.txt, name: Y}
    why: một người
    by: LTH
    date: 2026-02-28
nmaes: []
names:
  - what: event
    of: {article: seeds/a.txt}
  - what: agreement
    of: {article: seeds/a.txt, phrase: Z}
"""


def test_all_faults_of_a_file_are_told_at_once_with_line_key_and_remedy() -> None:
    authority, problems = read_authority(BROKEN)
    assert [rule.why for rule in authority.identities] == ["một người"]
    assert authority.names == ()
    rows = {(problem.line, problem.key) for problem in problems}
    assert rows == {
        (2, "identities[0].what"),
        (3, "identities[0].verdict"),
        (7, "identities[0].date"),
        (2, "identities[0]"),
        (15, "nmaes"),
        (17, "names[0].what"),
        (19, "names[1]"),
    }
    assert all(problem.hint and problem.path == "authority.yaml" for problem in problems)
    told = {problem.key: problem for problem in problems}
    assert told["nmaes"].hint == "Did you mean `names`?"
    assert told["identities[0].what"].hint == "Did you mean `person`?"
    assert told["identities[0].verdict"].hint == 'Quote it: "yes".'


def test_a_title_in_a_language_that_the_site_lacks_does_not_take_the_others_with_it() -> None:
    head = "names:\n  - what: person\n    of: {article: seeds/a.txt, name: Y}\n"
    authority, problems = read_authority(f"{head}    titles:\n      en: A\n      xx: B\n      lo: 12:30\n      vi: C\n")
    assert [rule.titles for rule in authority.names] == [(("vi", "C"), ("en", "A"))]
    assert [(problem.line, problem.key) for problem in problems] == [
        (6, "names[0].titles.xx"),
        (7, "names[0].titles.lo"),
    ]
    authority, problems = read_authority(f"{head}    titles: {{xx: B}}\n")
    assert authority.names == ()
    assert [problem.key for problem in problems] == ["names[0].titles.xx"]


def test_a_reference_is_checked_key_by_key() -> None:
    _, problems = read_authority(
        "names:\n  - what: person\n    of: {article: 12:30, nmae: X, name: Y}\n    preferred: Z\n"
    )
    assert [(problem.key, problem.hint) for problem in problems] == [
        ("names[0].of.article", 'Quote it: "12:30".'),
        ("names[0].of.nmae", "Did you mean `name`?"),
    ]


@pytest.mark.parametrize(
    "source",
    ["identities: [", "- a\n- b\n", "identities: no\n", "\x00", "[" * 5000, "a: &a [*a]\n", "identities: [[[]], 3]\n"],
)
def test_a_broken_file_is_one_or_more_problems_and_no_judgement(source: str) -> None:
    authority, problems = read_authority(source)
    assert authority.identities == () and authority.names == ()
    assert problems and all(isinstance(problem, Problem) and problem.line for problem in problems)


@pytest.mark.parametrize("source", ["", "# only a comment\n", "identities:\nnames:\n", "identities: []\n"])
def test_an_empty_file_is_no_problem(source: str) -> None:
    assert read_authority(source)[1] == ()


def test_a_file_in_another_encoding_is_told_and_left_out(tmp_path: Path) -> None:
    assert load_authority(tmp_path) == (read_authority("")[0], ())
    (tmp_path / "authority.yaml").write_bytes("identities: # ngày\n".encode("utf-16"))
    authority, problems = load_authority(tmp_path)
    assert authority.identities == ()
    assert [(problem.code, problem.hint) for problem in problems] == [("authority-broken", "Save it as UTF-8 text.")]
    (tmp_path / "authority.yaml").write_bytes("# Sổ\n# a\nidentities: # ng".encode() + b"\xe0y\n")
    (problem,) = load_authority(tmp_path)[1]
    assert (problem.line, problem.message) == (3, "is no UTF-8 text and is left out.")


def test_a_folder_named_as_the_file_is_told_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "authority.yaml").mkdir()
    (problem,) = load_authority(tmp_path)[1]
    assert "it is a folder" in problem.message
    assert "Errno" not in str(problem)


def test_titles_may_be_in_any_language_of_the_site(tmp_path: Path) -> None:
    file = tmp_path / "authority.yaml"
    of = "of: {article: seeds/a.txt, name: A}"
    file.write_text(f"names:\n  - what: person\n    {of}\n    titles: {{fr: Le général}}\n", encoding="utf-8")
    authority, problems = load_authority(tmp_path, ["vi", "fr"])
    assert problems == ()
    assert authority.names[0].titles == (("fr", "Le général"),)
    assert load_authority(tmp_path)[1] != ()
