"""The civil part of the result: each law's claim by workweek, the better of them, and what was left out.

What equal workweeks share, the lines behind their cells, is written once and named by number.
"""

import json
from collections.abc import Iterable, Iterator
from fractions import Fraction

from remedies.calculators.civil import CivilClaim, LegalClaim
from remedies.calculators.civil import comparison as comparing
from remedies.calculators.civil import recovery_columns as recovery
from remedies.calculators.civil.provisions import Part
from remedies.calculators.civil.recovery_columns import FACTORS
from remedies.calculators.civil.weeks import NotComputed
from remedies.figures import Checked, Figure
from remedies.law import Version
from remedies.operations import Op, Unit
from remedies.schedule import Line, Schedule
from remedies.worksheet import LEAST_PLACES, decimal_text, numbered

WAGE_COLUMNS = (
    "hours",
    "agreed_rate",
    "minimum_rate",
    "rate",
    "straight_time",
    "overtime_hours",
    "overtime_premium",
    "double_time_hours",
    "double_premium",
    "spread_pay",
    "due",
    "paid",
)
"""The columns of a law's wages that a workweek shows, as far as that law's schedule has them."""

RECOVERY_COLUMNS = (
    recovery.UNPAID,
    recovery.CLAIMED,
    recovery.LOST,
    recovery.DAMAGES,
    recovery.INTEREST,
    recovery.TOTAL,
)
COMPARED = (
    comparing.FEDERAL_DUE,
    comparing.STATE_DUE,
    comparing.REQUIRED_DUE,
    comparing.DUE,
    comparing.PAID,
    "unpaid",
    comparing.FEDERAL,
    comparing.STATE,
    comparing.REQUIRED,
    comparing.WAGES,
    comparing.DAMAGES,
    comparing.INTEREST,
    comparing.RECOVERY,
    comparing.LOST,
)
_MOST_PLACES = 6
_EXTRAS = frozenset(f"{part.value}_extra" for part in Part)
_FACTORS = frozenset(name for names in FACTORS.values() for name in names)
_Lines = list[dict[str, object]]
_RANK = {checked: rank for rank, checked in enumerate(Checked)}
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def civil_json(found: CivilClaim) -> str:
    """Return the civil claim as JSON text; the same claim gives the same text."""
    return _dump(
        {
            "total": _money(found.total.value),
            "components": {key: _money(part.value) for key, part in found.components.items()},
            "lost": _money(found.lost.value),
            "claims": [_claim(claim) for claim in found.claims],
            "workweeks": list(_compared(found)),
            "guarantees": [
                {"contract": entry.index, "owed": _money(entry.owed.value)}
                for entry in found.guarantees
            ],
            "positions": [
                {
                    "key": key,
                    "option": choice.option,
                    "says": choice.position.options[choice.option].says,
                    "chosen_by": choice.chosen_by.value,
                }
                for key, choice in found.choices.taken.items()
            ],
            "not_computed": [_refused(entry) for entry in found.not_computed],
            "assumptions": list(found.assumptions),
            "worksheet": worksheet_lines(found.total),
        }
    )


def _claim(claim: LegalClaim) -> dict[str, object]:
    bases = _Bases()
    workweeks = [
        {
            "starts_on": day.isoformat(),
            "due_on": claim.paydays[day].isoformat(),
            **_values(claim.wages, claim.wage_lines[day], WAGE_COLUMNS),
            **_values(claim.recovery, line, RECOVERY_COLUMNS),
            "in_time": _in_time(claim.recovery, line),
            "interest_factors": _factors(claim.recovery, line),
            "basis": bases.number(claim, claim.wage_lines[day], line),
        }
        for day, line in claim.recovery.rows()
    ]
    return {
        "law": claim.key,
        "name": claim.name,
        **{key: _money(claim.amount(key)) for key in RECOVERY_COLUMNS},
        "parts": {part.value: _part(claim, part) for part in Part},
        "provisions": [_provision(version) for version in claim.provisions],
        "workweeks": workweeks,
        "bases": bases.written,
    }


def _part(claim: LegalClaim, part: Part) -> dict[str, str]:
    return {
        "unpaid": _money(claim.amount(part.value)),
        "claimed": _money(claim.amount(recovery.claimed(part))),
        "damages": _money(claim.amount(recovery.damages(part))),
    }


def _provision(version: Version) -> dict[str, str]:
    return {
        "violation": str(version.terms.get("violation", "")),
        "rule": str(version.terms.get("rule", "")),
        "authority": version.authority.citation,
        "checked": version.authority.checked.value,
    }


