"""The database itself refuses to change or remove an entry or a row of an audit trail."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from tests.store.rows import AT, payments

Sessions = sessionmaker[Session]
REFUSED = "are never changed or removed"
UNLINKED = "does not follow the last one"


@pytest.fixture
def full(sessions: Sessions, case: store.CaseRow) -> store.CaseRow:
    with sessions.begin() as session:
        for _ in range(3):
            store.audited(
                session,
                case.organization,
                store.AuditRow(at=AT, actor="token-1", role="system", action="case.read"),
            )
        return store.append(session, case, payments(1, 3))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET cents = 1 WHERE seq = 2",
        "UPDATE entries SET seq = seq",
        "DELETE FROM entries WHERE seq = 3",
        "DELETE FROM entries",
        "UPDATE audit SET outcome = 'refused' WHERE seq = 1",
        "DELETE FROM audit WHERE seq = 2",
    ],
)
def test_a_change_is_refused(database: store.Engine, full: store.CaseRow, statement: str) -> None:
    assert full.head.seq == 3
    with pytest.raises(DBAPIError, match=REFUSED), database.begin() as connection:
        connection.execute(text(statement))
    with store.sessions(database)() as session:
        assert store.journal(session, full.organization, full.id) == payments(1, 3)
        assert len(store.audit(session, full.organization)) == 3


@pytest.mark.parametrize("table", ["entries", "audit"])
def test_a_table_cannot_be_emptied(
    database: store.Engine, full: store.CaseRow, table: str
) -> None:
    assert full.head.seq == 3
    emptied = "DELETE FROM" if database.dialect.name == "sqlite" else "TRUNCATE"
    with pytest.raises(DBAPIError, match=REFUSED), database.begin() as connection:
        connection.execute(text(f"{emptied} {table}"))


@pytest.mark.parametrize("seq", [3, 5])
@pytest.mark.parametrize("table", ["entries", "audit"])
def test_a_row_out_of_its_place_is_refused(
    database: store.Engine, full: store.CaseRow, table: str, seq: int
) -> None:
    assert full.head.seq == 3
    statement = _copied(table, str(seq), "digest", f"'{'1' * 64}'")
    with pytest.raises(DBAPIError, match=UNLINKED), database.begin() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize("table", ["entries", "audit"])
def test_a_row_with_another_link_is_refused(
    database: store.Engine, full: store.CaseRow, table: str
) -> None:
    assert full.head.seq == 3
    statement = _copied(table, "seq + 1", f"'{'1' * 64}'", "digest")
    with pytest.raises(DBAPIError, match=UNLINKED), database.begin() as connection:
        connection.execute(text(statement))


def test_a_row_cannot_be_replaced(database: store.Engine, full: store.CaseRow) -> None:
    assert full.head.seq == 3
    statement = _copied("entries", "seq", "previous", "digest")
    if database.dialect.name == "sqlite":
        statement = statement.replace("INSERT", "INSERT OR REPLACE")
    else:
        statement += " ON CONFLICT (organization, case_id, seq) DO UPDATE SET cents = 1"
    with pytest.raises(DBAPIError, match=UNLINKED), database.begin() as connection:
        connection.execute(text(statement))


def test_a_case_with_entries_cannot_be_deleted(
    database: store.Engine, full: store.CaseRow
) -> None:
    with (
        pytest.raises(DBAPIError, match=r"(?i)foreign key"),
        database.begin() as connection,
    ):
        connection.execute(text("DELETE FROM cases WHERE id = :id"), {"id": full.id})


def _copied(table: str, seq: str, previous: str, digest: str) -> str:
    """Return a statement that adds the last row again with some columns changed."""
    columns = {
        "entries": "organization, case_id, kind, subject, on_date, recorded_at, actor, corrects, "
        "cents, body",
        "audit": "organization, at, actor, role, action, case_id, subject, outcome",
    }[table]
    return (
        f"INSERT INTO {table} ({columns}, seq, previous, digest) "  # noqa: S608
        f"SELECT {columns}, {seq}, {previous}, {digest} FROM {table} "
        f"WHERE seq = (SELECT max(seq) FROM {table})"
    )
