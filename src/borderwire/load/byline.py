"""Who wrote a text: names in the foot or under the title."""

from __future__ import annotations

import re

from borderwire.load.cues import OUTLETS
from borderwire.load.lines import cue


def _words(block: str) -> frozenset[str]:
    return frozenset(block.split())


_WORK = (
    r"(?:[Bb]ài|BÀI|[Tt]in|TIN|[Ảả]nh|ẢNH|[Cc]lip|[Vv]ideo|[Tt]hực hiện|THỰC HIỆN|[Nn]ội dung|[Đđ]ồ họa|[Tt]rình bày)"
)
_JOIN = r"\s*(?:,|và|-|–|&|/|\+)\s*"
_EXPLICIT = re.compile(
    rf"(?:{_WORK}(?:{_JOIN}{_WORK}){{1,3}}|[Bb]ài viết|[Bb]ài|[Tt]in|[Tt]hực hiện|[Tt]ác giả"
    r"|[Bb]iên tập|[Nn]gười viết)\s*:\s*(?P<names>\S.{0,80})$"
)
_STAFF = re.compile(
    r"(?:Nhóm\s+)?(?:PV|P\.V\.?|CTV|CTV\.?|BBT|BTV|phóng viên|Phóng viên|Nhóm phóng viên)"
    r"(?:\s*[-–/,&]?\s*(?:TTXVN|CTV|PV|BTV))*(?:\s+[\w .-]{1,30})?$"
)
_SOURCE = re.compile(r"\(?\s*(?:[Tt]heo|THEO|[Nn]guồn|NGUỒN)\s*:?\s+(?P<name>[^\s()][^()\n]{1,50}?)\s*\)?\.?$")
_STAFF_STARTS, _SOURCE_STARTS = frozenset("NPCBp"), frozenset("TNtn")  # the first letters of the two
_NOTE = re.compile(
    r"\s*\([^()]{2,45}\)\s*\.?$"  # "(tổng hợp)", "(Theo TTXVN)", "(ghi)"
)
_JOINTS = (",", ";", "&", "/", "+", "-", "–", "—", "và", "Theo")  # one of these stands where names are joined
_SPLIT = re.compile(r"\s+[-–—]\s+|\s*[,;&/+]\s*|\s+và\s+|\s+(?=Theo\s)")
_NAME_WORD = re.compile(
    r"[^\W\d_a-z][^\W\d_]*|(?:[^\W\d_]\.){1,4}[^\W\d_]*\.?|[^\W\d_a-z][^\W\d_]*(?:-[^\W\d_a-z][^\W\d_]*)+"
)
_OUTLET_WORDS = 8  # more than any outlet's name has
# Words before a name that no author signs with.
_TITLES = _words("đại thượng trung thiếu đồng ông bà anh chị gs pgs ts lãnh ngày")
# Family names of Vietnam, Kinh and minorities: the share of people without one of these is a few in a thousand.
_FAMILY = _words("""
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý lí đào đoàn vương trịnh trương đinh
lâm phùng mai tô hà cao tạ thái chu châu lương lưu tống triệu kiều quách thạch từ la văn nông hứa khổng lò
vừ giàng sùng thào lầu và cầm quàng bạc tòng lường vi lô hà kha mã ma đàm doãn nghiêm phí thân tăng viên
ninh bạch mạc hoa âu ông khúc kim giáp đới
""")


def is_explicit_byline(core: str) -> bool:
    """The line says what it is: "Tin, ảnh: Minh Hà", "Thực hiện: ...", "PV", "Theo TTXVN"."""
    if len(core) > 110:
        return False
    if core[:1] in _STAFF_STARTS and _STAFF.match(core):
        return len(core) <= 50
    match = _EXPLICIT.match(core) if ":" in core else None
    if match:
        return _are_names(match.group("names"))
    source = _SOURCE.match(core) if core.lstrip(" (")[:1] in _SOURCE_STARTS else None
    return source is not None and (core[0] == "(" or _is_source(source.group("name")))


def is_byline_shape(core: str) -> bool:
    """The line is nothing but one to six names of up to five words, as authors sign: "Trọng An - Minh Hà"."""
    if len(core) > 90:
        return False
    bare = _NOTE.sub("", core) if "(" in core else core
    return bool(bare) and _are_names(bare)


def is_personal_name(core: str) -> bool:
    """A single personal name that begins with a known family name and has two to four words."""
    words = core.split()
    return 2 <= len(words) <= 4 and _are_names(core) and cue(words[0]) in _FAMILY


def byline_names(core: str) -> tuple[str, ...]:
    """The authors in a byline, without its signs and without the papers it was taken from."""
    return tuple(dict.fromkeys(name for name, outlet in _signatures(core) if not outlet))


def byline_outlet(core: str) -> str | None:
    """The paper or agency a byline names: "Theo TTXVN", "Minh Hà (TTXVN)"."""
    return next((name for name, outlet in _signatures(core) if outlet), None)


def _signatures(core: str) -> list[tuple[str, bool]]:
    match = _EXPLICIT.match(core)
    bare = match.group("names") if match else core
    note = _NOTE.search(bare)
    parts = _SPLIT.split(_NOTE.sub("", bare)) + ([note.group()] if note else [])
    found = []
    for part in parts:
        source = _SOURCE.match(part.strip())
        name = source.group("name") if source else part.strip(" ().-–—|")
        outlet = cue(name) in OUTLETS or (source is not None and not is_personal_name(name))
        if name and not (part == parts[-1] and note and not outlet):
            found.append((name, outlet))
    return found


def _is_source(name: str) -> bool:
    return (
        cue(name) in OUTLETS
        or _are_names(name)
        or re.fullmatch(r"(?:[Bb]áo\s+)?[\w.-]+\.(?:vn|com|net|org)(?:\.vn)?", name) is not None
    )


def _are_names(text: str) -> bool:
    bare = text.strip(" ()")
    joined = any(joint in bare for joint in _JOINTS)
    names = [name for name in (_SPLIT.split(bare) if joined else [bare]) if name]
    return 1 <= len(names) <= 6 and all(_is_name(name) for name in names)


def _is_name(name: str) -> bool:
    words = name.removeprefix("CTV ").removeprefix("PV ").split()
    if not words or len(words) > _OUTLET_WORDS:
        return False
    if len(words) <= 5 and all(map(_NAME_WORD.fullmatch, words)) and (len(words) <= 2 or cue(words[0]) not in _TITLES):
        return True
    return cue(name) in OUTLETS
