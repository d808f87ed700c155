"""Templates, static files and catalogues of a site's own take the place of the theme's."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.errors import ThemeError
from borderwire.site import SiteSettings, Theme, idle_overrides, messages, render_site
from borderwire.site.theme import default_theme
from tests.site import fixtures


def render(root: Path, *languages: str) -> dict[str, str]:
    settings = SiteSettings(title="Hai bờ", languages=languages or ("vi",))
    files = render_site(fixtures.archive([fixtures.talks()]), settings, Theme(root), fixtures.TERMS)
    return {file.path: file.content.decode("utf-8", "replace") for file in files}


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_template_of_the_site_takes_the_place_of_one_of_the_theme(tmp_path: Path) -> None:
    write(
        tmp_path,
        "templates/about.html",
        '{% extends "base.html" %}{% block main %}<h1>Về {{ site.title }}</h1>{% endblock %}',
    )
    files = render(tmp_path)
    assert "<h1>Về Hai bờ</h1>" in files["about/index.html"]
    assert "masthead" in files["about/index.html"]
    assert "Hai bờ" in files["method/index.html"]


def test_an_override_can_extend_the_original_of_the_same_name(tmp_path: Path) -> None:
    write(
        tmp_path,
        "templates/about.html",
        '{% extends "!default/about.html" %}{% block main %}{{ super() }}'
        '<p class="extra">{{ about.articles }}</p>{% endblock %}',
    )
    page = render(tmp_path)["about/index.html"]
    assert "Về kho lưu trữ này</h1>" in page
    assert '<p class="extra">1 bài</p>' in page


def test_an_override_of_a_part_reaches_every_page_that_uses_it(tmp_path: Path) -> None:
    write(tmp_path, "templates/parts/footer.html", "<footer>Chân trang</footer>")
    files = render(tmp_path)
    assert all("<footer>Chân trang</footer>" in text for path, text in files.items() if path.endswith("index.html"))


def test_static_files_of_the_site_are_added_and_take_the_place_of_the_themes(tmp_path: Path) -> None:
    write(tmp_path, "static/icon.svg", "<svg/>")
    write(tmp_path, "static/own/note.txt", "ghi chú")
    write(tmp_path, "static/.hidden", "no")
    files = render(tmp_path)
    assert files["static/icon.svg"] == "<svg/>"
    assert files["static/own/note.txt"] == "ghi chú"
    assert "static/css/site.css" in files
    assert "static/.hidden" not in files


def test_a_site_adds_a_language_by_a_catalogue(tmp_path: Path) -> None:
    write(
        tmp_path,
        "locales/fr.po",
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
        'msgid "Provinces"\nmsgstr "Les provinces"\n\n'
        'msgid "%(n)s article"\nmsgid_plural "%(n)s articles"\nmsgstr[0] "%(n)s texte"\nmsgstr[1] "%(n)s textes"\n',
    )
    files = render(tmp_path, "vi", "fr")
    assert "<h1>Les provinces</h1>" in files["fr/provinces/index.html"]
    assert "1 texte" in files["fr/about/index.html"]
    assert "12 mai 2024" in files["fr/index.html"]


def test_a_language_without_a_catalogue_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"locales/th\.po: .*borderwire\.site\.messages th"):
        render(tmp_path, "vi", "th")


def test_the_catalogue_that_is_offered_for_a_new_language_makes_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "locales/lt.po", "")  # as a shell does that is to write there
    messages.main(["lt"])  # three forms of the plural
    catalogue = capsys.readouterr().out
    assert 'msgstr[2] ""' in catalogue and 'msgid "Lieutenant General"' in catalogue
    write(
        tmp_path,
        "locales/lt.po",
        catalogue.replace('msgid "Provinces"\nmsgstr ""', 'msgid "Provinces"\nmsgstr "Provincijos"'),
    )
    files = render(tmp_path, "vi", "lt")
    assert "<h1>Provincijos</h1>" in files["lt/provinces/index.html"]
    assert "1 article" in files["lt/about/index.html"]


def test_a_word_that_is_no_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="no language"):
        render(tmp_path, "vi", "xx-nonsense")


def test_a_broken_catalogue_names_its_file(tmp_path: Path) -> None:
    write(tmp_path, "locales/fr.po", 'msgid "a\n')
    with pytest.raises(ThemeError, match=r"locales/fr\.po"):
        render(tmp_path, "vi", "fr")


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("<p>\n{% if %}\n</p>", 2, "Expected an expression"),
        ("<p>\n\n{{ about.nothing }}\n</p>", 3, "nothing"),
        ("{{ nobody.name }}", 1, "nobody"),
        ('<p>\n{% include "parts/none.html" %}', 2, "none.html"),
        ("{{ 1 / 0 }}", 1, "division"),
    ],
)
def test_a_broken_template_is_told_with_file_and_line(tmp_path: Path, text: str, line: int, told: str) -> None:
    write(tmp_path, "templates/about.html", text)
    with pytest.raises(ThemeError) as caught:
        render(tmp_path)
    assert caught.value.path == "templates/about.html"
    assert caught.value.line == line
    assert told in str(caught.value)


@pytest.mark.parametrize("text", ["{{ 1 / 0 }}", "{% if %}", '{% include "parts/none.html" %}', "{{ nobody }}"])
def test_a_broken_template_is_told_by_its_path_from_a_relative_folder_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    write(tmp_path, "templates/about.html", text)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ThemeError) as caught:
        render(Path())
    assert (caught.value.path, caught.value.line) == ("templates/about.html", 1)


@pytest.mark.parametrize("tag", ["extends", "include"])
def test_an_override_that_extends_itself_is_told_how_to_name_the_original(tmp_path: Path, tag: str) -> None:
    write(tmp_path, "templates/about.html", f'{{% {tag} "about.html" %}}')
    with pytest.raises(ThemeError, match="extends or includes itself") as caught:
        render(tmp_path)
    assert caught.value.path == "templates/about.html"
    assert '{% extends "!default/about.html" %}' in (caught.value.hint or "")


def test_a_template_outside_the_folder_is_never_read(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret")
    write(tmp_path, "templates/about.html", '{% include "../secret.html" %}')
    with pytest.raises(ThemeError):
        render(tmp_path)


def test_everything_that_a_template_prints_is_escaped(tmp_path: Path) -> None:
    write(tmp_path, "templates/about.html", '{{ "<b>" }}{{ _("a %(x)s", x="<i>") }}{{ ["<u>"]|join }}')
    assert render(tmp_path)["about/index.html"] == "&lt;b&gt;a &lt;i&gt;&lt;u&gt;"


def test_the_default_theme_is_found_and_whole() -> None:
    folder = default_theme()
    assert (folder / "templates" / "base.html").is_file()
    assert (folder / "static" / "css" / "site.css").is_file()


def test_every_font_file_comes_with_a_licence() -> None:
    fonts = default_theme() / "static" / "fonts"
    families = {"borderwire-serif", "be-vietnam-pro", "noto-sans-lao"}
    for path in fonts.glob("*.woff2"):
        family = next(name for name in families if path.name.startswith(name))
        assert "SIL Open Font License" in (fonts / f"{family}-LICENSE.txt").read_text(encoding="utf-8")


def told(root: Path) -> list[str]:
    return [str(problem) for problem in idle_overrides(Theme(root))]


def test_a_mistyped_name_of_a_template_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    write(tmp_path, "templates/articel.html", "<p>")
    write(tmp_path, "templates/parts/cad.html", "<p>")
    assert told(tmp_path) == [
        "templates/articel.html: takes the place of no template and is used by none. Did you mean `article.html`?",
        "templates/parts/cad.html: takes the place of no template and is used by none. Did you mean `parts/card.html`?",
    ]


def test_a_block_that_no_extended_template_has_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    write(
        tmp_path,
        "templates/about.html",
        '{% extends "!default/about.html" %}\n{% block mian %}{% endblock %}\n'
        "{% block kind %}x{% endblock %}{% block main %}{% block inner %}{% endblock %}{% endblock %}",
    )
    (said,) = told(tmp_path)
    assert said.startswith("templates/about.html:2: the block `mian` stands in no template that this one extends")
    assert said.endswith("Did you mean `main`?")


def test_overrides_parts_of_ones_own_and_more_static_files_are_no_mistakes(tmp_path: Path) -> None:
    write(tmp_path, "templates/about.html", '{% extends "mine.html" %}{% block body %}{% endblock %}')
    write(tmp_path, "templates/mine.html", "{% block body %}{% endblock %}{% include 'parts/more.html' %}")
    write(tmp_path, "templates/parts/more.html", "<hr>")
    write(tmp_path, "templates/404.html", "<p>{% if %}")
    write(tmp_path, "static/css/siet.css", "p {}")
    assert told(tmp_path) == []
    assert idle_overrides(Theme(None)) == []
