"""Rotation: what was encrypted under an older key is encrypted under the first one."""

from typing import Any, Final

from sqlalchemy import Table, func, select, update
from sqlalchemy.orm import Session

from remedies.store.connection import writing
from remedies.store.keys import Keys, Place
from remedies.store.tables import identities, papers

_ROWS: Final[tuple[tuple[Table[Any], str], ...]] = ((identities, "victim"), (papers, "digest"))


def rotate(session: Session, keys: Keys, *, limit: int = 100) -> int:
    """Encrypt up to ``limit`` rows anew that are not under the first key; return how many were.

    Commit and call again until it returns 0; the older keys may then be taken from the list.

    Raises:
        KeysError: a row's key is not among ``keys``.
        TamperedError: a row is not what was put there.

    """
    writing(session)
    done = 0
    for table, name in _ROWS:
        done += _rotated(session, keys, table, name, limit - done)
    return done


def key_uses(session: Session) -> dict[str, int]:
    """Return how many rows stand under each key, by the key's id."""
    uses: dict[str, int] = {}
    for table, _ in _ROWS:
        query = select(table.c.key_id, func.count()).group_by(table.c.key_id)
        for key, count in session.execute(query):
            uses[key] = uses.get(key, 0) + count
    return uses


def _rotated(session: Session, keys: Keys, table: Table[Any], name: str, limit: int) -> int:
    row = (table.c.organization, table.c.case_id, table.c[name])
    query = (
        select(*row, table.c.key_id, table.c.ciphertext)
        .where(table.c.key_id != keys.current)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    found = session.execute(query).all()
    for organization, case_id, of, key, ciphertext in found:
        place = Place(
            table=table.name, column="ciphertext", row=(case_id, of), organization=organization
        )
        current, anew = keys.encrypt(keys.decrypt(key, ciphertext, place), place)
        where = (row[0] == organization, row[1] == case_id, row[2] == of)
        session.execute(update(table).where(*where).values(key_id=current, ciphertext=anew))
    return len(found)
