"""Cents and days at the edge of the ledger's rules, where a small mistake would go unseen elsewhere."""

import pytest

from remedies.errors import LedgerError
from remedies.ledger.entries import Compensation, Fund, Payer, Payment, Refund
from tests.ledger.bookkeeping import JUDGMENT, Case, applied, cents, dollars, order

DAY = JUDGMENT.resolution


def opened(awards: dict[str, str], liabilities: dict[str, dict[str, str]], **more: str) -> Case:
    """A case in which the victims are awarded that and the defendants are liable so."""
    case = Case(tuple(awards), tuple(liabilities))
    case.enter(order(awards, liabilities, **more))  # type: ignore[arg-type]
    return case


def test_a_cent_more_than_a_cap_leaves_is_not_applied_to_restitution() -> None:
    # Cap 100.00: 99.99 paid, one cent is left under it; of 0.02 one cent is principal, one goes on.
    case = opened({"V-1": "500.00"}, {"D-1": {"cap": "100.00", "fine": "5.00"}})
    case.pay("D-1", "99.99")

    found = case.book.application("D-1", 2, case.on)

    assert found == applied({"V-1": "0.01", "fine": "0.01"})


def test_payers_are_paid_in_proportion_to_what_they_are_owed_not_to_what_a_cap_lets_them_have() -> (
    None
):
    # V-1's loss of 300.00 was compensated by P-1, V-2's of 100.00 by P-2; D-1 answers for 100.00 of each.
    # 40.00 is divided 3 to 1 as 300.00 and 100.00 are, whatever D-1 answers for: 30.00 and 10.00.
    case = opened(
        {"V-1": "300.00", "V-2": "100.00"},
        {"D-1": {"amounts": {"V-1": "100.00", "V-2": "100.00"}}},  # type: ignore[dict-item]
    )
    for payer, victim, amount in (("P-1", "V-1", "300.00"), ("P-2", "V-2", "100.00")):
        case.enter(
            Compensation(
                reference=payer,
                payer=Payer.INSURER,
                victim=victim,
                amount=cents(amount),
                order="O-1",
                document="Doc. 2",
            )
        )

    found = case.book.application("D-1", 4_000, case.on)

    assert found == applied({"P-1 for V-1": "30.00", "P-2 for V-2": "10.00"})


def test_what_was_paid_on_to_the_attorney_general_counts_toward_a_cap() -> None:
    # Award 100.00, of which a transfer paid 80.00; D-1's cap is 60.00. 20.00 goes to V-1, 40.00 to the
    # Attorney General, and the cap is reached: the next payment is applied to nothing.
    case = opened({"V-1": "100.00"}, {"D-1": {"cap": "60.00"}})
    case.cash("AS-1", "80.00")
    case.transfer("AS-1", {"V-1": "80.00"})
    case.pay("D-1", "50.00")
    assert case.book.owed_to("V-1").reimbursed == 3_000

    found = case.book.application("D-1", 5_000, case.on)

    assert found == applied({"AG:V-1": "10.00", "unapplied": "40.00"})
    case.pay("D-1", "10.00")
    assert case.book.owed_by("D-1").restitution == 0
    assert case.book.application("D-1", 100, case.on) == applied({"unapplied": "1.00"})


def test_what_may_go_out_on_an_earlier_day_knows_what_went_out_later_that_day() -> None:
    # 100.00 came on the first day, 60.00 went out on the second, 30.00 came on the third. On the first
    # day no more than 40.00 may be said to have gone out besides; on the second the same.
    case = opened({"V-1": "500.00"}, {"D-1": {}})
    case.pay("D-1", "100.00", on=JUDGMENT + DAY)
    case.disburse({"V-1": "60.00"}, on=JUDGMENT + 2 * DAY)
    case.pay("D-1", "30.00", on=JUDGMENT + 3 * DAY)

    assert case.book.payable(JUDGMENT) == {}
    assert case.book.payable(JUDGMENT + DAY) == {"V-1": 4_000}
    assert case.book.payable(JUDGMENT + 2 * DAY) == {"V-1": 4_000}
    assert case.book.payable(JUDGMENT + 3 * DAY) == {"V-1": 7_000}


def test_money_of_the_same_day_may_go_out_by_a_backdated_disbursement() -> None:
    # On one day 100.00 came in; two days later 50.00 more. Dated back to the first day: 100.00, all of it.
    case = opened({"V-1": "500.00"}, {"D-1": {}})
    case.pay("D-1", "100.00", on=JUDGMENT + DAY)
    case.pay("D-1", "50.00", on=JUDGMENT + 3 * DAY)

    assert case.book.payable(JUDGMENT + DAY) == {"V-1": 10_000}


