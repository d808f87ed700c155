"""Bodies: many ways of writing are one body, and those that cannot be placed are none."""

from __future__ import annotations

from dataclasses import replace

from borderwire.model import AgreementFact, AgreementStatus, BodyUse, Delegation
from tests.resolve.making import archive_of, officer, told


def bodies(*organizations: tuple[str | None, str, str | None]) -> dict[str, BodyUse]:
    """The bodies of an article for each (organisation, country, province) of an official."""
    records = []
    names = ("Đỗ Văn Thử", "Mai Thị Hồng", "Tạ Quang Lâm")
    for number, (organization, country, province) in enumerate(organizations):
        fact = replace(
            officer(names[number], "VN-71"),
            organization=organization,
            country=country,
            province=province,
        )
        records.append(told(f"b{number}", f"2024-03-{number + 1:02}", fact))
    return {body.id: body for body in archive_of(records).bodies}


def test_divisions_and_spellings_of_a_provincial_police_are_one_body() -> None:
    found = bodies(
        ("Công an tỉnh Savannakhet", "LA", "LA-SV"),
        ("Sở An ninh tỉnh Xa Vẳn Na Khệt", "LA", "LA-SV"),
        ("Phòng Cảnh sát hình sự Công an tỉnh Savanakhet", "LA", "LA-SV"),
    )
    assert list(found) == ["police-la-sv"]
    assert len(found["police-la-sv"].entries) == 3
    assert len(found["police-la-sv"].people) == 3


def test_parts_of_a_body_are_no_spellings_of_it() -> None:
    found = bodies(
        ("Công an tỉnh Sơn La", "VN", "VN-05"),
        ("Công an huyện Sông Mã", "VN", "VN-05"),
        ("Phòng Cảnh sát hình sự Công an tỉnh Sơn La", "VN", "VN-05"),
    )
    assert found["police-vn-05"].written == ("Công an tỉnh Sơn La",)
    assert bodies(("Cục Đối ngoại, Bộ Công an", "VN", None))["police-vn"].written == ()


def test_the_forces_of_one_province_are_kept_apart() -> None:
    found = bodies(
        ("Công an tỉnh Sơn La", "VN", "VN-05"),
        ("Bộ Chỉ huy BĐBP tỉnh Sơn La", "VN", "VN-05"),
        ("UBND tỉnh Sơn La", "VN", "VN-05"),
    )
    assert sorted(found) == ["border-guard-vn-05", "government-vn-05", "police-vn-05"]


def test_a_ministry_belongs_to_the_country_of_its_official() -> None:
    assert sorted(bodies(("Bộ Công an", "VN", None), ("Bộ An ninh", "LA", None))) == ["police-la", "police-vn"]
    assert bodies(("Bộ Công an", "VN", None))["police-vn"].province is None


def test_a_body_that_is_no_force_or_branch_has_no_page() -> None:
    assert bodies(("Công ty TNHH Mai Hồng", "VN", "VN-05"), (None, "VN", "VN-05")) == {}


def test_a_document_belongs_to_the_bodies_that_signed_it() -> None:
    signed = AgreementFact(
        "memorandum", "biên bản ghi nhớ", "signed", "2024-03-01", ("Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn")
    )
    archive = archive_of([told("a", "2024-03-01", officer("Đỗ Văn Thử", "VN-05"), agreements=(signed,))])
    (body,) = archive.bodies
    assert body.agreements == (archive.agreements[0].id,)


def test_the_body_with_most_articles_comes_first() -> None:
    found = bodies(
        ("Công an tỉnh Sơn La", "VN", "VN-05"),
        ("Công an tỉnh Nghệ An", "VN", "VN-22"),
        ("Công an tỉnh Nghệ An", "VN", "VN-22"),
    )
    assert list(found) == ["police-vn-22", "police-vn-05"]


def test_an_article_that_names_a_document_of_a_body_is_one_of_its_articles() -> None:
    signed = AgreementFact(
        "memorandum",
        "biên bản ghi nhớ năm 2024",
        "signed",
        "2024-03-01",
        ("Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn"),
    )
    archive = archive_of(
        [told("a", "2023-03-01", officer("Đỗ Văn Thử", "VN-05")), told("b", "2024-03-01", agreements=(signed,))]
    )
    (body,) = archive.bodies
    assert (body.entries, body.staffed, len(body.agreements)) == (("b", "a"), ("a",), 1)


def test_a_body_takes_part_where_its_delegation_is_or_where_it_signs_though_nobody_of_it_is_named() -> None:
    def signed(status: AgreementStatus) -> AgreementFact:
        parties = ("Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn")
        return AgreementFact("memorandum", f"biên bản ghi nhớ {status}", status, "2024-03-01", parties)

    sent = Delegation("LA", "Công an tỉnh Hủa Phăn", None)
    archive = archive_of(
        [
            told("a", "2023-03-01", officer("Đỗ Văn Thử", "VN-05"), officer("Khăm Thử", "LA-HO")),
            told("b", "2024-03-01", officer("Đỗ Văn Thử", "VN-05"), delegations=(sent,)),
            told("c", "2024-05-01", agreements=(signed("signed"),)),
            told("d", "2024-06-01", agreements=(signed("referenced"),)),
        ]
    )
    (body,) = (body for body in archive.bodies if body.id == "police-la-ho")
    assert (body.entries, body.present, body.staffed) == (("d", "c", "b", "a"), ("c", "b", "a"), ("a",))
