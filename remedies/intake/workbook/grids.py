"""Finding the facts in the sheets of a workbook: its language, its columns, its rows.

Sheets are known by their tabs and columns by their labels, so that rows and columns may be moved. What
stands in no column of the workbook is reported, and so is a fact typed over an example.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from remedies.intake.cells import BLANK, Cell, Row
from remedies.intake.refusals import refuse
from remedies.intake.workbook.columns import Column, Shape, Sheet, Value
from remedies.intake.workbook.entries import Address, Entries, Entry, Wrong
from remedies.intake.workbook.examples import EDITION, example_rows
from remedies.intake.workbook.sheets import SHEETS
from remedies.intake.workbook.values import UnreadError, shown, value
from remedies.intake.workbook.words import LANGUAGES, Language
from remedies.intake.workbook.words.language import folded

_SEARCHED: Final = 12
"""The rows at the top of a sheet among which its labels are sought."""

_EDITION: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Sheets = Mapping[str, Sequence[Row]]


@dataclass(slots=True)
class Grid:
    """What a workbook holds: its language, the rows of each sheet, and what could not be read."""

    language: Language
    entries: dict[str, Entries] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)
    labels: dict[tuple[int, int, int], str] = field(default_factory=dict)

    def label(self, at: Address) -> str:
        """Return the label of a cell's column or line; nothing when it has none."""
        return self.labels.get(at) or self.labels.get((at.sheet, -1, at.column), "")


def grid(sheets: Sheets) -> Grid:
    """Return the facts in the sheets of a workbook.

    Raises:
        TableError: it is not an intake workbook.

    """
    language = _language(sheets)
    found = Grid(language)
    current = _edition(sheets.get(language.tabs["start"], ())) in {"", EDITION}
    for place, sheet in enumerate(SHEETS):
        rows = sheets.get(language.tabs[sheet.key])
        entries = found.entries[sheet.key] = Entries(Address(place, _SEARCHED, 1))
        if rows is None:
            if current:
                found.wrong.append(Wrong(Address(place, 0, 0), "missing_sheet"))
            continue
        seeker = _Seeker(sheet, place, found)
        if sheet.shape is Shape.FIELDS:
            seeker.lines(rows, entries)
        else:
            seeker.table(rows, entries, current=current)
    return found


def _language(sheets: Sheets) -> Language:
    """Return the language that most of the tabs are in."""
    counted = {
        code: sum(tab in sheets for key, tab in language.tabs.items() if key != "start")
        for code, language in LANGUAGES.items()
    }
    best = max(counted, key=lambda code: counted[code])
    if counted[best] < len(SHEETS) // 2:
        why = "is not the intake workbook: its sheets are not there, or have other names"
        refuse("", "not_an_intake_workbook", why)
    return LANGUAGES[best]


def _edition(rows: Sequence[Row]) -> str:
    for row in rows:
        for cell in row.cells:
            if found := _EDITION.search(cell.text):
                return found[0]
        if row.number > _SEARCHED:
            break
    return ""


