"""One workweek that differs: its causes, each with what it moves, adding up to the difference exactly.

Authority:
    29 U.S.C. §§ 206(a), 207(a)(1); 29 C.F.R. § 778.315: what is due, and that straight time is paid first.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from remedies.calculators.answer import words
from remedies.calculators.answer.causes import Cause, CauseKind, rules
from remedies.calculators.answer.credits import credits_of
from remedies.calculators.answer.matching import Pair
from remedies.calculators.answer.methods import Method, due, ours
from remedies.calculators.answer.readings import Reading
from remedies.calculators.answer.rows import OurWeek, TheirRow, over
from remedies.figures import Authority
from remedies.law import Law
from remedies.operations import ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A workweek that differs: ours, their row, and the causes; differences are ours less theirs.

    ``hours`` and ``rate`` are None where their schedule has no such column; ``paid`` and ``unpaid`` too.
    ``shifted`` says by how many days their workweek begins later.
    """

    week: OurWeek
    row: TheirRow
    causes: tuple[Cause, ...]
    shifted: int = 0

    @property
    def hours(self) -> Fraction | None:
        """The difference of the hours."""
        return None if self.row.hours is None else self.week.hours - self.row.hours

    @property
    def rate(self) -> Fraction | None:
        """The difference of the rates, in dollars an hour."""
        return None if self.row.rate is None else self.week.rate - self.row.rate

    @property
    def due(self) -> Fraction:
        """The difference of the wages due, in dollars."""
        return self.week.due - self.row.due

    @property
    def paid(self) -> Fraction | None:
        """The difference of the wages paid, in dollars."""
        return None if self.row.paid is None else self.week.paid - self.row.paid

    @property
    def unpaid(self) -> Fraction | None:
        """The difference of the unpaid wages, in dollars."""
        left = self.row.left_unpaid
        return None if left is None else self.week.unpaid - left

    @property
    def differs(self) -> bool:
        """Whether anything differs at all."""
        return any((self.hours, self.rate, self.due, self.paid, self.unpaid))


@dataclass(frozen=True, slots=True)
class _Step:
    """One ingredient replaced: the cause, and what is due after it, in dollars."""

    kind: CauseKind
    says: str
    due: Fraction
    authority: tuple[Authority, ...]
    fact: bool = False


def difference(pair: Pair, reading: Reading, law: Law, *, elsewhere: bool) -> Difference:
    """Return how a workweek differs, with its causes.

    Args:
        pair: our workweek and their row.
        reading: how their row was reached.
        law: for the rules behind the causes.
        elsewhere: whether both sides credit the same pay in all, only in other workweeks.

    """
    week, row = pair.week, _as_read(pair, reading)
    steps = list(_steps(week, row, reading, law))
    causes = [*_due_causes(row, steps), *_pay_causes(week, row, law, elsewhere=elsewhere)]
    return Difference(week=week, row=row, causes=tuple(causes), shifted=pair.shifted)


def _as_read(pair: Pair, reading: Reading) -> TheirRow:
    """Return their row with the hours and rate by which its amount was reached, where it states them."""
    return replace(
        pair.row,
        hours=None if pair.row.hours is None else reading.hours,
        rate=None if pair.row.rate is None else reading.rate,
    )


def _steps(week: OurWeek, row: TheirRow, reading: Reading, law: Law) -> Iterator[_Step]:
    plain = ours(week)
    method = reading.method or plain
    if reading.method is None:
        kind = words.unread(row)
        own = due(plain, reading.hours, reading.rate, week)
        yield _Step(kind, words.of_unread(row, own), own, ())
    hours = due(method, week.hours, reading.rate, week)
    kind = words.hours_kind(reading.hours, week.hours)
    facts = reading.hours != week.hours
    yield _Step(kind, words.of_hours(kind, week), hours, rules(kind, law), facts)
    yield _rate_step(week, row, reading, method, law)
    kind, says, authority = words.of_method(method, reading, week, law)
    yield _Step(kind, says, due(plain, week.hours, week.rate, week), authority)
    yield _Step(CauseKind.OUR_RULE, words.OUR_RULE, week.due, ())


def _rate_step(week: OurWeek, row: TheirRow, reading: Reading, method: Method, law: Law) -> _Step:
    kind = words.rate_kind(reading.rate, week.rate, reading.known)
    says = words.of_rate(kind, reading.known, stated=row.rate is not None)
    authority = reading.known.authority if reading.known else rules(kind, law)
    after = due(method, week.hours, week.rate, week)
    return _Step(kind, says, after, authority, fact=reading.rate != week.rate)


def _due_causes(row: TheirRow, steps: list[_Step]) -> Iterator[Cause]:
    before = row.due
    paid = _credited(row)
    for step in steps:
        moved = step.due - before
        if moved or step.fact:
            unpaid = None if paid is None else over(step.due, paid) - over(before, paid)
            yield Cause(
                kind=step.kind,
                says=step.says,
                due=moved,
                paid=None if row.paid is None else ZERO,
                unpaid=unpaid,
                authority=step.authority,
            )
        before = step.due


def _credited(row: TheirRow) -> Fraction | None:
    """Return what they credit as paid; where they state only what is unpaid, what follows from that."""
    if row.paid is not None:
        return row.paid
    return None if row.unpaid is None else row.due - row.unpaid


def _pay_causes(week: OurWeek, row: TheirRow, law: Law, *, elsewhere: bool) -> Iterator[Cause]:
    paid, left = _credited(row), row.left_unpaid
    if paid is None or left is None:
        return
    slip = over(row.due, paid) - left
    if slip:
        yield _pay_cause(CauseKind.UNPAID_ARITHMETIC, words.UNPAID, row, (ZERO, slip), law)
    for kind, says, amount in credits_of(paid, week, elsewhere=elsewhere):
        after = paid - amount
        moved = over(week.due, after) - over(week.due, paid)
        yield _pay_cause(kind, says, row, (-amount, moved), law)
        paid = after
    rest = week.unpaid - over(week.due, paid)
    if rest:
        kind = CauseKind.COSTS if week.costs else CauseKind.OUR_RULE
        says = words.COSTS if week.costs else words.OUR_RULE
        yield _pay_cause(kind, says, row, (ZERO, rest), law)


def _pay_cause(
    kind: CauseKind, says: str, row: TheirRow, moved: tuple[Fraction, Fraction], law: Law
) -> Cause:
    paid, unpaid = moved
    return Cause(
        kind=kind,
        says=says,
        due=ZERO,
        paid=None if row.paid is None else paid,
        unpaid=unpaid,
        authority=rules(kind, law),
    )
