"""Who took a picture: credits standing alone, at the end of a caption, or glued into a longer line."""

from __future__ import annotations

import re

from borderwire.load.cues import OPENERS
from borderwire.load.lines import cue

_KIND = (
    r"(?:minh\s?ho[ạa]|minh\s?họa|tư liệu|chụp màn hình|cắt từ clip|cắt từ video|internet|facebook|chụp lại"
    r"|(?:do\s+)?(?:công an|cơ quan công an|cơ quan chức năng|biên phòng|nhân vật|bạn đọc|người dân|gia đình|đơn vị)"
    r"\s+cung cấp|CTV)"
)
_SIGN = r"(?:Nguồn\s+ảnh|Nguồn\s+clip|Nguồn\s+video|Ảnh|ẢNH|Photos?|PHOTO|Clip|CLIP|Video|VIDEO|Hình|Nguồn|NGUỒN)"
# A credit with its colon (or stroke); what follows is the name.
_SIGNED = re.compile(rf"(?<![^\W_])(?:{_SIGN}|(?<=[(–-])\s?(?:ảnh|nguồn)|(?<=[–-]\s)ảnh)(?:\s+{_KIND})?\s*[:/](?!/)\s*")
# Where to try: looking for this first is several times as fast.
_SIGN_START = re.compile(r"Nguồn|NGUỒN|Ảnh|ẢNH|P(?:hoto|HOTO)|C(?:lip|LIP)|V(?:ideo|IDEO)|Hình|[(–-]\s?(?:ảnh|nguồn)")
# A credit without one: only in brackets, or as a line of its own, or after the end of the caption's sentence.
_BRACKETED = re.compile(r"\(\s*(?:Nguồn\s+)?[ẢảA][Nn][Hh]\b[^()]{0,60}\)\s*\.?$|\(\s*(?:ẢNH|Ảnh)\b[^()]{0,60}$")
_PLAIN_TAIL = re.compile(
    rf"[.!?…”\"–-]\s+((?:Ảnh|ẢNH)\s+"
    rf"(?:{_KIND}|do\s[^\n.:]{{2,60}}cung cấp|[^\W\d_a-z][^\n.:]{{0,40}}))\.?$"
)
_LONE = re.compile(
    rf"[(\[]?\s*(?:{_SIGN}(?:\s+{_KIND})?\s*[:/]\s*\S.{{0,90}}|(?:Ảnh|ẢNH)\s+{_KIND}.{{0,40}}|ảnh:\s*\S.{{0,60}})$"
)
_LONE_NAME = re.compile(r"[(\[]?\s*(?:Ảnh|ẢNH)\s+([^\n:]{1,45}?)[)\]]?\.?$")
# "Tin, ảnh: ..." signs the whole text.
_WORK_BEFORE = re.compile(r"(?:[Tt]in|TIN|[Bb]ài|BÀI|[Cc]lip|[Vv]ideo)\s*(?:,|và|-|–|&|/|\+)?\s*$")
_TOKEN = re.compile(r"\S+")
# Bodies that give pictures to papers; their small words do not end the name.
_GIVER = re.compile(
    r"(?:[Dd]o\s+)?(?:[Bb]áo|[Cc]ơ quan [Cc]ông an|[Cc]ơ quan chức năng|[Cc]ông an|[Bb]ộ đội [Bb]iên phòng"
    r"|[Đđ]ồn [Bb]iên phòng|[Bb]iên phòng|[Hh]ải quan|[Nn]gười dân|[Nn]hân vật|[Bb]ạn đọc|[Gg]ia đình|[Đđ]ơn vị)"
    r"(?:\s+(?:tỉnh|huyện|thành phố|TP))?"
)
_GIVEN = re.compile(r"[^.:;,()\n]{0,30}?cung cấp")
_LOWER_WORDS = frozenset(["và", "phát", "cung", "cấp", "tổng", "hợp", "do"])
# One of these stands in every credit. By their first sign: looking for one sign is ten times as fast as looking for
# a word, and few places have it.
_HINTS = (
    ("Ả", ("Ảnh", "ẢNH")),
    ("(", ("(ảnh",)),
    ("C", ("Clip", "CLIP")),
    ("H", ("Hình",)),
    ("N", ("Nguồn", "NGUỒN")),
    ("V", ("Video", "VIDEO")),
    ("P", ("Photo", "PHOTO")),
)
_BEFORE_COLON = ("ảnh", "nguồn")
_LEAD_IN = " \t([–—-|/,;"


