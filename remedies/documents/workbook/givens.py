"""The sheet of givens and rates: every fact and every value of law once, each under its name."""

from collections.abc import Sequence

from remedies.documents.workbook.formulas import Term, entered
from remedies.documents.workbook.register import Leaf, Register
from remedies.documents.workbook.sheet import Layout, Sheet, number_format
from remedies.figures import Authority
from remedies.worksheet import cite, evidence_words

HEAD = (
    "What",
    "Value",
    "Unit",
    "Name in formulas",
    "Exhibit",
    "Evidence",
    "Authority",
    "In force from",
    "Quoted words",
    "How checked",
)
LAYOUT = Layout(
    name="Givens and rates",
    widths=(40, 16, 11, 42, 20, 12, 36, 13, 46, 13),
    header_rows=(2, 2),
    frozen_columns=2,
)
VALUE = 1
_FIRST = 3
_CHANGE = (
    "The boxed values are the only ones entered. Change one and every other sheet follows; another "
    "period of work or another position needs a new computation."
)


def fill(sheet: Sheet, register: Register) -> None:
    """Write every leaf and tell the register where it stands."""
    sheet.text(0, 0, "Givens and rates", "title")
    sheet.text(1, 0, _CHANGE, "note")
    sheet.texts(2, HEAD, "head")
    sheet.text(2, VALUE, HEAD[VALUE], "head_number")
    row = _section(
        sheet, register, _FIRST, "Facts of the claim, and counts made from them", register.facts
    )
    row = _section(sheet, register, row, "Values that the law supplies", register.law)
    sheet.quiet(row, len(HEAD) - 1)


def _section(
    sheet: Sheet, register: Register, row: int, heading: str, leaves: Sequence[Leaf]
) -> int:
    """Write some leaves under a heading and return the row below them."""
    if not leaves:
        return row
    sheet.texts(row, (heading, *[""] * (len(HEAD) - 1)), "band")
    for at, leaf in enumerate(leaves, start=row + 1):
        _leaf(sheet, at, leaf)
        cell = sheet.cell(at, VALUE)
        sheet.book.name(leaf.name, cell)
        register.place(leaf.figure, Term(leaf.name, cell=cell))
    return row + 1 + len(leaves)


def _leaf(sheet: Sheet, row: int, leaf: Leaf) -> None:
    figure = leaf.figure
    shown_as = number_format(figure.unit, figure.value)
    value = entered(figure.value)
    if isinstance(value, str):
        sheet.formula(row, VALUE, value, figure.value, style="input", shown_as=shown_as)
    else:
        sheet.number(row, VALUE, value, "input", shown_as)
    sheet.text(row, 0, figure.name)
    sheet.text(row, 2, figure.unit.value)
    sheet.text(row, 3, leaf.name)
    sheet.text(row, 4, figure.source)
    sheet.text(row, 5, evidence_words(figure.evidence) if figure.evidence else "")
    sheet.text(row, 6, cite(figure.authority))
    if leaf.since is None:
        sheet.text(row, 7, "")
    else:
        sheet.day(row, 7, leaf.since)
    sheet.text(row, 8, _quoted(figure.authority))
    sheet.text(row, 9, "; ".join(dict.fromkeys(a.checked.value for a in figure.authority)))


def _quoted(authorities: Sequence[Authority]) -> str:
    return "; ".join(f"“{entry.quote}”" for entry in authorities if entry.quote)
