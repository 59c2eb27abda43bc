"""What a case rests on and what is done with its record: assessments, evidence, papers, corrections."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """A stored computation of what a victim is owed: immutable, superseded by the victim's next one.

    ``claim`` and ``result`` are digests of the stored papers; ``law`` and ``facts`` those of the receipt.
    """

    kind: ClassVar[str] = "assessment"

    reference: str
    victim: str
    total: int
    measure: str
    claim: str
    result: str
    facts: str
    law: str
    software: str


class Basis(StrEnum):
    """What kind of evidence an exhibit is, strongest first."""

    RECORD = "record"
    TESTIMONY = "testimony"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One exhibit in the index, or a later version of it: what it is, for whom, which paper holds it."""

    kind: ClassVar[str] = "evidence"

    reference: str
    basis: Basis
    victims: tuple[str, ...] = ()
    supports: str = ""
    held_by: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of the case, kept by its digest: ``sha256:…`` of its bytes."""

    kind: ClassVar[str] = "document"

    reference: str
    title: str
    media_type: str
    digest: str
    size: int
    victims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtDeadline:
    """A deadline that a court or an agreement set, besides those that follow from the law."""

    kind: ClassVar[str] = "deadline"

    reference: str
    due_on: dt.date
    what: str
    authority: str = ""
    met_on: dt.date | None = None


class Account(StrEnum):
    """What a balance assertion is about."""

    OWED_TO = "owed_to"
    OWED_BY = "owed_by"
    PAID_TO = "paid_to"
    PAID_BY = "paid_by"
    HELD_FOR = "held_for"
    HELD = "held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asserted:
    """What other books say a balance is at the end of the entry's day; refused where ours differs."""

    kind: ClassVar[str] = "assertion"

    account: Account
    of: str = ""
    expected: int
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """A comparison with the clerk's or an agency's ledger: counts, totals, and the digest of their file."""

    kind: ClassVar[str] = "reconciliation"

    source: str
    digest: str
    matched: int
    differing: int
    only_theirs: int
    only_ours: int
    theirs_total: int
    ours_total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voided:
    """Takes back the entry that it corrects, and puts nothing in its place."""

    kind: ClassVar[str] = "void"

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A case sealed by order, or unsealed: while sealed, advocates and auditors do not see it."""

    kind: ClassVar[str] = "seal"

    sealed: bool
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """Identity data or a paper destroyed under the documented rule: what, and under which authority."""

    kind: ClassVar[str] = "purge"

    of: str
    authority: str
