"""Which province a text is speaking of at a place, for bodies and offices that do not say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.place_titles import keys_of
from borderwire.extract.words import pairs
from borderwire.text import key

# How many bodies or districts back one may stand that still tells the place.
_REACH = 400
# A spelling with the title "tỉnh" before it counts that much: it surely is the province's name.
_TITLED = 5
_MEMO = "focus"
_CITY, _PROVINCE = "municipality", key("tỉnh")
_WAS_PROVINCE = frozenset(["VN-26"])  # Thừa Thiên Huế, until 2025-01-01 (resolution 175/2024/QH15)
_DISTRICTS, _HOME = keys_of("huyện quận"), keys_of("quê trú ngụ sinh hktt")
_AT, _SEAT_BACK, _MISSIONS = key("tại"), 6, pairs("lãnh sự, đại sứ")
# Bodies of a province: "Công an tỉnh", "Tỉnh ủy".
_OF_PROVINCE = re.compile(r"\btỉnh(?: [uủ][yỷ])?$", re.IGNORECASE)
_OF_CITY = re.compile(r"(?:thành phố|thành [uủ][yỷ]|tp\.?)$", re.IGNORECASE)
# Bodies that speak for one another when a place is looked for: "Công an tỉnh" and "Ty An ninh tỉnh" on the Lao side.
_FAMILIES = (
    ("police", "security", "investigation", "drug-police", "police-division", "police-team"),
    ("border-guard", "border-guard-command", "military-command", "border-post", "border-station"),
    ("peoples-committee", "peoples-council", "party", "administration", "fatherland-front", "assembly-delegation"),
)


def focus_of(doc: Doc, places: Sequence[PlaceMention]) -> Focus:
    """The provinces of an article; built once, however many ask."""
    known: tuple[Sequence[PlaceMention], Focus] | None = doc.memo.get(_MEMO)
    if known is None or known[0] is not places:
        known = doc.memo[_MEMO] = (places, Focus(doc, places))
    return known[1]


class Focus:
    """The provinces that a text names, in order."""

    def __init__(self, doc: Doc, places: Sequence[PlaceMention]) -> None:
        self._doc = doc
        self._of_country: dict[str, list[PlaceMention]] = {}
        self._no_cities: dict[str, list[PlaceMention]] = {}
        self._of_province: dict[str, list[PlaceMention]] = {}
        self._forms: dict[str, str] = {}
        self._fulls: dict[str, str] = {}
        self._main: dict[tuple[str, bool], str | None] = {}
        self._called = {place.id for place in places if place.kind == "province" and doc.keys[place.title] == _PROVINCE}
        provinces = [place for place in places if place.kind == "province"]
        spoken = _without_seats(doc, provinces)
        self._seats = (
            [] if any(place.country == "VN" for place in spoken) else [one for one in provinces if one.country == "VN"]
        )
        for place in spoken:
            if place.country is not None:
                self._of_country.setdefault(place.country, []).append(place)
                if not self.is_city(place.id):
                    self._no_cities.setdefault(place.country, []).append(place)
                self._of_province.setdefault(place.id, []).append(place)
        self._only: dict[tuple[str, str | None], PlaceMention | None] = {}
        self._districts = [place for place in places if place.kind == "district"]

    def is_city(self, province: str) -> bool:
        """It is no "tỉnh", was none but Huế, and the text does not call it one; "Viêng Chăn" is both."""
        row = self._doc.gazetteer.provinces[province]
        return row.kind == _CITY and province not in _WAS_PROVINCE and province not in self._called

    def suits(self, province: str | None, body: str) -> bool:
        """The body of a "tỉnh" is not that of a city."""
        return province is not None and not (_OF_PROVINCE.search(body) and self.is_city(province))

    def near(self, token: int, country: str, body: str = "") -> str | None:
        """The province of a country named last before a token in the same sentence, which suits the name of a body."""
        place = self._last(token, country, body)
        if place is None or self._doc.sentence[place.start] != self._doc.sentence[token]:
            return None
        return place.id

    def titled(self, token: int) -> str | None:
        """The province whose title stands at a token: "tỉnh Hủa Phăn"."""
        for row in self._of_country.values():
            index = bisect_left(row, token, key=_start)
            if index < len(row) and row[index].title == token < row[index].start:
                return row[index].id
        return None

    def before(self, token: int, country: str) -> str | None:
        """The province of a country named last before a token."""
        place = self._last(token, country)
        return place.id if place is not None else None

    def _last(self, token: int, country: str, body: str = "") -> PlaceMention | None:
        row = self._row(country, body)
        index = bisect_left(row, token, key=_start)
        return row[index - 1] if index else None

    def _row(self, country: str, body: str) -> list[PlaceMention]:
        if self._seats and country == "VN" and _OF_CITY.search(body):
            return self._seats  # "Chủ tịch UBND thành phố" whom the consul of that city visits
        return (self._no_cities if _OF_PROVINCE.search(body) else self._of_country).get(country, [])

    def province(
        self, token: int, country: str, bodies: Sequence[BodyMention], kind: str | None, name: str = ""
    ) -> str | None:
        """ISO 3166-2 of the province of that country whose body of the same family was named last before a token;
        else the province named most often; else None. name: that of the body, which the province suits."""
        index = bisect_left(bodies, token, key=_start)
        for at in range(index - 1, max(index - _REACH, 0) - 1, -1):
            body = bodies[at]
            known = body.province if body.country == country and self.suits(body.province, name) else None
            if known is not None and (kind is None or same_family(body.id, kind)):
                return known
        skipped = len(self._row(country, "")) > len(self._row(country, name))
        return None if skipped and self._last(token, country, name) is None else self.main(country, name)

    def district(self, token: int, town: str | None = None, country: str | None = None) -> PlaceMention | None:
        """The district named last before a token; town: only one with that title word, though it be named later where
        it is the only one; country: only one of it."""
        index = bisect_left(self._districts, token, key=_start)
        for at in range(index - 1, max(index - _REACH, 0) - 1, -1):
            place = self._districts[at]
            if country is not None and place.country != country:
                continue
            if town is None or town in self._doc.keys[place.title : place.start]:
                return place
        return self._only_district(town, country) if town is not None else None

    def _only_district(self, town: str, country: str | None) -> PlaceMention | None:
        """The district with that title word where the text names but one, however late."""
        if (town, country) not in self._only:
            titled = (place for place in self._districts if town in self._doc.keys[place.title : place.start])
            known = {place.id: place for place in titled if country in (None, place.country)}
            only = next(iter(known.values())) if len(known) == 1 and town in _DISTRICTS else None
            self._only[town, country] = only if only is not None and self._is_of_news(only) else None
        return self._only[town, country]

    def _is_of_news(self, district: PlaceMention) -> bool:
        """It lies in the province that the text speaks of most, and is nobody's home."""
        main = self.main(district.country or "VN")
        before = self._doc.keys[max(0, district.title - 2) : district.title]
        return (main is None or district.province in (None, main)) and _HOME.isdisjoint(before)

    def main(self, country: str, body: str = "") -> str | None:
        """The province of a country that the text names most often and that suits the name of a body; the first named
        where two are equal."""
        row = self._row(country, body)
        wanted = (country, row is self._no_cities.get(country))
        if wanted not in self._main:
            counts: dict[str, int] = {}
            for place in row:
                counts[place.id] = counts.get(place.id, 0) + 1
            self._main[wanted] = max(counts, key=lambda ident: counts[ident]) if counts else None
        return self._main[wanted]

    def written(self, province: str, token: int, body: str = "") -> str:
        """A province as the sentence of a token writes it with its title, else as the text writes it most often, else
        its usual name. body: the name that it completes; a body of the "tỉnh" takes the full name of the province,
        "Công an tỉnh" in a text about "TP. Huế" that of Thừa Thiên Huế."""
        doc, row = self._doc, self._of_province.get(province, [])
        if _OF_PROVINCE.search(body):
            if province not in self._fulls:
                self._fulls[province] = self._full(row)
            if self._fulls[province]:
                return self._fulls[province]
        sentence = doc.sentence[token]
        index = bisect_left(row, sentence, key=lambda place: doc.sentence[place.start])
        while index < len(row) and doc.sentence[row[index].start] == sentence:
            if row[index].title < row[index].start:
                return place_text(doc, row[index])
            index += 1
        if province not in self._forms:
            self._forms[province] = self._usual(province, row)
        return self._forms[province]

    def _full(self, row: Sequence[PlaceMention]) -> str:
        """The spelling that says all that the most frequent one does, and more; "" when there is none."""
        forms: dict[str, int] = {}
        for place in row:
            text = place_text(self._doc, place)
            forms[text] = forms.get(text, 0) + 1
        if len(forms) < 2:
            return ""
        short = min(forms, key=len)
        longer = [form for form in forms if form.endswith(" " + short)]
        return max(longer, key=lambda form: forms[form]) if longer else ""

    def _usual(self, province: str, row: Sequence[PlaceMention]) -> str:
        doc = self._doc
        forms: dict[str, int] = {}
        for place in row:
            text = place_text(doc, place)
            sure = place.title < place.start and doc.keys[place.title] == "tỉnh"
            forms[text] = forms.get(text, 0) + (_TITLED if sure else 1)
        return max(forms, key=lambda text: forms[text]) if forms else doc.gazetteer.provinces[province].name


