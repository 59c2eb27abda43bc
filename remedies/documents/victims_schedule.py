"""The schedule of victims as a page and as a PDF: redacted for the public record, or under seal with names.

It is Schedule A of the proposed order, with the same rows; the order refers to it.
"""

from typing import Final

from remedies.documents import pdf as printing
from remedies.documents.pages import alone
from remedies.documents.proposed_order_words import listed
from remedies.documents.victims_schedule_view import Payee, VictimsSchedule
from remedies.documents.wording import day

__all__ = [
    "Payee",
    "VictimsSchedule",
    "victims_schedule_html",
    "victims_schedule_page",
    "victims_schedule_pdf",
]

_TEMPLATE: Final = "victims_schedule/en.html"


def victims_schedule_html(found: VictimsSchedule) -> str:
    """Return the schedule as the page that is printed, in any form."""
    return printing.html(_TEMPLATE, found=found, view=found.order, day=day, listed=listed)


def victims_schedule_page(found: VictimsSchedule) -> str:
    """Return the schedule as a page that stands alone: its styles are in it, and it loads nothing."""
    return alone(victims_schedule_html(found))


def victims_schedule_pdf(found: VictimsSchedule) -> bytes:
    """Return the schedule as a PDF; the same schedule gives the same bytes."""
    return printing.pdf(victims_schedule_html(found))
