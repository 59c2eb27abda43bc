"""The assessment of one claim: the figure, the positions taken and what each is worth.

Authority:
    18 U.S.C. § 1593 and what :mod:`remedies.calculators.restitution` lists.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import remedies
from remedies.calculators.accounts import Side, side
from remedies.calculators.choices import (
    Choice,
    ChosenBy,
    choices,
    matters,
    missing_values,
    unknown_choices,
)
from remedies.calculators.civil import CivilClaim, civil_claim, civil_law_problems
from remedies.calculators.liquidated_damages import MULTIPLE
from remedies.calculators.losses import loss_rule
from remedies.calculators.measures import (
    ORDER_RULE,
    Measure,
    Regime,
    Unavailable,
    regime,
    unavailable,
)
from remedies.calculators.minimum_wage import places_encoded, raises_wages, unreachable
from remedies.calculators.reach import reach
from remedies.calculators.restitution import Computation, Outcome, offense_ended_on
from remedies.calculators.spread import Spread, spread
from remedies.calculators.theories import Held, differences
from remedies.calculators.wage_choices import wage_choices
from remedies.calculators.wages import PARAMETERS
from remedies.calculators.warnings import Warned, warnings
from remedies.errors import FactsError, Problem
from remedies.facts import Claim
from remedies.figures import Figure
from remedies.law import Law, Option
from remedies.schedule import Schedule

NOT_LISTED = (
    "not computed under 18 U.S.C. §§ 3663 and 3663A: of their lists, care, lost income and the expenses of "
    "taking part in the case are; § 2259(c)(2) lists more, for chapters 77 (§ 1593) and 117 (§ 2429)"
)
SOFTWARE = f"remedies {remedies.__version__}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A position that mattered: its option, who chose it and what the total would lose without it.

    ``effects`` holds, for each other option, the total taken minus the total under that option.
    """

    choice: Choice
    effects: Mapping[str, Fraction]

    @property
    def option(self) -> Option:
        """The option taken."""
        return self.choice.position.options[self.choice.option]

    @property
    def against(self) -> str | None:
        """The other option that moves the total most; None when there is no other."""
        if not self.effects:
            return None
        return max(self.effects, key=lambda key: (abs(self.effects[key]), key))

    @property
    def effect(self) -> Fraction | None:
        """What the total would lose (or, below zero, gain) under that option, in dollars."""
        return self.effects[self.against] if self.against else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What proves the same answer later: digests of the facts and the law, and the software.

    ``law_as_recorded_on`` is the day whose record of the law was asked for, where more is recorded now.
    """

    facts: str
    law: str
    software: str
    law_as_recorded_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One claim's figure with everything that a document or a program needs to explain it.

    ``claim`` is the claim as the account that is used tells it. ``accounts`` and ``theories`` are empty
    where the claim has no two accounts and no theories; ``civil`` is the civil claim, where it asks for one.
    """

    claim: Claim
    governing: Regime
    outcome: Outcome
    components: Mapping[str, Figure]
    spread: Spread
    accounts: tuple[Side, ...]
    theories: tuple[Held, ...]
    civil: CivilClaim | None
    taken: tuple[Taken, ...]
    unavailable: tuple[Unavailable, ...]
    warnings: tuple[Warned, ...]
    receipt: Receipt
    law: Law
    law_keys: tuple[str, ...]

    @property
    def total(self) -> Figure:
        """The restitution, in dollars."""
        return self.outcome.total

    @property
    def measure(self) -> Measure | None:
        """Which of the greater-of values was taken; None when only losses count."""
        return self.outcome.measure

    @property
    def rounding(self) -> str | None:
        """The position ``workweek_rounding`` that the wages follow; None without wages."""
        return self.outcome.wages.shape.rounding if self.outcome.wages else None

    @property
    def schedule(self) -> Schedule | None:
        """The workweeks, when the claim has work."""
        return self.outcome.schedule


def assess(given: Claim, law: Law) -> Assessment:
    """Return the assessment of a claim, as it was ``given``, under ``law``.

    Raises:
        FactsError: a period lies outside the law encoded, or a position cannot be taken.

    """
    problems = [*reach(dict(enumerate(given.work)), law), *_unknown(given, law)]
    if problems:
        raise FactsError(problems)
    claim = given.told
    taken = _choices(claim, law)
    options = {key: choice.option for key, choice in taken.items()}
    governing = regime(claim.convictions)
    computation = Computation(claim, law, governing)
    outcome = computation.outcome(options)
    components = computation.components(outcome, options)
    civil = _civil(claim, law, options)
    keys = _keys(given, law, civil)
    return Assessment(
        claim=claim,
        governing=governing,
        outcome=outcome,
        components=components,
        spread=_spread(claim, computation, outcome, options),
        accounts=tuple(_sides(given, law, outcome)),
        theories=tuple(_theories(computation, (outcome, components), options)),
        civil=civil,
        taken=tuple(_mattered(computation, outcome, taken, options)),
        unavailable=tuple(_unavailable(claim, governing)),
        warnings=tuple(
            replace(warned, field=claim.as_given(warned.field))
            for warned in warnings(claim, law, outcome, taken)
        ),
        receipt=_receipt(claim, law, keys),
        law=law,
        law_keys=keys,
    )


