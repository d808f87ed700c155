"""How likely a paper of a given day is to name a year, a month or a day in such words: the numbers behind `years`.

Estimated by counting 9,800 Vietnamese news texts whose day of publication is known, then rounded. A row says, for a
phrase of one kind, how often its year lies `shift` years after the year of the event; what is not listed has `REST`.
"""

from __future__ import annotations

from functools import lru_cache

REST = 0.015

# season: early (January to March), mid, late (October), end (November, December; else as late), any (month unknown)
YEARS: dict[str, dict[str, dict[int, float]]] = {
    "task": {
        "early": {0: 0.83, -1: 0.12, 1: 0.02},
        "mid": {0: 0.62, 1: 0.12, -1: 0.11, -2: 0.03, -3: 0.03},
        "late": {0: 0.52, 1: 0.39, -1: 0.03},
        "end": {0: 0.42, 1: 0.5, -1: 0.03},
        "any": {0: 0.65, 1: 0.12, -1: 0.11, -2: 0.03},
    },
    "document": {
        "early": {0: 0.8, -1: 0.13, 1: 0.02},
        "mid": {0: 0.73, 1: 0.08, -1: 0.09, -2: 0.02},
        "late": {0: 0.62, 1: 0.28, -1: 0.03},
        "end": {0: 0.46, 1: 0.44, -1: 0.04},
        "any": {0: 0.7, 1: 0.13, -1: 0.06, -2: 0.02},
    },
    "agreement": {
        "early": {0: 0.5, -1: 0.2, -2: 0.08},
        "late": {0: 0.5, 1: 0.2, -1: 0.06, -2: 0.05},
        "any": {0: 0.5, 1: 0.06, -1: 0.1, -2: 0.08},
    },
    "report": {
        "early": {-1: 0.58, 0: 0.28},
        "mid": {-1: 0.44, 0: 0.28, -2: 0.1},
        "late": {0: 0.52, -1: 0.28},
        "any": {-1: 0.4, 0: 0.32, -2: 0.08},
    },
    # A programme of laws or of a contest is made in the year before.
    "programme": {
        "early": {0: 0.7, 1: 0.1, -1: 0.08},
        "mid": {0: 0.42, 1: 0.38, -1: 0.05},
        "late": {1: 0.48, 0: 0.38, -1: 0.04},
        "any": {0: 0.45, 1: 0.33, -1: 0.06},
    },
    "old-paper": {"any": {0: 0.22, -1: 0.12, -2: 0.1, -3: 0.08, -4: 0.08, -5: 0.04, 1: 0.03}},
    "term": {
        "early": {0: 0.22, -1: 0.23, -2: 0.22, -3: 0.07, -4: 0.05, 1: 0.06},
        "late": {0: 0.2, 1: 0.2, -1: 0.18, -2: 0.15, -3: 0.06, 2: 0.06, -4: 0.04},
        "any": {0: 0.2, 1: 0.05, -1: 0.17, -2: 0.13, -3: 0.08, -4: 0.06, -5: 0.06, -6: 0.06},
    },
    "named": {
        "early": {0: 0.8, -1: 0.14},
        "mid": {0: 0.82, -1: 0.08, 1: 0.045},
        "late": {0: 0.68, -1: 0.12, 1: 0.1, 2: 0.05},
        "any": {0: 0.8, -1: 0.08, 1: 0.06},
    },
    # "Ngày hội ... Việt Nam - Lào 2017": a year that ends a name.
    "brand": {
        "early": {0: 0.83, -1: 0.07},
        "late": {0: 0.7, 1: 0.13, -1: 0.07, 2: 0.04},
        "any": {0: 0.83, -1: 0.055, 1: 0.02},
    },
    "loose": {
        "early": {0: 0.6, -1: 0.22},
        "late": {0: 0.55, 1: 0.2, -1: 0.1},
        "any": {0: 0.5, -1: 0.22, 1: 0.06},
    },
    "visit": {"any": {0: 0.32, -1: 0.18, -2: 0.12, -3: 0.05}},
    "own-name": {"early": {0: 0.82, -1: 0.13}, "any": {0: 0.91, -1: 0.04, 1: 0.02}},
    "one-of-year": {"early": {0: 0.7, -1: 0.2}, "any": {0: 0.68, -1: 0.16, -2: 0.04}},
    "beside-day": {
        "early": {0: 0.79, -1: 0.15},
        "late": {0: 0.8, 1: 0.13, -1: 0.04},
        "any": {0: 0.84, -1: 0.08, 1: 0.03},
    },
    "planned": {
        "early": {0: 0.7, 1: 0.1, 2: 0.03},
        "mid": {0: 0.47, 1: 0.2, 3: 0.06, -1: 0.08, 2: 0.03},
        "late": {1: 0.3, 0: 0.26, 2: 0.17, 3: 0.06, 5: 0.08},
        "any": {0: 0.46, 1: 0.2, 2: 0.05, 3: 0.05, -1: 0.07},
    },
    "next-meeting": {"early": {0: 0.55, 1: 0.35, 2: 0.05}, "any": {1: 0.72, 0: 0.16, 2: 0.07}},
    "agreed-on": {"any": {1: 0.6, 2: 0.15, 0: 0.12, 3: 0.06}},
    "review": {
        "early": {-1: 0.74, 0: 0.15, -2: 0.03, -3: 0.03},
        "mid": {-1: 0.35, 0: 0.39, -2: 0.05, -3: 0.08, -4: 0.03},
        "late": {0: 0.55, -1: 0.28, 1: 0.04, -3: 0.03},
        "end": {0: 0.76, -1: 0.12, 1: 0.03, -2: 0.03},
        "any": {-1: 0.39, 0: 0.38, -2: 0.05, -3: 0.06},
    },
    # "Năm 2013, ông A đã ...": what somebody did, mostly years before.
    "told": {
        "early": {-1: 0.6, 0: 0.09, -2: 0.05, -3: 0.05, -4: 0.05},
        "any": {-1: 0.38, 0: 0.13, -2: 0.13, -3: 0.12, -4: 0.07, -5: 0.04, -6: 0.04},
    },
    "reviewed-paper": {
        "early": {-1: 0.65, 0: 0.25},
        "mid": {0: 0.42, -1: 0.48, 1: 0.03},
        "late": {0: 0.68, -1: 0.24},
        "end": {0: 0.8, -1: 0.14},
        "any": {0: 0.48, -1: 0.4},
    },
    "just-past": {
        "early": {-1: 0.94, 0: 0.03},
        "mid": {-1: 0.78, 0: 0.14},
        "late": {0: 0.8, -1: 0.14},
        "end": {0: 0.93, -1: 0.05},
        "any": {-1: 0.5, 0: 0.45},
    },
    "between": {"any": {0: 0.95}},
    # "Đầu năm 2018, các trinh sát phát hiện đường dây": an inquiry ends some months after.
    "begin-inquiry": {"any": {0: 0.75, -1: 0.17}},
    "stamped": {"any": {0: 0.93, 1: 0.04, -1: 0.01}},
    "to-date": {"any": {0: 0.8, -1: 0.09, -2: 0.06}},
    "since-year": {"any": {0: 0.08, -1: 0.14, -2: 0.1, -3: 0.09, -4: 0.08, **dict.fromkeys(range(-15, -4), 0.04)}},
    "since-end": {"any": {-1: 0.65, -2: 0.13, 0: 0.09, -3: 0.05, -4: 0.03}},
    "begin": {
        "early": {0: 0.52, -1: 0.2, 1: 0.06, -3: 0.04},
        "any": {0: 0.38, -1: 0.26, -2: 0.11, -3: 0.04, -4: 0.04, -5: 0.04, 1: 0.04},
    },
    "close": {
        "early": {-1: 0.6, 0: 0.1, -2: 0.09},
        "mid": {-1: 0.43, 0: 0.15, -2: 0.11, -3: 0.1, -4: 0.07, 1: 0.02},
        "late": {0: 0.3, -1: 0.36, 1: 0.08, -5: 0.04},
        "any": {-1: 0.43, 0: 0.16, -2: 0.11, -3: 0.08, -4: 0.06},
    },
    "close-ahead": {"any": {0: 0.83, 1: 0.11}},
    "as-of": {
        "early": {-1: 0.85, 0: 0.05},
        "late": {-1: 0.55, 0: 0.3},
        "end": {0: 0.6, -1: 0.3},
        "any": {-1: 0.75, 0: 0.1},
    },
    "marked": {"late": {0: 0.75, 1: 0.2}, "any": {0: 0.87, 1: 0.05, -1: 0.03}},
    "half-year": {"early": {-1: 0.6, 0: 0.27}, "any": {0: 0.91, -1: 0.06}},
    "first-quarter": {
        "late": {0: 0.45, 1: 0.48},  # "vào quý I năm 2026", said in the autumn before
        "end": {1: 0.65, 0: 0.28},
        "any": {0: 0.9, 1: 0.05, -1: 0.02},
    },
    "last-quarter": {"early": {-1: 0.94, 0: 0.02}, "any": {0: 0.9, -1: 0.05}},
    "last-year": {"early": {-1: 0.88, 0: 0.05}, "any": {-1: 0.83, 0: 0.08, -2: 0.05}},
    "same-period": {"any": {-1: 0.86, -2: 0.11}},
    "compared": {"early": {-1: 0.37, -2: 0.55}, "any": {-1: 0.42, -2: 0.46, -3: 0.03, 0: 0.02}},
    "ahead": {"any": {0: 0.1, 1: 0.1, 2: 0.09, 3: 0.08, 4: 0.06, 5: 0.05, -1: 0.25, -2: 0.03, -3: 0.04, -4: 0.06}},
    # "đến năm 2030, tầm nhìn 2045": a goal may lie any number of years ahead.
    "goal": {"any": dict.fromkeys(range(31), 0.05)},
    "current": {"any": {0: 0.95, -1: 0.01, 1: 0.01}},
    "election": {"any": {0: 0.25, -1: 0.5, 1: 0.08, -2: 0.05, -3: 0.05}},
    "plain": {
        "early": {-1: 0.34, 0: 0.32, -2: 0.07, -3: 0.05, -4: 0.03},
        "mid": {-1: 0.28, 0: 0.23, -2: 0.11, -3: 0.07, -4: 0.06, -5: 0.05},
        "late": {0: 0.38, 1: 0.21, -1: 0.18, -2: 0.03, -3: 0.03, -4: 0.05},
        "end": {0: 0.45, 1: 0.15, -1: 0.19, -2: 0.03, -3: 0.03, -5: 0.04},
        "any": {-1: 0.28, 0: 0.26, 1: 0.03, -2: 0.1, -3: 0.06, -4: 0.05, -5: 0.04},
    },
    "last-meeting": {"early": {-1: 0.75, -2: 0.1, 0: 0.05}, "any": {-1: 0.72, 0: 0.1, -2: 0.08, -3: 0.03}},
    "anniversary": {"any": {0: 0.9, 1: 0.05, -1: 0.02}},
    "towards": {"any": {0: 0.45, 1: 0.45}},
    "anniversary-day": {"any": {0: 0.97, 1: 0.005, -1: 0.005}},
    "lunar": {"early": {0: 0.92, -1: 0.03}, "end": {0: 0.3, 1: 0.62}, "any": {0: 0.9, -1: 0.03, 1: 0.03}},
    "season": {"any": {0: 0.8, -1: 0.08, 1: 0.08}},
    # Between two dry seasons a paper sums up the last one, and may speak of the next; counted from the last year named.
    "season-off": {"any": {0: 0.8, 1: 0.15}},
}

