"""Where the record of a case whole stands, and what the OpenAPI document says of it."""

from collections.abc import Callable, Iterator
from typing import Final

from api.v1.cases import describing as said
from api.v1.cases import records, trails
from api.v1.cases.answering import Answer
from api.v1.cases.serving import Operation, reads, writes
from api.v1.operations import file
from remedies.casework.exhibits import JSON
from remedies.casework.loading import ENTERED, MOST_AT_ONCE

CASE: Final = "/cases/<string:case>"


_AT: Final = (said.LIMIT, said.AFTER)
_HEAD: Final = said.parameter(
    "head", "number:digest, as it was published outside", pattern="^[1-9][0-9]{0,8}:[0-9a-f]{64}$"
)
_ROWS: Final = said.json_object(
    rows=said.json_list(
        seq=said.WHOLE,
        **dict.fromkeys(
            ("at", "actor", "role", "action", "case", "subject", "outcome"), said.TEXT
        ),
    ),
    next=said.NEXT,
)
_WHOLE: Final = said.json_object(
    whole={"type": "boolean"},
    problems=said.json_list(field=said.TEXT, code=said.TEXT, message=said.TEXT),
)


def operations() -> Iterator[Operation]:
    """Yield the operations."""
    yield from _journal()
    yield from _audits()
    yield from _archives()
    yield _entries()


def _journal() -> Iterator[Operation]:
    head = said.json_object(seq=said.WHOLE, digest=said.TEXT)
    listed = {"type": "array", "items": said.OBJECT}
    yield Operation(
        rule=f"{CASE}/journal",
        view=reads(trails.journal, trails.KIND, *trails.PAGED),
        says=said.reading(
            "readJournal",
            "Read the journal",
            "Every entry in the order of recording, corrected ones too, and the head of the chain.",
            {JSON: {"schema": said.json_object(entries=listed, next=said.NEXT, head=head)}},
            *(said.CASE, said.parameter("kind", "only entries of this kind"), *_AT),
        ),
    )
    yield _proof(f"{CASE}/journal", trails.journal_proof, "Journal", "the journal", said.CASE)


def _audits() -> Iterator[Operation]:
    for rule, name, summary, says, parameters in (
        (f"{CASE}/audit", "CaseAudit", "a case's audit trail", "of it", (said.CASE, *_AT)),
        ("/audit", "Audit", "the audit trail", "in the organization", _AT),
    ):
        yield Operation(
            rule=rule,
            view=reads(trails.trail, *trails.PAGED),
            says=said.reading(
                f"read{name}",
                f"Read {summary}",
                f"Who read or wrote what {says}; no content.",
                {JSON: {"schema": _ROWS}},
                *parameters,
            ),
        )
    yield _proof("/audit", trails.audit_proof, "Audit", "the audit trail")


def _proof(
    rule: str, work: Callable[..., Answer], name: str, what: str, *parameters: said.Said
) -> Operation:
    return Operation(
        rule=f"{rule}/proof",
        view=reads(work, trails.HEAD),
        says=said.reading(
            f"prove{name}",
            f"Prove {what}",
            "Follows the chain of digests; of a journal, then applies every payment again.",
            {JSON: {"schema": _WHOLE}},
            *(*parameters, _HEAD),
        ),
    )


def _archives() -> Iterator[Operation]:
    content = {trails.ZIP: file("the archive")}
    identities = said.parameter(
        "identities", "whether identities are put in, readable", enum=["true", "false"]
    )
    yield Operation(
        rule=f"{CASE}/archive",
        view=reads(trails.archive, trails.IDENTITIES, forms=(trails.ZIP,)),
        says=said.reading(
            "readArchive",
            "Export a case",
            "Its whole story in one archive, with a manifest of digests; equal cases give equal bytes.",
            content,
            *(said.CASE, identities),
        ),
    )
    made = said.json_object(id=said.TEXT, reference=said.TEXT, entries=said.WHOLE)
    yield Operation(
        rule="/archives",
        method="POST",
        view=writes(trails.imported, trails.taken_archive),
        says=said.writing(
            "importArchive",
            "Import a case",
            "Every digest and the chain are checked first; it comes in whole or not at all.",
            {"description": "An archive.", "content": content},
            {JSON: {"schema": made}},
        ),
    )


def _entries() -> Operation:
    """Return the operation that enters many things at once."""
    form = said.json_object(kind={"type": "string", "enum": list(ENTERED)}, on=said.DAY)
    form["properties"]["amends"] = said.WHOLE | {
        "description": "the number of the latest entry about it, where it is a new version",
        "minimum": 1,
    }
    forms = {"type": "array", "items": form, "minItems": 1, "maxItems": MOST_AT_ONCE}
    made = {"type": "array", "items": said.OBJECT}
    return Operation(
        rule=f"{CASE}/entries",
        method="POST",
        view=writes(records.entered_all, records.taken_json),
        says=said.writing(
            "enterAll",
            "Enter many things at once",
            "In their order, in one transaction: all, or none. Each has its kind and, beside it, the fields "
            "of that kind's form; errors name its place, as entries[3].reference. A document and an "
            "assessment are sent apart.",
            said.json_body(said.json_object(entries=forms), "The entries."),
            {JSON: {"schema": said.json_object(entries=made)}},
            said.CASE,
            amends=True,
        ),
    )
