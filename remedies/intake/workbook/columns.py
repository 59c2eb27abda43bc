"""What the workbook is made of: sheets, their columns, and the place in a claim that each stands for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

Path = tuple[str | int, ...]
"""A place in a claim: ``("work", 0, "hours")`` is ``work[0].hours``."""

Part = str | dict[str, str]
Value = Part | bool
"""What a cell gives a claim: text (a number, date and word are text too), a range, or a flag."""

NTH: Final = "#"
"""Stands in a column's place for the number of the row among those of its period."""

ENDS: Final = ("low", "likely", "high")


def written(path: Path) -> str:
    """Return a place as a problem writes it: ``work[0].hours``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


class Kind(StrEnum):
    """What a cell takes."""

    TEXT = "text"
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    PLACE = "place"
    PERIOD = "period"
    WEEKDAY = "weekday"


class Shape(StrEnum):
    """What the rows of a sheet stand for."""

    FIELDS = "fields"  # one field of the claim a row; no columns
    PERIODS = "periods"  # the periods of work themselves
    LIST = "list"  # one entry of a list a row
    OBJECT = "object"  # one object a period
    POSITIONS = "positions"  # positions of the claim and of its theories
    TIERS = "tiers"  # tiers, each under the key of its item of law


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column, or a row of the sheet about the case.

    ``path`` is the place in what a row stands for; ``by_way`` says it by the way that the row chooses.
    ``choices`` names a list of words; ``end`` says which end of a range the cell holds. ``spare`` are the
    ways that can do without the number.
    """

    key: str
    kind: Kind = Kind.TEXT
    path: Path = ()
    by_way: Mapping[str, Path] = field(default_factory=dict)
    choices: str = ""
    end: str = ""
    spare: frozenset[str] = frozenset()
    needed: bool = False
    width: float = 13

    def place(self, way: str) -> Path | None:
        """Return the place for rows of a way; None when the way has no use for the column."""
        return self.by_way.get(way) if self.by_way else self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of facts of one kind.

    ``into`` is the place of its rows in the claim, or in their period when ``of_period``. ``ways`` are
    the words of the column ``way``, each with the field by which a claim shows that it was chosen;
    empty when the claim states the word itself.
    """

    key: str
    columns: tuple[Column, ...]
    shape: Shape = Shape.LIST
    into: Path = ()
    of_period: bool = False
    way: str = ""
    ways: Mapping[str, str] = field(default_factory=dict)
    main: bool = False
    rows: int = 200

    def column(self, key: str) -> Column:
        """Return a column by its key."""
        return next(column for column in self.columns if column.key == key)


def text(key: str, *path: str, needed: bool = False, width: float = 16) -> Column:
    """Return a column of words."""
    return Column(key=key, path=path or (key,), needed=needed, width=width)


def day(key: str, *path: str, needed: bool = False) -> Column:
    """Return a column of dates."""
    return Column(key=key, kind=Kind.DATE, path=path or (key,), needed=needed, width=12.5)


def time(key: str) -> Column:
    """Return a column of clock times."""
    return Column(key=key, kind=Kind.TIME, path=(key,), width=9.5)


def number(key: str, *path: str, needed: bool = False, width: float = 12) -> Column:
    """Return a column of amounts, rates, hours or counts."""
    return Column(key=key, kind=Kind.NUMBER, path=path or (key,), needed=needed, width=width)


def flag(key: str, *path: str) -> Column:
    """Return a column of yes and no."""
    return Column(key=key, kind=Kind.FLAG, path=path or (key,), choices="flag", width=15.5)


def choice(key: str, choices: str, *path: str, needed: bool = False, width: float = 18) -> Column:
    """Return a column of words from a list."""
    kind = Kind.CHOICE
    where = path or (key,)
    return Column(key=key, kind=kind, path=where, choices=choices, needed=needed, width=width)


def way(choices: str, *, width: float = 20) -> Column:
    """Return the column that says which way a row goes; a claim shows it by its fields alone."""
    return Column(key="way", kind=Kind.CHOICE, choices=choices, needed=True, width=width)


def by_way(key: str, kind: Kind, ways: Mapping[str, Path], width: float = 12.5) -> Column:
    """Return a column whose place depends on the way that the row chooses."""
    return Column(key=key, kind=kind, by_way=ways, width=width)


def ends(
    key: str, *path: str, ways: Mapping[str, Path] | None = None, spare: str = ""
) -> tuple[Column, ...]:
    """Return three columns for a number: low, likely, high; likely alone is the number itself."""
    return tuple(
        Column(
            key=f"{key}_{end}",
            kind=Kind.NUMBER,
            path=() if ways else path or (key,),
            by_way=ways or {},
            end=end,
            spare=frozenset({spare}),
            width=10,
        )
        for end in ENDS
    )


PERIOD: Final = Column(key="period", kind=Kind.PERIOD, needed=True, width=11)
EXHIBIT: Final = text("exhibit", width=18)
EVIDENCE: Final = choice("evidence", "evidence", width=23)
