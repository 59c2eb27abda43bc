"""What came back is never told as more than is held for whom it came back to."""

import pytest

from remedies.ledger.entries import Back, Disbursement, Returned, Reversal
from tests.ledger.bookkeeping import Case, order


@pytest.fixture
def case() -> Case:
    """90.00 of D-1's payment went to V-1 and came back; 10.00 is held for V-2."""
    found = Case(("V-1", "V-2"), ("D-1",))
    found.enter(order({"V-1": "900.00", "V-2": "100.00"}, {"D-1": {}}))
    found.pay("D-1", "100.00", reference="PAY-1")
    found.enter(Disbursement(reference="DIS-1", shares={"V-1": 9_000}))
    found.enter(Returned(disbursement="DIS-1", obligee="V-1", amount=9_000, why=Back.UNCLAIMED))
    return found


def told(case: Case) -> list[tuple[str, int]]:
    return [(each.obligee, each.amount) for each in case.book.unclaimed]


def test_what_came_back_makes_up_for_a_payment_that_the_bank_took_back(case: Case) -> None:
    assert told(case) == [("V-1", 9_000)]
    case.enter(Reversal(payment="PAY-1"))
    assert case.book.owed_to("V-1").held == 0
    assert told(case) == []


def test_it_makes_up_for_a_part_and_the_money_of_later_payments_did_not_come_back(
    case: Case,
) -> None:
    """Of 180.00 held, 90.00 came back; the first 90.00 is taken back by the bank after 50.00 went out."""
    case.pay("D-1", "100.00", reference="PAY-2")
    case.enter(Disbursement(reference="DIS-2", shares={"V-1": 5_000}))
    assert told(case) == [("V-1", 9_000)]
    case.enter(Reversal(payment="PAY-1"))
    assert case.book.owed_to("V-1").held == 4_000
    assert told(case) == [("V-1", 4_000)]
    case.pay("D-1", "100.00", reference="PAY-3")
    assert told(case) == [("V-1", 4_000)]
    case.enter(Disbursement(reference="DIS-3", shares={"V-2": 1_000}))
    assert told(case) == [("V-1", 4_000)]
