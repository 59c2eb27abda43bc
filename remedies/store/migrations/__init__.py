"""Migrations: the numbered steps that make the tables, and the functions that take them.

    from remedies.store.migrations import migrate

Nothing else has to be set up: the steps are part of the package, and no alembic.ini is needed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from remedies.errors import RemediesError
from remedies.store.connection import writing_on

_LOCK: Final = 0x52_45_4D_45_44_49_45_53
"""The advisory lock of PostgreSQL under which one process at a time migrates."""


class MigrationError(RemediesError):
    """The database cannot be brought to the version asked for; it is as it was."""

    code = "migration_refused"


def migrate(database: Engine) -> str:
    """Bring the database to this program's version, in one transaction; return the version.

    Any number of processes may do so at once: one migrates, the others wait and find it done.

    Raises:
        MigrationError: the database was made by a newer version of the program.

    """
    steps = ScriptDirectory.from_config(_config())
    newest = str(steps.get_current_head())
    with database.connect() as connection:
        now = _version(connection)
    if now == newest:
        return newest
    if now is not None and now not in {step.revision for step in steps.walk_revisions()}:
        message = (
            f"the database has version {now}, which this program does not know: update the program"
        )
        raise MigrationError(message)
    with _alone(database) as connection:
        command.upgrade(_config(connection), "head")
    return newest


def go_back(database: Engine, to: str) -> None:
    """Bring the database back to an earlier version (``base``: no tables), in one transaction.

    Raises:
        MigrationError: a step back would destroy rows that nothing else holds; nothing is changed.

    """
    with _alone(database) as connection:
        command.downgrade(_config(connection), to)


def version(database: Engine) -> str | None:
    """Return the version that the database has; None before its first migration."""
    with database.connect() as connection:
        return _version(connection)


def refuse_unless_empty(connection: Connection, *tables: str) -> None:
    """Refuse a step back while a table that it would drop has rows.

    Raises:
        MigrationError: naming the tables that have.

    """
    full = [name for name in tables if connection.scalar(text(f"SELECT 1 FROM {name} LIMIT 1"))]  # noqa: S608
    if full:
        message = (
            f"going back would destroy what is in {', '.join(full)}: restore a backup instead"
        )
        raise MigrationError(message)


def _version(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


@contextmanager
def _alone(database: Engine) -> Iterator[Connection]:
    with database.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        writing_on(connection)
        yield connection


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
