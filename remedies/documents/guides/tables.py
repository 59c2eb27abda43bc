"""Tables that stand in a paper: the figure, its workweeks, what was taken, the losses, the exhibits.

The tables that a victim signs hold facts alone: no law, and nothing that is due by it. What is known for a
month or a day stands by the workweek there, and the table says so. Every word is of the paper's language.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from markupsafe import Markup

from remedies.calculators.assessment import Assessment
from remedies.calculators.measures import GREATER_OF_RULE, Measure
from remedies.documents import pdf as printing
from remedies.documents.guides.exhibits import facts
from remedies.documents.guides.table_words import TableWords
from remedies.documents.wording import said
from remedies.facts import Category, Deduction, Loss, WorkPeriod
from remedies.figures import Authority, Figure
from remedies.operations import ZERO, Unit
from remedies.schedule import WEEK, Schedule
from remedies.worksheet import dollars

_TEMPLATE: Final = "guides/tables.html"
_DAYS_AFTER_THE_FIRST: Final = WEEK - dt.timedelta(days=1)
_LOST: Final = (24, 28, 15, 18, 15)
_PROJECTED: Final = ", projected"
_OF_LABOR: Final = {
    "minimum_wages": "minimum_wage_206_a",
    "straight_time_above_minimum": "",
    "overtime": "overtime_207_a_1",
    "tips_kept": "tips_216_b",
    "liquidated_damages": "flsa_216_b",
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
    """Return a table, and notes below it; every cell is escaped that is not markup already.

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


def figure(assessment: Assessment, told: TableWords) -> Markup:
    """Return what the total is made of: losses by kind, every measure, the parts of the one that counts."""
    rows = [*_loss_rows(assessment, told), *_measure_rows(assessment, told)]
    total = assessment.total
    foot = (told.words("total"), dollars(total.value), told.cited(total.authority))
    return table(
        told.caption("figure"),
        told.head("figure"),
        rows,
        foot,
        numbers=(1,),
        widths=(48, 20, 32),
    )


def _loss_rows(assessment: Assessment, told: TableWords) -> Iterator[tuple[str, str, str]]:
    lost = assessment.outcome.losses
    by_kind: dict[tuple[Category, bool], list[Figure]] = {}
    for part in lost.operands:
        by_kind.setdefault(_kind(part), []).append(part)
    for (category, future), parts in by_kind.items():
        says = told.words("loss_to_come" if future else "loss")
        amount = sum((part.value for part in parts), ZERO)
        kind = told.words("categories", category.value)
        yield says.format(kind), dollars(amount), told.cited(_rested_on(parts))
    if len(by_kind) != 1:
        yield told.words("losses_together" if by_kind else "losses"), dollars(lost.value), ""


def _kind(part: Figure) -> tuple[Category, bool]:
    """Return the kind of a loss, and whether it is still to come, by the name of the fact beneath."""
    fact = next(line for line in part.lines() if line.authority)
    name = fact.name.removesuffix(_PROJECTED)
    return Category(name.replace(" ", "_")), name != fact.name


def _rested_on(figures: Iterable[Figure]) -> Iterator[Authority]:
    """Yield what figures rest on; of one that was computed, what its parts do."""
    for each in figures:
        for line in (each,) if each.authority else each.lines():
            yield from line.authority


def _measure_rows(assessment: Assessment, told: TableWords) -> Iterator[tuple[str, str, str]]:
    rule = GREATER_OF_RULE.get(assessment.governing)
    if rule is None:
        return
    by = told.cited([assessment.law.rule(rule)])
    closed = {entry.what for entry in assessment.unavailable}
    for measure, worth in assessment.outcome.arms.items():
        says = told.words("measures", measure.value)
        if measure is assessment.measure:
            says = told.words("greatest").format(says)
        if measure.value in closed:
            yield says, told.words("not_open"), by
        else:
            yield says, dollars(worth.value) if worth else told.words("no_facts"), by
    if assessment.measure is Measure.VALUE_OF_LABOR:
        yield from _labor_rows(assessment, told)


