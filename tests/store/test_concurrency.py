"""Many at once: one key makes one entry, one head is followed once, and nobody waits for ever."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from remedies.errors import ConflictError
from tests.databases import new_database
from tests.store.posting import posted
from tests.store.rows import AT, payments

Sessions = sessionmaker[Session]
T = TypeVar("T")


def _at_once(count: int, run: Callable[[int], T]) -> list[T]:
    """Run something many times, all started together, and return the results."""
    ready = threading.Barrier(count)

    def started(number: int) -> T:
        ready.wait()
        return run(number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(started, range(count)))


def test_two_hundred_posts_of_one_payment_make_one_entry(
    database: store.Engine, sessions: Sessions, case: store.CaseRow
) -> None:
    answers = _at_once(
        200, lambda _: posted(database, case.organization, case.id, "key-1", 500_00)
    )
    assert answers == [store.Answer(status=201, body='{"seq":1}')] * 200
    with sessions() as session:
        assert len(store.journal(session, case.organization, case.id)) == 1
        assert len(store.audit(session, case.organization)) == 1


def test_posts_of_many_payments_at_once_make_one_chain(
    database: store.Engine, sessions: Sessions, case: store.CaseRow
) -> None:
    answers = _at_once(
        60, lambda n: posted(database, case.organization, case.id, f"key-{n}", n + 1)
    )
    assert len({answer.body for answer in answers}) == 60
    with sessions() as session:
        rows = store.journal(session, case.organization, case.id)
        assert [row.seq for row in rows] == list(range(1, 61))
        assert {row.cents for row in rows} == set(range(1, 61))
        head = store.head_of(case.id, rows)
        assert store.journal_problems(session, case.organization, case.id, head) == ()
        assert store.audit_problems(session, case.organization) == ()


def test_of_two_who_append_at_one_head_one_is_told_of_a_conflict(
    sessions: Sessions, case: store.CaseRow
) -> None:
    def appended(_: int) -> str:
        try:
            with sessions.begin() as session:
                store.append(session, case, payments(1, 1))
        except ConflictError as error:
            return error.code
        return "done"

    assert sorted(_at_once(2, appended)) == ["conflict", "done"]
    with sessions() as session:
        assert len(store.journal(session, case.organization, case.id)) == 1


def test_a_case_is_opened_once(sessions: Sessions, organization: str) -> None:
    def opened(_: int) -> str:
        try:
            with sessions.begin() as session:
                store.open_case(session, organization, reference="C-1", district="mad", at=AT)
        except ConflictError as error:
            return error.code
        return "done"

    assert sorted(_at_once(8, opened)) == ["conflict"] * 7 + ["done"]


def test_who_locks_a_case_reads_what_was_committed_before(
    sessions: Sessions, case: store.CaseRow
) -> None:
    with sessions() as first:
        store.case(first, case.organization, case.id)  # begins its transaction by reading
        with sessions.begin() as other:
            store.append(other, case, payments(1, 1))
        locked = store.lock_case(first, case.organization, case.id)
        assert locked is not None
        assert locked.head.seq == 1
        store.append(first, locked, payments(2, 2))
        first.commit()


def test_reading_does_not_wait_for_a_writer(sessions: Sessions, case: store.CaseRow) -> None:
    with sessions() as writer, sessions() as reader:
        locked = store.lock_case(writer, case.organization, case.id)
        assert locked is not None
        store.append(writer, locked, payments(1, 1))
        assert store.journal(reader, case.organization, case.id) == ()
        writer.commit()


def test_cases_of_one_organization_are_written_side_by_side_on_postgresql(
    postgresql: str, migrated_template: str
) -> None:
    with new_database(postgresql, migrated_template) as url:
        database = store.engine(url)
        _side_by_side(store.sessions(database))
        database.dispose()


def _side_by_side(made: Sessions) -> None:
    with made.begin() as session:
        organization = store.add_organization(session, name="An office", at=AT).id
        one, other = (
            store.open_case(session, organization, reference=name, district="", at=AT)
            for name in ("C-1", "C-2")
        )
    row = store.AuditRow(at=AT, actor="a", role="system", action="payment.write")
    with made() as first, made() as second:
        for session, case in ((first, one), (second, other)):
            locked = store.lock_case(session, organization, case.id)
            assert locked is not None
            assert store.remember(session, organization, case.id, "0" * 64, at=AT) is None
            store.append(session, locked, payments(1, 1))
            store.audited(session, organization, row)
        second.commit()
        first.commit()
        assert store.audit_problems(first, organization) == ()


def test_a_writer_who_waits_too_long_is_told_to_try_again(
    tmp_path: Path, migrated_file: Path
) -> None:
    path = tmp_path / "busy.db"
    path.write_bytes(migrated_file.read_bytes())
    database = store.engine(f"sqlite:///{path}")
    made = store.sessions(database)
    with made() as writer, made() as waiting:
        store.writing(writer)
        waiting.connection().exec_driver_sql("PRAGMA busy_timeout = 50")
        with pytest.raises(store.DatabaseError) as caught:
            store.writing(waiting)
        assert store.try_again(caught.value)
        assert store.away(caught.value)
        waiting.rollback()
        writer.rollback()
        waiting.connection().exec_driver_sql("PRAGMA busy_timeout = 5000")
        store.add_organization(waiting, name="An office", at=AT)
        waiting.commit()
    database.dispose()


def test_what_cannot_succeed_is_not_tried_again(sessions: Sessions) -> None:
    with sessions() as session, pytest.raises(store.DatabaseError) as caught:
        store.open_case(session, "none", reference="x" * 61, district="", at=AT)
    assert not store.try_again(caught.value)
    assert not store.away(caught.value)
    assert not store.try_again(ValueError())
    assert not store.away(ValueError())
