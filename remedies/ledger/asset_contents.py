"""What a step of an asset must say, and may not say: amounts, statute, manner of forfeiture, path.

Authority:
    18 U.S.C. § 983(a)(2)(B): the notice letter of an administrative forfeiture gives at least 35 days.
    18 U.S.C. § 983(a)(3)(A): after a claim the government files a complaint or returns the property.
    18 U.S.C. § 985(a): "all civil forfeitures of real property and interests in real property shall proceed
        as judicial forfeitures".
    18 U.S.C. § 1594(d), (e): criminal forfeiture in the sentence, and civil forfeiture.
    18 U.S.C. § 1594(f)(1): the Attorney General "shall transfer" what was forfeited under § 1594.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from remedies.errors import Problem
from remedies.ledger.asset_claims import wrong_claim
from remedies.ledger.asset_periods import claims_end, period_ended
from remedies.ledger.asset_state import AssetState, is_mandatory, open_requests, untransferred
from remedies.ledger.entries import Asset, AssetStep, Forfeiture, Path, Stage

_OF_PATH: Final = (Stage.REQUESTED, Stage.GRANTED, Stage.DENIED)
REAL_PROPERTY: Final = "real property"
"""How ``Asset.what`` names land and buildings."""
NAMES: Final[Mapping[Stage, str]] = {stage: stage.value.replace("_", " ") for stage in Stage}


COMMANDED: Final = Problem(
    "path",
    "path_is_mandatory",
    "The asset is forfeited under 18 U.S.C. § 1594, which leaves no choice: the Attorney General"
    " shall transfer it to satisfy the restitution order (§ 1594(f)(1)). Use the mandatory path."
    " Only where no order arises from chapter 77 can victims petition for remission instead: that is"
    " how this program reads it, for the text names no other path.",
)


def said_wrongly(step: AssetStep) -> Iterator[Problem]:
    """Yield what a step lacks, and what it says that belongs to another step."""
    if not step.actor.strip():
        yield Problem(
            "actor", "required", "Say who took the step: an office, never a person’s name."
        )
    for name in ("amount", "costs"):
        if (getattr(step, name) or 0) < 0:
            yield Problem(name, "negative", "An amount is never below zero.")
    for name, stages in _BELONGS.items():
        if getattr(step, name) not in {None, ""} and step.stage not in stages:
            where = " or ".join(NAMES[stage] for stage in stages)
            yield Problem(name, "does_not_belong", f"This is said at the step {where}, not here.")
    for name, stages in _NEEDED.items():
        if getattr(step, name) is None and step.stage in stages:
            yield Problem(name, "required", f"The step {NAMES[step.stage]} must say this.")


_BELONGS: Final[Mapping[str, tuple[Stage, ...]]] = {
    "costs": (Stage.FORFEITED, Stage.LIQUIDATED),
    "how": (Stage.FORFEITED,),
    "statute": (Stage.FORFEITED,),
    "path": _OF_PATH,
    "published_on": (Stage.NOTICED,),
    "claim": (Stage.CLAIMED, Stage.CLAIM_DENIED, Stage.CLAIM_GRANTED),
}
_NEEDED: Final[Mapping[str, tuple[Stage, ...]]] = {
    "amount": (Stage.CLAIM_GRANTED, Stage.LIQUIDATED),
    "how": (Stage.FORFEITED,),
    "path": _OF_PATH,
}


def contradictions(state: AssetState, step: AssetStep, on: dt.date) -> Iterator[Problem]:
    """Yield what a step says that the steps before it or the law contradict."""
    yield from wrong_claim(state, step)
    match step.stage:
        case Stage.CLAIMED:
            yield from _late(state, step, on)
        case Stage.CLAIM_GRANTED:
            yield from _claim_beyond(state, step)
        case Stage.FORFEITED:
            yield from _forfeiture(state, step, on)
        case Stage.REQUESTED | Stage.GRANTED | Stage.DENIED:
            yield from _path(state, step, on)
        case _:
            return


def _late(state: AssetState, step: AssetStep, on: dt.date) -> Iterator[Problem]:
    if state.forfeited or not period_ended(state, on) or step.document:
        return
    yield Problem(
        "on",
        "late_claim",
        f"The period for claims ended with {claims_end(state)} (21 U.S.C. § 853(n)(2); 18 U.S.C."
        " § 983(a)(2)(B), (4)(A)). If it was filed later and admitted all the same, or a notice"
        " letter set a later day, name that paper in document.",
    )


def _claim_beyond(state: AssetState, step: AssetStep) -> Iterator[Problem]:
    claims = [taken.step.amount for taken in state.taken(Stage.CLAIMED)]
    granted = sum(taken.step.amount or 0 for taken in state.taken(Stage.CLAIM_GRANTED))
    said = [amount for amount in claims if amount is not None]
    if len(said) == len(claims) and granted + (step.amount or 0) > sum(said):
        yield Problem("amount", "above_claim", "More is granted than was claimed in all.")
    if state.transfers and (step.amount or 0) > untransferred(state):
        yield Problem(
            "amount",
            "above_net_proceeds",
            f"Only ${untransferred(state) / 100:,.2f} of the net proceeds has not been"
            " transferred.",
        )


def _forfeiture(state: AssetState, step: AssetStep, on: dt.date) -> Iterator[Problem]:
    asset = state.asset
    statute = step.statute or (asset.statute if asset else None)
    if statute is None:
        yield Problem(
            "statute",
            "required",
            "Say the statute of the forfeiture: it decides by which path the proceeds reach the"
            " victims.",
        )
    elif (statute.title, statute.section) == (18, "1594"):
        yield from _under_1594(step, statute.paragraph)
    if step.costs and step.amount is None:
        yield Problem(
            "costs", "does_not_belong", "Costs are said with the money that they come off."
        )
    if step.how is Forfeiture.ADMINISTRATIVE:
        yield from _administrative(state, on)


def _under_1594(step: AssetStep, paragraph: str) -> Iterator[Problem]:
    criminal = step.how is Forfeiture.CRIMINAL
    if (paragraph.startswith("(d)") and not criminal) or (
        paragraph.startswith("(e)") and criminal
    ):
        yield Problem(
            "how",
            "statute_contradicts",
            "18 U.S.C. § 1594(d) is criminal forfeiture in a sentence, § 1594(e) civil"
            " forfeiture: correct one.",
        )


def _administrative(state: AssetState, on: dt.date) -> Iterator[Problem]:
    how = Forfeiture.ADMINISTRATIVE
    if not period_ended(state, on, how=how):
        yield Problem(
            "how",
            "period_open",
            f"The period for claims runs to the end of {claims_end(state, how=how)} at the"
            " earliest: a notice letter gives at least 35 days from its mailing (18 U.S.C. §"
            " 983(a)(2)(B)). Until then the property is not forfeited administratively.",
        )
    if state.taken(Stage.CLAIMED):
        yield Problem(
            "how",
            "claim_ends_administrative",
            "A claim was filed: the government must bring the matter to court or return the"
            " property (18 U.S.C. § 983(a)(3)(A)). Enter a civil or criminal forfeiture, or the"
            " return to the owner.",
        )
    if state.asset and state.asset.what.casefold() == REAL_PROPERTY:
        yield Problem(
            "how",
            "real_property",
            "Real property is forfeited by a court, never administratively (18 U.S.C. § 985(a)).",
        )


def _path(state: AssetState, step: AssetStep, on: dt.date) -> Iterator[Problem]:
    yield from wrong_path(state, step.path, on)
    if step.path is None:
        return
    if step.stage is Stage.REQUESTED:
        if step.path is not Path.REMISSION and not state.forfeited:
            yield Problem(
                "path",
                "not_forfeited",
                "The asset is not forfeited. Before that only a petition for remission can be"
                " filed.",
            )
        return
    if not open_requests(state, step.path):
        yield Problem("path", "not_requested", "No request by this path is open.")
    if step.stage is Stage.DENIED and step.path is Path.MANDATORY:
        yield Problem(
            "path",
            "nothing_to_deny",
            "18 U.S.C. § 1594(f)(1) says that the Attorney General shall transfer: there is"
            " nothing to deny. Enter why the proceeds are not transferred as a reason (not"
            " transferred).",
        )


def restated(state: AssetState, asset: Asset) -> Iterator[Problem]:
    """Yield why a version of the asset may not follow: the statute of a forfeiture is a fact by then."""
    forfeited, known = state.forfeited, state.asset
    if forfeited is None or known is None:
        return
    stated = forfeited.step.statute
    same = {known.statute, stated, None} if stated else {known.statute}
    if asset.statute not in same:
        yield Problem(
            "statute",
            "already_forfeited",
            f"The asset was forfeited on {forfeited.on} under the statute that was stated then, and its"
            " path to the victims follows from that. Correct that entry or the forfeiture instead.",
        )


def wrong_path(state: AssetState, path: Path | None, on: dt.date) -> Iterator[Problem]:
    """Yield why the proceeds of this asset may not go by ``path``, whatever is ordered.

    Victims can petition for remission of what is forfeited under § 1594 too, as long as no order arises from
    chapter 77; whether one does is asked at the transfer.
    """
    mandatory = is_mandatory(state, on)
    if mandatory and path is Path.RESTORATION:
        yield COMMANDED
    if path is Path.MANDATORY and not mandatory:
        yield Problem(
            "path",
            "path_is_discretionary",
            "The mandatory path is only for what is forfeited under 18 U.S.C. § 1594, since May"
            " 29, 2015 (§ 1594(f)(1); Pub. L. 114-22). Use restoration or remission.",
        )
