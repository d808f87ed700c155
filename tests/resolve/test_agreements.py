"""Which document is which, what it carries on, and which are wanted."""

from __future__ import annotations

from typing import Any

from borderwire.model import Agreement, AgreementFact, Archive, Record
from tests.records import agreement
from tests.resolve.making import archive_of, meeting

SON_LA, HUA_PHAN = "Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn"


def _paper(written: str, date: str | None, *parties: str, **fields: Any) -> AgreementFact:
    return agreement(written, date, *(parties or (SON_LA, HUA_PHAN)), **fields)


def _told(ident: str, date: str | None, *papers: AgreementFact) -> Record:
    return meeting(ident, date, "VN-05", "LA-HO", agreements=papers)


def _sizes(archive: Archive) -> list[int]:
    return sorted(len(item.mentions) for item in archive.agreements)


def _named(archive: Archive, label: str) -> Agreement:
    return next(item for item in archive.agreements if item.label == label)


def test_a_document_cited_by_its_year_is_the_one_signed_that_year() -> None:
    archive = archive_of(
        [
            _told("a", "2023-05-06", _paper("biên bản ghi nhớ", "2023-05-06")),
            _told("b", "2024-05-08", _paper("biên bản ghi nhớ năm 2023", None, status="referenced")),
        ]
    )
    (item,) = archive.agreements
    assert item.status == "signed" and item.date == "2023-05-06"
    assert [(seen.date, seen.status) for seen in item.history] == [
        ("2023-05-06", "signed"),
        ("2024-05-08", "referenced"),
    ]
    assert archive.wanted == ()


def test_spellings_of_the_parties_do_not_part_a_document() -> None:
    other = _paper("bản ghi nhớ", "2023-05-06", "CA tỉnh Sơn La", "Ty An ninh tỉnh Houaphanh")
    archive = archive_of(
        [_told("a", "2023-05-06", _paper("biên bản ghi nhớ", "2023-05-06")), _told("b", "2023-05-06", other)]
    )
    assert _sizes(archive) == [2]


def test_documents_of_two_forces_or_two_provinces_are_two() -> None:
    guards = ("Bộ Chỉ huy BĐBP tỉnh Sơn La", "Bộ Chỉ huy BĐBP tỉnh Hủa Phăn")
    elsewhere = (SON_LA, "Công an tỉnh Luông Nặm Thà")
    for parties in (guards, elsewhere):
        archive = archive_of(
            [
                _told("a", "2023-05-06", _paper("biên bản ghi nhớ năm 2023", None, status="referenced")),
                _told("b", "2024-05-06", _paper("biên bản ghi nhớ năm 2023", None, *parties, status="referenced")),
            ]
        )
        assert _sizes(archive) == [1, 1]


def test_the_province_of_vientiane_is_not_the_capital() -> None:
    def cited(ident: str, place: str) -> Record:
        paper = _paper("biên bản ghi nhớ năm 2023", None, SON_LA, f"Công an {place}", status="referenced")
        return _told(ident, "2024-05-06", paper)

    assert _sizes(archive_of([cited("a", "tỉnh Viêng Chăn"), cited("b", "thủ đô Viêng Chăn")])) == [1, 1]
    assert _sizes(archive_of([cited("a", "thủ đô Vientiane"), cited("b", "thủ đô Viêng Chăn")])) == [2]


def test_two_documents_of_one_article_stay_two() -> None:
    papers = (_paper("biên bản ghi nhớ", "2023-05-06"), _paper("biên bản ghi nhớ", "2023-05-06"))
    assert _sizes(archive_of([_told("a", "2023-05-06", *papers)])) == [1, 1]


def test_two_matters_signed_on_one_day_are_two_documents() -> None:
    drugs, people = "biên bản ghi nhớ về phòng, chống ma túy", "biên bản ghi nhớ về trao trả công dân di cư tự do"
    archive = archive_of(
        [_told("a", "2023-05-06", _paper(drugs, "2023-05-06")), _told("b", "2023-05-06", _paper(people, "2023-05-06"))]
    )
    assert _sizes(archive) == [1, 1]


def test_one_long_title_of_one_event_is_one_document_whomever_each_article_takes_for_its_parties() -> None:
    short = _paper("Biên bản xây cầu treo Nậm Mơ dài 90m Lào-Việt", "2023-05-06", "Chính phủ Việt Nam", "Chính phủ Lào")
    spaced = _paper("Biên bản xây cầu treo Nậm Mơ dài 90 m Lào - Việt", "2023-05-06", "Bộ Xây dựng", "Bộ Y tế")
    again = _paper(
        "biên bản xây cầu treo Nậm Mơ dài 90m Lào - Việt", "2023-05-06", "Chính phủ Việt Nam", "Chính phủ Lào"
    )
    told = [_told(name, "2023-05-06", paper) for name, paper in (("a", short), ("b", spaced), ("c", again))]
    archive = archive_of(told)
    (item,) = archive.agreements
    assert len(item.mentions) == 3
    assert item.parties == ("Chính phủ Việt Nam", "Chính phủ Lào")


def test_states_written_out_do_not_part_a_document_of_one_event() -> None:
    water, rivers = "Bộ Thủy lợi và Đê điều", "Bộ Sông ngòi và Bến bãi"
    states = ("nước Cộng hòa Xã hội Chủ nghĩa Việt Nam", "nước Cộng hòa Dân chủ Nhân dân Lào")
    short = _paper(f"Kế hoạch giữa {water} Việt Nam và {rivers} Lào", "2023-05-06", water, rivers)
    long = _paper(f"Kế hoạch giữa {water} {states[0]} và {rivers} {states[1]}", "2023-05-06", water, "Bộ Sông ngòi")
    archive = archive_of([_told("a", "2023-05-06", short), _told("b", "2023-05-06", long)])
    assert _sizes(archive) == [2]


