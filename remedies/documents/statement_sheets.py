"""The sheets of a statement's workbook beside the victims': debts, interest, defendants, property."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from remedies.documents.statement_grid import Grid, cents
from remedies.documents.statement_table import cited
from remedies.documents.workbook.sheet import Book
from remedies.ledger.statement_lines import (
    Debt,
    InterestSheet,
    ObligorAccount,
    PropertyAccount,
)

EXACT: Final = "$#,##0.00####"
_DEBTS: Final = (
    "Defendant",
    "Victim",
    "Liable for",
    "Paid by this defendant",
    "Reimbursed by this defendant",
    "Left of liability",
    "Paid and reimbursed by others",
    "Left of the award",
    "Owes",
    "To the victim",
    "To payers",
    "To the Attorney General",
    "Restored or remitted to the victim",
)
_INTEREST: Final = (
    "Defendant",
    "From",
    "To",
    "Days",
    "Unpaid principal",
    "Percent a year",
    "Days of the year",
    "Interest",
)
_PENALTIES: Final = (
    "Defendant",
    "Due on",
    "Amount due",
    "Delinquent on",
    "Missing then",
    "Penalty for delinquency",
    "In default on",
    "Missing then",
    "Penalty for default",
    "Of",
)
_OBLIGORS: Final = (
    "Defendant",
    "Judgment",
    "Restitution ordered",
    "At most",
    "Received",
    "To restitution",
    "To the Attorney General",
    "To interest",
    "To assessments, fine, costs, penalties",
    "Beyond all that is owed",
    "Owes to victims and the United States",
    "Owes to payers",
    "Owes to the Attorney General",
    "Interest accrued",
    "Interest owed",
    "Penalties owed",
    "Assessments, fine, costs owed",
    "Owes in all",
    "Entries: received",
)
_PROPERTY: Final = (
    "Asset",
    "What",
    "Statute",
    "Proceeds",
    "Costs",
    "Third parties",
    "Sent to victims",
    "Left",
    "Why not sent",
    "Responsible",
    "Look again on",
    "Days since forfeiture",
    "Entries: sent",
)


def debts(book: Book, accounts: Sequence[ObligorAccount], victims: Grid) -> Grid:
    """Write what each defendant owes on each award, from the victims' sums."""
    grid = Grid(
        book,
        "Debts",
        (14, 14, *[17] * 11),
        _DEBTS,
        numbers=range(2, 13),
        note="Owes is the lesser of what is left of the liability and of the award; a cap comes after.",
    )
    for account in accounts:
        for debt in account.debts:
            _debt(grid, account.obligor, debt, victims)
    return grid


def _debt(grid: Grid, obligor: str, debt: Debt, victims: Grid) -> None:
    grid.begin(f"{obligor} {debt.obligee}", obligor)
    grid.text(0, obligor)
    grid.text(1, debt.obligee)
    grid.amount(2, debt.liable)
    grid.amount(3, debt.paid)
    grid.amount(4, debt.reimbursed)
    grid.formula(5, "=C{r}-D{r}-E{r}", cents(debt.own_left))
    grid.amount(6, debt.by_others)
    grid.formula(8, "=MAX(0,MIN(F{r},H{r}))", cents(debt.owes))
    if debt.obligee in victims.rows:
        awarded, recovered, owed = (victims.cell(letter, debt.obligee) for letter in "BDG")
        left = f"=MAX(0,{awarded}-{recovered}-D{{r}}-E{{r}}-G{{r}}-M{{r}})"
        grid.formula(7, left, cents(debt.award_left))
        grid.formula(9, f"=MIN(I{{r}},{owed})", cents(debt.to_victim))
    else:
        grid.amount(7, debt.award_left)
        grid.amount(9, debt.to_victim)
    grid.amount(10, debt.to_payers)
    grid.formula(11, "=I{r}-J{r}-K{r}", cents(debt.to_attorney_general))
    grid.amount(12, debt.relieved)


def interest(book: Book, accounts: Sequence[ObligorAccount]) -> Grid:
    """Write the interest worksheets of all defendants, stretch by stretch."""
    grid = Grid(
        book,
        "Interest",
        (14, 13, 13, 9, 18, 14, 14, 18),
        _INTEREST,
        numbers=range(3, 8),
        note="Unpaid principal × percent ÷ 100 × days ÷ days of the year; not rounded here.",
    )
    for account in accounts:
        sheet = account.interest
        for each in sheet.stretches:
            grid.begin(group=account.obligor)
            grid.text(0, account.obligor)
            grid.day(1, each.begins_on)
            grid.day(2, each.ends_on)
            grid.formula(3, "=C{r}-B{r}+1", Fraction(each.days), shown_as="0")
            grid.amount(4, each.principal)
            grid.number(5, sheet.rate or Fraction(0), "0.00##")
            grid.count(6, each.of_year)
            grid.formula(7, "=E{r}*F{r}/100*D{r}/G{r}", each.amount, shown_as=EXACT)
    return grid


