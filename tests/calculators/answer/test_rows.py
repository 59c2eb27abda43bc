"""Rows matched, pay compared, and totals that lead from theirs to ours."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from remedies.calculators.answer import CauseKind
from tests.calculators.answer.conftest import Answered, document

DAY = dt.timedelta(days=1)
BOARD = {"kind": "board", "per_workweek": "40.00", "measure": "reasonable_cost"}
LODGING = {"kind": "lodging", "per_workweek": "25.00", "measure": "reasonable_cost"}


def test_a_schedule_compared_with_itself_differs_nowhere(answered: Answered) -> None:
    found = answered(document(), keep_unpaid=True)
    assert not found.differs
    assert found.agreeing == 5
    assert found.causes == ()
    assert all(balance.holds and not balance.difference for balance in found.balances)


@pytest.mark.parametrize("days", [-3, -1, 1, 3])
def test_a_workweek_that_begins_a_few_days_apart_is_compared_and_said(
    answered: Answered, days: int
) -> None:
    shift = days * DAY
    found = answered(document(), lambda _, __, row: replace(row, starts_on=row.starts_on + shift))
    assert not found.differs
    assert "5 of their workweeks begin on another day" in found.notes[0]
    assert ("later" if days > 0 else "earlier") in found.notes[0]


def test_workweeks_of_one_side_alone_are_listed_with_their_amounts(answered: Answered) -> None:
    gone, late = dt.date(2012, 1, 1), dt.date(2012, 6, 3)
    found = answered(
        document(),
        lambda _, __, row: replace(row, starts_on=late) if row.starts_on == gone else row,
    )
    assert [week.starts_on for week in found.only_ours] == [gone]
    assert [row.starts_on for row in found.only_theirs] == [late]
    totals = {total.kind: (total.due, total.paid, total.unpaid) for total in found.causes}
    assert totals[CauseKind.NOT_IN_THEIRS] == (Fraction("507.50"), 100, Fraction("407.50"))
    assert totals[CauseKind.NOT_IN_OURS] == (Fraction("-507.50"), -100, Fraction("-407.50"))
    due = found.balance("due")
    assert due is not None
    assert (due.rows, due.only_ours, due.only_theirs) == (0, Fraction("507.5"), Fraction("507.5"))
    assert due.holds


def test_board_that_they_credit_is_known_by_its_amount(answered: Answered) -> None:
    claim = document({"facilities": [BOARD, LODGING]})
    found = answered(claim, lambda _, __, row: replace(row, paid=Fraction(140)))
    assert [(t.kind, t.paid, t.unpaid) for t in found.causes] == [
        (CauseKind.FACILITY, Fraction(-200), Fraction(200))
    ]
    assert "531.30" in found.causes[0].authority[0].citation
    assert "board" in found.differing[0].causes[0].says


@pytest.mark.parametrize(
    "facts",
    [
        {"facilities": [BOARD]},
        {"deductions": [{"kind": "debt", "per_workweek": "40.00"}]},
    ],
    ids=["facility", "deduction"],
)
def test_of_a_workweek_that_is_cut_they_may_credit_its_part(
    answered: Answered, facts: dict[str, object]
) -> None:
    # January 8 to 10: two of six days of work, so a third of 40.00
    claim = document({"to": "2012-01-10", **facts})
    known = answered(claim, lambda _, week, row: replace(row, paid=week.paid + Fraction("13.33")))
    assert known.differing[-1].causes[0].kind in {CauseKind.FACILITY, CauseKind.DEDUCTION}
    assert known.differing[0].causes[0].kind is CauseKind.PAID_MORE
    other = answered(claim, lambda _, week, row: replace(row, paid=week.paid + 40))
    assert other.differing[0].causes[0].kind in {CauseKind.FACILITY, CauseKind.DEDUCTION}
    assert other.differing[-1].causes[0].kind is CauseKind.PAID_MORE


def test_board_and_lodging_together_are_two_causes(answered: Answered) -> None:
    claim = document({"facilities": [BOARD, LODGING]})
    found = answered(claim, lambda _, __, row: replace(row, paid=Fraction(165)))
    assert [cause.unpaid for cause in found.differing[0].causes] == [40, 25]


def test_a_debt_that_they_credit_is_known_by_its_amount(answered: Answered) -> None:
    claim = document({"deductions": [{"kind": "debt", "per_workweek": "60.00"}]})
    found = answered(claim, lambda _, __, row: replace(row, paid=Fraction(160)))
    assert [total.kind for total in found.causes] == [CauseKind.DEDUCTION]


def test_pay_that_no_fact_shows_is_only_that(answered: Answered) -> None:
    found = answered(document(), lambda _, __, row: replace(row, paid=Fraction(150)))
    assert [(t.kind, t.unpaid) for t in found.causes] == [(CauseKind.PAID_MORE, Fraction(250))]


def test_the_same_pay_in_other_workweeks_is_no_other_pay(answered: Answered) -> None:
    paid = [Fraction(200), Fraction(0), *3 * [Fraction(100)]]
    found = answered(document(), lambda n, _, row: replace(row, paid=paid[n]))
    assert [(t.kind, t.workweeks, t.paid) for t in found.causes] == [
        (CauseKind.PAID_ELSEWHERE, 2, Fraction(0))
    ]


def test_pay_beyond_what_is_due_moves_nothing_that_is_unpaid(answered: Answered) -> None:
    found = answered(document(), lambda _, __, row: replace(row, paid=Fraction(10_000)))
    assert found.differing[0].unpaid == Fraction("407.50")
    assert sum(cause.unpaid or 0 for cause in found.differing[0].causes) == Fraction("407.50")


def test_an_unpaid_amount_that_does_not_follow_from_their_own_row(answered: Answered) -> None:
    found = answered(
        document(), lambda _, __, row: replace(row, unpaid=Fraction(400)), keep_unpaid=True
    )
    assert [(t.kind, t.unpaid) for t in found.causes] == [
        (CauseKind.UNPAID_ARITHMETIC, 5 * Fraction("7.50"))
    ]


def test_a_column_that_they_leave_out_is_not_compared_and_said(answered: Answered) -> None:
    found = answered(document(), lambda _, __, row: replace(row, hours=None, paid=None))
    assert not found.differs
    assert found.notes == (
        "Their schedule has no column for hours, paid; what it does not state is not compared.",
    )
    assert [balance.column for balance in found.balances] == ["due"]


def test_costs_that_the_worker_bore_explain_what_only_ours_has(answered: Answered) -> None:
    costs = {"kind": "tools", "per_workweek": "30.00", "out_of_pocket": True}
    found = answered(document({"deductions": [costs]}))
    assert [(t.kind, t.due, t.unpaid) for t in found.causes] == [
        (CauseKind.COSTS, Fraction(0), Fraction(150))
    ]


def test_hours_and_rates_printed_shorter_than_ours_are_ours(answered: Answered) -> None:
    # 100 hours on seven days, one day of them: 14.2857... hours
    days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    claim = document({"to": "2012-01-15", "hours": {"per_workweek": "100", "days": days}})
    found = answered(
        claim,
        lambda _, week, row: replace(row, hours=Fraction(round(week.hours * 100), 100)),
    )
    assert not found.differs


def test_an_answer_without_work_has_only_their_rows(answered: Answered) -> None:
    claim = document(losses=[{"category": "medical", "amount": "10.00"}])
    claim["work"] = []
    found = answered(claim)
    assert not found.differs
    assert found.weeks == ()
