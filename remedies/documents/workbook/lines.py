"""The worksheet: the total's lines, numbered, each a live formula over the lines that it cites."""

from collections.abc import Sequence

from remedies.documents.workbook.formulas import Term, derived
from remedies.documents.workbook.register import Register, column_name
from remedies.documents.workbook.sheet import Layout, Sheet, number_format
from remedies.figures import Figure
from remedies.worksheet import Row, evidence_words

HEAD = ("Line", "Name", "Value", "Unit", "How", "Authority", "Exhibit", "Evidence")
LAYOUT = Layout(
    name="Worksheet",
    widths=(6, 44, 20, 11, 42, 44, 22, 13),
    header_rows=(2, 2),
    frozen_columns=2,
)
VALUE = 2
_FIRST = 3


def fill(sheet: Sheet, register: Register, rows: Sequence[Row]) -> None:
    """Write the lines and tell the register where each stands."""
    sheet.text(0, 0, "Worksheet", "title")
    sheet.text(
        1, 0, "Each line cites only lines above it, a given, a rate or the Schedule.", "note"
    )
    sheet.texts(2, HEAD, "head")
    sheet.text(2, 0, HEAD[0], "head_number")
    sheet.text(2, VALUE, HEAD[VALUE], "head_number")
    here: dict[int, Term] = {}
    for at, row in enumerate(rows, start=_FIRST):
        last = row is rows[-1]
        _words(sheet, at, row, "sum_text" if last else "text")
        shown_as = number_format(row.figure.unit, row.figure.value)
        style = "sum" if last else "value"
        formula = f"={_term(row.figure, register, here).text}"
        sheet.formula(at, VALUE, formula, row.figure.value, style=style, shown_as=shown_as)
        cell = sheet.cell(at, VALUE, local=True)
        here[id(row.figure)] = Term(cell.reference, cell=cell)
    for at, row in enumerate(rows, start=_FIRST):
        cell = sheet.cell(at, VALUE)
        if register(row.figure) is None:
            register.place(row.figure, Term(cell.reference, cell=cell))
    sheet.quiet(_FIRST + len(rows), len(HEAD) - 1)


def _term(figure: Figure, register: Register, here: dict[int, Term]) -> Term:
    if figure.operands:
        return derived(figure, lambda operand: here[id(operand)])
    found = register(figure)
    assert found is not None  # noqa: S101 - leaves and totals of columns were placed before
    return found


def _words(sheet: Sheet, at: int, row: Row, style: str) -> None:
    figure = row.figure
    sheet.count(at, 0, row.number, "sum" if style == "sum_text" else "value")
    sheet.text(at, 1, row.name, style)
    evidence = evidence_words(figure.evidence) if figure.evidence else ""
    column = column_name(figure)
    how = f"Schedule, total of “{column}”" if column else row.how
    sheet.texts(
        at,
        (figure.unit.value, how, row.authority, figure.source, evidence),
        style,
        first=3,
    )
