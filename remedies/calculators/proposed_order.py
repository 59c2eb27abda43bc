"""From assessments to a proposed restitution order: what each victim is to be paid, and who is to owe it.

Authority:
    18 U.S.C. § 1593(a), (b)(1)-(3): for an offense of chapter 77 the court shall order the full amount.
    18 U.S.C. § 2429(a): the same for chapter 117; § 2421A(d): for § 2421A(b)(2).
    18 U.S.C. § 3663A(a)(1), (c)(1)(B): for an offense that subsection (c) describes, the losses listed.
    18 U.S.C. § 3663(a)(1)(A): for another offense under title 18, and for some named ones of titles 21 and
        49, the court may order restitution (United States v. Fu Sheng Kuo, 588 F.3d 729 (9th Cir. 2009):
        of losses, never of a defendant's gains); § 3663(a)(3): to the extent of a plea agreement.
    18 U.S.C. § 3664(d)(5): losses that are not yet ascertained; § 3664(e), (f)(1)(A), § 3664(f)(1)(B): the
        full amount of each victim's losses, by the preponderance of the evidence; § 3664(h): each
        defendant for the whole, or apportioned.

Every defendant's part on every victim is what the statutes of that defendant's own convictions give, so a
defendant convicted outside chapters 77 and 117 answers for losses and not for the value of labor. The award
is the greatest that anyone answers for: joint liability never adds up to more than the loss.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm
from typing import Final

from remedies.calculators.choices import Choice, ChosenBy, choices
from remedies.calculators.measures import Regime, regime
from remedies.calculators.proposed_order_grounds import convictions_for, ground_of
from remedies.calculators.proposed_order_open import opens
from remedies.calculators.proposed_order_parts import (
    APPORTIONED,
    Answering,
    Assessed,
    Awarded,
    Day,
    Ground,
    Liable,
    Offense,
    Owed,
    Part,
    Pending,
    ProposedOrder,
)
from remedies.calculators.restitution import Computation
from remedies.calculators.shares import capped_shares
from remedies.errors import FactsError, Problem
from remedies.facts import Claim
from remedies.law import Law
from remedies.operations import half_up

__all__ = [
    "Answering",
    "Assessed",
    "Day",
    "Offense",
    "ProposedOrder",
    "amounts_under",
    "liability_choice",
    "proposed_order",
]

POSITION: Final = "joint_several"
_ALWAYS: Final = (
    "full_amount_3664_f1A",
    "no_insurance_reduction_3664_f1B",
    "preponderance_3664_e",
)


def amounts_under(claim: Claim, law: Law, regimes: Iterable[Regime]) -> dict[Regime, int]:
    """Return what a claim comes to under each governing statute, in cents, under the positions it takes.

    Raises:
        FactsError: the claim chooses an option that lacks a fact it needs.
        LawNotEncodedError: the law lacks a value for a day of the claim.

    """
    told = claim.told
    options = {key: choice.option for key, choice in choices(told, law).items()}
    return {
        governing: int(half_up(Computation(told, law, governing).total(options)) * 100)
        for governing in dict.fromkeys(regimes)
    }


def liability_choice(law: Law, *, option: str | None = None, circuit: str = "") -> Choice:
    """Return the choice of § 3664(h): the one stated, else the circuit's, else the default.

    Raises:
        FactsError: the option is none.

    """
    position = law.positions[POSITION]
    if option is not None and option not in position.options:
        why = f"must be one of {', '.join(position.options)}"
        raise FactsError([Problem("liability", "unknown_option", why)])
    if option is not None:
        return Choice(position, option, ChosenBy.CLAIM)
    if circuit in position.circuits:
        return Choice(position, position.circuits[circuit], ChosenBy.CIRCUIT)
    return Choice(position, position.default, ChosenBy.DEFAULT)


def proposed_order(
    assessed: Sequence[Assessed], attribution: Sequence[Answering], choice: Choice
) -> ProposedOrder:
    """Return the order that the assessments and convictions support.

    Args:
        assessed: each victim's loss, in the order in which they are to be listed.
        attribution: each defendant's convictions, and what of the losses is that defendant's.
        choice: the whole loss from each defendant, or shares (:func:`liability_choice`).

    Raises:
        FactsError: a reference is unknown or repeated, an amount is negative, or a share is missing.

    """
    problems = list(_problems(assessed, attribution))
    if problems:
        raise FactsError(problems)
    awards = tuple(_awarded(one, attribution, choice) for one in assessed)
    liabilities = tuple(_liable(one, awards) for one in attribution)
    pending = tuple(
        Pending(victim=one.victim, days=tuple(one.days)) for one in assessed if one.unknown
    )
    return ProposedOrder(
        awards=tuple(award for award in awards if award.amount),
        liabilities=tuple(one for one in liabilities if one.owed),
        choice=choice,
        pending=pending,
        open=tuple(opens(assessed, attribution, awards, liabilities)),
        rules=tuple(_rules(awards, liabilities, pending)),
    )


def _awarded(one: Assessed, attribution: Sequence[Answering], choice: Choice) -> Awarded:
    answers = [_owed(one, defendant) for defendant in attribution]
    found = [owed for owed in answers if owed.most]
    loss = max((owed.most for owed in found), default=0)
    if choice.option == APPORTIONED and len(found) > 1:
        found = _apportioned(found, attribution, loss)
    by = tuple(owed for owed in found if owed.amount)
    return Awarded(
        victim=one.victim,
        parts=tuple(_layers(by, min(loss, sum(owed.amount for owed in by)))),
        assessed=one.total,
        assessment=one.assessment,
        by=by,
    )


def _owed(one: Assessed, defendant: Answering) -> Owed:
    """Return what a defendant answers for on a victim's loss when each answers for the whole."""
    parts = list(_grounds(one, defendant))
    most = sum(part.amount for part in parts)
    limit = defendant.up_to.get(one.victim, most)
    return Owed(
        defendant=defendant.defendant,
        victim=one.victim,
        parts=tuple(_within(parts, limit)),
        most=most,
        limited=limit < most,
    )


