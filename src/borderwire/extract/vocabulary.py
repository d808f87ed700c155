"""Words that decide where a name, an office or a body begins and ends. Listed by what they do, as match keys."""

from __future__ import annotations

from collections.abc import Iterable

from borderwire.gazetteer.matcher import syllables
from borderwire.text import key


class Phrases:
    """A small set of phrases, asked at one token at a time."""

    def __init__(self, phrases: Iterable[str]) -> None:
        heads: dict[str, list[list[str]]] = {}
        tails: dict[str, list[list[str]]] = {}
        for phrase in phrases:
            parts = syllables(phrase)
            heads.setdefault(parts[0], []).append(parts)
            tails.setdefault(parts[-1], []).append(parts)
        self._heads = {key: sorted(rows, key=len, reverse=True) for key, rows in heads.items()}
        self._tails = {key: sorted(rows, key=len, reverse=True) for key, rows in tails.items()}

    def match(self, keys: list[str], at: int) -> int:
        """End of the longest phrase that begins at token `at`; `at` itself when none does."""
        if at < len(keys):
            for parts in self._heads.get(keys[at], ()):
                end = at + len(parts)
                if keys[at:end] == parts:
                    return end
        return at

    def ends(self, keys: list[str], end: int) -> int:
        """Start of the longest phrase that ends right before token `end`; `end` itself when none does."""
        if end > 0:
            for parts in self._tails.get(keys[end - 1], ()):
                start = end - len(parts)
                if start >= 0 and keys[start:end] == parts:
                    return start
        return end


def _lines(block: str) -> list[str]:
    return [phrase.strip() for phrase in block.replace("\n", ",").split(",") if phrase.strip()]


def _keys(block: str) -> frozenset[str]:
    return frozenset(key(word) for word in block.split())


