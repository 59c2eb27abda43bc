"""Statements of account and deadlines, as of any day and as known at any entry."""

import datetime as dt

from remedies import law
from remedies.casework.books import Kept, kept
from remedies.casework.desk import Desk
from remedies.casework.opened import opening
from remedies.casework.reading import case
from remedies.casework.seen_by import to_their_own
from remedies.casework.uncollected import uncollected
from remedies.errors import NotFoundError
from remedies.ledger.book import Book
from remedies.ledger.statement import defendant_statement, victim_statement
from remedies.ledger.statement import statement as whole_statement
from remedies.ledger.statement_lines import Due, Statement


def statement(  # noqa: PLR0913 - what may be asked, by name
    desk: Desk,
    case_id: str,
    *,
    as_of: dt.date,
    known: int | None = None,
    victim: str = "",
    defendant: str = "",
) -> Statement:
    """Return the statement of account of a case, of one victim, or of one defendant.

    An advocate's says that it is as known at the last entry that concerns the victim: it tells nothing of
    when others' entries were made.

    Args:
        desk: whose transaction it is.
        case_id: the case.
        as_of: the day at whose end the account stands.
        known: with what was recorded up to that entry; everything when left out.
        victim: only what that victim may see; an advocate must name one of its own.
        defendant: only what that defendant owes.

    Raises:
        ForbiddenError: an advocate asks for more than one of its own victims.
        LedgerError: the case has no such victim or defendant up to that day.
        NotFoundError: there is no such case, or victim of it, that the caller may see; or the case was not
            open on that day.
        UnreadableError: the journal is not as it was recorded.

    """
    row = case(desk, case_id)
    limited = _limited(desk, case_id, victim)
    desk.audit("read statement", case_id, victim or defendant)
    encoded = law.encoded()
    with kept(desk.session, row) as found, uncollected():
        seen = _known(found, known)
        opening(seen, as_of)
        if victim:
            made = victim_statement(seen, encoded, as_of, victim)
            return to_their_own(made, seen, victim) if limited else made
        if defendant:
            return defendant_statement(seen, encoded, as_of, defendant)
        return whole_statement(seen, encoded, as_of)


def _limited(desk: Desk, case_id: str, victim: str) -> bool:
    """Return whether the caller is limited to some victims, of whom the one asked about is one."""
    own = desk.caller.own(case_id)
    if own is None:
        return False
    if not victim:
        raise desk.caller.forbidden()
    if victim not in own:
        message = "the case has no victim of that reference that this token may see"
        raise NotFoundError(message)
    return True


def deadlines(desk: Desk, case_id: str, *, as_of: dt.date, victim: str = "") -> tuple[Due, ...]:
    """Return the deadlines of a case, or those that concern one victim, as they stand on a day.

    Raises:
        ForbiddenError, LedgerError, NotFoundError, UnreadableError: as :func:`statement` says.

    """
    return statement(desk, case_id, as_of=as_of, victim=victim).deadlines


def _known(found: Kept, known: int | None) -> Book:
    if known is None or known >= found.head.seq:
        return found.book
    return Book.replay(found.book.entries, known=known)
