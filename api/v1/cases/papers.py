"""What is kept encrypted: documents, the claims behind assessments, and who the victims are."""

from http import HTTPStatus
from typing import Any, Final

from api.errors import FormError, QueryError
from api.v1.cases import records
from api.v1.cases.answering import Answer
from api.v1.cases.bodies import FILE, content, one_file
from api.v1.cases.nouns import NOUNS
from api.v1.cases.serving import Asked, Taken
from api.v1.query import day
from remedies.casework import cases
from remedies.casework.exhibits import JSON, PDF, XLSX
from remedies.ledger.entries import Assessed, Paper
from remedies.wire import read_json
from remedies.wire.entries_fields import REFERENCE as REFERENCES

ENDINGS: Final = {
    PDF: "pdf",
    XLSX: "xlsx",
    JSON: "json",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/tiff": "tif",
    "text/csv": "csv",
    "text/plain": "txt",
}
"""The media types of documents that are taken, and how their files' names end."""

ON, REFERENCE = "on", "reference"
FIELDS: Final = ("on", "title", "reference", "victims", "corrects")


def taken_file() -> Taken:
    """Take a form with a document."""
    found, media_type, fields = one_file(FIELDS)
    if media_type not in ENDINGS:
        says = f"must be of one of the media types {', '.join(ENDINGS)}"
        raise FormError(FILE, says, code="not_one_of")
    return Taken(content=found, media_type=media_type, fields=fields)


def taken_claim() -> Taken:
    """Take a claim."""
    return Taken(content=content())


def filed(asked: Asked, taken: Taken, case: str) -> Answer:
    """Store a document and enter it in the index."""
    draft = cases.draft_of(Paper.kind, _form(taken))
    entry = cases.add_document(asked.desk, case, draft, taken.content)
    return records.created(NOUNS["documents"], case, entry)


def file(asked: Asked, case: str, name: str) -> Answer:
    """Return a document's bytes."""
    found, kept = cases.document(asked.desk, case, name)
    ending = ENDINGS.get(found.media_type, "bin")
    return Answer(
        file=lambda: kept,
        media_type=found.media_type,
        name=f"{name}.{ending}",
        etag=f'"{found.digest}"',
    )


def assessed(asked: Asked, taken: Taken, case: str) -> Answer:
    """Assess a victim's claim and keep it."""
    on = day(asked.query, ON) or asked.desk.at.date()
    reference = asked.query.get(REFERENCE, "")
    if reference and not REFERENCES.fullmatch(reference):
        raise QueryError(REFERENCE, "must be a reference such as A-1", code="not_a_reference")
    entry, _ = cases.assess_claim(asked.desk, case, taken.content, on, reference=reference)
    return records.created(NOUNS["assessments"], case, entry)


def behind(asked: Asked, case: str, name: str, which: str) -> Answer:
    """Return the claim or the result of an assessment, byte for byte as it was kept."""
    entry = cases.record(asked.desk, case, Assessed.kind, name).entry
    assert isinstance(entry.body, Assessed)  # noqa: S101 - records are kept by kind
    digest = entry.body.claim if which == "claim" else entry.body.result
    _, kept = cases.paper(asked.desk, case, digest)
    return Answer(file=lambda: kept, etag=f'"{digest}"')


def identity(asked: Asked, case: str, name: str) -> Answer:
    """Return who a victim is."""
    return Answer(document=cases.get_identity(asked.desk, case, name))


def identified(asked: Asked, taken: Taken, case: str, name: str) -> Answer:
    """Store who a victim is, in place of what was stored."""
    cases.put_identity(asked.desk, case, name, read_json(taken.content))
    return Answer(document={"victim": name, "stored": True}, status=HTTPStatus.OK)


def _form(taken: Taken) -> dict[str, Any]:
    fields: dict[str, Any] = {name: text for name, text in taken.fields.items() if text}
    fields["media_type"] = taken.media_type
    if "victims" in fields:
        fields["victims"] = [each.strip() for each in fields["victims"].split(",")]
    if "corrects" in fields:
        fields["corrects"] = records.whole("corrects", fields["corrects"], wrong=FormError)
    return fields
