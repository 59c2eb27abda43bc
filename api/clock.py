"""The clock: the only place that asks what day it is, for forms to begin with; never for a result."""

import datetime as dt


def today() -> dt.date:
    """Return today's date in UTC."""
    return dt.datetime.now(dt.UTC).date()  # noqa: TID251 - here and nowhere else


def now() -> dt.datetime:
    """Return the instant, in UTC: when an entry is recorded or a token is looked at."""
    return dt.datetime.now(dt.UTC)  # noqa: TID251 - here and nowhere else
