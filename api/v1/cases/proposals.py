"""The restitution order that a case's assessments and convictions support, before a court has made one."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from api.v1.cases import printed
from api.v1.cases.answering import Answer, digested
from api.v1.cases.records import AS_OF
from api.v1.cases.serving import Asked, Taken
from api.v1.query import needed_day
from remedies import law
from remedies.casework import cases
from remedies.casework.exhibits import JSON, PDF
from remedies.ledger.proposing import Stated
from remedies.wire import read_json
from remedies.wire.attribution import read_attribution
from remedies.wire.proposed_order import proposed_order_document

OPTION: Final = "option"
PROPOSED: Final = (AS_OF, OPTION)
FORMS: Final = (JSON, PDF, printed.HTML)


def proposed(asked: Asked, case: str) -> Answer:
    """Propose the restitution order that the assessments and convictions support."""
    return _proposed(asked, case, {})


def attributed(asked: Asked, case: str, taken: Taken) -> Answer:
    """Propose the order with what is stated of the defendants, of which nothing is kept."""
    return _proposed(asked, case, read_attribution(read_json(taken.content)))


def _proposed(asked: Asked, case: str, stated: Mapping[str, Stated]) -> Answer:
    found = cases.proposal(
        asked.desk,
        case,
        as_of=needed_day(asked.query, AS_OF),
        stated=stated,
        option=asked.query.get(OPTION),
    )
    if asked.form == JSON:
        document = proposed_order_document(found.order, law.encoded())
        return digested({"as_of": found.as_of.isoformat(), **document})
    make = printed.proposal_pdf if asked.form == PDF else printed.proposal_page
    return printed.file(asked.form, "proposed-order", partial(make, found))
