"""The journal: a case's entries as rows that are only ever added, chained by their digests."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import Row, bindparam, insert, select, tuple_, update
from sqlalchemy.orm import Session

from remedies.errors import ConflictError, Problem
from remedies.store.cases import JOURNAL, MOST_ROWS, CaseRow
from remedies.store.chain import Content, Head, link, start
from remedies.store.columns import instant_text
from remedies.store.connection import writing
from remedies.store.tables import cases
from remedies.store.tables import entries as table

_COLUMNS: Final = (
    table.c.seq,
    table.c.kind,
    table.c.subject,
    table.c.on,
    table.c.recorded_at,
    table.c.actor,
    table.c.corrects,
    table.c.cents,
    table.c.body,
)
_Columns = tuple[int, str, str, dt.date, dt.datetime, str, int | None, int | None, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """One entry as the database keeps it; ``body`` is its canonical JSON.

    ``subject`` is the reference that the entry is about (``PAY-1``; empty where there is none), ``on`` the
    day on which it happened, ``recorded_at`` the instant of recording (UTC), ``cents`` what it moves.
    """

    seq: int
    kind: str
    subject: str
    on: dt.date
    recorded_at: dt.datetime
    actor: str
    corrects: int | None
    cents: int | None
    body: str


def linked(row: JournalRow, previous: str) -> str:
    """Return the digest of a row that follows the one with digest ``previous``."""
    content: Content = {
        "seq": row.seq,
        "kind": row.kind,
        "subject": row.subject,
        "on": row.on.isoformat(),
        "recorded_at": instant_text(row.recorded_at),
        "actor": row.actor,
        "corrects": row.corrects,
        "cents": row.cents,
        "body": row.body,
    }
    return link(content, previous)


def head_of(case_id: str, rows: Iterable[JournalRow]) -> Head:
    """Return the head that a case of that id has when its journal is ``rows``."""
    head = start(JOURNAL, case_id)
    for row in rows:
        head = Head(seq=row.seq, digest=linked(row, head.digest))
    return head


def append(session: Session, case: CaseRow, rows: Sequence[JournalRow]) -> CaseRow:
    """Append rows to the case's journal and return the case with its new head.

    ``case`` is as :func:`~remedies.store.cases.lock_case` or an earlier call returned it; the
    rows are numbered on from its head.

    Raises:
        ConflictError: the case has another head by now; nothing was appended.
        ValueError: a row's number does not follow the one before.

    """
    if not rows:
        return case
    if rows[0].seq != case.head.seq + 1 or any(b.seq != a.seq + 1 for a, b in pairwise(rows)):
        message = f"rows are numbered on from {case.head.seq}"
        raise ValueError(message)
    writing(session)
    values = []
    head = case.head
    for row in rows:
        digest = linked(row, head.digest)
        values.append({**_values(row), "previous": head.digest, "digest": digest})
        head = Head(seq=row.seq, digest=digest)
    _move_head(session, case, head)
    scope = {"organization": case.organization, "case_id": case.id}
    session.execute(_ADDED, [{**scope, **value} for value in values])
    return replace(case, head=head)


def journal(
    session: Session,
    organization: str,
    case_id: str,
    after: int = 0,
    *,
    limit: int | None = None,
) -> tuple[JournalRow, ...]:
    """Return the case's entries numbered above ``after``, in their order."""
    query = (
        select(*_COLUMNS)
        .where(
            table.c.organization == organization,
            table.c.case_id == case_id,
            table.c.seq > after,
        )
        .order_by(table.c.seq)
        .limit(limit)
    )
    return tuple(_row(found) for found in session.execute(query))


def kinds(
    session: Session,
    organization: str,
    kind: str,
    *,
    after: tuple[str, int] = ("", 0),
    limit: int = MOST_ROWS,
) -> tuple[tuple[str, JournalRow], ...]:
    """Return entries of one kind in all cases of the organization, each with its case's id.

    In the order of case id and number; ``after`` is the last page's last pair of them.
    """
    query = (
        select(table.c.case_id, *_COLUMNS)
        .where(
            table.c.organization == organization,
            table.c.kind == kind,
            tuple_(table.c.case_id, table.c.seq) > after,
        )
        .order_by(table.c.case_id, table.c.seq)
        .limit(limit)
    )
    return tuple((found[0], _row(found[1:])) for found in session.execute(query))


