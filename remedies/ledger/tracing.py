"""Where every dollar went: asset, transfer, order, victim, disbursement; and back from a victim.

Authority:
    18 U.S.C. § 1594(f)(1): what is forfeited is transferred "to satisfy victim restitution orders".

Dollars held for one obligee are alike, and no rule says which of them a disbursement pays out. The
convention here: the oldest first, and those on hold last. What comes back is held again under its own name.
A payment that the bank took back leaves its disbursements to be made up by what comes next.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from remedies.ledger.entries import (
    Disbursement,
    Entry,
    Fund,
    Hold,
    Order,
    Path,
    Payment,
    Released,
    Returned,
    Reversal,
    Transfer,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where dollars come from: a transfer of an asset's proceeds, or a payment (``asset`` is empty)."""

    reference: str
    on: dt.date
    seq: int
    asset: str = ""
    path: Path | None = None
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Dollars of one source for one obligee; ``disbursement`` is empty while they are held."""

    source: Source
    obligee: str
    cents: int
    disbursement: str = ""
    paid_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Every flow; ``made_up`` is what disbursements paid out that no source covers, by obligee."""

    flows: tuple[Flow, ...]
    made_up: Mapping[str, int]

    def of_asset(self, asset: str) -> tuple[Flow, ...]:
        """Return where an asset's proceeds went."""
        return tuple(flow for flow in self.flows if flow.source.asset == asset)

    def of_obligee(self, obligee: str) -> tuple[Flow, ...]:
        """Return whence an obligee's money came."""
        return tuple(flow for flow in self.flows if flow.obligee == obligee)


def trace(entries: Iterable[Entry]) -> Trace:
    """Return the flows of a case's money, from its entries in the order of recording.

    Entries that are voided or replaced must be left out by the caller.
    """
    ledger = _Flows()
    for entry in entries:
        ledger.take(entry)
    return ledger.made()


@dataclass(slots=True)
class _Flows:
    """The dollars held, by obligee, the oldest first, and those paid out."""

    held: dict[str, list[Flow]] = field(default_factory=lambda: defaultdict(list))
    paid: list[Flow] = field(default_factory=list)
    short: dict[str, list[Flow]] = field(default_factory=lambda: defaultdict(list))
    holds: dict[str, str] = field(default_factory=dict)
    order: str = ""

    def take(self, entry: Entry) -> None:
        match entry.body:
            case Order() as order:
                self.order = order.reference
            case Payment() as payment:
                source = Source(reference=payment.reference, on=entry.on, seq=entry.seq)
                for obligee, cents in _applied(payment):
                    self._come(source, obligee, cents)
            case Transfer() as transfer:
                self._transfer(transfer, entry)
            case Disbursement() as disbursement:
                for obligee, cents in disbursement.shares.items():
                    self._pay(obligee, cents, disbursement.reference, entry.on)
            case Returned() as returned:
                self._come_back(returned)
            case Reversal() as reversal:
                self._reverse(reversal.payment)
            case Hold() | Released() as word:
                self._hold(word)
            case _:
                return

    def _hold(self, word: Hold | Released) -> None:
        if isinstance(word, Hold):
            self.holds[word.reference] = word.of
        else:
            self.holds.pop(word.hold, None)

    def _transfer(self, transfer: Transfer, entry: Entry) -> None:
        source = Source(
            reference=transfer.reference,
            on=entry.on,
            seq=entry.seq,
            asset=transfer.asset,
            path=transfer.path,
            order=self.order,
        )
        for victim, cents in transfer.shares.items():
            self._come(source, victim, cents)

    def _come(self, source: Source, obligee: str, cents: int) -> None:
        """Hold dollars for an obligee; what was paid out uncovered before takes them first."""
        if cents <= 0:
            return
        self.held[obligee].append(Flow(source=source, obligee=obligee, cents=cents))
        waiting, self.short[obligee] = self.short[obligee], []
        for flow in waiting:
            self._pay(obligee, flow.cents, flow.disbursement, flow.paid_on)

    def _pay(self, obligee: str, cents: int, reference: str, on: dt.date | None) -> None:
        on_hold = set(self.holds.values())
        lots = self.held[obligee]
        for lot in sorted(lots, key=lambda lot: (lot.source.reference in on_hold, _age(lot))):
            if not cents:
                break
            part = min(cents, lot.cents)
            cents -= part
            self.paid.append(replace(lot, cents=part, disbursement=reference, paid_on=on))
            lots.remove(lot)
            if lot.cents > part:
                lots.append(replace(lot, cents=lot.cents - part))
        if cents:
            source = Source(reference="", on=on or dt.date.min, seq=0)
            owed = Flow(source=source, obligee=obligee, cents=cents)
            self.short[obligee].append(replace(owed, disbursement=reference, paid_on=on))

    def _come_back(self, returned: Returned) -> None:
        cents = returned.amount
        for flow in reversed(self.paid):
            if (flow.disbursement, flow.obligee) != (returned.disbursement, returned.obligee):
                continue
            part = min(cents, flow.cents)
            cents -= part
            self.paid.remove(flow)
            if flow.cents > part:
                self.paid.append(replace(flow, cents=flow.cents - part))
            self._come(flow.source, flow.obligee, part)
            if not cents:
                return

    def _reverse(self, payment: str) -> None:
        for lots in self.held.values():
            lots[:] = [lot for lot in lots if lot.source.reference != payment or lot.source.asset]
        gone = [
            flow
            for flow in self.paid
            if flow.source.reference == payment and not flow.source.asset
        ]
        self.paid = [flow for flow in self.paid if flow not in gone]
        for flow in gone:
            self._pay(flow.obligee, flow.cents, flow.disbursement, flow.paid_on)

    def made(self) -> Trace:
        held = [lot for lots in self.held.values() for lot in lots]
        made_up = {
            who: sum(flow.cents for flow in flows) for who, flows in self.short.items() if flows
        }
        return Trace(flows=_merged([*self.paid, *held]), made_up=made_up)


def _applied(payment: Payment) -> Iterator[tuple[str, int]]:
    applied = payment.applied
    yield from applied.principal.items()
    yield from applied.interest.items()
    yield from ((fund.value, cents) for fund, cents in applied.funds.items())
    yield Fund.ATTORNEY_GENERAL.value, sum(applied.reimbursed.values())


def _age(flow: Flow) -> int:
    return flow.source.seq


def _merged(flows: Iterable[Flow]) -> tuple[Flow, ...]:
    """Put together what differs in nothing but the amount, in the order of source, obligee and payment."""
    sums: dict[Flow, int] = defaultdict(int)
    for flow in flows:
        sums[replace(flow, cents=0)] += flow.cents
    found = [replace(flow, cents=cents) for flow, cents in sums.items()]
    return tuple(sorted(found, key=_in_order))


def _in_order(flow: Flow) -> tuple[int, str, dt.date, str]:
    return (flow.source.seq, flow.obligee, flow.paid_on or dt.date.max, flow.disbursement)
