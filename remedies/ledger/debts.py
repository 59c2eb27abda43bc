"""What defendants owe of restitution principal at the end of each day, in all and by part of the debt.

Who is liable for a whole award owes for that victim what all owe, whoever paid. That is computed once, and
added up over the victims for whom the same defendants are so liable; only what is owed otherwise is looked
at defendant by defendant.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import repeat

from remedies.calculators.collection.balances import daily_balances
from remedies.ledger.derived import Day, Paid
from remedies.ledger.entries import Liability, Order
from remedies.ledger.totals import Total

Steps = list[tuple[dt.date, int]]


class Debts:
    """The debts of a book by its days; each defendant's are computed when they are asked for."""

    def __init__(self, days: Sequence[Day], part_of: Mapping[str, int]) -> None:
        """Take the days on which principal changed, and the part of the debt of each victim."""
        self._days = days
        self._part_of = part_of
        self._orders = [day.order for day in days if day.order]
        self._in_full = _in_full(self._orders)
        self._together = _together(days, part_of, self._in_full)
        self._kept: dict[str, tuple[Steps, Mapping[int, Steps]]] = {}

    def steps(self, obligor: str) -> Steps:
        """Return a defendant's unpaid principal at the end of each day on which it changed."""
        return self._of(obligor)[0]

    def daily_by_part(self, obligor: str, first: dt.date, last: dt.date) -> Mapping[int, int]:
        """Return the principal unpaid on the days from ``first`` through ``last``, added up, by part.

        A cap is not looked at. What was owed for victims whom only an earlier version of the order named is
        in no part.
        """
        found: defaultdict[int, int] = defaultdict(int)
        for each in self._together:
            if each.part is not None and obligor in each.liable:
                found[each.part] += each.daily(self._days, first, last)
        for part, steps in self._of(obligor)[1].items():
            found[part] += daily_balances(steps, first, last)
        return found

    def _of(self, obligor: str) -> tuple[Steps, Mapping[int, Steps]]:
        """The steps of all that a defendant owes, and by part of what is looked at alone."""
        if obligor not in self._kept:
            self._kept[obligor] = self._computed(obligor)
        return self._kept[obligor]

    def _computed(self, obligor: str) -> tuple[Steps, Mapping[int, Steps]]:
        together = [each.owed for each in self._together if obligor in each.liable]
        shared = map(sum, zip(*together, strict=True)) if together else repeat(0)
        alone = _Alone(obligor, self._orders, self._in_full.get(obligor, set()), self._part_of)
        steps: Steps = []
        by_part: defaultdict[int, Steps] = defaultdict(list)
        for day, owed in zip(self._days, shared, strict=False):
            alone.take(day)
            if alone.liability or steps:
                _step(steps, day.on, alone.within_cap(owed + alone.owed_sum))
            for part, cents in alone.parts.items():
                _step(by_part[part], day.on, cents)
        return steps, by_part


def _step(steps: Steps, day: dt.date, owed: int) -> None:
    if not steps or steps[-1][1] != owed:
        steps.append((day, owed))


def _met(day: Day) -> Mapping[str, int]:
    """What met each victim's debt on a day: paid by anybody, or recovered."""
    if day.met is None:
        met = Total()
        met.add(day.recovered)
        for _, parts, sign, _ in day.paid:
            met.add(parts if sign > 0 else {victim: -cents for victim, cents in parts.items()})
        day.met = met.sums
    return day.met


def _in_full(orders: Sequence[Order]) -> Mapping[str, set[str]]:
    """The victims for whom each defendant is liable in full, by every version of the order."""
    found: dict[str, set[str]] = {}
    for order in orders:
        awards = {award.obligee: award.amount for award in order.awards}
        here = {
            each.obligor: {v for v, cents in each.amounts.items() if awards.get(v) == cents}
            for each in order.liabilities
        }
        found = {
            obligor: mine if order is orders[0] else mine & found.get(obligor, set())
            for obligor, mine in here.items()
        }
    return found


@dataclass(slots=True)
class _Together:
    """Victims of one part of the debt for whom the same defendants are liable in full.

    ``now`` is what each of these owes for them together, ``owed`` that at the end of each day.
    """

    part: int | None
    liable: frozenset[str]
    now: int = 0
    owed: list[int] = field(default_factory=list)
    kept: dict[tuple[dt.date, dt.date], int] = field(default_factory=dict)

    def daily(self, days: Sequence[Day], first: dt.date, last: dt.date) -> int:
        """Return what was owed on the days from ``first`` through ``last``, added up."""
        if (first, last) not in self.kept:
            steps = [(day.on, owed) for day, owed in zip(days, self.owed, strict=True)]
            self.kept[first, last] = daily_balances(steps, first, last)
        return self.kept[first, last]


