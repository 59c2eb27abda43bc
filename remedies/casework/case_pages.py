"""The pages of papers of one claim or one stored case, by kind; each is printed in any form."""

from collections.abc import Callable, Mapping
from typing import Final

from remedies import law
from remedies.calculators.assessment import assess
from remedies.casework.material import Material
from remedies.casework.property import Read
from remedies.casework.proposals import Proposal, proposal_view
from remedies.documents.guides.catalog import (
    MEMORANDUM,
    ORDER,
    RESTORATION,
    STATEMENT,
    VICTIMS,
)
from remedies.documents.memorandum import memorandum_html
from remedies.documents.proposed_order import proposed_order_html
from remedies.documents.restoration import restoration_html
from remedies.documents.statement import statement_html
from remedies.documents.victims_schedule import victims_schedule_html
from remedies.documents.victims_schedule_view import VictimsSchedule
from remedies.ledger.statement_lines import Statement


def case_page(kind: str, material: Material) -> str:
    """Return the page of a paper of :data:`remedies.documents.guides.catalog.CASE_PAPERS`.

    Raises:
        FactsError: the claim cannot be computed.

    """
    return _PAGES[kind](material)


def _memorandum(made_of: Material) -> str:
    assert made_of.claim is not None  # noqa: S101 - what it needs was demanded
    return memorandum_html(assess(made_of.claim, law.encoded()))


def _order(made_of: Material) -> str:
    assert isinstance(made_of.found, Proposal)  # noqa: S101
    return proposed_order_html(proposal_view(made_of.found))


def _victims(made_of: Material) -> str:
    assert isinstance(made_of.found, VictimsSchedule)  # noqa: S101
    return victims_schedule_html(made_of.found)


def _restoration(made_of: Material) -> str:
    assert isinstance(made_of.found, Read)  # noqa: S101
    return restoration_html(made_of.found.found, made_of.found.case)


def _statement(made_of: Material) -> str:
    assert isinstance(made_of.found, Statement)  # noqa: S101
    return statement_html(made_of.found)


_PAGES: Final[Mapping[str, Callable[[Material], str]]] = {
    MEMORANDUM: _memorandum,
    ORDER: _order,
    VICTIMS: _victims,
    RESTORATION: _restoration,
    STATEMENT: _statement,
}
