"""Entering: the one way into a case's journal.

The case is locked, its book brought to the journal's head, the caller's role and the version that it saw are
checked, the entry is posted to the book, appended, and noted in the audit trail.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final, cast

from remedies import store
from remedies.casework.books import Kept, is_kept, kept
from remedies.casework.callers import Right
from remedies.casework.desk import Desk, Draft
from remedies.casework.positions import unknown_positions
from remedies.casework.rows import about, papers_under, subject
from remedies.casework.uncollected import uncollected
from remedies.errors import (
    ChangedError,
    ConflictError,
    InvalidEntryError,
    NotFoundError,
    Problem,
    refuse,
)
from remedies.ledger.book import Book
from remedies.ledger.entries import (
    Body,
    CaseOpened,
    Entry,
    Paper,
    Purged,
    Sealed,
    Victim,
    Voided,
)
from remedies.ledger.standing import standing
from remedies.wire.entries_schema import CHOSEN

AHEAD: Final = dt.timedelta(days=1)
"""A day in the United States or its territories may have begun before it has in UTC."""

_CASE_KINDS: Final = (CaseOpened, Sealed, Voided)


@dataclass(slots=True, kw_only=True)
class Work:
    """A case locked for entering, and its book."""

    desk: Desk
    case: store.CaseRow
    kept: Kept

    @property
    def book(self) -> Book:
        """The book as it stands, with what was entered just now."""
        return self.kept.book

    def reference(self, body: Body) -> str:
        """Return the reference of what is to be entered; the next one of its kind where it has none."""
        given = str(getattr(body, "reference", ""))
        if given or body.kind not in CHOSEN:
            return given
        taken = self.kept.first[body.kind]
        number = len(taken) + 1
        while f"{CHOSEN[body.kind]}-{number}" in taken:
            number += 1
        return f"{CHOSEN[body.kind]}-{number}"

    def enter(self, draft: Draft, expected: int | None = None) -> Entry:
        """Enter a draft and return its entry; see :func:`enter`."""
        body = self._referenced(draft.body)
        self._demand(body, draft.corrects)
        if unknown := list(unknown_positions(body)):
            raise InvalidEntryError(unknown)
        if draft.on > self.desk.at.date() + AHEAD:
            refuse(
                "on",
                "in_the_future",
                "What is entered has happened: give the day on which it did.",
            )
        entry = Entry(
            seq=self.case.head.seq + 1,
            on=draft.on,
            body=body,
            corrects=draft.corrects,
            recorded_at=self.desk.at,
            actor=self.desk.caller.actor,
        )
        if expected is not None:
            self._unchanged(entry, expected)
        entry, row = self.kept.post(entry)
        self.case = store.append(self.desk.session, self.case, [row])
        self._mirrored(entry)
        self.desk.audit(f"enter {body.kind}", self.case.id, subject(body))
        return entry

    def _referenced(self, body: Body) -> Body:
        reference = self.reference(body)
        if reference == getattr(body, "reference", ""):
            return body
        return cast("Body", replace(cast("Any", body), reference=reference))

    def _demand(self, body: Body, corrects: int | None) -> None:
        """Require the right to enter this, and to enter what it corrects."""
        caller = self.desk.caller
        caller.demand_entering(body.kind)
        if corrects is not None:
            if not 1 <= corrects <= self.case.head.seq:
                refuse("corrects", "no_such_entry", "The journal has no entry of that number.")
            caller.demand_entering(self.kept.entry(corrects).body.kind)
        own = caller.own(self.case.id)
        if own is not None:
            named = set(body.victims) if isinstance(body, Paper) else set()
            if not named or not named <= own or corrects is not None:
                raise caller.forbidden()
        if isinstance(body, Purged):
            caller.demand(Right.PURGE)

    def _unchanged(self, entry: Entry, expected: int) -> None:
        """Require that the latest entry about what is amended is the one that the caller saw."""
        what = next(about(entry, self.kept.entry))
        latest = self.kept.latest.get(what, 0)
        if latest == expected:
            return
        if not expected:
            message = "The case has this reference already: give another, or amend what is there."
            raise ConflictError([Problem("reference", "exists", message)])
        if not latest:
            message = "the case has nothing of that reference that could be amended"
            raise NotFoundError(message)
        message = (
            f"Entry {latest} is the latest about it, not {expected}: read it again, then amend it."
        )
        raise ChangedError([Problem("expected", "stale", message)])

    def _mirrored(self, entry: Entry) -> None:
        """Make the case's row say what its journal now says."""
        if not isinstance(entry.body, _CASE_KINDS):
            return
        self.case = mirrored(self.desk.session, self.case, self.book)


