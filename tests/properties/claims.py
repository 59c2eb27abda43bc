"""Random claims as their JSON says them: dates near the steps of the law, every pattern of work and pay.

Each is made by a :class:`random.Random`. Under the fixed profile its seed is what hypothesis draws, which is
fast; with HYPOTHESIS_PROFILE=explore hypothesis draws every choice, so that a failing claim is shrunk.
``claims_work`` makes periods with simple pay, ``claims_varied`` periods with every fact of wages.
"""

import datetime as dt
from random import Random

from tests.properties.claims_varied import WAGE_CHOICES, varied
from tests.properties.claims_work import (
    ANCHORS,
    BASES,
    KINDS,
    Document,
    made,
    money,
    quantity,
    some_day,
    work,
)

__all__ = ["BASES", "CHOICES", "KINDS", "Document", "claim", "made", "money", "whole", "work"]

AS_OF = "2026-06-30"
CATEGORIES = (
    "medical",
    "psychological",
    "temporary_housing",
    "lost_income",
    "attorney_fees",
    "other",
)
STATUTES = (
    "18 USC 1589",
    "18 USC 1589",
    "18 USC 1591(a)(1)",
    "18 USC 2423",
    "18 USC 2421A",
    "18 USC 1324",
    "8 USC 1324",
)
CHOICES = {
    "attorney_fees": ("include", "exclude"),
    "flsa_sol_in_1593": ("none", "two_years", "three_years"),
    "gross_income_offset": ("none", "deduct_expenses"),
    "lost_income_overlap": ("exclude_same_days", "cumulative"),
} | WAGE_CHOICES


def claim(periods: list[Document], **fields: object) -> Document:
    """Return a claim of work under chapter 77."""
    return {
        "claim": "1",
        "reference": "V-1",
        "as_of": AS_OF,
        "convictions": [{"statute": "18 USC 1589"}],
        "work": periods,
    } | fields


def gain(r: Random) -> Document:
    """Return a gain of any kind."""
    match kind := r.choice(("receipts", "commercial_sex", "market_value", "expenses")):
        case "commercial_sex":
            counts = {
                "days": quantity(r, 91),
                "acts_per_day": quantity(r, 9),
                "price": money(r, 90),
            }
            return {"kind": kind, "from": "2012-01-01", "to": "2012-03-31"} | counts
        case "market_value":
            return {"kind": kind, "hours": quantity(r, 500), "rate": quantity(r, 30)}
        case _:
            return {"kind": kind, "amount": money(r, 9000)}


def loss(r: Random) -> Document:
    """Return a loss of any category, with dates near the work's or without."""
    found = {"category": r.choice(CATEGORIES), "amount": money(r, 9000)}
    if r.randint(0, 1):
        first = r.choice(ANCHORS) + dt.timedelta(days=r.randint(-25, 10))
        found |= {"from": first.isoformat(), "to": some_day(r, first, first, 60)}
    return found


def whole(r: Random) -> Document:
    """Return a claim with work, gains, losses, convictions, a circuit and positions."""
    periods = varied(r) if r.randint(0, 1) else work(r)
    last = dt.date.fromisoformat(periods[-1]["to"])
    chosen = {key: r.choice(options) for key, options in CHOICES.items() if not r.randint(0, 4)}
    return claim(
        periods,
        convictions=[{"statute": r.choice(STATUTES)} for _ in range(r.randint(1, 2))],
        circuit=r.choice(("1", "2", "4", "11", "dc")),
        charged_on=some_day(r, last, last, 1200),
        positions=chosen,
        gains=[gain(r) for _ in range(r.randint(0, 3))],
        losses=[loss(r) for _ in range(r.randint(0, 3))],
    )
