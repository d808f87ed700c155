"""Where the name of a document begins and ends: its type, then subject, parties, ordinal, years.

A title is read word by word from its head ("Biên bản ghi nhớ") to the right. Words of a clause ("được", "nhằm") end it;
a further document's head after a joint begins another title, while one after "về", "sửa đổi" or "gia hạn" belongs to
this one ("Nghị định thư sửa đổi Hiệp định ...").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from borderwire.extract.doc import Doc
from borderwire.extract.place_titles import keys_of
from borderwire.extract.vocabulary import Phrases
from borderwire.gazetteer.matcher import HYPHENS, Hit
from borderwire.text import key

# Papers of one side that two sides can also conclude: taken only when signed together or named with both parties.
WEAK_TYPES = frozenset(["plan", "programme-own", "regime"])
_LONGEST = 60  # tokens of a title; the longest met in print has about forty
_DASHES = HYPHENS | frozenset("–—")
_HARD = frozenset(";:.!?…\n\"“”«»[])")
# A clause begins: no title goes on with these words.
_CLAUSE = Phrases(
    part.strip()
    for part in (
        "được, đã, sẽ, đang, nhằm, để, gồm, là, do, bởi, tại, vào, dưới, từ, đến, tới, kể từ, cho, nên, mà, khi, sau, trước,"
        "cũng, đều, vừa, này, đó, đây, ấy, thì, theo, thông qua, qua, bằng, như, cùng, còn, nếu, ngay, tuy, nhưng, rằng, trên,"
        "ngày, hiện, tiếp tục, tiến hành, diễn ra, thể hiện, tạo, phát biểu, phát huy, đánh giá, đánh dấu, khẳng định,"
        "nhấn mạnh, bày tỏ, dự kiến, chứng kiến, đồng thời, nhất trí, nhất là, đặc biệt là, đặc biệt, coi là, phê duyệt,"
        "phê chuẩn, ban hành, ảnh, bế mạc, kết thúc, thay mặt, nhân dịp, nhân chuyến, xem xét, hoàn thành, hoàn thiện,"
        "trở thành, bước đầu, kéo dài, đưa vào, đưa ra, làm cơ sở, mang lại, mở ra, giúp, góp phần, đáp ứng, khẩn trương,"
        "cụ thể, cách đây, lần này, hôm nay, hôm qua, sáng nay, chiều nay, đề nghị, đề xuất, thống nhất, chủ trì, tổ chức,"
        "tham dự, trong đó, nêu rõ, nêu trên, nói trên, có hiệu lực, có giá trị, có ý nghĩa, cho thấy, cho biết, ký kết,"
        "quy định, thay thế, các bên, trưởng đoàn, chính thức, thành công, triển khai, thực hiện, lãnh đạo, đại diện,"
        "hướng tới, tặng, trao, chụp ảnh, cùng với, cùng ngày, đại biểu, quang cảnh, toàn cảnh,"
        "hết hạn, hết hiệu lực, còn hiệu lực, sang, cho phù hợp, sáng, chiều, tối, có, không, chưa, sớm, những, một số, phấn đấu, cam kết, nỗ lực, tích cực, chủ động, đẩy mạnh, tăng cường thực hiện"
    ).split(",")
    if part.strip()
)
# The same words as halves of other words, or with what a title does say.
_NO_CLAUSE = Phrases([
    "trên đất", "trên bộ", "trên biển", "trên tuyến", "trên lĩnh vực", "trên các lĩnh vực", "trên các mặt", "qua biên giới",
    "qua lại", "tại khu vực", "tại vùng", "tại các khu vực", "tại các cửa khẩu", "không giá thú", "có tổ chức", "đến năm",
    "có chung", "trao đổi hàng hóa", "trao đổi thông tin", "hiện đại", "có liên quan", "cho người", "không chính thức",
    "trên không", "trên khu vực", "đoạn từ", "trên tất cả", "tạo thuận lợi", "tạo điều kiện thuận lợi", "đại diện thương mại", "chủ động phòng",
    "không hoàn lại", "trên thực địa", "trên địa bàn", "cho năm", "về trao đổi", "hợp tác trao đổi", "phối hợp trao đổi",
    "đào tạo", "tự do", "chế tạo", "cải tạo", "tái tạo", "sáng tạo", "tôn tạo",
])  # fmt: skip
# "trong" goes on with a field, not with a time or a frame.
_FIELDS = keys_of("lĩnh hợp phòng công việc quản đấu vùng khu bảo đảm giải xây đào y giáo")
# After a comma a subject goes on with these first syllables: "phòng, chống", "giữ gìn", "an toàn", "cửa khẩu" ...
_SUBJECT = keys_of(
    "phòng chống ngăn đấu giữ bảo đảm quản kiểm trật an biên cửa xuất nhập ma mua buôn tội tuần xây bổ văn thể du giáo "
    "khoa y kinh thương đầu nông lâm năng giao hàng di kết hộ truy xử thực cất hồi tiền xã trao"
)
_DASHED = _SUBJECT | keys_of("xã kỹ dân")
_SUBJECT_OPENERS = keys_of("về trong hợp phòng phối bảo đảm quản hữu")
_SUBJECT_ENDS = keys_of("tác hợp")  # "Thỏa thuận hợp tác", "Quy chế phối hợp": the subject follows at once
_OWN_VERBS = keys_of("trao tạo")  # "Thỏa thuận trao đổi dữ liệu", "Hiệp định tạo thuận lợi ..."
_NESTING = keys_of("về sửa đổi bổ sung gia hạn thứ phán")
_CARRY_OUT = [key("thực"), key("hiện")]
_DANGLING = keys_of("và với về giữa của , trong - – — ( các hai việc năm tháng")
_VAGUE = keys_of("liên quan khác tương tự mới quan trọng cụ thể riêng chung cấp cao song phương toàn diện vừa")
_ANAPHORA = keys_of("này đó trên nói ấy")
_WORK = key("việc")
_SIGN, _DAY, _MONTH, _YEAR, _AND = key("ký"), key("ngày"), key("tháng"), key("năm"), key("và")
_BETWEEN, _IN, _WITH, _TIME, _NEW, _TWO = (key(word) for word in ("giữa", "trong", "với", "lần", "mới", "hai"))
_NOT_FOR = keys_of("phù biết rằng thấy đến nên phép")
_FOR, _ABOUT = key("cho"), key("về")
_DATE_WORDS = frozenset([_DAY, _MONTH, _YEAR])
_DATE_SIGNS = frozenset(["/", "-", ".", _YEAR, _MONTH])
_SIDES = keys_of("bên nước")


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens `[start, end)` name a document of a type. head_end: end of the words that say the type; between: token of
    its "giữa" or None; anaphoric: "Hiệp định này"; nested: further heads inside; vague: "thỏa thuận tương tự"."""

    start: int
    head_end: int
    end: int
    type: str
    between: int | None
    anaphoric: bool
    nested: tuple[int, ...] = ()

    vague: bool = False

    @property
    def bare(self) -> bool:
        """Nothing that tells one document from another follows the type."""
        return self.end == self.head_end or self.vague


