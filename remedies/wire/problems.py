"""Problems as a document: what went wrong, field by field, for people and programs (RFC 9457)."""

from remedies.errors import (
    FactsError,
    ImportRefusedError,
    LawNotEncodedError,
    Problem,
    RemediesError,
    UnreadableError,
)

_TITLES = {
    "invalid_claim": "The claim cannot be used",
    "law_not_encoded": "The law is not encoded",
    "unreadable": "The document cannot be read",
    "too_large": "The document is too large",
    "invalid_table": "The table cannot be used",
    "import_refused": "The file cannot be added to the law",
}


def problem_document(error: RemediesError) -> dict[str, object]:
    """Return the problem's type, title, detail and errors; HTTP adds its status."""
    problems = _problems(error)
    code = problems[0].code if isinstance(error, UnreadableError) else error.code
    kind = code if code in _TITLES else error.code
    return {
        "type": f"/problems/{kind.replace('_', '-')}",
        "title": _TITLES.get(kind, "The request failed"),
        "detail": _detail(problems),
        "errors": [{"field": p.field, "code": p.code, "message": p.message} for p in problems],
    }


def _problems(error: RemediesError) -> tuple[Problem, ...]:
    if isinstance(error, FactsError | UnreadableError | ImportRefusedError):
        return error.problems
    field = error.key if isinstance(error, LawNotEncodedError) else ""
    return (Problem(field, error.code, str(error)),)


def _detail(problems: tuple[Problem, ...]) -> str:
    if len(problems) == 1:
        only = problems[0]
        return f"{only.field} {only.message}".strip()
    return f"{len(problems)} fields need mending; each is listed in errors"
