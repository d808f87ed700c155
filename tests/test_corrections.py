"""Corrections from end to end: a file beside a source changes the site, and readers see what was read before."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from borderwire.cli import main
from tests.site.reader import Page

SIDECAR = """
outlet: Báo Thử
corrections:
  - set: officials.rank
    at: Trịnh Quốc Bảo
    was: Đại tá
    value: Thiếu tướng
    why: the paper <mended> it
    by: Lan
  - drop: officials
    at: Bun Thoong Xay Nha Vông
    was: Bun Thoong Xay Nha Vông
    why: was not there
    by: Lan
  - set: title
    at: An ninh biên giới
    was: An ninh biên giới
    value: Hội đàm Hà Tĩnh – Khăm Muộn
    why: a section, no title
    by: Minh
"""


@pytest.fixture
def site(archive: Path) -> Path:
    (archive / "seeds" / "talks.yaml").write_text(SIDECAR, encoding="utf-8")
    assert main(["build", str(archive), "--strict"]) == 0
    return archive / "build"


def page(site: Path, language: str) -> str:
    (path,) = (site / language / "articles").glob("2023-*/index.html")
    return path.read_text(encoding="utf-8")


def row(text: str, ident: str) -> str:
    found = re.search(rf'<li class="fact \w+" id="{ident}">.*?</li>', text, re.DOTALL)
    assert found, ident
    return found[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [("", "Lan sửa từ “Đại tá”"), ("en", "rank: corrected from “Đại tá” by Lan"), ("lo", "ແກ້ຈາກ “Đại tá” ໂດຍ Lan")],
)
def test_the_fact_shows_both_values_who_and_why_in_every_language(site: Path, language: str, words: str) -> None:
    found = row(page(site, language), "o1")
    assert words in found
    assert "Thiếu tướng" in found
    assert "the paper &lt;mended&gt; it" in found


def test_a_dropped_fact_is_told_and_has_no_page(site: Path) -> None:
    text = page(site, "en")
    assert "left out by Lan: was not there" in text[text.index('id="f-corrected"') :]
    assert not (site / "officials" / "bun-thoong-xay-nha-vong").exists()


def test_the_corrected_title_leads_the_page_and_that_of_the_text_stays_in_it(site: Path) -> None:
    text = page(site, "en")
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", text) == ["Hội đàm Hà Tĩnh – Khăm Muộn"]
    assert '<p class="title">' in text
    assert "corrected from “An ninh biên giới” by Minh" in text


def test_the_career_and_the_lists_follow_the_correction(site: Path) -> None:
    person = (site / "officials" / "trinh-quoc-bao" / "index.html").read_text(encoding="utf-8")
    assert "Thiếu tướng" in person
    assert "Hội đàm Hà Tĩnh – Khăm Muộn" in (site / "articles" / "index.html").read_text(encoding="utf-8")


def test_the_data_hold_both_values(site: Path) -> None:
    rows: list[Any] = [json.loads(line) for line in (site / "data" / "records.jsonl").read_text("utf-8").splitlines()]
    corrections = {item["field"]: item for record in rows for item in record["corrections"]}
    assert (corrections["officials.rank"]["was"], corrections["officials.rank"]["value"]) == ("Đại tá", "Thiếu tướng")
    assert corrections["officials"]["action"] == "drop"
    schema = json.loads((site / "data" / "record.schema.json").read_text(encoding="utf-8"))
    jsonschema = pytest.importorskip("jsonschema")
    for record in rows:
        jsonschema.validate(record, schema)


def test_every_link_of_a_corrected_page_leads_somewhere(site: Path) -> None:
    reader = Page(page(site, "en"))
    anchors = {link[1:] for link in reader.links if link.startswith("#")}
    assert anchors <= set(reader.ids)


def test_two_builds_with_corrections_are_the_same(
    site: Path, archive: Path, tree: Callable[[Path], dict[str, bytes]]
) -> None:
    before = tree(site)
    assert main(["build", str(archive)]) == 0
    assert tree(site) == before


def test_a_swapped_source_is_told_with_file_line_and_remedy_and_the_rest_is_built(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / "seeds" / "talks.yaml").write_text(SIDECAR, encoding="utf-8")
    source = archive / "seeds" / "talks.txt"
    source.write_text(source.read_text("utf-8").replace("Trịnh Quốc Bảo", "Mai Văn Hoè"), encoding="utf-8")
    assert main(["build", str(archive)]) == 0
    log = capsys.readouterr().err
    assert "seeds/talks.yaml:4: set officials.rank: “Trịnh Quốc Bảo” does not stand in the text." in log
    assert "correction-no-longer-fits" in log
    assert "Báo Thử" in page(archive / "build", "en")
    assert "was not there" in page(archive / "build", "en")
    assert main(["build", str(archive), "--strict"]) == 1


def test_extract_reads_the_text_alone(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (archive / "seeds" / "talks.yaml").write_text(SIDECAR, encoding="utf-8")
    assert main(["extract", str(archive / "seeds" / "talks.txt")]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["officials"][0]["rank"] == "Đại tá"
    assert record["corrections"] == []


QUOTED = """QĐND Online

