"""The summary: the total, what it is made of, and the choices and doubts that stand behind it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from remedies.calculators.assessment import Assessment, Taken
from remedies.calculators.measures import Measure
from remedies.calculators.restitution import NONE
from remedies.documents.workbook.formulas import formula
from remedies.documents.workbook.register import Register, column_name
from remedies.documents.workbook.sheet import Layout, Sheet, number_format
from remedies.figures import Figure, weakest
from remedies.operations import ZERO, Unit
from remedies.worksheet import Row, dollars, evidence_words

LAYOUT = Layout(name="Summary", widths=(44, 22, 58, 34, 20))
AMOUNT = 1
_USD = number_format(Unit.USD)
_HOW_TO_READ = (
    "Every amount is a live formula. “Givens and rates” holds what was entered, boxed and named.",
    "“Schedule” computes by the workweek, “Worksheet” line by line; “Authorities” quotes the law.",
    "Dollars are rounded to the cent where a formula says ROUND(…, 2), and nowhere else. The inner",
    "ROUND(…, 10) clears what binary numbers leave in the last digits, so that no half cent is lost.",
)


class _Page:
    """The summary as it is written, from top to bottom."""

    def __init__(self, sheet: Sheet, register: Register, rows: Sequence[Row]) -> None:
        self.sheet = sheet
        self.register = register
        self.numbers = {id(row.figure): row.number for row in rows}
        self.at = 0

    def heading(self, text: str) -> None:
        """Begin a part, after an empty row."""
        self.sheet.text(self.at + 1, 0, text, "heading")
        self.at += 2

    def fact(self, label: str, text: str) -> None:
        """Write a label and words."""
        self.sheet.text(self.at, 0, label, "label")
        self.sheet.text(self.at, AMOUNT, text, "plain")
        self.at += 1

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Write a table of words."""
        self.sheet.texts(self.at, head, "head")
        self.at += 1
        for row in rows:
            self.table_row(row)

    def table_row(self, texts: Sequence[str]) -> None:
        """Write a row of words."""
        self.sheet.texts(self.at, texts)
        self.at += 1

    def amounts(self, first: str, last: str) -> None:
        """Write the header of a table of amounts."""
        self.sheet.texts(self.at, (first, "", last), "head")
        self.sheet.text(self.at, AMOUNT, "Amount", "head_number")
        self.at += 1

    def amount(self, name: str, figure: Figure, said: str, style: str = "") -> None:
        """Write a named amount as a formula."""
        shown_as = number_format(figure.unit, figure.value)
        self.sheet.text(self.at, 0, name, f"{style}_text" if style else "text")
        self.sheet.formula(
            self.at,
            AMOUNT,
            formula(figure, self.register),
            figure.value,
            style=style or "value",
            shown_as=shown_as,
        )
        self.sheet.text(self.at, AMOUNT + 1, said, f"{style}_text" if style else "text")
        self.at += 1

    def closed(self, name: str, instead: str, why: str) -> None:
        """Write a name that has no amount, and why."""
        self.sheet.text(self.at, AMOUNT, instead, "text_right")
        self.sheet.text(self.at, 0, name)
        self.sheet.text(self.at, AMOUNT + 1, why)
        self.at += 1

    def where(self, figure: Figure) -> str:
        """Return where a reader finds what a figure follows from."""
        if id(figure) in self.numbers:
            return f"Worksheet, line {self.numbers[id(figure)]}"
        if column := column_name(figure):
            return f"Schedule, total of “{column}”"
        return "the formula in this row"


def fill(sheet: Sheet, register: Register, assessment: Assessment, rows: Sequence[Row]) -> None:
    """Write the summary; the register knows where every figure stands."""
    page = _Page(sheet, register, rows)
    _title(page, assessment)
    _components(page, assessment)
    _arms(page, assessment)
    _positions(page, assessment)
    _doubts(page, assessment)
    _receipt(page, assessment)
    sheet.activate()