def test_one_long_title_signed_by_two_pairs_of_provinces_on_one_day_is_two_documents() -> None:
    title = "biên bản ghi nhớ về trao trả công dân di cư tự do"
    archive = archive_of(
        [
            _told("a", "2023-05-06", _paper(title, "2023-05-06")),
            _told("b", "2023-05-06", _paper(title, "2023-05-06", SON_LA, "Công an tỉnh Luông Nặm Thà")),
        ]
    )
    assert _sizes(archive) == [1, 1]


def test_this_years_document_carries_on_last_years_over_a_merger() -> None:
    old = _paper("biên bản hợp tác năm 2024", "2024-07-02", "Công an tỉnh Quảng Nam", "Công an tỉnh Sê Kông")
    new = _paper("biên bản hợp tác năm 2025", "2025-08-02", "Công an TP Đà Nẵng", "Công an tỉnh Xê Kông")
    archive = archive_of(
        [
            meeting("a", "2024-07-02", "VN-27", "LA-XE", agreements=(old,)),
            meeting("b", "2025-08-02", "VN-DN", "LA-XE", agreements=(new,)),
        ]
    )
    before, after = _named(archive, "Biên bản hợp tác năm 2024"), _named(archive, "Biên bản hợp tác năm 2025")
    assert after.follows == before.id and before.follows is None


def test_minutes_carry_out_the_agreement_that_their_article_cites() -> None:
    ground = _paper(
        "Hiệp định về quy chế biên giới", None, "Việt Nam", "Lào", status="referenced", kind="treaty-agreement"
    )
    archive = archive_of(
        [_told("a", "2023-05-06", _paper("biên bản hội đàm", "2023-05-06", kind="minutes-talks"), ground)]
    )
    minutes = _named(archive, "Biên bản hội đàm")
    assert minutes.carries_out == (_named(archive, "Hiệp định về quy chế biên giới").id,)


def test_documents_cited_but_never_seen_signed_are_wanted_and_plans_are_not() -> None:
    archive = archive_of(
        [
            _told(
                "a",
                "2023-05-06",
                _paper("biên bản ghi nhớ", "2023-05-06"),
                _paper("quy chế", "2012", kind="regulation", status="referenced"),
            ),
            _told("b", "2023-09-06", _paper("thỏa thuận kết nghĩa", None, kind="twinning", status="planned")),
        ]
    )
    wanted = {item.label for item in archive.agreements if item.id in archive.wanted}
    assert wanted == {"Quy chế"}


def test_a_document_planned_and_then_signed_is_no_longer_wanted() -> None:
    words = "biên bản ghi nhớ về phối hợp truy bắt đối tượng truy nã"
    archive = archive_of(
        [
            _told("a", "2023-05-06", _paper(words, None, status="planned")),
            _told("b", "2023-11-06", _paper(words, "2023-11-06")),
        ]
    )
    assert _sizes(archive) == [2] and archive.wanted == ()


MANY = (SON_LA, "Công an tỉnh Hủa Phăn", "Công an tỉnh Luông Nặm Thà", "Công an tỉnh Phông Sa Lỳ")


def _cited(*parties: str, written: str = "biên bản ghi nhớ năm 2022", kind: str = "memorandum") -> Record:
    """A meeting of Sơn La and Hủa Phăn that cites a document by its type and year."""
    fact = AgreementFact(kind, written, "referenced", None, parties)
    return meeting("b", "2023-05-08", "VN-05", "LA-HO", agreements=(fact,))


def test_a_short_form_is_the_document_of_that_year_of_which_the_pair_is_a_part() -> None:
    signed = _told("a", "2022-05-06", AgreementFact("memorandum", "biên bản ghi nhớ", "signed", "2022-05-06", MANY))
    for cited in (_cited(), _cited(*MANY[:2])):
        archive = archive_of([signed, cited])
        assert _sizes(archive) == [2] and archive.wanted == ()


def test_a_short_form_of_a_related_type_is_a_doubt() -> None:
    signed = _told("a", "2022-05-06", AgreementFact("memorandum", "biên bản ghi nhớ", "signed", "2022-05-06", MANY))
    archive = archive_of([signed, _cited(written="biên bản hội đàm năm 2022", kind="minutes-talks")])
    assert _sizes(archive) == [1, 1]
    assert [doubt.what for doubt in archive.doubts] == ["agreement"]


def test_a_short_form_that_fits_two_documents_is_a_doubt() -> None:
    days = ("2022-05-06", "2022-09-06")
    signed = [
        _told(f"a{day}", day, AgreementFact("memorandum", "biên bản ghi nhớ", "signed", day, MANY)) for day in days
    ]
    archive = archive_of([*signed, _cited()])
    assert _sizes(archive) == [1, 1, 1]
    assert {doubt.what for doubt in archive.doubts} == {"agreement"}


def test_a_short_form_of_another_year_or_pair_is_another_document() -> None:
    elsewhere = (MANY[0], *MANY[2:])
    for day, parties in (("2021-05-06", MANY), ("2022-05-06", elsewhere)):
        signed = _told("a", day, AgreementFact("memorandum", "biên bản ghi nhớ", "signed", day, parties))
        archive = archive_of([signed, _cited()])
        assert _sizes(archive) == [1, 1] and len(archive.wanted) == 1
