"""Texts that report no event of one day: portraits, advice, questions and answers, looks at how things stand.

The day of the page is no day of theirs, while news that name no day happened about then. Told by the words of the
headline, of the opening and of a reporter who tells what he saw, against those of news. Words and weights by judgement,
from reading pages of many outlets that name no day.
"""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.words import by_first, keys, phrases, stands_at
from borderwire.text import key

FEATURE = "feature"  # the rule of a date that is left open

_OPENING = 130  # tokens after the headline that tell what a text is: two or three sentences
_SHORT = 420  # tokens of a text that must tell it more plainly; most so short are news
_WALK = 1500  # tokens in which a reporter may speak of himself
_AFTER_REPORTER = 9  # tokens between "phóng viên" and what he did
_RUNNING = frozenset(["lead", "paragraph"])
_CLOSES = frozenset([".", "?", "!", "…", '"', "”"])

_OPENERS = by_first(
    phrases(
        "hành trình, chân dung, vì sao, tại sao, nhìn lại, ký ức, nhật ký, giải mã, góc khuất, nỗi lo, nỗi đau",
        "làm gì, làm sao, làm thế nào, cách để, cách nhận biết, gặp người, gặp gỡ, gặp những, gặp chàng, gặp cô",
        "chuyện về, chuyện của, chuyện đời, chuyện ở, chuyện người, muôn kiểu, khi nào",
    )
)
_SPEAKING = by_first(
    phrases(
        "như thế nào ?, thế nào ?, ra sao ?, là ai ?, vì sao ?, tại sao ?, là gì ?, ở đâu ?, nói gì ?, cần gì ?",
        "ngày càng, diễn biến phức tạp, nhức nhối, tràn lan, nan giải, những chiêu, những thủ đoạn, những mảnh đời",
        "năm nhìn lại, kỳ cuối, bài cuối",
    )
)
_HINTING = by_first(
    phrases("vẫn còn, vẫn tiếp diễn, vẫn diễn ra, vẫn loay hoay, vẫn nan giải, bài học, thủ đoạn, cảnh giác, nguy cơ")
)
_ASKING = by_first(phrases("sự thật, lý do, lí do, nguyên nhân, điều kiện, những"))  # where they open the headline
_STANDING = by_first(
    phrases(
        "những năm qua, những năm gần đây, những năm trở lại, thời gian qua, thời gian gần đây, từ lâu, lâu nay",
        "hiện nay, gần đây, những tháng đầu năm, nhiều năm nay, nhiều năm qua, ngày càng, bao đời, thường xuyên",
    )
)
_NEWS = by_first(
    phrases(
        "vừa qua, mới đây, đưa tin, dẫn lời, dẫn nguồn, sáng nay, xảy ra, khởi tố, truy tố, tạm giữ, tạm giam, bắt giữ",
        "theo tin, theo thông tin, theo hãng, theo báo, mới được, mới bị, mới có, mới phát hiện, mới bắt, mới ban hành",
        "mới ký, mới công bố, mới đưa ra, đã ra, đã ký, đã ban hành, đã bắt, đã khởi tố, đã tuyên, đã xảy ra, đã quyết",
        "đã phê duyệt, đã triệt phá, đã tử vong, đã thông qua, đã yêu cầu, đã gửi, đã có văn bản, đã thu giữ",
        "hội đàm, giao ban, họp bàn, ký kết, khai mạc, bế mạc, ra quân, phát động, trao tặng, trao trả, bàn giao",
        "gặp mặt, khánh thành, khai giảng, tổ chức lễ, tổ chức hội, tổ chức hành trình, tổ chức chương trình",
        "tổ chức buổi, tổ chức đoàn, tổ chức tuần tra, tổ chức giao lưu, tổ chức trao, thăm hỏi",
        "chúc tết, tuần tra chung",
        "đã tiếp, đã diễn ra, đã tổ chức, đã khai mạc, đã bế mạc, đã trao, đã phối hợp, đã chỉ đạo, hôm",
    )
)
_JUST, _NO_JUST = key("vừa"), keys("phải đủ là mới lớn ý chân sức tầm")  # "vừa phải", "vừa là", "một cô bé vừa lớn"
_SIR, _QUESTIONS = key("thưa"), 2
_SERIES = keys("bài kỳ")  # "Bài 2: ..."
_YEARS, _FULL, _LATER = key("năm"), key("tròn"), key("sau")  # "Tròn 1 năm ...", "20 năm sau ..."
_LISTED = keys("điều cách lý dấu bí câu")  # "10 điều nên làm", "5 dấu hiệu"
_WE, _REPORTER = (key("chúng"), key("tôi")), by_first(phrases("pv, phóng viên, nhà báo"))
_DID = by_first(
    phrases("tìm đến, đến, có mặt, theo chân, ghi nhận, tìm hiểu, tiếp cận, gặp, trò chuyện, tìm về, thâm nhập")
)


