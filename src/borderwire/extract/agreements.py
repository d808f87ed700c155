"""Documents of agreement between states, ministries, provinces, districts or agencies: each once, with its status.

Titles (`agreement_titles`) get a mark (`agreement_marks`) and are weighed (`agreement_weights`): what is only meant in
general, spoken of in the plural, agreed between persons or companies, or written by the police about an offence is left
out. Mentions of one document are then joined (`agreement_merge`).
"""

from __future__ import annotations

from bisect import bisect_left

from borderwire.extract import agreement_words as words
from borderwire.extract.agreement_aliases import renames
from borderwire.extract.agreement_lists import announces, row_start
from borderwire.extract.agreement_mark import AS_SUCH, FORCE
from borderwire.extract.agreement_marks import Marks
from borderwire.extract.agreement_merge import Mention, join_mentions
from borderwire.extract.agreement_titles import Title, read_titles
from borderwire.extract.agreement_weights import LEAST, UMBRELLAS, Scales
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, DateReading, PlaceMention
from borderwire.extract.parties import Parties
from borderwire.model import AgreementFact
from borderwire.text import key

# What was done at the event outweighs what is said of the document elsewhere in the text.
_RANK = {"signed": 0, "exchanged": 1, "planned": 2, "referenced": 3, None: 4}
_AS_SUCH = 2.5  # behind what is to be signed
_INNER, _CONTENT, _COPY = (key(word) for word in ("nội", "dung", "bản"))
_NAME = 8  # tokens of a name that may tell its year


def extract_agreements(
    doc: Doc, places: tuple[PlaceMention, ...], bodies: tuple[BodyMention, ...], dates: DateReading
) -> tuple[AgreementFact, ...]:
    """Each document of agreement that the text names, in order of first mention."""
    titles = read_titles(doc)
    if not titles:
        return ()
    parties = Parties(doc, bodies)
    scales = Scales(doc, places, parties)
    marks = Marks(doc, titles, dates).read()
    parties.bind(titles, marks)
    kept: list[Mention] = []
    for title, mark, plural in zip(titles, marks, _plurals(doc, titles), strict=True):
        weight = scales.weigh(title, mark, plural)
        accepted = weight.total >= LEAST
        if doc.notes is not None:
            doc.note("agreements", doc.span(title.start, title.end), mark.rule, accepted, weight.why)
        if accepted or (title.anaphoric and kept) or (kept and renames(doc, kept[-1].title, title)):
            kept.append(Mention(title, mark, accepted))
    return tuple(_fact(doc, parties, group, dates) for group in join_mentions(doc, kept))


def _plurals(doc: Doc, titles: list[Title]) -> list[bool]:
    """Whether a title is one of many meant together: "các Hiệp định, Thỏa thuận, Kế hoạch hợp tác"."""
    ends = {hit.end: hit.start for hit in doc.hits_of("document")}
    found: list[bool] = []
    for index, title in enumerate(titles):
        plural = _plural_before(doc, row_start(doc, title.start)) or announces(doc, title)
        at = title.start - 1
        if not plural and at > 0 and doc.keys[at] in (",", words.AND, words.OR):
            small = doc.shapes[title.start] == "l"
            last = titles[index - 1] if index else None
            if last is not None and last.end == at:
                listed = last.type in UMBRELLAS and not title.bare
                plural = found[-1] and not listed and (last.bare or small)
            elif at in ends and small:
                plural = _plural_before(doc, ends[at])
        found.append(plural and not _has_own_day(doc, title))
    return found


def _has_own_day(doc: Doc, title: Title) -> bool:
    """ "các Thỏa thuận A (ký năm 2010) và B (ký năm 2014)": each is told with its own."""
    row = doc.keys[title.head_end : title.end + 2]
    return not title.bare and any(row[at : at + 2] == ["(", words.SIGN] for at in range(len(row) - 1))


def _plural_before(doc: Doc, start: int) -> bool:
    if start == 0 or doc.breaks[start]:
        return False
    keys = doc.keys
    word, before = keys[start - 1], keys[start - 2] if start > 1 else ""
    if word == words.YEAR and before.isdecimal():
        return False  # "45 năm | Hiệp ước A" is its anniversary, not five treaties
    if word in words.PLURAL or word in words.COUNTS:
        return True
    if word.isdecimal() and before == "." and start > 3 and keys[start - 3].isdecimal():
        before = keys[start - 4]  # "Điều 5.7 Hiệp định A"
    if word.isdecimal():
        return len(word) < 4 and int(word) > 1 and before not in words.PARTS  # "Điều 9 Hiệp định A" is one
    if word == _CONTENT and before == _INNER:
        many = start > 2 and keys[start - 3] in words.PLURAL  # "các nội dung thỏa thuận"
        return many and doc.shapes[start] == "l" and not _tells_year(keys[start : start + _NAME])
    return word == _COPY and (before in words.PLURAL or before in words.COUNTS)


