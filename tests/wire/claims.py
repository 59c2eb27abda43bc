"""Claims to spoil: one with every field, and a way to reach into it."""

import copy
import json
import re
from typing import Any

from remedies import law
from remedies.calculators.assessment import assess
from remedies.errors import FactsError, Problem, UnreadableError
from remedies.wire import read_claim, read_json

Document = dict[str, Any]

WHOLE: Document = {
    "claim": "1",
    "reference": "V-1",
    "as_of": "2026-06-30",
    "convictions": [
        {"statute": "18 USC 1589", "defendant": "D-1", "from": "2012-01-01", "to": "2012-03-31"}
    ],
    "circuit": "4",
    "charged_on": "2013-05-01",
    "positions": {"liquidated_damages": "include"},
    "work": [
        {
            "from": "2012-01-01",
            "to": "2012-01-28",
            "workweek_starts_on": "sunday",
            "hours": {"per_workweek": "60", "days": ["mon", "tue", "wed", "thu", "fri", "sat"]},
            "pay": {"basis": "salary", "amount": "300.00", "per": "week", "covers_hours": "40"},
            "paid": {"records": [{"on": "2012-01-05", "amount": "50.00", "for": "2012-01-05"}]},
            "bonuses": [{"per_workweek": "5.00"}],
            "place": "US-SC",
            "occupation": "restaurant",
            "away": [{"from": "2012-01-10", "to": "2012-01-11", "why": "closed"}],
            "coverage": {"group": "1938_act", "proven": True, "lives_in": False},
            "exhibit": "Ex. 4 at 2",
            "evidence": "testimony",
        },
        {
            "from": "2012-02-05",
            "to": "2012-02-11",
            "hours": {"records": [{"on": "2012-02-06", "start": "08:00", "end": "17:30"}]},
            "pay": {"basis": "hourly", "rate": "7.25"},
            "paid": {"total": "0.00", "exhibit": "Ex. 5", "evidence": "record"},
        },
        {
            "from": "2012-03-04",
            "to": "2012-03-10",
            "hours": {"daily": {"mon": "12", "sun": "4.5"}, "per_workweek": "16.5"},
            "pay": {"basis": "none"},
        },
    ],
    "gains": [
        {"kind": "receipts", "amount": "7200.00", "from": "2012-03-01", "to": "2012-03-15"},
        {
            "kind": "commercial_sex",
            "from": "2012-03-01",
            "to": "2012-03-15",
            "days": "15",
            "acts_per_day": "6",
            "price": "80.00",
        },
        {"kind": "market_value", "hours": "520", "rate": "18.00", "exhibit": "Ex. 7"},
        {"kind": "expenses", "amount": "10.00", "evidence": "estimate"},
    ],
    "losses": [
        {"category": "lost_income", "amount": "145.00", "from": "2012-01-01", "to": "2012-12-31"},
        {"category": "medical", "amount": "6000.00", "future": True, "exhibit": "Ex. 10"},
    ],
}

GONE = ...
"""In place of a value: take the field away."""


def spoiled(field: str, value: object) -> Document:
    """Return the whole claim with one field set, added or taken away; ``field`` as problems name it."""
    document = copy.deepcopy(WHOLE)
    steps: list[Any] = [
        int(step[1:-1]) if step.startswith("[") else step
        for step in re.findall(r"\[\d+\]|[^.\[\]]+", field)
    ]
    inner: Any = document
    for step in steps[:-1]:
        inner = inner[step]
    if value is GONE:
        del inner[steps[-1]]
    elif isinstance(inner, list) and steps[-1] == len(inner):
        inner.append(value)
    else:
        inner[steps[-1]] = value
    return document


def problems(content: bytes | Document) -> list[Problem]:
    """Return what is wrong with a claim, read and computed as every face does it."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    try:
        assess(read_claim(read_json(data)), law.encoded())
    except (FactsError, UnreadableError) as error:
        return list(error.problems)
    return []


def named(content: bytes | Document) -> list[tuple[str, str]]:
    """Return the field and the code of every problem."""
    return [(problem.field, problem.code) for problem in problems(content)]
