"""Which step of an asset may follow which: every refusal says why, and what is possible instead.

Authority:
    21 U.S.C. § 853(n)(2): a third party petitions "within thirty days of the final publication of
        notice or his receipt of notice under paragraph (1), whichever is earlier".
    21 U.S.C. § 853(n)(7): clear title "following the court’s disposition of all petitions", or after the
        period where none was filed. While the period runs another petition can be filed, so both are asked.
    18 U.S.C. § 1594(f)(2): such transfers "have priority over any other claims".
    28 C.F.R. §§ 9.3, 9.4, 9.8: petitions for remission, considered until the property is disposed of.
"""

import datetime as dt
from typing import Final

from remedies.errors import LedgerError, Problem, refuse
from remedies.ledger.asset_contents import NAMES, contradictions, said_wrongly
from remedies.ledger.asset_periods import claims_end, period_ended
from remedies.ledger.asset_state import (
    AssetState,
    is_mandatory,
    open_claims,
    open_requests,
    untransferred,
)
from remedies.ledger.entries import AssetStep, Forfeiture, Path, Stage

_BEGUN: Final = (Stage.SEIZED, Stage.RESTRAINED, Stage.NOTICED)


def allowed(state: AssetState, on: dt.date) -> tuple[Stage, ...]:
    """Return the steps of which one may be taken next on ``on``, in the order of the law."""
    return tuple(stage for stage in Stage if _barred(state, stage, on) is None)


def check_step(state: AssetState, step: AssetStep, on: dt.date) -> None:
    """Refuse a step that may not follow what happened up to the end of ``on``.

    Whether what happened later stays lawful after it is asked of the whole history
    (:func:`remedies.ledger.assets.check_history`).

    Raises:
        LedgerError: why the step is not possible, and which steps are.

    """
    before = state.as_of(on)
    if before.asset is None:
        refuse("asset", "unknown_asset", _UNKNOWN.format(on=on))
    barred = _barred(before, step.stage, on)
    if barred:
        raise LedgerError([Problem("stage", barred[0], f"{barred[1]} {_possible(before, on)}")])
    problems = [*said_wrongly(step), *contradictions(before, step, on)]
    if problems:
        raise LedgerError(problems)


_UNKNOWN: Final = "No asset of this reference is entered on or before {on}: enter the asset first."


def _possible(state: AssetState, on: dt.date) -> str:
    names = ", ".join(NAMES[stage] for stage in allowed(state, on))
    return f"Possible on {on}: {names}." if names else "No further step is possible."


def _barred(state: AssetState, stage: Stage, on: dt.date) -> tuple[str, str] | None:
    """Return the code and the reason why no step of ``stage`` may follow; None where one may."""
    if state.returned:
        return "returned_to_owner", "The asset went back to its owner, which ends the matter."
    match stage:
        case Stage.SEIZED | Stage.RESTRAINED | Stage.NOTICED:
            return _barred_beginning(state, stage)
        case Stage.CLAIMED:
            return _barred_claim(state, on)
        case Stage.CLAIM_DENIED | Stage.CLAIM_GRANTED:
            return None if open_claims(state) else ("no_open_claim", _NO_CLAIM)
        case Stage.FORFEITED:
            return _barred_forfeiture(state, on)
        case Stage.LIQUIDATED:
            return _barred_liquidation(state)
        case Stage.REQUESTED:
            return None if state.taken(*_BEGUN) or state.forfeited else ("not_begun", _NOT_BEGUN)
        case Stage.GRANTED | Stage.DENIED:
            return _barred_decision(state)
        case Stage.RETURNED_TO_OWNER:
            return _barred_return(state, on)


_NO_CLAIM: Final = "No third party’s claim is open: enter the claim (claimed) before its decision."
_NOT_BEGUN: Final = (
    "No seizure, restraint or notice is entered, and a request is about such property."
)


