# ruff: noqa: E501
"""A hand-made archive: invented articles with facts of every kind, the hard cases of marking, and hostile text."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import replace

from borderwire.errors import Problem, Span
from borderwire.gazetteer.types import Body, DocumentType, EventType, Goods, Office, Province, Rank, TopicType
from borderwire.model import (
    Agreement,
    AgreementFact,
    Archive,
    Article,
    Block,
    BodyUse,
    CareerStep,
    Country,
    DateFact,
    Delegation,
    Doubt,
    Entry,
    Event,
    Evidence,
    Figure,
    GateFact,
    Handover,
    MeetingSeries,
    Mention,
    Merge,
    Metadata,
    OfficialFact,
    Person,
    Photo,
    Promotion,
    ProvinceFact,
    ProvinceUse,
    Record,
    Series,
    SeriesMeeting,
    SeriesSlot,
    Source,
    Topic,
    Venue,
    YearUse,
)
from borderwire.model import EventType as EventFact
from borderwire.site.names import Terms
from borderwire.text import slug

PROVINCES = {
    row.id: row
    for row in (
        Province("VN-71", "Điện Biên", "VN", "province", "Dien Bien", None, (), borders=("LA-PH", "LA-LP"), lat_lng=(21.7, 103.0)),
        Province("VN-22", "Nghệ An", "VN", "province", "Nghe An", None, (), borders=("LA-HO", "LA-XI", "LA-BL"), lat_lng=(19.2, 104.9)),
        Province(
            "VN-27", "Quảng Nam", "VN", "province", "Quang Nam", None, (), valid_until="2025-06-30", merged_into="VN-DN",
            borders=("LA-XE",), capital="Tam Kỳ", lat_lng=(15.6, 107.9),
        ),
        Province("VN-DN", "Đà Nẵng", "VN", "municipality", "Da Nang", None, (), merged_from=("VN-27",), borders=("LA-XE",), lat_lng=(15.9, 108.0)),
        Province("LA-PH", "Phông Sa Lỳ", "LA", "province", "Phongsaly", "ຜົ້ງສາລີ", (), borders=("VN-71",), lat_lng=(21.7, 102.2)),
        Province("LA-LP", "Luông Pha Băng", "LA", "province", "Luang Prabang", "ຫຼວງພະບາງ", (), borders=("VN-71",), lat_lng=(20.2, 102.6)),
        Province("LA-HO", "Hủa Phăn", "LA", "province", "Houaphanh", "ຫົວພັນ", (), borders=("VN-22",), lat_lng=(20.2, 103.6)),
        Province("LA-XI", "Xiêng Khoảng", "LA", "province", "Xiengkhouang", "ຊຽງຂວາງ", (), borders=("VN-22",), lat_lng=(19.5, 103.4)),
        Province("LA-BL", "Bô Ly Khăm Xay", "LA", "province", "Bolikhamxay", "ບໍລິຄຳໄຊ", (), borders=("VN-22",), lat_lng=(18.4, 104.1)),
        Province("LA-XE", "Sê Kông", "LA", "province", "Sekong", "ເຊກອງ", (), borders=("VN-DN", "VN-27"), lat_lng=(15.5, 107.0)),
    )
}  # fmt: skip
TERMS = Terms(
    provinces=PROVINCES,
    ranks={
        "dai-ta": Rank("dai-ta", "Đại tá", "Senior Colonel", 14, ()),
        "thieu-tuong": Rank("thieu-tuong", "Thiếu tướng", "Major General", 15, ()),
    },
    offices={
        "giam-doc": Office("giam-doc", "Giám đốc", "Director", "police", 60, ()),
        "pho-giam-doc": Office("pho-giam-doc", "Phó Giám đốc", "Deputy Director", "police", 57, ()),
    },
    documents={
        "memorandum": DocumentType("memorandum", "biên bản ghi nhớ", "memorandum of understanding", True, ()),
        "minutes": DocumentType("minutes", "biên bản hội đàm", "minutes of talks", True, ()),
    },
    events={
        "talks": EventType("talks", "hội đàm", "talks", 50, ()),
        "conference": EventType("conference", "hội nghị giao ban", "briefing conference", 60, ()),
    },
    topics={
        "drugs": TopicType("drugs", "phòng, chống ma túy", "drug control", ()),
        "trafficking": TopicType("trafficking", "mua bán người", "human trafficking", ()),
    },
    goods={
        "heroin": Goods("heroin", "heroin", "heroin", ()),
        "methamphetamine": Goods("methamphetamine", "ma túy đá", "methamphetamine", ("methamphetamine",)),
    },
    bodies={
        "cooperation-committee": Body(
            "cooperation-committee",
            "Ủy ban Hợp tác Lào - Việt Nam",
            "cooperation committee",
            "ministry",
            None,
            None,
            (),
        ),
    },
    gates={"na-phac": "Nà Phạc"},
    districts={},
)


class Draft:
    """An article in the making: blocks first, then facts by the phrases that say them."""

    def __init__(self, name: str, *blocks: tuple[str, str]) -> None:
        self.name = name
        self.blocks: list[Block] = []
        parts: list[str] = []
        at = 0
        for kind, text in blocks:
            self.blocks.append(Block(kind, at, at + len(text)))
            parts.append(text)
            at += len(text) + 2
        self.text = "\n\n".join(parts)

    def at(self, phrase: str, which: int = 0) -> tuple[Span, ...]:
        """The place of a phrase, its `which`-th."""
        found = [match.span() for match in re.finditer(re.escape(phrase), self.text)]
        return (found[which],)

    def all(self, *phrases: str) -> tuple[Span, ...]:
        """Every place of every phrase."""
        return tuple(match.span() for phrase in phrases for match in re.finditer(re.escape(phrase), self.text))

    def first(self, kind: str) -> str | None:
        return next((self.text[b.start : b.end] for b in self.blocks if b.kind == kind), None)

    def entry(
        self, *, label: str | None = None, metadata: Metadata | None = None, html: str | None = None, **facts: object
    ) -> Entry:
        title = (metadata.title if metadata else None) or self.first("title")
        source = Source(f"seeds/{self.name}.txt", hashlib.sha256(self.text.encode()).hexdigest(), "text")
        photos = tuple(facts.pop("photos", ()))
        lead, outlet = self.first("lead"), facts.pop("outlet", None)
        byline = tuple(facts.pop("byline", ()))
        article = Article(
            source,
            self.text,
            tuple(self.blocks),
            title,
            lead,
            outlet,
            byline,
            photos,
            metadata or Metadata(),
            html,
        )
        values: dict[str, object] = {
            "event_date": DateFact(None, "none"), "event_end": None, "published": None, "event_type": None, "venue": None,
            "provinces": (), "officials": (), "agreements": (), "series": None, "figures": (), "delegations": (),
            "handovers": (), "gates": (), "topics": (), "problems": (),
        } | facts  # fmt: skip
        ident = slug(f"{values['event_date'].value or ''} {title or self.name}")
        record = Record(ident, source, title, lead, outlet, byline, photos=photos, **values)
        return Entry(ident, title or label or self.name, title is None, article, record)

    def province(self, ident: str, role: str, *written: str) -> ProvinceFact:
        row = PROVINCES[ident]
        return ProvinceFact(ident, row.name, row.country, role, written, self.all(*written), "place.title")


def talks() -> Entry:
    """All kinds of facts in one text, with nested and overlapping phrases, captions and furniture."""
    draft = Draft(
        "talks",
        ("section", "An ninh biên giới"),
        ("title", "Công an hai tỉnh Điện Biên và Phông Sa Lỳ hội đàm lần thứ VII"),
        ("stamp", "09:15, 13/05/2024"),
        ("lead", "Hai bên thống nhất tăng cường phối hợp phòng, chống ma túy trên tuyến biên giới."),
        ("paragraph", "Ngày 12/5, tại huyện Mường Lát, tỉnh Điện Biên, Công an tỉnh Điện Biên và Công an tỉnh Phông Sa Lỳ (Lào) hội đàm. Đại tá Lò Văn Tưởng, Phó Giám đốc Công an tỉnh Điện Biên và Đại tá Bun Thoong Xay Nha Vông, Giám đốc Công an tỉnh Phông Sa Lỳ đồng chủ trì."),
        ("caption", "Đại tá Lò Văn Tưởng phát biểu tại hội đàm."),
        ("credit", "Ảnh: Hoài An"),
        ("paragraph", "Hai bên trao trả hơn 1.250 lượt công dân qua cửa khẩu Nà Phạc; Công an tỉnh Điện Biên trao 50 triệu đồng hỗ trợ Công an tỉnh Phông Sa Lỳ."),
        ("caption", "Lãnh đạo hai bên ký biên bản ghi nhớ giữa Công an tỉnh Điện Biên và Công an tỉnh Phông Sa Lỳ. Ảnh: H.A"),
        ("heading", "Hẹn gặp năm sau"),
        ("paragraph", "Đại tá Tưởng cho biết, hội đàm lần thứ VIII sẽ diễn ra vào tháng 11/2026 tại Phông Sa Lỳ./."),
        ("byline", "Hoài An"),
        ("furniture", "Tin liên quan"),
        ("furniture", "Xem thêm"),
    )  # fmt: skip
    at, every = draft.at, draft.all
    memorandum = "biên bản ghi nhớ giữa Công an tỉnh Điện Biên và Công an tỉnh Phông Sa Lỳ"
    return draft.entry(
        outlet="Báo Vùng Cao",
        byline=("Hoài An",),
        event_date=DateFact("2024-05-12", "inferred", "day and month “Ngày 12/5”, year from the stamp 13/05/2024", spans=(*at("Ngày 12/5"), *at("09:15, 13/05/2024")), rule="date.day-month"),
        published=DateFact("2024-05-13", "explicit", spans=at("09:15, 13/05/2024"), rule="date.stamp"),
        event_type=EventFact("talks", "hội đàm", at("hội đàm", 1), "event.verb"),
        venue=Venue("huyện Mường Lát, tỉnh Điện Biên", "VN-71", spans=at("huyện Mường Lát, tỉnh Điện Biên"), rule="venue.at"),
        provinces=(draft.province("VN-71", "party", "Điện Biên"), draft.province("LA-PH", "party", "Phông Sa Lỳ")),
        officials=(
            OfficialFact(
                "Lò Văn Tưởng", "Đại tá", "Phó Giám đốc", "Công an tỉnh Điện Biên", "VN-71", "VN",
                also=("Ủy viên Ban Thường vụ Đảng ủy",), head_of_delegation=True, spans=every("Lò Văn Tưởng", "Đại tá Tưởng"),
                rank_spans=at("Đại tá"), position_spans=at("Phó Giám đốc"),
                organization_spans=at("Công an tỉnh Điện Biên", 1), rule="official.rank-name-office",
            ),
            OfficialFact(
                "Bun Thoong Xay Nha Vông", "Đại tá", "Giám đốc", "Công an tỉnh Phông Sa Lỳ", "LA-PH", "LA",
                variants=("Bunthong Xaynhavong",), spans=at("Bun Thoong Xay Nha Vông"), rank_spans=at("Đại tá", 1),
                position_spans=at("Giám đốc", 1), rule="official.rank-name-office",
            ),
        ),
        agreements=(
            AgreementFact("memorandum", memorandum, "signed", "2024-05-12", ("Công an tỉnh Điện Biên", "Công an tỉnh Phông Sa Lỳ"), "phòng, chống ma túy", at(memorandum), "agreement.signing"),
        ),
        series=Series(
            7, "explicit", SeriesMeeting(6, "2023-04", "lần thứ VI"),
            SeriesMeeting(8, "2026-11", "vào tháng 11/2026", "LA-PH", "LA", at("hội đàm lần thứ VIII")),
            "lần thứ VII", at("lần thứ VII"), "series.ordinal",
        ),
        figures=(
            Figure("returned-persons", 1250, None, "over", "hơn 1.250 lượt công dân", period="2023/2024", spans=at("hơn 1.250 lượt công dân"), rule="figure.count"),
            Figure("money", 50_000_000, "VND", "exact", "50 triệu đồng", "cash", None, "Công an tỉnh Điện Biên", "Công an tỉnh Phông Sa Lỳ", at("50 triệu đồng hỗ trợ Công an tỉnh Phông Sa Lỳ"), "figure.money"),
        ),
        delegations=(Delegation("LA", "Công an tỉnh Phông Sa Lỳ", "Bun Thoong Xay Nha Vông", at("Công an tỉnh Phông Sa Lỳ", 0), "delegation.head"),),
        handovers=(Handover("trang thiết bị", "Công an tỉnh Điện Biên", None, (), "handover.gift"),),
        gates=(GateFact("na-phac", "Nà Phạc", "cửa khẩu Nà Phạc", at("cửa khẩu Nà Phạc"), "gate.title"),),
        topics=(Topic("drugs", at("phòng, chống ma túy")), Topic("trafficking")),
        photos=(Photo("Đại tá Lò Văn Tưởng phát biểu tại hội đàm.", "Hoài An"), Photo("Lãnh đạo hai bên ký", "H.A", None, at("Ảnh: H.A")[0])),
        problems=(Problem("year-inferred", "the year of 12/5 comes from the stamp", "note"),),
    )  # fmt: skip


def untitled() -> Entry:
    """No title, no year: the archive makes the label."""
    draft = Draft(
        "untitled",
        ("paragraph", "Sáng 3/9, Công an TP Đà Nẵng gặp Công an tỉnh Sê Kông. Thiếu tướng Trịnh Công Bằng chủ trì."),
        ("paragraph", "Tỉnh Quảng Nam cũ nay thuộc TP Đà Nẵng. Hai bên dự kiến ký biên bản hội đàm trong năm tới."),
        ("end-mark", "./."),
    )
    return draft.entry(
        label="Hội nghị giao ban: Đà Nẵng – Sê Kông",
        event_date=DateFact(None, "none", partial="--09-03", spans=draft.at("Sáng 3/9"), rule="date.day-month"),
        event_type=EventFact("conference", "gặp", draft.at("gặp"), "event.verb"),
        provinces=(
            draft.province("VN-DN", "party", "Đà Nẵng"),
            draft.province("LA-XE", "party", "Sê Kông"),
            draft.province("VN-27", "mentioned", "Quảng Nam"),
        ),
        officials=(OfficialFact("Trịnh Công Bằng", "Thiếu tướng", None, None, None, "VN", spans=draft.at("Trịnh Công Bằng"), rule="official.rank-name"),),
        agreements=(AgreementFact("minutes", "biên bản hội đàm", "planned", None, ("Bộ Tư pháp Lào",), None, draft.at("biên bản hội đàm"), "agreement.plan"),),
    )  # fmt: skip


def hostile() -> Entry:
    """A text that tries to be markup, with control characters and the page's own tokens."""
    draft = Draft(
        "hostile",
        ("title", "<script>alert('x')</script> & \"hai\" tỉnh"),
        ("paragraph", "Tỉnh <b>Nghệ An</b> & Hủa Phăn \x01\x02\x03\x04\x07 </mark></a><img src=x onerror=alert(1)>."),
    )
    return draft.entry(
        outlet="<i>Báo</i>",
        event_date=DateFact("2023-02", "explicit", spans=draft.at("Tỉnh <b>"), rule="x<y"),
        provinces=(draft.province("VN-22", "party", "Nghệ An"), draft.province("LA-HO", "party", "Hủa Phăn")),
        officials=(OfficialFact("<u>Ai</u>", None, "\"Giám đốc\"", None, None, None, spans=draft.at("<img src=x onerror=alert(1)>"), rule="r"),),
        metadata=Metadata(url="javascript:alert(1)"),
    )  # fmt: skip


