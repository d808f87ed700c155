"""Settings: typed, with defaults, and errors that name file, line, key and remedy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from borderwire.config import CONVERTERS, Config, load_config
from borderwire.errors import ConfigError


def _load(folder: Path, text: str) -> Config:
    (folder / "borderwire.yaml").write_text(text, encoding="utf-8")
    return load_config(folder)


def test_without_a_file_every_setting_has_its_default(tmp_path: Path) -> None:
    config = load_config(tmp_path)
    assert config == Config(root=tmp_path)
    assert config.seeds_path == tmp_path / "seeds"
    assert config.output_path == tmp_path / "build"


def test_a_file_sets_what_it_names_and_leaves_the_rest(tmp_path: Path) -> None:
    config = _load(tmp_path, "title: Biên giới\nlanguages: [en, vi]\npage_size: 20\nbase_url: https://a.example/x\n")
    assert (config.title, config.page_size, config.base_url) == ("Biên giới", 20, "https://a.example/x/")
    assert (config.language, config.languages) == ("en", ("en", "vi"))
    assert config.output == "build"


def test_the_default_language_leads_the_list(tmp_path: Path) -> None:
    assert _load(tmp_path, "language: lo\n").languages == ("lo", "vi", "en")


def test_an_empty_file_is_no_error(tmp_path: Path) -> None:
    assert _load(tmp_path, "# nothing yet\n") == Config(root=tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("title: A\nlangauge: vi\n", 2, "`language`"),
        ("title: A\npage_size: many\n", 2, "page_size: must be a whole number"),
        ("page_size: true\n", 1, "whole number"),
        ("languages: [vi, 5]\n", 1, "must be text"),
        ("languages: [vi, English]\n", 1, "must be vi, en, lo, or the code of a language"),
        ("language: no\n", 1, "must be text"),
        ("base_url: example.org\n", 1, "full address"),
        ("output: .\n", 1, "folder of its own"),
        ("strict: maybe\n", 1, "true or false"),
        ("language: lo\nlanguages: [vi, en]\n", 1, "Add it to `languages`"),
        ("- a\n- b\n", 1, "key: value"),
        ("title: 'open\nfooter: x\n", None, "not valid YAML"),
        ("title: A\nfooter: x\ntitle: B\n", 3, "title: stands twice, first in line 1"),
        ("title: 2024-13-45\n", None, "not valid YAML"),
        ("title: " + "[" * 3000, None, "nested too deeply"),
        ("{a: b}: c\n", None, "not valid YAML"),
        ('seeds: "a\\0b"\n', 1, "no name can hold"),
    ],
)
def test_a_wrong_setting_is_told_with_place_and_remedy(tmp_path: Path, text: str, line: int | None, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        _load(tmp_path, text)
    assert told in str(caught.value)
    assert str(caught.value).startswith(f"{tmp_path / 'borderwire.yaml'}:")
    assert line is None or caught.value.line == line


def test_all_that_is_wrong_is_told_at_once_and_keys_as_they_are_written(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        _load(tmp_path, "null: x\ntitle: A\nfoter: y\nno: z\npage_size: many\n")
    told = [(error.line, error.key) for error in (caught.value, *caught.value.others)]
    assert told == [(1, "null"), (3, "foter"), (4, "no"), (5, "page_size")]


def test_a_named_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such file"):
        load_config(tmp_path, tmp_path / "other.yaml")


def test_a_root_that_is_no_folder_is_named_itself(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("x", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"nosuch: there is no such folder.*seeds/"):
        load_config(tmp_path / "nosuch")
    with pytest.raises(ConfigError, match="is a file, not a folder"):
        load_config(tmp_path / "text.txt")


def test_a_file_that_cannot_be_read_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "borderwire.yaml").mkdir()
    with pytest.raises(ConfigError, match=r"borderwire\.yaml: cannot be read \([a-z ]+\)"):
        load_config(tmp_path)
    (tmp_path / "borderwire.yaml").rmdir()

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ConfigError, match=r"cannot be read \(permission denied\)"):
        load_config(tmp_path)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "borderwire.yaml").write_bytes(b"title: A\nfooter: \xff\xfe\n")
    with pytest.raises(ConfigError, match=r"borderwire\.yaml:2: .*Save it as UTF-8"):
        load_config(tmp_path)


def test_the_readme_names_every_setting_and_only_these() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    block = readme.partition("### Settings")[2].partition("```yaml\n")[2].partition("```")[0]
    assert sorted(re.findall(r"^(\w+):", block, re.MULTILINE)) == sorted(CONVERTERS)
