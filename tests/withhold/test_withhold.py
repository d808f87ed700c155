"""What is withheld stands in nothing that is published, in no form, or nothing is published."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest

from borderwire.build import build
from borderwire.cli import main
from borderwire.config import load_config
from borderwire.errors import WithholdError
from borderwire.load.withheld import read_withheld
from borderwire.text import fold, slug
from borderwire.withhold import Forms, prove

NAME = "Bun Thoong Xay Nha Vông"
OTHER = "Bunthong Xaynhavong"
WHY = "\n  why: asked for\n  by: Lan\n"
Tree = Callable[[Path], dict[str, bytes]]
Capture = pytest.CaptureFixture[str]

SECOND = f"""Công an tỉnh Khăm Muộn thăm Hà Tĩnh

Ngày 20/4/2023, Đại tá {OTHER}, Giám đốc Công an tỉnh Khăm Muộn (Lào) thăm Công an tỉnh Hà Tĩnh. Đại tá Trịnh Quốc \
Bảo, Giám đốc Công an tỉnh Hà Tĩnh tiếp đoàn.
"""


def withhold(archive: Path, text: str) -> None:
    (archive / "withhold.yaml").write_text(text, encoding="utf-8")


def published(archive: Path) -> str:
    """Everything that is published, folded: what stands in it however it is written can be looked for."""
    build_folder = archive / "build"
    rows = [f"{path.relative_to(build_folder)}\n{path.read_bytes().decode('utf-8', 'replace')}"
            for path in sorted(build_folder.rglob("*")) if path.is_file()]  # fmt: skip
    return fold("\n".join(rows))


def test_a_name_leaves_text_records_lists_addresses_and_search(archive: Path) -> None:
    assert main(["build", str(archive)]) == 0
    before = published(archive)
    assert fold(NAME) in before
    assert slug(NAME) in before
    withhold(archive, f"- name: {NAME}{WHY}")
    assert main(["build", str(archive), "--strict"]) == 0
    text = published(archive)
    assert fold(NAME) not in text
    assert slug(NAME) not in text
    assert "dai ta […], giam doc" in text
    assert fold("Trịnh Quốc Bảo") in text


def test_another_spelling_of_the_same_official_is_withheld_too(archive: Path) -> None:
    (archive / "seeds" / "visit.txt").write_text(SECOND, encoding="utf-8")
    assert main(["build", str(archive)]) == 0
    assert fold(OTHER) in published(archive)
    withhold(archive, f"- name: {NAME}{WHY}")
    assert main(["build", str(archive), "--strict"]) == 0
    text = published(archive)
    for form in (NAME, OTHER):
        assert fold(form) not in text
        assert slug(form) not in text


def test_a_phrase_is_withheld_as_it_is_and_other_spellings_stay(archive: Path) -> None:
    (archive / "seeds" / "visit.txt").write_text(SECOND, encoding="utf-8")
    withhold(archive, f"- phrase: {NAME}{WHY}")
    assert main(["build", str(archive), "--strict"]) == 0
    text = published(archive)
    assert fold(NAME) not in text
    assert fold(OTHER) in text


def test_a_short_later_mention_of_the_person_is_left_out_with_the_name(archive: Path) -> None:
    source = archive / "seeds" / "gate.txt"
    source.write_text(source.read_text("utf-8") + "\nTrung tá Lộc cho biết đồn sẽ tiếp tục.\n", encoding="utf-8")
    withhold(archive, f"- name: Phan Đức Lộc{WHY}")
    assert main(["build", str(archive), "--strict"]) == 0
    assert "trung ta […] cho biet" in published(archive)


def test_the_page_and_the_record_say_that_words_are_withheld(archive: Path) -> None:
    withhold(archive, f"- name: {NAME}{WHY}")
    main(["build", str(archive)])
    (page,) = (archive / "build" / "en" / "articles").glob("2023-*/index.html")
    assert "withholds words of this text" in page.read_text("utf-8")
    (other,) = (archive / "build" / "en" / "articles").glob("2024-*/index.html")
    assert "withholds words of this text" not in other.read_text("utf-8")
    rows = [json.loads(line) for line in (archive / "build" / "data" / "records.jsonl").read_text("utf-8").splitlines()]
    assert sorted("phrases-withheld" in {problem["code"] for problem in row["problems"]} for row in rows) == [
        False,
        True,
    ]


def test_every_phrase_of_a_fact_still_stands_where_its_offsets_say(archive: Path) -> None:
    withhold(archive, f"- name: {NAME}{WHY}- phrase: an ninh biên giới{WHY}")
    main(["build", str(archive)])
    found = build(load_config(archive), write=False).archive
    for entry in found.entries:
        text = entry.article.text
        for official in entry.record.officials:
            assert any(text[start:end] in official.name for start, end in official.spans)
        for province in entry.record.provinces:
            assert {text[start:end] for start, end in province.spans} <= set(province.as_written)
        for figure in entry.record.figures:
            assert figure.as_written in {text[start:end] for start, end in figure.spans}
        for block in entry.article.blocks:
            assert text[block.start : block.end].strip()


def test_a_withheld_title_changes_the_address_and_no_part_of_it_stays(archive: Path) -> None:
    text = f"Đoàn của đồng chí {NAME} thăm và làm việc\n\nNgày 3/4/2021, Công an tỉnh Sơn La đón đoàn bạn.\n"
    (archive / "seeds" / "title.txt").write_text(text, encoding="utf-8")
    withhold(archive, f"- phrase: {NAME}{WHY}")
    assert main(["build", str(archive), "--strict"]) == 0
    assert "bun-thoong" not in published(archive)


def test_file_names_addresses_and_metadata_of_a_source_are_treated(archive: Path) -> None:
    spelt = slug("Mai Văn Hoè")
    (archive / "seeds" / f"{spelt}.txt").write_text("Ngày 3/4/2021, Công an tỉnh Sơn La họp.\n", encoding="utf-8")
    sidecar = f"url: https://example.org/{spelt}.html\nauthors: [MAI VĂN HÒE, Thu An]\nrights: Mai Van Hoe\n"
    (archive / "seeds" / f"{spelt}.yaml").write_text(sidecar, encoding="utf-8")
    withhold(archive, f"- name: Mai Văn Hoè{WHY}")
    assert main(["build", str(archive), "--strict"]) == 0
    assert spelt not in published(archive)
    assert "mai van hoe" not in published(archive)
    assert "Thu An" in "".join(page.read_text("utf-8") for page in (archive / "build" / "articles").rglob("*.html"))


def test_a_long_name_is_left_out_where_it_is_glued_to_other_letters(archive: Path) -> None:
    text = (
        "Ngày 3/4/2021, Công an tỉnh Sơn La họp.\n\nẢnh: https://example.org/img/tuongmaivanhoe.jpg, "
        "MaiVanHoeGapGo.jpg. "
        "#ĐạitáMaiVănHoè cảm ơn.\n"
    )
    (archive / "seeds" / "tuongmaivanhoe.txt").write_text(text, encoding="utf-8")
    (archive / "seeds" / "photo.md").write_text(
        "Ngày 5/6/2022, Công an tỉnh Sơn La họp.\n\n![anh](https://example.org/anhmaivanhoe.jpg)\n", encoding="utf-8"
    )
    assert main(["build", str(archive)]) == 0
    assert "maivanhoe" in published(archive)
    withhold(archive, f"- name: Mai Văn Hoè{WHY}")
    assert main(["build", str(archive), "--strict"]) == 0
    told = published(archive)
    assert "maivanhoe" not in told
    assert "tuong[…].jpg, […]gapgo.jpg" in told


def test_an_address_that_the_sidecar_overrules_tells_nothing_of_a_withheld_name(archive: Path) -> None:
    front = "url: https://example.org/mai-van-hoe.html\nrights: Mai Văn Hoè\ntags: [mai văn hoè, họp]"
    text = f"---\n{front}\n---\nNgày 3/4/2021, Công an tỉnh Sơn La họp.\n"
    (archive / "seeds" / "note.md").write_text(text, encoding="utf-8")
    beside = "url: https://example.org/a.html\nrights: ©\ntags: [họp]\n"
    (archive / "seeds" / "note.yaml").write_text(beside, encoding="utf-8")
    withhold(archive, f"- name: Mai Văn Hoè{WHY}")
    assert main(["build", str(archive)]) == 0
    rows = [json.loads(line) for line in (archive / "build" / "data" / "records.jsonl").read_text("utf-8").splitlines()]
    fields = [note["field"] for row in rows for note in row["corrections"]]
    assert sorted(fields) == ["rights", "tags"]
    assert "mai van hoe" not in published(archive)


def test_of_very_many_files_that_hold_it_the_first_are_named_and_the_others_counted(
    archive: Path, capsys: Capture
) -> None:
    (archive / "borderwire.yaml").write_text("title: Kho Mai Văn Hoè\n", encoding="utf-8")
    withhold(archive, f"- name: Mai Văn Hoè{WHY}")
    assert main(["build", str(archive)]) == 1
    short = capsys.readouterr().err.splitlines()
    assert len(short) < 30
    assert any(line.startswith("... and") for line in short)
    assert main(["build", str(archive), "--verbose"]) == 1
    assert len(capsys.readouterr().err.splitlines()) > 30


def test_markdown_is_treated_also_where_mark_up_parts_the_name_and_in_its_links(archive: Path) -> None:
    body = (
        "Ngày 3/4/2021, Công an tỉnh Sơn La họp.\n\nCó **Mai** *Văn* Hoè dự, "
        "cùng [bạn](https://example.org/mai-van-hoe) và ![Mai Văn Hoè](https://example.org/a.jpg).\n"
    )
    (archive / "seeds" / "note.md").write_text(body, encoding="utf-8")
    withhold(archive, f"- phrase: Mai Văn Hoè{WHY}")
    assert main(["build", str(archive)]) == 0
    (page,) = [row for row in (archive / "build" / "articles").rglob("*.html") if "cùng" in row.read_text("utf-8")]
    assert "[…]" in page.read_text("utf-8")
    assert "Hoè" not in page.read_text("utf-8")


def test_corrections_that_name_the_person_are_treated(archive: Path) -> None:
    sidecar = f"""corrections:
  - drop: officials
    at: {NAME}
    was: {NAME}
    why: {OTHER} was not there
    by: Lan
