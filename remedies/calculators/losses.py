"""The full amount of the victim's losses.

Authority:
    18 U.S.C. § 1593(b)(3): losses as § 2259(c)(2) defines them.
    18 U.S.C. § 2259(c)(2)(A)-(F): costs incurred, or reasonably projected to be incurred.
    18 U.S.C. § 2259(b)(3) (2012): the former list, for offenses that ended before December 7, 2018.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction

from remedies.facts import Category, Loss, WorkPeriod
from remedies.figures import (
    ZERO,
    Authority,
    Figure,
    Unit,
    given,
    product,
    quotient,
    to_cents,
    total,
)
from remedies.law import Law

LISTED_FROM = dt.date(2018, 12, 7)
FORMER_LIST = "losses_2259_b3_former"
PARAGRAPH = {
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


def losses(
    found: Sequence[Loss],
    law: Law,
    *,
    offense_ended_on: dt.date | None = None,
    without_days_of: Sequence[WorkPeriod] = (),
) -> Figure:
    """Return the losses in dollars; zero when there are none.

    Args:
        found: the losses that the governing statute covers.
        law: for the paragraph of each category.
        offense_ended_on: the last day of the offense; before December 7, 2018 the former list applies.
        without_days_of: periods of work whose days do not count as lost income a second time.

    """
    former = offense_ended_on is not None and offense_ended_on < LISTED_FROM
    figures = [
        _loss(loss, law.rule(FORMER_LIST if former else PARAGRAPH[loss.category]), without_days_of)
        for loss in found
    ]
    if not figures:
        return given("losses", ZERO, Unit.USD)
    return total("losses", *figures)


def _loss(loss: Loss, by: Authority, work: Sequence[WorkPeriod]) -> Figure:
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
    same = overlap_days(work, loss.begins_on, loss.ends_on)
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


def overlap_days(work: Iterable[WorkPeriod], begins_on: dt.date, ends_on: dt.date) -> int:
    """Return how many days from ``begins_on`` to ``ends_on`` lie in periods of work."""
    return sum(
        max(0, (min(last, ends_on) - max(first, begins_on)).days + 1)
        for period in work
        for first, last in period.spans()
    )
