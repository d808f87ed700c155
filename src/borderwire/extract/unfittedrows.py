"""Rows as in `yearrows` that were counted, not fitted: of editions, and of parts of a year by their months.

Counted in 17,700 news texts of 2017 (1,240 with the name of an edition), with and without a day of the event; for the
last quarter, which they lack, set between the two, a little more to the year to come.
"""

from __future__ import annotations

# fmt: off
UNFITTED: dict[str, dict[str, dict[int, float]]] = {
    # The meeting before the one that is reported, by their numbers; held every year, every two years or seldomer.
    "meeting-before": {"any": {-1: 0.45, -2: 0.3, -3: 0.08, -4: 0.04, -5: 0.05, 0: 0.03}},
    # In the headline or the lead: 340 of 375.
    "edition-first": {
        "early": {0: 0.94, -1: 0.02, 1: 0.02, -2: 0.01, 2: 0.004, -3: 0.004, 3: 0.002},
        "mid": {0: 0.93, -1: 0.01, 1: 0.04, -2: 0.008, 2: 0.008, -3: 0.004, 3: 0.002},
        "late": {0: 0.91, 1: 0.05, -1: 0.01, -2: 0.008, 2: 0.008, -3: 0.004, 3: 0.002},
        "any": {0: 0.88, -1: 0.045, 1: 0.04, -2: 0.01, 2: 0.008, -3: 0.008, 3: 0.003},
    },
    # Several times, but not there: 95 of 123.
    "edition-again": {
        "early": {0: 0.88, -1: 0.06, 1: 0.02},
        "mid": {0: 0.86, -1: 0.04, 1: 0.05},
        "late": {0: 0.84, 1: 0.07, -1: 0.04},
        "any": {0: 0.78, -1: 0.09, 1: 0.06},
    },
    # Once: 260 of 310 where the text tells a day, 210 of 320 where it tells none.
    "edition": {
        "early": {0: 0.86, -1: 0.07, 1: 0.02},
        "mid": {0: 0.82, -1: 0.05, 1: 0.05, -2: 0.02},
        "late": {0: 0.8, 1: 0.07, -1: 0.04, -2: 0.02},
        "any": {0: 0.66, -1: 0.12, 1: 0.06, -2: 0.03},
    },
    # As to come: 124 of 158.
    "edition-ahead": {
        "early": {0: 0.92, 1: 0.05},
        "mid": {0: 0.85, 1: 0.08, -2: 0.02},
        "late": {0: 0.82, 1: 0.12},
        "any": {0: 0.75, 1: 0.1, -1: 0.05, 2: 0.025},
    },
    # "vòng loại World Cup 2018": 35 of 71 the year before, 22 two years.
    "qualifiers": {"any": {1: 0.49, 2: 0.31, 0: 0.09, -1: 0.08}},
    # "sẽ đảm nhận chức Chủ tịch ASEAN năm 2018": the chair is taken on the first day of the year.
    "chairing": {"early": {0: 0.4, 1: 0.5}, "any": {1: 0.72, 0: 0.22}},
    "begin-lead": {"any": {0: 0.8, -1: 0.1, -2: 0.02, 1: 0.03}},
    # "hai tháng đầu năm 2018" in March or later; "9 tháng đầu năm 2016" before October.
    "months-so-far": {"any": {0: 0.93, -1: 0.04, 1: 0.005}},
    "months-past": {"any": {-1: 0.65, 0: 0.15, -2: 0.08}},
}
# fmt: on