@dataclass(slots=True)
class _Seeker:
    """Finds the columns and rows of one sheet."""

    sheet: Sheet
    place: int
    grid: Grid

    @property
    def language(self) -> Language:
        """The language of the workbook."""
        return self.grid.language

    @property
    def wrong(self) -> list[Wrong]:
        """What could not be read so far."""
        return self.grid.wrong

    def lines(self, rows: Sequence[Row], entries: Entries) -> None:
        """Take a sheet that has one fact a line: label, entry."""
        labels = {
            folded(self.language.label(self.sheet.key, column.key)): column
            for column in self.sheet.columns
        }
        cells, values, unread = {}, {}, set()
        for row in rows:
            at = Address(self.place, row.number - 1, 1)
            column = labels.get(folded(row.cell(0).text))
            if column is not None:
                cells[column.key] = at
                self.grid.labels[at] = self.language.label(self.sheet.key, column.key)
                found = self._value(row.cell(1), column, at)
                if isinstance(found, Wrong):
                    self.wrong.append(found)
                    unread.add(column.key)
                elif found is not None:
                    values[column.key] = found
            elif _holds(row.cell(1)) and row.cell(1).text.strip() != self.language.marks.entry:
                self.wrong.append(Wrong(at, "unknown_line"))
        first = next(iter(cells.values()), Address(self.place, 0, 1))
        entries.rows.append(Entry(first, cells, values, frozenset(unread)))

    def table(self, rows: Sequence[Row], entries: Entries, *, current: bool) -> None:
        """Take a sheet that has a row of labels and facts below it."""
        head = self._head(rows)
        if head is None:
            self.wrong.append(Wrong(Address(self.place, 0, 0), "missing_sheet"))
            return
        columns, ignored = self._columns(head)
        last = head.number
        for row in rows:
            if row.number <= head.number:
                continue
            mark = folded(row.cell(0).text)
            if mark in {folded(self.language.marks.example), folded(self.language.marks.help)}:
                last = row.number
                if current:
                    self.wrong.extend(self._changed(row, columns, mark))
                continue
            self.wrong.extend(self._strays(row, columns, ignored))
            entry = self._entry(row, columns)
            if entry.values or entry.unread:
                entries.rows.append(entry)
                last = row.number if entry.given else last
        entries.free = Address(self.place, last, min(columns))

    def _head(self, rows: Sequence[Row]) -> Row | None:
        """Return the row that holds most of the labels."""
        labels = {folded(self._label(column)) for column in self.sheet.columns}
        best, most = None, 0
        for row in rows:
            if row.number > _SEARCHED:
                break
            count = len(labels & {folded(cell.text) for cell in row.cells})
            if count > most:
                best, most = row, count
        return best

    def _columns(self, head: Row) -> tuple[dict[int, Column], set[int]]:
        """Return the columns by their places, and the places that are for notes."""
        labels = {folded(self._label(column)): column for column in self.sheet.columns}
        columns, ignored = {}, {0}
        for place, cell in enumerate(head.cells):
            text = folded(cell.text)
            if text in labels:
                columns[place] = labels.pop(text)
                self.grid.labels[self.place, -1, place] = self._label(columns[place])
            elif text == folded(self.language.marks.notes):
                ignored.add(place)
        return columns, ignored

    def _entry(self, row: Row, columns: Mapping[int, Column]) -> Entry:
        cells, values, unread = {}, {}, set()
        for place, column in columns.items():
            at = cells[column.key] = Address(self.place, row.number - 1, place)
            found = self._value(row.cell(place), column, at)
            if isinstance(found, Wrong):
                self.wrong.append(found)
                unread.add(column.key)
            elif found is not None:
                values[column.key] = found
        first = Address(self.place, row.number - 1, min(columns))
        return Entry(first, cells, values, frozenset(unread))

    def _value(self, cell: Cell, column: Column, at: Address) -> Value | Wrong | None:
        try:
            return value(cell, column, self.language)
        except UnreadError as error:
            return Wrong(at, error.code)

    def _strays(
        self, row: Row, columns: Mapping[int, Column], ignored: set[int]
    ) -> Iterator[Wrong]:
        """Yield what stands in a column that has no label of the workbook."""
        for place, cell in enumerate(row.cells):
            if _holds(cell) and place not in columns and place not in ignored:
                yield Wrong(Address(self.place, row.number - 1, place), "unknown_column")

    def _changed(self, row: Row, columns: Mapping[int, Column], mark: str) -> Iterator[Wrong]:
        """Yield what stands in an example or in the help and was not written there by this program."""
        written = self._written(mark)
        for place, column in columns.items():
            cell = row.cell(place)
            texts = written.get(column.key, ())
            if _holds(cell) and not any(folded(cell.text) == folded(text) for text in texts):
                yield Wrong(Address(self.place, row.number - 1, place), "changed_example")

    def _written(self, mark: str) -> dict[str, list[str]]:
        if mark == folded(self.language.marks.help):
            return {c.key: [self.language.help(self.sheet.key, c.key)] for c in self.sheet.columns}
        found: dict[str, list[str]] = {}
        for values in example_rows(self.sheet.key, self.language):
            for key, given in values.items():
                text = shown(given, self.sheet.column(key), self.language)
                found.setdefault(key, []).append(text)
        return found

    def _label(self, column: Column) -> str:
        return self.language.label(self.sheet.key, column.key)


def _holds(cell: Cell) -> bool:
    return cell is not BLANK and (
        cell.text.strip() != "" or cell.kind.value in {"formula", "error"}
    )
