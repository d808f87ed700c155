"""What is packed in the bytes of a file: archives, metadata of pictures, streams of a PDF, base64."""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

_MOST = 16 * 1024 * 1024  # bytes that one part is unpacked to: of a larger one, the beginning
# https://www.rfc-editor.org/rfc/rfc2397: a file that is written into an address.
_DATA = re.compile(rb";base64,([A-Za-z0-9+/_\-]+)", re.IGNORECASE)
# Letters of base64 in both alphabets of RFC 4648, also over line ends (RFC 2045).
_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-"
_RUN = re.compile(rb"[A-Za-z0-9+/_\-]+(?:\r?\n[A-Za-z0-9+/_\-]+)*")
_SHORTEST = 16  # letters of a run that is looked at: twelve bytes, one name
_STARTS = 8  # places at which a run may begin anew: behind the steps of a path
# A capital stands among the first letters of what base64 makes of words, and seldom in an address of the site.
_CASES = bytes(
    ord(" ") if code not in _ALPHABET else ord("A") if ord("A") <= code <= ord("Z") else ord("a") for code in range(256)
)
_LIKELY = re.compile(rb"A[Aa]{7,}")
_SIGN = re.compile(rb"[+/_\-]")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_PNG = b"\x89PNG\r\n\x1a\n"
_WIDE_STRING = re.compile(rb"\((?:\xfe\xff|\\376\\377)(.{2,2000}?)\)\s*[/>]", re.DOTALL)
_ESCAPED = re.compile(rb"\\([()\\])")
_HEX_STRING = re.compile(rb"<([0-9A-Fa-f\s]{16,4000})>")
_STREAM = re.compile(rb"(?<!end)stream\r?\n(.*?)endstream", re.DOTALL)  # ISO 32000-1, 7.3.8


class Unpacker:
    """Unpacks the files of one site. What is written in base64 is decoded once, however many pages have it."""

    def __init__(self) -> None:
        self._decoded: dict[bytes, list[bytes]] = {}

    def parts(self, content: bytes) -> Iterator[tuple[str, bytes]]:
        """The content, or what is packed in it, and what is packed in a part of it; each with its name."""
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
        for number, match in enumerate(_DATA.finditer(content), 1):
            yield f"data address {number}", _from_base64(match[1])
        if content.startswith(_PNG):
            yield from _of_png(content)
        elif content.startswith(b"%PDF-"):
            yield from _of_pdf(content)
        else:
            yield from self._of_base64(content)

    def _of_base64(self, content: bytes) -> Iterator[tuple[str, bytes]]:
        cases = content.translate(_CASES)
        done = 0
        for match in _LIKELY.finditer(cases):
            if match.start() < done:
                continue
            start = cases.rfind(b" ", done, match.start()) + 1 or done
            found = _RUN.match(content, start)
            run, done = (found[0], found.end()) if found else (b"", match.end())
            if len(run) >= _SHORTEST:
                if run not in self._decoded:
                    self._decoded[run] = list(_texts_of(run))
                for plain in self._decoded[run]:
                    yield "base64", plain


def _texts_of(run: bytes) -> Iterator[bytes]:
    """The texts that the run may stand for, from its beginning and from behind its first signs."""
    letters = run.translate(None, b"\r\n")
    starts = [0, *(match.end() for match, _ in zip(_SIGN.finditer(letters), range(_STARTS), strict=False))]
    for start in starts:
        plain = _from_base64(letters[start:])
        control = _CONTROL.search(plain)
        if control is not None:
            plain = plain[: control.start()]
        try:
            plain.decode()
        except UnicodeDecodeError as error:
            plain = plain[: error.start]
        if len(plain) >= _SHORTEST * 3 // 4:
            yield plain


def _from_base64(letters: bytes) -> bytes:
    """What the letters stand for, in both alphabets of RFC 4648, with or without the filling; as far as they do."""
    plain = letters.translate(bytes.maketrans(b"-_", b"+/"))
    whole = plain[: len(plain) - 1] if len(plain) % 4 == 1 else plain
    try:
        return base64.b64decode(whole + b"=" * (-len(whole) % 4))
    except binascii.Error:
        return b""


def _of_png(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Texts of a picture, compressed or plain. Source: PNG specification, 11.3.3 (tEXt, zTXt, iTXt)."""
    at = len(_PNG)
    while at + 8 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            _, _, rest = content[at + 8 : at + 8 + length].partition(b"\0")
            if kind == b"tEXt":
                yield "metadata", rest
            elif kind == b"zTXt":
                yield "metadata", _inflated(rest[1:])
            elif rest[:1] == b"\1":
                yield "metadata", _inflated(rest[2:].split(b"\0", 2)[-1])
            else:
                yield "metadata", rest[2:].split(b"\0", 2)[-1]
        at += 12 + length


def _of_pdf(content: bytes) -> Iterator[tuple[str, bytes]]:
    yield from _strings_of_pdf(content)
    last = content.rfind(b"endstream")
    for number, match in enumerate(_STREAM.finditer(content, 0, last + len(b"endstream")), 1):
        plain = _inflated(match[1])
        if plain:
            yield f"stream {number}", plain
            yield from _strings_of_pdf(plain)


def _strings_of_pdf(content: bytes) -> Iterator[tuple[str, bytes]]:
    """What is said of the document: Unicode strings and strings in hexadecimal. Source: ISO 32000-1, 7.3.4, 7.9.2."""
    for match in _WIDE_STRING.finditer(content):
        plain = _ESCAPED.sub(rb"\1", match[1])
        yield "string", plain.decode("utf-16-be", "replace").encode()
    for match in _HEX_STRING.finditer(content):
        letters = b"".join(match[1].split())
        plain = bytes.fromhex((letters + b"0" * (len(letters) % 2)).decode())
        yield "string", plain[2:].decode("utf-16-be", "replace").encode() if plain[:2] == b"\xfe\xff" else plain


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _MOST)
    except zlib.error:
        return b""
