"""What the names of departments, divisions and posts are made of: nouns, fields of work, words for places."""

from __future__ import annotations

from borderwire.extract.phrases import keys, listed
from borderwire.text import key

# What the name of a department, a ministry or a unit is made of: its field of work.
FIELDS = listed(
    """
    an ninh, an ninh mạng, an ninh đối ngoại, an ninh nội địa, an ninh kinh tế, an ninh điều tra, an ninh nhân dân
    an ninh chính trị nội bộ, an ninh quốc gia, an toàn giao thông, an toàn thực phẩm, báo chí, bảo hiểm, bảo vệ
    bảo vệ chính trị, bảo vệ nội bộ, bảo vệ biên giới, bảo vệ môi trường, bảo trợ, biên giới
    biên giới quốc gia, biên phòng, bộ binh
    buôn lậu, buôn bán người, bưu điện, cán bộ, cảnh sát, cảnh sát biển, cảnh sát cơ động, cảnh sát nhân dân, cảnh vệ
    chấp pháp, chế độ, chiến lược, chiến đấu, chính phủ, chính quyền, chính sách, chính trị, chính trị viên, chống
    chủ nghĩa, chữa cháy, chữa bệnh, chăn nuôi, chuyên gia, cơ động, cơ sở, cơ yếu, công an, công an nhân dân
    công chính, công đoàn, công nghệ, công nghệ cao, công nghệ thông tin, công nghiệp, công tác, công tác chính trị
    công tác đảng, công thương, công vụ, cứu hộ, cứu nạn, cựu chiến binh, cửa khẩu, dạy nghề, dân chủ, dân cư
    dân quân, dân sự, dân tộc, dân vận, di cư, di dân, dự trữ, du lịch, đảng, đảng ủy, đào tạo, đầu tư, đất đai
    đăng ký, đăng kiểm, đặc nhiệm, đặc biệt, điều tra, điều tra hình sự, điều tra tội phạm, đối ngoại, đô thị
    đồn biên phòng, đội ngũ, động viên, động vật, đoàn thể, đường bộ, đường thủy, đường sắt, giám định, giám sát
    giáo dục, giáo vụ, giao thông, giao thông công chính, giao thông vận tải, giới thiệu, gia đình, gỗ, hải quan
    hàng hải, hàng không, hành chính, hậu cần, hình sự, hóa chất, hoạt động, hộ tịch, hỗ trợ, hợp tác
    hợp tác quốc tế, hồ sơ, huấn luyện, hướng nghiệp, kế hoạch, kế hoạch đầu tư, kế toán, khai thác, khen thưởng
    khoa học, khoa học kỹ thuật, khoáng sản, khu kinh tế, khu vực, kiểm dịch, kiểm lâm, kiểm lâm cơ động, kiểm ngư
    kiểm sát, kiểm soát, kiểm soát biên phòng, kiểm soát ma túy, kiểm tra, kiểm toán, kinh doanh, kinh tế, kỹ thuật
    kỹ thuật hình sự, kỹ thuật nghiệp vụ, lao động, lâm nghiệp, lễ tân, lịch sử, liên chính phủ, lục quân, lực lượng
    luật pháp, lưu trữ, ma túy, mạng, mỏ, mật mã, miền núi, môi trường, mua bán người, mặt trận, mật vụ, mặt đất
    nghiên cứu, nghiệp vụ, ngoại giao, ngoại tuyến, ngoại vụ, ngân hàng, ngân sách, ngư nghiệp, người cao tuổi
    người có công, nhà nước, nhân dân, nhân lực, nhân quyền, nhập cảnh, năng lượng, nội chính, nội vụ, nông dân
    nông lâm nghiệp, nông nghiệp, nông thôn, pháo binh, phòng vệ thương mại, pháp chế, pháp luật, pháp y, phát ngôn
    phát thanh, phát triển, phát triển nông thôn, phía bắc, phía tây, phía đông, phía nam
    phong trào, phòng, phòng cháy, phòng chống, phòng không, phòng ngừa, phòng thủ, phóng xạ, phúc lợi
    phúc lợi xã hội, phụ nữ, quan hệ, quan hệ quốc tế, quản giáo, quản lý, quản lý hành chính, quản lý xuất nhập cảnh
    quản lý học viên, quản lý đào tạo, bồi dưỡng cán bộ, cảnh sát truy nã, cảnh sát truy nã tội phạm, bưu chính
    bưu chính viễn thông, ngoại ngữ
    quân bưu, quân chính, quân khí, quân huấn, quân lực, quân nhu, quân pháp, quân sự, quân y, quân đội
    quân đội nhân dân, quảng bá, quy hoạch, quy tập, quy tập mộ liệt sĩ, quyết sách, quốc gia, quốc hội, quốc phòng
    quốc tế, sản xuất, sáng kiến, sinh viên, sở hữu trí tuệ, sức khỏe, tài chính, tài nguyên, tài nguyên môi trường
    tài vụ, tạm giam, tạm giữ, tác chiến, tác chiến điện tử, tham mưu, tham nhũng, thanh niên, thanh niên xung phong
    thanh tra, thể chế, thể dục, thể thao, thi đua, thi hành án, thi hành án hình sự, thị trường, thiếu niên
    thông tấn, thông tin, thông tin đối ngoại, thống kê, thú y, thủ công, thủy lợi, thủy sản, thuế, thư ký
    thương binh, thương mại, thường trực, tiếp công dân, tiếp dân, tiểu học, tình báo, tin học, tìm kiếm cứu nạn
    tôn giáo, tổ chức, tổ chức cán bộ, tổ chức xây dựng đảng, tổng hợp, tội phạm, tội phạm ma túy, tội phạm hình sự
    tội phạm công nghệ cao, trại giam, trật tự, trật tự xã hội, trật tự an toàn giao thông, trinh sát, trị an
    trung ương, trung đoàn, truyền hình, truyền thanh, truyền thông, truy nã, truy nã tội phạm, tuần tra, tuyên giáo
    tuyên huấn, tuyên truyền, tư pháp, tư tưởng, tư vấn, tự vệ, tham mưu tổng hợp, ứng cứu, ứng dụng
    vận động quần chúng, vận tải, văn hóa, văn phòng, văn thư, văn xã, vệ binh, vệ sinh, việc làm, việt nam học
    chứng khoán, chứng khoán nhà nước
    viễn thông, vũ khí, vũ trang, vũ trang nhân dân, xã hội, xây dựng, xây dựng lực lượng, xây dựng đảng, xử lý
    xử phạt, xuất bản, xuất cảnh, xuất nhập cảnh, xuất nhập khẩu, xăng dầu, y học, y tế, y tế công cộng, liên hợp
    liên ngành, liên quân, hợp tác xã, hữu nghị, nhi đồng, chất độc da cam, chữ thập đỏ, khuyến học, nhà báo, nhà văn
    luật gia, tù chính trị, thanh tra giao thông, trật tự đô thị, dân phòng, kinh tế đối ngoại, kinh tế quốc phòng
    tổng lãnh sự, lãnh sự, ban giám đốc, văn thể, thông tin chỉ huy, chỉ huy, phản gián, phản ứng nhanh, xung kích
    pháp luật hành chính, hợp nhất, tiền chất, chất ma túy, kho bạc, bảo hiểm xã hội, dự báo khí tượng thủy văn, pccc
    hàng giả, hàng cấm, gian lận thương mại, vi phạm pháp luật, xâm phạm sở hữu, công tác đặc biệt, quản lý thị trường
    phổ biến, lào việt, việt lào, tương trợ tư pháp, giáo dưỡng, cưỡng chế, dẫn giải, áp giải, cai nghiện
    hỗ trợ tư pháp, quản lý biên giới, xử lý vi phạm, hành vi, sân bay, cảng, cảng hàng không, bay, tàu, xe tăng
    cải cách hành chính, tàng thư, hộ khẩu, căn cước, tiêu chuẩn, đo lường, chất lượng, đo lường chất lượng
    thiết giáp, công binh, hóa học, đặc công, trung cấp cảnh sát, trung cấp an ninh, bồi dưỡng nghiệp vụ
    quân sự quân khu, sử dụng, người nước ngoài, ngoại kiều, giam giữ, trang bị, kho vận, doanh trại
    phong trào toàn dân, bảo vệ an ninh tổ quốc, toàn dân, cắm mốc, giảng huấn, động vật nghiệp vụ, cảnh khuyển
    các vấn đề xã hội, về các vấn đề xã hội, cách mạng, cộng sản
    thành tích cao, thể dục thể thao, pháo, binh chủng, quân chủng, hải quân, không quân
    phân giới, phân giới cắm mốc, tôn tạo, tăng dày, công tác đại biểu, dân nguyện
    châu á, đông nam á, đông bắc á, nam á, thái bình dương, nam thái bình dương, châu âu, châu mỹ, châu phi
    đấu tranh, thủ tục, công chức, viên chức, công trình, công trình giao thông, dự án, khu công nghiệp
    các khu công nghiệp, khu công nghệ cao
    đường sắt đô thị, phát triển đô thị, rừng phòng hộ, rừng đặc dụng, di tích
    tiền tệ, gìn giữ hòa bình, trồng trọt, bảo vệ thực vật, đê điều, quản lý đê điều, thiên tai, phòng chống thiên tai
    kinh tế hợp tác, đường cao tốc, đường thủy nội địa, y tế dự phòng, khám chữa bệnh, quản lý khám chữa bệnh
    quản lý dược, dân số, kế hoạch hóa gia đình, môi trường y tế, nghệ thuật biểu diễn, điện ảnh, di sản văn hóa
    bản quyền tác giả, văn hóa cơ sở, quản lý lao động ngoài nước, quan hệ lao động, an toàn lao động, bảo trợ xã hội
    thông tin điện tử, tần số vô tuyến điện, an toàn thông tin, tin học hóa, quản lý giá, quản lý công sản
    quản lý nợ, tài chính doanh nghiệp, bảo hiểm, xúc tiến thương mại, xúc tiến đầu tư, cạnh tranh
    quản lý cạnh tranh, bảo vệ người tiêu dùng, điều tiết điện lực, năng lượng tái tạo, kỹ thuật an toàn
    môi trường công nghiệp, thương mại điện tử, kinh tế số, đầu tư nước ngoài, quản lý đấu thầu, phát triển doanh nghiệp
    địa chất, địa chất và khoáng sản, biển và hải đảo, tài nguyên nước, quản lý tài nguyên nước, viễn thám
    biến đổi khí hậu, đo đạc, bản đồ, nhà giáo, quản lý chất lượng, giáo dục đại học, giáo dục trung học
    giáo dục mầm non, giáo dục tiểu học, giáo dục nghề nghiệp, con nuôi, trợ giúp pháp lý, quốc tịch, chứng thực
    bồi thường nhà nước, quản lý nhà, hạ tầng kỹ thuật, kinh tế xây dựng, năng lượng nguyên tử, an toàn bức xạ
    bổ trợ tư pháp, thi đua khen thưởng, tổ chức phi chính phủ, công chức viên chức, chính quyền địa phương, tiền lương
    tệ nạn xã hội, tội phạm xuyên quốc gia, phòng cháy chữa cháy, bảo đảm, hạ tầng, tái định cư
    quần chúng, ngoại biên, trinh sát ngoại biên, di sản, quản lý di tích, tư liệu, quản lý di sản
    """
)

