"""How the papers say dates, exact amounts and the words of a claim."""

import datetime as dt
from fractions import Fraction

from remedies.facts.ranges import Likely
from remedies.figures import Checked
from remedies.operations import Unit
from remedies.worksheet import amount, decimal_text

_PLACES = 4
_MOST_PLACES = 6
_SINGULAR = {Unit.DAY: "day", Unit.ACT: "act"}
_CIRCUITS = {
    "dc": "District of Columbia",
    "fed": "Federal",
    "1": "First",
    "2": "Second",
    "3": "Third",
    "4": "Fourth",
    "5": "Fifth",
    "6": "Sixth",
    "7": "Seventh",
    "8": "Eighth",
    "9": "Ninth",
    "10": "Tenth",
    "11": "Eleventh",
}
CHECKED = {
    Checked.STATUTE: "The quoted words were read in the text of the statute, regulation or rule.",
    Checked.OFFICIAL: "Read in the publication of the agency that administers the law.",
    Checked.SECONDARY: (
        "Known from a report of the text, or from publications that agree; no official text was read. "
        "Read the source before relying on it."
    ),
    Checked.SINGLE_SOURCE: (
        "The value or its first day rests on one publication. Confirm it before filing."
    ),
    Checked.PARTIAL: "Read in part only; the note says which part. Confirm the rest before filing.",
    Checked.CONFLICT: "Sources disagree; the note says what each prints. Settle it before filing.",
    Checked.UNVERIFIED: "Not confirmed against any source. Never rely on it.",
}

DOUBTED = frozenset(Checked) - {Checked.STATUTE, Checked.OFFICIAL}


def day(date: dt.date) -> str:
    """Return a date as a sentence has it: ``September 13, 2009``."""
    return f"{date:%B} {date.day}, {date.year}"


def span(begins_on: dt.date, ends_on: dt.date) -> str:
    """Return a period as a table has it."""
    return f"{begins_on.isoformat()} to {ends_on.isoformat()}"


def count(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 workweek``, ``1,204 workweeks``."""
    plural = f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


def circuit(name: str) -> str:
    """Return a circuit's name: ``Fourth Circuit``."""
    return f"{_CIRCUITS.get(name, name)} Circuit"


def said(value: Fraction, unit: Unit) -> str:
    """Return an amount with its unit; cut, with an ellipsis, where it does not end."""
    if value == 1 and unit in _SINGULAR:
        return f"1 {_SINGULAR[unit]}"
    return amount(value, unit)


def exact(value: Fraction, unit: Unit) -> str:
    """Return an amount with nothing cut: as a decimal if it ends, else as a mixed fraction."""
    if unit in _SINGULAR or decimal_text(value, 0, 2 if unit is Unit.USD else _PLACES)[1]:
        return said(value, unit)
    pattern = amount(Fraction(0), unit)  # "$0.00", "0.00 h": only its signs are kept
    head = "$" if pattern.startswith("$") else ""
    tail = pattern[pattern.index(" ") :] if " " in pattern else ""
    return f"{head}{bare(value)}{tail}"


def stated(value: Fraction, unit: Unit) -> str:
    """Return a number as a claim states it: a range with its ends."""
    text = exact(value, unit)
    if not isinstance(value, Likely):
        return text
    return f"{text} (from {exact(value.low, unit)} to {exact(value.high, unit)})"


def bare(value: Fraction) -> str:
    """Return a number with nothing cut and no unit: ``313.5625``, ``42 6/7``."""
    text, ends = decimal_text(value, 2, _MOST_PLACES, grouped=True)
    if ends:
        return text
    whole, rest = divmod(value.numerator, value.denominator)
    return f"{whole:,} {rest}/{value.denominator}" if whole else f"{rest}/{value.denominator}"


def cell(value: Fraction, unit: Unit) -> tuple[str, bool]:
    """Return a number for a table whose head states the unit, and whether nothing was cut."""
    least = 0 if unit is Unit.RATIO else 2
    return decimal_text(value, least, _PLACES, grouped=True, mark=True)
