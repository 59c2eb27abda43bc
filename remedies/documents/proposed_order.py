"""The proposed restitution order on paper and as a page: for lawyers, and marked as a proposal."""

from typing import Final

from remedies.documents import pdf as printing
from remedies.documents.pages import alone
from remedies.documents.proposed_order_view import ProposalView
from remedies.documents.proposed_order_words import usd
from remedies.documents.wording import day
from remedies.worksheet import cite

_TEMPLATE: Final = "proposed_order/en.html"


def proposed_order_html(view: ProposalView) -> str:
    """Return the proposal as the page that is printed."""
    return printing.html(_TEMPLATE, view=view, proposed=view.proposed, usd=usd, day=day, cite=cite)


def proposed_order_page(view: ProposalView) -> str:
    """Return the proposal as a page that stands alone: its styles are in it, and it loads nothing."""
    return alone(proposed_order_html(view))


def proposed_order_pdf(view: ProposalView) -> bytes:
    """Return the proposal as a PDF; the same proposal gives the same bytes."""
    return printing.pdf(proposed_order_html(view))