def markdown() -> Entry:
    """A Markdown text: the structure is its own, the marks are ours."""
    draft = Draft(
        "markdown",
        ("title", "Ghi chép từ Xiêng Khoảng"),
        ("paragraph", "Đoàn Nghệ An thăm tỉnh Xiêng Khoảng và bản báo cáo."),
        ("heading", "Kết quả"),
        ("paragraph", "Bắt 3 vụ & 5 nghi phạm"),
    )
    html = (
        '<p>Đoàn <strong>Nghệ An</strong> thăm tỉnh <a href="https://example.org/x">Xiêng Khoảng</a> và '
        '<a href="other.md">bản báo cáo</a>.</p>\n<h2>Kết quả</h2>\n<ul>\n<li>Bắt 3 vụ &amp; 5 nghi phạm</li>\n</ul>\n'
    )
    metadata = Metadata(
        title="Ghi chép từ Xiêng Khoảng",
        url="https://example.org/a",
        retrieved="2023-01-02",
        rights="Tác giả giữ quyền",
    )
    return draft.entry(
        html=html,
        metadata=metadata,
        event_date=DateFact("2022", "explicit", rule="front-matter"),
        provinces=(draft.province("VN-22", "party", "Nghệ An"), draft.province("LA-XI", "venue", "Xiêng Khoảng")),
        figures=(
            Figure("suspects", 5, None, "exact", "5 nghi phạm", spans=draft.at("5 nghi phạm"), rule="figure.count"),
        ),
    )


