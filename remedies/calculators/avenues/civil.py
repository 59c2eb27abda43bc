"""Suing: the federal actions of trafficking victims, racketeering, and the action of the place.

Authority:
    Pub. L. 117-176, § 3(2), 136 Stat. 2108 (2022): what was barred on September 16, 2022 stays barred.
    18 U.S.C. § 1595(a)-(c): the action, the stay, the time.
    Cruz v. Maypa, 773 F.3d 138 (4th Cir. 2014): tolling, and claims that had ended before the time grew.
    18 U.S.C. § 2255(a), (b): persons who were minors; no time limit from that day.
    18 U.S.C. §§ 1961(1)(B), 1964(c): threefold damages to business or property.
    Agency Holding Corp. v. Malley-Duff & Associates, Inc., 483 U.S. 143 (1987): four years for § 1964(c).
    18 U.S.C. § 3664(l): a conviction proves the essential allegations.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from remedies.calculators.avenues.asked import Asked
from remedies.calculators.avenues.brings import amounts, of_the_law, of_the_place
from remedies.calculators.avenues.criminal import by_place, by_trafficking
from remedies.calculators.avenues.limits import Clock, by_month, by_time, event, last_day, later_of
from remedies.calculators.avenues.overlaps import overlaps
from remedies.calculators.avenues.remedy import (
    Avenue,
    Bound,
    Reasons,
    Remedy,
    Standing,
    TimeLimit,
)
from remedies.facts.answers import Employer, Known, Prosecution, Received
from remedies.law import Version

LAWYERS: Final = ("legal_aid_finder", "hotline")
_KEPT: Final = "kept_from_acting"
_BEGINNING: Final = ("began_on", "ended_on")


def civil_1595(asked: Asked) -> Remedy:
    """Return how the trafficking victim's own federal action stands."""
    reasons = Reasons()
    by_trafficking(reasons, asked)
    by_suit(reasons, asked)
    _by_stay(reasons, asked)
    limits = _limits_1595(asked)
    _by_later(reasons, asked, limits)
    return replace(
        reasons.remedy(Avenue.CIVIL_1595),
        limits=limits,
        overlaps=overlaps(Avenue.CIVIL_1595),
        contacts=LAWYERS,
        cites=("civil_1595_a", "no_conviction_1595", "stay_1595_b", "limitation_1595_c"),
    )


def _limits_1595(asked: Asked) -> tuple[TimeLimit, ...]:
    """Return the two periods of § 1595(c), of which the later holds; the second for who was a minor."""
    answers = asked.answers
    tolling = (_KEPT, *(("stay",) if asked.is_stayed else ()))
    arose = Clock(
        key="limitation_1595",
        law="us.limitation_1595",
        counts_from="began_on",
        tolling=(*tolling, *(("minor",) if asked.minor is not Known.NO else ())),
    )
    work = last_day(asked, arose, answers.began_on, answers.ended_on)
    if asked.minor is Known.NO:
        return (work,)
    birthday = Clock(
        key="limitation_1595_minor",
        law="us.limitation_1595_minor",
        counts_from="turned_18_on",
        tolling=tolling,
    )
    return work, last_day(asked, birthday, asked.majority, asked.majority)


def _by_later(reasons: Reasons, asked: Asked, limits: tuple[TimeLimit, ...]) -> None:
    """Note how the later of the periods stands; a minor's longer one may have come too late for a claim."""
    if asked.minor is Known.YES:
        reasons.note("minor_then")
    later = later_of(limits)
    asks = ["minor_then"] if asked.minor is Known.UNKNOWN else []
    asks += ["turned_18_on"] if asked.minor is not Known.NO and not asked.majority else []
    missing = [name for name in _BEGINNING if getattr(asked.answers, name) is None]
    by_time(reasons, later, asked.as_of, *missing, *asks)
    by_month(reasons, limits)
    if _is_old(asked, limits[0]):
        reasons.lower(Standing.ASK_A_LAWYER, "old_claim")


def _is_old(asked: Asked, work: TimeLimit) -> bool:
    """Return whether the first period ended before the second was law; that it revives it was not read."""
    first = asked.law.item("us.limitation_1595_minor").versions[0].effective_on
    return asked.minor is not Known.NO and work.safe_on is not None and work.safe_on < first


def _by_stay(reasons: Reasons, asked: Asked) -> None:
    if asked.is_stayed:
        reasons.lower(Standing.MAY_BE_OPEN, "stayed")
    elif asked.prosecution is Prosecution.UNKNOWN:
        reasons.ask("prosecution")


def by_suit(reasons: Reasons, asked: Asked) -> None:
    """Note what every suit meets: whom it is against, work abroad, and what was paid already."""
    answers = asked.answers
    if answers.employer is Employer.DIPLOMAT:
        reasons.lower(Standing.ASK_A_LAWYER, "diplomat")
    if answers.outside_us is Known.YES:
        reasons.lower(Standing.ASK_A_LAWYER, "outside_us")
    elif answers.outside_us is Known.UNKNOWN:
        reasons.ask("outside_us")
    if Received.CIVIL_AWARD in answers.received:
        reasons.lower(Standing.ASK_A_LAWYER, "received_civil_award")
    if Received.RESTITUTION in answers.received:
        reasons.note("received_restitution")


