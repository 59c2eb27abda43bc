"""Identities: who a victim is and how to reach them, encrypted and apart from everything else."""

import datetime as dt

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.orm import Session

from remedies.store.connection import writing
from remedies.store.keys import Keys, Place
from remedies.store.tables import identities as table


def put_identity(  # noqa: PLR0913 - a row and its content
    session: Session,
    keys: Keys,
    organization: str,
    case_id: str,
    victim: str,
    *,
    content: bytes,
    at: dt.datetime,
) -> None:
    """Store a victim's identity in place of the one before, of which nothing is kept."""
    writing(session)
    key, ciphertext = keys.encrypt(content, _place(organization, case_id, victim))
    values = {"key_id": key, "ciphertext": ciphertext, "put_at": at}
    found = session.execute(
        update(table)
        .where(*_is(organization, case_id, victim))
        .values(values)
        .returning(table.c.victim)
    ).first()
    if found is None:
        scope = {"organization": organization, "case_id": case_id, "victim": victim}
        session.execute(insert(table).values({**scope, **values}))


def get_identity(
    session: Session, keys: Keys, organization: str, case_id: str, victim: str
) -> bytes | None:
    """Return a victim's identity as it was put; None when there is none, or none any more.

    Raises:
        KeysError: it was encrypted with a key that ``keys`` lacks.
        TamperedError: it is not what was put there.

    """
    found = session.execute(
        select(table.c.key_id, table.c.ciphertext).where(*_is(organization, case_id, victim))
    ).first()
    if found is None:
        return None
    key, ciphertext = found
    return keys.decrypt(key, ciphertext, _place(organization, case_id, victim))


def victims_identified(session: Session, organization: str, case_id: str) -> frozenset[str]:
    """Return the references of the case's victims who have an identity stored."""
    query = select(table.c.victim).where(
        table.c.organization == organization, table.c.case_id == case_id
    )
    return frozenset(session.scalars(query))


def purge_identity(session: Session, organization: str, case_id: str, victim: str) -> bool:
    """Destroy a victim's identity; return whether there was one.

    On SQLite its bytes are overwritten, on PostgreSQL when the row is vacuumed; backups keep it until they
    are destroyed by their own rule (docs/operations.md).
    """
    writing(session)
    gone = delete(table).where(*_is(organization, case_id, victim)).returning(table.c.victim)
    return session.execute(gone).first() is not None


def _is(organization: str, case_id: str, victim: str) -> tuple[ColumnElement[bool], ...]:
    return (
        table.c.organization == organization,
        table.c.case_id == case_id,
        table.c.victim == victim,
    )


def _place(organization: str, case_id: str, victim: str) -> Place:
    return Place(
        table=table.name, column="ciphertext", row=(case_id, victim), organization=organization
    )