def bare() -> Entry:
    """Nothing is known but the text."""
    return Draft("bare", ("paragraph", "Một đoạn văn không có sự kiện nào.")).entry(
        label="Một đoạn văn không có sự kiện nào."
    )


def plain(number: int) -> Entry:
    """One of many: talks of a month, for lists that are long."""
    year, month = 2015 + number % 9, number % 12 + 1
    draft = Draft(
        f"plain-{number}",
        ("title", f"Hội đàm thường kỳ số {number} Nghệ An – Bô Ly Khăm Xay"),
        (
            "paragraph",
            f"Tháng {month}/{year}, Đại tá Phạm Quý Ngọ, Giám đốc Công an tỉnh Nghệ An gặp đoàn Bô Ly Khăm Xay.",
        ),
    )
    return draft.entry(
        outlet="Báo Miền Tây",
        event_date=DateFact(f"{year}-{month:02}", "explicit", spans=draft.at(f"Tháng {month}/{year}"), rule="date.month"),
        event_type=EventFact("talks", "hội đàm", draft.at("Hội đàm"), "event.noun"),
        provinces=(draft.province("VN-22", "party", "Nghệ An"), draft.province("LA-BL", "party", "Bô Ly Khăm Xay")),
        officials=(
            OfficialFact("Phạm Quý Ngọ", "Đại tá", "Giám đốc", "Công an tỉnh Nghệ An", "VN-22", "VN", spans=draft.at("Phạm Quý Ngọ"), rank_spans=draft.at("Đại tá"), rule="official.rank-name-office"),
        ),
    )  # fmt: skip


