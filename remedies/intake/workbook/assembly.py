"""From rows of facts to the claim that they make, and from its fields back to the cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from remedies.intake.workbook.columns import Path, Shape, Sheet, written
from remedies.intake.workbook.draft import Draft
from remedies.intake.workbook.entries import Entries, Entry, Wrong
from remedies.intake.workbook.rows import Row
from remedies.intake.workbook.sheets import SHEETS
from remedies.intake.workbook.words.language import folded
from remedies.intake.workbook.work_sheets import RECORDS

_LISTED: Final = {"hours": "no_days", "paid": "no_payments"}
"""The sheets that may refer to a list on another sheet, and what is said when it is empty."""


def assembled(entries: Mapping[str, Entries]) -> Draft:
    """Return the claim that rows of facts make."""
    draft = Draft()
    periods = _Periods(draft)
    periods.name(entries["work"])
    for sheet in SHEETS:
        rows = entries[sheet.key]
        if sheet.shape is Shape.POSITIONS:
            _positions(draft, rows)
        elif sheet.shape is Shape.TIERS:
            _tiers(draft, sheet, rows)
        elif sheet.shape is Shape.FIELDS:
            for entry in rows.rows:
                Row(draft, sheet, entry, sheet.into).place()
        else:
            _rows(draft, periods, sheet, rows)
    _lists(draft, entries, periods.count)
    return draft


@dataclass(slots=True)
class _Periods:
    """The periods of work by the names that the other sheets use, as people type them."""

    draft: Draft
    names: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def name(self, work: Entries) -> None:
        """Number the periods in the order of their rows."""
        for entry in work.rows:
            name = entry.values.get("period")
            if not entry.given:
                continue
            if isinstance(name, str) and folded(name) in self.names:
                self.draft.wrong.append(Wrong(entry.cell("period"), "duplicate_period"))
            elif isinstance(name, str):
                self.names[folded(name)] = self.count
            self.count += 1

    def of(self, entry: Entry) -> int | None:
        """Return the number of the period that a row is about; None, and it is said, when there is none."""
        name = entry.values.get("period")
        if isinstance(name, str) and folded(name) in self.names:
            return self.names[folded(name)]
        if name is None and "period" not in entry.unread and self.count == 1:
            return 0
        if "period" not in entry.unread:
            code = "unnamed_period" if name is None else "unknown_period"
            self.draft.wrong.append(Wrong(entry.cell("period"), code))
        return None


def _rows(draft: Draft, periods: _Periods, sheet: Sheet, rows: Entries) -> None:
    counts: dict[Path, int] = {}
    lost = False
    for entry in (row for row in rows.rows if row.given):
        base = sheet.into
        if sheet.of_period:
            period = periods.of(entry)
            if period is None:
                lost = True
                continue
            base = ("work", period, *sheet.into)
        number = counts[base] = counts.get(base, -1) + 1
        if sheet.shape is Shape.OBJECT:
            Row(draft, sheet, entry, base, number).place()
        else:
            Row(draft, sheet, entry, (*base, number)).place()
    _point_below(draft, sheet, rows, periods.count, lost=lost)


def _point_below(draft: Draft, sheet: Sheet, rows: Entries, periods: int, *, lost: bool) -> None:
    """Point what a sheet does not say of a period at the first cell below its rows."""
    if not sheet.of_period:
        draft.locate(sheet.into, rows.free)
        return
    for period in range(periods if sheet.into else 0):
        path = written(("work", period, *sheet.into))
        if path in draft.places:
            continue
        if lost:
            draft.broken.add(path)
        draft.places[path] = rows.free
        draft.rowless[path] = f"work[{period}]"


def _positions(draft: Draft, rows: Entries) -> None:
    """Put choices into the claim, and those of each theory under its name."""
    theories: dict[str, int] = {}
    for entry in rows.rows:
        name, choice = entry.values.get("theory"), entry.values.get("position")
        base: Path = ("positions",)
        if isinstance(name, str):
            number = theories.setdefault(name, len(theories))
            base = ("theories", number, "positions")
            draft.put(("theories", number, "name"), name)
            draft.locate(("theories", number), entry.cell("theory"))
            draft.document["theories"][number].setdefault("positions", {})
        if not isinstance(choice, str):
            continue
        key, _, option = choice.partition("=")
        if draft.has((*base, key)):
            draft.wrong.append(Wrong(entry.cell("position"), "duplicate_choice"))
        else:
            draft.put((*base, key), option)
            draft.locate((*base, key), entry.cell("position"))


def _tiers(draft: Draft, sheet: Sheet, rows: Entries) -> None:
    """Put tiers into the claim, each by the key of its item of law."""
    for entry in rows.rows:
        subject, chosen = entry.values.get("subject"), entry.values.get("choice")
        for key, given in (("subject", subject), ("choice", chosen)):
            if given is None and key not in entry.unread:
                draft.wrong.append(Wrong(entry.cell(key), "required"))
        if not isinstance(subject, str) or not isinstance(chosen, str):
            continue
        path = (*sheet.into, "tiers", subject)
        if draft.has(path):
            draft.wrong.append(Wrong(entry.cell("subject"), "duplicate_choice"))
        else:
            draft.put(path, chosen)
            draft.locate(path, entry.cell("choice"))
            draft.locate(path[:-1], entry.cell("subject"))


def _lists(draft: Draft, entries: Mapping[str, Entries], periods: int) -> None:
    """Say where a row refers to a list that is empty."""
    for key, code in _LISTED.items():
        for period in range(periods):
            path = ("work", period, key)
            at = draft.places.get(written(path))
            if draft.has((*path, RECORDS)) or at is None:
                continue
            for entry in entries[key].rows:
                if entry.cells.get("way") == at and entry.values.get("way") == RECORDS:
                    draft.wrong.append(Wrong(at, code))
                    draft.broken.add(written(path))
