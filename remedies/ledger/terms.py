"""The order in force, read once for computing: awards by victim, liabilities by defendant."""

import datetime as dt
from dataclasses import replace

from remedies.ledger.derived import Terms
from remedies.ledger.entries import Entry, Liability, Order, Person, Victim
from remedies.ledger.state import State


def terms_of(state: State, entry: Entry) -> Terms:
    """Return what one version of the order says."""
    order = entry.body
    assert isinstance(order, Order)  # noqa: S101 - versions are kept by kind
    return Terms(
        order=order,
        on=entry.on,
        seq=entry.seq,
        awards={award.obligee: award for award in order.awards},
        liabilities={each.obligor: _as_listed(each, order) for each in order.liabilities},
        united_states=frozenset(
            award.obligee for award in order.awards if _is_united_states(state, award.obligee)
        ),
    )


def _as_listed(liability: Liability, order: Order) -> Liability:
    """The amounts in the order's listing, however they were written: ties go by it."""
    amounts = liability.amounts
    listed = {a.obligee: amounts[a.obligee] for a in order.awards if a.obligee in amounts}
    return replace(liability, amounts=listed)


def liability_of(entry: Entry, obligor: str) -> Liability | None:
    """Return what one version of the order says of one defendant; None where it does not name them."""
    order = entry.body
    assert isinstance(order, Order)  # noqa: S101 - versions are kept by kind
    found = [each for each in order.liabilities if each.obligor == obligor]
    return _as_listed(found[-1], order) if found else None


def _is_united_states(state: State, reference: str) -> bool:
    found = state.latest(Victim.kind, reference)
    return (
        found is not None
        and isinstance(found.body, Victim)
        and found.body.person is Person.UNITED_STATES
    )


def order_versions(state: State) -> list[Entry]:
    """Return the versions of the restitution order by day, then by recording; none before judgment."""
    return [entry for found in state.versions[Order.kind].values() for entry in found]


def terms_on(state: State, day: dt.date) -> Terms | None:
    """Return the version of the order in force on a day; None before the first."""
    found = [entry for entry in order_versions(state) if entry.on <= day]
    return terms_of(state, found[-1]) if found else None


def terms(state: State) -> Terms | None:
    """Return the order's latest version; None while nothing is ordered."""
    if state.cached_terms is None:
        versions = order_versions(state)
        if versions:
            state.cached_terms = terms_of(state, versions[-1])
    return state.cached_terms
