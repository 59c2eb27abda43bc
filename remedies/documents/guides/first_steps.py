"""What to do first: the steps that the remedies which may be open call for, a few and in order."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from remedies.calculators.avenues.remedy import Avenue, Remedy, Standing

STEPS: Final = ("day", "prosecutor", "order", "property", "fund", "hours", "lawyer", "call")
"""Every step, in order; each has its section ``step_…`` in the text of the remedies."""

_MOST: Final = 5
_GOING_ON: Final = frozenset({"investigated", "charged", "convicted"})
_ORDERS: Final = (
    Avenue.RESTITUTION_1593,
    Avenue.RESTITUTION_2429,
    Avenue.RESTITUTION_3663A,
    Avenue.RESTITUTION_STATE,
)
_SEIZED: Final = (Avenue.FORFEITURE_TRANSFER, Avenue.REMISSION)
_WAGES: Final = (Avenue.WAGES_FLSA, Avenue.WAGES_STATE, Avenue.WAGES_DOL)
_OF_DAYS: Final = frozenset(
    {"time_over", "time_disputed", "time_short", "only_if_willful", "old_claim", "old_claim_2255"}
)
_OUT: Final = (Standing.UNKNOWN, Standing.CLOSED, Standing.NOT_FOR_THESE_ANSWERS)


def first_steps(remedies: Sequence[Remedy], *, has_day: bool) -> tuple[str, ...]:
    """Return the names of the first steps, at most five, the last always a call."""
    found = dict.fromkeys(_wanted(remedies, has_day=has_day))
    steps = [step for step in STEPS[:-1] if step in found]
    return (*steps[: _MOST - 1], STEPS[-1])


def _wanted(remedies: Sequence[Remedy], *, has_day: bool) -> Iterator[str]:
    if has_day:
        yield "day"
    why = {reason for each in remedies if each.avenue in _ORDERS for reason in each.why}
    if why & _GOING_ON:
        yield "prosecutor"
    if "sentenced" in why:
        yield "order"
    for step, avenues in (
        ("property", _SEIZED),
        ("fund", (Avenue.COMPENSATION_STATE,)),
        ("hours", _WAGES),
    ):
        if any(_stands(remedies, avenues)):
            yield step
    if any(_OF_DAYS & set(each.why) for each in remedies if each.standing not in _OUT):
        yield "lawyer"


def _stands(remedies: Iterable[Remedy], avenues: Sequence[Avenue]) -> Iterator[bool]:
    """Yield for each remedy of the avenues whether it may be open."""
    return (each.standing not in _OUT for each in remedies if each.avenue in avenues)
