"""Bodies as texts write them, in the page's language: "Công an tỉnh Nghệ An" is "Provincial police, Nghệ An".

Only what is understood whole is translated: the name of a kind of body as the gazetteer has it, or of a ministry, then
places. A division of a body, or words that are not known, leave the phrase as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from borderwire.site.agencies import AGENCIES
from borderwire.site.foreign import foreign, joined
from borderwire.site.languages import SOURCE_LANGUAGE, Language, capital
from borderwire.text import squash

# Ministries of both countries by what follows "Bộ", and as their English sites call them (vietnam.gov.vn, na.gov.la).
MINISTRIES = {
    "Công an": "Ministry of Public Security",
    "An ninh": "Ministry of Public Security",
    "Quốc phòng": "Ministry of National Defence",
    "Ngoại giao": "Ministry of Foreign Affairs",
    "Nội vụ": "Ministry of Home Affairs",
    "Tư pháp": "Ministry of Justice",
    "Tài chính": "Ministry of Finance",
    "Công Thương": "Ministry of Industry and Trade",
    "Công nghiệp và Thương mại": "Ministry of Industry and Commerce",
    "Thương mại": "Ministry of Trade",
    "Y tế": "Ministry of Health",
    "Xây dựng": "Ministry of Construction",
    "Giao thông Vận tải": "Ministry of Transport",
    "Công chính và Vận tải": "Ministry of Public Works and Transport",
    "Giáo dục và Đào tạo": "Ministry of Education and Training",
    "Giáo dục và Thể thao": "Ministry of Education and Sports",
    "Kế hoạch và Đầu tư": "Ministry of Planning and Investment",
    "Nông nghiệp và Phát triển nông thôn": "Ministry of Agriculture and Rural Development",
    "Nông nghiệp và Môi trường": "Ministry of Agriculture and Environment",
    "Nông Lâm nghiệp": "Ministry of Agriculture and Forestry",
    "Tài nguyên và Môi trường": "Ministry of Natural Resources and Environment",
    "Văn hóa, Thể thao và Du lịch": "Ministry of Culture, Sports and Tourism",
    "Thông tin, Văn hóa và Du lịch": "Ministry of Information, Culture and Tourism",
    "Thông tin và Truyền thông": "Ministry of Information and Communications",
    "Khoa học và Công nghệ": "Ministry of Science and Technology",
    "Lao động, Thương binh và Xã hội": "Ministry of Labour, War Invalids and Social Affairs",
    "Lao động và Phúc lợi xã hội": "Ministry of Labour and Social Welfare",
    "Dân tộc và Tôn giáo": "Ministry of Ethnic Minorities and Religious Affairs",
    "Năng lượng và Mỏ": "Ministry of Energy and Mines",
}
_SHORT = {
    "CA": "Công an", "BĐBP": "Bộ đội Biên phòng", "CHQS": "Chỉ huy Quân sự", "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân", "TAND": "Tòa án nhân dân", "VKSND": "Viện Kiểm sát nhân dân", "TP": "thành phố",
    "TP.": "thành phố", "GTVT": "Giao thông Vận tải", "QĐND": "Quân đội nhân dân", "UBBG": "Ủy ban Biên giới",
}  # fmt: skip
_HEADS = ("Bộ", "Sở")  # stand for all that begin so
_SAME = {
    "Sở An ninh tỉnh": "provincial security office",
    "Ty An ninh tỉnh": "provincial security office",
    "Sở Công an tỉnh": "provincial police",
    "Ty Công an tỉnh": "provincial police",
}
# Levels that the gazetteer has under another name. Wards, towns and urban districts are what districts are elsewhere.
LEVELS = {
    "Công an quận": "district police",
    "Công an thị xã": "town police",
    "Công an phường": "ward police",
    "Ủy ban nhân dân quận": "district people's committee",
    "Ủy ban nhân dân thị xã": "town people's committee",
    "Ủy ban nhân dân phường": "ward people's committee",
    "Thành ủy": "City Party Committee",
    "Quận ủy": "District Party Committee",
    "Thị ủy": "Town Party Committee",
}
# Bodies of places that no list holds: their names stay as written.
_LOCAL = frozenset(
    map(
        squash,
        ("Đồn Biên phòng", "Đồn Công an", "Đại đội Biên phòng", "Trạm Kiểm soát Biên phòng", "Công an huyện",
         "Công an xã",
         "Công an phường", "Công an bản", "Ủy ban nhân dân xã", "Ủy ban nhân dân phường"),
    )
)  # fmt: skip
_BEFORE_PLACE = frozenset(map(squash, ("tỉnh", "thành phố", "huyện", "thị xã", "nước", "của", "bạn", "thuộc")))
_UNITS = ("tỉnh", "huyện", "thành phố", "quận", "xã")
_COUNTRIES = {
    squash(form): name
    for name, forms in (
        ("Vietnam", ("Việt Nam", "CHXHCN Việt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam")),
        ("Laos", ("Lào", "CHDCND Lào", "Cộng hòa Dân chủ Nhân dân Lào")),
    )
    for form in forms
}
_LONGEST, _MOST = 12, 24  # words of a name, of a phrase


_GATE = frozenset(["cửa", "khẩu", "quốc", "tế", "chính", "phụ"])  # "Đồn Biên phòng cửa khẩu quốc tế ..."
_TOWN = re.compile(r"\bTP\.(?=\w[a-zà-ỹ])")
_LONGEST_NAME = 4  # words of a place's name


def _is_name(word: str) -> bool:
    """A word of a name or a number."""
    return (word[0].isupper() and (len(word) == 1 or not word.isupper())) or word.isdecimal()


def _apart(written: str) -> str:
    """Signs that set a body off from the one that it belongs to become commas; "TP.Vinh" is two words, "TP.HCM" one."""
    for sign in (",", "(", " - ", "/"):
        written = written.replace(sign, " , ")
    return _TOWN.sub("TP. ", written.replace(")", " "))


class Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def name_en(self) -> str: ...


class BodyGlosses:
    """Reads bodies in one language. places: squashed name -> the place as the page shows it."""

    def __init__(self, bodies: Mapping[str, Named], places: Mapping[str, str], language: Language) -> None:
        self._bodies = {squash(row.name): row.name_en for row in bodies.values() if row.name not in _HEADS}
        self._bodies |= {
            squash(name): english for name, english in (*_SAME.items(), *LEVELS.items(), *AGENCIES.items())
        }
        self._bodies |= {squash(f"Bộ {name}"): english for name, english in MINISTRIES.items()}
        self._places = places
        self._text = language.gettext

    def gloss(self, written: str) -> str | None:
        """None where the phrase, or a part of it, is not understood."""
        words = [part for word in _apart(written).split() for part in _SHORT.get(word, word).split()]
        if len(words) > _MOST:
            return None
        parts = self._read(words, self._bodies, whole=False) or self._local(words) or self._unit(words)
        return joined(", ", parts) if parts else None

    def _unit(self, words: Sequence[str]) -> list[str] | None:
        """ "huyện Na Kai", "Na Kai": the place by itself."""
        name = " ".join(words)
        unit = next((unit for unit in _UNITS if name.lower().startswith(f"{unit} ")), "")
        place = self._places.get(squash(name)) or self._places.get(squash(name[len(unit) :]))
        return [place] if place else None

    def _local(self, words: Sequence[str]) -> list[str] | None:
        """ "Đồn Biên phòng Nậm Lý": a post, and the name of a place that no list holds; what comes after it is read."""
        for end in range(2, len(words)):
            key = squash(" ".join(words[:end]))
            if key not in _LOCAL or key not in self._bodies:
                continue
            first = next((at for at in range(end, len(words)) if words[at].lower() not in _GATE), len(words))
            stop = next((at for at in range(first, len(words)) if not _is_name(words[at])), len(words))
            rest = self._read(words[stop:], self._bodies, whole=True)
            if first < stop <= first + _LONGEST_NAME and rest is not None:
                name = foreign(" ".join(words[end:stop]), SOURCE_LANGUAGE)
                return [capital(self._text(self._bodies[key])), name, *rest]
        return None

    def _read(self, words: Sequence[str], heads: Mapping[str, str], *, whole: bool) -> list[str] | None:
        """The longest name at the start, then the rest as bodies and places."""
        if not words:
            return [] if whole else None
        if words[0] == "," or (whole and squash(words[0]) in _BEFORE_PLACE):
            rest = self._read(words[1:], heads, whole=whole)
            if rest is not None:
                return rest
        for end in range(min(len(words), _LONGEST), 0, -1):
            for name in self._named(squash(" ".join(words[:end])), heads, whole):
                rest = self._read(words[end:], heads, whole=True)
                if rest is not None:
                    return [name, *rest]
        return None

    def _named(self, key: str, heads: Mapping[str, str], whole: bool) -> Iterator[str]:
        if key in heads:
            name = self._text(heads[key])
            yield name if whole else capital(name)
        if whole and key in _COUNTRIES:
            yield self._text(_COUNTRIES[key])
        elif whole and key in self._places:
            yield self._places[key]
