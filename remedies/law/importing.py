"""Adding to the encoded law: what a file would add, what it contradicts, and the law file after it.

Nothing here writes. A change is a text beside the text that it changes; whoever writes it shows the
difference first.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import tomli

from remedies.errors import ImportRefusedError, LawDataError, Problem
from remedies.law import weekly
from remedies.law.download import Download
from remedies.law.items import Item
from remedies.law.library import Law
from remedies.law.reading import item
from remedies.law.soundness import wrong_with
from remedies.law.weekly import CENT, DAY, FRIDAY, Week

KEY = "us.treasury_1yr_weekly"
MARK = "official"
FEWEST_DAYS = 3
UNDATED = "RECORDED-ON"
_ROWS = re.compile(r'^[ \t]*"(\d{4}-\d{2}-\d{2}) [^"\n]*",[ \t]*\n', re.MULTILINE)
_OPEN = re.compile(r"^weeks = \[[ \t]*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Weeks:
    """What a download has of a weekly series: new weeks, weeks that agree, and what to know about both."""

    source: str
    new: tuple[Week, ...]
    agreeing: int
    contradictions: tuple[Problem, ...]
    remarks: tuple[str, ...]


def weeks_of(download: Download) -> tuple[list[Week], list[str]]:
    """Return the whole weeks of a download, and remarks on what was left aside or taken for granted.

    A week of daily values is whole when the file begins by its Monday and reaches its Friday or a later
    day.

    Raises:
        ImportRefusedError: a week inside the file has fewer than three values.

    """
    if download.weekly:
        found = {day: value for day, value in download.values.items() if value is not None}
        return [Week(day, value.quantize(CENT)) for day, value in found.items()], []
    days = list(download.values)
    monday = days[0] + -days[0].weekday() % 7 * DAY
    weeks, remarks, problems = [], [], []
    while monday + FRIDAY * DAY <= days[-1]:
        span = [monday + n * DAY for n in range(FRIDAY + 1)]
        values = [value for day in span if (value := download.values.get(day)) is not None]
        if len(values) < FEWEST_DAYS:
            problems.append(_few(span[-1], len(values)))
        else:
            weeks.append(
                Week(span[-1], weekly.mean(values), tuple(v.quantize(CENT) for v in values))
            )
        remarks += [
            f"no row for {day}; taken as a holiday" for day in span if day not in download.values
        ]
        monday += 7 * DAY
    if problems:
        raise ImportRefusedError(problems)
    return weeks, [*remarks, *_left(days, monday)]


def _few(friday: dt.date, count: int) -> Problem:
    message = f"only {count} daily values; a week has at least {FEWEST_DAYS}"
    return Problem(f"week ending {friday}", "few_values", message)


def _left(days: Sequence[dt.date], monday: dt.date) -> list[str]:
    remarks = []
    if days[0].weekday():
        remarks.append(f"the file begins on {days[0]}, inside a week; that week is left aside")
    if days[-1] >= monday:
        remarks.append(f"the week of {monday} is not over in the file; it is left aside")
    return remarks


def compared(text: str, download: Download, recorded_on: dt.date | None = None) -> Weeks:
    """Return what a download adds to a series' file, and where it contradicts what is recorded.

    Raises:
        ImportRefusedError: a week of the download cannot be used.

    """
    recorded = {week.friday: week for week in _recorded(text)}
    newest = max(row.split()[2] for row in tomli.loads(text)["weeks"])
    if recorded_on and str(recorded_on) < newest:
        message = f"{recorded_on} lies before the last record, of {newest}"
        raise ImportRefusedError([Problem("--recorded-on", "backward", message)])
    found, remarks = weeks_of(download)
    first = min(recorded)
    earlier = [week for week in found if week.friday < first]
    if earlier:
        remarks.append(f"{len(earlier)} weeks before the series begins are left aside")
    later = [week for week in found if week.friday >= first]
    if recorded_on and later and later[-1].friday > recorded_on:
        message = f"is after the day of recording, {recorded_on}"
        raise ImportRefusedError([Problem(f"week ending {later[-1].friday}", "future", message)])
    known = [week for week in later if week.friday in recorded]
    problems = [p for week in known for p in _contradictions(recorded[week.friday], week)]
    new = [week for week in later if week.friday not in recorded]
    remarks += _holes(sorted({*recorded, *(week.friday for week in new)}))
    wrong = {problem.field for problem in problems}
    return Weeks(
        download.source, tuple(new), len(known) - len(wrong), tuple(problems), tuple(remarks)
    )


def _recorded(text: str) -> list[Week]:
    """Return the weeks of a law file; of a week recorded twice, the last."""
    rows = sorted((weekly.read(row) for row in tomli.loads(text)["weeks"]), key=_recorded_on)
    return [week for week, _ in rows]


def _recorded_on(row: tuple[Week, Mapping[str, str]]) -> str:
    return row[1]["recorded_on"]


def _contradictions(recorded: Week, found: Week) -> list[Problem]:
    where = f"week ending {recorded.friday}"
    if found.value != recorded.value:
        message = f"recorded {recorded.value}, in the file {found.value}"
    elif recorded.daily and found.daily and recorded.daily != found.daily:
        message = f"days recorded {_days(recorded.daily)}, in the file {_days(found.daily)}"
    else:
        return []
    return [Problem(where, "contradiction", message)]


def _days(values: Sequence[Decimal]) -> str:
    return " ".join(str(value) for value in values)


def _holes(fridays: Sequence[dt.date]) -> list[str]:
    return [
        f"no week is known between those ending {one} and {other}"
        for one, other in pairwise(fridays)
        if other - one != 7 * DAY
    ]


def with_weeks(text: str, found: Weeks, recorded_on: dt.date | None, law: Law) -> str:
    """Return a series' file with the new weeks in their places, and its two last days moved.

    Raises:
        ImportRefusedError: the checks of the encoded law find something wrong with the new weeks.
        LawDataError: the file is not written as one row a line, so that nothing can be added safely.

    """
    made = text
    for week in found.new:
        row = weekly.row_text(week, str(recorded_on or UNDATED), MARK, found.source)
        made = _placed(made, str(week.friday), f'  "{row}",\n')
    last = max([*(week.friday for week in _recorded(text)), *(w.friday for w in found.new)])
    if last > max(week.friday for week in _recorded(text)):
        made = moved(made, recorded_on, confirmed_on=last, known_through=last + DAY)
    if recorded_on:
        _prove(text, made, found, law)
    return made


def _placed(text: str, friday: str, line: str) -> str:
    """Return the text with a row after the last row of an earlier week."""
    opening = _OPEN.search(text)
    before = [row.end() for row in _ROWS.finditer(text) if row[1] < friday]
    if opening is None:
        msg = f"{KEY}: its file has no line 'weeks = [' to add weeks under"
        raise LawDataError(msg)
    place = before[-1] if before else opening.end()
    return text[:place] + line + text[place:]


def _prove(text: str, made: str, found: Weeks, law: Law) -> None:
    """Refuse a text that does not say exactly what the old one said, with the new weeks in order."""
    before, after = tomli.loads(text), tomli.loads(made)
    sound(item(KEY, before), item(KEY, after), law)
    old, new = before["weeks"], after["weeks"]
    known = set(old)
    kept = [row for row in new if row in known]
    added = [weekly.read(row)[0] for row in new if row not in known]
    days = [row.split()[0] for row in new]
    if kept != old or added != list(found.new) or days != sorted(days):
        msg = f"{KEY}: its weeks are not one a line in order, so that none can be added safely"
        raise LawDataError(msg)


def sound(before: Item, after: Item, law: Law) -> None:
    """Refuse what a change would bring into a file that the checks of the encoded law find wrong.

    Raises:
        ImportRefusedError: they find something that they did not find before.

    """
    already = set(wrong_with(before, law))
    wrong = [why for why in wrong_with(after, law) if why not in already]
    if wrong:
        raise ImportRefusedError(Problem(after.key, "unsound", why) for why in wrong)


def moved(
    text: str,
    recorded_on: dt.date | None,
    *,
    confirmed_on: dt.date | None = None,
    known_through: dt.date | None = None,
) -> str:
    """Return a law file in which its last days are moved from a day of recording on.

    The days that stood before stay in the file, so that it still answers as it did.
    """
    days = {"confirmed_on": confirmed_on, "known_through": known_through}
    lines = [f"{name} = {day}\n" for name, day in days.items() if day]
    if not lines:
        return text
    return "".join(
        [text.rstrip("\n"), f"\n\n[[moved]]\nrecorded_on = {recorded_on or UNDATED}\n", *lines]
    )
