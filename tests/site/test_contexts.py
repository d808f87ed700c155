"""Templates and contexts agree, and the page that documents them tells the truth."""

from __future__ import annotations

from dataclasses import fields

import pytest
from jinja2 import Environment, nodes

from borderwire.site.theme import default_theme
from tests.site.templates import PAGES, Checker, context_classes, unused

TEMPLATES = default_theme() / "templates"


@pytest.fixture(scope="module")
def checker() -> Checker:
    checker = Checker()
    checker.check(TEMPLATES)
    return checker


def test_templates_use_no_name_that_their_context_has_not(checker: Checker) -> None:
    assert checker.wrong == []


def test_every_field_of_a_context_is_used_by_a_template(checker: Checker) -> None:
    assert unused(checker) == []


def test_the_check_sees_a_wrong_name(tmp_path: object) -> None:
    checker = Checker()
    checker.file = "about.html"
    tree = checker.environment.parse("{{ about.nothing }}{% for x in about.articles %}{{ y }}{% endfor %}")
    checker.walk(tree, {"about": PAGES["about.html"][1]})
    assert len(checker.wrong) == 2


def test_the_readme_of_the_templates_names_every_template_and_every_field() -> None:
    text = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    for path in sorted(TEMPLATES.rglob("*.html")):
        assert f"`{path.relative_to(TEMPLATES).as_posix()}`" in text, path
    for kind in context_classes():
        assert f"**{kind.__name__}**" in text, kind
        row = next(line for line in text.splitlines() if line.startswith(f"| **{kind.__name__}** |"))
        for field in fields(kind):
            assert f"`{field.name}`" in row, (kind, field.name)


def test_the_readme_of_the_templates_tells_every_macro_with_what_it_takes() -> None:
    rows = [line for line in (TEMPLATES / "README.md").read_text(encoding="utf-8").splitlines() if "`parts/" in line]
    for path in sorted((TEMPLATES / "parts").glob("*.html")):
        (row,) = [line for line in rows if line.startswith(f"| `parts/{path.name}` |")]
        macros = [
            f"{macro.name}({', '.join(arg.name for arg in macro.args)})"
            for macro in Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Macro)
        ]
        assert [macro for macro in macros if f"`{macro}`" not in row] == [], path


def test_the_readme_says_of_every_context_what_its_class_says() -> None:
    lines = (TEMPLATES / "README.md").read_text(encoding="utf-8").splitlines()
    for kind in context_classes():
        row = next(line for line in lines if line.startswith(f"| **{kind.__name__}** |"))
        told = " ".join((kind.__doc__ or "").split())
        if not told.startswith(f"{kind.__name__}("):  # dataclasses write one where there is none
            assert row.endswith(f"| {told} |"), kind
