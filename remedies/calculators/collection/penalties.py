"""Penalties for a late fine or late restitution under 18 U.S.C. § 3612(g), and what default makes due.

Authority:
    18 U.S.C. § 3572(h): delinquent when a payment is more than 30 days late.
    18 U.S.C. § 3572(i): in default when a payment is delinquent for more than 90 days; the entire amount is
        then due within 30 days after notification of the default.
    18 U.S.C. § 3612(g): 10 percent of the principal that is delinquent; an additional 15 percent of the
        principal that is in default.
    18 U.S.C. § 3612(d), (e): notices within ten working days.
    18 U.S.C. § 3612(h): the Attorney General may waive penalties.
    Fed. R. Crim. P. 45(a)(1): the last of the 30 days after notification.

Payments fill the oldest payment due first. Nothing is delinquent beyond what is still owed: what others have
paid on a joint debt is not late. A payment made on the thirty-first day is 31 days late. Each payment due is
charged once when it becomes delinquent and once when it is in default (positions ``default_day_count`` and
``default_penalty_base``). A court cannot waive penalties.

A fine and restitution are each delinquent and in default by themselves: each has its own record, and
:func:`together` puts the two next to each other.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from remedies.calculators.collection.balances import Steps
from remedies.calculators.collection.calendar import NONE_DECLARED, Days, Declared, Observed
from remedies.calculators.collection.choices import CollectionChoices
from remedies.calculators.collection.civil_interest import usd
from remedies.calculators.collection.lateness import Due, Running, Schedule
from remedies.calculators.collection.terms import By, Relief, granted
from remedies.figures import Figure, lesser, product, to_cents, total
from remedies.law import Law
from remedies.operations import ZERO, half_up

LATE, IN_DEFAULT = "us.delinquent_after_days", "us.default_after_days"
BALANCE_DUE = "us.default_balance_due_days"
DAY = dt.timedelta(days=1)
HUNDRED = 100


class Lateness(StrEnum):
    """What a penalty is for."""

    DELINQUENCY = "delinquency"
    DEFAULT = "default"


class Obligation(StrEnum):
    """What is late: § 3612(g) speaks of "a fine or restitution"."""

    RESTITUTION = "restitution"
    FINE = "fine"


RATES = {Lateness.DELINQUENCY: "us.delinquency_penalty", Lateness.DEFAULT: "us.default_penalty"}
NOTICES = {
    Lateness.DELINQUENCY: "us.delinquency_notice_days",
    Lateness.DEFAULT: "us.default_notice_days",
}


@dataclass(frozen=True, slots=True)
class Charge:
    """A penalty: for what, from which day, on how many cents of principal, at which rate.

    ``due`` is the payment that was late, ``notify_by`` the last of the ten working days for the notice,
    counted from the day on which the law makes the payment late. ``began`` says that nothing of the
    obligation ``of`` was so late on the day before.
    """

    lateness: Lateness
    on: dt.date
    cents: int
    rate: Figure
    due: Due
    notify_by: dt.date
    of: Obligation = Obligation.RESTITUTION
    began: bool = True

    @property
    def exact(self) -> Fraction:
        """The penalty, exactly, in dollars."""
        return self.rate.value * self.cents / HUNDRED

    def figure(self) -> Figure:
        """Return the penalty as a line of a worksheet."""
        what = "delinquent" if self.lateness is Lateness.DELINQUENCY else "in default"
        fine = "of the fine " if self.of is Obligation.FINE else ""
        base = usd(f"principal {fine}{what} on {self.on}, due on {self.due.on}", self.cents)
        return product(f"penalty for {self.lateness}", base, self.rate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalties:
    """The penalties of one defendant through a day.

    ``delinquent`` and ``in_default`` are the principal in cents that is so late on that day, what is in
    default counting in both. ``entire_due_on`` is the last day for the entire amount after notice of
    default, ``told_of_default_on`` the day of the notice that made it due: one given while something was in
    default.
    """

    charges: tuple[Charge, ...] = ()
    delinquent: int = 0
    in_default: int = 0
    entire_due_on: dt.date | None = None
    told_of_default_on: dt.date | None = None
    limit: int | None = None
    notes: tuple[str, ...] = ()

    @property
    def cents(self) -> int:
        """What is payable, in cents: within the limit of a waiver, rounded once."""
        made = int(half_up(sum((charge.exact for charge in self.charges), ZERO)) * HUNDRED)
        return made if self.limit is None else min(made, self.limit)

    def figure(self) -> Figure:
        """Return what is payable as a line of a worksheet, in dollars to the cent."""
        made = usd("no penalty", 0)
        if self.charges:
            made = total("penalties of all payments", *(c.figure() for c in self.charges))
        if self.limit is not None:
            most = usd("the most that is payable in penalties", self.limit)
            made = lesser("penalties within the waiver", made, most)
        return to_cents("penalties", made)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the record shows of a defendant's payments on restitution, or on a fine: what ``of`` says.

    ``due`` are the payments due in the order of their days; ``paid`` what the defendant paid on principal,
    day by day; ``owed`` the unpaid principal at the end of each day on which it changed: nothing of a fine
    from death on; ``default_notices`` the days on which the defendant was notified of a default; ``relief``
    what was waived later. All amounts in cents.
    """

    judgment_on: dt.date
    due: Sequence[Due]
    paid: Sequence[tuple[dt.date, int]]
    owed: Steps
    default_notices: Sequence[dt.date] = ()
    relief: Sequence[Relief] = ()
    declared: Declared = NONE_DECLARED
    of: Obligation = Obligation.RESTITUTION


