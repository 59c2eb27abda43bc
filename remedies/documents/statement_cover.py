"""The first sheet of a statement's workbook: the sums, the proof that they add up, and the notes."""

from fractions import Fraction
from textwrap import wrap
from typing import Final

from remedies.documents.statement_grid import USD, Grid, cents
from remedies.documents.statement_names import CAPTIONS, NAMES
from remedies.documents.workbook.formulas import nearest
from remedies.documents.workbook.sheet import Sheet
from remedies.ledger.statement_lines import Equation, Statement
from remedies.ledger.statement_words import plain

_SUMS: Final = {
    "B": "Awarded",
    "D": "Recovered elsewhere",
    "E": "From forfeited property",
    "F": "Paid by defendants",
    "G": "Still owed",
    "K": "Received",
    "L": "Held",
}
_AMOUNT: Final = 1
_WIDE: Final = 125
"""How many letters of a note fit across the sheet's columns."""

_OF_JOURNAL: Final = {"payments": "payment", "transfers": "transfer"}


class Cover:
    """The cover as it is written, from top to bottom."""

    def __init__(self, sheet: Sheet, victims: Grid, journal: Grid) -> None:
        """Take the sheet, and those that its formulas refer to."""
        self.sheet = sheet
        self.victims = victims
        self.journal = journal
        self.at = 0

    def fact(self, label: str, text: str) -> None:
        """Write a label and words."""
        self.sheet.text(self.at, 0, label, "label")
        self.sheet.text(self.at, _AMOUNT, text, "plain")
        self.at += 1

    def heading(self, text: str) -> None:
        """Begin a part, after an empty row."""
        self.sheet.text(self.at + 1, 0, text, "heading")
        self.at += 2

    def line(self, name: str, formula: str, value: Fraction, said: str = "") -> None:
        """Write a named amount as a formula."""
        self.sheet.text(self.at, 0, name)
        self.sheet.formula(self.at, _AMOUNT, formula, value, shown_as=USD)
        self.sheet.text(self.at, _AMOUNT + 1, said)
        self.at += 1

    def note(self, text: str) -> None:
        """Write words across the columns, on as many rows as they need: a wider sheet prints smaller."""
        for place, line in enumerate(wrap(text, _WIDE)):
            self.sheet.text(self.at, 0, f"{'   ' if place else ''}{line}", "note")
            self.at += 1

    def number(self, name: str, amount: int) -> None:
        """Write a named amount that is no formula."""
        self.sheet.text(self.at, 0, name)
        self.sheet.number(self.at, _AMOUNT, nearest(cents(amount)), "value", USD)
        self.sheet.text(self.at, _AMOUNT + 1, "")
        self.at += 1


def cover(sheet: Sheet, statement: Statement, victims: Grid, journal: Grid) -> None:
    """Write the cover; the other sheets are written already."""
    page = Cover(sheet, victims, journal)
    sheet.text(0, 0, "Statement of account", "title")
    page.at = 1
    page.fact("Case", statement.case)
    if statement.whose:
        page.fact("Of", statement.whose)
    page.fact("As of", statement.as_of.isoformat())
    page.fact("Entries up to", str(statement.known))
    page.fact("Law", statement.law)
    if statement.obligees:
        _sums(page)
    for equation in statement.equations:
        _equation(page, equation)
    page.heading("How this was computed, and what is not confirmed")
    for note in statement.notes:
        mark = "Not confirmed: " if note.unverified else ""
        authority = f" ({note.authority})" if note.authority else ""
        page.note(f"{mark}{note.text}{authority}")
    sheet.activate()


def _sums(page: Cover) -> None:
    page.heading("All victims together")
    for letter, name in _SUMS.items():
        cell = page.victims.cell(letter, "total")
        page.line(name, f"={cell}", page.victims.summed(letter), f"sheet {page.victims.name}")


def _equation(page: Cover, equation: Equation) -> None:
    page.heading(CAPTIONS.get(equation.key, plain(equation.key)))
    first = page.at + 1
    for key, amount in equation.left:
        _term(page, equation, key, amount)
    page.line("Together", f"=SUM(B{first}:B{page.at})", _added(equation.left))
    left, first = page.at, page.at + 1
    for key, amount in equation.right:
        _term(page, equation, key, amount)
    page.line("Together", f"=SUM(B{first}:B{page.at})", _added(equation.right))
    apart = _added(equation.left) - _added(equation.right)
    page.line("Difference", f"=ROUND(B{left}-B{page.at},2)", apart, "must be $0.00")


def _added(side: tuple[tuple[str, int], ...]) -> Fraction:
    return cents(sum(amount for _, amount in side))


def _term(page: Cover, equation: Equation, key: str, amount: int) -> None:
    """Write one part of an equation: from the journal or the victims' sheet where it stands there."""
    name = NAMES.get(key, plain(key))
    kind = _OF_JOURNAL.get(key)
    if equation.key == "money" and kind:
        journal = page.journal
        summed, kinds, counts = (journal.column(letter) for letter in "FCG")
        formula = f'=SUMIFS({summed},{kinds},"{kind}",{counts},"yes")'
        page.line(name, formula, cents(amount), "sheet Journal")
    elif equation.key == "transfers" and key == "owed":
        cell = page.victims.cell("G", "total")
        page.line(name, f"=-{cell}", cents(amount), "sheet Victims")
    else:
        page.number(name, amount)
