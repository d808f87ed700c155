"""Who headed a delegation: by name, however it is spelt."""

from __future__ import annotations

from borderwire.model import Delegation
from tests.evaluate.comparing import compared, counts
from tests.records import official, record

_HEADED = record(
    delegations=(
        Delegation("LA", "Công an tỉnh Phông Xa Lỳ", "Khăm-say Xổm-bun"),
        Delegation("VN", "tỉnh Sơn La", None),
    ),
    officials=(official("Vũ Hải B", "VN-05", head_of_delegation=True),),
)


def test_heads_are_found_in_delegations_and_officials_and_each_counts_once() -> None:
    gold = ["Khăm Say Xổm Bun", "Vũ Hải B"]
    assert counts(compared(_HEADED, delegation_heads=gold), "heads of delegation") == (2, 0, 0)


def test_a_head_is_missed_or_made_up() -> None:
    result = compared(_HEADED, delegation_heads=["Vũ Hải B", "Lê Văn C"])
    assert counts(result, "heads of delegation") == (1, 1, 1)
    assert counts(compared(_HEADED, delegation_heads=[]), "heads of delegation") == (0, 0, 2)
    result = compared(_HEADED, delegation_heads=[], delegation_heads_optional=["Khăm-Say Xổm-Bun", "Lê Văn C"])
    assert counts(result, "heads of delegation") == (0, 0, 1)
    assert counts(compared(record(), delegation_heads=[]), "heads of delegation") == (0, 0, 0)
