"""What tells a dated thing of the story, whose year the event shares, from one that lies behind it: a sign each."""

from __future__ import annotations

import pytest

from borderwire.extract.yearsigns import FACTORS

from .reading import dates_of

_HANDED_BACK = "Sáng 14/7, hai bản tổ chức lễ giao nhận đàn bò. "
_POLICE = "Sáng 14/7, Công an huyện trao trả đàn bò. "
_COURT = "Sáng 14/7, Tòa án huyện mở phiên tòa xét xử bị cáo Lò Văn Xá về tội trộm cắp. "


@pytest.mark.parametrize(
    ("story", "behind"),
    [
        pytest.param(
            _HANDED_BACK + "Cuối tháng 4/2018, đàn bò đi lạc qua suối Nậm Ten.",
            _HANDED_BACK + "Tháng 4/2018, đàn bò đi lạc qua suối Nậm Ten.",
            id="part-of-month",
        ),
        pytest.param(
            _HANDED_BACK + "Cuối tháng 4/2018, đàn bò đi lạc qua suối Nậm Ten.",
            _HANDED_BACK + "Cuối tháng 4/2018, một đoàn khác đi qua suối Nậm Ten.",
            id="another",
        ),
        pytest.param(
            _POLICE + "Tháng 4/2018, đàn bò đi lạc qua suối Nậm Ten.",
            _POLICE + "Vào tháng 4/2018, đàn bò đi lạc qua suối Nậm Ten.",
            id="bare-month",
        ),
        pytest.param(
            _HANDED_BACK + "Trước đó, ngày 20/12/2017, đàn bò đi lạc qua suối Nậm Ten.",
            _HANDED_BACK + "Ngày 20/12/2017, đàn bò đi lạc qua suối Nậm Ten.",
            id="before-that",
        ),
        pytest.param(
            _POLICE + "Ngày 9/2/2018, đàn bò đi lạc. Đến ngày 27/2, dân bản tìm thấy chúng.",
            _POLICE + "Ngày 9/2/2018, đàn bò đi lạc. Sau nhiều tuần, dân bản tìm thấy chúng.",
            id="goes-on",
        ),
        pytest.param(
            _COURT + "Ngày 5/2/2018, phiên xử phải hoãn vì bị cáo ốm.",
            _COURT + "Ngày 5/2/2018, Xá lẻn vào chuồng bò.",
            id="sitting",
        ),
        pytest.param(
            _POLICE + "Hồi tháng 2/2018, trưởng bản thông báo đàn bò đi lạc.",
            _HANDED_BACK + "Hồi tháng 2/2018, trưởng bản thông báo đàn bò đi lạc.",
            id="inquiry",
        ),
        pytest.param(
            _POLICE + "Hồi tháng 2/2018, trưởng bản thông báo đàn bò đi lạc.",
            _POLICE + "Hồi tháng 2/2018, trưởng bản thấy đàn bò đi lạc.",
            id="told",
        ),
        pytest.param(
            _POLICE + "Trưởng bản vừa nhận việc vào tháng 2/2018.",
            _POLICE + "Trưởng bản nhận việc vào tháng 2/2018.",
            id="new",
        ),
        pytest.param(
            _POLICE + "Hồi tháng 2/2018, trưởng bản thông báo đàn bò đi lạc.",
            _POLICE + "Hồi tháng 2/2018, khi đó còn ở bản cũ, trưởng bản thông báo đàn bò đi lạc.",
            id="then",
        ),
        pytest.param(
            _POLICE + "Hồi tháng 2/2018, trưởng bản thông báo đàn bò đi lạc.",
            _POLICE + "Hồi tháng 2/2018, trưởng bản thông báo dự án có đàn bò đi lạc.",
            id="lasting",
        ),
        pytest.param(
            "Sáng 14/6, hai bản tổ chức lễ giao nhận đàn bò. Đàn bò đi lạc trong tháng 2/2018.",
            "Sáng 14/6, hai bản tổ chức lễ giao nhận đàn bò. Đàn bò đi lạc từ tháng 9/2017 đến tháng 2/2018.",
            id="span",
        ),
    ],
)
def test_a_thing_of_the_story_settles_the_year_and_one_behind_it_does_not(story: str, behind: str) -> None:
    assert str(dates_of(story).event.value).startswith("2018-")
    assert dates_of(behind).event.value is None


def test_no_sign_settles_a_year_by_itself() -> None:
    assert all(0.2 < factor < 4 for factor in FACTORS.values())
