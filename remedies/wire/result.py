"""The result: an assessment as the JSON of the contract, written line by line.

Small objects go through ``json.dumps``; worksheet lines and workweeks are assembled as text, each
distinct line once, so that explaining a figure costs little more than computing it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from json.encoder import encode_basestring as _quoted

from remedies.calculators.assessment import Assessment, Taken
from remedies.calculators.measures import Unavailable
from remedies.calculators.spread import line_name
from remedies.calculators.strength import weaker
from remedies.calculators.warnings import Warned
from remedies.figures import Authority, Checked, Evidence, Figure, weakest
from remedies.operations import Unit
from remedies.schedule import Column, Formulas, Line, Schedule
from remedies.wire import doubt
from remedies.wire.civil_result import civil_json
from remedies.wire.doubt import money
from remedies.worksheet import LEAST_PLACES, decimal_text, numbered, ratio_text

VERSION = "1"
PRINTED = (
    "hours",
    "agreed_rate",
    "minimum_rate",
    "rate",
    "straight_time",
    "overtime_hours",
    "overtime_premium",
    "due",
    "paid",
    "unpaid",
)
"""The columns of a workweek in the result; all columns stand in its basis."""

_Known = dict[int, dict[tuple[int, int], tuple[str, bool]]]
"""How ratios print, by the least number of decimals."""

_MOST_PLACES = 6
_RANK = {checked: rank for rank, checked in enumerate(Checked)}
_EVIDENCE = (None, *Evidence)
_UNSTATED = 0


def result_json(assessment: Assessment) -> str:
    """Return the result as JSON text; the same assessment gives the same text."""
    outcome = assessment.outcome
    schedule = assessment.schedule
    lines = _Lines(ranges=bool(assessment.spread.movers))
    columns, workweeks, bases = "[]", "[]", "[]"
    if schedule:
        columns = _columns(schedule.formulas)
        workweeks, bases = _workweeks(schedule, lines)
    parts = [
        f'"result":{_quoted(VERSION)}',
        f'"reference":{_quoted(assessment.claim.reference)}',
        f'"total":"{money(outcome.total.value)}"',
        f'"measure":{_dump(assessment.measure)}',
        f'"rounding":{_dump(assessment.rounding)}',
        f'"statute":{_quoted(assessment.governing.value)}',
        f'"arms":{_dump(doubt.arms(outcome.arms))}',
        f'"components":{_dump({k: money(f.value) for k, f in assessment.components.items()})}',
        f'"range":{_dump(doubt.span(assessment.spread))}',
        f'"movers":{_dump(doubt.movers(assessment.spread))}',
        f'"evidence":{_dump(weakest(outcome.total))}',
        f'"strength":{_dump(doubt.strength(assessment))}',
        f'"accounts":{_dump(doubt.accounts(assessment))}',
        f'"theories":{_dump(doubt.theories(assessment))}',
        f'"unavailable":{_dump([_closed(entry) for entry in assessment.unavailable])}',
        f'"positions":{_listed(_dump(_position(taken)) for taken in assessment.taken)}',
        f'"columns":{columns}',
        f'"workweeks":{workweeks}',
        f'"bases":{bases}',
        f'"worksheet":{_listed(lines.of(outcome.total))}',
        f'"warnings":{_dump([_warning(w) for w in assessment.warnings])}',
        f'"receipt":{_dump(_receipt(assessment))}',
    ]
    if assessment.civil is not None:
        parts.append(f'"civil":{civil_json(assessment.civil)}')
    return "{" + ",\n".join(parts) + "}\n"


_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _listed(entries: Iterable[str]) -> str:
    return "[\n" + ",\n".join(entries) + "\n]"


def _closed(entry: Unavailable) -> dict[str, str]:
    return {"what": entry.what, "why": entry.why}


def _position(taken: Taken) -> dict[str, object]:
    choice, option = taken.choice, taken.option
    return {
        "key": choice.position.key,
        "question": choice.position.question,
        "option": option.key,
        "says": option.says,
        "authority": option.citation,
        "checked": max(
            (a.checked for a in option.authorities), key=_RANK.__getitem__, default=None
        ),
        "chosen_by": choice.chosen_by.value,
        "effect": money(taken.effect) if taken.effect is not None else None,
        "against": taken.against,
        "effects": {key: money(value) for key, value in taken.effects.items()},
    }


def _warning(warned: Warned) -> dict[str, str]:
    return {"code": warned.code, "message": warned.message, "field": warned.field}


def _receipt(assessment: Assessment) -> dict[str, str]:
    receipt = assessment.receipt
    found = {"facts": receipt.facts, "law": receipt.law, "software": receipt.software}
    if receipt.law_as_recorded_on:
        found["law_as_recorded_on"] = receipt.law_as_recorded_on.isoformat()
    return found


def _number(value: Fraction, unit: Unit) -> tuple[str, bool]:
    return decimal_text(value, LEAST_PLACES.get(unit, 2), _MOST_PLACES)


def _cited(authorities: tuple[Authority, ...]) -> str:
    if not authorities:
        return '"authority":"","checked":null'
    citation = "; ".join(authority.citation for authority in authorities)
    worst = max((authority.checked for authority in authorities), key=_RANK.__getitem__)
    return f'"authority":{_quoted(citation)},"checked":"{worst.value}"'


class _Lines:
    """Writes the lines of figures; what givens of one exhibit share is written once.

    With ``ranges`` a fact that is a range says so in its name.
    """

    def __init__(self, *, ranges: bool) -> None:
        self._ranges = ranges
        self._shared: dict[tuple[object, ...], tuple[str, str]] = {}
        self._cells: dict[int, str] = {}
        self._known: dict[tuple[int, int], str] = {}

    def of(self, figure: Figure) -> list[str]:
        """Return the lines of a figure, from its givens down to itself."""
        if not figure.operands:
            evidence = figure.evidence if figure.addends is None else weakest(figure)
            return [self._line(1, figure, (), evidence)]
        ranks: list[int] = [_UNSTATED]
        found = []
        for number, line, operands in numbered(figure):
            ranks.append(_rank(line, operands, ranks))
            found.append(self._line(number, line, operands, _EVIDENCE[ranks[-1]]))
        return found

    def cell(self, figure: Figure) -> str:
        """Return the list of a cell's lines; a cell that stands in many rows is written once."""
        key = id(figure)
        if key not in self._cells:
            self._cells[key] = f"[{','.join(self.of(figure))}]"
        return self._cells[key]

    def _line(
        self, number: int, figure: Figure, operands: tuple[int, ...], evidence: Evidence | None
    ) -> str:
        key = (figure.unit, figure.op, figure.source, evidence, id(figure.authority))
        if key not in self._shared:
            self._shared[key] = _what(figure), _whence(figure, evidence)
        what, whence = self._shared[key]
        name = line_name(figure) if self._ranges else figure.name
        value, exact = _number(figure.value, figure.unit)
        cites = ",".join(map(str, operands)) if operands else ""
        text = (
            f'{{"line":{number},"name":{_quoted(name)},"value":"{value}",{what}'
            f'"operands":[{cites}],{whence}'
        )
        if not exact:
            text += f',"exact":"{figure.value}"'
        if figure.addends is not None:
            text += f',"column":{_quoted(figure.addends.key)}'
        if figure.entries:
            text += f',"entries":[{self._entries(figure)}]'
        return text + "}"

    def _entries(self, figure: Figure) -> str:
        known, least = self._known, LEAST_PLACES.get(figure.unit, 2)
        found = []
        for on, value, note in figure.entries:
            ratio = value.as_integer_ratio()
            if (text := known.get(ratio)) is None:
                text = known[ratio] = _entry(value, least)
            said = f',"note":{_quoted(note)}' if note else ""
            found.append(f'{{"on":"{on.isoformat()}",{text}{said}}}')
        return ",".join(found)


