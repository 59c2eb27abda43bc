"""A case held against the clerk's or an agency's ledger, which is handed in as a file."""

from collections.abc import Mapping
from enum import StrEnum
from http import HTTPStatus
from typing import Final, TypeVar

from api.errors import FormError
from api.v1.cases.answering import Answer
from api.v1.cases.bodies import one_file
from api.v1.cases.serving import Asked, Taken
from api.v1.query import day
from remedies.casework.cases import reconciled, record_reconciliation
from remedies.errors import Problem
from remedies.intake.clerk_ledger import Said, looked_at
from remedies.intake.clerk_ledger_answers import proposal_json
from remedies.intake.clerk_ledger_ways import stated
from remedies.intake.limits import MAX_BYTES as MAX_TABLE
from remedies.intake.refusals import TableError
from remedies.intake.values import DateOrder, NumberForm
from remedies.ledger.reconciliation import BalanceOf
from remedies.store import paper_digest
from remedies.wire.entries_schema import entry_document
from remedies.wire.reconciliation import reconciliation_document

CHOICES: Final = (
    "on",
    "source",
    "columns",
    "dates",
    "numbers",
    "balance_of",
    "sheet",
    "header_row",
    "ways",
    "from",
    "to",
)
_MOST_SOURCE: Final = 100
Choice = TypeVar("Choice", bound=StrEnum)


def taken_ledger() -> Taken:
    """Take a form with another's ledger."""
    found, media_type, fields = one_file(CHOICES, MAX_TABLE)
    return Taken(content=found, media_type=media_type, fields=fields)


def compared(asked: Asked, taken: Taken, case: str) -> Answer:
    """Compare a case with another's ledger, or say how its columns would be read."""
    fields = {name: text.strip() for name, text in taken.fields.items() if text.strip()}
    said = _said(fields)
    looked = looked_at(taken.content, said)
    if looked.read is None:
        asked.desk.caller.demand_entering("reconciliation")
        return Answer(document=proposal_json(looked, said))
    made = reconciled(
        asked.desk,
        case,
        looked.read.rows,
        balance_of=looked.read.balance_of,
        begins_on=day(fields, "from", wrong=FormError),
        ends_on=day(fields, "to", wrong=FormError),
    )
    entry = record_reconciliation(
        asked.desk,
        case,
        made,
        source=fields.get("source", "ledger")[:_MOST_SOURCE],
        digest=paper_digest(taken.content),
        on=day(fields, "on", wrong=FormError) or asked.desk.at.date(),
    )
    document = {"entry": entry_document(entry), **reconciliation_document(made)}
    return Answer(document=document, status=HTTPStatus.CREATED, etag=f'"{entry.seq}"')


def _said(fields: Mapping[str, str]) -> Said:
    row = fields.get("header_row")
    if row is not None and not (row.isascii() and row.isdigit() and len(row) <= len("20000")):
        raise TableError([Problem("header_row", "out_of_range", "must be the number of a row")])
    return Said(
        columns=fields.get("columns"),
        dates=_one_of("dates", DateOrder, fields),
        numbers=_one_of("numbers", NumberForm, fields),
        balance_of=_one_of("balance_of", BalanceOf, fields),
        sheet=fields.get("sheet"),
        header_row=None if row is None else int(row),
        ways=stated(fields["ways"]) if "ways" in fields else {},
    )


def _one_of(name: str, words: type[Choice], fields: Mapping[str, str]) -> Choice | None:
    if name not in fields:
        return None
    if fields[name] not in list(words):
        raise TableError([Problem(name, "not_one_of", f"must be one of {', '.join(words)}")])
    return words(fields[name])
