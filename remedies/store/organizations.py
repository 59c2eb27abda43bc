"""Organizations: who has cases here. None sees another's; every function of the store takes one."""

import datetime as dt
import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from remedies.errors import ConflictError, Problem
from remedies.store.adding import added
from remedies.store.audit import TRAIL
from remedies.store.chain import start
from remedies.store.tables import organizations as table


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A prosecutor's office, a court's financial unit, or whoever else keeps cases."""

    id: str
    name: str
    made_at: dt.datetime


def add_organization(session: Session, *, name: str, at: dt.datetime) -> Organization:
    """Add an organization with an empty audit trail.

    Raises:
        ConflictError: there is one of that name.

    """
    made = Organization(id=uuid.uuid4().hex, name=name, made_at=at)
    head = start(TRAIL, made.id)
    values = {
        "id": made.id,
        "name": name,
        "made_at": at,
        "audit_seq": head.seq,
        "audit_digest": head.digest,
    }
    if not added(session, table, values):
        message = "there is an organization of that name: use it, or give another name"
        raise ConflictError([Problem("name", "organization_exists", message)])
    return made


def organizations(session: Session) -> tuple[Organization, ...]:
    """Return all organizations, for whoever runs the program; no request may list them."""
    query = select(table.c.id, table.c.name, table.c.made_at).order_by(table.c.name)
    return tuple(
        Organization(id=made, name=name, made_at=at) for made, name, at in session.execute(query)
    )
