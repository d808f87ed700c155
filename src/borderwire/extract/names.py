"""Where a person's name begins and ends: Vietnamese, minority, Lao (spaced, hyphenated, Latin) and initials.

A name is a row of capitalised syllables. It ends before a word in lower case, a punctuation mark, the end of the line,
and before an office, a rank or a body that begins with a capital ("Trần Quốc Trung Công an tỉnh").
"""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.name_parts import GREAT, LAO, MIDDLE, Name, is_latin_lao
from borderwire.extract.phrases import keys
from borderwire.extract.vocabulary import COMMON
from borderwire.text import fold, key

HYPHENS = frozenset("-‐‑–")
APOSTROPHES = frozenset("'’‘`´")
_JOINING = HYPHENS | APOSTROPHES
# What may begin with a capital right after a name.
_STOPS = frozenset(["office", "rank", "body"])
# Words in lower case that a hyphen sets off from a name: "Lê Văn A-giám đốc".
_AFTER_NAME = keys("giám phó trưởng chủ bí chính nguyên người thứ ủy tỉnh cục đại quyền")
# Words that are no syllable of a name: they open the next sentence, whose full stop was lost ("Lê Văn A Tại buổi lễ").
_OPENS_SENTENCE = keys("tại theo trong trước ngày được những khi trên về của với đã sẽ đang")
# Vietnamese names have two to five syllables; a longer row that begins with a family name is read as Lao.
_LONGEST_VIETNAMESE = 5
_PAIRS = frozenset(["Th", "Tr", "Ph", "Ch", "Kh", "Ng", "Nh", "Gi", "Qu"])
_MISTERS = keys("ông bà")
_NEEDED = (["cần", "có"], ["cần", "phải"])
_FULL = 3  # syllables of a Vietnamese name that is a full one
# What is given to a person whose name stands right before it: first and second syllable.
_AWARDS = {
    key(first): keys(seconds)
    for first, seconds in (
        ("huân", "chương"), ("huy", "chương hiệu"), ("kỷ", "niệm"), ("bằng", "khen"), ("giấy", "khen"), ("cờ", "thi"),
        ("danh", "hiệu"), ("thư", "khen"),
    )
}  # fmt: skip
_AFTER_NAMES = _OPENS_SENTENCE | frozenset(_AWARDS) | _MISTERS | {"cần"}
_NO_AWARD = keys("trưởng phó ngợi thưởng quả")
_SMALL_MIDDLE = keys("văn thị")
# The longest Lao names in the press have eight syllables; some write two or three given names.
_LONGEST = 11

# Letters of a family name in capitals, at least, and what tells it from the letters of an institution.
_SHORTEST, _VOWELS = 5, frozenset("aeiouy")
_UNIONS = frozenset(
    ["ASEAN", "UNESCO", "UNICEF", "UNODC", "APEC", "MERCOSUR", "UNITEL", "VIETTEL", "INTERPOL", "ASEANAPOL"]
)

_name = tuple.__new__  # makes a `Name` of all its fields in half the time


def read_name(doc: Doc, at: int) -> Name | None:
    """The longest name that begins at token `at`, or None."""
    words, shapes, breaks, hit_at = doc.words, doc.shapes, doc.breaks, doc.hit_at
    size = len(words)
    if at >= size or shapes[at] not in "UA" or (at in hit_at and _stop(doc, at, first=True)):
        return None
    if len(words[at]) == 1:
        initials = _initials(doc, at)
        if initials is not None:
            return initials
    upper = shapes[at] == "A"
    parts: list[str] = []
    end = at
    while end < size and len(parts) < _LONGEST:
        if end > at and (breaks[end] or (end in hit_at and _stop(doc, end))):
            break
        if (upper or shapes[end] != "U") and not _part(doc, at, end, upper):
            break
        if len(parts) > 1 and (doc.keys[end] in _AFTER_NAMES or end in hit_at) and _goes_on_otherwise(doc, end, parts):
            break
        parts.append(words[end])
        end += 1
        if end < size and words[end] in _JOINING:
            end = _hyphenated(doc, at, end, parts)
    if not upper and len(parts) > 1 and end < size and shapes[end] == "A" and not _vietnamese(doc, at, end, parts):
        end = _family_name(doc, end, parts)
    if not parts or (upper and len(parts) == 1 and len(parts[0]) > 5):
        return None
    return _name(Name, (at, end, tuple(parts), _vietnamese(doc, at, end, parts), False, upper))


def _family_name(doc: Doc, at: int, parts: list[str]) -> int:
    """ "Khăm Mạ Ni | INTHILÁT", "Bun Nhăng | VO-RA-CHÍT": end of a Lao family name in capitals, added to the parts."""
    end, size = at, len(doc.words)
    while end < size and doc.shapes[end] == "A" and not doc.breaks[end] and end not in doc.hit_at:
        end += 1
        if end + 1 >= size or doc.words[end] not in HYPHENS or not (doc.glued(end) and doc.glued(end + 1)):
            break
        end += 1
    name = doc.slice(at, end)
    letters = set(fold(name))
    if end == at or doc.words[end - 1] in HYPHENS or _VOWELS.isdisjoint(letters) or len(name) < _SHORTEST:
        return at
    if name in _UNIONS:
        return at
    parts.append(name)
    return end


