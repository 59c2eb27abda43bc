"""What each owes where liability overlaps, against the rule applied pair by pair and day by day."""

import datetime as dt
from itertools import pairwise
from random import Random

import pytest

from remedies.calculators.collection.balances import daily_balances
from remedies.ledger.debts import Debts
from remedies.ledger.derived import Day, Paid
from remedies.ledger.entries import Award, Liability, Order

VICTIMS = [f"V-{number}" for number in range(1, 7)]
DEFENDANTS = [f"D-{number}" for number in range(1, 5)]
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2024, 2, 9)
PART_OF = {victim: number % 3 for number, victim in enumerate(VICTIMS[:-1])}
"""The last victim is in no part."""


def ordered(draw: Random) -> Order:
    """Each defendant answers for some victims, for most of them in full; some have a cap."""
    awards = {victim: draw.randint(1, 900) for victim in VICTIMS if draw.random() < 0.9}
    liabilities = []
    for obligor in draw.sample(DEFENDANTS, draw.choice([3, 4, 4])):
        mine = {v: c for v, c in awards.items() if draw.random() < 0.7}
        for victim, cents in mine.items():
            if draw.random() < 0.2:
                mine[victim] = draw.randint(1, cents)
        cap = draw.randint(1, sum(mine.values())) if mine and draw.random() < 0.3 else None
        liabilities.append(Liability(obligor=obligor, judgment_on=FIRST, amounts=mine, cap=cap))
    return Order(
        reference="O-1",
        awards=tuple(Award(obligee=v, amount=c) for v, c in awards.items()),
        liabilities=tuple(liabilities),
    )


def history(draw: Random) -> list[Day]:
    """Forty days: one order, perhaps amended, payments that may be taken back, recoveries."""
    days: list[Day] = []
    paid: list[tuple[str, dict[str, int]]] = []
    for number in range(40):
        day = Day(FIRST + dt.timedelta(days=number))
        if number in {1, 20} and (number == 1 or draw.random() < 0.5):
            day.order = ordered(draw)
        for _ in range(draw.randint(0, 3)):
            parts = {v: draw.randint(1, 40) for v in VICTIMS if draw.random() < 0.5}
            paid.append((draw.choice(DEFENDANTS), parts))
            day.paid.append(part(*paid[-1]))
        if paid and draw.random() < 0.2:
            day.paid.append(part(*paid.pop(draw.randrange(len(paid))), -1))
        if draw.random() < 0.1:
            day.recovered[draw.choice(VICTIMS)] += draw.randint(1, 200)
        if day.order or day.paid or day.recovered:
            days.append(day)
    return days


def part(obligor: str, parts: dict[str, int], sign: int = 1) -> Paid:
    return Paid(obligor, parts, sign, sum(parts.values()))


def owed(days: list[Day], obligor: str) -> tuple[list[tuple[dt.date, int]], dict[int, int]]:
    """The debt under the cap at the end of each day, and by part the debts of all days added up."""
    whole: list[tuple[dt.date, int]] = []
    by_part = dict.fromkeys(range(3), 0)
    for number in range((LAST - FIRST).days + 1):
        on = FIRST + dt.timedelta(days=number)
        past = [day for day in days if day.on <= on]
        order = next((day.order for day in reversed(past) if day.order), None)
        liable = {each.obligor: each for each in order.liabilities} if order else {}
        if order is None or (obligor not in liable and not whole):
            continue
        awards = {award.obligee: award.amount for award in order.awards}
        moved = [
            (who, v, s * c) for day in past for who, p, s, _ in day.paid for v, c in p.items()
        ]
        total = 0
        for victim, award in awards.items():
            mine = liable[obligor].amounts.get(victim, 0) if obligor in liable else 0
            own = sum(c for who, v, c in moved if v == victim and who == obligor)
            met = sum(c for _, v, c in moved if v == victim)
            met += sum(day.recovered[victim] for day in past)
            left = max(0, min(mine - own, award - met))
            total += left
            if victim in PART_OF:
                by_part[PART_OF[victim]] += left
        cap = liable[obligor].cap if obligor in liable else None
        if cap is not None:
            spent = sum(c for who, _, c in moved if who == obligor)
            total = max(0, min(total, cap - spent))
        whole.append((on, total))
    return whole, by_part


@pytest.mark.parametrize("seed", range(60))
def test_what_is_owed_together_is_what_each_owes_alone(seed: int) -> None:
    days = history(Random(seed))  # noqa: S311 - an example
    found = Debts(days, PART_OF)
    for obligor in DEFENDANTS:
        whole, by_part = owed(days, obligor)
        steps = found.steps(obligor)
        assert daily_balances(steps, FIRST, LAST) == sum(cents for _, cents in whole)
        for on, cents in whole:
            assert [owed for day, owed in steps if day <= on][-1:] == [cents], (obligor, on)
        assert all(before[1] != after[1] for before, after in pairwise(steps))
        parts = found.daily_by_part(obligor, FIRST, LAST)
        assert {part: parts.get(part, 0) for part in by_part} == by_part


def test_what_was_paid_before_the_order_lowers_what_all_owe_from_its_day() -> None:
    """Two owe 100 for each of two victims; 30 is entered later as paid on the day before the order."""
    awards = {"V-1": 100, "V-2": 100}
    made = Order(
        reference="O-1",
        awards=tuple(Award(obligee=v, amount=c) for v, c in awards.items()),
        liabilities=tuple(
            Liability(obligor=d, judgment_on=LAST, amounts=awards) for d in ("D-1", "D-2")
        ),
    )
    days = [Day(FIRST), Day(LAST, order=made), Day(LAST + dt.timedelta(days=1))]
    days[0].paid.append(part("D-1", {"V-1": 10, "V-2": 20}))
    days[2].paid.append(part("D-2", {"V-1": 5}))
    for obligor in ("D-1", "D-2"):
        found = Debts(days, dict.fromkeys(awards, 0)).steps(obligor)
        assert found == [(LAST, 170), (LAST + dt.timedelta(days=1), 165)]
