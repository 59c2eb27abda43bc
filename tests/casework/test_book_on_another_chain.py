"""A kept book that is ahead on a chain that was never committed is not cut back to another's head."""

from collections.abc import Callable
from dataclasses import replace

from remedies import store
from remedies.casework import books
from remedies.casework.cases import book, entered, statement
from remedies.wire.statement import statement_json
from tests.casework.offices import Office, draft, payment
from tests.databases import (
    database,
    database_url,
    migrated_file,
    migrated_template,
    postgresql,
)

__all__ = ["database", "database_url", "migrated_file", "migrated_template", "postgresql"]


def test_what_was_rolled_back_is_forgotten_when_others_commit_as_many_entries(
    office: Office, case_id: str, sessions: Callable[[], store.Session]
) -> None:
    office.session.commit()
    with sessions() as session:  # another process commits one, which this one has not seen
        desk = replace(office.desk(), session=session)
        here = dict(books._KEPT)  # noqa: SLF001 - the books of this process
        books.forget_all()
        entered(desk, case_id, draft("payment", payment("100.00")))
        there = dict(books._KEPT)  # noqa: SLF001
        session.rollback()
        books.forget_all()
        books._KEPT.update(here)  # noqa: SLF001
    with sessions() as session:
        desk = replace(office.desk(), session=session)
        entered(desk, case_id, draft("payment", payment("7.00")))
        session.commit()

    books.forget_all()
    books._KEPT.update(there)  # noqa: SLF001 - ahead by 100.00, on a chain that is not the journal's
    assert there[case_id].head.seq == 7
    with sessions() as session:
        desk = replace(office.desk(), session=session)
        with book(desk, case_id) as found:
            assert found.money_in == 700
            day = found.last_on
        kept = statement_json(statement(desk, case_id, as_of=day))
        books.forget_all()
        assert statement_json(statement(desk, case_id, as_of=day)) == kept


def test_a_book_further_ahead_on_another_chain_is_made_anew(
    office: Office, case_id: str, sessions: Callable[[], store.Session]
) -> None:
    office.session.commit()
    books.forget_all()
    with sessions() as session:
        desk = replace(office.desk(), session=session)
        for amount in ("100.00", "200.00"):
            entered(desk, case_id, draft("payment", payment(amount)))
        ahead = dict(books._KEPT)  # noqa: SLF001
        session.rollback()
    books.forget_all()
    with sessions() as session:
        desk = replace(office.desk(), session=session)
        entered(desk, case_id, draft("payment", payment("7.00")))
        session.commit()

    books.forget_all()
    books._KEPT.update(ahead)  # noqa: SLF001 - at entry 8; the journal ends at another entry 7
    assert ahead[case_id].head.seq == 8
    with sessions() as session:
        desk = replace(office.desk(), session=session)
        with book(desk, case_id) as found:
            assert found.money_in == 700
