"""The index as classic scripts, since pages opened from a disk can load nothing else; cut so that a query loads little.

    search/meta.js          how many documents, and with which term every file of terms begins
    search/w/N.js, p/, s/   words, pairs of words, sounds: terms in order of their bare forms, with their documents
    search/d/N.js           what a list of results shows of `BLOCK` documents
    search/t/N.js           the text of an article, for the lines shown with it

Every file calls `borderwire.take(name, value)`, which `static/js/search.js` defines.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from borderwire.model import File
from borderwire.site.names import Names
from borderwire.site.search.documents import KINDS, Document, Documents
from borderwire.site.search.index import LETTERS, LEVELS, Index, Space
from borderwire.site.shelves import Shelves

FOLDER = "search/"
BLOCK = 32  # documents of one file
SHARD = 24_000  # characters of one file of terms; more only where a single term has more
ORIGIN = "search index"


def search_files(shelves: Shelves, names: Sequence[Names], more: Sequence[Document] = ()) -> list[File]:
    """The search index of an archive. names: in every language of the site; more: further documents to find."""
    maker = Documents(shelves, names)
    entries = shelves.archive.entries
    total = sum(len(entry.article.text) for entry in entries)
    others = [*maker.others(), *more]
    index = Index(total / max(1, len(entries)), max((item.count for item in others), default=1))
    rows: list[list[Any]] = []
    files: list[File] = []
    for number, document in enumerate(maker.articles()):
        index.add(number, document)
        rows.append(_row(document))
        files.append(script(f"t/{number}", document.text))
    for number, document in enumerate(others, len(rows)):
        index.add(number, document)
        rows.append(_row(document))
    files += _blocks(rows)
    meta: dict[str, Any] = {"articles": len(entries), "documents": len(rows), "block": BLOCK}
    meta["provinces"] = len(shelves.archive.provinces)  # they come first after the articles
    meta |= {"kinds": KINDS, "levels": LEVELS, "letters": LETTERS}
    for name, space in (("w", index.words), ("p", index.pairs), ("s", index.sounds)):
        meta[name] = []
        for first, file in _shards(name, space):
            meta[name].append(first)
            files.append(file)
    meta["version"] = _version(files)
    files.append(script("meta", meta))
    return files


def script(name: str, value: Any) -> File:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("\u2028", " ").replace("\u2029", " ")
    return File(f"{FOLDER}{name}.js", f'borderwire.take("{name}",{text})\n'.encode(), ORIGIN)


def _row(document: Document) -> list[Any]:
    """[kind, path, label or labels, date, articles, note or notes, places] without what is empty at the end."""
    one = len(set(document.labels)) == 1
    label: Any = document.labels[0] if one else document.labels
    row = [KINDS.index(document.kind), document.path.removesuffix("index.html"), label]
    about: Any = document.about[0] if len(set(document.about)) == 1 else document.about
    row += [document.iso, document.count, about or document.note, document.places]
    while not row[-1]:
        row.pop()
    return row


def _blocks(rows: Sequence[list[Any]]) -> Iterator[File]:
    for number in range(0, len(rows), BLOCK):
        yield script(f"d/{number // BLOCK}", rows[number : number + BLOCK])


def _shards(name: str, space: Space) -> Iterator[tuple[str, File]]:
    """(bare form of the first term, file); all forms of one bare form stand in one file."""
    first, size, before = "", 0, ""
    lines: list[str] = []
    number = 0
    for plain, line in space.lines():
        if lines and plain != before and size + len(line) > SHARD:
            yield first, script(f"{name}/{number}", ";".join(lines))
            number, size, lines = number + 1, 0, []
        if not lines:
            first = plain
        lines.append(line)
        size += len(line) + 1
        before = plain
    if lines:
        yield first, script(f"{name}/{number}", ";".join(lines))


def _version(files: Sequence[File]) -> str:
    """Of the index as a whole: a browser that kept a file of an older one must not use it."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.content)
    return digest.hexdigest()[:10]
