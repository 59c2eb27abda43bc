"""Which entries stand behind each amount of a statement: one pass over the entries that count."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from remedies.ledger.book import Book
from remedies.ledger.entries import (
    Applied,
    Compensation,
    Disbursement,
    Entry,
    Fund,
    Payment,
    Recovery,
    Refund,
    Returned,
    Reversal,
    Transfer,
)

_Group = tuple[frozenset[str], list[int]]
"""People, and the numbers of the entries that concern all of them."""


class Cites:
    """The entries behind amounts, by kind of amount and by whom they concern.

    Most entries of a large case concern the same people; entries are kept by the set of people that they
    concern, so that a case of a million shares is not a million notes.
    """

    def __init__(self, book: Book) -> None:
        """Read the entries that count."""
        self._book = book
        self._groups: defaultdict[str, dict[tuple[str, ...], _Group]] = defaultdict(dict)
        self._latest: dict[str, tuple[tuple[str, ...], _Group]] = {}
        self._merged: dict[tuple[str, tuple[int, ...]], tuple[int, ...]] = {}
        for entry in book.live:
            note = _NOTES.get(type(entry.body))
            if note is not None:
                note(self, entry, entry.body)

    def of(self, kind: str, name: str) -> tuple[int, ...]:
        """Return the numbers of the entries of one kind that concern somebody, rising."""
        groups = self._groups[kind]
        found = [group for group in groups.values() if name in group[0]]
        key = kind, tuple([id(group) for group in found])
        if key not in self._merged:
            self._merged[key] = tuple(sorted({seq for _, entries in found for seq in entries}))
        return self._merged[key]

    def note(self, kind: str, names: Iterable[str], seq: int) -> None:
        """Note that an entry concerns these people."""
        named, latest = tuple(names), self._latest.get(kind)
        if latest is None or latest[0] != named:  # most concern the same people as the one before
            groups = self._groups[kind]
            group = groups.get(named)
            if group is None:
                group = groups[named] = frozenset(named), []
            latest = self._latest[kind] = named, group
        latest[1][1].append(seq)

    def applied(self, obligor: str, applied: Applied, seq: int) -> None:
        """Note what a payment was applied to."""
        self.note("received", (obligor,), seq)
        if applied.principal:
            self.note("paid", applied.principal, seq)
        if applied.reimbursed:
            self.note("reimbursed", applied.reimbursed, seq)
            self.note("fund", (f"{obligor} {Fund.ATTORNEY_GENERAL}",), seq)
        if applied.interest:
            self.note("interest", applied.interest, seq)
            self.note("interest_by", (obligor,), seq)
        if applied.funds:
            self.note("fund", [f"{obligor} {fund}" for fund in applied.funds], seq)
        if applied.unapplied:
            self.note("unapplied", (obligor,), seq)

    def reversed(self, body: Reversal, seq: int) -> None:
        """Note that a payment was taken back."""
        paid = paid_of(self._book.versions, body)
        if paid is not None:
            self.applied(paid.obligor, paid.applied, seq)


def paid_of(versions: Mapping[str, Mapping[str, list[Entry]]], body: Reversal) -> Payment | None:
    """Return the payment that a reversal takes back."""
    found = versions[Payment.kind].get(body.payment)
    paid = found[-1].body if found else None
    return paid if isinstance(paid, Payment) else None


_Note = Callable[[Cites, Entry, Any], None]
_NOTES: Final[Mapping[type, _Note]] = {
    Payment: lambda c, e, b: c.applied(b.obligor, b.applied, e.seq),
    Reversal: lambda c, e, b: c.reversed(b, e.seq),
    Transfer: lambda c, e, b: c.note("transferred", b.shares, e.seq),
    Disbursement: lambda c, e, b: c.note("disbursed", b.shares, e.seq),
    Returned: lambda c, e, b: c.note("disbursed", (b.obligee,), e.seq),
    Recovery: lambda c, e, b: c.note("recovered", (b.victim,), e.seq),
    Compensation: lambda c, e, b: (
        c.note("compensated", (b.victim, b.reference), e.seq) if b.order else None
    ),
    Refund: lambda c, e, b: c.note("refunded", (b.payment,), e.seq),
}
