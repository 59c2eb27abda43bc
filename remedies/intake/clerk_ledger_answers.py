"""What the reading of a clerk's ledger says, as JSON: a proposal to confirm, or what to look at."""

from collections.abc import Iterable

from remedies.errors import Problem
from remedies.intake.clerk_ledger import Looked, Said, first_rows
from remedies.intake.columns import Mapping as Reading
from remedies.intake.columns import written
from remedies.intake.refusals import Note
from remedies.intake.sheet import letters
from remedies.ledger.reconciliation_lines import TheirRow
from remedies.wire.entries_fields import dollars
from remedies.wire.reconciliation import their_row

Json = dict[str, object]


def proposal_json(looked: Looked, said: Said) -> Json:
    """Return what the header suggests, what must be said, and the first rows as they would be read.

    Of a party only a reference is shown: a label of theirs may be a name.
    """
    proposal, table = looked.proposal, looked.table
    fields = {place: name for name, place in proposal.columns.items()}
    reading = Reading(columns=proposal.columns, dates=proposal.dates, numbers=said.numbers)
    return {
        "confirmed": False,
        "header_row": table.header_row,
        "columns": [
            {"column": letters(place), "header": title, "field": fields.get(place)}
            for place, title in enumerate(table.header)
        ],
        "reading": {
            "columns": written(proposal.columns, table),
            "dates": proposal.dates.value if proposal.dates else None,
            "numbers": said.numbers.value if said.numbers else None,
            "balance_of": said.balance_of.value if said.balance_of else None,
        },
        "missing": listed(proposal.missing),
        "rows": [
            {"row": number, "record": None if row is None else row_json(row)}
            for number, row in first_rows(table, reading, said)
        ],
        "notes": listed(proposal.notes),
    }


def row_json(row: TheirRow) -> Json:
    """Return one row of theirs; money as decimal text."""
    balance = None if row.balance is None else dollars(row.balance)
    return {**their_row(row), "balance": balance}


def listed(found: Iterable[Problem | Note]) -> list[dict[str, str]]:
    """Return problems or notes as JSON has them."""
    return [{"field": f.field, "code": f.code, "message": f.message} for f in found]
