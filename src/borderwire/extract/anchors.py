"""The words that readings of facts begin from; every article is searched once for all of them (`Doc.anchors`)."""

from __future__ import annotations

from borderwire.extract.fields import UNIT_HEADS, UNIT_PAIRS
from borderwire.extract.phrases import keys

# Nouns that may head the name of a unit.
UNIT_WORDS = frozenset(UNIT_HEADS) | frozenset(first for first, _ in UNIT_PAIRS)
# "phía bạn", "bên ta", "nước bạn".
SIDE_WORDS = keys("phía bên bạn")
# The second half of a rank.
RANK_ENDS = keys("tướng tá úy")
# The first half of "bị cáo", "nghi phạm", "đối tượng", "phạm nhân", "tử tù", "kháng cáo".
ACCUSED_WORDS = keys("bị nghi đối phạm tử kháng")
# "người đồng cấp".
COUNTERPART_WORDS = keys("cấp")
DELEGATION_WORDS = keys("đoàn")
CHAIR_WORDS = keys("chủ")
# "đại biểu".
DEPUTY_WORDS = keys("biểu đb")
NUMBER_WORDS = keys("một hai ba bốn năm sáu bảy tám chín mười")
LUNAR_WORDS = keys("Tý Sửu Dần Mão Thìn Tỵ Ngọ Mùi Thân Dậu Tuất Hợi Tị Tí")
# The first words of phrases that venues, ordinals and handovers are told with.
PHRASE_WORDS = keys("tại ở lần tiếp bàn khánh xây trao")
# "tỉnh", which names of provinces stand behind; "tuyên bố".
PROVINCE_WORD, DECLARE_WORD = keys("tỉnh"), keys("tuyên")
# States told by one syllable, where it is written with a capital; the capitals of states come from the gazetteer.
STATE_WORDS = keys("Mỹ Nga Pháp Đức Anh Úc Nhật Hàn Séc Ấn EU")
# What times are told with: "năm", "hiện nay", "cùng kỳ", "cao điểm", "gần đây".
TIME_WORDS = keys("năm tháng ngày tuần quý qua nay kỳ điểm đây")

ANCHORS = (
    UNIT_WORDS | SIDE_WORDS | RANK_ENDS | ACCUSED_WORDS | COUNTERPART_WORDS | DELEGATION_WORDS
    | CHAIR_WORDS | DEPUTY_WORDS | NUMBER_WORDS | LUNAR_WORDS | PHRASE_WORDS | TIME_WORDS
    | PROVINCE_WORD | DECLARE_WORD | STATE_WORDS
)  # fmt: skip
