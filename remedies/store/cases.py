"""Cases: opened, locked, listed. A case's row holds what lists and locks need; its journal all else."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import ColumnElement, Row, bindparam, exists, func, select, tuple_, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from remedies.errors import ConflictError, Problem
from remedies.store.adding import added
from remedies.store.chain import Head, start
from remedies.store.connection import writing
from remedies.store.tables import cases as table
from remedies.store.tables import entries

JOURNAL: Final = "journal"
"""What the chain of a case is called, in its start."""
MOST_ROWS: Final = 200
"""What one page of a list holds unless another number is asked for."""

_COLUMNS: Final = (
    table.c.organization,
    table.c.id,
    table.c.reference,
    table.c.district,
    table.c.sealed,
    table.c.opened_at,
    table.c.seq,
    table.c.digest,
)
_Columns = tuple[str, str, str, str, int, dt.datetime, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case as its row says it: ``head`` is the last entry's number and digest.

    ``reference``, ``district`` and ``sealed`` repeat what the journal says, for lists to filter by.
    """

    organization: str
    id: str
    reference: str
    district: str
    sealed: bool
    opened_at: dt.datetime
    head: Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which cases a list has: those that meet everything that is given.

    ``reference`` is what the case's reference begins with; ``kind`` a kind of entry that its journal has;
    ``sealed`` False leaves out sealed cases; ``ids`` are the only ones looked at.
    """

    district: str | None = None
    opened_since: dt.datetime | None = None
    kind: str | None = None
    reference: str | None = None
    sealed: bool | None = None
    ids: Sequence[str] | None = None


def open_case(  # noqa: PLR0913 - all are named
    session: Session,
    organization: str,
    *,
    reference: str,
    district: str,
    at: dt.datetime,
    case_id: str | None = None,
) -> CaseRow:
    """Add a case with an empty journal and return it; ``case_id`` is given when one is imported.

    Raises:
        ConflictError: the organization has a case of that reference in that district, or of that id.

    """
    made = case_id or uuid.uuid4().hex
    head = start(JOURNAL, made)
    values = {
        "organization": organization,
        "id": made,
        "reference": reference,
        "district": district,
        "sealed": 0,
        "opened_at": at,
        "seq": head.seq,
        "digest": head.digest,
    }
    if not added(session, table, values):
        raise _there_already()
    return CaseRow(
        organization=organization,
        id=made,
        reference=reference,
        district=district,
        sealed=False,
        opened_at=at,
        head=head,
    )


def case(session: Session, organization: str, case_id: str) -> CaseRow | None:
    """Return a case, or None when the organization has none of that id."""
    found = session.execute(
        select(*_COLUMNS).where(table.c.organization == organization, table.c.id == case_id)
    ).first()
    return None if found is None else _case(found)


_LOCKED: Final = (
    select(*_COLUMNS)
    .where(table.c.organization == bindparam("of"), table.c.id == bindparam("is"))
    .with_for_update(key_share=True)  # rows may still be added that name the case
)


def lock_case(session: Session, organization: str, case_id: str) -> CaseRow | None:
    """Return a case after locking it until the transaction ends: nobody else appends to it meanwhile.

    Read the journal after this, not before. None when the organization has no case of that id.
    """
    writing(session)
    found = session.execute(_LOCKED, {"of": organization, "is": case_id}).first()
    return None if found is None else _case(found)


def amend_case(
    session: Session,
    row: CaseRow,
    *,
    reference: str | None = None,
    district: str | None = None,
    sealed: bool | None = None,
) -> CaseRow:
    """Make a case's row say what its journal now says, and return it; what is not given stays.

    Raises:
        ConflictError: the organization has another case of that reference in that district.

    """
    writing(session)
    new = replace(
        row,
        reference=row.reference if reference is None else reference,
        district=row.district if district is None else district,
        sealed=row.sealed if sealed is None else sealed,
    )
    change = (
        update(table)
        .where(table.c.organization == row.organization, table.c.id == row.id)
        .values(reference=new.reference, district=new.district, sealed=int(new.sealed))
    )
    try:
        with session.begin_nested():
            session.execute(change)
    except IntegrityError:
        raise _there_already() from None
    return new


def cases(
    session: Session,
    organization: str,
    chosen: Chosen | None = None,
    *,
    after: str | None = None,
    limit: int = MOST_ROWS,
) -> tuple[CaseRow, ...]:
    """Return a page of cases in the order of their opening; ``after`` is the last page's last id.

    An ``after`` that the organization does not have gives an empty page.
    """
    query = (
        select(*_COLUMNS)
        .where(table.c.organization == organization, *_conditions(chosen or Chosen()))
        .order_by(table.c.opened_at, table.c.id)
        .limit(limit)
    )
    if after is not None:
        last = (
            select(table.c.opened_at, table.c.id)
            .where(table.c.organization == organization, table.c.id == after)
            .scalar_subquery()
        )
        query = query.where(tuple_(table.c.opened_at, table.c.id) > last)
    return tuple(_case(found) for found in session.execute(query))


def _conditions(chosen: Chosen) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if chosen.district is not None:
        found.append(table.c.district == chosen.district)
    if chosen.opened_since is not None:
        found.append(table.c.opened_at >= chosen.opened_since)
    if chosen.reference is not None:
        found.append(func.substr(table.c.reference, 1, len(chosen.reference)) == chosen.reference)
    if chosen.sealed is not None:
        found.append(table.c.sealed == int(chosen.sealed))
    if chosen.ids is not None:
        found.append(table.c.id.in_(chosen.ids))
    if chosen.kind is not None:
        same = (entries.c.organization == table.c.organization) & (entries.c.case_id == table.c.id)
        found.append(exists().where(same, entries.c.kind == chosen.kind))
    return found


def _case(found: Row[*_Columns]) -> CaseRow:
    organization, made, reference, district, sealed, opened_at, seq, digest = found
    return CaseRow(
        organization=organization,
        id=made,
        reference=reference,
        district=district,
        sealed=bool(sealed),
        opened_at=opened_at,
        head=Head(seq=seq, digest=digest),
    )


def _there_already() -> ConflictError:
    message = "this organization has that case already: open it, or give another reference"
    return ConflictError([Problem("reference", "case_exists", message)])
