"""The days that come, across cases: due soon, warned of already, or passed and still owed."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from remedies.law import Law
from remedies.ledger.book import Book
from remedies.ledger.due import Due, Status
from remedies.ledger.statement_days import deadlines
from remedies.ledger.statement_interest import collecting

WITHIN = 30
"""The days ahead that are looked at where no number is given; a day within them warns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """One day of one case; ``case`` is the name under which the case was given."""

    case: str
    due: Due


def coming(
    books: Iterable[tuple[str, Book]], law: Law, as_of: dt.date, days: int = WITHIN
) -> tuple[Coming, ...]:
    """Return the days to look after on ``as_of``, the earliest first, then by case.

    They are those that passed and are still owed, those that warn (within thirty days; the end of a
    liability or a lien a year before it), and those due within ``days`` days. What was met, overtaken or
    ended is left out, and so is what has no day.

    Args:
        books: each case's name and book, asked for one by one; a book may be as of a later day.
        law: the encoded law.
        as_of: the day from which days are counted.
        days: how many days ahead to look, that day included.

    """
    found = [
        Coming(case=case, due=due)
        for case, book in books
        for due in _ahead(book, law, as_of, days)
    ]
    return tuple(sorted(found, key=_in_order))


def _ahead(book: Book, law: Law, as_of: dt.date, days: int) -> Iterator[Due]:
    seen = book if book.last_on <= as_of else book.as_of(as_of)
    for due in deadlines(seen, collecting(seen, law, as_of)):
        near = due.status is Status.OPEN and due.days_left is not None and due.days_left <= days
        if near or due.status in {Status.SOON, Status.PASSED}:
            yield due


def _in_order(each: Coming) -> tuple[dt.date, str, str, str]:
    return each.due.due_on or dt.date.max, each.case, each.due.key, each.due.of
