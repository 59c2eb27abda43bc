"""Our journal held against a clerk's or an agency's ledger: matched, differing, and what only one side has.

Nothing is posted by it, and nothing is taken as right: it says what differs, entry by entry and in all.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Final, Protocol

from remedies.ledger.entries import Entry, Reconciled
from remedies.ledger.reconciliation_lines import BalanceOf, OurLine, TheirRow, Way, our_lines

__all__ = ["BalanceOf", "OurLine", "Reconciliation", "TheirRow", "Way", "reconcile"]

NEAR_DAYS: Final = 7
"""How many days apart two entries of one amount and party are still taken for the same."""

_RECEIPT_PASSES: Final = (
    ("receipt", "way", "amount", "on", "party"),
    ("receipt", "way", "amount", "on"),
    ("receipt", "way"),
)
"""Several entries may have one receipt: those that agree in most are matched first."""


class By(StrEnum):
    """What two sides were matched by, surest first."""

    RECEIPT = "receipt"
    DAY_AND_AMOUNT = "day_and_amount"
    NEARBY_DAY = "nearby_day"


class Journal(Protocol):
    """What holds the entries of a case: its book."""

    @property
    def entries(self) -> Sequence[Entry]:
        """The entries, in the order of recording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field in which two matched entries differ: cents, days or references, as text of their kind."""

    field: str
    theirs: str
    ours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A row of theirs and the line of ours that it is, with every field in which they differ."""

    theirs: TheirRow
    ours: OurLine
    by: By
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A row after which their running balance is not what the row before and its amount make."""

    where: str
    on: dt.date
    expected: int
    stated: int

    @property
    def difference(self) -> int:
        """Stated less expected, in cents."""
        return self.stated - self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What one side received and paid out, in cents."""

    received: int
    paid_out: int

    @property
    def net(self) -> int:
        """What remains of what was received."""
        return self.received - self.paid_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """Everything that a comparison found; ``pairs`` are both the matched and the differing."""

    pairs: tuple[Match, ...]
    only_theirs: tuple[TheirRow, ...]
    only_ours: tuple[OurLine, ...]
    theirs: Totals
    ours: Totals
    breaks: tuple[Break, ...]

    @property
    def matched(self) -> tuple[Match, ...]:
        """The pairs that agree in every field that both sides have."""
        return tuple(pair for pair in self.pairs if not pair.differences)

    @property
    def differing(self) -> tuple[Match, ...]:
        """The pairs that differ."""
        return tuple(pair for pair in self.pairs if pair.differences)

    @property
    def agrees(self) -> bool:
        """Whether both ledgers say the same."""
        return not (self.differing or self.only_theirs or self.only_ours or self.breaks)

    def entry(self, source: str, digest: str) -> Reconciled:
        """Return the record of this comparison, with what each side's net is."""
        return Reconciled(
            source=source,
            digest=digest,
            matched=len(self.matched),
            differing=len(self.differing),
            only_theirs=len(self.only_theirs),
            only_ours=len(self.only_ours),
            theirs_total=self.theirs.net,
            ours_total=self.ours.net,
        )


def reconcile(
    book: Journal,
    rows: Sequence[TheirRow],
    *,
    balance_of: BalanceOf = BalanceOf.HELD,
    begins_on: dt.date | None = None,
    ends_on: dt.date | None = None,
) -> Reconciliation:
    """Return what differs between a journal and the rows of another ledger.

    Rows are matched by receipt; then by way, day, amount and party; then by way, amount and party within
    :data:`NEAR_DAYS` days. A party that one side does not name hinders no match.

    Args:
        book: the case's book.
        rows: theirs, in the order of their file.
        balance_of: what their running balance counts.
        begins_on: the first day that their ledger covers; what we have before is left out.
        ends_on: the last day that it covers.

    """
    ours = [
        line
        for line in our_lines(book.entries)
        if (begins_on is None or line.on >= begins_on) and (ends_on is None or line.on <= ends_on)
    ]
    matching = _Matching(rows, ours)
    pairs = matching.pairs()
    return Reconciliation(
        pairs=pairs,
        only_theirs=tuple(matching.rows.values()),
        only_ours=tuple(matching.lines.values()),
        theirs=_totals(rows),
        ours=_totals(ours),
        breaks=tuple(breaks(rows, balance_of)),
    )


