"""What has accrued on a defendant's debts by a day: interest and penalties, recomputed from the entries.

Authority:
    18 U.S.C. § 3612(f): interest on a fine or restitution of more than $2,500.
    18 U.S.C. § 3612(g), (h): penalties for delinquency and default, and their waiver.
    18 U.S.C. § 3613(b): when liability for restitution, and for a fine, ends.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from remedies.calculators.collection.accrued import Interest
from remedies.calculators.collection.choices import USED, CollectionChoices, collection_choices
from remedies.calculators.collection.liability import Sentence, liability_ends
from remedies.calculators.collection.penalties import (
    Obligation,
    Penalties,
    Record,
    penalties,
    together,
)
from remedies.calculators.collection.restitution_interest import restitution_interest
from remedies.calculators.collection.terms import By
from remedies.calculators.collection.terms import Relief as Granted
from remedies.calculators.collection.terms import Terms as InterestTerms
from remedies.errors import LawNotEncodedError
from remedies.law import Law
from remedies.ledger import joint_interest
from remedies.ledger.derived import Terms
from remedies.ledger.effects import principal_of
from remedies.ledger.entries import (
    Defendant,
    Fund,
    Liability,
    Notice,
    Person,
    Relief,
    ReliefGranted,
    Told,
)
from remedies.ledger.fallen_due import (
    due_of,
    fine_of,
    fine_steps,
    paid_into,
    whole_owed,
)
from remedies.ledger.pouring import fine_ended_on
from remedies.ledger.state import State
from remedies.ledger.stated import case_stated, declared_in
from remedies.ledger.steps import principal_steps
from remedies.ledger.terms import terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Accruals:
    """What is still owed besides principal, in whole cents; ``unknown`` says why something is left out."""

    interest: int = 0
    fine_interest: int = 0
    penalties: int = 0
    unknown: str = ""


def accruals(
    state: State, obligor: str, on: dt.date, law: Law | None, *, paid_on: bool = False
) -> Accruals:
    """Return what accrued for a defendant by a day, less what was paid of it; nothing without ``law``.

    ``paid_on``: as a payment of all principal on that day finds it: the day of a payment bears no interest
    on what it pays, while what is late on that day is late already.
    """
    ordered = terms(state)
    liability = ordered.liabilities.get(obligor) if ordered else None
    if law is None or ordered is None or liability is None:
        return Accruals()
    through = on - dt.timedelta(days=1) if paid_on else on
    try:
        choices = choices_of(state, law)
        return Accruals(
            interest=interest_owed(state, ordered, obligor, through, law, choices),
            fine_interest=_less_paid(
                state,
                Fund.FINE_INTEREST,
                obligor,
                liability.fine and fine_interest(state, liability, through, law, choices).cents,
            ),
            penalties=_less_paid(
                state,
                Fund.PENALTIES,
                obligor,
                penalties_of(state, liability, on, law, choices).cents,
            ),
        )
    except LawNotEncodedError as error:
        return Accruals(unknown=str(error))


def _less_paid(state: State, fund: Fund, obligor: str, accrued: int) -> int:
    tally = state.tallies.get(obligor)
    return max(0, accrued - (tally.funds.get(fund, 0) if tally else 0))


def choices_of(state: State, law: Law) -> CollectionChoices:
    """Return the options taken of the positions of collection, by the case's circuit where none is named."""
    circuit = case_stated(state).circuit
    named = {key: option for key, option in state.choices.items() if key in USED}
    return collection_choices(law, circuit or None, named)


def interest_owed(  # noqa: PLR0913, PLR0917 - what the law asks of one debt
    state: State,
    ordered: Terms,
    obligor: str,
    on: dt.date,
    law: Law,
    choices: CollectionChoices,
) -> int:
    """Return what a defendant still owes in interest on restitution, within what all pay on a joint debt.

    Raises:
        LawNotEncodedError: a judgment is older than the encoded law, or its week has no yield.

    """
    once = choices.option("joint_interest") == "once"

    def accrued(each: str) -> Interest:
        return interest_on(state, ordered.liabilities[each], on, law, choices)

    return joint_interest.interest_owed(state, ordered, obligor, accrued, once=once)


