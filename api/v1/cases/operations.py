"""What the OpenAPI document says of cases and their records: made of the nouns and the entries' schemas."""

from dataclasses import dataclass
from typing import Any, Final

from marshmallow import Schema, fields

from api.v1.cases import describing as said
from api.v1.cases.describing import Said
from api.v1.cases.nouns import Noun
from remedies.casework import JSON
from remedies.ledger.entries import KINDS, Payment
from remedies.wire.entries_schema import entry_schema, form


@dataclass(frozen=True, slots=True, kw_only=True)
class Operations:
    """What is said of the four operations of a noun."""

    listed: Said
    one: Said
    entered: Said
    amended: Said


_FILTERS: Final = (
    said.parameter("about", "only records that name this reference anywhere", maxLength=60),
    said.parameter("since", "only what happened on that day or later", format="date"),
    said.parameter("until", "only what happened up to the end of that day", format="date"),
)


def operations(noun: Noun) -> Operations:
    """Return what is said of a noun's operations."""
    record = record_schema(noun.kind)
    name = said.NUMBER if noun.numbered else said.REFERENCE
    past = (said.AS_OF, said.KNOWN)
    return Operations(
        listed=said.reading(
            f"list{noun.name}",
            f"List: {noun.path}",
            f"{noun.says} {_LISTS}",
            {JSON: {"schema": page_schema(noun.path, record)}},
            *(said.CASE, *past, *_FILTERS, said.LIMIT, said.AFTER),
        ),
        one=said.reading(
            f"read{noun.name}",
            f"Read {noun.one}",
            f"{noun.says} Its latest version; with as_of or known, the one that was in force then.",
            {JSON: {"schema": record}},
            *(said.CASE, name, *past),
        ),
        entered=said.writing(
            f"enter{noun.name}",
            f"Enter {noun.one}",
            f"{noun.says} {_ENTERS}",
            said.json_body(form(noun.kind), "The fields of the entry."),
            {JSON: {"schema": entered_schema(noun.kind)}},
            said.CASE,
        ),
        amended=said.writing(
            f"amend{noun.name}",
            f"Amend {noun.one}",
            f"{noun.says} A whole new version; the earlier ones stay in the journal.",
            said.json_body(form(noun.kind), "All fields of the new version."),
            {JSON: {"schema": record}},
            *(said.CASE, name, said.IF_MATCH),
        ),
    )


_LISTS: Final = "In the order of entering, a page at a time."
_ENTERS: Final = (
    "With corrects it replaces an earlier entry of its kind, which stays in the journal beside it."
)
_MADE: Final[dict[str, type[Schema]]] = {}


def record_schema(kind: str) -> type[Schema]:
    """Return the schema of a record as it is given out."""
    base = entry_schema(kind)
    return once(
        f"{KINDS[kind].__name__}RecordSchema",
        base,
        base.__doc__ or "",
        corrected_by=fields.Integer(
            metadata={"description": "the entry that took it back", "minimum": 1}
        ),
    )


def entered_schema(kind: str) -> type[Schema]:
    """Return the schema of a record as the answer to its entering has it."""
    base = record_schema(kind)
    if kind != Payment.kind:
        return base
    return once(
        f"Entered{base.__name__}",
        base,
        base.__doc__ or "",
        warning=fields.String(
            metadata={
                "description": "what to know before it is paid out: it came after the liability to pay "
                "restitution had ended (18 U.S.C. § 3613(b)); left out where there is nothing"
            }
        ),
    )


def page_schema(path: str, record: type[Schema]) -> type[Schema]:
    """Return the schema of a page of a list."""
    name = "".join(word.capitalize() for word in path.split("-"))
    return once(
        f"{name}PageSchema",
        Schema,
        "A page of a list.",
        **{path: fields.List(fields.Nested(record), required=True)},
        next=fields.String(
            required=True,
            allow_none=True,
            metadata={"description": "after of the next page; null on the last"},
        ),
    )


def once(name: str, base: type[Schema], doc: str, **own: Any) -> type[Schema]:  # noqa: ANN401 - fields
    """Return a schema of another's fields and its own, made once under its name."""
    if name not in _MADE:
        _MADE[name] = type(name, (base,), {**own, "__doc__": doc})
    return _MADE[name]


class CaseSchema(entry_schema("case")):  # type: ignore[misc]  # made from the entry's class
    """A case as it is known now."""

    id = fields.String(required=True, metadata={"pattern": "^[0-9a-f]{32}$"})
    sealed = fields.Boolean(required=True)
    opened_at = fields.String(required=True, metadata={"format": "date-time"})


class ListedCaseSchema(Schema):
    """A case in a list."""

    id = fields.String(required=True, metadata={"pattern": "^[0-9a-f]{32}$"})
    reference = fields.String(required=True)
    district = fields.String(required=True)
    sealed = fields.Boolean(required=True)
    opened_at = fields.String(required=True, metadata={"format": "date-time"})


_WHOLE: Final = {JSON: {"schema": CaseSchema}}
CASE_OPERATIONS: Final = Operations(
    listed=said.reading(
        "listCases",
        "List cases",
        "The organization's cases that the token may see, in the order of their opening.",
        {JSON: {"schema": page_schema("cases", ListedCaseSchema)}},
        said.parameter("district", "only cases of this district"),
        said.parameter("reference", "only cases whose reference begins so"),
        said.parameter("opened_since", "only cases opened on that day or later", format="date"),
        said.parameter("has", "only cases that have an entry of this kind", enum=list(KINDS)),
        said.LIMIT,
        said.AFTER,
    ),
    one=said.reading(
        "readCase",
        "Read a case",
        "What is known of it; its parties, orders and money are read apart.",
        _WHOLE,
        *(said.CASE, said.AS_OF, said.KNOWN),
    ),
    entered=said.writing(
        "openCase",
        "Open a case",
        "Begins its journal. The reference is the office's own, never a name.",
        said.json_body(form("case"), "What is known of the case."),
        _WHOLE,
    ),
    amended=said.writing(
        "amendCase",
        "Amend a case",
        "A whole new version of what is known of it; the earlier ones stay in the journal.",
        said.json_body(form("case"), "All that is known of the case."),
        _WHOLE,
        *(said.CASE, said.IF_MATCH),
    ),
)
