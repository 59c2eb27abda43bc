"""How the days of a defendant stand: met by what was paid or told, overtaken once nothing is owed.

Authority:
    18 U.S.C. § 3612(f)(1): "paid in full before the fifteenth day after the date of the judgment".
    18 U.S.C. § 3613(c): the lien continues "until the liability is satisfied".
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from remedies.calculators.collection.restitution_interest import why_no_interest
from remedies.errors import LawNotEncodedError
from remedies.ledger.accruals import interest_terms
from remedies.ledger.book import Book
from remedies.ledger.days_asked import Asked, Settled
from remedies.ledger.due import Due, Status
from remedies.ledger.entries import Fund, Notice, Order, Payment, Recovery, Told, Transfer
from remedies.ledger.fallen_due import whole_owed
from remedies.ledger.steps import principal_steps


def _free_of_interest(due: Due, case: Asked) -> Settled | None:
    liability = case.liability(due.of)
    if liability is None:
        return None
    said, law = interest_terms(case.book, liability), case.shared.law
    try:
        why = why_no_interest(whole_owed(liability), said, law, liability.judgment_on)
    except LawNotEncodedError:
        return None
    if why:
        return Settled(status=Status.OVERTAKEN, why=f"no interest: {why}")
    return _paid_by(case.book, due)


def _paid_by(book: Book, due: Due) -> Settled | None:
    """When a defendant's restitution was first paid in full by the day, if it was."""
    for on, cents in principal_steps(book, due.of):
        if cents <= 0 and (due.due_on is None or on <= due.due_on):
            why = "restitution was paid in full"
            return Settled(status=Status.MET, why=why, on=on, entry=_last_of(book, on))
    return None


def _last_of(book: Book, on: dt.date) -> int | None:
    """The last entry of a day that can lower what a defendant owes."""
    found = [e.seq for e in book.live if e.on == on and isinstance(e.body, _LOWERS)]
    return max(found, default=None)


_LOWERS: Final = (Payment, Recovery, Transfer, Order)


def _notice(due: Due, case: Asked) -> Settled | None:
    told = Told.DEFAULT if due.key == "default_notice" else Told.DELINQUENCY
    if due.met_on is not None:
        given = [
            entry.seq
            for entry, body in case.book.every(Notice)
            if (body.obligor, body.tells, entry.on) == (due.of, told, due.met_on)
        ]
        return Settled(status=Status.MET, on=due.met_on, entry=min(given, default=None))
    if case.nothing_owed(due.of):
        return Settled(status=Status.OVERTAKEN, why="nothing is owed any more")
    return None


def _entire_amount(due: Due, case: Asked) -> Settled | None:
    steps = principal_steps(case.book, due.of)
    if not case.nothing_owed(due.of) or not steps:
        return None
    on, entry = steps[-1][0], _last_of(case.book, steps[-1][0])
    return Settled(status=Status.MET, why="everything was paid", on=on, entry=entry)


def _end(due: Due, case: Asked) -> Settled | None:
    """A liability that is satisfied, and its lien, come to no end that anybody must watch."""
    if not case.nothing_owed(due.of):
        return None
    steps = principal_steps(case.book, due.of)
    entry = _last_of(case.book, steps[-1][0]) if steps else None
    return Settled(status=Status.OVERTAKEN, why="nothing is owed any more", entry=entry)


def _end_of_fund(fund: Fund) -> Callable[[Due, Asked], Settled | None]:
    def end(due: Due, case: Asked) -> Settled | None:
        liability = case.liability(due.of)
        paid = [
            (entry.seq, body.applied.funds[fund])
            for entry, body in case.book.every(Payment)
            if body.obligor == due.of
            and fund in body.applied.funds
            and body.reference not in case.book.reversed
        ]
        if liability is None or sum(cents for _, cents in paid) < getattr(liability, fund.value):
            return None
        entry = max((seq for seq, _ in paid), default=None)
        return Settled(status=Status.OVERTAKEN, why="paid in full", entry=entry)

    return end


OF_DEFENDANTS: Final[Mapping[str, Callable[[Due, Asked], Settled | None]]] = {
    "free_of_interest": _free_of_interest,
    "delinquency_notice": _notice,
    "default_notice": _notice,
    "entire_amount_due": _entire_amount,
    "liability_ends": _end,
    "lien_ends": _end,
    "fine_ends": _end_of_fund(Fund.FINE),
    "special_assessment_ends": _end_of_fund(Fund.SPECIAL_ASSESSMENT),
}
"""What settles each day, by its key."""
