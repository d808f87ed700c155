"""Jinja as the site uses it: strict, escaping, quick, its templates compiled once for all languages."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from borderwire.errors import ThemeError
from borderwire.site.languages import Language
from borderwire.site.theme import DEFAULT_PREFIX, Theme

try:
    from markupsafe import _escape_inner  # type: ignore[attr-defined]
except ImportError:  # an older or a newer markupsafe
    from html import escape as _escape_inner


class ThemeLoader(BaseLoader):
    """Templates of a theme. `!default/x.html` is the original of an overridden `x.html`."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        path = self.theme.find_template(template)
        if path is None:
            raise TemplateNotFound(template)
        try:
            return path.read_text(encoding="utf-8"), str(path), lambda: True
        except (OSError, UnicodeDecodeError) as error:
            raise ThemeError(f"cannot be read ({error}).", path=self.theme.shown(path)) from error


class _Words(dict[str, str]):
    """The words of a language by their English ones, looked up once each."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __missing__(self, message: str) -> str:
        text = self[message] = self.language.gettext(message)
        return text


def quick_escape(value: Any) -> Any:
    """What `markupsafe.escape` gives, as plain text: what is printed is joined at once, and making a Markup of every
    word took a third of the time of a page."""
    kind = value.__class__
    if kind is str:
        return _escape_inner(value)
    return value if kind is Markup else escape(value)


class _SiteTemplate(Template):
    @classmethod
    def from_code(cls, environment: Environment, code: CodeType, *args: Any, **options: Any) -> Template:
        template = super().from_code(environment, code, *args, **options)
        template.root_render_func.__globals__["escape"] = quick_escape
        return template


class _DirectCode(CodeGenerator):
    """`card.title` in a template is `card.title` in Python: contexts are typed, so that nothing need be tried. A
    name that a context has not is an error, as with StrictUndefined."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """`_("words")` looks the words up without a call; the same code serves every language."""
        is_word = isinstance(node.node, nodes.Name) and node.node.name == "_" and not node.kwargs
        if is_word and len(node.args) == 1 and isinstance(node.args[0], nodes.Const):
            self.write(f"environment.words[{node.args[0].value!r}]")
        else:
            super().visit_Call(node, frame, forward_caller=forward_caller)


Codes = dict[tuple[str | None, str | None], CodeType]  # compiled templates by name and file


class SiteEnvironment(Environment):
    """The templates of one language. codes: shared by the environments of all languages."""

    template_class = _SiteTemplate
    code_generator_class = _DirectCode

    def __init__(self, theme: Theme, language: Language, codes: Codes | None = None) -> None:
        super().__init__(
            loader=ThemeLoader(theme),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            cache_size=-1,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.theme = theme
        self.language = language
        self.words = _Words(language)
        self.codes = {} if codes is None else codes
        self.globals = {"_": self._text, "_n": self._count}

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *args: Any) -> CodeType:  # type: ignore[override]
        key = name, filename
        code = self.codes.get(key) if filename else None
        if code is None:
            code = super().compile(source, name, filename, *args)
            self.codes[key] = code
        return code

    def _text(self, message: str, **values: Any) -> str:
        """`_("by %(name)s", name=...)`: the words translated, the values escaped."""
        return Markup(escape(self.language.gettext(message))) % values if values else self.language.gettext(message)

    def _count(self, singular: str, plural: str, number: int, **values: Any) -> str:
        """`_n("%(n)s article", "%(n)s articles", number)`."""
        values["n"] = self.language.number(number)
        return Markup(escape(self.language.ngettext(singular, plural, number))) % values

    def load(self, name: str) -> Template:
        """A template by name; a broken one is a ThemeError with its file and line."""
        try:
            return self.get_template(name)
        except TemplateError as error:
            raise self.explain(error, name) from error

    def fill(self, template: Template, values: dict[str, Any]) -> str:
        try:
            return "".join(template.root_render_func(template.new_context(values)))
        except ThemeError:
            raise
        except Exception:
            try:
                self.handle_exception()  # raises again, with the lines of the template in the traceback
            except Exception as error:
                raise self.explain(error, template.name or "template") from error

    def explain(self, error: Exception, name: str) -> ThemeError:
        """What went wrong in which template on which line."""
        path, line = self._place(error)
        path = path or self.theme.find_template(name)
        shown = self.theme.shown(path) if path else f"templates/{name}"
        if isinstance(error, TemplateNotFound):
            return ThemeError(f"there is no template `{error.name}`.", path=shown, line=line)
        if isinstance(error, RecursionError):
            original = f'To build on the original of the same name, write {{% extends "{DEFAULT_PREFIX}{name}" %}}.'
            return ThemeError("extends or includes itself without end.", path=shown, line=line, hint=original)
        hint = "See templates/README.md for the names that a template can use."
        return ThemeError(f"{error}.".replace("..", "."), path=shown, line=line, hint=hint)

    def _place(self, error: Exception) -> tuple[Path | None, int | None]:
        """Where a syntax error says it is, else the last frame of the traceback that lies in a template."""
        if isinstance(error, TemplateSyntaxError):
            return Path(error.filename) if error.filename else None, error.lineno
        files = {file for _name, file in self.codes if file}
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if frame.filename in files:
                return Path(frame.filename), frame.lineno
        return None, None
