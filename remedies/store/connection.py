"""The database connection: an embedded SQLite file by default, PostgreSQL when a deployment says so.

A session reads what is committed. The first function of the store that writes makes its transaction a
writing one (:func:`writing`): on SQLite it then holds the one lock for writers, so that no read can turn
stale before it is written upon; on PostgreSQL the row of the case is locked instead.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session

_PRAGMAS: Final[Mapping[str, str]] = {
    "busy_timeout": "5000",  # milliseconds; first, so that switching to WAL waits too
    "journal_mode": "WAL",
    "synchronous": "FULL",  # with NORMAL a power cut loses what was acknowledged
    "foreign_keys": "ON",
    "secure_delete": "ON",  # what is deleted is overwritten
}
_WRITING: Final = "writing"
_TRY_AGAIN: Final = frozenset({"40001", "40P01", "55P03"})
"""PostgreSQL: serialization failure, deadlock, lock not available."""


def engine(url: str) -> Engine:
    """Return an engine for ``url``; connects to nothing yet.

    The folder of an SQLite file is made when it is missing, readable by its owner only.

    Raises:
        sqlalchemy.exc.ArgumentError: the address is not one of a database.

    """
    address = make_url(url)
    made = create_engine(
        address,
        pool_pre_ping=True,
        hide_parameters=True,  # an error never repeats what was to be stored
    )
    if address.get_backend_name() == "sqlite":
        if address.database and address.database != ":memory:":
            with suppress(OSError):  # a connection will then say that it cannot be made
                folder = Path(address.database).resolve().parent
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        event.listen(made, "connect", _prepare)
        event.listen(made, "begin", _begin)
    return made


def answers(database: Engine) -> bool:
    """Return whether the database answers ``SELECT 1``."""
    try:
        with database.connect() as connection:
            return bool(connection.scalar(text("SELECT 1")) == 1)
    except (SQLAlchemyError, OSError):
        return False


def writing(session: Session) -> None:
    """Make the session's transaction one that writes; nothing happens when it is one already.

    Every function of the store that writes calls it. What was read before it is then as old as on
    PostgreSQL at READ COMMITTED: lock the case, and read what the entry depends on after it.

    Raises:
        sqlalchemy.exc.OperationalError: another writer kept SQLite's lock too long (:func:`try_again`).

    """
    writing_on(session.connection())


def writing_on(connection: Connection) -> None:
    """Make a connection's transaction one that writes, as :func:`writing` does a session's."""
    if connection.dialect.name != "sqlite" or connection.info.get(_WRITING):
        return
    if not connection.in_transaction():
        connection.begin()
    # A transaction that has read cannot be made a writing one when another has written since: it ends here,
    # having written nothing, and another begins that is alone from its first statement.
    connection.exec_driver_sql("COMMIT")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    except SQLAlchemyError:
        connection.exec_driver_sql("BEGIN")  # for the caller to roll back
        raise
    connection.info[_WRITING] = True


def wait_at_most(session: Session, seconds: float) -> None:
    """Let the session's transaction wait for a lock of others no longer than that.

    On SQLite it holds for the connection until it is said again, on PostgreSQL until the transaction ends.
    """
    milliseconds = max(1, round(seconds * 1000))
    connection = session.connection()
    sqlite = connection.dialect.name == "sqlite"
    setting = "PRAGMA busy_timeout =" if sqlite else "SET LOCAL lock_timeout ="
    connection.exec_driver_sql(f"{setting} {milliseconds}")


def try_again(error: BaseException) -> bool:
    """Return whether the same transaction may succeed when it is tried again from its start."""
    if isinstance(error, PoolTimeoutError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    if getattr(error.orig, "sqlstate", None) in _TRY_AGAIN:
        return True
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    return name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def away(error: BaseException) -> bool:
    """Return whether the error says that the database cannot be reached, or cannot write now."""
    if not isinstance(error, DBAPIError):
        return isinstance(error, PoolTimeoutError)
    return error.connection_invalidated or isinstance(error, OperationalError)


def _prepare(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's own class
    connection.isolation_level = None  # transactions begin as _begin and writing_on say
    cursor = connection.cursor()
    try:
        for name, value in _PRAGMAS.items():
            cursor.execute(f"PRAGMA {name} = {value}")
    finally:
        cursor.close()


def _begin(connection: Connection) -> None:
    connection.info[_WRITING] = False
    connection.exec_driver_sql("BEGIN")
