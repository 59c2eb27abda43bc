"""Ten years of daily clock records: explained through ``POST /v1/calculations``, and their workbook."""

import datetime as dt
import json
from random import Random

from api import create_app
from api.settings import Settings
from benchmarks.bounds import Bound, report
from benchmarks.clock import medians, spoken, timed
from benchmarks.explained import hello, post, posting
from remedies import casework
from remedies.documents.workbook import workbook

ROWS = 3_650
FIRST = dt.date(2012, 1, 1)
ROUNDS = 5
MILLISECONDS = 1000


def claim() -> bytes:
    """Return a claim of one record for each day, each with its own times of the clock."""
    chance = Random(3650)  # noqa: S311 - not a secret
    records = []
    for number in range(ROWS):
        start, minutes = chance.randrange(5 * 60, 9 * 60), chance.randrange(6 * 60, 14 * 60)
        day = FIRST + dt.timedelta(days=number)
        records.append(
            {"on": day.isoformat(), "start": _clock(start), "end": _clock(start + minutes)}
        )
    work = {
        "from": FIRST.isoformat(),
        "to": (FIRST + dt.timedelta(days=ROWS - 1)).isoformat(),
        "hours": {"records": records},
        "pay": {"basis": "hourly", "rate": "8.15"},
        "paid": {"per_workweek": "150.00"},
        "exhibit": "Ex. 1",
        "evidence": "record",
    }
    found = {
        "claim": "1",
        "reference": "V-1",
        "as_of": "2026-06-30",
        "convictions": [{"statute": "18 USC 1589"}],
        "work": [work],
    }
    return json.dumps(found).encode()


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def main() -> None:
    """Print the bounds as JSON."""
    content = claim()
    client = create_app(Settings(database_url="sqlite://")).test_client()
    result = post(client, content)
    found = casework.assessed(content)
    greeting = hello()
    times = medians(
        {
            "explained": posting(client, content),
            "workbook": timed(lambda: workbook(found)),
            "hello": timed(lambda: greeting.get("/").data),
        },
        rounds=ROUNDS,
    )
    explained = Bound(what=f"{ROWS:,} daily clock records explained", limit=250, unit="ms")
    explained.measured = times["explained"] * MILLISECONDS
    explained.notes = [
        f"{times['explained'] / times['hello']:.3g} × a Flask hello ({spoken(times['hello'])})",
        f"{len(content) / 1000:.0f} kB in, {len(json.dumps(result)) / 1000:.0f} kB out",
    ]
    written = Bound(what="their workbook written", limit=2, unit="s")
    written.measured = times["workbook"]
    report([explained, written])


if __name__ == "__main__":
    main()
