"""Restitution: what a criminal court orders; which statute governs is decided by the charge.

Authority:
    18 U.S.C. §§ 1593(a), (b)(1), (b)(3), 2429(a), (b)(1), 3663(a)(1)(A), 3663A(a)(1), 3663A(c)(1)(B): the
    courts order restitution for any offense under chapter 77, any under chapter 117, and others.
    18 U.S.C. § 1596(a): offenses abroad; United States v. Baston, 818 F.3d 651 (11th Cir. 2016).
    18 U.S.C. § 3664(d)(1), (5): amounts before sentencing, 90 days after it; later losses by petition.
    18 U.S.C. § 3771(a)(6), (d)(5): full and timely restitution; reopening leaves it alone.
    28 C.F.R. § 45.10(c)(3): a complaint to the Justice Department.
    18 U.S.C. § 3613(b): for how long it is owed, as us.liability_term.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from remedies.calculators.avenues.asked import Asked, is_sound
from remedies.calculators.avenues.limits import Clock, by_month, event, last_day
from remedies.calculators.avenues.overlaps import overlaps
from remedies.calculators.avenues.remedy import Avenue, Kind, Reasons, Remedy, Standing, TimeLimit
from remedies.calculators.measures import Regime, by_chapter
from remedies.facts.answers import Court, Known, Prosecution, Received
from remedies.facts.convictions import Conviction, Statute

_CITES: Final = {
    Avenue.RESTITUTION_1593: ("restitution_1593", "full_amount_1593_b1", "measure_1593_b3"),
    Avenue.RESTITUTION_2429: ("restitution_2429", "measure_2429_b1"),
    Avenue.RESTITUTION_3663A: ("restitution_3663A", "scope_3663A_c1", "restitution_3663"),
}
OF_REGIME: Final = {
    Regime.TRAFFICKING: Avenue.RESTITUTION_1593,
    Regime.TRANSPORTATION: Avenue.RESTITUTION_2429,
    Regime.PROMOTION: Avenue.RESTITUTION_3663A,
    Regime.GENERAL: Avenue.RESTITUTION_3663A,
}
_COURTS: Final = {
    Court.FEDERAL: "federal_court",
    Court.STATE: "state_court",
    Court.TRIBAL: "tribal_court",
}
_JUDGED: Final = {Prosecution.CONVICTED, Prosecution.SENTENCED}
_AFTER_CHARGES: Final = {Prosecution.CHARGED, *_JUDGED}


def restitution_1593(asked: Asked) -> Remedy:
    """Return how restitution in a federal trafficking case stands; the first that is thought of."""
    reasons = Reasons()
    if Avenue.RESTITUTION_1593 not in _charged(asked):
        by_trafficking(reasons, asked)
    return _federal(asked, Avenue.RESTITUTION_1593, reasons)


def restitution_2429(asked: Asked) -> Remedy:
    """Return how restitution for moving people to sell sex stands."""
    reasons = Reasons()
    if asked.sold_sex is Known.NO and Avenue.RESTITUTION_2429 not in _charged(asked):
        reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "not_commercial_sex")
    return _federal(asked, Avenue.RESTITUTION_2429, reasons)


def restitution_3663a(asked: Asked) -> Remedy:
    """Return how restitution for other federal crimes stands."""
    return _federal(asked, Avenue.RESTITUTION_3663A, Reasons())


def _federal(asked: Asked, avenue: Avenue, reasons: Reasons) -> Remedy:
    _by_statute(reasons, asked, avenue)
    _by_federal_court(reasons, asked)
    if asked.answers.outside_us is Known.YES and avenue is Avenue.RESTITUTION_1593:
        reasons.note("outside_us")
    by_money_had(reasons, asked)
    limits = tuple(_limits(asked))
    by_month(reasons, limits)
    return replace(
        reasons.remedy(avenue),
        limits=limits,
        overlaps=overlaps(avenue),
        contacts=("vns", "victims_rights_ombuds", "hotline"),
        cites=(*_CITES[avenue], "cvra_restitution_3771_a6"),
    )


def _by_statute(reasons: Reasons, asked: Asked, avenue: Avenue) -> None:
    """Note what the statutes say: with none, the trafficking case is thought of first."""
    found = _charged(asked)
    if avenue in found:
        return
    if found:
        reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "other_statute")
    elif avenue is Avenue.RESTITUTION_1593 and asked.trafficked is Known.YES:
        reasons.lower(Standing.MAY_BE_OPEN, "statute_unknown", "statutes")
    else:
        reasons.lower(Standing.UNKNOWN, "statute_unknown", "statutes")


def _charged(asked: Asked) -> set[Avenue]:
    """Return the restitution that each statute named opens, whatever the dates of the offense."""
    statutes = [Statute.parse(text) for text in asked.answers.statutes]
    return {
        OF_REGIME[by_chapter(Conviction(statute=each))] for each in statutes if each is not None
    }


def _by_federal_court(reasons: Reasons, asked: Asked) -> None:
    court, said = asked.answers.court, asked.prosecution
    if said is Prosecution.DECLINED:
        _by_refusal(reasons, court, Court.FEDERAL)
    elif court in (Court.STATE, Court.TRIBAL):
        reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, _COURTS[court])
        return
    by_case(reasons, said)
    _by_court(reasons, asked)


def _by_court(reasons: Reasons, asked: Asked) -> None:
    court = asked.answers.court
    if court is Court.UNKNOWN and asked.prosecution in _AFTER_CHARGES:
        reasons.lower(Standing.UNKNOWN, "court_unknown", "court")
    elif court is not Court.UNKNOWN:
        reasons.note(_COURTS[court])


def _by_refusal(reasons: Reasons, court: Court, own: Court) -> None:
    """Note that a case was turned down: that closes restitution in that court, and in no other."""
    if court is own:
        reasons.lower(Standing.CLOSED, "declined")
    elif court is Court.UNKNOWN:
        reasons.lower(Standing.UNKNOWN, "declined", "court")
        reasons.note("court_unknown")
    else:
        reasons.lower(Standing.MAY_BE_OPEN, "declined")
        reasons.note("needs_conviction")


def by_trafficking(reasons: Reasons, asked: Asked) -> None:
    """Note whether the answers describe trafficking."""
    answers = asked.answers
    if asked.trafficked is Known.NO:
        reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "not_forced")
    elif asked.trafficked is Known.UNKNOWN:
        reasons.lower(Standing.UNKNOWN, "forced_unknown", "forced")
        if asked.minor is not Known.NO and not answers.kinds_of_work:
            reasons.ask("kinds_of_work")
        if asked.sold_sex is Known.YES and asked.minor is Known.UNKNOWN:
            reasons.ask("minor_then")
    elif answers.forced is Known.YES:
        reasons.note("forced")
    else:
        reasons.note("child_sex_no_force")


def by_case(reasons: Reasons, prosecution: Prosecution) -> None:
    """Note what the criminal case means for restitution: only a conviction brings an order."""
    match prosecution:
        case Prosecution.UNKNOWN:
            reasons.lower(Standing.UNKNOWN, "case_unknown", "prosecution")
        case Prosecution.NONE:
            reasons.lower(Standing.MAY_BE_OPEN, "no_case")
        case Prosecution.REPORTED:
            reasons.lower(Standing.MAY_BE_OPEN, "reported")
        case Prosecution.INVESTIGATED:
            reasons.lower(Standing.MAY_BE_OPEN, "investigated")
        case Prosecution.CHARGED:
            reasons.lower(Standing.MAY_BE_OPEN, "charged")
        case Prosecution.CONVICTED:
            reasons.note("convicted")
        case Prosecution.SENTENCED:
            reasons.lower(Standing.MAY_BE_OPEN, "sentenced")
        case Prosecution.DECLINED:
            return
    if prosecution not in _JUDGED:
        reasons.note("needs_conviction")


def by_money_had(reasons: Reasons, asked: Asked) -> None:
    """Note what came already; after a sentence, whether restitution did is worth asking."""
    received = asked.answers.received
    if Received.RESTITUTION in received:
        reasons.lower(Standing.MAY_BE_OPEN, "order_exists")
        reasons.note("received_restitution")
    if Received.CIVIL_AWARD in received:
        reasons.lower(Standing.MAY_BE_OPEN, "received_civil_award")
    if Received.COMPENSATION in received:
        reasons.note("received_compensation")
    if not received and asked.prosecution is Prosecution.SENTENCED:
        reasons.ask("received")
    if asked.prosecution is Prosecution.SENTENCED and asked.answers.sentenced_on is None:
        reasons.ask("sentenced_on")


def _limits(asked: Asked) -> Iterator[TimeLimit]:
    """Yield the times of § 3664(d), of reopening, of a complaint, and until when it is owed."""
    if asked.prosecution is Prosecution.DECLINED:
        yield complaint()
        return
    yield later_losses()
    if asked.prosecution is Prosecution.SENTENCED:
        sentence = asked.answers.sentenced_on
        within = Clock(
            key="restitution_determination",
            law="us.restitution_determination_days",
            counts_from="sentenced_on",
        )
        yield last_day(asked, within, sentence, sentence)
        debt = Clock(key="liability_term", law="us.liability_term", counts_from="sentenced_on")
        ends = last_day(asked, debt, sentence, sentence)
        yield replace(ends, kind=Kind.ENDS_DEBT, latest_on=None)
    else:
        yield event("restitution_amounts", "sentencing", law="us.restitution_amounts_days")
    if asked.prosecution in _JUDGED:
        yield event("cvra_reopening", "denial", law="us.cvra_reopening_petition_days")
    if asked.prosecution not in (Prosecution.NONE, Prosecution.UNKNOWN):
        yield complaint()


def later_losses() -> TimeLimit:
    """Return the time for losses that are found after the order."""
    return event("later_losses", "discovery", law="us.later_losses_petition_days")


def complaint() -> TimeLimit:
    """Return the time for a complaint that the Justice Department denied a right."""
    return event("cvra_complaint", "knowledge", law="us.cvra_complaint_days")


def restitution_state(asked: Asked) -> Remedy:
    """Return how restitution under the law of the place stands, in a case of its own courts."""
    reasons, answers = Reasons(), asked.answers
    if asked.prosecution is Prosecution.DECLINED:
        _by_refusal(reasons, answers.court, Court.STATE)
    elif answers.court in (Court.FEDERAL, Court.TRIBAL):
        reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, _COURTS[answers.court])
    by_case(reasons, asked.prosecution)
    _by_court(reasons, asked)
    cites = by_place(reasons, asked, "trafficking_restitution")
    by_money_had(reasons, asked)
    return replace(
        reasons.remedy(Avenue.RESTITUTION_STATE),
        overlaps=overlaps(Avenue.RESTITUTION_STATE),
        contacts=("hotline", "legal_aid_finder"),
        cites=cites,
        place=asked.jurisdiction,
    )


def by_place(reasons: Reasons, asked: Asked, name: str) -> tuple[str, ...]:
    """Note what is known of the place's law, and return the cite of what is encoded."""
    if not asked.jurisdiction:
        reasons.lower(Standing.UNKNOWN, "state_unknown", "state")
        return ()
    if asked.answers.other_states:
        reasons.note("several_states")
    found = asked.of_the_place(name)
    if not found:
        reasons.lower(Standing.ASK_A_LAWYER, "state_rule_not_found")
        return ()
    if not all(map(is_sound, found)):
        reasons.lower(Standing.MAY_BE_OPEN, "law_unverified")
    return (f"{asked.jurisdiction}.{name}",)
