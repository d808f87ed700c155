"""The messages that a catalogue translates, gathered from the templates and the code.

    python -m borderwire.site.messages        all messages as an empty catalogue (a `.pot` file)
    python -m borderwire.site.messages lo     what the catalogue of a language lacks
    python -m borderwire.site.messages fr     an empty catalogue, for a language that has none

Names of ranks, offices, bodies, kinds of documents, events and goods, topics and figures are messages too, by their
English names, for languages other than Vietnamese; a catalogue may leave them out, then the English name is shown.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.plurals import get_plural
from jinja2 import Environment, nodes

from borderwire.gazetteer import load_gazetteer
from borderwire.site.abstract_words import DOCUMENTS, EVENTS
from borderwire.site.agencies import AGENCIES
from borderwire.site.bodies import LEVELS, MINISTRIES
from borderwire.site.evidence import CONTRADICTIONS
from borderwire.site.languages import Language
from borderwire.site.names import Terms
from borderwire.site.renderer import MORE, NAVIGATION
from borderwire.site.rules import RULE_WORDS
from borderwire.site.theme import Theme
from borderwire.site.units import UNITS

Message = tuple[str, str | None]  # singular, plural
_ONE = frozenset(["_", "_text", "gettext", "text"])
_TWO = frozenset(["_n", "count", "ngettext"])
# Looked up by a variable: countries, how letters were spoilt, what the data page says of the files of a build.
_LOOSE = (
    "Vietnam",
    "Laos",
    "not known",
    "capital city",
    "province, not the capital",
    "UTF-8 encoded twice",
    "The records of all articles, one JSON object a line",
    "Persons, agreements, events and rows of meetings across articles",
    "The JSON Schema of the records",
    "Articles with date, kind, place and provinces, as a table",
    "Officials with their last rank and office, as a table",
    "Agreements with status, date and parties, as a table",
    "Figures with unit and period, as a table",
    "Rows of meetings, meeting by meeting, as a table",
)


def messages(theme: Theme) -> list[Message]:
    """Every message of the interface, in order of the files, each once."""
    found: dict[Message, None] = {}
    templates = theme.default / "templates"
    for path in sorted(templates.rglob("*.html")):
        found |= dict.fromkeys(_in_template(path.read_text(encoding="utf-8")))
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        found |= dict.fromkeys(_in_code(path.read_text(encoding="utf-8")))
    found |= dict.fromkeys((name, None) for _section, name, _path in NAVIGATION)
    found |= dict.fromkeys((name, None) for name, _path in MORE)
    found |= dict.fromkeys((name, None) for name in (*_LOOSE, *CONTRADICTIONS, *RULE_WORDS))
    found |= dict.fromkeys(UNITS.values())
    return list(found)


def term_messages(terms: Terms) -> list[str]:
    """The English names of the gazetteer's terms."""
    rows = (terms.ranks, terms.offices, terms.documents, terms.events, terms.topics, terms.goods, terms.bodies)
    names = [row.name_en for group in rows for row in group.values()]
    return list(dict.fromkeys((*names, *MINISTRIES.values(), *LEVELS.values(), *AGENCIES.values())))


def _in_template(source: str) -> Iterator[Message]:
    environment = Environment(autoescape=True)
    for call in environment.parse(source).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            words = [arg.value for arg in call.args if isinstance(arg, nodes.Const)]
            yield from _message(call.node.name, words)


def _in_code(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            yield from _message(name, words)


def _message(name: str, words: Sequence[object]) -> Iterator[Message]:
    texts = [word for word in words if isinstance(word, str)]
    if name in _ONE and len(texts) == 1:
        yield texts[0], None
    elif name in _TWO and len(texts) == 2:
        yield texts[0], texts[1]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def template_catalogue(rows: list[Message], code: str = "en") -> str:
    """The messages as an empty catalogue. code: of the language, for the forms of its plural."""
    forms = get_plural(code.replace("-", "_"))
    head = f'"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {forms.plural_forms}\\n"\n'
    parts = [f'msgid ""\nmsgstr ""\n{head}']
    for singular, plural in rows:
        if plural is None:
            parts.append(f'msgid {_quoted(singular)}\nmsgstr ""\n')
        else:
            empty = "".join(f'msgstr[{form}] ""\n' for form in range(forms.num_plurals))
            parts.append(f"msgid {_quoted(singular)}\nmsgid_plural {_quoted(plural)}\n{empty}")
    return "\n".join(parts)


def missing(language: Language, rows: list[Message]) -> list[str]:
    """The messages that a language does not translate."""
    return [singular for singular, _plural in rows if not language.knows(singular)]


def main(arguments: list[str]) -> None:
    theme = Theme(Path.cwd())
    rows = messages(theme)
    if not arguments:
        sys.stdout.write(template_catalogue(rows))
        return
    terms = term_messages(Terms.of(load_gazetteer()))
    catalogue = theme.find_catalogue(arguments[0])
    if catalogue is None or not catalogue.stat().st_size:  # a shell makes the file before it is written to
        nouns = (
            *EVENTS.values(),
            *(noun for pair in DOCUMENTS.values() for noun in pair),
        )  # a language without articles needs none of these
        terms = list(dict.fromkeys((*terms, *nouns)))
        sys.stdout.write(template_catalogue([*rows, *((term, None) for term in terms)], arguments[0]))
        return
    language = Language(arguments[0], "", theme)
    for text in [*missing(language, rows), *(term for term in terms if not language.knows(term))]:
        sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
