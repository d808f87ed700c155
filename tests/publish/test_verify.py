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


def test_the_page_of_missing_addresses_may_link_from_the_root_of_the_host_to_what_is_there() -> None:
    page = b'<a href="/index.html">x</a><a href="/gone.html">x</a>'
    problems = verify_site({"index.html": b"", "404.html": page})
    assert [(problem.code, problem.message) for problem in problems] == [
        ("absolute-link", "/gone.html starts at the root of the host.")
    ]


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
        ('<p id="a"></p><p class="x" id=\'a\'></p>', "doubled-id"),
        ("<a href='gone.html'>x</a>", "dead-link"),
        ("<a href=gone.html>x</a>", "dead-link"),
        ('<A HREF="gone.html">x</A>', "dead-link"),
        ('<a title="a > b" href="gone.html">x</a>', "dead-link"),
        ('<a href="../../index.html">x</a>', "dead-link"),
        ('<a href="%69ndex.htm">x</a>', "dead-link"),
        ('<a href="file:///home/me/index.html">x</a>', "local-link"),
        ('<link rel="preconnect" href="https://example.org">', "foreign-load"),
        ('<form action="https://example.org/search"></form>', "foreign-load"),
        ('<object data="https://example.org/x.svg"></object>', "foreign-load"),
        ('<svg><use xlink:href="https://example.org/x.svg#a"></use></svg>', "foreign-load"),
        ('<meta http-equiv="refresh" content="0; url=gone.html">', "dead-link"),
        ('<p style="background: url(https://example.org/x.png)">x</p>', "foreign-load"),
        ("<style>@import 'https://example.org/x.css';</style>", "foreign-load"),
        ("<style>p { background: url(gone.png) }</style>", "dead-link"),
    ],
)
def test_what_would_disappoint_is_named(page: str, code: str) -> None:
    assert _codes(index=page) == [code]


@pytest.mark.parametrize(
    "page",
    [
        '<a href="%69ndex.html">x</a>',
        '<a href="./index.html?a=1#top">x</a><p id="top"></p>',
        '<a href="#b%C3%AAn">x</a><p id="bên"></p>',
        '<a href="">x</a>',
        '<a href="mailto:a@example.org">x</a><a rel="noopener" href="https://example.org/">y</a>',
        '<img src="data:image/png;base64,AAAA" alt="">',
        '<script>document.write("<a href=\\"gone.html\\">")</script>',
        '<!-- <a href="gone.html">x</a> -->',
        '<p data-id="a" data-src="gone.png" title="id=\'a\'"></p><p id="a"></p>',
        "<p>a &lt; b, href=&quot;gone.html&quot;</p>",
        '<meta name="description" content="3; url">',
        '<link rel="alternate author" href="https://example.org/feed.xml">',
    ],
)
def test_what_disappoints_nobody_is_not_named(page: str) -> None:
    assert _codes(index=page) == []


def test_a_link_to_a_folder_is_told_to_name_its_file() -> None:
    (problem,) = verify_site({"index.html": b'<a href="a/">x</a>', "a/index.html": b""})
    assert problem.path == "build/index.html"
    assert "index.html" in (problem.hint or "")


def test_the_same_dead_link_is_told_once_a_page() -> None:
    page = b'<a href="gone.html">x</a><a class="y" href="gone.html">y</a>'
    problems = verify_site({"a.html": page, "b.html": page})
    assert [problem.path for problem in problems] == ["build/a.html", "build/b.html"]


def test_pages_are_resolved_from_where_they_stand() -> None:
    files = {"a/b/c.html": b'<a href="../d.html">x</a><a href="../../e.html">y</a><a href="f/../g.html">z</a>'}
    targets = {"a/d.html": b"", "e.html": b"", "a/b/g.html": b""}
    assert verify_site(files | targets) == []
    assert len(verify_site(files)) == 3


@pytest.mark.parametrize(
    "piece", ["<", "<a ", '<a href="', "<a '", "<!--", "<script", "<script>", "<style>", "url(", "&"]
)
def test_a_broken_page_is_read_to_its_end(piece: str) -> None:
    verify_site({"index.html": (piece * 4000).encode(), "a.css": (piece * 4000).encode()})


def test_a_canonical_address_loads_nothing() -> None:
    assert _codes(index='<link rel="canonical" href="https://example.org/">') == []


def test_styles_are_followed_too() -> None:
    problems = verify_site({"a.css": b"@font-face{src:url('gone.woff2')} p{background:url(https://example.org/x.png)}"})
    assert [problem.code for problem in problems] == ["dead-link", "foreign-load"]