Ngày 4/3/2023, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn tại Mộc Châu.

(TTXVN) - Thứ Hai, 06/03/2023 08:15
"""
NOTED = """---
outlet: Báo Một
published: 2023-03-07
---
Thứ Hai, 06/03/2023 08:15

Ngày 4/3/2023, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn tại Mộc Châu.

Theo Báo Ba
"""


def test_metadata_that_stand_against_text_or_front_matter_show_both_with_whose_they_are(archive: Path) -> None:
    seeds = archive / "seeds"
    (seeds / "noted.md").write_text(NOTED, encoding="utf-8")
    (seeds / "noted.yaml").write_text("outlet: Báo Hai\npublished: 2023-03-08\n", encoding="utf-8")
    assert main(["build", str(archive)]) == 0
    rows = [json.loads(line) for line in (archive / "build/data/records.jsonl").read_text("utf-8").splitlines()]
    record = next(row for row in rows if row["source"]["path"] == "seeds/noted.md")
    told = {(row["field"], row["was"], row["value"], row["basis"]) for row in record["corrections"]}
    assert told == {
        ("outlet", "Báo Một", "Báo Hai", "sidecar-front-matter"),
        ("outlet", "Báo Ba", "Báo Hai", "sidecar-text"),
        ("published", "2023-03-07", "2023-03-08", "sidecar-front-matter"),
        ("published", "2023-03-06", "2023-03-08", "sidecar-text"),
    }
    text = (archive / "build/en/articles" / record["id"] / "index.html").read_text(encoding="utf-8")
    assert "set by the keeper beside the source; the front matter says “Báo Một”" in text
    assert "set by the keeper beside the source; the text says “Báo Ba”" in text
    assert "Báo Hai" in text and "7 March 2023" in text


def test_both_addresses_rights_days_and_tags_stay_in_sight(archive: Path) -> None:
    seeds = archive / "seeds"
    front = "url: https://example.org/fm\nrights: © FM\nretrieved: 2023-05-01\ntags: [cũ, biên giới]\nlanguage: vi\n"
    (seeds / "noted.md").write_text(f"---\n{front}---\n{NOTED.split('---', 2)[2]}", encoding="utf-8")
    beside = "url: https://example.org/side\nrights: © Bên\nretrieved: 2023-06-02\ntags: [mới]\nlanguage: vi\n"
    (seeds / "noted.yaml").write_text(beside, encoding="utf-8")
    assert main(["build", str(archive)]) == 0
    rows = [json.loads(line) for line in (archive / "build/data/records.jsonl").read_text("utf-8").splitlines()]
    record = next(row for row in rows if row["source"]["path"] == "seeds/noted.md")
    assert {(row["field"], str(row["was"]), str(row["value"])) for row in record["corrections"]} == {
        ("url", "https://example.org/fm", "https://example.org/side"),
        ("rights", "© FM", "© Bên"),
        ("retrieved", "2023-05-01", "2023-06-02"),
        ("tags", "['cũ', 'biên giới']", "['mới']"),
    }
    assert {row["basis"] for row in record["corrections"]} == {"sidecar-front-matter"}
    page = (archive / "build/en/articles" / record["id"] / "index.html").read_text(encoding="utf-8")
    for words in ("https://example.org/fm", "© FM", "1 May 2023", "cũ, biên giới"):
        assert f"the front matter says “{words}”" in page
    for words in ("https://example.org/side", "© Bên", "2 June 2023", "mới"):
        assert words in page


def test_metadata_that_stand_against_the_text_alone_show_what_the_text_says(archive: Path) -> None:
    source = archive / "seeds" / "stamped.txt"
    source.write_text(QUOTED, encoding="utf-8")
    assert main(["build", str(archive)]) == 0
    rows = [json.loads(line) for line in (archive / "build/data/records.jsonl").read_text("utf-8").splitlines()]
    read = next(row for row in rows if row["source"]["path"] == "seeds/stamped.txt")
    assert read["outlet"] and read["published"] and read["corrections"] == []
    source.with_suffix(".yaml").write_text("outlet: Báo Hai\npublished: 2023-03-09\n", encoding="utf-8")
    assert main(["build", str(archive)]) == 0
    rows = [json.loads(line) for line in (archive / "build/data/records.jsonl").read_text("utf-8").splitlines()]
    now = next(row for row in rows if row["source"]["path"] == "seeds/stamped.txt")
    told = {row["field"]: (row["was"], row["value"], row["basis"]) for row in now["corrections"]}
    assert told == {
        "outlet": (read["outlet"], "Báo Hai", "sidecar-text"),
        "published": (read["published"]["value"], "2023-03-09", "sidecar-text"),
    }
