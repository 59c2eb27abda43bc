"""Where somebody works on cases: their session with the database, who they are, and the instant it is."""

import datetime as dt
from dataclasses import dataclass

from remedies import store
from remedies.casework.callers import Caller, Right
from remedies.errors import NotFoundError
from remedies.ledger.entries import Body


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One transaction's session, its caller, the instant (UTC) that it records, and the keys for papers.

    Nothing done at a desk is committed by it. ``keys`` may be left out where neither identities nor papers
    are read or written.
    """

    session: store.Session
    caller: Caller
    at: dt.datetime
    keys: store.Keys | None = None

    @property
    def organization(self) -> str:
        """Whose cases these are."""
        return self.caller.organization

    def needed_keys(self) -> store.Keys:
        """Return the keys.

        Raises:
            KeysError: none were given.

        """
        if self.keys is None:
            message = "identities and papers are encrypted: keys are needed"
            raise store.KeysError(message)
        return self.keys

    def audit(
        self, action: str, case_id: str = "", subject: str = "", *, outcome: str = "done"
    ) -> None:
        """Note in the audit trail what is done, in which case, about which reference; never content."""
        row = store.AuditRow(
            at=self.at,
            actor=self.caller.actor,
            role=self.caller.role,
            action=action,
            case_id=case_id,
            subject=subject,
            outcome=outcome,
        )
        store.audited(self.session, self.organization, row)

    def seen(self, found: store.CaseRow | None) -> store.CaseRow:
        """Return a case that the caller may see.

        Raises:
            NotFoundError: there is none, it is sealed from the caller, or no victim of it is the caller's.

        """
        if (
            found is None
            or (found.sealed and not self.caller.may(Right.READ_SEALED))
            or self.caller.own(found.id) == frozenset()
        ):
            message = "the organization has no case of that number that this token may see"
            raise NotFoundError(message)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is to be entered: on which day it happened, and the number of the entry that it corrects.

    A reference left empty is chosen when it is entered, for the kinds in
    :data:`remedies.wire.entries_schema.CHOSEN`.
    """

    body: Body
    on: dt.date
    corrects: int | None = None
