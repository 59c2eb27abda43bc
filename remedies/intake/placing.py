"""Records put into their place in a claim, and taken out of it."""

from collections.abc import Mapping
from typing import Any

from remedies.errors import FactsError, Problem
from remedies.intake.columns import Sort
from remedies.intake.readings import Period, Reading
from remedies.wire.fields import plain_day

_KEPT = {
    Sort.TIMESHEET: ("time_zone", "rounded_to_minutes"),
    Sort.PAYMENTS: ("exhibit", "evidence"),
}
"""What says how records are to be read or where they are shown, and so stays beside them."""


def placed(claim: object, work: int, reading: Reading) -> dict[str, Any]:
    """Return a claim with the records in the place of its period's hours, or of what was paid in it.

    Raises:
        FactsError: the claim has no such period.

    """
    period = _period(claim, work)
    name = reading.sort.part
    before = period.get(name)
    beside = before if isinstance(before, dict) else {}
    kept = {key: beside[key] for key in _KEPT[reading.sort] if key in beside}
    part = {name: {"records": list(reading.records), **kept}}
    assert isinstance(claim, dict)  # noqa: S101 - a claim with a period is one
    periods = list(claim["work"])
    periods[work] = {**period, **part}
    return {**claim, "work": periods}


def period_of(claim: object, work: int) -> Period:
    """Return the days of a period of a claim; those that cannot be read are left open.

    Raises:
        FactsError: the claim has no such period.

    """
    period = _period(claim, work)
    return Period(begins_on=plain_day(period.get("from")), ends_on=plain_day(period.get("to")))


def records_of(claim: object, work: int, sort: Sort) -> list[Mapping[str, object]]:
    """Return the records of a claim's period.

    Raises:
        FactsError: the claim has no such period, or the period has no records.

    """
    held = _period(claim, work).get(sort.part)
    records = held.get("records") if isinstance(held, dict) else None
    if not isinstance(records, list) or not all(isinstance(entry, dict) for entry in records):
        why = "has no records to export"
        raise FactsError([Problem(f"work[{work}].{sort.part}.records", "required", why)])
    return records


def _period(claim: object, work: int) -> dict[str, Any]:
    periods = claim.get("work") if isinstance(claim, dict) else None
    found = periods[work] if isinstance(periods, list) and 0 <= work < len(periods) else None
    if not isinstance(found, dict):
        raise FactsError([Problem(f"work[{work}]", "required", "is no period of the claim")])
    return found
