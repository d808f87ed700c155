"""Bytes to text: Unicode with or without byte order marks, and Vietnamese encodings from before it."""

from __future__ import annotations

import re
from collections.abc import Callable

from borderwire.errors import Problem
from borderwire.load.faults import BinaryFileError
from borderwire.load.legacy import LEGACY, from_1252, from_twice_utf8
from borderwire.load.vietnamese import is_vietnamese, plausibility

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Characters of U+0080 to U+00FF that Vietnamese in Unicode has no use for. Legacy texts are full of them.
_ODD = re.compile("[\u0080-\u0084\u0086-\u009f¡-¦¨-ª¬-¯±´-¶¸-º¼-¿Ä-ÇËÎÏÑÖ×ØÛÜÞßä-çëîïñö÷øûüþÿ]")
# The same in UTF-8; two patterns that begin with a byte each are four times as fast as one.
_ODD_SIGN_BYTES = re.compile(b"\xc2[\x80-\x84\x86-\x9f\xa1-\xa6\xa8-\xaa\xac-\xaf\xb1\xb4-\xb6\xb8-\xba\xbc-\xbf]")
_ODD_LETTER_BYTES = re.compile(
    b"\xc3[\x84-\x87\x8b\x8e\x8f\x91\x96-\x98\x9b\x9c\x9e\x9f\xa4-\xa7\xab\xae\xaf\xb1\xb6-\xb8\xbb\xbc\xbe\xbf]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_BYTES = bytes([*range(9), *range(0x0E, 0x20), 0x7F])
_CONTROL_1 = re.compile("[\x80-\x84\x86-\x9f]")
_CONTROLS = dict.fromkeys([*range(9), *range(0x0E, 0x20), 0x7F, *range(0x80, 0x85), *range(0x86, 0xA0)], "\ufffd")
_BINARY_SHARE = 0.02  # of bytes that are control characters: pictures and archives have more than 5 %, texts none
# A reading is sure when nearly all its accented words are syllables, there are some, and no other reading comes near.
_SURE, _WORDS, _LEAD = 0.85, 4, 0.1
_PLAUSIBLE = 0.6
# In older encodings a valid sequence of UTF-8 stands by chance only, since two accented signs seldom meet.
_OUTNUMBERS = 3
_UTF8_HINT = "Save the file as UTF-8."


def decode(raw: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a source file and what was guessed or lost. Raises SourceError for binary files."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _decode_marked(raw[len(mark) :], encoding, path)
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    controls = len(raw) - len(raw.translate(None, _CONTROL_BYTES))
    if controls:
        encoding = _unmarked_utf16(raw)
        if encoding:
            return _decode_marked(raw, encoding, path)
        if controls > _BINARY_SHARE * len(raw) + 6:
            raise _binary(path)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_bytes(raw, path)
    odd = controls or _ODD_LETTER_BYTES.search(raw) or _ODD_SIGN_BYTES.search(raw)
    if not odd and (text.isascii() or is_vietnamese(text)):
        return text, ()
    return _mend(text, path)


def _decode_marked(raw: bytes, encoding: str, path: str) -> tuple[str, tuple[Problem, ...]]:
    text = raw.decode(encoding, "replace")
    if text.count("\ufffd") + len(_CONTROL.findall(text)) > 0.3 * len(text) + 2:
        raise _binary(path)
    lost = _lost_bytes(text, path, encoding.upper()) if "\ufffd" in text else ()
    text, problems = _mend(text, path)
    return text, (*lost, *problems)


def _unmarked_utf16(raw: bytes) -> str:
    """UTF-16 without a mark has its zero bytes on one side only; "" for anything else."""
    sample = raw[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    side = len(sample) // 2
    if side < 4:
        return ""
    if odd > 0.3 * side and even <= 0.02 * side:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 * side and odd <= 0.02 * side else ""


def _binary(path: str) -> BinaryFileError:
    hint = "Put only texts (.txt) and Markdown (.md) into the folder of sources."
    return BinaryFileError("this is a binary file, not a text.", path=path, hint=hint)


def _decode_bytes(raw: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Not UTF-8: a damaged UTF-8 text, or one in an older encoding."""
    as_utf8 = raw.decode("utf-8", "replace")
    score, _ = plausibility(as_utf8)
    latin = raw.decode("latin-1")
    name, text = _best_reading(latin)
    broken = as_utf8.count("\ufffd")
    whole = sum(char > "\x7f" for char in as_utf8) - broken
    mostly = whole > broken * (1 if name is None else _OUTNUMBERS)
    if mostly or score >= _PLAUSIBLE or (name is None and score > plausibility(from_1252(latin))[0]):
        return _clean(as_utf8, path, *_lost_bytes(as_utf8, path, "UTF-8", raw))
    if name:
        return _clean(text, path, _legacy_note(name, path, None))
    unknown = Problem(
        "unknown-encoding",
        "the text is neither UTF-8 nor a known Vietnamese encoding; it is read as windows-1252.",
        path=path,
        hint=_UTF8_HINT,
    )
    return _clean(from_1252(latin), path, unknown)


def _lost_bytes(text: str, path: str, encoding: str, raw: bytes = b"") -> tuple[Problem, ...]:
    at = text.find("\ufffd")
    line = text.count("\n", 0, at) + 1
    count = text.count("\ufffd")
    bad = ""
    if raw:
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError as error:
            bad = f", the first {raw[error.start : error.end].hex(' ')}"
    message = f"{count} byte sequence{'s' if count > 1 else ''} not valid in {encoding}{bad}; shown as \ufffd."
    return (
        Problem(
            "invalid-bytes",
            message,
            path=path,
            line=line,
            hint="Correct the marked places; " + _UTF8_HINT[0].lower() + _UTF8_HINT[1:],
            values=(("n", count),),
        ),
    )


def _best_reading(latin: str) -> tuple[str | None, str]:
    """The legacy encoding that makes the most Vietnamese of the text, when one surely does."""
    name = _surest({name: plausibility(read(latin[:12000])) for name, read in LEGACY.items()})
    return (name, LEGACY[name](latin)) if name else (None, latin)


def _mend(text: str, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Lines of a Unicode text that were copied from a legacy one, letter for letter, are read again."""
    lines = text.split("\n")
    spoilt = [index for index, line in enumerate(lines) if not line.isascii() and plausibility(line)[0] < _PLAUSIBLE]
    if is_vietnamese(text) and not any(len(_ODD.findall(lines[index][:2000])) > 1 for index in spoilt):
        return _clean(text, path)
    sample = "\n".join(lines[index] for index in spoilt)[:12000]
    readers: dict[str, Callable[[str], str]] = {"UTF-8 encoded twice": from_twice_utf8, **LEGACY}
    name = _surest({name: plausibility(read(sample)) for name, read in readers.items()}, plausibility(sample)[0])
    if name is None:
        return _clean(text, path)
    first = 0
    for index, line in enumerate(lines):
        read = line if line.isascii() else readers[name](line)
        if plausibility(read)[0] > plausibility(line)[0] or (name not in LEGACY and "\ufffd" not in read):
            lines[index] = read
            first = first or (index + 1 if read != line else 0)
    return _clean("\n".join(lines), path, _legacy_note(name, path, first))


def _surest(scores: dict[str, tuple[float, int]], least: float = 0.0) -> str | None:
    """The reading that makes nearly everything Vietnamese, when there is enough of it and no other comes near."""
    ranked = sorted(scores, key=lambda name: scores[name], reverse=True)
    (score, words), second = scores[ranked[0]], scores[ranked[1]][0]
    return ranked[0] if score >= _SURE and words >= _WORDS and score - max(second, least) >= _LEAD else None


def _legacy_note(name: str, path: str, line: int | None) -> Problem:
    return Problem(
        "legacy-encoding",
        f"read as {name}.",
        severity="note",
        path=path,
        line=line,
        hint="Save the file as UTF-8 to be sure of its letters.",
        values=(("encoding", name),),
    )


def _clean(text: str, path: str, *problems: Problem) -> tuple[str, tuple[Problem, ...]]:
    """Control characters cannot be shown; each is replaced by a visible sign, and they are told of."""
    found = [*_CONTROL.finditer(text), *_CONTROL_1.finditer(text)]
    if not found:
        return text, problems
    first = min(found, key=re.Match.start)
    count = len(found)
    message = (
        f"{count} control character{'s' if count > 1 else ''}, the first U+{ord(first.group()):04X}; shown as \ufffd."
    )
    told = Problem(
        "invalid-bytes",
        message,
        path=path,
        line=text.count("\n", 0, first.start()) + 1,
        hint="Correct the marked places.",
        values=(("n", count),),
    )
    return text.translate(_CONTROLS), (*problems, told)