def penalties(book: Book, accounts: Sequence[ObligorAccount]) -> Grid:
    """Write the late payments of all defendants with their penalties."""
    grid = Grid(
        book,
        "Penalties",
        (14, 13, 16, 14, 16, 16, 14, 16, 16, 14),
        _PENALTIES,
        numbers=(2, 4, 5, 7, 8),
        note="The rates are those of 18 U.S.C. § 3612(g); the penalties are exact and not rounded here.",
    )
    for account in accounts:
        for each in account.penalties.missed:
            grid.begin(group=account.obligor)
            grid.text(0, account.obligor)
            grid.day(1, each.due_on)
            grid.amount(2, each.amount)
            grid.day(3, each.delinquent_on)
            grid.amount(4, each.delinquent)
            grid.number(5, each.delinquency_penalty, EXACT)
            grid.day(6, each.default_on)
            grid.amount(7, each.in_default)
            grid.number(8, each.default_penalty, EXACT)
            grid.text(9, each.of)
    return grid


def obligors(book: Book, accounts: Sequence[ObligorAccount], owing: Grid, stretches: Grid) -> Grid:
    """Write one row for each defendant: ordered, received, owed and to whom."""
    grid = Grid(
        book,
        "Defendants",
        (16, 13, *[17] * 16, 30),
        _OBLIGORS,
        numbers=range(2, 18),
        note="What is no formula here follows from a cap, a limit or a debt that several owe.",
    )
    for account in accounts:
        grid.begin(account.obligor)
        _received(grid, account)
        _owed(grid, account, owing, stretches)
    grid.total((2, *range(4, 18)))
    return grid


def _received(grid: Grid, account: ObligorAccount) -> None:
    funds = sum(each.paid.cents for each in account.funds) + account.penalties.paid.cents
    grid.text(0, account.obligor)
    grid.day(1, account.judgment_on)
    grid.amount(2, account.ordered.cents)
    grid.amount(3, account.cap)
    grid.formula(4, "=F{r}+G{r}+H{r}+I{r}+J{r}", cents(account.received.cents))
    grid.amount(5, account.principal)
    grid.amount(6, account.reimbursed)
    grid.amount(7, account.interest_paid)
    grid.amount(8, funds)
    grid.amount(9, account.unapplied)
    grid.text(18, cited(account.received.entries))


def _owed(grid: Grid, account: ObligorAccount, owing: Grid, stretches: Grid) -> None:
    to_victims = account.to_victims + account.to_united_states
    uncapped = account.debts and not account.by_cap
    for column, letter, amount in (
        (10, "J", to_victims),
        (11, "K", account.to_payers),
        (12, "L", account.to_attorney_general),
    ):
        if uncapped:
            grid.formula(column, f"=SUM({owing.span(letter, account.obligor)})", cents(amount))
        else:
            grid.amount(column, amount)
    _accrued(grid, account.obligor, account.interest, stretches)
    grid.amount(15, account.penalties.owed)
    grid.amount(16, sum(each.owed for each in account.funds))
    grid.formula(17, "=K{r}+L{r}+M{r}+O{r}+P{r}+Q{r}", cents(account.owes))


def _accrued(grid: Grid, obligor: str, sheet: InterestSheet, stretches: Grid) -> None:
    added = sum((each.amount for each in sheet.stretches), Fraction(0))
    if sheet.stretches and _rounded(added) == sheet.accrued:
        formula = f"=ROUND(ROUND(SUM({stretches.span('H', obligor)}),10),2)"
        grid.formula(13, formula, cents(sheet.accrued))
    else:
        grid.amount(13, sheet.accrued)
    if sheet.owed == max(0, sheet.accrued - sheet.paid.cents):
        grid.formula(14, "=MAX(0,N{r}-H{r})", cents(sheet.owed))
    else:
        grid.amount(14, sheet.owed)


def _rounded(value: Fraction) -> int:
    return int(value * 100 + Fraction(1, 2))


def property_sheet(book: Book, accounts: Sequence[PropertyAccount]) -> Grid:
    """Write one row for each asset."""
    grid = Grid(
        book,
        "Property",
        (14, 18, 22, *[16] * 5, 30, 34, 14, 12, 30),
        _PROPERTY,
        numbers=(3, 4, 5, 6, 7, 11),
    )
    for account in accounts:
        grid.begin(account.asset)
        grid.text(0, account.asset)
        grid.text(1, account.what)
        grid.text(2, account.statute)
        for column, found in enumerate(
            (account.gross, account.costs, account.third_parties, account.transferred), start=3
        ):
            grid.amount(column, found.cents)
        grid.formula(7, "=MAX(0,D{r}-E{r}-F{r}-G{r})", cents(account.left))
        grid.text(8, account.why.replace("_", " "))
        grid.text(9, account.responsible)
        grid.day(10, account.review_on)
        grid.count(11, account.days)
        grid.text(12, cited(account.transferred.entries))
    return grid
