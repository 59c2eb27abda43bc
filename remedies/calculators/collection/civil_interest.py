"""Interest on a federal civil judgment under 28 U.S.C. § 1961: daily, compounded once a year.

Authority:
    28 U.S.C. § 1961(a): from the date of the entry of the judgment, at the weekly average one-year constant
        maturity Treasury yield of the calendar week preceding the date of the judgment.
    28 U.S.C. § 1961(b): computed daily to the date of payment, and compounded annually.

There is no floor and no time of grace. A year has 365 days. Interest of a year is added to the judgment on
the anniversary of the entry. What a payment pays first is the position ``judgment_payment_application``.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from dateutil.relativedelta import relativedelta

from remedies.calculators.collection.choices import CollectionChoices
from remedies.calculators.collection.yields import yield_before
from remedies.errors import FactsError, Problem
from remedies.figures import Figure, excess, given, lawful, product, quotient, to_cents, total
from remedies.law import Law
from remedies.operations import ZERO, Unit

RULE = "us.judgment_interest_1961"
HUNDRED, YEAR = Fraction(100), Fraction(365)
_DAY = dt.timedelta(days=1)
NOTHING = given("nothing", ZERO, Unit.USD)
_IN_A_YEAR = given("days in a year", YEAR, Unit.DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accrual:
    """Days on end with one sum: the first and the last of them, and the interest that they make."""

    first: dt.date
    last: dt.date
    interest: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgmentInterest:
    """What a judgment has borne through a day, in dollars, and what of judgment and interest is unpaid.

    ``accrued``, ``unpaid_interest`` and ``unpaid_judgment`` are rounded to the cent, each once; interest
    that was added to the judgment on an anniversary stays interest here. ``overpaid`` is what nothing was
    left to take.
    """

    rate: Figure
    accruals: tuple[Accrual, ...]
    accrued: Figure
    unpaid_interest: Figure
    unpaid_judgment: Figure
    overpaid: Figure
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Account:
    """A judgment as it runs: what is left of it, interest added to it, interest of the year."""

    judgment: Figure
    added: Figure = NOTHING
    of_year: Figure = NOTHING
    overpaid: Figure = NOTHING
    interest_first: bool = True

    def accrue(self, yearly: Figure, days: int) -> Figure:
        """Return the interest of so many days on judgment and added interest, and keep it."""
        share = quotient("share of a year", _days(days), _IN_A_YEAR)
        base = total("judgment and interest added to it", self.judgment, self.added)
        made = product("interest for the days", product("interest a year", base, yearly), share)
        self.of_year = total("interest of the year", self.of_year, made)
        return made

    def compound(self) -> None:
        """Add the interest of the year to the judgment."""
        self.added = total("interest added on anniversaries", self.added, self.of_year)
        self.of_year = NOTHING

    def pay(self, payment: Figure) -> None:
        """Take a payment from one part after the other."""
        order = ("of_year", "added", "judgment")
        for part in order if self.interest_first else reversed(order):
            owed: Figure = getattr(self, part)
            setattr(self, part, excess(owed.name, owed, payment))
            payment = excess("rest of the payment", payment, owed)
        self.overpaid = total("overpaid", self.overpaid, payment)

    def owe(self, principal: Figure) -> None:
        """Set what is left of the judgment, as steps of a principal give it."""
        self.judgment = principal


Event = tuple[dt.date, Callable[[Account], None]]


def civil_interest(  # noqa: PLR0913, PLR0917 - the facts of a judgment
    judgment: int,
    entered_on: dt.date,
    payments: Sequence[tuple[dt.date, int]],
    as_of: dt.date,
    law: Law,
    positions: CollectionChoices,
    *,
    judged_on: dt.date | None = None,
) -> JudgmentInterest:
    """Return the interest on a civil judgment through ``as_of``.

    Args:
        judgment: its amount in cents.
        entered_on: the day of its entry, from which interest runs.
        payments: what was paid and when, in cents; those after ``as_of`` do not count.
        as_of: the last day; the day of the entry is not counted, this one is.
        law: the encoded law.
        positions: the options taken.
        judged_on: the date of the judgment, where it was entered on another day.

    Raises:
        FactsError: an amount is negative, or a payment lies before the entry.
        LawNotEncodedError: the judgment is older than the law that is encoded, or its week has no yield.

    """
    _demand(judgment, entered_on, payments)
    judged_on = judged_on or entered_on
    law.item(RULE).on(judged_on)
    rate = yield_before(judged_on, law)
    first = positions.option("judgment_payment_application") == "interest_first"
    account = Account(usd("judgment", judgment), interest_first=first)
    events = [(on, _paid(on, cents)) for on, cents in sorted(payments)]
    accruals = tuple(run(account, events, entered_on, as_of, rate))
    unpaid = total("interest unpaid", account.added, account.of_year)
    return JudgmentInterest(
        rate=rate,
        accruals=accruals,
        accrued=to_cents("interest accrued", added_up(accruals)),
        unpaid_interest=to_cents("unpaid interest", unpaid),
        unpaid_judgment=to_cents("unpaid judgment", account.judgment),
        overpaid=account.overpaid,
    )


def run(
    account: Account, events: Sequence[Event], first: dt.date, as_of: dt.date, rate: Figure
) -> Iterator[Accrual]:
    """Yield the interest of the days after ``first`` through ``as_of``; compounds once a year.

    ``events`` are in the order of their days, none before ``first``; an event of a day follows its interest
    and an anniversary on it.
    """
    yearly = lawful("rate a year", rate.value / HUNDRED, Unit.RATIO, *rate.authority)
    anniversaries = [(day, Account.compound) for day in _anniversaries(first, as_of)]
    before = first
    for day, happens in (*_in_order(anniversaries, events, as_of), (as_of, None)):
        if day > before:
            interest = account.accrue(yearly, (day - before).days)
            yield Accrual(first=before + _DAY, last=day, interest=interest)
            before = day
        if happens:
            happens(account)


def added_up(accruals: Sequence[Accrual]) -> Figure:
    """Return the interest of all days, exactly."""
    return total("interest of all days", NOTHING, *(accrual.interest for accrual in accruals))


def usd(name: str, cents: int) -> Figure:
    """Return whole cents as dollars."""
    return given(name, Fraction(cents, 100), Unit.USD)


def _in_order(
    anniversaries: Sequence[Event], events: Sequence[Event], as_of: dt.date
) -> list[Event]:
    known = [event for event in events if event[0] <= as_of]
    return sorted((*anniversaries, *known), key=_on)


def _on(event: Event) -> dt.date:
    return event[0]


def _paid(on: dt.date, cents: int) -> Callable[[Account], None]:
    def pay(account: Account) -> None:
        account.pay(usd(f"paid on {on}", cents))

    return pay


def _anniversaries(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    years = 1
    while (day := first + relativedelta(years=years)) <= last:
        yield day
        years += 1


def _days(days: int) -> Figure:
    return given("days of interest", Fraction(days), Unit.DAY)


def _demand(judgment: int, entered_on: dt.date, payments: Sequence[tuple[dt.date, int]]) -> None:
    problems = [Problem("amount", "negative", "is less than nothing")] if judgment < 0 else []
    for place, (on, cents) in enumerate(payments):
        if cents < 0:
            problems.append(Problem(f"payments[{place}]", "negative", "is less than nothing"))
        if on < entered_on:
            why = (
                "lies before the entry of the judgment; what was paid before belongs in its amount"
            )
            problems.append(Problem(f"payments[{place}]", "before_judgment", why))
    if problems:
        raise FactsError(problems)
