"""What was handed over, pictures with their credits, and the wire."""

from __future__ import annotations

from borderwire.model import Handover, Photo
from tests.evaluate.comparing import compared, counts, figure
from tests.records import record

_BUILT = record(handovers=(Handover("nhà làm việc Công an huyện Xốp Bao"), Handover("cầu treo")))


def test_things_handed_over_are_matched_by_their_wording() -> None:
    gold = ["ngôi nhà làm việc của Công an huyện Xốp Bao", "trạm xá"]
    assert counts(compared(_BUILT, handed_over=gold), "handed over") == (1, 1, 1)
    assert counts(compared(_BUILT, handed_over=[]), "handed over") == (0, 0, 2)


def test_an_optional_thing_counts_neither_way() -> None:
    result = compared(_BUILT, handed_over=[], handed_over_optional=["cầu treo", "trạm xá"])
    assert counts(result, "handed over") == (0, 0, 1)


def test_persons_returned_are_handed_over_and_those_of_a_period_are_no_invention() -> None:
    now = figure("returned-persons", 8, "8 công dân")
    past = figure("returned-persons", 119, "119 công dân", period="2023")
    back = record(figures=(now, past))
    assert counts(compared(back, handed_over=["8 công dân Lào"]), "handed over") == (1, 0, 0)
    assert counts(compared(back, handed_over=[]), "handed over") == (0, 0, 1)
    wanted = record(figures=(figure("wanted-persons", 3, "ba đối tượng truy nã"),))
    assert counts(compared(wanted, handed_over=["3 đối tượng truy nã"]), "handed over") == (1, 0, 0)
    assert counts(compared(wanted, handed_over=[]), "handed over") == (0, 0, 0)


def test_captions_are_counted_and_credits_named() -> None:
    shown = record(photos=(Photo("Hai bên ký.", "Thu Hà"), Photo("Toàn cảnh.", "Thu Hà"), Photo(None, "TTXVN")))
    result = compared(shown, photo_captions=3, photo_credits=["THU HÀ", "Lê Minh"])
    assert counts(result, "photo captions") == (2, 1, 0)
    assert counts(result, "photo credits") == (1, 1, 1)
    assert counts(compared(shown, photo_captions=1), "photo captions") == (1, 0, 1)


def test_another_count_or_credit_that_is_right_as_well_is_no_fault() -> None:
    shown = record(photos=(Photo("Hai bên ký.", "Thu Hà"), Photo("Toàn cảnh.", "Thu Hà")))
    result = compared(
        shown, photo_captions=1, photo_captions_optional=[2], photo_credits=[], photo_credits_optional=["Thu Hà"]
    )
    assert counts(result, "photo captions") == (2, 0, 0)
    assert counts(result, "photo credits") == (0, 0, 0)


def test_the_wire_is_the_agency_that_the_text_came_by() -> None:
    assert counts(compared(record(outlet="TTXVN"), wire="TTXVN"), "wire") == (1, 0, 0)
    assert counts(compared(record(outlet=None), wire="TTXVN"), "wire") == (0, 1, 0)
    assert counts(compared(record(outlet="QTO"), wire=None), "wire") == (0, 0, 1)
    assert counts(compared(record(outlet="QTO"), wire=None, wire_optional=["QTO"]), "wire") == (0, 0, 0)
    assert counts(compared(record(outlet=None), wire="QTO", wire_optional=[None]), "wire") == (0, 0, 0)
