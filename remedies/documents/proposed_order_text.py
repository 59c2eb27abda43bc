"""A proposed restitution order for a reader at a terminal."""

from rich.console import Group, RenderableType

from remedies.documents.case_text import listing, ruled
from remedies.documents.law_text import indented, section
from remedies.documents.proposed_order_view import ProposalView


def proposed_order_text(view: ProposalView) -> RenderableType:
    """Return the proposal as a page: what is ordered, who is liable, what is pending and open."""
    parts: list[RenderableType] = [f"{view.title}. A proposal, not an order.", ""]
    parts += view.ordered
    if view.proposed.awards:
        parts += [*section("What each victim is to be paid"), indented(_awards(view))]
        parts += [*section("Who is liable"), *map(indented, view.liability)]
        parts += [indented(_liabilities(view))]
        parts += [*section("Payment and interest")]
        parts += map(indented, (*view.payment, *view.interest, *view.forfeited))
    if view.proposed.pending:
        heads = ("Victim", "What", "By", "Authority")
        parts += [*section("Losses not yet known"), indented(listing(heads, view.days()))]
    if view.proposed.open:
        heads = ("About", "What is open", "Amount", "Authority")
        parts += [*section("To settle before this is asked for")]
        parts += [indented(listing(heads, view.open_points()))]
    return Group(*parts)


def _awards(view: ProposalView) -> RenderableType:
    heads = ("Victim", "Assessment", "Statute", "Mandatory", "Discretionary", "Award", "Owed by")
    table = ruled(*heads, right=heads[3:6])
    for row in view.awards():
        table.add_row(*row)
    table.add_section()
    table.add_row("All", "", "", *view.totals(), "")
    return table


def _liabilities(view: ProposalView) -> RenderableType:
    heads = ("Defendant", "Victim", "Statute", "Mandatory", "Discretionary", "At most", "With")
    table = ruled(*heads, right=heads[3:6])
    for one, rows in view.liabilities():
        for row in rows:
            table.add_row(one.defendant, *row)
    return table
