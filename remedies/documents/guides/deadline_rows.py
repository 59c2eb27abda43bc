"""A day of the calendar of deadlines, whencever it comes: what it is, who acts, how it stands, the law."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

from remedies.documents.guides.written import joined, plain, strong
from remedies.documents.texts.language import Language
from remedies.documents.texts.text import Line, Table, Words
from remedies.operations import Unit


class Place(StrEnum):
    """The table that a day stands in."""

    AHEAD = "days"
    MOVING = "moving"
    BEHIND = "behind"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A day; without ``on``, ``missing`` says what fact is not known. It comes from answers or a case.

    ``of`` is a reference or the names of remedies. ``identity`` says what the day is of in no words of any
    language: it stays the same when the day changes.
    """

    place: Place
    what: str
    of: str
    who: str
    stands: tuple[str, ...]
    counted: Line
    authority: Line
    identity: str
    on: dt.date | None = None
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    by_answers: bool = False


_COLUMNS: Final = {
    Place.UNKNOWN: ("what", "missing", "stands", "authority"),
}
_DATED: Final = ("day", "what", "stands", "authority")


class Rows:
    """Rows as tables of one language; days are counted from ``as_of``."""

    def __init__(self, language: Language, labels: Mapping[str, Any], as_of: dt.date) -> None:
        """Take the language and the labels of its table ``deadlines``."""
        self._language = language
        self._labels = labels
        self._as_of = as_of

    def table(self, place: Place, rows: Iterable[Row]) -> Table:
        """Return the table of a place, by day; rows of one day, and those without, stay in their order."""
        found = sorted((row for row in rows if row.place is place), key=_in_order)
        columns = _COLUMNS.get(place, _DATED)
        head = tuple(plain(self._labels[name]) for name in columns)
        return Table(head, tuple(tuple(self._cells(row, columns)) for row in found))

    def _cells(self, row: Row, columns: Sequence[str]) -> Iterable[Line]:
        for name in columns:
            match name:
                case "day":
                    yield self._day(row)
                case "what":
                    yield self._what(row)
                case "missing":
                    yield plain(" ".join(row.missing))
                case "stands":
                    yield joined((*map(plain, row.stands), row.counted, *map(plain, row.notes)))
                case _:
                    yield row.authority

    def _day(self, row: Row) -> Line:
        assert row.on is not None  # noqa: S101 - only what has no day stands without one
        day = strong(self._language.day(row.on))
        if row.place is Place.MOVING:
            return Line((day,))
        return Line((day, Words(f", {self.far(row.on)}")))

    def far(self, on: dt.date) -> str:
        """Return how many days ahead or ago a day is."""
        days = (on - self._as_of).days
        if not days:
            return str(self._labels["today"])
        said = self._language.amount(Fraction(abs(days)), Unit.DAY)
        return str(self._labels["ahead" if days > 0 else "ago"]).format(said)

    def _what(self, row: Row) -> Line:
        of = f" ({row.of})" if row.of else ""
        who = self._labels["who_acts"].format(row.who)
        what = row.what.removesuffix(".")
        return Line((strong(what), Words(f"{of}. {who}")))


def _in_order(row: Row) -> dt.date:
    return row.on or dt.date.max
