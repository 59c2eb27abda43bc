"""How far the encoded law reaches: the days of work for which there is no rate to apply.

Authority:
    The minimum wage and the overtime rules, each as far as its file states it.
"""

from collections.abc import Iterator, Mapping

from remedies.calculators.coverage import FARM
from remedies.calculators.overtime import OVERTIME_MULTIPLIER, OVERTIME_THRESHOLD
from remedies.errors import LawNotEncodedError, Problem
from remedies.facts import WorkPeriod
from remedies.law import Law
from remedies.law.floors import FEDERAL

NOT_ENCODED = frozenset({"US-AS", "US-MP", "AS", "MP"})
"""Territories whose minimum wages are not encoded, and not taken to be the federal ones."""


def reach(work: Mapping[int, WorkPeriod], law: Law) -> Iterator[Problem]:
    """Yield a problem for each end of a period that lies beyond the law encoded."""
    tiers = law.item(FEDERAL).tiers
    for i, period in work.items():
        if period.place in NOT_ENCODED:
            why = "the minimum wages of this territory are not encoded, and none is guessed"
            yield Problem(f"work[{i}].place", "law_not_encoded", why)
        group = period.coverage.group
        if group is not None and group not in tiers:
            why = f"must be one of {', '.join(tiers)}"
            yield Problem(f"work[{i}].coverage.group", "unknown_group", why)
            continue
        for name, day in (("from", period.begins_on), ("to", period.ends_on)):
            try:
                law.on(FEDERAL, day, group)
                if group != FARM:
                    law.on(OVERTIME_THRESHOLD, period.week_of(day), group)
                    law.on(OVERTIME_MULTIPLIER, period.week_of(day), group)
            except LawNotEncodedError as error:
                yield Problem(f"work[{i}].{name}", error.code, str(error))
