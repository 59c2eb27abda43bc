"""Positions that an organization takes: stated in the journal, and followed by all that is computed.

Authority:
    18 U.S.C. § 3612(f): interest on restitution of more than $2,500 not paid before the fifteenth day
    after judgment, daily, at the week's one-year constant-maturity Treasury yield; by how many days the
    year is divided it does not say (position ``restitution_interest_day_count``).
"""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from remedies import law, store
from remedies.casework import books
from remedies.casework.cases import Role, book, export_case, import_case
from remedies.errors import InvalidEntryError, Problem
from remedies.ledger.book import Book
from tests.casework.offices import AT, ORDER, Office, payment

DAY_COUNT = "restitution_interest_day_count"
CASE = {"on": "2023-06-12", "reference": "EX-1", "district": "example"}
END = dt.date(2024, 12, 31)
RATE = Fraction(5_16, 100_00)
"""The yield of the week that ended on June 9, 2023, the last one before interest begins on June 16."""


@pytest.fixture
def in_debt(office: Office) -> str:
    """A case in which D-1 was ordered on June 1, 2023 to pay V-1 $100,000.00, and has not."""
    case_id = office.open(on="2023-05-01")
    office.enter(case_id, "victim", {"on": "2023-05-01", "reference": "V-1"})
    office.enter(case_id, "defendant", {"on": "2023-05-01", "reference": "D-1"})
    amounts = {"V-1": "100000.00"}
    owed = {"obligor": "D-1", "judgment_on": "2023-06-01", "amounts": amounts}
    awards = [{"obligee": "V-1", "amount": "100000.00"}]
    order = {**ORDER, "on": "2023-06-01", "awards": awards, "liabilities": [owed]}
    office.enter(case_id, "order", order)
    return case_id


def _interest(book: Book) -> int:
    return book.owed_by("D-1", END, law.encoded()).accrued.interest


def _stated(office: Office, case_id: str, **positions: str) -> None:
    office.enter(case_id, "case", CASE | {"positions": positions})


def test_a_position_stated_in_the_case_changes_what_is_computed(
    office: Office, in_debt: str
) -> None:
    with book(office.desk(), in_debt) as found:
        before = _interest(found)

    _stated(office, in_debt, **{DAY_COUNT: "actual_year"})

    with book(office.desk(), in_debt) as found:
        after = _interest(found)
        assert dict(found.choices) == {DAY_COUNT: "actual_year"}
    # June 16, 2023 to December 31, 2024: 199 days of 2023 and 366 of 2024.
    assert before == round(10_000_000 * RATE * (199 + 366) / 365)
    assert after == round(10_000_000 * RATE * (Fraction(199, 365) + 1))


def test_it_holds_for_every_way_of_reading_the_case(office: Office, in_debt: str) -> None:
    _stated(office, in_debt, **{DAY_COUNT: "actual_year"})
    with book(office.desk(), in_debt) as found:
        stated = _interest(found)
        corrected = Book.replay(found.entries)
    office.session.commit()
    books.forget_all()

    with book(office.desk(), in_debt) as found:
        assert _interest(found) == stated
        assert _interest(corrected) == stated
    with book(office.desk(), in_debt, as_of=END) as found:
        assert _interest(found) == stated
    with book(office.desk(), in_debt, known=4) as found:
        assert _interest(found) > stated


def test_taking_it_back_is_a_further_version(office: Office, in_debt: str) -> None:
    with book(office.desk(), in_debt) as found:
        default = _interest(found)
    _stated(office, in_debt, **{DAY_COUNT: "actual_year"})

    _stated(office, in_debt)

    with book(office.desk(), in_debt) as found:
        assert _interest(found) == default
        assert dict(found.choices) == {}


def test_what_was_applied_under_an_earlier_position_is_no_finding(
    office: Office, in_debt: str
) -> None:
    office.enter(in_debt, "payment", payment("110000.00", on="2024-12-31"))
    _stated(office, in_debt, **{DAY_COUNT: "actual_year"})

    with book(office.desk(), in_debt) as found:
        assert found.audit(law.encoded()) == ()


def test_an_archive_takes_it_along(office: Office, in_debt: str) -> None:
    _stated(office, in_debt, **{DAY_COUNT: "actual_year"})
    with book(office.desk(), in_debt) as found:
        stated = _interest(found)
    content = export_case(office.desk(), in_debt)
    office.session.commit()
    made = store.add_organization(office.session, name="Another office", at=AT)
    elsewhere = Office(office.session, made.id)

    import_case(elsewhere.desk(Role.PROSECUTOR), content)

    with book(elsewhere.desk(), in_debt) as found:
        assert _interest(found) == stated
        assert export_case(elsewhere.desk(), in_debt) == content


@pytest.mark.parametrize(
    ("positions", "field", "code"),
    [
        ({"liquidated_damages": "exclude"}, "positions.liquidated_damages", "unknown_position"),
        ({"no_such": "once"}, "positions.no_such", "unknown_position"),
        ({"joint_interest": "twice"}, "positions.joint_interest", "unknown_option"),
    ],
)
def test_what_is_not_registered_is_refused_by_its_name(
    office: Office, positions: dict[str, str], field: str, code: str
) -> None:
    with pytest.raises(InvalidEntryError) as refused:
        office.open(positions=positions)
    assert [(p.field, p.code) for p in refused.value.problems] == [(field, code)]


@pytest.mark.parametrize("positions", [[], "once", {"joint_interest": 1}, {"A B": "x"}])
def test_what_is_no_option_by_position_is_refused(office: Office, positions: Any) -> None:  # noqa: ANN401
    with pytest.raises(InvalidEntryError) as refused:
        office.open(positions=positions)
    assert all(isinstance(p, Problem) for p in refused.value.problems)
    assert {p.field.partition(".")[0] for p in refused.value.problems} == {"positions"}
