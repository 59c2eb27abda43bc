"""Trying a transaction again while others are in the way: all tries together within one time.

Another program that keeps SQLite's lock for writers, or a row locked on PostgreSQL, is so waited for once,
however often the transaction begins: reads too, whose row in the audit trail is written when they commit.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from random import SystemRandom
from typing import Final, TypeVar

from sqlalchemy.orm import Session

from remedies.store.connection import try_again, wait_at_most

_CHANCE: Final = SystemRandom()
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait for others in all (seconds), how often to try, and the first pause between tries.

    ``clock`` counts seconds, ``sleep`` lets them pass.
    """

    seconds: float = 8.0
    tries: int = 5
    pause: float = 0.02
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


PATIENT: Final = Patience()


def tried(
    begin: Callable[[], Session],
    work: Callable[[Session], Found],
    patience: Patience = PATIENT,
) -> Found:
    """Return what ``work`` finds with a session, once all that it wrote is committed.

    Args:
        begin: makes a session.
        work: may be called several times, and must change nothing but its session.
        patience: how long others are waited for, in all.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: of the last try; where others were in its way,
            :func:`~remedies.store.connection.try_again` says so.

    """
    ends = patience.clock() + patience.seconds
    for attempt in range(1, patience.tries):
        try:
            return _once(begin, work, ends - patience.clock())
        except Exception as error:
            longest = patience.pause * 2**attempt
            if not try_again(error) or patience.clock() + longest >= ends:
                raise
            patience.sleep(_CHANCE.uniform(0, longest))
    return _once(begin, work, ends - patience.clock())


def _once(begin: Callable[[], Session], work: Callable[[Session], Found], left: float) -> Found:
    with begin() as session:
        wait_at_most(session, left)
        found = work(session)
        session.commit()
        return found
