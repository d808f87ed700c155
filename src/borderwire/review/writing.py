"""What a review writes: judgements into the authority file, corrections beside the sources; each can be taken back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from borderwire.errors import ConfigError
from borderwire.extract.record import extract_record
from borderwire.gazetteer import load_gazetteer
from borderwire.load import load_article
from borderwire.load.sidecar import read_sidecar
from borderwire.load.sidecar_edit import add_correction, sidecar_path
from borderwire.model import Archive, Doubt, Entry, FactDoubt, Span, Verdict
from borderwire.resolve.authority_file import AuthorityFile, put
from borderwire.resolve.correction_fields import KINDS, SINGLE
from borderwire.resolve.corrections import correct_one
from borderwire.resolve.fact_values import value_now


class Writer:
    """Writes for one archive. by, date: who judges, and on which day."""

    def __init__(self, root: Path, archive: Archive, by: str, date: str) -> None:
        self._root = root
        self._archive = archive
        self._authority = AuthorityFile(root)
        self._by = by
        self._date = date
        self._former: list[tuple[Path, bytes | None]] = []
        self._made: list[bytes | None] = []  # what each of these files held when the answer had been written

    def judge(self, doubt: Doubt, verdict: Verdict, why: str) -> None:
        """Raises ConfigError when nothing could be written."""
        one, other = ((self._entry(mention.entry), mention) for mention in (doubt.left_mention, doubt.right_mention))
        self._remember(self._authority.path)
        try:
            self._authority.judge(doubt.what, verdict, one, other, why=why, by=self._by, date=self._date)
        except ConfigError:
            self._former.pop()
            raise
        self._note()

    def confirm(self, doubt: FactDoubt, verdict: str) -> None:
        """The fact was looked at: it is right, or nobody can tell. Raises ConfigError."""
        self._remember(self._authority.path)
        try:
            of = self._entry(doubt.of.entry), doubt.of
            self._authority.confirm(doubt.fact, of, doubt.value, verdict, by=self._by, date=self._date)
        except ConfigError:
            self._former.pop()
            raise
        self._note()

    def correct(self, doubt: FactDoubt, value: str | None, why: str) -> None:
        """Write a correction: another value, or None for nothing (a whole fact is dropped then). Raises ConfigError,
        and leaves the file as it was, when the correction would not fit."""
        entry = self._entry(doubt.of.entry)
        source = self._root / entry.article.source.path
        self._remember(sidecar_path(source))
        try:
            path = add_correction(source, self._correction(doubt, entry, value, why))
            wrong = self._wrong(source, path)
        except Exception:
            self._restore(*self._former.pop())
            raise
        if wrong:
            self._restore(*self._former.pop())
            raise ConfigError(wrong, path=path.name, hint="Try another value, or write the correction by hand.")
        self._note()

    def undo(self) -> None:
        """Bring the file written last to what it was before. Raises ConfigError, and leaves it as it is, where other
        hands have changed it since."""
        path, former = self._former[-1]
        if _bytes(path) != self._made[-1]:
            raise ConfigError(
                "has been changed since this answer was written; the answer stays in it.", path=path.name,
                hint="Take the entry out by hand.",
            )  # fmt: skip
        self._former.pop()
        self._made.pop()
        self._restore(path, former)

    def _restore(self, path: Path, former: bytes | None) -> None:
        if former is None:
            path.unlink(missing_ok=True)
        elif _bytes(path) != former:
            put(path, former)

    def _remember(self, path: Path) -> None:
        self._former.append((path, _bytes(path)))

    def _note(self) -> None:
        self._made.append(_bytes(self._former[-1][0]))

    def _entry(self, ident: str) -> Entry:
        return self._archive.by_id[ident]

    def _correction(self, doubt: FactDoubt, entry: Entry, value: str | None, why: str) -> Mapping[str, Any]:
        root, _, leaf = doubt.fact.partition(".")
        row: dict[str, Any]
        if value is None and not leaf and root in KINDS:
            row = {"drop": root}
        else:
            kind = KINDS.get(root)
            field = doubt.fact if root in SINGLE or leaf or kind is None else f"{root}.{kind.main}"
            row = {"set": field, "value": _typed(field, value)}
        row["was"] = value_now(entry.record, doubt.fact, doubt.of.index)
        if doubt.span is not None:
            row |= _pin(entry.article.text, doubt.span)
        return {**row, "why": why, "by": self._by}

    def _wrong(self, source: Path, path: Path) -> str | None:
        """What is wrong with the correction written last, read back as the next build will."""
        gazetteer = load_gazetteer()
        article = load_article(source, root=self._root)
        _, problems = correct_one(article, extract_record(article, gazetteer), gazetteer)
        rows = read_sidecar(path.read_bytes(), path.name).sidecar.corrections
        last = rows[-1].line if rows else 0
        told = (row for row in problems if row.code.startswith("correction") and (row.line or 0) >= last)
        return next((row.message for row in told), None)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _typed(field: str, value: str | None) -> Any:
    """What the YAML must hold for the value to be read as the field wants it."""
    if value is None:
        return None
    if field == "agreements.parties":
        return [part.strip() for part in value.split(";") if part.strip()]
    return int(value) if field == "series.ordinal" and value.isdecimal() else value


def _pin(text: str, span: Span) -> dict[str, Any]:
    """The phrase, and which it is where it stands more than once."""
    phrase = " ".join(text[span[0] : span[1]].split())
    places = [match.start() for match in re.finditer(r"\s+".join(map(re.escape, phrase.split())), text)]
    if len(places) < 2:
        return {"at": phrase}
    number = sum(place <= span[0] for place in places)
    return {"at": phrase, "occurrence": f"{number} of {len(places)}"}
