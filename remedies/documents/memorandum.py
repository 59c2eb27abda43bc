"""The memorandum: the figure, how it was reached, what was decided and what it rests on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from remedies.calculators.assessment import Assessment
from remedies.calculators.measures import (
    GREATER_OF_RULE,
    MEASURES,
    ORDER_RULE,
    Measure,
    Regime,
)
from remedies.calculators.spread import line_name
from remedies.documents import chart
from remedies.documents import pdf as printing
from remedies.documents.columns import Lettered, Lettering
from remedies.documents.doubt import INFERENCE, RECORDS, doubt
from remedies.documents.notes import basis, derivation
from remedies.documents.periods import periods
from remedies.documents.positions import bearings, stances
from remedies.documents.sources import authorities, support, without_words
from remedies.documents.to_check import entry_words, legend, to_check
from remedies.documents.wording import DOUBTED, circuit, count, day, span
from remedies.figures import Authority, Figure, weakest
from remedies.law import Law
from remedies.operations import Op
from remedies.schedule import Line, Schedule
from remedies.worksheet import Row, cite, dollars, rows

_TEMPLATE = "memorandum/en.html"
MEASURE_NAMES = {
    Measure.GROSS_INCOME: "gross income",
    Measure.VALUE_TO_DEFENDANT: "value to the defendant",
    Measure.VALUE_OF_LABOR: "value of the victim’s labor",
}
_COMPONENT_NAMES = {
    "losses": "Losses",
    "minimum_wages": "Unpaid minimum wages",
    "straight_time_above_minimum": "Unpaid straight time above the minimum wage",
    "overtime": "Unpaid overtime",
    "liquidated_damages": "Liquidated damages",
    "gross_income": "Gross income",
    "value_to_defendant": "Value to the defendant",
}
_TWO = 2
_FILLS = (chart.Fill.SOLID, chart.Fill.HATCHED, chart.Fill.DOTTED, chart.Fill.BLANK)


@dataclass(frozen=True, slots=True)
class Part:
    """One component of the total and where the papers show how it was reached."""

    name: str
    value: Fraction
    where: str

    @property
    def amount(self) -> str:
        """The dollars as printed."""
        return dollars(self.value)


@dataclass(frozen=True, slots=True)
class Arm:
    """One measure of the greater-of comparison: its amount, or why it has none."""

    name: str
    amount: str
    remark: str


@dataclass(frozen=True, slots=True)
class Step:
    """One column of the schedule with its arithmetic in the worked workweek."""

    column: Lettered
    formula: str
    worked: str
    basis: str


@dataclass(frozen=True, slots=True)
class Worked:
    """How a workweek is computed: the columns, and one workweek with all its arithmetic."""

    steps: tuple[Step, ...]
    starts_on: str
    alike: int
    workweeks: int
    kinds: int


def memorandum(assessment: Assessment) -> bytes:
    """Return the restitution memorandum as a PDF."""
    return printing.pdf(memorandum_html(assessment))


def memorandum_html(assessment: Assessment) -> str:
    """Return the restitution memorandum as the page that is printed."""
    law = assessment.law
    lettering = Lettering(assessment.schedule) if assessment.schedule else None
    lines = rows(assessment.total)
    parts = list(_parts(assessment, lines, lettering))
    quoted = _quoted(assessment, law)
    cited = authorities(assessment, *quoted.values())
    held = bearings(assessment)
    facts = support(assessment.total)
    unsure = doubt(assessment)
    return printing.html(
        _TEMPLATE,
        assessment=assessment,
        claim=assessment.claim,
        receipt=assessment.receipt,
        total=dollars(assessment.total.value),
        civil=dollars(assessment.civil.total.value) if assessment.civil else "",
        reached=_reached(assessment),
        quoted=quoted,
        without_words=without_words(assessment),
        parts=parts,
        chart=_chart(assessment, parts),
        arms=_arms(assessment),
        measure=assessment.measure,
        closed=_closed_losses(assessment),
        periods=periods(assessment.claim, law),
        lines=lines,
        how=lambda row: _how(row, lettering),
        worked=_worked(assessment.schedule, lettering) if lettering else None,
        stances=stances(assessment),
        bearings=held,
        support=facts,
        weakest=weakest(assessment.total),
        authorities=cited,
        doubts=to_check(assessment, cited, held, facts),
        doubt=unsure,
        span=unsure.span,
        inference=unsure.inference,
        doubted=DOUBTED,
        quote=_quote,
        line_name=line_name,
        legend=legend(cited, held),
        cite=cite,
        circuit=circuit,
        count=count,
        day=day,
        dates=span,
    )


BESIDE_LOSSES = (
    "Taken: with the losses beside it, the greatest sum. Lost income of the same days does not stand beside "
    "the value of labor (position lost_income_overlap)."
)


def _reached(assessment: Assessment) -> str:
    """Return the sentence that says what the total is made of."""
    lost = dollars(assessment.components["losses"].value)
    measure = assessment.measure
    if measure is None:
        return f"It is the victim’s losses, {lost}."
    arms = assessment.outcome.arms
    taken = arms[measure]
    worth = dollars(taken.value) if taken else ""
    name = f"the {MEASURE_NAMES[measure]}, {worth}"
    of = len(MEASURES[assessment.governing])
    known = sum(arm is not None for arm in arms.values())
    if taken and any(arm is not None and arm.value > taken.value for arm in arms.values()):
        which = "the greatest measure together with the losses that stand beside it"
    elif known == 1:
        which = f"the only one of the {_number(of)} measures for which the claim gives facts"
    else:
        most = "greater" if known == _TWO else "greatest"
        which = f"the {most} of the {_number(known)} measures for which the claim gives facts"
    return f"It is the victim’s losses, {lost}, and {name}, {which}."


def _number(of: int) -> str:
    return {2: "two", 3: "three"}.get(of, str(of))


def _quoted(assessment: Assessment, law: Law) -> dict[str, Authority]:
    """Return the rules whose words stand in the text, by the place where they stand."""
    governing = assessment.governing
    found = {
        "order": law.rule(ORDER_RULE[governing]),
        "redaction": law.rule("redaction_49_1"),
    }
    if any(period.records_kept is False for period in assessment.claim.work):
        found["inference"] = law.rule(INFERENCE)
        found["duty"] = law.rule(RECORDS)
    if governing in GREATER_OF_RULE:
        found["measure"] = law.rule(GREATER_OF_RULE[governing])
    if governing in {Regime.TRAFFICKING, Regime.GENERAL}:
        found["burden"] = law.rule("preponderance_3664_e")
        found["listing"] = law.rule("sentencing_60_days_3664_d1")
    return found


def _quote(authority: Authority) -> str:
    return f"{cite([authority])}: “{authority.quote}”"


def _parts(
    assessment: Assessment, lines: list[Row], lettering: Lettering | None
) -> Iterator[Part]:
    labor = assessment.measure is Measure.VALUE_OF_LABOR
    always = {"losses"} | ({"minimum_wages", "overtime", "liquidated_damages"} if labor else set())
    for key, figure in assessment.components.items():
        if figure.value or key in always:
            yield Part(_COMPONENT_NAMES[key], figure.value, _where(figure, lines, lettering))


def _where(figure: Figure, lines: list[Row], lettering: Lettering | None) -> str:
    letter = _column(figure, lettering)
    if letter:
        return f"Schedule, total of column {letter}"
    same = (figure.name, figure.op, figure.value)
    for row in lines:
        if (row.figure.name, row.figure.op, row.figure.value) == same:
            return f"Worksheet, line {row.number}"
    return "Not counted: see Positions taken"


def _column(figure: Figure, lettering: Lettering | None) -> str | None:
    if figure.op is not Op.COLUMN_TOTAL or figure.addends is None or lettering is None:
        return None
    return lettering.letter(figure.addends.key)


def _how(row: Row, lettering: Lettering | None) -> str:
    """Return how a line follows; a column of the schedule by its letter."""
    letter = _column(row.figure, lettering)
    return f"total of the schedule’s column {letter}" if letter else row.how


def _chart(assessment: Assessment, parts: list[Part]) -> str:
    bars = [
        chart.Bar(label=part.name, value=part.amount, length=part.value, fill=fill)
        for part, fill in zip(parts, _FILLS * 2, strict=False)
    ]
    total = dollars(assessment.total.value)
    said = f"One bar for each component of the total of {total}."
    return chart.bars("Components of the restitution", said, bars, key="components")


def _arms(assessment: Assessment) -> list[Arm]:
    closed = {entry.what: entry.why for entry in assessment.unavailable}
    found = []
    for measure, figure in assessment.outcome.arms.items():
        name = MEASURE_NAMES[measure].capitalize()
        if measure.value in closed:
            found.append(Arm(name, "—", f"Not available: {closed[measure.value]}."))
        elif figure is None:
            found.append(Arm(name, "—", "No facts given."))
        else:
            remark = "Not taken."
            if measure is assessment.measure:
                largest = all(
                    other is None or other.value <= figure.value
                    for other in assessment.outcome.arms.values()
                )
                remark = "Taken: the greatest." if largest else BESIDE_LOSSES
            found.append(Arm(name, dollars(figure.value), remark))
    return found


def _closed_losses(assessment: Assessment) -> list[str]:
    """Return the losses that the statute does not cover, each with the reason."""
    measures = {measure.value for measure in Measure}
    return [
        f"{entry_words(entry.what)}: not available; {entry.why}."
        for entry in assessment.unavailable
        if entry.what not in measures
    ]


def _worked(schedule: Schedule | None, lettering: Lettering) -> Worked | None:
    if schedule is None:
        return None
    many: Counter[int] = Counter()
    lines: dict[int, tuple[Line, str]] = {}
    for run in schedule.runs:
        many[id(run.line)] += run.count
        lines.setdefault(id(run.line), (run.line, run.starts_on.isoformat()))
    key, alike = max(many.items(), key=lambda item: item[1])
    line, starts_on = lines[key]
    steps = tuple(_step(schedule, lettering, column, line) for column in lettering.columns)
    return Worked(steps, starts_on, alike, schedule.row_count, len(many))


def _step(schedule: Schedule, lettering: Lettering, column: Lettered, line: Line) -> Step:
    worked = lettering.worked(column.key, line)
    if column.formula:
        return Step(column, column.formula, worked, cite(column.authority))
    figure = line.cells[schedule.formulas.index[column.key]]
    return Step(column, derivation(figure), worked, basis(figure))
