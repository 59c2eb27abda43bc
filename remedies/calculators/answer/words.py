"""What is said of each cause in a row: which it is, in a sentence, with the law where the facts choose it.

Authority:
    29 U.S.C. § 213(b)(12), (b)(21): exemptions that a row without overtime may rest on.
    29 C.F.R. § 778.104: no averaging.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from remedies.calculators.answer.causes import CauseKind, rules
from remedies.calculators.answer.known import KnownRate
from remedies.calculators.answer.matching import prints_as
from remedies.calculators.answer.methods import Method, Way
from remedies.calculators.answer.readings import Reading
from remedies.calculators.answer.rows import OurWeek, TheirRow
from remedies.figures import Authority
from remedies.law import Law

OUR_RULE: Final = "Our row applies a rule or a position that their method has no place for."
UNPAID: Final = "Their unpaid amount is not what their own due leaves above their own paid."
COSTS: Final = "Our row counts costs that the worker bore for the employer; theirs has none."
_DIGITS: Final = " Two neighboring digits of it stand exchanged."
_ROUNDING: Final[Mapping[Way, str]] = {
    Way.EXACT: "They round once, at the end; our position rounds rates first.",
    Way.CUT: "They cut fractions of a cent off.",
    Way.EVEN: "They round half a cent to the even cent.",
    Way.RATES_A: "They round the regular rate and its half to the cent before multiplying.",
    Way.RATES_B: "They round the regular rate and one and one-half times it before multiplying.",
}
_KINDS: Final[Mapping[Way, CauseKind]] = {
    Way.NO_PREMIUM: CauseKind.NO_PREMIUM,
    Way.AVERAGED: CauseKind.AVERAGED,
    Way.CAPPED: CauseKind.CAPPED,
    Way.SALARY_ALONE: CauseKind.SALARY_ALONE,
    Way.HALF_TIME: CauseKind.HALF_TIME,
    Way.PREMIUM_AT: CauseKind.PREMIUM_RATE,
    Way.THRESHOLD: CauseKind.THRESHOLD,
}
_SAYS: Final[Mapping[Way, str]] = {
    Way.NO_PREMIUM: "Their amount is the hours times the rate, overtime hours among them.",
    Way.AVERAGED: "Two workweeks of theirs together have overtime only above both thresholds.",
    Way.SALARY_ALONE: "Their amount is the salary and nothing for overtime.",
    Way.HALF_TIME: "Their amount adds to the salary half of salary ÷ all hours for each overtime hour, "
    "as if the salary covered all hours.",
}


def unread(row: TheirRow) -> CauseKind:
    """Return what it is that no method gives a row's amount."""
    stated = row.hours is not None and row.rate is not None
    return CauseKind.ARITHMETIC if stated else CauseKind.UNEXPLAINED


def of_unread(row: TheirRow, own: Fraction) -> str:
    """Return that, as a sentence; ``own`` is what follows from the row's hours and rate."""
    if row.hours is not None and row.rate is not None:
        says = "Their amount follows from their own hours and rate by no method tried."
        return says + (_DIGITS if _exchanged(row.due, own) else "")
    lacks = [n for n, v in (("hours", row.hours), ("rate", row.rate)) if v is None]
    return (
        f"Their schedule states no {' and no '.join(lacks)}, and no method tried with ours gives their "
        "amount."
    )


def _exchanged(stated: Fraction, own: Fraction) -> bool:
    """Return whether two amounts differ by two neighboring digits that changed places."""
    left, right = (str(int(value * 100)) for value in (stated, own))
    if len(left) != len(right):
        return False
    apart = [place for place, digit in enumerate(left) if digit != right[place]]
    if len(apart) != len("ab") or apart[1] - apart[0] != 1:
        return False
    first, second = apart
    return left[first] == right[second] and left[second] == right[first]


def hours_kind(theirs: Fraction, own: Fraction) -> CauseKind:
    """Return whether hours are other hours, or ours rounded."""
    return CauseKind.HOURS_ROUNDED if prints_as(theirs, own) else CauseKind.HOURS


def of_hours(kind: CauseKind, week: OurWeek) -> str:
    """Return a difference of hours as a sentence, with the exhibits of ours."""
    if kind is CauseKind.HOURS_ROUNDED:
        return "They round the hours before multiplying."
    basis = f": {week.basis}" if week.basis else "; the claim names no exhibit for ours"
    return f"Their row has other hours than our facts show{basis}."


def rate_kind(theirs: Fraction, own: Fraction, known: KnownRate | None) -> CauseKind:
    """Return what their rate is."""
    if known is not None:
        return _against(known, own)
    return CauseKind.RATE_ROUNDED if prints_as(theirs, own) else CauseKind.RATE_OTHER


def _against(known: KnownRate, own: Fraction) -> CauseKind:
    """Return the kind of a known rate; an agreed one above ours is a rate of theirs like any other."""
    above = known.value > own and known.kind in {CauseKind.RATE_AGREED, CauseKind.RATE_MINIMUM}
    return CauseKind.RATE_OTHER if above else known.kind


def of_rate(kind: CauseKind, known: KnownRate | None, *, stated: bool) -> str:
    """Return a difference of rates as a sentence."""
    if kind is CauseKind.RATE_ROUNDED:
        return "They round the rate before multiplying."
    if known is None:
        return "Their rate is no rate that was agreed and no minimum wage known for this work."
    return f"Their {'rate is' if stated else 'amount follows at'} {known.words}."


def of_method(
    method: Method, reading: Reading, week: OurWeek, law: Law
) -> tuple[CauseKind, str, tuple[Authority, ...]]:
    """Return how their method differs from ours: the cause, a sentence and the law."""
    way = method.way
    if way in _ROUNDING:
        return CauseKind.ROUNDING, _ROUNDING[way], _rounding(way, law)
    if way is Way.NO_PREMIUM and (rule := _exemption(week)):
        authority = law.rule(rule)
        says = (
            f"Their amount has no overtime, as if the exemption of {authority.citation} applied."
        )
        return CauseKind.EXEMPTION, says, (authority, *rules(CauseKind.EXEMPTION, law))
    if way is Way.THRESHOLD and week.exempt:
        says = f"They count overtime after {method.number} hours; ours has none: {week.exempt}."
        return CauseKind.EXEMPT_HERE, says, ()
    kind = _KINDS[way]
    if way is Way.THRESHOLD:
        says = f"Their amount counts overtime after {method.number} hours."
    elif way is Way.CAPPED:
        says = f"Their amount pays no hour above {method.number}."
    elif way is Way.PREMIUM_AT:
        words = reading.premium.words if reading.premium else "the rate that we owe"
        says = f"Their overtime premium is computed on {words}."
    else:
        says = _SAYS[way]
    return kind, says, rules(kind, law)


def _rounding(way: Way, law: Law) -> tuple[Authority, ...]:
    position = law.positions["workweek_rounding"]
    option = position.options.get(way.value)
    if option is None:
        return ()
    return tuple(Authority(a.citation, url=a.url, checked=a.checked) for a in option.authorities)


def _exemption(week: OurWeek) -> str:
    """Return the exemption that the facts of a workweek suggest and our schedule does not apply."""
    coverage = [period.coverage for period in week.periods]
    if any(c.domestic_service and c.lives_in for c in coverage):
        return "live_in_domestic_overtime_exemption"
    if any(c.agriculture for c in coverage):
        return "agriculture_no_overtime_213_b12"
    return ""
