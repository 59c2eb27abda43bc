"""The ledger's arithmetic again, slowly and apart from it: every sum is added up anew from the entries.

Written from the rules and not from the program: 18 U.S.C. §§ 1594(f)(3), 2259A(d)(2), 3612(c), 3664(h)-(j).
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from remedies.ledger.entries import (
    Award,
    Compensation,
    Disbursement,
    Distribution,
    Entry,
    Liability,
    Order,
    Payment,
    Recovery,
    Refund,
    Returned,
    Reversal,
    Transfer,
)

UNITED_STATES = "US"


def in_effect(entries: Sequence[Entry]) -> list[Any]:
    """The bodies that nobody corrected, payments without those that were reversed."""
    gone = {entry.corrects for entry in entries}
    bodies = [entry.body for entry in entries if entry.seq not in gone]
    reversed_ = {body.payment for body in bodies if isinstance(body, Reversal)}
    return [b for b in bodies if not (isinstance(b, Payment) and b.reference in reversed_)]


def order_of(entries: Sequence[Entry]) -> Order:
    gone = {entry.corrects for entry in entries}
    found = [e for e in entries if isinstance(e.body, Order) and e.seq not in gone]
    latest = max(found, key=lambda entry: (entry.on, entry.seq)).body
    assert isinstance(latest, Order)
    return latest


class Reference:
    """The sums of a journal; each is asked for as the rule says it."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.bodies = in_effect(entries)
        self.order = order_of(entries)
        self.awards: dict[str, Award] = {a.obligee: a for a in self.order.awards}
        self.liabilities: dict[str, Liability] = {x.obligor: x for x in self.order.liabilities}

    def every(self, kind: type) -> list[Any]:
        return [body for body in self.bodies if isinstance(body, kind)]

    def principal(self, obligee: str, obligor: str | None = None) -> int:
        return sum(
            body.applied.principal.get(obligee, 0)
            for body in self.every(Payment)
            if obligor in {None, body.obligor}
        )

    def reimbursed(self, victim: str, obligor: str | None = None) -> int:
        return sum(
            body.applied.reimbursed.get(victim, 0)
            for body in self.every(Payment)
            if obligor in {None, body.obligor}
        )

    def transferred(self, victim: str) -> int:
        return sum(body.shares.get(victim, 0) for body in self.every(Transfer))

    def recovered(self, victim: str) -> int:
        return sum(
            b.same_loss + min(b.liquidated, b.liquidated_in_award)
            for b in self.every(Recovery)
            if b.victim == victim
        )

    def compensation(self) -> dict[tuple[str, str], int]:
        found: dict[tuple[str, str], int] = {}
        for body in self.every(Compensation):
            if not body.order:
                continue
            key = (body.reference, body.victim)
            found[key] = found.get(key, 0) + body.amount
        return found

    def due(self, victim: str) -> int:
        payers = sum(cents for (_, v), cents in self.compensation().items() if v == victim)
        owed = self.awards[victim].amount - payers - self.recovered(victim)
        return max(0, owed - self.transferred(victim) - self.principal(victim))

    def to_payers(self, obligor: str | None = None) -> dict[tuple[str, str], int]:
        """What payers got on each victim's account, as the entries say."""
        found = dict.fromkeys(self.compensation(), 0)
        for body in self.every(Payment):
            for part in body.applied.compensated if obligor in {None, body.obligor} else ():
                found[part.payer, part.victim] = (
                    found.get((part.payer, part.victim), 0) + part.amount
                )
        return found

    def debt(self, victim: str) -> int:
        payers = sum(cents for (_, v), cents in self.to_payers().items() if v == victim)
        met = self.recovered(victim) + self.principal(victim) + self.reimbursed(victim) + payers
        return max(0, self.awards[victim].amount - met)

    def left(self, obligor: str, victim: str) -> int:
        payers = sum(cents for (_, v), cents in self.to_payers(obligor).items() if v == victim)
        paid = self.principal(victim, obligor) + self.reimbursed(victim, obligor) + payers
        return self.liabilities[obligor].amounts.get(victim, 0) - paid

    def under_cap(self, obligor: str) -> int | None:
        cap = self.liabilities[obligor].cap
        if cap is None:
            return None
        paid = [body.applied for body in self.every(Payment) if body.obligor == obligor]
        spent = sum(sum(a.principal.values()) + sum(a.reimbursed.values()) for a in paid)
        return max(0, cap - spent)

    def balance(self, obligee: str) -> int:
        came = self.principal(obligee) + self.transferred(obligee)
        out = sum(body.shares.get(obligee, 0) for body in self.every(Disbursement))
        back = sum(b.amount for b in self.every(Returned) if b.obligee == obligee)
        return came - out + back

    def money_in(self) -> int:
        paid = sum(body.amount for body in self.every(Payment))
        return paid + sum(sum(body.shares.values()) for body in self.every(Transfer))

    def money_out(self) -> int:
        out = sum(sum(body.shares.values()) for body in self.every(Disbursement))
        out -= sum(body.amount for body in self.every(Returned))
        return out + sum(body.amount for body in self.every(Refund))

    def restitution(self, obligor: str, amount: int) -> dict[str, int]:
        """To whom an amount of restitution goes: victims, ``AG:`` with the victim, payers; then ``rest``."""
        cap = self.under_cap(obligor)
        fund = amount if cap is None else min(amount, cap)
        rest = amount - fund
        liable = self.liabilities[obligor].amounts
        room = {v: max(0, min(self.left(obligor, v), self.debt(v))) for v in liable}
        found: dict[str, int] = {}
        plain = [v for v in self.awards if v in liable and v != UNITED_STATES]
        fund = self._victims(plain, room, fund, found)
        fund = self._payers(room, fund, found)
        fund = self._victims(
            [v for v in self.awards if v in liable and v == UNITED_STATES], room, fund, found
        )
        owed = {v: max(0, self.transferred(v) - self.reimbursed(v)) for v in liable}
        caps = [min(owed[v], room[v]) for v in liable]
        for victim, share in zip(liable, divided(caps, caps, fund, [0] * len(caps)), strict=True):
            found[f"AG:{victim}"] = share
            fund -= share
        return {k: c for k, c in found.items() if c} | (
            {"rest": rest + fund} if rest + fund else {}
        )

    def _victims(
        self, victims: list[str], room: dict[str, int], fund: int, found: dict[str, int]
    ) -> int:
        groups = [victims]
        if self.order.distribution is Distribution.BY_ORDER:
            groups = [[victim] for victim in victims]
        elif self.order.distribution is Distribution.BY_PRIORITY:
            steps = sorted({self.awards[v].priority for v in victims})
            groups = [[v for v in victims if self.awards[v].priority == step] for step in steps]
        for group in groups:
            caps = [min(self.due(v), room[v]) for v in group]
            weights = [self.awards[v].amount for v in group]
            had = [self.principal(v) + self.transferred(v) for v in group]
            for victim, share in zip(group, divided(weights, caps, fund, had), strict=True):
                found[victim] = found.get(victim, 0) + share
                room[victim] -= share
                fund -= share
        return fund

    def _payers(self, room: dict[str, int], fund: int, found: dict[str, int]) -> int:
        got = self.to_payers()
        items = [(k, c - got[k]) for k, c in self.compensation().items() if c > got[k]]
        space = {**{v: 0 for _, v in self.compensation()}, **room}
        caps = []
        for (_, victim), cents in items:
            caps.append(min(cents, space[victim]))
            space[victim] -= caps[-1]
        shares = divided([cents for _, cents in items], caps, fund, [0] * len(items))
        for ((payer, victim), _), share in zip(items, shares, strict=True):
            found[payer] = found.get(payer, 0) + share
            room[victim] = room.get(victim, 0) - share
            fund -= share
        return fund


