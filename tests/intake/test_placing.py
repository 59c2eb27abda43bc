"""Records in their place in a claim: what says how they are read stays beside them."""

from typing import Any

import pytest

from remedies.errors import FactsError
from remedies.intake.columns import Sort
from remedies.intake.placing import placed
from remedies.intake.readings import Reading

HOURS = Reading(
    sort=Sort.TIMESHEET,
    records=({"on": "2012-01-02", "start": "07:00", "end": "19:00"},),
    notes=(),
)
PAID = Reading(sort=Sort.PAYMENTS, records=({"on": "2012-01-06", "amount": "20.00"},), notes=())


def claim(**period: object) -> dict[str, Any]:
    return {"claim": "1", "work": [{"from": "2011-01-01"}, {"from": "2012-01-01", **period}]}


@pytest.mark.parametrize(
    ("reading", "before", "kept"),
    [
        (
            HOURS,
            {"per_workweek": "60", "time_zone": "America/New_York", "rounded_to_minutes": 15},
            {"time_zone": "America/New_York", "rounded_to_minutes": 15},
        ),
        (
            PAID,
            {"per_month": "100.00", "exhibit": "Ex. 4", "evidence": "testimony"},
            {"exhibit": "Ex. 4", "evidence": "testimony"},
        ),
        (HOURS, None, {}),
        (PAID, "nothing", {}),
    ],
)
def test_what_says_how_records_are_read_stays_beside_them(
    reading: Reading, before: object, kept: dict[str, object]
) -> None:
    name = reading.sort.part
    facts = claim(**{name: before})
    found = placed(facts, 1, reading)
    assert found["work"][1][name] == {"records": list(reading.records), **kept}
    assert found["work"][0] == facts["work"][0]
    assert facts["work"][1][name] == before


@pytest.mark.parametrize("work", [-1, 2])
def test_a_period_that_is_not_there_is_named(work: int) -> None:
    with pytest.raises(FactsError) as raised:
        placed(claim(), work, PAID)
    assert [p.field for p in raised.value.problems] == [f"work[{work}]"]
