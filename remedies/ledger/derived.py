"""What is derived from a journal and kept until the next entry: data only."""

import datetime as dt
from collections import defaultdict
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
    balance: defaultdict[str, int]
    last: frozenset[str]
    debt: dict[str, int] | None = None
    kept: dict[str, int] | None = None
    lanes: dict[str, Lane] = field(default_factory=dict)


@dataclass(slots=True)
class Day:
    """What changed on one day: the order, what was recovered, and the parts of each payment.

    ``paid`` has for each payment the defendant, the parts by victim in cents, and 1, or −1 where a reversal
    takes them back. ``met`` is what met each victim's debt in all; it is added up when it is asked for.
    """

    on: dt.date
    order: Order | None = None
    recovered: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    paid: list[tuple[str, Mapping[str, int], int]] = field(default_factory=list)
    met: dict[str, int] | None = None
