"""What things are called in a language of the site: provinces, ranks, offices, kinds of documents and events, topics.

Vietnamese words come from the gazetteer, English ones too; other languages translate the English ones by their
catalogue. What a text writes stays as it wrote it; where the page speaks another language a gloss stands beside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from borderwire.gazetteer import Gazetteer
from borderwire.gazetteer.types import Province
from borderwire.model import Country, Figure
from borderwire.site.bodies import BodyGlosses
from borderwire.site.foreign import foreign
from borderwire.site.languages import SOURCE_LANGUAGE, Language
from borderwire.site.offices import OfficeGlosses
from borderwire.text import squash


class Term(Protocol):
    """A row of the gazetteer that has a Vietnamese and an English name."""

    @property
    def name(self) -> str: ...
    @property
    def name_en(self) -> str: ...


class FormedTerm(Term, Protocol):
    """A term that texts write in several forms."""

    @property
    def forms(self) -> tuple[str, ...]: ...


class RankTerm(FormedTerm, Protocol):
    """order: larger is higher."""

    @property
    def order(self) -> int: ...


class OfficeTerm(RankTerm, Protocol):
    """role: a function at a meeting, which is no office."""

    @property
    def role(self) -> bool: ...


AnyTerm = TypeVar("AnyTerm", bound=FormedTerm)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a page shows it. lang: of the text where it is not the page's own, else None."""

    text: str
    lang: str | None = None

    @property
    def marked(self) -> str:
        """The name inside a line of the page's language."""
        return foreign(self.text, self.lang)


@dataclass(frozen=True)
class Terms:
    """The part of the gazetteer that the site shows. All by id; ranks and offices also by their written forms."""

    provinces: Mapping[str, Province]
    ranks: Mapping[str, RankTerm]
    offices: Mapping[str, OfficeTerm]
    documents: Mapping[str, Term]
    events: Mapping[str, Term]
    topics: Mapping[str, Term]
    goods: Mapping[str, Term]
    bodies: Mapping[str, FormedTerm]
    gates: Mapping[str, str]
    districts: Mapping[str, str]

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> Terms:
        return cls(
            provinces=gazetteer.provinces,
            ranks=gazetteer.ranks,
            offices=gazetteer.offices,
            documents=gazetteer.documents,
            events=gazetteer.events,
            topics=gazetteer.topics,
            goods=gazetteer.goods,
            bodies=gazetteer.bodies,
            gates={ident: gate.name for ident, gate in gazetteer.gates.items()},
            districts={ident: district.name for ident, district in gazetteer.districts.items()},
        )


