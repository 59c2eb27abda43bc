"""The weekly Treasury yield that fixes a rate of interest, by the day that the law looks back from.

Authority:
    18 U.S.C. § 3612(f)(2)(B): the weekly average one-year constant maturity Treasury yield for the calendar
        week preceding the first day on which the defendant is liable for interest.
    28 U.S.C. § 1961(a): the same yield for the calendar week preceding the date of the judgment.

A calendar week runs from Sunday to Saturday. A week that is not in the series is refused by name.
"""

import datetime as dt

from remedies.errors import LawNotEncodedError
from remedies.figures import Figure
from remedies.law import Law

YIELDS = "us.treasury_1yr_weekly"
DAY = dt.timedelta(days=1)
_WEEK = 7


def week_before(day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the Sunday and the Saturday of the calendar week before the one in which a day lies."""
    saturday = day - (day.isoweekday() % _WEEK + 1) * DAY
    return saturday - (_WEEK - 1) * DAY, saturday


def yield_before(day: dt.date, law: Law) -> Figure:
    """Return the yield of the calendar week before that of ``day``, in percent a year.

    Raises:
        LawNotEncodedError: the yield of that week is not encoded; the error names the week.

    """
    sunday, saturday = week_before(day)
    try:
        return law.on(YIELDS, saturday)
    except LawNotEncodedError as error:
        why = f"the yield of the week from Sunday {sunday} to Saturday {saturday} is not encoded"
        how = "add the week with `remedies law import treasury`"
        raise LawNotEncodedError(YIELDS, f"{why}: {error.why}", on=saturday, how=how) from error