def _entry(value: Fraction, least: int) -> str:
    text, exact = decimal_text(value, least, _MOST_PLACES)
    return f'"value":"{text}"' if exact else f'"value":"{text}","exact":"{value}"'


def _what(figure: Figure) -> str:
    return f'"unit":"{figure.unit}","operation":"{figure.op}",'


def _whence(figure: Figure, evidence: Evidence | None) -> str:
    text = f'{_cited(figure.authority)},"source":{_quoted(figure.source)}'
    return f'{text},"evidence":"{evidence}"' if evidence is not None else text


def _rank(line: Figure, operands: tuple[int, ...], ranks: list[int]) -> int:
    """Return the rank of the weakest evidence beneath a line, from those of the lines above it."""
    if operands:
        return max([ranks[number] for number in operands])
    evidence = line.evidence if line.addends is None else weakest(line)
    return _UNSTATED if evidence is None else _EVIDENCE.index(evidence)


@cache
def _columns(formulas: Formulas) -> str:
    return _listed(_column(column) for column in formulas.columns)


def _column(column: Column) -> str:
    operation = column.op.value if column.op else "cell"
    operands = ",".join(_quoted(key) for key in column.operands)
    return (
        f'{{"key":"{column.key}","name":{_quoted(column.name)},"unit":"{column.unit.value}",'
        f'"operation":"{operation}","operands":[{operands}],{_cited(column.authority)}}}'
    )