def hint_offsets(text: str) -> list[int]:
    """Where credits may stand: a cheap scan of the whole text before the exact tests of its lines."""
    found = []
    for sign, hints in _HINTS:
        at = text.find(sign)
        while at >= 0:
            if text.startswith(hints, at):
                found.append(at)
            at = text.find(sign, at + 1)
    at = text.find(":")
    while at >= 0:
        if text.endswith(_BEFORE_COLON, 0, at):
            found.append(at)
        at = text.find(":", at + 1)
    return sorted(found)


def is_credit_line(core: str) -> bool:
    """The whole line is a credit: "Ảnh: N.T", "(Ảnh: TTXVN)", "Ảnh minh họa.", "Ảnh Yahoo News"."""
    if len(core) > 110:
        return False
    if _LONE.match(core):
        return _tail_is_name(credit_name(core) or "")
    name = _LONE_NAME.match(core)
    return name is not None and is_name_like(name.group(1), longest=4)


def credit_tail(text: str, start: int, end: int) -> int | None:
    """Where the credit that the line ends with begins, its bracket or dash included; None without one."""
    for match in _signs(text, max(start, end - 120), end):
        if _WORK_BEFORE.search(text, max(start, match.start() - 12), match.start()):
            continue
        name = text[match.end() : end]
        if len(name) <= 70 and _tail_is_name(name):
            return _with_lead_in(text, start, match.start())
    bracket = _BRACKETED.search(text, max(start, end - 80), end)
    if bracket:
        return bracket.start()
    plain = _PLAIN_TAIL.search(text, max(start, end - 80), end)
    if plain and ("cung cấp" in plain.group(1) or is_name_like(_name_of_plain(plain.group(1)), longest=4)):
        return _with_lead_in(text, start, plain.start(1))
    return None


