"""The civil wage claim on paper: what each law gives by workweek, which was taken, what was left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from remedies.calculators.assessment import Receipt
from remedies.calculators.civil import CivilClaim, LegalClaim
from remedies.calculators.civil import comparison as comparing
from remedies.calculators.civil import recovery_columns as recovery
from remedies.calculators.civil.choices import CivilChoices
from remedies.calculators.civil.provisions import Part
from remedies.calculators.civil.weeks import NotComputed
from remedies.documents import pdf as printing
from remedies.documents.civil_steps import Worked, worked
from remedies.documents.wording import CHECKED, day, span
from remedies.figures import Authority, Figure
from remedies.law import Version
from remedies.worksheet import cite, dollars, rows

_TEMPLATE = "civil/en.html"
_COMPONENTS = {
    "wages": "Unpaid wages",
    "damages": "Liquidated or multiplied damages",
    "interest": "Interest before judgment",
    "waiting_time": "Waiting time penalty",
    "guarantees": "Three-fourths guarantees",
}
PARTS = {
    Part.MINIMUM: "Minimum wages",
    Part.AGREED: "Straight time above the minimum wage",
    Part.OVERTIME: "Overtime",
    Part.SPREAD: "Spread of hours",
}
_TAKEN = {
    comparing.FEDERAL: "federal",
    comparing.STATE: "State",
    comparing.REQUIRED: "required rate",
}
_COMPARED = (
    comparing.FEDERAL_DUE,
    comparing.STATE_DUE,
    comparing.REQUIRED_DUE,
    comparing.DUE,
    comparing.PAID,
    comparing.WAGES,
    comparing.DAMAGES,
    comparing.INTEREST,
    comparing.RECOVERY,
    comparing.LOST,
)
_WAGES = ("hours", "rate", "overtime_hours", "double_time_hours", "due", "paid")
_RECOVERED = (recovery.UNPAID, recovery.CLAIMED, recovery.DAMAGES, recovery.INTEREST)


@dataclass(frozen=True, slots=True)
class Compared:
    """One workweek of the comparison as printed."""

    starts_on: str
    law: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """One law's claim as printed: its sums, parts and workweeks, its law, and one workweek worked."""

    name: str
    sums: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    weeks: tuple[tuple[str, ...], ...]
    authorities: tuple[Authority, ...]
    provisions: tuple[Version, ...]
    worked: Worked | None


def civil_pdf(found: CivilClaim, reference: str, receipt: Receipt | None = None) -> bytes:
    """Return the civil wage claim as a PDF; ``reference`` is the claim's own."""
    return printing.pdf(civil_html(found, reference, receipt))


def civil_html(found: CivilClaim, reference: str, receipt: Receipt | None = None) -> str:
    """Return the civil wage claim as the page that is printed."""
    laws = [_law(claim) for claim in found.claims]
    marks = {a.checked for law in laws for a in law.authorities}
    return printing.html(
        _TEMPLATE,
        reference=reference,
        receipt=receipt,
        civil=found.civil,
        total=dollars(found.total.value),
        lost=dollars(found.lost.value),
        components=[
            (_COMPONENTS[key], dollars(part.value)) for key, part in found.components.items()
        ],
        laws=laws,
        compared=tuple(_compared(found)),
        sums=_sums(found),
        penalties=[rows(part) for part in _penalties(found)],
        positions=tuple(_positions(found.choices)),
        refused=[_refused(entry) for entry in found.not_computed],
        assumptions=found.assumptions,
        legend=[
            (mark.value.replace("_", " "), CHECKED[mark]) for mark in CHECKED if mark in marks
        ],
        cite=cite,
        day=day,
    )


def _law(claim: LegalClaim) -> Law:
    sums = (*_RECOVERED[:2], recovery.LOST, *_RECOVERED[2:], recovery.TOTAL)
    return Law(
        name=claim.name,
        sums=tuple(dollars(claim.amount(key)) for key in sums),
        parts=tuple(
            (PARTS[part], *(dollars(claim.amount(key)) for key in _keys(part))) for part in Part
        ),
        weeks=tuple(_weeks(claim)),
        authorities=tuple(_authorities(claim)),
        provisions=claim.provisions,
        worked=worked(claim),
    )


def _keys(part: Part) -> tuple[str, str, str]:
    return part.value, recovery.claimed(part), recovery.damages(part)


def _weeks(claim: LegalClaim) -> Iterator[tuple[str, ...]]:
    """Yield each workweek: its days, its wages and what is claimed of them."""
    wages, recovered = claim.wages.formulas.index, claim.recovery.formulas.index
    for first, line in claim.recovery.rows():
        own = claim.wage_lines[first]
        values = [own.values[wages[key]] if key in wages else Fraction(0) for key in _WAGES]
        values += [line.values[recovered[key]] for key in _RECOVERED]
        due_on = claim.paydays[first].isoformat()
        yield (first.isoformat(), due_on, *(_plain(value) for value in values))


def _plain(value: Fraction) -> str:
    return dollars(value).removeprefix("$")


def _compared(found: CivilClaim) -> Iterator[Compared]:
    if found.comparison is None:
        return
    columns = found.comparison.schedule.formulas.index
    for first, line in found.comparison.schedule.rows():
        cells = tuple(_plain(line.values[columns[key]]) for key in _COMPARED)
        yield Compared(first.isoformat(), _TAKEN[found.comparison.taken[first]], cells)


def _sums(found: CivilClaim) -> tuple[str, ...]:
    if found.comparison is None:
        return ()
    return tuple(_plain(found.comparison.total(key, key).value) for key in _COMPARED)


def _penalties(found: CivilClaim) -> Iterator[Figure]:
    """Yield what is not of a workweek: the waiting time penalty and the guarantees."""
    waiting = found.components["waiting_time"]
    if waiting.operands:
        yield waiting
    yield from (guarantee.owed for guarantee in found.guarantees)


def _authorities(claim: LegalClaim) -> Iterator[Authority]:
    """Yield each authority of a claim once, in the order in which its rows meet it."""
    seen = {
        (authority.citation, authority.checked): authority
        for leaf in (*claim.wages.leaves, *claim.recovery.leaves)
        for authority in leaf.authority
    }
    yield from seen.values()


def _positions(choices: CivilChoices) -> Iterator[tuple[str, str, str]]:
    for choice in choices.taken.values():
        option = choice.position.options[choice.option]
        yield choice.position.question, option.says, choice.chosen_by.value


def _refused(entry: NotComputed) -> tuple[str, str, str]:
    weeks = span(entry.first, entry.last) if entry.first and entry.last else "all workweeks"
    return entry.what[:1].upper() + entry.what[1:], entry.why, weeks
