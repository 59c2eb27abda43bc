"""What a spreadsheet itself checks while someone types, and what it says of a cell beforehand."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter.utility import xl_rowcol_to_cell

from remedies.intake.workbook.columns import Column, Kind, Sheet
from remedies.intake.workbook.lists import Lists
from remedies.intake.workbook.words import Language
from remedies.wire.fields import FIRST_YEAR, LAST_YEAR

_MOST_TITLE, _MOST_MESSAGE = 32, 255
_RANGE: Final = 'LEN({0})-LEN(SUBSTITUTE({0},"/",""))=2'
_NUMBER: Final = f"IFERROR(VALUE({{0}})>=0,{_RANGE})"
_TIME: Final = "IFERROR(AND(VALUE({0})>=0,VALUE({0})<=1),FALSE)"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one sheet.

    ``periods`` is where the names of periods stand, as a drop-down list refers to them; empty on the
    sheet that gives them.
    """

    sheet: Sheet
    language: Language
    lists: Lists
    periods: str = ""

    def of(self, column: Column, row: int, place: int) -> dict[str, Any]:
        """Return the rule of a column whose first cell is given, as the library takes it."""
        label = self.language.label(self.sheet.key, column.key)
        says = self.language.help(self.sheet.key, column.key)
        return {
            "input_title": label[:_MOST_TITLE],
            "input_message": says[:_MOST_MESSAGE],
            "error_title": self.language.marks.not_accepted[:_MOST_TITLE],
            **self._checked(column, xl_rowcol_to_cell(row, place)),
        }

    def _checked(self, column: Column, cell: str) -> dict[str, Any]:
        marks = self.language.marks
        match column.kind:
            case Kind.DATE:
                return _date(marks.not_a_date)
            case Kind.TIME:
                return _custom(_TIME.format(cell), marks.not_a_time)
            case Kind.NUMBER:
                return _custom(self._number(column, cell), marks.not_a_number)
            case Kind.WEEKDAY:
                test = f'OR(LOWER({cell})="x",{_NUMBER.format(cell)})'
                return _custom(test, marks.not_a_weekday)
            case Kind.CHOICE | Kind.FLAG | Kind.PLACE:
                source = self.lists.reference(column.choices)
                return _list(source, marks.not_in_list, stop=column.kind is not Kind.PLACE)
            case Kind.PERIOD if self.periods:
                return _list(self.periods, marks.not_in_list, stop=True)
            case Kind.PERIOD | Kind.TEXT:
                return {"validate": "any"}

    def _number(self, column: Column, cell: str) -> str:
        words = self.language.words(column.choices).values() if column.choices else ()
        tests = [*(f'{cell}="{word}"' for word in words), _NUMBER.format(cell)]
        return tests[0] if len(tests) == 1 else f"OR({','.join(tests)})"


def _date(message: str) -> dict[str, Any]:
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": dt.date(FIRST_YEAR, 1, 1),
        "maximum": dt.date(LAST_YEAR, 12, 31),
        "error_message": message,
    }


def _custom(test: str, message: str) -> dict[str, Any]:
    return {"validate": "custom", "value": f"={test}", "error_message": message}


def _list(source: str, message: str, *, stop: bool) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": source,
        "error_message": message,
        "error_type": "stop" if stop else "warning",
    }
