"""The periods of work as a paper lists them: in the claim's own terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from remedies.documents.pay_words import agreed_words, besides_words, paid_words
from remedies.documents.wording import count, span, stated
from remedies.errors import LawNotEncodedError
from remedies.facts import DAYS, Claim, Daily, Hours, PerDay, PerWorkweek, Records, WorkPeriod
from remedies.law import Law
from remedies.law.floors import floor_keys
from remedies.operations import Unit
from remedies.worksheet import evidence_words

_ALL = len(DAYS)


@dataclass(frozen=True, slots=True)
class Period:
    """One period of work in words."""

    dates: str
    work: str
    hours: str
    pay: str
    paid: str
    besides: str
    exhibit: str


def periods(claim: Claim, law: Law) -> list[Period]:
    """Return the claim's periods of work, in the order of the claim; the law has the words of a tier."""
    return [
        Period(
            dates=_dates(work),
            work=", ".join(part for part in (work.occupation, _place(work, law)) if part)
            or "not stated",
            hours="; ".join([_hours(work.hours), *_parts(work)]),
            pay=agreed_words(work),
            paid=paid_words(work.paid),
            besides="; ".join(besides_words(work)),
            exhibit="; ".join(
                [work.exhibit or "no exhibit", f"evidence: {evidence_words(work.evidence)}"]
            ),
        )
        for work in claim.work
    ]


def _place(work: WorkPeriod, law: Law) -> str:
    return f"{work.place} ({_tier(work, law)})" if work.place_tier else work.place


def _tier(work: WorkPeriod, law: Law) -> str:
    """Return what the law says of the tier; of one that the place does not have, its key in words."""
    try:
        items = [law.item(key) for key in floor_keys(law, work.place.lower())]
    except LawNotEncodedError:
        items = []
    said = (item.tiers[work.place_tier] for item in items if work.place_tier in item.tiers)
    return next(said, work.place_tier.replace("_", " ").title())


def _dates(work: WorkPeriod) -> str:
    text = span(work.begins_on, work.ends_on)
    starts = f"; workweek starts on {DAYS[work.workweek_starts_on].capitalize()}"
    away = "".join(
        f"; away {span(a.begins_on, a.ends_on)}{f' ({a.why})' if a.why else ''}" for a in work.away
    )
    return text + starts + away


def _hours(hours: Hours) -> str:
    match hours:
        case PerWorkweek(number, days):
            return f"{stated(number, Unit.HOUR)} a workweek, {_days(days)}"
        case PerDay(number, days):
            return f"{stated(number, Unit.HOUR)} a day, {_days(days)}"
        case Daily(by_day, _):
            each = [(DAYS[d].capitalize(), h) for d, h in enumerate(by_day) if h]
            return ", ".join(f"{name} {stated(h, Unit.HOUR)}" for name, h in each)
        case Records(records):
            return f"{count(len(records), 'dated record')} of hours"
        case _:
            assert_never(hours)


def _parts(work: WorkPeriod) -> Iterator[str]:
    """Yield the time in the hours that may not count as worked."""
    if work.sleep is not None:
        yield f"of which {stated(work.sleep.hours_per_day, Unit.HOUR)} a day asleep"
    if work.meals is not None:
        yield f"of which {stated(work.meals.hours_per_day, Unit.HOUR)} a day at meals"
    if work.on_call is not None:
        yield f"of which {stated(work.on_call.hours_per_day, Unit.HOUR)} a day on call or waiting"


def _days(days: tuple[int, ...]) -> str:
    if len(days) == _ALL:
        return "every day"
    return "on " + ", ".join(DAYS[day].capitalize() for day in days)
