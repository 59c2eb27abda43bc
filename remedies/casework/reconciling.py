"""A case's journal held against the clerk's or an agency's ledger."""

import datetime as dt
from collections.abc import Sequence

from remedies.casework.desk import Desk, Draft
from remedies.casework.entering import working
from remedies.casework.reading import book
from remedies.ledger.entries import Entry
from remedies.ledger.reconciliation import BalanceOf, Reconciliation, TheirRow, reconcile


def reconciled(  # noqa: PLR0913 - what may be asked, by name
    desk: Desk,
    case_id: str,
    rows: Sequence[TheirRow],
    *,
    balance_of: BalanceOf = BalanceOf.HELD,
    begins_on: dt.date | None = None,
    ends_on: dt.date | None = None,
) -> Reconciliation:
    """Return what differs between a case's journal and another ledger's rows; nothing is entered.

    Raises:
        ForbiddenError: the caller reads its own victims only.
        NotFoundError: there is no such case that the caller may see.

    """
    with book(desk, case_id) as found:
        return reconcile(found, rows, balance_of=balance_of, begins_on=begins_on, ends_on=ends_on)


def record_reconciliation(  # noqa: PLR0913 - what is recorded, by name
    desk: Desk, case_id: str, made: Reconciliation, *, source: str, digest: str, on: dt.date
) -> Entry:
    """Enter that a comparison was made: whose ledger it was, the digest of its file, counts and totals.

    Raises:
        ForbiddenError: the caller's role does not enter it.
        LedgerError: the book refuses it.
        NotFoundError: there is no such case that the caller may see.

    """
    with working(desk, case_id) as work:
        return work.enter(Draft(body=made.entry(source, digest), on=on))
