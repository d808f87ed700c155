"""The proof that nothing withheld stands in any file of a build, in whatever form."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from borderwire.errors import Problem, WithholdError
from borderwire.withhold.forms import Forms
from borderwire.withhold.own import named_by_site, told_by_site
from borderwire.withhold.packed import Unpacker
from borderwire.withhold.readings import decodings, is_plain, readings, stripped

_SHOWN = 3  # sources that a message names
Sources = Callable[[], Sequence[tuple[str, str]]]


def prove(files: Iterable[tuple[str, bytes]], forms: Forms, file: str, sources: Sources = lambda: ()) -> None:
    """Raises WithholdError naming each file that holds what is withheld, and where.

    file: that says what is withheld; sources: gives path and text of every source, as published. What is to be matched
    exactly and is a name or word of the site's own is not looked for: it would always be found.
    """
    own = named_by_site(forms)
    looked_for = Forms([entry for entry in forms.entries if entry.line not in own]) if own else forms
    found = list(_all(files, looked_for))
    if not found:
        return
    told = told_by_site(looked_for, {line for *_, line in found})
    origins = _origins(found, looked_for, sources)
    problems = []
    for path, at, where, line in found:
        # The message names the entry, not the phrase: logs are published too.
        message = f"{where} holds what line {line} of {file} withholds."
        if origins.get(line):
            message += f" It stands in {', '.join(origins[line][:_SHOWN])}, in a form that cannot be left out."
        hint = _EXACT_HINT if line in told else None
        if hint is None and path.startswith("search/") and not origins.get(line):
            hint = _INDEX_HINT
        problems.append(Problem("withheld-found", message, "error", path=f"build/{path}", line=at, hint=hint))
    raise WithholdError(
        f"what it withholds stands in {len({row.path for row in problems})} files of the site; nothing was published.",
        path=file,
        hint="Look at the places named above: settings, templates and file names are not changed by the build.",
        problems=tuple(problems),
    )


_EXACT_HINT = (
    "The site's own words have these letters: add `exact: true` to the entry, and only its accents and capitals count."
)
_INDEX_HINT = (
    "No text holds it, but the search index has words side by side that a sign parts in their text: add `exact: true` "
    "to the entry, and only its accents and capitals count."
)
_Hit = tuple[str, int | None, str, int]


def _all(files: Iterable[tuple[str, bytes]], forms: Forms) -> Iterator[_Hit]:
    """Path, line, what of it, and line of the entry, for each file that holds something."""
    unpacker = Unpacker()
    for path, content in files:
        line = _found(path.encode(), forms)
        if line is not None:
            yield path, None, "its name", line
        for inner, bytes_ in unpacker.parts(content):
            line = _found(bytes_, forms)
            if line is not None:
                yield path, _line_in(bytes_, forms), f"{inner} inside it" if inner else "the file", line


def _origins(found: Iterable[_Hit], forms: Forms, sources: Sources) -> dict[int, list[str]]:
    """Line of each entry found -> the sources that hold it."""
    told: dict[int, list[str]] = {line: [] for *_, line in found}
    for entry in forms.entries:
        if entry.line in told:
            one = Forms([entry])
            told[entry.line] = [path for path, text in sources() if _read(text, one) is not None]
    return told


def _found(content: bytes, forms: Forms) -> int | None:
    """The line of the entry that the content holds in some form. Most files need no more than a look."""
    if is_plain(content) and not forms.maybe(content):
        marked = b"<" in content or b"&" in content
        if not marked or not forms.maybe_without(stripped(content)):
            return None
    lines = (_read(text, forms) for text in decodings(content))
    return next((line for line in lines if line is not None), None)


def _read(text: str, forms: Forms) -> int | None:
    for reading in readings(text):
        if forms.possible(reading.encode("utf-8", "replace")):
            line = forms.line_of(reading)
            if line is not None:
                return line
    return None


def _line_in(content: bytes, forms: Forms) -> int | None:
    """The line of the file where the phrase stands, or where it ends if it stands in several."""
    for text in decodings(content):
        rows = text.split("\n")
        for number, row in enumerate(rows, 1):
            if _read(row, forms) is not None:
                return number
        if len(rows) > 1 and _read(text, forms) is not None:
            counts = range(1, len(rows))
            return 1 + bisect_left(counts, 1, key=lambda count: _read("\n".join(rows[:count]), forms) is not None)
    return None
