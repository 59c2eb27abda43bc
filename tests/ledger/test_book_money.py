"""What the book does with money where paths, receipts and earlier days matter."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remedies import law
from remedies.errors import LedgerError
from remedies.ledger.accruals import choices_of, fine_interest, interest_on
from remedies.ledger.book import Book
from remedies.ledger.entries import (
    Applied,
    Defendant,
    Entry,
    Fund,
    InterestTerms,
    Liability,
    Order,
    Path,
    Payment,
    Person,
    Recovery,
    Refund,
    Reversal,
    Transfer,
)
from tests.ledger.bookkeeping import JUDGMENT, Case, cents, dollars, order

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


def sent(case: Case, path: Path, amount: int) -> Book:
    """The case with a transfer by a path: 18 U.S.C. § 1594(f)(3) speaks of the mandatory one only."""
    body = Transfer(reference="T-1", asset="AS-1", path=path, shares={"V-1": amount})
    last = Entry(seq=case.book.next_seq, on=JUDGMENT + DAY, body=body)
    return Book.replay([*case.book.entries, last])


def test_a_transfer_under_section_1594_is_owed_on_to_the_attorney_general(case: Case) -> None:
    book = sent(case, Path.MANDATORY, 10_000)
    assert book.owed_to("V-1").outstanding == 20_000
    assert book.owed_by("D-1").restitution == 50_000
    assert book.owed_by("D-1").to_attorney_general == {"V-1": 10_000}


@pytest.mark.parametrize("path", [Path.RESTORATION, Path.REMISSION])
def test_restored_or_remitted_money_lowers_what_the_defendant_owes(case: Case, path: Path) -> None:
    book = sent(case, path, 10_000)
    assert book.owed_to("V-1").outstanding == 20_000
    assert book.owed_to("V-1").debt == 20_000
    assert book.owed_by("D-1").to_attorney_general == {}
    assert book.owed_to(Fund.ATTORNEY_GENERAL).outstanding == 0
    assert book.principal_steps("D-1") == [(JUDGMENT, 50_000), (JUDGMENT + DAY, 40_000)]


def test_what_nobody_owes_any_more_is_not_owed_to_the_attorney_general(case: Case) -> None:
    """300 − 40 transferred − 60 paid; then 240 recovered: the debt is nothing, 40 was not reimbursed."""
    case.cash("AS-1", "40.00")
    case.transfer("AS-1", {"V-1": "40.00"})
    case.pay("D-1", "100.00")
    case.enter(Recovery(reference="R-1", victim="V-1", same_loss=24_000))
    assert case.book.owed_to("V-1").debt == 0
    assert case.book.owed_by("D-1").to_attorney_general == {}
    assert case.book.owed_to(Fund.ATTORNEY_GENERAL).outstanding == 0


def test_a_transfer_is_not_taken_back_after_the_attorney_general_was_reimbursed(
    case: Case,
) -> None:
    case.cash("AS-1", "100.00")
    seq = case.transfer("AS-1", {"V-1": "100.00"})
    case.pay("D-1", "450.00")
    assert case.book.tallies["D-1"].reimbursed == {"V-1": 5_000}
    with pytest.raises(LedgerError) as raised:
        case.void(seq)
    assert codes(raised) == {"reimbursed_already"}


def test_a_backdated_transfer_is_judged_by_the_order_of_its_day(case: Case) -> None:
    """V-2's award is none of chapter 77 from the second version on; the transfer is of the day before."""
    case.cash("AS-1", "40.00")
    other = order({"V-1": "300.00", "V-2": "200.00"}, {"D-1": {}})
    awards = (other.awards[0], replace(other.awards[1], statute=None))
    case.enter(replace(other, awards=awards), JUDGMENT + 10 * DAY)
    shares = {"V-2": 1_000}
    body = Transfer(reference="T-1", asset="AS-1", path=Path.MANDATORY, shares=shares)
    with pytest.raises(LedgerError):
        case.enter(body, JUDGMENT + 10 * DAY)
    case.enter(body, JUDGMENT + 9 * DAY)
    assert case.book.owed_to("V-2").transferred == 1_000


