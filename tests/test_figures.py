"""Figures: exact values, units that must combine, one rounding, and an audit that finds what is wrong."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from remedies.errors import AuditError, UnitMismatchError
from remedies.figures import (
    Authority,
    Checked,
    Entry,
    Evidence,
    Figure,
    audit,
    excess,
    given,
    greater,
    lawful,
    lesser,
    product,
    quotient,
    recorded,
    to_cents,
    total,
    weakest,
)
from remedies.operations import Op, Unit, evaluate, half_up, unit_of
from remedies.worksheet import rows, spelled

RATE = given("rate", Fraction("7.25"), Unit.USD_PER_HOUR)
HOURS = given("hours", Fraction(40), Unit.HOUR)
PAY = given("pay", Fraction(100), Unit.USD)
DAY = dt.date(2012, 1, 2)
WEEK = recorded(
    "hours worked",
    [Entry(DAY, Fraction(25, 3), "08:00 to 16:20"), Entry(DAY + dt.timedelta(1), Fraction(8))],
    Unit.HOUR,
    source="Ex. 1",
    evidence=Evidence.TESTIMONY,
)


@pytest.mark.parametrize(
    ("dollars", "cents"),
    [
        ("0", "0"),
        ("1/3", "0.33"),
        ("0.005", "0.01"),
        ("0.004999", "0"),
        ("2.675", "2.68"),
        ("139.025", "139.03"),
        ("-0.005", "-0.01"),
        ("-0.004", "0"),
        ("-2.675", "-2.68"),
        ("999999999999.995", "1000000000000"),
        ("1/200", "0.01"),
        ("199/40000", "0"),
    ],
)
def test_dollars_round_to_the_cent_half_away_from_zero(dollars: str, cents: str) -> None:
    assert half_up(Fraction(dollars)) == Fraction(cents)


@for_all(st.fractions(-(10**9), 10**9))
def test_rounding_moves_no_more_than_half_a_cent_and_is_even_about_zero(dollars: Fraction) -> None:
    rounded = half_up(dollars)
    assert (rounded * 100).denominator == 1
    assert abs(rounded - dollars) <= Fraction(1, 200)
    assert half_up(rounded) == rounded
    assert half_up(-dollars) == -rounded


@for_all(st.integers(-(10**12), 10**12))
def test_exact_halves_of_a_cent_all_round_away_from_zero(cents: int) -> None:
    half = Fraction(2 * cents + 1, 200)
    away = cents + 1 if half > 0 else cents
    assert half_up(half) == Fraction(away, 100)


def test_a_product_of_a_rate_and_hours_is_dollars() -> None:
    pay = product("pay", RATE, HOURS)
    assert (pay.value, pay.unit, pay.operands) == (Fraction(290), Unit.USD, (RATE, HOURS))


def test_a_quotient_of_dollars_and_hours_is_a_rate_and_stays_exact() -> None:
    rate = quotient("rate", PAY, given("hours", Fraction(3), Unit.HOUR))
    assert (rate.value, rate.unit) == (Fraction(100, 3), Unit.USD_PER_HOUR)


def test_an_excess_is_never_below_zero() -> None:
    forty = given("threshold", Fraction(40), Unit.HOUR)
    assert excess("overtime", HOURS, forty).value == 0
    assert excess("overtime", given("h", Fraction(41), Unit.HOUR), forty).value == 1
    assert excess("overtime", given("h", Fraction(39), Unit.HOUR), forty).value == 0


def test_the_greatest_and_the_least_are_chosen_with_all_operands_kept() -> None:
    figures = [given(str(n), Fraction(n), Unit.USD) for n in (3, 7, 5)]
    assert greater("greatest", *figures).value == 7
    assert lesser("least", *figures).value == 3
    assert greater("greatest", *figures).operands == tuple(figures)


@pytest.mark.parametrize(
    ("op", "units", "unit"),
    [
        (Op.PRODUCT, [Unit.USD_PER_HOUR, Unit.HOUR], Unit.USD),
        (Op.PRODUCT, [Unit.HOUR, Unit.USD_PER_HOUR], Unit.USD),
        (Op.PRODUCT, [Unit.HOUR_PER_DAY, Unit.DAY], Unit.HOUR),
        (Op.PRODUCT, [Unit.ACT_PER_DAY, Unit.DAY], Unit.ACT),
        (Op.PRODUCT, [Unit.USD_PER_ACT, Unit.ACT], Unit.USD),
        (Op.PRODUCT, [Unit.USD, Unit.RATIO], Unit.USD),
        (Op.PRODUCT, [Unit.RATIO, Unit.HOUR], Unit.HOUR),
        (Op.PRODUCT, [Unit.RATIO, Unit.RATIO], Unit.RATIO),
        (Op.QUOTIENT, [Unit.USD, Unit.HOUR], Unit.USD_PER_HOUR),
        (Op.QUOTIENT, [Unit.HOUR, Unit.DAY], Unit.HOUR_PER_DAY),
        (Op.QUOTIENT, [Unit.DAY, Unit.DAY], Unit.RATIO),
        (Op.QUOTIENT, [Unit.USD, Unit.RATIO], Unit.USD),
        (Op.TOTAL, [Unit.USD, Unit.USD, Unit.USD], Unit.USD),
        (Op.TO_CENTS, [Unit.USD], Unit.USD),
    ],
)
def test_units_that_combine_give_the_unit_of_the_outcome(
    op: Op, units: list[Unit], unit: Unit
) -> None:
    assert unit_of(op, units) is unit


@pytest.mark.parametrize(
    ("op", "units"),
    [
        (Op.PRODUCT, [Unit.USD, Unit.USD]),
        (Op.PRODUCT, [Unit.USD_PER_HOUR, Unit.DAY]),
        (Op.PRODUCT, [Unit.USD_PER_HOUR, Unit.USD_PER_HOUR]),
        (Op.QUOTIENT, [Unit.HOUR, Unit.USD]),
        (Op.QUOTIENT, [Unit.RATIO, Unit.USD]),
        (Op.TOTAL, [Unit.USD, Unit.HOUR]),
        (Op.EXCESS, [Unit.HOUR, Unit.DAY]),
        (Op.GREATER, [Unit.USD, Unit.USD_PER_HOUR]),
        (Op.TO_CENTS, [Unit.HOUR]),
    ],
)
def test_units_that_do_not_combine_are_refused(op: Op, units: list[Unit]) -> None:
    with pytest.raises(UnitMismatchError):
        unit_of(op, units)


def test_hours_are_not_added_to_dollars() -> None:
    with pytest.raises(UnitMismatchError):
        total("nonsense", HOURS, PAY)


def test_each_line_stands_once_and_below_those_that_it_cites() -> None:
    pay = product("pay", RATE, HOURS)
    doubled = total("double", pay, pay)
    lines = list(total("all", doubled, pay, PAY).lines())
    assert [line.name for line in lines] == ["rate", "hours", "pay", "double", "pay", "all"]
    for place, line in enumerate(lines):
        assert all(any(o is above for above in lines[:place]) for o in line.operands)


def test_a_long_chain_of_lines_needs_no_deep_stack() -> None:
    figure = PAY
    for _ in range(20_000):
        figure = total("so far", figure)
    assert sum(1 for _ in figure.lines()) == 20_001
    audit(figure)


def test_the_weakest_evidence_is_that_of_the_weakest_given() -> None:
    record = given("a", Fraction(1), Unit.USD, evidence=Evidence.RECORD)
    estimate = given("b", Fraction(1), Unit.USD, evidence=Evidence.ESTIMATE)
    testimony = given("c", Fraction(1), Unit.USD, evidence=Evidence.TESTIMONY)
    assert weakest(total("t", record, testimony)) is Evidence.TESTIMONY
    assert weakest(total("t", record, estimate, testimony)) is Evidence.ESTIMATE
    assert weakest(PAY) is None


def test_law_and_givens_carry_their_authority_and_source() -> None:
    by = Authority("29 U.S.C. § 206", "$7.25", "https://www.govinfo.gov", Checked.STATUTE)
    assert lawful("wage", Fraction(7), Unit.USD_PER_HOUR, by).authority == (by,)
    fact = given("h", Fraction(7), Unit.HOUR, source="Ex. 4", by=by)
    assert (fact.source, fact.authority, fact.op) == ("Ex. 4", (by,), Op.GIVEN)


OPERATIONS: list[Figure] = [
    product("pay", RATE, HOURS),
    quotient("rate", PAY, HOURS),
    total("sum", PAY, PAY),
    excess("more", PAY, given("less", Fraction(1), Unit.USD)),
    greater("greatest", PAY, given("less", Fraction(1), Unit.USD)),
    lesser("least", PAY, given("less", Fraction(1), Unit.USD)),
    to_cents("cents", quotient("third", PAY, given("3", Fraction(3), Unit.RATIO))),
]


@pytest.mark.parametrize("figure", OPERATIONS, ids=lambda figure: figure.op.value)
def test_an_audit_passes_what_follows_and_finds_what_does_not(figure: Figure) -> None:
    audit(figure)
    assert figure.value == evaluate(figure.op, [operand.value for operand in figure.operands])
    with pytest.raises(AuditError, match=figure.name):
        audit(replace(figure, value=figure.value + Fraction(1, 10**9)))
    with pytest.raises(AuditError, match=figure.name):
        audit(replace(figure, unit=Unit.DAY))
    with pytest.raises(AuditError, match=figure.name):
        audit(total("over", replace(figure, value=figure.value + 1)))


def test_a_record_adds_up_its_dates_and_is_a_fact_with_its_exhibit() -> None:
    assert (WEEK.value, WEEK.unit, WEEK.operands) == (Fraction(49, 3), Unit.HOUR, ())
    pay = product("pay", RATE, WEEK)
    assert list(pay.leaves()) == [RATE, WEEK]
    assert weakest(pay) is Evidence.TESTIMONY
    audit(pay)


@pytest.mark.parametrize(
    "altered",
    [
        replace(WEEK, value=WEEK.value + Fraction(1, 60)),
        replace(WEEK, entries=WEEK.entries[:1]),
        replace(WEEK, entries=(WEEK.entries[0], Entry(DAY, Fraction(9)))),
    ],
    ids=["value", "entry left out", "entry changed"],
)
def test_a_record_that_does_not_add_up_is_found(altered: Figure) -> None:
    with pytest.raises(AuditError):
        audit(altered)
    with pytest.raises(AuditError):
        audit(replace(product("pay", RATE, WEEK), operands=(RATE, altered)))


def test_a_worksheet_says_how_many_dates_were_added() -> None:
    [row] = rows(WEEK)
    assert (row.how, row.source) == ("hours of 2 dates, added", "Ex. 1; testimony")
    one = recorded("hours worked", WEEK.entries[:1], Unit.HOUR)
    assert rows(one)[0].how == "hours of 2012-01-02"


def test_a_record_is_spelled_out_date_by_date() -> None:
    shown = spelled(WEEK)
    assert (shown.op, shown.name, shown.value) == (Op.TOTAL, WEEK.name, WEEK.value)
    names = ["hours on 2012-01-02 (08:00 to 16:20)", "hours on 2012-01-03"]
    assert [fact.name for fact in shown.operands] == names
    assert {(fact.op, fact.source, fact.evidence) for fact in shown.operands} == {
        (Op.GIVEN, WEEK.source, WEEK.evidence)
    }
    assert spelled(RATE) is RATE
