"""How likely a paper of a given day is to name a year, a month or a day in such words: the numbers behind `years`.

Estimated by counting 750 Vietnamese news texts whose day of publication is known, then rounded. A row says, for a
phrase of one kind, how often its year lies `shift` years after the year of the event; what is not listed has `REST`.
"""

from __future__ import annotations

REST = 0.015

# season: early (January to March), mid, late (October), end (November, December; else as late), any (month unknown)
YEARS: dict[str, dict[str, dict[int, float]]] = {
    "task": {
        "early": {0: 0.9, -1: 0.04, 1: 0.03},
        "mid": {0: 0.82, 1: 0.07, -1: 0.06},
        "late": {0: 0.55, 1: 0.38, -1: 0.02},
        "end": {0: 0.42, 1: 0.52, -1: 0.02},
        "any": {0: 0.75, 1: 0.12, -1: 0.06},
    },
    "document": {
        "early": {0: 0.85, -1: 0.06, 1: 0.02},
        "mid": {0: 0.82, 1: 0.06, -1: 0.06},
        "late": {0: 0.62, 1: 0.3, -1: 0.03},
        "end": {0: 0.45, 1: 0.46, -1: 0.03},
        "any": {0: 0.72, 1: 0.14, -1: 0.05},
    },
    "term": {
        "late": {0: 0.3, 1: 0.2, -1: 0.14, -2: 0.11, -3: 0.06, 2: 0.06, -4: 0.04},
        "any": {0: 0.36, 1: 0.13, -1: 0.16, -2: 0.13, -3: 0.08, -4: 0.05},
    },
    "named": {
        "early": {0: 0.75, -1: 0.18},
        "mid": {0: 0.8, -1: 0.06, 1: 0.06},
        "late": {0: 0.68, -1: 0.12, 1: 0.1, 2: 0.05},
        "any": {0: 0.75, -1: 0.08, 1: 0.07},
    },
    "entered": {"early": {0: 0.9, -1: 0.02}, "end": {1: 0.6, 0: 0.3}, "any": {0: 0.88, 1: 0.06, -1: 0.01}},
    "theme": {"early": {0: 0.88, -1: 0.06, 1: 0.03}, "late": {0: 0.85, 1: 0.1}, "any": {0: 0.92, 1: 0.04}},
    "own-name": {"early": {0: 0.75, -1: 0.18}, "any": {0: 0.93, -1: 0.04}},
    "beside-day": {"early": {0: 0.8, -1: 0.12}, "any": {0: 0.9, 1: 0.03, -1: 0.03}},
    "planned": {
        "early": {0: 0.8, 1: 0.1, 2: 0.03},
        "mid": {0: 0.5, 1: 0.32, 2: 0.06},
        "late": {1: 0.45, 0: 0.25, 2: 0.12, 3: 0.08},
        "any": {0: 0.45, 1: 0.35, 2: 0.06},
    },
    "next-meeting": {
        "early": {0: 0.55, 1: 0.35, 2: 0.05},
        "late": {1: 0.86, 0: 0.05, 2: 0.05},
        "any": {1: 0.75, 0: 0.13, 2: 0.07},
    },
    # A plan of the year that is being carried out.
    "under-way": {"early": {0: 0.85, -1: 0.1}, "any": {0: 0.93, -1: 0.02, 1: 0.02}},
    # "ước tính cả năm 2018 có thể đạt": said late in that year, or soon after it.
    "estimated": {"early": {-1: 0.75, 0: 0.2}, "any": {0: 0.95, -1: 0.02}},
    # An anniversary that two sides agree to keep: counted from the year in which it still lies ahead.
    "kept-ahead": {"any": {0: 0.92, 1: 0.03}},
    "agreed-on": {"late": {1: 0.86, 2: 0.07, 0: 0.03, 3: 0.02}, "any": {1: 0.6, 2: 0.15, 0: 0.12, 3: 0.06}},
    "review": {
        "early": {-1: 0.85, 0: 0.09},
        "mid": {-1: 0.45, 0: 0.42, 1: 0.03},
        "late": {0: 0.62, -1: 0.22, 1: 0.06},
        "end": {0: 0.78, -1: 0.12, 1: 0.03},
        "any": {-1: 0.4, 0: 0.48},
    },
    "reviewed-paper": {
        "early": {-1: 0.65, 0: 0.25},
        "mid": {0: 0.5, -1: 0.42},
        "late": {0: 0.68, -1: 0.24},
        "end": {0: 0.8, -1: 0.14},
        "any": {0: 0.55, -1: 0.35},
    },
    "just-past": {
        "early": {-1: 0.94, 0: 0.03},
        "mid": {-1: 0.8, 0: 0.12},
        "late": {0: 0.8, -1: 0.14},
        "end": {0: 0.93, -1: 0.05},
        "any": {-1: 0.5, 0: 0.45},
    },
    "between": {"any": {0: 0.95}},
    "stamped": {"any": {0: 0.93, 1: 0.04, -1: 0.01}},
    "to-date": {"any": {0: 0.96}},
    "since-year": {"any": {0: 0.08, -1: 0.12, -2: 0.1, -3: 0.09, -4: 0.08, **dict.fromkeys(range(-15, -4), 0.04)}},
    "since-end": {"early": {-1: 0.8, -2: 0.08, 0: 0.04}, "any": {-1: 0.6, -2: 0.15, 0: 0.1, -3: 0.06, -4: 0.03}},
    "begin": {"end": {0: 0.38, 1: 0.36, -1: 0.08, -2: 0.04}, "any": {0: 0.6, 1: 0.1, -1: 0.1, -2: 0.05}},
    "close": {
        "early": {-1: 0.6, 0: 0.1, -2: 0.06},
        "mid": {-1: 0.5, 0: 0.15, 1: 0.12, -2: 0.05},
        "late": {0: 0.4, -1: 0.25, 1: 0.1},
        "any": {-1: 0.4, 0: 0.25, 1: 0.1},
    },
    "as-of": {
        "early": {-1: 0.85, 0: 0.05},
        "late": {-1: 0.55, 0: 0.3},
        "end": {0: 0.6, -1: 0.3},
        "any": {-1: 0.75, 0: 0.1},
    },
    "marked": {"late": {0: 0.75, 1: 0.2}, "any": {0: 0.9, 1: 0.04, -1: 0.02}},
    "half-year": {"early": {-1: 0.7, 0: 0.25}, "any": {0: 0.9, -1: 0.06}},
    "first-quarter": {"any": {0: 0.94, -1: 0.03}},
    "last-quarter": {"early": {-1: 0.94, 0: 0.02}, "any": {0: 0.9, -1: 0.05}},
    "last-year": {"early": {-1: 0.9, 0: 0.04}, "any": {-1: 0.85, 0: 0.06, -2: 0.05}},
    "same-period": {"any": {-1: 0.94, 0: 0.03}},
    "compared": {"early": {-1: 0.44, -2: 0.46, 0: 0.03}, "any": {-1: 0.72, -2: 0.16, 0: 0.04}},
    "ahead": {"any": {0: 0.12, 1: 0.14, 2: 0.16, 3: 0.12, 4: 0.08, 5: 0.08, -1: 0.05, -2: 0.02}},
    # "đến năm 2030, tầm nhìn 2045": a goal may lie any number of years ahead.
    "goal": {"any": dict.fromkeys(range(31), 0.05)},
    "current": {"early": {0: 0.66, -1: 0.3}, "any": {0: 0.95, -1: 0.01, 1: 0.01}},
    "election": {"any": {0: 0.4, -1: 0.3, 1: 0.12, -2: 0.08}},
    "plain": {
        "early": {0: 0.62, -1: 0.2, -2: 0.04},
        "mid": {0: 0.45, -1: 0.25, -2: 0.09, 1: 0.06},
        "late": {0: 0.46, 1: 0.18, -1: 0.14, -2: 0.04, -3: 0.03, -4: 0.03},
        "any": {0: 0.45, -1: 0.2, 1: 0.1, -2: 0.05},
    },
    "last-meeting": {"early": {-1: 0.75, -2: 0.1, 0: 0.05}, "any": {-1: 0.72, 0: 0.1, -2: 0.08, -3: 0.03}},
    "anniversary": {"any": {0: 0.9, 1: 0.05, -1: 0.02}},
    "towards": {"any": {0: 0.45, 1: 0.45}},
    "anniversary-day": {"any": {0: 0.97, 1: 0.005, -1: 0.005}},
    "lunar": {"early": {0: 0.92, -1: 0.03}, "end": {0: 0.3, 1: 0.62}, "any": {0: 0.9, -1: 0.03, 1: 0.03}},
    # A New Year named in news without a day, where nobody brings good wishes: it may still be ahead.
    "lunar-open": {"any": {0: 0.62, 1: 0.33, -1: 0.02}},
    "season": {"any": {0: 0.8, -1: 0.08, 1: 0.08}},
    # Between two dry seasons a paper sums up the last one, and may speak of the next; counted from the last year named.
    "season-off": {"any": {0: 0.8, 1: 0.15}},
}

