"""The calendar of deadlines: the days of a person's answers, of a stored case, or of both, in one order.

It is read on paper, or loaded into a calendar, where its entries are neutral unless names are asked for.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from remedies.calculators.avenues.remedy import Remedy
from remedies.documents.calendar import DayToAct, calendar
from remedies.documents.guides.answer_deadlines import AnswerDeadlines
from remedies.documents.guides.case_deadlines import CaseDeadlines
from remedies.documents.guides.deadline_rows import Place, Row, Rows
from remedies.documents.guides.labels import labels
from remedies.documents.guides.ledger_words import TABLE
from remedies.documents.guides.page import Guide, Layout
from remedies.documents.texts import language, text
from remedies.documents.texts.text import Block, Insert, Note, Section, When
from remedies.documents.texts.values import Said, Values
from remedies.law import Law
from remedies.ledger.due import Due

KIND: Final = "calendar-of-deadlines"
_TABLE: Final = "table."
"""Its style sheet; no other guide has it."""

_NOTHING: Final = "nothing"
_OF_DAYS: Final = frozenset({"days-ahead", "days-behind", "days-unknown"})
_OF_PAY: Final = frozenset({"days-moving"})
"""Sections: those that stand where days were asked for, and those where pay runs out."""


def deadlines_guide(  # noqa: PLR0913 - what it is made of
    law: Law,
    as_of: dt.date,
    code: str,
    *,
    remedies: Sequence[Remedy] = (),
    dues: Sequence[Due] = (),
    case: str = "",
    victim: str = "",
) -> Guide:
    """Return the calendar as a guide; without answers and without a case it says what would fill it.

    Args:
        law: the encoded law.
        as_of: the day from which days are counted.
        code: the language.
        remedies: those of the answers, as they stand on the day.
        dues: the days of a stored case, as they stand on the day.
        case: the case's reference, to be named.
        victim: the victim's reference, where the days are only those that concern one.

    Raises:
        KeyError: there is no such language, or no words for something that is said.

    """
    found, spoken = text(KIND, code), language(code)
    of_case = CaseDeadlines(code)
    rows = (*_answered(remedies, dues, code, as_of), *of_case.rows(dues))
    filled = _Filled(Rows(spoken, labels(code, TABLE), as_of), rows)
    holds = frozenset(_holds(rows, remedies, dues, case, victim))
    values = Values(
        law=law,
        as_of=as_of,
        language=spoken,
        contacts=law.register("contacts"),
        given={
            **of_case.given,
            "counted.from": Said(spoken.day(as_of), figures=False),
            "case.reference": Said(case, figures=False),
            "victim.reference": Said(victim, figures=False),
            "calendar.title": Said(labels(code, "calendar")["title"], figures=False),
        },
    )
    return Guide(
        text=replace(found, sections=tuple(filled.sections(found.sections, holds))),
        values=values,
        holds=holds,
        layout=Layout.DAYS,
    )


def deadlines_calendar(  # noqa: PLR0913 - what it is made of
    as_of: dt.date,
    code: str,
    *,
    remedies: Iterable[Remedy] = (),
    dues: Sequence[Due] = (),
    named: bool = False,
    case: str = "",
    victim: str = "",
) -> bytes:
    """Return the days ahead as a calendar file; with ``named``, each entry says what the day is for.

    With ``case`` an entry keeps its identity when its day changes, so that a newer file brings an older one
    up to date; ``victim`` tells the answers of several people of a case apart. Neither can be read in the
    file. Without a case nothing says whose days they are, and another day is another entry.

    Raises:
        KeyError: there is no such language, or no words for something that is said.

    """
    said = labels(code, "calendar")
    rows = (*_answered(remedies, dues, code, as_of), *CaseDeadlines(code).rows(dues))
    return calendar(
        (
            DayToAct(
                on=row.on,
                title=_title(row) if named else said["title"],
                note=said["note"],
                identity=_identity(row, case, victim),
            )
            for row in rows
            if row.place is Place.AHEAD and row.on is not None
        ),
        as_of,
    )


def _answered(
    remedies: Iterable[Remedy], dues: Iterable[Due], code: str, as_of: dt.date
) -> Iterator[Row]:
    recorded = {due.key for due in dues if not due.by_court}
    yield from AnswerDeadlines(code, as_of).rows(remedies, recorded)


def _title(row: Row) -> str:
    return f"{row.what} ({row.of})" if row.of else row.what


def _identity(row: Row, case: str, victim: str) -> str:
    """Return what an entry is of: in a case by what is due, else by its day too."""
    if not case:
        return f"{row.on} {row.identity}"
    whose = victim if row.by_answers else ""
    return f"{case} {whose} {row.identity}"


def _holds(
    rows: Iterable[Row], remedies: Sequence[Remedy], dues: Sequence[Due], case: str, victim: str
) -> Iterator[str]:
    places = {row.place for row in rows}
    for place, name in (
        (Place.AHEAD, "ahead"),
        (Place.BEHIND, "behind"),
        (Place.UNKNOWN, "unknown"),
    ):
        yield name if place in places else f"{name}.none"
    if remedies:
        yield "answers"
    if case:
        yield "case"
    if case and victim:
        yield "victim"
    if not (remedies or dues or case):
        yield _NOTHING


class _Filled:
    """The sections of the text with its tables in their places."""

    def __init__(self, tables: Rows, rows: Collection[Row]) -> None:
        self._tables = tables
        self._rows = rows

    def sections(self, sections: Iterable[Section], holds: Collection[str]) -> Iterator[Section]:
        moving = any(row.place is Place.MOVING for row in self._rows)
        left_out = (_OF_DAYS if _NOTHING in holds else frozenset()) | (
            frozenset() if moving else _OF_PAY
        )
        for each in sections:
            if each.id not in left_out:
                yield Section(each.id, each.title, tuple(self._blocks(each.blocks)), each.advice)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Insert():
                    place = Place(block.name.removeprefix(_TABLE))
                    yield self._tables.table(place, self._rows)
                case When():
                    yield When(block.condition, tuple(self._blocks(block.blocks)))
                case Note():
                    yield Note(tuple(self._blocks(block.blocks)))
                case _:
                    yield block