def _workweeks(schedule: Schedule, lines: _Lines) -> tuple[str, str]:
    """Write the workweeks and, apart, each distinct line with all its columns and what it starts from.

    What equal workweeks share is written once and repeated.
    """
    texts: dict[int, str] = {}
    bases: list[str] = []
    columns = [(c.key, LEAST_PLACES.get(c.unit, 2)) for c in schedule.columns]
    known: _Known = defaultdict(dict)
    printed = [place for place, (key, _) in enumerate(columns) if key in PRINTED]
    printed.sort(key=lambda place: PRINTED.index(columns[place][0]))
    found: list[str] = []
    for run in schedule.runs:
        key = id(run.line)
        if key not in texts:
            values, inexact = _values(columns, run.line, known)
            bases.append(_basis(len(bases) + 1, schedule, run.line, (values, inexact), lines))
            shown = ",".join([values[place] for place in printed])
            texts[key] = f'",{shown},"basis":{len(bases)}}}'
        rest = texts[key]
        between = f'{rest},\n{{"starts_on":"'
        days = between.join([day.isoformat() for day in run.days()])
        found.append(f'{{"starts_on":"{days}{rest}')
    return _listed(found), _listed(bases)


def _values(
    columns: list[tuple[str, int]],
    line: Line,
    known: _Known,
) -> tuple[list[str], list[str]]:
    """Return each column with its value, and again, as exact fractions, those that were cut."""
    values, inexact = [], []
    for place, ((key, least), ratio) in enumerate(zip(columns, line.values.ratios, strict=True)):
        seen = known[least]
        if (found := seen.get(ratio)) is None:
            found = seen[ratio] = ratio_text(ratio[0], ratio[1], least, _MOST_PLACES)
        text, exact = found
        values.append(f'"{key}":"{text}"')
        if not exact:
            inexact.append(f'"{key}":"{line.values[place]}"')
    return values, inexact


def _basis(
    number: int,
    schedule: Schedule,
    line: Line,
    columns: tuple[list[str], list[str]],
    lines: _Lines,
) -> str:
    values, inexact = columns
    cells = [
        f'"{column.key}":{lines.cell(cell)}'
        for column, cell in zip(schedule.formulas.leaves, line.cells, strict=True)
    ]
    evidence = weaker(c.evidence if not c.operands else weakest(c) for c in line.cells)
    return (
        f'{{"basis":{number},"evidence":{_dump(evidence)},"values":{{{",".join(values)}}},"exact":{{{",".join(inexact)}}},'
        f'"cells":{{{",".join(cells)}}}}}'
    )
