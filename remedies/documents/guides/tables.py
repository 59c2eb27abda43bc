"""Tables that stand in a paper: the figure, its workweeks, what was taken, the losses, the exhibits.

The tables that a victim signs hold facts alone: no law, and nothing that was computed.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from markupsafe import Markup

from remedies.calculators.assessment import Assessment
from remedies.calculators.measures import GREATER_OF_RULE, Measure
from remedies.documents import pdf as printing
from remedies.documents.answer_view import AnswerView
from remedies.documents.sources import support
from remedies.documents.wording import day, said
from remedies.facts import Deduction, Loss
from remedies.figures import Figure
from remedies.operations import ZERO, Unit
from remedies.schedule import WEEK, Schedule
from remedies.worksheet import cite, dollars, evidence_words

_TEMPLATE: Final = "guides/tables.html"
_DAYS_AFTER_THE_FIRST: Final = WEEK - dt.timedelta(days=1)
_TAKEN: Final = ("What for", "When", "Amount", "Exhibit")
_PROOF: Final = ("Column", "Theirs", "Only theirs", "Both", "Only ours", "Ours", "Outcome")
_LOST: Final = (24, 28, 15, 18, 15)
_NO_EXHIBIT: Final = "no exhibit yet"
MEASURES: Final = {
    Measure.GROSS_INCOME: "Gross income of the defendant",
    Measure.VALUE_TO_DEFENDANT: "Value to the defendant",
    Measure.VALUE_OF_LABOR: "Value of the labor under wage law",
}
_OF_LABOR: Final = {
    "minimum_wages": ("unpaid minimum wages", "minimum_wage_206_a"),
    "straight_time_above_minimum": ("unpaid straight time above them", ""),
    "overtime": ("unpaid overtime", "overtime_207_a_1"),
    "tips_kept": ("tips that the employer kept", "tips_216_b"),
    "liquidated_damages": ("liquidated damages", "flsa_216_b"),
}


def table(  # noqa: PLR0913 - the parts of a table
    caption: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    foot: Sequence[str] = (),
    *,
    numbers: Sequence[int] = (),
    widths: Sequence[int] = (),
    notes: Sequence[str] = (),
) -> Markup:
    """Return a table, and notes below it; every cell is escaped.

    ``numbers`` are the columns that hold figures, counted from nought; ``widths`` are hundredths.
    """
    return Markup(  # noqa: S704 - made by a template that escapes
        printing.html(
            _TEMPLATE,
            caption=caption,
            head=head,
            rows=rows,
            foot=foot,
            numbers=frozenset(numbers),
            widths=widths,
            notes=notes,
        )
    )


def figure(assessment: Assessment) -> Markup:
    """Return what the total is made of: losses by kind, every measure, the parts of the one that counts."""
    rows = [*_loss_rows(assessment), *_measure_rows(assessment)]
    total = assessment.total
    foot = ("Total", dollars(total.value), cite(total.authority))
    return table(
        "The figure", ("Part", "Amount", "Rests on"), rows, foot, numbers=(1,), widths=(48, 20, 32)
    )


def _loss_rows(assessment: Assessment) -> Iterator[tuple[str, str, str]]:
    lost = assessment.outcome.losses
    by_kind: dict[str, list[Figure]] = {}
    for part in lost.operands:
        by_kind.setdefault(part.name, []).append(part)
    for kind, parts in by_kind.items():
        amount = sum((part.value for part in parts), ZERO)
        yield f"Losses: {kind}", dollars(amount), _cited(parts)
    if len(by_kind) != 1:
        yield "Losses together" if by_kind else "Losses", dollars(lost.value), ""


def _cited(figures: Iterable[Figure]) -> str:
    """Return what figures rest on; of one that was computed, what its parts do."""
    lines = (line for each in figures for line in ((each,) if each.authority else each.lines()))
    return cite(dict.fromkeys(authority for line in lines for authority in line.authority))


def _measure_rows(assessment: Assessment) -> Iterator[tuple[str, str, str]]:
    rule = GREATER_OF_RULE.get(assessment.governing)
    if rule is None:
        return
    by = cite([assessment.law.rule(rule)])
    closed = {entry.what for entry in assessment.unavailable}
    for measure, worth in assessment.outcome.arms.items():
        says = MEASURES[measure]
        if measure is assessment.measure:
            says = f"{says}: the greatest, which counts"
        if measure.value in closed:
            yield says, "not open for this conviction", by
        else:
            yield says, dollars(worth.value) if worth else "no facts given", by
    if assessment.measure is Measure.VALUE_OF_LABOR:
        yield from _labor_rows(assessment)


def _labor_rows(assessment: Assessment) -> Iterator[tuple[str, str, str]]:
    for key, (says, rule) in _OF_LABOR.items():
        found = assessment.components[key]
        if found.value:
            by = cite([assessment.law.rule(rule)]) if rule else "the pay agreed"
            yield f"in the value of the labor: {says}", dollars(found.value), by


def amounts(assessment: Assessment, victim: str) -> Markup:
    """Return one victim's losses, greatest measure and total."""
    measure = assessment.measure
    arm = assessment.outcome.arms[measure] if measure else None
    row = (
        victim,
        dollars(assessment.outcome.losses.value),
        dollars(arm.value) if arm else "none",
        MEASURES[measure] if measure else "losses only",
        dollars(assessment.total.value),
    )
    head = ("Victim", "Losses", "Greatest measure", "Which", "Total")
    return table("Amounts by victim", head, [row], numbers=(1, 2, 4))


