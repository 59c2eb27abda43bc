"""Writers in different cases of one organization at once: the one trail that they share stays a chain."""

import threading
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from tests.store.posting import posted
from tests.store.rows import AT

WRITERS = 8
POSTS = 6


def test_writers_in_different_cases_leave_one_chain_of_audit_rows(
    database: store.Engine, sessions: sessionmaker[Session], organization: str
) -> None:
    with sessions.begin() as session:
        cases = [
            store.open_case(session, organization, reference=f"C-{n}", district="", at=AT).id
            for n in range(WRITERS)
        ]
    ready = threading.Barrier(WRITERS)

    def write(number: int) -> None:
        ready.wait()
        for post in range(POSTS):
            posted(database, organization, cases[number], f"key-{number}-{post}", post + 1)

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))

    with sessions() as session:
        assert store.audit_problems(session, organization) == ()
        head = store.audit_head(session, organization)
    assert head is not None
    assert head.seq == WRITERS * POSTS
