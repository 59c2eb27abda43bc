"""How the days for finding the victims' losses stand: met or overtaken by the order.

Authority:
    18 U.S.C. § 3664(d)(1): the amounts are listed for the court that is to order restitution.
    18 U.S.C. § 3664(d)(5): losses that are not ascertainable yet, and their final determination.

Our readings: losses are finally determined when an order is in force and no victim's losses are entered as
not yet known; one whose losses were is determined by an award, or by an order of that day or later. From the
order on nobody owes the lists and notices that prepare it.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from remedies.ledger.days_asked import Asked, Settled
from remedies.ledger.due import Due, Status
from remedies.ledger.entries import Entry, Losses, Order, Victim
from remedies.ledger.terms import order_versions


def _unknown(case: Asked) -> bool:
    return any(
        body.losses is Losses.NOT_YET_KNOWN
        for _, body in case.book.bodies(Victim)
        if case.victim in {"", body.reference}
    )


def _overtaken_by_order(due: Due, case: Asked) -> Settled | None:
    del due
    versions = order_versions(case.book)
    if not versions:
        return None
    why = f"restitution was ordered on {versions[0].on}"
    return Settled(status=Status.OVERTAKEN, why=why, entry=versions[0].seq)


def _told(due: Due, case: Asked) -> Settled | None:
    past = due.due_on is not None and due.due_on < case.as_of
    if past and not order_versions(case.book) and not _unknown(case):
        why = "nothing to tell: no victim’s losses are entered as not yet known"
        return Settled(status=Status.OVERTAKEN, why=why)
    return _overtaken_by_order(due, case)


def _determined(due: Due, case: Asked) -> Settled | None:
    """The first version of the order by which every victim's losses are determined, and all after it."""
    del due
    versions, known_on = order_versions(case.book), _known_on(case)
    if not versions or not _determines(versions[-1], known_on):
        return None
    by = next(entry for entry in versions if _determines(entry, known_on))
    return Settled(
        status=Status.MET, why=f"the order of {by.on} determined them", on=by.on, entry=by.seq
    )


def _known_on(case: Asked) -> Mapping[str, dt.date | None]:
    """Since when losses are known that once were not, by victim; None where they still are not."""
    found: dict[str, dt.date | None] = {}
    for entry, victim in case.book.every(Victim):
        if case.victim not in {"", victim.reference}:
            continue
        if victim.losses is Losses.NOT_YET_KNOWN:
            found[victim.reference] = None
        elif victim.reference in found and found[victim.reference] is None:
            found[victim.reference] = entry.on
    return found


def _determines(entry: Entry, known_on: Mapping[str, dt.date | None]) -> bool:
    assert isinstance(entry.body, Order)  # noqa: S101 - versions are kept by kind
    awarded = {award.obligee for award in entry.body.awards}
    return all(
        since is not None and (victim in awarded or entry.on >= since)
        for victim, since in known_on.items()
    )


def undetermined(case: Asked) -> list[str]:
    """Return the victims whose losses were once not known and are not determined by the order in force."""
    latest = order_versions(case.book)[-1]
    return [who for who, on in _known_on(case).items() if not _determines(latest, {who: on})]


def _later_losses(due: Due, case: Asked) -> Settled | None:
    """An order that gives the victim more, after the discovery, is what the petition is for."""
    victim = case.book.body(Victim, due.of)
    since = victim.discovered_on if victim else None
    before = 0
    for entry in order_versions(case.book):
        assert isinstance(entry.body, Order)  # noqa: S101 - versions are kept by kind
        awarded = sum(a.amount for a in entry.body.awards if a.obligee == due.of)
        if since is not None and entry.on >= since and awarded > before:
            why = f"the order of {entry.on} awards {due.of} more"
            return Settled(status=Status.OVERTAKEN, why=why, entry=entry.seq)
        before = awarded
    return None


OF_LOSSES: Final[Mapping[str, Callable[[Due, Asked], Settled | None]]] = {
    "amounts_listed": _overtaken_by_order,
    "unascertained_told": _told,
    "losses_determined": _determined,
    "later_losses_petition": _later_losses,
}
"""What settles each day, by its key."""
