"""What the result page shows of an assessment: words and numbers, nothing computed anew."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from markupsafe import Markup

from remedies.calculators.assessment import Assessment, Taken
from remedies.calculators.choices import ChosenBy
from remedies.documents.chart import Bar, Fill, bars
from remedies.documents.doubt import Doubt, doubt
from remedies.figures import Figure
from remedies.schedule import WEEK, Run
from remedies.wire.result import PRINTED
from remedies.worksheet import Row, amount, dollars, rows, spelled

_FIRST, _LAST = 40, 10
MOST = 60  # of the facts and the law; the schedule's exhibit has all
_MEASURES: Final = {
    "gross_income": "Gross income to the defendant",
    "value_to_defendant": "Value to the defendant",
    "value_of_labor": "Value of the victim’s labor",
}
_COMPONENTS: Final = {
    "losses": "Losses",
    "minimum_wages": "Unpaid minimum wages",
    "straight_time_above_minimum": "Unpaid straight time above the minimum wage",
    "overtime": "Unpaid overtime",
    "liquidated_damages": "Liquidated damages",
    "gross_income": "Gross income to the defendant",
    "value_to_defendant": "Value to the defendant",
}
_CIVIL: Final = {
    "wages": "Unpaid wages",
    "damages": "Liquidated or multiplied damages",
    "interest": "Interest before judgment",
    "waiting_time": "Waiting time penalty",
    "guarantees": "Three-fourths guarantees",
}
_CHOSEN: Final = {
    ChosenBy.CLAIM: "chosen in the claim",
    ChosenBy.CIRCUIT: "taken for the circuit",
    ChosenBy.DEFAULT: "the default",
}
_FILLS: Final = (Fill.SOLID, Fill.HATCHED, Fill.DOTTED, Fill.BLANK)


@dataclass(frozen=True, slots=True)
class PositionView:
    """A position as the page shows it."""

    taken: Taken

    @property
    def chosen_by(self) -> str:
        """Who chose it."""
        return _CHOSEN[self.taken.choice.chosen_by]

    def effects(self) -> Iterator[str]:
        """Yield what the total would be worth under each other option."""
        for key, value in self.taken.effects.items():
            says = self.taken.choice.position.options[key].says
            if value > 0:
                yield f"{dollars(value)} less with the other view: {says}"
            elif value < 0:
                yield f"{dollars(-value)} more with the other view: {says}"
            else:
                yield f"The same with the other view: {says}"


@dataclass(frozen=True, slots=True)
class RunView:
    """Equal workweeks that follow each other, as one row."""

    starts_on: str
    count: int
    last_on: str
    cells: tuple[str, ...]


def _said(leaf: Figure) -> tuple[str, str, str, str]:
    row = Row(0, leaf, ())
    return row.name, row.amount, row.authority, row.source


class ResultView:
    """An assessment in words."""

    def __init__(self, assessment: Assessment) -> None:
        """Keep the assessment."""
        self.assessment = assessment
        self.claim = assessment.claim
        self.total = dollars(assessment.total.value)
        self.statute = assessment.governing.value
        self.warnings = assessment.warnings
        self.unavailable = assessment.unavailable
        self.receipt = assessment.receipt

    @property
    def measure(self) -> str:
        """The measure taken, in words."""
        measure = self.assessment.measure
        return _MEASURES[measure.value] if measure else "Losses only"

    @property
    def arms(self) -> list[tuple[str, str, bool]]:
        """Each value that was compared, its amount, and whether it is the one taken."""
        return [
            (
                _MEASURES[measure.value],
                dollars(figure.value) if figure else "no facts given",
                measure is self.assessment.measure,
            )
            for measure, figure in self.assessment.outcome.arms.items()
        ]

    @cached_property
    def components(self) -> list[tuple[str, Fraction]]:
        """What the total is made of, without the parts that are zero."""
        parts = self.assessment.components.items()
        return [(_COMPONENTS[key], figure.value) for key, figure in parts if figure.value]

    @property
    def chart(self) -> Markup:
        """The components as bars; the drawing escapes what it is given."""
        drawn = [
            Bar(label=label, value=dollars(value), length=value, fill=_FILLS[i % len(_FILLS)])
            for i, (label, value) in enumerate(self.components)
        ]
        if not drawn:
            return Markup()
        about = "Each bar is one component of the total, in dollars."
        return Markup(bars("What the figure is made of", about, drawn, key="components"))  # noqa: S704 - see above

    @cached_property
    def doubt(self) -> Doubt:
        """What the facts leave open, as the memorandum says it."""
        return doubt(self.assessment)

    @property
    def reach(self) -> Markup:
        """How far each fact that is a range moves the total, drawn; the drawing escapes what it is given."""
        return Markup(self.doubt.span.chart if self.doubt.span else "")  # noqa: S704 - see above

    @property
    def rounding(self) -> str:
        """The policy by which workweeks are rounded, in words."""
        return str(self.assessment.rounding).replace("_", " ")

    @property
    def civil(self) -> list[tuple[str, str]]:
        """What the civil claim for the same wages is made of, its total last; empty without one."""
        found = self.assessment.civil
        if found is None:
            return []
        parts = [(_CIVIL[key], dollars(figure.value)) for key, figure in found.components.items()]
        return [*parts, ("Total", dollars(found.total.value))]

    @property
    def positions(self) -> list[PositionView]:
        """The positions that mattered."""
        return [PositionView(taken) for taken in self.assessment.taken]

    @property
    def lines(self) -> list[Row]:
        """The worksheet."""
        return rows(self.assessment.total)

    @cached_property
    def columns(self) -> list[tuple[int, str, bool]]:
        """The columns shown of the schedule: their place, name, and whether they are totalled."""
        schedule = self.assessment.schedule
        if schedule is None:
            return []
        places = schedule.formulas.index
        return [
            (places[key], schedule.columns[places[key]].name, key in {"due", "paid", "unpaid"})
            for key in PRINTED
            if key in places
        ]

    @cached_property
    def starts_from(self) -> list[tuple[str, str, str, str]]:
        """The facts and the law behind the workweeks, each once: name, value, authority, source."""
        schedule = self.assessment.schedule
        if schedule is None:
            return []
        leaves = (
            leaf for line in schedule.lines() for cell in line.cells for leaf in cell.leaves()
        )
        shown = (fact for leaf in leaves for fact in spelled(leaf).leaves())
        return list(dict.fromkeys(_said(fact) for fact in shown if fact.source or fact.authority))

    @property
    def workweeks(self) -> int:
        """How many workweeks there are."""
        return self.assessment.schedule.row_count if self.assessment.schedule else 0

    @cached_property
    def runs(self) -> tuple[list[RunView], int, list[RunView]]:
        """The first rows, how many workweeks follow that are not shown, and the last rows."""
        schedule = self.assessment.schedule
        found = schedule.runs if schedule else ()
        if len(found) <= _FIRST + _LAST:
            return [self._run(run) for run in found], 0, []
        hidden = sum(run.count for run in found[_FIRST:-_LAST])
        first, last = found[:_FIRST], found[-_LAST:]
        return [self._run(run) for run in first], hidden, [self._run(run) for run in last]

    @property
    def totals(self) -> list[str]:
        """The totals of the columns that have one, and nothing for the others."""
        schedule = self.assessment.schedule
        if schedule is None:
            return []
        return [
            dollars(schedule.total(schedule.columns[place].key, name).value) if totalled else ""
            for place, name, totalled in self.columns
        ]

    def _run(self, run: Run) -> RunView:
        schedule = self.assessment.schedule
        assert schedule is not None  # noqa: S101 - it holds the run
        last = run.starts_on + (run.count - 1) * WEEK
        cells = [
            amount(run.line.values[place], schedule.columns[place].unit)
            .removesuffix(" an hour")
            .removesuffix(" h")
            for place, _, _ in self.columns
        ]
        return RunView(run.starts_on.isoformat(), run.count, last.isoformat(), tuple(cells))