def divided(
    weights: Sequence[int], caps: Sequence[int], fund: int, had: Sequence[int]
) -> list[int]:
    """Divide by weight, nobody above the cap, cent by cent where whole cents do not do."""
    exact = filled(weights, caps, fund)
    shares = [int(share) for share in exact.values()]
    fractions = [share - int(share) for share in exact.values()]
    open_ = [i for i, share in exact.items() if share < caps[i]]
    whole, got = sum(weights[i] for i in open_), sum(had[i] for i in open_)
    for _ in range(int(sum(fractions))):
        chosen = max(open_, key=lambda i: (fractions[i], got * weights[i] - had[i] * whole, -i))
        shares[chosen] += 1
        fractions[chosen] = Fraction(-1)
    return shares


def filled(weights: Sequence[int], caps: Sequence[int], fund: int) -> Mapping[int, Fraction]:
    """The exact shares: whoever would be above the cap gets the cap, the others divide the rest."""
    found = {index: Fraction(0) for index in range(len(weights))}
    open_ = [i for i in found if caps[i] > 0 and weights[i] > 0]
    left = Fraction(min(fund, sum(caps[i] for i in open_)))
    while open_ and left:
        whole = sum(weights[i] for i in open_)
        above = [i for i in open_ if left * weights[i] / whole >= caps[i]]
        if not above:
            return found | {i: left * weights[i] / whole for i in open_}
        for index in above:
            found[index] = Fraction(caps[index])
            left -= caps[index]
        open_ = [i for i in open_ if i not in above]
    return found
