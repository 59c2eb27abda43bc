"""The register: every given and every value of law once, under a name that formulas use."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from remedies.calculators.assessment import Assessment
from remedies.calculators.restitution import NONE
from remedies.documents.workbook.formulas import Term, term
from remedies.figures import Figure
from remedies.operations import LEAVES, Op
from remedies.schedule import ColumnOf, Schedule
from remedies.worksheet import spelled

_ASIDE = re.compile(r"[,(:].*")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Leaf:
    """A figure that nothing else in the workbook computes, its name, and since when the law has it."""

    figure: Figure
    name: str
    since: dt.date | None = None


class Register:
    """The leaves of an assessment, and where every figure stands once its sheet has placed it."""

    def __init__(self, assessment: Assessment) -> None:
        """Name every leaf; sheets add where they stand."""
        self.leaves: list[Leaf] = []
        self._places: dict[int, Term] = {}
        self._totals: dict[tuple[int, str], Term] = {}
        self._names: set[str] = set()
        self._numbers: Counter[str] = Counter()
        self._same: dict[int, Figure] = {}
        law_seen: dict[tuple[object, ...], Figure] = {}
        self._since = {
            id(version.figure): version.effective_on
            for key in assessment.law_keys
            for version in assessment.law.item(key).versions
            if version.value is not None
        }
        self._spelled: dict[int, Figure] = {}
        for figure in self._facts_and_law(assessment):
            if id(figure) in self._same:
                continue
            known = (
                law_seen.setdefault(self._content(figure), figure) if _lawful(figure) else figure
            )
            self._same[id(figure)] = known
            if known is figure:
                self.leaves.append(self._named(figure))

    @property
    def facts(self) -> list[Leaf]:
        """The givens, in the order in which the worksheet and the schedule need them."""
        return [leaf for leaf in self.leaves if not _lawful(leaf.figure)]

    @property
    def law(self) -> list[Leaf]:
        """The values that the law supplies."""
        return [leaf for leaf in self.leaves if _lawful(leaf.figure)]

    def place(self, figure: Figure, where: Term) -> None:
        """Say where a figure stands."""
        self._places[id(figure)] = where

    def place_total(self, schedule: Schedule, key: str, where: Term) -> None:
        """Say where the total of a schedule's column stands."""
        self._totals[id(schedule), key] = where

    def __call__(self, figure: Figure) -> Term | None:
        """Return where a figure stands; None when no cell has it."""
        if isinstance(figure.addends, ColumnOf):
            return self._totals[id(figure.addends.schedule), figure.addends.key]
        found = self._places.get(id(self._same.get(id(figure), figure)))
        if found is None and id(figure) in self._spelled:
            return term(self._spelled[id(figure)], self)
        return found

    def _facts_and_law(self, assessment: Assessment) -> Iterator[Figure]:
        """Yield the leaves, a record date by date: its own cell is a sum over those of its dates."""
        for leaf in _leaves(assessment):
            if leaf.op is not Op.RECORDED:
                yield leaf
            elif id(leaf) not in self._spelled:
                found = self._spelled[id(leaf)] = spelled(leaf)
                yield from found.leaves()

    def _content(self, figure: Figure) -> tuple[object, ...]:
        """Return what makes two values of law the same."""
        since = self._since.get(id(figure))
        return figure.name, figure.value, figure.unit, figure.authority, since

    def _named(self, figure: Figure) -> Leaf:
        said = figure.name if _lawful(figure) else _ASIDE.sub("", figure.name)
        base = f"{figure.op.value}_{_plain(said)}"[:_LONGEST].rstrip("_")
        if _lawful(figure):
            since = self._since.get(id(figure))
            name = f"{base}_{_plain(since.isoformat())}" if since else base
            return Leaf(figure, self._unused(name), since)
        self._numbers[base] += 1
        return Leaf(figure, self._unused(f"{base}_{self._numbers[base]}"))

    def _unused(self, name: str) -> str:
        found, again = name, 1
        while found in self._names:
            again += 1
            found = f"{name}_{again}"
        self._names.add(found)
        return found


def scalars(assessment: Assessment) -> Iterator[Figure]:
    """Yield every figure outside the schedule: the total's lines, then those of arms and components."""
    yield from assessment.total.lines()
    for figure in (*assessment.outcome.arms.values(), *assessment.components.values()):
        if figure is not None and figure is not NONE:
            yield from figure.lines()


def column_name(figure: Figure) -> str:
    """Return the name of the column that a figure totals; empty when it totals none."""
    match figure.addends:
        case ColumnOf(schedule=schedule, key=key):
            return schedule.columns[schedule.formulas.index[key]].name
        case _:
            return ""


def schedule_cells(assessment: Assessment) -> Iterator[Figure]:
    """Yield every figure that the schedule's rows bring, each once."""
    if assessment.schedule is not None:
        cells = (cell for line in assessment.schedule.lines() for cell in line.cells)
        yield from {id(cell): cell for cell in cells}.values()


def _leaves(assessment: Assessment) -> Iterator[Figure]:
    yield from _of_leaves(scalars(assessment))
    for cell in schedule_cells(assessment):
        yield from _of_leaves(cell.lines())


def _of_leaves(figures: Iterable[Figure]) -> Iterator[Figure]:
    return (figure for figure in figures if figure.op in LEAVES)


def _lawful(figure: Figure) -> bool:
    return figure.op is Op.LAW


def _plain(words: str) -> str:
    """Return words in lower-case letters, digits and ``_``."""
    return _NOT_PLAIN.sub("_", words.lower().replace("'", "")).strip("_")