def _barred_beginning(state: AssetState, stage: Stage) -> tuple[str, str] | None:
    if state.forfeited:
        return "already_forfeited", "The asset is forfeited: the United States has title already."
    if stage is not Stage.NOTICED and state.taken(stage):
        return "already_taken", f"The asset is {NAMES[stage]} already: correct that entry instead."
    return None


def _barred_claim(state: AssetState, on: dt.date) -> tuple[str, str] | None:
    if not state.taken(*_BEGUN):
        return "not_begun", "A claim answers a seizure or a notice, and none is entered before it."
    if state.forfeited and is_mandatory(state, on):
        return "victims_first", (
            "The asset is forfeited under 18 U.S.C. § 1594: title is clear (21 U.S.C. §"
            " 853(n)(7)), and the victims’ transfer has priority over any other claim (18 U.S.C."
            " § 1594(f)(2)). A petition filed before the forfeiture is entered with its own day."
        )
    if state.is_money and untransferred(state) <= 0:
        return "nothing_left", (
            "All net proceeds are transferred. A petition for remission is considered only until"
            " the property is disposed of (28 C.F.R. § 9.8(a)(2))."
        )
    return None


def _barred_forfeiture(state: AssetState, on: dt.date) -> tuple[str, str] | None:
    if state.forfeited:
        return "already_forfeited", "The asset is forfeited already: correct that entry instead."
    if not state.taken(Stage.NOTICED):
        return "no_notice", (
            "No notice is entered. Third parties must be given notice before title is clear (21"
            " U.S.C. § 853(n)(1); 18 U.S.C. § 983(a)(1)(A)(i), (4)(A)): enter the notice with its"
            " day of final publication."
        )
    if open_claims(state):
        return "claim_open", (
            "A third party’s claim is not decided. Title is clear after all petitions are"
            " disposed of (21 U.S.C. § 853(n)(7)): enter the decision (claim denied or claim"
            " granted) first."
        )
    judicial = Forfeiture.CIVIL  # the shortest period; a notice letter's is asked with the step
    if not period_ended(state, on, how=judicial):
        return "period_open", (
            f"The period for claims runs to the end of {claims_end(state, how=judicial)} (21"
            " U.S.C. § 853(n)(2); 18 U.S.C. § 983(a)(4)(A)). Until it has ended anybody else may"
            " still file one, and title is not clear (21 U.S.C. § 853(n)(7))."
        )
    return None


def _barred_liquidation(state: AssetState) -> tuple[str, str] | None:
    if not state.forfeited:
        return "not_forfeited", (
            "The asset is not forfeited, and the Attorney General disposes of property that is"
            " ordered forfeited (21 U.S.C. § 853(i)(4)). Where a court let it be sold before,"
            " the proceeds stand in its place: enter them as the amount of the forfeiture."
        )
    if state.liquidated:
        return "already_liquidated", (
            "The sale is entered already. Correct that entry, or enter what was sold apart as an"
            " asset of its own."
        )
    if state.is_money:
        return "already_money", (
            "It was forfeited as money, whose amount counts already: counted again as a sale, it"
            " would be spent twice. Correct the forfeiture where its amount is wrong."
        )
    return None


def _barred_decision(state: AssetState) -> tuple[str, str] | None:
    if not state.forfeited:
        return "not_forfeited", (
            "The asset is not forfeited: what is remitted or restored is forfeited property (21"
            " U.S.C. § 853(i)(1); 18 U.S.C. § 981(e)(6))."
        )
    if not any(open_requests(state, path) for path in Path):
        return "not_requested", "No request is open: enter the request before its decision."
    return None


def _barred_return(state: AssetState, on: dt.date) -> tuple[str, str] | None:
    if state.transfers:
        return (
            "already_transferred",
            "Proceeds were transferred to victims and cannot go to the owner as well.",
        )
    if state.forfeited and is_mandatory(state, on):
        return "victims_first", (
            "The asset is forfeited under 18 U.S.C. § 1594, and the victims’ transfer has"
            " priority over any other claim to it (18 U.S.C. § 1594(f)(2))."
        )
    return None
