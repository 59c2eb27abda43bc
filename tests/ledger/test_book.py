"""The book: what may be entered and corrected, what is refused and why, and what it knew when."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from remedies import law
from remedies.errors import ConflictError, LedgerError
from remedies.ledger.book import Book
from remedies.ledger.entries import (
    Account,
    Applied,
    Asserted,
    Award,
    Back,
    Body,
    CivilJudgment,
    Defendant,
    Disbursement,
    Entry,
    Fund,
    Liability,
    Method,
    Order,
    Payment,
    Recovery,
    Returned,
    Reversal,
    Sealed,
    Victim,
)
from tests.ledger.bookkeeping import JUDGMENT, Case, cents, order

DAY = dt.timedelta(days=1)


@pytest.fixture
def case() -> Case:
    """One defendant, 300.00 to V-1 and 200.00 to V-2."""
    found = Case(("V-1", "V-2"), ("D-1", "D-2"))
    found.enter(order({"V-1": "300.00", "V-2": "200.00"}, {"D-1": {}}))
    return found


def codes(raised: pytest.ExceptionInfo[LedgerError]) -> set[str]:
    assert all(p.field and p.message for p in raised.value.problems)
    return {problem.code for problem in raised.value.problems}


def refused(case: Case, body: Body, corrects: int | None = None) -> set[str]:
    before = list(case.book.entries)
    with pytest.raises(LedgerError) as raised:
        case.enter(body, corrects=corrects)
    assert case.book.entries == before
    return codes(raised)


def payment(amount: int = 100, applied: Applied | None = None) -> Payment:
    return Payment(
        reference="PAY-X",
        obligor="D-1",
        amount=amount,
        method=Method.CASH,
        applied=applied or Applied(principal={"V-1": amount}),
    )


def test_an_entry_whose_number_is_taken_is_a_conflict(case: Case) -> None:
    stale = Entry(seq=case.book.next_seq - 1, on=JUDGMENT, body=Victim(reference="V-3"))
    with pytest.raises(ConflictError) as raised:
        case.book.post(stale)
    assert codes(raised) == {"stale"}


def test_nothing_is_entered_in_a_book_as_of_an_earlier_day(case: Case) -> None:
    view = case.book.as_of(JUDGMENT)
    with pytest.raises(ConflictError) as raised:
        view.post(Entry(seq=view.next_seq, on=JUDGMENT, body=Victim(reference="V-3")))
    assert codes(raised) == {"view"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (payment(amount=30_001), "above_owed"),
        (payment(amount=0, applied=Applied()), "not_positive"),
        (payment(applied=Applied(principal={"V-1": 99})), "does_not_add_up"),
        (payment(applied=Applied(principal={"V-1": 200, "V-2": -100})), "not_positive"),
        (payment(applied=Applied(principal={"V-9": 100})), "not_owed"),
        (payment(applied=Applied(reimbursed={"V-1": 100})), "above_owed"),
        (payment(applied=Applied(funds={Fund.FINE: 100})), "above_owed"),
        (payment(applied=Applied(funds={Fund.ATTORNEY_GENERAL: 100})), "not_here"),
        (replace(payment(), obligor="D-9"), "unknown_defendant"),
        (replace(payment(), obligor="D-2"), "nothing_ordered"),
        (payment(amount=10**14, applied=Applied(unapplied=10**14)), "too_large"),
        (Disbursement(reference="DIS-1", shares={}), "empty"),
        (Disbursement(reference="DIS-1", shares={"V-1": -1}), "not_positive"),
        (Recovery(reference="R-1", victim="V-1", same_loss=-1), "negative"),
        (Victim(reference="fine"), "reserved"),
        (Order(reference="O-2", awards=(), liabilities=()), "one_order"),
    ],
)
def test_what_contradicts_the_book_is_refused_with_a_field_and_a_code(
    case: Case, body: Body, code: str
) -> None:
    assert code in refused(case, body)


@pytest.mark.parametrize(
    ("awards", "liability", "code"),
    [
        (({"V-1": 5}, {"V-1": 6}), {"amounts": {"V-1": 5}}, "repeated"),
        (({"V-1": 5},), {"amounts": {"V-2": 5}}, "no_award"),
        (({"V-1": 5},), {"amounts": {"V-1": 6}}, "above_award"),
        (({"V-1": 5},), {"amounts": {"V-1": 5}, "cap": 6}, "above_sum"),
        (({"V-1": 5},), {"amounts": {"V-1": 5}, "fine": -1}, "negative"),
        (({"V-9": 5},), {"amounts": {}}, "unknown_victim"),
        (({"V-1": 0},), {"amounts": {}}, "not_positive"),
    ],
)
def test_an_order_that_contradicts_itself_is_refused(
    case: Case, awards: tuple[dict[str, int], ...], liability: dict[str, Any], code: str
) -> None:
    listed = [Award(obligee=v, amount=c) for each in awards for v, c in each.items()]
    body = Order(
        reference="O-1",
        awards=tuple(listed),
        liabilities=(Liability(obligor="D-1", judgment_on=JUDGMENT, **liability),),
    )
    assert code in refused(case, body)


def test_the_same_reference_is_entered_once(case: Case) -> None:
    case.pay("D-1", "1.00", "PAY-1")
    assert refused(case, replace(payment(), reference="PAY-1")) == {"taken"}


def test_a_payment_entered_by_mistake_is_taken_back_and_the_journal_keeps_both(case: Case) -> None:
    seq = case.pay("D-1", "50.00", "PAY-1")
    void = case.void(seq)
    assert case.book.owed_to("V-1").outstanding == 30_000
    assert case.book.corrections == {seq: void}
    assert [e.seq for e in case.book.entries][-2:] == [seq, void]
    assert Book.replay(case.book.entries, known=seq).owed_to("V-1").outstanding == 27_000


def test_a_payment_is_replaced_by_the_right_one(case: Case) -> None:
    seq = case.pay("D-1", "50.00", "PAY-1")
    right = replace(payment(amount=7_000), reference="PAY-1")
    case.enter(right, corrects=seq)
    assert case.book.owed_to("V-1").received == 7_000
    assert refused(case, right, corrects=seq) == {"corrected_already"}


def test_a_payment_that_was_disbursed_is_not_taken_back(case: Case) -> None:
    seq = case.pay("D-1", "50.00", "PAY-1")
    case.disburse()
    before = case.book.owed_to("V-1")
    with pytest.raises(LedgerError) as raised:
        case.void(seq)
    assert codes(raised) == {"disbursed_already"}
    assert case.book.owed_to("V-1") == before


def test_what_others_name_is_not_taken_back(case: Case) -> None:
    with pytest.raises(LedgerError) as raised:
        case.void(2)
    assert codes(raised) == {"still_named"}


def test_a_disbursement_that_came_back_is_not_taken_back(case: Case) -> None:
    case.pay("D-1", "50.00")
    seq = case.disburse(reference="DIS-1")
    case.enter(Returned(disbursement="DIS-1", obligee="V-1", amount=1, why=Back.STOPPED))
    with pytest.raises(LedgerError) as raised:
        case.void(seq)
    assert codes(raised) == {"still_named"}


@pytest.mark.parametrize("number", [1, 99])
def test_what_cannot_be_corrected_says_why(case: Case, number: int) -> None:
    with pytest.raises(LedgerError) as raised:
        case.void(number)
    assert codes(raised) == {{1: "lasting", 99: "unknown_entry"}[number]}


def test_a_seal_is_lifted_by_another_entry_and_a_void_is_not_voided(case: Case) -> None:
    seal = case.enter(Sealed(sealed=True))
    with pytest.raises(LedgerError) as raised:
        case.void(seal)
    assert codes(raised) == {"lasting"}
    void = case.void(case.enter(Victim(reference="V-3")))
    with pytest.raises(LedgerError) as raised:
        case.void(void)
    assert codes(raised) == {"is_void"}


def test_a_reversed_payment_is_not_corrected_before_its_reversal(case: Case) -> None:
    seq = case.pay("D-1", "50.00", "PAY-1")
    case.enter(Reversal(payment="PAY-1"))
    with pytest.raises(LedgerError) as raised:
        case.void(seq)
    assert codes(raised) == {"reversed_already"}


def test_a_correction_is_of_the_same_kind(case: Case) -> None:
    seq = case.pay("D-1", "50.00")
    assert refused(case, Defendant(reference="D-3"), corrects=seq) == {"other_kind"}


def test_an_order_is_not_corrected_below_what_was_paid(case: Case) -> None:
    seq = case.book.next_seq - 1
    case.pay("D-1", "50.00")
    lower = order({"V-1": "20.00", "V-2": "200.00"}, {"D-1": {}})
    assert "above_award" in refused(case, lower, corrects=seq)


@pytest.mark.parametrize(
    ("account", "of", "expected"),
    [
        (Account.OWED_TO, "V-1", "270.00"),
        (Account.OWED_BY, "D-1", "450.00"),
        (Account.PAID_TO, "V-1", "0"),
        (Account.PAID_BY, "D-1", "50.00"),
        (Account.HELD_FOR, "V-2", "20.00"),
        (Account.HELD, "", "50.00"),
    ],
)
def test_a_balance_assertion_fails_with_expected_held_and_difference(
    case: Case, account: Account, of: str, expected: str
) -> None:
    case.pay("D-1", "50.00")
    case.enter(Asserted(account=account, of=of, expected=cents(expected)))
    with pytest.raises(LedgerError) as raised:
        case.enter(Asserted(account=account, of=of, expected=cents(expected) + 1_000))
    assert "difference 10.00" in raised.value.problems[0].message


def test_a_balance_is_asserted_as_of_its_day(case: Case) -> None:
    case.pay("D-1", "50.00", on=JUDGMENT + 10 * DAY)
    held = Asserted(account=Account.HELD, expected=0)
    case.enter(held, JUDGMENT + 9 * DAY)
    case.pay("D-1", "10.00", on=JUDGMENT + 5 * DAY)
    assert [found.code for found in case.book.audit()] == ["asserted_otherwise"]


def test_money_is_not_disbursed_before_the_day_on_which_it_came(case: Case) -> None:
    case.pay("D-1", "50.00", on=JUDGMENT + 10 * DAY)
    assert case.book.payable(JUDGMENT + 9 * DAY) == {}
    with pytest.raises(ConflictError) as raised:
        case.disburse({"V-1": "0.01"}, on=JUDGMENT + 9 * DAY)
    assert codes(raised) == {"not_held"}


def test_a_backdated_payment_leaves_what_was_applied_and_changes_the_steps_of_principal(
    case: Case,
) -> None:
    case.pay("D-1", "50.00", "PAY-1", on=JUDGMENT + 10 * DAY)
    before = case.book.entries[-1]
    case.pay("D-1", "100.00", "PAY-2", on=JUDGMENT + 5 * DAY)
    assert before in case.book.live
    assert case.book.principal_steps("D-1") == [
        (JUDGMENT, 50_000),
        (JUDGMENT + 5 * DAY, 40_000),
        (JUDGMENT + 10 * DAY, 35_000),
    ]


def test_a_civil_judgment_is_not_paid_through_the_restitution_order(case: Case) -> None:
    case.enter(
        CivilJudgment(
            reference="J-1", obligor="D-1", obligee="V-1", amount=9_999, entered_on=JUDGMENT
        )
    )
    assert case.book.owed_by("D-1").restitution == 50_000


def test_the_audit_finds_a_payment_applied_otherwise(case: Case) -> None:
    case.enter(payment(amount=5_000))
    assert [found.code for found in case.book.audit()] == ["applied_otherwise"]


def test_a_recoverys_liquidated_part_counts_as_the_position_says() -> None:
    for option, left in (("part_by_part", 25_000), ("unpaid_wages_and_losses_only", 26_000)):
        found = Case(("V-1",), ("D-1",), civil_recovery_same_loss=option)
        found.enter(order({"V-1": "300.00"}, {"D-1": {}}))
        found.enter(
            Recovery(
                reference="R-1",
                victim="V-1",
                same_loss=4_000,
                liquidated=1_500,
                liquidated_in_award=1_000,
            )
        )
        assert found.book.owed_to("V-1").outstanding == left


def test_interest_is_paid_after_principal_by_awards_and_before_the_fine() -> None:
    """The amount is that of the collection's own worksheet; here it is where it goes that counts."""
    encoded = law.encoded()
    found = Case(("V-1", "V-2"), ("D-1",))
    found.enter(order({"V-1": "6000.00", "V-2": "2000.00"}, {"D-1": {"fine": "10.00"}}))
    day = JUDGMENT + 200 * DAY
    accrued = found.book.owed_by("D-1", day - DAY, encoded).accrued.interest
    assert accrued > 0
    parts = found.book.application("D-1", 800_000 + accrued + 300, day, encoded)
    assert parts.principal == {"V-1": 600_000, "V-2": 200_000}
    assert sum(parts.interest.values()) == accrued
    assert abs(parts.interest["V-1"] - 3 * parts.interest["V-2"]) <= 3
    assert parts.funds == {Fund.FINE: 300}
    found.pay("D-1", str((800_000 + accrued + 300) / 100), on=day, parts=parts)
    assert found.book.owed_by("D-1", day + 100 * DAY, encoded).accrued.interest == 0
    assert found.book.audit(encoded) == ()
