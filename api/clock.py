"""The clock: the only place that asks what day it is, for forms to begin with; never for a result."""

import datetime as dt


def today() -> dt.date:
    """Return today's date in UTC."""
    return dt.datetime.now(dt.UTC).date()  # noqa: TID251 - here and nowhere else
