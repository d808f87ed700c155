"""Whether a hit that spells a province's name is that province, or part of another name, or plain words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from borderwire.extract.doc import Doc
from borderwire.extract.homonyms import provinces_of
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.phrases import listed
from borderwire.extract.place_sport import is_club, is_sport
from borderwire.extract.place_titles import Title, keys_of, title_before
from borderwire.gazetteer.matcher import HYPHENS, Entry, Hit
from borderwire.text import fold, key

DASHES = HYPHENS | frozenset("–—")
JOINS = frozenset([",", "và", "với", "/", "&"]) | DASHES
PROVINCIAL = frozenset(["province", "city", "capital"])  # title words that a province can have
_PAIRED = frozenset(["street", "ship", "feature", "club"])  # "đường A - B" names two provinces
_CLUB_AFTER = keys_of("fc clb")
_AND, _COMMUNES, _COMMUNE_NAME = key("và"), keys_of("phường"), 3
_SIGNED = frozenset(["byline", "credit"])
# Family names that stand before a given name which is a province's too, without rare ones that are ordinary words.
_FAMILY = keys_of(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đoàn đinh trương mai lâm đào hà phùng "
    "vương trịnh cao lưu tạ châu tô thái lương đàm tôn chu kiều hứa doãn nghiêm lã vi lò lường quàng cầm giàng vừ sùng"
)
_ALSO_WORDS = keys_of("đoàn cao mai vi")  # at the head of a sentence these are no names
_MIDDLE_NAMES = keys_of("thị văn")
_PLACING = keys_of("tại ở tới từ trong sang đến cùng về và theo giữa")  # "(TT) - Tại Savannakhet", no name
_LONGEST_NAME = 16  # tokens of a Lao name after its first word, hyphens included
_BEFORE_NAMES = frozenset([":", ";"])
_CHINA, _LEADS = ("trung", "quốc"), frozenset(["(", ",", "của"])
_CHINESE = frozenset([("hà", "nam"), ("hà", "bắc"), ("sơn", "tây")])  # provinces of China, too
# "Hòa Bình" means peace: what is named after that.
_PEACE = "VN-14"
_OF_PEACE = listed(
    """
    cung, chương trình, nobel, giải, giải thưởng, hiệp định, hiệp ước, sứ giả, đội quân, quân đoàn, gìn giữ, giữ gìn
    phong trào, ủy ban, hội đồng, liên minh, nhà hát, khách sạn, rạp, tổ chức, vì, kiến tạo, thế giới, khát vọng
    """
)
# Provinces of China of two syllables, without tones, which Vietnamese news names in this way.
CHINESE = frozenset(
    tuple(name.split())
    for name in (
        "ho bac", "ho nam", "quang dong", "quang tay", "van nam", "tu xuyen", "son dong", "an huy", "giang to",
        "chiet giang", "phuc kien", "quy chau", "giang tay", "cam tuc", "thiem tay", "lieu ninh", "cat lam", "hai nam",
    )
)  # fmt: skip
# How the provinces of Cambodia begin that no other name does, as match keys.
CAMBODIAN = frozenset(
    (
        "kampong", "kompong", "kampot", "kandal", "mondulkiri", "ratanakiri", "battambang", "banteay", "pailin",
        "oddar", "svay",
    )
)  # fmt: skip
_END = itemgetter(1)


def only_joins(doc: Doc, start: int, end: int) -> bool:
    """Tokens `[start, end)` are one or two signs or words that join the items of a list."""
    return 0 < end - start <= 2 and all(doc.keys[i] in JOINS for i in range(start, end))


def hyphenated(doc: Doc, hit: Hit) -> bool:
    """Written with hyphens: "Sa-vẳn-na-khệt"."""
    return any(word in HYPHENS for word in doc.words[hit.start : hit.end])


def hit_before(doc: Doc, at: int) -> Hit | None:
    """The hit that ends where token `at` begins."""
    index = bisect_left(doc.hits, at, key=_END)
    return doc.hits[index] if index < len(doc.hits) and doc.hits[index].end == at else None


class Judge:
    """Judges the hits of one text; `found` grows while it is read."""

    def __init__(self, doc: Doc, found: Sequence[PlaceMention]) -> None:
        self.doc = doc
        self.found = found
        self._sport: bool | None = None
        self._ids: set[str] = set()  # of the first places found
        self._counted = 0  # how many these are
        self._persons: set[str] = set()  # ids whose name the text gives to a person
        self._abroad: set[str] = set()  # ids whose name the text gives to a province of another country
        self.abroad: set[int] = set()  # where these names stand

    def why_not(self, hit: Hit, entry: Entry, title: Title | None) -> str:
        """Why the hit is no province; "" when it is one."""
        doc = self.doc
        level = title.level if title is not None else "province"
        if level not in PROVINCIAL and not (level in _PAIRED and self._pair_follows(hit.end)):
            return f"{level} of that name"
        if not self._written_as_name(hit, entry, title):
            return "ordinary words"
        if entry.id in self._abroad or self._lies_abroad(hit):
            self._abroad.add(entry.id)
            self.abroad.add(hit.start)
            return "province of another country"
        if hit.end < len(doc.keys) and doc.keys[hit.end] in _CLUB_AFTER and not doc.breaks[hit.end]:
            return "club of that name"
        return self._why_not_bare(hit, entry) if title is None else ""

    def _lies_abroad(self, hit: Hit) -> bool:
        """ "tỉnh Hà Nam (Trung Quốc)"; without a bracket only where both countries have a province of that name."""
        doc, at = self.doc, hit.end
        shared = tuple(doc.keys[hit.start : at]) in _CHINESE
        joined = shared and at < len(doc.keys) and doc.keys[at] in JOINS and not doc.breaks[at]
        if joined and tuple(map(fold, doc.words[at + 1 : at + 3])) in CHINESE:
            return True  # "tỉnh Hà Nam và Hồ Bắc"
        if at + 2 >= len(doc.keys) or doc.keys[at] not in _LEADS or (doc.keys[at + 1], doc.keys[at + 2]) != _CHINA:
            return False
        return doc.words[at] == "(" or shared

    def _why_not_bare(self, hit: Hit, entry: Entry) -> str:
        """The same for a name without a title word."""
        doc = self.doc
        if self._is_given_name(hit, entry):
            return "person of that name"
        if entry.id == _PEACE and _OF_PEACE.ends(doc.keys, hit.start) < hit.start and not doc.breaks[hit.start]:
            return "ordinary words"
        if self._in_person_name(hit, entry) or (entry.id.startswith("LA") and self._begins_person_name(hit)):
            return "part of a person's name"
        if doc.block_of(hit.start).kind in _SIGNED and not self.announced(hit):
            return "a name under the text"
        if is_club(doc, hit) and self._in_sport():
            return "club of that name"
        if self._beside_district(hit) or self._beside_commune(hit):
            return "district of that name"
        if entry.capital and self._in_longer_name(hit):
            return "part of a longer name"
        return ""

    def _in_sport(self) -> bool:
        if self._sport is None:
            self._sport = is_sport(self.doc)
        return self._sport

    def _written_as_name(self, hit: Hit, entry: Entry, title: Title | None) -> bool:
        """Capitals on every syllable; Lao names may go on in lower case; after "tỉnh" one capital is enough."""
        shapes = self.doc.shapes[hit.start : hit.end]
        if "l" not in shapes:
            return True
        shapes = [shape for shape in shapes if shape != "p"]
        if entry.capital and title is None:
            return False
        lao = entry.id.startswith("LA")
        if shapes[0] == "l":
            return title is not None or (lao and "U" in shapes)
        return lao or title is not None or hyphenated(self.doc, hit)

    def all_capitals(self, hit: Hit) -> bool:
        """Nothing but capitals: a headline, in which ordinary words look like names."""
        return all(shape != "U" for shape in self.doc.shapes[hit.start : hit.end])

    def _pair_follows(self, end: int) -> bool:
        doc = self.doc
        if end >= len(doc.keys) or doc.keys[end] not in DASHES or doc.breaks[end]:
            return False
        return end + 1 < len(doc.keys) and doc.shapes[end + 1] in ("U", "A")

    def announced(self, hit: Hit) -> bool:
        """A body that wants a province ends here, or a province found before is joined to this name."""
        body = hit_before(self.doc, hit.start)
        entry = body.of("body") if body else None
        if entry is not None and self.doc.gazetteer.bodies[entry.id].place is not None:
            return True
        last = self.found[-1] if self.found else None
        return last is not None and last.kind == "province" and only_joins(self.doc, last.end, hit.start)

    def _in_person_name(self, hit: Hit, entry: Entry) -> bool:
        """Capitalised words that no hit explains stand right before: a family name, or for Lao names any."""
        doc, start = self.doc, hit.start
        at = start
        while (
            start > 0
            and at - start < 3
            and not doc.breaks[start]
            and doc.shapes[start - 1] == "U"
            and ((before := hit_before(doc, start)) is None or before.end - before.start == 1)
        ):
            start -= 1
        run = at - start
        if run == 0:
            return self._ends_in_rank(at)
        keys = doc.keys[start:at]
        opens = run == 1 and (
            start == 0 or doc.sentence[start - 1] != doc.sentence[start] or doc.words[start - 1] == "("
        )
        if run == 1 and keys[0] in _PLACING:
            return False
        if keys[-1] in _MIDDLE_NAMES or (entry.id.startswith("LA") and not opens):
            return True
        if run == 1 and keys[0] in doc.gazetteer.surnames and self._after_rank(start):
            return True  # "Đại tá | Danh Thái Bình"
        named = keys[-1] in _FAMILY or (run > 1 and keys[-2] in _FAMILY)
        if not named or (opens and keys[-1] in _ALSO_WORDS):
            return False
        first = at - 1 if keys[-1] in _FAMILY else at - 2
        title = title_before(doc, first)
        return title is None or title.level == "person"

    def _after_rank(self, at: int) -> bool:
        """A rank ends right before the token."""
        before = hit_before(self.doc, at)
        return before is not None and before.of("rank") is not None

    def _begins_person_name(self, hit: Hit) -> bool:
        """ "các đồng chí: Khăm-muôn Chăn-vi-lay, Phó Chủ tịch", "Viện trưởng VKSND tỉnh X Khăm Muộn Si La Phun": more
        syllables of a name follow, where a person is told."""
        doc, end = self.doc, hit.end
        while end < len(doc.keys) and end - hit.end < _LONGEST_NAME and not doc.breaks[end] and self._goes_on(end):
            end += 1
        if end - hit.end < 2 or end >= len(doc.keys) or doc.breaks[end]:
            return False
        before = hit_before(doc, hit.start)
        if before is not None:
            place = self.found[-1] if self.found else None
            told = place is not None and place.end == hit.start and place.kind == "province"
            return told or before.of("honorific") is not None
        return hit.start > 0 and doc.words[hit.start - 1] in _BEFORE_NAMES and doc.words[end] in ",-–("

    def _goes_on(self, at: int) -> bool:
        """The token is a syllable of a name that nothing explains: with a capital, or joined by a hyphen."""
        doc = self.doc
        if doc.words[at] in HYPHENS:
            return doc.glued(at)
        if doc.shapes[at] == "l":
            return doc.words[at - 1] in HYPHENS and doc.glued(at)
        known = doc.hit_at.get(at)
        return doc.shapes[at] == "U" and (known is None or known.end - known.start == 1)

    def _is_given_name(self, hit: Hit, entry: Entry) -> bool:
        """ "Huế khai nhận", after "Phạm Thị Huế": a given name of one syllable, without any word of a place."""
        if hit.end - hit.start > 1 or entry.id.startswith("LA") or self.announced(hit):
            return False
        if self._in_person_name(hit, entry):
            self._persons.add(entry.id)
            return True
        if entry.id not in self._persons or entry.id in self._found_ids():
            return False
        return hit.start == 0 or self.doc.keys[hit.start - 1] not in _PLACING

    def _found_ids(self) -> set[str]:
        """The ids of all that was found so far."""
        self._ids.update(place.id for place in self.found[self._counted :])
        self._counted = len(self.found)
        return self._ids

    def _beside_district(self, hit: Hit) -> bool:
        """ "Lệ Thủy, Quảng Ninh": the name is a district's too, of the province of the district it is joined to."""
        entry, at = hit.of("district"), hit.start - 1
        if entry is None or at < 0 or self.doc.keys[at] not in JOINS or self.doc.breaks[hit.start]:
            return False
        last = hit_before(self.doc, at)
        other = last.of("district") if last is not None else None
        if other is None:
            return False
        gazetteer = self.doc.gazetteer  # not the province itself, whose seat has its name
        shared = provinces_of(gazetteer, hit.entries) & provinces_of(gazetteer, last.entries if last else ())
        return bool(shared) and all(meaning.id not in shared for meaning in hit.entries)

    def _beside_commune(self, hit: Hit) -> bool:
        """ "phường Phú Lâm và Phú Thọ": a second commune of the list."""
        doc, at = self.doc, hit.start - 1
        if at < 2 or doc.breaks[hit.start] or doc.keys[at] != _AND:
            return False
        start = at
        while start > 0 and at - start < _COMMUNE_NAME and doc.shapes[start - 1] == "U" and not doc.breaks[start]:
            start -= 1
        return start < at and doc.keys[start - 1] in _COMMUNES and title_before(doc, start) is not None

    def _in_longer_name(self, hit: Hit) -> bool:
        """A capitalised word that nothing explains follows: "Ngân hàng TMCP Sài Gòn Thương tín"."""
        doc, after = self.doc, hit.end
        if after >= len(doc.keys) or doc.breaks[after] or doc.shapes[after] != "U" or after in doc.hit_at:
            return False
        return doc.keys[after] not in doc.gazetteer.surnames and not self.announced(hit)

    def _ends_in_rank(self, at: int) -> bool:
        hit = hit_before(self.doc, at)
        return hit is not None and not self.doc.breaks[at] and hit.of("rank") is not None
