"""What tests of civil claims share: a claim from its JSON, as the golden cases give it."""

from typing import Any

from remedies.calculators.civil import CivilClaim, civil_claim
from remedies.calculators.wage_choices import WageChoices
from remedies.facts import WorkPeriod
from remedies.facts.civil import Civil
from remedies.law import encoded
from remedies.wire.civil_schema import CivilSchema
from remedies.wire.work_schema import WorkSchema

Document = dict[str, Any]


def period(
    place: str = "",
    first: str = "2024-01-07",
    last: str = "2024-01-13",
    **more: Any,  # noqa: ANN401 - JSON
) -> WorkPeriod:
    """Return a period of five days of ten hours a week without pay, unless told otherwise."""
    document: Document = {
        "from": first,
        "to": last,
        "hours": {"per_day": "10", "days": ["mon", "tue", "wed", "thu", "fri"]},
        "pay": {"basis": "none"},
        "place": place,
        **more,
    }
    found: WorkPeriod = WorkSchema().load(document)
    return found


def civil(**more: Any) -> Civil:  # noqa: ANN401 - JSON
    """Return the facts of a suit filed on January 19, 2025, unless told otherwise."""
    document: Document = {"filed_on": "2025-01-19", "interest_to": "2025-01-19", **more}
    found: Civil = CivilSchema().load(document)
    return found


def claimed(*work: WorkPeriod, facts: Civil | None = None, **more: Any) -> CivilClaim:  # noqa: ANN401 - JSON
    """Return the civil claim of some work."""
    positions = more.pop("positions", {})
    suit = facts or civil(**more)
    return civil_claim(suit, work, encoded(), choices=WageChoices(), positions=positions)


def refused(found: CivilClaim) -> dict[str, str]:
    """Return why each part was not computed, by part."""
    return {entry.what: entry.why for entry in found.not_computed}
