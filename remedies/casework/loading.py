"""Many entries from one document, in one transaction, as if each were entered in turn: all, or none."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NoReturn

from remedies import store
from remedies.casework.claims import assess_claim
from remedies.casework.desk import Desk
from remedies.casework.entering import open_case
from remedies.casework.forms import claimed, draft_of
from remedies.casework.money import entered
from remedies.casework.papers import add_document
from remedies.errors import FactsError, InvalidEntryError, LedgerError, Problem, UnreadableError
from remedies.ledger.entries import (
    KINDS,
    Assessed,
    Asset,
    CaseOpened,
    CourtDeadline,
    Defendant,
    Entry,
    Evidence,
    Order,
    Paper,
    Reconciled,
    Victim,
)

MOST_AT_ONCE: Final = 500
"""How many entries are entered at once in a case that is there."""

VERSIONED: Final = frozenset(
    each.kind for each in (Asset, CourtDeadline, Defendant, Evidence, Order, Victim)
)
"""The kinds of which a later version is entered under the same reference."""

ENTERED: Final = tuple(kind for kind in KINDS if kind not in {CaseOpened.kind, Reconciled.kind})
"""The kinds that are listed: the case itself stands apart, and a comparison is made, not stated."""

Files = Callable[[str], bytes]
"""Returns the bytes of a file that an entry names."""

_KNOWN: Final = frozenset({"note", "case", "entries"})
_FILED: Final = frozenset({Assessed.kind, Paper.kind})


def load_case(
    desk: Desk, document: object, file: Files | None = None
) -> tuple[store.CaseRow, tuple[Entry, ...]]:
    """Open a case and enter everything that a document lists, in its order.

    Args:
        desk: whose transaction it is; nothing is committed, so what fails leaves nothing behind.
        document: ``{"case": form, "entries": [{"kind": …, "on": …, …}]}``; each is the form of its kind, and
            payments are applied and disbursements divided where it does not say how.
        file: where files that entries name are read. A ``document`` names its paper as ``file``; an
            ``assessment`` its claim, beside ``on`` and ``reference``: the rest is computed.

    Raises:
        ConflictError: the organization has a case of that reference in that district.
        ForbiddenError: the caller's role enters none of this.
        InvalidEntryError, LedgerError: an entry cannot be used or is refused; its field has its place.
        UnreadableError: the document is not of that shape, or a claim in a file cannot be read.

    """
    case, entries = _parts(document)
    row, opened = open_case(desk, draft_of(CaseOpened.kind, case))
    made = _all(desk, row.id, entries, file, lambda _: None)
    return row, (opened, *made)


def enter_all(
    desk: Desk, case_id: str, document: object, file: Files | None = None
) -> tuple[Entry, ...]:
    """Enter everything that a document lists in a case that is there, in its order: all, or nothing.

    Args:
        desk: whose transaction it is; what fails leaves nothing behind once it is rolled back.
        case_id: the case.
        document: ``{"entries": [{"kind": …, "on": …, …}]}``, at most :data:`MOST_AT_ONCE`, as for
            :func:`load_case`. Of the kinds in :data:`VERSIONED` an entry is a new record, unless its
            ``amends`` gives the number of the latest entry about the one of which it is a new version.
        file: as for :func:`load_case`.

    Raises:
        ChangedError, ConflictError, InvalidEntryError, LedgerError: an entry cannot be used or is refused;
            its field has its place, as ``entries[3].reference``.
        ForbiddenError: the caller's role enters one of them.
        NotFoundError: there is no such case that the caller may see.
        UnreadableError: the document is not of that shape.

    """
    case, entries = _parts(document)
    if case is not None:
        _wrong(Problem("case", "does_not_belong", "the case is there: list its entries alone"))
    if not 1 <= len(entries) <= MOST_AT_ONCE:
        code = "too_many" if entries else "empty"
        _wrong(Problem("entries", code, f"must list from 1 to {MOST_AT_ONCE} entries"))
    return tuple(_all(desk, case_id, entries, file, _expected))


def _all(
    desk: Desk,
    case_id: str,
    entries: Sequence[Mapping[str, Any]],
    file: Files | None,
    expected: Callable[[Mapping[str, Any]], int | None],
) -> list[Entry]:
    made = []
    for place, form in enumerate(entries):
        try:
            made.append(_one(desk, case_id, form, file, expected(form)))
        except (FactsError, LedgerError) as error:
            _at(error, place)
    return made


def _one(
    desk: Desk, case_id: str, form: Mapping[str, Any], file: Files | None, expected: int | None
) -> Entry:
    kind, name = form.get("kind"), form.get("file")
    if kind not in ENTERED:
        _wrong(Problem("kind", "unknown_kind", f"must be one of {', '.join(ENTERED)}"))
    if name is not None and (file is None or kind not in _FILED):
        _wrong(Problem("file", "does_not_belong", "no file can be named here"))
    if name is None and kind in _FILED:
        why = "must name a file on the command line; over HTTP a paper or a claim is sent apart"
        _wrong(Problem("file", "required", why))
    fields = {key: value for key, value in form.items() if key not in {"kind", "file", "amends"}}
    if file is None or name is None:
        return entered(desk, case_id, draft_of(str(kind), fields), expected)
    if kind == Paper.kind:
        return add_document(desk, case_id, draft_of(Paper.kind, fields), file(str(name)))
    on, reference = claimed(fields)
    return assess_claim(desk, case_id, file(str(name)), on, reference=reference)[0]


def _expected(form: Mapping[str, Any]) -> int | None:
    """Return which entry must be the latest about what is entered: 0 for none; None asks nothing."""
    versioned = form.get("kind") in VERSIONED and form.get("corrects") is None
    amends = form.get("amends", 0)
    if type(amends) is not int or amends < 0:
        _wrong(Problem("amends", "not_a_count", "must be the number of the latest entry about it"))
    if amends and not versioned:
        _wrong(
            Problem("amends", "does_not_belong", "this kind of entry is corrected, not amended")
        )
    return amends if versioned else None


def _parts(document: object) -> tuple[object, list[Mapping[str, Any]]]:
    if isinstance(document, dict) and document.keys() <= _KNOWN:
        case, entries = document.get("case"), document.get("entries", [])
        if isinstance(entries, list) and all(isinstance(form, dict) for form in entries):
            return case, entries
    message = "entries are handed in as an object with a list of entries, and case to open one"
    raise UnreadableError(message, code="not_a_case")


def _wrong(problem: Problem) -> NoReturn:
    raise InvalidEntryError([problem])


def _at(error: FactsError | LedgerError, place: int) -> NoReturn:
    where = f"entries[{place}]"
    raise type(error)(
        Problem(f"{where}.{problem.field}", problem.code, problem.message)
        for problem in error.problems
    ) from None