def _unknown(given: Claim, law: Law) -> Iterator[Problem]:
    yield from unknown_choices(given.positions, law)
    for i, theory in enumerate(given.theories):
        for problem in unknown_choices(theory.positions, law):
            yield replace(problem, field=f"theories[{i}].{problem.field}")
    if given.civil is not None:
        yield from civil_law_problems(given.civil, law)


def _choices(claim: Claim, law: Law) -> dict[str, Choice]:
    """Return the options taken; what they lack is named as the claim was given.

    Raises:
        FactsError: the claim chooses an option that lacks a fact it needs.

    """
    try:
        return choices(claim, law)
    except FactsError as error:
        problems = [replace(p, field=claim.as_given(p.field)) for p in error.problems]
        raise FactsError(problems) from None


def _spread(
    claim: Claim, computation: Computation, outcome: Outcome, options: Mapping[str, str]
) -> Spread:
    def total(changed: Claim) -> Fraction:
        told = changed.told_by(claim.account)
        return computation.of(told).total(options)

    ranges = claim.ranges
    if ranges is not None and claim.places:
        told = {None, *claim.places}
        kept = tuple(fact for fact in ranges.facts if fact.period in told)
        ranges = replace(ranges, facts=kept)
    return spread(ranges, outcome.total.value, total)


def _sides(given: Claim, law: Law, used: Outcome) -> Iterator[Side]:
    """Yield each account's side, when the claim has several accounts of its work."""
    for name in given.accounts if len(given.accounts) > 1 else ():
        claim = given.told_by(name)
        outcome = used
        if name != given.account:
            options = {key: choice.option for key, choice in _choices(claim, law).items()}
            outcome = Computation(claim, law, regime(claim.convictions)).outcome(options)
        yield side(claim, outcome, used=name == given.account)


def _theories(
    computation: Computation,
    own: tuple[Outcome, Mapping[str, Figure]],
    options: Mapping[str, str],
) -> Iterator[Held]:
    """Yield the claim's own positions and then each theory, when the claim has theories."""
    claim, law = computation.claim, computation.law
    if claim.theories:
        outcome, components = own
        yield Held(name="", differs={}, outcome=outcome, components=components)
    for theory in claim.theories:
        held = replace(claim, positions={**claim.positions, **theory.positions})
        theirs = {key: choice.option for key, choice in _choices(held, law).items()}
        outcome = computation.outcome(theirs)
        yield Held(
            name=theory.name,
            differs=differences(options, theirs),
            outcome=outcome,
            components=computation.components(outcome, theirs),
        )


def _receipt(claim: Claim, law: Law, keys: tuple[str, ...]) -> Receipt:
    digest = law.digest(keys)
    corrected = law.recorded_on is not None and law.latest().digest(keys) != digest
    return Receipt(
        facts=claim.digest,
        law=digest,
        software=SOFTWARE,
        law_as_recorded_on=law.recorded_on if corrected else None,
    )


def _keys(claim: Claim, law: Law, civil: CivilClaim | None) -> tuple[str, ...]:
    """Return the keys of the law that the assessment read."""
    keys = (*PARAMETERS, MULTIPLE, *places_encoded(claim.work, law))
    return keys if civil is None else tuple(dict.fromkeys((*keys, *civil.law_keys)))


def _civil(claim: Claim, law: Law, options: Mapping[str, str]) -> CivilClaim | None:
    """Return the civil claim for the same wages, where the claim asks for one."""
    if claim.civil is None:
        return None
    choices_ = wage_choices(claim, options)
    return civil_claim(
        claim.civil,
        claim.work,
        law,
        choices=choices_,
        circuit=claim.circuit,
        positions=claim.positions,
    )


def _mattered(
    computation: Computation,
    outcome: Outcome,
    taken: Mapping[str, Choice],
    options: Mapping[str, str],
) -> Iterator[Taken]:
    claim = computation.claim
    for key, choice in taken.items():
        others = {}
        if choice.position.scope == "figure" and matters(key, claim):
            for other in choice.position.alternatives:
                if other.key != choice.option and _can(key, other.key, computation):
                    changed = computation.total({**options, key: other.key})
                    others[other.key] = outcome.total.value - changed
        if choice.chosen_by is ChosenBy.CLAIM or any(others.values()):
            yield Taken(choice=choice, effects=others)


def _can(key: str, option: str, computation: Computation) -> bool:
    """Return whether the claim has the facts that an option needs beyond those that made it matter."""
    claim, law = computation.claim, computation.law
    if (key, option) == ("1593_wage_law", "higher_state"):
        reached = not any(unreachable(dict(enumerate(claim.work)), law))
        return reached and raises_wages(claim.work, law)
    if (key, option) == ("flsa_coverage_for_1593", "require_coverage"):
        return all(period.coverage.proven is not None for period in claim.work)
    return not any(missing_values(claim, option)) if key == "value_to_defendant_method" else True


def _unavailable(claim: Claim, governing: Regime) -> Iterator[Unavailable]:
    yield from unavailable(governing)
    ended_on = offense_ended_on(claim)
    for category in dict.fromkeys(loss.category for loss in claim.losses):
        if loss_rule(governing, category, ended_on) is None:
            yield Unavailable(f"losses.{category.value}", NOT_LISTED, ORDER_RULE[governing])
