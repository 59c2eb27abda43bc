"""The days of the remedies that may be open, as a calendar; nobody who sees it learns what they are."""

import datetime as dt
from collections.abc import Iterable, Iterator

from remedies.calculators.avenues.remedy import Kind, Remedy
from remedies.documents.calendar import DayToAct, calendar
from remedies.documents.guides.labels import labels
from remedies.documents.texts import text


def days_calendar(
    remedies: Iterable[Remedy], code: str, as_of: dt.date, *, named: bool = False
) -> bytes:
    """Return the safe days that lie ahead; with ``named``, each says which remedy it is of.

    Raises:
        KeyError: there is no such language.

    """
    return calendar(_days(remedies, code, as_of, named=named), as_of)


def _days(
    remedies: Iterable[Remedy], code: str, as_of: dt.date, *, named: bool
) -> Iterator[DayToAct]:
    said = labels(code, "calendar")
    found = text("remedies", code)
    for remedy in remedies:
        for limit in remedy.limits:
            if limit.kind is not Kind.LAST_DAY or limit.safe_on is None or limit.safe_on < as_of:
                continue
            title = found.section(remedy.avenue).title.words() if named else said["title"]
            yield DayToAct(on=limit.safe_on, title=title, note=said["note"])
