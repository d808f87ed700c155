"""The words that documents of agreement are told with. Closed classes of the language, listed by what they do.

Collected from border-region news; a phrase counts as written here, longest first.
"""

from __future__ import annotations

from borderwire.extract.phrases import Phrases
from borderwire.extract.place_titles import keys_of
from borderwire.text import key


def phrases(block: str) -> Phrases:
    """Phrases from a block of lines, parted by commas."""
    return Phrases(part.strip() for part in block.replace("\n", ",").split(",") if part.strip())


SIGN, CONCLUDE, WILL, DONE, BY = (key(word) for word in ("ký", "kết", "sẽ", "đã", "được"))
DAY, MONTH, YEAR = key("ngày"), key("tháng"), key("năm")
AND, BETWEEN, ABOUT, IN, WITH, FOR = (key(word) for word in ("và", "giữa", "về", "trong", "với", "cho"))
OR, THE_ACT, MANY, IF, ISSUE = key("hoặc"), key("việc"), key("nhiều"), key("nếu"), key("ra")
DECLARE = [key("tuyên"), key("bố")]
DATE_WORDS = frozenset([DAY, MONTH, YEAR])
BACK_THEN = frozenset([key("hồi"), key("vào")])
# Months of the old calendar, which no date reads.
OLD_MONTHS = ([MONTH, key("giêng")], [MONTH, key("chạp")])

# --- titles

