"""Problems as a document: what went wrong, field by field, for people and programs (RFC 9457)."""

from collections.abc import Mapping
from typing import Final

from remedies.errors import (
    LawNotEncodedError,
    LedgerError,
    Problem,
    RemediesError,
    UnreadableError,
)

TITLES: Final[Mapping[str, str]] = {
    "changed": "It has changed since you read it",
    "conflict": "The case by now stands against it",
    "forbidden": "The role of the token may not do this",
    "idempotency-key-reused": "That Idempotency-Key was used for something else",
    "import_refused": "The file cannot be added to the law",
    "invalid_claim": "The claim cannot be used",
    "invalid_entry": "The entry cannot be used",
    "invalid_table": "The table cannot be used",
    "journal_broken": "The record is not as it was recorded",
    "law_not_encoded": "The law is not encoded",
    "no_such_record": "There is no such record",
    "refused": "The entry is refused",
    "too_large": "The document is too large",
    "unreadable": "The document cannot be read",
}
"""The title of each kind of problem that is raised here, by its code; HTTP takes its titles from here."""


def problem_document(error: RemediesError) -> dict[str, object]:
    """Return the problem's type, title, detail and errors; HTTP adds its status."""
    problems = problems_of(error)
    kind = kind_of(error)
    return {
        "type": f"/problems/{kind.replace('_', '-')}",
        "title": TITLES.get(kind, "The request failed"),
        "detail": _detail(error, problems),
        "errors": [{"field": p.field, "code": p.code, "message": p.message} for p in problems],
    }


def kind_of(error: RemediesError) -> str:
    """Return the kind of problem that an error is: its own code, else that of what it is a case of."""
    if isinstance(error, UnreadableError) and error.problems[0].code in TITLES:
        return error.problems[0].code
    codes = (vars(made).get("code", "") for made in type(error).__mro__)
    return next((code for code in codes if code in TITLES), error.code)


def problems_of(error: RemediesError) -> tuple[Problem, ...]:
    """Return everything that an error says is wrong: its problems, or itself as the only one."""
    found: tuple[Problem, ...] = getattr(error, "problems", ())
    if found:
        return found
    field = error.key if isinstance(error, LawNotEncodedError) else ""
    return (Problem(field, error.code, str(error)),)


def _detail(error: RemediesError, problems: tuple[Problem, ...]) -> str:
    if len(problems) > 1:
        what = "reasons" if isinstance(error, LedgerError) else "fields need mending"
        return f"{len(problems)} {what}; each is listed in errors"
    only = problems[0]
    sentence = only.message[:1].isupper()  # which names what it speaks of itself
    return only.message if sentence else f"{only.field} {only.message}".strip()
