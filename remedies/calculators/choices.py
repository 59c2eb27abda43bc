"""Which option of each position a computation takes: the claim's, else its circuit's, else the default."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from remedies.calculators.agreed_pay import qualifies
from remedies.calculators.minimum_wage import place_key, unreachable
from remedies.calculators.taken import agreed_to
from remedies.errors import FactsError, Problem
from remedies.facts import (
    Category,
    Claim,
    CommercialSex,
    Expenses,
    Fluctuating,
    Guaranteed,
    Keeper,
    MarketValue,
    NoPay,
    Receipts,
    Salary,
    WorkPeriod,
)
from remedies.law import Law, Position
from remedies.operations import ZERO


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


def _any(has: Callable[[WorkPeriod], object]) -> Callable[[Claim], bool]:
    """Return whether any period of a claim has something."""
    return lambda claim: any(has(period) for period in claim.work)


def _salary_without_hours(period: WorkPeriod) -> bool:
    return isinstance(period.pay, Salary) and period.pay.covers_hours is None


def _in_doubt(period: WorkPeriod) -> bool:
    return isinstance(period.pay, Fluctuating) and not period.pay.conditions_met


def _not_qualified(period: WorkPeriod) -> bool:
    return isinstance(period.pay, Guaranteed) and not qualifies(period.pay, ZERO)


def _third_party(period: WorkPeriod) -> bool:
    coverage = period.coverage
    return coverage.third_party_employer and (coverage.lives_in or coverage.companionship)


def _tips(keeper: Keeper) -> Callable[[WorkPeriod], bool]:
    return lambda period: period.tips is not None and period.tips.kept_by is keeper


_FACTS: dict[str, Callable[[Claim], bool]] = {
    "1593_wage_law": _any(lambda p: place_key(p.place)),
    "liquidated_damages": lambda c: bool(c.work),
    "live_in_ot_exemption_in_1593": _any(lambda p: p.coverage.lives_in),
    "agriculture_ot_exemption_in_1593": _any(lambda p: p.coverage.agriculture),
    "companionship_exemption_in_1593": _any(lambda p: p.coverage.companionship),
    "small_farm_exemption_in_1593": _any(lambda p: p.coverage.small_farm),
    "third_party_domestic_employer": _any(_third_party),
    "youth_wage_in_1593": _any(lambda p: p.coverage.youth_from),
    "eight_and_eighty": _any(lambda p: p.coverage.eight_and_eighty_from),
    "gross_income_offset": lambda c: any(isinstance(gain, Expenses) for gain in c.gains),
    "value_to_defendant_method": lambda c: any(isinstance(g, MarketValue) for g in c.gains),
    "lost_income_overlap": _lost_income,
    "flsa_sol_in_1593": lambda c: bool(c.work) and c.charged_on is not None,
    "flsa_arm_net_of_paid": _any(lambda p: p.paid is not None),
    "flsa_coverage_for_1593": _any(lambda p: p.coverage.proven is False),
    "attorney_fees": lambda c: any(x.category is Category.ATTORNEY_FEES for x in c.losses),
    "salary_covers": _any(_salary_without_hours),
    "fluctuating_workweek": _any(_in_doubt),
    "guaranteed_pay_contract": _any(_not_qualified),
    "straight_time_rate": _any(lambda p: p.bonuses or not isinstance(p.pay, NoPay)),
    "facilities_credit": _any(lambda p: p.facilities),
    "sleep_and_meal_agreement": _any(lambda p: p.sleep),
    "on_call_time": _any(lambda p: p.on_call and p.on_call.own_time),
    "tip_credit": _any(_tips(Keeper.WORKER)),
    "tips_kept_in_1593": _any(_tips(Keeper.EMPLOYER)),
    "voluntary_deductions": _any(lambda p: any(map(agreed_to, p.deductions))),
    "workweek_rounding": lambda c: "workweek_rounding" in c.positions,
    "worker_borne_costs": _any(lambda p: any(d.out_of_pocket for d in p.deductions)),
}
