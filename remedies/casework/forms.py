"""From a form that was handed in to the draft that is entered: what is computed later is left open."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

from remedies.casework.desk import Draft
from remedies.errors import InvalidEntryError, Problem
from remedies.ledger.entries import Applied, Disbursement, Paper, Payment
from remedies.wire.entries_fields import REFERENCE
from remedies.wire.entries_schema import read_form
from remedies.wire.fields import plain_day
from remedies.wire.reading import safe_name

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
    if twice := list(_twice(given.values)):
        raise InvalidEntryError(twice)
    body = given.body(**{name: v for name, v in left_open.items() if name not in given.values})
    return Draft(body=body, on=given.on, corrects=given.corrects)


def claimed(document: Mapping[str, Any]) -> tuple[dt.date, str]:
    """Return the day and the reference, empty where it is to be chosen, under which a claim is assessed.

    Raises:
        InvalidEntryError: fields are unknown, missing or wrong.

    """
    on, reference = plain_day(document.get("on")), document.get("reference", "")
    wrong = [
        Problem(safe_name(name), "unknown_field", "is not a field here")
        for name in document
        if name not in {"on", "reference"}
    ]
    if on is None:
        wrong.append(Problem("on", "not_a_date", "must be a date such as 2014-10-11"))
    if not isinstance(reference, str) or not (not reference or REFERENCE.fullmatch(reference)):
        wrong.append(Problem("reference", "not_a_reference", "must be a reference such as A-1"))
    if on is None or wrong:
        raise InvalidEntryError(wrong)
    return on, reference


def _twice(values: Mapping[str, object]) -> Iterator[Problem]:
    """Yield a problem for each reference that a list of references has twice."""
    for name, value in values.items():
        listed = value if isinstance(value, tuple) else ()
        for place, each in enumerate(listed):
            if isinstance(each, str) and each in listed[:place]:
                yield Problem(f"{name}[{place}]", "repeated", "is named twice; name it once")
