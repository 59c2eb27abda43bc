"""Property on its way from seizure to the victims; every amount is integer cents."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from remedies.facts.convictions import Statute


class Stage(StrEnum):
    """A step of an asset; ``ledger/assets`` says which may follow which, and under what law."""

    SEIZED = "seized"
    RESTRAINED = "restrained"
    NOTICED = "noticed"
    CLAIMED = "claimed"
    CLAIM_DENIED = "claim_denied"
    CLAIM_GRANTED = "claim_granted"
    FORFEITED = "forfeited"
    LIQUIDATED = "liquidated"
    REQUESTED = "requested"
    GRANTED = "granted"
    DENIED = "denied"
    RETURNED_TO_OWNER = "returned_to_owner"


class Forfeiture(StrEnum):
    """How property was forfeited."""

    ADMINISTRATIVE = "administrative"
    CIVIL = "civil"
    CRIMINAL = "criminal"


class Path(StrEnum):
    """By which path proceeds reach victims."""

    MANDATORY = "mandatory"
    RESTORATION = "restoration"
    REMISSION = "remission"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A thing seized or restrained, or a later version of what is known of it.

    ``statute`` is the one under which it is to be forfeited; ``what`` a neutral word (``vehicle``,
    ``cash``, ``real property``), never an address.
    """

    kind: ClassVar[str] = "asset"

    reference: str
    what: str
    statute: Statute | None = None
    agency: str = ""
    number: str = ""
    appraised: int | None = None
    defendants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetStep:
    """One step of an asset, on the day of the entry: who took it, with which paper, for how much.

    ``amount``: at ``claimed`` and ``claim_granted`` what a third party claims or gets, at ``forfeited`` the
    value of money forfeited as such, at ``liquidated`` the gross proceeds, at ``requested`` and
    ``granted`` what is asked and allowed. ``costs``: the government's that come off, at ``liquidated``, and
    at ``forfeited`` where ``amount`` is given; no text says that any come off a transfer under § 1594(f).
    ``how`` and ``statute`` at ``forfeited`` only; ``path`` at ``requested``, ``granted`` and ``denied``.
    ``published_on`` at ``noticed``: the day of final publication (21 U.S.C. § 853(n)(2)). ``claim`` at
    ``claimed`` names the claim, such as ``CL-1``, and at ``claim_denied`` and ``claim_granted`` the one that
    is decided.
    """

    kind: ClassVar[str] = "asset_step"

    asset: str
    stage: Stage
    actor: str
    document: str = ""
    amount: int | None = None
    costs: int | None = None
    how: Forfeiture | None = None
    statute: Statute | None = None
    path: Path | None = None
    published_on: dt.date | None = None
    claim: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Proceeds of an asset sent to satisfy the order: by victim, in cents; held until disbursed.

    Lowers what the victims are owed. By the mandatory path it does not lower what a defendant owes: that
    part is owed on, to the Attorney General (18 U.S.C. § 1594(f)(3)). The other paths have no such words: a
    restoration or remission satisfies the defendant's debt too: a reading, for no authority was found.
    """

    kind: ClassVar[str] = "transfer"

    reference: str
    asset: str
    path: Path
    shares: Mapping[str, int]
    document: str = ""


class Delay(StrEnum):
    """Why an asset's proceeds have not been transferred."""

    APPEAL_PENDING = "appeal_pending"
    THIRD_PARTY_CLAIM = "third_party_claim"
    NOT_LIQUIDATED = "not_liquidated"
    NO_ORDER_YET = "no_order_yet"
    LOSSES_NOT_DETERMINED = "losses_not_determined"
    REQUEST_NOT_MADE = "request_not_made"
    REQUEST_PENDING = "request_pending"
    VICTIM_NOT_LOCATED = "victim_not_located"
    OTHER_CASE = "other_case"
    NO_NET_PROCEEDS = "no_net_proceeds"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTransferred:
    """Why an asset has not reached the victims: a coded reason, who must act, and when to look again."""

    kind: ClassVar[str] = "not_transferred"

    asset: str
    why: Delay
    responsible: str
    review_on: dt.date
    note: str = ""
