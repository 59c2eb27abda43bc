"""The store: a payment of 500 shares posted durably on SQLite and on PostgreSQL, and a long journal read.

Wall time, because waiting for the disk is what being durable costs.
"""

import datetime as dt
import hashlib
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from sqlalchemy.orm import sessionmaker

from benchmarks.bounds import Bound, report
from remedies import store
from remedies.store.migrations import migrate
from scripts.cluster import cluster, programs

AT = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
SHARES = 500
POSTS = 200
ENTRIES = 2_400
READS = 7
MILLISECONDS = 1000
BODY = json.dumps({"shares": {f"V-{number:012}": 12_345 for number in range(1, SHARES + 1)}})


def main() -> None:
    """Print the bounds as JSON."""
    bounds = []
    for name, started in (("SQLite", _sqlite), ("PostgreSQL", _postgresql)):
        posted = Bound(
            what=f"an entry of {SHARES} shares posted durably on {name}", limit=50, unit="ms"
        )
        read = Bound(
            what=f"a journal of {ENTRIES:,} entries of {len(BODY) // 1000} kB read on {name}",
            limit=500,
            unit="ms",
        )
        bounds += [posted, read]
        with started() as url:
            if url is None:
                posted.notes = ["no server or no driver of PostgreSQL here"]
                continue
            _measure(url, posted, read)
    report(bounds)


def _measure(url: str, posted: Bound, read: Bound) -> None:
    database = store.engine(url)
    migrate(database)
    sessions = store.sessions(database)
    with sessions.begin() as session:
        organization = store.add_organization(session, name="An office", at=AT).id
        case = store.open_case(session, organization, reference="C-1", district="", at=AT)
        case = store.append(session, case, [_row(seq) for seq in range(1, ENTRIES + 1)])
    times = sorted(_timed(lambda: _post(sessions, case)) for _ in range(POSTS))
    posted.measured = median(times) * MILLISECONDS
    slow = times[POSTS * 95 // 100] * MILLISECONDS
    posted.notes = [
        "with its idempotency key, answer and audit row, in one transaction",
        f"one in twenty takes {slow:.3g} ms or more",
    ]

    def whole() -> None:
        with sessions() as session:
            store.journal(session, organization, case.id, limit=ENTRIES)

    whole()
    read.measured = median(_timed(whole) for _ in range(READS)) * MILLISECONDS
    database.dispose()


def _post(sessions: sessionmaker[store.Session], case: store.CaseRow) -> None:
    """Do what the server does for one payment."""
    with sessions.begin() as session:
        locked = store.lock_case(session, case.organization, case.id)
        if locked is None:
            raise LookupError
        seq = locked.head.seq + 1
        request = hashlib.sha256(BODY.encode()).hexdigest()
        store.remember(session, case.organization, f"key-{seq}", request, at=AT)
        store.append(session, locked, [_row(seq)])
        row = store.AuditRow(
            at=AT,
            actor="token",
            role="financial_unit",
            action="payment.write",
            case_id=case.id,
            subject=f"PAY-{seq}",
        )
        store.audited(session, case.organization, row)
        answer = store.Answer(status=201, body=BODY)
        store.answered(session, case.organization, f"key-{seq}", answer, case_id=case.id)


def _row(seq: int) -> store.JournalRow:
    return store.JournalRow(
        seq=seq,
        kind="payment",
        subject=f"PAY-{seq}",
        on=AT.date(),
        recorded_at=AT,
        actor="token",
        corrects=None,
        cents=6_172_500,
        body=BODY,
    )


def _timed(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


@contextmanager
def _sqlite() -> Iterator[str | None]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{Path(folder) / 'remedies.db'}"


@contextmanager
def _postgresql() -> Iterator[str | None]:
    found = programs()
    if found is None or find_spec("psycopg") is None:
        yield None
        return
    with cluster(found) as address:
        yield address


if __name__ == "__main__":
    main()
