"""Days and numbers at the very edge of a rule of collection."""

import datetime as dt
from fractions import Fraction

from remedies import law
from remedies.calculators.collection.garnishment import PayPeriod, garnishment_ceiling
from remedies.calculators.collection.lateness import Due, Running, Schedule
from remedies.figures import Figure

DEFAULTED = dt.date(2025, 3, 3)
ALL_DUE = dt.date(2025, 3, 18)


def test_an_installment_due_on_the_day_on_which_all_is_due_after_default_stays_one() -> None:
    # 18 U.S.C. § 3572(i): the entire amount is due within 15 days; 100.00 of it is due that day anyway.
    due = [
        Due(dt.date(2025, 1, 6), 100_00),
        Due(ALL_DUE, 100_00),
        Due(dt.date(2025, 4, 7), 100_00),
    ]
    owed = Running([dt.date(2025, 1, 6)], [300_00])

    schedule = Schedule(due, Running([], []), owed).accelerated(DEFAULTED, ALL_DUE)

    assert list(schedule.due) == [*due[:2], Due(ALL_DUE, 100_00, accelerated=True)]


def test_the_ceiling_of_one_workweek_is_that_of_the_week() -> None:
    # 15 U.S.C. § 1673(a), 30 × 7.25 = 217.50: 300.00 − 217.50 = 82.50, 25 percent of 300.00 = 75.00.
    day, encoded = dt.date(2025, 1, 6), law.encoded()
    week = garnishment_ceiling(Fraction(300), PayPeriod.WEEK, day, encoded)

    assert week.value == garnishment_ceiling(Fraction(300), Fraction(1), day, encoded).value == 75
    assert garnishment_ceiling(Fraction(217), PayPeriod.WEEK, day, encoded).value == 0
    assert "protected in a week" in names(week)
    assert "workweeks of the pay period" not in names(week)
    month = garnishment_ceiling(Fraction(300), PayPeriod.MONTH, day, encoded)
    assert "workweeks of the pay period" in names(month)


def names(figure: Figure) -> set[str]:
    return {figure.name}.union(*(names(operand) for operand in figure.operands))
