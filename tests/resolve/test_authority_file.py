"""Judgements written to the authority file: what stood there stays, what is written is read back as meant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from borderwire.errors import ConfigError
from borderwire.gazetteer import load_gazetteer
from borderwire.model import Archive, Mention, Record, Verdict
from borderwire.resolve import load_authority, resolve_archive
from borderwire.resolve.authority_file import AuthorityFile
from borderwire.resolve.pinning import lookup, words_for
from tests.records import agreement, article
from tests.resolve.making import archive_of, officer, told

ROWS: list[Record] = [
    told("a", "2019-03-04", officer("Nguyễn Văn Bảo", "VN-22", "Thượng tá")),
    told("b", "2023-03-04", officer("Nguyễn Văn Bảo", "VN-71", "Đại tá")),
]

BY_HAND = """\
# Sổ phán quyết của kho tư liệu
names:   # gọi thế nào
- what: person
  of: {article: seeds/a.txt, name: "Nguyễn Văn Bảo"}
  preferred: 'Nguyễn Văn Bảo (Nghệ An)'   # xem ảnh

identities:
- what: person      # người này
  verdict: unsure
  one: {article: seeds/a.txt, name: Nguyễn Văn Bảo}
  other:
    article: seeds/b.txt
    name: Nguyễn Văn Bảo
  why: chưa rõ
  by: LTH
  date: 2026-01-02
"""


def _judge(file: AuthorityFile, archive: Archive, verdict: Verdict = "same", why: str = "cùng chữ ký") -> None:
    one, other = archive.by_id["a"], archive.by_id["b"]
    file.judge(
        "person", verdict, (one, Mention("a", 0)), (other, Mention("b", 0)), why=why, by="LTH", date="2026-05-31"
    )


def test_a_judgement_written_is_read_back_and_applies(tmp_path: Path) -> None:
    archive = archive_of(ROWS)
    _judge(AuthorityFile(tmp_path), archive, why='"có" — xem: ảnh #2')
    authority, problems = load_authority(tmp_path)
    assert problems == ()
    assert [rule.why for rule in authority.identities] == ['"có" — xem: ảnh #2']
    pairs = [(entry.article, entry.record) for entry in archive.entries]
    assert len(resolve_archive(pairs, load_gazetteer(), authority).people) == 1


def test_comments_order_quotes_and_indents_of_a_file_kept_by_hand_stay(tmp_path: Path) -> None:
    path = tmp_path / "authority.yaml"
    path.write_text(BY_HAND, encoding="utf-8")
    _judge(AuthorityFile(tmp_path), archive_of(ROWS))
    text = path.read_text(encoding="utf-8")
    assert text.startswith(BY_HAND)
    assert text.removeprefix(BY_HAND).startswith("- what: person\n  verdict: same\n")


def test_line_ends_mark_and_comments_of_other_sections_stay_where_they_are(tmp_path: Path) -> None:
    path = tmp_path / "authority.yaml"
    head, tail = BY_HAND[BY_HAND.index("identities:") :], "\n# --- Tên gọi ---\n\nnames: []\n"
    path.write_bytes(f"\ufeff{head}{tail}".replace("\n", "\r\n").encode())
    _judge(AuthorityFile(tmp_path), archive_of(ROWS))
    made = path.read_bytes().decode()
    assert made.count("\n") == made.count("\r\n")
    plain = made.replace("\r\n", "\n")
    assert plain.startswith(f"\ufeff{head}- what: person\n  verdict: same\n")
    assert plain.endswith(tail)
    assert len(load_authority(tmp_path)[0].identities) == 2


def test_a_file_of_comments_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "authority.yaml"
    path.write_text("# Của chị Hoa\n# đừng xóa\n", encoding="utf-8")
    _judge(AuthorityFile(tmp_path), archive_of(ROWS))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Của chị Hoa\n# đừng xóa\n")
    assert len(load_authority(tmp_path)[0].identities) == 1


def test_what_was_looked_at_is_written_beside_the_judgements(tmp_path: Path) -> None:
    archive = archive_of(ROWS)
    file = AuthorityFile(tmp_path)
    _judge(file, archive)
    file.confirm(
        "officials.rank", (archive.by_id["a"], Mention("a", 0)), "Thượng tá", "right", by="LTH", date="2026-05-31"
    )
    file.confirm("event_date", (archive.by_id["b"], Mention("b", -1)), None, "unsure", by="LTH", date="2026-05-31")
    authority, problems = load_authority(tmp_path)
    assert problems == ()
    assert [(rule.fact, rule.of.words, rule.value, rule.verdict) for rule in authority.facts] == [
        ("officials.rank", "Nguyễn Văn Bảo", "Thượng tá", "right"),
        ("event_date", None, None, "unsure"),
    ]
    assert len(authority.identities) == 1


def test_a_broken_file_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "authority.yaml"
    for broken in ("identities: [\n", "- a\n", "identities: []\nidentities: []\n"):
        path.write_text(broken, encoding="utf-8")
        with pytest.raises(ConfigError, match="nothing was written"):
            _judge(AuthorityFile(tmp_path), archive_of(ROWS))
        assert path.read_text(encoding="utf-8") == broken


def test_words_tell_apart_two_things_that_an_article_calls_the_same() -> None:
    text = "Hai bên ký biên bản ghi nhớ về ma túy. Chiều cùng ngày ký biên bản ghi nhớ về cứu hộ."
    papers = []
    for at in (text.index("biên bản"), text.rindex("biên bản")):
        paper = agreement("biên bản ghi nhớ", "2023-05-06", "Công an tỉnh Sơn La")
        papers.append(replace(paper, spans=((at, at + len("biên bản ghi nhớ")),)))
    item = told("a", "2023-05-06", agreements=tuple(papers))
    entry = resolve_archive([(article("seeds/a.txt", text), item)], load_gazetteer()).entries[0]
    words = [words_for(entry, "agreement", index) for index in (0, 1)]
    assert words[0] != words[1]
    assert [lookup(entry, "agreement", found or "") for found in words] == [[0], [1]]
    assert lookup(entry, "agreement", "biên bản ghi nhớ") == [0, 1]


def test_a_name_that_the_rules_read_longer_than_before_is_still_found() -> None:
    text = "Đại tá Lò Văn Khoa dự."
    fact = replace(officer("Lò Văn Khoa", "VN-71"), spans=((7, 18),))
    entry = resolve_archive([(article("seeds/a.txt", text), told("a", None, fact))], load_gazetteer()).entries[0]
    assert lookup(entry, "person", "Văn Khoa") == [0]
    assert lookup(entry, "person", "LÒ VĂN KHOA") == [0]
    assert lookup(entry, "person", "Văn Khao") == []
