"""Where templates, static files and catalogues come from: the site's own beside its seeds, else the default theme's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from borderwire.errors import ThemeError
from borderwire.model import File
from borderwire.site.sheets import shipped

DEFAULT_PREFIX = "!default/"
_PACKAGE = Path(__file__).resolve().parent.parent


def default_theme() -> Path:
    """The folder that holds `templates/` and `static/`: in an installed package or in a checkout."""
    for folder in (_PACKAGE / "_theme", _PACKAGE.parent.parent):
        if (folder / "templates").is_dir() and (folder / "static").is_dir():
            return folder
    raise ThemeError("the default theme is missing.", path=str(_PACKAGE), hint="Install borderwire again.")


@dataclass(frozen=True)
class Theme:
    """root: the site's folder, whose `templates/`, `static/` and `locales/` override single files; None for none."""

    root: Path | None = None

    @cached_property
    def default(self) -> Path:
        return default_theme()

    def find_template(self, name: str) -> Path | None:
        """The file of a template; a name that begins with `!default/` is never an override."""
        folders = [self.default]
        if name.startswith(DEFAULT_PREFIX):
            name = name.removeprefix(DEFAULT_PREFIX)
        elif self.root is not None:
            folders.insert(0, self.root)
        for folder in folders:
            base = folder / "templates"
            path = base / name
            if path.is_file() and path.resolve().is_relative_to(base.resolve()):
                return path
        return None

    def find_catalogue(self, code: str) -> Path | None:
        """The `.po` file of a language, the site's own first; None where there is none."""
        folders = [Path(__file__).parent / "locales"]
        if self.root is not None:
            folders.insert(0, self.root / "locales")
        return next((folder / f"{code}.po" for folder in folders if (folder / f"{code}.po").is_file()), None)

    def static_files(self) -> Iterator[File]:
        """Every static file under `static/`, in order of its path; the site's own wins. Style sheets are sent short."""
        found: dict[str, Path] = {}
        for folder in (self.default, self.root):
            if folder is not None:
                found |= tree(folder / "static")
        for name in sorted(found):
            try:
                content = found[name].read_bytes()
            except OSError as error:
                raise ThemeError(f"cannot be read ({error.strerror}).", path=self.shown(found[name])) from error
            if name.endswith(".css"):
                content = _short(content)
            yield File(f"static/{name}", content, self.shown(found[name]))

    def shown(self, path: Path) -> str:
        """A path as a message gives it: from the site's folder, or from the default theme."""
        for folder, note in ((self.root, ""), (self.default, " (default theme)")):
            if folder is not None and path.absolute().is_relative_to(folder.absolute()):
                return path.absolute().relative_to(folder.absolute()).as_posix() + note
        return str(path)


def _short(sheet: bytes) -> bytes:
    """One in some other encoding than UTF-8 stays as it is."""
    try:
        return shipped(sheet.decode()).encode()
    except UnicodeDecodeError:
        return sheet


def tree(folder: Path) -> dict[str, Path]:
    """The files below a folder by their paths in it; hidden ones left out."""
    if not folder.is_dir():
        return {}
    paths = (path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: path for name, path in names.items() if not any(part.startswith(".") for part in name.split("/"))}
