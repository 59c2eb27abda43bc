"""Every printed line follows from its operands, and a line that does not is found."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings

from remedies.calculators.assessment import Assessment
from remedies.errors import AuditError
from remedies.figures import Figure, audit
from remedies.operations import Op, Unit
from remedies.schedule import ColumnOf, Line, Run, Schedule, Values
from remedies.wire import result_json
from tests.properties.claims import Document, claim, made, whole

Assess = Callable[[Document], Assessment]

CASE = claim(
    [
        {
            "from": "2008-07-13",
            "to": "2008-08-09",
            "hours": {"per_workweek": "61"},
            "pay": {"basis": "hourly", "rate": "7.10"},
            "paid": {"per_workweek": "100.00"},
        }
    ],
    losses=[{"category": "medical", "amount": "10.00"}],
)

RECORDED = claim(
    [
        {
            "from": "2012-01-02",
            "to": "2012-01-08",
            "workweek_starts_on": "monday",
            "hours": {
                "records": [
                    {"on": "2012-01-02", "hours": "7.5"},
                    {"on": "2012-01-03", "start": "08:00", "end": "16:20"},
                ]
            },
            "pay": {"basis": "none"},
            "paid": {"total": "10.00"},
            "exhibit": "Ex. 1",
            "evidence": "record",
        }
    ]
)


def _half_up(value: Fraction) -> Fraction:
    return Fraction(int((value * 100 + Fraction(1, 2)) // 1), 100)


# Written anew here: the program's own table of operations proves nothing about itself.
OPERATIONS: dict[str, Callable[[list[Fraction]], Fraction]] = {
    "total": lambda v: sum(v, Fraction(0)),
    "excess": lambda v: max(v[0] - v[1], Fraction(0)),
    "product": lambda v: v[0] * v[1],
    "quotient": lambda v: v[0] / v[1],
    "greater": max,
    "lesser": min,
    "to_cents": lambda v: _half_up(v[0]),
}


class DoesNotFollowError(Exception):
    """A printed line does not follow from those it cites."""


def _exactly(line: Document) -> Fraction:
    return Fraction(line.get("exact", line["value"]))


def _rederive(lines: list[Document], columns: dict[str, Fraction]) -> Fraction:
    """Return the last line's value after proving each line from the lines that it cites."""
    values: dict[int, Fraction] = {}
    for line in lines:
        cited = [values[number] for number in line["operands"]]
        match line["operation"]:
            case "given" | "law":
                expected = _exactly(line)
            case "recorded":
                expected = sum((_exactly(entry) for entry in line["entries"]), Fraction(0))
            case "column_total":
                expected = columns[line["column"]]
            case operation:
                expected = OPERATIONS[operation](cited)
        if _exactly(line) != expected:
            raise DoesNotFollowError(line["name"])
        values[line["line"]] = expected
    return values[lines[-1]["line"]]


def check(result: Document) -> Fraction:
    """Return the total of a printed result after proving every line and row in it."""
    bases = []
    for basis in result["bases"]:
        row: dict[str, Fraction] = {}
        for column in result["columns"]:
            key = column["key"]
            printed = Fraction(basis["exact"].get(key, basis["values"][key]))
            if column["operation"] == "cell":
                row[key] = _rederive(basis["cells"][key], {})
            else:
                row[key] = OPERATIONS[column["operation"]]([row[o] for o in column["operands"]])
            if row[key] != printed:
                raise DoesNotFollowError(key)
        bases.append(row)
    sums = {column["key"]: Fraction(0) for column in result["columns"]}
    for week in result["workweeks"]:
        basis = result["bases"][week["basis"] - 1]
        if any(basis["values"][key] != text for key, text in week.items() if key in sums):
            raise DoesNotFollowError(week["starts_on"])
        for key, value in bases[week["basis"] - 1].items():
            sums[key] += value
    total = _rederive(result["worksheet"], sums)
    if total != Fraction(result["total"]):
        raise DoesNotFollowError(result["total"])
    return total


@settings(max_examples=80)
@given(made(whole))
def test_every_line_follows_from_its_operands(assessed: Assess, document: Document) -> None:
    assessment = assessed(document)
    audit(assessment.total)
    for figure in (
        *assessment.components.values(),
        *filter(None, assessment.outcome.arms.values()),
    ):
        audit(figure)
    assert check(json.loads(result_json(assessment))) == assessment.total.value


@settings(max_examples=60)
@given(made(whole))
def test_the_components_add_up_to_the_total(assessed: Assess, document: Document) -> None:
    assessment = assessed(document)
    components = sum((f.value for f in assessment.components.values()), Fraction(0))
    assert components == assessment.total.value


@settings(max_examples=60)
@given(made(whole))
def test_each_line_cites_only_lines_above_it(assessed: Assess, document: Document) -> None:
    lines = json.loads(result_json(assessed(document)))["worksheet"]
    assert [line["line"] for line in lines] == list(range(1, len(lines) + 1))
    assert all(number < line["line"] for line in lines for number in line["operands"])
    cited = {number for line in lines for number in line["operands"]}
    assert cited == set(range(1, len(lines))), "every line but the last is cited"


def test_the_total_of_a_worksheet_altered_by_a_cent_is_found(assessed: Assess) -> None:
    total = assessed(CASE).total
    with pytest.raises(AuditError):
        audit(replace(total, value=total.value + Fraction(1, 100)))


def test_any_line_altered_by_a_cent_is_found(assessed: Assess) -> None:
    total = assessed(CASE).total
    found = 0
    for line in total.lines():
        if line.op in {Op.GIVEN, Op.LAW}:
            continue
        altered = replace(line, value=line.value + Fraction(1, 100))
        with pytest.raises(AuditError):
            audit(_with(total, line, altered))
        found += 1
    assert found >= 4


