"""The kinds of problem that this API reports: each has a page of its own that explains it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from marshmallow import Schema, fields

from remedies.wire.problems import TITLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of problem: its status and title, what it means and what to do."""

    status: int
    title: str
    means: str
    mend: str


KINDS: Final[Mapping[str, Kind]] = {
    "unreadable": Kind(
        status=400,
        title=TITLES["unreadable"],
        means="What was sent is not a JSON document that this program reads: it is not UTF-8, not "
        "JSON, not an object, nested too deeply, or it names a field twice in one object.",
        mend="Send one JSON object in UTF-8. The code in errors says which of these it is, and where.",
    ),
    "bad-request": Kind(
        status=400,
        title="The request cannot be understood",
        means="A part of the request outside the claim is wrong: its query, its form or its headers.",
        mend="Compare the request with the documentation.",
    ),
    "not-found": Kind(
        status=404,
        title="There is no such page",
        means="Nothing stands at this address.",
        mend="Check the address, or begin at the start page.",
    ),
    "method-not-allowed": Kind(
        status=405,
        title="This address does not take that method",
        means="The address exists and is asked in another way; the Allow header says which.",
        mend="Use a method that the Allow header names.",
    ),
    "not-acceptable": Kind(
        status=406,
        title="No such form of the answer exists",
        means="The Accept header names only media types that this address cannot give.",
        mend="Ask for application/json, application/pdf or the workbook's type, or leave Accept out.",
    ),
    "too-large": Kind(
        status=413,
        title=TITLES["too_large"],
        means="The request has more bytes than are taken; the detail says how many that is.",
        mend="Give hours as a pattern instead of by date, or split the claim by periods.",
    ),
    "unsupported-media-type": Kind(
        status=415,
        title="That media type is not taken here",
        means="The Content-Type header is missing or names another type.",
        mend="Send a claim as application/json, and files as multipart/form-data, as the operation says.",
    ),
    "invalid-claim": Kind(
        status=422,
        title=TITLES["invalid_claim"],
        means="The document was read, and some of its facts cannot be used: a field is missing, not "
        "known, of the wrong type, or contradicts another. Facts are checked, never repaired.",
        mend="Every field that needs mending is listed in errors, with a code and what it takes.",
    ),
    "invalid-table": Kind(
        status=422,
        title=TITLES["invalid_table"],
        means="A timesheet, payments or a schedule that was handed in cannot be read safely, or rows of it "
        "cannot be used. Nothing was computed, repaired or left out.",
        mend="Every cell, row or choice that needs mending is listed in errors, as row 17, column In.",
    ),
    "law-not-encoded": Kind(
        status=422,
        title=TITLES["law_not_encoded"],
        means="The claim needs the law of a day, or a rule, that this version does not hold. It never "
        "takes a neighbor's value instead.",
        mend="Check the dates. If they are right, this version cannot compute the claim.",
    ),
    "no-such-law": Kind(
        status=404,
        title="No law is encoded for that",
        means="There is no item of that key, or it provides nothing on that day: the day lies before what "
        "is encoded, in a gap, after a repeal or past what is known. It never takes a neighbor's value.",
        mend="The detail says what is missing. Ask for the item's history to see the days that are encoded.",
    ),
    "unauthorized": Kind(
        status=401,
        title="A token is needed",
        means="Cases are read and written with a bearer token. None was sent, or the one sent is not known, "
        "has expired or was revoked; which of these is not said.",
        mend="Send Authorization: Bearer and the token. Whoever runs this service makes tokens, with "
        "`remedies case token create`.",
    ),
    "forbidden": Kind(
        status=403,
        title=TITLES["forbidden"],
        means="The token is good, and its role does not reach this. The detail says what the role may do.",
        mend="Ask someone whose role allows it, or use a token of that role.",
    ),
    "no-such-record": Kind(
        status=404,
        title=TITLES["no_such_record"],
        means="The organization has no case of that number, or the case has nothing of that reference that "
        "the token may see. A case of another organization is told apart from none by nobody.",
        mend="Check the number and the reference, or list what there is.",
    ),
    "refused": Kind(
        status=409,
        title=TITLES["refused"],
        means="The request was read, and the law or the book forbids what it would enter, such as "
        "a disbursement above what is held. Nothing was entered.",
        mend="Each reason is listed in errors, with what to do instead.",
    ),
    "conflict": Kind(
        status=409,
        title=TITLES["conflict"],
        means="What the request would enter does not go with what the case has by now: the money has gone "
        "out, or is not held, or the reference is used. Often somebody entered something between what you "
        "saw and what you sent. Nothing was entered.",
        mend="The errors say what stands against it. Read the case again, and decide anew.",
    ),
    "journal-broken": Kind(
        status=409,
        title=TITLES["journal_broken"],
        means="The chain of the case's journal does not hold: entries were changed, taken out or added "
        "outside the program. Nothing is computed from such a journal, and nothing is entered in it.",
        mend="Tell whoever runs the program. GET …/journal/proof says which entry breaks the chain; the "
        "case is restored from a backup whose head was published.",
    ),
    "changed": Kind(
        status=412,
        title=TITLES["changed"],
        means="If-Match names a version that is no longer the latest. Nothing was entered.",
        mend="Read it again, look at what has changed, and amend the version that is there now.",
    ),
    "invalid-entry": Kind(
        status=422,
        title=TITLES["invalid_entry"],
        means="The document was read, and fields of it are missing, not known or of the wrong form. "
        "Nothing was entered.",
        mend="Every field that needs mending is listed in errors, with a code and what it takes.",
    ),
    "idempotency-key-required": Kind(
        status=400,
        title="A write needs an Idempotency-Key",
        means="Every write carries the header Idempotency-Key, so that one sent twice is entered once. It "
        "is missing, or is not 1 to 200 visible characters.",
        mend="Send a new random value, such as a UUID, with each write, and the same one when repeating it.",
    ),
    "idempotency-key-reused": Kind(
        status=422,
        title=TITLES["idempotency-key-reused"],
        means="The key belongs to an earlier write with another body or address. Nothing was entered.",
        mend="Send another write with a key of its own; repeat a write byte for byte with its own key.",
    ),
    "if-match-required": Kind(
        status=428,
        title="Say which version you amend",
        means="An amendment carries the header If-Match with the ETag of the version that it was made from, "
        "so that nobody's change is lost unseen.",
        mend="Read what you amend, and send its ETag back as If-Match.",
    ),
    "unavailable": Kind(
        status=503,
        title="The record cannot be reached now",
        means="The database does not answer, or others are writing to it and it stayed busy. What was sent "
        "was not entered, unless it was entered by an earlier try with the same Idempotency-Key.",
        mend="Send the same again, with the same Idempotency-Key, after the seconds that Retry-After says.",
    ),
    "unexpected": Kind(
        status=500,
        title="Something went wrong here",
        means="The program met an error of its own. Nothing was stored and no figure was made. The "
        "log holds the kind of error and the random number in detail, and nothing of the claim.",
        mend="Try once more; if it happens again, report the number and the software's version.",
    ),
}