def _in_time(schedule: Schedule, line: Line) -> dict[str, str]:
    """Return, for each part that is unpaid, whether it is in time and why."""
    cells = dict(zip((c.key for c in schedule.formulas.leaves), line.cells, strict=True))
    return {
        part.value: cells[f"{part.value}_in_time"].name for part in Part if cells[part.value].value
    }


def _factors(schedule: Schedule, line: Line) -> dict[str, str]:
    """Return what interest multiplies the wages by, as exact ratios; nothing where there is none."""
    cells = zip(schedule.formulas.leaves, line.cells, strict=True)
    return {c.key: str(cell.value) for c, cell in cells if c.key in _FACTORS and cell.value}


class _Bases:
    """The lines that workweeks start from; equal ones are written once."""

    def __init__(self) -> None:
        self.written: list[dict[str, object]] = []
        self._numbers: dict[str, int] = {}
        self._lines: dict[int, tuple[Figure, _Lines]] = {}

    def number(self, claim: LegalClaim, wages: Line, recovered: Line) -> int:
        """Return the number of the basis of a workweek."""
        cells = dict(self._wages(claim.wages, wages)) | dict(self._carried(claim, recovered))
        text = _dump(cells)
        if text not in self._numbers:
            self.written.append({"basis": len(self.written) + 1, "cells": cells})
            self._numbers[text] = len(self.written)
        return self._numbers[text]

    def _wages(self, schedule: Schedule, line: Line) -> Iterator[tuple[str, _Lines]]:
        for column, cell in zip(schedule.formulas.leaves, line.cells, strict=True):
            yield column.key, self._of(cell)

    def _carried(self, claim: LegalClaim, line: Line) -> Iterator[tuple[str, _Lines]]:
        """Yield what multiplies the wages: damages, and the yearly rates of interest."""
        for column, cell in zip(claim.recovery.formulas.leaves, line.cells, strict=True):
            if column.key in _EXTRAS and cell.value:
                yield column.key, self._of(cell)
            elif column.key in _FACTORS and cell.value:
                rates = {id(leaf): leaf for leaf in cell.leaves() if leaf.op is Op.LAW}
                for number, leaf in enumerate(rates.values(), 1):
                    yield f"interest_rate_{number}", self._of(leaf)

    def _of(self, figure: Figure) -> _Lines:
        """Return the lines of a cell; one that stands in many rows is laid out once."""
        known = self._lines.get(id(figure))
        if known is None:
            known = self._lines[id(figure)] = figure, worksheet_lines(figure)
        return known[1]


def _compared(found: CivilClaim) -> Iterator[dict[str, object]]:
    if found.comparison is None:
        return
    for day, line in found.comparison.schedule.rows():
        yield {
            "starts_on": day.isoformat(),
            "law": found.comparison.taken[day],
            **_values(found.comparison.schedule, line, COMPARED),
        }


def _values(schedule: Schedule, line: Line, keys: Iterable[str]) -> dict[str, str]:
    columns = schedule.formulas.index
    return {
        key: _number(line.values[columns[key]], schedule.columns[columns[key]].unit)[0]
        for key in keys
        if key in columns
    }


def _refused(entry: NotComputed) -> dict[str, str | None]:
    first, last = entry.first, entry.last
    return {
        "what": entry.what,
        "why": entry.why,
        "from": first.isoformat() if first else None,
        "to": last.isoformat() if last else None,
    }


def worksheet_lines(figure: Figure) -> list[dict[str, object]]:
    """Return the numbered lines of a figure, as ``LineSchema`` has them."""
    return [_line(*entry) for entry in numbered(figure)]


def _line(number: int, figure: Figure, operands: tuple[int, ...]) -> dict[str, object]:
    value, exact = _number(figure.value, figure.unit)
    marks = [authority.checked for authority in figure.authority]
    found: dict[str, object] = {
        "line": number,
        "name": figure.name,
        "value": value,
        "unit": figure.unit.value,
        "operation": figure.op.value,
        "operands": list(operands),
        "authority": "; ".join(authority.citation for authority in figure.authority),
        "checked": max(marks, key=_RANK.__getitem__) if marks else None,
        "source": figure.source,
    }
    if figure.evidence is not None:
        found["evidence"] = figure.evidence.value
    if not exact:
        found["exact"] = str(figure.value)
    if figure.addends is not None:
        found["column"] = figure.addends.key
    if figure.entries:
        entries = [
            {"on": e.on.isoformat(), "value": str(e.value), "note": e.note} for e in figure.entries
        ]
        found["entries"] = entries
    return found


def _number(value: Fraction, unit: Unit) -> tuple[str, bool]:
    return decimal_text(value, LEAST_PLACES.get(unit, 2), _MOST_PLACES)


def _money(value: Fraction) -> str:
    return decimal_text(value, 2, _MOST_PLACES)[0]
