"""Money that comes in, is applied, goes out and comes back; every amount is integer cents.

Two facts about a payment are different entries: that it was *received* and to what it was *applied*
(:class:`Payment`), and that it was *disbursed* to those it was applied to (:class:`Disbursement`). What an
entry applied or disbursed is never rewritten by a later or backdated one; what accrues is always recomputed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar


class Fund(StrEnum):
    """Whom money goes to that is not a victim's; used beside references as a name of whom is owed."""

    SPECIAL_ASSESSMENT = "special_assessment"
    CHILD_PORNOGRAPHY_ASSESSMENT = "child_pornography_assessment"
    FINE = "fine"
    COSTS = "costs"
    FINE_INTEREST = "fine_interest"
    PENALTIES = "penalties"
    JVTA_ASSESSMENT = "jvta_assessment"
    ATTORNEY_GENERAL = "attorney_general"


class Method(StrEnum):
    """How a payment was made, which may keep it from being disbursed at once."""

    CASH = "cash"
    CASHIERS_CHECK = "cashiers_check"
    MONEY_ORDER = "money_order"
    PERSONAL_CHECK = "personal_check"
    CARD = "card"
    ELECTRONIC = "electronic"
    TREASURY_OFFSET = "treasury_offset"
    INMATE_PROGRAM = "inmate_program"
    GARNISHMENT = "garnishment"
    SALE_UNDER_LIEN = "sale_under_lien"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAccount:
    """What of a payment went to a payer of compensation (§ 3664(j)(1)) on account of one victim's award."""

    payer: str
    victim: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What a payment was applied to; the parts add up to its amount.

    ``principal``: restitution, by obligee, that reduces what the obligee is owed. ``reimbursed``: by victim,
    what went to the Attorney General for that victim's forfeiture transfers (18 U.S.C. § 1594(f)(3)).
    ``interest``: interest on restitution, by obligee. ``funds``: everything else. ``unapplied``: beyond
    all that the defendant owes; it is held until it is refunded. ``compensated`` is no further part: it
    says for which victims the principal to payers was paid.
    """

    principal: Mapping[str, int] = field(default_factory=dict)
    reimbursed: Mapping[str, int] = field(default_factory=dict)
    interest: Mapping[str, int] = field(default_factory=dict)
    funds: Mapping[Fund, int] = field(default_factory=dict)
    unapplied: int = 0
    compensated: tuple[OnAccount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money received toward what ``obligor`` owes, on the day of the entry, and what it was applied to.

    ``payer`` is the obligor's reference, or says which third party paid (an employer who garnishes, a bank).
    ``receipt`` is the clerk's number, by which a ledger of the clerk is matched.
    """

    kind: ClassVar[str] = "payment"

    reference: str
    obligor: str
    amount: int
    method: Method
    applied: Applied
    payer: str = ""
    receipt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disbursement:
    """Money paid out to those it was held for: by obligee or fund, in cents."""

    kind: ClassVar[str] = "disbursement"

    reference: str
    shares: Mapping[str, int]
    document: str = ""


class Back(StrEnum):
    """Why a disbursement came back."""

    RETURNED = "returned"
    UNCLAIMED = "unclaimed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What was disbursed to one obligee and came back; it is held for the obligee again."""

    kind: ClassVar[str] = "returned"

    disbursement: str
    obligee: str
    amount: int
    why: Back


class HoldWhy(StrEnum):
    """Why money is held and not disbursed."""

    PAYMENT_CLEARING = "payment_clearing"
    APPEAL = "appeal"
    COURT_ORDER = "court_order"
    ADDRESS_UNKNOWN = "address_unknown"
    IDENTITY_UNCONFIRMED = "identity_unconfirmed"
    ASSIGNMENT_DISPUTED = "assignment_disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A hold on a payment, a transfer or an obligee; on everything where ``of`` is empty."""

    kind: ClassVar[str] = "hold"

    reference: str
    why: HoldWhy
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """The end of a hold."""

    kind: ClassVar[str] = "released"

    hold: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Money given back that was applied to nothing: from ``payment``'s ``unapplied`` part only."""

    kind: ClassVar[str] = "refund"

    reference: str
    payment: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversal:
    """A payment that the bank took back, wholly: the debt revives; who was paid of it stays paid.

    The part already disbursed is a shortfall of the court, made up from what is next held for the same
    obligees.
    """

    kind: ClassVar[str] = "reversal"

    payment: str


class Court(StrEnum):
    """Where a later recovery was had (18 U.S.C. § 3664(j)(2))."""

    FEDERAL = "federal"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """What a victim later recovered in a civil proceeding; only ``same_loss`` reduces restitution.

    ``same_loss`` is the compensatory part for the same loss; ``other`` is what does not reduce it: punitive
    and multiplied damages, other losses. ``liquidated`` is decided by position ``civil_recovery_same_loss``:
    by its default it reduces no more than ``liquidated_in_award``, the liquidated damages in the award.
    In a state proceeding it reduces only where ``state_law_provides`` says that state law lets it.
    ``judgment`` names the civil judgment on which it was paid, where it was paid on one that is entered.
    """

    kind: ClassVar[str] = "recovery"

    reference: str
    victim: str
    same_loss: int
    liquidated: int = 0
    liquidated_in_award: int = 0
    other: int = 0
    court: Court = Court.FEDERAL
    state_law_provides: bool = False
    document: str = ""
    judgment: str = ""


class Payer(StrEnum):
    """Who compensated a victim and is paid after all victims (18 U.S.C. § 3664(j)(1))."""

    INSURER = "insurer"
    COMPENSATION_PROGRAM = "compensation_program"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compensation:
    """What an insurer or a programme paid a victim for a loss.

    The award is not reduced (§ 3664(f)(1)(B)). "[T]he court shall order that restitution be paid to the
    person who provided … the compensation" ((j)(1)): where ``order``, in force on the day of the entry,
    provides for it, as its ``document`` shows, that part of the award is owed to the payer (``reference``,
    such as ``P-1``), who is paid after every victim. Without ``order`` it is on record and moves nothing.
    """

    kind: ClassVar[str] = "compensation"

    reference: str
    payer: Payer
    victim: str
    amount: int
    document: str = ""
    order: str = ""
