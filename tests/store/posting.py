"""What the store does for each payment posted: the key, the lock, the entry, the trail, the answer."""

import datetime as dt
import hashlib
import time
from functools import cache

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from remedies import store

AT = dt.datetime(2026, 11, 22, 12, 30, 15, 123456, tzinfo=dt.UTC)
TRIES = 20
sessions = cache(store.sessions)


def payment(seq: int, cents: int = 1_00, body: str = "") -> store.JournalRow:
    """Return a payment as the journal keeps it."""
    return store.JournalRow(
        seq=seq,
        kind="payment",
        subject=f"PAY-{seq}",
        on=dt.date(2026, 11, 20),
        recorded_at=AT,
        actor="token-1",
        corrects=None,
        cents=cents,
        body=body or f'{{"amount":{cents},"reference":"PAY-{seq}"}}',
    )


def post(session: Session, organization: str, case_id: str, key: str, cents: int) -> store.Answer:
    """Post a payment in the session's transaction and return the answer; the caller commits."""
    digest = hashlib.sha256(f"{case_id} {cents}".encode()).hexdigest()
    before = store.remember(session, organization, key, digest, at=AT)
    if before is not None:
        return before
    case = store.lock_case(session, organization, case_id)
    assert case is not None
    seq = case.head.seq + 1
    store.append(session, case, [payment(seq, cents)])
    row = store.AuditRow(
        at=AT,
        actor="token-1",
        role="financial_unit",
        action="payment.write",
        case_id=case_id,
        subject=f"PAY-{seq}",
    )
    store.audited(session, organization, row)
    answer = store.Answer(status=201, body=f'{{"seq":{seq}}}')
    store.answered(session, organization, key, answer, case_id=case_id)
    return answer


def posted(
    database: Engine, organization: str, case_id: str, key: str, cents: int
) -> store.Answer:
    """Post a payment durably; tried again while others are in the way, as the server does."""
    made = sessions(database)
    for number in range(TRIES):
        try:
            with made.begin() as session:
                return post(session, organization, case_id, key, cents)
        except SQLAlchemyError as error:
            if not store.try_again(error) or number == TRIES - 1:
                raise
            time.sleep(0.01 * number)
    raise AssertionError
