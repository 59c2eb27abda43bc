"""Which row of theirs is which workweek of ours, and which numbers only print differently.

Authority:
    29 C.F.R. § 778.105: a workweek may begin on any day, and then always on that day.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from remedies.calculators.answer.rows import DAY, OurWeek, TheirRow
from remedies.operations import half_up

_NEAR: Final = 3
"""Two workweeks that begin at most three days apart share most of their days."""

_PLACES: Final = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class Pair:
    """A workweek of ours and their row for it.

    In ``row`` what only prints shorter than ours is taken as ours; ``stated`` is the row as they wrote it.
    """

    week: OurWeek
    row: TheirRow
    stated: TheirRow

    @property
    def shifted(self) -> int:
        """By how many days their workweek begins later than ours (below zero: earlier)."""
        return (self.row.starts_on - self.week.starts_on) // DAY


@dataclass(frozen=True, slots=True)
class Matched:
    """The pairs, and what has no counterpart, each in the order of the dates."""

    pairs: tuple[Pair, ...]
    only_ours: tuple[OurWeek, ...]
    only_theirs: tuple[TheirRow, ...]


def matched(weeks: Sequence[OurWeek], rows: Iterable[TheirRow]) -> Matched:
    """Return the pairs of equal first days, and then of first days at most three days apart."""
    ours = {week.starts_on: week for week in weeks}
    found: list[tuple[OurWeek, TheirRow]] = []
    left: list[TheirRow] = []
    for row in sorted(rows, key=lambda row: row.starts_on):
        week = ours.pop(row.starts_on, None)
        if week is None:
            left.append(row)
        else:
            found.append((week, row))
    alone = []
    for row in left:
        near = _nearest(row.starts_on, ours)
        if near is None:
            alone.append(row)
        else:
            found.append((ours.pop(near), row))
    found.sort(key=lambda pair: pair[0].starts_on)
    pairs = tuple(Pair(week, _as_ours(row, week), row) for week, row in found)
    return Matched(pairs, tuple(ours[day] for day in sorted(ours)), tuple(alone))


def _nearest(day: dt.date, ours: dict[dt.date, OurWeek]) -> dt.date | None:
    for days in range(1, _NEAR + 1):
        for near in (day - days * DAY, day + days * DAY):
            if near in ours:
                return near
    return None


def _as_ours(row: TheirRow, week: OurWeek) -> TheirRow:
    return replace(
        row,
        hours=week.hours if prints_as(row.hours, week.hours) else row.hours,
        rate=week.rate if prints_as(row.rate, week.rate) else row.rate,
    )


def prints_as(stated: Fraction | None, exact: Fraction) -> bool:
    """Return whether a number is ``exact``, or that rounded or cut to two, three or four decimals."""
    if stated is None or stated == exact:
        return stated is not None
    return any(stated in _printed(exact, 10**places) for places in _PLACES)


def _printed(exact: Fraction, scale: int) -> tuple[Fraction, Fraction]:
    rounded = half_up(exact * scale / 100) * 100 / scale
    return rounded, Fraction(exact * scale // 1, scale)