# What the name of a department, a ministry or a unit is made of: its field of work.
FIELDS = Phrases(
    _lines(
        """
    an ninh, an ninh mạng, an ninh đối ngoại, an ninh nội địa, an ninh kinh tế, an ninh điều tra, an ninh nhân dân
    an ninh chính trị nội bộ, an ninh quốc gia, an toàn giao thông, an toàn thực phẩm, báo chí, bảo hiểm, bảo vệ
    bảo vệ chính trị, bảo vệ biên giới, bảo vệ môi trường, bảo trợ, biên giới, biên giới quốc gia, biên phòng, bộ binh
    buôn lậu, buôn bán người, bưu điện, cán bộ, cảnh sát, cảnh sát biển, cảnh sát cơ động, cảnh sát nhân dân, cảnh vệ
    chấp pháp, chế độ, chiến lược, chiến đấu, chính phủ, chính quyền, chính sách, chính trị, chính trị viên
    chống, chủ nghĩa, chữa cháy, chữa bệnh, chăn nuôi, chuyên gia, cơ động, cơ sở, cơ yếu, công an, công an nhân dân
    công chính, công đoàn, công nghệ, công nghệ cao, công nghệ thông tin, công nghiệp, công tác, công tác chính trị
    công tác đảng, công thương, công vụ, cứu hộ, cứu nạn, cựu chiến binh, cửa khẩu, dạy nghề, dân chủ, dân cư, dân quân
    dân sự, dân tộc, dân vận, di cư, di dân, dự trữ, du lịch, đảng, đảng ủy, đào tạo, đầu tư, đất đai, đăng ký
    đặc nhiệm, đặc biệt, điều tra, điều tra hình sự, điều tra tội phạm, đối ngoại, đô thị, đồn biên phòng
    đội ngũ, động viên, động vật, đoàn thể, đường bộ, đường thủy, đường sắt, giám định, giám sát, giáo dục, giáo vụ
    giao thông, giao thông công chính, giao thông vận tải, giới thiệu, gia đình, gỗ, hải quan, hàng hải, hàng không
    hành chính, hậu cần, hình sự, hóa chất, hoạt động, hộ tịch, hỗ trợ, hợp tác, hợp tác quốc tế, hồ sơ, huấn luyện
    hướng nghiệp, kế hoạch, kế hoạch đầu tư, kế toán, khai thác, khen thưởng, khoa học, khoa học kỹ thuật, khoáng sản
    khu kinh tế, khu vực, kiểm dịch, kiểm lâm, kiểm lâm cơ động, kiểm ngư, kiểm sát, kiểm soát, kiểm soát biên phòng
    kiểm soát ma túy, kiểm tra, kiểm toán, kinh doanh, kinh tế, kỹ thuật, kỹ thuật hình sự, kỹ thuật nghiệp vụ
    lao động, lâm nghiệp, lễ tân, lịch sử, liên chính phủ, lục quân, lực lượng, luật pháp, lưu trữ, ma túy, mạng, mỏ
    mật mã, miền núi, môi trường, mua bán người, mặt trận, mật vụ, mặt đất, nghiên cứu, nghiệp vụ, ngoại giao, ngoại tuyến
    ngoại vụ, ngân hàng, ngân sách, ngư nghiệp, người cao tuổi, người có công, nhà nước, nhân dân, nhân lực, nhân quyền
    nhập cảnh, năng lượng, nội chính, nội vụ, nông dân, nông lâm nghiệp, nông nghiệp, nông thôn, pháo binh, pháp chế
    pháp luật, pháp y, phát ngôn, phát thanh, phát triển, phát triển nông thôn, phía nam, phía bắc, phong trào, phòng
    phòng cháy, phòng chống, phòng không, phòng ngừa, phòng thủ, phóng xạ, phúc lợi, phúc lợi xã hội, phụ nữ
    quan hệ, quan hệ quốc tế, quản giáo, quản lý, quản lý hành chính, quản lý xuất nhập cảnh, quân bưu, quân chính
    quân khí, quân huấn, quân lực, quân nhu, quân pháp, quân sự, quân y, quân đội, quân đội nhân dân, quảng bá
    quy hoạch, quy tập, quy tập mộ liệt sĩ, quyết sách, quốc gia, quốc hội, quốc phòng, quốc tế, sản xuất, sáng kiến
    sinh viên, sở hữu trí tuệ, sức khỏe, tài chính, tài nguyên, tài nguyên môi trường, tài vụ, tạm giam, tạm giữ, tác chiến
    tác chiến điện tử, tham mưu, tham nhũng, thanh niên, thanh niên xung phong, thanh tra, thể chế, thể dục, thể thao
    thi đua, thi hành án, thi hành án hình sự, thị trường, thiếu niên, thông tấn, thông tin, thông tin đối ngoại
    thống kê, thú y, thủ công, thủy lợi, thủy sản, thuế, thư ký, thương binh, thương mại, thường trực, tiếp công dân
    tiếp dân, tiểu học, tình báo, tin học, tìm kiếm cứu nạn, tôn giáo, tổ chức, tổ chức cán bộ, tổ chức xây dựng đảng
    tổng hợp, tội phạm, tội phạm ma túy, tội phạm hình sự, tội phạm công nghệ cao, trại giam, trật tự, trật tự xã hội
    trật tự an toàn giao thông, trinh sát, trị an, trung ương, trung đoàn, truyền hình, truyền thanh, truyền thông
    truy nã, truy nã tội phạm, tuần tra, tuyên giáo, tuyên huấn, tuyên truyền, tư pháp, tư tưởng, tư vấn, tự vệ
    tham mưu tổng hợp, ứng cứu, ứng dụng, vận động quần chúng, vận tải, văn hóa, văn phòng, văn thư, văn xã, vệ binh
    vệ sinh, việc làm, việt nam học, viễn thông, vũ khí, vũ trang, vũ trang nhân dân, xã hội, xây dựng, xây dựng lực lượng
    xây dựng đảng, xử lý, xử phạt, xuất bản, xuất cảnh, xuất nhập cảnh, xuất nhập khẩu, xăng dầu, y học, y tế, y tế công cộng
    liên hợp, liên ngành, liên quân, hợp tác xã, hữu nghị, nhi đồng, chất độc da cam, chữ thập đỏ, khuyến học, nhà báo, nhà văn
    luật gia, tù chính trị, thanh tra giao thông, trật tự đô thị, dân phòng, kinh tế đối ngoại, kinh tế quốc phòng
    tổng lãnh sự, lãnh sự, ban giám đốc, văn thể, thông tin chỉ huy, chỉ huy, phản gián, phản ứng nhanh, xung kích
    pháp luật hành chính, hợp nhất, tiền chất, chất ma túy, thuế, kho bạc, bảo hiểm xã hội, dự báo khí tượng thủy văn, pccc, hàng giả, hàng cấm, gian lận thương mại, vi phạm pháp luật
    xâm phạm sở hữu, công tác đặc biệt, quản lý thị trường, phổ biến, lào việt, việt lào
    tương trợ tư pháp, giáo dưỡng, cưỡng chế, dẫn giải, áp giải, cai nghiện, hỗ trợ tư pháp, quản lý biên giới
    xử lý vi phạm, hành vi, sân bay, cảng, cảng hàng không, bay, tàu, xe tăng, thiết giáp, công binh, hóa học, đặc công
    trung cấp cảnh sát, trung cấp an ninh, bồi dưỡng nghiệp vụ, quân sự quân khu, sử dụng, người nước ngoài, ngoại kiều, giam giữ, trang bị, kho vận, doanh trại, phong trào toàn dân, bảo vệ an ninh tổ quốc
    toàn dân, cắm mốc, giảng huấn, động vật nghiệp vụ, cảnh khuyển, cách mạng, cộng sản, thành tích cao, thể dục thể thao, pháo, binh chủng, quân chủng, hải quân, không quân, phòng cháy chữa cháy, bảo đảm, hạ tầng, tái định cư
        """
    )
)
# Words that join two fields: "Phòng Phòng, chống ma túy và tội phạm".
FIELD_JOINERS = _keys("và , & - – về vì")

