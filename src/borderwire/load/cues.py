"""Words by which the parts of a newspaper page are known. They belong to the craft of newspapers, not to any topic.

Sources: the navigation bars, article footers and house styles of Vietnamese newspapers and agencies on the web.
All entries are compared through `lines.cue`: case, punctuation and spelling variants (hoà/hòa, uỷ/ủy) do not matter.
"""

from __future__ import annotations

from borderwire.load.lines import cue


def _cues(block: str) -> frozenset[str]:
    return frozenset(cue(name) for name in block.split(";"))


def _words(block: str) -> frozenset[str]:
    return frozenset(block.split())


SECTIONS = _cues("""
Thời sự; Thời sự - Chính trị; Thời sự - Xã hội; Thời sự quốc tế; Thời sự trong nước; Tin thời sự; Chính trị;
Chính trị - Xã hội; Chính trị - Ngoại giao; Chính trị - Pháp luật; Chính trị - Đối ngoại; Xã hội;
Văn hóa - Xã hội; Văn hóa - Thể thao; Văn hóa; Kinh tế; Kinh tế - Xã hội; Pháp luật; Pháp luật - Xã hội;
Pháp luật - Đời sống; Pháp luật - Bạn đọc; Pháp đình; Pháp luật và cuộc sống; An ninh; An ninh trật tự;
An ninh - Trật tự; An ninh - Quốc phòng; An ninh xã hội; An ninh hình sự; An ninh đời sống; An toàn giao thông;
Quốc phòng; Quốc phòng - An ninh; Quốc phòng an ninh - Đối ngoại; Quốc phòng toàn dân; Quân sự;
Quân sự - Quốc phòng; Biên giới; Biên giới - Biển đảo; Biển đảo; Biên phòng; Biên cương; Biên giới và hội nhập;
Vì chủ quyền an ninh biên giới; Bảo vệ chủ quyền an ninh biên giới; Đối ngoại; Đối ngoại biên phòng; Ngoại giao;
Đối ngoại - Hội nhập; Hội nhập; Hội nhập quốc tế; Hội nhập và phát triển; Hợp tác; Hợp tác quốc tế;
Hợp tác - Hữu nghị; Quốc tế; Thế giới; Việt Nam - Lào; Tin tức; Tin tức - Sự kiện; Tin tức sự kiện;
Tin trong nước; Trong nước; Trong tỉnh; Tin trong tỉnh; Tin địa phương; Tin hoạt động; Tin nổi bật trong ngày;
Hoạt động của lãnh đạo; Hoạt động của lực lượng Công an; Hoạt động lực lượng Công an; Hoạt động của Bộ;
Hoạt động đối ngoại; Hoạt động biên phòng; Hoạt động đơn vị; Lực lượng vũ trang; Sự kiện; Sự kiện - Bình luận;
Sự kiện và vấn đề; Tiêu điểm; Phóng sự; Phóng sự - Ký sự; Phóng sự - Điều tra; Xây dựng Đảng; Đảng và cuộc sống;
Xây dựng lực lượng; Công an nhân dân; Công an; Hồ sơ vụ án; Vụ án; Phòng chống ma túy; Phòng, chống tội phạm;
Phòng chống tội phạm; Bảo vệ an ninh Tổ quốc; Người tốt việc tốt; Gương sáng; Đời sống; Dân sinh;
Đời sống - Xã hội; Giáo dục; Y tế; Sức khỏe; Du lịch; Thể thao; Giải trí; Công nghệ; Khoa học - Công nghệ;
Môi trường; Giao thông; Bạn đọc; Dân tộc - Tôn giáo; Dân tộc và miền núi; Dân tộc - Miền núi; Địa phương; Media;
Multimedia; Tin ảnh; Tin mới
""")

# Section names that sentences do not begin with in the same words; the others ("Pháp luật Việt Nam ...") do.
FIXED_SECTIONS = frozenset(section for section in SECTIONS if len(section.split()) > 3) | _cues("""
Thời sự; Tin thời sự; Tin tức; Tin trong nước; Tin địa phương; Hội nhập; An ninh trật tự
""")

