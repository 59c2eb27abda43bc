"""Rows to store; no person in them is real."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Engine, text

from remedies.store import JournalRow
from tests.store.posting import AT, payment

__all__ = ["AT", "LATER", "payment", "payments", "tampered"]

LATER = AT + dt.timedelta(days=1)


def payments(first: int, last: int) -> tuple[JournalRow, ...]:
    return tuple(payment(seq, seq * 100) for seq in range(first, last + 1))


def tampered(database: Engine, table: str, statements: Sequence[str]) -> None:
    """Do what only the database's owner can: set the triggers of a table aside, and change it."""
    with database.begin() as connection:
        if database.dialect.name == "postgresql":
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        else:
            names = connection.execute(
                text(
                    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table"
                ),
                {"table": table},
            ).scalars()
            for name in list(names):
                connection.execute(text(f"DROP TRIGGER {name}"))
        for statement in statements:
            assert connection.exec_driver_sql(statement).rowcount == 1, statement