class ErrorSchema(Schema):
    """One thing that is wrong."""

    field = fields.String(
        required=True,
        metadata={
            "description": "the field's path as the claim writes it; empty: the whole document",
            "examples": ["work[0].hours.per_workweek"],
        },
    )
    code = fields.String(required=True, metadata={"description": "stable; for programs"})
    message = fields.String(required=True, metadata={"description": "for people"})


class ProblemSchema(Schema):
    """What went wrong, for people and programs (RFC 9457)."""

    type = fields.String(
        required=True,
        metadata={
            "format": "uri-reference",
            "description": "the kind of problem; the address of a page that explains it",
            "enum": [f"/problems/{name}" for name in KINDS],
        },
    )
    title = fields.String(required=True)
    status = fields.Integer(required=True, metadata={"minimum": 400, "maximum": 599})
    detail = fields.String()
    errors = fields.List(
        fields.Nested(ErrorSchema), metadata={"description": "every field that needs mending"}
    )


def document(
    name: str, detail: str = "", errors: tuple[dict[str, str], ...] = ()
) -> dict[str, object]:
    """Return the problem document of a kind, with its status."""
    kind = KINDS[name]
    found: dict[str, object] = {
        "type": f"/problems/{name}",
        "title": kind.title,
        "status": kind.status,
    }
    if detail:
        found["detail"] = detail
    if errors:
        found["errors"] = list(errors)
    return found
