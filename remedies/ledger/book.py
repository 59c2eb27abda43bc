"""The book of a case: its journal replayed, what follows from it, and the only door for a new entry."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NoReturn, Self

from remedies.errors import ConflictError, Problem
from remedies.law import Law
from remedies.ledger import owed
from remedies.ledger.application import application
from remedies.ledger.assertions import held, shortfall
from remedies.ledger.auditing import Finding, audit
from remedies.ledger.corrections import check_after, check_correction
from remedies.ledger.derived import Terms
from remedies.ledger.effects import take_effect
from remedies.ledger.entries import Applied, CaseOpened, Entry, Voided
from remedies.ledger.holding import OnHold, Unclaimed, hold_list, payable, unclaimed
from remedies.ledger.owed import OwedBy, OwedTo
from remedies.ledger.refusals import check
from remedies.ledger.state import State
from remedies.ledger.stated import positions_stated
from remedies.ledger.steps import principal_steps
from remedies.ledger.terms import terms, terms_on


class Book(State):
    """Everything that follows from a case's journal.

    ``entries`` are all that are known, ``live`` those in effect: neither corrected nor after ``as_of``.
    A book replayed as of an earlier day, or as known earlier, is for reading; nothing is posted to it.
    """

    def __init__(self, choices: Mapping[str, str] | None = None) -> None:
        """Begin with an empty journal; ``choices`` are positions taken where the case states none."""
        super().__init__(choices)
        self._given = self.choices
        self._view = False

    @classmethod
    def replay(
        cls,
        entries: Iterable[Entry],
        as_of: dt.date | None = None,
        known: int | None = None,
        *,
        choices: Mapping[str, str] | None = None,
    ) -> Self:
        """Return the book that these entries make; they were checked when they were posted.

        ``as_of``: with what happened up to the end of that day. ``known``: with what was recorded up to
        that entry, corrections included. ``choices`` hold where the case itself states no position.
        """
        book = cls(choices)
        book._view = as_of is not None or known is not None
        book.entries = [e for e in entries if known is None or e.seq <= known]
        book.corrected = {e.corrects: e.seq for e in book.entries if e.corrects is not None}
        effective = [e for e in book.entries if e.seq not in book.corrected]
        book.choices = {**book._given, **positions_stated(effective)}
        for entry in effective:
            if as_of is None or entry.on <= as_of:
                take_effect(book, entry)
        return book

    @property
    def next_seq(self) -> int:
        """The number of the next entry."""
        return self.entries[-1].seq + 1 if self.entries else 1

    def post(self, entry: Entry) -> None:
        """Enter what happened, if it contradicts neither itself nor the book.

        Raises:
            LedgerError: with every reason; nothing was entered.
            ConflictError: its number is taken, or somebody else's entry came first.

        """
        entries = self.entries
        if self._view or entry.seq != (entries[-1].seq + 1 if entries else 1):
            self._refuse_place()
        if entry.corrects is None:
            check(self, entry)
            take_effect(self, entry)
        else:
            self._correct(entry)
        self.entries.append(entry)
        if entry.body.kind == CaseOpened.kind:
            self._restate()

    def _refuse_place(self) -> NoReturn:
        if self._view:
            message = "A book as of an earlier day is for reading; replay the whole journal."
            raise ConflictError([Problem("seq", "view", message)])
        message = (
            f"The next entry is number {self.next_seq}; something was recorded meanwhile."
            " Read the case again, then enter it anew."
        )
        raise ConflictError([Problem("seq", "stale", message)])

    def _restate(self) -> None:
        """Compute everything anew, where a version of the case states other positions."""
        if {**self._given, **positions_stated(self.live)} != self.choices:
            self.__dict__.update(self.replay(self.entries, choices=self._given).__dict__)

    def _correct(self, entry: Entry) -> None:
        """Replace an entry or take it back, on a copy; where that is refused, all stays as it was."""
        target = check_correction(self, entry)
        copy = self.replay((e for e in self.live if e is not target), choices=self._given)
        if not isinstance(entry.body, Voided):
            check(copy, entry)
        take_effect(copy, entry)
        check_after(self, copy, target)
        copy.entries = self.entries
        copy.corrected = {**self.corrected, target.seq: entry.seq}
        self.__dict__.update(copy.__dict__)

    def as_of(self, day: dt.date) -> Self:
        """Return the book as it was at the end of a day, with everything recorded since."""
        return type(self).replay(self.entries, as_of=day, choices=self._given)

    @property
    def terms(self) -> Terms | None:
        """The order's latest version, read for computing; None while nothing is ordered."""
        return terms(self)

    def order_on(self, day: dt.date) -> Terms | None:
        """Return the version of the order in force on a day; None before the first."""
        return terms_on(self, day)

    def owed_to(self, reference: str) -> OwedTo:
        """Return what a victim, payer or fund was awarded, got and is still owed."""
        return owed.owed_to(self, reference)

    def owed_by(self, reference: str, on: dt.date | None = None, law: Law | None = None) -> OwedBy:
        """Return what a defendant still owes and to whom, on a day; with ``law`` also what accrued."""
        return owed.owed_by(self, reference, on, law)

    def application(
        self, obligor: str, amount: int, on: dt.date, law: Law | None = None
    ) -> Applied:
        """Return to what a payment would be applied; it is entered with that."""
        return application(self, obligor, amount, on, law)

    def payable(self, on: dt.date) -> dict[str, int]:
        """Return what may be disbursed on a day, in cents by obligee or fund."""
        return payable(self, on)

    @property
    def on_hold(self) -> list[OnHold]:
        """The holds in force, each with what it keeps."""
        return hold_list(self)

    @property
    def unclaimed(self) -> list[Unclaimed]:
        """What came back and was not sent again."""
        return unclaimed(self)

    @property
    def corrections(self) -> Mapping[int, int]:
        """The entries that were corrected, each with the entry that corrects it."""
        return self.corrected

    @property
    def shortfall(self) -> int:
        """What went out and came in no more, because a payment was reversed, in cents."""
        return shortfall(self)

    @property
    def refunds(self) -> int:
        """What was refunded, in cents."""
        return sum(self.refunded.values())

    @property
    def paid_out(self) -> int:
        """What was disbursed and did not come back, in cents."""
        return sum(self.disbursed.values())

    @property
    def held(self) -> int:
        """Everything held, for obligees, funds and refunds, in cents."""
        return held(self)

    def principal_steps(self, obligor: str) -> list[tuple[dt.date, int]]:
        """Return a defendant's unpaid restitution principal at the end of each day on which it changed."""
        return principal_steps(self, obligor)

    def audit(self, law: Law | None = None) -> tuple[Finding, ...]:
        """Return what does not follow from the entries before it; empty where all is in order."""
        return audit(self, self.entries, law, self._given)
