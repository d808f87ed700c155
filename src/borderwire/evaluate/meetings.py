"""The event as one of a row of meetings: its number, the meeting before and the one to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from borderwire.evaluate.scores import Sheet, answers
from borderwire.evaluate.when_where import same_date
from borderwire.model import Record, SeriesMeeting

_NONE = SeriesMeeting()


def compare_series(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    """Each value that is told of the row counts for itself; what the gold leaves out should be left out."""
    wanted, series = gold["series"] or {}, record.series
    sheet.value("meeting number", series.ordinal if series else None, answers(wanted, "ordinal"))
    before = (series.previous if series else None) or _NONE
    coming = (series.next if series else None) or _NONE
    _compare_meeting("previous meeting", before, answers(wanted, "previous"), sheet, ("ordinal", "date"))
    _compare_meeting("next meeting", coming, answers(wanted, "next"), sheet, ("ordinal", "date", "place"))


def _compare_meeting(
    name: str, found: SeriesMeeting, wanted: Sequence[Mapping[str, Any] | None], sheet: Sheet, told: tuple[str, ...]
) -> None:
    values = {"ordinal": found.ordinal, "date": found.date, "place": found.venue}
    for what in told:
        right = [(meeting or {}).get(what) for meeting in wanted]
        label = f"{what} of the {name}"
        if what == "date":
            sheet.value(name, found.date, right, same_date, label)
        else:
            sheet.value(name, values[what], right, label=label)