def civil_2255(asked: Asked) -> Remedy:
    """Return how the action of a person who was a minor victim stands."""
    reasons = Reasons()
    if asked.minor is Known.NO:
        reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "not_minor")
    elif asked.minor is Known.UNKNOWN:
        reasons.lower(Standing.UNKNOWN, "age_unknown", "minor_then")
    else:
        reasons.note("minor_then")
    by_trafficking(reasons, asked)
    by_suit(reasons, asked)
    limit = _limit_2255(asked)
    by_time(reasons, limit, asked.as_of, "turned_18_on")
    by_month(reasons, [limit])
    if not limit.limited:
        _by_transition(reasons, asked)
    return replace(
        reasons.remedy(Avenue.CIVIL_2255),
        limits=(limit,),
        brings=amounts(of_the_law(asked, "us.child_victim_liquidated_damages", Bound.EXACTLY)),
        overlaps=overlaps(Avenue.CIVIL_2255),
        contacts=LAWYERS,
        cites=("civil_2255_a", "no_limit_2255_b", "no_limit_2255_transition"),
    )


def _limit_2255(asked: Asked) -> TimeLimit:
    """Return the time for the child victim's action: none since it was lifted, before it from majority."""
    clock = Clock(
        key="limitation_2255",
        law="us.limitation_2255",
        counts_from="turned_18_on",
        tier="from_majority",
        tolling=("discovery",),
    )
    if asked.provides_nothing(clock.law, clock.tier):
        bare = event(clock.key, clock.counts_from, law=clock.law, tolling=clock.tolling)
        return replace(bare, limited=False)
    return last_day(asked, clock, asked.majority, asked.majority)


def _by_transition(reasons: Reasons, asked: Asked) -> None:
    """Note whether the claim may have been barred on the day when the limit was lifted.

    It was in time by either period of the text of the day before. A minor victim's claim is no older than
    the beginning, and the eighteenth birthday came after it: so the later of the two days, with the years
    of that text, shows that it was in time. What that does not show turns on discovery, for a lawyer.
    """
    item = asked.law.item("us.limitation_2255")
    lifted = next(version.effective_on for version in item.versions if version.none)
    before = Clock(
        key="limitation_2255", law="us.limitation_2255", counts_from="", tier="from_majority"
    )
    asked_before = replace(asked, as_of=lifted - lifted.resolution)
    known = [each for each in (asked.majority, asked.answers.began_on) if each is not None]
    ends = [last_day(asked_before, before, each, each).safe_on for each in known]
    if any(end is not None and end >= lifted for end in ends):
        return
    if asked.majority is None:
        reasons.lower(Standing.UNKNOWN, "old_claim_2255", "turned_18_on")
    else:
        reasons.lower(Standing.ASK_A_LAWYER, "old_claim_2255")


def civil_state(asked: Asked) -> Remedy:
    """Return how the action that the law of the place gives to trafficking victims stands."""
    reasons = Reasons()
    by_trafficking(reasons, asked)
    by_suit(reasons, asked)
    cites = by_place(reasons, asked, "trafficking_civil_action")
    found = asked.of_the_place("trafficking_civil_action") if cites else ()
    if cites:
        reasons.lower(Standing.MAY_BE_OPEN, "state_time")
    limit = replace(
        event("civil_state", "state_law", law=cites[0] if cites else ""), words=words_of(found)
    )
    return replace(
        reasons.remedy(Avenue.CIVIL_STATE),
        limits=(limit,),
        brings=amounts(
            *(of_the_place(cites[0], each, "minimum_usd", Bound.AT_LEAST) for each in found)
        ),
        overlaps=overlaps(Avenue.CIVIL_STATE),
        contacts=LAWYERS,
        cites=cites,
        place=asked.jurisdiction,
    )


def words_of(found: Iterable[Version]) -> tuple[str, ...]:
    """Return what a place's law says of its time, in the words that are recorded, each once."""
    said = (str(v.terms["limitation"]) for v in found if "limitation" in v.terms)
    return tuple(dict.fromkeys(said))


def civil_rico(asked: Asked) -> Remedy:
    """Return how an action for racketeering stands: never without a lawyer."""
    reasons, answers = Reasons(), asked.answers
    by_trafficking(reasons, asked)
    by_suit(reasons, asked)
    reasons.lower(Standing.ASK_A_LAWYER, "needs_pattern")
    clock = Clock(
        key="limitation_rico",
        law="us.limitation_rico",
        counts_from="began_on",
        tolling=("discovery", _KEPT),
    )
    limit = last_day(asked, clock, answers.began_on, answers.ended_on)
    missing = [name for name in _BEGINNING if getattr(answers, name) is None]
    by_time(reasons, limit, asked.as_of, *missing)
    by_month(reasons, [limit])
    reasons.note("law_unverified")
    return replace(
        reasons.remedy(Avenue.CIVIL_RICO),
        limits=(limit,),
        brings=amounts(of_the_law(asked, "us.rico_multiple", Bound.EXACTLY)),
        overlaps=overlaps(Avenue.CIVIL_RICO),
        contacts=LAWYERS,
        cites=("rico_civil_1964_c", "rico_trafficking_1961_1", "limitation_rico_4_years"),
    )