# Fields that are verbs as well: after a complete name and before no other field they begin the predicate
# ("Phòng Cảnh sát hình sự điều tra vụ án").
VERBS = _keys(
    """
    điều kiểm bảo xử phát tuần quản hợp hỗ phòng khai phổ đăng tiếp giám nghiên hướng tìm xây cứu thống tuyên đào cưỡng
    truy bắt tổ vận giới
    """
)

# Nouns that head the name of a unit, with its level; their field or number must follow.
UNIT_HEADS = {
    key(head): level
    for head, level in {
        "phòng": "division", "cục": "department", "vụ": "department", "sở": "province", "ty": "province", "ban": "commission",
        "đội": "team", "tổ": "team", "đồn": "post", "trạm": "post", "viện": "institute", "hội": "association", "bộ": "ministry",
        "hạt": "post", "trại": "post", "phân": "department", "trường": "school", "tiểu": "unit", "trung": "unit",
    }.items()
}  # fmt: skip
UNIT_PAIRS = {
    (key(first), key(second)): level
    for first, second, level in (
        ("tổng", "cục", "department"), ("chi", "cục", "department"), ("văn", "phòng", "office"), ("ủy", "ban", "commission"),
        ("cơ", "quan", "department"), ("trung", "tâm", "centre"), ("trại", "giam", "post"), ("tiểu", "ban", "commission"),
        ("phân", "ban", "commission"), ("trung", "đội", "unit"), ("liên", "hiệp", "association"), ("tổng", "công", "company"),
    )
}  # fmt: skip

# Nouns of what is no body of state or party: a director or a chairman of these is no official.
PRIVATE = Phrases(
    _lines(
        """
    công ty, tập đoàn, doanh nghiệp, tổng công ty, ngân hàng, nhà máy, xí nghiệp, hợp tác xã, câu lạc bộ, clb, đội bóng
    đội tuyển, đội tuyển quốc gia, tuyển, tuyển quốc gia, u, liên đoàn bóng đá, lđbđ, liên đoàn, vff, vpf, fifa, afc, aff
    khách sạn, nhà hàng, nhà hát, nhà thi đấu, nhãn hàng, trung tâm thương mại, trung tâm bóng đá, bệnh viện, phòng khám
    hiệp hội, hội đồng quản trị, hđqt, hội đồng thành viên, hđtv, siêu thị, sân vận động, học viện bóng đá, tạp chí, báo
    đài, quỹ, cửa hàng, chuỗi, hãng, hội cổ động viên, cđv, bơi lội, điền kinh, cp, tnhh, mtv, chùa, giáo hội, giáo xứ
    showroom, studio, vingroup, hagl, vietcombank, điều hành, kinh doanh, marketing, nhân sự, sản xuất, dự án, thị trường
    phòng công chứng, văn phòng luật sư, trường tiểu học, trường thcs, trường thpt, trường mầm non, trường đại học
    trường cao đẳng, trung tâm y tế, trạm y tế, viện nghiên cứu, hội nông dân, hội làm vườn, ban quản trị, hội đồng trường
    đh, đại học, luật sư, văn phòng công chứng, ban quản lý chung cư, ban quản lý chợ, hội doanh nghiệp, hội doanh nhân, hội người việt
    hội đồng hương, hội đồng giải thưởng, ban giám khảo, ban tổ chức giải, ban huấn luyện, thư viện, bảo tàng
        """
    )
)

