"""A proposed order in the shape of the order that a case's journal takes, once the court has made it.

Authority:
    18 U.S.C. § 3664(h): each defendant's liability. 18 U.S.C. § 3572(d): due immediately unless the court
        provides otherwise, as :mod:`remedies.calculators.proposed_order` has it otherwise.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from remedies.calculators.proposed_order_parts import Awarded, Ground, Liable, ProposedOrder
from remedies.facts import Statute

_STATUTES: Mapping[Ground, Statute] = {
    Ground.TRAFFICKING: Statute(18, "1593"),
    Ground.TRANSPORTATION: Statute(18, "2429"),
    Ground.PROMOTION: Statute(18, "2421A", "(d)"),
    Ground.MANDATORY_LOSSES: Statute(18, "3663A"),
    Ground.DISCRETIONARY_LOSSES: Statute(18, "3663"),
    Ground.AGREED: Statute(18, "3663", "(a)(3)"),
}


def as_order(
    proposed: ProposedOrder,
    *,
    reference: str,
    judgment_on: Mapping[str, dt.date],
    terms: Mapping[str, Mapping[str, object]] | None = None,
    **also: object,
) -> dict[str, Any]:
    """Return the fields of the order's entry: cents, days and statutes, as plain mappings.

    Args:
        proposed: the proposal.
        reference: the order's own, such as ``O-1``.
        judgment_on: each defendant's day of judgment; a defendant without one is left out.
        terms: by defendant, further fields of a liability, such as ``fine`` or ``due``.
        also: further fields of the order, such as ``distribution`` and ``minimum_disbursement``.

    """
    stated = terms or {}
    liabilities = [
        {**_liability(one, judgment_on[one.defendant]), **stated.get(one.defendant, {})}
        for one in proposed.liabilities
        if one.defendant in judgment_on
    ]
    return {
        "reference": reference,
        "awards": [_award(award) for award in proposed.awards],
        "liabilities": liabilities,
        **also,
    }


def _award(award: Awarded) -> dict[str, object]:
    """Return an award; one that several statutes give names the first, and is mandatory if all of it is."""
    return {
        "obligee": award.victim,
        "amount": award.amount,
        "statute": _STATUTES[award.parts[0].ground],
        "mandatory": not award.discretionary,
    }


def _liability(one: Liable, judgment_on: dt.date) -> dict[str, object]:
    amounts = {owed.victim: owed.amount for owed in one.owed}
    return {
        "obligor": one.defendant,
        "judgment_on": judgment_on,
        "amounts": amounts,
        "cap": one.cap,
    }