def archive(entries: list[Entry]) -> Archive:
    """Entries put in order and indexed as the archive pass would."""
    entries = sorted(entries, key=lambda entry: entry.id)
    dated = sorted((entry for entry in entries if entry.date), key=lambda entry: entry.date or "", reverse=True)
    ordered = [*dated, *(entry for entry in entries if not entry.date)]
    people: dict[tuple[str, str | None], list[Mention]] = defaultdict(list)
    agreements: list[Agreement] = []
    provinces: dict[str, list[str]] = defaultdict(list)
    years: dict[str | None, list[str]] = defaultdict(list)
    for entry in reversed(ordered):
        for index, official in enumerate(entry.record.officials):
            people[official.name, official.country].append(Mention(entry.id, index))
    for entry in ordered:
        for index, item in enumerate(entry.record.agreements):
            ident = slug(f"{item.date or ''} {item.as_written}")
            agreements.append(
                Agreement(
                    ident,
                    item.as_written,
                    item.type,
                    item.status,
                    item.date,
                    item.parties,
                    (Mention(entry.id, index),),
                )
            )
        for province in entry.record.provinces:
            provinces[province.id].append(entry.id)
        years[entry.year].append(entry.id)
    known = [_person(name, country, mentions, ordered) for (name, country), mentions in people.items()]
    uses = [
        ProvinceUse(ident, PROVINCES[ident].name, PROVINCES[ident].country, tuple(ids))
        for ident, ids in sorted(provinces.items())
    ]
    return Archive(
        entries=tuple(ordered),
        people=tuple(known),
        agreements=tuple(_lineage(agreements)),
        provinces=tuple(uses),
        years=tuple(YearUse(year, tuple(years[year])) for year in sorted(years, key=lambda y: y or "", reverse=True)),
        by_id={entry.id: entry for entry in ordered},
        events=tuple(_events(ordered)),
        series=tuple(_series(ordered)),
        wanted=tuple(item.id for item in agreements if item.status == "planned"),
        doubts=tuple(_doubts(known)),
        bodies=tuple(_bodies(known, ordered)),
    )


