"""The sheets of a statement's workbook for interest that is compounded once a year, and civil judgments."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from remedies.documents.statement_grid import Grid, cents
from remedies.documents.statement_sheets import EXACT
from remedies.documents.statement_table import cited
from remedies.documents.workbook.sheet import Book
from remedies.ledger.statement_lines import Compounded, JudgmentAccount, ObligorAccount, Statement

_DAYS: Final = (
    "Judgment or defendant",
    "From",
    "To",
    "Days",
    "Unpaid, with interest added yearly",
    "Percent a year",
    "Interest",
)
_JUDGMENTS: Final = (
    "Judgment",
    "For",
    "Against",
    "Entered on",
    "Amount",
    "Interest accrued",
    "Recovered",
    "Judgment unpaid",
    "Interest unpaid",
    "Why not computed",
    "Entries: recovered",
)


def judgments(book: Book, statement: Statement) -> None:
    """Write both sheets, each only where the statement has something for it."""
    rows = list(_rows(statement.judgments, statement.obligors))
    stretches = _days(book, rows) if rows else None
    if statement.judgments:
        grid = Grid(
            book,
            "Judgments",
            (16, 12, 12, 13, 18, 18, 18, 18, 18, 44, 26),
            _JUDGMENTS,
            numbers=range(4, 9),
            note="28 U.S.C. § 1961. No part of the restitution order.",
        )
        for each in statement.judgments:
            _judgment(grid, each, stretches)


def _rows(
    accounts: Sequence[JudgmentAccount], obligors: Sequence[ObligorAccount]
) -> Iterator[tuple[str, Fraction, Compounded]]:
    for account in accounts:
        for each in account.stretches:
            yield account.judgment, account.rate or Fraction(0), each
    for obligor in obligors:
        for each in obligor.interest.compounded:
            yield obligor.obligor, obligor.interest.rate or Fraction(0), each


def _days(book: Book, rows: Sequence[tuple[str, Fraction, Compounded]]) -> Grid:
    grid = Grid(
        book,
        "Compounded",
        (22, 13, 13, 9, 22, 14, 18),
        _DAYS,
        numbers=range(3, 7),
        note="Unpaid × percent ÷ 100 × days ÷ 365, added to it once a year; not rounded here.",
    )
    for of, rate, each in rows:
        grid.begin(group=of)
        grid.text(0, of)
        grid.day(1, each.begins_on)
        grid.day(2, each.ends_on)
        grid.formula(3, "=C{r}-B{r}+1", Fraction(each.days), shown_as="0")
        grid.number(4, each.base, EXACT)
        grid.number(5, rate, "0.00##")
        grid.formula(6, "=E{r}*F{r}/100*D{r}/365", each.amount, shown_as=EXACT)
    return grid


def _judgment(grid: Grid, each: JudgmentAccount, stretches: Grid | None) -> None:
    grid.begin(each.judgment)
    grid.text(0, each.judgment)
    grid.text(1, each.obligee)
    grid.text(2, each.obligor)
    grid.day(3, each.entered_on)
    grid.amount(4, each.amount.cents)
    grid.amount(6, each.recovered.cents)
    grid.text(9, each.why_not)
    grid.text(10, cited(each.recovered.entries))
    if each.why_not:
        return
    if stretches is None or not each.stretches:
        grid.amount(5, each.accrued)
    else:
        formula = f"=ROUND(ROUND(SUM({stretches.span('G', each.judgment)}),10),2)"
        grid.formula(5, formula, cents(each.accrued))
    grid.amount(7, each.unpaid_judgment)
    grid.amount(8, each.unpaid_interest)
