"""Vietnamese encodings from before Unicode, as tables over the characters U+0080 to U+00FF that their bytes look like.

Sources: TCVN 5712:1993 (TCVN3, of the "ABC" fonts, is its lower-case part), RFC 1456 (VISCII), Microsoft's code page
1258, and the table of the VNI fonts, which set marks behind their vowel.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_TCVN = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔ"
    "ỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN_TABLE = {0xA1 + index: char for index, char in enumerate(_TCVN)}
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_TABLE = {0x80 + index: char for index, char in enumerate(_VISCII)} | {
    0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def _vni_pairs() -> dict[str, str]:
    """Vowel and mark sign, as the fonts write them, to letters."""
    tones = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
    hatted = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
    breved = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
    pairs = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
    for vowel, said in (("a", "a"), ("e", "e"), ("o", "o"), ("u", "u"), ("y", "y"), ("ô", "ơ"), ("ö", "ư")):
        pairs |= {vowel + sign: said + tone for sign, tone in tones.items()}
    pairs |= {vowel + sign: vowel + "\u0302" + tone for vowel in "aeo" for sign, tone in hatted.items()}
    pairs |= {"a" + sign: "a\u0306" + tone for sign, tone in breved.items()}
    pairs = {written: unicodedata.normalize("NFC", letter) for written, letter in pairs.items()}
    upper = {written.upper(): letter.upper() for written, letter in pairs.items()}
    title = {written[0].upper() + written[1:]: letter.upper() for written, letter in pairs.items() if len(written) > 1}
    return pairs | title | upper


_VNI_PAIRS = _vni_pairs()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, _VNI_PAIRS), key=len, reverse=True)))
_CP1252_BYTES = {
    bytes([code]).decode("cp1252"): code for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_ONE_BYTE = re.compile(f"[\x00-\xff{''.join(_CP1252_BYTES)}]+")


def from_tcvn3(latin: str) -> str:
    """TCVN3 has no capitals with marks; fonts of capitals show its small ones: words follow their plain letters."""
    return _WORD.sub(_level_case, unicodedata.normalize("NFC", latin.translate(_TCVN_TABLE)))


def _level_case(match: re.Match[str]) -> str:
    word = match.group()
    plain = [char for char in word if char.isascii()]
    return word.upper() if len(plain) > 1 and all(char.isupper() for char in plain) else word


def from_viscii(latin: str) -> str:
    return latin.translate(_VISCII_TABLE)


def from_vni(latin: str) -> str:
    return _VNI_PATTERN.sub(lambda match: _VNI_PAIRS[match.group()], latin)


def from_1258(latin: str) -> str:
    return unicodedata.normalize("NFC", _recode(latin, "cp1258"))


def from_twice_utf8(latin: str) -> str:
    """UTF-8 that some program took for windows-1252 and encoded again."""
    return _recode(latin, "utf-8")


def from_1252(latin: str) -> str:
    return _recode(latin, "cp1252")


def _recode(latin: str, encoding: str) -> str:
    """The bytes that the letters once were, decoded anew; letters that no byte stands for stay."""
    return _ONE_BYTE.sub(lambda match: _as_bytes(match.group()).decode(encoding, "replace"), latin)


def _as_bytes(latin: str) -> bytes:
    return bytes(_CP1252_BYTES.get(char, ord(char) & 0xFF) for char in latin)


LEGACY: dict[str, Callable[[str], str]] = {
    "windows-1258": from_1258,
    "TCVN3 (ABC)": from_tcvn3,
    "VNI": from_vni,
    "VISCII": from_viscii,
}
