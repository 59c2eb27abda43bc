"""Whether a case was open on a day: before it, nothing is stated of it."""

import datetime as dt

from remedies.errors import NotFoundError
from remedies.ledger.book import Book
from remedies.ledger.entries import CaseOpened, Entry


def opening(book: Book, as_of: dt.date | None = None) -> Entry:
    """Return the version of the case in force at the end of a day, or now.

    Raises:
        NotFoundError: the case was not open then.

    """
    for entry in reversed(book.live):
        if isinstance(entry.body, CaseOpened) and (as_of is None or entry.on <= as_of):
            return entry
    message = "the case was not open then"
    raise NotFoundError(message)
