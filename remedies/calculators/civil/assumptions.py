"""What a civil claim takes for granted, said with it."""

import datetime as dt
from collections.abc import Iterator, Sequence

from remedies.calculators.civil.choices import CivilChoices
from remedies.facts import WorkPeriod
from remedies.facts.civil import Civil

PAYDAY = (
    "No paydays are stated: wages are taken as due seven days after the end of each workweek "
    "(civil.paydays states them)."
)
LAST_DAY = (
    "A claim is in time if it was brought on or before the same day of the month so many years after the "
    "payday; a last day on a weekend or holiday is not moved."
)
STATE_LAW = (
    "State law is applied in its general form: exemptions, special orders for an industry, alternative "
    "schedules and small employers count only where civil.tiers or the place's tier names them."
)
DAMAGES_DAY = "Damages follow the law in force on the first day of each workweek."
STATE_TOLLING = (
    "Nothing stops the time of a state claim: the states' own rules on tolling are not encoded. filed_on "
    "may be the day of an agreement that stops it."
)
INTEREST = "Interest is simple, and a year of it has 365 days."
DOMESTIC = (
    "Work in a household is under the state's general rules here; special orders for domestic and live-in "
    "work are not encoded."
)
SEPARATION = (
    "Final wages are taken as due on the day of separation; a later day shortens the waiting time penalty "
    "where fewer than its greatest number of days passed."
)
NO_NOTICE = (
    "By position time is tolled until notice of rights; civil.notice_on is not given, and none is."
)
TAKEN_ONCE = (
    "For each workweek one law is taken with its wages, damages and interest; wages under State law or at a "
    "required rate are not combined with federal liquidated damages on the minimum wages in them."
)
NOT_DUE_YET = (
    "Wages whose payday comes after filed_on are claimed in full, as if they had been due at the suit: "
    "check whether they may be."
)


def assumptions(
    civil: Civil, work: Sequence[WorkPeriod], choices: CivilChoices, *, last_payday: dt.date | None
) -> Iterator[str]:
    """Yield what is assumed about a claim, in sentences.

    Args:
        civil: the facts.
        work: the periods of work.
        choices: the options taken.
        last_payday: the latest day on which wages of the work were due; None without work.

    """
    if civil.paydays is None and work:
        yield PAYDAY
    yield LAST_DAY
    if any(period.place for period in work):
        yield from (STATE_LAW, DAMAGES_DAY, STATE_TOLLING, INTEREST)
    if any(p.place or p.coverage.program or p.coverage.contract for p in work):
        yield TAKEN_ONCE
    if last_payday is not None and last_payday > civil.filed_on:
        yield NOT_DUE_YET
    if any(p.coverage.domestic_service and p.place for p in work):
        yield DOMESTIC
    if civil.separated_on is not None and civil.final_wages_paid_on is None:
        yield SEPARATION
    if (
        choices.option("flsa_equitable_tolling") == "until_notice_of_rights"
        and not civil.notice_on
    ):
        yield NO_NOTICE
