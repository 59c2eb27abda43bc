"""One row of facts on its way into the claim."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from remedies.intake.workbook.columns import ENDS, NTH, Column, Kind, Path, Sheet, Value, written
from remedies.intake.workbook.draft import Draft
from remedies.intake.workbook.entries import Address, Entry, Wrong
from remedies.intake.workbook.work_sheets import NOTHING, RECORDS

_ZERO: Final = "0.00"


@dataclass(slots=True)
class Row:
    """One row on its way into the claim; ``number`` counts the rows of its period on this sheet."""

    draft: Draft
    sheet: Sheet
    entry: Entry
    base: Path
    number: int = 0

    def place(self) -> None:
        """Put the row's values into the claim, and remember where each stands."""
        entry, way = self.entry, self._way()
        if self.number and not self._continues(way):
            self.draft.wrong.append(Wrong(entry.at, "duplicate_row"))
            return
        leading = entry.cells.get(self.sheet.way, entry.at)
        self.draft.locate(self.base, leading)
        if self.sheet.way and not way:
            self._say_no_way(leading)
        for column in self.sheet.columns:
            self._column(column, way)
        if self.sheet.key == "hours":
            self._days(way)
        if way == NOTHING:
            self.draft.put((*self.base, "total"), _ZERO)

    def _way(self) -> str:
        way = self.entry.values.get(self.sheet.way, "")
        return way if isinstance(way, str) else ""

    def _continues(self, way: str) -> bool:
        """Return whether a row may follow another of its period: one more of several rates."""
        return any(NTH in column.by_way.get(way, ()) for column in self.sheet.columns)

    def _say_no_way(self, leading: Address) -> None:
        if self.sheet.way not in self.entry.unread:
            self.draft.wrong.append(Wrong(leading, "required"))
        self.draft.broken.add(written(self.base))

    def _column(self, column: Column, way: str) -> None:
        given, at = self.entry.values.get(column.key), self.entry.cells.get(column.key)
        if column.kind in {Kind.PERIOD, Kind.WEEKDAY} or at is None:
            return
        place = column.place(way)
        if place is None:
            if given is not None and way:
                self.draft.wrong.append(Wrong(at, "does_not_belong"))
            return
        if not place:
            return
        path = (*self.base, *(self.number if step == NTH else step for step in place))
        if column.key in self.entry.unread:
            self.draft.broken.add(written(path))
        if column.end:
            self._end(column, path, at)
            return
        self._locate(path, at)
        if given is None:
            return
        if self.number and self.draft.has(path):
            if self.draft.at(path) != given:
                self.draft.wrong.append(Wrong(at, "unlike_row"))
            return
        self.draft.put(path, given)

    def _locate(self, path: Path, at: Address) -> None:
        self.draft.locate(path, at)
        for end in ENDS:
            self.draft.locate((*path, end), at)

    def _end(self, column: Column, path: Path, at: Address) -> None:
        """Put a number that has three columns into its place, once: by the column of the likely one."""
        self.draft.locate((*path, column.end), at)
        if column.end != "likely":
            return
        self.draft.locate(path, at)
        stem = column.key.removesuffix(column.end)
        given = {end: self.entry.values[f"{stem}{end}"] for end in ENDS if self._given(stem, end)}
        if any(f"{stem}{end}" in self.entry.unread for end in ENDS):
            self.draft.broken.add(written(path))
        elif given.keys() == {"likely"}:
            self.draft.put(path, given["likely"])
        elif given:
            self._range(path, stem, given)
        elif column.by_way and not column.spare & {self._way()}:
            self.draft.wrong.append(Wrong(at, "required"))
            self.draft.broken.add(written(self.base))

    def _given(self, stem: str, end: str) -> bool:
        return f"{stem}{end}" in self.entry.values

    def _range(self, path: Path, stem: str, given: Mapping[str, Value]) -> None:
        for end in ENDS:
            value, at = given.get(end), self.entry.cell(f"{stem}{end}")
            if value is None:
                self.draft.wrong.append(Wrong(at, "required"))
            elif not isinstance(value, str):
                self.draft.wrong.append(Wrong(at, "exactly_one"))
        if len(given) == len(ENDS):
            self.draft.put(path, {end: str(given[end]) for end in ENDS})
        else:
            self.draft.broken.add(written(path))

    def _days(self, way: str) -> None:
        """Put the columns of weekdays into the claim: the days of work, or the hours of each."""
        if way == "daily":
            self.draft.put((*self.base, "daily"), {})
        columns = [
            c for c in self.sheet.columns if c.kind is Kind.WEEKDAY and c.key in self.entry.cells
        ]
        for column in columns:
            at = self.entry.cells[column.key]
            given = self.entry.values.get(column.key)
            self.draft.locate((*self.base, "days"), at)
            self.draft.locate((*self.base, "daily"), at)
            self.draft.locate((*self.base, "daily", column.key), at)
            if column.key in self.entry.unread:
                self.draft.broken.add(written((*self.base, "daily")))
            if given is None:
                continue
            if way == RECORDS:
                self.draft.wrong.append(Wrong(at, "does_not_belong"))
            elif (given is True) == (way == "daily"):
                self.draft.wrong.append(Wrong(at, "mark_or_hours"))
            elif way == "daily":
                self.draft.put((*self.base, "daily", column.key), given)
            else:
                self._day(column.key)

    def _day(self, name: str) -> None:
        days = self.draft.document["work"][self.base[1]].setdefault("hours", {})
        days.setdefault("days", []).append(name)