def test_the_same_receipt_defendant_day_and_amount_is_a_double_entry(case: Case) -> None:
    first = case.pay("D-1", "50.00", "PAY-1", receipt="R-77")
    with pytest.raises(LedgerError) as raised:
        case.pay("D-1", "50.00", "PAY-2", receipt="R-77")
    assert codes(raised) == {"receipt_entered"}
    assert raised.value.problems[0].message.startswith("PAY-1 ")
    case.pay("D-1", "50.00", "PAY-3", receipt="R-78")
    case.pay("D-1", "50.00", "PAY-4", receipt="R-77", on=JUDGMENT + DAY)
    paid = case.book.entries[first - 1].body
    case.enter(paid, corrects=first)
    assert case.book.owed_by("D-1").paid == 15_000


def test_a_receipt_may_be_entered_again_after_its_payment_was_reversed(case: Case) -> None:
    case.pay("D-1", "50.00", "PAY-1", receipt="R-77")
    case.enter(Reversal(payment="PAY-1"))
    case.pay("D-1", "50.00", "PAY-2", receipt="R-77")
    assert case.book.money_in == 5_000


def test_money_that_came_before_the_order_is_not_refunded_while_something_is_owed() -> None:
    case = Case(("V-1",), ("D-1",))
    seq = case.pay("D-1", "50.00", "PAY-1")
    case.enter(order({"V-1": "300.00"}, {"D-1": {}}))
    with pytest.raises(LedgerError) as raised:
        case.enter(Refund(reference="RF-1", payment="PAY-1", amount=5_000))
    assert codes(raised) == {"still_owed"}
    paid = case.book.entries[seq - 1].body
    applied = case.book.application("D-1", 5_000, JUDGMENT)
    case.enter(replace(paid, applied=applied), corrects=seq)  # type: ignore[arg-type]
    assert case.book.owed_to("V-1").outstanding == 25_000


def test_a_recovery_before_the_order_does_not_reduce_it(case: Case) -> None:
    with pytest.raises(LedgerError) as raised:
        case.enter(Recovery(reference="R-1", victim="V-1", same_loss=1), JUDGMENT - DAY)
    assert codes(raised) == {"too_early"}


def test_no_interest_accrues_on_liability_that_has_ended() -> None:
    """An organization's liability ends twenty years after the judgment of January 2, 2004."""
    encoded = law.encoded()
    case = Case(("V-1",), ())
    judged = dt.date(2004, 1, 2)
    case.enter(Defendant(reference="D-1", person=Person.ORGANIZATION), judged)
    case.enter(order({"V-1": "100000.00"}, {"D-1": {"judgment_on": judged}}), judged)
    last = case.book.owed_by("D-1", dt.date(2024, 1, 2), encoded).accrued.interest
    assert last > 0
    assert case.book.owed_by("D-1", dt.date(2026, 1, 2), encoded).accrued.interest == last


def test_the_limit_is_what_restitution_leaves_of_it_for_the_fine() -> None:
    """10,000 and 4,000 from the same day at the same rate, limited to 1.00 in all."""
    encoded = law.encoded()
    case = Case(("V-1",), ("D-1",))
    amounts = {"V-1": 1_000_000}
    terms = InterestTerms(limit=100)
    made = Liability(
        obligor="D-1", judgment_on=JUDGMENT, amounts=amounts, fine=400_000, interest=terms
    )
    first: Order = order({"V-1": "10000.00"}, {"D-1": {}})
    case.enter(replace(first, liabilities=(made,)))
    choices = choices_of(case.book, encoded)
    day = JUDGMENT + 300 * DAY
    assert interest_on(case.book, made, day, encoded, choices).cents == 100
    assert fine_interest(case.book, made, day, encoded, choices).cents == 0


