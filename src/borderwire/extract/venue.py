"""Where the main event took place: what "tại" names in the sentence that reports it.

The phrase runs from the place or building after "tại" over its commas and brackets: "huyện A (tỉnh B, Lào)",
"phường C, tỉnh D", "cửa khẩu quốc tế E". A place of another event ("sẽ tổ chức tại", "tại kỳ họp trước") is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from borderwire.extract.doc import Doc
from borderwire.extract.hits import places_at
from borderwire.extract.mentions import BodyMention, DateReading, PlaceMention, bodies_between
from borderwire.extract.position import Layout, lay_out
from borderwire.extract.spots import Forms
from borderwire.extract.telling import EVENT_PAIRS
from borderwire.extract.words import by_first, has_pair, keys, pairs, phrases, stands_at
from borderwire.model import Venue
from borderwire.text import key

_AT = Forms("tại", "Tại", "TẠI", "ở")
_AT_WORD = key("tại")
_AT_WORDS = keys("tại", "ở")
_WILL, _SIGN, _AND = key("sẽ"), key("ký"), key("và")
_SINCE, _UNTIL_NOW = keys("từ kể sau"), (key("đến"), key("nay"))
_OPENS = 8  # tokens of a sentence in which "tại ..." stands for where all of it happens
_REACH = 40  # tokens on either side of "tại" that may tell of the event
_LEAST = 4.0  # weight that a place must have to be the venue: early, or beside the event's day
_SENTENCES = 6  # the place is told in the opening
_LONGEST = 30  # tokens of a venue

# Words that begin a place below the province, or a building.
_SITES = phrases(
    "trụ sở, trung tâm, hội trường, nhà văn hóa, khách sạn, cửa khẩu, trạm, đồn, bộ, nhà, cầu",
    "cột mốc, mốc, khu, phường, xã, thị trấn, bản, thôn, huyện, thị xã, thành phố, tp, quận, tỉnh",
    "thủ đô, nghĩa trang, sân, trường, học viện, ủy ban, ubnd, văn phòng, đại sứ quán, cụm, cặp",
    "ngã ba, khuôn viên, phủ, hội nghị trung tâm, bảo tàng, làng, quảng trường, bệnh viện, cơ quan",
    "công an, bchh, ban, tx, khu vực, lăng, đài, nước, cục, sở, tp hồ chí minh",
)
_SITE_FIRST = frozenset(phrase[0] for phrase in _SITES)
_NOT_SITES = by_first(
    phrases(
        "hội nghị, hội đàm, buổi, cuộc, lễ, đây, phiên, kỳ họp, kì họp, chương trình, điểm, báo cáo",
        "hội thảo, toạ đàm, tọa đàm, diễn đàn, đại hội, khóa họp, khoá họp, lớp tập huấn, hội thi, hội chợ, hội diễn",
        "họp báo, đối thoại, trại hè, khóa học, khoá học, giao ban, giao lưu, chuyến",
        "sự kiện, cơ quan điều tra, cơ quan công an, cơ quan chức năng, công trình",
    )
)
_UNITS = keys("xã phường huyện quận tỉnh cụm thị thành bản thôn")
_LIVES = keys("trú quê sống ngụ sinh tập viên quán đóng")  # "trú tại", "đóng tại": where somebody always is
_POSTED, _POSTED_REACH = pairs("lãnh sự, đại sứ, sứ quán"), 6  # "Tổng Lãnh sự Lào | tại A": an office
_PRICE, _NO_PRICE = key("giá"), keys("đánh trị bình định rét lạnh")
_PLURAL = keys("các những hai nhiều một")
_COMMUNES, _TOWN = keys("xã phường"), key("thị")
_ENDS = keys(
    "diễn đã tổ do với nhằm để có được vừa ra sáng chiều ngày từ vào nhân cùng về giữa và trong theo đang sẽ",
    "đoàn ông bà đồng trực lực tiến dưới cho thì bị khi là long trước",
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    score: float


def extract_venue(
    doc: Doc, places: tuple[PlaceMention, ...], dates: DateReading, bodies: Sequence[BodyMention] = ()
) -> Venue | None:
    """The venue of the main event, or None."""
    layout = lay_out(doc)
    by_start = {place.title: place for place in places if place.title < place.start}
    by_start.update(places_at(doc, places))
    day = next((m.start for m in dates.mentions if m.dates == "event"), None)
    best: _Found | None = None
    others = _of_others(doc, dates)
    for at in _candidates(doc, layout):
        if doc.sentence[at] in others:
            continue
        found = _read(doc, at + 1, by_start)
        if found is None:
            continue
        score = _score(doc, layout, at, day)
        if doc.notes is not None:
            span = doc.span(found[0], found[1])
            doc.note("venue", span, "after-tại", score > _LEAST, f"a place after “tại”; weight {score:g}")
        if score > _LEAST and (best is None or score > best.score):
            best = _Found(*found, score)
    return _venue(doc, best, places, dates, bodies) if best else None


def _of_others(doc: Doc, dates: DateReading) -> set[int]:
    """Sentences that tell of another event: "Trước đó, ngày 26/5, tại huyện bạn đã diễn ra Lễ ..."."""
    own = {doc.sentence[day.start] for day in dates.mentions if day.dates == "event"}
    return {doc.sentence[day.start] for day in dates.mentions if day.rule == "before-that"} - own


def _candidates(doc: Doc, layout: Layout) -> list[int]:
    """ "tại" and "ở" in the opening sentences, but not where somebody lives."""
    found: list[int] = []
    for at in _AT.find(doc):
        if layout.rank(at) > _SENTENCES:
            break
        if not layout.aside(at) and not (at and doc.keys[at - 1] in _LIVES):
            found.append(at)
    return found


def _score(doc: Doc, layout: Layout, at: int, day: int | None) -> float:
    score = 8.0 - layout.rank(at)
    if day is not None and doc.sentence[day] == doc.sentence[at]:
        score += 6.0
    first, last = doc.sentence_of(at)
    before = doc.keys[max(first, at - _REACH) : at]
    if doc.keys[at] != _AT_WORD:
        # "nhiều xã ở A", "khán giả ở B": what lies there, not what happens there
        score -= 3.0 if not before or doc.shapes[at - 1] in "pd" or tuple(before[-2:]) in EVENT_PAIRS else 10.0
    elif before and before[-1] == _SIGN and day is not None and doc.sentence[day] != doc.sentence[at]:
        score -= 4.0  # "thỏa thuận ký tại Pakse": an older paper
    opens = at - first < _OPENS and (at == first or doc.words[at - 1] == ",")
    if not opens and (day is None or doc.sentence[day] != doc.sentence[at]):
        score += _tells_event(doc, max(first, at - _REACH), min(last, at + _REACH))
    if _WILL in before:
        score -= 6.0
    if _POSTED.among(before[-_POSTED_REACH:]) or _is_of_prices(before):
        score -= 10.0
    if doc.keys[first] in _SINCE and has_pair(doc.keys[at : min(last, at + _REACH)], _UNTIL_NOW):
        score -= 10.0  # "Kể từ cuộc giao ban tại A đến nay"
    return score - len([word for word in before if word in _AT_WORDS])


def _is_of_prices(before: list[str]) -> bool:
    """ "giá sầu riêng | tại vườn ở A": where something is sold for so much."""
    at = before.index(_PRICE) if _PRICE in before else -1
    return at >= 0 and _NO_PRICE.isdisjoint(before[max(0, at - 1) : at + 2])


def _tells_event(doc: Doc, first: int, last: int) -> float:
    """What a sentence costs that neither names an event nor says that something happens."""
    if any((hit := doc.hit_at.get(index)) is not None and hit.of("event") is not None for index in range(first, last)):
        return 0.0
    return 0.0 if EVENT_PAIRS.among(doc.keys[first:last]) else -3.0


def _read(doc: Doc, start: int, places: dict[int, PlaceMention]) -> tuple[int, int] | None:
    """The phrase of a place that begins at `start`: over commas and brackets while places follow."""
    if start >= len(doc) or doc.breaks[start]:
        return None
    row = doc.keys
    if row[start] in _PLURAL or stands_at(row, start, _NOT_SITES) or _is_event(doc, start):
        return None
    place = places.get(start)
    if place is not None and _goes_on(doc, place, places):
        place = None
    end = place.end if place is not None else _site_end(doc, start)
    if end is None:
        return None
    other = _next_province(doc, place, places) if place is not None and place.kind == "province" else None
    if other is not None:
        titled = other.title < other.start and doc.keys[other.title - 1] == _AND
        return (
            (start, _with_brackets(doc, other.end, places)) if titled and place and place.title < place.start else None
        )
    end = _with_more(doc, end, places)
    if place is not None and place.kind == "country" and end == place.end:
        return None  # "tại Lào" says too little
    if place is None and doc.keys[start] not in _SITE_FIRST and not any(at in places for at in range(start, end)):
        return None
    return start, end


def _is_event(doc: Doc, start: int) -> bool:
    """ "tại | Hội thảo quốc tế": what is held, not where."""
    hit = doc.hit_at.get(start)
    return hit is not None and hit.of("event") is not None


def _goes_on(doc: Doc, place: PlaceMention, places: dict[int, PlaceMention]) -> bool:
    """ "phường Nam Đông | Hà": a longer name that only begins like the district's."""
    end = place.end
    return (
        place.kind == "district"
        and end < len(doc)
        and doc.shapes[end] == "U"
        and not doc.breaks[end]
        and end not in places
        and doc.hit_at.get(end) is None
    )


