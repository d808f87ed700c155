"""Made-up names for the made-up archive: Vietnamese ones by family, middle and given name, Lao ones from syllables,
each syllable with its Vietnamese and its Latin spellings. Nothing here is taken from the code that is measured."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

# Family names with their weight in a thousand.
FAMILY = {
    "Nguyễn": 380, "Trần": 110, "Lê": 95, "Phạm": 70, "Hoàng": 51, "Phan": 45, "Vũ": 39, "Võ": 30, "Đặng": 21,
    "Bùi": 20, "Đỗ": 14, "Hồ": 13, "Ngô": 13, "Dương": 10, "Lý": 5, "Lò": 14, "Vừ": 6, "Giàng": 6, "Hà": 8,
    "Cao": 8, "Trịnh": 8, "Đinh": 8, "Lương": 8, "Mai": 7, "Tạ": 5, "Quàng": 5, "Lầu": 4, "Thào": 4,
}  # fmt: skip
MIDDLE = ("Văn", "Văn", "Văn", "Đức", "Hữu", "Minh", "Quốc", "Xuân", "Thanh", "Ngọc", "Đình", "Công", "Hồng", "Thế",
          "Trọng", "Anh", "Mạnh", "Tiến", "Thị", "Bá", "Viết", "Quang")  # fmt: skip
GIVEN = ("Hùng", "Dũng", "Tuấn", "Long", "Thắng", "Hải", "Sơn", "Nam", "Minh", "Hoà", "Bình", "Tùng", "Vinh", "Hợp",
         "Hưng", "Cường", "Trung", "Kiên", "Thành", "Tâm", "Phúc", "Lâm", "Khoa", "Đạt", "Huy", "Quân", "Thuỷ", "Lan",
         "Ngà", "Tài", "Toàn", "Thịnh", "Phong", "Khánh", "Định", "Việt", "Đông", "Tân", "Chiến", "Quyết", "Lợi",
         "Duy", "Hà", "Khua", "Páo", "Sùng", "Mạnh", "Nhân", "Trường", "Giang")  # fmt: skip

# Vietnamese spelling, Latin spellings.
SYLLABLES = {
    "khăm": ("kham", "kham", "kam"), "bun": ("boun", "bun"), "xay": ("xay", "say"), "thoong": ("thong",),
    "xổm": ("som",), "xẻng": ("seng", "xeng"), "phu": ("phou", "phu"), "chăn": ("chan", "chanh"), "vi": ("vi",),
    "lay": ("lay", "lai"), "xỏn": ("sone", "son"), "phết": ("phet", "pheth"), "kẹo": ("keo",), "sỉ": ("si", "sy"),
    "bua": ("boua", "bua"), "đuông": ("douang", "duang"), "thạ": ("tha",), "in": ("in",), "mạ": ("ma",),
    "ni": ("ny", "ni"), "vông": ("vong",), "phôm": ("phom",), "phăn": ("phanh", "phan"), "đon": ("done", "don"),
    "xa": ("sa", "xa"), "văn": ("vanh", "van"), "lạt": ("lath", "lat"), "chít": ("chith", "chit"), "nha": ("ya", "nha"),
    "bút": ("bout", "but"), "đa": ("da",), "lả": ("la",), "súc": ("souk", "suk"), "pheng": ("pheng",), "pha": ("pha",),
    "hản": ("hane", "han"), "vắt": ("vath", "vat"), "xiêng": ("xieng",), "mương": ("meuang", "muang"), "tạ": ("ta",),
    "nạ": ("na",), "ụ": ("ou", "u"), "đi": ("dy", "di"), "cay": ("kay",), "xít": ("sith", "sit"), "kông": ("kong",),
    "luông": ("luang", "louang"), "nan": ("nane", "nan"), "thon": ("thone", "thon"), "pạ": ("pa",), "sụ": ("sou",),
}  # fmt: skip
GIVEN_SYLLABLES = tuple(SYLLABLES)[:19]
_TONES = str.maketrans(
    {"ạ": "a", "ả": "a", "á": "a", "ă": "a", "ẻ": "e", "ẹ": "e", "ỉ": "i", "ỏ": "o", "ổ": "ô", "ụ": "u"}
)
_OTHER_TONE = str.maketrans(
    {"ạ": "ả", "ả": "ạ", "ẻ": "è", "ỉ": "ị", "ỏ": "ọ", "ổ": "ồ", "ụ": "ủ", "ẹ": "ẻ", "ắ": "ặ", "ế": "ệ"}
)
_ACCENT_SLIP = str.maketrans({"ễ": "ể", "ầ": "ấ", "ù": "ũ", "ũ": "ù", "ấ": "ầ", "ắ": "ằ", "ả": "ã", "à": "á", "ồ": "ố"})


@dataclass(frozen=True)
class MadeName:
    """A person's true name; spell it anew for every article. syllables: of a Lao name, () for a Vietnamese one."""

    plain: str
    syllables: tuple[str, ...] = ()
    first: int = 0  # syllables of the given name

    def spell(self, random: Random) -> str:
        return self._lao(random) if self.syllables else self._vietnamese(random)

    def _vietnamese(self, random: Random) -> str:
        roll = random.random()
        if roll < 0.012:
            at = random.randrange(len(self.plain))
            return self.plain[:at] + self.plain[at:].translate(_ACCENT_SLIP)
        if roll < 0.05:
            return self.plain.replace("oà", "òa").replace("uỷ", "ủy").replace("Lý", "Lí")
        return self.plain.upper() if roll > 0.99 else self.plain

    def _lao(self, random: Random) -> str:
        given, family = self.syllables[: self.first], self.syllables[self.first :]
        if random.random() < 0.4:
            words = ["".join(random.choice(SYLLABLES[part]) for part in row) for row in (given, family)]
            if random.random() < 0.03:
                at = random.randrange(1, len(words[1]))
                words[1] = words[1][:at] + words[1][at + 1 :]
            return " ".join(word.capitalize() for word in words)
        rows = [[_by_ear(part, random) for part in row] for row in (given, family)]
        style = random.random()
        if style < 0.5:
            return " ".join("-".join(row).capitalize() for row in rows)
        if style < 0.85:
            return " ".join(part.capitalize() for row in rows for part in row)
        return " ".join("".join(row).capitalize() for row in rows)


def _by_ear(part: str, random: Random) -> str:
    roll = random.random()
    if roll < 0.12:
        part = part.translate(_TONES)
    elif roll < 0.24:
        part = part.translate(_OTHER_TONE)
    if part.startswith("x") and random.random() < 0.2:
        part = "s" + part[1:]
    return part


def vietnamese_name(random: Random) -> MadeName:
    family = random.choices(tuple(FAMILY), weights=tuple(FAMILY.values()))[0]
    return MadeName(f"{family} {random.choice(MIDDLE)} {random.choice(GIVEN)}")


def lao_name(random: Random) -> MadeName:
    first = random.choice((1, 2, 2, 2))
    given = [random.choice(GIVEN_SYLLABLES) for _ in range(first)]
    family = [random.choice(tuple(SYLLABLES)) for _ in range(random.choice((2, 3, 3, 4)))]
    return MadeName(" ".join((*given, *family)), (*given, *family), first)
