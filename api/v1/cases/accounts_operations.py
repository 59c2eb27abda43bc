"""Where accounts stand, and what the OpenAPI document says of them."""

from collections.abc import Iterator
from typing import Final

from api.v1.cases import accounts
from api.v1.cases import describing as said
from api.v1.cases.property import computes
from api.v1.cases.serving import Operation, reads, writes
from remedies.casework.exhibits import JSON, PDF, XLSX
from remedies.ledger.entries import Delay
from remedies.wire.attribution import AttributionSchema
from remedies.wire.statement_account_schema import DueSchema
from remedies.wire.statement_delays import DelaysSchema
from remedies.wire.statement_schema import StatementSchema

CASE: Final = "/cases/<string:case>"
_FLAG: Final = ["true", "false"]
EACH: Final = "<string:name>"


def operations() -> Iterator[Operation]:
    """Yield the operations."""
    victim = said.parameter("victim", "only what concerns this victim", maxLength=60)
    as_of = {**said.AS_OF, "required": True}
    yield Operation(
        rule=f"{CASE}/statement",
        view=reads(accounts.stated, *accounts.STATED, forms=accounts.FORMS),
        says=said.reading(
            "readStatement",
            "The statement of account",
            "What each victim is still owed and what each defendant still owes, to whom, with the entries "
            "behind each amount. The same day, entries, law and software give the same bytes.",
            {
                JSON: {"schema": StatementSchema},
                PDF: said.file("the statement; PDF/UA-1 and PDF/A-2a"),
                XLSX: said.file("the statement as a workbook with live formulas"),
                accounts.HTML: said.file("the statement as a page that loads nothing"),
            },
            *(said.CASE, as_of, said.KNOWN, victim),
            said.parameter("defendant", "only what this defendant owes", maxLength=60),
        ),
    )
    yield Operation(
        rule=f"{CASE}/deadlines",
        view=reads(accounts.due_days, "as_of", "victim"),
        says=said.reading(
            "listDeadlines",
            "List deadlines",
            "Those that follow from the law and those that a court set, with rule and authority.",
            {
                JSON: {
                    "schema": said.json_object(
                        as_of=said.DAY, deadlines={"type": "array", "items": DueSchema}
                    )
                }
            },
            *(said.CASE, as_of, victim),
        ),
    )
    yield Operation(
        rule="/delays",
        view=reads(accounts.delayed, *accounts.DELAYED, forms=accounts.FORMS),
        says=said.reading(
            "listWaitingProperty",
            "Property that has not reached the victims",
            "Forfeited assets of all cases that the token may see, longest first: the reason recorded, who "
            "must act, the days elapsed, and what may be done next.",
            {
                JSON: {"schema": DelaysSchema},
                PDF: said.file("the list; PDF/UA-1 and PDF/A-2a"),
                XLSX: said.file("the list as a workbook"),
                accounts.HTML: said.file("the list as a page that loads nothing"),
            },
            as_of,
            said.parameter(
                "why", "only those with this reason", enum=[why.value for why in Delay]
            ),
            said.parameter("responsible", "only those on which this office must act"),
            said.parameter("overdue", "only those past their day of review", enum=_FLAG),
            said.parameter("no_reason", "only those without a reason", enum=_FLAG),
        ),
    )
    yield from _proposals(as_of)
    yield Operation(
        rule=f"{CASE}/reconciliations",
        method="POST",
        view=writes(accounts.compared, accounts.taken_ledger),
        says=said.writing(
            "enterReconciliation",
            "Compare with another's ledger",
            "Takes the clerk's or an agency's ledger (CSV or XLSX). Without columns the answer (200) says "
            "how they would be read, and nothing is entered; with them it lists what differs, entry by "
            "entry and in total, and enters that the comparison was made. No money is posted by it.",
            said.file_form([], **dict.fromkeys(accounts.CHOICES, said.TEXT)),
            {JSON: {"schema": said.OBJECT}},
            said.CASE,
            also="200",
        ),
    )


def _proposals(as_of: said.Said) -> Iterator[Operation]:
    """Yield the proposed order: of the convictions alone, and with what is stated beside them."""
    content = {
        JSON: {"schema": said.OBJECT},
        PDF: said.file("the proposed order; PDF/UA-1 and PDF/A-2a"),
        accounts.HTML: said.file("the proposed order as a page that loads nothing"),
    }
    option = said.parameter("option", "of the position joint_several; the default without it")
    yield Operation(
        rule=f"{CASE}/proposal",
        view=reads(accounts.proposed, *accounts.PROPOSED, forms=accounts.PROPOSAL_FORMS),
        says=said.reading(
            "readProposal",
            "The proposed restitution order",
            "What the victims' latest assessments and the defendants' convictions support, before a court "
            "has ordered anything. Every defendant answers for the whole loss of every victim.",
            content,
            *(said.CASE, as_of, option),
        ),
    )
    says = said.reading(
        "computeProposal",
        "The proposed restitution order, with what is stated of the defendants",
        "As the proposal without a body, with whose victims are whose, limits, plea agreements and shares. "
        "Nothing of it is stored: no idempotency key is needed.",
        content,
        *(said.CASE, as_of, option),
        **{
            "413": said.problems("too-large"),
            "415": said.problems("unsupported-media-type"),
            "422": said.problems("invalid-entry"),
        },
    )
    says["parameters"].remove(said.IF_NONE_MATCH)
    del says["responses"]["304"]
    body = said.json_body(AttributionSchema, "For what each defendant answers.")
    yield Operation(
        rule=f"{CASE}/proposal",
        method="POST",
        view=computes(accounts.attributed, *accounts.PROPOSED, forms=accounts.PROPOSAL_FORMS),
        says={**says, "requestBody": {"required": True, **body}},
    )