# The seasons and their share of a year's events.
SEASONS = (("early", 0.25), ("mid", 0.5), ("late", 0.08), ("end", 0.17))

# Kinds whose year is seldom far from the event's.
_NEAR, _FAR = 3, 0.002  # shifts that a slip explains, and the odds of longer ones
# Kinds whose year may well be far from the event's: history, goals, plans, what is cited or summed up.
ANY_TIME = frozenset(
    [
        *("plain", "told", "named", "brand", "loose", "visit", "report", "programme", "old-paper", "agreement"),
        *("since-year", "since-end", "close", "begin", "last-meeting", "compared", "election"),
        *("ahead", "goal", "planned", "agreed-on", "term", "towards", "document", "review", "task", "one-of-year"),
    ]
)
_REST_OF = {"anniversary": 0.002, "anniversary-day": 0.002, "lunar": 0.005, "stamped": 0.001}

# What a date is said of -> rows (days that it lies before the event, at most; likelihood of each such day).
# The first row holds what lies after the event, the last what is older than all.
_DAYS = (
    *((-120, 0.00002), (-32, 0.00015), (-4, 0.0009), (-1, 0.004), (1, 0.04), (14, 0.009), (60, 0.0028)),
    *((150, 0.0009), (200, 0.0014), (365, 0.0007), (500, 0.00035), (730, 0.00027), (1100, 0.00017), (1600, 0.00008)),
)
DATES: dict[str, tuple[tuple[int, float], ...]] = {
    "day": _DAYS,
    "month": (
        *((-120, 0.00003), (-32, 0.0005), (-1, 0.0018), (30, 0.0028), (60, 0.0022), (150, 0.0015), (200, 0.0014)),
        *((270, 0.001), (365, 0.0007), (500, 0.0006), (730, 0.00025), (1100, 0.00015), (1600, 0.0001)),
    ),
    "story": (
        *((-120, 0.00001), (-32, 0.0002), (60, 0.006), (150, 0.0015), (270, 0.0018), (365, 0.0006), (730, 0.0005)),
        *((1100, 0.0001), (1600, 0.00005)),
    ),
    "period": (
        *((-120, 0.00001), (-32, 0.0002), (-4, 0.0015), (1, 0.012), (30, 0.0035), (120, 0.0022), (200, 0.001)),
        *((365, 0.0006), (500, 0.0004), (730, 0.0002), (1600, 0.0001)),
    ),
    # A court sits five months to two years after the deed, rarely sooner: an inquiry comes between.
    "trial": (
        *((-3, 0.00001), (1, 0.01), (60, 0.0006), (120, 0.0005), (150, 0.0013), (200, 0.0022), (270, 0.0018)),
        *((365, 0.0012), (500, 0.0009), (730, 0.0005), (1100, 0.0003), (1600, 0.00014)),
    ),
    "inquiry": ((-32, 0.00001), (60, 0.003), (200, 0.0018), (365, 0.0009), (800, 0.0003)),
    "appeal": ((-3, 0.00001), (120, 0.00005), (210, 0.0005), (365, 0.001), (730, 0.001), (1100, 0.00045)),
    "meeting": ((-240, 0.00002), (-1, 0.0002), (60, 0.0004), (130, 0.0014), (480, 0.0032), (800, 0.0008)),
    "numbered-day": ((-1, 0.0001), (60, 0.004), (150, 0.0009), (480, 0.0028), (800, 0.0005)),
    "since": (
        *((-120, 0.00002), (-32, 0.0001), (-1, 0.001), (1, 0.004), (30, 0.0015), (150, 0.001), (270, 0.0015)),
        *((365, 0.001), (500, 0.00075), (730, 0.0004), (1100, 0.00022), (1600, 0.00017)),
    ),
    "document": (
        *((-32, 0.00001), (1, 0.007), (30, 0.004), (60, 0.0027), (150, 0.0012), (270, 0.0007), (500, 0.0006)),
        *((730, 0.00045), (1100, 0.00035), (1600, 0.00015), (4000, 0.00006)),
    ),
    # "có hiệu lực từ ngày 1/7/2017": before or after, mostly soon.
    "in-force": (
        *((-400, 0.0002), (-120, 0.0008), (-32, 0.003), (60, 0.004), (200, 0.0012), (400, 0.0007), (1100, 0.0003)),
    ),
    "carried-out": ((-1, 0.00001), (45, 0.0003), (500, 0.0012), (800, 0.0007), (8000, 0.0004)),
    # Buildings and programmes are to be finished some years ahead.
    "completion": (
        (-3000, 0.00004),
        (-1600, 0.0001),
        (-800, 0.0003),
        (-400, 0.0006),
        (-31, 0.0009),
        (31, 0.0006),
        (400, 0.0001),
        (8000, 0.00002),
    ),
    "planned-month": (
        (-1600, 0.00004),
        (-800, 0.0001),
        (-400, 0.00025),
        (-250, 0.0006),
        (-150, 0.0022),
        (-31, 0.0028),
        (31, 0.0012),
        (400, 0.00012),
        (8000, 0.00002),
    ),
    "planned": (
        *((-800, 0.00005), (-400, 0.00015), (-120, 0.0006), (-32, 0.004), (-4, 0.011), (1, 0.02), (14, 0.003)),
        *((60, 0.0012), (200, 0.0007), (400, 0.0003), (1100, 0.0001)),
    ),
    "next-meeting": ((-800, 0.0001), (-480, 0.0006), (-240, 0.003), (-60, 0.0012), (31, 0.0002)),
    "stamp": ((-4, 0.0001), (-1, 0.01), (3, 0.2), (14, 0.02), (45, 0.004), (150, 0.0008), (400, 0.0003)),
    # The same for a day of which nothing is told as past: "6 đội thi đấu từ ngày 20 đến 27/8" may lie some weeks ahead.
    "stamp-untold": (
        (-32, 0.0001),
        (-4, 0.002),
        (-1, 0.01),
        (3, 0.2),
        (14, 0.02),
        (45, 0.004),
        (150, 0.0008),
        (400, 0.0003),
    ),
    # The same for a day that is still to come when the paper is written.
    "stamp-ahead": ((-300, 0.0001), (-60, 0.0015), (-14, 0.006), (0, 0.02), (14, 0.002), (150, 0.0003)),
}
OLDEST = 0.00003  # of what is older than the last row

WEEKDAY_RIGHT, WEEKDAY_WRONG = 0.9, 0.02
SURE = 0.62  # how likely the best year must be, among all, for a reader to state it
SURE_OF_TRIAL = 0.75  # the same for a court's sitting, which months or years may part from the deed
SURE_ALONE = 0.7  # the same where the text has no day of the event at all


def date_odds(kind: str, days_before: int) -> float:
    """Likelihood that a date of that kind lies so many days before the event (negative: after it)."""
    for limit, odds in DATES[kind]:
        if days_before <= limit:
            return odds
    return OLDEST


@lru_cache(maxsize=4096)
def year_odds(kind: str, season: str, shift: int) -> float:
    """Likelihood that a year of that kind is the event's year plus `shift`."""
    seasons = YEARS[kind]
    if season == "end" and season not in seasons:
        season = "late"
    odds = (seasons.get(season) or seasons["any"]).get(shift)
    if odds is not None:
        return odds
    return _REST_OF.get(kind, REST if abs(shift) <= _NEAR or kind in ANY_TIME else _FAR)