# Kinds whose year is seldom far from the event's.
_NEAR, _FAR = 3, 0.002  # shifts that a slip explains, and the odds of longer ones
# Kinds whose year may well be far from the event's: history, goals, plans.
_ANY_TIME = frozenset(
    [
        *("plain", "named", "since-year", "since-end", "close", "begin", "last-meeting", "compared", "election"),
        *("ahead", "goal", "planned", "agreed-on", "term", "towards"),
    ]
)
_REST_OF = {"anniversary": 0.002, "anniversary-day": 0.002, "lunar": 0.005, "stamped": 0.001}

# What a date is said of -> rows (days that it lies before the event, at most; likelihood of each such day).
# The first row holds what lies after the event, the last what is older than all.
_DAYS = ((-120, 0.00001), (-4, 0.0007), (1, 0.02), (60, 0.008), (150, 0.0008), (365, 0.0006), (800, 0.0003))
DATES: dict[str, tuple[tuple[int, float], ...]] = {
    "day": _DAYS,
    # A month of the same year is mostly told without it: one that has it may well be of the year before.
    "month": (
        (-120, 0.00001),
        (-32, 0.0006),
        (90, 0.003),
        (200, 0.0022),
        (340, 0.0003),
        (460, 0.0012),
        (800, 0.0004),
    ),
    # One that comes later in the calendar than the event can only be of an earlier year.
    "month-last": ((-32, 0.00001), (95, 0.0035), (330, 0.0011), (460, 0.0005), (800, 0.0003)),
    "story": ((-120, 0.00001), (-32, 0.0003), (75, 0.006), (200, 0.0018), (365, 0.0005), (460, 0.0008), (800, 0.0003)),
    "hearing": ((-32, 0.00001), (60, 0.003), (200, 0.0028), (365, 0.0005), (800, 0.0003)),
    # A month on the way to the event ("Tới tháng 4-2014, ... Ngày 11-6, ..."), and what came of it.
    "led-up": ((-120, 0.00001), (-32, 0.0003), (60, 0.008), (150, 0.003), (365, 0.0005), (800, 0.0003)),
    "sequel": ((-180, 0.00001), (-60, 0.0008), (-1, 0.006), (1, 0.006), (60, 0.001), (800, 0.0002)),
    "period": ((-32, 0.00002), (45, 0.012), (150, 0.0015), (365, 0.0006), (800, 0.0002)),
    # A court sits five months to two years after the deed, rarely sooner: an inquiry comes between.
    "trial": ((-3, 0.00001), (60, 0.0001), (120, 0.0004), (365, 0.002), (730, 0.0011), (1100, 0.0004)),
    "inquiry": ((-32, 0.00001), (60, 0.003), (200, 0.0018), (365, 0.0009), (800, 0.0003)),
    "appeal": ((-3, 0.00001), (120, 0.00005), (210, 0.0003), (800, 0.001), (1200, 0.0005)),
    "meeting": ((-1, 0.00002), (60, 0.0003), (130, 0.0014), (480, 0.0032), (800, 0.0008)),
    "numbered-day": ((-1, 0.0001), (60, 0.004), (150, 0.0009), (480, 0.0028), (800, 0.0005)),
    "since": ((-32, 0.00001), (25, 0.0003), (365, 0.0013), (800, 0.0007), (1600, 0.0004), (8000, 0.0002)),
    # "có hiệu lực từ ngày 1-3-2016": told shortly before or any time after.
    "in-force": ((-200, 0.0001), (-15, 0.0015), (5, 0.014), (31, 0.003), (400, 0.001), (8000, 0.0003)),
    # "từ nay đến hết tháng 8/2017": mostly some months ahead.
    "from-now": ((-1600, 0.0001), (-800, 0.0003), (-400, 0.0006), (-200, 0.001), (15, 0.005), (400, 0.00005)),
    # "từ ngày 19/12/2016 đến nay": something still goes on; a day is told for weeks or months, seldom for years.
    "to-this-day": ((-1, 0.00001), (120, 0.005), (365, 0.0014), (800, 0.0004), (3000, 0.0001)),
    "document": ((-32, 0.00001), (60, 0.002), (365, 0.0008), (800, 0.0005), (8000, 0.0003)),
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
        (-1600, 0.00004),
        (-800, 0.0001),
        (-400, 0.0005),
        (-150, 0.001),
        (-45, 0.003),
        (-1, 0.011),
        (31, 0.0007),
        (400, 0.0003),
        (8000, 0.00005),
    ),
    "next-meeting": ((-800, 0.0001), (-480, 0.0006), (-240, 0.003), (-60, 0.0012), (31, 0.0002)),
    "stamp": ((-4, 0.0001), (-1, 0.01), (3, 0.2), (14, 0.02), (45, 0.004), (150, 0.0022), (400, 0.0003)),
    # The same for a day of which nothing is told as past: "6 đội thi đấu từ ngày 20 đến 27/8" may lie some weeks ahead.
    "stamp-untold": (
        (-32, 0.0001),
        (-4, 0.002),
        (-1, 0.01),
        (3, 0.2),
        (14, 0.02),
        (45, 0.004),
        (150, 0.0022),
        (400, 0.0003),
    ),
    # The same for a day that is still to come when the paper is written.
    "stamp-ahead": ((-300, 0.0001), (-60, 0.0015), (-14, 0.006), (0, 0.02), (14, 0.002), (150, 0.0003)),
}
OLDEST = 0.0001  # of what is older than the last row

OLDER_PART = 0.4  # what a date of the story weighs when a later one is told, and one of a photo
WEEKDAY_RIGHT, WEEKDAY_WRONG = 0.9, 0.02
SURE = 0.75  # how likely the best year must be, among all, for a reader to state it
SURE_ALONE = 0.85  # the same where the text has no day of the event at all


def date_odds(kind: str, days_before: int) -> float:
    """Likelihood that a date of that kind lies so many days before the event (negative: after it)."""
    for limit, odds in DATES[kind]:
        if days_before <= limit:
            return odds
    return OLDEST


def year_odds(kind: str, season: str, shift: int) -> float:
    """Likelihood that a year of that kind is the event's year plus `shift`."""
    seasons = YEARS[kind]
    if season == "end" and season not in seasons:
        season = "late"
    odds = (seasons.get(season) or seasons["any"]).get(shift)
    if odds is not None:
        return odds
    return _REST_OF.get(kind, REST if abs(shift) <= _NEAR or kind in _ANY_TIME else _FAR)
