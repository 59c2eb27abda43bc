"""What is derived from a journal and kept until the next entry: data only."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from remedies.calculators.shares import Had
from remedies.ledger.entries import Award, Liability, Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """One version of the order: ``awards`` and ``liabilities`` by reference, in the order's listing.

    ``united_states`` are the obligees that are paid after all others (18 U.S.C. § 3664(i)).
    """

    order: Order
    on: dt.date
    seq: int
    awards: Mapping[str, Award]
    liabilities: Mapping[str, Liability]
    united_states: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lane:
    """Among whom a defendant's payments are divided while nobody's share is cut off, and by what weights.

    ``whole`` is the sum of the weights; nothing where payments go elsewhere first, or are not pro rata.
    ``had`` is asked what they got so far.
    """

    victims: tuple[str, ...]
    weights: list[int]
    whole: int
    had: Had | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a debt: ``of`` by victim, ``liable`` the defendants of each, ``joint`` those shared."""

    of: Mapping[str, int]
    liable: tuple[frozenset[str], ...]
    joint: frozenset[int]


@dataclass(slots=True, kw_only=True)
class Standing:
    """What follows from the sums, in cents; see ``standing`` for the letters.

    ``balance`` begins with the order's obligees as they are listed.
    ``over`` is what a victim has, or would have with what is held, above the award. ``kept`` is what holds
    keep, ``debt`` what all owe on each award, ``lanes`` by defendant, ``got`` what each obligee was paid of
    principal: each is derived when it is asked for.
    ``applied`` is what a payment of a defendant, of an amount, was last found to be applied to, ``sendable``
    what was last found payable on a day: an entry of just that is in order, until something changes.
    """

    due: dict[str, int]
    payer_due: dict[tuple[str, str], int]
    unreimbursed: dict[str, int]
    left: dict[str, dict[str, int]]
    under_cap: dict[str, int | None]
    balance: defaultdict[str, int]
    last: frozenset[str]
    over: dict[str, int]
    debt: dict[str, int] | None = None
    kept: dict[str, int] | None = None
    got: Mapping[str, int] | None = None
    lanes: dict[str, Lane] = field(default_factory=dict)
    applied: tuple[str, int, dict[str, int]] | None = None
    sendable: tuple[dt.date, dict[str, int]] | None = None


class Paid(NamedTuple):
    """Parts of a payment by victim, their sum ``whole``, and 1, or −1 where a reversal takes them back."""

    obligor: str
    parts: Mapping[str, int]
    sign: int
    whole: int


@dataclass(slots=True)
class Day:
    """What changed on one day: the order, what was recovered, and the parts of each payment.

    ``met`` is what met each victim's debt in all; it is added up when it is asked for.
    """

    on: dt.date
    order: Order | None = None
    recovered: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    paid: list[Paid] = field(default_factory=list)
    met: dict[str, int] | None = None
