"""Civil judgments, notices of lateness and compounded interest on a statement, each worked by hand."""

import datetime as dt
from fractions import Fraction

import pytest

from remedies import law
from remedies.ledger.book import Book
from remedies.ledger.entries import CivilJudgment, Court, Method, Notice, Payment, Recovery, Told
from remedies.ledger.entries.money import Applied
from remedies.ledger.statement import defendant_statement, statement, victim_statement
from remedies.ledger.statement_lines import Due, JudgmentAccount
from tests.ledger.statement_case import Clerk, opened, story

LAW = law.encoded()
ENTERED = dt.date(2024, 4, 1)
RATE = Fraction("5.01")
"""The yield of the week of March 24 to 30, 2024, in percent."""

DAILY = RATE / 100 / 365


def judged(amount: int = 1000000, reference: str = "J-1", obligee: str = "V-1") -> CivilJudgment:
    return CivilJudgment(
        reference=reference, obligor="D-1", obligee=obligee, amount=amount, entered_on=ENTERED
    )


def only(clerk: Clerk, as_of: str) -> JudgmentAccount:
    (found,) = statement(clerk.book, LAW, dt.date.fromisoformat(as_of)).judgments
    return found


def test_interest_of_a_civil_judgment_compounds_once_a_year() -> None:
    """10,000.00 at 5.01 percent is 501.00 in a year; 10,501.00 bears it for 30 days of the second one."""
    clerk = opened()
    seq = clerk.enter("2024-04-01", judged())
    found = only(clerk, "2025-05-01")
    first, second = Fraction(501), Fraction(10501) * RATE / 100
    assert [each.base for each in found.stretches] == [10000, 10501]
    assert [each.amount for each in found.stretches] == [first, second * 30 / 365]
    assert found.stretches[0].begins_on == dt.date(2024, 4, 2)
    assert found.accrued == round((first + second * 30 / 365) * 100)
    assert (found.unpaid_judgment, found.unpaid_interest) == (1000000, found.accrued)
    assert found.amount.entries == (seq,)
    assert (found.week_from, found.week_to) == (dt.date(2024, 3, 24), dt.date(2024, 3, 30))
    assert found.authority[0].citation.startswith("28 U.S.C. § 1961(a)")


def test_what_was_recovered_in_a_federal_court_pays_interest_first() -> None:
    """60 days of 10,000.00 make 82.36; of 2,082.36 paid then, 2,000.00 is left for the judgment."""
    clerk = opened()
    clerk.enter("2024-04-01", judged())
    early = Recovery(reference="R-0", victim="V-1", same_loss=100)
    state = Recovery(reference="R-1", victim="V-1", same_loss=100, court=Court.STATE)
    paid = Recovery(reference="R-2", victim="V-1", same_loss=150000, liquidated=50000, other=8236)
    clerk.enter("2024-03-31", early)
    clerk.enter("2024-05-31", state)
    seq = clerk.enter("2024-05-31", paid)
    found = only(clerk, "2024-05-31")
    accrued = Fraction(10000) * DAILY * 60
    assert (found.recovered.cents, found.recovered.entries) == (208236, (seq,))
    assert found.accrued == 8236 == round(accrued * 100)
    assert (found.unpaid_judgment, found.unpaid_interest) == (800000, 0)
    later = only(clerk, "2024-06-30")
    base = 10000 - (Fraction("2082.36") - accrued)
    assert [each.base for each in later.stretches] == [10000, base]
    assert later.stretches[1].amount == base * DAILY * 30
    assert any("counts as paid" in note for note in later.notes)


def test_of_two_judgments_a_recovery_pays_the_one_that_it_names() -> None:
    """As above, 2,082.36 paid after 60 days leaves 8,000.00 of J-1; J-2 bears interest on all of it."""
    clerk = opened()
    clerk.enter("2024-04-01", judged())
    clerk.enter("2024-04-01", judged(500000, "J-2"))
    paid = Recovery(reference="R-1", victim="V-1", same_loss=208236, judgment="J-1")
    seq = clerk.enter("2024-05-31", paid)
    found = {
        each.judgment: each for each in statement(clerk.book, LAW, dt.date(2024, 5, 31)).judgments
    }
    assert found["J-1"].recovered.entries == (seq,)
    assert (found["J-1"].unpaid_judgment, found["J-1"].unpaid_interest) == (800000, 0)
    assert not any("counts as paid" in note for note in found["J-1"].notes)
    assert (found["J-2"].recovered.cents, found["J-2"].unpaid_judgment) == (0, 500000)
    assert found["J-2"].accrued == round(Fraction(5000) * DAILY * 60 * 100)


def test_a_recovery_in_a_state_court_pays_a_judgment_only_if_it_names_it() -> None:
    clerk = opened()
    clerk.enter("2024-04-01", judged())
    paid = Recovery(
        reference="R-1", victim="V-1", same_loss=100, court=Court.STATE, judgment="J-1"
    )
    clerk.enter("2024-05-31", paid)
    assert only(clerk, "2024-05-31").recovered.cents == 100


