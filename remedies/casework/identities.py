"""Victims' identities: put, got and destroyed; every touch is in the audit trail, nothing in the journal."""

import json
from typing import Any

from remedies import store
from remedies.casework.books import Kept, kept
from remedies.casework.callers import Right
from remedies.casework.desk import Desk, Draft
from remedies.casework.entering import enter
from remedies.casework.reading import case
from remedies.errors import ForbiddenError, NotFoundError
from remedies.ledger.entries import Entry, Purged, Victim
from remedies.wire.entries_identity import read_identity


def put_identity(desk: Desk, case_id: str, victim: str, document: object) -> None:
    """Store who a victim is, in place of what was stored before.

    Args:
        desk: whose transaction it is, with keys.
        case_id: the case.
        victim: the victim's reference.
        document: JSON of :class:`remedies.wire.entries_identity.IdentitySchema`, as ``read_json`` gives it.

    Raises:
        ForbiddenError: the caller's role writes no identities, or not this one.
        InvalidEntryError: fields of the document are unknown or wrong.
        NotFoundError: there is no such case or victim that the caller may see.

    """
    row = case(desk, case_id)
    desk.caller.demand(Right.WRITE_IDENTITY, Right.WRITE_OWN_IDENTITY)
    content = read_identity(document)
    with kept(desk.session, row) as found:
        _demand_victim(desk, found, victim)
    keys = desk.needed_keys()
    store.put_identity(
        desk.session, keys, desk.organization, case_id, victim, content=content, at=desk.at
    )
    desk.audit("put identity", case_id, victim)


def get_identity(desk: Desk, case_id: str, victim: str) -> dict[str, Any]:
    """Return who a victim is, as it was put; noted in the audit trail.

    A financial unit gets it only while money is held for that victim.

    Raises:
        ForbiddenError: the caller's role reads no identities, or not this one now.
        NotFoundError: there is no such case or victim that the caller may see, or no identity stored.

    """
    row = case(desk, case_id)
    desk.caller.demand(Right.READ_IDENTITY, Right.READ_IDENTITY_TO_PAY, Right.READ_OWN_IDENTITY)
    with kept(desk.session, row) as found:
        _demand_victim(desk, found, victim)
        if not desk.caller.may(Right.READ_IDENTITY) and desk.caller.may(
            Right.READ_IDENTITY_TO_PAY
        ):
            _demand_held(desk, found, victim)
    content = store.get_identity(
        desk.session, desk.needed_keys(), desk.organization, case_id, victim
    )
    if content is None:
        message = "no identity is stored for that victim"
        raise NotFoundError(message)
    desk.audit("read identity", case_id, victim)
    identity: dict[str, Any] = json.loads(content)
    return identity


def identified(desk: Desk, case_id: str) -> frozenset[str]:
    """Return the references of the victims who have an identity stored; whose it is, is not read.

    Raises:
        ForbiddenError: the caller reads its own victims only.
        NotFoundError: there is no such case that the caller may see.

    """
    case(desk, case_id)
    desk.caller.demand(Right.READ_CASE)
    desk.audit("list identities", case_id)
    return store.victims_identified(desk.session, desk.organization, case_id)


def purge(desk: Desk, case_id: str, draft: Draft) -> Entry:
    """Destroy what a ``Purged`` draft names, a victim's identity or a document, and enter that it was.

    Raises:
        ForbiddenError: the caller's role destroys nothing.
        LedgerError: the book refuses the entry.
        NotFoundError: there is no such case that the caller may see, or nothing to destroy.

    """
    assert isinstance(draft.body, Purged)  # noqa: S101 - the caller's own
    return enter(desk, case_id, draft)


def _demand_victim(desk: Desk, found: Kept, victim: str) -> None:
    own = desk.caller.own(found.case_id)
    if (own is not None and victim not in own) or found.book.latest(Victim.kind, victim) is None:
        message = "the case has no victim of that reference that this token may see"
        raise NotFoundError(message)


def _demand_held(desk: Desk, found: Kept, victim: str) -> None:
    if found.book.owed_to(victim).held <= 0:
        message = (
            f"the role {desk.caller.role} reads an identity while money is held for the victim; "
            "none is held for this one"
        )
        raise ForbiddenError(message)