def _grounds(one: Assessed, defendant: Answering) -> Iterator[Part]:
    """Yield what each statute gives against a defendant, each only beyond what the ones before it give."""
    given = 0
    ground = ground_of(one.victim, defendant)
    if ground is not None:
        given = one.amounts.get(regime(convictions_for(one.victim, defendant)), 0)
        yield Part(ground=ground, amount=given)
    agreed = defendant.agreed.get(one.victim, 0)
    if agreed > given:
        yield Part(ground=Ground.AGREED, amount=agreed - given)


def _within(parts: Iterable[Part], limit: int) -> Iterator[Part]:
    """Yield as much of the parts, in their order, as lies within a limit."""
    left = limit
    for part in parts:
        taken = min(part.amount, left)
        if taken:
            yield Part(ground=part.ground, amount=taken)
        left -= taken


def _apportioned(found: Sequence[Owed], attribution: Sequence[Answering], loss: int) -> list[Owed]:
    """Return what each owes when the loss is divided by their shares, nobody above what is theirs."""
    stated = {one.defendant: one for one in attribution}
    weights = {o.defendant: stated[o.defendant].share_of(o.victim) for o in found}
    problems = [
        Problem(f"shares.{name}", "required", "state the share of every defendant who answers")
        for name, weight in weights.items()
        if weight is None
    ]
    if problems:
        raise FactsError(problems)
    amounts = capped_shares(_whole(weights.values()), loss, [owed.amount for owed in found])
    return [
        replace(
            owed,
            parts=tuple(_within(owed.parts, amount)),
            limited=owed.limited and amount == owed.amount,
        )
        for owed, amount in zip(found, amounts, strict=True)
    ]


def _whole(weights: Iterable[Fraction | None]) -> list[int]:
    """Return weights in the same proportion as whole numbers."""
    exact = [weight or Fraction(0) for weight in weights]
    scale = lcm(*(weight.denominator for weight in exact))
    return [int(weight * scale) for weight in exact]


def _layers(by: Sequence[Owed], award: int) -> Iterator[Part]:
    """Yield the award by statute: what each statute adds to those before it."""
    before = 0
    grounds = list(Ground)
    for place, ground in enumerate(grounds):
        within = frozenset(grounds[: place + 1])
        reach = min(award, sum(_under(owed, within) for owed in by))
        if reach > before:
            yield Part(ground=ground, amount=reach - before)
            before = reach


def _under(owed: Owed, grounds: frozenset[Ground]) -> int:
    return sum(part.amount for part in owed.parts if part.ground in grounds)


def _liable(defendant: Answering, awards: Iterable[Awarded]) -> Liable:
    name = defendant.defendant
    owed = tuple(one for award in awards for one in award.by if one.defendant == name)
    whole = sum(one.amount for one in owed)
    cap = defendant.cap if defendant.cap is not None and defendant.cap < whole else None
    return Liable(defendant=name, owed=owed, cap=cap)


def _rules(
    awards: Iterable[Awarded], liabilities: Sequence[Liable], pending: Sequence[Pending]
) -> Iterator[str]:
    """Yield the keys of the rules that the proposal rests on."""
    grounds = {part.ground for award in awards for owed in award.by for part in owed.parts}
    yield from (ground.rule for ground in Ground if ground in grounds)
    if Ground.TRAFFICKING in grounds:
        yield from ("full_amount_1593_b1", "procedure_1593_b2", "measure_1593_b3")
    if len(liabilities) > 1:
        yield "joint_several_3664_h"
    yield from _ALWAYS
    if pending:
        yield "unascertained_losses_3664_d5"


def _problems(assessed: Sequence[Assessed], attribution: Sequence[Answering]) -> Iterator[Problem]:
    victims = [one.victim for one in assessed]
    yield from _repeated("victims", victims)
    yield from _repeated("defendants", [one.defendant for one in attribution])
    for one in assessed:
        if one.total < 0 or any(amount < 0 for amount in one.amounts.values()):
            yield Problem(f"victims.{one.victim}", "out_of_range", "must not be negative")
    for defendant in attribution:
        yield from _wrong_in(defendant, frozenset(victims))


def _repeated(field: str, names: Sequence[str]) -> Iterator[Problem]:
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield Problem(f"{field}.{name}", "duplicate_reference", "is named twice")


def _wrong_in(one: Answering, victims: frozenset[str]) -> Iterator[Problem]:
    where = f"defendants.{one.defendant}"
    named = {v for offense in one.offenses for v in offense.victims or ()}
    for victim in sorted({*named, *one.up_to, *one.agreed, *one.shares} - victims):
        why = "is no victim of those assessed; assess the losses, or leave the reference out"
        yield Problem(f"{where}.victims.{victim}", "unknown_reference", why)
    cents = [*one.up_to.values(), *one.agreed.values(), one.cap or 0]
    if min(*cents, *one.shares.values(), one.share or 0) < 0:
        yield Problem(
            where, "out_of_range", "limits, agreed amounts and shares are never negative"
        )
