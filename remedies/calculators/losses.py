"""The full amount of the victim's losses.

Authority:
    18 U.S.C. § 1593(b)(3): losses as § 2259(c)(2) defines them.
    18 U.S.C. § 2259(c)(2)(A)-(F): costs incurred, or reasonably projected to be incurred.
    18 U.S.C. § 2259(b)(3) (2012): the former list, for offenses that ended before December 7, 2018.
    18 U.S.C. § 3663A(b)(2), (b)(4): for other offenses, care and lost income after bodily injury, and
        expenses of taking part in the case.
    18 U.S.C. § 2327(b)(3): for § 2421A(d), all losses.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from fractions import Fraction

from remedies.calculators.measures import Regime
from remedies.facts import Category, Loss, WorkPeriod
from remedies.figures import Authority, Figure, given, product, quotient, to_cents, total
from remedies.operations import ZERO, Unit

LISTED_FROM = dt.date(2018, 12, 7)
_FORMER_LIST = "losses_2259_b3_former"
_PROMOTION_LIST = "losses_2327_b3"
_BODILY_INJURY = frozenset({"losses_3663A_b2A", "losses_3663A_b2B", "losses_3663A_b2C"})
_LISTED = {
    Category.MEDICAL: "loss_medical",
    Category.PSYCHOLOGICAL: "loss_medical",
    Category.PHYSICAL_THERAPY: "loss_therapy",
    Category.OCCUPATIONAL_THERAPY: "loss_therapy",
    Category.REHABILITATION: "loss_therapy",
    Category.TRANSPORTATION: "loss_transport_housing_childcare",
    Category.TEMPORARY_HOUSING: "loss_transport_housing_childcare",
    Category.CHILD_CARE: "loss_transport_housing_childcare",
    Category.LOST_INCOME: "loss_income",
    Category.ATTORNEY_FEES: "loss_attorney_fees",
    Category.OTHER: "loss_other",
}
_GENERAL = {
    Category.MEDICAL: "losses_3663A_b2A",
    Category.PSYCHOLOGICAL: "losses_3663A_b2A",
    Category.PHYSICAL_THERAPY: "losses_3663A_b2B",
    Category.OCCUPATIONAL_THERAPY: "losses_3663A_b2B",
    Category.REHABILITATION: "losses_3663A_b2B",
    Category.LOST_INCOME: "losses_3663A_b2C",
    Category.TRANSPORTATION: "losses_3663A_b4",
    Category.CHILD_CARE: "losses_3663A_b4",
}


def loss_rule(
    governing: Regime, category: Category, offense_ended_on: dt.date | None
) -> str | None:
    """Return the key of the rule that lists a category of loss; None when the statute lists it not."""
    match governing:
        case Regime.GENERAL:
            return _GENERAL.get(category)
        case Regime.PROMOTION:
            return _PROMOTION_LIST
        case Regime.TRAFFICKING | Regime.TRANSPORTATION:
            former = offense_ended_on is not None and offense_ended_on < LISTED_FROM
            return _FORMER_LIST if former else _LISTED[category]


def needs_bodily_injury(rule: str) -> bool:
    """Return whether a loss is covered only where the offense resulted in bodily injury."""
    return rule in _BODILY_INJURY


def losses(
    found: Iterable[tuple[Loss, Authority]],
    *,
    without_days_of: Sequence[WorkPeriod] = (),
    since: dt.date | None = None,
) -> Figure:
    """Return the losses in dollars; zero when there are none.

    Args:
        found: the losses that the governing statute covers, each with the words that list it.
        without_days_of: periods of work whose days do not count as lost income a second time.
        since: the day from which workweeks are valued, when limitation cuts earlier ones off.

    """
    valued = ValuedDays(without_days_of, since=since)
    figures = [_loss(loss, by, valued) for loss, by in found]
    if not figures:
        return given("losses", ZERO, Unit.USD)
    return total("losses", *figures)


class ValuedDays:
    """The days on which hours were worked, listed once so that many losses can be held against them.

    Only days of workweeks that end on ``since`` or later count, when it is given.
    """

    def __init__(self, work: Iterable[WorkPeriod], *, since: dt.date | None = None) -> None:
        """List the days in order."""
        self._days = sorted(
            day
            for period in work
            for day in period.days_worked()
            if since is None or day >= period.week_of(since)
        )

    def between(self, begins_on: dt.date, ends_on: dt.date) -> int:
        """Return how many of the days lie from ``begins_on`` to ``ends_on``."""
        return bisect_right(self._days, ends_on) - bisect_left(self._days, begins_on)


def _loss(loss: Loss, by: Authority, valued: ValuedDays) -> Figure:
    words = loss.category.value.replace("_", " ")
    when = ", projected" if loss.future else ""
    figure = given(
        f"{words}{when}",
        loss.amount,
        Unit.USD,
        source=loss.exhibit,
        evidence=loss.evidence,
        by=by,
    )
    if loss.category is not Category.LOST_INCOME:
        return figure
    if loss.begins_on is None or loss.ends_on is None:
        return figure
    days = (loss.ends_on - loss.begins_on).days + 1
    same = valued.between(loss.begins_on, loss.ends_on)
    if not same:
        return figure
    outside = quotient(
        "share of days without valued labor",
        given("days without valued labor", Fraction(days - same), Unit.DAY),
        given("days of lost income", Fraction(days), Unit.DAY),
    )
    return to_cents(
        "lost income of other days", product("lost income of other days, exact", figure, outside)
    )