# Right before a name: the person is suspected, accused, hurt or looked for.
SUSPECTS = Phrases(
    _lines(
        """
    đối tượng, nghi phạm, nghi can, bị cáo, bị can, tên, hung thủ, kẻ, phạm nhân, tội phạm, trùm, ông trùm, bà trùm, nạn nhân
    người bị hại, bị hại, trọng phạm, tử tù, đồng bọn, cùng đồng bọn, con nghiện, thanh niên, nam thanh niên, tài xế, lái xe
    bắt giữ, bắt, bắt quả tang, bắt tạm giam, tạm giữ, tạm giữ hình sự, khởi tố, truy nã, khởi tố bị can đối với
    bị can đối với, khởi tố đối với, bệnh nhân, cầu thủ, tiền đạo, tiền vệ, hậu vệ, thủ môn, hlv, huấn luyện viên
    ca sĩ, diễn viên, nghệ sĩ, nsưt, nsnd, đạo diễn, mc, người mẫu, hoa hậu, á hậu, nhạc sĩ, nhà báo, phóng viên, pv
    trung vệ, chân sút, trọng tài, thuyền trưởng, liệt sĩ, em, cháu, anh hùng liệt sĩ
        """
    )
)

# After a name: born in, aged, living at: the way suspects, victims and villagers are introduced.
CIVIL_DATA = Phrases(
    _lines("SN, sinh năm, sinh ngày, trú tại, trú, ngụ, ngụ tại, thường trú, quê, quê ở, quê quán, tuổi, quốc tịch, hktt")
)

# Leaders long dead, named as history ("tư tưởng", "chiến khu", "đường"): no officials of the event.
HISTORICAL = frozenset(
    [
        "hochiminh", "kaysonephomvihane", "souphanouvong", "cayxonphomvihan", "cayxonphomvihane", "caixonphomvihan",
        "xuphanuvong", "xuphanuvong", "souphanuvong", "vonguyengiap", "phamvandong", "tonducthang", "leduan", "truongchinh",
        "cayxonphonvihan", "kaysonphomvihane", "caysonphomvihane", "cayxonphomvihant", "nuhacphumxavan", "tranphu",
        "nouhakphoumsavanh", "lenin", "vilenin", "maotrachdong", "kaysonephomvihan", "kaysonphomvihan", "nguyenaiquoc",
    ]
)  # fmt: skip

# Academic and honorary titles that stand between a rank or an office and the name.
ACADEMIC = Phrases(
    _lines(
        """
    gs, ts, pgs, ths, gs ts, pgs ts, giáo sư, phó giáo sư, tiến sĩ, thạc sĩ, bs, bác sĩ, bs ckii, bs cki, nhà giáo nhân dân
    nhà giáo ưu tú, ngưt, ngnd, thầy thuốc nhân dân, thầy thuốc ưu tú, ttnd, ttưt, ckii, cki, anh hùng lực lượng vũ trang
    anh hùng llvt, anh hùng llvtnd, anh hùng lực lượng vũ trang nhân dân, viện sĩ
        """
    )
)

# Lower-case words that never are a syllable of a Lao name written with a slip ("Khăm phon Năn").
COMMON = _keys(
    """
    và với cùng do của tại ở trong ngoài trên dưới cho biết nói kể đã đang sẽ được bị là có không thì mà khi nếu vì để
    từ đến về ra vào lên xuống qua lại như cũng còn vẫn chỉ rất nhất này kia đó ấy nào các những mọi mỗi một hai ba bốn năm
    sáu bảy tám chín mười cả hoặc hay nhưng theo bởi giữa trước sau phía bên cạnh thăm tặng trao ký nhấn mạnh phát biểu
    khẳng định đề nghị cảm ơn chúc mừng tiếp đón dự tham gia chủ trì dẫn đầu làm giữ chức nguyên cựu tân quyền người ông bà
    anh chị em cháu bạn họ tên quê sinh trú ngụ thôn bản xã huyện tỉnh thành phố thị phường khu vực đường nước bộ ban cục
    sở phòng đoàn đội đồn trạm hội ủy trưởng phó chính giám đốc chủ tịch bí thư thủ tướng đại tá úy thượng trung thiếu
    nhận xét thông tin chia sẻ yêu cầu chỉ đạo kiểm tra động viên thay mặt bày tỏ cùng gửi nghe bắt tay hội đàm gặp gỡ
    đồng phát đến sang thừa nêu đọc cắt trả lời tuyên bố đánh giá ghi hứa mong hy tin đi phải trái ngày tháng vừa mới
    tới trao nhận gọi mời vừa qua mong muốn nhất trí trong khi thuộc gồm kiêm kính thân chào xem ôm chụp đứng ngồi bế hướng lưu chứng kiến duyệt đội mặc hôm nay tối sáng chiều trưa
    """
)

TOWN_WORDS = Phrases(
    _lines(
        """
    tỉnh, thành phố, tp, t p, thủ đô, huyện, quận, thị xã, tx, xã, phường, thị trấn, bản, cụm bản, thôn, mường, đặc khu, khu vực
    cửa khẩu, cửa khẩu quốc tế, ckqt, cửa khẩu quốc gia, cửa khẩu chính, cửa khẩu phụ, số, q, h, vùng
        """
    )
)
