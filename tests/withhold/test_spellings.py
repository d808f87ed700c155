"""Withheld people are left out where running text spells them in another way or shortens their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.cli import main
from borderwire.text import fold
from borderwire.withhold.running import lao_sounds, short_form, spelt_alike

WHY = "\n  why: asked for\n  by: Lan\n"


def texts(archive: Path) -> str:
    rows = sorted((archive / "build").rglob("*"))
    return fold("\n".join(f"{row}\n{row.read_bytes().decode('utf-8', 'replace')}" for row in rows if row.is_file()))


def seed(archive: Path, name: str, text: str) -> None:
    (archive / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")


def withhold(archive: Path, text: str) -> None:
    (archive / "withhold.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("spelt", ["Kham Ban Phom-Ma-Ny-Vong", "Khamban Phommanyvong", "Khăm-ban Phôm-mạ-ni-vông"])
def test_a_lao_name_in_running_text_is_left_out_in_another_spelling(archive: Path, spelt: str) -> None:
    seed(archive, "aid", f"Ngày 3/4/2021, Công an tỉnh Sơn La họp.\n\nNgười dân nhớ chị {spelt} ở bản bên.\n")
    withhold(archive, f"- name: Khamban Phommanivong{WHY}")
    assert main(["build", str(archive), "--strict"]) == 0
    assert fold(spelt) not in texts(archive)
    assert "nho chi […] o ban" in texts(archive)


def test_names_that_sound_otherwise_and_vietnamese_ones_are_no_lao_spellings() -> None:
    sounds = lao_sounds(["Khamban Phommanivong"])
    assert list(spelt_alike("Chị Khamban Phommasan và Kham Phone gặp nhau.", sounds)) == []
    assert list(spelt_alike("khamban phommanivong", sounds)) == []
    assert lao_sounds(["Nguyễn Văn Hoà"]) == frozenset()


def test_family_and_given_name_of_a_vietnamese_are_the_short_form() -> None:
    assert short_form("Mai Văn Hoè") == "Mai Hoè"
    assert short_form("Mai Hoè") is None
    assert short_form("Khăm Ban Phôm") is None


FULL = "Ngày 3/4/2021, Đại tá Mai Văn Hoè, Giám đốc Công an tỉnh Sơn La tiếp đoàn.\n\n"


def test_a_name_without_its_middle_name_is_the_same_person_in_the_same_article(archive: Path) -> None:
    seed(archive, "short", f"{FULL}Giám đốc Mai Hoè bắt tay khách. Thiếu tướng Hoè cảm ơn.\n")
    withhold(archive, f"- name: Mai Văn Hoè{WHY}")
    assert main(["build", str(archive), "--strict"]) == 0
    told = texts(archive)
    assert "mai hoe" not in told
    assert "mai-hoe" not in told
    assert "giam doc […] bat tay" in told


def test_it_is_the_same_person_elsewhere_when_nothing_contradicts(archive: Path) -> None:
    seed(archive, "full", FULL)
    seed(archive, "same", "Ngày 5/4/2021, Đại tá Mai Hoè, Giám đốc Công an tỉnh Sơn La thăm Lào.\n")
    seed(archive, "other", "Ngày 6/4/2021, Đại tá Mai Hoè, Giám đốc Công an tỉnh Nghệ An họp.\n")
    seed(archive, "third", "Ngày 7/4/2021, Công an tỉnh Nghệ An họp. Ông Mai Thị Hoè dự. Mai Hoè nói chuyện.\n")
    withhold(archive, f"- name: Mai Văn Hoè{WHY}")
    assert main(["build", str(archive), "--strict"]) == 0
    told = texts(archive)
    assert "dai ta […], giam doc cong an tinh son la tham lao" in told
    assert "dai ta mai hoe, giam doc cong an tinh nghe an" in told
    assert "mai hoe noi chuyen" in told


def test_a_name_broken_over_a_line_of_its_source_is_left_out(archive: Path) -> None:
    seed(archive, "broken", "Ngày 3/4/2021, Công an tỉnh Sơn La họp. Có Mai Văn\n       Hoè. Hết.\n")
    (archive / "seeds" / "code.md").write_text(
        "Ngày 4/4/2021, Công an tỉnh Sơn La họp.\n\n    Mai Văn\n    Hoè\n\n| Mai Văn | Hoè |\n|---|---|\n| 1 | 2 |\n",
        encoding="utf-8",
    )
    seed(archive, "marked", "Ngày 5/4/2021, Công an tỉnh Sơn La họp. Có Mai&nbsp;<b>Văn</b> H&#111;è ở đó.\n")
    withhold(archive, f"- name: Mai Văn Hoè{WHY}")
    assert main(["build", str(archive), "--strict"]) == 0
    assert "co […]" in texts(archive)


@pytest.mark.parametrize("phrase", ["Văn Bản", "Lưu Trữ", "Sơn La"])
def test_an_exact_entry_does_not_hit_the_words_of_the_site(
    archive: Path, phrase: str, capsys: pytest.CaptureFixture[str]
) -> None:
    seed(archive, "plain", f"Ngày 3/4/2021, Công an tỉnh Nghệ An họp.\n\nCó {phrase} dự, theo văn bản lưu trữ.\n")
    kind = "phrase"
    withhold(archive, f"- {kind}: {phrase}{WHY}")
    assert main(["build", str(archive)]) == 1
    assert "exact: true" in capsys.readouterr().err
    withhold(archive, f"- {kind}: {phrase}\n  exact: true{WHY}")
    assert main(["build", str(archive)]) == 0
    assert "co […] du, theo van ban luu tru" in texts(archive)


def test_exact_takes_only_true_and_false(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    withhold(archive, f"- phrase: Sơn La\n  exact: maybe{WHY}")
    assert main(["build", str(archive)]) == 1
    assert "true or false" in capsys.readouterr().err
