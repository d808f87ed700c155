"""Offices as texts write them, in the page's language: "Trưởng Công an huyện" is "Chief of police".

An office that the gazetteer lists is told by its name there. What stands around it is read too: words for former and
acting offices, the branch of a minister, the body that an office names in one breath. Where a word means two things
("Viện trưởng" heads a procuracy or an institute) the body decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from markupsafe import Markup, escape

from borderwire.site.bodies import MINISTRIES
from borderwire.site.foreign import filled
from borderwire.site.languages import Language
from borderwire.text import squash

_FORMER = frozenset(map(squash, ("nguyên", "cựu")))
_ACTING = frozenset(map(squash, ("quyền", "q.", "phụ trách")))
_MINISTERS = frozenset(
    map(squash, ("Bộ trưởng", "Thứ trưởng", "Phó Bộ trưởng", "Thứ trưởng Thường trực", "Trợ lý Bộ trưởng"))
)
_BRANCHES = {squash(name): english for name, english in MINISTRIES.items()}
_OF = "Ministry of "
_AND = squash("kiêm")
_POLICE = tuple(map(squash, ("Công an", "An ninh")))
_HEAD, _DEPUTY = squash("Trưởng"), frozenset(map(squash, ("Phó Trưởng", "Phó")))
_INSTITUTE, _DEPUTY_INSTITUTE = squash("Viện trưởng"), squash("Phó Viện trưởng")
_PROCURACY = tuple(map(squash, ("Kiểm sát", "VKS")))
_SECRETARY, _DEPUTY_SECRETARY = squash("Bí thư"), squash("Phó Bí thư")
_COMMITTEE = squash("ủy")  # "Tỉnh ủy", "Thành uỷ"
_UNION = tuple(
    map(
        squash,
        ("Đoàn Thanh niên", "Thành đoàn", "Tỉnh đoàn", "Huyện đoàn", "Quận đoàn", "Xã đoàn", "Chi đoàn", "Đoàn cơ sở",
         "Trung ương Đoàn"),
    )
)  # fmt: skip
_LAO = " (Laos)"  # tells offices of one name apart in the glossary; beside a person the side is told
_LONGEST = 14  # words of an office


class Term(Protocol):
    @property
    def name_en(self) -> str: ...


class OfficeGlosses:
    """Reads offices in one language. forms: squashed forms -> offices; body: what a body is called, None if unknown."""

    def __init__(
        self, forms: Mapping[str, Term], body: Callable[[str], str | None], language: Language
    ) -> None:  # fmt: skip
        self._forms = forms
        self._body = body
        self._language = language
        self._text = language.gettext

    def gloss(self, written: str, organization: str | None = None, *, beside: bool = False) -> str | None:
        """None where it is not understood. organization: the body that the text gives it; beside: the body is told
        right after the office, so that the office need not repeat it."""
        words = written.split()
        if len(words) > _LONGEST:
            return None
        return self._read(words, organization or "", beside)

    def _read(self, words: Sequence[str], body: str, beside: bool) -> str | None:
        if not words:
            return None
        known = self._known(" ".join(words), body)
        if known:
            return known
        first = squash(words[0])
        if first in _FORMER or first in _ACTING:
            office = self._read(words[1:], body, beside)
            frame = self._text("former %(office)s") if first in _FORMER else self._text("acting %(office)s")
            return filled(frame, office=office) if office else None
        keys = [squash(word) for word in words]
        if _AND in keys:
            at = keys.index(_AND)
            return self._both(words[:at], words[at + 1 :], body, beside)
        comma = next((at for at, word in enumerate(words[:-1], 1) if word.endswith(",")), 0)
        if comma:  # "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"
            before = [*words[: comma - 1], words[comma - 1].rstrip(",")]
            both = self._both(before, words[comma:], body, beside)
            if both is not None:
                return both
        return next(self._with_body(words, body, beside), None)

    def _both(self, first: Sequence[str], second: Sequence[str], body: str, beside: bool) -> str | None:
        """Two offices as one phrase; None where one of them is unknown."""
        both = self._read(first, body, beside), self._read(second, body, beside)
        return Markup(self._language.join([escape(part) for part in both if part])) if all(both) else None

    def _with_body(self, words: Sequence[str], body: str, beside: bool) -> Iterator[str]:
        """The office and the body or branch that its last words name."""
        for cut in range(len(words) - 1, 0, -1):
            head, tail = " ".join(words[:cut]), " ".join(words[cut:])
            office = self._known(head, body or tail)
            if not office:
                continue
            branch = _BRANCHES.get(squash(tail.removeprefix("Bộ ")))
            if squash(head) in _MINISTERS and branch:
                yield office if beside and body else self._minister(office, branch)
            elif (body and _shares(tail, body)) or _is_said(squash(head), squash(tail)):
                key = squash(head)
                plain = "Head" if key == _HEAD else "Deputy head" if key in _DEPUTY else ""
                yield self._text(plain) if plain and beside and body else office
            else:
                named = self._body(tail)
                if named:
                    yield filled(self._text("%(office)s, %(body)s"), office=office, body=named)

    def _minister(self, office: str, ministry: str) -> str:
        """ "Minister of Foreign Affairs"; other languages name the ministry."""
        if self._language.code == "en":
            return f"{office} of {ministry.removeprefix(_OF)}"
        return self._text("%(office)s, %(body)s") % {"office": office, "body": self._text(ministry)}

    def _known(self, written: str, body: str) -> str | None:
        key, place = squash(written), squash(body)
        by_body = self._by_body(key, place) if place else None
        if by_body:
            return by_body
        row = self._forms.get(key)
        return self._text(row.name_en).removesuffix(_LAO) if row else None

    def _by_body(self, key: str, body: str) -> str | None:
        """Words for offices that mean what their body makes of them."""
        text = self._text
        if key in (_INSTITUTE, _DEPUTY_INSTITUTE):
            if any(name in body for name in _PROCURACY):
                return text("Head of the procuracy") if key == _INSTITUTE else text("Deputy head of the procuracy")
            return text("Head of the institute") if key == _INSTITUTE else text("Deputy head of the institute")
        if key in (_SECRETARY, _DEPUTY_SECRETARY) and any(name in body for name in _UNION):
            return text("Youth Union secretary") if key == _SECRETARY else text("Deputy Youth Union secretary")
        if key == _HEAD and not body.startswith(_POLICE):
            return text("Head")
        if key in _DEPUTY and not body.startswith(_POLICE):
            return text("Deputy head")
        return None


def _is_said(head: str, tail: str) -> bool:
    """The office's own word says the body: a chief of police is one of some police, a Party secretary of some
    committee."""
    if head in _DEPUTY or head == _HEAD:
        return tail.startswith(_POLICE)
    return head.endswith(_SECRETARY) and tail.endswith(_COMMITTEE)


def _shares(tail: str, body: str) -> bool:
    """The body begins with the words that the office ends with, or does after its own first word: "Cục phó | Quản lý
    đường bộ", "Cục | Quản lý đường bộ II"."""
    wanted = squash(tail)
    return squash(body).startswith(wanted) or squash(body.partition(" ")[2]).startswith(wanted)
