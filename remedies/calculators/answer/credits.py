"""What their row credits as paid beyond ours, or less: found among the facts where one is of that amount.

Authority:
    29 C.F.R. § 531.30: facilities count only where accepted freely.
    29 C.F.R. § 531.35: wages are paid finally, "free and clear".
    29 C.F.R. § 778.104: what one workweek was paid is no credit to another.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

from remedies.calculators.answer.agreed import full_hours
from remedies.calculators.answer.causes import CauseKind
from remedies.calculators.answer.methods import CENT
from remedies.calculators.answer.rows import OurWeek
from remedies.facts import WorkPeriod
from remedies.operations import half_up

Credit = tuple[CauseKind, str, Fraction]
_MOST_ITEMS: Final = 8
_ELSEWHERE: Final = (
    "Both sides credit the same pay in all; they credit part of it to another workweek."
)
_MORE: Final = "They credit pay that our facts do not show for this workweek."
_LESS: Final = "Our facts show pay for this workweek that they do not credit."


def credits_of(paid: Fraction, week: OurWeek, *, elsewhere: bool) -> Iterator[Credit]:
    """Yield what makes ``paid`` more than ours, each with its dollars; below zero what makes it less."""
    extra = paid - week.paid
    if not extra:
        return
    if elsewhere:
        yield CauseKind.PAID_ELSEWHERE, _ELSEWHERE, extra
        return
    if extra < 0:
        yield CauseKind.PAID_LESS, _LESS, extra
        return
    found = _adding_up_to(extra, list(_items(week))[:_MOST_ITEMS])
    if not found:
        yield CauseKind.PAID_MORE, _MORE, extra
        return
    left = extra
    for kind, says, amount in found[:-1]:
        yield kind, says, amount
        left -= amount
    kind, says, _ = found[-1]
    yield kind, says, left


def _adding_up_to(extra: Fraction, items: Sequence[Credit]) -> tuple[Credit, ...]:
    """Return the fewest items whose sum is ``extra`` to the cent; none when no choice of them is."""
    for count in range(1, len(items) + 1):
        for chosen in combinations(items, count):
            if abs(sum(amount for _, _, amount in chosen) - extra) <= CENT:
                return chosen
    return ()


def _items(week: OurWeek) -> Iterator[Credit]:
    """Yield what the facts say was given or taken in a workweek and our schedule does not credit."""
    for period in week.periods:
        share = _share(week, period) if len(week.periods) == 1 else Fraction(1)
        for facility in period.facilities:
            says = f"They credit as much as the {facility.kind} of the workweek."
            yield CauseKind.FACILITY, says, half_up(facility.amount * share)
        for deduction in period.deductions:
            says = f"They credit as much as was taken for: {deduction.kind}."
            if deduction.begins_on is None:
                yield CauseKind.DEDUCTION, says, half_up(deduction.amount * share)
            elif deduction.ends_on in {None, deduction.begins_on} and (
                week.starts_on <= deduction.begins_on <= week.ends_on
            ):
                yield CauseKind.DEDUCTION, says, half_up(deduction.amount)
        if period.tips is not None:
            says = "They credit as much as the tips of the workweek."
            yield CauseKind.TIPS, says, half_up(period.tips.amount * share)


def _share(week: OurWeek, period: WorkPeriod) -> Fraction:
    """Return which share of a full workweek ours is; all of one where the claim gives no pattern."""
    full = full_hours(period)
    return min(week.hours / full, Fraction(1)) if full else Fraction(1)
