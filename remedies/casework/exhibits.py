"""A claim computed, and the exhibits that can be printed of it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from remedies import law
from remedies.calculators.assessment import Assessment, assess
from remedies.wire import read_claim, read_json, result_json

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A document made of an assessment: its file name, media type, maker, and what the claim must have."""

    name: str
    media_type: str
    make: Callable[[Assessment], bytes]
    needs: str = ""

    def fits(self, assessment: Assessment) -> bool:
        """Return whether an assessment has what the document is of: the claim's field that it needs."""
        has = {"work": assessment.schedule, "civil": assessment.civil}
        return not self.needs or has[self.needs] is not None


def _result(assessment: Assessment) -> bytes:
    return result_json(assessment).encode()


# What prints is imported when something is printed: WeasyPrint takes longer to import than most
# commands take to run.


def _memorandum(assessment: Assessment) -> bytes:
    from remedies.documents.memorandum import memorandum  # noqa: PLC0415

    return memorandum(assessment)


def _schedule(assessment: Assessment) -> bytes:
    from remedies.documents.schedule import schedule  # noqa: PLC0415

    return schedule(assessment)


def _workbook(assessment: Assessment) -> bytes:
    from remedies.documents.workbook import workbook  # noqa: PLC0415

    return workbook(assessment)


def _civil(assessment: Assessment) -> bytes:
    from remedies.documents.civil import civil_pdf  # noqa: PLC0415

    assert assessment.civil is not None  # noqa: S101 - Exhibit.fits says so
    return civil_pdf(assessment.civil, assessment.claim.reference, assessment.receipt)


EXHIBITS = (
    Exhibit("result.json", JSON, _result),
    Exhibit("memorandum.pdf", PDF, _memorandum),
    Exhibit("schedule.pdf", PDF, _schedule, needs="work"),
    Exhibit("schedule.xlsx", XLSX, _workbook),
    Exhibit("civil.pdf", PDF, _civil, needs="civil"),
)


def assessed(content: bytes, *, law_as_recorded_on: dt.date | None = None) -> Assessment:
    """Return the assessment of a claim as it was handed in.

    Args:
        content: the claim's JSON.
        law_as_recorded_on: leaves out what was recorded in the law after that day.

    Raises:
        UnreadableError: the content is not a JSON object that can be read.
        FactsError: the claim's facts cannot be used.

    """
    library = law.encoded()
    if law_as_recorded_on is not None:
        library = library.as_recorded_on(law_as_recorded_on)
    return assess(read_claim(read_json(content), library), library)


def exhibits(assessment: Assessment) -> list[Exhibit]:
    """Return the exhibits that fit an assessment."""
    return [exhibit for exhibit in EXHIBITS if exhibit.fits(assessment)]
