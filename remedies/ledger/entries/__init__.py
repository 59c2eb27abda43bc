"""What can be entered in a case's journal: one frozen class for each kind, and the entry that holds one.

The journal is the case: defendants, orders, payments, property and papers are entries, and every state
is made by replaying them. An entry is never edited or deleted. A later version of a party, an order or an
asset is another entry with the same reference; a correction is an entry that names in ``corrects`` the
one it replaces, of the same kind, or takes it back (:class:`Voided`).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, get_args

from remedies.ledger.entries.money import (
    Applied,
    Back,
    Compensation,
    Court,
    Disbursement,
    Fund,
    Hold,
    HoldWhy,
    Method,
    OnAccount,
    Payer,
    Payment,
    Recovery,
    Refund,
    Released,
    Returned,
    Reversal,
)
from remedies.ledger.entries.orders import (
    Award,
    CivilJudgment,
    Distribution,
    Installments,
    InterestTerms,
    Liability,
    Notice,
    Order,
    Relief,
    ReliefGranted,
    Told,
)
from remedies.ledger.entries.papers import (
    Account,
    Asserted,
    Assessed,
    Basis,
    CourtDeadline,
    Evidence,
    Paper,
    Purged,
    Reconciled,
    Sealed,
    Voided,
)
from remedies.ledger.entries.parties import (
    CaseOpened,
    Convicted,
    DeclaredBy,
    DeclaredHoliday,
    Defendant,
    Grade,
    Losses,
    Person,
    Victim,
)
from remedies.ledger.entries.property import (
    Asset,
    AssetStep,
    Delay,
    Forfeiture,
    NotTransferred,
    Path,
    Stage,
    Transfer,
)

__all__ = [
    "KINDS",
    "Account",
    "Applied",
    "Asserted",
    "Assessed",
    "Asset",
    "AssetStep",
    "Award",
    "Back",
    "Basis",
    "Body",
    "CaseOpened",
    "CivilJudgment",
    "Compensation",
    "Convicted",
    "Court",
    "CourtDeadline",
    "DeclaredBy",
    "DeclaredHoliday",
    "Defendant",
    "Delay",
    "Disbursement",
    "Distribution",
    "Entry",
    "Evidence",
    "Forfeiture",
    "Fund",
    "Grade",
    "Hold",
    "HoldWhy",
    "Installments",
    "InterestTerms",
    "Liability",
    "Losses",
    "Method",
    "NotTransferred",
    "Notice",
    "OnAccount",
    "Order",
    "Paper",
    "Path",
    "Payer",
    "Payment",
    "Person",
    "Purged",
    "Reconciled",
    "Recovery",
    "Refund",
    "Released",
    "Relief",
    "ReliefGranted",
    "Returned",
    "Reversal",
    "Sealed",
    "Stage",
    "Told",
    "Transfer",
    "Victim",
    "Voided",
]

Body = (
    CaseOpened
    | Defendant
    | Victim
    | Assessed
    | Evidence
    | Paper
    | CourtDeadline
    | Order
    | CivilJudgment
    | ReliefGranted
    | Notice
    | Payment
    | Disbursement
    | Returned
    | Hold
    | Released
    | Refund
    | Reversal
    | Recovery
    | Compensation
    | Asset
    | AssetStep
    | Transfer
    | NotTransferred
    | Asserted
    | Reconciled
    | Voided
    | Sealed
    | Purged
)

KINDS: Final[Mapping[str, type[Body]]] = {made.kind: made for made in get_args(Body)}
"""Every kind of entry by the name that it has in the journal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a case's journal.

    ``seq`` counts from 1 in the order of recording. ``on`` is the day on which the thing happened, and may
    be earlier than ``recorded_at``, the instant (UTC) of recording. ``actor`` is the token or the program
    that recorded it, never a person's name.
    """

    seq: int
    on: dt.date
    body: Body
    corrects: int | None = None
    recorded_at: dt.datetime | None = None
    actor: str = ""
