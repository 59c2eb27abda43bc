"""What a statement says where the law leaves a reading open: what the book says, with the reading named."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from remedies import law
from remedies.law import Law
from remedies.ledger.book import Book
from remedies.ledger.entries import Entry, Fund, Path, Payment, Recovery, Transfer
from remedies.ledger.statement import statement, victim_statement
from remedies.ledger.statement_interest import LAW as STATED
from remedies.ledger.statement_lines import Statement, Work
from remedies.wire.entries import entry_json, entry_of
from remedies.wire.statement import statement_json
from remedies.wire.statement_schema import StatementSchema
from tests.ledger.bookkeeping import JUDGMENT, Case, order
from tests.ledger.statement_case import story

LAW = law.encoded()
DAY = dt.timedelta(days=1)
LAST = JUDGMENT + 400 * DAY


def case_of(awards: dict[str, str], liabilities: dict[str, dict[str, object]]) -> Case:
    found = Case(tuple(awards), tuple(liabilities))
    found.law = LAW
    found.enter(order(awards, liabilities))
    return found


def works(found: Statement) -> dict[Work, tuple[str, int, str]]:
    return {each.work: (each.of, each.cents, each.why) for each in found.worklists}


@pytest.mark.parametrize("path", [Path.RESTORATION, Path.REMISSION])
def test_restored_money_lowers_both_and_the_proof_holds(path: Path) -> None:
    """V-1: 300.00 less 100.00 restored; 200.00 is owed to the victim, and nothing to anybody else."""
    case = case_of({"V-1": "300.00", "V-2": "200.00"}, {"D-1": {}})
    body = Transfer(reference="T-1", asset="AS-1", path=path, shares={"V-1": 10_000})
    last = Entry(seq=case.book.next_seq, on=JUDGMENT + DAY, body=body)
    found = statement(Book.replay([*case.book.entries, last]), LAW, LAST)
    assert all(each.holds for each in found.equations)
    assert dict(found.equations[1].right) == {
        "transfers": 10_000,
        "reimbursed": 0,
        "relieved": -10_000,
    }
    (account,) = found.obligors
    first = account.debts[0]
    assert (first.relieved, first.award_left, first.to_attorney_general) == (10_000, 20_000, 0)
    assert any("restoration or remission" in note.text for note in found.notes)
    assert not any("reimbursed for transfers" in note.text for note in found.notes)


def test_more_than_the_award_through_restored_money_leaves_the_proof_whole() -> None:
    """300.00, of which 100.00 is restored; then 280.00 is recovered: 80.00 beyond the loss, nothing owed."""
    case = case_of({"V-1": "300.00", "V-2": "200.00"}, {"D-1": {}})
    body = Transfer(reference="T-1", asset="AS-1", path=Path.REMISSION, shares={"V-1": 10_000})
    entries = [*case.book.entries, Entry(seq=case.book.next_seq, on=JUDGMENT + DAY, body=body)]
    recovery = Recovery(reference="R-1", victim="V-1", same_loss=28_000)
    entries.append(Entry(seq=entries[-1].seq + 1, on=JUDGMENT + 2 * DAY, body=recovery))
    found = statement(Book.replay(entries), LAW, LAST)
    assert found.obligees[0].overpaid == 8_000
    assert all(each.holds for each in found.equations)


def test_money_held_above_the_award_waits_and_is_not_payable() -> None:
    """1,000.00 awarded, 600.00 held, 900.00 recovered: 500.00 too much, so 100.00 can go out."""
    case = case_of({"V-1": "1000.00"}, {"D-1": {}})
    case.pay("D-1", "600.00")
    case.enter(Recovery(reference="R-1", victim="V-1", same_loss=90_000), JUDGMENT + DAY)
    found = works(victim_statement(case.book, LAW, LAST, "V-1"))
    assert found[Work.ABOVE_AWARD][:2] == ("V-1", 50_000)
    assert found[Work.PAYABLE][:2] == ("V-1", 10_000)


def test_what_came_before_the_order_can_be_applied_while_the_defendant_owes() -> None:
    case = Case(("V-1",), ("D-1",))
    case.pay("D-1", "500.00", "PAY-1")
    before = works(statement(case.book, LAW, LAST))
    assert before[Work.UNAPPLIED] == (
        "PAY-1",
        50_000,
        "more than all that is owed; to be given back",
    )
    case.enter(order({"V-1": "1000.00"}, {"D-1": {}}))
    of, cents, why = works(statement(case.book, LAW, LAST))[Work.UNAPPLIED]
    assert (of, cents) == ("PAY-1", 50_000)
    assert "can be applied now: correct the payment with itself" in why
    paid = case.book.latest("payment", "PAY-1")
    assert paid is not None
    assert isinstance(paid.body, Payment)
    again = case.book.application("D-1", 50_000, paid.on, LAW)
    case.enter(replace(paid.body, applied=again), paid.on, corrects=paid.seq)
    assert Work.UNAPPLIED not in works(statement(case.book, LAW, LAST))


def test_interest_of_the_attorney_general_is_told_apart() -> None:
    case = case_of({"V-1": "100000.00"}, {"D-1": {}})
    case.cash("AS-1", "40000.00")
    case.transfer("AS-1", {"V-1": "40000.00"})
    case.pay("D-1", "110000.00", "PAY-1", on=LAST)
    tally = case.book.tallies["D-1"].interest
    assert tally[Fund.ATTORNEY_GENERAL] > 0
    found = statement(case.book, LAW, LAST)
    (account,) = found.obligors
    assert account.interest_to_attorney_general == tally[Fund.ATTORNEY_GENERAL]
    assert account.interest_paid == tally["V-1"] + tally[Fund.ATTORNEY_GENERAL]
    assert all(each.holds for each in found.equations)
    (line,) = [each.says for each in found.journal if each.reference == "PAY-1"]
    assert "interest to V-1 $" in line
    assert ", Attorney General $" in line


@pytest.mark.parametrize("option", ["once", "each"])
def test_interest_of_several_who_owe_in_part_together_is_what_the_book_says(option: str) -> None:
    case = Case(("V-1", "V-2"), ("D-1", "D-2"), joint_interest=option)
    case.law = LAW
    liable: dict[str, dict[str, object]] = {"D-1": {}, "D-2": {"amounts": {"V-1": "100000.00"}}}
    case.enter(order({"V-1": "100000.00", "V-2": "10000.00"}, liable))
    case.pay("D-1", "112000.00", on=JUDGMENT + 360 * DAY)
    found = statement(case.book, LAW, LAST)
    for account in found.obligors:
        owed = case.book.owed_by(account.obligor, LAST, LAW)
        assert account.interest.owed == owed.accrued.interest
    second = found.obligors[1].interest
    if option == "each":
        assert second.owed == second.accrued - second.paid.cents
    else:
        assert second.owed < second.accrued - second.paid.cents
        assert any("position joint_interest" in note for note in second.notes)


def test_the_order_in_which_an_entry_lists_its_parts_changes_no_byte() -> None:
    """The journal keeps parts by name; a process that entered them has them as they were computed."""
    awards = {"V-2": "300.00", "US": "400.00", "V-10": "100.00", "V-1": "200.00"}
    case = case_of(awards, {"D-1": {"special_assessment": "100.00", "fine": "50.00"}})
    case.pay("D-1", "600.00", "PAY-1")
    case.disburse({"V-2": "10.00", "V-1": "50.00", "V-10": "20.00"}, "DIS-1")
    case.pay("D-1", "2000.00", "PAY-2", on=LAST - DAY)
    entered = [
        replace(each, recorded_at=dt.datetime(2026, 2, 1, tzinfo=dt.UTC))
        for each in case.book.entries
    ]
    read = [entry_of(entry_json(each)) for each in entered]
    shares = [list(each.body.shares) for each in (entered[-2], read[-2])]  # type: ignore[union-attr]  # DIS-1
    assert shares[0] != shares[1]
    warm, cold = (statement(Book.replay(each), LAW, LAST) for each in (entered, read))
    assert statement_json(warm) == statement_json(cold)
    said = {each.reference: each.says for each in warm.journal}
    assert said["DIS-1"] == "$80.00 paid out: V-2 $10.00, V-10 $20.00, V-1 $50.00."
    assert [each.of for each in warm.worklists if each.work is Work.PAYABLE][:2] == ["V-2", "US"]


def test_the_digest_covers_every_item_of_law_that_a_statement_asks_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: set[str] = set()
    item = Law.item

    def noted(self: Law, key: str) -> object:
        asked.add(key)
        return item(self, key)

    monkeypatch.setattr(Law, "item", noted)
    statement(story().book, LAW, dt.date(2025, 6, 30))
    assert {key for key in asked if key.startswith("us.")} <= set(STATED)


def test_the_notes_say_where_interest_on_restitution_comes() -> None:
    case = case_of({"V-1": "1000.00"}, {"D-1": {}})
    texts = {note.text: note for note in statement(case.book, LAW, LAST).notes}
    (reading,) = [note for text, note in texts.items() if "before the costs and the fine" in text]
    assert reading.unverified
    assert (
        "this project’s reading: 18 U.S.C. § 3612(i) places costs before interest" in reading.text
    )


def test_the_json_of_a_whole_case_is_of_its_schema() -> None:
    found = statement_json(statement(story().book, LAW, dt.date(2025, 6, 30)))
    assert StatementSchema().validate(json.loads(found)) == {}
