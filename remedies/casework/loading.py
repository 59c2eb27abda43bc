"""Loading: a case and its entries from one document, in one transaction, as if each were entered in turn."""

from collections.abc import Mapping
from typing import Any, NoReturn

from remedies import store
from remedies.casework.desk import Desk
from remedies.casework.entering import open_case
from remedies.casework.forms import draft_of
from remedies.casework.money import entered
from remedies.errors import InvalidEntryError, LedgerError, Problem, UnreadableError
from remedies.ledger.entries import KINDS, CaseOpened, Entry


def load_case(desk: Desk, document: object) -> tuple[store.CaseRow, tuple[Entry, ...]]:
    """Open a case and enter everything that a document lists, in its order.

    Args:
        desk: whose transaction it is; nothing is committed, so what fails leaves nothing behind.
        document: ``{"case": form, "entries": [{"kind": …, "on": …, …}]}``; each is the form of its kind, and
            payments are applied and disbursements divided where it does not say how.

    Raises:
        ConflictError: the organization has a case of that reference in that district.
        ForbiddenError: the caller's role enters none of this.
        InvalidEntryError, LedgerError: an entry cannot be used or is refused; its field has its place.
        UnreadableError: the document is not of that shape.

    """
    case, entries = _parts(document)
    row, opened = open_case(desk, draft_of(CaseOpened.kind, case))
    made = [opened]
    for place, form in enumerate(entries):
        kind = form.get("kind")
        if kind not in KINDS or kind == CaseOpened.kind:
            message = "must be the kind of an entry, and the case itself stands in case"
            raise InvalidEntryError([Problem(f"entries[{place}].kind", "unknown_kind", message)])
        fields = {name: value for name, value in form.items() if name != "kind"}
        try:
            made.append(entered(desk, row.id, draft_of(str(kind), fields)))
        except (InvalidEntryError, LedgerError) as error:
            _at(error, place)
    return row, tuple(made)


def _parts(document: object) -> tuple[object, list[Mapping[str, Any]]]:
    if isinstance(document, dict):
        case, entries = document.get("case"), document.get("entries", [])
        if isinstance(entries, list) and all(isinstance(form, dict) for form in entries):
            return case, entries
    message = "a case to load is an object with case and a list of entries"
    raise UnreadableError(message, code="not_a_case")


def _at(error: InvalidEntryError | LedgerError, place: int) -> NoReturn:
    where = f"entries[{place}]"
    raise type(error)(
        Problem(f"{where}.{problem.field}", problem.code, problem.message)
        for problem in error.problems
    ) from None
