"""Claims of clock times, read as the program reads them."""

import json
from fractions import Fraction
from typing import Any

import pytest

from remedies.errors import FactsError
from remedies.facts import Records
from remedies.wire import read_claim, read_json


def document(hours: dict[str, Any], **period: object) -> dict[str, Any]:
    return {
        "claim": "1",
        "reference": "V-1",
        "as_of": "2026-06-30",
        "convictions": [{"statute": "18 USC 1589"}],
        "work": [
            {
                "from": "2012-01-01",
                "to": "2012-12-29",
                "hours": hours,
                "pay": {"basis": "none"},
                **period,
            }
        ],
    }


def read(hours: dict[str, Any], **period: object) -> Records:
    found = read_claim(read_json(json.dumps(document(hours, **period)).encode())).work[0].hours
    assert isinstance(found, Records)
    return found


def refused(hours: dict[str, Any], **period: object) -> list[tuple[str, str]]:
    with pytest.raises(FactsError) as error:
        read(hours, **period)
    start = "work[0].hours."
    return [(p.field.removeprefix(start), p.code) for p in error.value.problems]


def why(hours: dict[str, Any]) -> str:
    with pytest.raises(FactsError) as error:
        read(hours)
    return error.value.problems[0].message


def clocked(on: str, start: str, end: str, **more: str) -> dict[str, str]:
    return {"on": on, "start": start, "end": end, **more}


def plain(records: Records) -> list[tuple[str, Fraction | int]]:
    return [(record.on.isoformat(), record.hours) for record in records.records]


NIGHT = clocked("2012-02-06", "22:00", "06:30", ends_on="2012-02-07")
