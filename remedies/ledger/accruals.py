"""What has accrued on a defendant's debts by a day: interest and penalties, recomputed from the entries.

Authority:
    18 U.S.C. § 3612(f): interest on a fine or restitution of more than $2,500.
    18 U.S.C. § 3612(g), (h): penalties for delinquency and default, and their waiver.
    18 U.S.C. § 3664(h): where several are liable for one loss it is paid once; that their interest is paid
    once too is the position ``joint_interest``.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from remedies.calculators.collection.accrued import Interest
from remedies.calculators.collection.choices import USED, CollectionChoices, collection_choices
from remedies.calculators.collection.lateness import Due, installments
from remedies.calculators.collection.penalties import Penalties, Record, penalties
from remedies.calculators.collection.restitution_interest import restitution_interest
from remedies.calculators.collection.terms import By
from remedies.calculators.collection.terms import Relief as Granted
from remedies.calculators.collection.terms import Terms as InterestTerms
from remedies.errors import LawNotEncodedError
from remedies.law import Law
from remedies.ledger.derived import Terms
from remedies.ledger.entries import (
    CaseOpened,
    Fund,
    Liability,
    Notice,
    Payment,
    Relief,
    ReliefGranted,
    Reversal,
    Told,
)
from remedies.ledger.state import State
from remedies.ledger.steps import Steps, principal_steps
from remedies.ledger.terms import terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Accruals:
    """What is still owed besides principal, in whole cents; ``unknown`` says why something is left out."""

    interest: int = 0
    fine_interest: int = 0
    penalties: int = 0
    unknown: str = ""


def accruals(state: State, obligor: str, on: dt.date, law: Law | None) -> Accruals:
    """Return what accrued for a defendant by a day, less what was paid of it; nothing without ``law``."""
    ordered = terms(state)
    liability = ordered.liabilities.get(obligor) if ordered else None
    if law is None or ordered is None or liability is None:
        return Accruals()
    funds = state.tallies[obligor].funds
    try:
        choices = choices_of(state, law)
        interest = _interest_owed(state, ordered, obligor, on, law, choices)
        on_fine = liability.fine and fine_interest(state, liability, on, law, choices).cents
        late = penalties_of(state, liability, on, law, choices).cents
    except LawNotEncodedError as error:
        return Accruals(unknown=str(error))
    return Accruals(
        interest=interest,
        fine_interest=max(0, on_fine - funds.get(Fund.FINE_INTEREST, 0)),
        penalties=max(0, late - funds.get(Fund.PENALTIES, 0)),
    )


def choices_of(state: State, law: Law) -> CollectionChoices:
    """Return the options taken of the positions of collection, by the case's circuit where none is named."""
    circuit = next((body.circuit for _, body in state.bodies(CaseOpened)), "")
    named = {key: option for key, option in state.choices.items() if key in USED}
    return collection_choices(law, circuit or None, named)


def _interest_owed(  # noqa: PLR0913, PLR0917 - what the law asks of one debt
    state: State,
    ordered: Terms,
    obligor: str,
    on: dt.date,
    law: Law,
    choices: CollectionChoices,
) -> int:
    """What a defendant accrued less what was paid of it, within what all pay on a joint debt."""
    mine = interest_on(state, ordered.liabilities[obligor], on, law, choices).cents
    owed = max(0, mine - sum(state.tallies[obligor].interest.values()))
    others = _jointly(ordered, obligor)
    if not others or choices.option("joint_interest") == "each":
        return owed
    accrued = [interest_on(state, each, on, law, choices).cents for each in others]
    paid = sum(sum(state.tallies[each.obligor].interest.values()) for each in others)
    paid += sum(state.tallies[obligor].interest.values())
    return max(0, min(owed, max(mine, *accrued) - paid))


def _jointly(ordered: Terms, obligor: str) -> list[Liability]:
    """The others who answer for exactly the same victims, jointly for each of them."""
    mine = ordered.liabilities[obligor]
    liable: Counter[str] = Counter()
    for liability in ordered.liabilities.values():
        liable.update(liability.amounts)
    if any(liable[victim] <= ordered.awards[victim].amount for victim in mine.amounts):
        return []
    return [
        each
        for each in ordered.liabilities.values()
        if each.obligor != obligor and each.amounts.keys() == mine.amounts.keys()
    ]


def interest_on(
    state: State, liability: Liability, on: dt.date, law: Law, choices: CollectionChoices
) -> Interest:
    """Return the interest on a defendant's restitution through a day, paid or not.

    Raises:
        LawNotEncodedError: the judgment is older than the encoded law, or its week has no yield.

    """
    whole = sum(liability.amounts.values())
    return restitution_interest(
        principal_steps(state, liability.obligor),
        liability.judgment_on,
        interest_terms(state, liability),
        on,
        law,
        choices,
        imposed=whole if liability.cap is None else min(whole, liability.cap),
    )