def _bodies(known: list[Person], ordered: list[Entry]) -> list[BodyUse]:
    """The police of two provinces over the border, and that of a country."""
    rows = []
    units: tuple[tuple[str, Country, str | None], ...] = (
        ("police-vn-71", "VN", "VN-71"),
        ("police-la-ph", "LA", "LA-PH"),
        ("police-vn", "VN", None),
    )
    for ident, country, province in units:
        people, held = [], {}
        for person in known:
            for mention in person.mentions:
                fact = next(entry for entry in ordered if entry.id == mention.entry).record.officials[mention.index]
                if (fact.province == province and fact.organization) or (province is None and not fact.province):
                    held[mention.entry] = None
                    people.append(person.id)
        entries = tuple(entry.id for entry in ordered if entry.id in held)
        written = (f"Công an tỉnh {PROVINCES[province].name}",) if province else ("Bộ Công an",)
        rows.append(
            BodyUse(
                ident, "police", country, province, written, tuple(dict.fromkeys(people)), entries, (), entries, entries
            )
        )
    return [row for row in rows if row.entries]


SAME_NAME = (
    Evidence("same-name", "both are called so", 9.0),
    Evidence("new-kind", "some new reason", 1.0),
    Evidence("far-in-time", "no", -2.0),
)


def _person(name: str, country: object, mentions: list[Mention], ordered: list[Entry]) -> Person:
    """One step of a career over all mentions; a rise where there are many."""
    by_id = {entry.id: entry for entry in ordered}
    facts = [by_id[mention.entry].record.officials[mention.index] for mention in mentions]
    dates = sorted(date for mention in mentions if (date := by_id[mention.entry].date))
    fact = facts[-1]
    step = CareerStep(
        fact.rank,
        fact.position,
        fact.organization,
        fact.province,
        dates[0] if dates else None,
        dates[-1] if dates else None,
        tuple(mentions),
    )
    many = len(mentions) > 2
    return Person(
        slug(name) or "person",
        name,
        country,
        (name,),
        tuple(mentions),
        (step,) if fact.rank or fact.position else (),
        (Promotion("rank", "Thượng tá", "Đại tá", "2014-05", dates[0]),) if many else (),
        (Merge(mentions[0], mentions[1], 9.0, SAME_NAME),) if many else (),
    )


