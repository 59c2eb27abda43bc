"""The whole answer: the rows that differ, the causes added up, and the proof that nothing is left over.

Authority:
    29 C.F.R. § 778.104: each workweek stands alone; totals are only the sums of workweeks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter
from typing import Final

from remedies.calculators.answer.causes import TITLES, Cause, CauseKind, rules
from remedies.calculators.answer.differences import Difference, difference
from remedies.calculators.answer.known import KnownRates
from remedies.calculators.answer.matching import Matched, Pair, matched
from remedies.calculators.answer.readings import readings
from remedies.calculators.answer.rows import OpposingSchedule, OurWeek, TheirRow, our_weeks
from remedies.calculators.assessment import Assessment
from remedies.figures import Authority
from remedies.law import Law
from remedies.operations import ZERO

COLUMNS: Final = ("hours", "due", "paid", "unpaid")
"""The columns that add up; rates do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseTotal:
    """One cause over all workweeks: in how many it stands and what it moves, in dollars."""

    kind: CauseKind
    workweeks: int
    due: Fraction
    paid: Fraction | None
    unpaid: Fraction | None
    authority: tuple[Authority, ...]

    @property
    def title(self) -> str:
        """The cause in a few words."""
        return TITLES[self.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """One column's totals, and the differences that lead from theirs to ours.

    ``rows`` is the sum over workweeks that both have; ``only_ours`` and ``only_theirs`` are what one side
    alone has, as it states it.
    """

    column: str
    theirs: Fraction
    ours: Fraction
    rows: Fraction
    only_ours: Fraction
    only_theirs: Fraction

    @property
    def difference(self) -> Fraction:
        """Our total less theirs."""
        return self.ours - self.theirs

    @property
    def explained(self) -> Fraction:
        """What the differences add up to."""
        return self.rows + self.only_ours - self.only_theirs

    @property
    def holds(self) -> bool:
        """Whether the differences add up to the difference of the totals."""
        return self.difference == self.explained


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Every workweek that differs, with its causes; nothing of it is a figure of the claim."""

    weeks: tuple[OurWeek, ...]
    theirs: OpposingSchedule
    differing: tuple[Difference, ...]
    agreeing: int
    only_ours: tuple[OurWeek, ...]
    only_theirs: tuple[TheirRow, ...]
    causes: tuple[CauseTotal, ...]
    balances: tuple[Balance, ...]
    notes: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether anything differs."""
        return bool(self.differing or self.only_ours or self.only_theirs)

    def balance(self, column: str) -> Balance | None:
        """Return the balance of a column; None where their schedule lacks it."""
        return next((b for b in self.balances if b.column == column), None)


def answer(assessment: Assessment, theirs: OpposingSchedule) -> Answer:
    """Return how an opposing schedule differs from that of an assessment, and why."""
    law = assessment.law
    weeks = weeks_of(assessment)
    found = matched(weeks, theirs.rows)
    every = _differences(found, law)
    differing = tuple(entry for entry in every if entry.differs)
    return Answer(
        weeks=weeks,
        theirs=theirs,
        differing=differing,
        agreeing=len(every) - len(differing),
        only_ours=found.only_ours,
        only_theirs=found.only_theirs,
        causes=tuple(_totals(differing, found, theirs, law)),
        balances=tuple(_balances(every, found, theirs)),
        notes=tuple(_notes(found, theirs)),
    )


def weeks_of(assessment: Assessment) -> tuple[OurWeek, ...]:
    """Return the workweeks of an assessment, by the account of the facts that it uses."""
    return our_weeks(assessment.schedule, assessment.claim.told.work)


def _differences(found: Matched, law: Law) -> list[Difference]:
    read = readings(found.pairs, KnownRates(law))
    elsewhere = _same_pay(found)
    return [
        difference(pair, reading, law, elsewhere=elsewhere)
        for pair, reading in zip(found.pairs, read, strict=True)
    ]


def _same_pay(found: Matched) -> bool:
    """Return whether both sides credit the same pay in all, in the workweeks that both have."""
    stated = [pair.row.paid for pair in found.pairs if pair.row.paid is not None]
    own = sum((pair.week.paid for pair in found.pairs), ZERO)
    return bool(stated) and sum(stated, ZERO) == own


def _totals(
    differing: Sequence[Difference], found: Matched, theirs: OpposingSchedule, law: Law
) -> Iterator[CauseTotal]:
    causes = [cause for entry in differing for cause in entry.causes]
    causes += [_alone(CauseKind.NOT_IN_THEIRS, w, 1, theirs, law) for w in found.only_ours]
    causes += [_alone(CauseKind.NOT_IN_OURS, r, -1, theirs, law) for r in found.only_theirs]
    for kind in CauseKind:
        own = [cause for cause in causes if cause.kind is kind]
        if own:
            yield CauseTotal(
                kind=kind,
                workweeks=len(own),
                due=sum((cause.due for cause in own), ZERO),
                paid=_sum(cause.paid for cause in own),
                unpaid=_sum(cause.unpaid for cause in own),
                authority=_cited(own),
            )


def _alone(
    kind: CauseKind, row: OurWeek | TheirRow, sign: int, theirs: OpposingSchedule, law: Law
) -> Cause:
    """Return a workweek that one side alone has as a cause of its own."""
    paid, unpaid = row.paid, row.unpaid if isinstance(row, OurWeek) else row.left_unpaid
    if not theirs.states("paid"):
        paid = None
    if not theirs.states("left_unpaid"):
        unpaid = None
    return Cause(
        kind=kind,
        says=TITLES[kind],
        due=sign * row.due,
        paid=None if paid is None else sign * paid,
        unpaid=None if unpaid is None else sign * unpaid,
        authority=rules(kind, law),
    )


def _cited(causes: Iterable[Cause]) -> tuple[Authority, ...]:
    found = {a.citation: a for cause in causes for a in cause.authority}
    return tuple(found.values())


def _sum(values: Iterable[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    return sum(known, ZERO) if known else None


def _balances(
    every: Sequence[Difference], found: Matched, theirs: OpposingSchedule
) -> Iterator[Balance]:
    for column in COLUMNS:
        of_theirs = "left_unpaid" if column == "unpaid" else column
        if theirs.rows and theirs.states(of_theirs):
            yield _balance(column, of_theirs, every, found)


def _balance(column: str, of_theirs: str, every: Sequence[Difference], found: Matched) -> Balance:
    ours, theirs = attrgetter(column), attrgetter(of_theirs)
    only_ours = sum(map(ours, found.only_ours), ZERO)
    only_theirs = sum(map(theirs, found.only_theirs), ZERO)
    return Balance(
        column=column,
        theirs=sum((theirs(entry.row) for entry in every), only_theirs),
        ours=sum((ours(entry.week) for entry in every), only_ours),
        rows=sum(map(ours, every), ZERO),
        only_ours=only_ours,
        only_theirs=only_theirs,
    )


def _notes(found: Matched, theirs: OpposingSchedule) -> Iterator[str]:
    if theirs.ends_given:
        yield "Their schedule names each workweek by its last day; the first day is six days before."
    shifted = [pair for pair in found.pairs if pair.shifted]
    if shifted:
        yield _shifted(shifted)
    lacks = [name for name in ("hours", "rate", "paid") if not theirs.states(name)]
    if theirs.rows and lacks:
        yield f"Their schedule has no column for {', '.join(lacks)}; what it does not state is not compared."


def _shifted(pairs: Sequence[Pair]) -> str:
    by = sorted({pair.shifted for pair in pairs})
    days = ", ".join(
        f"{abs(d)} day{'s' * (abs(d) > 1)} {'later' if d > 0 else 'earlier'}" for d in by
    )
    return (
        f"{len(pairs)} of their workweeks begin on another day than ours ({days}) and are compared with the "
        "workweek that shares most of their days. The workweek is fixed (29 C.F.R. § 778.105): where its "
        "first day is in dispute, hours and amounts differ for that reason too."
    )