def interest_terms(state: State, liability: Liability) -> InterestTerms:
    """Return what was said of a defendant's interest, at sentencing and later."""
    said = liability.interest
    return InterestTerms(
        waived=said.waived,
        limit=said.limit,
        ends_on=said.ends_on,
        relief=relief(state, liability.obligor, _OF_INTEREST),
    )


_OF_INTEREST = {
    Relief.COURT_WAIVES_INTEREST: By.COURT,
    Relief.COURT_LIMITS_INTEREST: By.COURT,
    Relief.COURT_ENDS_INTEREST: By.COURT,
    Relief.ATTORNEY_GENERAL_WAIVES_INTEREST: By.ATTORNEY_GENERAL,
}
_OF_PENALTIES = {Relief.ATTORNEY_GENERAL_WAIVES_PENALTIES: By.ATTORNEY_GENERAL}


def relief(state: State, obligor: str, kinds: dict[Relief, By]) -> tuple[Granted, ...]:
    """Return the relief granted to a defendant after sentencing, in the order of the days."""
    return tuple(
        Granted(on=entry.on, by=kinds[body.relief], limit=body.limit)
        for entry, body in state.every(ReliefGranted)
        if body.obligor == obligor and body.relief in kinds
    )


def fine_interest(
    state: State, liability: Liability, on: dt.date, law: Law, choices: CollectionChoices
) -> Interest:
    """Return the interest on a defendant's fine through a day, paid or not.

    Raises:
        LawNotEncodedError: the judgment is older than the encoded law, or its week has no yield.

    """
    steps = _fine_steps(state, liability)
    said = interest_terms(state, liability)
    return restitution_interest(
        steps, liability.judgment_on, said, on, law, choices, imposed=liability.fine
    )


def _fine_steps(state: State, liability: Liability) -> Steps:
    """The unpaid fine at the end of each day on which it changed."""
    changes = [(liability.judgment_on, liability.fine)] if liability.fine else []
    for on, body, sign in _paid(state, liability.obligor):
        cents = body.applied.funds.get(Fund.FINE, 0)
        if cents:
            changes.append((max(on, liability.judgment_on), -sign * cents))
    return _running(changes)


def _running(changes: Sequence[tuple[dt.date, int]]) -> Steps:
    days: dict[dt.date, int] = {}
    owed = 0
    for on, cents in sorted(changes, key=_day):
        owed += cents
        days[on] = max(0, owed)
    return list(days.items())


def _day(change: tuple[dt.date, int]) -> dt.date:
    return change[0]


def _paid(state: State, obligor: str) -> list[tuple[dt.date, Payment, int]]:
    """A defendant's payments, and the days on which they were reversed."""
    found = []
    for entry in state.live:
        body = entry.body
        if isinstance(body, Payment) and body.obligor == obligor:
            found.append((entry.on, body, 1))
        elif isinstance(body, Reversal):
            paid = state.body(Payment, body.payment)
            if paid is not None and paid.obligor == obligor:
                found.append((entry.on, paid, -1))
    return found


def penalties_of(
    state: State, liability: Liability, on: dt.date, law: Law, choices: CollectionChoices
) -> Penalties:
    """Return the penalties of a defendant through a day, paid or not.

    Raises:
        LawNotEncodedError: the judgment is older than the encoded law.

    """
    owed = principal_steps(state, liability.obligor)
    record = Record(
        judgment_on=liability.judgment_on,
        due=_due(liability, owed, on),
        paid=_principal_paid(state, liability.obligor),
        owed=owed,
        default_notices=[
            entry.on
            for entry, body in state.every(Notice)
            if body.obligor == liability.obligor and body.tells is Told.DEFAULT
        ],
        relief=relief(state, liability.obligor, _OF_PENALTIES),
    )
    return penalties(record, on, law, choices)


def _due(liability: Liability, owed: Steps, through: dt.date) -> Sequence[Due]:
    """What fell due and when: the installments, or the whole on the day of the judgment."""
    if not owed:
        return ()
    whole = sum(liability.amounts.values())
    whole = whole if liability.cap is None else min(whole, liability.cap)
    if liability.due is None:
        return (Due(liability.judgment_on, whole),)
    return installments(whole, liability.due.first_on, liability.due.amount, through)


def _principal_paid(state: State, obligor: str) -> list[tuple[dt.date, int]]:
    """What a defendant paid on restitution principal, day by day; a reversal takes it back."""
    found = []
    for on, body, sign in _paid(state, obligor):
        cents = sum(body.applied.principal.values()) + sum(body.applied.reimbursed.values())
        if cents:
            found.append((on, sign * cents))
    return sorted(found, key=_day)
