"""The store: on a large case, a payment posted and disbursed durably, and the statement, warm and cold.

All of it goes the way that the server's requests go, through ``remedies.casework``, on SQLite and on
PostgreSQL. Wall time, because waiting for the disk is what being durable costs. Cold is a process that has
no book of the case in memory yet, as after a restart; the law is read when a process starts.
"""

import datetime as dt
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from benchmarks.bounds import Bound, report
from benchmarks.ledger import MONTHS, large
from remedies import law, store
from remedies.casework import books
from remedies.casework.cases import Caller, Desk, Draft, Role, entered, statement
from remedies.casework.entering import read_ahead
from remedies.casework.rows import row_of
from remedies.ledger.entries import Applied, Disbursement, Method, Payment
from remedies.store.migrations import migrate
from remedies.wire.statement import statement_json
from scripts.cluster import cluster, programs

AT = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
POSTS = 40
COLD = 5
WARM = 5
LIMIT = 10_000
MILLISECONDS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A database with the large case in it, and the program that works on it."""

    database: store.Engine
    caller: Caller
    case_id: str

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Give a desk in a transaction, committed in the end."""
        with store.sessions(self.database).begin() as session:
            yield Desk(session=session, caller=self.caller, at=AT)

    def posted(self) -> None:
        """Enter a payment and a disbursement of all that is held, each in a transaction of its own."""
        paid = Payment(
            reference="",
            obligor="D-1",
            amount=1_000_013,
            method=Method.ELECTRONIC,
            applied=Applied(),
        )
        for body in (paid, Disbursement(reference="", shares={})):
            with self.desk() as desk:
                entered(desk, self.case_id, Draft(body=body, on=MONTHS[-1]))

    def read_ahead(self) -> None:
        """Read the book before the case is locked, as every entry does that finds none."""
        with self.desk() as desk:
            read_ahead(desk, self.case_id)

    def stated(self) -> None:
        """Make the statement of the whole case as the JSON that a request is answered with."""
        with self.desk() as desk:
            statement_json(statement(desk, self.case_id, as_of=MONTHS[-1]))

    def read(self) -> None:
        """Read the journal's rows."""
        with self.desk() as desk:
            store.journal(desk.session, desk.organization, self.case_id, limit=LIMIT)


def main() -> None:
    """Print the bounds as JSON."""
    law.encoded()
    recorded = (replace(entry, recorded_at=AT, actor="token") for entry in large().entries)
    rows = [row_of(entry) for entry in recorded]
    bounds: list[Bound] = []
    for name, started in (("SQLite", _sqlite), ("PostgreSQL", _postgresql)):
        with started() as url:
            bounds += _bounds(name, None if url is None else _opened(url, rows))
    report(bounds)


def _opened(url: str, rows: Sequence[store.JournalRow]) -> Office:
    """Make the tables and put the case there, as each entry would have been recorded."""
    database = store.engine(url)
    migrate(database)
    with store.sessions(database).begin() as session:
        organization = store.add_organization(session, name="An office", at=AT).id
        case = store.open_case(session, organization, reference="C-1", district="", at=AT)
        store.append(session, case, rows)
    caller = Caller(organization=organization, role=Role.SYSTEM, actor="token")
    return Office(database=database, caller=caller, case_id=case.id)


def _bounds(name: str, office: Office | None) -> list[Bound]:
    what = f"500 victims, 20 defendants, 2,400 payments on {name}"
    posted = Bound(what=f"{what}: one more posted and disbursed, durably", limit=50, unit="ms")
    first = Bound(what=f"{what}: the same, the first after a restart", limit=1000, unit="ms")
    cold = Bound(what=f"{what}: the statement, first after a restart", limit=1, unit="s")
    warm = Bound(what=f"{what}: the statement again", limit=1, unit="s")
    read = Bound(what=f"{what}: the journal's rows read", limit=500, unit="ms")
    found = [posted, first, cold, warm, read]
    if office is None:
        for bound in found:
            bound.notes = ["no server or no driver of PostgreSQL here"]
        return found
    first.measured = _median(office.posted, COLD, cold=True) * MILLISECONDS
    ahead = _median(office.read_ahead, COLD, cold=True) * MILLISECONDS
    first.notes = [f"{ahead:.3g} ms of it is reading the whole journal, before the case is locked"]
    times = sorted(_timed(office.posted) for _ in range(POSTS))
    posted.measured = median(times) * MILLISECONDS
    posted.notes = [
        "two requests: each with its lock, checks, audit row and commit",
        f"one in twenty takes {times[POSTS * 95 // 100] * MILLISECONDS:.3g} ms or more",
    ]
    cold.measured = _median(office.stated, COLD, cold=True)
    cold.notes = ["rows read, book replayed, statement made and written as JSON"]
    warm.measured = _median(office.stated, WARM)
    read.measured = _median(office.read, WARM) * MILLISECONDS
    office.database.dispose()
    return found


def _median(run: Callable[[], object], times: int, *, cold: bool = False) -> float:
    found = []
    for _ in range(times):
        if cold:
            books.forget_all()
        found.append(_timed(run))
    return median(found)


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
