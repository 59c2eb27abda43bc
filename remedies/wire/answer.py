"""The answer to an opposing schedule as JSON, and our own schedule in the shape in which theirs is read."""

import csv
import json
from collections.abc import Iterable, Iterator
from fractions import Fraction
from io import StringIO
from typing import Final

from remedies.calculators.answer import (
    Answer,
    Balance,
    Cause,
    CauseTotal,
    Difference,
    OurWeek,
    TheirRow,
)
from remedies.calculators.assessment import Assessment
from remedies.figures import Authority, Checked
from remedies.worksheet import decimal_text

VERSION: Final = "1"
COLUMNS: Final = ("workweek", "hours", "rate", "due", "paid", "unpaid")
_MOST_PLACES: Final = 6
_READ_PLACES: Final = 4
_RANK: Final = {checked: rank for rank, checked in enumerate(Checked)}


def answer_json(assessment: Assessment, found: Answer) -> str:
    """Return the answer as JSON text; equal facts give equal bytes.

    Amounts are dollars and rates dollars an hour, as decimal strings; differences are ours less theirs.
    """
    receipt = assessment.receipt
    document = {
        "answer": VERSION,
        "reference": assessment.claim.reference,
        "differs": found.differs,
        "workweeks": _counts(found),
        "balance": [_balance(balance) for balance in found.balances],
        "causes": [_total(total) for total in found.causes],
        "differences": [_difference(entry) for entry in found.differing],
        "only_ours": [_ours(week) for week in found.only_ours],
        "only_theirs": [_theirs(row) for row in found.only_theirs],
        "notes": list(found.notes),
        "receipt": {
            "facts": receipt.facts,
            "law": receipt.law,
            "software": receipt.software,
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def schedule_csv(weeks: Iterable[OurWeek]) -> str:
    """Return workweeks in the shape in which an opposing schedule is read, as CSV; cut at four decimals."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for week in weeks:
        values = (week.hours, week.rate, week.due, week.paid, week.unpaid)
        cells = (decimal_text(value, 2, _READ_PLACES)[0] for value in values)
        writer.writerow([week.starts_on.isoformat(), *cells])
    return text.getvalue()


def _counts(found: Answer) -> dict[str, int]:
    return {
        "ours": len(found.weeks),
        "theirs": len(found.theirs.rows),
        "agreeing": found.agreeing,
        "differing": len(found.differing),
        "only_ours": len(found.only_ours),
        "only_theirs": len(found.only_theirs),
    }


def _balance(balance: Balance) -> dict[str, object]:
    names = ("theirs", "only_theirs", "rows", "only_ours", "ours", "difference", "explained")
    found: dict[str, object] = {"column": balance.column}
    return {
        **found,
        **{name: _number(getattr(balance, name)) for name in names},
        "holds": balance.holds,
    }


def _total(total: CauseTotal) -> dict[str, object]:
    return {
        "cause": total.kind.value,
        "title": total.title,
        "workweeks": total.workweeks,
        **_moved(total),
        **_cited(total.authority),
    }


def _difference(entry: Difference) -> dict[str, object]:
    week, row = entry.week, entry.row
    found: dict[str, object] = {
        "workweek": week.starts_on.isoformat(),
        "row": row.where,
        "begins_later_by_days": entry.shifted,
        "source": week.basis,
    }
    pairs = (
        ("hours", week.hours, row.hours),
        ("rate", week.rate, row.rate),
        ("due", week.due, row.due),
        ("paid", week.paid, row.paid),
        ("unpaid", week.unpaid, row.left_unpaid),
    )
    for name, ours, theirs in pairs:
        found[name] = {
            "theirs": _known(theirs),
            "ours": _number(ours),
            "difference": _known(getattr(entry, name)),
        }
    return {**found, "causes": [_cause(cause) for cause in entry.causes]}


def _cause(cause: Cause) -> dict[str, object]:
    return {
        "cause": cause.kind.value,
        "says": cause.says,
        **_moved(cause),
        **_cited(cause.authority),
    }


def _moved(cause: Cause | CauseTotal) -> dict[str, str | None]:
    return {name: _known(getattr(cause, name)) for name in ("due", "paid", "unpaid")}


def _cited(authorities: tuple[Authority, ...]) -> dict[str, str | None]:
    worst = max((a.checked for a in authorities), key=_RANK.__getitem__, default=None)
    return {"authority": "; ".join(a.citation for a in authorities), "checked": worst}


def _ours(week: OurWeek) -> dict[str, object]:
    values = (week.hours, week.rate, week.due, week.paid, week.unpaid)
    return dict(_row(week.starts_on.isoformat(), values))


def _theirs(row: TheirRow) -> dict[str, object]:
    values = (row.hours, row.rate, row.due, row.paid, row.left_unpaid)
    return {**dict(_row(row.starts_on.isoformat(), values)), "row": row.where}


def _row(starts_on: str, values: Iterable[Fraction | None]) -> Iterator[tuple[str, str | None]]:
    yield COLUMNS[0], starts_on
    yield from zip(COLUMNS[1:], map(_known, values), strict=True)


def _known(value: Fraction | None) -> str | None:
    return None if value is None else _number(value)


def _number(value: Fraction) -> str:
    return decimal_text(value, 2, _MOST_PLACES)[0]
