"""Where forfeited property stands, and what the OpenAPI document says of it."""

from collections.abc import Iterator
from typing import Final

from api.v1.cases import describing as said
from api.v1.cases import property as work
from api.v1.cases.serving import Operation, reads
from remedies.casework.exhibits import JSON
from remedies.ledger.restoration import STATED
from remedies.wire.petitions import PetitionsSchema
from remedies.wire.property_schema import (
    NextStepsSchema,
    RemissionSchema,
    RestorationSchema,
    TraceSchema,
)

CASE: Final = "/cases/<string:case>"
ASSET: Final = f"{CASE}/assets/<string:name>"
_PAST: Final = (said.NEEDED_AS_OF, said.KNOWN)
_STATEMENTS: Final = f"statements, apart by commas, of {', '.join(STATED)}"


def operations() -> Iterator[Operation]:
    """Yield the operations."""
    yield _request()
    yield _worksheet()
    yield _trace()
    yield Operation(
        rule=f"{CASE}/next-steps",
        view=reads(work.waiting, *work.DIVIDED),
        says=said.reading(
            "listNextSteps",
            "Who must act next",
            "What must be done next about each asset, by which office, since when, and under what law.",
            {JSON: {"schema": NextStepsSchema}},
            *(said.CASE, *_PAST),
        ),
    )


def _request() -> Operation:
    return Operation(
        rule=f"{ASSET}/restoration",
        view=reads(work.asked_for, *work.REQUESTED, forms=work.FORMS),
        says=said.reading(
            "readRestoration",
            "The request for restoration",
            "What an asset brought, how the order divides what is left of it, and each statement of the "
            "request: by the entries, as the office states, or still to be stated. Of property forfeited "
            "under 18 U.S.C. § 1594 it is the transfer that subsection (f) commands: nothing is stated.",
            said.printable(RestorationSchema, "the request"),
            *(said.CASE, said.REFERENCE, *_PAST),
            said.parameter(work.STATES, f"what the office states: {_STATEMENTS}"),
            said.parameter(work.DENIES, "what the office says is not so, in the same way"),
            **{"422": said.problems("invalid-entry")},
        ),
    )


def _worksheet() -> Operation:
    return Operation(
        rule=f"{ASSET}/remission",
        method="POST",
        view=work.computes(work.divided, *work.DIVIDED, forms=work.FORMS),
        says=said.computing(
            "computeRemission",
            "The worksheet of petitions for remission",
            "Takes what the petitions say, and answers what of each loss counts and why, what is still to "
            "be shown, and how what is left of the asset's proceeds is divided. Nothing of it is stored: "
            "the same request gives the same answer again, and no idempotency key is needed.",
            said.json_body(PetitionsSchema, "Who petitions, and each loss."),
            said.printable(RemissionSchema, "the worksheet"),
            *(said.CASE, said.REFERENCE, *_PAST),
        ),
    )


def _trace() -> Operation:
    whose = "only what came for this victim, payer or fund"
    return Operation(
        rule=f"{CASE}/trace",
        view=reads(work.followed, *work.TRACED),
        says=said.reading(
            "readTrace",
            "Where every dollar went",
            "From asset and payment to transfer, order, victim and disbursement, and back from each victim. "
            "Dollars held for one victim are alike: by convention the oldest are paid out first.",
            {JSON: {"schema": TraceSchema}},
            *(said.CASE, *_PAST),
            said.parameter(work.ASSET, "only the proceeds of this asset", maxLength=60),
            said.parameter(work.OBLIGEE, whose, maxLength=60),
            said.parameter(
                work.DISBURSEMENT, "only what this disbursement paid out", maxLength=60
            ),
        ),
    )
