"""A case's book as the defendants of a proposal; the case is synthetic."""

import datetime as dt

import pytest

from remedies.facts import Statute
from remedies.ledger.book import Book
from remedies.ledger.entries import Body, CaseOpened, Convicted, Defendant, Entry
from remedies.ledger.proposing import Stated, answering

ON = dt.date(2024, 1, 2)
LABOR = Statute(18, "1589")


@pytest.fixture
def book() -> Book:
    found = Book()
    bodies: tuple[Body, ...] = (
        CaseOpened(reference="EX-1"),
        Defendant(reference="D-1"),
        Defendant(reference="D-2"),
        Defendant(
            reference="D-1",
            convictions=(Convicted(statute=LABOR, begins_on=ON, ends_on=ON),),
        ),
    )
    for seq, body in enumerate(bodies, 1):
        found.post(Entry(seq=seq, on=ON, body=body))
    return found


def test_a_defendant_answers_by_the_convictions_known_last(book: Book) -> None:
    first, second = answering(book)
    assert [one.conviction.statute for one in first.offenses] == [LABOR]
    assert first.offenses[0].conviction.ends_on == ON
    assert first.offenses[0].harmed("V-9")
    assert (second.defendant, second.offenses) == ("D-2", ())


def test_what_is_stated_stands_beside_the_convictions(book: Book) -> None:
    stated = Stated(victims=("V-1",), up_to={"V-1": 5_00}, cap=4_00, described_3663A=True)
    first, _ = answering(book, {"D-1": stated})
    assert first.offenses[0].harmed("V-1")
    assert not first.offenses[0].harmed("V-2")
    assert (first.up_to, first.cap, first.described_3663A) == ({"V-1": 5_00}, 4_00, True)


def test_a_defendant_whom_the_book_does_not_have_is_kept_without_convictions(book: Book) -> None:
    *_, last = answering(book, {"D-7": Stated(agreed={"V-1": 5_00})})
    assert (last.defendant, last.offenses, last.agreed) == ("D-7", (), {"V-1": 5_00})