def test_two_judgments_of_one_victim_are_not_computed_where_a_recovery_names_none() -> None:
    clerk = opened()
    clerk.enter("2024-04-01", judged())
    clerk.enter("2024-04-01", judged(500000, "J-2"))
    clerk.enter("2024-04-01", judged(700000, "J-3", "V-2"))
    clerk.enter("2024-04-20", Recovery(reference="R-1", victim="V-1", same_loss=100))
    found = {
        each.judgment: each for each in statement(clerk.book, LAW, dt.date(2024, 5, 1)).judgments
    }
    assert "several judgments" in found["J-1"].why_not
    assert (found["J-2"].accrued, found["J-2"].stretches) == (0, ())
    assert found["J-3"].accrued > 0


def test_a_judgment_stands_on_the_statements_of_its_two_parties_alone() -> None:
    clerk = opened()
    clerk.enter("2024-04-01", judged())
    day = dt.date(2024, 5, 1)
    assert len(victim_statement(clerk.book, LAW, day, "V-1").judgments) == 1
    assert victim_statement(clerk.book, LAW, day, "V-2").judgments == ()
    assert len(defendant_statement(clerk.book, LAW, day, "D-1").judgments) == 1
    assert defendant_statement(clerk.book, LAW, day, "D-2").judgments == ()


def notices(clerk: Clerk, as_of: str) -> dict[str, Due]:
    found = statement(clerk.book, LAW, dt.date.fromisoformat(as_of))
    return {each.key: each for each in found.deadlines if each.key.endswith("_notice")}


def test_a_notice_is_due_within_ten_working_days_of_a_late_payment() -> None:
    """Due on May 1, 2024, late by 31 days on June 1, a Saturday; ten working days on is June 14."""
    clerk = opened()
    assert notices(clerk, "2024-05-31") == {}
    due = notices(clerk, "2024-06-03")["delinquency_notice"]
    assert (due.of, due.due_on, due.met_on) == ("D-1", dt.date(2024, 6, 14), None)
    assert due.authority[0].citation.startswith("18 U.S.C. § 3612(d)")
    clerk.enter("2024-06-12", Notice(obligor="D-1", tells=Told.DELINQUENCY))
    met = notices(clerk, "2024-06-30")["delinquency_notice"]
    assert met.met_on == dt.date(2024, 6, 12)
    own = defendant_statement(clerk.book, LAW, dt.date(2024, 6, 30), "D-1").obligors[0].liability
    assert met in own


def test_interest_by_the_rule_for_judgments_shows_what_bore_it() -> None:
    """Of 100,000.00 nothing is paid: the second year bears interest on the interest of the first."""
    choices = {"restitution_interest_rate": "section_1961"}
    entries = opened().book.entries
    book = Book.replay(entries, choices=choices)
    sheet = statement(book, LAW, dt.date(2025, 4, 3)).obligors[0].interest
    assert sheet.rate is not None
    year = Fraction(100000) * sheet.rate / 100
    assert [each.days for each in sheet.compounded] == [365, 30]
    assert [each.base for each in sheet.compounded] == [100000, 100000 + year]
    assert sum(each.amount for each in sheet.compounded) == sheet.exact
    assert sheet.stretches == ()


def test_what_came_back_is_named_in_the_account_and_on_its_worklist() -> None:
    clerk = story()
    early = statement(clerk.book, LAW, dt.date(2024, 5, 31))
    account = next(each for each in early.obligees if each.obligee == "V-3")
    assert (account.held, account.came_back) == (8000, 8000)
    assert [(each.of, each.cents) for each in early.worklists if each.work == "came_back"] == [
        ("V-3", 8000)
    ]


@pytest.mark.parametrize("as_of", ["2024-05-02", "2025-06-30"])
def test_an_earlier_statement_shows_what_was_believed_before_a_correction(as_of: str) -> None:
    """1,000.00 was entered as 10,000.00 and corrected a year later: both are of the same day."""
    clerk, day = opened(), dt.date.fromisoformat(as_of)
    wrong = clerk.pay("2024-05-01", "D-1", 1000000, "PAY-1")
    before = statement(clerk.book, LAW, day)
    believed = clerk.book.next_seq - 1
    shares = clerk.book.entries[-1].body
    assert isinstance(shares, Payment)
    applied = Applied(
        principal={"V-1": 48000, "V-2": 24000, "V-3": 8000}, funds=shares.applied.funds
    )
    right = Payment(
        reference="PAY-1",
        obligor="D-1",
        amount=100000,
        method=Method.CASHIERS_CHECK,
        applied=applied,
    )
    clerk.enter("2024-05-01", right, corrects=wrong)
    now = statement(clerk.book, LAW, day)
    then = statement(Book.replay(clerk.book.entries, known=believed), LAW, day)
    assert then == before
    assert then.obligors[0].received.cents == 1000000
    assert now.obligors[0].received.cents == 100000
    assert now.obligors[0].interest.accrued > then.obligors[0].interest.accrued or day.year == 2024
    lines = {line.entry: line for line in now.journal}
    assert (lines[wrong].corrected_by, lines[wrong + 1].corrects) == (wrong + 1, wrong)
    assert all(line.counts for line in then.journal)