def breaks(rows: Sequence[TheirRow], balance_of: BalanceOf) -> Iterator[Break]:
    """Yield every row where the running balance does not follow; each counts on from what is stated.

    A ledger that lists the newest first is read from its end.
    """
    ordered = rows[::-1] if rows and rows[0].on > rows[-1].on else rows
    before: int | None = None
    for row in ordered:
        expected = None if before is None else balance_of.after(before, row)
        if row.balance is not None and expected not in {None, row.balance}:
            assert expected is not None  # noqa: S101 - None is in the set
            yield Break(where=row.where, on=row.on, expected=expected, stated=row.balance)
        before = row.balance if row.balance is not None else expected


class _Matching:
    """What is not yet matched on either side; each pass takes away what it matches.

    A row without an amount states a balance, and is matched to nothing.
    """

    def __init__(self, rows: Sequence[TheirRow], lines: Sequence[OurLine]) -> None:
        self.rows = {place: row for place, row in enumerate(rows) if row.amount}
        self.lines = dict(enumerate(lines))
        self._found: dict[int, Match] = {}

    def pairs(self) -> tuple[Match, ...]:
        """Return all pairs, in the order of their rows."""
        for fields in _RECEIPT_PASSES:
            self._by_key(By.RECEIPT, fields, _receipted)
        self._by_key(By.DAY_AND_AMOUNT, ("way", "on", "amount", "party"), _partied)
        self._by_key(By.DAY_AND_AMOUNT, ("way", "on", "amount"), _any)
        self._nearby()
        return tuple(self._found[place] for place in sorted(self._found))

    def _by_key(
        self,
        by: By,
        fields: tuple[str, ...],
        fits: Callable[[TheirRow | OurLine], bool],
    ) -> None:
        """Match the first free line of ours that has a row's fields and does not contradict it."""
        key = attrgetter(*fields)
        free: dict[Hashable, list[int]] = defaultdict(list)
        for place, line in self.lines.items():
            if fits(line):
                free[key(line)].append(place)
        for place, row in list(self.rows.items()):
            if not fits(row):
                continue
            same = free.get(key(row), [])
            chosen = next((n for n in same if by is By.RECEIPT or self._may(row, n)), None)
            if chosen is not None:
                same.remove(chosen)
                self._take(place, chosen, by)

    def _may(self, row: TheirRow, place: int) -> bool:
        """Return whether nothing that both sides name says that they are two entries."""
        line = self.lines[place]
        receipts = {row.receipt, line.receipt} - {""}
        parties = {row.party, line.party} - {""}
        return len(receipts) <= 1 and len(parties) <= 1

    def _nearby(self) -> None:
        free: dict[Hashable, list[int]] = defaultdict(list)
        for place, line in self.lines.items():
            free[line.way, line.amount].append(place)
        for place, row in list(self.rows.items()):
            same = [n for n in free.get((row.way, row.amount), []) if self._may(row, n)]
            near = [(abs((self.lines[n].on - row.on).days), n) for n in same]
            days, chosen = min(near, default=(NEAR_DAYS + 1, -1))
            if days <= NEAR_DAYS:
                free[row.way, row.amount].remove(chosen)
                self._take(place, chosen, By.NEARBY_DAY)

    def _take(self, place: int, chosen: int, by: By) -> None:
        row, line = self.rows.pop(place), self.lines.pop(chosen)
        differences = tuple(_differences(row, line))
        self._found[place] = Match(theirs=row, ours=line, by=by, differences=differences)


def _receipted(one: TheirRow | OurLine) -> bool:
    return bool(one.receipt)


def _partied(one: TheirRow | OurLine) -> bool:
    return bool(one.party)


def _any(_: TheirRow | OurLine) -> bool:
    return True


def _differences(row: TheirRow, line: OurLine) -> Iterator[Difference]:
    if row.on != line.on:
        yield Difference(field="on", theirs=row.on.isoformat(), ours=line.on.isoformat())
    if row.amount != line.amount:
        yield Difference(field="amount", theirs=str(row.amount), ours=str(line.amount))
    if row.party and line.party and row.party != line.party:
        yield Difference(field="party", theirs=row.party, ours=line.party)


def _totals(found: Iterable[TheirRow | OurLine]) -> Totals:
    kept = [one.signed for one in found]
    return Totals(
        received=sum(amount for amount in kept if amount > 0),
        paid_out=-sum(amount for amount in kept if amount < 0),
    )
