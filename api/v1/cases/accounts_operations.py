"""Where accounts stand, and what the OpenAPI document says of them."""

from collections.abc import Iterator
from typing import Final

from marshmallow import fields

from api.v1.cases import accounts, proposals, reconciling
from api.v1.cases import describing as said
from api.v1.cases.operations import once
from api.v1.cases.property import computes
from api.v1.cases.serving import Operation, reads, writes
from remedies.casework.exhibits import JSON
from remedies.ledger.coming import WITHIN
from remedies.ledger.entries import Delay
from remedies.wire.attribution import AttributionSchema
from remedies.wire.statement_account_schema import DueSchema
from remedies.wire.statement_delays import DelaysSchema
from remedies.wire.statement_schema import StatementSchema

CASE: Final = "/cases/<string:case>"
_FLAG: Final = ["true", "false"]
_VICTIM: Final = said.parameter("victim", "only what concerns this victim", maxLength=60)


def operations() -> Iterator[Operation]:
    """Yield the operations."""
    yield _statement()
    yield _deadlines()
    yield _coming()
    yield _delays()
    yield from _proposals()
    yield _reconciliation()


def _statement() -> Operation:
    return Operation(
        rule=f"{CASE}/statement",
        view=reads(accounts.stated, *accounts.STATED, forms=accounts.FORMS),
        says=said.reading(
            "readStatement",
            "The statement of account",
            "What each victim is still owed and what each defendant still owes, to whom, with the entries "
            "behind each amount. The same day, entries, law and software give the same bytes.",
            said.printable(StatementSchema, "the statement", workbook=" with live formulas"),
            *(said.CASE, said.NEEDED_AS_OF, said.KNOWN, _VICTIM),
            said.parameter("defendant", "only what this defendant owes", maxLength=60),
        ),
    )


def _deadlines() -> Operation:
    listed = said.json_object(as_of=said.DAY, deadlines={"type": "array", "items": DueSchema})
    return Operation(
        rule=f"{CASE}/deadlines",
        view=reads(accounts.due_days, "as_of", "victim"),
        says=said.reading(
            "listDeadlines",
            "List deadlines",
            "Those that follow from the law and those that a court set, with rule and authority.",
            {JSON: {"schema": listed}},
            *(said.CASE, said.NEEDED_AS_OF, _VICTIM),
        ),
    )


def _coming() -> Operation:
    day = once(
        "ComingSchema",
        DueSchema,
        "A day that comes, and the case that it is of.",
        case_id=fields.String(required=True, metadata=said.CASE["schema"]),
        case=fields.String(required=True, metadata={"description": "the case's reference"}),
        district=fields.String(required=True),
    )
    listed = said.json_object(
        deadlines={"type": "array", "items": day},
        next=said.NEXT,
        as_of=said.DAY,
        within=said.WHOLE,
    )
    within = said.parameter(
        "within",
        "how many days ahead; what passed and is still owed, and what warns, is listed always",
        type="integer",
        minimum=0,
        maximum=accounts.MOST_DAYS,
        default=WITHIN,
    )
    return Operation(
        rule="/deadlines",
        view=reads(accounts.coming_days, *accounts.COMING),
        says=said.reading(
            "listComingDeadlines",
            "Days that come, across cases",
            "Of all cases that the token may see, the earliest first: days within so many days, those that "
            "warn (the end of a liability a year before it), and those that passed and are still owed.",
            {JSON: {"schema": listed}},
            *(said.NEEDED_AS_OF, within, said.LIMIT, said.AFTER),
        ),
    )


def _delays() -> Operation:
    return Operation(
        rule="/delays",
        view=reads(accounts.delayed, *accounts.DELAYED, forms=accounts.FORMS),
        says=said.reading(
            "listWaitingProperty",
            "Property that has not reached the victims",
            "Forfeited assets of all cases that the token may see, longest first: the reason recorded, who "
            "must act, the days elapsed, and what may be done next.",
            said.printable(DelaysSchema, "the list", workbook=" to sort"),
            said.NEEDED_AS_OF,
            said.parameter(
                "why", "only those with this reason", enum=[why.value for why in Delay]
            ),
            said.parameter("responsible", "only those on which this office must act"),
            said.parameter("overdue", "only those past their day of review", enum=_FLAG),
            said.parameter("no_reason", "only those without a reason", enum=_FLAG),
        ),
    )


def _reconciliation() -> Operation:
    return Operation(
        rule=f"{CASE}/reconciliations",
        method="POST",
        view=writes(reconciling.compared, reconciling.taken_ledger),
        says=said.writing(
            "enterReconciliation",
            "Compare with another's ledger",
            "Takes the clerk's or an agency's ledger (CSV or XLSX). Without columns the answer (200) says "
            "how they would be read, and nothing is entered; with them it lists what differs, entry by "
            "entry and in total, and enters that the comparison was made. No money is posted by it.",
            said.file_form([], **dict.fromkeys(reconciling.CHOICES, said.TEXT)),
            {JSON: {"schema": said.OBJECT}},
            said.CASE,
            also="200",
        ),
    )


def _proposals() -> Iterator[Operation]:
    """Yield the proposed order: of the convictions alone, and with what is stated beside them."""
    content = said.printable(said.OBJECT, "the proposed order")
    option = said.parameter("option", "of the position joint_several; the default without it")
    parameters = (said.CASE, said.NEEDED_AS_OF, option)
    yield Operation(
        rule=f"{CASE}/proposal",
        view=reads(proposals.proposed, *proposals.PROPOSED, forms=proposals.FORMS),
        says=said.reading(
            "readProposal",
            "The proposed restitution order",
            "What the victims' latest assessments and the defendants' convictions support, before a court "
            "has ordered anything. Every defendant answers for the whole loss of every victim whose claim "
            "names that defendant, or names none.",
            content,
            *parameters,
        ),
    )
    yield Operation(
        rule=f"{CASE}/proposal",
        method="POST",
        view=computes(proposals.attributed, *proposals.PROPOSED, forms=proposals.FORMS),
        says=said.computing(
            "computeProposal",
            "The proposed restitution order, with what is stated of the defendants",
            "As the proposal without a body, with whose victims are whose, limits, plea agreements and "
            "shares. Nothing of it is stored: no idempotency key is needed.",
            said.json_body(AttributionSchema, "For what each defendant answers."),
            content,
            *parameters,
        ),
    )