def _next_province(doc: Doc, place: PlaceMention, places: dict[int, PlaceMention]) -> PlaceMention | None:
    """ "tại A, B và C": as many places, none of them the venue; "tại tỉnh A (Lào) và tỉnh B": it took place in both."""
    after = _with_brackets(doc, place.end, places)
    if after + 1 >= len(doc) or (doc.words[after] != "," and doc.keys[after] != _AND):
        return None
    other = places.get(after + 1)
    return other if other is not None and other.kind == "province" and other.id != place.id else None


def _with_brackets(doc: Doc, end: int, places: dict[int, PlaceMention]) -> int:
    """ "tỉnh A | (Lào)"."""
    if end >= len(doc) or doc.words[end] != "(":
        return end
    close = _closing(doc, end)
    return close + 1 if close is not None and any(index in places for index in range(end + 1, close)) else end


def _site_end(doc: Doc, start: int) -> int | None:
    """End of a named site: "Trung tâm Hội nghị tỉnh", "bản Na Mèo", up to a comma, a bracket or a verb."""
    row, number = doc.keys, doc.sentence[start]
    here, named = start, False
    while here < len(doc) and here - start < _LONGEST and doc.sentence[here] == number:
        if here > start and doc.breaks[here]:
            break
        if doc.words[here] == "(" and doc.words[here + 2 : here + 3] == [")"] and doc.words[here + 1].isupper():
            here += 3  # "Bộ Chỉ huy Quân sự | (CHQS) tỉnh A"
            continue
        if doc.shapes[here] == "p" and doc.words[here] not in "./-–":
            break
        if doc.words[here] == "." and not (here + 1 < len(doc) and doc.glued(here + 1)):
            break
        if doc.words[here] in "-–" and not (doc.glued(here) or (here + 1 < len(doc) and doc.shapes[here + 1] in "UA")):
            break
        if here > start and doc.shapes[here] == "l" and row[here] in _ENDS:
            break
        named = named or doc.shapes[here] in "UAd"
        here += 1
    return here if here > start and named else None


