"""A long journal is read before its case is locked; what a corrected payment is applied to."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from remedies import store
from remedies.casework import books
from remedies.casework.cases import Role, book, entered
from remedies.casework.entering import read_ahead
from remedies.errors import NotFoundError
from remedies.ledger.entries import Payment
from tests.casework.offices import Office, draft, payment
from tests.databases import (
    database,
    database_url,
    migrated_file,
    migrated_template,
    postgresql,
)

__all__ = ["database", "database_url", "migrated_file", "migrated_template", "postgresql"]


def test_the_book_is_read_before_the_case_is_locked(
    office: Office, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.session.commit()
    books.forget_all()
    read: list[bool] = []
    lock_case = store.lock_case

    def locked(session: store.Session, organization: str, of: str) -> store.CaseRow | None:
        read.append(books.is_kept(of))
        return lock_case(session, organization, of)

    monkeypatch.setattr(store, "lock_case", locked)
    entry = office.enter(case_id, "payment", payment("1.00"))

    assert read == [True]
    assert entry.seq == 7


def test_what_comes_in_after_a_book_was_read_ahead_is_in_it_once_the_case_is_locked(
    office: Office, case_id: str, sessions: Callable[[], store.Session]
) -> None:
    office.session.commit()
    books.forget_all()
    read_ahead(office.desk(), case_id)
    office.session.rollback()
    here = dict(books._KEPT)  # noqa: SLF001 - another process has others
    books.forget_all()
    with sessions() as session:
        entered(
            replace(office.desk(), session=session), case_id, draft("payment", payment("9.00"))
        )
        session.commit()
    books._KEPT.clear()  # noqa: SLF001
    books._KEPT.update(here)  # noqa: SLF001

    entry = office.enter(case_id, "payment", payment("1.00"))

    assert (here[case_id].head.seq, entry.seq) == (8, 8)
    with book(office.desk(), case_id) as found:
        assert found.money_in == 1000


def test_reading_ahead_tells_nothing_of_a_case_that_the_caller_may_not_see(
    office: Office, case_id: str
) -> None:
    office.enter(case_id, "seal", {"on": "2024-05-01", "sealed": True}, Role.PROSECUTOR)
    office.session.commit()
    for name in (case_id, "0" * 32):
        books.forget_all()
        with pytest.raises(NotFoundError):
            read_ahead(office.desk(Role.AUDITOR), name)
        assert not books.is_kept(name)


def test_a_corrected_payment_is_applied_as_if_the_first_had_never_come(
    office: Office, case_id: str
) -> None:
    first = office.enter(case_id, "payment", payment("900.00", reference="PAY-1"))
    right = payment("960.00", reference="PAY-1", corrects=first.seq)

    entry = office.enter(case_id, "payment", right)

    assert isinstance(entry.body, Payment)
    # 960.00 of an order of 600.00, 300.00 and 100.00; with the first one's 900.00 only 100.00 were left.
    assert entry.body.applied.principal == {"V-1": 57_600, "V-2": 28_800, "V-3": 9_600}
    assert entry.body.applied.unapplied == 0
