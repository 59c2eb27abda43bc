"""The order in force, read once for computing: awards by victim, liabilities by defendant."""

from remedies.ledger.derived import Terms
from remedies.ledger.entries import Entry, Order, Person, Victim
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
        liabilities={liability.obligor: liability for liability in order.liabilities},
        united_states=frozenset(
            award.obligee for award in order.awards if _is_united_states(state, award.obligee)
        ),
    )


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


def terms(state: State) -> Terms | None:
    """Return the order's latest version; None while nothing is ordered."""
    if state.cached_terms is None:
        versions = order_versions(state)
        if versions:
            state.cached_terms = terms_of(state, versions[-1])
    return state.cached_terms
