"""What a paper says of doubt: ranges, strength of evidence, other accounts, other theories, no records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from remedies.calculators.accounts import Side, Told, differing
from remedies.calculators.assessment import Assessment
from remedies.calculators.measures import MEASURES, Measure
from remedies.calculators.spread import Mover, plain
from remedies.calculators.strength import STRENGTHS, by_strength
from remedies.calculators.theories import Held
from remedies.documents.notes import Weeks, weeks_text
from remedies.documents.periods import Period, periods
from remedies.documents.tornado import Reach, tornado
from remedies.documents.wording import count
from remedies.documents.wording import span as dates
from remedies.facts import Claim
from remedies.figures import Authority
from remedies.operations import Unit
from remedies.schedule import WEEK
from remedies.worksheet import amount, dollars, evidence_words

INFERENCE = "mt_clemens_inference"
RECORDS = "records_211_c"
OWN = "The claim’s own positions"
_NOTHING = Told()
_NAMED = 3  # of the periods that a sentence names; the others are counted


@dataclass(frozen=True, slots=True)
class Moved:
    """One fact that is a range, as a table prints it."""

    name: str
    range: str
    at_low: str
    at_high: str
    swing: str


@dataclass(frozen=True, slots=True)
class Span:
    """How far the total spreads: the three totals, the facts and the drawing of them."""

    low: str
    likely: str
    high: str
    movers: tuple[Moved, ...]
    chart: str


@dataclass(frozen=True, slots=True)
class Party:
    """One account as a paper shows it."""

    account: str
    used: bool
    exhibits: str
    hours: str
    due: str
    unpaid: str
    total: str
    change: str
    periods: list[Period]


@dataclass(frozen=True, slots=True)
class Difference:
    """Workweeks that follow each other and of which one account tells alike."""

    weeks: str
    account: str
    hours: str
    due: str
    unpaid: str
    change: str


@dataclass(frozen=True, slots=True)
class TheoryRow:
    """One theory as a table prints it."""

    name: str
    differs: str
    losses: str
    arms: tuple[str, ...]
    total: str
    change: str


@dataclass(frozen=True, slots=True)
class Inference:
    """The rules on work without records, and the periods to which they are applied."""

    rule: Authority
    duty: Authority
    periods: list[Period]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Everything that a memorandum says of doubt; what a claim gives no occasion for is empty."""

    span: Span | None
    strength: tuple[tuple[str, str], ...]
    parties: tuple[Party, ...]
    differences: tuple[Difference, ...]
    theories: tuple[TheoryRow, ...]
    measures: tuple[Measure, ...]
    inference: Inference | None
    unknown: tuple[str, ...]


def doubt(assessment: Assessment) -> Doubt:
    """Return what a memorandum says of doubt."""
    return Doubt(
        span=_span(assessment),
        strength=tuple(strength(assessment)),
        parties=tuple(_parties(assessment)),
        differences=tuple(_differences(assessment.accounts)),
        theories=tuple(_theories(assessment)),
        measures=MEASURES[assessment.governing],
        inference=_inference(assessment),
        unknown=tuple(records_unknown(assessment.claim)),
    )