def _vietnamese(doc: Doc, at: int, end: int, parts: list[str]) -> bool:
    if len(parts) > _LONGEST_VIETNAMESE:
        return False
    if end - at != len(parts):  # "H'Yim Niê", of the Ede; "K'Brêm", of the Koho; "Ksor H'Bơ", of the Jarai
        return any(part[0] in "HK" and part[1:2] in APOSTROPHES for part in parts)
    if len(parts) < 2:
        return False
    return doc.keys[at] in doc.gazetteer.surnames or (2 < len(parts) < 5 and doc.keys[at + 1] in MIDDLE)


def _opens_sentence(doc: Doc, at: int, parts: list[str]) -> bool:
    """ "Lê Văn A | Tại buổi lễ"; not "Dương Văn Tại cho biết", where it is the given name."""
    after = doc.shapes[at + 1 : at + 2] == ["l"] and not doc.breaks[at + 1]
    return after and len(parts) > 1 and key(parts[-1]) not in MIDDLE


def _award(doc: Doc, at: int) -> bool:
    """ "Lê Văn A | Huân chương Lao động"; not "Lê Huy Chương", whose last syllable has a capital."""
    words = doc.keys[at + 1 : at + 3]
    return doc.shapes[at + 1 : at + 2] == ["l"] and words[0] in _AWARDS[doc.keys[at]] and _NO_AWARD.isdisjoint(words)


def _goes_on_otherwise(doc: Doc, at: int, parts: list[str]) -> bool:
    """Something else than a syllable of the name stands at token `at`: an award, or the next sentence, whose full stop
    was lost."""
    word, hit = doc.keys[at], doc.hit_at.get(at)
    if word in _OPENS_SENTENCE:
        return _opens_sentence(doc, at, parts)
    if word in _AWARDS and _award(doc, at):
        return True
    if key(parts[0]) not in GREAT:
        return False
    if word in _MISTERS:  # "Phan Lê Thức | Ông Phan Lê Thức thích ..."
        return doc.shapes[at + 1 : at + 2] == ["U"] and not doc.breaks[at + 1]
    if len(parts) < _FULL:
        return False
    if doc.keys[at : at + 2] in _NEEDED:  # "Vũ Ngọc Thỉnh | Cần có trọng tài"
        return doc.shapes[at + 1] == "l"
    return hit is not None and hit.kind == "province" and hit.end - at > 1  # "Phạm Đình Sửu | Bến Tre vào mùa ..."


def _stop(doc: Doc, at: int, first: bool = False) -> bool:
    """Something else than a name begins here. A single syllable in mixed case is no reason: "Trần Trung", "Vũ Anh"."""
    hit = doc.hit_at.get(at)
    if hit is None or hit.kind not in _STOPS or hit.entry.cue:
        return False
    if not first and hit.kind == "body" and doc.shapes[at : hit.end] == ["U", "U"] and doc.keys[at] in MIDDLE:
        return False  # "Trương Quốc Hội", not "Quốc hội"
    if hit.end - at > 1 and doc.words[at + 1] in HYPHENS:
        return False  # "Nguyễn Đức Quyền - phó chủ tịch": the given name, not "quyền phó chủ tịch"
    return hit.end - at > 1 or doc.shapes[at] == "A" or (first and hit.kind == "body")


def _part(doc: Doc, first: int, at: int, upper: bool) -> bool:
    """Token `at` goes on with the name that begins at `first`."""
    shape = doc.shapes[at]
    if shape == "U":
        return not upper or len(doc.words[at]) == 1
    if shape == "A":  # "Bun Mi XAY-NHẠ-PHON", "Bounthavy SIVILAY"
        word = doc.words[at]
        lao = doc.keys[at] in LAO or (is_latin_lao(doc.words[first]) and is_latin_lao(word))
        return upper or (at > first and lao and len(word) > 1)
    return at > first and shape == "l" and _slip(doc, first, at)


def _slip(doc: Doc, first: int, at: int) -> bool:
    """A syllable of a Lao name that lost its capital, or a Vietnamese middle name: "Khăm phon Năn Thạ", "Lê văn A"."""
    if at + 1 >= len(doc.keys) or doc.breaks[at + 1]:
        return False
    if doc.keys[first] in doc.gazetteer.surnames:
        return at == first + 1 and doc.keys[at] in _SMALL_MIDDLE and doc.shapes[at + 1] == "U"
    hit = doc.hit_at.get(at + 1)  # "Vông Xạ vẳn Khun Mi Xay": Khun is a district, too
    return (
        doc.keys[at] in LAO
        and doc.shapes[at + 1] == "U"
        and (hit is None or (hit.kind == "district" and hit.id.startswith("LA")))
    )