def workweeks(assessment: Assessment) -> Markup:
    """Return hours and pay received by workweek, equal workweeks in one line; then what was taken."""
    found = assessment.schedule
    if found is None:
        return Markup("")
    head = ("From", "To", "Workweeks", "Hours in each", "Received in each")
    made = table(
        "Hours and pay by workweek",
        head,
        list(_weeks(found)),
        numbers=(2, 3, 4),
        widths=(25, 25, 16, 17, 17),
    )
    rows = [_taken(each) for period in assessment.claim.work for each in period.deductions]
    return made + table("Taken from pay", _TAKEN, rows, numbers=(2,)) if rows else made


def _weeks(found: Schedule) -> Iterator[tuple[str, ...]]:
    """Yield workweeks that follow each other with the same hours and pay received, as one."""
    runs: list[tuple[dt.date, dt.date, str, str]] = []
    for first, line in found.rows():
        hours = said(found.value(line, "hours"), Unit.HOUR)
        paid = dollars(found.value(line, "paid"))
        begins = first
        if runs and runs[-1][1:] == (first - WEEK, hours, paid):
            begins = runs.pop()[0]
        runs.append((begins, first, hours, paid))
    for begins, last, hours, paid in runs:
        number = (last - begins) // WEEK + 1
        yield day(begins), day(last + _DAYS_AFTER_THE_FIRST), f"{number:,}", hours, paid


def _taken(found: Deduction) -> tuple[str, str, str, str]:
    when = "each workweek"
    if found.begins_on is not None:
        when = _from_to(found.begins_on, found.ends_on)
    kind = str(found.kind).replace("_", " ")
    return kind, when, dollars(found.amount), found.exhibit or _NO_EXHIBIT


def losses(assessment: Assessment) -> Markup:
    """Return the losses as the claim states them, those still to come in a table of their own."""
    found = assessment.claim.losses
    had = [loss for loss in found if not loss.future]
    expected = [loss for loss in found if loss.future]
    tables = (("Losses so far", had), ("Losses still to come", expected))
    return Markup("").join(_lost(caption, each) for caption, each in tables if each)


def _lost(caption: str, found: Sequence[Loss]) -> Markup:
    rows = [
        (
            loss.category.value.replace("_", " ").capitalize(),
            _from_to(loss.begins_on, loss.ends_on),
            dollars(loss.amount),
            evidence_words(loss.evidence),
            loss.exhibit or _NO_EXHIBIT,
        )
        for loss in found
    ]
    together = dollars(sum((loss.amount for loss in found), ZERO))
    head = ("Kind", "From and to", "Amount", "How it is known", "Exhibit")
    return table(
        caption, head, rows, ("Together", "", together, "", ""), numbers=(2,), widths=_LOST
    )


def _from_to(first: dt.date | None, last: dt.date | None) -> str:
    if first is None:
        return "not stated"
    return day(first) if last is None or last == first else f"{day(first)} to {day(last)}"


def exhibits(assessment: Assessment) -> Markup:
    """Return what each exhibit is and which facts it supports."""
    rows = [
        (found.exhibit or _NO_EXHIBIT, found.evidence, found.named)
        for found in support(assessment.total)
    ]
    head = ("Exhibit", "What it is", "Facts that it supports")
    return table("Exhibits", head, rows, widths=(18, 18, 64))


def answer(view: AnswerView) -> Markup:
    """Return what differs from the other side's schedule: by cause, then the proof of the sum."""
    causes = [
        (letter, total.title, str(total.workweeks), due, unpaid, authority)
        for letter, total, due, unpaid, authority in view.causes()
    ]
    head = ("Mark", "Cause", "Workweeks", "Due", "Unpaid", "Rule")
    foot = ("All", "All causes", "", *view.sums, "")
    made = table(
        "What each cause moves, in dollars, ours less theirs",
        head,
        causes,
        foot,
        numbers=(2, 3, 4),
        widths=(7, 31, 14, 13, 13, 22),
        notes=(view.conclusion,),
    )
    rows = [(name, *numbers, outcome) for name, numbers, outcome in view.balances()]
    caption = "From their total to ours, in hours and dollars"
    return made + table(caption, _PROOF, rows, numbers=(1, 2, 3, 4, 5))
