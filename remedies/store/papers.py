"""Papers: their bytes, encrypted, under the digest of what they were before."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from remedies.store.adding import added
from remedies.store.connection import writing
from remedies.store.keys import Keys, Place, TamperedError
from remedies.store.tables import papers as table


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A stored paper: ``digest`` is ``sha256:…`` of its bytes, ``size`` their number."""

    digest: str
    media_type: str
    size: int


def paper_digest(content: bytes) -> str:
    """Return the digest by which a paper is named."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def put_paper(  # noqa: PLR0913 - a row and its content
    session: Session,
    keys: Keys,
    organization: str,
    case_id: str,
    *,
    content: bytes,
    media_type: str,
    at: dt.datetime,
) -> PaperRow:
    """Store a paper of the case and return its row; the same paper again changes nothing."""
    made = PaperRow(digest=paper_digest(content), media_type=media_type, size=len(content))
    key, ciphertext = keys.encrypt(content, _place(organization, case_id, made.digest))
    values = {
        "organization": organization,
        "case_id": case_id,
        "digest": made.digest,
        "media_type": media_type,
        "size": made.size,
        "key_id": key,
        "ciphertext": ciphertext,
        "put_at": at,
    }
    added(session, table, values)
    return made


def get_paper(
    session: Session, keys: Keys, organization: str, case_id: str, digest: str
) -> tuple[PaperRow, bytes] | None:
    """Return a paper and its bytes; None when the case has none of that digest, or none any more.

    Raises:
        KeysError: it was encrypted with a key that ``keys`` lacks.
        TamperedError: the bytes are not those that were put there.

    """
    found = session.execute(
        select(table.c.media_type, table.c.size, table.c.key_id, table.c.ciphertext).where(
            *_is(organization, case_id, digest)
        )
    ).first()
    if found is None:
        return None
    media_type, size, key, ciphertext = found
    content = keys.decrypt(key, ciphertext, _place(organization, case_id, digest))
    if paper_digest(content) != digest:
        message = "a paper is not the one that its digest names"
        raise TamperedError(message)
    return PaperRow(digest=digest, media_type=media_type, size=size), content


def papers(session: Session, organization: str, case_id: str) -> tuple[PaperRow, ...]:
    """Return the case's papers in the order of their digests, without their bytes."""
    query = (
        select(table.c.digest, table.c.media_type, table.c.size)
        .where(table.c.organization == organization, table.c.case_id == case_id)
        .order_by(table.c.digest)
    )
    return tuple(
        PaperRow(digest=digest, media_type=media_type, size=size)
        for digest, media_type, size in session.execute(query)
    )


def purge_paper(session: Session, organization: str, case_id: str, digest: str) -> bool:
    """Destroy a paper's bytes; return whether there were any. What is said of identities holds here."""
    writing(session)
    gone = delete(table).where(*_is(organization, case_id, digest)).returning(table.c.digest)
    return session.execute(gone).first() is not None


def _is(organization: str, case_id: str, digest: str) -> tuple[ColumnElement[bool], ...]:
    return (
        table.c.organization == organization,
        table.c.case_id == case_id,
        table.c.digest == digest,
    )


def _place(organization: str, case_id: str, digest: str) -> Place:
    return Place(
        table=table.name, column="ciphertext", row=(case_id, digest), organization=organization
    )
