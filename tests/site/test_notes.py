"""Every problem, reason and contradiction that can reach a page is told in the page's language.

What the passes can say is gathered from their code, so that a new code or phrase without a translation is seen here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from borderwire.load import faults
from borderwire.model import Mention, Merge, Problem
from borderwire.site.evidence import CONTRADICTIONS, Reasonings
from borderwire.site.languages import Language
from borderwire.site.messages import messages, missing
from borderwire.site.notes import TOLD_BY_THE_DATE, Notes
from borderwire.site.reasons import Reasons
from borderwire.site.theme import Theme

WITHHELD = "phrases-withheld"  # the one problem that the pass of withholding leaves with an article
SOURCE = Path(__file__).parents[2] / "src" / "borderwire"
THEME = Theme(None)
EN = Language("en", "", THEME)
# Of files that give no article, of folders, and of corrections: they stand on no page.
ELSEWHERE = {row.code for row in vars(faults).values() if hasattr(row, "code")} | {
    "no-sources", "skipped-file", "skipped-folder", "unreadable-folder", "outside-link", "unreadable-file",
    "sidecar-broken", "sidecar-shared", "metadata-contradiction", "same-url",
    "withhold-broken", "withhold-value", "template-unused", "block-unknown",
}  # fmt: skip
NAMES = {"because", "why", "shown", "phrase"}  # variables that hold reasons
CALLS = {"YearFound": 1, "DateFact": 2, "Stamp": 1}  # calls that take one, and where


def trees(*patterns: str) -> Iterator[ast.AST]:
    for pattern in patterns:
        for path in sorted(SOURCE.glob(pattern)):
            yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def called(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == name


def put_in(part: ast.expr) -> str:
    """What an f-string puts in: words that are reasons themselves, or a number."""
    name = getattr(getattr(part, "value", None), "id", "")
    return {"what": "day and month", "phrase": "“x”", "shown": "“x”"}.get(name, "2024")


def strings(node: ast.AST | None) -> Iterator[str]:
    """The strings of an expression."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else put_in(part) for part in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp | ast.BinOp):
        for child in ast.iter_child_nodes(node):
            yield from strings(child)


def problem_codes() -> set[str]:
    found: set[str] = set()
    for node in trees("load/*.py", "extract/*.py"):
        if isinstance(node, ast.Call) and called(node, "Problem"):
            found |= set(strings(node.args[0]))
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "code":
            found |= set(strings(node.value))
    return (found - ELSEWHERE) | {WITHHELD}


def reasons() -> set[str]:
    found: set[str] = set()
    for node in trees("extract/date*.py", "extract/year*.py", "extract/stamp*.py"):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in NAMES:
            found |= set(strings(node.value))
        elif isinstance(node, ast.Call) and (at := CALLS.get(getattr(node.func, "id", ""))) and len(node.args) > at:
            found |= set(strings(node.args[at]))
    return found


def contradictions() -> set[str]:
    """What functions say that return a state or what speaks against it."""
    found: set[str] = set()
    for node in trees("resolve/*.py"):
        if isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns).endswith(" | str"):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return):
                    found |= set(strings(inner.value))
    return found


def evidence_kinds() -> set[str]:
    return {
        text
        for node in trees("resolve/*.py")
        if isinstance(node, ast.Call) and called(node, "Evidence")
        for text in strings(node.args[0])
    }


def test_every_problem_that_can_reach_a_page_has_a_message_and_a_name() -> None:
    codes = problem_codes()
    assert {"legacy-encoding", "front-matter-value", "front-matter-unknown-key", "no-province", "year-open"} <= codes
    notes = Notes(EN.gettext)
    assert codes - TOLD_BY_THE_DATE == set(notes.messages)
    assert codes == set(notes.names)


def test_every_kind_of_evidence_has_words() -> None:
    kinds = {text for text in evidence_kinds() if re.fullmatch(r"[a-z]+(-[a-z]+)+|undated", text)}
    assert len(kinds) > 30
    assert kinds <= set(Reasonings(EN)._labels)


def test_every_contradiction_is_a_message() -> None:
    assert contradictions() == set(CONTRADICTIONS)


@pytest.mark.parametrize("code", ["vi", "lo"])
def test_all_of_these_are_in_the_catalogue(code: str) -> None:
    language = Language(code, "", THEME)
    notes = Notes(EN.gettext)
    rows = [*notes.messages.values(), *notes.names.values(), *CONTRADICTIONS, *Reasonings(EN)._labels.values()]
    assert missing(language, [(text, None) for text in rows]) == []
    assert set(rows) <= {singular for singular, _plural in messages(THEME)}


def test_a_score_is_told_as_odds_no_finer_than_the_weights_allow() -> None:
    told = Reasonings(EN)
    merges = [Merge(Mention("a", 0), Mention("b", 0), score) for score in (9.41, 3.0, 40.0)]
    assert told.certainty(merges[:1]).startswith("Score 9.4: odds of about 680 to 1 that the two are one")
    assert told.certainty(merges[2:]).startswith("Score 40: odds of more than 1,000,000 to 1")
    assert told.certainty(merges).startswith(
        "Put together in 3 steps; the weakest of them: Score 3: odds of about 8 to 1"
    )
    assert told.certainty(()) == ""


def test_every_reason_for_a_date_is_told_in_other_languages() -> None:
    told = reasons()
    assert "nothing in the text tells the year" in told
    lao = Reasons(Language("lo", "", THEME))
    for text in told:
        rest = re.sub("“[^”]*”", "", lao.translate(text))
        assert not re.search("[A-Za-z]", rest), text


def test_a_message_names_what_the_problem_names() -> None:
    (text,) = Notes(Language("vi", "", THEME).gettext).tell(
        [Problem("legacy-encoding", "read as UTF-8 encoded twice.", values=(("encoding", "UTF-8 encoded twice"),))]
    )
    assert text == "Tệp dùng bảng mã cũ và được đọc theo UTF-8 bị mã hóa hai lần."


def test_a_problem_of_an_unknown_kind_keeps_its_words() -> None:
    assert Notes(EN.gettext).tell([Problem("brand-new", "something new")]) == ("something new",)
    assert Notes(EN.gettext).name("brand-new") == "brand-new"
