"""The statement of account: every balance follows from what is beside it, and its entries add up to it."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import replace

import pytest

from remedies import law
from remedies.errors import LedgerError
from remedies.ledger.book import Book
from remedies.ledger.entries import (
    Award,
    CaseOpened,
    Compensation,
    Defendant,
    Delay,
    Disbursement,
    Entry,
    Fund,
    Liability,
    Method,
    NotTransferred,
    Order,
    Payer,
    Payment,
    Refund,
    Reversal,
    Sealed,
    Stage,
    Victim,
)
from remedies.ledger.entries.money import Applied
from remedies.ledger.statement import (
    defendant_statement,
    statement,
    victim_statement,
)
from remedies.ledger.statement_lines import ObligeeAccount, Statement, Work
from remedies.wire.statement import statement_json
from tests.ledger.statement_case import Clerk, opened, story

LAW = law.encoded()
LAST = dt.date(2025, 6, 30)


@pytest.fixture(scope="module")
def clerk() -> Clerk:
    return story()


@pytest.fixture(scope="module")
def whole(clerk: Clerk) -> Statement:
    return statement(clerk.book, LAW, LAST)


def of(found: Statement, reference: str) -> ObligeeAccount:
    return next(each for each in found.obligees if each.obligee == reference)


def test_each_balance_follows_from_the_sums_beside_it(whole: Statement) -> None:
    for each in whole.obligees:
        met = each.to_payers.cents + each.recovered.cents + each.transferred.cents
        assert each.owed == max(0, each.awarded.cents - met - each.paid.cents)
        came = each.transferred.cents + each.paid.cents + each.interest.cents + each.advanced
        assert each.held == came - each.received.cents
    for account in whole.obligors:
        for debt in account.debts:
            assert debt.own_left == debt.liable - debt.paid - debt.reimbursed
            victim = of(whole, debt.obligee)
            met = debt.paid + debt.reimbursed + debt.by_others + victim.recovered.cents
            assert debt.award_left == max(0, victim.awarded.cents - met)
            assert debt.owes == min(debt.own_left, debt.award_left)
            assert debt.owes == debt.to_victim + debt.to_payers + debt.to_attorney_general


def test_the_sums_are_those_of_the_case_done_by_hand(whole: Statement) -> None:
    """V-2: 30,000.00 less 5,000.00 recovered, 6,000.00 transferred and 240.00 + 500.00 + 18,260.00 paid."""
    victim = of(whole, "V-2")
    assert victim.paid.cents == 24000 + 50000 + 1826000
    assert (victim.owed, victim.received.cents, victim.held) == (0, 674000, 1826000)
    first, second = whole.obligors
    assert first.received.cents == 7600000
    assert (first.principal, first.reimbursed) == (7350000, 230000)
    assert first.to_attorney_general == 2000000 - 230000
    assert second.by_cap == 1593000 - (1500000 - 150000)


def test_entries_behind_a_sum_add_up_to_it(clerk: Clerk, whole: Statement) -> None:
    bodies = {entry.seq: entry.body for entry in clerk.book.entries}
    for account in whole.obligees:
        name = account.obligee
        paid = [bodies[seq] for seq in account.paid.entries]
        shares = [b.applied.principal[name] for b in paid if isinstance(b, Payment)]
        assert sum(shares) == account.paid.cents
        out = [bodies[seq] for seq in account.received.entries]
        sent = sum(b.shares[name] for b in out if isinstance(b, Disbursement))
        back = sum(getattr(b, "amount", 0) for b in out if not isinstance(b, Disbursement))
        assert sent - back == account.received.cents


def test_an_account_told_entry_by_entry_ends_at_its_balances(whole: Statement) -> None:
    for account in whole.obligees:
        assert sum(move.owed for move in account.moves) == account.owed
        assert sum(move.held for move in account.moves) == account.held


def test_both_proofs_hold_to_the_cent(whole: Statement) -> None:
    assert [each.key for each in whole.equations] == ["money", "transfers"]
    assert all(each.holds for each in whole.equations)
    assert sum(cents for _, cents in whole.equations[1].left) == 2000000 - 230000


def test_interest_is_the_sum_of_its_stretches(whole: Statement) -> None:
    sheet = whole.obligors[0].interest
    assert (sheet.first_day, sheet.week_from) == (dt.date(2024, 3, 19), dt.date(2024, 3, 10))
    assert sheet.rate is not None
    for each in sheet.stretches:
        yearly = each.principal * sheet.rate / 10000
        assert each.amount == yearly * each.days / each.of_year
    assert sum(each.amount for each in sheet.stretches) == sheet.exact
    assert sheet.accrued == int(sheet.exact * 100 + 0.5)
    assert sheet.owed == sheet.accrued
    assert whole.obligors[1].interest.why_not == "none, the court waived it."


def test_what_is_owed_agrees_with_the_book(clerk: Clerk, whole: Statement) -> None:
    for account in whole.obligors:
        owed = clerk.book.owed_by(account.obligor, LAST, LAW)
        assert account.restitution == owed.restitution
        assert account.interest.owed == owed.accrued.interest
        assert account.penalties.owed == owed.accrued.penalties


def test_an_earlier_day_leaves_out_what_came_later(clerk: Clerk) -> None:
    found = statement(clerk.book, LAW, dt.date(2024, 4, 1))
    assert found.later == 13
    assert of(found, "V-1").paid.cents == 48000
    assert of(found, "V-1").held == 48000
    assert [each.obligor for each in found.obligors] == ["D-1", "D-2"]
    assert found.obligors[1].ordered.cents == 0
    assert all(each.holds for each in found.equations)
    again = statement(Book.replay(clerk.book.entries[:12]), LAW, dt.date(2024, 4, 1))
    assert again.obligees == found.obligees


def test_what_was_known_at_an_entry_is_stated_again(clerk: Clerk) -> None:
    then = statement(Book.replay(clerk.book.entries, known=21), LAW, LAST)
    assert then.known == 21
    assert then.journal[-1].counts
    assert of(then, "V-3").on_hold == ()
    now = statement(clerk.book, LAW, LAST)
    assert of(now, "V-3").on_hold == ("H-1",)
    lines = {line.entry: line for line in now.journal}
    assert lines[21].corrected_by == 22
    assert lines[22].corrects == 21
    assert not lines[21].counts


def test_what_waits_is_listed_with_its_reason(whole: Statement) -> None:
    found = {(each.work, each.of): each for each in whole.worklists}
    assert found[Work.ON_HOLD, "V-3"].why == "H-1: the address is not known"
    assert found[Work.PAYABLE, "V-1"].cents == 4652000
    assert found[Work.CAME_BACK, "V-3"].entries == (14,)


def test_property_says_what_is_left_and_why(whole: Statement) -> None:
    (asset,) = whole.property
    assert (asset.gross.cents, asset.costs.cents, asset.transferred.cents) == (
        2800000,
        300000,
        2000000,
    )
    assert asset.left == 500000
    assert (asset.why, asset.responsible) == ("those whom it could pay are owed nothing more", "")
    assert asset.transferred.entries == (18,)


def test_property_that_waits_says_why_and_who_must_act() -> None:
    clerk = opened()
    clerk.step("2024-07-15", Stage.LIQUIDATED, "custodian", amount=2800000, costs=300000)
    (asset,) = statement(clerk.book, LAW, LAST).property
    assert (asset.left, asset.why, asset.review_on) == (2500000, "no reason is recorded", None)
    review = dt.date(2025, 9, 1)
    delay = NotTransferred(
        asset="AS-1", why=Delay.APPEAL_PENDING, responsible="example office", review_on=review
    )
    clerk.enter("2025-06-30", delay)
    (asset,) = statement(clerk.book, LAW, LAST).property
    assert (asset.why, asset.responsible) == ("appeal_pending", "example office")
    assert asset.review_on == review


def test_a_victims_statement_says_nothing_of_another_victim(clerk: Clerk) -> None:
    for victim, others in (("V-1", ("V-2", "V-3")), ("V-3", ("V-1", "V-2"))):
        found = victim_statement(clerk.book, LAW, LAST, victim)
        text = statement_json(found)
        assert not any(other in text for other in others)
        assert found.obligees == (of(statement(clerk.book, LAW, LAST), victim),)
        assert all(each.holds for each in found.equations)
        assert "Report to the court." not in text
        amounts = {"100000.00", "7600.00", "75000.00", "76000.00", "2800000"}
        assert not amounts & set(text.split('"'))


def test_a_statement_of_somebody_unknown_is_refused(clerk: Clerk) -> None:
    with pytest.raises(LedgerError) as refused:
        victim_statement(clerk.book, LAW, LAST, "V-9")
    assert [(p.field, p.code) for p in refused.value.problems] == [("victim", "unknown")]
    with pytest.raises(LedgerError):
        defendant_statement(clerk.book, LAW, LAST, "V-1")


def test_a_defendants_statement_has_that_defendants_entries_alone(clerk: Clerk) -> None:
    found = defendant_statement(clerk.book, LAW, LAST, "D-2")
    assert [account.obligor for account in found.obligors] == ["D-2"]
    assert [line.kind for line in found.journal] == ["defendant", "order", "order", "payment"]
    assert {due.key for due in found.obligors[0].liability} >= {"liability_ends"}


def test_nothing_is_guessed_of_a_release_that_is_not_entered(whole: Statement) -> None:
    ends = {due.key: due for due in whole.obligors[0].liability}
    assert ends["liability_ends"].due_on is None
    assert ends["liability_ends"].needs == "the day of release from prison"
    assert "fine_ends" not in ends


def test_a_payment_taken_back_leaves_a_shortfall_that_the_proof_holds() -> None:
    clerk = opened()
    clerk.pay("2024-04-01", "D-1", 100000, "PAY-1")
    clerk.disburse("2024-04-15", "DIS-1")
    clerk.enter("2024-05-01", Reversal(payment="PAY-1"))
    found = statement(clerk.book, LAW, LAST)
    assert of(found, "V-1").advanced == 48000
    assert of(found, "V-1").owed == 6000000
    assert of(found, "V-1").paid.cents == 0
    assert {each.work for each in found.worklists} == {Work.SHORTFALL}
    assert found.equations[0].holds
    assert found.equations[0].left[1] == ("reversed", -100000)


def test_money_beyond_all_that_is_owed_waits_until_it_is_given_back() -> None:
    clerk = opened()
    clerk.pay("2024-03-05", "D-1", 10030000, "PAY-1")
    before = statement(clerk.book, LAW, dt.date(2024, 3, 10))
    (left,) = [each for each in before.worklists if each.work is Work.UNAPPLIED]
    assert (left.of, left.cents) == ("PAY-1", 10000)
    clerk.enter("2024-03-11", Refund(reference="RF-1", payment="PAY-1", amount=10000))
    after = statement(clerk.book, LAW, dt.date(2024, 3, 12))
    assert not [each for each in after.worklists if each.work is Work.UNAPPLIED]
    assert after.equations[0].holds
    assert dict(after.equations[0].right)["refunded"] == 10000


def test_a_payer_of_compensation_stands_in_the_victims_place() -> None:
    clerk = opened()
    paid = Compensation(
        reference="P-1",
        payer=Payer.COMPENSATION_PROGRAM,
        victim="V-3",
        amount=400000,
        order="O-1",
        document="Doc. 2",
    )
    clerk.enter("2024-03-20", paid)
    found = statement(clerk.book, LAW, LAST)
    assert (of(found, "V-3").to_payers.cents, of(found, "V-3").owed) == (400000, 600000)
    (payer,) = found.payers
    assert (payer.obligee, payer.owed) == ("P-1", 400000)
    assert found.obligors[0].to_payers == 400000
    assert found.obligors[0].debts[2].to_payers == 400000
    assert all(each.holds for each in found.equations)


def test_a_sealed_case_says_so_and_a_case_before_any_order_can_be_stated() -> None:
    clerk = Clerk()
    clerk.enter("2024-01-02", CaseOpened(reference="EXAMPLE-2"))
    clerk.enter("2024-01-02", Victim(reference="V-1"))
    clerk.enter("2024-01-03", Sealed(sealed=True))
    found = statement(clerk.book, LAW, LAST)
    assert found.sealed
    assert of(found, "V-1").owed == 0
    clerk.enter("2024-01-04", Sealed(sealed=False))
    assert not statement(clerk.book, LAW, LAST).sealed
    assert statement(Book(), LAW, LAST).obligees == ()


def test_the_same_book_makes_the_same_statement(clerk: Clerk, whole: Statement) -> None:
    again = statement(Book.replay(clerk.book.entries), LAW, LAST)
    assert statement_json(again) == statement_json(whole)


VICTIMS = [f"V-{n}" for n in range(1, 501)]
DEFENDANTS = [f"D-{n}" for n in range(1, 21)]


def large() -> list[Entry]:
    """500 victims, 20 defendants who owe all of it together, ten years of monthly payments by each."""
    first = dt.date(2014, 1, 6)
    amounts = {victim: 1000000 + n * 1000 for n, victim in enumerate(VICTIMS)}
    awards = tuple(Award(obligee=v, amount=cents) for v, cents in amounts.items())
    liable = tuple(Liability(obligor=d, judgment_on=first, amounts=amounts) for d in DEFENDANTS)
    bodies: list[tuple[dt.date, object]] = [(first, CaseOpened(reference="LARGE"))]
    bodies += [(first, Victim(reference=victim)) for victim in VICTIMS]
    bodies += [(first, Defendant(reference=defendant)) for defendant in DEFENDANTS]
    bodies += [(first, Order(reference="O-1", awards=awards, liabilities=liable))]
    for month in range(1, 121):
        bodies += _month(dt.date(2014 + month // 12, month % 12 + 1, 15), month)
    return [
        Entry(seq=seq, on=on, body=body)  # type: ignore[arg-type]  # bodies of several kinds
        for seq, (on, body) in enumerate(bodies, start=1)
    ]


def _month(on: dt.date, month: int) -> Iterable[tuple[dt.date, object]]:
    shares = {victim: 100 + n % 7 for n, victim in enumerate(VICTIMS)}
    for defendant in DEFENDANTS:
        yield (
            on,
            Payment(
                reference=f"PAY-{defendant}-{month}",
                obligor=defendant,
                amount=sum(shares.values()),
                method=Method.ELECTRONIC,
                applied=Applied(principal=shares),
            ),
        )
    all_shares = {victim: 20 * cents for victim, cents in shares.items()}
    yield on, Disbursement(reference=f"DIS-{month}", shares=all_shares)


def test_a_large_case_is_stated_by_sums_and_each_cites_its_entries() -> None:
    found = statement(Book.replay(large()), LAW, dt.date(2024, 6, 30))
    document = json.loads(statement_json(found))
    assert len(document["victims"]) == 500
    assert all(each["holds"] for each in document["equations"])
    assert len(document["citations"]) < 50
    assert document["victims"][0]["moves"] == []


def test_one_victim_of_a_large_case_has_every_entry() -> None:
    found = victim_statement(Book.replay(large()), LAW, dt.date(2024, 6, 30), "V-7")
    (account,) = found.obligees
    assert len(account.moves) == 1 + 2400 + 120
    assert sum(move.owed for move in account.moves) == account.owed
    assert replace(account, moves=()).held == 0
    assert Fund.FINE not in {each.fund for owing in found.obligors for each in owing.funds}
