"""An article as a reference for other programs: nothing is lost, nothing is made up, nothing breaks the format."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from borderwire.model import Archive, DateFact, Entry, Metadata
from borderwire.site import SiteSettings, Theme, render_site, urls
from borderwire.site.citing import REFERENCES, Reference, bibtex, csl, make_reference, ris
from tests.site import fixtures

WHOLE = Reference(
    ident="2024-05-12-x",
    title="50% & {một} \\ số #1_a",
    authors=("Thu Hạnh", "Lò & Con"),
    outlet="Báo Thử",
    published="2024-05-12",
    retrieved="2024-06-01",
    source="https://example.org/a_b?c=1&d=%C3%A0",
    address="https://kho.example/articles/x/index.html",
    archive="Hai bờ",
    language="vi",
)
BARE = replace(WHOLE, authors=(), outlet="", published=None, retrieved=None, source=None, address=None)


def test_bibtex_keeps_names_whole_and_says_tex_nothing() -> None:
    text = bibtex(WHOLE)
    assert text.startswith("@misc{2024-05-12-x,\n")
    assert "author = {{Thu Hạnh} and {Lò \\& Con}}" in text
    assert r"title = {{50\% \& \{một\} \textbackslash{} số \#1\_a}}" in text
    assert "url = {https://example.org/a_b?c=1&d=%C3%A0}" in text
    assert "year = {2024},\n  month = {5},\n  date = {2024-05-12}" in text


def test_ris_is_one_record_of_lines() -> None:
    rows = ris(WHOLE).split("\r\n")
    assert rows[0] == "TY  - NEWS"
    assert rows[-2:] == ["ER  - ", ""]
    assert [row for row in rows if row.startswith("AU")] == ["AU  - Thu Hạnh", "AU  - Lò & Con"]
    assert "DA  - 2024/05/12/" in rows
    assert "Y2  - 2024/06/01" in rows


def test_csl_is_a_list_of_one_item() -> None:
    (item,) = json.loads(csl(WHOLE))
    assert item["issued"] == {"date-parts": [[2024, 5, 12]]}
    assert item["author"] == [{"literal": "Thu Hạnh"}, {"literal": "Lò & Con"}]
    assert item["URL"] == WHOLE.source
    assert item["archive_location"] == WHOLE.address


def test_what_is_not_known_is_left_out() -> None:
    assert "author" not in bibtex(BARE)
    assert "year" not in bibtex(BARE)
    assert "url" not in bibtex(BARE)
    assert {row[:2] for row in ris(BARE).split("\r\n")} == {"TY", "TI", "LA", "DB", "N1", "ID", "ER", ""}
    assert set(json.loads(csl(BARE))[0]) == {"id", "type", "title", "language", "archive"}


@pytest.mark.parametrize(("published", "parts"), [("2024", [2024]), ("2024-05", [2024, 5])])
def test_a_date_is_as_precise_as_known(published: str, parts: list[int]) -> None:
    reference = replace(WHOLE, published=published)
    assert json.loads(csl(reference))[0]["issued"] == {"date-parts": [parts]}
    assert f"date = {{{published}}}" in bibtex(reference)


def test_a_title_of_the_archive_stands_in_brackets_and_the_event_is_no_publication(archive: Archive) -> None:
    entry: Entry = archive.entries[0]
    record = replace(entry.record, title=None, published=None, event_date=DateFact("2024-05-12", "explicit"))
    article = replace(entry.article, metadata=Metadata(url="javascript:alert(1)"))
    made = make_reference(replace(entry, record=record, article=article, label_made=True), SiteSettings(), "Hai bờ")
    assert made.title == f"[{entry.label}]"
    assert made.published is made.source is made.address is None


def test_every_article_offers_its_reference_in_every_language(archive: Archive, files: dict[str, bytes]) -> None:
    for entry in archive.entries:
        for name, kind in REFERENCES:
            assert files[urls.citation(entry.id, kind)]
            link = f'href="../../../articles/{entry.id}/cite.{kind}" download>{name}</a>'
            assert link in files["en/" + urls.article(entry.id)].decode()


def test_an_archive_without_a_title_is_cited_by_the_name_that_its_pages_bear(archive: Archive) -> None:
    rows = render_site(archive, SiteSettings(languages=("vi", "en", "lo")), Theme(None), fixtures.TERMS)
    files = {file.path: file.content.decode() for file in rows if b"\0" not in file.content}
    ident = archive.entries[0].id
    for folder, name in (("", "Hồ sơ biên giới"), ("en/", "Borderwire"), ("lo/", "ແຟ້ມຊາຍແດນ")):
        page = files[folder + urls.article(ident)]
        assert f"· {name}</title>" in page and f": {name}, " in page[page.index('class="cite"') :]
    assert json.loads(files[urls.citation(ident, "json")])[0]["archive"] == "Hồ sơ biên giới"
