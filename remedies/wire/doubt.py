"""Doubt in the result: what moves the total, what it rests on, other accounts and other theories."""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction

from remedies.calculators.accounts import Side, Told, differing
from remedies.calculators.assessment import Assessment
from remedies.calculators.measures import Measure
from remedies.calculators.spread import Mover, Spread
from remedies.calculators.strength import STRENGTHS, by_strength
from remedies.calculators.theories import Held
from remedies.figures import Figure
from remedies.worksheet import decimal_text

NONE_STATED = "none_stated"
_MOST_PLACES = 6
_NOTHING = Told()


def money(value: Fraction) -> str:
    """Return dollars as a decimal string; the components of a total are whole cents."""
    return decimal_text(value, 2, _MOST_PLACES)[0]


def span(spread: Spread) -> dict[str, str]:
    """Return the lowest, likely and highest total."""
    return {
        "low": money(spread.low),
        "likely": money(spread.likely),
        "high": money(spread.high),
    }


def movers(spread: Spread) -> list[dict[str, str]]:
    """Return the facts that are ranges, the one that moves the total most first."""
    return [_mover(mover) for mover in spread.movers]


def strength(assessment: Assessment) -> dict[str, str]:
    """Return the total by strength of evidence."""
    parts = by_strength(assessment.total)
    return {
        strength.value if strength else NONE_STATED: money(parts[strength])
        for strength in STRENGTHS
    }


def accounts(assessment: Assessment) -> list[dict[str, object]]:
    """Return each account's side, with the workweeks of which the accounts do not tell the same."""
    sides = assessment.accounts
    days = differing(sides)
    used = next((side for side in sides if side.used), None)
    return [] if used is None else [_side(side, used, days) for side in sides]


def theories(assessment: Assessment) -> list[dict[str, object]]:
    """Return the claim's own positions and each theory, computed."""
    own = assessment.total.value
    return [_theory(held, own) for held in assessment.theories]


def _mover(mover: Mover) -> dict[str, str]:
    fact = mover.fact
    return {
        "field": fact.field,
        "name": fact.name,
        "low": money(fact.low),
        "likely": money(fact.likely),
        "high": money(fact.high),
        "total_low": money(mover.total_low),
        "total_high": money(mover.total_high),
        "swing": money(mover.swing),
    }


def _side(side: Side, used: Side, days: list[dt.date]) -> dict[str, object]:
    whole = side.whole
    return {
        "account": side.account,
        "used": side.used,
        "total": money(side.outcome.total.value),
        "difference": money(side.outcome.total.value - used.outcome.total.value),
        "measure": side.outcome.measure,
        **_told(whole),
        "exhibits": [
            {"exhibit": exhibit, "evidence": evidence} for exhibit, evidence in side.exhibits
        ],
        "workweeks": [
            {
                "starts_on": day.isoformat(),
                **_told(told := side.workweeks.get(day, _NOTHING)),
                "difference": money(told.unpaid - used.workweeks.get(day, _NOTHING).unpaid),
            }
            for day in days
        ],
    }


def _told(told: Told) -> dict[str, str]:
    return {
        "hours": money(told.hours),
        "due": money(told.due),
        "unpaid": money(told.unpaid),
    }


def _theory(held: Held, own: Fraction) -> dict[str, object]:
    return {
        "name": held.name or None,
        "positions": dict(held.differs),
        "total": money(held.outcome.total.value),
        "difference": money(held.outcome.total.value - own),
        "measure": held.outcome.measure,
        "arms": arms(held.outcome.arms),
        "components": {key: money(figure.value) for key, figure in held.components.items()},
    }


def arms(found: Mapping[Measure, Figure | None]) -> dict[str, str | None]:
    """Return the values of which the greatest is taken; None for one without facts."""
    return {m.value: money(f.value) if (f := found[m]) else None for m in Measure}
