"""Words that lost the space between them: "tướngĐỗ", "Hiềncho", "vớiông".

Pages lose spaces where a link or a change of type began or ended. Two Vietnamese syllables are told apart where a
capital begins inside a word, or where one of them is a word that only joins others; a Lao or a foreign name written as
one word is left whole.
"""

from __future__ import annotations

import re
from itertools import pairwise

from borderwire.extract.words import keys
from borderwire.syllables import is_syllable
from borderwire.text import key

_MARKED = re.compile("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE)
# Words that join others, and first syllables of what often follows a name ("phát biểu", "yêu cầu"): where two syllables
# ran together, one of them is such a word, in small letters.
_JOINING = keys(
    "là và của tại với được đã có để từ về các những ông bà đối vừa sẽ đến này ngày tháng năm làm cũng còn như bị thì",
    "nên vẫn đang trong cho theo sau khi trên vào ra do cùng nói yêu nhấn phát việc",
)
_SHORTEST, _LONGEST = 4, 14  # letters of two syllables
# A short name in capitals that ran into the level of its place: "UBNDtỉnh", "CHQStỉnh", "HĐNDhuyện".
_INTO_LEVEL = re.compile("([A-ZĐ]{3,6})(tỉnh|huyện|xã|phường|quận|thành|thị)")


def unglued(form: str) -> list[str]:
    """The words that a run of letters is made of, mostly itself alone; together they have all its letters, in order."""
    if len(form) < _SHORTEST or form.isupper() or not form.isalpha():
        return [form]
    short = _INTO_LEVEL.fullmatch(form)
    if short is not None:
        return [*short.groups()]
    parts = _at_capitals(form)
    if len(parts) > 1 and not _are_syllables(parts):
        return [form]
    return [word for part in parts for word in _halves(part)]


def _at_capitals(form: str) -> list[str]:
    """Cut where a capital follows a small letter."""
    cuts = [at for at in range(1, len(form)) if form[at].isupper() and form[at - 1].islower()]
    return [form[begin:end] for begin, end in pairwise([0, *cuts, len(form)])]


def _are_syllables(parts: list[str]) -> bool:
    """Vietnamese all, and marked as such by one of them: "BộXây"; not "VnExpress", "McDonald". The last may have run
    into another word."""
    return _MARKED.search("".join(parts)) is not None and all(
        len(part) > 1 and not part.isupper() and (is_syllable(part) or len(_halves(part)) > 1) for part in parts
    )


def _halves(part: str) -> list[str]:
    if not _SHORTEST <= len(part) <= _LONGEST or is_syllable(part) or not _MARKED.search(part):
        return [part]
    cuts = [at for at in range(2, len(part) - 1) if _joins(part[:at], part[at:])]
    return [part[: cuts[0]], part[cuts[0] :]] if len(cuts) == 1 else [part]


def _joins(first: str, second: str) -> bool:
    """Two syllables of which one joins others; a joining word without a mark needs one on the other."""
    for joining, other in ((second, first), (first, second)):
        marked = _MARKED.search(joining) or _MARKED.search(other)
        if key(joining) in _JOINING and joining.islower() and marked and is_syllable(other):
            return True
    return False
