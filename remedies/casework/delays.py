"""Forfeited property that has not reached the victims, across the cases that the caller may see."""

import datetime as dt
from dataclasses import dataclass, replace

from remedies import store
from remedies.casework.across import every_case
from remedies.casework.books import kept
from remedies.casework.callers import Right
from remedies.casework.desk import Desk
from remedies.ledger.asset_requests import case_assets
from remedies.ledger.delays import CaseAssets, Waiting, not_transferred
from remedies.ledger.entries import Asset, Delay


@dataclass(frozen=True, slots=True, kw_only=True)
class Delayed:
    """An asset that waits, and the case that it is of."""

    case_id: str
    district: str
    waiting: Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Which delays are listed: those that meet everything that is given."""

    why: Delay | None = None
    responsible: str | None = None
    overdue: bool = False
    no_reason: bool = False
    at_least_days: int = 0

    def meets(self, waiting: Waiting) -> bool:
        """Return whether an asset is among them."""
        reason = waiting.reason
        return (
            (self.why is None or (reason is not None and reason.why is self.why))
            and (
                self.responsible is None
                or (reason is not None and reason.responsible == self.responsible)
            )
            and (not self.overdue or (reason is not None and reason.overdue_days > 0))
            and (not self.no_reason or waiting.no_reason)
            and (waiting.days_since_forfeiture or 0) >= self.at_least_days
        )


def delays(
    desk: Desk,
    *,
    as_of: dt.date,
    which: Which | None = None,
    chosen: store.Chosen | None = None,
) -> tuple[Delayed, ...]:
    """Return every forfeited asset that has not reached the victims, across cases, longest first.

    Args:
        desk: whose transaction it is.
        as_of: the day to which days are counted.
        which: which of them; all when left out.
        chosen: the cases looked at; all that the caller may see when left out.

    Raises:
        ForbiddenError: the caller reads its own victims only.

    """
    desk.caller.demand(Right.READ_CASE)
    desk.audit("list delays")
    rows = {row.id: row for row in every_case(desk, chosen, kind=Asset.kind)}
    found = not_transferred((_assets(desk, row, as_of) for row in rows.values()), as_of)
    which = which or Which()
    return tuple(
        Delayed(
            case_id=each.case,
            district=rows[each.case].district,
            waiting=replace(each, case=rows[each.case].reference),
        )
        for each in found
        if which.meets(each)
    )


def _assets(desk: Desk, row: store.CaseRow, as_of: dt.date) -> CaseAssets:
    with kept(desk.session, row) as found:
        return case_assets(found.book, row.id, as_of)