def _title(page: _Page, assessment: Assessment) -> None:
    page.sheet.text(0, 0, "Restitution worksheet", "title")
    for at, text in enumerate(_HOW_TO_READ, start=1):
        page.sheet.text(at, 0, text, "note")
    page.at = 2 + len(_HOW_TO_READ)
    claim = assessment.claim
    page.fact("Reference", claim.reference)
    page.fact("Statute", assessment.governing.value)
    measure = assessment.measure
    page.fact("Measure", _words(measure) if measure else "losses only")
    page.fact("As of", claim.as_of.isoformat())
    page.fact("Weakest evidence", evidence_words(weakest(assessment.total)))
    page.amount("Total", assessment.total, page.where(assessment.total), "sum")


def _components(page: _Page, assessment: Assessment) -> None:
    page.heading("What the total is made of")
    page.amounts("Component", "Where it is computed")
    first = page.at + 1
    found = {k: f for k, f in assessment.components.items() if f is not NONE}
    for key, figure in found.items():
        name = _plain(key) if key in set(Measure) else figure.name
        page.amount(name, figure, page.where(figure))
    _check(page, assessment, f"B{first}:B{page.at}", found)


def _check(page: _Page, assessment: Assessment, area: str, found: Mapping[str, Figure]) -> None:
    """Write the components' sum and what it differs from the total by."""
    sheet, at = page.sheet, page.at
    added = sum((figure.value for figure in found.values()), ZERO)
    total = formula(assessment.total, page.register)[1:]
    sheet.text(at, 0, "components added", "sum_text")
    sheet.formula(at, AMOUNT, f"=SUM({area})", added, style="sum", shown_as=_USD)
    sheet.text(at, AMOUNT + 1, "", "sum_text")
    difference = added - assessment.total.value
    sheet.text(at + 1, 0, "difference from the total")
    apart = f"=ROUND(B{at + 1}-{total},2)"
    sheet.formula(at + 1, AMOUNT, apart, difference, shown_as=_USD)
    sheet.text(at + 1, AMOUNT + 1, "must be $0.00")
    page.at += 2


def _arms(page: _Page, assessment: Assessment) -> None:
    page.heading("The measures compared")
    page.amounts("Measure", "Where it is computed, or why it has no amount")
    closed = {entry.what: entry.why for entry in assessment.unavailable}
    for measure, figure in assessment.outcome.arms.items():
        name = _words(measure)
        if measure is assessment.measure:
            name = f"{name} (taken)"
        if figure is not None:
            page.amount(name, figure, page.where(figure))
        else:
            why = closed.get(measure.value, "the claim has no facts for it")
            page.closed(name, "none", why)
    for what, why in closed.items():
        if what not in set(Measure):
            page.closed(_plain(what).replace(".", ": "), "not counted", why)


def _positions(page: _Page, assessment: Assessment) -> None:
    if not assessment.taken:
        return
    page.heading("Positions taken where courts differ")
    head = ("Question", "Option taken", "What it says", "Authority", "Worth")
    page.table(head, (_position(taken) for taken in assessment.taken))
    said = (
        "“Worth” is what the total would lose (or, below zero, gain) under the other option named; the "
        "program computed it apart, and this workbook's formulas do not."
    )
    page.sheet.text(page.at, 0, said, "note")
    page.at += 1


def _position(taken: Taken) -> tuple[str, ...]:
    chosen = f"{_plain(taken.option.key)} (chosen by {taken.choice.chosen_by.value})"
    worth = ""
    if taken.against is not None and taken.effect is not None:
        worth = f"{dollars(taken.effect)} against {_plain(taken.against)}"
    position = taken.choice.position
    return position.question, chosen, taken.option.says, taken.option.citation, worth


def _doubts(page: _Page, assessment: Assessment) -> None:
    if assessment.warnings:
        page.heading("What to check")
        rows: Iterator[tuple[str, str, str]] = (
            (warned.code.replace("_", " "), warned.field, warned.message)
            for warned in assessment.warnings
        )
        page.table(("Doubt", "Field of the claim", "Why"), rows)


def _receipt(page: _Page, assessment: Assessment) -> None:
    page.heading("What proves the same answer later")
    receipt = assessment.receipt
    page.fact("Facts", receipt.facts)
    page.fact("Law", receipt.law)
    if receipt.law_as_recorded_on:
        page.fact("Law as recorded on", receipt.law_as_recorded_on.isoformat())
    page.fact("Software", receipt.software)


def _words(measure: Measure) -> str:
    return _plain(measure.value)


def _plain(key: str) -> str:
    return key.replace("_", " ")
