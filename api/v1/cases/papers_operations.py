"""Where papers and identities stand, and what the OpenAPI document says of them."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from api.v1.cases import describing as said
from api.v1.cases import papers, records
from api.v1.cases.operations import record_schema
from api.v1.cases.serving import Operation, reads, writes
from api.v1.operations import file
from remedies.casework.exhibits import JSON
from remedies.wire.claim_schema import ClaimSchema
from remedies.wire.entries_identity import IdentitySchema
from remedies.wire.result_schema import ResultSchema

CASE: Final = "/cases/<string:case>"
EACH: Final = "<string:name>"


def operations() -> Iterator[Operation]:
    """Yield the operations."""
    yield from _of_documents()
    yield from _of_assessments()
    yield from _of_identities()


def _of_documents() -> Iterator[Operation]:
    form = said.file_form(
        ["on", "title"],
        on=said.DAY,
        title={**said.TEXT, "maxLength": 200},
        reference=said.TEXT,
        victims={**said.TEXT, "description": "references, apart by commas"},
        corrects={**said.TEXT, "pattern": "^[1-9][0-9]{0,8}$"},
    )
    yield Operation(
        rule=f"{CASE}/documents",
        method="POST",
        view=writes(papers.filed, papers.taken_file),
        says=said.writing(
            "enterDocument",
            "Store a document",
            "Its bytes are encrypted; the index has its title, which never holds a name, and the victims "
            "whose advocates may read it. The bytes must be of the media type that is stated.",
            form,
            {JSON: {"schema": record_schema("document")}},
            said.CASE,
        ),
    )
    yield Operation(
        rule=f"{CASE}/documents/{EACH}/content",
        view=reads(papers.file, forms=("*/*",)),
        says=said.reading(
            "readDocumentContent",
            "Read a document's bytes",
            "As they were stored, to be saved and not shown.",
            {"*/*": file("the document")},
            *(said.CASE, said.REFERENCE),
        ),
    )


def _of_assessments() -> Iterator[Operation]:
    yield Operation(
        rule=f"{CASE}/assessments",
        method="POST",
        view=writes(papers.assessed, papers.taken_claim, papers.ON, papers.REFERENCE),
        says=said.writing(
            "enterAssessment",
            "Assess a claim and keep it",
            "Computes the claim of a victim, whose reference it has, and keeps claim and result, encrypted.",
            said.json_body(ClaimSchema, "A claim, as for calculations."),
            {JSON: {"schema": record_schema("assessment")}},
            said.CASE,
            said.parameter("on", "the day of the assessment; today without it", format="date"),
            said.parameter("reference", "the assessment's own, such as A-1", maxLength=60),
        ),
    )
    for which, schema in (("claim", ClaimSchema), ("result", ResultSchema)):
        yield Operation(
            rule=f"{CASE}/assessments/{EACH}/{which}",
            view=reads(partial(papers.behind, which=which)),
            says=said.reading(
                f"readAssessment{which.capitalize()}",
                f"Read the {which} of an assessment",
                "Byte for byte as it was kept.",
                {JSON: {"schema": schema}},
                *(said.CASE, said.REFERENCE),
            ),
        )


def _of_identities() -> Iterator[Operation]:
    rule = f"{CASE}/victims/{EACH}/identity"
    yield Operation(
        rule=rule,
        view=reads(papers.identity),
        says=said.reading(
            "readIdentity",
            "Read who a victim is",
            "Each reading is in the audit trail. The financial unit reads it only while money is held for "
            "the victim, an advocate only of its own victims.",
            {JSON: {"schema": IdentitySchema}},
            *(said.CASE, said.REFERENCE),
        ),
    )
    stored = said.json_object(victim=said.TEXT, stored={"type": "boolean"})
    yield Operation(
        rule=rule,
        method="PUT",
        view=writes(papers.identified, records.taken_json),
        says=said.writing(
            "putIdentity",
            "Store who a victim is",
            "In place of what was stored: encrypted, apart from the journal, never in an address or a log.",
            said.json_body(IdentitySchema, "Names and how the victim is reached."),
            {JSON: {"schema": stored}},
            *(said.CASE, said.REFERENCE),
            status="200",
        ),
    )
