"""The two sides of a reconciliation: the rows of their ledger, and what our journal has beside them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from remedies.ledger.entries import (
    Disbursement,
    Entry,
    Payment,
    Refund,
    Returned,
    Reversal,
    Transfer,
    Voided,
)


class Way(StrEnum):
    """Whether money came in or went out."""

    RECEIVED = "received"
    PAID_OUT = "paid_out"


class BalanceOf(StrEnum):
    """What a column of running balances counts: what is held, or what is still owed."""

    HELD = "held"
    OWED = "owed"

    def after(self, before: int, row: "TheirRow") -> int:
        """Return the balance after a row: money in adds to what is held and takes from what is owed."""
        if self is BalanceOf.HELD:
            return before + row.signed
        return before - row.amount if row.way is Way.RECEIVED else before


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirRow:
    """One row of a clerk's or an agency's ledger; cents. ``where`` names the row in their file.

    ``party`` is the payer or payee as a reference of the case; empty where theirs names none that is known.
    """

    on: dt.date
    amount: int
    way: Way = Way.RECEIVED
    party: str = ""
    receipt: str = ""
    balance: int | None = None
    where: str = ""

    @property
    def signed(self) -> int:
        """The amount, negative where it went out."""
        return self.amount if self.way is Way.RECEIVED else -self.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class OurLine:
    """One line of our journal as their ledger would have it: a disbursement is a line for each payee."""

    seq: int
    on: dt.date
    kind: str
    reference: str
    amount: int
    way: Way
    party: str = ""
    receipt: str = ""

    @property
    def signed(self) -> int:
        """The amount, negative where it went out."""
        return self.amount if self.way is Way.RECEIVED else -self.amount


def our_lines(entries: Iterable[Entry]) -> Iterator[OurLine]:
    """Yield what moved money in a journal, in its order, without what was corrected or taken back."""
    kept = tuple(entries)
    corrected = {entry.corrects for entry in kept if entry.corrects is not None}
    payments = {
        entry.body.reference: entry.body
        for entry in kept
        if isinstance(entry.body, Payment) and entry.seq not in corrected
    }
    for entry in kept:
        if entry.seq not in corrected and not isinstance(entry.body, Voided):
            yield from _lines(entry, payments)


def _lines(entry: Entry, payments: dict[str, Payment]) -> Iterator[OurLine]:
    match entry.body:
        case Payment() as paid:
            yield _line(entry, paid.reference, paid.amount, paid.obligor, paid.receipt)
        case Transfer() as sent:
            yield _line(entry, sent.reference, sum(sent.shares.values()))
        case Disbursement() as out:
            for obligee, share in out.shares.items():
                yield _line(entry, out.reference, -share, obligee)
        case Returned() as back:
            yield _line(entry, back.disbursement, back.amount, back.obligee)
        case Refund() as refund:
            payment = payments.get(refund.payment)
            obligor = payment.obligor if payment else ""
            yield _line(entry, refund.reference, -refund.amount, obligor)
        case Reversal() as reversal if reversal.payment in payments:
            paid = payments[reversal.payment]
            yield _line(entry, paid.reference, -paid.amount, paid.obligor, paid.receipt)
        case _:
            return


def _line(
    entry: Entry, reference: str, signed: int, party: str = "", receipt: str = ""
) -> OurLine:
    return OurLine(
        seq=entry.seq,
        on=entry.on,
        kind=entry.body.kind,
        reference=reference,
        amount=abs(signed),
        way=Way.RECEIVED if signed >= 0 else Way.PAID_OUT,
        party=party,
        receipt=receipt,
    )
