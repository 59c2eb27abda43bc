"""Notes and positions: what a victim's or a defendant's statement says of others, which is nothing."""

import datetime as dt
import json

import pytest

from remedies import law
from remedies.ledger.book import Book
from remedies.ledger.entries import CaseOpened, Entry, Path, Reversal, Transfer
from remedies.ledger.statement import defendant_statement, statement, victim_statement
from remedies.ledger.statement_lines import Statement
from remedies.wire.statement import statement_json
from remedies.wire.statement_schema import StatementSchema
from tests.ledger.bookkeeping import JUDGMENT, Case, order

LAW = law.encoded()
DAY = dt.timedelta(days=1)
LAST = JUDGMENT + 400 * DAY
TRANSFERRED = "reimbursed for transfers"
RELIEVED = "A restoration or remission"
REVERSED = "that the bank took back"
JOINT = "owe the same awards together"


def case_of(**choices: str) -> Case:
    """D-1 is liable for both victims, D-2 for V-2 alone."""
    found = Case(("V-1", "V-2"), ("D-1", "D-2"), **choices)
    found.law = LAW
    awards = {"V-1": "300.00", "V-2": "200.00"}
    found.enter(order(awards, {"D-1": {}, "D-2": {"amounts": {"V-2": "200.00"}}}))
    return found


def says(found: Statement, words: str) -> bool:
    return any(words in note.text for note in found.notes)


def notes_of(book: Book) -> list[Statement]:
    """The statements of V-1, V-2, D-1 and D-2."""
    victims = [victim_statement(book, LAW, LAST, each) for each in ("V-1", "V-2")]
    return victims + [defendant_statement(book, LAW, LAST, each) for each in ("D-1", "D-2")]


@pytest.mark.parametrize(
    ("path", "words"), [(Path.MANDATORY, TRANSFERRED), (Path.REMISSION, RELIEVED)]
)
def test_a_transfer_to_one_victim_is_not_told_to_the_other(path: Path, words: str) -> None:
    case = case_of()
    body = Transfer(reference="T-1", asset="AS-1", path=path, shares={"V-2": 10_000})
    last = Entry(seq=case.book.next_seq, on=JUDGMENT + DAY, body=body)
    book = Book.replay([*case.book.entries, last])

    assert says(statement(book, LAW, LAST), words)
    assert [says(each, words) for each in notes_of(book)][:2] == [False, True]


def test_a_payment_taken_back_is_told_to_who_paid_it_and_whom_it_was_applied_to() -> None:
    case = case_of()
    case.pay("D-2", "50.00", "PAY-1")
    case.enter(Reversal(payment="PAY-1"))

    assert says(statement(case.book, LAW, LAST), REVERSED)
    assert [says(each, REVERSED) for each in notes_of(case.book)] == [False, True, False, True]


def test_that_several_owe_an_award_is_told_to_the_victim_of_that_award() -> None:
    found = notes_of(case_of().book)

    assert [says(each, JOINT) for each in found[:2]] == [False, True]


def test_the_positions_taken_are_listed_with_who_chose_them() -> None:
    book = case_of(joint_interest="each", civil_recovery_same_loss="part_by_part").book

    found = statement(book, LAW, LAST)

    taken = {each.position: each for each in found.positions}
    assert list(taken) == sorted(taken)
    register = LAW.all_positions()
    assert all(each.says == register[key].options[each.option].says for key, each in taken.items())
    for key in ("joint_interest", "civil_recovery_same_loss"):
        assert (taken[key].option, taken[key].chosen_by) == (book.choices[key], "case")
    assert {each.chosen_by for each in found.positions} == {"case", "default"}
    assert all(each.computed for each in found.positions)
    for each in found.positions:
        assert says(found, f"{each.position}: {each.option} (")
    document = json.loads(statement_json(found))
    assert StatementSchema().validate(document) == {}
    assert [each["position"] for each in document["positions"]] == list(taken)


def test_no_position_is_taken_before_an_order() -> None:
    book = Book()
    book.post(Entry(seq=1, on=JUDGMENT, body=CaseOpened(reference="C-1")))

    assert statement(book, LAW, LAST).positions == ()
