"""What defendants owe in interest, where several owe restitution for the same victims.

Authority:
    18 U.S.C. § 3612(f)(1): each defendant pays interest on restitution of more than $2,500.
    18 U.S.C. § 3664(h): where several are liable for one loss it is paid once; that their interest is paid
    once too is the position ``joint_interest``, for which no authority was found.

Victims for whom the same defendants are liable together count as one part of the debt. On each part all pay
together at most the greatest interest that one of them accrued on it. A defendant's interest belongs to the
parts in proportion to the principal that was unpaid on them, added up over the days that bear interest; what
was paid of it counts for the parts in the same proportion.
"""

from collections.abc import Callable, Mapping
from functools import cache

from remedies.calculators.collection.accrued import Interest
from remedies.calculators.shares import largest_remainder
from remedies.ledger.derived import Parts, Terms
from remedies.ledger.parts import debt_parts
from remedies.ledger.state import State
from remedies.ledger.steps import daily_by_part

Accrued = Callable[[str], Interest]
"""Asked for what one defendant accrued."""


def interest_owed(
    state: State, ordered: Terms, obligor: str, accrued: Accrued, *, once: bool
) -> int:
    """Return what a defendant still owes in interest on restitution, in cents.

    Each is asked alone: what is owed on a joint part is owed by each who is liable, and paid by one.
    """
    return _Joint(state, ordered, accrued).owed(obligor, once=once)


def every_interest_owed(
    state: State, ordered: Terms, accrued: Accrued, *, once: bool
) -> Mapping[str, int]:
    """Return what every defendant still owes in interest on restitution, in cents, as for each alone."""
    joint = _Joint(state, ordered, accrued)
    return {obligor: joint.owed(obligor, once=once) for obligor in ordered.liabilities}


class _Joint:
    """What defendants accrued and paid of interest, by part of the debt; each is computed once."""

    def __init__(self, state: State, ordered: Terms, accrued: Accrued) -> None:
        self.state = state
        self.parts = debt_parts(state, ordered)
        self.accrued = cache(accrued)
        self.by_part = cache(self._by_part)
        self.paid_by_part = cache(self._paid_by_part)

    def owed(self, obligor: str, *, once: bool) -> int:
        """Return what one defendant owes."""
        mine = self.accrued(obligor).cents
        owed = max(0, mine - _paid(self.state, obligor))
        joint, liable = self.parts.joint, self.parts.liable
        if not once or not owed or not any(obligor in liable[part] for part in joint):
            return owed
        most = 0
        for part, cents in self.by_part(obligor).items():
            left = cents - self.paid_by_part(obligor).get(part, 0)
            if part in joint:
                left = min(left, self._left(part))
            most += max(0, left)
        return min(owed, most)

    def _left(self, part: int) -> int:
        """What all together still owe on a joint part: the greatest that one accrued, less what was paid."""
        liable = self.parts.liable[part]
        greatest = max(self.by_part(each).get(part, 0) for each in liable)
        return greatest - sum(self.paid_by_part(each).get(part, 0) for each in liable)

    def _by_part(self, obligor: str) -> Mapping[int, int]:
        return _by_part(self.state, self.parts, obligor, self.accrued(obligor))

    def _paid_by_part(self, obligor: str) -> Mapping[int, int]:
        return _divided(self.by_part(obligor), _paid(self.state, obligor))


def _paid(state: State, obligor: str) -> int:
    tally = state.tallies.get(obligor)
    return sum(tally.interest.values()) if tally else 0


def _by_part(state: State, owed: Parts, obligor: str, accrued: Interest) -> Mapping[int, int]:
    """A defendant's interest by part, in whole cents."""
    mine = [part for part, liable in enumerate(owed.liable) if obligor in liable]
    if len(mine) == 1 or not accrued.cents or accrued.first_on is None:
        return {mine[0]: accrued.cents} if mine else {}
    unpaid = daily_by_part(state, obligor, accrued.first_on, accrued.last_on)
    return _divided({part: unpaid.get(part, 0) for part in mine}, accrued.cents)


def _divided(weights: Mapping[int, int], cents: int) -> Mapping[int, int]:
    """Cents over parts by weight; where nothing weighs anything the first part takes all."""
    if not any(weights.values()):
        return dict.fromkeys(list(weights)[:1], cents)
    shares = largest_remainder(list(weights.values()), cents)
    return dict(zip(weights, shares, strict=True))
