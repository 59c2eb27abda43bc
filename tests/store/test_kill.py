"""``kill -9`` at random moments: what was acknowledged is there, whole, and nothing is there by half."""

import subprocess
import sys
import time
from collections.abc import Iterator
from random import Random

import pytest
from sqlalchemy import text

from remedies import store
from remedies.casework import books
from remedies.casework.cases import Draft, audit_problems, book, entered, open_case, verify
from remedies.ledger.entries import (
    Award,
    Body,
    CaseOpened,
    Defendant,
    Disbursement,
    Liability,
    Order,
    Payment,
    Victim,
)
from remedies.store.migrations import migrate
from scripts.cluster import cluster, programs
from tests.databases import BACKENDS
from tests.store import paying

PAYMENTS = 2_000
KILLS_AT_LEAST = 3
AWARDS = {"V-1": 123_456_789, "V-2": 98_765_432, "V-3": 1_234_567}
CHANCE = Random(5)  # noqa: S311 - not a secret


@pytest.fixture(params=BACKENDS)
def durable_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database without tables that forgets nothing it has acknowledged, on both."""
    if request.param == "sqlite":
        yield f"sqlite:///{request.getfixturevalue('tmp_path') / 'remedies.db'}"
        return
    found = programs()
    if found is None:
        pytest.skip(
            "NOT TESTED ON POSTGRESQL: no server is installed (apt-get install postgresql)"
        )
    with cluster(found) as address:
        yield address


def _opened(url: str) -> tuple[str, str, int]:
    """Open a case with an order; return the organization, the case, and how many entries it has."""
    database = store.engine(url)
    migrate(database)
    with store.sessions(database).begin() as session:
        organization = store.add_organization(session, name="An office", at=paying.AT).id
        desk = paying.desk_of(session, organization)
        opening = Draft(body=CaseOpened(reference="EX-1"), on=paying.ON)
        row, entry = open_case(desk, opening)
        order = Order(
            reference="O-1",
            awards=tuple(Award(obligee=v, amount=cents) for v, cents in AWARDS.items()),
            liabilities=(Liability(obligor="D-1", judgment_on=paying.ON, amounts=AWARDS),),
        )
        parties: list[Body] = [Victim(reference=victim) for victim in AWARDS]
        for body in (*parties, Defendant(reference="D-1"), order):
            entry = entered(desk, row.id, Draft(body=body, on=paying.ON))
    database.dispose()
    return organization, row.id, entry.seq


def _killed(url: str, organization: str, case_id: str) -> tuple[list[int], bool]:
    """Let a program pay for a while; return what it acknowledged, and whether it was killed."""
    command = [sys.executable, paying.__file__, url, organization, case_id, str(PAYMENTS)]
    acknowledged: list[int] = []
    most = CHANCE.randrange(100, 700)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        for line in program.stdout:
            acknowledged.append(int(line))
            if len(acknowledged) == most:
                time.sleep(CHANCE.uniform(0, 0.01))
                program.kill()
    return acknowledged, program.returncode != 0


def _settled(url: str, organization: str, case_id: str, opening: int) -> int:
    """Check that book, journal, trail and answers tell one story; return how many payments there are."""
    books.forget_all()
    database = store.engine(url)
    with store.sessions(database)() as session:
        # A server may still be ending what the killed program had asked of it.
        assert store.lock_case(session, organization, case_id) is not None
        answers = set(session.scalars(text("SELECT answer FROM requests")))
        trail = store.audit_head(session, organization)
        desk = paying.desk_of(session, organization)
        assert verify(desk, case_id) == ()
        assert audit_problems(desk) == ()
        with book(desk, case_id) as found:
            later = found.entries[opening:]
            assert len(later) < PAYMENTS or found.audit() == ()
            assert found.money_in == found.paid_out + found.held
        session.rollback()
    database.dispose()
    paid = [e for e in later if isinstance(e.body, Payment)]
    numbers = range(1, len(paid) + 1)
    expected = [body for number in numbers for body in paying.bodies(number)]
    assert [type(entry.body) for entry in later] == [type(body) for body in expected]
    assert [e.body.amount for e in paid if isinstance(e.body, Payment)] == [
        paying.amount(number) for number in numbers
    ]
    sent = [sum(e.body.shares.values()) for e in later if isinstance(e.body, Disbursement)]
    assert sum(sent) == sum(paying.amount(n) for n in numbers[: len(sent) * paying.EVERY])
    assert answers == {paying.answered(n, e.seq) for n, e in zip(numbers, paid, strict=True)}
    assert trail is not None
    return len(paid)


def test_no_payment_acknowledged_is_lost_and_none_is_there_by_half(durable_url: str) -> None:
    organization, case_id, opening = _opened(durable_url)
    count = kills = 0
    while count < PAYMENTS:
        acknowledged, killed = _killed(durable_url, organization, case_id)
        assert acknowledged, "the program paid nothing"
        assert acknowledged == list(range(count + 1, count + 1 + len(acknowledged)))
        found = _settled(durable_url, organization, case_id, opening)
        assert 0 <= found - acknowledged[-1] <= 1
        count, kills = found, kills + killed
    assert count == PAYMENTS
    assert kills >= KILLS_AT_LEAST
