"""What a proposed restitution order is made from, and what it is made of; every amount is integer cents.

Authority:
    18 U.S.C. § 1593(a), § 2429(a), § 2421A(d), § 3663A(a)(1): the court shall order restitution.
    18 U.S.C. § 3663(a)(1)(A), (a)(3): the court may order it; to the extent that a plea agreement says.
    18 U.S.C. § 3664(d)(5), (h): losses not yet ascertained; liability for the whole, or apportioned.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Final, Protocol

from remedies.calculators.choices import Choice
from remedies.calculators.measures import Regime
from remedies.facts import Conviction
from remedies.figures import Authority


class Ground(StrEnum):
    """The statute under which a part is ordered, in the order in which parts are counted."""

    TRAFFICKING = "18 U.S.C. § 1593"
    TRANSPORTATION = "18 U.S.C. § 2429"
    PROMOTION = "18 U.S.C. § 2421A(d)"
    MANDATORY_LOSSES = "18 U.S.C. § 3663A"
    DISCRETIONARY_LOSSES = "18 U.S.C. § 3663"
    AGREED = "18 U.S.C. § 3663(a)(3)"

    @property
    def mandatory(self) -> bool:
        """Whether the court shall, and not only may, order the part."""
        return self not in {Ground.DISCRETIONARY_LOSSES, Ground.AGREED}

    @property
    def rule(self) -> str:
        """The key of the rule that says so."""
        return RULES[self]


RULES: Final[Mapping[Ground, str]] = {
    Ground.TRAFFICKING: "restitution_1593",
    Ground.TRANSPORTATION: "restitution_2429",
    Ground.PROMOTION: "restitution_2421A",
    Ground.MANDATORY_LOSSES: "restitution_3663A",
    Ground.DISCRETIONARY_LOSSES: "restitution_3663",
    Ground.AGREED: "agreed_restitution_3663_a3",
}


class Day(Protocol):
    """A day that the law sets for what is not yet known; a deadline of the collection calculators is one."""

    @property
    def key(self) -> str:
        """Which deadline it is."""

    @property
    def due_on(self) -> dt.date | None:
        """The day; None where a date that it counts from is not known."""

    @property
    def what(self) -> str:
        """What must be done by then."""

    @property
    def authority(self) -> Authority:
        """The law that sets it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """What one victim's assessed loss comes to under each statute that governs a conviction in the case.

    ``total`` is the stored assessment's own total, under its own convictions. A victim whose losses are
    not yet known may have none: ``total`` 0 and no ``amounts``.
    """

    victim: str
    total: int = 0
    amounts: Mapping[Regime, int] = field(default_factory=dict)
    assessment: str = ""
    unknown: bool = False
    days: Sequence[Day] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offense:
    """One conviction and the victims of that offense; None: every victim of the case."""

    conviction: Conviction
    victims: tuple[str, ...] | None = None

    def harmed(self, victim: str) -> bool:
        """Return whether the victim is one of this offense."""
        return self.victims is None or victim in self.victims


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """One defendant, and for which victims and up to what that defendant answers.

    By default for the whole loss of every victim of an offense of conviction. ``up_to`` limits that by
    victim, ``cap`` in all; ``agreed`` is what a plea agreement says, by victim. ``described_3663A`` says
    whether the offenses outside the special statutes are of those that § 3663A(c)(1) describes; None where
    that is not decided. ``share`` is the weight of an apportioned order, ``shares`` that for one victim.
    """

    defendant: str
    offenses: tuple[Offense, ...] = ()
    up_to: Mapping[str, int] = field(default_factory=dict)
    cap: int | None = None
    agreed: Mapping[str, int] = field(default_factory=dict)
    described_3663A: bool | None = None  # noqa: N815 - the section's own letter
    share: Fraction | None = None
    shares: Mapping[str, Fraction] = field(default_factory=dict)

    def share_of(self, victim: str) -> Fraction | None:
        """Return the weight of this defendant for one victim, where it was stated."""
        return self.shares.get(victim, self.share)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is ordered under one statute, in cents."""

    ground: Ground
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What one defendant is to owe on one victim's loss, and how that follows.

    ``most`` is what the law allows at most: ``limited`` says that less was stated to be this defendant's.
    """

    defendant: str
    victim: str
    parts: tuple[Part, ...]
    most: int
    limited: bool = False

    @property
    def amount(self) -> int:
        """The whole, in cents."""
        return sum(part.amount for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Awarded:
    """What one victim is to be paid in all, whoever pays it: never more than the loss."""

    victim: str
    parts: tuple[Part, ...]
    assessed: int
    assessment: str
    by: tuple[Owed, ...]

    @property
    def amount(self) -> int:
        """The award, in cents."""
        return sum(part.amount for part in self.parts)

    @property
    def mandatory(self) -> int:
        """The part that the court shall order."""
        return sum(part.amount for part in self.parts if part.ground.mandatory)

    @property
    def discretionary(self) -> int:
        """The part that the court may order."""
        return self.amount - self.mandatory

    @property
    def joint(self) -> bool:
        """Whether several owe more together than the award: each of them a part of the same dollars."""
        return sum(owed.amount for owed in self.by) > self.amount

    @property
    def not_attributed(self) -> int:
        """What was assessed and nobody is to owe."""
        return max(0, self.assessed - self.amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class Liable:
    """What one defendant is to owe: by victim, and in all at most ``most``."""

    defendant: str
    owed: tuple[Owed, ...]
    cap: int | None

    @property
    def total(self) -> int:
        """What is owed over all victims before the cap."""
        return sum(owed.amount for owed in self.owed)

    @property
    def most(self) -> int:
        """What this defendant can be made to pay in all."""
        return self.total if self.cap is None else min(self.total, self.cap)

    def under(self, ground: Ground) -> int:
        """Return what is owed under one statute."""
        parts = (part for owed in self.owed for part in owed.parts)
        return sum(part.amount for part in parts if part.ground is ground)

    @property
    def mandatory(self) -> int:
        """The part that the court shall order, before the cap."""
        return sum(self.under(ground) for ground in Ground if ground.mandatory)

    @property
    def discretionary(self) -> int:
        """The part that the court may order, before the cap."""
        return self.total - self.mandatory


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Something that a lawyer must look at before the order is asked for."""

    code: str
    says: str
    victim: str = ""
    defendant: str = ""
    amount: int = 0
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A victim whose losses are not yet known, and the days that the law sets for them."""

    victim: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedOrder:
    """A proposal: awards by victim, liabilities by defendant, what is pending and what is open."""

    awards: tuple[Awarded, ...]
    liabilities: tuple[Liable, ...]
    choice: Choice
    pending: tuple[Pending, ...]
    open: tuple[Open, ...]
    rules: tuple[str, ...]

    @property
    def total(self) -> int:
        """What all victims are to be paid, in cents."""
        return sum(award.amount for award in self.awards)

    @property
    def mandatory(self) -> int:
        """The part of it that the court shall order."""
        return sum(award.mandatory for award in self.awards)

    @property
    def discretionary(self) -> int:
        """The part of it that the court may order."""
        return self.total - self.mandatory

    @property
    def apportioned(self) -> bool:
        """Whether liability is divided among the defendants."""
        return self.choice.option == APPORTIONED


FULL: Final = "full"
APPORTIONED: Final = "apportioned"
