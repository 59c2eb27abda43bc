"""Which claim to an asset a decision decides: by its name, where more than one is open.

Authority:
    21 U.S.C. § 853(n)(7): clear title "following the court’s disposition of all petitions".

A claim is named where it is filed, such as ``CL-1``. While only one is open a decision is of that one, and
nothing needs a name.
"""

from collections.abc import Iterator
from typing import Final

from remedies.errors import Problem
from remedies.ledger.asset_state import AssetState, Taken
from remedies.ledger.entries import AssetStep, Stage

_DECIDED: Final = (Stage.CLAIM_DENIED, Stage.CLAIM_GRANTED)


def claims_open(state: AssetState) -> list[Taken]:
    """Return the claims that are filed and not decided, in the order of their days."""
    found: list[Taken] = []
    for taken in state.taken(Stage.CLAIMED, *_DECIDED):
        if taken.step.stage is Stage.CLAIMED:
            found.append(taken)
        elif found:
            found.remove(_decided(found, taken.step.claim))
    return found


def _decided(found: list[Taken], name: str) -> Taken:
    """The claim of that name; without one the first that has none, else the first."""
    return next((each for each in found if each.step.claim == name), found[0])


def wrong_claim(state: AssetState, step: AssetStep) -> Iterator[Problem]:
    """Yield why a step may not name the claim that it names."""
    if not step.claim:
        return
    named = [taken for taken in state.taken(Stage.CLAIMED) if taken.step.claim == step.claim]
    if step.stage is Stage.CLAIMED:
        if named:
            message = f"A claim {step.claim} is filed already; give this one the next name."
            yield Problem("claim", "taken", message)
    elif step.stage in _DECIDED:
        if not named:
            message = f"No claim {step.claim} is filed by that day; name one that is."
            yield Problem("claim", "unknown_claim", message)
        elif not any(taken.step.claim == step.claim for taken in claims_open(state)):
            message = f"{step.claim} is decided already; correct that decision instead."
            yield Problem("claim", "decided_already", message)
        else:
            yield from _above(named[0], step)


def _above(filed: Taken, step: AssetStep) -> Iterator[Problem]:
    most = filed.step.amount
    if step.stage is Stage.CLAIM_GRANTED and most is not None and (step.amount or 0) > most:
        message = f"{step.claim} claims ${most / 100:,.2f}; no more than that is granted."
        yield Problem("amount", "above_claim", message)


def unclear_claim(state: AssetState, step: AssetStep) -> Iterator[Problem]:
    """Yield that a step must say which claim it is about; asked of what is entered, not of what was."""
    open_now = claims_open(state)
    if step.claim or not open_now:
        return
    if step.stage is Stage.CLAIMED:
        message = (
            "Another claim is open: name this one, such as CL-2, so that a decision can say which."
        )
        yield Problem("claim", "required", message)
    elif step.stage in _DECIDED and len(open_now) > 1:
        names = ", ".join(each.step.claim or f"entry {each.seq}" for each in open_now)
        message = (
            f"Several claims are open ({names}): say which one is decided. One that has no name gets it by a"
            " correction of its entry."
        )
        yield Problem("claim", "required", message)
