"""Words that decide whether somebody is an official, and where a name ends. Listed by what they do, as match keys."""

from __future__ import annotations

from borderwire.extract.phrases import keys, listed, terms

# Companies by name; of those of two words the one that no other name has.
FIRMS = keys(
    "viettel vnpt mobifone vinaphone unitel airlines airways vietjet vietcombank vietinbank bidv agribank sacombank "
    "techcombank vpbank evn pvn petrovietnam petrolimex vinamilk vingroup vinfast fpt thaco vinatex vinachem"
)
# Nouns of what is no body of state or party: a director or a chairman of these is no official.
PRIVATE = listed(
    """
    công ty, tập đoàn, doanh nghiệp, tổng công ty, ngân hàng, nhà máy, xí nghiệp, hợp tác xã, câu lạc bộ, clb
    đội bóng, đội tuyển, đội tuyển quốc gia, tuyển, tuyển quốc gia, u, liên đoàn bóng đá, lđbđ, liên đoàn, vff, vpf
    fifa, afc, aff, khách sạn, nhà hàng, nhà hát, nhà thi đấu, nhãn hàng, trung tâm thương mại, trung tâm bóng đá
    bệnh viện, phòng khám, hiệp hội, hội đồng quản trị, hđqt, hội đồng thành viên, hđtv, siêu thị, sân vận động
    học viện bóng đá, tạp chí, báo, đài, quỹ, cửa hàng, chuỗi, hãng, hội cổ động viên, cđv, bơi lội, điền kinh, cp
    tnhh, mtv, chùa, giáo hội, giáo xứ, showroom, studio, vingroup, hagl, điều hành, kinh doanh, tiếp thị
    marketing, nhân sự, sản xuất, dự án, thị trường, phòng công chứng, văn phòng luật sư, trường tiểu học, trường thcs
    trường thpt, trường mầm non, trường đại học, trường cao đẳng, trung tâm y tế, trạm y tế, viện nghiên cứu
    hội nông dân, hội làm vườn, ban quản trị, hội đồng trường, đh, đại học, luật sư, văn phòng công chứng
    ban quản lý chung cư, ban quản lý chợ, hội doanh nghiệp, hội doanh nhân, hội người việt, hội đồng hương
    bv, bvđk, bệnh viện đa khoa, ttyt
    viễn thông, hội đồng giải thưởng, ban giám khảo, ban tổ chức giải, ban huấn luyện, thư viện, bảo tàng
    """
)

# Right before a name: the person is suspected, accused, hurt, looked for, or of another trade.
SUSPECTS = listed(
    """
    đối tượng, nghi phạm, nghi can, bị cáo, bị can, tên, hung thủ, kẻ, phạm nhân, tội phạm, trùm, ông trùm, bà trùm
    nạn nhân, người bị hại, bị hại, trọng phạm, tử tù, đồng bọn, cùng đồng bọn, con nghiện, thanh niên, nam thanh niên
    tài xế, lái xe, bắt giữ, bắt, bắt quả tang, bắt tạm giam, tạm giữ, tạm giữ hình sự, khởi tố, truy nã
    tạm giam, xét xử, truy tố, tuyên phạt
    khởi tố bị can đối với, bị can đối với, khởi tố đối với, bệnh nhân, cầu thủ, tiền đạo, tiền vệ, hậu vệ, thủ môn
    hlv, huấn luyện viên, ca sĩ, diễn viên, nghệ sĩ, nsưt, nsnd, đạo diễn, mc, người mẫu, hoa hậu, á hậu, nhạc sĩ
    nhà báo, phóng viên, pv, trung vệ, chân sút, trọng tài, thuyền trưởng, liệt sĩ, em, cháu, anh hùng liệt sĩ
    """
)

# After a name and the office: what is done to those accused.
ACCUSED = listed(
    """
    bị khởi tố, bị truy tố, bị bắt giam, bị bắt tạm giam, bị tạm giam, bị bắt giữ, bị truy nã, bị tuyên phạt
    bị tòa tuyên, bị cáo buộc, bị đưa ra xét xử, bị xét xử, lĩnh án, lãnh án, nhận án, bị đưa vào trại tạm giam
    bị đưa vào trại giam, bị phạt tù, bị bắt tạm giữ, bị tạm giữ hình sự, bị áp giải, bị khám xét
    """
)

