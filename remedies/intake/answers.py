"""What an import says, as JSON: a proposal to confirm, or records for a claim."""

from collections.abc import Iterable

from remedies.errors import Problem
from remedies.intake.columns import written
from remedies.intake.imports import first_rows
from remedies.intake.proposals import Proposal
from remedies.intake.readings import Reading
from remedies.intake.refusals import Note
from remedies.intake.sheet import letters
from remedies.intake.tables import Table

Json = dict[str, object]


def proposal_json(table: Table, proposal: Proposal) -> Json:
    """Return what the header suggests, what must be said, and the first rows as they would be read."""
    mapping = proposal.mapping
    fields = {place: name for name, place in mapping.columns.items()}
    return {
        "confirmed": False,
        "kind": proposal.sort.value,
        "header_row": table.header_row,
        "sheet": table.sheet,
        "sheets": table.sheets,
        "columns": [
            {"column": letters(place), "header": title, "field": fields.get(place)}
            for place, title in enumerate(table.header)
        ],
        "reading": {
            "columns": written(mapping.columns, table),
            "dates": mapping.dates.value if mapping.dates else None,
            "numbers": mapping.numbers.value if mapping.numbers else None,
            "overnight": mapping.overnight,
        },
        "missing": _listed(proposal.missing),
        "rows": [
            {"row": shown.row, "record": shown.record, "errors": _listed(shown.problems)}
            for shown in first_rows(table, proposal.sort, mapping)
        ],
        "notes": _listed(proposal.notes),
    }


def reading_json(reading: Reading) -> Json:
    """Return the part of a claim's work that holds the records, and what to look at."""
    return {
        "confirmed": True,
        "kind": reading.sort.value,
        "work": reading.part,
        "notes": _listed(reading.notes),
    }


def _listed(found: Iterable[Problem | Note]) -> list[dict[str, str]]:
    return [{"field": f.field, "code": f.code, "message": f.message} for f in found]
