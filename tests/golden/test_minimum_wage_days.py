"""Every step of the federal minimum wage, on the day before it and on its day, through a whole claim.

The figures are those of the statute and of the Labor Department's chart of federal minimum wage rates,
written here by hand and not read from the encoded law.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

STEPS = {
    "": """
        1978-01-01 2.65   1979-01-01 2.90   1980-01-01 3.10   1981-01-01 3.35   1990-04-01 3.80
        1991-04-01 4.25   1996-10-01 4.75   1997-09-01 5.15   2007-07-24 5.85   2008-07-24 6.55
        2009-07-24 7.25""",
    "1938_act": """
        1938-10-24 0.25   1939-10-24 0.30   1945-10-24 0.40   1950-01-25 0.75   1956-03-01 1.00
        1961-09-03 1.15   1963-09-03 1.25   1967-02-01 1.40   1968-02-01 1.60   1974-05-01 2.00
        1975-01-01 2.10   1976-01-01 2.30   1978-01-01 2.65""",
    "1961_amendments": """
        1963-09-03 1.00   1964-09-03 1.15   1965-09-03 1.25   1967-02-01 1.40   1968-02-01 1.60
        1974-05-01 2.00   1975-01-01 2.10   1976-01-01 2.30   1978-01-01 2.65""",
    "1966_amendments_nonfarm": """
        1967-02-01 1.00   1968-02-01 1.15   1969-02-01 1.30   1970-02-01 1.45   1971-02-01 1.60
        1974-05-01 1.90   1975-01-01 2.00   1976-01-01 2.20   1977-01-01 2.30   1978-01-01 2.65""",
    "1966_amendments_farm": """
        1967-02-01 1.00   1968-02-01 1.15   1969-02-01 1.30   1974-05-01 1.60   1975-01-01 1.80
        1976-01-01 2.00   1977-01-01 2.20   1978-01-01 2.65""",
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _days() -> list[tuple[str, str, str]]:
    """Return the group, the day and the rate, for each step's day and for the day before the next."""
    found = []
    for group, steps in STEPS.items():
        words = steps.split()
        pairs = list(zip(words[::2], words[1::2], strict=True))
        for place, (day, rate) in enumerate(pairs):
            found.append((group, day, rate))
            if place + 1 < len(pairs):
                last = dt.date.fromisoformat(pairs[place + 1][0]) - dt.timedelta(days=1)
                found.append((group, last.isoformat(), rate))
    return found


@pytest.mark.parametrize(("group", "day", "rate"), _days())
def test_eight_hours_on_a_day_are_due_the_rate_of_that_day(
    group: str, day: str, rate: str, computed: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    starts_on = WEEKDAYS[dt.date.fromisoformat(day).weekday()]
    coverage = {"group": group} if group else {}
    result = computed(
        {
            "claim": "1",
            "reference": "V-1",
            "as_of": "2026-06-30",
            "convictions": [{"statute": "18 USC 1589"}],
            "work": [
                {
                    "from": day,
                    "to": day,
                    "workweek_starts_on": starts_on,
                    "hours": {"per_day": "8"},
                    "pay": {"basis": "none"},
                    "coverage": coverage,
                }
            ],
        }
    )
    dollars, cents = rate.split(".")
    in_cents = 8 * (int(dollars) * 100 + int(cents))
    assert result["workweeks"][0]["rate"] == rate
    assert result["workweeks"][0]["due"] == f"{in_cents // 100}.{in_cents % 100:02}"
    assert result["total"] == f"{2 * in_cents // 100}.{2 * in_cents % 100:02}"
