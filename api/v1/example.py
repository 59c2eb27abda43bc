"""The example that the documentation shows: two workweeks of forced labor without pay."""

import json
from functools import cache
from typing import Any, Final

from remedies import casework
from remedies.wire import result_json

CLAIM: Final[dict[str, Any]] = {
    "claim": "1",
    "reference": "V-1",
    "as_of": "2026-11-21",
    "convictions": [
        {
            "statute": "18 USC 1589",
            "defendant": "D-1",
            "from": "2012-01-01",
            "to": "2012-01-14",
        }
    ],
    "circuit": "4",
    "work": [
        {
            "from": "2012-01-01",
            "to": "2012-01-14",
            "workweek_starts_on": "sunday",
            "hours": {
                "per_workweek": "100",
                "days": ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
            },
            "pay": {"basis": "none"},
            "exhibit": "Ex. 4 at 2",
            "evidence": "testimony",
        }
    ],
}


@cache
def result() -> dict[str, Any]:
    """Return the result of the example, computed once by this very version."""
    found: dict[str, Any] = json.loads(result_json(casework.assessed(json.dumps(CLAIM).encode())))
    return found
