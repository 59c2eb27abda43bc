"""The accounts of victims and payers as tables; a large case tells the entries in lists of their own."""

from collections.abc import Sequence
from typing import Final

from remedies.documents.statement_table import Cell, Table, amount, heads, summed, words
from remedies.ledger.entries import Person
from remedies.ledger.statement_lines import ObligeeAccount, Sum
from remedies.ledger.statement_words import ranges

_HEADS: Final = {
    "awarded": "Awarded",
    "to_payers": "Owed to payers instead",
    "recovered": "Recovered elsewhere",
    "transferred": "From forfeited property",
    "paid": "Paid by defendants",
    "owed": "Still owed",
    "interest": "Interest paid",
    "advanced": "Advanced by the court",
    "received": "Received",
    "held": "Held",
    "came_back": "Of it, came back",
    "overpaid": "Beyond the loss",
}
_SELDOM: Final = ("to_payers", "interest", "advanced", "came_back", "overpaid")
_MANY: Final = 12
"""In a table of more rows an amount names a list of entries, once where a whole column shares it."""


class _Lists:
    """Lists of entries, each with its number, in the order in which the table meets them."""

    def __init__(self, accounts: Sequence[ObligeeAccount]) -> None:
        self.numbers: dict[tuple[int, ...], int] = {}
        self.shared: dict[str, bool] = {}
        self.many = len(accounts) > _MANY
        for key in _HEADS if self.many else ():
            found = {each.entries for a in accounts if isinstance(each := getattr(a, key), Sum)}
            self.shared[key] = len(found - {()}) <= 1
            for entries in sorted(found - {()}):
                self.numbers.setdefault(entries, len(self.numbers) + 1)

    def cell(self, key: str, value: Sum | int) -> Cell:
        """Return an amount of one row with the entries behind it."""
        if isinstance(value, int):
            return amount(value)
        if not self.many:
            return summed(value)
        if self.shared[key] or not value.entries:
            return amount(value.cents)
        return Cell(amount(value.cents).text, f"list {self.numbers[value.entries]}", number=True)

    def total(self, key: str, accounts: Sequence[ObligeeAccount]) -> Cell:
        """Return the sum of a column, and the list that all of its amounts share."""
        values = [getattr(account, key) for account in accounts]
        made = amount(sum(_cents(value) for value in values))
        found = {each.entries for each in values if isinstance(each, Sum) and each.entries}
        if not (self.many and self.shared.get(key) and found):
            return made
        return Cell(made.text, f"all: list {self.numbers[found.pop()]}", number=True)

    def table(self, who: str) -> Table:
        """Return what is on each list."""
        return Table(
            caption=f"{who}: lists of entries",
            heads=heads("List", "Entries"),
            rows=tuple(
                (words(number), words(ranges(entries).replace("-", "–")))
                for entries, number in self.numbers.items()
            ),
            widths=("entry",),
        )


def obligees(accounts: Sequence[ObligeeAccount], who: str) -> tuple[Table, ...]:
    """Return what each victim, or payer, is owed and has received, and a large case's lists of entries."""
    shown, lists = _columns(accounts), _Lists(accounts)
    foot: tuple[Cell, ...] = ()
    if len(accounts) > 1:
        foot = (words("Total"), *(lists.total(key, accounts) for key in shown))
    made = Table(
        caption=f"{who}: what is owed, and what was received",
        heads=heads(who, *(f"#{_HEADS[key]}" for key in shown)),
        rows=tuple(
            (words(_name(a)), *(lists.cell(key, getattr(a, key)) for key in shown))
            for a in accounts
        ),
        foot=foot,
        widths=("name",),
    )
    return (made, lists.table(who)) if lists.numbers else (made,)


def _columns(accounts: Sequence[ObligeeAccount]) -> list[str]:
    """Return the columns that say something: seldom ones only where one of their amounts is not zero."""
    return [
        key
        for key in _HEADS
        if key not in _SELDOM or any(_cents(getattr(account, key)) for account in accounts)
    ]


def _cents(value: Sum | int) -> int:
    return value.cents if isinstance(value, Sum) else value


def _name(account: ObligeeAccount) -> str:
    if account.person is Person.UNITED_STATES:
        return f"{account.obligee} (the United States, paid last)"
    return account.obligee
