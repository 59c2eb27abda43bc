"""Tables as files hold them: rows of cells under a header, whatever the kind of file.

What a file is, is seen from its first bytes and never from its name. Everything has a limit
(:mod:`remedies.intake.limits`), and nothing in a file is computed, fetched or run.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from remedies.intake.cells import Cell, Kind, Row
from remedies.intake.delimited import read_delimited
from remedies.intake.limits import MAX_BYTES, MAX_ROWS
from remedies.intake.refusals import Note, refuse
from remedies.intake.sheet import letters
from remedies.intake.xlsx import read_sheet
from remedies.intake.zipped import SIGNATURES

_OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0"
_PLAIN_LABEL: Final = re.compile(r"[^\W_](?:[\w .#/-]{0,38}[\w.#])?")
_SEPARATORS: Final = {",": "commas", ";": "semicolons", "\t": "tabs"}
_MOST_NOTES: Final = 20


@dataclass(frozen=True, kw_only=True)
class Table:
    """A header and the rows under it, and how they were found in the file.

    ``sheet`` and ``sheets`` are the number of the sheet and of all sheets, nothing for a text table.
    """

    header: tuple[str, ...]
    header_row: int
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    sheet: int | None = None
    sheets: int | None = None
    delimited: bool = False

    @cached_property
    def width(self) -> int:
        """How many columns the header has."""
        return len(self.header)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What each column is called: by its header where that is short, plain and its own."""
        return tuple(self._label(place) for place in range(self.width))

    def field(self, row: Row, place: int) -> str:
        """Return a cell as problems name it: ``row 17, column In``."""
        label = self.labels[place] if place < self.width else letters(place)
        return f"row {row.number}, column {label}"

    def _label(self, place: int) -> str:
        label = self.header[place]
        plain = _PLAIN_LABEL.fullmatch(label) and self.header.count(label) == 1
        return label if plain else letters(place)


def read_table(
    content: bytes, *, sheet: str | None = None, header_row: int | None = None
) -> Table:
    """Return the table in a file.

    Args:
        content: the file, CSV or XLSX.
        sheet: which sheet of a workbook, by name or number; needed when several are not hidden.
        header_row: the number of the row that names the columns; the first that holds anything when it
            is left out.

    Raises:
        TableError: the file is no table, is larger than is taken, or a sheet must be chosen.

    """
    if len(content) > MAX_BYTES:
        why = f"a table has at most {MAX_BYTES:,} bytes; this one has {len(content):,}"
        refuse("", "too_large", why)
    if content.startswith(_OLD_WORKBOOK):
        why = "is an old or a protected workbook; save it as .xlsx without a password"
        refuse("", "not_a_table", why)
    if content.startswith(SIGNATURES):
        found = read_sheet(content, sheet)
        notes = tuple(_hidden(found.hidden))
        header, rows = _headed(found.rows, header_row)
        return _table(header, rows, notes=notes, sheet=found.number, sheets=found.of)
    if sheet is not None:
        refuse("sheet", "does_not_belong", "a text table has no sheets")
    text = read_delimited(content)
    header, rows = _headed(text.rows, header_row)
    separators = _SEPARATORS[text.delimiter] if len(header.cells) > 1 else "nothing"
    notes = tuple(_written(text.encoding, separators))
    return _table(header, rows, notes=notes, delimited=True)


def _table(  # noqa: PLR0913 - all are named
    header: Row,
    rows: Sequence[Row],
    *,
    notes: tuple[Note, ...],
    sheet: int | None = None,
    sheets: int | None = None,
    delimited: bool = False,
) -> Table:
    return Table(
        header=tuple(_title(cell) for cell in header.cells),
        header_row=header.number,
        rows=tuple(rows),
        notes=notes,
        sheet=sheet,
        sheets=sheets,
        delimited=delimited,
    )


def _title(cell: Cell) -> str:
    return " ".join(cell.text.split()) if cell.kind is not Kind.FORMULA else ""


def _headed(rows: Sequence[Row], header_row: int | None) -> tuple[Row, Sequence[Row]]:
    if not rows:
        refuse("", "no_rows", "the table has no rows")
    place = 0
    if header_row is not None:
        numbers = [row.number for row in rows]
        if header_row not in numbers:
            refuse("header_row", "out_of_range", "there is nothing in that row")
        place = numbers.index(header_row)
    found = rows[place + 1 :]
    if not found:
        refuse("", "no_rows", "the table has a header and no rows under it")
    if len(found) > MAX_ROWS:
        refuse("", "too_many", f"a table has at most {MAX_ROWS:,} rows; split the file")
    return rows[place], found


def _hidden(rows: Sequence[int]) -> Iterator[Note]:
    for number in rows[:_MOST_NOTES]:
        yield Note(f"row {number}", "hidden", "is hidden in the sheet, and is read all the same")
    if len(rows) > _MOST_NOTES:
        yield Note("", "hidden", f"{len(rows):,} rows are hidden in the sheet; all are read")


def _written(encoding: str, separators: str) -> Iterator[Note]:
    if encoding == "cp1252":
        why = "the text is not UTF-8; it is read as Windows-1252, as older spreadsheets write it"
        yield Note("", "encoding", why)
    if separators != _SEPARATORS[","]:
        yield Note("", "separators", f"{separators} separate the values of a row")