# Section names that are also bodies or begin sentences about them: never cut off a line.
BODY_SECTIONS = _cues("""
Công an; Công an nhân dân; Biên phòng; An ninh; Quân sự; Lực lượng vũ trang; Quốc hội; Địa phương; Xã hội;
Hợp tác; Việt Nam - Lào; Thế giới
""")

RELATED = _cues("""
Tin liên quan; Bài liên quan; Bài viết liên quan; Tin bài liên quan; Tin, bài liên quan; Tin tức liên quan;
Các tin liên quan; Các bài viết liên quan; Nội dung liên quan; Chủ đề liên quan; Video liên quan;
Sự kiện liên quan; Xem thêm sự kiện; Tin cùng chuyên mục; Bài cùng chuyên mục; Cùng chuyên mục;
Bài viết cùng chuyên mục; Cùng chủ đề; Bài cùng chủ đề; Tin cùng chủ đề; Tin khác; Các tin khác; Bài khác;
Các bài khác; Bài viết khác; Tin mới; Tin mới hơn; Tin mới nhất; Tin mới cập nhật; Tin cũ hơn; Các tin cũ hơn;
Các tin mới hơn; Các tin đã đưa; Tin đã đưa; Tin đọc nhiều; Tin đọc nhiều nhất; Đọc nhiều; Đọc nhiều nhất;
Xem nhiều; Xem nhiều nhất; Tin xem nhiều; Được quan tâm; Đọc thêm; Đọc tiếp; Xem thêm; Xem tiếp; Tin nổi bật;
Nổi bật; Tin nóng; Tin tiêu điểm; Có thể bạn quan tâm; Bạn có thể quan tâm; Có thể bạn chưa đọc; Có thể bạn thích;
Dành cho bạn; Gợi ý cho bạn; Bài đọc nhiều; Bài mới nhất; Mới nhất; Bài nổi bật
""")

COMMENTS = _cues("""
Bình luận; Bình luận bài viết; Bình luận của bạn; Bình luận của bạn đọc; Gửi bình luận; Viết bình luận;
Các bình luận; Ý kiến bạn đọc; Ý kiến của bạn; Ý kiến độc giả; Gửi ý kiến; Gửi ý kiến của bạn; Phản hồi;
Gửi phản hồi; Để lại bình luận
""")

BUTTONS = _cues("""
Chia sẻ; Chia sẻ bài viết; Chia sẻ bài viết này; Chia sẻ lên Facebook; Chia sẻ Facebook; Chia sẻ Zalo;
Chia sẻ qua Facebook; Chia sẻ qua Zalo; Chia sẻ qua email; Facebook; Twitter; Zalo; Messenger; LinkedIn; Telegram;
Pinterest; YouTube; TikTok; Instagram; Google+; Google News; Facebook Twitter; Facebook Zalo;
Facebook Twitter Zalo; Facebook Twitter Email; Facebook Zalo Twitter; Email; Gửi email; Gửi mail; Gửi bài; Like;
Share; Tweet; Thích; Copy link; Sao chép link; Sao chép liên kết; Lưu bài viết; Lưu tin; Lưu bài; In bài viết;
In bài; In trang; In trang này; Bản in; Print; RSS; Cỡ chữ; Cỡ chữ A A; A A; Aa; A A A;
Tăng tương phản; Giảm tương phản; Tăng tương phản Giảm tương phản; A A A Tăng tương phản Giảm tương phản;
 Nghe bài viết; Nghe đọc bài;
Nghe audio; Giọng nam; Giọng nữ; Nữ miền Bắc; Nam miền Bắc; Tốc độ đọc; Trang chủ; Trang nhất; Menu; Tìm kiếm;
Đăng nhập; Đăng ký; Đặt báo; Báo in; Quay lại; Trở lại; Trở về; Về đầu trang; Lên đầu trang; Đầu trang; Quảng cáo;
Advertisement; Theo dõi; Theo dõi chúng tôi; Đánh giá bài viết; Đánh giá; Hủy; Gửi; Đóng; Từ khóa; Tags; Tag; Thẻ;
Xem ảnh; Xem video; Xem thêm tại đây; Xem thêm bình luận; Thu gọn; Mở rộng; Toàn màn hình; Loading
""")

