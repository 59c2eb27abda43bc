"""The statement of account as a workbook: balances are live formulas over the sums beside them.

Every sum that entries make stands as a number with its entries; what follows from sums is a formula with the
value that it has now. Text of the record is always text: nothing in it becomes a formula or a link.
"""

from typing import Final

from remedies.documents import statement_sheets as sheets
from remedies.documents.statement_cover import cover
from remedies.documents.statement_grid import Grid, cents
from remedies.documents.statement_journal_sheet import journal
from remedies.documents.statement_judgment_sheets import judgments
from remedies.documents.statement_table import cited
from remedies.documents.workbook.sheet import Book, Layout
from remedies.ledger.statement_lines import ObligeeAccount, Statement, Sum

TITLE: Final = "Statement of account"
VICTIMS: Final = "Victims"
PAYERS: Final = "Payers"
_SUMS: Final = ("awarded", "to_payers", "recovered", "transferred", "paid")
_HEADS: Final = (
    "Reference",
    "Awarded",
    "Owed to payers instead",
    "Recovered elsewhere",
    "From forfeited property",
    "Paid by defendants",
    "Still owed",
    "Beyond the loss",
    "Interest paid",
    "Advanced by the court",
    "Received",
    "Held",
    "Entries: awarded",
    "Entries: recovered",
    "Entries: transferred",
    "Entries: paid",
    "Entries: received",
)
_NUMBERS: Final = len(_HEADS) - 5
_NOTE: Final = (
    "Still owed is B less C, D, E and F, never below zero. Held is E, F, I and J less K. "
    "Dollars; the numbers under “Entries” are those of the journal."
)


def statement_workbook(statement: Statement) -> bytes:
    """Return a statement as an XLSX file; the same statement gives the same bytes."""
    book = Book(TITLE, statement.case, statement.as_of)
    first = book.sheet(Layout(name="Statement", widths=(46, 20, 60)))
    victims = _obligees(book, VICTIMS, statement.obligees)
    if statement.payers:
        _obligees(book, PAYERS, statement.payers)
    debts = sheets.debts(book, statement.obligors, victims)
    stretches = sheets.interest(book, statement.obligors)
    sheets.penalties(book, statement.obligors)
    sheets.obligors(book, statement.obligors, debts, stretches)
    judgments(book, statement)
    sheets.property_sheet(book, statement.property)
    entries = journal(book, statement.journal)
    cover(first, statement, victims, entries)
    return book.content()


def _obligees(book: Book, name: str, accounts: tuple[ObligeeAccount, ...]) -> Grid:
    """Write one row for each account, and their total; the grid knows where each stands."""
    widths = (18, *[15] * _NUMBERS, *[26] * 5)
    grid = Grid(book, name, widths, _HEADS, numbers=range(1, _NUMBERS), note=_NOTE)
    for account in accounts:
        _row(grid, account)
    grid.total(range(1, _NUMBERS))
    return grid


def _row(grid: Grid, account: ObligeeAccount) -> None:
    grid.begin(account.obligee)
    grid.text(0, account.obligee)
    for column, key in enumerate(_SUMS, start=1):
        grid.amount(column, _sum(account, key).cents)
    grid.formula(6, "=MAX(0,B{r}-C{r}-D{r}-E{r}-F{r})", cents(account.owed))
    grid.formula(7, "=MAX(0,C{r}+D{r}+E{r}+F{r}-B{r})", cents(account.overpaid))
    grid.amount(8, account.interest.cents)
    grid.amount(9, account.advanced)
    grid.amount(10, account.received.cents)
    grid.formula(11, "=E{r}+F{r}+I{r}+J{r}-K{r}", cents(account.held))
    for column, key in enumerate(
        ("awarded", "recovered", "transferred", "paid", "received"), start=_NUMBERS
    ):
        grid.text(column, cited(_sum(account, key).entries))


def _sum(account: ObligeeAccount, key: str) -> Sum:
    found = getattr(account, key)
    assert isinstance(found, Sum)  # noqa: S101 - the keys above are sums
    return found