# Words that join two fields: "Phòng Phòng, chống ma túy và tội phạm".
FIELD_JOINERS = keys("và , & - – về vì")

# Fields that are verbs as well: after a complete name and before no other field they begin the predicate
# ("Phòng Cảnh sát hình sự điều tra vụ án").
VERBS = keys(
    """
    điều kiểm bảo xử phát tuần quản hợp hỗ phòng khai phổ đăng tiếp giám nghiên hướng tìm xây cứu thống tuyên đào
    cưỡng truy bắt tổ vận giới
    """
)

# Nouns that head the name of a unit, with its level; their field or number must follow.
UNIT_HEADS = {
    key(head): level
    for head, level in {
        "phòng": "division", "cục": "department", "vụ": "department", "sở": "province", "ty": "province",
        "ban": "commission", "đội": "team", "tổ": "team", "đồn": "post", "trạm": "post", "viện": "institute",
        "hội": "association", "bộ": "ministry", "hạt": "post", "trại": "post", "phân": "department",
        "trường": "school", "tiểu": "unit", "trung": "unit",
    }.items()
}  # fmt: skip
UNIT_PAIRS = {
    (key(first), key(second)): level
    for first, second, level in (
        ("tổng", "cục", "department"), ("chi", "cục", "department"), ("văn", "phòng", "office"),
        ("ủy", "ban", "commission"), ("cơ", "quan", "department"), ("trung", "tâm", "centre"),
        ("trại", "giam", "post"), ("tiểu", "ban", "commission"), ("phân", "ban", "commission"),
        ("trung", "đội", "unit"), ("liên", "hiệp", "association"), ("tổng", "công", "company"),
    )
}  # fmt: skip

# Words between the head of a body and the name of its place.
TOWN_WORDS = listed(
    """
    tỉnh, thành phố, tp, t p, thủ đô, huyện, quận, thị xã, tx, xã, phường, thị trấn, bản, cụm bản, thôn, mường
    đặc khu, đảo, khu vực, cửa khẩu, cửa khẩu quốc tế, ckqt, cửa khẩu quốc gia, cửa khẩu chính, cửa khẩu phụ, số, q, h
    vùng, p
    """
)