def _labor_rows(assessment: Assessment, told: TableWords) -> Iterator[tuple[str, str, str]]:
    for key, rule in _OF_LABOR.items():
        found = assessment.components[key]
        if found.value:
            by = told.cited([assessment.law.rule(rule)]) if rule else told.words("pay_agreed")
            says = told.words("of_labor").format(told.words("labor", key))
            yield says, dollars(found.value), by


def amounts(assessment: Assessment, told: TableWords, victim: str) -> Markup:
    """Return one victim's losses, greatest measure and total."""
    measure = assessment.measure
    arm = assessment.outcome.arms[measure] if measure else None
    row = (
        victim,
        dollars(assessment.outcome.losses.value),
        dollars(arm.value) if arm else told.words("none"),
        told.words("measures", measure.value) if measure else told.words("losses_only"),
        dollars(assessment.total.value),
    )
    return table(told.caption("amounts"), told.head("amounts"), [row], numbers=(1, 2, 4))


def workweeks(assessment: Assessment, told: TableWords) -> Markup:
    """Return hours and pay received by workweek, equal workweeks in one line; then what was taken."""
    found = assessment.schedule
    if found is None:
        return Markup("")
    made = table(
        told.caption("workweeks"),
        told.head("workweeks"),
        list(_weeks(found, told)),
        numbers=(2, 3, 4),
        widths=(25, 25, 16, 17, 17),
        notes=(told.words("by_workweek"),),
    )
    rows = [
        _taken(each, period, told)
        for period in assessment.claim.work
        for each in period.deductions
    ]
    if rows:
        made += table(told.caption("taken"), told.head("taken"), rows, numbers=(2,))
    return made


def _weeks(found: Schedule, told: TableWords) -> Iterator[tuple[str, ...]]:
    """Yield workweeks that follow each other with the same hours and pay received, as one."""
    runs: list[tuple[dt.date, dt.date, str, str]] = []
    for first, line in found.rows():
        hours = said(found.value(line, "hours"), Unit.HOUR)
        paid = dollars(found.value(line, "paid"))
        begins = first
        if runs and runs[-1][1:] == (first - WEEK, hours, paid):
            begins = runs.pop()[0]
        runs.append((begins, first, hours, paid))
    day = told.language.day
    for begins, last, hours, paid in runs:
        number = (last - begins) // WEEK + 1
        yield day(begins), day(last + _DAYS_AFTER_THE_FIRST), f"{number:,}", hours, paid


def _taken(found: Deduction, period: WorkPeriod, told: TableWords) -> tuple[str, str, str, str]:
    when = told.words("each_workweek")
    if found.begins_on is not None:
        when = told.dates(found.begins_on, found.ends_on)
    kind = told.opening("deductions", found.kind.value)
    exhibit = told.exhibit(found.exhibit or period.exhibit)
    return kind, when, dollars(found.amount), exhibit


def losses(assessment: Assessment, told: TableWords) -> Markup:
    """Return the losses as the claim states them, those still to come in a table of their own."""
    found = assessment.claim.losses
    had = [loss for loss in found if not loss.future]
    expected = [loss for loss in found if loss.future]
    tables = (("losses", had), ("losses_to_come", expected))
    return Markup("").join(_lost(told.caption(name), each, told) for name, each in tables if each)


def _lost(caption: str, found: Sequence[Loss], told: TableWords) -> Markup:
    rows = [
        (
            told.opening("categories", loss.category.value),
            told.dates(loss.begins_on, loss.ends_on),
            dollars(loss.amount),
            told.evidence(loss.evidence),
            told.exhibit(loss.exhibit),
        )
        for loss in found
    ]
    together = dollars(sum((loss.amount for loss in found), ZERO))
    foot = (told.words("together"), "", together, "", "")
    return table(caption, told.head("losses"), rows, foot, numbers=(2,), widths=_LOST)


def exhibits(assessment: Assessment, told: TableWords) -> Markup:
    """Return each fact of the claim with its exhibit, and what that is."""
    rows = [
        (told.exhibit(fact.exhibit), told.evidence(fact.evidence), fact.says)
        for fact in facts(assessment.claim, told)
    ]
    head = told.head("exhibits")
    return table(told.caption("exhibits"), head, rows, widths=(18, 14, 68))