# A clause begins: no title goes on with these words.
_VERBS = """
    được, đã, sẽ, đang, nhằm, để, do, bởi, nên, mà, cũng, đều, vừa, thì, còn, nếu, ngay, tuy, nhưng, rằng
    tiếp tục, tiến hành, diễn ra, thể hiện, tạo, phát biểu, phát huy, đánh giá, đánh dấu, khẳng định, nhấn mạnh
    bày tỏ, dự kiến, chứng kiến, đồng thời, nhất trí, nhất là, đặc biệt là, đặc biệt, coi là, phê duyệt
    phê chuẩn, ban hành, bế mạc, kết thúc, thay mặt, nhân dịp, nhân chuyến, xem xét, hoàn thành, hoàn thiện
    trở thành, bước đầu, kéo dài, đưa vào, đưa ra, làm cơ sở, mang lại, mở ra, giúp, góp phần, đáp ứng
    mang tính, mang ý nghĩa, mang tầm, mang nội dung
    với các nội dung, với những nội dung, nào
    bàn việc, bàn về, cùng bàn, mở đầu, đi vào
    khẩn trương, cụ thể, cách đây, hôm nay, hôm qua, sáng nay, chiều nay, đề nghị, đề xuất, thống nhất, chủ trì
    tổ chức, tham dự, trong đó, nêu rõ, nêu trên, nói trên, có ý nghĩa, cho thấy, cho biết, ký kết
    quy định, thay thế, thay cho, chính thức, thành công, triển khai, thực hiện, hướng tới, tặng, trao, chụp ảnh
    cùng ngày, quang cảnh, toàn cảnh, phấn đấu, cam kết, nỗ lực, sắp, gặp, công bố, ghi nhận, hết hạn, hết hiệu lực
    còn hiệu lực, vạch sẵn, vạch ra, đặt ra, chuẩn bị ký, vẫn, chứ, vài ngày, vài tháng, thành một
    cuối tháng, đầu tháng, cuối năm, hồi tháng, hồi năm, hồi đầu, hồi cuối, mấy năm, mấy tháng, làm thành
    tích cực, chủ động, đẩy mạnh, tăng cường thực hiện, đạt, cơ bản đạt
"""
# These as well, though they can stand inside the parties or the field that a title is cut before.
_LINKS = """
    tại, vào, dưới, từ, đến, tới, kể từ, cho, như, cùng, theo, thông qua, qua, bằng, trên, sang, cùng với, có
    có hiệu lực, có giá trị, sau, trước, khi, lúc, ảnh, đại diện, lãnh đạo, đại biểu, các bên, trưởng đoàn
    những, một số, này, đó, đây, ấy, sáng, chiều, tối, ngày, hiện, sớm, không, chưa, gồm, bao gồm, là, lần này
    cho phù hợp, vì là, vì đã, vì có, phía chủ nhà, phía bạn, phía nước bạn
"""
CLAUSE, VERBS = phrases(_VERBS + _LINKS), phrases(_VERBS)
# The same words as halves of other words, or with what a title does say.
NO_CLAUSE = phrases("""
    tháng cuối năm
    trên đất, trên bộ, trên biển, trên tuyến, trên lĩnh vực, trên các lĩnh vực, trên các mặt, trên không, trên khu vực
    trên tất cả, trên thực địa, trên địa bàn, qua biên giới, qua lại, tại khu vực, tại vùng, tại các khu vực
    tại các cửa khẩu, không giá thú, không chính thức, không hoàn lại, có tổ chức, có chung, có liên quan, đến năm
    đoạn từ, ghi nhận kết quả, ghi nhận thành quả, ghi nhận sự, trao đổi hàng hóa, trao đổi thông tin, về trao đổi
    hợp tác trao đổi, phối hợp trao đổi, trình trao đổi, hoạch trao đổi, hiện đại, hiện trạng, hiện vật, sau đại học
    của các bên ở, của các bên tại, xử các bên
    cho người, cho năm, cho những năm, tiếp theo, trao đổi đoàn
    và phía bạn, và phía nước, với phía bạn, với phía nước, giữa phía bạn, giữa phía nước
    giúp đỡ lẫn nhau, giúp đỡ nhau, trao đổi chuyên môn, trao đổi nghiệp vụ
    đoàn đại biểu sở, đoàn đại biểu công an, đoàn đại biểu tỉnh, đoàn đại biểu bộ, đoàn đại biểu ubnd, đoàn đại biểu cục
    tạo thuận lợi, tạo điều kiện thuận lợi, đại diện thương mại, chủ động phòng
    hàng không, đào tạo, tự do, chế tạo, cải tạo, tái tạo, sáng tạo, tôn tạo, tối cao, đoàn đại biểu, đoàn đại diện
    sáng kiến, truyền đạt, tống đạt, chuyển đạt, đề đạt
""")
# Whom a document was explained to, and where: its own only while it still tells its subject.
OUTSIDE = phrases("cho người dân, cho nhân dân, cho bà con, trên địa bàn")
# Subjects of treaties of which two states have one each.
KNOWN = phrases(
    """
    quy chế quản lý biên giới, quy chế biên giới, hoạch định biên giới, tương trợ tư pháp, dẫn độ
    chuyển giao người bị kết án, người bị kết án phạt tù
    """
)
NOT_FOR = keys_of("sát đúng kịp khớp phù biết rằng thấy đến nên phép")
# "trong" goes on with a field, not with a time or a frame.
FIELDS = keys_of(
    "lĩnh hợp phòng công việc quản đấu vùng khu bảo đảm giải xây đào y giáo nông lâm ngư thủy khoa thương du văn thể "
    "kinh tư năng nghề nghiên tài ngành an quan"
)
# Verbs with which no noun of a row of fields begins: "trong lâm nghiệp, | thăm đồn biên phòng và ...".
ROW_VERBS = keys_of("thăm dự mở bàn đi tiếp nghe")
# "đối với" belongs to the title; "bên trong" is a place, "hai bên trong chuyến thăm" a clause.
TOWARDS, SIDE = key("đối"), key("bên")
NUMBERED_SIDES = keys_of("hai ba bốn các mỗi nhiều những cả 2 3 4")
# "Thỏa thuận | những nguyên tắc ...", "Chương trình Hành động | triển khai ...": with these the subject begins.
PRINCIPLES = phrases("những nguyên tắc, các nguyên tắc")
ACTION, CARRIES_OUT = [key("hành"), key("động")], phrases("triển khai, thực hiện")
# After a comma a subject goes on with these first syllables: "phòng, chống", "giữ gìn", "an toàn", "cửa khẩu" ...
SUBJECT = keys_of(
    "phòng chống ngăn đấu giữ bảo đảm quốc quản kiểm trật an biên cửa xuất nhập ma mua buôn tội tuần xây bổ văn thể "
    "du giáo khoa y kinh thương đầu nông lâm năng giao hàng di kết hộ truy xử thực cất hồi tiền xã trao quy mốc cứu"
)
DASHED = SUBJECT | keys_of("kỹ dân")
SUBJECT_OPENERS = keys_of("về trong hợp phòng phối bảo đảm quản hữu")
SUBJECT_ENDS = keys_of("tác hợp")  # "Thỏa thuận hợp tác", "Quy chế phối hợp": the subject follows at once
# With these only where something stands before it: "ký | Thỏa thuận triển khai A".
TOLD_VERBS = keys_of("ghi thực triển hoàn thống thành")
OWN_VERBS = keys_of("trao tạo")  # "Thỏa thuận trao đổi dữ liệu", "Hiệp định tạo thuận lợi ..."
NESTING = keys_of("về sửa đổi bổ sung gia hạn thứ phán")
RULES = [key("quy"), key("định")]
CONTENT = [key("nội"), key("dung")]
CONTENT_OF = [*CONTENT, key("của")]
CARRY_OUT = [key("thực"), key("hiện")]
DANGLING = keys_of("cho hay cuộc và với về giữa của , trong - – — ( các hai việc năm tháng")
# What a cut title may not end with after "giữa": parties of whom nothing is told yet.
HALVES = phrases(
    """
    giữa đoàn, giữa các đoàn, giữa khuôn khổ, giữa lực lượng, giữa đơn vị, cho thời gian, thời gian
    cho giai đoạn tiếp theo, cho giai đoạn tới, cho giai đoạn mới
    """
)
# A name in quotes behind one of these belongs to the title: "kết nối giữa khuôn khổ “A” với sáng kiến “B”".
NAMED = keys_of("khổ kiến án hình trình dịch đề")
VAGUE = keys_of(
    "tỉnh huyện liên quan khác tương tự mới quan trọng cụ thể riêng chung cấp cao song phương toàn diện vừa"
)
YEARLY = keys_of("hằng hàng")  # "Kế hoạch hợp tác hằng năm"
ANAPHORA = keys_of("này đó trên nói ấy")

