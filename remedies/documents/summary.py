"""A figure in a page of plain text, as the terminal shows it."""

from collections.abc import Iterator

from remedies.calculators.assessment import Assessment, Taken
from remedies.calculators.measures import Measure
from remedies.documents.doubt import records_unknown
from remedies.documents.doubt_text import accounts, spread, strength, theories
from remedies.documents.plain_text import INDENT, row, wrapped
from remedies.figures import weakest
from remedies.worksheet import dollars, evidence_words

_COMPONENTS = {
    "losses": "losses",
    "minimum_wages": "unpaid minimum wages",
    "straight_time_above_minimum": "unpaid straight time above the minimum wage",
    "overtime": "unpaid overtime",
    "liquidated_damages": "liquidated damages (29 U.S.C. § 216(b))",
    "gross_income": "gross income of the defendant",
    "value_to_defendant": "value to the defendant",
}
_MEASURES = {
    Measure.GROSS_INCOME: "gross income",
    Measure.VALUE_TO_DEFENDANT: "value to the defendant",
    Measure.VALUE_OF_LABOR: "value of the victim's labor",
}


def summary(assessment: Assessment) -> str:
    """Return the figure, what it is made of, the positions and what to check, as text."""
    claim = assessment.claim
    total = dollars(assessment.total.value)
    evidence = evidence_words(weakest(assessment.total))
    parts = [
        f"Restitution for {claim.reference} under {assessment.governing.value}: {total}",
        f"As of {claim.as_of.isoformat()}; weakest evidence: {evidence}",
        *_section("What it is made of", _components(assessment)),
        *_section("How far the facts leave it open", spread(assessment)),
        *_section("What it rests on, by the weakest evidence", strength(assessment)),
        *_section("The measures compared", _arms(assessment)),
        *_section("Workweeks", _workweeks(assessment)),
        *_section("Positions taken, and what each is worth", _positions(assessment)),
        *_section("The accounts of the work", accounts(assessment)),
        *_section("Theories side by side", theories(assessment)),
        *_section("The civil claim for the same wages", _civil(assessment)),
        *_section("Check before filing", _warnings(assessment)),
        *_section("Receipt", _receipt(assessment)),
    ]
    return "\n".join(parts) + "\n"


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield title
        yield from found


def _components(assessment: Assessment) -> Iterator[str]:
    for key, figure in assessment.components.items():
        if figure.value or key == "losses":
            yield row(_COMPONENTS[key], dollars(figure.value))
    yield row("total", dollars(assessment.total.value))


def _arms(assessment: Assessment) -> Iterator[str]:
    closed = {entry.what: entry.why for entry in assessment.unavailable}
    for measure, figure in assessment.outcome.arms.items():
        if measure.value in closed:
            yield row(_MEASURES[measure], "not available")
        else:
            yield row(_MEASURES[measure], dollars(figure.value) if figure else "no facts given")
    for why in dict.fromkeys(closed.values()):
        yield from wrapped(why)


def _workweeks(assessment: Assessment) -> Iterator[str]:
    schedule = assessment.schedule
    if schedule is None:
        return
    days = [run.starts_on for run in schedule.runs]
    last = list(schedule.runs[-1].days())[-1]
    kinds = len(schedule.lines())
    alike = "all alike" if kinds == 1 else f"{kinds} of them different"
    count = "1 workweek" if schedule.row_count == 1 else f"{schedule.row_count} workweeks"
    begins = f"{min(days).isoformat()} to {last.isoformat()}"
    yield f"{INDENT}{count}, {alike}, beginning {begins}"
    yield f"{INDENT}rounded by the policy: {str(assessment.rounding).replace('_', ' ')}"


def _positions(assessment: Assessment) -> Iterator[str]:
    for taken in assessment.taken:
        yield from wrapped(_position(taken))


def _position(taken: Taken) -> str:
    key = taken.choice.position.key
    text = f"{key}: {taken.option.key} (chosen by {taken.choice.chosen_by.value})"
    if not taken.effect:
        return text
    change = "take away" if taken.effect > 0 else "add"
    return f"{text}; {taken.against} would {change} {dollars(abs(taken.effect))}"


def _civil(assessment: Assessment) -> Iterator[str]:
    civil = assessment.civil
    if civil is None:
        return
    for name, figure in civil.components.items():
        yield row(name.replace("_", " "), dollars(figure.value))
    yield row("total", dollars(civil.total.value))
    yield row("lost to limitation", dollars(civil.lost.value))
    for refused in civil.not_computed:
        yield from wrapped(f"not computed: {refused.what}: {refused.why}")


def _warnings(assessment: Assessment) -> Iterator[str]:
    for warned in assessment.warnings:
        where = f"{warned.field}: " if warned.field else ""
        yield from wrapped(f"{where}{warned.message}")
    for unknown in records_unknown(assessment.claim):
        yield from wrapped(unknown)


def _receipt(assessment: Assessment) -> Iterator[str]:
    receipt = assessment.receipt
    yield f"{INDENT}facts {receipt.facts}"
    yield f"{INDENT}law   {receipt.law}"
    if receipt.law_as_recorded_on:
        yield f"{INDENT}by the law as it was recorded on {receipt.law_as_recorded_on}; more is recorded now"
    yield f"{INDENT}made by {receipt.software}"
