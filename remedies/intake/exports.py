"""Records of a claim as text tables that a spreadsheet opens, and that an import reads back unchanged.

A text that a spreadsheet would take for a formula gets an apostrophe before it, as a person would type it;
the import takes it away again.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from remedies.intake.columns import FIELDS, Sort
from remedies.intake.refusals import refuse

_TAKEN_FOR_FORMULA = re.compile("'*[=+@＝＋－＠-]")  # noqa: RUF001 - signs that some spreadsheets take so

Given = Mapping[str, object]


def timesheet_csv(records: Iterable[Given]) -> str:
    """Return the records of ``hours`` as CSV, one row each.

    Raises:
        TableError: a record holds what a row cannot, such as a range of hours.

    """
    return _written(list(records), Sort.TIMESHEET, "work[].hours.records")


def payments_csv(payments: Iterable[Given]) -> str:
    """Return the records of ``paid`` as CSV, one row each.

    Raises:
        TableError: a record holds what a row cannot.

    """
    return _written(list(payments), Sort.PAYMENTS, "work[].paid.records")


def _written(records: Sequence[Given], sort: Sort, where: str) -> str:
    names = [name for name in FIELDS[sort] if any(name in record for record in records)]
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    for place, record in enumerate(records):
        values = [record.get(name, "") for name in names]
        if len(record) > len([name for name in names if name in record]) or not all(
            isinstance(value, str) for value in values
        ):
            field = where.replace(".records", f".records[{place}]")
            refuse(field, "does_not_belong", "holds more than a row of this table can")
        writer.writerow([_guarded(str(value)) for value in values])
    return text.getvalue()


def _guarded(value: str) -> str:
    return f"'{value}" if _TAKEN_FOR_FORMULA.match(value) else value
