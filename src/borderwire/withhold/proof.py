"""The proof that nothing withheld stands in any file of a build, in whatever form."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import unquote

from borderwire.errors import Problem, WithholdError
from borderwire.withhold.forms import Forms

_TAG = re.compile(rb"<[^<>]*>")
# Tags inside of a line; those of blocks part what stands before them from what follows.
_INLINE = r"</?(?:a|abbr|b|bdi|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr)\b[^<>]*>"
_TEXT_TAG = re.compile(_INLINE, re.IGNORECASE)
_TAGS = re.compile(rf"(?:{_INLINE}\s*)+", re.IGNORECASE)
# Signs that letters may stand behind escapes: then the file is read letter by letter.
_ESCAPES = (
    re.compile(rb"&(?!amp;|lt;|gt;|quot;|nbsp;|#39;|#34;)#?\w"),
    re.compile(rb"%[0-9A-Fa-f]{2}"),
    re.compile(rb"\\[^\s]"),
)
_JSON = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrtbf])|(.))")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]+")
_ROUNDS = 3  # escapes inside escapes: an address in JSON in an attribute


def prove(files: Iterable[tuple[str, bytes]], forms: Forms, file: str) -> None:
    """Raises WithholdError naming each file that holds what is withheld, and where. file: that says what is."""
    problems = [problem for path, content in files for problem in _check(path, content, forms, file)]
    if problems:
        raise WithholdError(
            f"what it withholds stands in {len({row.path for row in problems})} files of the site; "
            "nothing was published.",
            path=file,
            hint="Look at the places named above: settings, templates and file names are not changed by the build.",
            problems=tuple(problems),
        )


def _check(path: str, content: bytes, forms: Forms, file: str) -> Iterator[Problem]:
    line = _found(path.encode(), forms)
    if line is not None:
        yield _problem(path, None, "its name", line, file)
    for inner, bytes_ in _unpacked(content):
        if not _suspect(bytes_, forms):
            continue
        line = _found(bytes_, forms)
        if line is not None:
            where = f"{inner} inside it" if inner else "the file"
            yield _problem(path, _line_in(bytes_, forms), where, line, file)


def _problem(path: str, at: int | None, where: str, line: int, file: str) -> Problem:
    # The message names the entry, not the phrase: logs are published too.
    message = f"{where} holds what line {line} of {file} withholds."
    return Problem("withheld-found", message, "error", path=f"build/{path}", line=at)


def _unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The content, or what is packed in it."""
    if content.startswith(b"\x1f\x8b"):
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError, zlib.error):
            yield "", content
            return
    if content.startswith(b"PK\x03\x04") and zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name, name.encode() + b"\n" + archive.read(name)
        return
    yield "", content


def _suspect(content: bytes, forms: Forms) -> bool:
    """A look at the bytes: plain, with tags taken out, or with escapes that hide letters."""
    if forms.possible(content) or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"<" in content and forms.possible(_TAG.sub(b"", content)):
        return True
    return any(pattern.search(content) for pattern in _ESCAPES)


def _found(content: bytes, forms: Forms) -> int | None:
    """The line of the entry that the content holds in some form."""
    for text in _readings(_decoded(content)):
        line = forms.line_of(text)
        if line is not None:
            return line
    return None


def _line_in(content: bytes, forms: Forms) -> int | None:
    """The line of the file, where the phrase stands within one."""
    for number, row in enumerate(_decoded(content).split("\n"), 1):
        if any(forms.line_of(text) is not None for text in _readings(row)):
            return number
    return None


def _decoded(content: bytes) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return content.decode("utf-16" if wide else "utf-8", "replace")


def _readings(text: str) -> Iterator[str]:
    """The text as it stands, with escapes resolved, and both without tags; never with signs that do not show."""
    for form in _resolved(text):
        yield form if form.isascii() else _INVISIBLE.sub("", form)


def _resolved(text: str) -> Iterator[str]:
    if "\\" in text or "%" in text:  # a backslash or percent sign may stand for itself, too
        yield text
    yield from _layers(text)
    if "<" in text:  # a tag may part a word, or two words
        yield from _layers(_TEXT_TAG.sub("", text))
        yield from _layers(_TAGS.sub(" ", text))


def _layers(text: str) -> Iterator[str]:
    """The text with one layer of escapes after the other taken off."""
    for _ in range(_ROUNDS):
        plain = text
        if "\\" in plain:
            plain = _JSON.sub(_unescaped, plain)
        plain = unescape(unquote(plain) if "%" in plain else plain)
        yield plain
        if plain == text or not ("\\" in plain or "%" in plain or "&" in plain):
            return
        text = plain


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code:
        return chr(int(code, 16))
    return " " if match[3] else match[4]
