"""What numbers count in these texts: nouns, and the words of the sentence that must stand by for them to mean it.

"119 công dân" are returned persons where "trao trả" stands by, and nothing that we list elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.extract.doc import Doc
from borderwire.extract.words import Phrase, keys, phrases


@dataclass(frozen=True, slots=True)
class Count:
    """what: id of the figure; unit: as given out; needs: one of these phrases in the sentence (none: always);
    bars: none of these; tail: how many tokens after the noun may tell its kind; after: words that make it another
    noun; near: the phrase needed governs the number, see `governs`; own: so many of the noun's last tokens tell the
    kind too ("viên đạn"); open: of any kind that the words after it tell."""

    what: str
    unit: str | None = None
    needs: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    tail: int = 0
    after: tuple[Phrase, ...] = ()
    near: bool = False
    own: int = 0
    open: bool = False


def _rows(block: str) -> tuple[str, ...]:
    return tuple(f" {' '.join(phrase)} " for phrase in phrases(block))


_RETURN = _rows(
    "trao trả, tiếp nhận, hồi hương, trục xuất, bàn giao đối tượng, bàn giao công dân, giao nhận, trả về, "
    "về nước, về đến"
)
_TRAIN = _rows("tập huấn, bồi dưỡng, đào tạo, huấn luyện, lớp tiếng, lớp học, lớp dạy, mở lớp, học tiếng, đang học")
_CROSS = _rows("xuất nhập cảnh, xuất cảnh, nhập cảnh, qua lại, qua cửa khẩu, lưu thông, xuất, làm thủ tục")
_PATROL = _rows("tuần tra")
_NO_CASES = phrases("tai, cháy, mùa, lúa, đông, xuân, nổ, sạt, đuối, phó, trưởng")  # "vụ | tai nạn", "vụ | lúa"
_BREAK = _rows(
    "triệt phá, triệt xóa, bóc gỡ, đánh sập, phá, khám phá, bắt giữ, bắt, xóa, xóa sổ, đấu tranh, phát hiện, làm rõ"
)
_HANDLE = _rows("phát hiện, xử lý, bắt giữ, ngăn chặn, từ chối nhập cảnh, từ chối")
_ARREST = _rows("bắt giữ, bắt, bị bắt, tạm giữ, khởi tố, truy bắt")
_NO_ARREST = _rows("bắt tay, bắt nguồn, bắt đầu, bắt buộc, bắt cóc, con tin")
_NO_LINE = phrases("nóng, điện, tải, dẫn, bay, sắt")
_FREED = _rows("giải cứu, giải thoát, bị lừa bán, bị mua bán, bị bán, bị lừa, lừa bán")
_SOLD = (*_FREED, *_rows("mua bán người, buôn bán người, mua bán, bị đưa sang, buôn người"))
_TELL = _rows("trao đổi, cung cấp, gửi, chuyển, thông báo, tiếp nhận, báo, nhận, thông tin, xử lý")
_MEET = _rows("giao ban, hội đàm, gặp gỡ")
_INFORM = _rows("trao đổi thông tin, trao đổi tình hình, cung cấp thông tin, thông báo tình hình, thông tin tình hình")
_NO_NEWS = phrases("nhắn, tức, tưởng, học")
_TREAT = _rows("khám bệnh, khám chữa bệnh, chữa bệnh, phát thuốc, cấp thuốc, cấp phát thuốc, khám và cấp, khám và phát")
_SEIZES_MONEY = _rows("thu giữ, thu thêm, tạm giữ, tịch thu, tang vật, vật chứng")
_EARNS = _rows(
    "phạt, nộp, trao, tặng, thưởng, trả, tiền công, trị giá, giá trị, thu lợi, chiếm đoạt, hưởng lợi, bán, mua"
)
# Where these stand, drugs are spoken of at large: in laws, in the yields of fields.
LAWFUL = _rows("giá, trở lên, trở xuống, sản xuất, sản lượng, trồng, tiêu thụ, quy định, mỗi năm")
_TAKE = _rows("thu giữ, thu, thu thêm, tạm giữ, tịch thu, tang vật, vật chứng")
_BORDER = _rows("biên giới")
_MARKED = (*_BORDER, *_rows("phát quang, tôn tạo, cắm mốc, tô son, sơn sửa"))
_OUTREACH = _rows("tuyên truyền")
_BORDER_LINE = _rows(
    "đường biên giới, tuyến biên giới, biên giới dài, biên giới chung, chung biên giới, biên giới đất liền, "
    "đoạn biên giới, đường biên, tuyến biên, biên giới giáp, biên giới tiếp giáp, "
    "biên giới quốc gia, biên giới trên bộ, km biên giới"
)
_AWAY = _rows(
    "quãng đường, cách biên giới, cách đường biên giới, cách cửa khẩu, cách khoảng, cách trung tâm, cách cột mốc"
)
_NO_RETURN = _rows("bệnh viện, nhập viện, cấp cứu, hộ chiếu, hồ sơ")  # "tiếp nhận 6 nạn nhân"
_PASSPORTS = _rows("phòng quản lý xuất nhập cảnh, hộ chiếu")
_NO_MEN = phrases("tuổi, lửa, miền, gọi, thật, riêng, trường, đường, nước, sách, người")
_STUDY = _rows("hỗ trợ, đỡ đầu, nhận nuôi, nâng bước, học bổng, giúp đỡ, con nuôi, nhận đỡ đầu")
_NO_DELEGATION = phrases("kết, viên, thể, trưởng, phó, đàm, tàu, xe")
_TWIN = _rows("kết nghĩa")
_SEIZE = _rows(
    "thu giữ, thu, tang vật, bắt giữ, bắt, vận chuyển, tàng trữ, cất giấu, phát hiện, tịch thu, chứa, mang theo, chở"
)
# Without one of these, goods that are traded as well are carried lawfully for all that is told.
_SEIZED = _rows("thu giữ, tang vật, bắt giữ, bắt, tịch thu, phát hiện, buôn lậu, trái phép, nhập lậu, hàng lậu")
_GOODS = _rows("trao, tặng, hỗ trợ, ủng hộ, trao tặng, viện trợ")
_GOODS_TOO = (*_GOODS, *_rows("giúp, nhận từ"))  # whoever helps with houses mostly builds them
_WORTH = _rows("trị giá, giá trị, tổng trị giá")


# Things of any kind that are given: "10 thùng | hạt giống rau".
_GIFT = Count("goods", None, _GOODS, bars=_WORTH, tail=5, open=True)


def _taken(own: int) -> Count:
    """Things that everybody has, and that count where they are taken from somebody."""
    return Count("seizure", None, _TAKE, tail=own, near=True, own=own)


_NOUNS: dict[str, tuple[Count, ...]] = {
    "vụ án, vụ việc, vụ, chuyên án": (Count("cases", tail=8, after=_NO_CASES),),
    "đường dây, ổ nhóm, băng nhóm, tụ điểm": (Count("cases", None, _BREAK, tail=8, after=_NO_LINE, near=True),),
    "nghi phạm, nghi can, bị can, đối tượng": (
        Count("returned-persons", None, _RETURN, _NO_RETURN, near=True),
        Count("suspects"),
    ),
    "tên": (Count("suspects", after=_NO_MEN),),
    "kẻ, đồng phạm, bị cáo, hung thủ": (Count("suspects"),),
    "đối tượng truy nã, đối tượng bị truy nã, đối tượng trốn truy nã, đối tượng trốn lệnh truy nã, "
    "đối tượng có lệnh truy nã, đối tượng đang bị truy nã": (Count("wanted-persons"),),
    "nạn nhân": (
        Count("returned-persons", None, _RETURN, _NO_RETURN, tail=3, near=True),
        Count("victims", None, _SOLD),
    ),
    "trường hợp": (
        Count("returned-persons", None, _RETURN, _NO_RETURN, tail=3, near=True),
        Count("cases", None, _HANDLE, tail=8, near=True),
    ),
    "công dân, người, lao động, phụ nữ, trẻ em, phụ nữ và trẻ em, thanh niên, thiếu nữ, cô gái, cháu bé, "
    "công dân Việt Nam, người Việt Nam": (
        Count("returned-persons", None, _RETURN, _NO_RETURN, tail=3, near=True),
        Count("victims", None, _FREED, near=True),
        Count("people-treated", None, _TREAT, near=True),
        Count("suspects", None, _ARREST, _NO_ARREST, near=True),
    ),
    "người dân, người cao tuổi, lượt người dân, bà con, đồng bào, bệnh nhân": (
        Count("people-treated", None, _TREAT, near=True),
    ),
    "lượt": (Count("returns", None, _RETURN, near=True), Count("patrols", None, _PATROL, near=True)),
    "lượt người, lượt khách, lượt hành khách, lượt công dân, lượt người và phương tiện": (
        Count("returned-persons", None, _RETURN, _NO_RETURN, near=True),
        Count("participants", None, _PATROL, near=True),
        Count("people-treated", None, _TREAT, near=True),
        Count("crossings", None, _CROSS, _PASSPORTS),
    ),
    "lượt phương tiện, lượt xe, lượt ô tô": (Count("vehicle-crossings", None, _CROSS),),
    "phương tiện": (Count("vehicle-crossings", None, _CROSS, near=True),),
    "đoàn công tác, đoàn, đoàn đại biểu, lượt đoàn, đoàn khách": (Count("delegations", after=_NO_DELEGATION),),
    "cán bộ, cán bộ chiến sĩ, chiến sĩ, sĩ quan, học viên, cán bộ chiến sỹ, chiến sỹ, lượt cán bộ": (
        Count("people-trained", None, _TRAIN),
        Count("participants", None, _PATROL),
    ),
    "công chức, viên chức, công chức viên chức, cảnh sát, cảnh sát giao thông, bộ đội, lưu học sinh, sinh viên, "
    "giáo viên, giảng viên": (Count("people-trained", None, _TRAIN, near=True),),
    "nguồn tin, lượt tin, tin, tin báo, thông tin, lượt thông tin, văn bản, tài liệu, công văn, cuộc gọi, thư": (
        Count("messages", None, _TELL, after=_NO_NEWS, near=True),
    ),
    "học sinh, em học sinh, em, cháu, học sinh Lào, suất học bổng": (Count("students-supported", None, _STUDY),),
    "hài cốt, bộ hài cốt, hài cốt liệt sĩ, hài cốt liệt sỹ": (Count("remains"),),
    "km, ki lô mét, cây số": (Count("border-length", "km", _BORDER_LINE, _AWAY),),
    "cột mốc, mốc, mốc quốc giới, cột mốc quốc giới, vị trí mốc, mốc giới": (Count("border-markers", None, _MARKED),),
    "buổi": (
        Count("patrols", None, _PATROL, near=True),
        Count("outreach-sessions", None, _OUTREACH, near=True),
    ),
    "buổi tuyên truyền": (Count("outreach-sessions"),),
    "lần, cuộc": (
        Count("patrols", None, _PATROL, near=True),
        Count("meetings", None, _MEET, near=True),
        Count("messages", None, _INFORM, near=True),
    ),
    "đợt": (Count("patrols", None, _PATROL, near=True), Count("returns", None, _RETURN, near=True)),
    "cuộc hội đàm, buổi hội đàm, cuộc giao ban, buổi giao ban, lần giao ban, cuộc họp, cuộc gặp, lần hội đàm, "
    "lần gặp gỡ, buổi gặp gỡ, buổi trao đổi, cuộc trao đổi, buổi làm việc": (Count("meetings"),),
    "cặp bản, cặp cụm dân cư, cụm dân cư, cặp đồn, cặp thôn bản": (Count("twinned-pairs", None, _TWIN),),
    "viên, bánh, gói, túi, tép, cây, lọ, ống": (Count("seizure", "=", _SEIZE, tail=5), _GIFT),
    "kg, kilôgam, ki lô gam, tấn, tạ, lít": (Count("seizure", "=", _SEIZE, tail=5), _GIFT),
    "g, gam, gram, m3, mét khối, khối": (Count("seizure", "=", _SEIZE, tail=5),),
    "khẩu, quả": (Count("seizure", "=", _SEIZE, tail=3),),
    "viên đạn": (Count("seizure", "=", _SEIZE, tail=3, own=1),),  # no pills
    "bao, tút, chai, hộp, thùng": (Count("seizure", "=", _SEIZE, tail=5), _GIFT),
    "con, cá thể": (Count("seizure", "head", _SEIZE, tail=4), _GIFT),
    "xe máy, mô tô, ô tô, điện thoại": (_taken(2), Count("goods", None, _GOODS_TOO, bars=_WORTH)),
    "xe mô tô, xe ô tô, xe gắn máy, xe bán tải, chiếc xe máy, chiếc ô tô, chiếc điện thoại": (
        _taken(3),
        Count("goods", None, _GOODS_TOO, bars=_WORTH),
    ),
    "súng, ĐTDĐ": (Count("seizure", None, _TAKE, tail=3, near=True, own=1),),
    "con dao, thẻ": (Count("seizure", None, _TAKE, tail=4, near=True, open=True),),
    "bộ, chiếc, cái, tấm": (Count("seizure", None, _TAKE, tail=4, near=True, open=True), _GIFT),
    "cuốn, quyển, hệ thống, bức, đôi, máy, lô, chuyến xe, ngôi nhà, can, đầu sách": (_GIFT,),
    "điện thoại di động, chiếc xe mô tô, chiếc xe ô tô": (_taken(4), Count("goods", None, _GOODS_TOO, bars=_WORTH)),
    "đồng, VNĐ, VND, đồng Việt Nam, nghìn đồng": (Count("money", "VND"),),
    "USD, đô la, đô la Mỹ, đôla": (Count("money", "USD"),),
    "kíp, kíp Lào, LAK": (Count("money", "LAK"),),
    "bạt, baht, bath": (Count("money", "THB"),),
    "nhân dân tệ, NDT, CNY": (Count("money", "CNY"),),
    "suất quà, phần quà, xuất quà, máy tính, bộ máy tính, con bò, bò giống, khẩu trang, "
    "tấn gạo, kg gạo, bộ quần áo, máy thở, bộ kit, bộ máy vi tính, máy vi tính, dàn máy vi tính, "
    "máy tính xách tay, máy tính bảng, laptop, máy in, máy photocopy, máy phô tô, máy fax, máy chiếu, máy phát điện, "
    "bộ máy phát điện, máy ảnh, máy quay phim, máy lọc nước, máy nổ, máy bơm, máy xúc, máy đo thân nhiệt, bộ đàm, "
    "máy bộ đàm, ti vi, tivi, tủ lạnh, tủ thuốc, tủ sách, điều hòa, xe đạp, xe cứu thương, "
    "xe chữa cháy, xuồng, bộ bàn ghế, bộ bàn, bộ quân phục, bộ đồng phục, bộ trang phục, bộ đồ bảo hộ, áo ấm, áo rét, "
    "chăn ấm, chăn bông, bộ chăn màn, thùng mì, thùng mì tôm, thùng mì ăn liền, thùng sữa, thùng nước, "
    "thùng khẩu trang, hộp khẩu trang, lá cờ, bóng đèn, tấm pin, bồn nước, bể nước, tấn xi măng, tấn lương thực, "
    "tấn thóc, tấn hàng, tạ gạo, kg muối, kg thóc, túi quà, bộ dụng cụ, bộ thiết bị, cặp sách, chai nước sát khuẩn, "
    "lít cồn, con trâu, con lợn giống, con dê": (Count("goods", None, _GOODS_TOO, bars=_WORTH),),
    "suất, phần": (_GIFT,),
    "nhà, căn nhà, trụ sở": (Count("goods", None, _GOODS, bars=_WORTH),),
}

# Units as given out, where they are not the noun as written.
UNITS = {
    "kilôgam": "kg", "ki lô gam": "kg", "gam": "g", "gram": "g", "mét khối": "m3",
    "viên": "pill", "bánh": "brick", "khối": "m3", "tấn": "t", "tạ": "q", "lít": "l",
}  # fmt: skip


def _build() -> dict[str, tuple[tuple[Phrase, tuple[Count, ...]], ...]]:
    table: dict[str, list[tuple[Phrase, tuple[Count, ...]]]] = {}
    for block, counts in _NOUNS.items():
        for phrase in phrases(block):
            table.setdefault(phrase[0], []).append((phrase, counts))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


_TABLE = _build()
# What may be given or seized singly: "một | chiếc xe máy".
SINGLE = keys("súng bộ chiếc cái tấm con cuốn quyển bức máy xe khẩu hệ căn ngôi lô bao thùng gói bánh")
NOUN_FIRST = frozenset(_TABLE)  # the first syllables of all counted nouns


def noun_after(doc: Doc, at: int) -> tuple[int, tuple[Count, ...]] | None:
    """The counted noun that begins at token `at`: the token after it, and what it may mean."""
    if at >= len(doc.keys) or doc.breaks[at]:
        return None
    row = doc.keys
    for phrase, counts in _TABLE.get(row[at], ()):
        end = at + len(phrase)
        if len(phrase) == 1 or tuple(row[at:end]) == phrase:
            return end, counts
    return None


def is_other_noun(doc: Doc, end: int, count: Count) -> bool:
    """ "năm đoàn kết": the noun goes on and is another one."""
    return bool(count.after) and end < len(doc) and (doc.keys[end],) in count.after


_GOVERNED = 8  # tokens behind the number: "23 công dân do phía Lào | trao trả"
_GOVERNS = 30  # tokens before it
_GOES_ON = keys("với gồm dài trong có và hơn gần khoảng trên cho")


def governs(doc: Doc, start: int, end: int, first: int, last: int, phrases: tuple[str, ...]) -> bool:
    """One of the phrases stands before the number `[first, last)` of the clause `[start, end)`, or right behind it.

    Behind a comma another verb may govern: "tuần tra 20 lần, giao ban 44 lần"; a number goes on: "trao trả 7 đợt, 132
    công dân"."""
    row, shapes = doc.keys, doc.shapes
    begin = max(start, first - _GOVERNS)
    for at in range(first - 1, begin - 1, -1):
        if row[at] in ",;" and at + 1 < first and shapes[at + 1] != "d" and row[at + 1] not in _GOES_ON:
            begin = at + 1
            break
    if holds(f" {' '.join(row[begin:first])} ", phrases):
        return True
    behind = row[last : min(end, last + _GOVERNED)]
    if "," in behind:
        behind = behind[: behind.index(",")]
    return holds(f" {' '.join(behind)} ", phrases)


def is_taken(doc: Doc, start: int, first: int) -> bool:
    """ "thu thêm 1 khẩu súng, 48 triệu đồng": money that is seized, and neither given nor earned."""
    before = f" {' '.join(doc.keys[max(start, first - _GOVERNS) : first])} "
    return holds(before, _SEIZES_MONEY) and not holds(before, _EARNS)


def holds(row: str, phrases: tuple[str, ...]) -> bool:
    """One of the phrases stands in the row, both as match keys between spaces."""
    return True in map(row.__contains__, phrases)


def is_seized(row: str) -> bool:
    """Goods that are traded as well are told to be seized in the row, match keys between spaces."""
    return holds(row, _SEIZED)
