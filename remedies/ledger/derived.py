"""What is derived from a journal and kept until the next entry: data only."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

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
    """Among whom a defendant's payments are divided while nobody's share is cut off, and by what weights."""

    victims: tuple[str, ...]
    weights: list[int]


@dataclass(slots=True, kw_only=True)
class Standing:
    """What follows from the sums, in cents; see ``standing`` for the letters.

    ``kept`` is what holds keep, ``debt`` what all owe on each award, ``lanes`` by defendant: each is derived
    when it is asked for.
    """

    due: dict[str, int]
    payer_due: dict[tuple[str, str], int]
    unreimbursed: dict[str, int]
    left: dict[str, dict[str, int]]
    under_cap: dict[str, int | None]
    balance: dict[str, int]
    last: frozenset[str]
    debt: dict[str, int] | None = None
    kept: dict[str, int] | None = None
    lanes: dict[str, Lane] = field(default_factory=dict)


@dataclass(slots=True)
class Day:
    """What changed on one day: the order, and by victim what was paid, by whom, and recovered."""

    on: dt.date
    order: Order | None = None
    recovered: dict[str, int] = field(default_factory=dict)
    paid: list[tuple[str, Mapping[str, int], int]] = field(default_factory=list)