def penalties(record: Record, as_of: dt.date, law: Law, positions: CollectionChoices) -> Penalties:
    """Return the penalties through ``as_of``, that day included.

    Raises:
        LawNotEncodedError: the judgment is older than the law that is encoded.

    """
    rules = _Rules(law, record, positions)
    paid, owed = Running.of_amounts(record.paid), Running.of_steps(record.owed)
    before = Schedule(record.due, paid, owed)
    told_on, notes = _told(rules, before, as_of)
    entire_due_on = rules.days.due_after(told_on, rules.balance_due_days) if told_on else None
    schedule = before.accelerated(told_on, entire_due_on) if told_on and entire_due_on else before
    made = sorted(_charges(rules, schedule, entire_due_on), key=_when)
    waived_from, limit, said = _waived(record.relief, as_of)
    return Penalties(
        charges=tuple(charge for charge in made if charge.on <= as_of and charge.on < waived_from),
        delinquent=schedule.late_by_more_than(rules.late_after, as_of),
        in_default=schedule.late_by_more_than(rules.default_after, as_of),
        entire_due_on=entire_due_on,
        told_of_default_on=told_on,
        limit=limit,
        notes=(*notes, *said),
    )


def together(*found: Penalties) -> Penalties:
    """Return the penalties of one defendant on a fine and on restitution as one.

    They are added up exactly and rounded once. A waiver down to an amount limits them together; of two days
    on which an entire amount is due the earlier is kept.
    """
    limits = [each.limit for each in found if each.limit is not None]
    due = [each.entire_due_on for each in found if each.entire_due_on is not None]
    told = [each.told_of_default_on for each in found if each.told_of_default_on is not None]
    charges = [charge for each in found for charge in each.charges]
    return Penalties(
        charges=tuple(sorted(charges, key=_when)),
        delinquent=sum(each.delinquent for each in found),
        in_default=sum(each.in_default for each in found),
        entire_due_on=min(due, default=None),
        told_of_default_on=min(told, default=None),
        limit=min(limits, default=None),
        notes=tuple(dict.fromkeys(note for each in found for note in each.notes)),
    )


