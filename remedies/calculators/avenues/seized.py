"""Property that the government took from the offender: its transfer to restitution, and remission.

Authority:
    18 U.S.C. § 1594(f)(1)-(3): forfeited assets satisfy restitution orders under the chapter.
    18 U.S.C. § 981(e)(6), 21 U.S.C. § 853(i)(1), (n)(2): restoration, and a third party's petition.
    28 C.F.R. § 9.8: remission to victims, at any time before disposal; § 9.3(a): petitions of owners.
"""

from dataclasses import replace

from remedies.calculators.avenues.asked import Asked
from remedies.calculators.avenues.criminal import by_money_had
from remedies.calculators.avenues.limits import event
from remedies.calculators.avenues.overlaps import overlaps
from remedies.calculators.avenues.remedy import Avenue, Reasons, Remedy, Standing
from remedies.facts.answers import Court, Known, Prosecution, Received


def forfeiture_transfer(asked: Asked) -> Remedy:
    """Return how the transfer of forfeited property to satisfy a restitution order stands."""
    reasons = Reasons()
    _seized(reasons, asked.answers.property_seized)
    if asked.answers.court is Court.STATE:
        reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "state_court")
    _by_order(reasons, asked)
    own = event("forfeiture_petition", "notice", law="us.forfeiture_petition_days")
    return replace(
        reasons.remedy(Avenue.FORFEITURE_TRANSFER),
        limits=(own,),
        overlaps=overlaps(Avenue.FORFEITURE_TRANSFER),
        contacts=("vns", "forfeiture_victims"),
        cites=("forfeiture_transfer_1594_f1", "forfeiture_priority_1594_f2"),
    )


def _by_order(reasons: Reasons, asked: Asked) -> None:
    """Note whether there may be an order to satisfy: without a sentence there is none."""
    if Received.RESTITUTION in asked.answers.received:
        reasons.note("order_exists")
        return
    match asked.prosecution:
        case Prosecution.UNKNOWN:
            reasons.lower(Standing.UNKNOWN, "case_unknown", "prosecution")
        case Prosecution.SENTENCED:
            reasons.lower(Standing.MAY_BE_OPEN, "sentenced")
        case Prosecution.DECLINED:
            reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "declined")
            reasons.note("no_order")
        case _:
            reasons.lower(Standing.MAY_BE_OPEN, "no_order")
            reasons.note("needs_conviction")


def remission(asked: Asked) -> Remedy:
    """Return how a petition for remission of forfeited property stands; it needs no conviction."""
    reasons = Reasons()
    _seized(reasons, asked.answers.property_seized)
    if asked.answers.court is Court.STATE:
        reasons.lower(Standing.ASK_A_LAWYER, "state_court")
    reasons.lower(Standing.MAY_BE_OPEN, "proof_of_loss")
    by_money_had(reasons, asked)
    limit = event("remission", "disposal")
    return replace(
        reasons.remedy(Avenue.REMISSION),
        limits=(limit,),
        overlaps=overlaps(Avenue.REMISSION),
        contacts=("forfeiture_victims",),
        cites=(
            "remission_who_9_8",
            "remission_time_9_8_a2",
            "remission_loss_9_8_b1",
            "remission_innocent_9_8_b3",
        ),
    )


def _seized(reasons: Reasons, seized: Known) -> None:
    match seized:
        case Known.YES:
            reasons.note("property_seized")
        case Known.NO:
            reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "no_property")
        case Known.UNKNOWN:
            reasons.lower(Standing.UNKNOWN, "property_unknown", "property_seized")
