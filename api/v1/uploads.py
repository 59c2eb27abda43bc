"""Tables: a timesheet or payments in, records for a claim out; nothing is stored or logged of them."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from flask import Response, request
from flask_smorest import Blueprint  # type: ignore[import-untyped]
from werkzeug.exceptions import UnsupportedMediaType

from api.v1.accepting import accepted
from api.v1.files import FORM, take_one
from api.v1.query import parts
from api.v1.table_operation import READ_TABLE
from remedies.casework import JSON
from remedies.errors import Problem
from remedies.intake.answers import Json, proposal_json, reading_json
from remedies.intake.columns import Sort, mapped
from remedies.intake.imports import imported
from remedies.intake.proposals import Proposal, proposed
from remedies.intake.readings import Period, Reading
from remedies.intake.refusals import TableError
from remedies.intake.tables import Table, read_table
from remedies.intake.values import DateOrder, NumberForm
from remedies.wire.fields import plain_day
from remedies.wire.reading import safe_name

blueprint = Blueprint(
    "tables",
    __name__,
    url_prefix="/v1",
    description="A timesheet or payments in, records for a claim out.",
)

take_one(blueprint, "a table")

_NAMES: Final = (
    "kind",
    "columns",
    "dates",
    "numbers",
    "overnight",
    "sheet",
    "header_row",
    "from",
    "to",
)
_LONGEST_ROW: Final = 7
Choice = TypeVar("Choice", bound=StrEnum)


class Flag(StrEnum):
    """Yes or no, as a form says it."""

    TRUE = "true"
    FALSE = "false"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a form says of its table; ``columns`` is empty while nothing is confirmed."""

    sort: Sort
    columns: str = ""
    dates: DateOrder | None = None
    numbers: NumberForm | None = None
    overnight: bool = False
    sheet: str | None = None
    header_row: int | None = None
    period: Period

    def table(self, content: bytes) -> Table:
        """Return the table in a file."""
        return read_table(content, sheet=self.sheet, header_row=self.header_row)

    def proposal(self, table: Table) -> Proposal:
        """Return what the table's header suggests."""
        return proposed(
            table, self.sort, dates=self.dates, numbers=self.numbers, overnight=self.overnight
        )

    def reading(self, table: Table) -> Reading:
        """Return the records of the table, by the columns confirmed."""
        mapping = mapped(
            table,
            self.sort,
            columns=self.columns,
            dates=self.dates,
            numbers=self.numbers,
            overnight=self.overnight,
        )
        return imported(table, self.sort, mapping, self.period)


def read() -> Response:
    """Read a timesheet or payments."""
    parts()
    accepted(JSON)
    if request.mimetype != FORM:
        raise UnsupportedMediaType
    form = asked(request.form.to_dict(flat=False))
    file = request.files.get("file")
    if file is None:
        raise TableError([Problem("file", "required", "is missing; send the table as a file")])
    table = form.table(file.stream.read())
    found = _read(form, table) if form.columns else _proposed(form, table)
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"
    return Response(text, mimetype=JSON)


blueprint.add_url_rule("/tables", view_func=blueprint.doc(**READ_TABLE)(read), methods=["POST"])


def _proposed(form: Asked, table: Table) -> Json:
    return proposal_json(table, form.proposal(table))


def _read(form: Asked, table: Table) -> Json:
    return reading_json(form.reading(table))


def asked(entered: Mapping[str, list[str]]) -> Asked:
    """Return what a form says; what is left empty is not said.

    Raises:
        TableError: a field is not known, is given twice, or is none of what it may be.

    """
    problems = list(_unknown(entered))
    form = {name: values[0].strip() for name, values in entered.items() if values[0].strip()}
    sort = _one_of(form, "kind", Sort, problems)
    if "kind" not in form:
        problems.append(Problem("kind", "required", f"must be one of {', '.join(Sort)}"))
    found = Asked(
        sort=sort or Sort.TIMESHEET,
        columns=form.get("columns", ""),
        dates=_one_of(form, "dates", DateOrder, problems),
        numbers=_one_of(form, "numbers", NumberForm, problems),
        overnight=_one_of(form, "overnight", Flag, problems) is Flag.TRUE,
        sheet=form.get("sheet"),
        header_row=_row(form, problems),
        period=Period(begins_on=_day(form, "from", problems), ends_on=_day(form, "to", problems)),
    )
    if problems:
        raise TableError(problems)
    return found


def _unknown(entered: Mapping[str, list[str]]) -> Iterator[Problem]:
    for name, values in entered.items():
        if name not in _NAMES:
            why = f"is not known; what is: file, {', '.join(_NAMES)}"
            yield Problem(safe_name(name), "unknown_parameter", why)
        elif len(values) > 1:
            yield Problem(name, "duplicate_key", "is given more than once")


def _one_of(
    form: Mapping[str, str], name: str, words: type[Choice], problems: list[Problem]
) -> Choice | None:
    if name not in form:
        return None
    if form[name] not in list(words):
        problems.append(Problem(name, "not_one_of", f"must be one of {', '.join(words)}"))
        return None
    return words(form[name])


def _row(form: Mapping[str, str], problems: list[Problem]) -> int | None:
    text = form.get("header_row")
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_ROW):
        problems.append(Problem("header_row", "out_of_range", "must be the number of a row"))
        return None
    return int(text)


def _day(form: Mapping[str, str], name: str, problems: list[Problem]) -> dt.date | None:
    if name not in form:
        return None
    found = plain_day(form[name])
    if found is None:
        problems.append(Problem(name, "not_a_date", "must be a date such as 2014-10-11"))
    return found
