"""What a server does for each payment: the key, the lock, the book, the entry, the trail, the answer.

As a program (``paying.py URL ORGANIZATION CASE LAST``) it enters payments numbered on from the last there is
to LAST, every tenth with a disbursement of all that is held, and prints each number when it is durable; so
it imports nothing of the tests. What the payments are is synthetic.
"""

import datetime as dt
import hashlib
import sys

from remedies import store
from remedies.casework.cases import Caller, Desk, Draft, Role, book, entered
from remedies.ledger.entries import Applied, Body, Disbursement, Method, Payment

AT = dt.datetime(2026, 11, 22, 12, 30, 15, 123456, tzinfo=dt.UTC)
ON = dt.date(2026, 11, 20)
EVERY = 10


def desk_of(session: store.Session, organization: str) -> Desk:
    """Return the desk of the program that enters payments."""
    caller = Caller(organization=organization, role=Role.SYSTEM, actor="token-1")
    return Desk(session=session, caller=caller, at=AT)


def amount(number: int) -> int:
    """Return the cents of a payment: no two have the same."""
    return 100 * number + 1


def bodies(number: int) -> list[Body]:
    """Return what is entered in one transaction; the references are chosen when it is."""
    paid = Payment(
        reference="",
        obligor="D-1",
        amount=amount(number),
        method=Method.CASH,
        applied=Applied(),
        receipt=f"C-{number}",
    )
    return [paid, Disbursement(reference="", shares={})] if number % EVERY == 0 else [paid]


def answered(number: int, entry: int) -> str:
    """Return the body of the answer to a payment."""
    return f'{{"payment":{number},"seq":{entry}}}'


def pay(session: store.Session, organization: str, case_id: str, number: int) -> None:
    """Enter a payment in the session's transaction, with its key and its answer; the caller commits."""
    key = f"key-{number}"
    digest = hashlib.sha256(key.encode()).hexdigest()
    if store.remember(session, organization, key, digest, at=AT) is not None:
        message = f"payment {number} was answered before"
        raise ValueError(message)
    desk = desk_of(session, organization)
    made = [entered(desk, case_id, Draft(body=body, on=ON)) for body in bodies(number)]
    answer = store.Answer(status=201, body=answered(number, made[0].seq))
    store.answered(session, organization, key, answer)


def main(url: str, organization: str, case_id: str, last: str) -> None:
    """Pay until LAST."""
    database = store.engine(url)
    sessions = store.sessions(database)
    with sessions() as session, book(desk_of(session, organization), case_id) as found:
        first = len(found.versions["payment"]) + 1
    for number in range(first, int(last) + 1):
        with sessions.begin() as session:
            pay(session, organization, case_id, number)
        print(number, flush=True)  # noqa: T201 - how the parent knows what is acknowledged


if __name__ == "__main__":
    main(*sys.argv[1:])
