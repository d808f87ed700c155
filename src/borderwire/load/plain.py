"""Raw text sources."""

from __future__ import annotations

import hashlib

from borderwire.errors import Problem
from borderwire.load.decoding import decode
from borderwire.load.faults import EmptyFileError
from borderwire.load.lines import unwrap
from borderwire.load.parts import article_of
from borderwire.load.structure import cut
from borderwire.load.syllables import is_vietnamese
from borderwire.model import Article, Source
from borderwire.text import normalize


def parse_text(raw: bytes, source_path: str) -> Article:
    """A raw text as an article; reads nothing but its arguments.

    Raises SourceError when there is nothing to show: an empty or a binary file.
    """
    decoded, problems = decode(raw, source_path)
    text, lines = unwrap(normalize(decoded))
    check_not_empty(text, source_path)
    source = Source(source_path, hashlib.sha256(raw).hexdigest(), "text")
    return article_of(source, text, cut(text, lines), problems=(*problems, *language_problems(text, source_path)))


def check_not_empty(text: str, path: str) -> None:
    """Raise EmptyFileError for a text of nothing but white space."""
    if not text or text.isspace():
        raise EmptyFileError("the file is empty.", path=path, hint="Remove it, or put the text into it.")


def language_problems(text: str, path: str) -> tuple[Problem, ...]:
    """A warning for a text that does not look Vietnamese; it is kept all the same."""
    if is_vietnamese(text):
        return ()
    message = "the text does not look like Vietnamese: it has hardly any of the letters that only Vietnamese uses."
    hint = "Facts are read from Vietnamese only; move the file out of the sources if it is there by mistake."
    return (Problem("not-vietnamese", message, path=path, hint=hint),)
