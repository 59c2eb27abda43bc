"""Where journal, audit trail and archive stand, and what the OpenAPI document says of them."""

from collections.abc import Iterator
from typing import Final

from api.v1.cases import describing as said
from api.v1.cases import trails
from api.v1.cases.serving import Operation, reads, writes
from remedies.casework.exhibits import JSON

CASE: Final = "/cases/<string:case>"
EACH: Final = "<string:name>"


def operations() -> Iterator[Operation]:
    """Yield the operations."""
    head = said.parameter(
        "head",
        "number:digest, as it was published outside",
        pattern="^[1-9][0-9]{0,8}:[0-9a-f]{64}$",
    )
    whole = {
        JSON: {
            "schema": said.json_object(
                whole={"type": "boolean"},
                problems=said.json_list(field=said.TEXT, code=said.TEXT, message=said.TEXT),
            )
        }
    }
    after = {"type": ["string", "null"]}
    row = said.json_list(
        seq={"type": "integer"},
        at=said.TEXT,
        actor=said.TEXT,
        role=said.TEXT,
        action=said.TEXT,
        case=said.TEXT,
        subject=said.TEXT,
        outcome=said.TEXT,
    )
    rows = {JSON: {"schema": said.json_object(rows=row, next=after)}}
    entries = said.json_object(
        entries={"type": "array", "items": said.OBJECT},
        next=after,
        head=said.json_object(seq={"type": "integer"}, digest=said.TEXT),
    )
    paged = (said.LIMIT, said.AFTER)
    for rule, view, says in (
        (
            f"{CASE}/journal",
            reads(trails.journal, trails.KIND, *trails.PAGED),
            said.reading(
                "readJournal",
                "Read the journal",
                "Every entry in the order of recording, corrected ones too, and the head of the chain.",
                {JSON: {"schema": entries}},
                *(said.CASE, said.parameter("kind", "only entries of this kind"), *paged),
            ),
        ),
        (
            f"{CASE}/journal/proof",
            reads(trails.journal_proof, trails.HEAD),
            said.reading(
                "proveJournal",
                "Prove the journal",
                "Follows the chain of digests.",
                whole,
                said.CASE,
                head,
            ),
        ),
        (
            f"{CASE}/audit",
            reads(trails.trail, *trails.PAGED),
            said.reading(
                "readCaseAudit",
                "Read a case's audit trail",
                "Who read or wrote what of it; no content.",
                rows,
                *(said.CASE, *paged),
            ),
        ),
        (
            "/audit",
            reads(trails.trail, *trails.PAGED),
            said.reading(
                "readAudit",
                "Read the audit trail",
                "Who read or wrote what in the organization; no content.",
                rows,
                *paged,
            ),
        ),
        (
            "/audit/proof",
            reads(trails.audit_proof, trails.HEAD),
            said.reading(
                "proveAudit", "Prove the audit trail", "Follows the chain of digests.", whole, head
            ),
        ),
        (
            f"{CASE}/archive",
            reads(trails.archive, trails.IDENTITIES, forms=(trails.ZIP,)),
            said.reading(
                "readArchive",
                "Export a case",
                "Its whole story in one archive, with a manifest of digests; equal cases give equal bytes.",
                {trails.ZIP: said.file("the archive")},
                said.CASE,
                said.parameter(
                    "identities", "whether identities are put in, readable", enum=["true", "false"]
                ),
            ),
        ),
    ):
        yield Operation(rule=rule, view=view, says=says)
    yield Operation(
        rule="/archives",
        method="POST",
        view=writes(trails.imported, trails.taken_archive),
        says=said.writing(
            "importArchive",
            "Import a case",
            "Every digest and the chain are checked first; it comes in whole or not at all.",
            {"description": "An archive.", "content": {trails.ZIP: said.file("the archive")}},
            {
                JSON: {
                    "schema": said.json_object(
                        id=said.TEXT, reference=said.TEXT, entries={"type": "integer"}
                    )
                }
            },
        ),
    )