def _is_named(doc: Doc, at: int) -> bool:
    """A capital or a number stands at the token."""
    return at < len(doc) and doc.shapes[at] in "UAd"


def _with_more(doc: Doc, end: int, places: dict[int, PlaceMention]) -> int:
    """Takes in ", tỉnh B", "(tỉnh B, Lào)", ", Lào"."""
    number = doc.sentence[end - 1]
    while end + 1 < len(doc) and doc.sentence[end] == number and not doc.breaks[end]:
        if doc.words[end] == "(":
            close = _closing(doc, end)
            if close is None or not any(index in places for index in range(end + 1, close)):
                return end
            end = close + 1
            continue
        joint = end + 1 if doc.words[end] in ",-–" else end
        place = places.get(joint)
        if place is not None and (joint > end or place.title < place.start or place.kind in ("province", "district")):
            end = place.end
        elif joint > end and doc.words[end] == "," and doc.keys[joint] in _UNITS and _is_named(doc, joint + 1):
            after = _site_end(doc, joint)
            if after is None:
                return end
            end = after
        else:
            return end
    return end


def _closing(doc: Doc, at: int) -> int | None:
    for index in range(at + 1, min(len(doc), at + 12)):
        if doc.words[index] == ")":
            return index
    return None


def _venue(
    doc: Doc, found: _Found, places: Sequence[PlaceMention], dates: DateReading, bodies: Sequence[BodyMention]
) -> Venue:
    inside = [place for place in places if found.start <= place.title and place.end <= found.end]
    by_start = {place.start: place for place in inside}
    inside = [place for place in inside if not _goes_on(doc, place, by_start)]
    named = dict.fromkeys(place.id for place in inside if place.kind == "province")
    province = next(iter(named), None) if len(named) < 2 else None
    if province is None and len(named) < 2:
        below = (place.province for place in inside if place.province)
        hosts = (body.province for body in bodies_between(bodies, found.start, found.end) if body.province)
        province = _of_the_day(doc, next(below, None), dates) or next(hosts, None) or _of_commune(doc, found, bodies)
    district = next((place.id for place in inside if place.kind == "district" and place.province), None)
    gate = next((place.id for place in inside if place.kind == "gate"), None)
    countries = dict.fromkeys(place.country for place in inside if place.country)
    country = next(iter(countries)) if countries and (len(named) < 2 or len(countries) < 2) else None
    span = doc.span(found.start, found.end)
    return Venue(doc.text[span[0] : span[1]], province, district, gate, country, (span,), "after-tại")


def _of_commune(doc: Doc, found: _Found, bodies: Sequence[BodyMention]) -> str | None:
    """ "tại xã A, tổ công tác của BĐBP tỉnh B": a commune of Viet Nam lies in the province of the force that acts."""
    row = doc.keys
    if not any(row[at] in _COMMUNES and row[at - 1] != _TOWN for at in range(found.start, found.end)):
        return None
    last = min(doc.sentence_of(found.start)[1], found.end + _REACH)
    acting = next((body for body in bodies_between(bodies, found.end, last) if body.province), None)
    return acting.province if acting is not None and acting.country == "VN" else None


def _of_the_day(doc: Doc, province: str | None, dates: DateReading) -> str | None:
    """The unit that the province was part of on the day of the event: towns stay where they are in a merger."""
    row = doc.gazetteer.provinces.get(province or "")
    day = dates.event.value or (dates.published.value if dates.published else None)
    if row is None or row.merged_into is None or row.valid_until is None or day is None:
        return province
    return row.merged_into if day > row.valid_until else province
