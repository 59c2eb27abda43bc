"""One transaction for each request to the cases: begun, committed and tried again here and nowhere else."""

import logging
from collections.abc import Callable
from threading import Lock
from typing import Final, TypeVar

from flask import Flask, current_app

from api.errors import ProblemError
from api.settings import Settings
from remedies import store
from remedies.store import Engine, Keys, KeysError, Session
from remedies.store.migrations import MigrationError, migrate

RETRY_AFTER: Final = "2"
"""Seconds after which a client may send again what could not be done now."""

_LOG: Final = logging.getLogger("api")
Found = TypeVar("Found")


def register(app: Flask, settings: Settings) -> None:
    """Give the application its database; the first transaction brings the tables up to date."""
    app.extensions["database"] = store.engine(settings.database_url)
    app.extensions["kept"] = Kept(app.extensions["database"], settings)


class Kept:
    """What all requests of an application share: the maker of sessions, and the keys."""

    def __init__(self, database: Engine, settings: Settings) -> None:
        """Connect to nothing yet, and read no file: what stores nothing needs neither."""
        self._database = database
        self._settings = settings
        self._lock = Lock()
        self._sessions: Callable[[], Session] | None = None
        self._keys: Keys | None = None

    def session(self) -> Session:
        """Return a new session of a database whose tables are up to date.

        Raises:
            MigrationError: the database is that of a newer program.

        """
        with self._lock:
            if self._sessions is None:
                migrate(self._database)
                self._sessions = store.sessions(self._database)
        return self._sessions()

    def keys(self) -> Keys:
        """Return the keys that identities and papers are encrypted with.

        Raises:
            KeysError: they cannot be used.

        """
        with self._lock:
            if self._keys is None:
                settings = self._settings
                self._keys = Keys.load({"REMEDIES_KEY": settings.keys}, settings.key_file)
        return self._keys


def kept() -> Kept:
    """Return what the requests of the application at hand share."""
    found: Kept = current_app.extensions["kept"]
    return found


def transaction(work: Callable[[Session], Found]) -> Found:
    """Return what ``work`` finds with a session, once all that it wrote is committed.

    ``work`` may be called several times: it must change nothing but the session.

    Raises:
        ProblemError: the database does not answer, or others kept it busy through every try, which are of
            eight seconds together.

    """
    try:
        return store.tried(kept().session, work)
    except (MigrationError, KeysError, OSError) as error:
        _LOG.error("cases cannot be reached: %s", type(error).__name__)
        raise _unavailable() from None
    except Exception as error:
        if not (store.try_again(error) or store.away(error)):
            raise
        raise _unavailable() from None


def _unavailable() -> ProblemError:
    detail = "the database does not answer or is busy"
    return ProblemError(kind="unavailable", detail=detail, headers=(("Retry-After", RETRY_AFTER),))
