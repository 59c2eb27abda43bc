"""Random shifts by the clock, some of them past midnight, as a claim's JSON says them."""

import datetime as dt
from random import Random

from tests.properties.claims_work import Document

DAY = 24 * 60


def by_the_clock(r: Random, period: Document) -> Document:
    """Return the period's recorded dates as shifts that do not overlap, each of at most a day."""
    dates = sorted(dt.date.fromisoformat(record["on"]) for record in period["hours"]["records"])
    shifts = []
    free_from = 0
    for place, date in enumerate(dates):
        begins = r.randint(free_from, max(free_from, 23 * 60))
        latest = DAY - 1
        if place + 1 < len(dates) and (dates[place + 1] - date).days == 1 and r.randint(0, 1):
            latest = DAY + 8 * 60
        ends = r.randint(begins + 46, max(begins + 46, min(latest, begins + DAY)))
        if ends >= latest and latest < DAY:
            ends = DAY
        free_from = max(0, ends + 10 - DAY)
        if begins < ends - 45 and ends <= max(latest, DAY):
            shifts.append(_shift(r, date, begins, ends))
        else:
            free_from = 0
    rounded = {} if r.randint(0, 2) else {"rounded_to_minutes": r.choice(("5", "6", "10", "15"))}
    return {"records": shifts} | rounded if shifts else period["hours"]


def _shift(r: Random, on: dt.date, begins: int, ends: int) -> Document:
    shift = {"on": on.isoformat(), "start": _clock(begins), "end": _clock(ends)}
    if ends > DAY:
        shift["end"] = _clock(ends - DAY)
        shift["ends_on"] = (on + dt.timedelta(days=1)).isoformat()
    if not r.randint(0, 3) and ends - begins > 90:
        shift["relieved_minutes"] = str(r.randint(30, min(75, ends - begins - 15)))
    return shift


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