def _together(
    days: Sequence[Day], part_of: Mapping[str, int], in_full: Mapping[str, set[str]]
) -> Sequence[_Together]:
    """What those owe who are liable in full: each award less all that met it."""
    liable: defaultdict[str, list[str]] = defaultdict(list)
    for obligor, victims in in_full.items():
        for victim in victims:
            liable[victim].append(obligor)
    found: dict[tuple[int | None, frozenset[str]], _Together] = {}
    of = {}
    for victim, obligors in liable.items():
        key = part_of.get(victim), frozenset(obligors)
        of[victim] = found.setdefault(key, _Together(*key))
    if len(found) == 1 and _plain(days, of.keys()):
        (every,) = found.values()
        every.owed = _of_all(days)
        return [every]
    left = dict.fromkeys(of, 0)
    awards: dict[str, int] = {}
    for day in days:
        met = _met(day)
        changed: Mapping[str, int] = met
        if day.order:
            before, awards = awards, {award.obligee: award.amount for award in day.order.awards}
            changed = {v: met.get(v, 0) + before.get(v, 0) - awards.get(v, 0) for v in of}
        for victim, cents in changed.items():
            if victim in of:
                was = left[victim]
                left[victim] = now = was - cents
                of[victim].now += max(0, now) - max(0, was)
        for each in found.values():
            each.owed.append(each.now)
    return list(found.values())


def _plain(days: Sequence[Day], victims: AbstractSet[str]) -> bool:
    """Whether all owe every award, and these never changed, and nothing was recovered or taken back."""
    orders = [day.order for day in days if day.order]
    return (
        {award.obligee for award in orders[0].awards} == victims
        and all(order.awards == orders[0].awards for order in orders)
        and not any(day.recovered for day in days)
        and all(paid.sign > 0 for day in days for paid in day.paid)
    )


def _of_all(days: Sequence[Day]) -> list[int]:
    """What is left of all awards at the end of each day: everything paid lowers what everybody owes."""
    found: list[int] = []
    owed, ordered = 0, False
    for day in days:
        if day.order and not ordered:
            owed += sum(award.amount for award in day.order.awards)
            ordered = True
        owed -= sum(paid.whole for paid in day.paid)
        found.append(max(0, owed))
    return found


class _Alone:
    """What one defendant owes for victims for whom the whole award is not always owed, day by day."""

    def __init__(
        self,
        obligor: str,
        orders: Sequence[Order],
        in_full: AbstractSet[str],
        part_of: Mapping[str, int],
    ) -> None:
        named = [mine for each in orders if (mine := _liability(each, obligor))]
        self.obligor = obligor
        self.victims = {victim for mine in named for victim in mine.amounts} - in_full
        self.part_of = part_of
        self.own_counts = bool(self.victims) or any(mine.cap is not None for mine in named)
        self.parts: defaultdict[int, int] = defaultdict(int)
        self.awards: dict[str, int] = {}
        self.liability: Liability | None = None
        self.met: defaultdict[str, int] = defaultdict(int)
        self.own: defaultdict[str, int] = defaultdict(int)
        self.own_sum = 0
        self.owed: dict[str, int] = {}
        self.owed_sum = 0

    def take(self, day: Day) -> None:
        """Take in what a day changed; what others paid or victims recovered meets the same debt."""
        met = _met(day) if self.victims else {}
        changed: AbstractSet[str] = self.victims & met.keys()
        for victim in changed:
            self.met[victim] += met[victim]
        for paid in day.paid if self.own_counts else ():
            if paid.obligor == self.obligor:
                self._pay(paid)
        if day.order:
            self.awards = {award.obligee: award.amount for award in day.order.awards}
            self.liability = _liability(day.order, self.obligor)
            changed = self.victims
        self._recount(changed)

    def _pay(self, paid: Paid) -> None:
        self.own_sum += paid.sign * paid.whole
        for victim in self.victims & paid.parts.keys():
            self.own[victim] += paid.sign * paid.parts[victim]

    def _recount(self, victims: Iterable[str]) -> None:
        amounts = self.liability.amounts if self.liability else {}
        for victim in victims:
            before = self.owed.get(victim, 0)
            mine = amounts.get(victim, 0) - self.own[victim]
            all_owe = self.awards.get(victim, 0) - self.met[victim]
            now = max(0, min(mine, all_owe))
            if now != before:
                self.owed[victim] = now
                self.owed_sum += now - before
                if victim in self.part_of:
                    self.parts[self.part_of[victim]] += now - before

    def within_cap(self, owed: int) -> int:
        """Return what of a debt is still to be paid under the defendant's cap."""
        if self.liability is None or self.liability.cap is None:
            return owed
        return max(0, min(owed, self.liability.cap - self.own_sum))


def _liability(order: Order, obligor: str) -> Liability | None:
    return next((each for each in order.liabilities if each.obligor == obligor), None)
