"""A backup of an SQLite database: a whole copy as of one moment, taken while others write."""

from pathlib import Path

from sqlalchemy import Engine

from remedies.errors import RemediesError


class BackupError(RemediesError):
    """A backup cannot be taken in this way."""

    code = "backup"


def back_up(database: Engine, to: Path) -> None:
    """Write a copy of an SQLite database to a new file, readable by its owner only.

    A copy of the file by other means misses what stands in the log beside it.

    Raises:
        BackupError: the database is not SQLite; PostgreSQL has ``pg_dump``.
        FileExistsError: the file is there; nothing is overwritten.
        OSError: the file cannot be made.

    """
    if database.dialect.name != "sqlite":
        message = "this is for SQLite; back PostgreSQL up with pg_dump"
        raise BackupError(message)
    to.touch(mode=0o600, exist_ok=False)  # VACUUM INTO takes an empty file, and keeps its mode
    with database.connect() as connection:
        # By the driver's own cursor: outside of any transaction, as VACUUM must be.
        connection.connection.cursor().execute("VACUUM INTO ?", (str(to),))
