"""The rows of `yearodds.YEARS` for what a text tells twice, once with its year and once without it."""

from __future__ import annotations

# fmt: off
TWINS: dict[str, dict[str, dict[int, float]]] = {
    # "cuối tháng 2" and "tháng 2-2019", "tháng 9 năm ngoái" and "tháng 9/2017": counted in 160 texts of 2017.
    "twin": {"any": {0: 0.83, -1: 0.075, -2: 0.03, 1: 0.015, -3: 0.015}},
    "twin-last": {"any": {-1: 0.7, 0: 0.1, -2: 0.13, -3: 0.06}},
    "twin-next": {"any": {1: 0.8, 0: 0.1, 2: 0.04}},
    # "tại Hội Gò năm nay" and "Hội Gò năm 2018", by three words or fewer: 113 of 119 and 121 of 154 in news of 2017.
    "twin-now": {"any": {0: 0.95, -1: 0.034, -2: 0.008}},
    "twin-now-short": {"any": {0: 0.79, -1: 0.1, -2: 0.03}},
}
# fmt: on