def is_feature(doc: Doc, *, plainly: bool = False) -> bool:
    """More tells of a feature than of news; plainly: much more, as it must in a text that names a day."""
    body = next((at for at in range(min(len(doc), _WALK)) if doc.block_of(at).kind in _RUNNING), len(doc))
    head = _headline(doc, body)
    lead = doc.keys[body : body + _OPENING]
    signs = _headline_signs(head) + _any(lead, _STANDING) + _reporter_speaks(doc, body) + 2 * _is_interview(doc, body)
    return signs > _is_news(head) + _is_news(lead) + (plainly or len(doc) < _SHORT)


def _headline(doc: Doc, body: int) -> list[str]:
    return [doc.keys[at] for at in range(body) if doc.block_of(at).kind == "title"]


def _any(row: list[str], table: dict[str, tuple[tuple[str, ...], ...]]) -> bool:
    return any(stands_at(row, at, table) for at in range(len(row)))


def _headline_signs(head: list[str]) -> int:
    if not head:
        return 0
    strong = stands_at(head, 0, _OPENERS) or _any(head, _SPEAKING) or _is_numbered(head)
    if strong:
        return 2
    return head[-1] == "?" or _any(head, _HINTING) or stands_at(head, 0, _ASKING)


def _is_numbered(head: list[str]) -> bool:
    """ "Bài 2: ...", "10 điều nên làm", "Tròn 20 năm ...", "20 năm sau ..."."""
    numbers = [at for at, word in enumerate(head) if word.isdigit()]
    for at in numbers:
        after = [*head[at + 1 : at + 3], "", ""]
        before = head[at - 1] if at else ""
        if before in _SERIES and (at == 1 or after[0] in (":", "", "-", ".", ")")):
            return True
        if at == 0 and after[0] in _LISTED:
            return True
        if after[0] == _YEARS and (before == _FULL or (at == 0 and after[1] == _LATER)):
            return True
    return False


def _is_news(row: list[str]) -> bool:
    just = any(word == _JUST and row[at + 1 : at + 2] and row[at + 1] not in _NO_JUST for at, word in enumerate(row))
    return just or _any(row, _NEWS)


def _is_interview(doc: Doc, body: int) -> bool:
    """ "- Thưa ông, ...?": questions, and somebody whom they are put to."""
    row = doc.keys[body : body + _WALK]
    return _SIR in row and row.count("?") >= _QUESTIONS


def _reporter_speaks(doc: Doc, body: int) -> bool:
    """ "Chúng tôi tìm về bản", "phóng viên có mặt tại", outside of what others are quoted with."""
    row, quoted = doc.keys, False
    for at in range(body, min(len(doc) - 1, body + _WALK)):
        word = doc.words[at]
        if doc.breaks[at]:
            quoted = False
        if word in '“”"':
            quoted = word == "“" or (word == '"' and not quoted)
        elif quoted:
            continue
        elif (row[at], row[at + 1]) == _WE or _walks(row, at):
            return True
    return False


def _walks(keys_of: list[str], at: int) -> bool:
    if not stands_at(keys_of, at, _REPORTER):
        return False
    row = keys_of[at + 1 : at + _AFTER_REPORTER]
    last = next((at for at, word in enumerate(row) if word in _CLOSES), len(row))
    return _any(row[:last], _DID)
