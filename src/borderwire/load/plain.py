"""Raw text sources."""

from __future__ import annotations

import hashlib

from borderwire.errors import Problem
from borderwire.load.decoding import decode
from borderwire.load.faults import EmptyFileError
from borderwire.load.front_matter import read_head, split_front_matter
from borderwire.load.lines import unwrap
from borderwire.load.parts import article_of
from borderwire.load.structure import cut
from borderwire.load.vietnamese import is_vietnamese
from borderwire.model import Article, Source
from borderwire.text import normalize


def parse_text(raw: bytes, source_path: str) -> Article:
    """A raw text as an article; reads nothing but its arguments. A front matter is read as that of a Markdown text.

    Raises SourceError when there is nothing to show: an empty or a binary file.
    """
    decoded, problems = decode(raw, source_path)
    head = split_front_matter(normalize(decoded), source_path, markdown=False)
    metadata, complaints = read_head(head, source_path)
    text, lines = unwrap(head.body)
    what = "the file is empty." if head.front is None else "the file is empty below its front matter."
    check_not_empty(text, source_path, what)
    source = Source(source_path, hashlib.sha256(raw).hexdigest(), "text")
    found = (*problems, *complaints, *language_problems(text, source_path))
    return article_of(source, text, cut(text, lines), metadata=metadata, problems=found)


def check_not_empty(text: str, path: str, told: str = "the file is empty.") -> None:
    """Raise EmptyFileError for a text of nothing but white space."""
    if not text or text.isspace():
        raise EmptyFileError(told, path=path, hint="Remove it, or put the text into it.")


def language_problems(text: str, path: str) -> tuple[Problem, ...]:
    """A warning for a text that does not look Vietnamese; it is kept all the same."""
    if is_vietnamese(text):
        return ()
    message = "the text does not look like Vietnamese: it has hardly any of the letters that only Vietnamese uses."
    hint = "Facts are read from Vietnamese only; move the file out of the sources if it is there by mistake."
    return (Problem("not-vietnamese", message, path=path, hint=hint),)
