"""What a schedule's rows start from: the usual cell of each column, and a note for every other.

A reader finds the usual hours, rate and pay beside the list of columns. A row that starts from
something else carries the number of a note, and the note shows the arithmetic with nothing cut.
"""

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from remedies.documents.columns import Lettered, Lettering
from remedies.documents.wording import bare, cell, count, exact
from remedies.figures import Figure
from remedies.operations import LEAVES, Op, Unit
from remedies.schedule import WEEK, Column, Line, Schedule
from remedies.worksheet import cite, spelled

_MOST_OF_ONE_SHAPE = 12  # more cells of one shape than this share a note with one example
_MOST_RUNS = 6  # more stretches of workweeks than this are found by the note's number
_SIGNS = {Op.PRODUCT: " × ", Op.QUOTIENT: " ÷ ", Op.TOTAL: " + ", Op.EXCESS: " − "}

Weeks = list[tuple[dt.date, int]]


@dataclass(slots=True, kw_only=True)
class Note:
    """What some rows start from: the amount, the arithmetic, what it rests on, and which rows."""

    number: int
    what: str
    value: str
    how: str
    basis: str
    weeks: Weeks = field(default_factory=list)

    def covers(self, starts_on: dt.date, number: int) -> None:
        """Add workweeks, joined to the ones before when they follow at once."""
        if self.weeks:
            first, before = self.weeks[-1]
            if first + before * WEEK == starts_on:
                self.weeks[-1] = (first, before + number)
                return
        self.weeks.append((starts_on, number))

    @property
    def rows(self) -> str:
        """The workweeks that the note covers."""
        return weeks_text(self.weeks, self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """The cell from which most rows start in one column."""

    value: str
    how: str
    basis: str
    workweeks: int


class Notes:
    """The notes of one schedule, numbered in the order of the rows that need them."""

    def __init__(self, schedule: Schedule, lettering: Lettering) -> None:
        """Find the usual cells, then a note for each distinct exception."""
        self._schedule = schedule
        self._lettering = lettering
        self._cells, self._shared = _keys(schedule)
        self.usual: dict[str, Usual] = {}
        self._usual_cells: list[Figure | None] = []
        for place, column in enumerate(schedule.formulas.leaves):
            self._find_usual(place, column)
        self._by_key: dict[Hashable, Note] = {}
        self._marks: dict[int, tuple[Note, ...]] = {}
        for run in schedule.runs:
            for note in self._of(run.line):
                note.covers(run.starts_on, run.count)

    @property
    def notes(self) -> list[Note]:
        """Every note, in the order of its number."""
        return list(self._by_key.values())

    def marks(self, line: Line) -> str:
        """Return the numbers of a line's notes."""
        return ", ".join(str(note.number) for note in self._of(line))

    def _find_usual(self, place: int, column: Column) -> None:
        rows: Counter[Hashable] = Counter()
        cells: dict[Hashable, Figure] = {}
        for run in self._schedule.runs:
            figure = run.line.cells[place]
            rows[self._cells[id(figure)]] += run.count
            cells.setdefault(self._cells[id(figure)], figure)
        key, most = max(rows.items(), key=lambda item: item[1])
        enough = most > 1 or self._schedule.row_count == 1
        self._usual_cells.append(cells[key] if enough else None)
        if enough:
            value, how = self._explained(key, cells[key])
            self.usual[column.key] = Usual(
                value=value, how=how, basis=basis(cells[key]), workweeks=most
            )

    def _explained(self, key: Hashable, figure: Figure) -> tuple[str, str]:
        """Return a cell's amount and how it follows; for many of one shape, the first of them."""
        value, how = exact(figure.value, figure.unit), derivation(figure)
        if key in self._shared:
            return "differs by row", f"{how} = {value} in the first of these rows"
        return value, how

    def _of(self, line: Line) -> tuple[Note, ...]:
        if id(line) not in self._marks:
            self._marks[id(line)] = tuple(self._find(line))
        return self._marks[id(line)]

    def _find(self, line: Line) -> Iterator[Note]:
        columns = self._schedule.formulas.leaves
        for column, figure, usual in zip(columns, line.cells, self._usual_cells, strict=True):
            key = self._cells[id(figure)]
            plain = usual is not None and (key == self._cells[id(usual)] or _same(figure, usual))
            if not plain and not is_nothing(figure):
                yield self._note(column, key, figure)
        values = {
            entry: self._schedule.value(line, entry.key)
            for entry in self._lettering.columns
            if entry.column.op is not None
        }
        yield from self._exactly(values, "exact")

    def _exactly(self, values: Mapping[Lettered, Fraction], which: str) -> Iterator[Note]:
        """Yield the note that gives in full what the table cuts."""
        cut = {
            entry.letter: bare(value)
            for entry, value in values.items()
            if not cell(value, entry.column.unit)[1]
        }
        if cut:
            how = "; ".join(f"{letter} = {value}" for letter, value in cut.items())
            yield self._add(how, f"{', '.join(cut)}, {which}", "", how, "")

    def total_marks(self, totals: Mapping[Lettered, Fraction]) -> str:
        """Return the number of the note that gives in full the totals that the table cuts."""
        return ", ".join(str(note.number) for note in self._exactly(totals, "totals, exact"))

    def _note(self, column: Column, key: Hashable, figure: Figure) -> Note:
        letter = self._lettering.letter(column.key)
        what = f"{letter}, {column.name}" if letter else column.name
        return self._add(key, what, *self._explained(key, figure), basis(figure))

    def _add(self, key: Hashable, what: str, value: str, how: str, basis: str) -> Note:
        if key not in self._by_key:
            number = len(self._by_key) + 1
            self._by_key[key] = Note(number=number, what=what, value=value, how=how, basis=basis)
        return self._by_key[key]


def is_nothing(figure: Figure) -> bool:
    """Return whether a cell is a zero for which the claim gives no fact: nothing was paid."""
    nowhere = not figure.source and figure.evidence is None and not figure.authority
    return figure.op is Op.GIVEN and not figure.value and nowhere


def derivation(figure: Figure) -> str:
    """Return how a cell follows from facts and law, with nothing cut."""
    if is_nothing(figure):
        return "nothing given"
    shown = spelled(figure)
    if shown.op in LEAVES:
        return shown.name
    return f"{shown.name}: {_working(shown, shown)}"


def basis(figure: Figure) -> str:
    """Return the exhibits, the evidence and the law that a cell rests on."""
    facts = dict.fromkeys(
        "; ".join(part for part in (line.source, line.evidence or "") if part)
        for line in figure.lines()
    )
    law = dict.fromkeys(cite(line.authority) for line in figure.lines())
    return " · ".join(text for text in (*facts, *law) if text)


def weeks_text(weeks: Weeks, number: int) -> str:
    """Return stretches of workweeks by the day on which their first and last workweek starts."""
    texts = [
        first.isoformat()
        if many == 1
        else f"{first.isoformat()} to {(first + (many - 1) * WEEK).isoformat()} ({many:,})"
        for first, many in weeks
    ]
    if len(texts) <= _MOST_RUNS:
        return "; ".join(texts)
    rest = sum(many for _, many in weeks[_MOST_RUNS:])
    marked = f"and {count(rest, 'workweek')} more marked {number}"
    return "; ".join([*texts[:_MOST_RUNS], marked])


def _working(figure: Figure, root: Figure, outer: Op | None = None) -> str:
    """Return the arithmetic in signs; hours inside a rate or pay have a note of their own."""
    if figure.op in LEAVES or (figure.unit is Unit.HOUR and root.unit is not Unit.HOUR):
        fact = figure.op is Op.GIVEN and (figure.source or figure.evidence)
        named = fact and figure.unit is not Unit.HOUR
        return exact(figure.value, figure.unit) + (f" ({figure.name})" if named else "")
    parts = [
        _working(spelled(operand), root, figure.op) + _which(operand, figure)
        for operand in figure.operands
    ]
    match figure.op:
        case Op.TO_CENTS:
            text = f"({parts[0]}, to the cent)"
        case Op.GREATER | Op.LESSER:
            which = "greater" if figure.op is Op.GREATER else "lesser"
            text = f"the {which} of {' and '.join(parts)}"
        case _:
            text = _SIGNS[figure.op].join(parts)
    plain = outer is None or figure.op is Op.TO_CENTS or (figure.op, outer) in _CLEAR
    return text if plain else f"({text})"


def _which(operand: Figure, figure: Figure) -> str:
    """Return which law's value stands in a comparison, where laws are compared."""
    return f" ({operand.name})" if operand.op is Op.LAW and figure.op is Op.GREATER else ""


_CLEAR = {(Op.PRODUCT, Op.TOTAL), (Op.PRODUCT, Op.EXCESS), (Op.PRODUCT, Op.TO_CENTS)}


def _keys(schedule: Schedule) -> tuple[dict[int, Hashable], set[Hashable]]:
    """Return each cell's key, and the keys that very many cells of one shape share.

    Equal cells have one key. Cells of one shape differ only in counts of days or the like.
    """
    cells = {id(figure): figure for line in schedule.lines() for figure in line.cells}
    keys = {name: _key(figure, values=True) for name, figure in cells.items()}
    shapes = {name: _key(figure, values=False) for name, figure in cells.items()}
    kinds = Counter(shape for shape, _ in {(shapes[name], keys[name]) for name in cells})
    shared: set[Hashable] = {s for s, many in kinds.items() if many > _MOST_OF_ONE_SHAPE}
    found = {name: shapes[name] if shapes[name] in shared else keys[name] for name in cells}
    return found, shared


def _same(figure: Figure, usual: Figure) -> bool:
    """Return whether two cells have one amount from the same facts and law, however divided."""
    return figure.value == usual.value and _facts(figure) == _facts(usual)


def _facts(figure: Figure) -> set[Hashable]:
    leaves = (leaf for leaf in figure.lines() if leaf.op in LEAVES)
    return {_key(leaf, values=True) for leaf in leaves if leaf.source or leaf.authority}


def _key(figure: Figure, *, values: bool) -> Hashable:
    if figure.op in LEAVES:
        value = figure.value if values or figure.source or figure.evidence else None
        fact = (figure.source, figure.evidence, figure.authority, figure.entries)
        return (figure.name, value, *fact)
    return (figure.op, figure.name, *(_key(part, values=values) for part in figure.operands))
