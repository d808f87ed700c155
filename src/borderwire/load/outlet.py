"""The paper or agency that a text names before its first sentence: "(QNO) - ", "Hà Nội (TTXVN) - ", "VOV.VN - "."""

from __future__ import annotations

import re

from borderwire.load.cues import NOT_OUTLETS, OUTLETS
from borderwire.load.lines import Line, cue

_NAME = r"[^()\[\]\n]{2,32}"
_DOMAIN = re.compile(
    r"[Bb]ao[a-z]{4,20}|(?:[Bb]áo\s+)?[A-Za-zĐđ][\w-]{0,40}(?:\.[\w-]{1,30}){0,3}\.(?:vn|com|net|org|info|gov)"
)
_ACRONYM = re.compile(r"[A-ZĐƯ][A-ZĐƯ&+]{1,7}(?:\s?[Oo]nline|\.VN)?")
_IN_BRACKETS = re.compile(rf"[(\[]\s*({_NAME})\s*[)\]]\s*([-–—:]*)\s*(?=\S)")
_BARE = re.compile(r"([A-Za-zĐđ][^\s()–—]{1,30}(?:\s[^\s()–—-]{1,12}){0,3})\s+[-–—]+\s+(?=[\"“‘]?[^\W_a-z])")
_PLACE = re.compile(rf"[^\W\d_a-z][^\W\d_]*(?:\s[^\W\d_a-z][^\W\d_]*){{0,4}}[,\s]+(?=[(\[]\s*{_NAME}\s*[)\]]\s*[-–—:])")
# The paper or the station of a place: "Báo Sơn La", "Báo Sơn La điện tử", "Sơn La TV".
_OF_PLACE = r"[^\W\d_a-z][^\W\d_A-Z]{1,6}(?:[ -][^\W\d_a-z][^\W\d_A-Z]{1,6}){1,3}"
_OF_A_PLACE = re.compile(rf"[Bb]áo {_OF_PLACE}(?: (?:[Đđ]iện tử|[Oo]nline))?|{_OF_PLACE} (?:TV|[Oo]nline|[Đđ]iện tử)")
# "Theo TTXVN, sáng 9-11 ...", "Tin từ báo Sơn La cho hay ...".
_TOLD_BY = re.compile(rf"(?:Theo|Tin từ)\s+({_NAME}?)(?=,| cho hay| cho biết| đưa tin)")
_PLACE_WORDS = 7  # of a place at most, a comma that stands apart included
_LEAD_IN = re.compile(r"^(?:Theo|Nguồn|Báo)\s*:?\s+")


def is_outlet(name: str) -> bool:
    """A domain, a known paper or agency, or an acronym that is no body's."""
    name = name.strip(" \t•")
    if _OF_A_PLACE.fullmatch(name):
        return True
    name = _LEAD_IN.sub("", name)
    return is_known_outlet(name) or (_ACRONYM.fullmatch(name) is not None and name not in NOT_OUTLETS)


def is_known_outlet(name: str) -> bool:
    """A domain, a known paper or agency, or the paper of a place."""
    return _OF_A_PLACE.fullmatch(name) is not None or _DOMAIN.fullmatch(name) is not None or cue(name) in OUTLETS


def outlet_name(block: str) -> str:
    """The name without brackets and dashes."""
    name = block.strip(" \t()[]-–—:.•")
    return name if _OF_A_PLACE.fullmatch(name) else _LEAD_IN.sub("", name)


def told_by(paragraph: str) -> str | None:
    """The known paper or agency that a paragraph begins with as its source."""
    match = _TOLD_BY.match(paragraph)
    return match.group(1) if match and is_known_outlet(match.group(1)) else None


def cut_outlet(line: Line) -> None:
    """Cut the outlet, and a place before it, off the head of a paragraph."""
    text = line.text
    place = bracketed = None
    if _may_be_bracketed(line.core):
        place = _PLACE.match(text, line.start, line.end)
        bracketed = _IN_BRACKETS.match(text, place.end() if place else line.start, line.end)
    if bracketed:
        name, dash = bracketed.groups()
        if is_outlet(name) if dash else is_known_outlet(name):
            if place:
                line.cut_head("stamp", place.end())
            line.cut_head("outlet", bracketed.end())
        return
    head = line.core[:80]
    bare = _BARE.match(head) if "-" in head or "–" in head or "—" in head else None
    if bare and is_outlet(bare.group(1)) and all(word[0].isupper() for word in bare.group(1).split()):
        line.cut_head("outlet", line.start + bare.end())


def _may_be_bracketed(core: str) -> bool:
    """A bracket opens after a few words at most: those of a place."""
    at = min([at for at in (core.find("("), core.find("[")) if at >= 0], default=-1)
    return at >= 0 and len(core[:at].split(None, _PLACE_WORDS)) <= _PLACE_WORDS


def inner_outlet(text: str, start: int, end: int) -> int | None:
    """Where in the stretch a bracketed outlet with its dash begins; None without one."""
    if text.find("(", start, end) < 0 and text.find("[", start, end) < 0:
        return None
    for match in _IN_BRACKETS.finditer(text, start, end):
        if match.group(2) and is_outlet(match.group(1)):
            return match.start()
    return None
