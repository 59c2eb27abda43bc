"""Penalties: what must always hold, and the slow count of one day after the other."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remedies import law
from remedies.calculators.collection.choices import collection_choices
from remedies.calculators.collection.lateness import Due, Running, Schedule, installments
from remedies.calculators.collection.penalties import (
    Lateness,
    Obligation,
    Penalties,
    Record,
    penalties,
    together,
)
from remedies.calculators.collection.terms import By, Relief
from remedies.errors import LawNotEncodedError
from remedies.figures import audit
from tests.calculators.collection.reference import late_charges

LAW = law.encoded()
DEFAULT = collection_choices(LAW)
JUDGMENT = dt.date(2023, 11, 6)
DAY = dt.timedelta(days=1)
LATE = {Lateness.DELINQUENCY: 30, Lateness.DEFAULT: 120}
as_ofs = st.integers(0, 700).map(lambda n: JUDGMENT + n * DAY)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Installments, payments of the defendant's own, and payments of others on a joint debt."""
    due = [
        Due(JUDGMENT + offset * DAY, cents)
        for offset, cents in draw(
            st.lists(
                st.tuples(st.integers(0, 300), st.integers(1, 50_000)),
                min_size=1,
                max_size=6,
                unique_by=lambda pair: pair[0],
            )
        )
    ]
    left = sum(payment.cents for payment in due)
    paid, owed = [], [(JUDGMENT, left)]
    moves = draw(
        st.lists(
            st.tuples(st.integers(0, 500), st.integers(1, 40_000), st.booleans()),
            max_size=6,
            unique_by=lambda move: move[0],
        )
    )
    for offset, cents, own in sorted(moves):
        took = min(cents, left)
        left -= took
        on = JUDGMENT + offset * DAY
        owed.append((on, left))
        if own:
            paid.append((on, took))
    return Record(judgment_on=JUDGMENT, due=due, paid=paid, owed=owed)


def _of(record: Record, as_of: dt.date) -> Penalties:
    return penalties(record, as_of, LAW, DEFAULT)


@given(records(), as_ofs)
@settings(deadline=None)
def test_charges_are_what_a_count_of_every_day_makes(record: Record, as_of: dt.date) -> None:
    found = _of(record, as_of)
    due = [(payment.on, payment.cents) for payment in record.due]
    for kind, after in LATE.items():
        made = [(c.on, c.cents) for c in found.charges if c.lateness is kind]
        assert made == late_charges(due, record.paid, record.owed, as_of, after)


@given(records(), as_ofs, as_ofs)
@settings(deadline=None)
def test_penalties_never_fall_as_the_day_advances(
    record: Record, one: dt.date, other: dt.date
) -> None:
    earlier, later = sorted((one, other))
    assert _of(record, earlier).cents <= _of(record, later).cents


@given(records(), as_ofs)
@settings(deadline=None)
def test_penalties_are_at_most_a_quarter_of_what_was_due(record: Record, as_of: dt.date) -> None:
    found = _of(record, as_of)
    due = sum(payment.cents for payment in record.due)
    assert sum(charge.exact for charge in found.charges) <= Fraction(due, 400)
    assert found.in_default <= found.delinquent <= due
    audit(found.figure())
    assert found.figure().value * 100 == found.cents


@given(records(), as_ofs)
@settings(deadline=None)
def test_nothing_is_late_when_every_payment_comes_on_its_day(
    record: Record, as_of: dt.date
) -> None:
    paid = sorted((payment.on, payment.cents) for payment in record.due)
    left = sum(cents for _, cents in paid)
    owed = [(JUDGMENT, left)]
    for on, cents in paid:
        left -= cents
        owed.append((on, left))
    punctual = Record(judgment_on=JUDGMENT, due=record.due, paid=paid, owed=owed)
    assert _of(punctual, as_of) == Penalties()


def test_installments_are_equal_and_monthly_and_the_last_takes_the_rest() -> None:
    made = installments(250_000, dt.date(2024, 1, 31), 100_000, dt.date(2025, 1, 1))
    assert [(due.on, due.cents) for due in made] == [
        (dt.date(2024, 1, 31), 100_000),
        (dt.date(2024, 2, 29), 100_000),
        (dt.date(2024, 3, 31), 50_000),
    ]
    assert installments(250_000, dt.date(2024, 1, 31), 100_000, dt.date(2024, 2, 28)) == made[:1]


