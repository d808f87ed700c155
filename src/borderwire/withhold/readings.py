"""All that the bytes of a file may say to a reader or to a machine: decoded, escapes resolved, without mark-up.

Escapes lie in one another (an address in JSON in an attribute), so they are resolved until nothing changes. Every step
takes time linear in the length of the text, whatever stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import unquote

from borderwire.withhold.folding import NOTHING, TAG

_ROUNDS = 8  # escapes inside escapes; those of escape signs themselves are resolved all at once
_WIDE = (b"\xff\xfe", b"\xfe\xff")
# Pronunciation over the letters of a word is no part of the text: https://html.spec.whatwg.org/#the-rt-element
_OVER = re.compile(r"<r[tp]\b[^<>]*>[^<>]*</r[tp]\b[^<>]*>", re.IGNORECASE)
_AMPERSANDS = re.compile(r"&(?:amp;|#0{0,5}38;|#[xX]0{0,5}26;)+")
_PERCENTS = re.compile(r"%(?:25)+(?=[0-9A-Fa-f]{2})")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
# https://www.rfc-editor.org/rfc/rfc2045#section-6.7: bytes of letters, and ends of lines that are none.
_QUOTED = re.compile(r"=[0-9A-Fa-f]{2}=[0-9A-Fa-f]{2}|=\r?\n")
_QUOTED_END = re.compile(r"=\r?\n")
_QUOTED_BYTES = re.compile(r"(?:=[0-9A-Fa-f]{2})+")
# https://tc39.es/ecma262/#prod-EscapeSequence, https://www.rfc-editor.org/rfc/rfc8259#section-7
_SCRIPT = re.compile(
    r"\\+(?:u\{0*([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([nrtbfv])|(\r?\n)|(.))"
)
# https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point
_STYLE = re.compile(r"\\+(?:([0-9a-fA-F]{1,6})(?:\r\n|[ \t\r\n\f])?|(\r?\n)|(.))")
_STYLE_CODE = re.compile(r"\\[0-9a-fA-F]")
# Signs that letters may stand behind escapes. What page writers always escape is no such sign.
_HIDING_ENTITY = re.compile(rb"&(?!(?:gt|quot|nbsp|#39|#34);|amp;(?!#?\w+;))#?\w")
_HIDING_PERCENT = re.compile(rb"%[0-9A-Fa-f]{2}")
_HIDING_QUOTED = re.compile(rb"=(?:[0-9A-Fa-f]{2}=[0-9A-Fa-f]{2}|\r?\n)")
_NOISE = re.compile(rb"<[^<>]*>|&(?:amp|gt|quot|nbsp|#39|#34);")


def stripped(content: bytes) -> bytes:
    """UTF-8 without tags and the most usual entities; what `is_plain` says of the content stays true."""
    return _NOISE.sub(b"", content)


def is_plain(content: bytes) -> bool:
    """The content is UTF-8 and hides no letters, but for what `stripped` takes out."""
    if b"\\" in content or b"\0" in content or b"<!--" in content or b"<rt" in content or b"<RT" in content:
        return False
    if b"%" in content and _HIDING_PERCENT.search(content):
        return False
    if b"&" in content and _HIDING_ENTITY.search(content):
        return False
    if b"=" in content and _HIDING_QUOTED.search(content):
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def decodings(content: bytes) -> Iterator[str]:
    """The text in each encoding that it may have. The first one is the likeliest."""
    if content.startswith(_WIDE):
        yield content.decode("utf-16", "replace")
        return
    try:
        yield content.decode()
    except UnicodeDecodeError:
        yield content.decode("cp1258", "replace")
        yield content.decode("utf-8", "replace")
    if b"\0" in content:
        yield content.decode("utf-16-le", "replace")
        yield content.decode("utf-16-be", "replace")


def readings(text: str) -> Iterator[str]:
    """The text as it stands, with one layer of escapes after the other resolved, and each of these without mark-up."""
    yield from _layers(text, _script)
    if _STYLE_CODE.search(text):
        yield from _layers(text, _style)


def _layers(text: str, unescaped: Callable[[str], str]) -> Iterator[str]:
    for _ in range(_ROUNDS):
        yield text
        if "<" in text:
            yield without_markup(text)
        plain = unescaped(text) if "\\" in text else text
        if "%" in plain:
            plain = _PERCENT.sub(_percent_letters, _PERCENTS.sub("%", plain))
        if "&" in plain:
            plain = unescape(_AMPERSANDS.sub("&", plain))
        if "=" in plain and _QUOTED.search(plain):
            plain = _QUOTED_BYTES.sub(_quoted_letters, _QUOTED_END.sub("", plain))
        if plain == text:
            return
        text = plain


def _percent_letters(match: re.Match[str]) -> str:
    return unquote(match[0])


def _quoted_letters(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("=", "")).decode("utf-8", "replace")


def without_markup(text: str) -> str:
    """The text without comments, pronunciations and tags; NOTHING stands in their place."""
    first, *rest = text.split("<!--")
    kept = [first]
    for part in rest:
        end = part.find("-->")
        kept.append(part[end + 3 :] if end >= 0 else part)
    return TAG.sub(NOTHING, _OVER.sub(NOTHING, NOTHING.join(kept)))


def _script(text: str) -> str:
    plain = _SCRIPT.sub(_script_char, text)
    if re.search("[\ud800-\udfff]", plain):  # pairs of escapes are one letter
        plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return plain


def _script_char(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3] or match[4]
    if code:
        return _char(code)
    if match[6]:
        return NOTHING
    return " " if match[5] else match[7]


def _style(text: str) -> str:
    return _STYLE.sub(_style_char, text)


def _style_char(match: re.Match[str]) -> str:
    if match[1]:
        return _char(match[1])
    return NOTHING if match[2] else match[3]


def _char(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number < 0x110000 else NOTHING
