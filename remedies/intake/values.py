"""How one cell is read: as a day, a time, a number, hours or words, and never as anything it may be."""

import datetime as dt
import re
import unicodedata
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, NoReturn

from remedies.intake.cells import Cell, Kind
from remedies.wire.fields import FIRST_YEAR, LAST_YEAR, MAX_TEXT, plain_number

DAY_MINUTES = 1_440
_HOUR = 60
_NOON = 12
_MOMENT = re.compile(
    r"([0-9]{1,4})([/.-])([0-9]{1,2})\2([0-9]{1,4})(?:[T ] ?([0-9].*))?", re.DOTALL
)
_CLOCK = re.compile(
    r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.0+)?)?(?: ?([ap])\.? ?m\.?)?", re.IGNORECASE
)
_SPAN = re.compile(r"([0-9]{1,3}):([0-9]{2})")
_GROUPED = {
    "point": re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,4})?"),
    "comma": re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,4})?|[0-9]{1,12},[0-9]{1,4}"),
}
_GUARDED = re.compile("'+[=+@＝＋－＠-]")  # noqa: RUF001 - signs that some spreadsheets take for formulas
_UNPRINTABLE = frozenset("\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff")
_DIRECTIONS = range(0x2060, 0x206A), range(0x202A, 0x202F)
_YEAR_DIGITS = 4
_EXACT_MINUTES = 3
"""Minutes that make an hour's exact decimal come in threes: 3 minutes are 0.05 hours."""


class DateOrder(StrEnum):
    """How dates with the year last are written."""

    ISO = "iso"
    MDY = "mdy"
    DMY = "dmy"


class NumberForm(StrEnum):
    """How numbers with separators are written: 1,234.56 or 1.234,56."""

    POINT = "point"
    COMMA = "comma"


class CellError(Exception):
    """A cell cannot be read; the words say what it should be and repeat nothing of it."""

    def __init__(self, code: str, message: str) -> None:
        """Keep the code beside the words."""
        super().__init__(message)
        self.code = code
        self.message = message


class Moment(NamedTuple):
    """A day, a time of day in minutes, or both."""

    day: dt.date | None
    minutes: int | None


def day(cell: Cell, order: DateOrder | None) -> dt.date:
    """Return the day in a cell.

    Raises:
        CellError: there is none, its order is not known, or it has a time.

    """
    found = _moment(cell, order, "a day such as 2014-10-11")
    if found.day is None or found.minutes:
        _refuse("not_a_date", "must be a day alone, such as 2014-10-11")
    return found.day


def moment(cell: Cell, order: DateOrder | None) -> Moment:
    """Return the day, the time, or both in a cell.

    Raises:
        CellError: there is neither, or not on a whole minute.

    """
    return _moment(cell, order, "a date such as 2014-10-11 or a time such as 07:30")


def _moment(cell: Cell, order: DateOrder | None, wanted: str) -> Moment:
    text = _text(cell)
    if cell.kind is Kind.NUMBER:
        why = "is a number; show the column as dates or times in the sheet, and save it"
        _refuse("not_a_date", why)
    if clock := _CLOCK.fullmatch(text):
        return Moment(None, _minutes(clock))
    if not (written := _MOMENT.fullmatch(text)):
        _refuse("not_a_date", f"must be {wanted}")
    first, _, middle, last, rest = written.groups()
    on = _day(first, middle, last, order)
    if rest is None:
        return Moment(on, None)
    if not (clock := _CLOCK.fullmatch(rest)):
        _refuse("not_a_time", "must end with a time such as 07:30")
    return Moment(on, _minutes(clock))


def written_last(cell: Cell) -> tuple[int, int] | None:
    """Return the two numbers before a year written last; None for any other cell."""
    written = _MOMENT.fullmatch(" ".join(cell.text.split()))
    if cell.kind is not Kind.TEXT or not written or len(written[1]) == _YEAR_DIGITS:
        return None
    return int(written[1]), int(written[3])


def number(cell: Cell, places: int, form: NumberForm | None) -> str:
    """Return the number in a cell as plain digits, with at most so many decimals.

    Raises:
        CellError: there is none, it is negative, or how it is written must be said first.

    """
    text = _text(cell).removeprefix("$").lstrip()
    if cell.kind is Kind.TEXT:
        text = _ungrouped(text, form)
    if plain_number(text, places) is None:
        why = (
            f"must be digits, and a point with at most {places} decimals where needed; no sign, no "
            "words"
        )
        _refuse("not_a_plain_decimal", why)
    return text