# --- what is told

NOT_SIGN_AFTER = keys_of("thư chữ đăng nhật")
NOT_SIGN_BEFORE = keys_of("phê khống túc hiệu ức lục gửi nhận tên giả")
EXCHANGE = phrases("trao đổi, trao cho nhau, trao, lễ trao")
LIGHT = keys_of("các bản cho nhau hai ba bộ hồ sơ 2 những văn kiện bên kết đổi")
REFER = phrases("""
    thực hiện, triển khai, trên cơ sở, căn cứ, theo, thực thi, tuân thủ, chấp hành, cụ thể hóa, tinh thần, tổng kết
    sơ kết, khuôn khổ, phê chuẩn, thi hành, theo đúng, nội dung, nền tảng, hiệu lực, thay thế, thay cho, sửa đổi
    đề ra trong, đặt ra trong, quy định trong, quy định tại
    gia hạn, bổ sung, gia nhập, tham gia, quán triệt, phổ biến, hoàn thành, phù hợp với, kể từ khi, theo diện, dựa trên
    thắng lợi, phát huy, góp phần thực hiện, bám sát, giữ đúng, làm đúng
    bắt nguồn từ, xuất phát từ, tiếp tục đưa, sớm đưa, là một phần của, nằm trong chương trình của
    một số điều của, một số điều trong, vài điều của, vài điều trong
""")
# Right before a declaration that there is.
REFER_TO = phrases(
    "theo, như, khuôn khổ, trên cơ sở, thực hiện, triển khai, thực thi, tuân thủ, tinh thần, trong, nêu trong"
)
# Between a verb and the document that it carries out.
THOROUGHLY = keys_of("đầy đủ và có hiệu quả toàn diện nghiêm túc tốt")
# Behind "được", with those who do it between: "được hai bên | thực hiện".
CARRIED = phrases("thực hiện, triển khai, thực thi")
# Right before a title these refer to it as well: what there is already, or where something is said.
REFER_NEAR = phrases("""
    đã có, tiếp nối, kế thừa, tiếp tục, hoan nghênh
    nêu tại, nêu trong, nêu ở, đề cập trong, ghi trong, ghi tại, khẳng định trong
    quy định tại, quy định trong, trong
""")
REFER_TREATY = phrases("sau, nhờ, nhờ có")  # "sau | hiệp định phân định A giữa B và C"
THERE_IS = key("có")
EXISTS, FRAMEWORK = [key("đã"), key("có")], [key("khuôn"), key("khổ")]
IN_FORCE = phrases("""
    có hiệu lực, sớm có hiệu lực, đi vào hiệu lực, sớm đi vào hiệu lực, chính thức có hiệu lực, bắt đầu có hiệu lực
    đã có hiệu lực, sẽ có hiệu lực
""")
# Behind "được ký": at the event that is told of; and what a joint statement is issued on.
ON_THIS_VISIT = phrases("""
    trong chuyến thăm này, trong chuyến thăm lần này, nhân chuyến thăm này, nhân dịp này, trong dịp này, dịp này
    trong chuyến thăm, nhân chuyến thăm
""")
# Behind a joint statement: what it says follows.
CONTENTS = phrases("với các nội dung, với những nội dung, với nội dung, có các nội dung")
# Behind a joint statement: it was given out.
ISSUED = phrases("""
    được công bố, được đưa ra, được thông qua, được ra, được phát đi, công bố, đưa ra, phát đi
""")
# Behind a joint statement: it speaks, so it is the news.
SPEAKS = phrases("cho biết, nêu rõ, khẳng định, nhấn mạnh, ghi rõ, còn nêu, còn khẳng định, cũng nêu, cũng khẳng định")
VISIT = phrases("""
    sau chuyến thăm, nhân chuyến thăm, trong chuyến thăm, về chuyến thăm, kết thúc chuyến thăm, sau cuộc gặp
    sau hội đàm, sau cuộc hội đàm
""")
# Whose a joint statement is.
OF_LEADERS = phrases("""
    của hai nước, của lãnh đạo hai nước, của lãnh đạo cấp cao hai nước, của hai đảng, của hai thủ tướng
    của lãnh đạo hai bên, của hai chính phủ, của hai nhà lãnh đạo
""")
DRAFT = phrases("""
    xây dựng, soạn thảo, dự thảo, đàm phán, hoàn thiện, nghiên cứu, đề xuất, kiến nghị, hướng tới, tiến tới, xem xét
    chuẩn bị, hoàn tất, hoàn chỉnh, thúc đẩy, thảo luận, sớm có, sớm soạn, soạn
""")
ADOPT = phrases("thông qua, ra, đưa ra, công bố, ban hành, lập, thống nhất thông qua")
# "trao đổi về | một thỏa thuận A": spoken about, so not there yet.
TALK = phrases("trao đổi về, trao đổi về việc ký, bàn về, thảo luận về, bàn thảo về, thảo luận việc ký")
# Verbs of other things: what stands before them does not govern the title.
OTHER = phrases("""
    tổ chức, chụp ảnh, tham dự, phát biểu, bàn giao, tặng, chứng kiến cuộc, khẳng định, cho biết, cho rằng, đánh giá cao
    giới thiệu, rút khỏi, từ bỏ, thống nhất nội dung, trao đổi thông tin, trao đổi kinh nghiệm, trao đổi về
""")
# The first words of all that may govern a title, and where its clause begins.
GOVERNING = (
    OTHER.firsts | EXCHANGE.firsts | REFER.firsts | REFER_NEAR.firsts | REFER_TREATY.firsts | DRAFT.firsts
    | ADOPT.firsts | {SIGN, ";"}
)  # fmt: skip
# Said right before "ký": it is still to come.
PLANNING = phrases("""
    dự kiến, chuẩn bị, đề nghị, hướng tới, tiến tới, sớm, hướng đến, để đi đến, nhằm đi đến, mong muốn, xem xét
    cần, thúc đẩy, nhất trí đi đến
    đàm phán, thống nhất đi đến, hướng đến đi đến, tiến tới đi đến
    hoàn tất, nghiên cứu, lên kế hoạch, muốn, kiến nghị, đề xuất, phấn đấu, khả năng, có thể, đẩy nhanh, xúc tiến
    khẩn trương
    sẵn sàng, tạo điều kiện, mở đường cho, ủng hộ việc, kỳ vọng, hy vọng, chủ trương, về nguyên tắc
    thống nhất việc, nhất trí việc, đồng ý việc, chuẩn bị cho
    để đi tới, điều khoản cho, cam kết, sắp, liệu, trước khi, cân nhắc, sớm đi đến, sớm đi tới, sớm tiến tới
    chuẩn bị tốt cho, chuẩn bị chu đáo cho, bàn việc, bàn về việc, thảo luận việc, thảo luận về việc, trao đổi về việc
""")
# Steps before a signing: "đàm phán và | ký".
FINISHED = keys_of("thúc tất thành xong")
STEPS = phrases("đàm phán, trao đổi, rà soát, nghiên cứu, xem xét, hoàn thiện")
PLANNING_JOINTS = keys_of(
    "việc sẽ sớm để tới cùng hai ba bên các nước đơn vị đoàn tỉnh bộ ngành lực lượng địa phương phía bạn chính phủ "
    ", / - trong vào ngày tháng năm quý cuối đầu thủ tục nội bộ cần thiết thuận lợi cho được"
)
# What is pressed on with: "đẩy nhanh tiến độ đàm phán và | ký", "khẩn trương rà soát, | ký". Here "và" joins two steps.
URGING = phrases("đẩy nhanh, khẩn trương, sớm, xúc tiến, thúc đẩy, tích cực, chuẩn bị")
URGED = PLANNING_JOINTS | keys_of(
    "và tiến độ trình quá đàm phán rà soát hoàn thiện thành tất dự thảo nội dung văn bản bước"
)
# What follows a signing, up to the document: "ký kết, phê chuẩn và đưa vào | thực thi A".
STEPS_ON = keys_of("kết , và phê chuẩn đưa vào sớm thông qua triển khai thực thi hiện")
AFTER = keys_of("sau khi")
CEREMONY, EXPECTED = key("lễ"), phrases("dự kiến")
HELD = phrases("diễn ra, tổ chức, được tổ chức, được diễn ra, tiến hành")
# "chuẩn bị nội dung để ... ký", "trình lãnh đạo để ký": the paper is made ready now and signed later.
READYING = phrases(
    "chuẩn bị, tham mưu, rút ngắn thủ tục, trình, xây dựng, soạn thảo, hoàn thiện, hoàn tất, đàm phán, báo cáo"
)
PURPOSE = keys_of("để nhằm")
# "trình cấp có thẩm quyền ký": handed up to be signed; not the half of "chương trình", "trình bày".
SUBMIT = key("trình")
NOT_SUBMIT_AFTER = keys_of("chương quá công lịch tiến lộ giáo tờ quy hành phương trùng")
NOT_SUBMIT_BEFORE = keys_of("bày độ diễn báo tự dược")
MEETING = phrases("hội nghị, hội đàm, cuộc họp, kỳ họp, phiên họp, giao ban")
AGREED = phrases("thống nhất, nhất trí, đồng ý")
JUST = keys_of("vừa mới")
# The first words of all that tells the tense of a verb, and where its clause begins.
TENSES = PLANNING.firsts | STEPS.firsts | AGREED.firsts | PURPOSE | JUST | {WILL, DONE, SUBMIT, ";", ":"}
# "cách đây 35 năm", "35 năm trước".
AGO, BEFORE = phrases("cách đây, cách nay"), key("trước")
# At the head of a sentence or right before the verb: what is told lies before the event.
BACKGROUND = phrases("""
    thời gian qua, năm qua, những năm, trước đó, trước đây, từ năm, kể từ, cách đây, thành tựu, đến nay, nhiều năm
    từ khi, từ sau, từ đó, giai đoạn vừa qua, lịch sử, hằng năm, hàng năm, tháng qua, đã từng, lâu nay, nhiệm kỳ qua
    được đưa ra sau khi, mấy năm lại đây, mấy năm gần đây, mấy năm qua, vài năm lại đây, ít năm lại đây
    gần đây nhất, gần nhất, vốn đã, vốn, tính đến, việc hai nước đã, việc hai bên đã, việc hai bộ đã, việc hai tỉnh đã
""")
# Between words for the past and the verb: what follows is done now.
NOW = phrases("hôm nay, sáng nay, chiều nay, tối nay, nhân dịp này, dịp này, lần này")
# Behind a look back, what is of the event again; and the visit that the news is about.
HERE = phrases("""
    hôm nay, sáng nay, chiều nay, tối nay, nhân dịp này, dịp này, lần này, hiện nay, cùng ngày, kết thúc hội
    kết thúc buổi, kết thúc cuộc, tại hội nghị, tại hội đàm, tại buổi, tại cuộc, tại lễ, tại đây, chứng kiến, vừa
    mới đây, vừa qua, sau hội đàm, ngay sau, sau lễ, dự kiến, sắp tới
""")
THIS_VISIT = phrases("""
    chuyến thăm này, chuyến thăm lần này, chuyến thăm chính thức này, chuyến thăm cấp nhà nước này, chuyến đi này
    chuyến công tác này, chuyến thăm và làm việc lần này
""")
SINCE = phrases(
    """
    kể từ khi, từ khi, từ lúc, từ lần, kể từ lần, từ hồi, từ ngày hai, kể từ sau khi, đặc biệt là sau khi
    đặc biệt sau khi
    nhất là sau khi
    """
)
SINCE_WHEN = phrases("sau khi, kể từ khi, từ khi, từ lúc, từ hồi")
THEN = phrases("sau đó, tiếp đó, tiếp theo, cuối cùng")
# "hai nước lập quan hệ năm 1965 và ký ...": the history of the two states.
ESTABLISHED = phrases("lập quan hệ, thiết lập quan hệ")
PROGRAMME = phrases("theo chương trình, theo lịch, theo kế hoạch, theo dự kiến, dự kiến, chương trình")
SOONEST = phrases("trong thời gian gần nhất, trong thời gian sớm nhất")
TOMORROW = phrases("chiều mai, sáng mai, tối mai, trưa mai, ngày mai")
OFFICIALLY = [key("chính"), key("thức")]
LAST_YEAR = phrases("năm ngoái, năm trước, những năm trước, tháng trước, tháng giêng, tháng chạp")
# Over a list of what is to be done: "Phương hướng hợp tác: ...; ký Nghị định thư A; ...".
OUTLOOK = phrases("phương hướng, định hướng, nhiệm vụ trọng tâm, trọng tâm hợp tác")
# What places an act at the event.
FRAME = phrases("""
    tại, dịp này, nhân dịp, kết thúc, sau, ngay sau, trong khuôn khổ, cùng ngày, sáng, chiều, tối, trước đó, hôm nay
    ngày, vừa, chứng kiến, lễ
""")
ANNIVERSARY = phrases("kỷ niệm, dịp, năm ngày, tròn")
KEPT = phrases("kỷ niệm, tròn")
# Before a first count of years, behind which another one stands: "vừa mừng 55 năm ..., 40 năm ký Hiệp ước".
CHEERED = phrases("kỷ niệm, dịp, năm ngày, tròn, mừng, chào mừng")
# Between the years of an anniversary and "ký": "kỷ niệm 20 năm | hai nước chính thức | ký".
OF_SIGNING = keys_of("việc ngày lễ kể từ khi hai ba các bên nước tỉnh bộ chính thức phủ")
AT = keys_of("tại trong ở qua")
VISITS = key("thăm")
OCCASION_OPENERS = AT | keys_of("nhân sau khi dịp")
# What may stand between the beginning of a clause and the date that frames it: "ngay từ đầu | năm 2010, ...".
TIME_OPENERS = keys_of("năm tháng ngày trong vào hồi đầu cuối giữa từ kể ngay")
# All that may stand between two titles of one row.
JOINTS = keys_of(
    ", ; và cùng với các trong đó có gồm : - – bao 1 2 3 4 5 a b c d ) là cũng như hay hai nước bên giữa này nêu"
)
ALONG = phrases("cùng với đó là, bên cạnh đó là, ngoài ra là, đi cùng với đó là, cũng như, ngoài ra còn có")
LISTS = keys_of("gồm : có là")