def test_a_given_altered_under_its_total_is_found(assessed: Assess) -> None:
    total = assessed(CASE).total
    [loss] = [line for line in total.lines() if line.name == "medical"]
    with pytest.raises(AuditError):
        audit(_with(total, loss, replace(loss, value=loss.value + 1)))


def test_a_line_in_another_unit_is_found(assessed: Assess) -> None:
    total = assessed(CASE).total
    with pytest.raises(AuditError):
        audit(replace(total, unit=Unit.HOUR))


def _with(figure: Figure, line: Figure, altered: Figure) -> Figure:
    """Return ``figure`` with one of its lines replaced and nothing recomputed."""
    if figure is line:
        return altered
    operands = tuple(_with(operand, line, altered) for operand in figure.operands)
    return replace(figure, operands=operands)


def _audit_with(schedule: Schedule, line: Line) -> None:
    """Audit the total of a schedule in which ``line`` stands for the first workweeks."""
    runs = (Run(schedule.runs[0].starts_on, schedule.runs[0].count, line), *schedule.runs[1:])
    altered = Schedule(schedule.name, schedule.formulas, runs)
    audit(altered.total("unpaid", "unpaid wages"))


def test_any_value_of_a_row_altered_by_a_cent_is_found(assessed: Assess) -> None:
    schedule = assessed(CASE).schedule
    assert schedule is not None
    line = schedule.runs[0].line
    _audit_with(schedule, line)
    for place, value in enumerate(line.values):
        changed = [*line.values[:place], value + Fraction(1, 100), *line.values[place + 1 :]]
        values = Values([entry.as_integer_ratio() for entry in changed])
        with pytest.raises(AuditError):
            _audit_with(schedule, Line(line.cells, values))


def test_any_cell_of_a_row_altered_is_found(assessed: Assess) -> None:
    schedule = assessed(CASE).schedule
    assert schedule is not None
    line = schedule.runs[0].line
    for place, cell in enumerate(line.cells):
        altered = replace(cell, value=cell.value + 1)
        cells = (*line.cells[:place], altered, *line.cells[place + 1 :])
        with pytest.raises(AuditError):
            _audit_with(schedule, Line(cells, line.values))


def test_a_column_total_that_counts_a_workweek_twice_is_found(assessed: Assess) -> None:
    schedule = assessed(CASE).schedule
    assert schedule is not None
    stored = schedule.total("unpaid", "unpaid wages")
    first = schedule.runs[0]
    twice = (Run(first.starts_on - dt.timedelta(days=7), 1, first.line), *schedule.runs)
    longer = Schedule(schedule.name, schedule.formulas, twice)
    with pytest.raises(AuditError):
        audit(replace(stored, addends=ColumnOf(longer, "unpaid")))


def test_recorded_hours_print_each_date_in_one_line(assessed: Assess) -> None:
    printed = json.loads(result_json(assessed(RECORDED)))
    [line] = printed["bases"][0]["cells"]["hours"]
    assert line == {
        "line": 1,
        "name": "hours worked",
        "value": "15.833333",
        "unit": "hour",
        "operation": "recorded",
        "operands": [],
        "authority": "",
        "checked": None,
        "source": "Ex. 1",
        "evidence": "record",
        "exact": "95/6",
        "entries": [
            {"on": "2012-01-02", "value": "7.50"},
            {
                "on": "2012-01-03",
                "value": "8.333333",
                "exact": "25/3",
                "note": "08:00 to 16:20",
            },
        ],
    }
    check(printed)


def test_a_recorded_date_altered_in_the_printed_result_is_found(assessed: Assess) -> None:
    altered = json.loads(result_json(assessed(RECORDED)))
    altered["bases"][0]["cells"]["hours"][0]["entries"][0]["value"] = "7.51"
    with pytest.raises(DoesNotFollowError):
        check(altered)


def test_recorded_hours_altered_in_an_entry_are_found(assessed: Assess) -> None:
    schedule = assessed(RECORDED).schedule
    assert schedule is not None
    line = schedule.runs[0].line
    hours, *rest = line.cells
    first, *others = hours.entries
    longer = first._replace(value=first.value + Fraction(1, 60))
    for entries in ((longer, *others), tuple(others), (first, *hours.entries)):
        with pytest.raises(AuditError):
            _audit_with(schedule, Line((replace(hours, entries=entries), *rest), line.values))


def _alter(text: str) -> str:
    return text[:-1] + ("1" if text[-1] != "1" else "2")


def test_any_line_altered_in_the_printed_result_is_found(assessed: Assess) -> None:
    text = result_json(assessed(CASE))
    printed = json.loads(text)
    check(printed)
    derived = [n for n, line in enumerate(printed["worksheet"]) if line["operands"]]
    columns = [column["key"] for column in printed["columns"]]
    assert derived
    assert columns
    for place in derived:
        altered = json.loads(text)
        line = altered["worksheet"][place]
        line["value"] = _alter(line["value"])
        line.pop("exact", None)
        with pytest.raises(DoesNotFollowError):
            check(altered)
    for key in columns:
        altered = json.loads(text)
        altered["bases"][0]["values"][key] = _alter(altered["bases"][0]["values"][key])
        altered["bases"][0]["exact"].pop(key, None)
        with pytest.raises(DoesNotFollowError):
            check(altered)
    for week in range(len(printed["workweeks"])):
        altered = json.loads(text)
        altered["workweeks"][week]["due"] = _alter(altered["workweeks"][week]["due"])
        with pytest.raises(DoesNotFollowError):
            check(altered)
