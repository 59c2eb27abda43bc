"""What a header suggests: which column is which field, and what a person must say first."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from typing import Final

from remedies.errors import Problem
from remedies.intake.columns import FIELDS, Mapping, Sort, lacking, unsaid, year_last
from remedies.intake.refusals import Note
from remedies.intake.sheet import letters
from remedies.intake.tables import Table
from remedies.intake.values import DateOrder, NumberForm

_TWELVE: Final = 12
_LOOK_AHEAD: Final = 20
_KNOWN_ENOUGH: Final = 2
_BREAKS: Final = "relieved_minutes"
_MINUTES: Final = re.compile(r"[0-9]{0,3}", re.ASCII)

# A rate of its own moves what is owed: it is never proposed, but can be named. Breaks take from it, so they
# are proposed only where a column plainly holds minutes, and it is said what reading them does.

_WORDS: Final[MappingOf[Sort, MappingOf[str, str]]] = {
    Sort.TIMESHEET: {
        "on": "on, date, day, work date, date worked, workday, fecha, dia, fecha de trabajo, dia de trabajo",
        "start": "start, start time, in, time in, clock in, punch in, begin, begins, from, entrada, inicio, "
        "hora de entrada, hora de inicio, desde",
        "end": "end, end time, out, time out, clock out, punch out, finish, ends, to, salida, fin, "
        "hora de salida, hora de fin, hasta",
        "ends_on": "ends on, end date, date out, out date, fecha de salida, fecha de fin",
        "hours": "hours, hrs, total hours, hours worked, total, horas, horas trabajadas, total de horas, "
        "total horas",
        "relieved_minutes": "relieved minutes, break, breaks, break min, break minutes, lunch, lunch min, "
        "lunch minutes, lunch break, meal, meals, meal min, meal minutes, meal break, almuerzo, "
        "almuerzo min, minutos de almuerzo, comida, minutos de comida, descanso, descansos, descanso min, "
        "minutos de descanso",
    },
    Sort.PAYMENTS: {
        "on": "on, date, day, paid on, date paid, pay date, payment date, check date, fecha, dia, "
        "fecha de pago, dia de pago",
        "amount": "amount, paid, amount paid, payment, net, net pay, cash, monto, importe, cantidad, pago, "
        "pagado, neto, efectivo",
        "for": "for, for work on, work date, date worked, fecha de trabajo, dia de trabajo, por",
        "exhibit": "exhibit, ex, source, document, prueba, anexo, documento",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a header suggests, and what a person must say before anything is imported."""

    sort: Sort
    mapping: Mapping
    missing: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()


def proposed(
    table: Table,
    sort: Sort,
    *,
    dates: DateOrder | None = None,
    numbers: NumberForm | None = None,
    overnight: bool = False,
) -> Proposal:
    """Return what the header's words and the cells under them suggest, beside what was said already."""
    found = _with_breaks(_suggested(table.header, sort), table)
    columns = {name: places[0] for name, places in found.items() if len(places) == 1}
    notes = list(table.notes)
    if "start" in columns and "end" in columns and "hours" in columns:
        del columns["hours"]
        why = (
            "a column of hours stands beside start and end, and is not read; where it leaves breaks out, "
            "choose it instead of start and end"
        )
        notes.append(Note("columns", "hours_beside", why))
    if _BREAKS in columns:
        why = (
            "a column of breaks is taken off the hours: leave it out unless the break was free of all work "
            "(29 C.F.R. § 785.19)"
        )
        notes.append(Note("columns", "breaks_taken_off", why))
    mapping = Mapping(
        columns=columns,
        dates=dates or order_of(year_last(table, columns)),
        numbers=numbers,
        overnight=overnight,
    )
    missing = (*unclear(found), *_lacking(table, sort, mapping))
    return Proposal(sort=sort, mapping=mapping, missing=missing, notes=tuple(notes))


def _suggested(header: Sequence[str], sort: Sort) -> dict[str, list[int]]:
    return suggested(header, _WORDS[sort], FIELDS[sort])


def suggested(
    header: Sequence[str], words: MappingOf[str, str], fields: Sequence[str]
) -> dict[str, list[int]]:
    """Return the places of the columns that each field's words name, in the order of the fields."""
    by_word = {word: name for name, all_ in words.items() for word in all_.split(", ")}
    found: dict[str, list[int]] = defaultdict(list)
    for place, title in enumerate(header):
        name = by_word.get(plain_title(title))
        if name:
            found[name].append(place)
    return {name: found[name] for name in fields if name in found}


def _with_breaks(found: dict[str, list[int]], table: Table) -> dict[str, list[int]]:
    """Return what is suggested; of breaks, only one column of whole minutes beside one start and one end."""
    alone = all(len(found.get(name, ())) == 1 for name in ("start", "end", _BREAKS))
    if alone and all(_MINUTES.fullmatch(row.cell(found[_BREAKS][0]).text) for row in table.rows):
        return found
    return {name: places for name, places in found.items() if name != _BREAKS}


def plain_title(title: str) -> str:
    """Return a title in lower-case letters and digits of ASCII, one space between its words."""
    bare = unicodedata.normalize("NFKD", title.casefold())
    return " ".join(re.findall(r"[a-z0-9]+", "".join(c for c in bare if c.isascii())))


def unclear(found: MappingOf[str, Sequence[int]]) -> Iterator[Problem]:
    """Yield the fields that several columns may be."""
    for name, places in found.items():
        if len(places) > 1:
            named = " and ".join(f"@{letters(place)}" for place in places)
            yield Problem("columns", "choose", f"{named} may each be {name}: say which")


def _lacking(table: Table, sort: Sort, mapping: Mapping) -> Iterator[Problem]:
    wanting = list(lacking(mapping.columns, sort))
    yield from wanting
    if wanting:
        yield from _header_elsewhere(table, sort)
    yield from unsaid(table, mapping)


def _header_elsewhere(table: Table, sort: Sort) -> Iterator[Problem]:
    for row in table.rows[:_LOOK_AHEAD]:
        if len(_suggested([cell.text for cell in row.cells], sort)) >= _KNOWN_ENOUGH:
            why = f"row {row.number} looks like the row that names the columns: say so if it is"
            yield Problem("header_row", "choose", why)
            return


def order_of(found: Iterable[tuple[int, int]]) -> DateOrder | None:
    """Return the one order in which every date can be read; none when both can, or neither."""
    pairs = list(found)
    if not pairs:
        return DateOrder.ISO
    month_first = all(first <= _TWELVE for first, _ in pairs)
    day_first = all(second <= _TWELVE for _, second in pairs)
    if month_first == day_first:
        return None
    return DateOrder.MDY if month_first else DateOrder.DMY