def _hyphenated(doc: Doc, first: int, at: int, parts: list[str]) -> int:
    """Takes the syllables that hyphens or apostrophes join to the one before token `at`; gives the new end."""
    while at + 1 < len(doc.keys) and len(parts) < _LONGEST and not doc.breaks[at] and not doc.breaks[at + 1]:
        mark = doc.words[at]
        if mark in APOSTROPHES:
            if not (doc.glued(at) and doc.glued(at + 1) and doc.words[at + 1][0].isalpha()):
                break
            parts[-1] += mark + doc.words[at + 1]
        elif mark in HYPHENS:
            if not _joins(doc, first, at):
                break
            parts.append(doc.words[at + 1])
        else:
            break
        at += 2
    return at


def _joins(doc: Doc, first: int, hyphen: int) -> bool:
    """The hyphen stands inside a name, not between a name and what follows."""
    after = hyphen + 1
    if _is_inner(doc, hyphen):
        return True
    hit = doc.hit_at.get(after)
    if not doc.words[after][0].isalpha() or (hit is not None and hit.kind in _STOPS):
        return False
    left, right, shape = doc.glued(hyphen), doc.glued(after), doc.shapes[after]
    if hit is not None and hit.end - after > 1 and not right:
        return False
    known = doc.keys[first] in doc.gazetteer.surnames
    if left and right:
        if shape == "l":
            return doc.keys[after] not in _AFTER_NAME
        return not known and (shape == "U" or (shape == "A" and doc.shapes[hyphen - 1] == "A"))
    if known:
        return shape == "U" and not left and not right and _is_lao(doc, first, hyphen)
    if shape == "U":
        return _goes_on(doc, first, hyphen) if left else not right and _two_halves(doc, first, hyphen)
    return shape == "l" and doc.keys[after] not in COMMON and _spaced(doc, hyphen)


def _is_inner(doc: Doc, hyphen: int) -> bool:
    """ "Phia-ca-xơm": a small syllable between two hyphens, though "ca" may be short for the police."""
    inner = doc.words[hyphen + 2 : hyphen + 3] == [doc.words[hyphen]] and doc.shapes[hyphen + 1] == "l"
    return (
        inner and doc.glued(hyphen) and doc.glued(hyphen + 1) and doc.glued(hyphen + 2) and not doc.breaks[hyphen + 2]
    )


def _goes_on(doc: Doc, first: int, hyphen: int) -> bool:
    """ "Khăm-la- Vông": a space too many in a name that has hyphens before."""
    return any(doc.words[at] in HYPHENS and doc.glued(at) for at in range(first, hyphen))


def _two_halves(doc: Doc, first: int, hyphen: int) -> bool:
    """ "Bun Chăm - Sỉ Hả Vông": Lao syllables on both sides."""
    before, after = _lao_syllables(doc, first, hyphen), _lao_syllables(doc, hyphen + 1, min(hyphen + 5, len(doc.keys)))
    return min(before, after) >= 1 and before + after >= 3


def _is_lao(doc: Doc, first: int, hyphen: int) -> bool:
    """ "Vi Lay - Thoong Xa Vắt": nothing but Lao syllables, though the first is a Vietnamese family name, too."""
    before, after = _lao_syllables(doc, first, hyphen), _lao_syllables(doc, hyphen + 1, min(hyphen + 3, len(doc.keys)))
    return 1 < before == hyphen - first and after > 0 and doc.keys[hyphen + 1] not in doc.gazetteer.surnames


def _lao_syllables(doc: Doc, start: int, end: int) -> int:
    """How many syllables of Lao names stand among these tokens."""
    return sum(1 for at in range(start, end) if doc.shapes[at] == "U" and doc.keys[at] in LAO)


def _spaced(doc: Doc, hyphen: int) -> bool:
    """ "Thoong - lun Xi - xu - lit": another hyphen, a capital or the end of the name follows the syllable."""
    after = hyphen + 1
    if after + 1 >= len(doc.keys):
        return False
    return doc.shapes[after + 1] != "l" or (doc.words[hyphen] != "–" and len(doc.words[after]) < 5)


def _initial(word: str, later: bool) -> bool:
    """One letter; after the first, one of the pairs that Vietnamese writes for one sound: "P.T.Th."."""
    return len(word) == 1 or (later and word in _PAIRS)


def _initials(doc: Doc, at: int) -> Name | None:
    """ "N.V.A", "N.T. V": a name that the paper hides."""
    end, letters, size = at, 0, len(doc.keys)
    while end < size and letters < _LONGEST and doc.shapes[end] == "U" and _initial(doc.words[end], end > at):
        if end > at and doc.breaks[end]:
            break
        letters += 1
        end += 1
        if end >= size or doc.words[end] != "." or not doc.glued(end):
            break
        end += 1
    if letters < 2:
        return None
    if doc.words[end - 1] == "." and (end >= size or not doc.glued(end)):
        end -= 1
    parts = tuple(word for word in doc.words[at:end] if word != ".")
    return Name(at, end, parts, False, initials=True)
