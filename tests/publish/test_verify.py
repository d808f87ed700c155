"""The check of the whole site sees every link that would disappoint a reader."""

from __future__ import annotations

import pytest

from borderwire.publish import verify_site


def _codes(**pages: str) -> list[str]:
    files = {path.replace("__", "/") + ".html": page.encode() for path, page in pages.items()}
    files["static/a.css"] = b"body{background:url(b.png)}"
    files["static/b.png"] = b"png"
    return [problem.code for problem in verify_site(files)]


def test_links_and_anchors_that_lead_somewhere_are_fine() -> None:
    home = '<a href="a/index.html#top">A</a><link rel="stylesheet" href="static/a.css"><img src="static/b.png" alt="">'
    page = (
        '<h1 id="top">A</h1><a href="../index.html">home</a><a href="#top">up</a><a href="https://example.org/">x</a>'
    )
    assert _codes(index=home, a__index=page) == []


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ('<a href="gone.html">x</a>', "dead-link"),
        ('<a href="a/">x</a>', "dead-link"),
        ('<a href="../index.html">x</a>', "dead-link"),
        ('<a href="index.html#gone">x</a>', "dead-anchor"),
        ('<a href="#gone">x</a>', "dead-anchor"),
        ('<a href="/index.html">x</a>', "absolute-link"),
        ('<script src="https://example.org/x.js"></script>', "foreign-load"),
        ('<img src="//example.org/x.png" alt="">', "foreign-load"),
        ('<link rel="stylesheet" href="https://example.org/x.css">', "foreign-load"),
        ('<img srcset="static/b.png 1x, static/c.png 2x" alt="">', "dead-link"),
        ('<p id="a"></p><p id="a"></p>', "doubled-id"),
    ],
)
def test_what_would_disappoint_is_named(page: str, code: str) -> None:
    assert _codes(index=page) == [code]


def test_a_canonical_address_loads_nothing() -> None:
    assert _codes(index='<link rel="canonical" href="https://example.org/">') == []


def test_styles_are_followed_too() -> None:
    problems = verify_site({"a.css": b"@font-face{src:url('gone.woff2')} p{background:url(https://example.org/x.png)}"})
    assert [problem.code for problem in problems] == ["dead-link", "foreign-load"]