@pytest.mark.parametrize(("option", "left"), [("once", 0), ("each", 49_096)])
def test_interest_on_a_joint_debt_is_paid_once_or_by_each(option: str, left: int) -> None:
    """10,000 × 0.0512 × 350/365 = 490.96, which both accrued through June 2, 2025; D-1 has paid it."""
    encoded, judged = law.encoded(), dt.date(2024, 6, 3)
    case = Case(("V-1",), ("D-1", "D-2"), joint_interest=option)
    both = {d: {"judgment_on": judged} for d in ("D-1", "D-2")}
    case.enter(order({"V-1": "10000.00"}, both), judged)
    case.law = encoded
    case.pay("D-1", "10490.96", on=dt.date(2025, 6, 3))
    assert case.book.owed_by("D-1", dt.date(2025, 6, 3), encoded).accrued.interest == 0
    assert case.book.owed_by("D-2", dt.date(2025, 6, 3), encoded).accrued.interest == left


@pytest.mark.parametrize("unapplied", [500, 0])
def test_a_payment_is_not_corrected_below_what_was_refunded_of_it(
    case: Case, unapplied: int
) -> None:
    """Nor where nothing of it stays unapplied."""
    seq = case.pay("D-1", "510.00", "PAY-1")
    case.enter(Refund(reference="RF-1", payment="PAY-1", amount=1_000))
    paid = case.book.entries[seq - 1].body
    assert isinstance(paid, Payment)
    applied = replace(paid.applied, unapplied=unapplied)
    lower = replace(paid, amount=50_000 + unapplied, applied=applied)
    with pytest.raises(LedgerError) as raised:
        case.enter(lower, corrects=seq)
    assert codes(raised) == {"refunded_already"}


def test_principal_and_reimbursement_for_one_victim_stay_within_the_debt(case: Case) -> None:
    """V-1 was sent 100 of 300; 200 of principal and 100 reimbursed are owed, not 101."""
    case.cash("AS-1", "100.00")
    case.transfer("AS-1", {"V-1": "100.00"})
    case.enter(Recovery(reference="R-1", victim="V-1", same_loss=5_000))
    parts = Applied(principal={"V-1": 15_000}, reimbursed={"V-1": 10_000})
    case.pay("D-1", "250.00", parts=parts)
    over = Case(("V-1", "V-2"), ("D-1",))
    over.enter(order({"V-1": "300.00", "V-2": "200.00"}, {"D-1": {"amounts": {"V-1": "200.00"}}}))
    over.cash("AS-1", "100.00")
    over.transfer("AS-1", {"V-1": "100.00"})
    with pytest.raises(LedgerError) as raised:
        over.pay("D-1", "250.00", parts=parts)
    assert codes(raised) == {"above_owed"}


@settings(max_examples=150, deadline=None)
@given(
    awards=st.lists(st.integers(1, 60) | st.integers(1, 5_000), min_size=2, max_size=4),
    payments=st.lists(
        st.tuples(st.sampled_from(["D-1", "D-2"]), st.integers(1, 600)), min_size=1, max_size=12
    ),
)
def test_a_book_that_was_posted_to_applies_as_one_that_is_replayed(
    awards: list[int], payments: list[tuple[str, int]]
) -> None:
    victims = tuple(f"V-{number}" for number in range(len(awards)))
    case = Case(victims, ("D-1", "D-2"))
    amounts = {v: dollars(c) for v, c in zip(victims, awards, strict=True)}
    part = {v: dollars(max(1, cents(a) // 2)) for v, a in list(amounts.items())[1:]}
    case.enter(order(amounts, {"D-1": {}, "D-2": {"amounts": part}}))
    for obligor, amount in payments:
        warm = case.book.application(obligor, amount, JUDGMENT)
        assert warm == Book.replay(case.book.entries).application(obligor, amount, JUDGMENT)
        case.pay(obligor, dollars(amount), parts=warm)
