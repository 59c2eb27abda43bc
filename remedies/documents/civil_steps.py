"""One workweek of a civil claim, step by step: its columns with their amounts, the law and the facts."""

from collections.abc import Iterator
from dataclasses import dataclass

from remedies.calculators.civil import LegalClaim
from remedies.calculators.civil import recovery_columns as recovery
from remedies.documents.notes import basis, derivation
from remedies.documents.wording import exact
from remedies.operations import Op
from remedies.schedule import Column, Line, Schedule
from remedies.worksheet import cite

_SIGNS = {Op.PRODUCT: " × ", Op.TOTAL: " + ", Op.QUOTIENT: " ÷ ", Op.EXCESS: " − "}
_WORDS = {Op.GREATER: "the greater of", Op.LESSER: "the lesser of"}


@dataclass(frozen=True, slots=True)
class Step:
    """One column of the worked workweek: its name, its arithmetic, its amount and what it rests on."""

    name: str
    how: str
    amount: str
    basis: str


@dataclass(frozen=True, slots=True)
class Worked:
    """The workweek that is worked, and its steps."""

    starts_on: str
    steps: tuple[Step, ...]


def worked(claim: LegalClaim) -> Worked | None:
    """Return the first workweek of which something is claimed, worked; None when nothing is."""
    place = claim.recovery.formulas.index[recovery.TOTAL]
    for day, line in claim.recovery.rows():
        if line.values[place]:
            own = claim.wage_lines[day]
            steps = (*_steps(claim.wages, own), *_steps(claim.recovery, line))
            return Worked(day.isoformat(), steps)
    return None


def _steps(schedule: Schedule, line: Line) -> Iterator[Step]:
    """Yield the columns that are not zero, left to right."""
    cells = iter(line.cells)
    for column, value in zip(schedule.columns, line.values, strict=True):
        cell = next(cells) if column.op is None else None
        if not value:
            continue
        amount = exact(value, column.unit)
        if cell is not None:
            how = derivation(cell) if cell.addends is None else "from the steps above"
            yield Step(column.name, how, amount, basis(cell))
        else:
            yield Step(column.name, _how(schedule, column, line), amount, cite(column.authority))


def _how(schedule: Schedule, column: Column, line: Line) -> str:
    units = {key: schedule.columns[schedule.formulas.index[key]].unit for key in column.operands}
    parts = [exact(schedule.value(line, key), units[key]) for key in column.operands]
    if column.op in _SIGNS:
        return _SIGNS[column.op].join(parts)
    if column.op in _WORDS:
        return f"{_WORDS[column.op]} {' and '.join(parts)}"
    return f"{parts[0]}, to the cent"
