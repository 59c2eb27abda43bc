"""What follows from a case's journal: its statement, deadlines, proposed order, and reconciliations."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from http import HTTPStatus
from typing import Final, TypeVar

from api.errors import QueryError
from api.printing import PRINTING
from api.v1.cases.answering import Answer, json_text
from api.v1.cases.bodies import one_file
from api.v1.cases.records import AS_OF, KNOWN, past
from api.v1.cases.serving import Asked, Taken
from api.v1.query import day
from remedies import law
from remedies.casework.cases import (
    Which,
    deadlines,
    delays,
    proposal,
    reconciled,
    record_reconciliation,
    statement,
)
from remedies.casework.exhibits import JSON, PDF, XLSX
from remedies.casework.proposals import Proposal
from remedies.documents.proposed_order_view import Caption, ProposalView
from remedies.errors import Problem
from remedies.intake.clerk_ledger import Said, looked_at
from remedies.intake.clerk_ledger_answers import proposal_json
from remedies.intake.limits import MAX_BYTES as MAX_TABLE
from remedies.intake.refusals import TableError
from remedies.intake.values import DateOrder, NumberForm
from remedies.ledger.delays import Waiting
from remedies.ledger.entries import Delay
from remedies.ledger.proposing import Stated
from remedies.ledger.reconciliation import BalanceOf
from remedies.ledger.statement_lines import Statement
from remedies.store import paper_digest
from remedies.wire import read_json
from remedies.wire.attribution import read_attribution
from remedies.wire.entries_schema import entry_document
from remedies.wire.proposed_order import proposed_order_document
from remedies.wire.reconciliation import reconciliation_document
from remedies.wire.statement import statement_json
from remedies.wire.statement_delays import delays_json
from remedies.wire.statement_rows import due

VICTIM, DEFENDANT, OPTION = "victim", "defendant", "option"
WHY, RESPONSIBLE, OVERDUE, NO_REASON = "why", "responsible", "overdue", "no_reason"
DELAYED: Final = (AS_OF, WHY, RESPONSIBLE, OVERDUE, NO_REASON)
STATED: Final = (AS_OF, KNOWN, VICTIM, DEFENDANT)
HTML: Final = "text/html"
FORMS: Final = (JSON, PDF, XLSX, HTML)
PROPOSED: Final = (AS_OF, OPTION)
PROPOSAL_FORMS: Final = (JSON, PDF, HTML)
CHOICES: Final = (
    "on",
    "source",
    "columns",
    "dates",
    "numbers",
    "balance_of",
    "sheet",
    "header_row",
    "from",
    "to",
)

_MOST_SOURCE: Final = 100
Choice = TypeVar("Choice", bound=StrEnum)


def stated(asked: Asked, case: str) -> Answer:
    """Return the statement of account as JSON, as PDF, as a workbook or as a page."""
    query = asked.query
    _, known = past(query)
    if VICTIM in query and DEFENDANT in query:
        why = "cannot be asked together with victim: a statement is of one of them"
        raise QueryError(DEFENDANT, why, code="not_together")
    found = statement(
        asked.desk,
        case,
        as_of=_as_of(query),
        known=known,
        victim=query.get(VICTIM, ""),
        defendant=query.get(DEFENDANT, ""),
    )
    if asked.form == JSON:
        text = (statement_json(found) + "\n").encode()
        return Answer(file=lambda: text, etag=f'"{paper_digest(text)}"')
    make, name = _PRINTED[asked.form]
    return Answer(file=lambda: make(found), media_type=asked.form, name=name)


def due_days(asked: Asked, case: str) -> Answer:
    """List the deadlines of a case as they stand on a day."""
    as_of = _as_of(asked.query)
    found = deadlines(asked.desk, case, as_of=as_of, victim=asked.query.get(VICTIM, ""))
    return Answer(
        document={"as_of": as_of.isoformat(), "deadlines": [due(each) for each in found]}
    )


def delayed(asked: Asked) -> Answer:
    """List forfeited property that has not reached the victims, across cases."""
    query, as_of = asked.query, _as_of(asked.query)
    which = Which(
        why=_word(query, WHY, Delay),
        responsible=query.get(RESPONSIBLE),
        overdue=_flag(query, OVERDUE),
        no_reason=_flag(query, NO_REASON),
    )
    found = [each.waiting for each in delays(asked.desk, as_of=as_of, which=which)]
    if asked.form != JSON:
        write, ending = _LISTED[asked.form]
        return Answer(
            file=lambda: write(found, as_of),
            media_type=asked.form,
            name=f"not-transferred.{ending}",
        )
    text = (delays_json(found, as_of) + "\n").encode()
    return Answer(file=lambda: text, etag=f'"{paper_digest(text)}"')


def proposed(asked: Asked, case: str) -> Answer:
    """Propose the restitution order that the assessments and convictions support."""
    return _proposed(asked, case, {})


def attributed(asked: Asked, case: str, taken: Taken) -> Answer:
    """Propose the order with what is stated of the defendants, of which nothing is kept."""
    return _proposed(asked, case, read_attribution(read_json(taken.content)))


def _proposed(asked: Asked, case: str, stated: Mapping[str, Stated]) -> Answer:
    found = proposal(
        asked.desk,
        case,
        as_of=_as_of(asked.query),
        stated=stated,
        option=asked.query.get(OPTION),
    )
    if asked.form == JSON:
        document = proposed_order_document(found.order, law.encoded())
        text = json_text({"as_of": found.as_of.isoformat(), **document}).encode()
        return Answer(file=lambda: text, etag=f'"{paper_digest(text)}"')
    make = _proposal_pdf if asked.form == PDF else _proposal_page
    ending = "pdf" if asked.form == PDF else "html"
    return Answer(file=lambda: make(found), media_type=asked.form, name=f"proposed-order.{ending}")


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
        begins_on=day(fields, "from"),
        ends_on=day(fields, "to"),
    )
    entry = record_reconciliation(
        asked.desk,
        case,
        made,
        source=fields.get("source", "ledger")[:_MOST_SOURCE],
        digest=paper_digest(taken.content),
        on=day(fields, "on") or asked.desk.at.date(),
    )
    document = {"entry": entry_document(entry), **reconciliation_document(made)}
    return Answer(document=document, status=HTTPStatus.CREATED, etag=f'"{entry.seq}"')


def _as_of(query: Mapping[str, str]) -> dt.date:
    found = day(query, AS_OF)
    if found is None:
        raise QueryError(AS_OF, "must be given: a date such as 2026-11-22", code="required")
    return found


def _word(query: Mapping[str, str], name: str, words: type[Choice]) -> Choice | None:
    if name in query and query[name] not in list(words):
        raise QueryError(name, f"must be one of {', '.join(words)}", code="not_one_of")
    return words(query[name]) if name in query else None


def _flag(query: Mapping[str, str], name: str) -> bool:
    given = query.get(name, "false")
    if given not in {"true", "false"}:
        raise QueryError(name, "must be true or false", code="not_one_of")
    return given == "true"


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
    )


def _one_of(name: str, words: type[Choice], fields: Mapping[str, str]) -> Choice | None:
    if name not in fields:
        return None
    if fields[name] not in list(words):
        raise TableError([Problem(name, "not_one_of", f"must be one of {', '.join(words)}")])
    return words(fields[name])


# What prints is imported when something is printed: it takes longer than most requests.


def _pdf(found: Statement) -> bytes:
    from remedies.documents.statement import statement_pdf  # noqa: PLC0415

    with PRINTING:
        return statement_pdf(found)


def _page(found: Statement) -> bytes:
    from remedies.documents.statement import statement_page  # noqa: PLC0415

    return statement_page(found).encode()


def _delays_page(found: Sequence[Waiting], as_of: dt.date) -> bytes:
    from remedies.documents.statement_delays import delays_page  # noqa: PLC0415

    return delays_page(found, as_of).encode()


def _delays_workbook(found: Sequence[Waiting], as_of: dt.date) -> bytes:
    from remedies.documents.statement_delays import delays_workbook  # noqa: PLC0415

    return delays_workbook(found, as_of)


def _proposal_pdf(found: Proposal) -> bytes:
    from remedies.documents.proposed_order import proposed_order_pdf  # noqa: PLC0415

    with PRINTING:
        return proposed_order_pdf(_view(found))


def _proposal_page(found: Proposal) -> bytes:
    from remedies.documents.proposed_order import proposed_order_page  # noqa: PLC0415

    return proposed_order_page(_view(found)).encode()


def _view(found: Proposal) -> ProposalView:
    opened = found.opened
    return ProposalView(
        proposed=found.order,
        law=law.encoded(),
        caption=Caption(
            case=opened.reference, district=opened.district, court_number=opened.court_number
        ),
        on=found.as_of,
    )


def _delays_pdf(found: Sequence[Waiting], as_of: dt.date) -> bytes:
    from remedies.documents.statement_delays import delays_pdf  # noqa: PLC0415

    with PRINTING:
        return delays_pdf(found, as_of)


def _workbook(found: Statement) -> bytes:
    from remedies.documents.statement_workbook import statement_workbook  # noqa: PLC0415

    return statement_workbook(found)


_PRINTED: Final[Mapping[str, tuple[Callable[[Statement], bytes], str]]] = {
    PDF: (_pdf, "statement.pdf"),
    XLSX: (_workbook, "statement.xlsx"),
    HTML: (_page, "statement.html"),
}
_LISTED: Final[Mapping[str, tuple[Callable[[Sequence[Waiting], dt.date], bytes], str]]] = {
    PDF: (_delays_pdf, "pdf"),
    XLSX: (_delays_workbook, "xlsx"),
    HTML: (_delays_page, "html"),
}
