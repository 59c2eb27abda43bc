"""A case whose days are asked about, and what settles a day before anybody counts how many are left."""

import datetime as dt
from dataclasses import dataclass

from remedies.ledger.book import Book
from remedies.ledger.due import Status
from remedies.ledger.entries import Liability
from remedies.ledger.owed import owed_by
from remedies.ledger.statement_interest import Collecting
from remedies.ledger.steps import principal_steps
from remedies.ledger.terms import terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What settled a day before anybody asks how many days are left."""

    status: Status
    why: str = ""
    on: dt.date | None = None
    entry: int | None = None


class Asked:
    """A case whose days are asked about; with ``victim`` by no other's losses, as that one may know it."""

    def __init__(self, book: Book, shared: Collecting, victim: str = "") -> None:
        """Ask about a book, which is up to the day that is asked about."""
        self.book = book
        self.shared = shared
        self.as_of = shared.as_of
        self.victim = victim
        self._nothing_owed: dict[str, bool] = {}

    def liability(self, obligor: str) -> Liability | None:
        """Return what the order makes a defendant owe."""
        ordered = terms(self.book)
        return ordered.liabilities.get(obligor) if ordered else None

    def nothing_owed(self, obligor: str) -> bool:
        """Return whether a defendant, once liable, owes no principal, interest or penalty."""
        if obligor not in self._nothing_owed:
            self._nothing_owed[obligor] = self._asked(obligor)
        return self._nothing_owed[obligor]

    def _asked(self, obligor: str) -> bool:
        steps = principal_steps(self.book, obligor)
        if self.liability(obligor) is None or (steps and steps[-1][1] > 0):
            return False
        if self.shared.owed_by(self.book, obligor).principal:
            return False
        late = owed_by(self.book, obligor, self.as_of, self.shared.law).accrued
        return not (late.interest or late.fine_interest or late.penalties or late.unknown)
