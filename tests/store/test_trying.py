"""Others in the way of a transaction are waited for once: one time for all tries, of reads and writes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from tests.store.posting import AT


class Clock:
    """A clock on which only work and pauses take time."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def patience(self, **given: float) -> store.Patience:
        return store.Patience(clock=lambda: self.now, sleep=self.sleep, **given)  # type: ignore[arg-type]

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def busy(tmp_path: Path, migrated_file: Path) -> Iterator[tuple[sessionmaker[Session], str]]:
    """A database that another program keeps locked for writing, and an organization in it."""
    path = tmp_path / "busy.db"
    path.write_bytes(migrated_file.read_bytes())
    database = store.engine(f"sqlite:///{path}")
    made = store.sessions(database)
    with made.begin() as session:
        organization = store.add_organization(session, name="An office", at=AT).id
    with made() as other:
        store.writing(other)
        yield made, organization
    database.dispose()


def refused(error: Exception) -> bool:
    return isinstance(error, store.DatabaseError) and store.try_again(error)


def locked(session: Session) -> None:
    """Fail as SQLite does when another program has its lock."""
    session.connection().exec_driver_sql("PRAGMA busy_timeout = 0")
    store.writing(session)


def test_a_transaction_is_tried_again_until_its_time_is_over(
    busy: tuple[sessionmaker[Session], str],
) -> None:
    clock, tries = Clock(), 0

    def work(session: Session) -> None:
        nonlocal tries
        tries += 1
        clock.now += 3
        locked(session)

    with pytest.raises(store.DatabaseError) as caught:
        store.tried(busy[0], work, clock.patience(seconds=8))
    assert refused(caught.value)
    assert tries == 3
    assert len(clock.slept) == 2


def test_a_transaction_is_tried_five_times_at_most(
    busy: tuple[sessionmaker[Session], str],
) -> None:
    clock, tries = Clock(), 0

    def work(session: Session) -> None:
        nonlocal tries
        tries += 1
        locked(session)

    with pytest.raises(store.DatabaseError):
        store.tried(busy[0], work, clock.patience())
    assert tries == 5
    assert sum(clock.slept) < 1


def test_each_try_waits_no_longer_than_what_is_left(
    busy: tuple[sessionmaker[Session], str],
) -> None:
    clock = Clock()
    waits: list[int | None] = []

    def work(session: Session) -> None:
        waits.append(session.scalar(text("PRAGMA busy_timeout")))
        clock.now += 2.5
        locked(session)

    with pytest.raises(store.DatabaseError):
        store.tried(busy[0], work, clock.patience(seconds=8, pause=0))
    assert waits == [8000, 5500, 3000, 500]


def test_a_read_waits_for_its_audit_row_within_the_same_time(
    busy: tuple[sessionmaker[Session], str],
) -> None:
    made, organization = busy
    row = store.AuditRow(at=AT, actor="a", role="system", action="read case")
    tries = 0

    def work(session: Session) -> None:
        nonlocal tries
        tries += 1
        store.audited(session, organization, row)

    with pytest.raises(store.DatabaseError) as caught:
        store.tried(made, work, store.Patience(seconds=0.05))
    assert refused(caught.value)
    assert tries == 1


def test_who_only_looks_whether_the_database_answers_does_not_wait(
    busy: tuple[sessionmaker[Session], str],
) -> None:
    assert store.answers(busy[0].kw["bind"])


def test_what_succeeds_is_committed_once_and_what_cannot_succeed_is_tried_once(
    sessions: sessionmaker[Session],
) -> None:
    tries = 0

    def work(session: Session) -> str:
        nonlocal tries
        tries += 1
        return store.add_organization(session, name="Another office", at=AT).id

    found = store.tried(sessions, work)
    with sessions() as session:
        assert found in {each.id for each in store.organizations(session)}

    def wrong(session: Session) -> None:
        nonlocal tries
        tries += 1
        store.open_case(session, "none", reference="x" * 61, district="", at=AT)

    with pytest.raises(store.DatabaseError):
        store.tried(sessions, wrong)
    assert tries == 2


def test_a_case_that_others_keep_locked_is_waited_for_no_longer_either(
    sessions: sessionmaker[Session], case: store.CaseRow
) -> None:
    with sessions() as other:
        store.lock_case(other, case.organization, case.id)
        with pytest.raises(store.DatabaseError) as caught:
            store.tried(
                sessions,
                lambda session: store.lock_case(session, case.organization, case.id),
                store.Patience(seconds=0.05),
            )
    assert refused(caught.value)
