"""Cases are opened once, listed page by page, and locked while somebody appends."""

import datetime as dt

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from remedies.errors import ConflictError
from remedies.store import Chosen
from tests.store.rows import AT, payments

Sessions = sessionmaker[Session]


@pytest.fixture
def many(sessions: Sessions, organization: str) -> tuple[store.CaseRow, ...]:
    """Ten cases in two districts, opened day by day but for two at the same instant."""
    with sessions.begin() as session:
        return tuple(
            store.open_case(
                session,
                organization,
                reference=f"{'1:26' if number < 7 else 'x_26'}-cr-{number}",
                district="mad" if number % 2 else "cacd",
                at=AT + dt.timedelta(days=min(number, 8)),
            )
            for number in range(10)
        )


def _references(sessions: Sessions, organization: str, chosen: Chosen | None = None) -> list[str]:
    with sessions() as session:
        return [row.reference for row in store.cases(session, organization, chosen)]


def test_a_case_comes_back_as_it_was_opened(sessions: Sessions, case: store.CaseRow) -> None:
    with sessions() as session:
        assert store.case(session, case.organization, case.id) == case
        assert store.cases(session, case.organization) == (case,)
        assert store.case(session, case.organization, "0" * 32) is None
    assert case.head == store.head_of(case.id, ())


@pytest.mark.parametrize(("district", "conflicts"), [("mad", True), ("cacd", False)])
def test_a_reference_is_given_once_in_a_district(
    sessions: Sessions, case: store.CaseRow, district: str, *, conflicts: bool
) -> None:
    def opened() -> None:
        with sessions.begin() as session:
            store.open_case(session, case.organization, reference="C-1", district=district, at=AT)

    if conflicts:
        with pytest.raises(ConflictError, match="case_exists"):
            opened()
    else:
        opened()
    assert len(_references(sessions, case.organization)) == 2 - conflicts


def test_a_case_that_is_there_is_not_imported_over(
    sessions: Sessions, case: store.CaseRow
) -> None:
    with sessions() as session, pytest.raises(ConflictError, match="case_exists"):
        store.open_case(
            session,
            case.organization,
            reference="C-2",
            district="mad",
            at=AT,
            case_id=case.id,
        )


def test_what_a_list_shows_can_be_amended(sessions: Sessions, case: store.CaseRow) -> None:
    with sessions.begin() as session:
        store.open_case(session, case.organization, reference="C-2", district="mad", at=AT)
        amended = store.amend_case(session, case, reference="C-3", sealed=True)
        with pytest.raises(ConflictError, match="case_exists"):
            store.amend_case(session, amended, reference="C-2")
    with sessions() as session:
        found = store.case(session, case.organization, case.id)
    assert found == amended
    assert found is not None
    assert (found.reference, found.district, found.sealed) == ("C-3", "mad", True)


def test_pages_follow_one_another(
    sessions: Sessions, many: tuple[store.CaseRow, ...], organization: str
) -> None:
    expected = sorted(many, key=lambda row: (row.opened_at, row.id))
    found: list[store.CaseRow] = []
    with sessions() as session:
        while page := store.cases(
            session, organization, after=found[-1].id if found else None, limit=3
        ):
            assert len(page) <= 3
            found += page
            if len(found) == 3:
                store.open_case(
                    session,
                    organization,
                    reference="early",
                    district="",
                    at=AT - dt.timedelta(days=1),
                )
        assert found == expected
        assert store.cases(session, organization, after="0" * 32) == ()


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        (Chosen(district="mad"), {1, 3, 5, 7, 9}),
        (Chosen(opened_since=AT + dt.timedelta(days=7)), {7, 8, 9}),
        (Chosen(reference="1:26-cr-1"), {1}),
        (Chosen(reference="x_26"), {7, 8, 9}),
        (Chosen(reference="x%"), set()),
        (Chosen(reference="X_26"), set()),
        (Chosen(district="cacd", reference="x_26"), {8}),
        (Chosen(kind="payment"), {2, 3}),
        (Chosen(kind="payment", district="mad"), {3}),
        (Chosen(sealed=True), {4}),
        (Chosen(sealed=False, reference="1:26"), {0, 1, 2, 3, 5, 6}),
        (Chosen(ids=()), set()),
    ],
)
def test_a_list_has_what_was_asked_for(
    sessions: Sessions,
    many: tuple[store.CaseRow, ...],
    organization: str,
    chosen: Chosen,
    numbers: set[int],
) -> None:
    with sessions.begin() as session:
        for number in (2, 3):
            store.append(session, many[number], payments(1, 2))
        store.amend_case(session, many[4], sealed=True)
    found = _references(sessions, organization, chosen)
    assert sorted(found) == sorted(many[number].reference for number in numbers)


def test_a_list_can_be_of_some_cases_only(
    sessions: Sessions, many: tuple[store.CaseRow, ...], organization: str
) -> None:
    chosen = Chosen(ids=[many[5].id, many[1].id, "0" * 32])
    assert _references(sessions, organization, chosen) == ["1:26-cr-1", "1:26-cr-5"]


def test_a_case_of_no_organization_is_refused(sessions: Sessions) -> None:
    with sessions() as session, pytest.raises(IntegrityError):
        store.open_case(session, "0" * 32, reference="C-1", district="", at=AT)