def _tells_year(row: list[str]) -> bool:
    return any(word.isdecimal() and len(word) == 4 for word in row)


def _fact(doc: Doc, parties: Parties, group: list[Mention], dates: DateReading) -> AgreementFact:
    best = max(group, key=_fullness)
    lead = _lead(group)
    status = lead.mark.status or "referenced"
    title = best.title
    named = next((names for one in (best, lead, *group) if (names := parties.of(one.title, status, one.mark.row))), ())
    day, by_event = _date(doc, status, group, dates)
    return AgreementFact(
        type=title.type,
        as_written=doc.slice(title.start, title.end),
        status=status,
        date=day,
        parties=named,
        subject=_subject(doc, title),
        spans=tuple(doc.span(mention.title.start, mention.title.end) for mention in group),
        rule=lead.mark.rule,
        dated_by_event=by_event,
    )


def _lead(group: list[Mention]) -> Mention:
    """The mention that tells what was done; what only waits to come into force is there, whatever is still urged."""
    lead = min(group, key=_weight_of_act)
    there = (mention for mention in group if mention.mark.rule == FORCE or _was_signed(mention))
    return next(there, lead) if lead.mark.act == "draft" else lead


def _was_signed(mention: Mention) -> bool:
    """ "Tháng 2/2016, các nước ký Hiệp định A": before the event."""
    return mention.mark.act == "sign" and mention.mark.status == "referenced"


def _weight_of_act(mention: Mention) -> float:
    """What is planned for "Thỏa thuận này" (to extend it, to review it) is not that it will be signed."""
    status = mention.mark.status
    if mention.mark.rule == AS_SUCH and status == "signed":
        return _AS_SUCH  # "việc ký A sẽ giúp ...": no word on whether it is done
    return _RANK[None] if status == "planned" and not mention.named else _RANK[status]


def _fullness(mention: Mention) -> tuple[bool, int, int]:
    """How much a mention says: the subject before the parties."""
    title = mention.title
    told = title.end if title.between is None else title.between
    return mention.named, told - title.start, title.end - title.start


def _date(doc: Doc, status: str, group: list[Mention], dates: DateReading) -> tuple[str | None, bool]:
    """The document's own date, else the event's day for what was done there, and whether it is that alone."""
    own = next((mention.mark.date for mention in group if mention.mark.status == status and mention.mark.date), None)
    if own is None and status in ("signed", "exchanged"):
        if dates.event_end:
            return _day_of_several(doc, status, group, dates), False
        return dates.event.value, dates.event.value is not None and not _tells_day(doc, status, group, dates)
    return own, False


def _day_of_several(doc: Doc, status: str, group: list[Mention], dates: DateReading) -> str | None:
    """The one day, of an event of several, that a sentence of the signing names: "Sáng 28-11, hai bên đã ký ..."."""
    first, last = dates.event.value, dates.event_end
    if first is None or last is None:
        return None
    signing = {doc.sentence[mention.title.start] for mention in group if mention.mark.status == status}
    told: set[str] = set()
    for number in signing:
        at, end = (bisect_left(dates.mentions, (start,)) for start in doc.sentence_starts[number : number + 2])
        for mention in dates.mentions[at:end]:
            value = first[:4] + mention.value[1:] if mention.value.startswith("--") else mention.value
            if first <= value <= last:
                if mention.until is not None or len(value) < len(first):
                    return None
                told.add(value)
    return told.pop() if len(told) == 1 else None


def _tells_day(doc: Doc, status: str, group: list[Mention], dates: DateReading) -> bool:
    """A sentence of the signing tells the day once more: "Ngày 5/6, hai bên đã ký ..." after "hội đàm ngày 5/6"."""
    first = dates.event.spans[0] if dates.event.spans else (0, 0)
    signing = {doc.sentence[mention.title.start] for mention in group if mention.mark.status == status}
    return any(
        mention.value == dates.event.value
        and doc.sentence[mention.start] in signing
        and not (doc.starts[mention.start] < first[1] and first[0] < doc.ends[mention.end - 1])
        for mention in dates.mentions
    )


def _subject(doc: Doc, title: Title) -> str | None:
    """What follows "về" or "trong" in the title."""
    for at in range(title.head_end, title.end - 1):
        if doc.keys[at] in (words.ABOUT, words.IN):
            return doc.slice(at + 1, title.end)
    return None