def interest_on(
    state: State, liability: Liability, on: dt.date, law: Law, choices: CollectionChoices
) -> Interest:
    """Return the interest on a defendant's restitution through a day, paid or not.

    The fifteen days count from the judgment, or from the order that first made the defendant liable where
    that came later. Nothing accrues on a liability that has ended.

    Raises:
        LawNotEncodedError: the judgment is older than the encoded law, or its week has no yield.

    """
    steps = principal_steps(state, liability.obligor)
    begun = max(liability.judgment_on, steps[0][0]) if steps else liability.judgment_on
    ended = restitution_ended_on(state, liability, on, law, choices)
    found = restitution_interest(
        steps,
        begun,
        interest_terms(state, liability),
        ended or on,
        law,
        choices,
        imposed=whole_owed(liability),
        declared=declared_in(state),
    )
    note = f"the liability ended on {ended} (18 U.S.C. § 3613(b))"
    return replace(found, notes=(*found.notes, note)) if ended else found


def restitution_ended_on(
    state: State, liability: Liability, on: dt.date, law: Law, choices: CollectionChoices
) -> dt.date | None:
    """Return the day on which a defendant's liability for restitution ended, if it ended before a day."""
    found = state.body(Defendant, liability.obligor)
    if found is None:
        return None
    offenses = [each.ends_on for each in found.convictions if each.ends_on is not None]
    sentence = Sentence(
        judgment_on=liability.judgment_on,
        imprisoned=found.person is Person.INDIVIDUAL,
        released_on=found.released_on,
        died_on=found.died_on,
        offense_ended_on=max(offenses, default=None),
    )
    try:
        ended = liability_ends(sentence, on, law, choices).restitution.on
    except LawNotEncodedError:
        return None
    return ended if ended is not None and ended < on else None


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


def relief(state: State, obligor: str, kinds: Mapping[Relief, By]) -> tuple[Granted, ...]:
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

    A limit of "the total of interest payable" is one for the fine and restitution together (18 U.S.C.
    § 3612(f)(3)(B)): what restitution leaves of it. With the fine its interest ends.

    Raises:
        LawNotEncodedError: the judgment is older than the encoded law, or its week has no yield.

    """
    ended = fine_ended_on(state, liability.obligor, on)
    if ended is not None:
        return Interest(first_on=None, last_on=ended, why=f"the fine ended with death on {ended}")
    steps = fine_steps(state, liability)
    said = interest_terms(state, liability)
    found = restitution_interest(
        steps,
        liability.judgment_on,
        said,
        on,
        law,
        choices,
        imposed=liability.fine,
        declared=declared_in(state),
    )
    if found.limit is None:
        return found
    first = interest_on(state, liability, on, law, choices)
    return replace(found, limit=max(0, found.limit - first.cents))


def penalties_of(
    state: State, liability: Liability, on: dt.date, law: Law, choices: CollectionChoices
) -> Penalties:
    """Return the penalties of a defendant for late restitution and a late fine through a day, paid or not.

    Raises:
        LawNotEncodedError: the judgment is older than the encoded law.

    """
    obligor = liability.obligor
    due, of_fine = due_of(state, liability, on)
    found = []
    for obligation, fallen, owed, part in (
        (Obligation.RESTITUTION, due, principal_steps(state, obligor), principal_of),
        (Obligation.FINE, of_fine, fine_steps(state, liability), fine_of),
    ):
        if fallen:
            record = Record(
                judgment_on=liability.judgment_on,
                due=fallen,
                paid=paid_into(state, obligor, part),
                owed=owed,
                default_notices=_told_of_default(state, obligor),
                relief=relief(state, obligor, _OF_PENALTIES),
                of=obligation,
                declared=declared_in(state),
            )
            found.append(penalties(record, on, law, choices))
    return together(*found)


def _told_of_default(state: State, obligor: str) -> list[dt.date]:
    return [
        entry.on
        for entry, body in state.every(Notice)
        if body.obligor == obligor and body.tells is Told.DEFAULT
    ]