def mirrored(session: store.Session, row: store.CaseRow, book: Book) -> store.CaseRow:
    """Make a case's row say what its book now says, for lists to filter by, and return it.

    Raises:
        LedgerError: the opening of the case was taken back.

    """
    opened = next((e.body for e in reversed(book.live) if isinstance(e.body, CaseOpened)), None)
    if opened is None:
        refuse("corrects", "case_first", "The opening of a case is corrected, never taken back.")
    seals = [e.body.sealed for e in book.live if isinstance(e.body, Sealed)]
    return store.amend_case(
        session,
        row,
        reference=opened.reference,
        district=opened.district,
        sealed=bool(seals) and seals[-1],
    )


def open_case(desk: Desk, draft: Draft) -> tuple[store.CaseRow, Entry]:
    """Open a case: its row with a new id, and the journal's first entry, a ``CaseOpened``.

    Raises:
        ConflictError: the organization has a case of that reference in that district.
        ForbiddenError: the caller's role opens no cases.
        LedgerError: what is said of the case contradicts itself.

    """
    desk.caller.demand_entering(CaseOpened.kind)
    body = draft.body
    if not isinstance(body, CaseOpened):
        refuse("kind", "case_first", "A journal begins with the case itself.")
    row = store.open_case(
        desk.session,
        desk.organization,
        reference=body.reference,
        district=body.district,
        at=desk.at,
    )
    with kept(desk.session, row) as book:
        work = Work(desk=desk, case=row, kept=book)
        entry = work.enter(draft)
        return work.case, entry


def read_ahead(desk: Desk, case_id: str) -> None:
    """Read a case's book where this process has none yet, so that nobody waits for it behind a lock.

    What comes in between is read when the case is locked. Nothing is told of the case, and nothing noted in
    the audit trail. Call this before anything is written: on SQLite a transaction that writes keeps out all
    others.

    Raises:
        NotFoundError: there is no such case that the caller may see.
        UnreadableError: the journal is not as it was recorded.

    """
    if not is_kept(case_id):
        row = desk.seen(store.case(desk.session, desk.organization, case_id))
        with kept(desk.session, row) as found, uncollected():
            standing(found.book)  # derived here, and carried on under the lock


@contextmanager
def working(desk: Desk, case_id: str) -> Iterator[Work]:
    """Lock a case for entering, until the transaction ends, and give its book.

    Raises:
        NotFoundError: there is no such case that the caller may see.

    """
    read_ahead(desk, case_id)
    row = desk.seen(store.lock_case(desk.session, desk.organization, case_id))
    with kept(desk.session, row) as book:
        yield Work(desk=desk, case=row, kept=book)


def enter(desk: Desk, case_id: str, draft: Draft, expected: int | None = None) -> Entry:
    """Enter a draft in a case's journal and return its entry.

    Args:
        desk: whose transaction it is; nothing is committed.
        case_id: the case.
        draft: what happened, and on which day.
        expected: the number of the latest entry about what is amended, as the caller saw it; 0 requires
            that there is nothing of that reference yet; None asks nothing.

    Raises:
        ChangedError: another entry about it came in between.
        ConflictError: there is something of that reference, or the money is gone already.
        ForbiddenError: the caller's role does not enter this.
        LedgerError: the law or the book forbids it; every reason is given.
        NotFoundError: there is no such case that the caller may see.

    """
    with working(desk, case_id) as work:
        entry = work.enter(draft, expected)
    if isinstance(entry.body, Purged):
        _destroy(desk, work, entry.body)
    return entry


def _destroy(desk: Desk, work: Work, purged: Purged) -> None:
    """Destroy what a purge names: a victim's identity, a document's bytes, or those behind an assessment."""
    session, of, case_id = desk.session, desk.organization, work.case.id
    if work.book.latest(Victim.kind, purged.of) is not None:
        gone = [store.purge_identity(session, of, case_id, purged.of)]
    else:
        wanted = papers_under(work.book.entries, {purged.of})
        shared = wanted & _named_elsewhere(work.book.entries)
        gone = [store.purge_paper(session, of, case_id, d) for d in sorted(wanted - shared)]
        gone += [bool(shared)]  # the bytes stay for the record that has them too
    if not any(gone):
        message = "there is no identity and no paper of that reference to destroy"
        raise NotFoundError(message)


def _named_elsewhere(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the digests of the papers of every reference that was not destroyed."""
    gone = {entry.body.of for entry in entries if isinstance(entry.body, Purged)}
    names = {str(getattr(entry.body, "reference", "")) for entry in entries}
    return papers_under(entries, names - gone)