def test_a_default_that_makes_all_due_leaves_no_more_due_than_is_owed() -> None:
    due = installments(900_000, dt.date(2024, 1, 2), 100_000, dt.date(2025, 1, 1))
    owed = Running.of_steps([(dt.date(2024, 1, 2), 700_000)])
    schedule = Schedule(due, Running.of_amounts([]), owed)
    made = schedule.accelerated(dt.date(2024, 5, 6), dt.date(2024, 6, 5))
    assert [payment.cents for payment in made.due] == [100_000] * 6 + [100_000]
    assert made.due[-1] == Due(dt.date(2024, 6, 5), 100_000, accelerated=True)
    assert schedule.late_by_more_than(30, dt.date(2025, 6, 1)) == 700_000


def test_a_waiver_that_leaves_an_amount_limits_the_total() -> None:
    record = Record(
        judgment_on=JUDGMENT,
        due=[Due(JUDGMENT, 1_000_000)],
        paid=[],
        owed=[(JUDGMENT, 1_000_000)],
        relief=[Relief(on=dt.date(2024, 6, 1), by=By.ATTORNEY_GENERAL, limit=12_345)],
    )
    found = _of(record, dt.date(2024, 7, 1))
    assert (found.cents, len(found.charges)) == (12_345, 2)
    assert found.figure().value == Fraction("123.45")
    assert _of(record, dt.date(2024, 5, 31)).cents == 250_000


def test_a_judgment_before_the_act_that_reached_restitution_is_refused() -> None:
    day = dt.date(1996, 4, 23)
    record = Record(judgment_on=day, due=[Due(day, 1)], paid=[], owed=[(day, 1)])
    with pytest.raises(LawNotEncodedError):
        _of(record, dt.date(1997, 1, 1))


def test_each_charge_says_what_was_due_and_by_when_it_is_told() -> None:
    record = Record(
        judgment_on=JUDGMENT, due=[Due(JUDGMENT, 1_000)], paid=[], owed=[(JUDGMENT, 1_000)]
    )
    (charge,) = _of(record, dt.date(2024, 1, 2)).charges
    assert charge.on == dt.date(2023, 12, 7)
    assert charge.due == Due(JUDGMENT, 1_000)
    assert charge.notify_by == dt.date(2023, 12, 21)
    assert charge.figure().operands[1].authority[0].citation == "18 U.S.C. § 3612(g)"


def _due_at_once(cents: int, of: Obligation, limit: int | None = None) -> Penalties:
    """Penalties of a debt of which nothing is paid for 200 days, waived down to a limit."""
    on = JUDGMENT + 150 * DAY
    relief = [] if limit is None else [Relief(on=on, by=By.ATTORNEY_GENERAL, limit=limit)]
    due, owed = [Due(JUDGMENT, cents)], [(JUDGMENT, cents)]
    record = Record(judgment_on=JUDGMENT, due=due, paid=[], owed=owed, relief=relief, of=of)
    return _of(record, JUDGMENT + 200 * DAY)


def test_the_penalties_on_restitution_and_on_a_fine_are_added_up_and_rounded_once() -> None:
    restitution = _due_at_once(1_000_002, Obligation.RESTITUTION)  # 2,500.005
    fine = _due_at_once(500_002, Obligation.FINE)  # 1,250.005
    both = together(restitution, fine)
    assert (restitution.cents, fine.cents, both.cents) == (250_001, 125_001, 375_001)
    kinds = ["restitution", "fine"]
    assert [str(charge.of) for charge in both.charges] == kinds * 2
    assert both.delinquent == both.in_default == 1_500_004
    audit(both.figure())
    assert both.figure().value * 100 == both.cents


def test_a_waiver_down_to_an_amount_limits_a_fine_and_restitution_together() -> None:
    both = together(
        _due_at_once(1_000_000, Obligation.RESTITUTION, limit=200_000),
        _due_at_once(500_000, Obligation.FINE, limit=200_000),
    )
    assert both.cents == 200_000
    assert both.limit == 200_000
    assert together() == Penalties()


def test_a_charge_on_a_fine_says_that_it_is_the_fine() -> None:
    charge = _due_at_once(500_000, Obligation.FINE).charges[0]
    assert charge.figure().operands[0].name.startswith("principal of the fine delinquent on ")


@given(records(), as_ofs)
@settings(deadline=None)
def test_a_delinquency_begins_when_nothing_was_delinquent_the_day_before(
    record: Record, as_of: dt.date
) -> None:
    for charge in _of(record, as_of).charges:
        day = _of(record, charge.on - DAY)
        late = day.delinquent if charge.lateness is Lateness.DELINQUENCY else day.in_default
        assert charge.began == (late == 0)