class _Rules:
    """The numbers of the law on the day of the judgment, and the options taken."""

    def __init__(self, law: Law, record: Record, positions: CollectionChoices) -> None:
        day = record.judgment_on
        self.record = record
        self.late_after = int(law.on(LATE, day).value)
        more = int(law.on(IN_DEFAULT, day).value)
        late = positions.option("default_day_count") == "ninety_days_late"
        self.default_after = more if late else self.late_after + more
        self.whole_balance = positions.option("default_penalty_base") == "whole_balance"
        self.rates = {kind: law.on(key, day) for kind, key in RATES.items()}
        self.notice_days = {kind: int(law.on(key, day).value) for kind, key in NOTICES.items()}
        self.balance_due_days = int(law.on(BALANCE_DUE, day).value)
        observed = Observed(positions.option("holiday_on_a_weekend"))
        self.days = Days(law, record.declared, observed)

    def charge(
        self, kind: Lateness, on: dt.date, cents: int, due: Due, schedule: Schedule
    ) -> Charge:
        """Return one penalty with the last day for its notice."""
        after = self.late_after if kind is Lateness.DELINQUENCY else self.default_after
        return Charge(
            kind,
            on,
            cents,
            self.rates[kind],
            due,
            notify_by=self.days.working_days_after(on, self.notice_days[kind]),
            of=self.record.of,
            began=not schedule.late_by_more_than(after, on - DAY),
        )


def _told(rules: _Rules, schedule: Schedule, as_of: dt.date) -> tuple[dt.date | None, list[str]]:
    """Return the day of the first notice given while something was in default; what to say of others."""
    notes: list[str] = []
    for told_on in sorted(rules.record.default_notices):
        if told_on > as_of:
            break
        if schedule.late_by_more_than(rules.default_after, told_on):
            return told_on, notes
        what = "nothing of the fine" if rules.record.of is Obligation.FINE else "nothing"
        notes.append(f"{what} was in default when notice was given on {told_on}")
    return None, notes


def _charges(rules: _Rules, schedule: Schedule, entire_due_on: dt.date | None) -> Iterator[Charge]:
    last = entire_due_on if rules.whole_balance else None
    for place, due in enumerate(schedule.due):
        day = due.on + (rules.late_after + 1) * DAY
        if cents := schedule.late(place, day - DAY):
            yield rules.charge(Lateness.DELINQUENCY, day, cents, due, schedule)
        day = due.on + (rules.default_after + 1) * DAY
        if (last is None or day <= last) and (cents := schedule.late(place, day - DAY)):
            yield rules.charge(Lateness.DEFAULT, day, cents, due, schedule)
    if last is not None:
        yield from _whole(rules, schedule, last)


def _whole(rules: _Rules, schedule: Schedule, entire_due_on: dt.date) -> Iterator[Charge]:
    """Yield the penalty on the balance that default made due, less what was charged as missed payments."""
    charged = schedule.late_by_more_than(rules.default_after, entire_due_on)
    day = entire_due_on + DAY
    cents = schedule.owed.on(entire_due_on) - charged
    if cents > 0:
        yield rules.charge(Lateness.DEFAULT, day, cents, schedule.due[-1], schedule)


def _waived(relief: Iterable[Relief], as_of: dt.date) -> tuple[dt.date, int | None, list[str]]:
    """Return the day from which penalties are waived, the most that is payable, and what is to be said."""
    waived_from, limits, notes = dt.date.max, [], []
    for grant in granted(tuple(relief), as_of):
        if grant.by is By.COURT:
            notes.append(f"a court cannot waive penalties; its relief of {grant.on} is left out")
        elif grant.limit is not None:
            limits.append(grant.limit)
        else:
            waived_from = min(waived_from, grant.on)
            notes.append(f"waived by the Attorney General from {grant.on} on")
    return waived_from, min(limits, default=None), notes


def _when(charge: Charge) -> tuple[dt.date, dt.date, bool]:
    return charge.on, charge.due.on, charge.of is Obligation.FINE
