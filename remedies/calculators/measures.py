"""Which measure of restitution the statutes of conviction open.

Authority:
    18 U.S.C. § 1593(a), (b): any offense under chapter 77: losses, and the greater of three values.
    18 U.S.C. § 2429(a), (b)(1): any offense under chapter 117: losses, and the greater of two values
        where the victim's services are commercial sex acts; no value of labor.
    18 U.S.C. § 2421A(d): losses, for one form of the offense.
    18 U.S.C. §§ 3663, 3663A: other offenses: the losses listed there; no gain of the defendant.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from remedies.facts import Conviction

CRIMES = 18
CHAPTER_77 = range(1581, 1598)
CHAPTER_117 = range(2421, 2430)


class Measure(StrEnum):
    """The values of which restitution takes the greatest, on top of losses."""

    GROSS_INCOME = "gross_income"
    VALUE_TO_DEFENDANT = "value_to_defendant"
    VALUE_OF_LABOR = "value_of_labor"


class Regime(StrEnum):
    """The statute that governs the amount."""

    TRAFFICKING = "18 U.S.C. § 1593"
    TRANSPORTATION = "18 U.S.C. § 2429"
    PROMOTION = "18 U.S.C. § 2421A(d)"
    GENERAL = "18 U.S.C. §§ 3663, 3663A"


@dataclass(frozen=True, slots=True)
class Unavailable:
    """A measure or category of loss that the statutes of conviction do not open, and why."""

    what: str
    why: str
    rule: str


FIRST_DAY = {
    Regime.TRAFFICKING: dt.date(2000, 10, 28),
    Regime.TRANSPORTATION: dt.date(2018, 12, 21),
    Regime.PROMOTION: dt.date(2018, 4, 11),
}
"""From when each statute is law, as its rule says (a test holds the two together).

Restitution is punishment (Ellingburg v. United States, No. 24-482, 2026, known from summaries): a statute
does not reach offenses that ended before it was law.
"""


def regime(convictions: Iterable[Conviction]) -> Regime:
    """Return the statute that governs the amount: chapter 77 first, then chapter 117, then the rest.

    A conviction for an offense that ended before its chapter's statute was law falls under the rest.
    """
    found = {governed_by(conviction) for conviction in convictions}
    return next((entry for entry in Regime if entry in found), Regime.GENERAL)


def governed_by(conviction: Conviction) -> Regime:
    """Return the statute that governs restitution for one conviction."""
    found = by_chapter(conviction)
    ended_on, first_day = conviction.ends_on, FIRST_DAY.get(found)
    if ended_on is not None and first_day is not None and ended_on < first_day:
        return Regime.GENERAL
    return found


def by_chapter(conviction: Conviction) -> Regime:
    """Return the statute for a conviction's chapter, whatever the dates of the offense."""
    statute = conviction.statute
    if statute.title == CRIMES and statute.section == "2421A":
        return Regime.PROMOTION
    if statute.title == CRIMES and statute.number in CHAPTER_77:
        return Regime.TRAFFICKING
    if statute.title == CRIMES and statute.number in CHAPTER_117:
        return Regime.TRANSPORTATION
    return Regime.GENERAL


MEASURES: dict[Regime, tuple[Measure, ...]] = {
    Regime.TRAFFICKING: tuple(Measure),
    Regime.TRANSPORTATION: (Measure.GROSS_INCOME, Measure.VALUE_TO_DEFENDANT),
    Regime.PROMOTION: (),
    Regime.GENERAL: (),
}

GREATER_OF_RULE: dict[Regime, str] = {
    Regime.TRAFFICKING: "measure_1593_b3",
    Regime.TRANSPORTATION: "measure_2429_b1",
}

ORDER_RULE: dict[Regime, str] = {
    Regime.TRAFFICKING: "restitution_1593",
    Regime.TRANSPORTATION: "restitution_2429",
    Regime.PROMOTION: "restitution_2421A",
    Regime.GENERAL: "restitution_3663A",
}

_WHY = {
    (Regime.TRANSPORTATION, Measure.VALUE_OF_LABOR): (
        "18 U.S.C. § 2429(b)(1) has no value of labor under the Fair Labor Standards Act; "
        "only § 1593, for convictions under chapter 77, has one"
    ),
}
_WHY_PROMOTION = (
    "18 U.S.C. § 2421A(d) orders restitution of losses; § 2429(a) speaks of any offense under chapter 117, "
    "and no decision was found on whether its greater-of reaches § 2421A, so none is computed"
)
_WHY_GENERAL = (
    "no conviction is under chapter 77 or 117 of title 18 for an offense that ended since its restitution "
    "statute was law; under 18 U.S.C. §§ 3663 and 3663A "
    "restitution is the victim's loss and not the defendant's gain or the value of labor"
)


def unavailable(governing: Regime) -> list[Unavailable]:
    """Return the measures that ``governing`` does not open, each with its reason."""
    by_default = _WHY_PROMOTION if governing is Regime.PROMOTION else _WHY_GENERAL
    rule = GREATER_OF_RULE.get(governing, ORDER_RULE[governing])
    return [
        Unavailable(measure.value, _WHY.get((governing, measure), by_default), rule)
        for measure in Measure
        if measure not in MEASURES[governing]
    ]
