"""Schedules: one formula a column, one line for equal workweeks, totals that audit themselves."""

import datetime as dt
from fractions import Fraction

import hypothesis
import pytest
from hypothesis import strategies as st

from remedies.errors import AuditError, UnitMismatchError
from remedies.figures import audit, given
from remedies.operations import Op, Unit, evaluate
from remedies.schedule import Column, Formulas, Line, Run, Schedule, Values

SUNDAY = dt.date(2012, 1, 1)
HOURS = Column(key="hours", name="hours", unit=Unit.HOUR)
RATE = Column(key="rate", name="rate", unit=Unit.USD_PER_HOUR)
PAY = Column(key="pay", name="pay", unit=Unit.USD, op=Op.PRODUCT, operands=("rate", "hours"))
CENTS = Column(key="cents", name="cents", unit=Unit.USD, op=Op.TO_CENTS, operands=("pay",))
FORMULAS = Formulas([HOURS, RATE, PAY, CENTS])


def line(hours: str, rate: str) -> Line:
    cells = (
        given("hours", Fraction(hours), Unit.HOUR),
        given("rate", Fraction(rate), Unit.USD_PER_HOUR),
    )
    return Line(cells, FORMULAS.row([cell.value for cell in cells]))


def schedule() -> Schedule:
    ten, three = line("10", "7.25"), line("3", "7.255")
    runs = (
        Run(SUNDAY, 2, ten),
        Run(SUNDAY + dt.timedelta(days=14), 1, three),
        Run(SUNDAY + dt.timedelta(days=28), 3, ten),
    )
    return Schedule("wages", FORMULAS, runs)


def test_a_row_is_computed_left_to_right() -> None:
    assert line("3", "7.255").values[:] == (
        Fraction(3),
        Fraction("7.255"),
        Fraction("21.765"),
        Fraction("21.77"),
    )


def test_every_workweek_is_listed_with_its_first_day() -> None:
    rows = list(schedule().rows())
    assert [(day - SUNDAY).days // 7 for day, _ in rows] == [0, 1, 2, 4, 5, 6]
    assert schedule().row_count == len(rows) == 6


def test_equal_workweeks_share_a_line() -> None:
    found = schedule()
    assert len(found.lines()) == 2
    assert found.value(found.lines()[1], "cents") == Fraction("21.77")


def test_a_total_is_the_sum_over_all_rows() -> None:
    found = schedule()
    by_row = sum(found.value(row, "cents") for _, row in found.rows())
    assert found.total("cents", "all").value == by_row == 5 * Fraction("72.5") + Fraction("21.77")
    assert found.total("hours", "all").unit is Unit.HOUR
    audit(found.total("cents", "all"))


def test_totals_without_rows_kept_are_the_same() -> None:
    rows = [[cell.value for cell in row.cells] for _, row in schedule().rows()]
    sums = FORMULAS.sums(rows, "hours", "cents")
    assert sums == (Fraction(53), schedule().total("cents", "all").value)


def test_a_row_that_does_not_follow_is_found() -> None:
    good = line("10", "7.25")
    changed = [*good.values[:3], good.values[3] + Fraction(1, 100)]
    bad = Line(good.cells, Values([value.as_integer_ratio() for value in changed]))
    altered = Schedule("wages", FORMULAS, (Run(SUNDAY, 1, good), Run(SUNDAY, 1, bad)))
    with pytest.raises(AuditError):
        altered.audit()
    with pytest.raises(AuditError):
        audit(altered.total("hours", "all"))


def test_the_leaves_of_a_total_are_the_cells_of_its_rows() -> None:
    leaves = list(schedule().total("cents", "all").leaves())
    assert {leaf.name for leaf in leaves} == {"hours", "rate"}


def test_a_formula_whose_units_do_not_combine_is_refused() -> None:
    wrong = Column(
        key="pay", name="pay", unit=Unit.USD, op=Op.PRODUCT, operands=("hours", "hours")
    )
    with pytest.raises(UnitMismatchError):
        Formulas([HOURS, RATE, wrong])


def test_a_formula_that_says_another_unit_is_refused() -> None:
    wrong = Column(
        key="pay", name="pay", unit=Unit.HOUR, op=Op.PRODUCT, operands=("rate", "hours")
    )
    with pytest.raises(AuditError):
        Formulas([HOURS, RATE, wrong])


def test_a_column_that_rows_bring_does_not_stand_right_of_a_formula() -> None:
    with pytest.raises(AuditError):
        Formulas([HOURS, RATE, PAY, Column(key="late", name="late", unit=Unit.USD)])


RATIOS = st.fractions(min_value=0, max_value=10**9, max_denominator=10**6)
PLACES = {
    Op.TOTAL: 2,
    Op.EXCESS: 2,
    Op.PRODUCT: 2,
    Op.QUOTIENT: 2,
    Op.GREATER: 2,
    Op.LESSER: 2,
    Op.TO_CENTS: 1,
}


@pytest.mark.parametrize("op", PLACES)
@hypothesis.given(left=RATIOS, right=RATIOS)
def test_rows_are_computed_as_figures_are(op: Op, left: Fraction, right: Fraction) -> None:
    hypothesis.assume(op is not Op.QUOTIENT or right)
    unit = {Op.PRODUCT: Unit.RATIO, Op.QUOTIENT: Unit.RATIO}.get(op, Unit.USD)
    leaves = [Column(key=key, name=key, unit=unit) for key in ("a", "b")]
    operands = ("a", "b")[: PLACES[op]]
    formulas = Formulas([*leaves, Column(key="c", name="c", unit=unit, op=op, operands=operands)])
    expected = evaluate(op, [left, right][: PLACES[op]])
    assert formulas.values([left, right])[-1] == expected
    assert formulas.sums([[left, right]] * 3, "c") == (3 * expected,)