def strength(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Yield each strength of evidence with the dollars that rest on it, the strongest first."""
    parts = by_strength(assessment.total)
    for kind in STRENGTHS:
        yield evidence_words(kind), dollars(parts[kind])


def range_text(mover: Mover) -> str:
    """Return a range in words: ``60 to 100, likely 80``."""
    fact = mover.fact
    return f"{plain(fact.low)} to {plain(fact.high)}, likely {plain(fact.likely)}"


def change(value: Fraction) -> str:
    """Return a difference in words: ``$5.00 more``."""
    if not value:
        return "the same"
    return f"{dollars(abs(value))} {'more' if value > 0 else 'less'}"


def differs(held: Held) -> str:
    """Return the positions on which a theory differs."""
    if not held.name:
        return "as taken above"
    named = (f"{key}: {option}".replace("_", " ") for key, option in held.differs.items())
    return "; ".join(named) or "none"


def exhibits(side: Side) -> str:
    """Return an account's exhibits with the evidence that each is."""
    return "; ".join(
        f"{exhibit or 'no exhibit'} ({evidence_words(evidence)})"
        for exhibit, evidence in side.exhibits
    )


def records_unknown(claim: Claim) -> Iterator[str]:
    """Yield what to ask where a claim does not say whether the employer kept records."""
    unsaid = [work for work in claim.work if work.records_kept is None]
    if unsaid:
        named = [dates(work.begins_on, work.ends_on) for work in unsaid[:_NAMED]]
        more = len(unsaid) - _NAMED
        which = ", ".join(named) + (f" and {count(more, 'more period')}" if more > 0 else "")
        yield (
            f"Say whether the employer kept records of hours and pay (work of {which}): where none were "
            "kept, the hours may be proven by a just and reasonable inference"
        )


def _span(assessment: Assessment) -> Span | None:
    spread = assessment.spread
    if not spread.movers:
        return None
    rows = [
        Reach(
            label=mover.fact.name,
            low=min(mover.total_low, mover.total_high, spread.likely),
            high=max(mover.total_low, mover.total_high, spread.likely),
        )
        for mover in spread.movers
    ]
    return Span(
        low=dollars(spread.low),
        likely=dollars(spread.likely),
        high=dollars(spread.high),
        movers=tuple(_moved(mover) for mover in spread.movers),
        chart=tornado("How far each fact moves the total", spread.likely, rows, key="movers"),
    )


def _moved(mover: Mover) -> Moved:
    return Moved(
        mover.fact.name,
        range_text(mover),
        dollars(mover.total_low),
        dollars(mover.total_high),
        dollars(mover.swing),
    )


def _parties(assessment: Assessment) -> Iterator[Party]:
    own = assessment.total.value
    for side in assessment.accounts:
        whole, total = side.whole, side.outcome.total.value
        yield Party(
            account=side.account,
            used=side.used,
            exhibits=exhibits(side),
            hours=amount(whole.hours, Unit.HOUR),
            due=dollars(whole.due),
            unpaid=dollars(whole.unpaid),
            total=dollars(total),
            change="used" if side.used else change(total - own),
            periods=periods(side.claim, assessment.law),
        )


def _differences(sides: tuple[Side, ...]) -> Iterator[Difference]:
    """Yield the workweeks that differ, those that follow each other and are alike as one."""
    used = next((side for side in sides if side.used), None)
    if used is None:
        return
    for weeks, told in _runs(sides):
        own = told[used.account]
        for side in sides:
            theirs = told[side.account]
            yield Difference(
                weeks=weeks_text(weeks, 0),
                account=side.account,
                hours=amount(theirs.hours, Unit.HOUR),
                due=dollars(theirs.due),
                unpaid=dollars(theirs.unpaid),
                change="used" if side.used else change(theirs.unpaid - own.unpaid),
            )


def _runs(sides: tuple[Side, ...]) -> Iterator[tuple[Weeks, Mapping[str, Told]]]:
    runs: list[tuple[Weeks, Mapping[str, Told]]] = []
    for day in differing(sides):
        told = {side.account: side.workweeks.get(day, _NOTHING) for side in sides}
        if runs and runs[-1][1] == told:
            ((first, many),) = runs[-1][0]
            if first + many * WEEK == day:
                runs[-1] = [(first, many + 1)], told
                continue
        runs.append(([(day, 1)], told))
    yield from runs


def _theories(assessment: Assessment) -> Iterator[TheoryRow]:
    for held in assessment.theories:
        outcome = held.outcome
        arms = (outcome.arms[measure] for measure in MEASURES[assessment.governing])
        yield TheoryRow(
            name=held.name or OWN,
            differs=differs(held),
            losses=dollars(outcome.losses.value),
            arms=tuple(dollars(arm.value) if arm else "—" for arm in arms),
            total=dollars(outcome.total.value),
            change=change(outcome.total.value - assessment.total.value) if held.name else "",
        )


def _inference(assessment: Assessment) -> Inference | None:
    claim, law = assessment.claim, assessment.law
    without = [
        period
        for period, work in zip(periods(claim, law), claim.work, strict=True)
        if work.records_kept is False
    ]
    if not without:
        return None
    return Inference(rule=law.rule(INFERENCE), duty=law.rule(RECORDS), periods=without)
