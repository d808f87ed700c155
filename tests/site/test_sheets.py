"""Style sheets as they are shipped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from borderwire.site.sheets import shipped
from borderwire.site.theme import Theme

SHEET = Path(__file__).parents[2] / "static" / "css" / "site.css"


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/* why */\na , b {\n  color: red;\n}\n", "a,b{color: red}\n".replace(": ", ":")),
        ('q::before { content: "  /* no */ ; } "; }', 'q::before{content:"  /* no */ ; } "}\n'),
        ("nav :focus { margin: 1px  -2px }", "nav :focus{margin:1px -2px}\n"),
        ("a { width: calc(100% - 2px) }", "a{width:calc(100% - 2px)}\n"),
        ("@media (min-width: 2rem) and (print) { a { b: c } }", "@media (min-width:2rem) and (print){a{b:c}}\n"),
        ("a { margin: 1px/* and */2px }", "a{margin:1px/**/2px}\n"),
        ("a { src: url(a b;c) format('x') }", "a{src:url(a b;c) format('x')}\n"),
        ("/*! licence */ a { }", "/*! licence */ a{}\n"),
        ("a { b: c } /* never closed", "a{b:c}\n"),
        ("", "\n"),
    ],
)
def test_a_sheet_loses_what_only_its_authors_read(written: str, sent: str) -> None:
    assert shipped(written) == sent


def test_the_site_is_written_with_the_short_sheet_that_says_the_same() -> None:
    sheet = next(file for file in Theme(None).static_files() if file.path == "static/css/site.css")
    long, short = SHEET.read_text("utf-8"), sheet.content.decode()
    assert len(short) < 0.85 * len(long)
    assert "/*" not in short and "\n" not in short.strip()
    signs = re.sub(r"/\*.*?\*/|\s", "", long, flags=re.DOTALL).replace(";}", "}")
    assert re.sub(r"\s", "", short) == signs
