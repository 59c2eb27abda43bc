"""Days that come, across the cases that the caller may see: due soon, or passed and owed still."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from remedies import law, store
from remedies.casework.across import every_case
from remedies.casework.books import kept
from remedies.casework.callers import Right
from remedies.casework.desk import Desk
from remedies.casework.opened import opening
from remedies.errors import NotFoundError
from remedies.ledger.book import Book
from remedies.ledger.coming import WITHIN, Coming
from remedies.ledger.coming import coming as coming_in


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay:
    """A day that comes, and the case that it is of; the day names the case by its reference."""

    case_id: str
    district: str
    coming: Coming


def coming(
    desk: Desk,
    *,
    as_of: dt.date,
    within: int = WITHIN,
    chosen: store.Chosen | None = None,
) -> tuple[DueDay, ...]:
    """Return the days to look after across cases, the earliest first.

    Args:
        desk: whose transaction it is.
        as_of: the day from which days are counted; cases that were not open then are left out.
        within: how many days ahead to look; what passed and is owed still, and what warns, is always listed.
        chosen: the cases looked at; all that the caller may see when left out.

    Raises:
        ForbiddenError: the caller reads its own victims only.
        UnreadableError: a journal is not as it was recorded.

    """
    desk.caller.demand(Right.READ_CASE)
    desk.audit("list deadlines")
    rows = {row.id: row for row in every_case(desk, chosen)}
    found = coming_in(_open_books(desk, rows.values(), as_of), law.encoded(), as_of, within)
    made = (
        DueDay(
            case_id=each.case,
            district=rows[each.case].district,
            coming=replace(each, case=rows[each.case].reference),
        )
        for each in found
    )
    return tuple(sorted(made, key=_in_order))


def _in_order(day: DueDay) -> tuple[dt.date, str, str]:
    return day.coming.due.due_on or dt.date.max, day.coming.case, day.case_id


def _open_books(
    desk: Desk, rows: Iterable[store.CaseRow], as_of: dt.date
) -> Iterator[tuple[str, Book]]:
    for row in rows:
        with kept(desk.session, row) as found:
            try:
                opening(found.book, as_of)
            except NotFoundError:
                continue
            yield row.id, found.book
