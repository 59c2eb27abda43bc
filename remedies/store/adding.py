"""Adding a row that may be there already."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from remedies.store.connection import writing


def added(session: Session, table: Table[Any], values: Mapping[str, Any]) -> bool:
    """Add a row unless one has its key; return whether it was added.

    Waits while another transaction adds a row of that key, until it is known whether that one stays.
    """
    writing(session)
    postgres = session.get_bind().dialect.name == "postgresql"
    insert = (postgresql if postgres else sqlite).insert(table).values(values)
    statement = insert.on_conflict_do_nothing().returning(*table.primary_key.columns)
    return session.execute(statement).first() is not None