def _without_seats(doc: Doc, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places but for the seats of missions; of Lao ones, where others are named."""
    spoken = [place for place in places if not _is_seat(doc, place)]
    if len(spoken) == len(places) or any(place.country == "LA" for place in spoken):
        return spoken
    return [place for place in places if place.country == "LA" or not _is_seat(doc, place)]


def _is_seat(doc: Doc, place: PlaceMention) -> bool:
    """ "Tổng Lãnh sự Lào tại | TP Hồ Chí Minh": where a mission sits, not what the text speaks of."""
    row, at = doc.keys, place.title - 1
    return at > 0 and row[at] == _AT and _MISSIONS.among(row[max(doc.sentence_of(at)[0], at - _SEAT_BACK) : at])


def place_text(doc: Doc, place: PlaceMention) -> str:
    """A place as written, without its title and without what is glued to it ("Hủa Phănlàm")."""
    return " ".join(doc.slice(place.start, place.end)[: -place.cut or None].split())


def _start(mention: PlaceMention | BodyMention) -> int:
    return mention.start


def family_of(ident: str | None) -> int | None:
    """Number of the family of a body's id, None for those without."""
    if ident is not None:
        for number, members in enumerate(_FAMILIES):
            if ident.startswith(members):
                return number
    return None


def same_family(one: str | None, other: str | None) -> bool:
    """Both bodies are police, both guard the border, or both govern."""
    first = family_of(one)
    return one == other or (first is not None and first == family_of(other))