# --- weighing

PLURAL = keys_of("các những nhiều mọi cả số loạt hàng")
PARTS = keys_of("điều khoản điểm mục chương số")  # "Điều 9 | Hiệp định A"
LETTER = [key("công"), key("thư")]
PAPERS = ([key("văn"), key("bản")], [key("văn"), key("kiện")])
COUNTS = keys_of("hai ba bốn năm sáu bảy tám chín mười")
ANY = key("nào")
ONE = keys_of("một 1 01 cứ kỳ")
BEFORE_RECORD = keys_of("lập biên nội tờ làm ghi theo như bản vào")
ORGANISATION = keys_of("chức khối")  # "Tổ chức Hiệp ước ..."
BEFORE_VERB = keys_of("đã tự cùng vừa không sẽ có để được chưa nhau bị bên cầu giá hai họ muốn theo như sự")
COMPANY = phrases("""
    công ty, tập đoàn, doanh nghiệp, ngân hàng, câu lạc bộ, clb, cầu thủ, hlv, huấn luyện viên, nhà đầu tư, tổng công ty
    cty, hợp tác xã, nhà trường, đại học, bệnh viện, hãng, nhà thầu, chủ đầu tư, khách hàng, người lao động, đối tượng
    bị cáo, nạn nhân, giám đốc điều hành, nhà mạng, các dự án, đội bóng, jsc, corp, inc, ltd, tnhh, ceo
""")
# "lực lượng gìn giữ hòa bình | Liên hợp quốc" is a field of work.
PEACE = phrases("hòa bình, hòa bình của, hoà bình, hoà bình của")
# Banks and agencies of states and of the community of states.
PUBLIC = phrases("""
    hãng thông tấn, ngân hàng thế giới, ngân hàng phát triển châu á, ngân hàng phát triển á châu
    tập đoàn nhà nước, đại học quốc gia
""")
# Between a company and the verb of signing: it does something else.
OTHER_VERBS = phrases("""
    tổ chức, tham dự, khẳng định, cho biết, đề nghị, trong đó, thúc đẩy, ủng hộ, tạo điều kiện, trong các, để
    nhằm, tiếp tục, triển khai, thực hiện, hỗ trợ, khuyến khích, phát biểu, đánh giá, hoan nghênh, giúp
""")
FOR_WHOM = keys_of("cho trợ")
# Those who stand for no state.
BUSINESS, PARTNER = phrases("doanh nghiệp, công ty, tập đoàn, nhà đầu tư"), phrases("đối tác")
BEFORE_PARTNER = keys_of("các những một số hai với và giữa phía của , nhiều 2")
CENTRAL_BANK = phrases("ngân hàng nhà nước, ngân hàng trung ương, ngân hàng quốc gia")
FIRM = phrases(
    "tập đoàn, ngân hàng, doanh nghiệp, của công ty, với công ty, giữa công ty, cổ phiếu, niêm yết, ipo, cầu thủ"
)  # inside a title
UNION = phrases("liên minh, eu, asean")
MANY_STATES = phrases("""
    cop21, cptpp, tpp, rcep, wto, fta, evfta, asean, paris, pari, geneva, genève, giơ ne vơ, giơnevơ
    unclos, liên hợp quốc, eu, công ước viên
    thương mại tự do, mậu dịch tự do, hạt nhân, á âu, xuyên thái bình dương, nafta, opec, hiến chương, mua bán sáp nhập
    đình chiến, ngừng bắn, đông nam á, lhq, luật biển, tokyo, g7, apec, toàn diện khu vực
    chống tham nhũng, công ước, ứng xử các bên, ứng xử của các bên
    bắc đại tây dương, xuyên đại tây dương, nato, an ninh tập thể, bắc mỹ, ukraine, iran
""")
BEFORE_NAME = keys_of("anh chị ông bà cô chú bác em cậu nàng bé cháu tên")
# Two states, ministries or provinces, told by their kind.
STATE_SIDES = phrases("""
    hai nước, 2 nước, ba nước, 3 nước, hai chính phủ, hai thủ tướng, hai bộ, 2 bộ, hai bộ trưởng, hai thứ trưởng
    hai tỉnh, 2 tỉnh, hai quốc gia, hai nhà nước, hai nhà lãnh đạo, hai tổng thống, hai chủ tịch, hai quốc hội
""")
BOTH = phrases(
    "hai bên, 2 bên, hai nước, 2 nước, hai quốc gia, hai chính phủ, chính phủ hai nước, song phương, hai nhà lãnh đạo"
)
SIDES = phrases("""
    hai bên, 2 bên, các bên, ba bên, 3 bên, hai nước, 2 nước, ba nước, 3 nước, hai đoàn, 2 đoàn, hai tỉnh, 2 tỉnh
    các tỉnh, trưởng đoàn, hai bộ, 2 bộ, hai chính phủ, hai thủ tướng, hai lực lượng, hai đơn vị, 2 đơn vị
    hai địa phương, 2 địa phương, hai huyện, 2 huyện, hai cơ quan, hai ngành, hai quốc gia, hai đảng, hai nhà nước
    lãnh đạo cấp cao, bốn bên, 4 bên, các nước, nước bạn, phía bạn, hai bản, hai thành phố, hai xã, các đơn vị
    hai giám đốc, hai phó giám đốc, hai bộ trưởng, đại diện, lãnh đạo
""")
