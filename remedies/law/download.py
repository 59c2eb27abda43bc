"""One-year Treasury yields as they are published, read from the files that people download.

Two publishers, three forms:

- FRED (Federal Reserve Bank of St. Louis): ``observation_date,DGS1``, one row a weekday, a holiday empty
  or ``.``; or ``observation_date,WGS1YR``, one row a week, by the Friday that ends it. Older files say
  ``DATE``.
- The Board's H.15 Data Download Program: six lines of heading, then rows; the column is
  ``H15/H15/RIFLGFCY01_N.B`` (daily) or ``.WF`` (weekly, ending Friday); ``ND`` means no data.
"""

import csv
import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO

from remedies.errors import ImportRefusedError, Problem, refuse_import
from remedies.law.weekly import FRIDAY

MAX_BYTES = 8_000_000
MOST_PROBLEMS = 20
LOWEST, HIGHEST = Decimal(-5), Decimal(30)
DAILY, WEEKLY = "H15/H15/RIFLGFCY01_N.B", "H15/H15/RIFLGFCY01_N.WF"
_FRED_DATES = frozenset({"observation_date", "DATE"})
_FRED = {"DGS1": False, "WGS1YR": True}
_BOARD = {DAILY: False, WEEKLY: True}
_HEADING = ("Series Description", "Unit:", "Multiplier:", "Currency:", "Unique Identifier:")
_NO_DATA = frozenset({"", ".", "ND"})
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_YIELD = re.compile(r"-?\d{1,2}(\.\d{1,2})?", re.ASCII)

Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Download:
    """The yields of one file, by day in order; None where the file says that there is none.

    ``source`` is the publisher's key among the sources; a weekly file's days are Fridays.
    """

    source: str
    weekly: bool
    values: Mapping[dt.date, Decimal | None]


def read_download(content: bytes) -> Download:
    """Return what a downloaded file says.

    Raises:
        ImportRefusedError: it is none of the known forms, or rows of it cannot be used; each problem
            names its line and field.

    """
    lines = list(_lines(_text(content)))
    if not lines:
        refuse_import("", "empty", "the file has no rows")
    if lines[0][1][0].strip() in _HEADING:
        return _board(lines)
    return _fred(lines)


def _text(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        refuse_import("", "too_large", f"the file is larger than {MAX_BYTES:,} bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        refuse_import(f"line {number}", "not_text", "the file is not UTF-8 text")
    if "\0" in text:
        refuse_import("", "not_text", "the file is not text: it has null characters")
    if text.lstrip().startswith("<"):
        message = "the file is a web page or XML, not the CSV that it offers for download"
        refuse_import("line 1", "not_csv", message)
    return text


def _lines(text: str) -> Iterator[Line]:
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        refuse_import(f"line {reader.line_num}", "not_csv", f"not CSV: {error}")


def _fred(lines: Sequence[Line]) -> Download:
    number, heading = lines[0]
    names = [name.strip() for name in heading]
    if names[0] not in _FRED_DATES:
        message = (
            "this is neither a FRED file (observation_date,DGS1 or observation_date,WGS1YR) nor one of "
            "the Board's Data Download Program (Series Description, …)"
        )
        refuse_import(f"line {number}", "unknown_form", message)
    series, column = _column(number, names, _FRED)
    found = _values(lines[1:], names, column, weekly=_FRED[series])
    return Download("fred", _FRED[series], found)


def _board(lines: Sequence[Line]) -> Download:
    heading = {cells[0].strip(): (number, cells) for number, cells in lines[: len(_HEADING)]}
    for name in _HEADING:
        if name not in heading:
            refuse_import("line 1", "heading", f"the heading lacks {name!r}")
    number, identifiers = heading["Unique Identifier:"]
    series, column = _column(number, [cell.strip() for cell in identifiers], _BOARD)
    for name, only in (("Unit:", "Percent:_Per_Year"), ("Multiplier:", "1")):
        number, cells = heading[name]
        if _cell(cells, column) != only:
            message = f"{_cell(cells, column)!r} where {only!r} is known"
            refuse_import(f"line {number}, {name}", "heading", message)
    rest = lines[len(_HEADING) :]
    names = [cell.strip() for cell in rest[0][1]] if rest else []
    if not names or names[0] != "Time Period" or _cell(names, column) != series[8:]:
        where = f"line {rest[0][0]}" if rest else ""
        refuse_import(where, "heading", f"no 'Time Period' line that names {series[8:]}")
    found = _values(rest[1:], names, column, weekly=_BOARD[series])
    return Download("frb-h15", _BOARD[series], found)


def _column(number: int, names: Sequence[str], known: Mapping[str, bool]) -> tuple[str, int]:
    found = [(name, place) for place, name in enumerate(names) if name in known]
    if len(found) != 1:
        what = "more than one of" if found else "none of"
        has = ", ".join(repr(name[:40]) for name in names[1:6]) or "nothing"
        message = f"the file has {what} the series {' and '.join(known)}; its columns are {has}"
        refuse_import(f"line {number}", "wrong_series", message)
    return found[0]


def _values(
    lines: Sequence[Line], names: Sequence[str], column: int, *, weekly: bool
) -> dict[dt.date, Decimal | None]:
    values: dict[dt.date, Decimal | None] = {}
    problems: list[Problem] = []
    for number, cells in lines:
        try:
            day = _day(number, cells, names, values, weekly=weekly)
            values[day] = _value(number, names[column], cells[column].strip())
        except ImportRefusedError as error:
            problems += error.problems
        if len(problems) >= MOST_PROBLEMS:
            break
    if problems:
        raise ImportRefusedError(problems)
    if not any(value is not None for value in values.values()):
        refuse_import("", "empty", "the file has no values")
    return values


def _day(
    number: int,
    cells: Sequence[str],
    names: Sequence[str],
    before: dict[dt.date, Decimal | None],
    *,
    weekly: bool,
) -> dt.date:
    where = f"line {number}, {names[0]}"
    if len(cells) != len(names):
        message = f"{len(cells)} fields where the heading has {len(names)}"
        refuse_import(f"line {number}", "fields", message)
    text = cells[0].strip()
    try:
        day = dt.date.fromisoformat(text if _DATE.fullmatch(text) else "")
    except ValueError:
        refuse_import(where, "date", f"{text[:40]!r} is not a date such as 2026-08-14")
    if before and day <= next(reversed(before)):
        what = "is there twice" if day in before else "comes after a later one"
        refuse_import(where, "order", f"the date {day} {what}")
    if weekly and day.weekday() != FRIDAY:
        refuse_import(where, "date", f"{day} is not a Friday, and a week is named by its Friday")
    if day.weekday() > FRIDAY:
        refuse_import(where, "date", f"{day} is not a weekday")
    return day


def _value(number: int, name: str, text: str) -> Decimal | None:
    if text in _NO_DATA:
        return None
    where = f"line {number}, {name}"
    if not _YIELD.fullmatch(text):
        refuse_import(where, "value", f"{text[:40]!r} is not a yield such as 4.02")
    value = Decimal(text)
    if not LOWEST <= value <= HIGHEST:
        message = f"{text} percent is no plausible yield ({LOWEST} to {HIGHEST})"
        refuse_import(where, "value", message)
    return value


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column].strip() if column < len(cells) else ""
