"""From a form that was handed in to the draft that is entered: what is computed later is left open."""

from collections.abc import Mapping
from typing import Final

from remedies.casework.desk import Draft
from remedies.ledger.entries import Applied, Disbursement, Paper, Payment
from remedies.wire.entries_schema import read_form

_OPEN: Final[Mapping[str, Mapping[str, object]]] = {
    Payment.kind: {"applied": Applied()},
    Disbursement.kind: {"shares": {}},
    Paper.kind: {"digest": "", "size": 0},
}
"""What a form does not say, by kind: computed when the draft is entered."""


def draft_of(kind: str, document: object) -> Draft:
    """Return the draft that a form of a kind gives, for :func:`remedies.casework.cases.entered`.

    Args:
        kind: of :data:`remedies.ledger.entries.KINDS`.
        document: JSON as ``read_json(content, whole_numbers=True)`` returned it: the fields of the kind,
            ``on`` and, for a correction, ``corrects``.

    Raises:
        InvalidEntryError: fields are unknown, missing or wrong; all at once, each by its name.
        UnreadableError: the document is not an object.

    """
    given = read_form(kind, document)
    left_open = _OPEN.get(kind, {})
    body = given.body(**{name: v for name, v in left_open.items() if name not in given.values})
    return Draft(body=body, on=given.on, corrects=given.corrects)
