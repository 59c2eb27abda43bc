"""What a cell gives a claim: words of the workbook's language become the words of a claim."""

from collections.abc import Callable, Mapping
from typing import NoReturn

from remedies.intake import values
from remedies.intake.cells import Cell
from remedies.intake.cells import Kind as Holds
from remedies.intake.workbook.columns import ENDS, Column, Kind, Part, Value
from remedies.intake.workbook.words import Language
from remedies.intake.workbook.words.language import folded

MARK = "x"
_MARKS = frozenset({"x", "✓", "✔", "true"})
_SEPARATOR = "/"
_HOUR = 60
_PLACES = 4
_FLAGS = {"true": True, "false": False}


class UnreadError(Exception):
    """A cell holds something that its column does not take."""

    def __init__(self, code: str) -> None:
        """Keep the code of the problem."""
        super().__init__(code)
        self.code = code


def value(cell: Cell, column: Column, language: Language) -> Value | None:
    """Return what a cell gives; None when it is empty.

    Raises:
        UnreadError: it holds a formula, or what the column does not take.

    """
    if cell.kind is Holds.FORMULA:
        _refuse("formula")
    if cell.kind is Holds.ERROR:
        _refuse("error_value")
    if not cell.text.strip():
        return None
    return _READ[column.kind](cell, column, language)


def shown(given: Value, column: Column, language: Language) -> str:
    """Return a value as the workbook shows it; :func:`value` reads it again as it was."""
    if isinstance(given, bool):
        return MARK if column.kind is Kind.WEEKDAY else language.words("flag")[str(given).lower()]
    if isinstance(given, dict):
        return " / ".join(given[end] for end in ENDS)
    return language.words(column.choices).get(given, given) if column.choices else given


def _refuse(code: str) -> NoReturn:
    raise UnreadError(code) from None


def _day(cell: Cell, _: Column, __: Language) -> str:
    try:
        return values.day(cell, None).isoformat()
    except values.CellError:
        _refuse("not_a_date")


def _time(cell: Cell, _: Column, __: Language) -> str:
    try:
        found = values.moment(cell, None)
    except values.CellError:
        _refuse("not_a_time")
    if found.day is not None or found.minutes is None:
        _refuse("not_a_time")
    return f"{found.minutes // _HOUR:02}:{found.minutes % _HOUR:02}"


def _number(cell: Cell, column: Column, language: Language) -> Part:
    if column.choices and (word := _known(cell.text, column, language)):
        return word
    return _plain_or_range(cell)


def _plain_or_range(cell: Cell) -> Part:
    parts = [part.strip() for part in cell.text.split(_SEPARATOR)]
    if len(parts) == 1:
        return _plain(cell)
    if len(parts) != len(ENDS):
        _refuse("not_a_plain_decimal")
    return {end: _plain(Cell(cell.kind, part)) for end, part in zip(ENDS, parts, strict=True)}


def _plain(cell: Cell) -> str:
    try:
        return values.number(cell, _PLACES, None)
    except values.CellError:
        _refuse("not_a_plain_decimal")


def _flag(cell: Cell, _: Column, language: Language) -> bool:
    for word, shown_as in language.words("flag").items():
        if folded(cell.text) in {word, folded(shown_as)}:
            return _FLAGS[word]
    _refuse("not_a_word")


def _weekday(cell: Cell, _: Column, __: Language) -> Value:
    if folded(cell.text) in _MARKS:
        return True
    try:
        return _plain_or_range(cell)
    except UnreadError:
        _refuse("not_a_weekday")


def _word(cell: Cell, column: Column, language: Language) -> str:
    return _known(cell.text, column, language) or _refuse("not_one_of")


def _place(cell: Cell, _: Column, language: Language) -> str:
    for code, shown_as in language.words("place").items():
        if folded(cell.text) == folded(shown_as):
            return code
        if folded(cell.text) == folded(shown_as.rpartition(" (")[0]):
            _refuse("choose_from_list")
    return cell.text.strip()


def _known(text: str, column: Column, language: Language) -> str | None:
    wanted = folded(text)
    for word, shown_as in language.words(column.choices).items():
        if wanted in {folded(word), folded(shown_as)}:
            return word
    return None


def _text(cell: Cell, _: Column, __: Language) -> str:
    return cell.text.strip()


_READ: Mapping[Kind, Callable[[Cell, Column, Language], Value]] = {
    Kind.TEXT: _text,
    Kind.DATE: _day,
    Kind.TIME: _time,
    Kind.NUMBER: _number,
    Kind.FLAG: _flag,
    Kind.CHOICE: _word,
    Kind.PLACE: _place,
    Kind.PERIOD: _text,
    Kind.WEEKDAY: _weekday,
}
