"""What whoever enters something must be told of it, though it was entered."""

from remedies import law
from remedies.casework.books import kept
from remedies.casework.desk import Desk
from remedies.casework.reading import case
from remedies.ledger.entries import Entry, Payment
from remedies.ledger.liability_ended import payment_warning


def warning(desk: Desk, case_id: str, entry: Entry) -> str:
    """Return what to tell whoever entered an entry; empty where there is nothing to tell.

    Raises:
        NotFoundError: there is no such case that the caller may see.
        UnreadableError: the journal is not as it was recorded.

    """
    if not isinstance(entry.body, Payment):
        return ""
    with kept(desk.session, case(desk, case_id)) as found:
        return payment_warning(found.book, entry.body.obligor, entry.on, law.encoded())
