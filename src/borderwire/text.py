"""The one place for normal forms: NFC at the door, match keys, accent folding, Vietnamese order, slugs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from sys import intern

from slugify import slugify

# Characters that print nothing and only break matching: zero-width space, joiners, word joiner, BOM, soft hyphen,
# left-to-right and right-to-left marks, and the grapheme joiner, which some pages put behind every letter.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u034f"), "")
# White space that is not the plain space, as mark-up leaves it in copied texts.
_SPACES = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, *map(ord, "\t\v\f")], " ")
_LINE_ENDS = dict.fromkeys(map(ord, "\u0085\u2028\u2029"), "\n")
_DOOR = {**_INVISIBLE, **_SPACES, **_LINE_ENDS, ord("\u00d0"): "Đ", ord("\u00f0"): "đ"}
_DOOR_ITEMS = tuple((chr(code), stands_for) for code, stands_for in _DOOR.items())

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook above, dot below
# Open syllables that carry their tone on either vowel: hoà = hòa, khoẻ = khỏe, thuỷ = thủy.
_OPEN_PAIRS = (("o", "a"), ("o", "e"), ("u", "y"))


def normalize(raw: str) -> str:
    """Text as the archive keeps it: NFC, `\\n` line ends, plain spaces, no invisible characters, Đ for Ð (eth)."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    for char, stands_for in _DOOR_ITEMS:  # looking for each is ten times as fast as translating a text that has few
        if char in text:
            text = text.replace(char, stands_for)
    return unicodedata.normalize("NFC", text)


def _tone_table() -> dict[str, str]:
    table = {}
    for first, second in _OPEN_PAIRS:
        for tone in _TONES:
            late = unicodedata.normalize("NFC", first + second + tone)
            early = unicodedata.normalize("NFC", first + tone + second)
            table[late] = early
    return table


_LATE_TO_EARLY = _tone_table()
_Y_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Match key of one syllable: lower case, accents kept, tone on the first vowel of oa/oe/uy, lone final y as i.

    `key("HOÀ") == key("hòa")`, `key("Lỳ") == key("lì")`, `key("Hòa") != key("hoa")`.
    """
    lowered = word.lower()
    tail = lowered[-2:]
    if tail in _LATE_TO_EARLY and not (tail[0] == "u" and lowered[-3:-2] == "q"):
        lowered = lowered[:-2] + _LATE_TO_EARLY[tail]
    if len(lowered) > 1 and lowered[-1] in "yỳýỷỹỵ" and not _is_vowel(lowered[-2]):
        lowered = lowered[:-1] + lowered[-1].translate(_Y_TO_I)
    return intern(lowered)  # one object per key: comparing them costs nothing


@lru_cache(maxsize=4096)
def settle_tones(text: str) -> str:
    """The words in lower case with the tone of oa, oe, uy on the first vowel: `ma tuý` and `Ma túy` are one kind."""
    return " ".join(_settled(word) for word in text.lower().split())


def _settled(word: str) -> str:
    late = _LATE_TO_EARLY.get(word[-2:])
    return word[:-2] + late if late and not (word[-2] == "u" and word[-3:-2] == "q") else word


def _is_vowel(char: str) -> bool:
    return unicodedata.normalize("NFD", char)[0] in "aeiouy"


def fold(text: str) -> str:
    """Lower case without accents, đ as d: for slugs, search and loose comparison."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("ð", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def squash(text: str) -> str:
    """Key for "the same name but for case, hyphens and spaces": `Khăm-ban Phôm` and `KHĂM BAN PHÔM` agree."""
    return re.sub(r"[\W_]+", "", "".join(key(part) for part in re.split(r"[\W_]+", text)))


# https://learn.microsoft.com/windows/win32/fileio/naming-a-file: no file or folder can have these names there.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z")
# Signs that titles have, as slugify would spell them. It looks for an optional library whenever it meets a character
# beyond ASCII, which costs more than all the rest.
_SIGNS = str.maketrans(
    {**dict.fromkeys("“”„«»", '"'), "‘": "", "’": "", "–": "-", "—": "-", "…": "...", "Đ": "D", "đ": "d"}
)
_ACCENTS = re.compile("[\u0300-\u034e]+")


@lru_cache(maxsize=4096)
def slug(text: str, *, max_length: int = 80) -> str:
    """ASCII slug for URLs, cut at a word; "" when nothing is left. Never a name that Windows keeps: `Côn` gives
    con-1."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.translate(_SIGNS)))
    made = slugify(plain, max_length=max_length, word_boundary=True)
    return f"{made}-1" if _DEVICE.match(made) else made


# Alphabet and tone order of Vietnamese dictionaries: TCVN 6909 / CLDR vi: a ă â b c d đ e ê ... o ô ơ ... u ư ... y;
# tones level, grave, hook, tilde, acute, dot.
_ALPHABET = {char: index for index, char in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONE_ORDER = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
SortKey = tuple[tuple[tuple[int, ...], ...], tuple[int, ...], str]


@lru_cache(maxsize=65536)
def sort_key(text: str) -> SortKey:
    """Vietnamese dictionary order: letters of all syllables first, then tones, then the text itself."""
    letters: list[tuple[int, ...]] = []
    tones: list[int] = []
    for syllable in re.findall(r"[^\W_]+", text.lower()):
        row, tone = _letters(syllable)
        letters.append(row)
        tones.append(tone)
    return tuple(letters), tuple(tones), text


def _letters(syllable: str) -> tuple[tuple[int, ...], int]:
    tone = 0
    row: list[int] = []
    for char in syllable:
        bare = ""
        for part in unicodedata.normalize("NFD", char):
            if part in _TONE_ORDER:
                tone = _TONE_ORDER[part]
            else:
                bare += part
        bare = unicodedata.normalize("NFC", bare)
        row.append(_rank(bare))
    return tuple(row), tone


def _rank(char: str) -> int:
    """Digits, then the Vietnamese alphabet, then everything else by code point."""
    if char in _ALPHABET:
        return 100 + _ALPHABET[char]
    return ord(char[0]) if char.isdigit() else 1000 + ord(char[0])


def given_name_key(name: str) -> tuple[SortKey, SortKey]:
    """Order of Vietnamese lists of people: by given name (the last syllable) with its tone, so that all Cương stand
    before all Cường; then by the whole name."""
    return sort_key(name.lower().split()[-1] if name.strip() else ""), sort_key(name)
