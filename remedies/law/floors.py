"""The minimum wages of a place on a day: federal, of the jurisdiction, and local; the highest applies.

Authority:
    29 U.S.C. § 218(a): no provision of the Act excuses noncompliance with a law or ordinance that
    establishes a higher minimum wage.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from remedies.errors import LawAbsentError, LawNotEncodedError
from remedies.law.items import Item
from remedies.law.library import Law
from remedies.law.versions import Version

NAME = "minimum_wage"
FEDERAL = f"us.{NAME}"


@dataclass(frozen=True, slots=True)
class Floor:
    """One minimum wage that may apply at a place, or why there is none to name.

    ``absent`` is true when it is known that this law sets none, so that the others decide; otherwise a
    floor without a version is a hole, and which wage is highest cannot be said.
    """

    item: Item
    tier: str | None
    version: Version | None
    why: str = ""
    absent: bool = False


def floor_keys(law: Law, place: str) -> Iterator[str]:
    """Yield the keys of the minimum wages at a place such as ``us-ca`` or ``us-ca.oakland``, federal first.

    Raises:
        LawNotEncodedError: no minimum wage is encoded for the place.

    """
    yield FEDERAL
    jurisdiction, _, locality = place.partition(".")
    for level in (jurisdiction, place) if locality else (jurisdiction,):
        if level != "us":
            law.item(f"{level}.{NAME}")
            yield f"{level}.{NAME}"


def floors(
    law: Law, place: str, day: dt.date, *, group: str | None = None, tier: str | None = None
) -> list[Floor]:
    """Return the minimum wages at a place on a day.

    Args:
        law: the encoded law.
        place: ``us``, a jurisdiction such as ``us-ca``, or a locality such as ``us-ca.oakland``.
        day: the day of work.
        group: the federal coverage group; needed before 1978.
        tier: a tier of the jurisdiction's or the locality's minimum wage; the general one without it.

    Raises:
        LawNotEncodedError: no minimum wage is encoded for the place, or it has no such tier.

    """
    items = [law.item(key) for key in floor_keys(law, place)]
    if tier and not any(tier in item.tiers for item in items[1:]):
        raise LawNotEncodedError(items[-1].key, f"it has no tier {tier!r}", on=day)
    return [
        _floor(item, day, group if item.key == FEDERAL else tier if tier in item.tiers else None)
        for item in items
    ]


def highest(found: list[Floor]) -> Floor | None:
    """Return the highest of the floors; None when one of them is not known, or none is in force."""
    known = [floor for floor in found if floor.version]
    if not known or any(floor.version is None and not floor.absent for floor in found):
        return None
    return max(known, key=lambda floor: floor.version.figure.value if floor.version else 0)


def _floor(item: Item, day: dt.date, tier: str | None) -> Floor:
    try:
        return Floor(item, tier, item.on(day, tier))
    except LawAbsentError as error:
        return Floor(item, tier, None, error.why, absent=True)
    except LawNotEncodedError as error:
        return Floor(item, tier, None, error.why)
