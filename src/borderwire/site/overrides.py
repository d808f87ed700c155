"""Templates of a site's own that change nothing: a mistyped name of a file or of a block is ignored by Jinja."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

from borderwire.errors import Problem
from borderwire.site.theme import Theme, tree

_HINT = "See templates/README.md for the templates and their blocks."


def idle_overrides(theme: Theme) -> list[Problem]:
    """Warnings for files under the site's `templates/` that take the place of no template and that none uses, and for
    blocks that the extended template does not have. Broken templates are told when they are loaded."""
    if theme.root is None:
        return []
    own = tree(theme.root / "templates")
    known = tree(theme.default / "templates")
    parsed = {name: _parse(path) for name, path in sorted(own.items())}
    used = {used for template in parsed.values() if template for used in find_referenced_templates(template) if used}
    found = []
    for name, template in parsed.items():
        if name not in known and name not in used:
            message = "takes the place of no template and is used by none."
            found.append(_problem("template-unused", message, theme.shown(own[name]), None, _near(name, known)))
        if template is not None:
            found += _idle_blocks(theme, theme.shown(own[name]), template)
    return found


def _idle_blocks(theme: Theme, shown: str, template: nodes.Template) -> Iterator[Problem]:
    """Blocks at the top of a template that extends another, which shows only what it has a place for."""
    known = _blocks_above(theme, template)
    if known is None:
        return
    for block in (node for node in template.body if isinstance(node, nodes.Block)):
        if block.name not in known:
            message = f"the block `{block.name}` stands in no template that this one extends, and is not shown."
            yield _problem("block-unknown", message, shown, block.lineno, _near(block.name, sorted(known)))


def _blocks_above(theme: Theme, template: nodes.Template) -> set[str] | None:
    """The blocks of all templates that this one extends; None where it extends none, or one that is not known."""
    found: set[str] = set()
    passed: set[str] = set()
    extended = _extended(template)
    if extended is None:
        return None
    while extended is not None:
        path = theme.find_template(extended)
        parent = _parse(path) if path and extended not in passed else None
        if parent is None:
            return None
        passed.add(extended)
        found |= {block.name for block in parent.find_all(nodes.Block)}
        extended = _extended(parent)
    return found


def _extended(template: nodes.Template) -> str | None:
    """The name of the template that this one extends, where it is written out."""
    node = template.find(nodes.Extends)
    if node is None or not isinstance(node.template, nodes.Const):
        return None
    return str(node.template.value)


def _parse(path: Path) -> nodes.Template | None:
    try:
        return Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, TemplateSyntaxError):
        return None


def _near(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f"Did you mean `{near[0]}`?" if near else _HINT


def _problem(code: str, message: str, path: str, line: int | None, hint: str) -> Problem:
    return Problem(code, message, path=path, line=line, hint=hint)
