"""A schedule that was handed in: what is proposed for it, and what is read once that is confirmed."""

import json
from dataclasses import dataclass

from remedies.intake.columns import Mapping, Proposal, Said, written
from remedies.intake.opposing import (
    Opposing,
    confirmed,
    first_rows,
    named_as_fields,
    opposing,
    proposed,
)
from remedies.intake.tables import Table, read_table

__all__ = ["Looked", "Said", "looked_at", "proposal_json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A table, what its header suggests, and what was read; None while the columns wait to be confirmed."""

    table: Table
    proposal: Proposal
    read: Opposing | None


def looked_at(content: bytes, said: Said) -> Looked:
    """Return what a file holds, read if its columns were confirmed or carry the names of fields.

    Raises:
        TableError: the file is no table, or its rows cannot be read.

    """
    table = read_table(content, sheet=said.sheet, header_row=said.header_row)
    suggested = proposed(table)
    if said.columns is not None:
        columns = confirmed(said.columns, table)
    elif named_as_fields(table) and not _open(suggested, said):
        columns = dict(suggested.columns)
    else:
        return Looked(table=table, proposal=suggested, read=None)
    dates = said.dates or suggested.dates
    mapping = Mapping(columns=columns, dates=dates, numbers=said.numbers)
    return Looked(table=table, proposal=suggested, read=opposing(table, mapping))


def proposal_json(looked: Looked) -> str:
    """Return what is proposed for a table's columns, its first rows and what is open, as JSON text."""
    suggested, table = looked.proposal, looked.table
    mapping = Mapping(columns=suggested.columns, dates=suggested.dates)
    rows = [
        {"row": number, "workweek": None if row is None else row.starts_on.isoformat()}
        for number, row in first_rows(table, mapping)
    ]
    document = {
        "confirmed": False,
        "columns": written(suggested.columns, table),
        "dates": suggested.dates,
        "header": list(table.header),
        "first_rows": rows,
        "open": [
            {"field": p.field, "code": p.code, "message": p.message} for p in suggested.missing
        ],
        "notes": [
            {"field": n.field, "code": n.code, "message": n.message} for n in suggested.notes
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _open(suggested: Proposal, said: Said) -> bool:
    """Return whether something that the header does not decide was left unsaid."""
    unsaid = {"dates": said.dates is None, "numbers": said.numbers is None}
    return any(unsaid.get(problem.field, True) for problem in suggested.missing)