def test_of_two_holds_on_two_payments_each_keeps_its_own_payment() -> None:
    # 100.00 and 50.00 for V-1, each put on hold: 150.00 is kept, nothing may go out.
    case = opened({"V-1": "500.00"}, {"D-1": {}})
    case.pay("D-1", "100.00", reference="PAY-1")
    case.pay("D-1", "50.00", reference="PAY-2")
    case.hold("PAY-1", reference="H-1")
    case.hold("PAY-2", reference="H-2")
    case.pay("D-1", "10.00", reference="PAY-3")

    kept = {found.hold: dict(found.amounts) for found in case.book.on_hold}
    assert kept == {"H-1": {"V-1": 10_000}, "H-2": {"V-1": 5_000}}
    assert case.book.payable(case.on) == {"V-1": 1_000}


def test_a_hold_on_a_later_payment_keeps_it_while_an_earlier_one_is_on_hold() -> None:
    # The first payment is held before the second comes in; the second is then held as well.
    case = opened({"V-1": "500.00"}, {"D-1": {}})
    case.pay("D-1", "100.00", reference="PAY-1")
    case.hold("PAY-1", reference="H-1")
    case.pay("D-1", "50.00", reference="PAY-2")
    case.hold("PAY-2", reference="H-2")

    kept = {found.hold: dict(found.amounts) for found in case.book.on_hold}
    assert kept == {"H-1": {"V-1": 10_000}, "H-2": {"V-1": 5_000}}


def test_a_payment_is_kept_whole_where_a_later_one_was_put_on_hold_before_it() -> None:
    # 100.00, then 50.00; the hold is on the later payment first, then on the earlier one too.
    case = opened({"V-1": "500.00"}, {"D-1": {}})
    case.pay("D-1", "100.00", reference="PAY-1")
    case.pay("D-1", "50.00", reference="PAY-2")
    case.hold("PAY-2", reference="H-1")
    case.hold("PAY-1", reference="H-2")

    kept = {found.hold: dict(found.amounts) for found in case.book.on_hold}
    assert kept == {"H-1": {"V-1": 5_000}, "H-2": {"V-1": 10_000}}
    assert case.book.payable(case.on) == {}


def test_an_entry_that_pays_a_victim_and_the_attorney_general_above_the_debt_is_refused() -> None:
    # Award 100.00, transferred 60.00; D-1's debt is 100.00. Applying 40.00 to V-1 and 60.00 on is all
    # of it; a given entry with a cent more to the Attorney General is above what is owed.
    case = opened({"V-1": "100.00"}, {"D-1": {}, "D-2": {}})
    case.cash("AS-1", "60.00")
    case.transfer("AS-1", {"V-1": "60.00"})
    case.pay("D-2", "70.00")  # 40.00 to V-1, 30.00 to the Attorney General: 30.00 of debt is left

    with pytest.raises(LedgerError):
        case.pay("D-1", "30.01", parts=applied({"AG:V-1": "30.01"}))
    case.pay("D-1", "30.00", parts=applied({"AG:V-1": "30.00"}))
    assert case.book.owed_by("D-1").restitution == 0


def test_principal_and_reimbursement_of_one_entry_are_judged_together() -> None:
    # Award 100.00, transferred 60.00, and 20.00 recovered since: the debt is 80.00, of which 20.00 is
    # V-1's. D-1 is liable for 50.00: 20.00 to V-1 and 30.00 on are that; a cent more is not.
    case = opened(
        {"V-1": "100.00"},
        {"D-1": {"amounts": {"V-1": "50.00"}}},  # type: ignore[dict-item]
    )
    case.cash("AS-1", "60.00")
    case.transfer("AS-1", {"V-1": "60.00"})

    with pytest.raises(LedgerError):
        case.pay("D-1", "50.01", parts=applied({"V-1": "40.00", "AG:V-1": "10.01"}))
    case.pay("D-1", "50.00", parts=applied({"V-1": "40.00", "AG:V-1": "10.00"}))


def test_a_payment_of_which_more_was_refunded_is_not_corrected_to_less() -> None:
    # 130.00 on a debt of 100.00: 30.00 is unapplied and refunded. Corrected to 120.00 only 20.00 would be.
    case = opened({"V-1": "100.00"}, {"D-1": {}})
    paid = case.pay("D-1", "130.00", reference="PAY-1")
    case.enter(Refund(reference="RF-1", payment="PAY-1", amount=3_000))
    body = case.book.body(Payment, "PAY-1")
    assert body is not None
    less = Payment(
        reference="PAY-1",
        obligor="D-1",
        amount=12_000,
        method=body.method,
        applied=applied({"V-1": "100.00", "unapplied": "20.00"}),
    )

    with pytest.raises(LedgerError) as refused:
        case.enter(less, corrects=paid)

    assert [problem.code for problem in refused.value.problems] == ["refunded_already"]
    assert dollars(case.book.refunds) == "30.00"
    assert Fund.FINE not in body.applied.funds
