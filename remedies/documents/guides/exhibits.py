"""The facts of a claim in words, each with the exhibit that supports it: for a table that a victim signs.

Facts alone, as the claim states them: nothing of law, nothing that was computed from them but sums of what
was recorded, and nothing that the defense says was spent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from remedies.documents.guides.table_words import TableWords
from remedies.documents.guides.worked import pattern, received
from remedies.facts import (
    Bonus,
    BonusPer,
    Claim,
    CommercialSex,
    Deduction,
    Expenses,
    FacilityKind,
    Gain,
    Keeper,
    Loss,
    MarketValue,
    Receipts,
    WorkPeriod,
)
from remedies.figures import Evidence
from remedies.operations import Unit

_GIVEN_AS: Final = {
    FacilityKind.BOARD: "board",
    FacilityKind.LODGING: "lodging",
    FacilityKind.OTHER: "in_kind",
}
_KEPT_AS: Final = {Keeper.WORKER: "tips_worker", Keeper.EMPLOYER: "tips_employer"}
_STRENGTHS: Final = (*Evidence, None)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in words; ``exhibit`` is empty where there is none yet."""

    says: str
    exhibit: str
    evidence: Evidence | None


class _Source(Protocol):
    """What says where it is known from."""

    @property
    def exhibit(self) -> str: ...
    @property
    def evidence(self) -> Evidence | None: ...


def facts(claim: Claim, told: TableWords) -> list[Fact]:
    """Return every fact of a claim, the strongest evidence first, then by exhibit."""
    return sorted(
        _facts(claim, told), key=lambda fact: (_STRENGTHS.index(fact.evidence), fact.exhibit)
    )


def _facts(claim: Claim, told: TableWords) -> Iterator[Fact]:
    for period in claim.work:
        yield from _work(period, told)
    for gain in claim.gains:
        yield from _gain(gain, told)
    for loss in claim.losses:
        yield _loss(loss, told)


def _fact(says: str, source: _Source, period: WorkPeriod | None = None) -> Fact:
    """Return a fact; what of its source is not stated is that of its period."""
    exhibit = source.exhibit or (period.exhibit if period else "")
    return Fact(says, exhibit, source.evidence or (period.evidence if period else None))


def _work(period: WorkPeriod, told: TableWords) -> Iterator[Fact]:
    when = told.between(period.begins_on, period.ends_on)
    for name, says in pattern(period, told):
        yield _fact(f"{told.words('facts', name)}, {when}: {says}", period)
    if period.paid is not None:
        evidence = period.paid.evidence or period.evidence
        for exhibit, says in received(period.paid, told):
            what = f"{told.words('facts', 'received')}, {when}: {says}"
            yield Fact(what, exhibit or period.exhibit, evidence)
    for bonus in period.bonuses:
        yield _fact(_bonus(bonus, told), bonus, period)
    for deduction in period.deductions:
        yield _fact(_deduction(deduction, told), deduction, period)
    for facility in period.facilities:
        says = told.words("per", "workweek").format(told.dollars(facility.amount))
        what = told.words("facts", _GIVEN_AS[facility.kind])
        yield _fact(f"{what}: {says}", facility, period)
    if tips := period.tips:
        says = told.words("per", "workweek").format(told.dollars(tips.amount))
        yield _fact(f"{told.words('facts', _KEPT_AS[tips.kept_by])}: {says}", tips, period)


def _bonus(found: Bonus, told: TableWords) -> str:
    says = told.words("per", found.per.value).format(told.dollars(found.amount))
    what = told.words("facts", found.kind.value)
    if found.per is BonusPer.DATES and found.begins_on is not None:
        return f"{what}, {told.dates(found.begins_on, found.ends_on)}: {says}"
    return f"{what}: {says}"


def _deduction(found: Deduction, told: TableWords) -> str:
    key = "out_of_pocket" if found.out_of_pocket else "taken"
    what = told.words("facts", key).format(told.words("deductions", found.kind.value))
    if found.begins_on is None:
        return f"{what}: {told.words('per', 'workweek').format(told.dollars(found.amount))}"
    return f"{what}, {told.dates(found.begins_on, found.ends_on)}: {told.dollars(found.amount)}"


def _gain(found: Gain, told: TableWords) -> Iterator[Fact]:
    match found:
        case Receipts():
            what = told.words("facts", "receipts")
            if found.begins_on is not None:
                what += f", {told.dates(found.begins_on, found.ends_on)}"
            yield _fact(f"{what}: {told.dollars(found.amount)}", found)
        case CommercialSex():
            when = told.between(found.begins_on, found.ends_on)
            says = told.words("facts", "services_are").format(
                days=told.amount(found.days, Unit.DAY),
                acts=told.number(found.acts_per_day),
                price=told.dollars(found.price),
            )
            yield _fact(f"{told.words('facts', 'services')}, {when}: {says}", found)
        case MarketValue():
            says = told.words("facts", "market_is").format(
                hours=told.hours(found.hours), rate=told.amount(found.rate, Unit.USD_PER_HOUR)
            )
            yield _fact(f"{told.words('facts', 'market')}: {says}", found)
        case Expenses():
            pass


def _loss(found: Loss, told: TableWords) -> Fact:
    key = "loss_to_come" if found.future else "loss"
    what = told.words(key).format(told.words("categories", found.category.value))
    if found.begins_on is not None:
        what += f", {told.dates(found.begins_on, found.ends_on)}"
    return _fact(f"{what}: {told.dollars(found.amount)}", found)
