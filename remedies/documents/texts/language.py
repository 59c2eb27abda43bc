"""What every text of a language shares: its direction, its dates and units, and the words of the page.

A language is one file, ``remedies/templates/languages/<code>.toml``; nothing else names it.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Final
from unicodedata import combining, normalize

import tomli

from remedies.figures import Checked
from remedies.operations import Unit
from remedies.worksheet import decimal_text

FOLDER: Final = Path(__file__).resolve().parents[2] / "templates" / "languages"
SOURCE: Final = "en"
_MONEY: Final = (
    Unit.USD,
    Unit.USD_PER_HOUR,
    Unit.USD_PER_DAY,
    Unit.USD_PER_ACT,
    Unit.USD_PER_MONTH,
)


class Direction(StrEnum):
    """Which way the language is written."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language: how it says what is the same in every document."""

    code: str
    name: str
    direction: Direction
    date: str
    month: str
    months: tuple[str, ...]
    units: Mapping[str, str]
    words: Mapping[str, str]
    checked: Mapping[str, str]
    places: Mapping[str, str]
    """The states and territories by key, ``us-ca``, as a list names them."""
    places_in_text: Mapping[str, str]
    """Those that a sentence names otherwise: with an article."""

    def day(self, day: dt.date) -> str:
        """Return a date as a sentence of the language has it."""
        return self.date.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def in_month(self, day: dt.date) -> str:
        """Return the month of a date as a sentence has it."""
        return self.month.format(month=self.months[day.month - 1], year=day.year)

    def place(self, key: str) -> str:
        """Return the name of a state or territory, ``us-ca``, as a sentence has it.

        Raises:
            KeyError: the language has no name for it.

        """
        return self.places_in_text.get(key) or self.places[key]

    def amount(self, value: Fraction, unit: Unit) -> str:
        """Return a number with its unit: ``10 years``; money is ``$1,234.56`` in every language.

        Raises:
            KeyError: the language has no words for the unit.

        """
        number, _ = decimal_text(value, 2 if unit in _MONEY else 0, 4, grouped=True)
        if unit in _MONEY:
            number = f"${number}"
        form = "one" if value == 1 else "other"
        return self.units[f"{unit.value}.{form}"].format(number)

    def mark(self, checked: Checked) -> str:
        """Return how an authority was checked, in a few words; nothing where its own text was read."""
        return self.checked.get(checked.value, "")


@cache
def language(code: str) -> Language:
    """Return one language.

    Raises:
        KeyError: it has no file.

    """
    if code not in languages():
        raise KeyError(code)
    return read_language(code, (FOLDER / f"{code}.toml").read_text("utf-8"))


def read_language(code: str, source: str) -> Language:
    """Return the language that a file's words state."""
    file = tomli.loads(source)
    return Language(
        code=code,
        name=file["name"],
        direction=Direction(file["direction"]),
        date=file["date"],
        month=file["month"],
        months=tuple(file["months"]),
        units={
            f"{unit}.{form}": said
            for unit, forms in file["units"].items()
            for form, said in forms.items()
        },
        words=file["words"],
        checked=file["checked"],
        places=file.get("places", {}),
        places_in_text=file.get("places_in_text", {}),
    )


def listed_places(code: str) -> tuple[tuple[str, str], ...]:
    """Return every state and territory by key, ``us-ca``, with its name, in the order of the names.

    Raises:
        KeyError: the language has no file.

    """
    return tuple(sorted(language(code).places.items(), key=lambda entry: _in_order(entry[1])))


def _in_order(name: str) -> str:
    """Return a name as a list is ordered by it: no accent moves it."""
    return "".join(c for c in normalize("NFD", name.casefold()) if not combining(c))


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of all languages, the source first."""
    codes = sorted(path.stem for path in FOLDER.glob("*.toml"))
    return (SOURCE, *(code for code in codes if code != SOURCE))
