"""Things built or bought that one side handed over to the other: "bàn giao nhà làm việc Công an huyện X"."""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, bodies_between
from borderwire.extract.spots import Forms
from borderwire.extract.words import keys, phrases
from borderwire.model import Handover
from borderwire.text import key, squash

_WRITTEN = ("bàn giao", "khánh thành", "xây tặng", "trao tặng", "trao nhà")
_FORMS = Forms(*(form for verb in _WRITTEN for form in (verb, verb.capitalize())))
_VERBS = frozenset(phrases(*_WRITTEN))
_STRONG = frozenset(phrases(*_WRITTEN[:3]))  # these hand over buildings; gifts are looked for right after the others
_WILL = key("sẽ")
# Between the verb and the thing: "bàn giao và đưa vào sử dụng công trình", "khánh thành, bàn giao 2 căn nhà".
_BETWEEN = keys("và đưa vào sử dụng lễ các những cho số một hai ba dựng mới công")
_LONGEST_BETWEEN = 6
_THINGS = frozenset(
    phrases(
        "nhà làm việc, trụ sở, trụ sở làm việc, công trình, nhà văn hóa, nhà ở, nhà, căn nhà",
        "ngôi nhà, doanh trại, trường học, trường, điểm trường, phòng học, trạm xá, trạm y tế, trạm",
        "đồn, cầu, tuyến đường, đường giao thông, hệ thống, khu nhà, nhà khách, trung tâm, bể nước",
        "chốt, ô tô, xe ô tô, xe máy, mô tô, xe, trang thiết bị, thiết bị, máy móc, khu di tích, bia",
        "đài, nhà kiểm soát, khu tưởng niệm, bệnh viện, phòng ở, phòng làm việc, nhà bia, nhà máy, hội trường",
    )
)
_THING_FIRST = frozenset(thing[0] for thing in _THINGS)
_ENDS = keys(
    "và với cho do tại trị đã được nhằm phục để trên từ vào có gồm bằng nhân trong theo là góp giúp cùng ngày",
    "sáng chiều diễn",
)
_NOT_AFTER = keys("chức nước báo đồng đầu trường khoa")  # "nhà chức trách", "nhà nước", "nhà báo"
_FOR = key("cho")
_LONGEST = 16  # tokens of a thing's name
_REACH = 40  # tokens of the sentence on either side that may name giver and receiver


def extract_handovers(doc: Doc, bodies: tuple[BodyMention, ...]) -> tuple[Handover, ...]:
    """What was handed over, in order of first mention, each told once."""
    found: dict[str, Handover] = {}
    seen: set[int] = set()  # "khánh thành và bàn giao X" is told by two verbs
    for at, end in _verbs(doc):
        thing = _thing(doc, end)
        if thing is None or thing in seen or _planned(doc, at):
            continue
        seen.add(thing)
        stop = _stop(doc, thing, bodies)
        if stop - thing < 2 or doc.keys[thing + 1] in _NOT_AFTER:
            continue
        span = doc.span(thing, stop)
        what = doc.text[span[0] : span[1]]
        giver, receiver = _sides(doc, bodies, at, thing, stop)
        told = found.get(squash(what))
        if told is None:
            found[squash(what)] = Handover(what, giver, receiver, (span,), "handed-over")
        else:
            found[squash(what)] = Handover(
                told.what, told.giver or giver, told.receiver or receiver, (*told.spans, span), told.rule
            )
    return tuple(found.values())


def _verbs(doc: Doc) -> list[tuple[int, int]]:
    """Every verb of handing over: its first token and the token after it, in order."""
    return [(at, at + 2) for at in _FORMS.find(doc)]


def _planned(doc: Doc, at: int) -> bool:
    first = max(doc.sentence_of(at)[0], at - 8)
    return _WILL in doc.keys[first:at]


def _thing(doc: Doc, at: int) -> int | None:
    """First token of the thing after the verb; None where persons, papers or exhibits are handed over."""
    strong = tuple(doc.keys[at - 2 : at]) in _STRONG
    for index in range(at, min(len(doc), at + (_LONGEST_BETWEEN if strong else 2))):
        if doc.breaks[index]:
            return None
        word = doc.keys[index]
        if word in _THING_FIRST and any(tuple(doc.keys[index : index + len(thing)]) == thing for thing in _THINGS):
            return index
        verb = tuple(doc.keys[index : index + 2]) in _VERBS or tuple(doc.keys[index - 1 : index + 1]) in _VERBS
        if not (verb or word in _BETWEEN or word == "," or doc.shapes[index] == "d"):
            return None
    return None


def _stop(doc: Doc, start: int, bodies: tuple[BodyMention, ...]) -> int:
    """End of the thing's name: through the body it belongs to, up to a comma or the next verb."""
    inside = {body.start: body.end for body in bodies_between(bodies, start + 1, start + _LONGEST)}
    number, here = doc.sentence[start], start + 1
    while here < len(doc) and here - start < _LONGEST and doc.sentence[here] == number and not doc.breaks[here]:
        if here in inside:
            return inside[here]
        if doc.shapes[here] == "p" and doc.words[here] not in "-–":
            break
        if doc.shapes[here] == "l" and doc.keys[here] in _ENDS:
            break
        here += 1
    return here


def _sides(
    doc: Doc, bodies: tuple[BodyMention, ...], verb: int, start: int, stop: int
) -> tuple[str | None, str | None]:
    """The last body before the verb gives; the body in the thing's name, or after "cho", receives."""
    number = doc.sentence[verb]
    giver = receiver = None
    for body in bodies_between(bodies, verb - _REACH * 2, stop + _REACH):
        if body.end <= verb and verb - body.end < _REACH and doc.sentence[body.start] == number:
            giver = body.name
        elif receiver is None and start < body.start and doc.sentence[body.start] == number:
            receiver = body.name if body.start < stop or doc.keys[body.start - 1] == _FOR else None
    return giver, receiver
