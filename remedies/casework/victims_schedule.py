"""The schedule of victims of a stored case: by reference for the public record, with names under seal."""

import datetime as dt
from collections.abc import Mapping

from remedies.casework.callers import Right
from remedies.casework.desk import Desk
from remedies.casework.identities import get_identity, identified
from remedies.casework.proposals import proposal, proposal_view
from remedies.casework.reading import case
from remedies.documents.victims_schedule_view import Payee, VictimsSchedule
from remedies.ledger.proposing import Stated


def victims_schedule(  # noqa: PLR0913 - what the paper is of, by name
    desk: Desk,
    case_id: str,
    *,
    as_of: dt.date,
    sealed: bool = False,
    stated: Mapping[str, Stated] | None = None,
    option: str | None = None,
) -> VictimsSchedule:
    """Return the schedule of the victims whom the case's proposed order pays.

    Args:
        desk: whose transaction it is, with keys.
        case_id: the case.
        as_of: the day at whose end the entries stand.
        sealed: with the names and addresses that are stored, to be filed under seal; each reading of one is
            a row of the audit trail. Without it no identity is read.
        stated: as :func:`remedies.casework.proposals.proposal` has it.
        option: of the position ``joint_several``, as there.

    Raises:
        ForbiddenError: the caller reads its own victims only, or, of a sealed schedule, no identities.
        NotFoundError: there is no such case that the caller may see, or a claim's paper was destroyed.
        FactsError, LedgerError: as :func:`remedies.casework.proposals.proposal` says.

    """
    case(desk, case_id)
    if sealed:
        desk.caller.demand(Right.READ_IDENTITY)
    found = proposal(desk, case_id, as_of=as_of, stated=stated, option=option)
    order = proposal_view(found)
    if not sealed:
        return VictimsSchedule(order=order)
    stored = identified(desk, case_id)
    payees = {
        award.victim: _payee(desk, case_id, award.victim)
        for award in found.order.awards
        if award.victim in stored
    }
    return VictimsSchedule(order=order, payees=payees)


def _payee(desk: Desk, case_id: str, victim: str) -> Payee:
    """Return what of an identity a payment needs, and nothing else of it."""
    identity = get_identity(desk, case_id, victim)
    return Payee(name=identity.get("name", ""), address=tuple(identity.get("address", ())))
