"""Documents of agreement between states, ministries, provinces, districts or agencies: each once, with what is told of it.

Titles (`agreement_titles`) with a mark (`agreement_marks`) are weighed: what is only meant in general, spoken of in the
plural, agreed between persons or companies, or written by the police about an offence is left out. Mentions of one
document are then joined (`agreement_merge`).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from borderwire.extract.agreement_marks import Mark, Marks
from borderwire.extract.agreement_merge import Mention, join_mentions
from borderwire.extract.agreement_titles import WEAK_TYPES, Title, read_titles
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, DateReading, PlaceMention
from borderwire.extract.parties import Parties
from borderwire.extract.place_titles import keys_of
from borderwire.extract.vocabulary import Phrases
from borderwire.model import AgreementFact
from borderwire.text import key

# Types whose name alone says that two sides agreed.
_STRONG = frozenset([
    "memorandum", "minutes-cooperation", "minutes-talks", "minutes-agreement", "treaty-agreement", "treaty", "protocol",
    "twinning", "letter-of-intent",
])  # fmt: skip
# Umbrella words: never one document.
_COLLECTIVE = frozenset(["instruments"])
_RECORDS = frozenset(["handover-minutes", "patrol-minutes"])
_PLURAL = keys_of("các những nhiều mọi cả số loạt hàng")
_COUNTS = keys_of("hai ba bốn năm sáu bảy tám chín mười")
_ONE = keys_of("một 1 01")
_SUCH = keys_of("lập biên nội tờ làm ghi theo như bản")
_AS_VERB = keys_of("đã tự cùng vừa không sẽ có để được chưa nhau bị bên cầu giá hai họ muốn theo như sự")
_COMPANY = Phrases([
    "công ty", "tập đoàn", "doanh nghiệp", "ngân hàng", "câu lạc bộ", "clb", "cầu thủ", "hlv", "huấn luyện viên", "nhà đầu tư",
    "tổng công ty", "cty", "hợp tác xã", "nhà trường", "đại học", "bệnh viện", "hãng", "nhà thầu", "chủ đầu tư", "khách hàng",
    "người lao động", "đối tượng", "bị cáo", "nạn nhân", "nhà mạng",
])  # fmt: skip
_MANY_STATES = Phrases([
    "cptpp", "tpp", "rcep", "wto", "fta", "evfta", "asean", "paris", "geneva", "giơ ne vơ", "unclos", "liên hợp quốc", "eu", "công ước viên",
    "thương mại tự do", "mậu dịch tự do", "hạt nhân", "á âu", "xuyên thái bình dương", "nafta", "opec", "hiến chương",
    "mua bán sáp nhập", "đình chiến", "ngừng bắn", "đông nam á", "lhq", "luật biển", "mekong", "mê công", "tokyo", "g7", "apec",
    "gms", "toàn diện khu vực", "chống tham nhũng", "công ước",
])  # fmt: skip
_SIDES = Phrases([
    "hai bên", "2 bên", "các bên", "ba bên", "3 bên", "hai nước", "2 nước", "ba nước", "3 nước", "hai đoàn", "2 đoàn", "hai tỉnh",
    "2 tỉnh", "các tỉnh", "trưởng đoàn", "hai bộ", "2 bộ", "hai chính phủ", "hai thủ tướng", "hai lực lượng", "hai đơn vị",
    "2 đơn vị", "hai địa phương", "2 địa phương", "hai huyện", "2 huyện", "hai cơ quan", "hai ngành", "hai quốc gia",
    "hai đảng", "hai nhà nước", "lãnh đạo cấp cao", "bốn bên", "4 bên", "các nước", "nước bạn", "phía bạn", "hai bản",
    "hai thành phố", "hai xã", "các đơn vị", "hai giám đốc", "hai phó giám đốc", "hai bộ trưởng", "đại diện", "lãnh đạo",
])  # fmt: skip
_LEAST = 2.0


class Context(NamedTuple):
    """What the weighing looks at beside the title itself."""

    doc: Doc
    places: tuple[PlaceMention, ...]
    parties: Parties
    abroad: bool
    starts: list[int]
    inside: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Weight:
    total: float
    why: str


def extract_agreements(
    doc: Doc, places: tuple[PlaceMention, ...], bodies: tuple[BodyMention, ...], dates: DateReading
) -> tuple[AgreementFact, ...]:
    """Each document of agreement that the text names, in order of first mention."""
    titles = read_titles(doc)
    if not titles:
        return ()
    marks = Marks(doc, titles, dates).read()
    inside = frozenset(at for title in titles for at in range(title.start, title.end))
    starts = [place.start for place in places]
    context = Context(doc, places, Parties(doc, bodies), _is_abroad(places), starts, inside)
    plurals = _plurals(doc, titles)
    kept: list[Mention] = []
    for title, mark, plural in zip(titles, marks, plurals, strict=True):
        weight = _weigh(context, title, mark, plural)
        accepted = weight.total >= _LEAST and mark.status is not None
        doc.note("agreements", doc.span(title.start, title.end), mark.rule, accepted, weight.why)
        if accepted or (title.anaphoric and kept):
            kept.append(Mention(title, mark, accepted, mark.row))
    return tuple(_fact(context, group, dates) for group in join_mentions(doc, kept))


def _is_abroad(places: tuple[PlaceMention, ...]) -> bool:
    """The text has another country than Vietnam in it."""
    return any(place.country == "LA" or (place.kind == "country" and place.id != "VN") for place in places)


# --- one or many


def _plurals(doc: Doc, titles: list[Title]) -> list[bool]:
    """Whether a title is one of many meant together: "các Hiệp định, Thỏa thuận, Kế hoạch hợp tác"."""
    ends = {hit.end: hit.start for hit in doc.hits_of("document")}
    found: list[bool] = []
    for index, title in enumerate(titles):
        plural = _plural_before(doc, title.start)
        at = title.start - 1
        if not plural and at > 0 and doc.keys[at] in (",", key("và"), key("hoặc")):
            if index and titles[index - 1].end == at:
                last = titles[index - 1]
                listed = last.type in _COLLECTIVE and not title.bare
                plural = found[-1] and not listed and (last.bare or doc.shapes[title.start] == "l")
            elif at in ends and doc.shapes[title.start] == "l":
                plural = _plural_before(doc, ends[at])
        found.append(plural)
    return found


def _plural_before(doc: Doc, start: int) -> bool:
    if start == 0 or doc.breaks[start]:
        return False
    word = doc.keys[start - 1]
    if word in _PLURAL or word in _COUNTS:
        return True
    if word.isdigit():
        return int(word) > 1 if len(word) < 4 else False
    return word in keys_of("nội dung bản") and start > 1 and (
        doc.keys[start - 2] in _PLURAL or doc.keys[start - 2] in _COUNTS or doc.keys[start - 2] == key("nội")
    )


# --- weighing


def _weigh(context: Context, title: Title, mark: Mark, plural: bool) -> _Weight:
    """How surely this names one document of agreement. Weights were set by reading; 2 is enough."""
    doc = context.doc
    if title.type in _COLLECTIVE or plural:
        return _Weight(-9.0, "several documents meant together")
    if mark.status is None:
        return _Weight(-9.0, "nothing is told of it")
    if title.anaphoric:
        return _Weight(-9.0, "points back to one named before")
    strong = title.type in _STRONG
    capital = doc.shapes[title.start] != "l"
    generic = title.type in ("agreement", "minutes") or title.type in _RECORDS
    bare_text = title.bare
    parts: list[tuple[float, str]] = [
        (1.0 if strong else 0.0, "type"),
        (0.5 if capital else 0.0, "capital"),
        (0.0 if bare_text else 1.0, "title"),
        (_act_weight(mark), mark.act),
        (0.5 if mark.date else 0.0, "dated"),
        (_sides_weight(context, title, mark, strong), "sides"),
        (_company_weight(context, title, mark), "company or persons"),
        (_scope_weight(context, title, mark), "treaty of many states"),
        (_one_weight(doc, title, mark), "one of its kind"),
        (_weak_weight(doc, title, mark), "a paper of one side"),
        (_small_weight(context, title, mark, strong), "in small letters"),
    ]
    if doc.keys[title.head_end : title.head_end + 1] == [key("của")] and not strong:
        parts.append((-1.5, "whose, not which"))
    if mark.act in ("refer", "named") and (bare_text or (not strong and not capital and not _has_year(doc, title))):
        parts.append((-3.0, "too vague for a document of its own"))
    if mark.act == "draft" and (bare_text or not capital):
        parts.append((-2.0, "not yet a document"))
    if mark.status == "planned" and bare_text and not strong:
        parts.append((-2.0, "vague plan"))
    if generic and not capital and _is_verb(doc, title):
        parts.append((-4.0, "a verb"))
    if title.start and doc.keys[title.start - 1] == key("luật"):
        parts.append((-9.0, "the name of a law"))
    if title.type in ("minutes", *_RECORDS) and mark.act not in ("sign", "exchange"):
        parts.append((-3.0, "a record"))
    total = sum(value for value, _ in parts)
    return _Weight(total, ", ".join(f"{why} {value:+g}" for value, why in parts if value))


def _act_weight(mark: Mark) -> float:
    return {"sign": 1.5, "exchange": 1.5, "adopt": 0.5, "refer": 1.0, "draft": 1.0, "named": 0.5, "none": 0.0}[mark.act]


def _sides_weight(context: Context, title: Title, mark: Mark, strong: bool) -> float:
    """Two sides must be in sight: in the title, in the sentence, or another country in the text."""
    doc = context.doc
    first, last = _frame(doc, title)
    told = any(_SIDES.match(doc.keys, at) > at for at in range(first, last))
    bodies = context.parties.count_near(first, last)
    if bodies > 1 or (told and context.abroad) or _both_countries(context, first, last):
        return 0.5
    if told or context.abroad and (bodies or strong or doc.shapes[title.start] != "l"):
        return 0.0
    if context.abroad:
        return -1.0
    return -1.5 if mark.act == "sign" and strong else -2.5


def _both_countries(context: Context, first: int, last: int) -> bool:
    starts = context.starts
    near = context.places[bisect_left(starts, first) : bisect_left(starts, last)]
    return len({place.country or place.id for place in near}) > 1


def _company_weight(context: Context, title: Title, mark: Mark) -> float:
    """Companies and private persons before the title or among its parties, unless two bodies of state are there too."""
    doc = context.doc
    first = max(0, min(title.start, mark.at if mark.at >= 0 else title.start) - 14)
    beyond = title.between if title.between is not None else title.end
    last = min(len(doc), title.end + 8)
    hits = any(
        doc.sentence[at] == doc.sentence[title.start] and _COMPANY.match(doc.keys, at) > at
        and at not in context.inside
        for at in (*range(first, title.start), *range(beyond, last))
    )
    if not hits:
        return 0.0
    return -3.0 if context.parties.count_near(first, last) < 2 else -0.5


def _scope_weight(context: Context, title: Title, mark: Mark) -> float:
    doc = context.doc
    if title.between is not None and context.parties.count_near(title.between, title.end) > 1:
        return 0.0
    first = max(0, title.start - 5)
    wide = any(_MANY_STATES.match(doc.keys, at) > at for at in range(first, min(len(doc), title.end + 5)))
    return -3.0 if wide and mark.act != "sign" else -1.0 if wide else 0.0


def _one_weight(doc: Doc, title: Title, mark: Mark) -> float:
    """"một thỏa thuận mới" is any one unless it has a subject and a signing."""
    if title.start and doc.keys[title.start - 1] in _ONE:
        small = doc.shapes[title.start] == "l" and title.type not in _STRONG and mark.status == "referenced"
        return -3.0 if title.bare or small or mark.act not in ("sign", "exchange") else 0.0
    if title.end + 2 < len(doc) and doc.keys[title.end] == key("với") and _many_follow(doc, title.end + 1):
        return -4.0
    return 0.0


def _many_follow(doc: Doc, at: int) -> bool:
    """"với 26 quốc gia"."""
    return doc.shapes[at] == "d" and doc.keys[at + 1] in keys_of("quốc nước")


def _small_weight(context: Context, title: Title, mark: Mark, strong: bool) -> float:
    """"thỏa thuận" in small letters is a document where the sentence speaks of Vietnam or Laos and another side;
    "hiệp định vận tải" that is only referred to, where parties or years tell which one."""
    doc = context.doc
    if doc.shapes[title.start] != "l":
        return 0.0
    if strong:
        told = title.between is not None or _has_year(doc, title) or mark.act not in ("refer", "named", "draft")
        return 0.0 if told else -1.5
    first, last = _frame(doc, title)
    near = context.places[bisect_left(context.starts, first) : bisect_left(context.starts, last)]
    lao = any(place.country == "LA" for place in near)
    if title.bare or mark.status == "planned":
        return 0.0 if lao or context.parties.count_near(first, last) > 1 else -1.0
    return 0.0 if lao or any(place.country == "VN" for place in near) or mark.act != "sign" else -0.5


def _weak_weight(doc: Doc, title: Title, mark: Mark) -> float:
    """A plan, programme or set of rules counts when signed together or named with both parties."""
    if title.type not in WEAK_TYPES:
        return 0.0
    together = mark.act in ("sign", "exchange") and not title.bare
    named = title.between is not None and doc.shapes[title.start] != "l"
    return -0.5 if together or named else -9.0


def _is_verb(doc: Doc, title: Title) -> bool:
    """"hai đối tượng thỏa thuận việc chia tiền", "lập biên bản": no document of two sides."""
    before = doc.keys[title.start - 1] if title.start else ""
    if title.type == "minutes":
        return before in _SUCH
    return title.type == "agreement" and before in _AS_VERB


def _has_year(doc: Doc, title: Title) -> bool:
    return any(len(doc.keys[at]) == 4 and doc.shapes[at] == "d" for at in range(title.head_end, title.end))


def _frame(doc: Doc, title: Title) -> tuple[int, int]:
    """The tokens around a title that are of its sentence, at most forty before and twenty behind."""
    first, last = title.start, title.end
    sentence = doc.sentence[title.start]
    while first > 0 and title.start - first < 40 and doc.sentence[first - 1] == sentence:
        first -= 1
    while last < len(doc) and last - title.end < 20 and doc.sentence[last] == sentence:
        last += 1
    return first, last


# --- facts


def _fact(context: Context, group: list[Mention], dates: DateReading) -> AgreementFact:
    doc = context.doc
    best = max(group, key=lambda mention: (mention.named, mention.title.end - mention.title.start))
    lead = next((mention for mention in group if mention.mark.status == "signed"), best)
    status = lead.mark.status or "referenced"
    title = best.title
    parties = next((found for mention in (best, lead, *group) if (found := context.parties.of(mention.title))), ())
    return AgreementFact(
        type=title.type,
        as_written=doc.slice(title.start, title.end),
        status=status,
        date=_date(status, group, dates),
        parties=parties,
        subject=_subject(doc, title),
        spans=tuple(doc.span(mention.title.start, mention.title.end) for mention in group),
        rule=lead.mark.rule,
    )


def _date(status: str, group: list[Mention], dates: DateReading) -> str | None:
    """The event's day for what was done there; else the document's own date."""
    if status in ("signed", "exchanged"):
        return None if dates.event_end else dates.event.value
    return next((mention.mark.date for mention in group if mention.mark.date), None)


def _subject(doc: Doc, title: Title) -> str | None:
    """What follows "về", "trong" or "hợp tác" in the title."""
    about = (key("về"), key("trong"))
    for at in range(title.head_end, title.end - 1):
        if doc.keys[at] in about:
            return doc.slice(at + 1, title.end)
    return None