# After a name: born in, aged, living at: the way suspects, victims and villagers are introduced.
CIVIL_DATA = listed(
    "SN, sinh năm, sinh ngày, trú tại, trú, ngụ, ngụ tại, thường trú, quê, quê ở, quê quán, tuổi, quốc tịch, hktt"
)

# Leaders long dead, named as history ("tư tưởng", "chiến khu", "đường"): no officials of the event. Names without
# accents and spaces, in the spellings of the press.
HISTORICAL = terms(
    """
    hochiminh kaysonephomvihane souphanouvong cayxonphomvihan cayxonphomvihane caixonphomvihan xuphanuvong
    souphanuvong vonguyengiap phamvandong tonducthang leduan truongchinh cayxonphonvihan kaysonphomvihane
    caysonphomvihane cayxonphomvihant nuhacphumxavan tranphu nouhakphoumsavanh lenin vilenin maotrachdong
    kaysonephomvihan kaysonphomvihan nguyenaiquoc
    """
)

# Leaders of third countries whose names read as Vietnamese or Lao ones in the press: no country need stand beside them.
FOREIGN = terms(
    """
    tapcanbinh vuongkyson latchienthu giangtrachdan chudungco
    lykhaccuong lycuong vuongnghi vuonghoninh trieulacte uongduong duongkhietri truongducgiang hocamdao
    ongiabao lyquangdieu lyhienlong ducchinhthanh daibinhquoc hunsen hunmanet hengsamrin saychhum norodomsihamoni
    norodomsihanouk
    tekhun teabanh teaseiha sarkheng sarsokha praksokhonn phamtruonglong nguyphuonghoa thuongvanton longuylam
    """
)

# Academic and honorary titles that stand between a rank or an office and the name.
ACADEMIC = listed(
    """
    gs, ts, pgs, ths, gs ts, pgs ts, giáo sư, phó giáo sư, tiến sĩ, thạc sĩ, bs, bác sĩ, bs ckii, bs cki, bscki, bsckii
    bsck1, bsck2, ck1, ck2, bs ck1, bs ck2, dsckii, dscki
    nhà giáo nhân dân, nhà giáo ưu tú, ngưt, ngnd, thầy thuốc nhân dân, thầy thuốc ưu tú, ttnd, ttưt, ckii, cki
    anh hùng lực lượng vũ trang, anh hùng llvt, anh hùng llvtnd, anh hùng lực lượng vũ trang nhân dân, viện sĩ
    """
)

# Lower-case words that never are a syllable of a Lao name written with a slip ("Khăm phon Năn").
COMMON = keys(
    """
    và với cùng do của tại ở trong ngoài trên dưới cho biết nói kể đã đang sẽ được bị là có không thì mà khi nếu vì để
    từ đến về ra vào lên xuống qua lại như cũng còn vẫn chỉ rất nhất này kia đó ấy nào các những mọi mỗi một hai ba
    bốn năm sáu bảy tám chín mười cả hoặc hay nhưng theo bởi giữa trước sau phía bên cạnh thăm tặng trao ký nhấn mạnh
    phát biểu khẳng định đề nghị cảm ơn chúc mừng tiếp đón dự tham gia chủ trì dẫn đầu làm giữ chức nguyên cựu tân
    quyền người ông bà anh chị em cháu bạn họ tên quê sinh trú ngụ thôn bản xã huyện tỉnh thành phố thị phường khu vực
    đường nước bộ ban cục sở phòng đoàn đội đồn trạm hội ủy trưởng phó chính giám đốc tịch bí thư thủ tướng đại tá úy
    thượng trung thiếu nhận xét thông tin chia sẻ yêu cầu đạo kiểm tra động viên thay mặt bày tỏ gửi nghe bắt tay đàm
    gặp gỡ đồng sang thừa nêu đọc cắt trả lời tuyên bố đánh giá ghi hứa mong hy đi phải trái ngày tháng vừa mới tới
    gọi mời muốn trí thuộc gồm kiêm kính thân chào xem ôm chụp đứng ngồi bế hướng lưu chứng kiến duyệt mặc hôm nay tối
    sáng chiều trưa
    """
)
