"""What makes a claim's facts unusable: every contradiction, named by its field."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence, Sized
from itertools import pairwise

from remedies.errors import Problem
from remedies.facts.convictions import Conviction
from remedies.facts.gains import CommercialSex, Gain
from remedies.facts.hour_checks import hour_problems
from remedies.facts.losses import Loss
from remedies.facts.pay_checks import pay_problems
from remedies.facts.work import WorkPeriod

DAYS_IN_A_WORKWEEK = 7


def problems(
    *,
    as_of: dt.date | None,
    convictions: Mapping[int, Conviction],
    work: Mapping[int, WorkPeriod],
    gains: Mapping[int, Gain],
    losses: Mapping[int, Loss],
) -> Iterator[Problem]:
    """Yield everything that contradicts itself or something else, in no particular order.

    Facts come under their places in the claim; ``as_of`` is None when it is not known.
    """
    for i, conviction in convictions.items():
        yield from _order(f"convictions[{i}]", conviction.begins_on, conviction.ends_on)
    for i, period in work.items():
        yield from _period(f"work[{i}]", period, as_of)
    yield from _between_periods(work)
    for i, gain in gains.items():
        yield from _gain(f"gains[{i}]", gain)
    for i, loss in losses.items():
        yield from _order(f"losses[{i}]", loss.begins_on, loss.ends_on)


def missing(*, convictions: Sized, facts: Sequence[Sized]) -> Iterator[Problem]:
    """Yield what a claim cannot be without."""
    if not convictions:
        why = "name at least one statute of conviction: it decides which measures apply"
        yield Problem("convictions", "required", why)
    if not any(facts):
        why = "give at least one of work, gains or losses: there is nothing to compute from"
        yield Problem("work", "required", why)


def _order(where: str, begins_on: dt.date | None, ends_on: dt.date | None) -> Iterator[Problem]:
    if begins_on and ends_on and ends_on < begins_on:
        yield Problem(f"{where}.to", "reversed_period", "must not be before the period's from")


def _period(where: str, period: WorkPeriod, as_of: dt.date | None) -> Iterator[Problem]:
    yield from _order(where, period.begins_on, period.ends_on)
    if as_of is not None and period.ends_on > as_of:
        yield Problem(f"{where}.to", "after_as_of", "must not be after the claim's as_of")
    yield from _away(where, period)
    yield from hour_problems(where, period)
    yield from pay_problems(where, period)


def _away(where: str, period: WorkPeriod) -> Iterator[Problem]:
    for i, away in enumerate(period.away):
        field = f"{where}.away[{i}]"
        yield from _order(field, away.begins_on, away.ends_on)
        if away.begins_on < period.begins_on or away.ends_on > period.ends_on:
            yield Problem(field, "outside_period", "must lie inside the period of work")
    ordered = sorted(enumerate(period.away), key=lambda entry: entry[1].begins_on)
    for (_, first), (i, second) in pairwise(ordered):
        if second.begins_on <= first.ends_on:
            yield Problem(f"{where}.away[{i}]", "overlap", "overlaps other days away")


def _between_periods(work: Mapping[int, WorkPeriod]) -> Iterator[Problem]:
    ordered = sorted(work.items(), key=lambda entry: (entry[1].begins_on, entry[1].ends_on))
    latest = ordered[0] if ordered else None
    for i, period in ordered[1:]:
        assert latest is not None  # noqa: S101 - there is a first
        j, before = latest
        if period.begins_on <= before.ends_on:
            why = f"overlaps work[{j}]; a day of work belongs to one period"
            yield Problem(f"work[{i}].from", "overlap", why)
        elif (
            period.workweek_starts_on != before.workweek_starts_on
            and (period.begins_on - before.ends_on).days < 2 * DAYS_IN_A_WORKWEEK
        ):
            why = (
                f"differs from work[{j}], whose last workweek would overlap this one's first "
                "(29 C.F.R. §§ 778.301, 778.302(a)); leave two weeks between them or use one start"
            )
            yield Problem(f"work[{i}].workweek_starts_on", "workweek_changed", why)
        if period.ends_on >= before.ends_on:
            latest = i, period


def _gain(where: str, gain: Gain) -> Iterator[Problem]:
    begins_on, ends_on = getattr(gain, "begins_on", None), getattr(gain, "ends_on", None)
    yield from _order(where, begins_on, ends_on)
    if isinstance(gain, CommercialSex) and gain.ends_on >= gain.begins_on:
        days = (gain.ends_on - gain.begins_on).days + 1
        if gain.days > days:
            yield Problem(f"{where}.days", "out_of_range", f"the period has {days} days")
