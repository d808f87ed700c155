"""Departments, divisions and agencies by the forms that texts give them, and what they are called in English.

The gazetteer puts many of them under one kind ("division of the provincial police"); here each has its own name.
English as the Vietnam News Agency and the Government's portal have it (vietnam.gov.vn).
"""

from __future__ import annotations

from collections.abc import Iterator

# Provincial departments of both countries by what follows "Sở".
_DEPARTMENTS = {
    "department of foreign affairs": ("Ngoại vụ", "Ngoại giao"),
    "department of home affairs": ("Nội vụ",),
    "department of justice": ("Tư pháp",),
    "department of finance": ("Tài chính",),
    "department of industry and trade": ("Công Thương", "Công nghiệp và Thương mại"),
    "department of health": ("Y tế",),
    "department of construction": ("Xây dựng",),
    "department of transport": ("Giao thông Vận tải", "GTVT"),
    "department of education and training": ("Giáo dục và Đào tạo", "GD&ĐT"),
    "department of education and sports": ("Giáo dục và Thể thao",),
    "department of planning and investment": ("Kế hoạch và Đầu tư", "KH&ĐT"),
    "department of agriculture and rural development": ("Nông nghiệp và Phát triển nông thôn", "NN&PTNT"),
    "department of agriculture and environment": ("Nông nghiệp và Môi trường",),
    "department of agriculture and forestry": ("Nông Lâm nghiệp", "Nông lâm"),
    "department of natural resources and environment": ("Tài nguyên và Môi trường", "TN&MT"),
    "department of culture, sports and tourism": ("Văn hóa, Thể thao và Du lịch", "VHTT&DL"),
    "department of information and communications": ("Thông tin và Truyền thông", "TT&TT"),
    "department of science and technology": ("Khoa học và Công nghệ", "KH&CN"),
    "department of labour, war invalids and social affairs": ("Lao động, Thương binh và Xã hội", "LĐTB&XH"),
}
# Divisions of the provincial police and border guard by what follows "Phòng".
_DRUGS = (
    "Cảnh sát điều tra tội phạm về ma túy", "Cảnh sát điều tra tội phạm ma túy", "CSĐT tội phạm về ma túy",
    "CSĐT tội phạm ma túy", "Cảnh sát phòng chống ma túy", "Cảnh sát phòng chống tội phạm ma túy",
    "Cảnh sát phòng chống tội phạm về ma túy", "Phòng chống ma túy", "Phòng chống tội phạm ma túy",
)  # fmt: skip
_DIVISIONS = {
    "counter-narcotics division": _DRUGS,
    "drug and crime prevention division": (
        "Phòng chống ma túy và tội phạm", "Phòng chống tội phạm ma túy và tội phạm", "PCMT&TP", "PCMTTP",
    ),
    "criminal police division": ("Cảnh sát hình sự", "CSHS"),
    "traffic police division": ("Cảnh sát giao thông", "CSGT"),
    "economic police division": ("Cảnh sát kinh tế", "CSKT"),
    "immigration division": ("Quản lý xuất nhập cảnh", "QLXNC", "Xuất nhập cảnh"),
    "administrative police division": (
        "Cảnh sát quản lý hành chính về trật tự xã hội", "Cảnh sát QLHC về TTXH", "CSQLHC về TTXH",
    ),
    "foreign security division": ("An ninh đối ngoại",),
    "staff division": ("Tham mưu",),
    "personnel division": ("Tổ chức cán bộ", "Tổ chức"),
    "logistics division": ("Hậu cần",),
    "political division": ("Chính trị", "Công tác chính trị"),
}  # fmt: skip
_AGENCIES = {
    "Counter-Narcotics Police Department": (*(f"Cục {name}" for name in _DRUGS), "C04", "Cục C04"),
    "Criminal Police Department": ("Cục CSHS", "C02"),
    "Traffic Police Department": ("Cục CSGT", "C08"),
    "Immigration Department": ("Cục QLXNC",),
    "General Department of Police": ("Tổng cục Cảnh sát phòng chống tội phạm",),
    "General Department of Intelligence": ("Tổng cục Tình báo",),
    "customs": ("Cục Hải quan",),
    "border guard command": ("Ban Chỉ huy Bộ đội Biên phòng",),
    "provincial border guard command": ("Ban Chỉ huy Bộ đội Biên phòng tỉnh",),
    "road administration": ("Tổng cục Đường bộ", "Cục Đường bộ"),
    "maritime administration": ("Cục Hàng hải",),
    "tourism administration": ("Tổng cục Du lịch", "Cục Du lịch Quốc gia"),
    "Office of the Government": ("Văn phòng Chính phủ",),
    "Office of the President": ("Văn phòng Chủ tịch nước",),
    "Communist Party": ("Đảng Cộng sản",),
    "Joint Vietnam-Laos Intergovernmental Committee": ("Ủy ban liên Chính phủ Việt Nam - Lào",),
    "Intergovernmental Committee": ("Ủy ban liên Chính phủ", "Ủy ban Liên chính phủ"),
}


def _all() -> Iterator[tuple[str, str]]:
    for head, table in (("Sở ", _DEPARTMENTS), ("Phòng ", _DIVISIONS), ("", _AGENCIES)):
        for english, forms in table.items():
            for form in forms:
                yield head + form, english


# Form -> English name.
AGENCIES: dict[str, str] = dict(_all())
