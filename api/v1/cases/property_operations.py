"""Where forfeited property stands, and what the OpenAPI document says of it."""

from collections.abc import Iterator
from typing import Final

from api.v1.cases import describing as said
from api.v1.cases import property as work
from api.v1.cases.serving import Operation, reads
from remedies.casework.exhibits import JSON, PDF
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
_AS_OF: Final = {**said.AS_OF, "required": True}
_STATEMENTS: Final = f"statements, apart by commas, of {', '.join(STATED)}"
_PRINTED: Final = "; PDF/UA-1 and PDF/A-2a"


def operations() -> Iterator[Operation]:
    """Yield the operations."""
    yield Operation(
        rule=f"{ASSET}/restoration",
        view=reads(work.asked_for, *work.REQUESTED, forms=work.FORMS),
        says=said.reading(
            "readRestoration",
            "The request for restoration",
            "What an asset brought, how the order divides what is left of it, and each statement of the "
            "request: by the entries, as the office states, or still to be stated. Of property forfeited "
            "under 18 U.S.C. § 1594 it is the transfer that subsection (f) commands: nothing is stated.",
            {
                JSON: {"schema": RestorationSchema},
                PDF: said.file(f"the request{_PRINTED}"),
                work.HTML: said.file("the request as a page that loads nothing"),
            },
            *(said.CASE, said.REFERENCE, _AS_OF, said.KNOWN),
            said.parameter(work.STATES, f"what the office states: {_STATEMENTS}"),
            said.parameter(work.DENIES, "what the office says is not so, in the same way"),
            **{"422": said.problems("invalid-entry")},
        ),
    )
    yield _worksheet()
    yield Operation(
        rule=f"{CASE}/trace",
        view=reads(work.followed, *work.TRACED),
        says=said.reading(
            "readTrace",
            "Where every dollar went",
            "From asset and payment to transfer, order, victim and disbursement, and back from each victim. "
            "Dollars held for one victim are alike: by convention the oldest are paid out first.",
            {JSON: {"schema": TraceSchema}},
            *(said.CASE, _AS_OF, said.KNOWN),
            said.parameter(work.ASSET, "only the proceeds of this asset", maxLength=60),
            said.parameter(
                work.OBLIGEE, "only what came for this victim, payer or fund", maxLength=60
            ),
            said.parameter(
                work.DISBURSEMENT, "only what this disbursement paid out", maxLength=60
            ),
        ),
    )
    yield Operation(
        rule=f"{CASE}/next-steps",
        view=reads(work.waiting, *work.DIVIDED),
        says=said.reading(
            "listNextSteps",
            "Who must act next",
            "What must be done next about each asset, by which office, since when, and under what law.",
            {JSON: {"schema": NextStepsSchema}},
            *(said.CASE, _AS_OF, said.KNOWN),
        ),
    )


def _worksheet() -> Operation:
    """Return the operation that takes a body and stores nothing: no key is asked, and no version given."""
    says = said.reading(
        "computeRemission",
        "The worksheet of petitions for remission",
        "Takes what the petitions say, and answers what of each loss counts and why, what is still to be "
        "shown, and how what is left of the asset's proceeds is divided. Nothing of it is stored: the same "
        "request gives the same answer again, and no idempotency key is needed.",
        {
            JSON: {"schema": RemissionSchema},
            PDF: said.file(f"the worksheet{_PRINTED}"),
            work.HTML: said.file("the worksheet as a page that loads nothing"),
        },
        *(said.CASE, said.REFERENCE, _AS_OF, said.KNOWN),
        **{
            "413": said.problems("too-large"),
            "415": said.problems("unsupported-media-type"),
            "422": said.problems("invalid-entry"),
        },
    )
    says["parameters"].remove(said.IF_NONE_MATCH)
    del says["responses"]["304"]
    body = said.json_body(PetitionsSchema, "Who petitions, and each loss.")
    return Operation(
        rule=f"{ASSET}/remission",
        method="POST",
        view=work.computes(work.divided, *work.DIVIDED, forms=work.FORMS),
        says={**says, "requestBody": {"required": True, **body}},
    )
