"""Interest on unpaid restitution under 18 U.S.C. § 3612(f): simple, daily, at a rate that never changes.

Authority:
    18 U.S.C. § 3612(f)(1): on restitution of more than $2,500, unless it is paid in full before the
        fifteenth day after the judgment; from that day, or the next that is no Saturday, Sunday or legal
        public holiday.
    18 U.S.C. § 3612(f)(2): computed daily, at the weekly average one-year constant maturity Treasury yield
        of the calendar week before the first day of liability.
    18 U.S.C. § 3612(f)(3), (h): waived, limited or ended.
    28 U.S.C. § 1961: instead, by the position ``restitution_interest_rate``.

Each day from the first on counts with the principal that is unpaid at its end, so that interest as of a day
includes that day, and the day of a payment bears nothing on what it pays: our reading of "daily".
What is paid in full before the fifteenth day is zero from then on, and bears nothing.
"""

import datetime as dt
from collections.abc import Callable
from fractions import Fraction

from remedies.calculators.collection.accrued import HUNDRED, Interest, parts
from remedies.calculators.collection.balances import Steps, daily_balances
from remedies.calculators.collection.calendar import NONE_DECLARED, Days, Declared, Observed
from remedies.calculators.collection.choices import CollectionChoices
from remedies.calculators.collection.civil_interest import Account, added_up, run, usd
from remedies.calculators.collection.terms import Bounds, Terms, bounds
from remedies.calculators.collection.yields import yield_before
from remedies.law import Law

RULE, RULE_1961 = "us.restitution_interest", "us.judgment_interest_1961"
THRESHOLD, GRACE = "us.interest_threshold", "us.interest_grace_days"
DAY = dt.timedelta(days=1)


def restitution_interest(  # noqa: PLR0913, PLR0917 - the facts of a judgment
    principal: Steps,
    judgment_on: dt.date,
    terms: Terms,
    as_of: dt.date,
    law: Law,
    positions: CollectionChoices,
    *,
    imposed: int | None = None,
    declared: Declared = NONE_DECLARED,
) -> Interest:
    """Return the interest on one defendant's restitution through ``as_of``, that day included.

    Args:
        principal: what the defendant had not paid at the end of each day on which it changed, in cents,
            in the order of the days; the first step is that of the judgment.
        judgment_on: the date of the judgment.
        terms: what was said of interest, at sentencing and later.
        as_of: the last day.
        law: the encoded law.
        positions: the options taken.
        imposed: the restitution imposed in cents, where it is not the first step.
        declared: days declared holidays.

    Raises:
        LawNotEncodedError: the judgment is older than the law that is encoded, or its week has no yield.

    """
    if terms.stated_rate is None:
        law.item(RULE).on(judgment_on)
    within = bounds(terms, as_of, court_may=_court_may(positions))
    owed = (principal[0][1] if principal else 0) if imposed is None else imposed
    why = why_no_interest(owed, terms, law, judgment_on)
    if why:
        return Interest(first_on=None, last_on=within.last, why=why, notes=within.notes)
    if positions.option("restitution_interest_rate") == "section_1961":
        return _compounded(principal, judgment_on, terms, within, law)
    first = first_day(judgment_on, law, positions, declared)
    return _simple(principal, first, terms, within, law, positions)


def first_day(
    judgment_on: dt.date,
    law: Law,
    positions: CollectionChoices,
    declared: Declared = NONE_DECLARED,
) -> dt.date:
    """Return the first day on which a defendant is liable for interest (18 U.S.C. § 3612(f)(1)).

    A state's holidays do not count: the paragraph speaks of legal public holidays, and Rule 45(a)(6)(C) of
    periods that it governs.

    Raises:
        LawNotEncodedError: the days of grace, or the holidays of that year, are not encoded.

    """
    grace = int(law.on(GRACE, judgment_on).value)
    days = Days(law, declared, Observed(positions.option("holiday_on_a_weekend")))
    return days.next_open(judgment_on + grace * DAY, state=False)


def _court_may(positions: CollectionChoices) -> bool:
    return positions.option("interest_waiver_after_sentencing") == "also_later"


def why_no_interest(owed: int, terms: Terms, law: Law, judgment_on: dt.date) -> str:
    """Return why restitution of ``owed`` cents bears no interest from the beginning; empty where it does.

    Raises:
        LawNotEncodedError: the judgment is older than the law that is encoded.

    """
    if terms.waived:
        return "the court waived it"
    threshold = law.on(THRESHOLD, judgment_on).value
    return (
        "" if owed > threshold * HUNDRED else f"restitution of not more than ${int(threshold):,}"
    )


def _simple(  # noqa: PLR0913, PLR0917 - what it multiplies
    principal: Steps,
    first: dt.date,
    terms: Terms,
    within: Bounds,
    law: Law,
    positions: CollectionChoices,
) -> Interest:
    by_year = positions.option("restitution_interest_day_count") == "actual_year"
    added: dict[int, int] = {}
    for start, end, of_year in parts(first, within.last, by_year=by_year):
        cents = daily_balances(principal, start, end)
        if cents:
            added[of_year] = added.get(of_year, 0) + cents
    rate = (terms.stated_rate or yield_before(first, law)) if added else None
    yearly = rate.value / HUNDRED if rate else Fraction(0)
    return Interest(
        first_on=first,
        last_on=within.last,
        rate=rate,
        exact=sum(
            (yearly * cents / (HUNDRED * days) for days, cents in added.items()), Fraction(0)
        ),
        daily=tuple(sorted(added.items())),
        limit=within.limit,
        why="" if added else _why_nothing(first, within.last),
        notes=within.notes,
        steps=principal,
    )


def _why_nothing(first: dt.date, last: dt.date) -> str:
    if last < first:
        return f"it would run from {first} on"
    return "nothing was unpaid on a day that bears interest"


def _compounded(
    principal: Steps, judgment_on: dt.date, terms: Terms, within: Bounds, law: Law
) -> Interest:
    """Return interest as on a civil judgment: from the judgment on, compounded once a year."""
    if terms.stated_rate is None:
        law.item(RULE_1961).on(judgment_on)
    rate = terms.stated_rate or yield_before(judgment_on, law)
    account = Account(usd("restitution unpaid", 0))
    events = [(max(on, judgment_on), _owing(cents)) for on, cents in principal]
    accruals = tuple(run(account, events, judgment_on, within.last, rate))
    return Interest(
        first_on=judgment_on,
        last_on=within.last,
        rate=rate,
        exact=added_up(accruals).value,
        limit=within.limit,
        notes=within.notes,
        steps=principal,
        accruals=accruals,
    )


def _owing(cents: int) -> Callable[[Account], None]:
    def owe(account: Account) -> None:
        account.owe(usd("restitution unpaid", cents))

    return owe
