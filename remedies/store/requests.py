"""Idempotency: a write that is asked for again under its key is answered again, and done once.

The key's row is added first in the transaction that does the write. Whoever asks meanwhile waits for it, and
finds its answer, or, when it was rolled back, does the write in its stead.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from remedies.errors import LedgerError, Problem
from remedies.store.adding import added
from remedies.store.connection import writing
from remedies.store.tables import requests as table


class KeyReusedError(LedgerError):
    """An idempotency key was used before, for another request."""

    code = "idempotency-key-reused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered to a request: the status of HTTP, and the text of the body."""

    status: int
    body: str


def remember(
    session: Session, organization: str, key: str, digest: str, *, at: dt.datetime
) -> Answer | None:
    """Return what was answered to this request before; None when it is new, and now to be done.

    ``digest`` is the SHA-256 (64 hexadecimal signs) of all that makes the request: who asks (the token), for
    what (method and path), and the body; another caller's answer is so never replayed. Call this before
    any other write of the transaction, and :func:`answered` before its commit.

    Raises:
        KeyReusedError: the key was used for a request with another digest.

    """
    row = {"organization": organization, "key": key, "request": digest, "made_at": at}
    if added(session, table, row):
        return None
    request, status, answer = session.execute(
        select(table.c.request, table.c.status, table.c.answer).where(
            table.c.organization == organization, table.c.key == key
        )
    ).one()
    if request != digest:
        message = (
            "this key was used for another request: send each new request with a key of its own"
        )
        raise KeyReusedError([Problem("Idempotency-Key", "idempotency-key-reused", message)])
    return Answer(status=status or 0, body=answer or "")


def answered(
    session: Session,
    organization: str,
    key: str,
    answer: Answer,
    *,
    case_id: str | None = None,
) -> None:
    """Store what is answered to a remembered request; never the content of an identity or a paper."""
    writing(session)
    values = {"as": answer.status, "text": answer.body, "about": case_id}
    session.execute(_ANSWERED, {"of": organization, "is": key, **values})


_ANSWERED: Final = (
    update(table)
    .where(table.c.organization == bindparam("of"), table.c.key == bindparam("is"))
    .values(
        status=bindparam("as"),
        answer=bindparam("text", type_=table.c.answer.type),
        case_id=bindparam("about", type_=table.c.case_id.type),
    )
)


def forget(session: Session, *, before: dt.datetime) -> None:
    """Delete what was answered to requests made before an instant; their keys are new again."""
    writing(session)
    session.execute(delete(table).where(table.c.made_at < before))
