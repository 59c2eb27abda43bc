"""A day on which something is due or ends, and how it stands: ahead, met, overtaken, ended or passed.

``passed`` is said only of what somebody still owes. What an event made needless is ``overtaken``; what only
came to an end, such as a liability or a time in which a victim may petition, is ``ended``.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from remedies.figures import Authority


class Status(StrEnum):
    """How a day stands; ``soon`` is ``open`` with a warning, ``unknown`` has no day to count to."""

    OPEN = "open"
    SOON = "soon"
    MET = "met"
    OVERTAKEN = "overtaken"
    ENDED = "ended"
    PASSED = "passed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A day on which something is due or ends; without a day, what is needed to know it.

    ``status`` is how it stands on the day that was asked about, ``why`` its reason in words where there is
    one to say, and ``entry`` the number of the entry that met or overtook it. ``met_on`` is the day on which
    it was met, which can be after ``due_on``.
    """

    key: str
    what: str
    of: str = ""
    due_on: dt.date | None = None
    days_left: int | None = None
    met_on: dt.date | None = None
    needs: str = ""
    note: str = ""
    authority: tuple[Authority, ...] = ()
    says_authority: str = ""
    by_court: bool = False
    status: Status = Status.UNKNOWN
    why: str = ""
    entry: int | None = None