def journal_problems(
    session: Session, organization: str, case_id: str, head: Head | None = None
) -> tuple[Problem, ...]:
    """Return what is wrong with a case's journal: nothing, when it is as it was recorded.

    Finds rows that were changed, taken out, put in, reordered or cut off. Whoever can write to the database
    could chain the journal anew; ``head``, as it was published outside the database, finds that too.
    """
    query = (
        select(table.c.seq, table.c.previous, table.c.digest, *_COLUMNS[1:])
        .where(table.c.organization == organization, table.c.case_id == case_id)
        .order_by(table.c.seq)
    )
    found: list[Problem] = []
    last = start(JOURNAL, case_id)
    for seq, previous, digest, *rest in session.execute(query):
        row = _row((seq, *rest))
        if seq != last.seq + 1:
            found.append(
                _broken(seq, "missing", f"entries {last.seq + 1} to {seq - 1} are missing")
            )
        if previous != last.digest:
            found.append(
                _broken(seq, "unlinked", f"entry {seq} does not follow the one before it")
            )
        elif linked(row, previous) != digest:
            found.append(_broken(seq, "changed", f"entry {seq} is not as it was recorded"))
        if head is not None and seq == head.seq and digest != head.digest:
            found.append(_broken(seq, "unpublished", f"entry {seq} is not the one published"))
        last = Head(seq=seq, digest=digest)
    return (*found, *_ends(session, organization, case_id, last, head))


def _ends(
    session: Session, organization: str, case_id: str, last: Head, published: Head | None
) -> list[Problem]:
    row = session.execute(
        select(cases.c.seq, cases.c.digest).where(
            cases.c.organization == organization, cases.c.id == case_id
        )
    ).first()
    found = []
    if row is None or (row.seq, row.digest) != (last.seq, last.digest):
        message = f"the journal ends with entry {last.seq}, and the case's row says otherwise"
        found.append(_broken(last.seq, "truncated", message))
    if published is not None and published.seq > last.seq:
        message = f"entry {published.seq} was published, and the journal ends with {last.seq}"
        found.append(_broken(last.seq, "truncated", message))
    return found


def _broken(seq: int, code: str, message: str) -> Problem:
    return Problem(f"journal[{seq}]", code, message)


_ADDED: Final = insert(table)
_MOVED: Final = (
    update(cases)
    .where(
        cases.c.organization == bindparam("of"),
        cases.c.id == bindparam("is"),
        cases.c.seq == bindparam("was"),
        cases.c.digest == bindparam("digest_was"),
    )
    .values(seq=bindparam("now"), digest=bindparam("digest_now"))
    .returning(cases.c.seq)
)


def _move_head(session: Session, case: CaseRow, head: Head) -> None:
    was = {
        "of": case.organization,
        "is": case.id,
        "was": case.head.seq,
        "digest_was": case.head.digest,
    }
    moved = session.execute(_MOVED, {**was, "now": head.seq, "digest_now": head.digest}).first()
    if moved is None:
        message = f"entry {case.head.seq + 1} was made by somebody else: read the case again"
        raise ConflictError([Problem("journal", "head_moved", message)])


def _values(row: JournalRow) -> dict[str, object]:
    return {
        "seq": row.seq,
        "kind": row.kind,
        "subject": row.subject,
        "on": row.on,
        "recorded_at": row.recorded_at,
        "actor": row.actor,
        "corrects": row.corrects,
        "cents": row.cents,
        "body": row.body,
    }


def _row(found: Row[*_Columns] | Sequence[Any]) -> JournalRow:
    seq, kind, subject, on, recorded_at, actor, corrects, cents, body = found
    return JournalRow(
        seq=seq,
        kind=kind,
        subject=subject,
        on=on,
        recorded_at=recorded_at,
        actor=actor,
        corrects=corrects,
        cents=cents,
        body=body,
    )
