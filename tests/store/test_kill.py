"""``kill -9`` at random moments: what was acknowledged is there, whole, and nothing is there by half."""

import subprocess
import sys
import time
from random import Random

from sqlalchemy import text

from remedies import store
from tests.store import posting
from tests.store.rows import payment

POSTS = 2_000
KILLS_AT_LEAST = 3
CHANCE = Random(5)  # noqa: S311 - not a secret


def _killed(url: str, case: store.CaseRow) -> tuple[list[int], bool]:
    """Let a program post for a while; return what it acknowledged, and whether it was killed."""
    command = [
        sys.executable, posting.__file__,
        url, case.organization, case.id, str(POSTS),
    ]  # fmt: skip
    acknowledged: list[int] = []
    most = CHANCE.randrange(100, 700)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        for line in program.stdout:
            acknowledged.append(int(line))
            if len(acknowledged) == most:
                time.sleep(CHANCE.uniform(0, 0.01))
                program.kill()
        acknowledged = sorted(set(acknowledged))
    return acknowledged, program.returncode != 0


def _settled(url: str, case: store.CaseRow, acknowledged: int) -> int:
    """Check that entries, trail and answers tell the same story; return how many entries there are."""
    database = store.engine(url)
    with store.sessions(database)() as session:
        # A server may still be ending what the killed program had asked of it.
        assert store.lock_case(session, case.organization, case.id) is not None
        rows = store.journal(session, case.organization, case.id)
        head = store.head_of(case.id, rows)
        assert store.journal_problems(session, case.organization, case.id, head) == ()
        assert store.audit_problems(session, case.organization) == ()
        trail = store.audit_head(session, case.organization)
        answers = session.scalars(text("SELECT answer FROM requests")).all()
    database.dispose()
    assert acknowledged <= len(rows) <= acknowledged + 1
    assert list(rows) == [payment(seq, seq * 100) for seq in range(1, len(rows) + 1)]
    assert trail is not None
    assert trail.seq == len(rows)
    assert set(answers) == {f'{{"seq":{seq}}}' for seq in range(1, len(rows) + 1)}
    return len(rows)


def test_nothing_acknowledged_is_lost_and_nothing_is_there_by_half(
    database_url: str, case: store.CaseRow
) -> None:
    count = kills = 0
    while count < POSTS:
        acknowledged, killed = _killed(database_url, case)
        assert acknowledged, "the program posted nothing"
        assert acknowledged == list(range(count + 1, count + 1 + len(acknowledged)))
        count = _settled(database_url, case, count + len(acknowledged))
        kills += killed
    assert count == POSTS
    assert kills >= KILLS_AT_LEAST