def read_titles(doc: Doc) -> list[Title]:
    """The titles of all documents of agreement, in order; heads inside a title give no title of their own."""
    documents = doc.gazetteer.documents
    heads = {hit.start: hit for hit in doc.hits_of("document")}
    titles: list[Title] = []
    last = 0
    for start, hit in heads.items():
        entry = hit.of("document")
        if start < last or entry is None:
            continue
        if not documents[entry.id].agreement and entry.id not in WEAK_TYPES:
            continue
        if entry.capital and doc.shapes[start] == "l":
            continue
        titles.append(_read(doc, hit, entry.id, heads))
        last = titles[-1].end
    return titles


def _read(doc: Doc, hit: Hit, kind: str, heads: Mapping[int, Hit]) -> Title:
    reader = _Reader(doc, hit, heads)
    reader.run()
    after = hit.end
    anaphoric = (
        reader.end == after and after < len(doc) and not doc.breaks[after] and doc.keys[after] in _ANAPHORA
    )
    vague = reader.end > reader.head_end and all(
        word in _VAGUE for word in doc.keys[reader.head_end : reader.end]
    )
    return Title(
        hit.start, reader.head_end, reader.end, kind, reader.between, anaphoric, tuple(reader.nested), vague
    )


class _Reader:
    """Moves `at` to the right; `end` follows when a word surely belongs to the title."""

    def __init__(self, doc: Doc, hit: Hit, heads: Mapping[int, Hit]) -> None:
        self.doc = doc
        self.keys = doc.keys
        self.heads = heads
        self.at = self.end = self.head_end = hit.end
        self.limit = min(len(doc), hit.end + _LONGEST)
        self.sentence = doc.sentence[hit.start]
        self.between: int | None = None
        self.subject = self.keys[hit.end - 1] in _SUBJECT_ENDS
        self.nested: list[int] = []
        self.ends = {hit.end}
        self.capital = doc.shapes[hit.start] != "l"

    def run(self) -> None:
        while self._inside(self.at) and self._step():
            pass
        while self.end > self.head_end and self.keys[self.end - 1] in _DANGLING:
            self.end -= 1

    def _inside(self, at: int) -> bool:
        return at < self.limit and not self.doc.breaks[at] and self.doc.sentence[at] == self.sentence

    def _step(self) -> bool:
        """Take one word or phrase; False when the title has ended."""
        word = self.keys[self.at]
        if self.at in self.heads:
            return self._head(self.heads[self.at])
        if word in _HARD:
            return False
        if word == "(":
            return self._bracket()
        if word == ",":
            return self._comma()
        if word in _DASHES:
            return self._dash()
        if word == _AND:
            return self._and()
        if word in (_SIGN, _DAY):
            return self._dated()
        if self.at in self.ends and self.at + 2 in self.heads and self.keys[self.at : self.at + 2] == _CARRY_OUT:
            self.at += 2  # "Nghị định thư thực hiện Hiệp định ..."
            return self._nest(self.heads[self.at])
        if self._clause(self.at) or self._ends_here(word):
            return False
        if word == _BETWEEN:
            self.between = self.at
            self.subject = False
        elif word in _SUBJECT_OPENERS:
            self.subject = True
        elif word == _YEAR and self._shape(1) == "d":
            self.subject = False
        return self._take(1)

    def _take(self, count: int) -> bool:
        self.at += count
        self.end = self.at
        return True

    def _next(self, offset: int = 1) -> str:
        return self.keys[self.at + offset] if self._inside(self.at + offset) else ""

    def _shape(self, offset: int) -> str:
        return self.doc.shapes[self.at + offset] if self._inside(self.at + offset) else ""

    def _clause(self, at: int) -> bool:
        """A clause begins here. After "việc" its verb is the title's; "trên đất liền" and the like are no clauses."""
        keys = self.keys
        if _CLAUSE.match(keys, at) == at or keys[at - 1] in (_WORK, _ABOUT):
            return False
        if keys[at] == _FOR and (self.subject or self.capital) and self._next() not in _NOT_FOR:
            return False
        if at in self.ends and keys[at] in _OWN_VERBS and self.capital:
            self.subject = True
            return False
        return _NO_CLAUSE.match(keys, at) == at and _NO_CLAUSE.match(keys, at - 1) <= at

    def _ends_here(self, word: str) -> bool:
        if word == _IN:
            return self._next() not in _FIELDS
        if word == _WITH:
            return self.between is None
        if word == _TIME:
            return self._next() != key("thứ")
        if word == _NEW:
            return self._next() in (key("đây"), key("được"))
        if word == _TWO and self.between is None and self.keys[self.at - 1] not in (key("của"), key("giữa")):
            return self._next() in _SIDES
        hit = self.doc.hit_at.get(self.at)
        if hit is None or self.doc.shapes[self.at] == "l":
            return False
        return hit.of("rank") is not None or (hit.of("office") is not None and hit.of("body") is None)

    def _head(self, hit: Hit) -> bool:
        entry = hit.of("document")
        if entry is not None and not self.doc.gazetteer.documents[entry.id].agreement and self.at > self.head_end:
            return self._take(hit.end - self.at)  # a project, a plan of its own: part of the subject
        if self.at == self.head_end:
            self.head_end = hit.end  # "Biên bản Thỏa thuận"
        elif self.keys[self.at - 1] not in _NESTING and not (self.keys[self.at - 1] == _WORK and self.subject):
            return False
        return self._nest(hit)

    def _nest(self, hit: Hit) -> bool:
        self.nested.append(hit.start)
        self.ends.add(hit.end)
        return self._take(hit.end - self.at)

    def _bracket(self) -> bool:
        """Step over a short bracket; years in it belong to the title, else it counts only when the title goes on."""
        plain = True
        for at in range(self.at + 1, self.at + 10):
            if not self._inside(at):
                return False
            if self.keys[at] == ")":
                self.at = at + 1
                if plain:
                    self.end = self.at
                return self._inside(self.at)
            plain = plain and (self.doc.shapes[at] == "d" or self.keys[at] in _DASHES)
        return False

    def _comma(self) -> bool:
        after = self.at + 1
        if self._next() == _SIGN and self._next(2) in _DATE_WORDS:
            self.at = after
            return True
        if not self.subject or after in self.heads or self._next() not in _SUBJECT or self._clause(after):
            return False
        self.at = after
        return True

    def _dash(self) -> bool:
        after = self._shape(1)
        if after in ("", "p"):
            return False
        if after == "l" and not self.doc.glued(self.at + 1) and self._next() not in _DASHED:
            return False
        self.at += 1
        return True

    def _and(self) -> bool:
        after = self.at + 1
        if after in self.heads or self._shape(1) in ("", "p", "d") or self._clause(after) or self._ends_at(after):
            return False
        loose = self.between is None and not self.subject and self.end > self.head_end and self._shape(1) == "l"
        if loose and self.keys[after] not in _SUBJECT | _FIELDS:
            return False
        self.at = after
        return True

    def _ends_at(self, at: int) -> bool:
        hit = self.doc.hit_at.get(at)
        return hit is not None and hit.of("rank") is not None

    def _dated(self) -> bool:
        """"Bản ghi nhớ ký ngày 9/8/2021", "Hiệp ước bổ sung ngày 24/1/1986": a full date is the document's."""
        at = self.at + 1
        if self.keys[self.at] == _SIGN:
            if self._next() not in _DATE_WORDS and self._shape(1) != "d":
                return False
            at += self._next() in _DATE_WORDS
        first = at
        while self._inside(at) and (self.doc.shapes[at] == "d" or self.keys[at] in _DATE_SIGNS):
            at += 1
        while at > first and self.doc.shapes[at - 1] != "d":
            at -= 1
        if at > first and (len(self.keys[at - 1]) == 4 or self.keys[self.at] == _SIGN):
            self.end = self.at = at
            return self._next(0) in (_BETWEEN, _IN, _ABOUT)
        return False