def hours(cell: Cell, form: NumberForm | None) -> str:
    """Return the hours in a cell as plain digits; ``8:30`` are 8.5.

    Raises:
        CellError: there are none, or the minutes have no exact decimal.

    """
    span = _SPAN.fullmatch(_text(cell))
    if not span:
        return number(cell, 4, form)
    whole, minutes = int(span[1]), int(span[2])
    if minutes >= _HOUR or minutes % _EXACT_MINUTES:
        why = "these minutes have no exact decimal of an hour; give start and end instead"
        _refuse("not_a_plain_decimal", why)
    hundredths = Fraction(minutes * 100, _HOUR)
    return f"{whole}.{int(hundredths):02}".rstrip("0").rstrip(".")


def words(cell: Cell) -> str:
    """Return the text of a cell, without the mark that keeps a spreadsheet from computing it.

    Raises:
        CellError: it is too long or cannot be printed.

    """
    text = _stripped(cell)
    if _GUARDED.match(text):
        text = text[1:]
    if len(text) > MAX_TEXT:
        _refuse("too_long", f"must have at most {MAX_TEXT} characters")
    if any(_unprintable(sign) for sign in text):
        why = "has a character that cannot be printed (a control or a line's end)"
        _refuse("unprintable", why)
    return text


def _refuse(code: str, why: str) -> NoReturn:
    raise CellError(code, why) from None


def _stripped(cell: Cell) -> str:
    if cell.kind is Kind.FORMULA:
        _refuse("formula", "a formula; paste its value")
    if cell.kind is Kind.ERROR:
        _refuse("error_value", "holds an error of the spreadsheet; type what belongs there")
    return cell.text.strip()


def _text(cell: Cell) -> str:
    return " ".join(_stripped(cell).split())


def _day(first: str, middle: str, last: str, order: DateOrder | None) -> dt.date:
    if len(first) == _YEAR_DIGITS:
        year, month, of_month = first, middle, last
    elif len(last) != _YEAR_DIGITS:
        _refuse("not_a_date", "must have a year of four digits, such as 2014-10-11")
    elif order is DateOrder.MDY:
        month, of_month, year = first, middle, last
    elif order is DateOrder.DMY:
        of_month, month, year = first, middle, last
    else:
        why = "has the year last: say whether the month (mdy) or the day (dmy) comes first"
        _refuse("choose", why)
    try:
        found = dt.date(int(year), int(month), int(of_month))
    except ValueError:
        _refuse("not_a_date", "is not a day of the calendar in the order stated")
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        _refuse("out_of_range", f"must lie between {FIRST_YEAR} and {LAST_YEAR}")
    return found


def _minutes(clock: re.Match[str]) -> int:
    hour, minute, second, half = clock.groups()
    hours, minutes = int(hour), int(minute)
    if half:
        sound = 1 <= hours <= _NOON
        hours = hours % _NOON + (_NOON if half in "pP" else 0)
    else:
        sound = hours * _HOUR + minutes <= DAY_MINUTES
    if not sound or minutes >= _HOUR:
        _refuse("not_a_time", "is not a time of day such as 07:30")
    if int(second or 0):
        _refuse("not_a_time", "must be a whole minute, without seconds")
    return hours * _HOUR + minutes


def _ungrouped(text: str, form: NumberForm | None) -> str:
    if form is None:
        if "," in text and any(written.fullmatch(text) for written in _GROUPED.values()):
            why = (
                "has a comma: say whether numbers are written 1,234.56 (point) or 1.234,56 (comma)"
            )
            _refuse("choose", why)
        return text
    if not _GROUPED[form].fullmatch(text):
        # 1.234 is not a plain number where the point groups thousands.
        return text if form is NumberForm.POINT or text.isdigit() else ""
    if form is NumberForm.POINT:
        return text.replace(",", "")
    return text.replace(".", "").replace(",", ".")


def _unprintable(sign: str) -> bool:
    category = unicodedata.category(sign)
    return (
        category in {"Cc", "Cs"}
        or sign in _UNPRINTABLE
        or any(ord(sign) in span for span in _DIRECTIONS)
    )
