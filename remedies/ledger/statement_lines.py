"""What a statement of account is made of: plain rows of integer cents, each naming the entries behind it.

A :class:`Statement` holds nothing that a reader could not follow with a pencil: an amount is either the sum
of the entries that it cites (:class:`Sum`) or follows from the amounts beside it as its docstring says.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from remedies.facts.convictions import Statute
from remedies.ledger.due import Due
from remedies.ledger.entries import Fund, Person
from remedies.ledger.statement_accrued import (
    NOTHING,
    Compounded,
    InterestSheet,
    JudgmentAccount,
    Missed,
    PenaltySheet,
    Stretch,
    Sum,
)
from remedies.ledger.statement_remarks import (
    Equation,
    JournalLine,
    Note,
    Open,
    PositionLine,
    Work,
)

__all__ = [
    "NOTHING",
    "Compounded",
    "Debt",
    "Due",
    "Equation",
    "FundAccount",
    "InterestSheet",
    "JournalLine",
    "JudgmentAccount",
    "Missed",
    "Move",
    "Moved",
    "Note",
    "ObligeeAccount",
    "ObligorAccount",
    "Open",
    "PenaltySheet",
    "PositionLine",
    "PropertyAccount",
    "StageLine",
    "Statement",
    "Stretch",
    "Sum",
    "Work",
]


class Moved(StrEnum):
    """What an entry does to one victim's account."""

    AWARDED = "awarded"
    AMENDED = "amended"
    COMPENSATED = "compensated"
    RECOVERED = "recovered"
    TRANSFERRED = "transferred"
    PAID = "paid"
    INTEREST = "interest"
    REVERSED = "reversed"
    DISBURSED = "disbursed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One entry's share in one victim's account: by how much what is owed, and what is held, changes."""

    entry: int
    on: dt.date
    moved: Moved
    owed: int = 0
    held: int = 0
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligeeAccount:
    """What one obligee of the order is owed, has received, and what is held for them.

    ``owed`` is ``awarded`` less ``to_payers``, ``recovered``, ``transferred`` and ``paid``, and never less
    than nothing. ``held`` is ``transferred``, ``paid``, ``interest`` and ``advanced`` less ``received``:
    ``advanced`` is what went out of a payment that the bank later took back and that is not made up yet.
    ``received`` is what was sent less what came back. ``on_hold`` names the holds that keep money back.
    ``came_back`` is the part of ``held`` that was sent, came back and was not sent again. ``overpaid`` is
    what reached the obligee beyond the loss, through a recovery that came later.
    """

    obligee: str
    person: Person = Person.INDIVIDUAL
    awarded: Sum = NOTHING
    to_payers: Sum = NOTHING
    recovered: Sum = NOTHING
    transferred: Sum = NOTHING
    paid: Sum = NOTHING
    interest: Sum = NOTHING
    advanced: int = 0
    received: Sum = NOTHING
    owed: int = 0
    held: int = 0
    came_back: int = 0
    overpaid: int = 0
    on_hold: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()


class Debt(NamedTuple):
    """What one defendant owes on one victim's award, step by step; a large case has ten thousand of these.

    ``own_left`` is ``liable`` less ``paid`` and ``reimbursed``; ``award_left`` is the award less what was
    recovered, what anybody paid and reimbursed, and ``relieved``, which was restored or remitted to the
    victim; the debt (``owes``) is the lesser of the two. Of it, as much as the victim is still owed goes to
    the victim, then to who compensated the victim, and the rest to the Attorney General.
    """

    obligee: str
    liable: int
    paid: int
    reimbursed: int
    by_others: int
    own_left: int
    award_left: int
    owes: int
    to_victim: int
    to_payers: int = 0
    to_attorney_general: int = 0
    relieved: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FundAccount:
    """What a defendant owes to a fund that is no victim: ordered, paid, still owed."""

    fund: Fund
    ordered: int
    paid: Sum
    owed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligorAccount:
    """What one defendant was ordered to pay, has paid, still owes, and to whom; restitution is principal.

    ``ordered`` is the sum of the amounts of ``debts``, of which no more than ``cap`` is owed. ``received``
    is all money taken in from the defendant; ``principal``, ``reimbursed``, ``interest_paid``, the funds'
    parts and ``unapplied`` add up to it. ``interest_to_attorney_general`` is a part of ``interest_paid``,
    that on what was reimbursed. ``by_cap`` is what the debts have above the cap: not owed.
    """

    obligor: str
    person: Person = Person.INDIVIDUAL
    judgment_on: dt.date | None = None
    ordered: Sum = NOTHING
    cap: int | None = None
    received: Sum = NOTHING
    principal: int = 0
    reimbursed: int = 0
    interest_paid: int = 0
    interest_to_attorney_general: int = 0
    unapplied: int = 0
    debts: tuple[Debt, ...] = ()
    by_cap: int = 0
    to_victims: int = 0
    to_payers: int = 0
    to_united_states: int = 0
    to_attorney_general: int = 0
    funds: tuple[FundAccount, ...] = ()
    interest: InterestSheet = field(default_factory=InterestSheet)
    penalties: PenaltySheet = field(default_factory=PenaltySheet)
    liability: tuple[Due, ...] = ()

    @property
    def restitution(self) -> int:
        """Restitution principal still owed to all, in cents."""
        return self.to_victims + self.to_payers + self.to_united_states + self.to_attorney_general

    @property
    def owes(self) -> int:
        """All that is still owed, in cents."""
        others = sum(account.owed for account in self.funds)
        return self.restitution + self.interest.owed + self.penalties.owed + others


@dataclass(frozen=True, slots=True, kw_only=True)
class StageLine:
    """One step of an asset, or a transfer of its proceeds."""

    entry: int
    on: dt.date
    what: str
    amount: int | None = None
    costs: int | None = None
    by: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyAccount:
    """One asset: what it brought, what went to victims, what is left, and why it is left.

    ``left`` is ``gross`` less ``costs``, ``third_parties`` and ``transferred``.
    """

    asset: str
    what: str
    statute: Statute | None = None
    gross: Sum = NOTHING
    costs: Sum = NOTHING
    third_parties: Sum = NOTHING
    transferred: Sum = NOTHING
    left: int = 0
    steps: tuple[StageLine, ...] = ()
    why: str = ""
    responsible: str = ""
    review_on: dt.date | None = None
    days: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The state of a case's money at the end of ``as_of``, as far as known at entry ``known``.

    ``whose`` names the victim or the defendant whose statement it is; empty: the whole case.
    """

    case: str
    as_of: dt.date
    known: int
    recorded_at: dt.datetime | None = None
    district: str = ""
    court_number: str = ""
    whose: str = ""
    sealed: bool = False
    obligees: tuple[ObligeeAccount, ...] = ()
    payers: tuple[ObligeeAccount, ...] = ()
    obligors: tuple[ObligorAccount, ...] = ()
    judgments: tuple[JudgmentAccount, ...] = ()
    property: tuple[PropertyAccount, ...] = ()
    equations: tuple[Equation, ...] = ()
    deadlines: tuple[Due, ...] = ()
    journal: tuple[JournalLine, ...] = ()
    worklists: tuple[Open, ...] = ()
    notes: tuple[Note, ...] = ()
    positions: tuple[PositionLine, ...] = ()
    later: int = 0
    law: str = ""
