"""Adding a row that may be there already."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Executable, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from remedies.store.connection import writing


def added(session: Session, table: Table[Any], values: Mapping[str, Any]) -> bool:
    """Add a row unless one has its key; return whether it was added.

    Waits while another transaction adds a row of that key, until it is known whether that one stays.
    """
    writing(session)
    statement = _statement(table, session.get_bind().dialect.name)
    return session.execute(statement, dict(values)).first() is not None


@cache
def _statement(table: Table[Any], dialect: str) -> Executable:
    insert = (postgresql if dialect == "postgresql" else sqlite).insert(table)
    found: Executable = insert.on_conflict_do_nothing().returning(*table.primary_key.columns)
    return found
