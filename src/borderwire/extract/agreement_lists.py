"""Documents that a text lists after it has told how many there are: "trao 3 văn kiện, gồm: (i) ...; (ii) ...", or line
by line behind a dash, a dot or a number; and what stands around the verbs of such a list."""

from __future__ import annotations

from borderwire.extract import agreement_words as words
from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.words import has_pair, pairs
from borderwire.text import key

_BULLETS = frozenset("-–—+•*")
_PARTED = frozenset(";:.")
_LONGEST_MARK = 4  # letters of "viii", as in "(viii)"
_ENDS = frozenset([")", ".", "/"])
_NUMBERS = {
    key(word): at for at, word in enumerate(("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 2)
}
# The head of a sentence that tells what was talked about, in tokens.
_AGENDA, _CONTENT, _SETTLED = 24, (key("nội"), key("dung")), pairs("thống nhất, kết quả, đã ký")
_OVER = pairs("hoàn thành, tiến hành, kết quả, công việc")
_THIS_TIME = pairs("kỳ này, lần này, sắp tới, tới đây, dự kiến")
_SUCH_AS, _CHIEF = frozenset(map(key, ("như", "gồm", "sau"))), (key("việc"), key("chính"))
_TALKED = pairs("đưa ra, thảo luận, bàn thảo, trao đổi, bàn gồm, bàn bạc, bàn nhiều, bàn các, đề nghị, đề xuất")
_ITEM_OPENS = frozenset([":", ";", ",", key("việc")])
_VERB_AGAIN = 4  # tokens of "; ký kết"
_SUBJECT = 8  # tokens of "việc Bộ Quốc phòng hai nước ký"
_JUST_FORTH = 24  # tokens of "ký Hiệp định A ... sáng nay"
_CLAUSE_BEGINS = frozenset([key("rằng"), ",", ":"])
_JUDGES = [key("đánh"), key("giá")]
_WEIGHED = frozenset(key(word) for word in ("có", "là", "góp", "thể", "sẽ", "tạo", "giúp", "mở"))
_ROW_REACH = 45  # tokens of parties and fields behind a title
_NAMED_SOON = 5  # tokens of quotes and numbers before a name
_ITEM_GAP = 3  # lines that an item may lie behind the one before: some are no documents


def is_on_agenda(doc: Doc, at: int) -> bool:
    """ "Nội dung hai bên đưa ra bàn gồm: mở lại cửa khẩu A; | ký Hiệp định B": it is talked about."""
    keys, first = doc.keys, doc.sentence_of(at)[0]
    colon = next((i for i in range(first, min(at, first + _AGENDA)) if keys[i] == ":"), first)
    row = keys[first:colon]
    over = words.DONE in row or _OVER.among(row)  # "Hội nghị đã hoàn thành những việc chính như: ..."
    if row[-1:] != [] and row[-1] in _SUCH_AS and has_pair(row, _CHIEF) and _THIS_TIME.among(row) and not over:
        item = max((i for i in range(max(colon, at - _SUBJECT), at) if keys[i] in _ITEM_OPENS), default=at)
        return words.DONE not in keys[item:at]  # "...; | Bộ trưởng hai nước ký"
    opens = keys[at - 1 : at] != [] and keys[at - 1] in _ITEM_OPENS  # no "...; hai bên ký"
    return opens and has_pair(row, _CONTENT) and _TALKED.among(row) and not _SETTLED.among(row)


def item_start(doc: Doc, start: int) -> int | None:
    """The token with which the item begins that opens with the title at token `start`: its dash or number, or the
    title itself where it heads a line; None where no item opens."""
    if start == 0 or doc.breaks[start]:
        return start
    mark = start - 1
    if doc.words[mark] in _BULLETS and (doc.breaks[mark] or (mark > 0 and doc.words[mark - 1] in _PARTED)):
        return mark  # also in one line: "...; - Hiệp định A; - Hiệp định B"
    if doc.words[mark] not in _ENDS or mark == 0 or len(doc.words[mark - 1]) > _LONGEST_MARK:
        return None
    first = mark - 1
    if doc.words[mark] == ")" and first > 0 and doc.words[first - 1] == "(":
        return first - 1
    return first if doc.breaks[first] else None


def is_item(doc: Doc, start: int, announced: int) -> bool:
    """The title at token `start` opens an item of the list that sentence `announced` told of, or left off in."""
    item = item_start(doc, start)
    if item is None or not item:
        return False
    apart = doc.sentence[start] - announced
    if doc.breaks[item]:
        return 0 < apart <= _ITEM_GAP and (item != start or _is_line_of_list(doc, start))
    return apart in (0, 1) and (doc.keys[item - 1] in words.LISTS or doc.keys[item - 1] in (";", ",", words.AND))


def _is_line_of_list(doc: Doc, start: int) -> bool:
    """A line that begins with a document in capitals, as the one before it or behind it does: a list without marks."""
    number = doc.sentence[start]
    beside = (doc.sentence_starts[at] for at in (number - 1, number + 1) if 0 <= at < len(doc.sentence_starts) - 1)
    return doc.shapes[start] != "l" and any(_heads_line(doc, at) for at in beside)


def _heads_line(doc: Doc, at: int) -> bool:
    hit = doc.hit_at.get(at)
    return doc.breaks[at] and doc.shapes[at] != "l" and hit is not None and hit.of("document") is not None


def counts_several(doc: Doc, start: int) -> bool:
    """ "03 | văn bản hợp tác", "các | văn kiện"."""
    start = row_start(doc, start)
    if start == 0 or doc.breaks[start]:
        return False
    before = doc.keys[start - 1]
    return before in words.PLURAL or before in words.COUNTS or (before.isdecimal() and before.lstrip("0") != "1")


def row_start(doc: Doc, start: int) -> int:
    """ "các | văn bản, thoả thuận hợp tác": the token of "văn bản", where the title at token `start` only says in other
    words what the papers are; else `start`."""
    keys = doc.keys
    papers = start - 3
    joined = papers > 0 and keys[start - 1] in (",", words.AND) and keys[papers : start - 1] in words.PAPERS
    return papers if joined and doc.sentence[papers] == doc.sentence[start] and doc.shapes[start] == "l" else start


def announces(doc: Doc, title: Title) -> bool:
    """ "thoả thuận hợp tác giữa hai bên | : Bản ghi nhớ A ...": behind the colon the document is named itself."""
    if doc.shapes[title.start] != "l" or doc.keys[title.end : title.end + 1] != [":"]:
        return False
    for at in range(title.end + 1, min(len(doc), title.end + _NAMED_SOON)):
        hit = doc.hit_at.get(at)
        if hit is not None and hit.of("document") is not None:
            return doc.shapes[at] != "l"
        if doc.shapes[at] not in ("p", "d"):
            return False
    return False


def is_noun_phrase(doc: Doc, start: int, first: int) -> bool:
    """The sentence that begins at a token has no verb of its own from token `first` on."""
    return not words.VERBS.among(doc.keys, first, doc.sentence_of(start)[1])


def goes_on_behind(doc: Doc, last: Title, start: int) -> bool:
    """ "Hiệp định A giữa X và Y trong mùa lũ, | Thỏa thuận B": between two names of documents in capitals stand
    only nouns and their prepositions, and a joint; what governs the one governs the other."""
    keys = doc.keys
    if doc.shapes[start] == "l" or doc.shapes[last.start] == "l" or start - last.end > _ROW_REACH:
        return False
    if start == last.end or keys[start - 1] not in (",", ";", words.AND):
        return False
    return not words.VERBS.among(keys, last.end, start) and not {words.SIGN, ":"} & set(keys[last.end : start])


def how_many(doc: Doc, start: int) -> int:
    """ "hai | văn kiện", "05 | văn bản": as a number; 0 where none is told."""
    word = doc.keys[start - 1] if start else ""
    return int(word[:3]) if word.isdecimal() else _NUMBERS.get(word, 0)


def signed_beside(doc: Doc, end: int, start: int) -> bool:
    """ "tiến tới ký A; | ký B": only a semicolon and the verb again stand between two titles."""
    return doc.keys[end : end + 2] == [";", words.SIGN] and start - end <= _VERB_AGAIN


def was_just(doc: Doc, verb: int) -> bool:
    """ "đánh giá cao việc hai bên vừa | ký Hiệp định A": it was done shortly before they spoke of it; but "... vừa ký
    Hiệp định A sáng nay" tells the event."""
    keys = doc.keys
    if verb == 0 or keys[verb - 1] not in words.JUST:
        return False
    first, last = doc.sentence_of(verb)
    if words.THIS_VISIT.begins_among(keys, max(first, verb - _ROW_REACH), min(last, verb + _ROW_REACH)):
        return False  # "... trong chuyến thăm này": of the event
    if words.NOW.begins_among(keys, verb, min(last, verb + _JUST_FORTH)):
        return False
    row = keys[max(first + 1, verb - _SUBJECT) : verb]
    return words.THE_ACT in row and not {",", ";"} & set(row[row.index(words.THE_ACT) :])


def is_spoken_of(doc: Doc, verb: int, end: int) -> bool:
    """ "cho rằng việc ký Bản ghi nhớ A có ý nghĩa", "Việc hai bộ ký Tuyên bố B là cơ sở": it is weighed, not told.
    end: of the title."""
    keys, first = doc.keys, doc.sentence_of(verb)[0]
    if end >= len(doc) or keys[end] not in _WEIGHED:
        return False  # "Việc ký Hiệp định A diễn ra ngày 9/8"
    for at in range(verb - 1, max(first, verb - _SUBJECT) - 1, -1):
        if keys[at] in (",", words.DONE):
            return False
        if keys[at] == words.THE_ACT:
            return at == first or keys[at - 1] in _CLAUSE_BEGINS or keys[at - 2 : at] == _JUDGES
    return False