# Acronyms of bodies and terms that stand before a dash without being an outlet.
NOT_OUTLETS = _words("""
UBND HĐND BĐBP CSGT CSĐT ANTT ATGT MTTQ MTQG CHDCND CAND QĐND TAND VKSND CSHS CSMT CSCĐ PCMT PCTP TP TX CA
CATP CAH XHCN ĐBQH QH BCH BCHTƯ BTV TW TƯ BQP BCA BNG KHCN ATK ASEAN EU LHQ NATO USD VND KT XH QP AN NQ QĐ
CT TT KH HĐ PCCC BHXH BHYT CSVN ND PV CTV BTC BTL BCHQS TTATXH ANQG VN LA CHLB HCM SN GS TS PGS VIP
""") - {"CAND", "QĐND"}

# Agencies and papers whose short names are words or acronyms. Compared through `cue`.
OUTLETS = _cues("""
TTXVN; Thông tấn xã Việt Nam; VNA; Vietnam+; VietnamPlus; VOV; VOV.VN; VTV; VTV.vn; VTC; VTC News; VTCNews; QĐND;
QĐND Online; Quân đội nhân dân; CAND; Công an nhân dân; Nhân Dân; NDO; ND; NLĐO; NLĐ; Người Lao Động; TTO;
Tuổi Trẻ; Tuổi Trẻ Online; Thanh Niên; TNO; TPO; Tiền Phong; PLO; PLVN; PNO; SGGP; SGGPO; HNM; HNMO; Hànộimới;
ĐCSVN; Dân trí; Dân Việt; DV; VnExpress; VNE; VietNamNet; Vietnamnet; Zing; Znews; Kênh 14; Soha; Infonet;
Tổ Quốc; Tin tức; Báo Tin tức; Báo Biên phòng; Biên phòng; Báo Chính phủ; Chinhphu.vn; VGP; VGP News; BNA;
Báo Nghệ An; QNO; DNO; QTO; HTO; ANTĐ; ANTV; ANTT; BVPL; Bảo vệ pháp luật; Công lý; Lao Động; LĐO; GD&TĐ;
Đời sống & Pháp luật; ĐS&PL; Người Đưa Tin; Người đưa tin; TG&VN; Thế giới và Việt Nam; Baoquocte.vn; VnMedia;
VnEconomy; Pháp luật Việt Nam; Pháp Luật TP.HCM; Khaosan Pathet Lao; KPL; Vientiane Times; Pasaxon; Reuters; AFP;
AP; Xinhua; Tân Hoa xã
""")

# Words that a new sentence, not a name, begins with: where a credit glued to the next text ends.
OPENERS = _cues("""
ngày; sáng; chiều; trưa; tối; đêm; tại; theo; trong; trên; trước; sau; từ; đến; hai bên; phát biểu; thay mặt;
về phía; các; những; một; công an; bộ; cục; tỉnh; hội nghị; hội đàm; dự; tham dự; cùng; năm; tính; nhằm; qua;
đại tá; thượng tá; trung tá; thiếu tá; đại tướng; thượng tướng; trung tướng; thiếu tướng; đại úy; thượng úy;
trung úy; thiếu úy; đồng chí; ông; bà; anh; chị; lực lượng; đoàn; đại biểu; lãnh đạo; đối tượng; hai; thủ tướng;
phó thủ tướng; chủ tịch; phó chủ tịch; bộ trưởng; thứ trưởng; giám đốc; phó giám đốc; tổng bí thư; đại sứ;
trưởng đoàn; hôm; quang cảnh; toàn cảnh
""")

# Beginnings by which a short line without a credit is known for a caption.
CAPTION_STARTS = (
    "quang cảnh",
    "toàn cảnh",
    "khung cảnh",
    "các đại biểu",
    "đại biểu",
    "các bị cáo",
    "bị cáo",
    "các đối tượng",
    "đối tượng",
    "tang vật",
    "số tang vật",
    "hiện trường",
    "hình ảnh",
    "ảnh",
    "một góc",
    "lễ ký",
    "chụp ảnh",
)
