"""Time in the hours stated that does not count as worked: sleep, meals and time on call.

Authority:
    29 C.F.R. § 785.17: on call and free to use the time for oneself is not working.
    29 C.F.R. § 785.19: a meal period of thirty minutes or more, completely relieved, is no work.
    29 C.F.R. § 785.21: on duty for less than 24 hours all time is work, sleep too.
    29 C.F.R. § 785.22: on duty for 24 hours or more, meals and at most eight hours of sleep are left out by
        agreement, with adequate facilities and at least five hours of sleep.
    29 C.F.R. § 785.23: one who resides on the premises may agree on any reasonable terms.

An agreement counts only where it was made freely, and only where the position on it says so. Nothing is
left out of hours that the claim does not state as part of the hours of a day of work.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from remedies.facts import Sleep, WorkPeriod
from remedies.figures import Authority
from remedies.law import Law

LONG_TURN = 24
LEAST_SLEEP = 5
LEAST_MEAL = 30
MOST_SLEEP = Fraction(8)


@dataclass(frozen=True, slots=True)
class HourChoices:
    """What positions decide about hours."""

    exclude_sleep: bool = False
    exclude_own_time: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Hours of each day of work that do not count, by what they were; ``most`` is the law's limit a day."""

    name: str
    hours: Fraction
    rule: Authority | None
    most: Fraction | None = None

    @property
    def counted(self) -> Fraction:
        """The hours of a day that are left out."""
        return self.hours if self.most is None else min(self.hours, self.most)


def left_out(period: WorkPeriod, choices: HourChoices, law: Law | None) -> Iterator[LeftOut]:
    """Yield what is left out of each day of work of ``period``, in hours a day."""
    sleep, meals, on_call = period.sleep, period.meals, period.on_call
    if sleep is not None and choices.exclude_sleep and _may_leave_out(sleep):
        yield LeftOut(
            name="sleep",
            hours=sleep.hours_per_day,
            rule=_rule(law, "resides_785_23" if sleep.resides else "sleep_785_22"),
            most=None if sleep.resides else MOST_SLEEP,
        )
    if meals is not None and _free_meals(period, choices):
        rule = _rule(law, "meals_785_19")
        yield LeftOut(name="meals", hours=meals.hours_per_day, rule=rule)
    if on_call is not None and on_call.own_time and choices.exclude_own_time:
        rule = _rule(law, "on_call_785_17")
        yield LeftOut(name="time on call", hours=on_call.hours_per_day, rule=rule)


def _rule(law: Law | None, key: str) -> Authority | None:
    return None if law is None else law.rule(key)


def _may_leave_out(sleep: Sleep) -> bool:
    uninterrupted = sleep.uninterrupted_hours
    return (
        sleep.agreed_freely
        and sleep.facilities
        and uninterrupted is not None
        and uninterrupted >= LEAST_SLEEP
        and _by_agreement(sleep)
    )


def _by_agreement(sleep: Sleep) -> bool:
    """Return whether sleep and meals of this duty are left out by agreement, and in no other way."""
    turn = sleep.on_duty_hours
    return sleep.resides or (turn is not None and turn >= LONG_TURN)


def _free_meals(period: WorkPeriod, choices: HourChoices) -> bool:
    """Return whether meals are no work; where sleep is left out by agreement, so are they."""
    meals, sleep = period.meals, period.sleep
    if meals is None or not meals.relieved or (meals.minutes_each or 0) < LEAST_MEAL:
        return False
    if sleep is None or not _by_agreement(sleep):
        return True
    return choices.exclude_sleep and sleep.agreed_freely
