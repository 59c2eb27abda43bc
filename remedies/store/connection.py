"""The database connection: an embedded SQLite file by default, PostgreSQL when a deployment says so."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.exc import SQLAlchemyError

_PRAGMAS: Final[Mapping[str, str]] = {
    "busy_timeout": "5000",  # milliseconds; first, so that switching to WAL waits too
    "journal_mode": "WAL",
    "synchronous": "FULL",  # with NORMAL a power cut loses what was acknowledged
    "foreign_keys": "ON",
    "secure_delete": "ON",  # what is deleted is overwritten
}


def engine(url: str) -> Engine:
    """Return an engine for ``url``; connects to nothing yet.

    The folder of an SQLite file is made when it is missing, readable by its owner only.

    Raises:
        sqlalchemy.exc.ArgumentError: the address is not one of a database.

    """
    address = make_url(url)
    made = create_engine(address, pool_pre_ping=True)
    if address.get_backend_name() == "sqlite":
        if address.database and address.database != ":memory:":
            with suppress(OSError):  # a connection will then say that it cannot be made
                folder = Path(address.database).resolve().parent
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        event.listen(made, "connect", _prepare)
    return made


def answers(database: Engine) -> bool:
    """Return whether the database answers ``SELECT 1``."""
    try:
        with database.connect() as connection:
            return bool(connection.scalar(text("SELECT 1")) == 1)
    except (SQLAlchemyError, OSError):
        return False


def _prepare(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's own class
    cursor = connection.cursor()
    try:
        for name, value in _PRAGMAS.items():
            cursor.execute(f"PRAGMA {name} = {value}")
    finally:
        cursor.close()