def _signs(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The signs of credits in the stretch, each with its colon."""
    found: list[re.Match[str]] = []
    begin = _SIGN_START.search(text, start, end)
    while begin:
        at = begin.start() + (text[begin.start()] in "(–-")
        sign = _SIGNED.match(text, at, end)
        if sign:
            found.append(sign)
        begin = _SIGN_START.search(text, sign.end() if sign else at + 1, end)
    return found


def inner_credits(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Credits glued into the middle of a line: `[start, end)` of each, judged by where its name must end."""
    found = []
    signs = _signs(text, start, end)
    for sign, following in zip(signs, [*signs[1:], None], strict=False):
        limit = following.start() if following else end
        if _WORK_BEFORE.search(text, max(start, sign.start() - 12), sign.start()):
            continue
        stop = _bracket_end(text, sign.start(), sign.end(), limit) or _name_end(text, sign.end(), limit)
        if stop > sign.end():
            found.append((_with_lead_in(text, start, sign.start()), stop))
            start = stop
    return found


def credit_name(credit: str) -> str | None:
    """The name in a credit, without its sign and brackets: "ẢNH: Đ.X" gives "Đ.X"."""
    bare = credit.strip(" \t([)]–—-|/,;")
    match = _SIGNED.match(bare)
    name = bare[match.end() :] if match else re.sub(r"^(?:Ảnh|ẢNH|ảnh)\s+", "", bare)
    name = name.strip(" \t([)]")
    if name.endswith(".") and "." not in name[:-1]:
        name = name[:-1]
    return name or None


def is_name_like(text: str, *, longest: int) -> bool:
    """Capitalised words or initials, at most `longest` of them in a row; "và", commas and dashes may join names."""
    run = 0
    words = text.replace("/", " / ").split()
    if not words:
        return False
    for word in words:
        bare = word.strip(",;.()&-–/+")
        if not bare or bare in _LOWER_WORDS or word[-1] in ",;":
            run = 0
            if bare and not (bare in _LOWER_WORDS or bare[0].isupper()):
                return False
            continue
        run += 1
        if run > longest or not (bare[0].isupper() or "." in bare):
            return False
    return True


def _name_of_plain(credit: str) -> str:
    name = credit.split(None, 1)[1] if " " in credit else credit
    return "Ảnh" if re.match(_KIND, name) else name


def _tail_is_name(name: str) -> bool:
    """What follows the sign up to the line's end is one credit: no sentence begins in it."""
    bare = name.strip(" ()[].")
    if re.search(r"[^\W\d_]{2,}[.!?]\s+\S+\s+\S+\s+\S", bare):
        return False
    count = len(bare.split())
    return (
        count <= 5
        or "cung cấp" in bare
        or (count <= 12 and is_name_like(bare, longest=5))
        or (count <= 7 and not _opener_inside(bare))
    )


def _opener_inside(name: str) -> bool:
    words = name.split()
    return any(
        word[0].isupper() and index and (cue(word) in OPENERS or cue(" ".join(words[index : index + 2])) in OPENERS)
        for index, word in enumerate(words)
    )


def _bracket_end(text: str, sign: int, start: int, end: int) -> int | None:
    """End of a credit that its bracket closes."""
    if text[sign - 1 : sign] != "(":
        return None
    close = text.find(")", start, min(end, start + 70))
    if close < 0:
        return None
    return close + 2 if close + 1 < end and text[close + 1] == "." else close + 1


def _glued_at(word: str) -> int:
    """Where the next sentence is glued to a name in capitals: "HẢI AN" and "Hiện" give "ANHiện"; 0 when it is not."""
    small = next((index for index, char in enumerate(word) if char.islower()), 0)
    return small - 1 if small > 3 and word[:small].isupper() and word[:small].isalpha() else 0


def _with_lead_in(text: str, start: int, at: int) -> int:
    """Move back over the bracket or dash that opens the credit."""
    while at > start and text[at - 1] in _LEAD_IN:
        at -= 1
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _name_end(text: str, start: int, end: int) -> int:
    """End of the name that begins at `start` when more text may be glued to it."""
    limit = min(end, start + 90)
    giver = _GIVER.match(text, start, limit)
    given = _GIVEN.match(text, giver.end() if giver else start, limit)
    if given:
        return given.end()
    stop, count = giver.end() if giver else start, 0
    tokens = list(_TOKEN.finditer(text, stop, limit))
    for index, token in enumerate(tokens):
        word = token.group()
        bare = word.strip("()[].,;–-/")
        pair = cue(word + " " + tokens[index + 1].group()) if index + 1 < len(tokens) else ""
        if bare and bare not in _LOWER_WORDS:
            if bare[0].islower():  # the word before it began the next sentence
                return tokens[index - 2].end() if index > 1 else (giver.end() if giver else start)
            if (
                bare[0].isdecimal()
                or (index and text[token.start() - 2].isspace())
                or (index and (cue(word) in OPENERS or pair in OPENERS))
            ):
                break
            count += 1
        if count > 6:
            break
        if _glued_at(word):
            return token.start() + _glued_at(word)
        stop = token.end()
        if word[-1] in ")]" or (word[-1] == "." and len(bare) > 1 and "." not in bare):
            break
    while stop > start and text[stop - 1] in " \t–—-|/,;":
        stop -= 1
    return stop
