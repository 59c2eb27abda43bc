"""One language of the workbook, and how words typed by hand are compared with it."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from remedies.facts.shifts import TIME_ZONES
from remedies.law import encoded
from remedies.law.floors import FEDERAL


def folded(text: str) -> str:
    """Return a text without what people leave out or add when they type: case, accents, spaces, stars."""
    letters = unicodedata.normalize("NFKD", " ".join(text.replace("*", " ").split()).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Short words: in the first column of a sheet, in cells, and in what Excel says of a wrong entry."""

    example: str
    help: str
    first: str
    what: str
    entry: str
    needed: str
    notes: str
    notes_help: str
    not_a_date: str
    not_a_number: str
    not_a_time: str
    not_in_list: str
    not_a_weekday: str
    not_accepted: str
    said: str
    edition: str
    page: str
    nothing_to_fill_in: str


@dataclass(frozen=True, kw_only=True)
class Language:
    """The words of one language.

    ``columns`` are a label and a help text under ``sheet.column``, or under the column alone where every
    sheet says the same. ``choices`` are the words of each list by the word of a claim. ``says`` are
    sentences about what is wrong by the code of a problem; ``instead`` are the codes told so even where
    the claim's own reader has words for them, None for every code.
    """

    code: str
    name: str
    tabs: Mapping[str, str]
    titles: Mapping[str, tuple[str, str]]
    columns: Mapping[str, tuple[str, str]]
    choices: Mapping[str, dict[str, str]]
    says: Mapping[str, str]
    instead: frozenset[str] | None = None
    texts: Mapping[str, str]
    start: Sequence[tuple[str, str]]
    marks: Marks

    def label(self, sheet: str, column: str) -> str:
        """Return the label of a column."""
        return self._column(sheet, column)[0]

    def help(self, sheet: str, column: str) -> str:
        """Return what is said of a column."""
        return self._column(sheet, column)[1]

    def said(self, code: str, message: str) -> str:
        """Return what is wrong, in this language; ``message`` is what the claim's reader said of it."""
        if message and self.instead is not None and code not in self.instead:
            return message
        return self.says.get(code) or self.says.get("") or message

    def words(self, choices: str) -> Mapping[str, str]:
        """Return the words of a list by the words of a claim, in their order."""
        match choices:
            case "place":
                return _places()
            case "position":
                return _positions()
            case "group":
                return {tier: tier for tier in encoded().item(FEDERAL).tiers}
            case "time_zone":
                own = self.choices[choices]
                return own | {zone: zone for zone in TIME_ZONES if zone not in own}
            case _:
                return self.choices[choices]

    def _column(self, sheet: str, column: str) -> tuple[str, str]:
        return self.columns.get(f"{sheet}.{column}") or self.columns[column]


@cache
def _places() -> dict[str, str]:
    """Return the places whose minimum wages are encoded: the names of the law's own register."""
    names = encoded().register("jurisdictions")
    return {key.upper(): f"{name} ({key.upper()})" for key, name in names.items() if key != "us"}


@cache
def _positions() -> dict[str, str]:
    """Return each position with each option that can be computed, as ``key = option``."""
    return {
        f"{key}={option.key}": f"{key} = {option.key}"
        for key, position in encoded().positions.items()
        for option in position.alternatives
    }