class Names:
    """The terms in one language."""

    def __init__(self, terms: Terms, language: Language) -> None:
        self.terms = terms
        self.language = language
        self._ranks = _by_form(terms.ranks)
        self._offices = _by_form(terms.offices)
        self._office_glosses = OfficeGlosses(self._offices, self.organization, language)
        self._provinces: dict[str, Name] = {}
        names = Counter(row.name for row in terms.provinces.values())
        self._shared = frozenset(name for name, number in names.items() if number > 1)
        self._bodies: BodyGlosses | None = None
        self._glosses: dict[tuple[str, str], str | None] = {}

    def province(self, ident: str, fallback: str = "") -> Name:
        """Lao provinces: in Vietnamese spelling, in English or in Lao script; Vietnamese ones keep their letters."""
        name = self._provinces.get(ident)
        if name is None:
            name = self._provinces[ident] = self._province(ident, fallback)
        return name

    def _province(self, ident: str, fallback: str) -> Name:
        row = self.terms.provinces.get(ident)
        code = self.language.code
        if row is None:
            return Name(fallback or ident, None if code == SOURCE_LANGUAGE else SOURCE_LANGUAGE)
        if code == SOURCE_LANGUAGE:
            return Name(f"{row.name} ({self._kind(row)})" if row.name in self._shared else row.name)
        if row.country == "VN":
            return Name(row.name, SOURCE_LANGUAGE)
        if code == "lo" and row.name_lao:
            return Name(row.name_lao)
        return Name(row.name_en, None if code == "en" else "en")

    def _kind(self, row: Province) -> str:
        """What tells it from another of its name: "Viêng Chăn (thủ đô)", "Viêng Chăn (tỉnh)"."""
        return self.language.gettext("capital city" if row.kind == "prefecture" else "province, not the capital")

    def country(self, code: Country | None) -> str:
        return self.language.gettext({"VN": "Vietnam", "LA": "Laos"}.get(code or "", "not known"))

    def event(self, ident: str, fallback: str = "") -> str:
        return self._term(self.terms.events, ident, fallback)

    def document(self, ident: str, fallback: str = "") -> str:
        return self._term(self.terms.documents, ident, fallback)

    def topic(self, ident: str) -> str:
        return self._term(self.terms.topics, ident, "")

    def goods(self, ident: str | None, written: str) -> Name:
        """A kind of goods by its id; by the words of the text where the gazetteer has none."""
        return Name(self._term(self.terms.goods, ident, written)) if ident else Name(written, self.foreign)

    def goods_gloss(self, figure: Figure) -> str:
        """The kind of goods where the page speaks another language than the text and calls it otherwise, else ""."""
        if figure.kind_id is None or not self.foreign:
            return ""
        name = self.goods(figure.kind_id, "").text
        return "" if squash(name) == squash(figure.kind or "") else name

    def body(self, ident: str) -> str:
        """A kind of body: "cooperation committee"; "" where the gazetteer has none."""
        return self._term(self.terms.bodies, ident, "") if ident in self.terms.bodies else ""

    def figure(self, what: str) -> str:
        """The catalogue knows the kinds of figures by their ids with spaces: "returned persons"."""
        return self.language.gettext(what.replace("-", " ").replace("_", " "))

    def _term(self, rows: Mapping[str, Term], ident: str, fallback: str) -> str:
        row = rows.get(ident)
        if row is None:
            return fallback or ident.replace("-", " ")
        return row.name if self.language.code == SOURCE_LANGUAGE else self.language.gettext(row.name_en)

    def rank(self, written: str) -> str | None:
        """The rank in the page's language; None on Vietnamese pages and where the gazetteer has no such rank."""
        return self._gloss("rank", written, self._ranks)

    def seniority(self, written: str) -> int:
        """Of a rank: larger is higher; 0 where there is none that the gazetteer knows."""
        row = self._ranks.get(squash(written)) if written else None
        return row.order if row else 0

    def office_order(self, written: str) -> int:
        """Of an office: larger is higher inside its sphere, and roughly across; 0 where the gazetteer has no such."""
        row = self._offices.get(squash(written)) if written else None
        return row.order if row and not row.role else 0

    def office(self, written: str, organization: str | None = None, *, beside: bool = False) -> str | None:
        """The office in the page's language; None on Vietnamese pages and where it is not understood. organization:
        its body as written; beside: the body is told right after it."""
        if self.language.code == SOURCE_LANGUAGE:
            return None
        key = f"office {int(beside)} {organization or ''}", written
        if key not in self._glosses:
            self._glosses[key] = self._office_glosses.gloss(written, organization, beside=beside)
        return self._glosses[key]

    def organization(self, written: str) -> str | None:
        """A body as a text writes it, in the page's language; None where it is not understood whole."""
        if self.language.code == SOURCE_LANGUAGE:
            return None
        key = "body", written
        if key not in self._glosses:
            if self._bodies is None:
                self._bodies = BodyGlosses(self.terms.bodies, self._places(), self.language)
            self._glosses[key] = self._bodies.gloss(written)
        return self._glosses[key]

    def post(self, rank: str | None, position: str | None, organization: str | None) -> tuple[str, str, str]:
        """All three in the page's language, and marked where it has no word for what is written; "" for None."""
        return (
            self._told(rank, self.rank),
            self._told(position, lambda written: self.office(written, organization)),
            self._told(organization, self.organization),
        )

    def _told(self, written: str | None, gloss: Callable[[str], str | None]) -> str:
        return (gloss(written) or self.written(written)) if written else ""

    @property
    def foreign(self) -> str | None:
        """The language of the texts where the page speaks another."""
        return None if self.language.code == SOURCE_LANGUAGE else SOURCE_LANGUAGE

    def written(self, text: str) -> str:
        """Words of a text, marked where the page speaks another language."""
        return foreign(text, self.foreign)

    def _places(self) -> dict[str, str]:
        """Provinces, districts and gates by their names, squashed; names that two provinces share with what tells them
        apart."""
        found = {squash(name): foreign(name, SOURCE_LANGUAGE) for name in self.terms.districts.values()}
        found |= {squash(name): foreign(name, SOURCE_LANGUAGE) for name in self.terms.gates.values()}
        meant: dict[str, set[str]] = {}
        for row in self.terms.provinces.values():
            for form in (row.name, *row.forms):
                meant.setdefault(squash(form), set()).add(row.id)
        for form, rows in meant.items():
            for ident in sorted(rows):
                unit = ("thủ đô", "thành phố") if self.terms.provinces[ident].kind == "prefecture" else ("tỉnh",)
                for told in unit if len(rows) > 1 else ():
                    found[squash(told) + form] = self.province(ident).marked
        return found | {form: self.province(min(rows)).marked for form, rows in meant.items() if len(rows) == 1}

    def _gloss(self, kind: str, written: str, forms: Mapping[str, Term]) -> str | None:
        if self.language.code == SOURCE_LANGUAGE:
            return None
        key = kind, written
        if key not in self._glosses:
            row = forms.get(squash(written))
            self._glosses[key] = self.language.gettext(row.name_en) if row else None
        return self._glosses[key]


def _by_form(rows: Mapping[str, AnyTerm]) -> dict[str, AnyTerm]:
    found: dict[str, AnyTerm] = {}
    for row in rows.values():
        for form in (row.name, *row.forms):
            found.setdefault(squash(form), row)
    return found
