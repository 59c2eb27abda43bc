"""The audit trail: who did what to what in an organization, chained, and never any content.

Rows are gathered in the session and written just before it commits, so that the one row that all of an
organization's trail depends on is locked for a moment only, and always after a case's row, never before.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Engine, Row, bindparam, event, insert, select, update
from sqlalchemy.orm import Session, SessionTransaction, sessionmaker

from remedies.errors import Problem
from remedies.store.cases import MOST_ROWS
from remedies.store.chain import Head, link, start
from remedies.store.columns import instant_text
from remedies.store.connection import writing
from remedies.store.tables import audit as table
from remedies.store.tables import organizations

TRAIL: Final = "audit"
"""What the chain of an organization is called, in its start."""
_GATHERED: Final = "remedies.audit"
_COLUMNS: Final = (
    table.c.at,
    table.c.actor,
    table.c.role,
    table.c.action,
    table.c.case_id,
    table.c.subject,
    table.c.outcome,
)
_Columns = tuple[dt.datetime, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """One thing that was done or refused: references only, never what was read or written.

    ``actor`` is a token's id or a program's name; ``case_id`` and ``subject`` are empty where there is none.
    """

    at: dt.datetime
    actor: str
    role: str
    action: str
    case_id: str = ""
    subject: str = ""
    outcome: str = "done"


def sessions(database: Engine) -> sessionmaker[Session]:
    """Return what makes the sessions of a database; nothing is kept in them between transactions.

    The store's functions never commit. A session's audit rows are committed with it, and lost with it.
    """
    made = sessionmaker(database, autoflush=False, expire_on_commit=False)
    event.listen(made, "before_commit", _write)
    event.listen(made, "after_soft_rollback", _forget)
    return made


def audited(session: Session, organization: str, row: AuditRow) -> None:
    """Add a row to the organization's audit trail, when the session commits."""
    session.info.setdefault(_GATHERED, []).append((organization, row))


def audit_head(session: Session, organization: str) -> Head | None:
    """Return the head of an organization's trail, to be published; None without the organization."""
    found = session.execute(
        select(organizations.c.audit_seq, organizations.c.audit_digest).where(
            organizations.c.id == organization
        )
    ).first()
    return None if found is None else Head(seq=found.audit_seq, digest=found.audit_digest)


def audit(
    session: Session,
    organization: str,
    *,
    case_id: str | None = None,
    after: int = 0,
    limit: int = MOST_ROWS,
) -> tuple[tuple[int, AuditRow], ...]:
    """Return committed rows numbered above ``after`` with their numbers, of one case or of all."""
    query = (
        select(table.c.seq, *_COLUMNS)
        .where(table.c.organization == organization, table.c.seq > after)
        .order_by(table.c.seq)
        .limit(limit)
    )
    if case_id is not None:
        query = query.where(table.c.case_id == case_id)
    return tuple((found[0], _row(found[1:])) for found in session.execute(query))


def audit_problems(
    session: Session, organization: str, head: Head | None = None
) -> tuple[Problem, ...]:
    """Return what is wrong with an organization's trail; ``head`` is one that was published outside.

    Without such a head nobody sees a trail that was made anew by whoever can write to the database.
    """
    query = (
        select(table.c.seq, table.c.previous, table.c.digest, *_COLUMNS)
        .where(table.c.organization == organization)
        .order_by(table.c.seq)
    )
    found: list[Problem] = []
    last = start(TRAIL, organization)
    for seq, previous, digest, *rest in session.execute(query):
        found += _flaws(seq, previous, digest, _row(rest), last)
        if head is not None and seq == head.seq and digest != head.digest:
            found.append(_broken(seq, "unpublished", f"row {seq} is not the one published"))
        last = Head(seq=seq, digest=digest)
    if audit_head(session, organization) != last:
        message = f"the trail ends with row {last.seq}, and the organization's row says otherwise"
        found.append(_broken(last.seq, "truncated", message))
    if head is not None and head.seq > last.seq:
        message = f"row {head.seq} was published, and the trail ends with {last.seq}"
        found.append(_broken(last.seq, "truncated", message))
    return tuple(found)


def _flaws(seq: int, previous: str, digest: str, row: AuditRow, last: Head) -> Iterator[Problem]:
    if seq != last.seq + 1:
        yield _broken(seq, "missing", f"rows {last.seq + 1} to {seq - 1} are missing")
    if previous != last.digest:
        yield _broken(seq, "unlinked", f"row {seq} does not follow the one before it")
    elif _linked(seq, row, previous) != digest:
        yield _broken(seq, "changed", f"row {seq} is not as it was written")


def _write(session: Session) -> None:
    """Write what was gathered, before the commit."""
    if session.in_nested_transaction():
        return
    gathered: list[tuple[str, AuditRow]] = session.info.pop(_GATHERED, [])
    # One order for everybody: two sessions that write to two trails each never wait for one another.
    for organization in sorted({of for of, _ in gathered}):
        _extend(session, organization, [row for of, row in gathered if of == organization])


_ADDED: Final = insert(table)
_LOCKED: Final = (
    select(organizations.c.audit_seq, organizations.c.audit_digest)
    .where(organizations.c.id == bindparam("of"))
    .with_for_update(key_share=True)
)
_MOVED: Final = (
    update(organizations)
    .where(organizations.c.id == bindparam("of"))
    .values(audit_seq=bindparam("now"), audit_digest=bindparam("digest_now"))
)


def _extend(session: Session, organization: str, rows: list[AuditRow]) -> None:
    writing(session)
    seq, digest = session.execute(_LOCKED, {"of": organization}).one()
    values = []
    for row in rows:
        seq, previous = seq + 1, digest
        digest = _linked(seq, row, previous)
        values.append(
            {
                "organization": organization,
                "seq": seq,
                **_values(row),
                "previous": previous,
                "digest": digest,
            }
        )
    session.execute(_ADDED, values)
    session.execute(_MOVED, {"of": organization, "now": seq, "digest_now": digest})


def _forget(session: Session, ended: SessionTransaction) -> None:
    if not ended.nested:
        session.info.pop(_GATHERED, None)


def _linked(seq: int, row: AuditRow, previous: str) -> str:
    return link({"seq": seq, **_values(row), "at": instant_text(row.at)}, previous)


def _values(row: AuditRow) -> dict[str, Any]:
    return {
        "at": row.at,
        "actor": row.actor,
        "role": row.role,
        "action": row.action,
        "case_id": row.case_id,
        "subject": row.subject,
        "outcome": row.outcome,
    }


def _row(found: Row[*_Columns] | Sequence[Any]) -> AuditRow:
    at, actor, role, action, case_id, subject, outcome = found
    return AuditRow(
        at=at,
        actor=actor,
        role=role,
        action=action,
        case_id=case_id,
        subject=subject,
        outcome=outcome,
    )


def _broken(seq: int, code: str, message: str) -> Problem:
    return Problem(f"audit[{seq}]", code, message)