"""
    (archive / "seeds" / "talks.yaml").write_text(sidecar, encoding="utf-8")
    withhold(archive, f"- name: {NAME}\n  also: [{OTHER}]{WHY}")
    assert main(["build", str(archive), "--strict"]) == 0
    assert fold(NAME) not in published(archive)
    assert fold(OTHER) not in published(archive)


def test_what_an_older_build_told_is_withheld_from_the_page_of_changes(archive: Path) -> None:
    assert main(["build", str(archive), "--output", "old"]) == 0
    (archive / "borderwire.yaml").write_text("changes_from: old\n", encoding="utf-8")
    withhold(archive, f"- name: {NAME}{WHY}")
    assert main(["build", str(archive)]) == 0
    assert fold(NAME) not in published(archive)


FORMS = {
    "as it is": NAME,
    "capitals": NAME.upper(),
    "decomposed": unicodedata.normalize("NFD", NAME),
    "without accents": fold(NAME),
    "slug": slug(NAME),
    "joined": fold(NAME).replace(" ", ""),
    "underscores": NAME.replace(" ", "_"),
    "dashes": NAME.replace(" ", " – "),
    "no-break spaces": NAME.replace(" ", "\u00a0"),
    "zero-width": NAME.replace(" ", "\u200b "),
    "soft hyphens": NAME.replace("n", "n\u00ad\u200b"),
    "numeric entities": "".join(f"&#{ord(char)};" for char in NAME),
    "hexadecimal entities": "".join(f"&#x{ord(char):x};" for char in NAME),
    "named entities": NAME.replace("ô", "&ocirc;"),
    "percent": quote(NAME),
    "json": json.dumps(NAME),
    "json of json": json.dumps(json.dumps(NAME)),
    "line ends in json": json.dumps(NAME.replace(" ", "\n")),
    "parted by tags": NAME.replace(" ", "</b> <i>"),
    "in an attribute": f'<img alt="{escape(NAME)}">',
    "in a social tag": f'<meta property="og:title" content="Hội đàm: {NAME}">',
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_the_proof_finds_every_form_with_its_line_and_does_not_repeat_it(form: str) -> None:
    forms = Forms(read_withheld(f"- name: {NAME}{WHY}".encode()))
    page = f"<p>Hội đàm &amp; ký kết\n<p>{form}</p>\n".encode()
    with pytest.raises(WithholdError) as caught:
        prove([("a.html", page)], forms, "withhold.yaml")
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("build/a.html", 2)
    assert fold(NAME) not in fold(str(problem))


@pytest.mark.parametrize("text", ["Bun Thoong", "Bun Thoong Xay Nha Vôngthu", "Bùn. Thông xây nhà. Vong", "100% &amp;"])
def test_the_proof_passes_what_is_not_withheld(text: str) -> None:
    prove([("a.html", text.encode())], Forms(read_withheld(f"- name: {NAME}{WHY}".encode())), "withhold.yaml")


def test_where_it_is_found_nothing_is_published(archive: Path, tree: Tree, capsys: Capture) -> None:
    assert main(["build", str(archive)]) == 0
    before = tree(archive / "build")
    withhold(archive, f"- name: {NAME}{WHY}")
    (archive / "static").mkdir()
    (archive / "static" / "note.html").write_text(f"<p>\n<p>{NAME}</p>\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["build", str(archive)]) == 1
    log = capsys.readouterr().err
    assert "build/static/note.html:2" in log
    assert "line 1 of withhold.yaml" in log
    assert fold(NAME) not in fold(log)
    assert tree(archive / "build") == before


def test_the_proof_reads_file_names_and_packed_files(archive: Path, capsys: Capture) -> None:
    import gzip  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    withhold(archive, f"- name: {NAME}{WHY}")
    (archive / "static").mkdir()
    (archive / "static" / f"{slug(NAME)}.svg").write_text("<svg/>", encoding="utf-8")
    (archive / "static" / "a.gz").write_bytes(gzip.compress(NAME.encode()))
    with zipfile.ZipFile(archive / "static" / "b.zip", "w") as packed:
        packed.writestr("inner.txt", NAME)
    assert main(["check", str(archive)]) == 1
    log = capsys.readouterr().err
    assert "its name holds" in log
    assert "static/a.gz" in log
    assert "inner.txt" in log
    assert not (archive / "build").exists()


def test_settings_that_hold_it_are_found(archive: Path) -> None:
    (archive / "borderwire.yaml").write_text(f"footer: Cảm ơn {NAME}\n", encoding="utf-8")
    withhold(archive, f"- name: {NAME}{WHY}")
    assert main(["build", str(archive)]) == 1


def test_a_page_that_somebody_keeps_by_hand_is_read_too(archive: Path, capsys: Capture) -> None:
    assert main(["build", str(archive)]) == 0
    kept = archive / "build" / "officials" / slug(NAME) / "index.html"
    kept.write_text(kept.read_text("utf-8") + "<!-- mine -->", encoding="utf-8")
    withhold(archive, f"- name: {NAME}{WHY}")
    assert main(["build", str(archive)]) == 1
    assert slug(NAME) in capsys.readouterr().err
    assert kept.exists()


def test_other_words_of_the_same_letters_stay(archive: Path) -> None:
    text = "Ngày 3/4/2021, Công an tỉnh Sơn La họp. Ông Lê Nam dự. Bà Lê Na vắng.\n"
    (archive / "seeds" / "more.txt").write_text(text, encoding="utf-8")
    withhold(archive, f"- phrase: Lê Na{WHY}")
    assert main(["build", str(archive)]) == 0
    text = published(archive)
    assert "ong le nam du. ba […] vang" in text


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- nme: Mai Văn Hoè" + WHY, 1, "name"),
        ("- name: Mai Văn Hoè\n  by: Lan\n", 1, "why"),
        ("- name: Mai Văn Hoè\n  why: asked\n", 1, "by"),
        ("- name: Mai Văn Hoè\n  phrase: bản Nà Hin" + WHY, 1, "either"),
        ("- name: Hoè" + WHY, 1, "too short"),
        ("- name: [Mai]" + WHY, 1, "text"),
        ("- name:" + WHY, 1, "empty"),
        ("- Mai Văn Hoè\n", 1, "keys"),
        ("name: Mai Văn Hoè\n", 1, "list"),
        ("- name: [\n", 2, "YAML"),
        ("- name: Mai Văn Hoè" + WHY + "- name: x" + WHY, 4, "too short"),
    ],
)
def test_a_mistake_in_the_file_stops_the_build_and_is_named(
    archive: Path, tree: Tree, capsys: Capture, text: str, line: int, words: str
) -> None:
    assert main(["build", str(archive)]) == 0
    before = tree(archive / "build")
    withhold(archive, text)
    capsys.readouterr()
    assert main(["build", str(archive)]) == 1
    log = capsys.readouterr().err
    assert f"withhold.yaml:{line}" in log
    assert words in log
    assert tree(archive / "build") == before


@pytest.mark.parametrize("name", ["withhold.yml", "seeds/withhold.yaml", "withheld.yaml"])
def test_a_file_that_would_not_be_read_stops_the_build(archive: Path, name: str) -> None:
    (archive / name).write_text(f"- name: {NAME}{WHY}", encoding="utf-8")
    with pytest.raises(WithholdError, match=r"withhold\.yaml"):
        build(load_config(archive))


def test_an_empty_file_withholds_nothing(archive: Path) -> None:
    withhold(archive, "# nobody yet\n")
    assert main(["build", str(archive), "--strict"]) == 0


def test_two_builds_with_withheld_names_are_the_same(archive: Path, tree: Tree) -> None:
    withhold(archive, f"- name: {NAME}{WHY}- name: Phan Đức Lộc{WHY}")
    assert main(["build", str(archive)]) == 0
    before = tree(archive / "build")
    assert main(["build", str(archive)]) == 0
    assert tree(archive / "build") == before


def test_an_entry_that_stands_nowhere_is_noted(archive: Path, capsys: Capture) -> None:
    withhold(archive, f"- name: Người Không Có{WHY}")
    assert main(["build", str(archive), "--verbose"]) == 0
    assert "withhold.yaml:1: stands in no text" in capsys.readouterr().err


def test_judgements_and_names_of_the_keeper_tell_nothing_either(archive: Path) -> None:
    (archive / "seeds" / "visit.txt").write_text(SECOND, encoding="utf-8")
    judgement = f"""identities:
  - what: person
    verdict: same
    one: {{article: seeds/talks.txt, name: {NAME}}}
    other: {{article: seeds/visit.txt, name: {OTHER}}}
    why: one office
    by: Lan
    date: 2026-05-01
  - what: event
    verdict: different
    one: {{article: seeds/talks.txt}}
    other: {{article: seeds/visit.txt}}
    why: {NAME} was a guest at the second
    by: Lan
    date: 2026-05-01
names:
  - what: person
    of: {{article: seeds/talks.txt, name: {NAME}}}
    preferred: Khăm Xay Vông Đuông
    titles: {{en: Khamsay Vongduang}}
"""
    (archive / "authority.yaml").write_text(judgement, encoding="utf-8")
    assert main(["build", str(archive), "--strict"]) == 0
    assert "khamsay vongduang" in published(archive)
    withhold(archive, f"- name: {NAME}{WHY}")
    assert main(["build", str(archive), "--strict"]) == 0
    text = published(archive)
    for form in (NAME, OTHER, "Khamsay Vongduang", "Khăm Xay Vông Đuông"):
        assert fold(form) not in text
