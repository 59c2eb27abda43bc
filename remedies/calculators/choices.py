"""Which option of each position a computation takes: the claim's, else its circuit's, else the default."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from remedies.calculators.minimum_wage import place_key, unreachable
from remedies.errors import FactsError, Problem
from remedies.facts import (
    Category,
    Claim,
    CommercialSex,
    Expenses,
    MarketValue,
    NoPay,
    Receipts,
    Salary,
)
from remedies.law import Law, Position


class ChosenBy(StrEnum):
    """Who chose an option."""

    CLAIM = "claim"
    CIRCUIT = "circuit"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Choice:
    """One position's option and who chose it."""

    position: Position
    option: str
    chosen_by: ChosenBy


def choices(claim: Claim, law: Law) -> dict[str, Choice]:
    """Return the option taken of every position; those chosen are known (:func:`unknown_choices`).

    Raises:
        FactsError: the claim chooses an option that lacks a fact it needs.

    """
    taken = {key: _choose(position, claim) for key, position in law.positions.items()}
    problems = list(_missing_facts(claim, taken))
    if taken["1593_wage_law"].option == "higher_state":
        problems += unreachable(dict(enumerate(claim.work)), law)
    if problems:
        raise FactsError(problems)
    return taken


def unknown_choices(positions: Mapping[str, str], law: Law) -> Iterator[Problem]:
    """Yield a problem for each position or option that is not registered or not computed."""
    for key, option in positions.items():
        if key not in law.positions:
            yield Problem(f"positions.{key}", "unknown_position", _known(law.positions))
        else:
            yield from _option_problems(law.positions[key], option)


def matters(key: str, claim: Claim) -> bool:
    """Return whether the claim has facts on which the position could change the total."""
    has = _FACTS.get(key)
    return has is not None and has(claim)


def _known(positions: Mapping[str, Position]) -> str:
    known = ", ".join(key for key, position in positions.items() if len(position.options) > 1)
    return f"is not a position of this computation; the positions are {known or 'none'}"


def _option_problems(position: Position, option: str) -> Iterator[Problem]:
    field = f"positions.{position.key}"
    if option not in position.options:
        why = f"must be one of {', '.join(position.options)}"
        yield Problem(field, "unknown_option", why)
    elif not position.options[option].computed:
        computed = ", ".join(entry.key for entry in position.alternatives)
        why = f"no figure can be made of this option yet; one can of {computed}"
        yield Problem(field, "option_not_computed", why)


def _choose(position: Position, claim: Claim) -> Choice:
    if position.key in claim.positions:
        return Choice(position, claim.positions[position.key], ChosenBy.CLAIM)
    decided = position.circuits.get(claim.circuit or "")
    if decided is not None and position.options[decided].computed:
        return Choice(position, decided, ChosenBy.CIRCUIT)
    return Choice(position, position.default, ChosenBy.DEFAULT)


def _missing_facts(claim: Claim, taken: Mapping[str, Choice]) -> Iterator[Problem]:
    if taken["flsa_sol_in_1593"].option != "none" and claim.work and claim.charged_on is None:
        why = "the position flsa_sol_in_1593 counts back from the day of the charge"
        yield Problem("charged_on", "required", why)
    yield from missing_values(claim, taken["value_to_defendant_method"].option)
    if taken["flsa_coverage_for_1593"].option == "require_coverage":
        why = "the position flsa_coverage_for_1593 asks whether coverage is proven: true or false"
        for i, period in enumerate(claim.work):
            if period.coverage.proven is None:
                yield Problem(f"work[{i}].coverage.proven", "required", why)


def missing_values(claim: Claim, method: str) -> Iterator[Problem]:
    """Yield what a method of valuing the labor to the defendant lacks."""
    if method == "receipts" and not any(
        isinstance(gain, Receipts | CommercialSex) for gain in claim.gains
    ):
        why = "the position value_to_defendant_method takes receipts; give them as gains"
        yield Problem("gains", "required", why)
    if method == "avoided_wages" and not claim.work:
        why = "the position value_to_defendant_method takes the wages avoided; give the work"
        yield Problem("work", "required", why)


def _lost_income(claim: Claim) -> bool:
    lost = any(loss.category is Category.LOST_INCOME for loss in claim.losses)
    return lost and bool(claim.work)


def _salary_without_hours(claim: Claim) -> bool:
    salaries = (period.pay for period in claim.work if isinstance(period.pay, Salary))
    return any(salary.covers_hours is None for salary in salaries)


def _has_place(claim: Claim) -> bool:
    return any(place_key(period.place) for period in claim.work)


_FACTS: dict[str, Callable[[Claim], bool]] = {
    "1593_wage_law": _has_place,
    "liquidated_damages": lambda c: bool(c.work),
    "live_in_ot_exemption_in_1593": lambda c: any(p.coverage.lives_in for p in c.work),
    "agriculture_ot_exemption_in_1593": lambda c: any(p.coverage.agriculture for p in c.work),
    "gross_income_offset": lambda c: any(isinstance(gain, Expenses) for gain in c.gains),
    "value_to_defendant_method": lambda c: any(isinstance(g, MarketValue) for g in c.gains),
    "lost_income_overlap": _lost_income,
    "flsa_sol_in_1593": lambda c: bool(c.work) and c.charged_on is not None,
    "flsa_arm_net_of_paid": lambda c: any(period.paid is not None for period in c.work),
    "flsa_coverage_for_1593": lambda c: any(p.coverage.proven is False for p in c.work),
    "attorney_fees": lambda c: any(x.category is Category.ATTORNEY_FEES for x in c.losses),
    "salary_covers": _salary_without_hours,
    "straight_time_rate": lambda c: any(
        not isinstance(p.pay, NoPay) or p.bonus_per_workweek for p in c.work
    ),
}
