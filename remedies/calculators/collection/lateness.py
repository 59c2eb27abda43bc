"""Payments due and what of them is late: the oldest is paid first, and nothing is late beyond what is owed.

Authority:
    18 U.S.C. § 3572(d)(1), (2): due immediately, or on a day or in installments that the court sets; those
        are equal and monthly unless the court says otherwise.
    18 U.S.C. § 3572(h), (i): late by more than so many days; default makes the entire amount due.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from dateutil.relativedelta import relativedelta

from remedies.calculators.collection.balances import Steps

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """A payment that fell due: on a day, so many cents; ``accelerated`` when default made it due."""

    on: dt.date
    cents: int
    accelerated: bool = False


def installments(cents: int, first_on: dt.date, amount: int, through: dt.date) -> tuple[Due, ...]:
    """Return equal monthly payments from ``first_on`` on, the last one smaller, that fall due by a day.

    Args:
        cents: what is to be paid in all.
        first_on: the day of the first payment; later ones fall on the same day of the month, or its last.
        amount: each payment in cents, more than nothing.
        through: the last day that is asked about.

    """
    made: list[Due] = []
    while cents > 0 and (on := first_on + relativedelta(months=len(made))) <= through:
        made.append(Due(on, min(cents, amount)))
        cents -= amount
    return tuple(made)


class Running:
    """A sum of dated amounts in cents, or a balance in steps, that answers for any day."""

    __slots__ = ("_cents", "_days")

    def __init__(self, days: Iterable[dt.date], cents: Iterable[int]) -> None:
        """Take the days in their order, and the sum or balance at the end of each."""
        self._days = list(days)
        self._cents = [0, *cents]

    @classmethod
    def of_amounts(cls, amounts: Sequence[tuple[dt.date, int]]) -> "Running":
        """Return the running sum of dated amounts."""
        ordered = sorted(amounts)
        return cls([on for on, _ in ordered], accumulate(cents for _, cents in ordered))

    @classmethod
    def of_steps(cls, steps: Steps) -> "Running":
        """Return a balance by its steps."""
        return cls([on for on, _ in steps], [cents for _, cents in steps])

    def on(self, day: dt.date) -> int:
        """Return the sum or balance at the end of a day, in cents."""
        return self._cents[bisect_right(self._days, day)]


class Schedule:
    """Payments due, filled by what was paid, the oldest first, and bounded by what is owed."""

    __slots__ = ("_before", "due", "owed", "paid")

    def __init__(self, due: Iterable[Due], paid: Running, owed: Running) -> None:
        """Put the payments due in the order of their days."""
        self.due = sorted(due, key=_on)
        self.paid = paid
        self.owed = owed
        self._before = [0, *accumulate(payment.cents for payment in self.due)]

    def late(self, place: int, day: dt.date) -> int:
        """Return what of one payment is unpaid and owed at the end of a day, in cents."""
        paid = self.paid.on(day)
        before, after = self._before[place], self._before[place + 1]
        unpaid = max(0, after - max(before, paid))
        older = max(0, before - paid)
        return min(unpaid, max(0, self.owed.on(day) - older))

    def late_by_more_than(self, days: int, day: dt.date) -> int:
        """Return what is unpaid and owed of payments more than so many days late on a day, in cents."""
        count = bisect_right(self.due, day - (days + 1) * DAY, key=_on)
        return min(max(0, self._before[count] - self.paid.on(day)), self.owed.on(day))

    def accelerated(self, told_on: dt.date, due_on: dt.date) -> "Schedule":
        """Return the schedule after default: what is not due by ``due_on`` is due on that day at once."""
        kept = [payment for payment in self.due if payment.on <= due_on]
        unpaid = max(0, sum(payment.cents for payment in kept) - self.paid.on(told_on))
        rest = max(0, self.owed.on(told_on) - unpaid)
        return Schedule((*kept, Due(due_on, rest, accelerated=True)), self.paid, self.owed)


def _on(due: Due) -> dt.date:
    return due.on
