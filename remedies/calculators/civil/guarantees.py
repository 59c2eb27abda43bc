"""The three-fourths guarantee of H-2A and H-2B contracts: hours promised, hours offered, what is owed.

Authority:
    20 C.F.R. § 655.122(i): three-fourths of the work hours of an H-2A contract's workdays.
    20 C.F.R. § 655.20(f): three-fourths of each twelve weeks of an H-2B job order, or of each six.

A contract or block is given with its own workdays, so that a last, shorter block counts by what it holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from remedies.calculators.civil.weeks import NO_LIMIT, Refusals
from remedies.errors import LawNotEncodedError
from remedies.facts import Program
from remedies.facts.civil import GuaranteedContract
from remedies.figures import Figure, excess, given, product, to_cents
from remedies.law import Law
from remedies.operations import Unit

GUARANTEE = {Program.H2A: "us.h2a_guarantee", Program.H2B: "us.h2b_guarantee"}


@dataclass(frozen=True, slots=True)
class Guarantee:
    """What the guarantee of one contract or block yields, in dollars, with its place in the claim."""

    index: int
    contract: GuaranteedContract
    owed: Figure


def guarantees(
    contracts: Sequence[GuaranteedContract], law: Law, refusals: Refusals
) -> tuple[Guarantee, ...]:
    """Return what each contract's guarantee yields; one whose rule is not encoded is refused."""
    found = []
    if contracts:
        refusals.add("limitation of the three-fourths guarantees", NO_LIMIT)
    for index, contract in enumerate(contracts):
        try:
            found.append(Guarantee(index, contract, _owed(contract, law)))
        except LawNotEncodedError as error:
            refusals.law(f"guarantee of civil.contracts[{index}]", error, contract.begins_on)
    return tuple(found)


def _owed(contract: GuaranteedContract, law: Law) -> Figure:
    fact = partial(given, source=contract.exhibit, evidence=contract.evidence)
    share = law.on(GUARANTEE[contract.program], contract.begins_on)
    promised = product(
        "hours of the workdays",
        fact("hours a workday", contract.hours_per_workday, Unit.HOUR_PER_DAY),
        fact("workdays of the contract or block", contract.workdays, Unit.DAY),
    )
    guaranteed = product("hours guaranteed", promised, share)
    offered = fact("hours offered", contract.hours_offered, Unit.HOUR)
    short = excess("hours guaranteed and not offered", guaranteed, offered)
    pay = product("pay for the guarantee", short, fact("rate", contract.rate, Unit.USD_PER_HOUR))
    paid = fact("paid for hours not offered", contract.paid, Unit.USD)
    return to_cents("owed under the guarantee", excess("guarantee less what was paid", pay, paid))
