"""The accounts of a statement as tables: each victim's, each defendant's, and how they follow."""

from collections.abc import Iterable, Iterator
from typing import Final

from remedies.documents.statement_table import (
    Cell,
    Table,
    amount,
    heads,
    summed,
    together,
    words,
)
from remedies.ledger.statement_lines import Debt, Moved, ObligeeAccount, ObligorAccount, Sum
from remedies.ledger.statement_words import FUNDS

MOVED: Final = {
    Moved.AWARDED: "Awarded by the order",
    Moved.AMENDED: "Award amended",
    Moved.COMPENSATED: "Compensated by another, who is paid in the victim’s place",
    Moved.RECOVERED: "Recovered elsewhere for the same loss",
    Moved.TRANSFERRED: "Proceeds of forfeited property",
    Moved.PAID: "Share of a payment",
    Moved.INTEREST: "Interest paid",
    Moved.REVERSED: "Payment taken back by the bank",
    Moved.DISBURSED: "Paid out",
    Moved.RETURNED: "Came back",
}


def moves(account: ObligeeAccount) -> Table:
    """Return one victim's account entry by entry, with what is owed and held after each."""
    return Table(
        caption=f"{account.obligee}: how the account came about, entry by entry",
        heads=heads(
            "Entry",
            "Day",
            "What",
            "By",
            "#Changes what is owed",
            "#Still owed",
            "#Changes what is held",
            "#Held",
        ),
        rows=tuple(_moves(account)),
        widths=("entry", "day", "what"),
    )


def _moves(account: ObligeeAccount) -> Iterator[tuple[Cell, ...]]:
    owed = held = 0
    for move in account.moves:
        owed += move.owed
        held += move.held
        yield (
            words(move.entry),
            words(move.on),
            words(MOVED[move.moved]),
            words(move.by),
            amount(move.owed or None),
            amount(owed),
            amount(move.held or None),
            amount(held),
        )


def received(account: ObligorAccount) -> Table:
    """Return what was taken in from a defendant and what it went to."""
    lines = [
        ("Restitution, to those who were owed it", amount(account.principal)),
        ("To the Attorney General, for transfers made to victims", amount(account.reimbursed)),
        *_interest_paid(account),
        *((_capital(FUNDS[found.fund]), summed(found.paid)) for found in account.funds),
        ("Penalties", summed(account.penalties.paid)),
        ("Beyond all that is owed", amount(account.unapplied)),
    ]
    return Table(
        caption=f"{account.obligor}: what was received, and what it went to",
        heads=heads("What", "#Amount"),
        rows=tuple((words(name), cell) for name, cell in lines if cell.text != "$0.00"),
        foot=(words("Received in all"), summed(account.received)),
        widths=("", "amount"),
    )


def _interest_paid(account: ObligorAccount) -> Iterator[tuple[str, Cell]]:
    reimbursed = account.interest_to_attorney_general
    yield "Interest on restitution", amount(account.interest_paid - reimbursed)
    yield "Interest on restitution, to the Attorney General", amount(reimbursed)


def owed(account: ObligorAccount) -> Table:
    """Return what a defendant still owes, to whom."""
    lines = [
        ("Restitution, to the victims", account.to_victims),
        ("Restitution, to those who compensated victims", account.to_payers),
        ("Restitution, to the United States as a victim", account.to_united_states),
        ("To the Attorney General, for transfers made to victims", account.to_attorney_general),
        ("Interest on restitution", account.interest.owed),
        *((_capital(FUNDS[found.fund]), found.owed) for found in account.funds),
        ("Penalties", account.penalties.owed),
    ]
    always = {lines[0][0], lines[3][0]}
    return Table(
        caption=f"{account.obligor}: what is still owed, and to whom",
        heads=heads("To whom", "#Amount"),
        rows=tuple((words(n), amount(cents)) for n, cents in lines if cents or n in always),
        foot=(words("Owed in all"), amount(account.owes)),
        widths=("", "amount"),
    )


def debts(account: ObligorAccount) -> Table:
    """Return a defendant's debt on each victim's award, step by step."""
    payers = any(debt.to_payers for debt in account.debts)
    relieved = " restored or remitted," if any(debt.relieved for debt in account.debts) else ""
    return Table(
        caption=f"{account.obligor}: the debt on each award, step by step",
        heads=heads(
            "Victim",
            "#A. Liable for",
            "#B. Paid by this defendant",
            "#C. Left of A: A\N{NO-BREAK SPACE}−\N{NO-BREAK SPACE}B",
            "#D. Paid by the others",
            f"#E. Left of the award: it, less recovered,{relieved} B and D",
            "#F. Owes: the lesser of C and E",
            "#Of F, to the victim",
            *(("#Of F, to payers",) if payers else ()),
            "#Of F, to the Attorney General",
        ),
        rows=tuple(_debt(debt, payers=payers) for debt in account.debts),
        foot=_debt_totals(account, payers=payers),
        widths=("name",),
    )


def _debt(debt: Debt, *, payers: bool) -> tuple[Cell, ...]:
    return (
        words(debt.obligee),
        amount(debt.liable),
        amount(debt.paid + debt.reimbursed),
        amount(debt.own_left),
        amount(debt.by_others),
        amount(debt.award_left),
        amount(debt.owes),
        amount(debt.to_victim),
        *((amount(debt.to_payers),) if payers else ()),
        amount(debt.to_attorney_general),
    )


def _debt_totals(account: ObligorAccount, *, payers: bool) -> tuple[Cell, ...]:
    found = account.debts
    if len(found) < 2:  # noqa: PLR2004 - a total of one adds nothing
        return ()
    return (
        words("Total"),
        amount(sum(debt.liable for debt in found)),
        amount(sum(debt.paid + debt.reimbursed for debt in found)),
        words(""),
        amount(sum(debt.by_others for debt in found)),
        words(""),
        amount(sum(debt.owes for debt in found)),
        amount(sum(debt.to_victim for debt in found)),
        *((amount(sum(debt.to_payers for debt in found)),) if payers else ()),
        amount(sum(debt.to_attorney_general for debt in found)),
    )


def defendants(accounts: Iterable[ObligorAccount]) -> Table:
    """Return all defendants side by side: ordered, paid, and what each owes to whom."""
    rows = []
    for account in accounts:
        funds = sum(found.owed for found in account.funds)
        more = account.interest.owed + account.penalties.owed + funds
        rows.append(
            (
                words(account.obligor),
                summed(account.ordered),
                summed(account.received),
                amount(account.to_victims + account.to_payers + account.to_united_states),
                amount(account.to_attorney_general),
                amount(more),
                amount(account.owes),
            )
        )
    return Table(
        caption="Defendants: ordered, received, and still owed",
        heads=heads(
            "Defendant",
            "#Restitution ordered",
            "#Received in all",
            "#Owes in restitution",
            "#Owes the Attorney General",
            "#Owes in interest, penalties, assessments, fine and costs",
            "#Owes in all",
        ),
        rows=tuple(rows),
        widths=("name",),
    )


def at_a_glance(accounts: tuple[ObligeeAccount, ...]) -> dict[str, Sum]:
    """Return the sums over all victims that the first page names."""
    keys = ("awarded", "recovered", "transferred", "paid", "received")
    found = {key: together([getattr(account, key) for account in accounts]) for key in keys}
    for key in ("owed", "held"):
        found[key] = Sum(sum(getattr(account, key) for account in accounts))
    return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
