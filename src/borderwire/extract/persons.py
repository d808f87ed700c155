"""Mentions of persons: a small grammar over ranks, offices, honorifics and names.

PERSON := [OFFICE-LIST] [honorific] [rank] NAME ["(" ... ")"] [("," | "-") OFFICE-LIST]
OFFICE-LIST := OFFICE {("," | "và" | "kiêm" | "-") OFFICE}

An office that stands right before a name belongs to that name; any other belongs to the name before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from borderwire.extract.body_parts import PRIVATE_LEVELS
from borderwire.extract.phrases import DASHES
from borderwire.extract.cues import COUNTERPART_WORDS, positions
from borderwire.extract.doc import Doc
from borderwire.extract.fields import FIELDS, UNIT_PAIRS
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.name_parts import Name
from borderwire.extract.names import HYPHENS, read_name
from borderwire.extract.office_kinds import Office
from borderwire.extract.ranks import RankMention
from borderwire.extract.vocabulary import ACADEMIC, CIVIL_DATA, SUSPECTS
from borderwire.text import fold, key

_SEPARATORS = frozenset([",", ":", "–", "—", "-", "‐", "‑"])
_SILENT = frozenset(["byline", "credit", "furniture", "stamp", "section", "outlet", "end-mark"])
_FILLERS = frozenset(
    key(word)
    for word in (
        "kiêm",
        "đồng",
        "thời",
        "là",
        "hiện",
        "đang",
        "nguyên",
        "giữ",
        "chức",
        "vụ",
        "và",
        "cũng",
        "vừa",
        "làm",
    )
)
_PLURAL = frozenset(key(word) for word in ("các", "hai", "ba", "những", "2", "3", "bốn"))
_LIST_OPENERS = frozenset(
    key(word)
    for word in (
        "có",
        "gồm",
        "do",
        "cùng",
        "với",
        "và",
        "là",
        "của",
        "theo",
        "giữa",
        "cho",
        "tới",
        "gặp",
        "mời",
        "tiếp",
    )
)
_ALONE = frozenset(["thu-tuong", "chu-tich-quoc-hoi"])
_APPOINTED = frozenset(
    key(word)
    for word in (
        "được",
        "bầu",
        "bổ",
        "nhiệm",
        "sung",
        "giữ",
        "chức",
        "vụ",
        "làm",
        "tái",
        "cử",
        "điều",
        "động",
        "đến",
        "phân",
        "công",
        "nhận",
        "tác",
        "và",
        "chỉ",
        "định",
        ",",
        "tín",
        "tiếp",
        "tục",
        "luân",
        "chuyển",
        "mới",
    )
)
# Offices that "làm ..." makes a part played at the event.
_ROLES = frozenset(["doi-truong", "truong-doan", "truong-ban", "to-truong"])
_BEFORE_LIST = frozenset([":", ";", "-", "+", "•", "–"])


@dataclass(slots=True)
class PersonMention:
    """One mention of a person. start: its first token, offices and ranks before the name included; barred: why the
    person is no official, if so; body: a body told in brackets or by "do"; place: a province told in brackets; heads: told to head a delegation."""

    name: Name
    start: int
    end: int
    rule: str
    rank: RankMention | None = None
    offices: list[Office] = field(default_factory=list)
    honorific: bool = False
    barred: str | None = None
    civil: bool = False
    body: BodyMention | None = None
    place: PlaceMention | None = None
    alias: Name | None = None
    heads: bool = False


def find_persons(
    doc: Doc,
    places: Sequence[PlaceMention],
    bodies: Sequence[BodyMention],
    offices: Sequence[Office],
    ranks: Sequence[RankMention],
) -> list[PersonMention]:
    """All mentions of persons with a rank, an office or an honorific, in order."""
    return _Reader(doc, places, bodies, offices, ranks).read()


class _Reader:
    def __init__(
        self,
        doc: Doc,
        places: Sequence[PlaceMention],
        bodies: Sequence[BodyMention],
        offices: Sequence[Office],
        ranks: Sequence[RankMention],
    ) -> None:
        self.doc = doc
        self.places = {place.start: place for place in places}
        self.bodies = {body.start: body for body in bodies}
        self.office_at = {office.start: office for office in offices}
        self.office_end = {office.end: office for office in offices}
        self.rank_at = {rank.start: rank for rank in ranks}
        self.rank_end = {rank.end: rank for rank in ranks}
        self.honorific_end = {hit.end: hit.start for hit in doc.hits_of("honorific")}
        self.used: set[int] = set()  # starts of offices that have a person
        self.names: dict[int, Name | None] = {}
        self.found: dict[int, PersonMention] = {}

    def read(self) -> list[PersonMention]:
        for anchor in sorted({*self.rank_end, *self.office_end, *self.honorific_end}):
            start = self._skip_country(self._skip_academic(anchor), anchor)
            if start in self.found or self._silent(start):
                continue
            name = self._name(start)
            if name is not None and self._plausible(name, anchor):
                self._person(name)
        for office in self.office_at.values():
            if office.start not in self.used and not self._silent(office.start):
                self._name_before(office)
        for office in self.office_at.values():
            if office.start not in self.used and not self._silent(office.start):
                self._name_after(office)
        self._counterparts()
        self._share_back()
        return [self.found[at] for at in sorted(self.found)]

    # --- names

    def _silent(self, at: int) -> bool:
        return at >= len(self.doc.keys) or self.doc.block_of(at).kind in _SILENT

    def _name(self, at: int) -> Name | None:
        if at not in self.names:
            self.names[at] = read_name(self.doc, at) if at < len(self.doc.keys) and not self.doc.breaks[at] else None
        return self.names[at]

    def _skip_academic(self, at: int) -> int:
        """Past "GS.TS", ", PGS, TS", ":" between a rank and the name."""
        doc, end = self.doc, at
        while end < len(doc.keys) and not doc.breaks[end]:
            after = ACADEMIC.match(doc.keys, end + 1 if doc.words[end] in ",." else end)
            if after > end + (doc.words[end] in ",."):
                end = after
                if end < len(doc.keys) and doc.words[end] == "." and not doc.breaks[end]:
                    end += 1
                continue
            break
        if end < len(doc.keys) and doc.words[end] in ":" and end in self.rank_end:
            end += 1
        return end

    def _skip_country(self, at: int, anchor: int) -> int:
        """ "Thiếu úy Lào Bun Hương": the side between a rank and the name."""
        hit = self.doc.hit_at.get(at)
        if anchor not in self.rank_end or hit is None or hit.of("country") is None or hit.end >= len(self.doc.keys):
            return at
        return hit.end if self.doc.shapes[hit.end] == "U" and not self.doc.breaks[hit.end] else at

    def _plausible(self, name: Name, anchor: int) -> bool:
        """After a rank or an honorific any name will do; after an office it must not be the field of the office."""
        doc = self.doc
        if anchor in self.rank_end:
            return True
        place = self.places.get(name.start)
        if anchor not in self.honorific_end and place is not None and place.end >= name.end:
            return False
        if name.vietnamese or (len(name.parts) > 2 and fold(name.parts[0]) == "nguyen"):
            return True
        if anchor in self.honorific_end:
            return True
        if place is not None and place.kind in ("country", "province"):
            return False
        hit = doc.hit_at.get(name.start)
        if hit is not None and hit.kind in ("body", "document", "event", "decoy") and hit.end - hit.start > 1:
            return False
        if self._noun(name):
            return False
        return len(name.parts) < 2 or name.lao or name.initials or name.start in self.places or _foreign_look(name)

    def _noun(self, name: Name) -> bool:
        """The row of capitals begins the name of something else: a unit, a field of work."""
        doc, at = self.doc, name.start
        if FIELDS.match(doc.keys, at) > at + 1 or (
            at + 1 < len(doc.keys) and tuple(doc.keys[at : at + 2]) in UNIT_PAIRS
        ):
            return True
        return doc.keys[at] in _NOUNS and not name.lao

    # --- one person

    def _person(self, name: Name, rule: str = "") -> PersonMention:
        mention = PersonMention(name, name.start, name.end, rule)
        self.found[name.start] = mention
        self._left(mention)
        self._right(mention)
        self._judge(mention)
        if not rule:
            mention.rule = _rule(mention)
        self._others(mention)
        return mention

    def _left(self, mention: PersonMention) -> None:
        doc, edge = self.doc, mention.start
        while edge > 0 and not doc.breaks[edge]:
            step = edge
            side = doc.hit_at.get(edge - 1)
            if (
                side is not None
                and side.of("country") is not None
                and edge - 1 in self.rank_end
                and mention.rank is None
            ):
                edge = step = edge - 1  # "Thiếu úy Lào Bun Hương"
            academic = ACADEMIC.ends(doc.keys, step)
            if academic < step:
                edge = academic
                continue
            if doc.words[step - 1] in ",." and ACADEMIC.ends(doc.keys, step - 1) < step - 1:
                edge = step - 1
                continue
            if doc.words[step - 1] in _SEPARATORS or doc.keys[step - 1] == "là":
                step -= 1
                if step == mention.start - 1 and not mention.offices and step not in self.office_end:
                    break
            if step in self.honorific_end and step == edge:
                mention.honorific, edge = True, self.honorific_end[step]
                continue
            if step in self.rank_end and mention.rank is None and (step == edge or doc.words[step] in ",:"):
                if step < edge and mention.start == edge and doc.words[step] == ",":
                    break
                mention.rank, edge = self.rank_end[step], self.rank_end[step].start
                continue
            office = self.office_end.get(step)
            if office is None or office.start in self.used or (step < edge and not self._reaches(mention, office)):
                break
            if step < edge and office.id in _ALONE and mention.offices:
                break  # "thừa ủy quyền của Thủ tướng, Bộ trưởng NAME"
            mention.offices.insert(0, office)
            self.used.add(office.start)
            edge = office.start
        mention.start = edge
        if edge > 1 and doc.keys[edge - 2 : edge] == ["đối", "với"] and not mention.offices:
            self._concerned(mention)
        if edge > 1 and doc.keys[edge - 1] == "thay" and not mention.offices:
            self._predecessor(mention)

    def _concerned(self, mention: PersonMention) -> None:
        """ "miễn nhiệm chức vụ OFFICE ... đối với ông NAME"."""
        doc = self.doc
        for at in range(mention.start - 3, max(mention.start - 25, 0), -1):
            office = self.office_at.get(at)
            if office is not None and office.start not in self.used:
                if doc.sentence[at] == doc.sentence[mention.start] and doc.keys[at - 1] in ("chức", "vụ", "danh"):
                    mention.offices.append(office)
                    self.used.add(office.start)
                return

    def _predecessor(self, mention: PersonMention) -> None:
        """ "A giữ chức OFFICE thay B": B held it before."""
        ends = [office for office in self.office_end.values() if office.end == mention.start - 1]
        if ends and ends[0].start in self.used:
            mention.offices.append(ends[0])

    def _reaches(self, mention: PersonMention, office: Office) -> bool:
        """An office before a comma or a dash still belongs to the name: another office, a rank or a title follows, or
        the name begins with a family name."""
        return bool(mention.offices) or mention.rank is not None or mention.honorific or mention.name.vietnamese

    def _right(self, mention: PersonMention) -> None:
        doc = self.doc
        at = self._brackets(mention, mention.end)
        while at < len(doc.keys) and not doc.breaks[at]:
            step = self._appointed(at)
            new = step > at
            if doc.words[step] in _SEPARATORS or doc.keys[step] in (
                "và",
                "kiêm",
                "là",
                "hiện",
                "đồng",
                "nguyên",
                "giữ",
                "làm",
            ):
                step += 1
            while step < len(doc.keys) and step < at + 6 and doc.keys[step] in _FILLERS and step not in self.office_at:
                step += 1
            if step >= len(doc.keys) or doc.breaks[step]:
                break
            academic = ACADEMIC.match(doc.keys, step)
            if academic > step > at:
                at = academic
                continue
            office = self.office_at.get(step)
            if office is None or office.start in self.used or self._belongs_to_next(office):
                body = self.bodies.get(step)
                after = body.end + 1 if body is not None and body.level == "party" and step > at else 0
                if 0 < after < len(doc.keys) and doc.words[after - 1] == "," and after in self.office_at:
                    at = after - 1
                    continue
                self._unit(mention, at, step)
                break
            as_role = doc.keys[office.start - 1] == "làm" and office.kind in _ROLES and not new
            mention.offices.append(office._replace(new=new, role=office.role or as_role))
            self.used.add(office.start)
            at = mention.end = office.end
            if at < len(doc.keys) and doc.words[at] == "(":
                at = self._brackets(mention, at)
        self._civil(mention, mention.end)
        self._lead(mention, at)

    def _appointed(self, at: int) -> int:
        """Past "được bầu giữ chức", "được bổ nhiệm làm", ", giữ chức": to the office newly given."""
        doc, end = self.doc, at
        if doc.words[end] == "," and end + 1 < len(doc.keys):
            end += 1
        first = end
        while (
            end < len(doc.keys)
            and end - first < 14
            and doc.keys[end] in _APPOINTED
            and not doc.breaks[end]
            and end not in self.office_at
        ):
            end += 1
        if end == first or end not in self.office_at or doc.keys[end - 1] not in ("chức", "vụ", "làm"):
            return at
        return end if end - first > 1 else at

    def _unit(self, mention: PersonMention, at: int, step: int) -> None:
        """ "Đại tá A, Công an tỉnh X": a body in the place of an office."""
        body = self.bodies.get(step)
        if body is not None and step > at and mention.body is None and not mention.offices and mention.rank is not None:
            if self.doc.keys[at] != "và":
                mention.body = body

    def _belongs_to_next(self, office: Office) -> bool:
        """A name, or a rank or a title with a name, follows the office at once."""
        doc, end = self.doc, office.end
        if end >= len(doc.keys) or doc.breaks[end]:
            return False
        if doc.words[end] in DASHES and end + 1 in self.rank_at and doc.words[office.start - 1] not in DASHES:
            end += 1
        if end in self.rank_at:
            return self._name(self._skip_academic(self.rank_at[end].end)) is not None
        start = self._skip_academic(end)
        name = self._name(start)
        return name is not None and len(name.parts) > 1 and self._plausible(name, office.end)

    def _brackets(self, mention: PersonMention, at: int) -> int:
        """Reads "(...)" after a name; gives the token after it."""
        doc = self.doc
        if at >= len(doc.keys) or doc.words[at] != "(" or doc.breaks[at]:
            return at
        close = next(
            (i for i in range(at + 1, min(at + 40, len(doc.keys))) if doc.words[i] == ")" or doc.breaks[i]), None
        )
        if close is None or doc.words[close] != ")":
            return at
        self._civil(mention, at)
        step = at + 1
        rank = self.rank_at.get(step)
        if rank is not None and rank.end == close and mention.rank is None:
            mention.rank = rank
        place = self.places.get(step)
        if place is not None and place.end == close and place.kind == "province":
            mention.place = place
        office = self.office_at.get(step)
        while office is not None and office.end <= close:
            mention.offices.append(office)
            self.used.add(office.start)
            step = office.end + 1
            office = self.office_at.get(step)
        body = self.bodies.get(at + 1)
        if body is not None and body.end <= close:
            mention.body = body
        elif doc.shapes[at + 1] == "A":
            mention.body = next(
                (self._unit_of(at + 1, inner) for inner in range(at + 2, close) if inner in self.bodies), None
            )
        alias = self._name(at + 1)
        if (
            alias is not None
            and alias.end == close
            and len(alias.parts) > 1
            and close - at <= 10
            and at + 1 not in self.places
        ):
            mention.alias = alias
        return close + 1

    def _unit_of(self, start: int, at: int) -> BodyMention:
        """ "(PC01, Công an tỉnh)": a unit by its code and the body above it."""
        body = self.bodies[at]
        return replace(body, name=f"{self.doc.slice(start, at)} {body.name}")

    def _civil(self, mention: PersonMention, at: int) -> None:
        """Year of birth, age or home after the name."""
        doc = self.doc
        if at >= len(doc.keys) or doc.breaks[at] or doc.words[at] not in ",(":
            return
        step = at + 1
        if step < len(doc.keys) and doc.shapes[step] == "d":
            mention.civil = step + 1 < len(doc.keys) and doc.keys[step + 1] == "tuổi"
        elif CIVIL_DATA.match(doc.keys, step) > step:
            mention.civil = True

    def _lead(self, mention: PersonMention, at: int) -> None:
        """ "do Đại tá A, Phó Giám đốc, làm trưởng đoàn" / "dẫn đầu"."""
        doc = self.doc
        words = doc.keys[at : at + 5]
        if ("dẫn" in words and "đầu" in words) or (
            "trưởng" in words and "đoàn" in words and ("làm" in words or "," in words)
        ):
            mention.heads = True
        start = mention.start
        if start > 0 and doc.keys[start - 1] == "do" and self._of_company(start - 1):
            mention.offices = [office._replace(state=False) if office.bare else office for office in mention.offices]
        if any(office.role and office.kind == "truong-doan" for office in mention.offices):
            mention.heads = True
        if start > 0 and doc.keys[start - 1] == "do" and mention.body is None:
            edge = start - 1
            if doc.words[edge - 1] == ")":
                edge = next((at for at in range(edge - 2, max(edge - 15, 0), -1) if doc.words[at] == "("), edge)
            for back in range(edge - 1, max(edge - 14, -1), -1):
                body = self.bodies.get(back)
                if body is not None and edge - 3 <= body.end <= edge:
                    mention.body = body
                    break

    def _of_company(self, at: int) -> bool:
        """The last body named before a token in its sentence is none of state or party."""
        doc = self.doc
        for back in range(at - 1, max(at - 15, -1), -1):
            if doc.sentence[back] != doc.sentence[at]:
                return False
            hit = doc.hit_at.get(back)
            body = hit.of("body") if hit is not None else None
            if body is not None:
                return doc.gazetteer.bodies[body.id].level in PRIVATE_LEVELS
        return False

    def _judge(self, mention: PersonMention) -> None:
        doc, start = self.doc, mention.start
        bad = SUSPECTS.ends(doc.keys, start)
        if bad < start and not doc.breaks[start]:
            mention.barred = f"after “{doc.slice(bad, start)}”"

    # --- names without a rank or a title of their own

    def _others(self, first: PersonMention) -> None:
        """ "các Thiếu tướng A, B và C", "các đồng chí Phó Giám đốc: Đại tá A, Đại tá B": one rank or office for all."""
        doc = self.doc
        if first.start == 0 or (doc.keys[first.start - 1] not in _PLURAL and doc.keys[first.start] not in _PLURAL):
            return
        shared = [office for office in first.offices if office.start < first.name.start]
        group = [first]
        at = first.end
        while at + 1 < len(doc.keys) and (doc.words[at] in ",;" or doc.keys[at] == "và") and not doc.breaks[at]:
            rank = self.rank_at.get(at + 1)
            start = rank.end if rank is not None else at + 1
            if start in self.found or at + 1 in self.office_at:
                break
            name = self._name(start)
            if name is None or len(name.parts) < 2 or (rank is None and not name.vietnamese and first.name.vietnamese):
                break
            mention = PersonMention(name, at + 1, name.end, "one rank or office for several names")
            mention.rank, mention.honorific = rank or first.rank, first.honorific
            self.found[name.start] = mention
            self._right(mention)
            if not mention.offices:
                mention.offices = list(shared)
            group.append(mention)
            at = mention.end
        last = group[-1]
        for mention in group:
            mention.body = mention.body or last.body

    def _name_before(self, office: Office) -> None:
        """ "Lê Văn A, Phó Chủ tịch ...": a name that only the office after it tells."""
        doc = self.doc
        end = office.start - 1
        if end <= 0 or doc.breaks[office.start] or doc.words[end] not in _SEPARATORS | {"("} or doc.words[end] == ":":
            return
        if doc.words[end - 1] == ")":
            opened = next((i for i in range(end - 2, max(end - 20, 0), -1) if doc.words[i] == "("), end)
            end = opened
        name = self._ending(end)
        if name is None or name.start in self.found or len(name.parts) < 2 or name.initials:
            return
        if self._belongs_to_next(office) or not self._opens(name):
            return
        self._person(name, rule="name, office")

    def _name_after(self, office: Office) -> None:
        """ "Bí thư Tỉnh ủy X, Lê Văn A, cho biết": a name set off by a comma."""
        doc, at = self.doc, office.end + 1
        if at >= len(doc.keys) or doc.words[at - 1] != "," or office.state is not True or doc.breaks[at - 1]:
            return
        name = self._name(at)
        if (
            name is None
            or name.start in self.found
            or len(name.parts) < 2
            or name.initials
            or name.end >= len(doc.keys)
        ):
            return
        if not (name.vietnamese or name.lao) or not self._plausible(name, office.end) or doc.shapes[name.end] == "U":
            return
        if FIELDS.match(doc.keys, at) > at + 1 or (doc.words[name.end] == "," and self._name(name.end + 1) is not None):
            return
        mention = self._person(name, rule="office, name")
        mention.offices.insert(0, office)
        self.used.add(office.start)

    def _share_back(self) -> None:
        """ "Đại tá A, Đại tá B - Phó Giám đốc", "A và B, đồng Phó Giám đốc": an office told once, after the last name."""
        doc = self.doc
        row = [self.found[at] for at in sorted(self.found)]
        for one, other in reversed(list(zip(row, row[1:], strict=False))):
            gap = doc.words[one.name.end : other.start]
            after = [office for office in other.offices if office.start > other.name.start]
            if one.offices or one.rank is None or gap not in ([","], ["và"]) or not after:
                continue
            if doc.words[other.name.end] in DASHES or "đồng" in doc.keys[other.name.end : after[0].start]:
                one.offices = list(after)

    def _counterparts(self) -> None:
        """ "người đồng cấp Lào NAME": the office of the person named before."""
        doc = self.doc
        for at in positions(doc, COUNTERPART_WORDS):
            if at == 0 or doc.keys[at - 1] != "đồng":
                continue
            place = self.places.get(at + 1)
            start = place.end if place is not None and place.kind == "country" else at + 1
            name = self._name(start) if start < len(doc.keys) else None
            before = [m for m in self.found.values() if m.name.start < at and m.offices]
            if name is None or not before:
                continue
            model = max(before, key=lambda mention: mention.name.start).offices[0]
            country = place.country if place is not None and place.kind == "country" else None
            name_of = model.title.split(" ", 2)[2] if model.title.lower().startswith("bộ trưởng ") else None
            office = model._replace(body=None, named=None, organization=name_of and f"Bộ {name_of}", province=None, country=country,
                foreign=place is not None and place.kind == "country" and country is None,
            )  # fmt: skip
            mention = self.found.get(start) or self._person(name, rule="counterpart")
            if not mention.offices:
                mention.offices.append(office)

    def _ending(self, end: int) -> Name | None:
        """The longest name that ends right before token `end`."""
        doc, start = self.doc, end
        while start > 0 and end - start < 16 and not doc.breaks[start]:
            shape, word = doc.shapes[start - 1], doc.words[start - 1]
            joined = word in HYPHENS or (
                shape == "l" and start >= 2 and doc.words[start - 2] in HYPHENS and doc.glued(start - 1)
            )
            if shape not in "UA" and not joined:
                break
            start -= 1
        while start < end:
            name = self._name(start) if doc.shapes[start] in "UA" else None
            if name is not None and name.end == end:
                return name
            start += 1
        return None

    def _opens(self, name: Name) -> bool:
        """What stands before the name lets a person begin there."""
        doc, before = self.doc, name.start - 1
        place = self.places.get(name.start)
        if place is not None and place.end >= name.end:
            return False
        if self._noun(name):
            return False
        if name.start == 0 or doc.breaks[name.start]:
            return True
        if name.vietnamese:
            return doc.shapes[before] not in "UAd" or doc.words[before] in ".,;:"
        if not (name.lao or _foreign_look(name)):
            return False
        return doc.words[before] in _BEFORE_LIST or doc.keys[before] in _LIST_OPENERS or doc.words[before] in ",)"


# Nouns that begin a name of something else, with a capital as well.
_NOUNS = frozenset(
    key(word)
    for word in (
        "công", "bộ", "cục", "sở", "phòng", "ban", "đội", "đồn", "trạm", "viện", "hội", "ủy", "hội", "đoàn", "tổng", "trung",
        "vụ", "quốc", "nhà", "đảng", "hải", "tập", "ngân", "liên", "trường", "học", "đại", "chi", "khu", "cơ", "văn", "thanh",
    )
)  # fmt: skip


def _foreign_look(name: Name) -> bool:
    """Syllables that Vietnamese has not ("James", "Ricardo"): the name of a person, not of a region or a unit."""
    return name.end - name.start > len(name.parts) or any(
        len(part) > 6 or part[-1:].lower() in "bdfjklqrsvwz" or "-" in part for part in name.parts
    )


def _rule(mention: PersonMention) -> str:
    """The production in words: "rank name, office"."""
    before = [office for office in mention.offices if office.start < mention.name.start]
    parts = ["office"] if before else []
    parts += ["honorific"] if mention.honorific else []
    parts += ["rank"] if mention.rank is not None else []
    text = " ".join([*parts, "name"])
    return f"{text}, office" if len(before) < len(mention.offices) else text


__all__ = ["DASHES", "PersonMention", "find_persons"]
