"""A position as a table: its options, who says so, what that holds, how far it was read, and the default."""

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from remedies.calculators.assessment import Assessment
from remedies.documents.guides.tables import table
from remedies.documents.texts.language import SOURCE, language
from remedies.documents.wording import circuit
from remedies.figures import Checked
from remedies.law import Law, Option, Position
from remedies.worksheet import dollars

_HEAD: Final = ("Option", "Authority", "What it holds", "How far it was read")
_READ: Final = {
    Checked.STATUTE: "its own text was read",
    Checked.OFFICIAL: "an official publication was read",
}


def position(key: str, law: Law, assessment: Assessment | None) -> Markup:
    """Return a position; with a claim, what its total is under each option.

    Raises:
        KeyError: the register has no such position.

    """
    found = law.all_positions()[key]
    totals = dict(_totals(key, assessment)) if assessment else {}
    rows = [
        row
        for option in found.options.values()
        for row in _rows(option, _said(found, option, totals.get(option.key, "")))
    ]
    notes = tuple(_notes(found, assessment))
    return table(found.question, _HEAD, rows, widths=(28, 22, 33, 17), notes=notes)


def _said(found: Position, option: Option, total: str) -> str:
    parts = (
        option.says,
        "(The program’s default.)" if option.key == found.default else "",
        f"Total under it: {total}." if total else "",
    )
    return " ".join(part for part in parts if part)


def _rows(option: Option, says: str) -> Iterator[tuple[str, str, str, str]]:
    if not option.authorities:
        yield says, "no authority found", "", ""
    for place, held in enumerate(option.authorities):
        read = _READ.get(held.checked) or language(SOURCE).mark(held.checked)
        yield "The same option" if place else says, held.citation, held.holding, read


def _notes(found: Position, assessment: Assessment | None) -> Iterator[str]:
    yield f"Why that is the default: {found.why_default}"
    named = assessment.claim.circuit if assessment else None
    if named and (note := found.circuit_notes.get(named)):
        yield f"{circuit(named)}: {note}"


def _totals(key: str, assessment: Assessment) -> Iterator[tuple[str, str]]:
    for taken in assessment.taken:
        if taken.choice.position.key == key:
            yield taken.choice.option, dollars(assessment.total.value)
            for name, effect in taken.effects.items():
                yield name, dollars(assessment.total.value - effect)
