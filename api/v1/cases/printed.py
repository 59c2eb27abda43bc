"""Papers of cases as files; what makes them is imported when one is made, because that takes long."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final

from api.printing import PRINTING
from api.v1.cases.answering import Answer
from remedies.casework.cases import Read
from remedies.casework.exhibits import PDF, XLSX
from remedies.casework.proposals import Proposal, proposal_view
from remedies.ledger.asset_requests import Remission
from remedies.ledger.delays import Waiting
from remedies.ledger.restoration import RestorationRequest
from remedies.ledger.statement_lines import Statement

HTML: Final = "text/html"
_ENDINGS: Final = {PDF: "pdf", XLSX: "xlsx", HTML: "html"}


def file(form: str, name: str, make: Callable[[], bytes]) -> Answer:
    """Return the answer that is a file of a form, named so, which ``make`` makes."""
    return Answer(file=make, media_type=form, name=f"{name}.{_ENDINGS[form]}")


def statement_pdf(found: Statement) -> bytes:
    """Return a statement as PDF."""
    from remedies.documents.statement import statement_pdf  # noqa: PLC0415

    with PRINTING:
        return statement_pdf(found)


def statement_page(found: Statement) -> bytes:
    """Return a statement as a page."""
    from remedies.documents.statement import statement_page  # noqa: PLC0415

    return statement_page(found).encode()


def statement_workbook(found: Statement) -> bytes:
    """Return a statement as a workbook."""
    from remedies.documents.statement_workbook import statement_workbook  # noqa: PLC0415

    return statement_workbook(found)


def delays_pdf(found: Sequence[Waiting], as_of: dt.date) -> bytes:
    """Return what waits as PDF."""
    from remedies.documents.statement_delays import delays_pdf  # noqa: PLC0415

    with PRINTING:
        return delays_pdf(found, as_of)


def delays_page(found: Sequence[Waiting], as_of: dt.date) -> bytes:
    """Return what waits as a page."""
    from remedies.documents.statement_delays import delays_page  # noqa: PLC0415

    return delays_page(found, as_of).encode()


def delays_workbook(found: Sequence[Waiting], as_of: dt.date) -> bytes:
    """Return what waits as a workbook."""
    from remedies.documents.statement_delays import delays_workbook  # noqa: PLC0415

    return delays_workbook(found, as_of)


def proposal_pdf(found: Proposal) -> bytes:
    """Return a proposed order as PDF."""
    from remedies.documents.proposed_order import proposed_order_pdf  # noqa: PLC0415

    with PRINTING:
        return proposed_order_pdf(proposal_view(found))


def proposal_page(found: Proposal) -> bytes:
    """Return a proposed order as a page."""
    from remedies.documents.proposed_order import proposed_order_page  # noqa: PLC0415

    return proposed_order_page(proposal_view(found)).encode()


def restoration_pdf(read: Read[RestorationRequest]) -> bytes:
    """Return a request for restoration as PDF."""
    from remedies.documents.restoration import restoration_pdf  # noqa: PLC0415

    with PRINTING:
        return restoration_pdf(read.found, read.case)


def restoration_page(read: Read[RestorationRequest]) -> bytes:
    """Return a request for restoration as a page."""
    from remedies.documents.restoration import restoration_page  # noqa: PLC0415

    return restoration_page(read.found, read.case).encode()


def remission_pdf(read: Read[Remission]) -> bytes:
    """Return a worksheet of petitions as PDF."""
    from remedies.documents.remission import remission_pdf  # noqa: PLC0415

    with PRINTING:
        return remission_pdf(read.found.worksheet, read.case, read.found.asset, read.found)


def remission_page(read: Read[Remission]) -> bytes:
    """Return a worksheet of petitions as a page."""
    from remedies.documents.remission import remission_page  # noqa: PLC0415

    return remission_page(read.found.worksheet, read.case, read.found.asset, read.found).encode()
