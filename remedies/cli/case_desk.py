"""Where the command line works on cases: the local database, the operator, the clock, one transaction.

Whoever can open the database is its operator, and works for one organization. There is no token: entries
name ``operator`` as their actor, and the audit trail notes what was done as it does for tokens.
"""

import argparse
import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from remedies import store
from remedies.casework import cases as casework
from remedies.casework.cases import Caller, Desk, Role
from remedies.errors import (
    ForbiddenError,
    LedgerError,
    NotFoundError,
    Problem,
    RemediesError,
    UnreadableError,
)
from remedies.ledger.entries import KINDS
from remedies.store.migrations import migrate

ACTOR: Final = "operator"
DATABASE: Final = "sqlite:///var/remedies.db"
KEY_FILE: Final = "var/remedies.key"
_ID: Final = re.compile(r"[0-9a-f]{32}", re.ASCII)
_SQLITE: Final = re.compile(r"sqlite(?:\+[a-z]+)?:///([^?]+)", re.ASCII)
_MAKES: Final = "create_organization"
"""The one work that begins a database: everything else needs an organization in it."""


class UnavailableError(RemediesError):
    """The database cannot be reached, or another writer holds it."""

    code = "database_unavailable"


def now() -> dt.datetime:
    """Return the instant at which an entry is recorded, in UTC."""
    return dt.datetime.now(dt.UTC)  # noqa: TID251 - a face asks the clock; nothing computed depends on it


def today() -> dt.date:
    """Return today's date in UTC."""
    return now().date()


@contextmanager
def session_of(options: argparse.Namespace) -> Iterator[store.Session]:
    """Give a session of the database whose tables are up to date; commit it unless an error leaves it.

    Raises:
        NotFoundError: there is no file of that name, and the command is not the one that makes it.
        UnavailableError: the database cannot be reached or written.

    """
    url = options.database or os.environ.get("DATABASE_URL") or DATABASE
    if options.work != _MAKES and not _there(url):
        message = (
            "there is no database at that address: look at --database or DATABASE_URL, or begin one: "
            "remedies case organization create NAME"
        )
        raise NotFoundError(message)
    try:
        database = store.engine(url)
        migrate(database)
        with store.sessions(database)() as session:
            yield session
            session.commit()
    except ImportError as error:
        message = "the database's address names no driver that is installed; look at --database"
        raise UnavailableError(message) from error
    except store.DatabaseError as error:
        again = "another program is writing to it: try again" if store.try_again(error) else ""
        message = f"the database cannot be used; {again or 'look at --database or DATABASE_URL'}"
        raise UnavailableError(message) from error


def _there(url: str) -> bool:
    """Return whether the file of an SQLite database is there; of others only a connection can say it."""
    found = _SQLITE.fullmatch(url.partition("?")[0])
    return found is None or found[1] == ":memory:" or Path(found[1]).exists()


@contextmanager
def desk_of(
    options: argparse.Namespace, role: Role = Role.SYSTEM, *, keys: bool = False
) -> Iterator[Desk]:
    """Give the operator's desk; what is done at it is committed at its end.

    Args:
        options: of the command.
        role: in which the operator acts: ``system``, or ``prosecutor`` where identities are concerned.
        keys: whether identities or papers are read or written.

    Raises:
        KeysError: the keys cannot be used.
        NotFoundError: there is no such organization, or it must be said which.

    """
    loaded = keys_of(os.environ) if keys else None
    try:
        with session_of(options) as session:
            yield _desk(session, options, role, loaded)
    except (ForbiddenError, LedgerError) as error:
        with session_of(options) as session:
            _refused(_desk(session, options, role), options, error.code)
        raise


def _desk(
    session: store.Session, options: argparse.Namespace, role: Role, keys: store.Keys | None = None
) -> Desk:
    caller = Caller(organization=organization_of(session, options), role=role, actor=ACTOR)
    return Desk(session=session, caller=caller, at=now(), keys=keys)


def _refused(desk: Desk, options: argparse.Namespace, outcome: str) -> None:
    """Note in the audit trail what the role or the book refused."""
    kind = getattr(options, "kind", "")
    action = f"enter {kind}" if kind in KINDS else str(options.work).replace("_", " ")
    try:
        named = getattr(options, "case", None)
        case_id = case_of(desk, named) if named else ""
    except RemediesError:
        case_id = ""
    desk.audit(action, case_id, outcome=outcome)


def keys_of(environment: Mapping[str, str]) -> store.Keys:
    """Return the keys of identities and papers, from the environment or the file.

    Raises:
        KeysError: they cannot be used.

    """
    return store.Keys.load(environment, Path(environment.get("REMEDIES_KEY_FILE") or KEY_FILE))


def organization_of(session: store.Session, options: argparse.Namespace) -> str:
    """Return the id of the organization that is named, or of the only one.

    Raises:
        NotFoundError: there is none of that name, none at all, or several.

    """
    name = options.organization or os.environ.get("REMEDIES_ORGANIZATION")
    known = store.organizations(session)
    found = [one.id for one in known if name in {None, one.name, one.id}]
    if len(found) == 1:
        return found[0]
    if not known:
        message = "there is no organization yet: remedies case organization create NAME"
    elif name is None:
        message = f"say which organization: --organization, one of {_names(known)}"
    else:
        message = f"there is no organization of that name; there are {_names(known)}"
    raise NotFoundError(message)


def case_of(desk: Desk, name: str) -> str:
    """Return the id of a case that is named by its id, or by its reference.

    Raises:
        NotFoundError: there is no such case.
        UnreadableError: several districts have a case of that reference.

    """
    if _ID.fullmatch(name):
        return name
    found: list[store.CaseRow] = []
    after: str | None = None
    while page := casework.cases(desk, store.Chosen(reference=name), after=after):
        found += [row for row in page if row.reference == name]
        after = page[-1].id
    if not found:
        message = "the organization has no case of that reference; `remedies case list` names them"
        raise NotFoundError(message)
    if len(found) > 1:
        ids = ", ".join(f"{row.id} ({row.district or 'no district'})" for row in found)
        message = f"several districts have a case of that reference; give its id: {ids}"
        raise UnreadableError(message, problems=[Problem("case", "choose", message)])
    return found[0].id


def _names(known: tuple[store.Organization, ...]) -> str:
    return ", ".join(one.name for one in known)