def _lineage(agreements: list[Agreement]) -> list[Agreement]:
    """Every planned document carries on the first signed one and carries it out."""
    signed = next((item for item in agreements if item.status == "signed"), None)
    if signed is None:
        return agreements
    return [
        replace(item, follows=signed.id, carries_out=(signed.id,)) if item.status == "planned" else item
        for item in agreements
    ]


def _events(ordered: list[Entry]) -> list[Event]:
    """One for every entry, but that the first two plain ones report the same."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in ordered:
        name = entry.article.source.path.rsplit("/", 1)[-1]
        found["both" if name in ("plain-0.txt", "plain-1.txt") else entry.id].append(entry.id)
    by_id = {entry.id: entry for entry in ordered}
    events = []
    for ids in found.values():
        record = by_id[ids[0]].record
        parties = tuple(fact.id for fact in record.provinces if fact.role == "party")
        venue = record.venue.province if record.venue else None
        kind = record.event_type.id if record.event_type else None
        events.append(Event(ids[0], tuple(ids), by_id[ids[0]].date, None, kind, parties, (), venue))
    return events


def _series(ordered: list[Entry]) -> list[MeetingSeries]:
    """The row of the talks: one told of, one reported, one announced."""
    entry = next((entry for entry in ordered if entry.record.series), None)
    if entry is None:
        return []
    slots = (
        SeriesSlot("2023", 6, "2023-04", None, "mentioned", entry.id),
        SeriesSlot("2024", 7, "2024-05-12", entry.id, "reported", venue="VN-71"),
    )
    following = SeriesSlot("2026", 8, "2026-11", None, "planned", entry.id, "LA-PH")
    parties = ("VN-71", "LA-PH")
    national = MeetingSeries(
        "vn-police-la-police",
        ("VN police", "LA police"),
        (),
        ("police",),
        (SeriesSlot(None, 3, None, None, "mentioned"),),
    )
    ministry = MeetingSeries(
        "vn-justice",
        ("VN bộtưpháp", "LA bộtưpháp"),
        (),
        (),
        (SeriesSlot(None, 1, None, None, "mentioned"),),
    )
    committee = MeetingSeries(
        "vn-committee",
        ("VN cooperation-committee", "LA cooperation-committee"),
        (),
        (),
        (SeriesSlot(None, 2, None, None, "mentioned"),),
    )
    return [
        MeetingSeries("dien-bien-phong-sa-ly-police", parties, (), ("police",), slots, ("2025",), following),
        national,
        ministry,
        committee,
    ]


def _doubts(people: list[Person]) -> list[Doubt]:
    if len(people) < 2:
        return []
    one, other = people[:2]
    return [
        Doubt(
            "person",
            one.id,
            other.id,
            one.mentions[0],
            other.mentions[0],
            1.0,
            SAME_NAME,
            ("one serves elsewhere", "one article names both"),
        )
    ]


def small_archive(plain_entries: int = 25) -> Archive:
    """Every kind of article, and enough plain ones that lists are cut into pages of ten."""
    return archive(
        [talks(), untitled(), hostile(), markdown(), bare(), *(plain(number) for number in range(plain_entries))]
    )


def large_archive(size: int) -> Archive:
    """Copies of the fullest article under names of their own, spread over years and people: for measurements."""
    first = talks()
    entries = []
    for number in range(size):
        date = f"{2005 + number % 20}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        event = replace(first.record.event_date, value=date)
        officials = tuple(
            replace(official, name=f"{official.name} {number % (size // 8 + 7 * index)}")
            for index, official in enumerate(first.record.officials)
        )
        ident = f"{date}-talks-{number}"
        record = replace(first.record, id=ident, event_date=event, officials=officials)
        entries.append(replace(first, id=ident, record=record))
    return archive(entries)
