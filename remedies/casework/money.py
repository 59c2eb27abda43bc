"""What computes an entry before it is entered: what a payment is applied to, and what may be paid out."""

from dataclasses import replace

from remedies import law
from remedies.casework.desk import Desk, Draft
from remedies.casework.entering import Work, enter, working
from remedies.errors import ConflictError, Problem
from remedies.ledger.book import Book
from remedies.ledger.entries import Disbursement, Entry, Payment, Voided


def entered(desk: Desk, case_id: str, draft: Draft, expected: int | None = None) -> Entry:
    """Enter a draft as its kind is entered: a payment is applied, a disbursement divided, all else as it is.

    Raises:
        ChangedError, ConflictError, ForbiddenError, LedgerError, NotFoundError: as
            :func:`remedies.casework.entering.enter` says.

    """
    match draft.body:
        case Payment():
            return receive(desk, case_id, draft, expected)
        case Disbursement():
            return disburse(desk, case_id, draft, expected)
        case _:
            return enter(desk, case_id, draft, expected)


def receive(desk: Desk, case_id: str, draft: Draft, expected: int | None = None) -> Entry:
    """Enter a payment and what it is applied to; ``applied`` in the draft is not looked at.

    A reference left empty becomes the next ``PAY-n``. A draft that corrects a payment is applied as if the
    corrected one had not been entered.

    Raises:
        ChangedError, ForbiddenError, LedgerError, NotFoundError: as ``enter`` says.

    """
    with working(desk, case_id) as work:
        return work.enter(_applied(work, draft), expected)


def disburse(desk: Desk, case_id: str, draft: Draft, expected: int | None = None) -> Entry:
    """Enter a disbursement of the shares given, or of everything that may be paid out on its day.

    A reference left empty becomes the next ``DIS-n``.

    Raises:
        ConflictError: nothing may be paid out (any more), or less than a share: another disbursement came
            first, or a hold.
        ChangedError, ForbiddenError, LedgerError, NotFoundError: as ``enter`` says.

    """
    body = draft.body
    assert isinstance(body, Disbursement)  # noqa: S101 - the caller's own
    with working(desk, case_id) as work:
        desk.caller.demand_entering(body.kind)
        if not body.shares:
            shares = work.book.payable(draft.on)
            if not shares:
                message = "Nothing is held that may be paid out on that day; look whether it has gone out."
                raise ConflictError([Problem("shares", "nothing_payable", message)])
            body = replace(body, shares=dict(shares))
        return work.enter(replace(draft, body=body), expected)


def _applied(work: Work, draft: Draft) -> Draft:
    body = draft.body
    assert isinstance(body, Payment)  # noqa: S101 - the caller's own
    work.desk.caller.demand_entering(body.kind)
    book = work.book if draft.corrects is None else _without(work, draft, draft.corrects)
    applied = book.application(body.obligor, body.amount, draft.on, law.encoded())
    return replace(draft, body=replace(body, applied=applied))


def _without(work: Work, draft: Draft, corrects: int) -> Book:
    """Return the book as if an entry had been taken back, to apply what replaces it."""
    book = Book.replay(work.book.entries)
    gone = Voided(why="to be entered again")
    book.post(Entry(seq=book.next_seq, on=draft.on, body=gone, corrects=corrects))
    return book
