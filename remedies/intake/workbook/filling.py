"""From a claim to the rows of the workbook that say the same, so that facts can be continued."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from remedies.errors import FactsError, Problem
from remedies.intake.workbook.assembly import assembled
from remedies.intake.workbook.columns import (
    NTH,
    Column,
    Kind,
    Path,
    Shape,
    Sheet,
    Value,
    written,
)
from remedies.intake.workbook.entries import Address, Entries, Entry
from remedies.intake.workbook.sheets import SHEETS
from remedies.intake.workbook.work_sheets import RECORDS, WEEKDAYS

Row = Mapping[str, Value]
Rows = Mapping[str, list[Row]]
Json = Any

_ALWAYS: Final = frozenset({("claim",)})


def period_name(number: int) -> str:
    """Return the name that the workbook gives to a period, counted from 0."""
    return f"W{number + 1}"


def rows_of(document: Mapping[str, Json]) -> Rows:
    """Return the rows of every sheet that make a claim.

    Raises:
        FactsError: the claim says something that the workbook has no place for.

    """
    found = {sheet.key: list(_rows(sheet, document)) for sheet in SHEETS}
    lost = _lost(document, found)
    if lost:
        why = "has no place in the workbook; keep the claim itself"
        raise FactsError(Problem(written(path), "no_place", why) for path in lost)
    return found


def _rows(sheet: Sheet, document: Mapping[str, Json]) -> Iterator[Row]:
    work = document.get("work") or []
    if sheet.shape is Shape.POSITIONS:
        yield from _positions(document)
    elif sheet.shape is Shape.TIERS:
        yield from _tiers(_at(document, sheet.into) or {})
    elif sheet.shape is Shape.FIELDS:
        yield _row(sheet, _at(document, sheet.into) or {})
    elif not sheet.of_period:
        for number, entry in enumerate(_at(document, sheet.into) or []):
            named = {"period": period_name(number)} if sheet.shape is Shape.PERIODS else {}
            yield named | _row(sheet, entry)
    else:
        for number, period in enumerate(work):
            named = {"period": period_name(number)}
            for row in _of_period(sheet, _at(period, sheet.into)):
                yield named | row


def _of_period(sheet: Sheet, found: Json) -> Iterator[dict[str, Value]]:
    if isinstance(found, list):
        for entry in found:
            yield _row(sheet, entry)
    elif found:
        for number in range(_count(sheet, found)):
            row = _row(sheet, found, number)
            if row:
                yield row


def _count(sheet: Sheet, found: Json) -> int:
    """Return how many rows an object takes: one, or one for each of several rates."""
    lists = {
        path[: path.index(NTH)]
        for column in sheet.columns
        for path in column.by_way.values()
        if NTH in path
    }
    return max([1, *(len(_at(found, path) or []) for path in lists)])


def _row(sheet: Sheet, entry: Json, number: int = 0) -> dict[str, Value]:
    way = _way(sheet, entry)
    found: dict[str, Value] = {}
    for column in sheet.columns:
        given = _given(column, entry, way, number)
        if given is not None and given != "":
            found[column.key] = given
    if sheet.ways and way:
        found[sheet.way] = way
    return found


def _way(sheet: Sheet, entry: Json) -> str:
    if not sheet.way:
        return ""
    if not sheet.ways:
        return str(entry.get(sheet.way, ""))
    return next((way for way, shows in sheet.ways.items() if entry.get(shows) is not None), "")


def _given(column: Column, entry: Json, way: str, number: int) -> Value | None:
    if column.kind is Kind.WEEKDAY:
        return _on_weekday(entry, column.key)
    place = column.place(way)
    if not place or (number and NTH not in place and column.key != "basis"):
        return None
    found: Value | None = _at(entry, tuple(number if step == NTH else step for step in place))
    if not column.end:
        return found
    if isinstance(found, dict):
        return found.get(column.end)
    return found if column.end == "likely" else None


def _on_weekday(hours: Json, name: str) -> Value | None:
    if hours.get("daily") is not None:
        stated: Value | None = hours["daily"].get(name)
        return stated
    return True if name in (hours.get("days") or ()) else None


def _positions(document: Mapping[str, Json]) -> Iterator[Row]:
    for key, option in (document.get("positions") or {}).items():
        yield {"position": f"{key}={option}"}
    for theory in document.get("theories") or []:
        chosen = theory.get("positions") or {}
        for key, option in chosen.items():
            yield {"theory": theory["name"], "position": f"{key}={option}"}
        if not chosen:
            yield {"theory": theory["name"]}


def _tiers(civil: Json) -> Iterator[Row]:
    for subject, chosen in (civil.get("tiers") or {}).items():
        yield {"subject": subject, "choice": chosen}


def _at(holder: Json, path: Path) -> Json:
    for step in path:
        try:
            holder = holder[step]
        except (KeyError, IndexError, TypeError):
            return None
    return holder


def _lost(document: Mapping[str, Json], rows: Rows) -> list[Path]:
    """Return the places of a claim that its rows do not say again: the proof that nothing is left out."""
    again = dict(_leaves(assembled(_entries(rows)).document))
    given = {path: value for path, value in _leaves(document) if path not in _ALWAYS}
    return [path for path, value in given.items() if again.get(path) != value]


def _entries(rows: Rows) -> dict[str, Entries]:
    found = {}
    for place, sheet in enumerate(SHEETS):
        made = [
            Entry(
                Address(place, number, 0),
                {c.key: Address(place, number, i) for i, c in enumerate(sheet.columns)},
                row,
            )
            for number, row in enumerate(rows[sheet.key])
        ]
        found[sheet.key] = Entries(Address(place, len(made), 0), made)
    return found


def _leaves(value: Json, path: Path = ()) -> Iterator[tuple[Path, Json]]:
    """Yield what a claim says, place by place; empty things say nothing, and days have one order."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list):
        if path[-1] == "days":
            value = sorted(value, key=WEEKDAYS.index)
        for place, inner in enumerate(value):
            yield from _leaves(inner, (*path, place))
    elif value is not None and value != "":
        yield path, value
    if value == [] and path[-1] == RECORDS:
        yield path, value  # no payment at all is said by a list without entries
