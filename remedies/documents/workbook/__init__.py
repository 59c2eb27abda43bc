"""The workbook: an assessment as a spreadsheet that recomputes itself.

Every amount is a live formula with the value that it has now. Values that were entered stand once,
on the sheet of givens and rates, each under a name. Text from a claim or from the law is always
text: nothing in it becomes a formula or a link.
"""

from remedies.calculators.assessment import Assessment
from remedies.documents.workbook import authorities, givens, lines, summary, weeks
from remedies.documents.workbook.register import Register
from remedies.documents.workbook.sheet import Book
from remedies.operations import Op
from remedies.worksheet import rows

TITLE = "Restitution worksheet"


def workbook(assessment: Assessment) -> bytes:
    """Return the workbook of an assessment as an XLSX file; the same assessment gives the same bytes."""
    register = Register(assessment)
    found = rows(assessment.total)
    schedule = assessment.schedule
    claim = assessment.claim
    book = Book(TITLE, claim.reference, claim.as_of)
    first = book.sheet(summary.LAYOUT)
    second = book.sheet(lines.LAYOUT)
    third = book.sheet(weeks.layout(schedule)) if schedule else None
    givens.fill(book.sheet(givens.LAYOUT), register)
    authorities.fill(book.sheet(authorities.LAYOUT), assessment)
    if schedule and third:
        counts = any(row.figure.op is Op.COLUMN_TOTAL for row in found)
        weeks.fill(third, register, schedule, counts=counts)
    lines.fill(second, register, found)
    summary.fill(first, register, assessment, found)
    return book.content()
