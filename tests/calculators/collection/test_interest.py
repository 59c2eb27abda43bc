"""Interest: what must always hold, and the slow count of one day after the other."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remedies import law
from remedies.calculators.collection.accrued import Interest
from remedies.calculators.collection.balances import balance_on, daily_balances, stretches
from remedies.calculators.collection.choices import USED, CollectionChoices, collection_choices
from remedies.calculators.collection.civil_interest import civil_interest
from remedies.calculators.collection.restitution_interest import (
    first_day,
    restitution_interest,
)
from remedies.calculators.collection.terms import Terms
from remedies.calculators.collection.yields import week_before, yield_before
from remedies.errors import FactsError, LawNotEncodedError
from remedies.figures import audit
from tests.calculators.collection.reference import compounded, simple

LAW = law.encoded()
DEFAULT = collection_choices(LAW)
BY_YEAR = collection_choices(LAW, None, {"restitution_interest_day_count": "actual_year"})
JUDGMENT = dt.date(2023, 11, 6)
DAY = dt.timedelta(days=1)
FIRST = dt.date(2023, 11, 21)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[dt.date, int]]:
    """Unpaid principal of more than $2,500 that falls, and sometimes rises again, over three years."""
    steps = [(JUDGMENT, draw(st.integers(250_001, 900_000_000)))]
    offsets = draw(st.lists(st.integers(1, 1_000), unique=True, max_size=8))
    for offset in sorted(offsets):
        steps.append((JUDGMENT + offset * DAY, draw(st.integers(0, steps[0][1]))))
    return steps


as_ofs = st.integers(0, 900).map(lambda n: JUDGMENT + n * DAY)


def _interest(
    steps: list[tuple[dt.date, int]], as_of: dt.date, choices: CollectionChoices = DEFAULT
) -> Interest:
    return restitution_interest(steps, JUDGMENT, Terms(), as_of, LAW, choices)


@given(histories(), as_ofs, st.sampled_from([DEFAULT, BY_YEAR]))
@settings(deadline=None)
def test_interest_is_what_a_count_of_every_day_makes(
    steps: list[tuple[dt.date, int]], as_of: dt.date, choices: CollectionChoices
) -> None:
    found = _interest(steps, as_of, choices)
    assert found.first_on == FIRST
    percent = yield_before(FIRST, LAW).value
    assert found.exact == simple(steps, FIRST, as_of, percent, leap=choices is BY_YEAR)
    assert found.figure().value * 100 == found.cents
    audit(found.figure())


@given(histories(), as_ofs, as_ofs)
@settings(deadline=None)
def test_interest_never_falls_as_the_day_advances(
    steps: list[tuple[dt.date, int]], one: dt.date, other: dt.date
) -> None:
    earlier, later = sorted((one, other))
    assert _interest(steps, earlier).exact <= _interest(steps, later).exact


@given(histories(), as_ofs, st.sampled_from([DEFAULT, BY_YEAR]))
@settings(deadline=None)
def test_the_rows_add_up_to_the_interest(
    steps: list[tuple[dt.date, int]], as_of: dt.date, choices: CollectionChoices
) -> None:
    found = _interest(steps, as_of, choices)
    rows = found.rows()
    assert sum(row.interest for row in rows) == found.exact
    assert all(row.stretch.cents == balance_on(steps, row.stretch.first) for row in rows)


@given(histories(), st.integers(0, 900), st.integers(0, 900), st.integers(0, 900))
def test_daily_balances_add_up_over_stretches(
    steps: list[tuple[dt.date, int]], one: int, two: int, three: int
) -> None:
    first, middle, last = (JUDGMENT + n * DAY for n in sorted((one, two, three)))
    parts = daily_balances(steps, first, middle) + daily_balances(steps, middle + DAY, last)
    assert parts == daily_balances(steps, first, last)
    shown = sum(part.days * part.cents for part in stretches(steps, first, last))
    assert shown == daily_balances(steps, first, last)


@given(st.integers(0, 250_000), as_ofs)
def test_there_is_none_up_to_the_threshold(cents: int, as_of: dt.date) -> None:
    assert _interest([(JUDGMENT, cents)], as_of).exact == 0


@given(histories(), as_ofs, st.integers(0, 10_000))
@settings(deadline=None)
def test_a_payment_never_raises_interest(
    steps: list[tuple[dt.date, int]], as_of: dt.date, paid: int
) -> None:
    less = [(steps[0][0], steps[0][1]), *((on, max(0, cents - paid)) for on, cents in steps[1:])]
    assert _interest(less, as_of).exact <= _interest(steps, as_of).exact


def test_a_week_that_is_not_encoded_is_refused_by_its_days() -> None:
    judgment = dt.date(2026, 7, 13)  # the fifteenth day is July 28: week of July 19 to 25
    steps = [(judgment, 1_000_000)]
    with pytest.raises(LawNotEncodedError) as refused:
        restitution_interest(steps, judgment, Terms(), dt.date(2026, 8, 1), LAW, DEFAULT)
    assert "Sunday 2026-07-19 to Saturday 2026-07-25" in str(refused.value)
    assert "import treasury" in refused.value.how


def test_a_rate_is_not_asked_for_before_a_day_needs_it() -> None:
    judgment = dt.date(2026, 7, 13)
    steps = [(judgment, 1_000_000)]
    found = restitution_interest(steps, judgment, Terms(), dt.date(2026, 7, 27), LAW, DEFAULT)
    assert (found.cents, found.rate, found.first_on) == (0, None, dt.date(2026, 7, 28))
    assert found.why == "it would run from 2026-07-28 on"
    assert found.figure().value == 0


def test_judgments_before_december_21_2000_had_another_rate_and_are_refused() -> None:
    for judgment, refused in ((dt.date(2000, 12, 20), True), (dt.date(2000, 12, 21), False)):
        steps = [(judgment, 1_000_000)]
        if refused:
            with pytest.raises(LawNotEncodedError):
                restitution_interest(steps, judgment, Terms(), dt.date(2001, 6, 1), LAW, DEFAULT)
        else:
            found = restitution_interest(
                steps, judgment, Terms(), dt.date(2001, 6, 1), LAW, DEFAULT
            )
            assert found.cents > 0


def test_the_week_before_a_sunday_is_the_one_that_ended_the_day_before() -> None:
    assert week_before(dt.date(2024, 6, 16)) == (dt.date(2024, 6, 9), dt.date(2024, 6, 15))
    assert week_before(dt.date(2024, 6, 15)) == (dt.date(2024, 6, 2), dt.date(2024, 6, 8))
    assert week_before(dt.date(2024, 6, 17)) == (dt.date(2024, 6, 9), dt.date(2024, 6, 15))


def test_first_days_are_found_without_any_principal() -> None:
    assert first_day(JUDGMENT, LAW, DEFAULT) == FIRST
    assert _interest([], JUDGMENT).cents == 0


@given(
    st.integers(1, 10_000_000),
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 3_000_000)), max_size=4),
    st.integers(0, 900),
)
@settings(deadline=None, max_examples=40)
def test_a_judgment_bears_what_a_count_of_every_day_makes(
    cents: int, paid: list[tuple[int, int]], days: int
) -> None:
    payments = sorted((JUDGMENT + offset * DAY, amount) for offset, amount in paid)
    as_of = JUDGMENT + days * DAY
    found = civil_interest(cents, JUDGMENT, payments, as_of, LAW, DEFAULT)
    accrued, interest, judgment = compounded(
        cents, payments, JUDGMENT, as_of, yield_before(JUDGMENT, LAW).value
    )
    assert found.accrued.operands[0].value == accrued
    assert found.unpaid_interest.operands[0].value == interest
    assert found.unpaid_judgment.operands[0].value == judgment
    counted = sum(cents for on, cents in payments if on <= as_of)
    paid_out = Fraction(cents + 0, 100) + accrued - interest - judgment + found.overpaid.value
    assert paid_out == Fraction(counted, 100)
    for figure in (found.accrued, found.unpaid_interest, found.unpaid_judgment):
        audit(figure)


def test_what_cannot_be_a_judgment_is_refused_by_field() -> None:
    payments = [(JUDGMENT - DAY, 100), (JUDGMENT, -1)]
    with pytest.raises(FactsError) as refused:
        civil_interest(-1, JUDGMENT, payments, JUDGMENT, LAW, DEFAULT)
    assert [(p.field, p.code) for p in refused.value.problems] == [
        ("amount", "negative"),
        ("payments[0]", "before_judgment"),
        ("payments[1]", "negative"),
    ]


def test_a_civil_judgment_before_december_21_2000_is_refused() -> None:
    day = dt.date(2000, 12, 20)
    with pytest.raises(LawNotEncodedError):
        civil_interest(100, day, [], dt.date(2001, 12, 20), LAW, DEFAULT)


def test_positions_that_are_not_of_collection_or_not_computed_are_refused_by_key() -> None:
    with pytest.raises(FactsError) as refused:
        collection_choices(LAW, None, {"liquidated_damages": "include", "joint_interest": "never"})
    assert [p.field for p in refused.value.problems] == [
        "positions.joint_interest",
        "positions.liquidated_damages",
    ]


def test_every_option_of_every_position_of_collection_that_is_used_is_computed() -> None:
    register = LAW.all_positions()
    assert all(len(register[key].alternatives) == len(register[key].options) for key in USED)


def test_the_sixth_circuit_follows_its_own_decision() -> None:
    assert DEFAULT.option("interest_waiver_after_sentencing") == "at_sentencing_only"
    sixth = collection_choices(LAW, "6")
    assert sixth.option("interest_waiver_after_sentencing") == "also_later"
