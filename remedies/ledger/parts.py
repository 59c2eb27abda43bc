"""The parts of what defendants owe: victims for whom the same defendants are liable, together or apart.

Authority:
    18 U.S.C. § 3664(h): each liable for the full amount, or liability apportioned.
"""

from collections import defaultdict

from remedies.ledger.derived import Parts, Terms
from remedies.ledger.state import State


def debt_parts(state: State, ordered: Terms) -> Parts:
    """Return the parts of what the latest version of the order makes defendants owe."""
    kept = state.cached_parts
    if kept is None or kept[0] is not ordered:
        kept = state.cached_parts = ordered, parts_of(ordered)
    return kept[1]


def parts_of(ordered: Terms) -> Parts:
    """Return the parts of what an order makes defendants owe; what is apportioned is joint with nobody."""
    liable: defaultdict[str, list[str]] = defaultdict(list)
    whole: defaultdict[str, int] = defaultdict(int)
    for obligor, liability in ordered.liabilities.items():
        for victim, cents in liability.amounts.items():
            liable[victim].append(obligor)
            whole[victim] += cents
    places: dict[tuple[bool, frozenset[str]], int] = {}
    of = {}
    for victim, award in ordered.awards.items():
        together = frozenset(liable.get(victim, ()))
        key = (len(together) > 1 and whole[victim] > award.amount, together)
        of[victim] = places.setdefault(key, len(places))
    return Parts(
        of=of,
        liable=tuple(together for _, together in places),
        joint=frozenset(place for (joint, _), place in places.items() if joint),
    )
