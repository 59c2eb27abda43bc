"""A clerk's or an agency's ledger of payments, to be held against ours: columns shown, confirmed, then read.

Nothing is guessed in silence: :func:`looked_at` shows what the header suggests, and reads by columns only
that a person confirmed, or that carry the very names of :data:`FIELDS`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from remedies.errors import Problem
from remedies.intake import clerk_ledger_cells as cells
from remedies.intake import values
from remedies.intake.cells import Row
from remedies.intake.clerk_ledger_ways import Ways, Words, way
from remedies.intake.columns import (
    SAY_DATES,
    SAY_NUMBERS,
    Proposal,
    has_comma,
    named_columns,
    year_last,
)
from remedies.intake.columns import Mapping as Reading
from remedies.intake.columns import Said as TableSaid
from remedies.intake.imports import SHOWN_ROWS
from remedies.intake.proposals import order_of, plain_title, suggested, unclear
from remedies.intake.readings import Rows
from remedies.intake.refusals import Note
from remedies.intake.tables import Table, read_table
from remedies.ledger.reconciliation import breaks
from remedies.ledger.reconciliation_lines import BalanceOf, TheirRow, Way

FIELDS: Final = (
    "on",
    "amount",
    "direction",
    "received",
    "paid_out",
    "party",
    "receipt",
    "balance",
)
"""What a column may be: an amount with its direction or its sign, or one column for each direction."""

DAYS: Final = ("on",)
_MONEY: Final = ("amount", "received", "paid_out", "balance")
_WORDS: Final[Mapping[str, str]] = {
    "on": "on, date, day, transaction date, trans date, date posted, posted, post date, posting date, "
    "receipt date, date received, effective date",
    "amount": "amount, amt, transaction amount, payment amount, amount paid, trans amount",
    "direction": "direction, type, transaction type, trans type, dr cr, cr dr, debit credit, in out",
    "received": "received, receipts, amount received, collected, collections, credit, credits, deposit, "
    "deposits, paid in, money in",
    "paid_out": "paid out, disbursed, disbursements, amount disbursed, disbursement, debit, debits, "
    "money out",
    "party": "party, payer, payor, payee, payer payee, from, paid by, paid to, defendant, victim, name, "
    "defendant number, def no",
    "receipt": "receipt, receipt number, receipt no, receipt num, rcpt, rcpt no, reference, reference "
    "number, ref, ref no, transaction number, trans no, document number",
    "balance": "balance, running balance, balance due, balance owed, balance held, remaining balance",
}
_TOTALS: Final = frozenset({"total", "totals", "grand total", "sum"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(TableSaid):
    """What a person said of the file; ``parties`` gives the reference behind a label of theirs.

    ``ways`` says of the clerk's own words for a direction which they mean.
    """

    balance_of: BalanceOf | None = None
    parties: Mapping[str, str] = field(default_factory=dict)
    ways: Ways = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClerkLedger:
    """The rows that were read, what their balance counts, and what a person should look at."""

    rows: tuple[TheirRow, ...]
    balance_of: BalanceOf
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A table, what its header suggests, and what was read; None while the columns wait to be confirmed."""

    table: Table
    proposal: Proposal
    read: ClerkLedger | None


def looked_at(content: bytes, said: Said) -> Looked:
    """Return what a file holds, read if its columns were confirmed or carry the names of fields.

    Raises:
        TableError: the file is no table, or its rows cannot be read; every problem names its row.

    """
    table = read_table(content, sheet=said.sheet, header_row=said.header_row)
    suggestion = proposed(table, said)
    if said.columns is not None:
        columns = confirmed(said.columns, table)
    elif _named_as_fields(table) and not suggestion.missing:
        columns = dict(suggestion.columns)
    else:
        return Looked(table=table, proposal=suggestion, read=None)
    reading = Reading(columns=columns, dates=said.dates or suggestion.dates, numbers=said.numbers)
    return Looked(table=table, proposal=suggestion, read=_read(table, reading, said))


def proposed(table: Table, said: Said) -> Proposal:
    """Return what the header's words and the cells under them suggest, beside what was said already."""
    found = suggested(table.header, _WORDS, FIELDS)
    columns = {name: places[0] for name, places in found.items() if len(places) == 1}
    if "received" in columns and "paid_out" in columns:
        columns.pop("amount", None)
        columns.pop("direction", None)
    order = said.dates or order_of(year_last(table, columns, DAYS))
    missing = [*unclear(found), *lacking(columns)]
    if order is None:
        missing.append(SAY_DATES)
    money = (place for name, place in columns.items() if name in _MONEY)
    if said.numbers is None and any(has_comma(table, place) for place in money):
        missing.append(SAY_NUMBERS)
    words = _words(Rows(table, Reading(columns=columns)), said)
    missing += words.problems()
    notes = (*table.notes, *_about(columns), *words.notes())
    return Proposal(columns=columns, dates=order, missing=tuple(missing), notes=notes)


def confirmed(text: str, table: Table) -> dict[str, int]:
    """Return the columns that a person confirmed: ``on=Date,amount=Amount,receipt=@C``.

    Raises:
        TableError: a field or column is not known or named twice, or a needed one is not named.

    """
    return named_columns(text, table, FIELDS, lacking)


def lacking(columns: Mapping[str, int]) -> Iterator[Problem]:
    """Yield the fields without which nothing can be read, and those that exclude each other."""
    if "on" not in columns:
        yield Problem("columns", "required", "say which column is on: the day")
    two = [name for name in ("received", "paid_out") if name in columns]
    if "amount" not in columns and not two:
        why = "say which column is amount, or which are received and paid_out"
        yield Problem("columns", "required", why)
    if two and ("amount" in columns or "direction" in columns):
        why = "name amount and direction, or received and paid_out, not both"
        yield Problem("columns", "exactly_one", why)


def first_rows(
    table: Table, reading: Reading, said: Said
) -> Iterator[tuple[int, TheirRow | None]]:
    """Yield the numbers of the first rows with what would be read of each; None where nothing can be."""
    for row in table.rows[:SHOWN_ROWS]:
        rows = Rows(table, reading)
        found = None if any(lacking(reading.columns)) else _row(rows, row, said)
        yield row.number, found


def _about(columns: Mapping[str, int]) -> Iterator[Note]:
    if "amount" in columns and "direction" not in columns:
        why = (
            "no column says whether money came in or went out: an amount with a minus or in brackets is "
            "read as paid out, and every other as received"
        )
        yield Note("columns", "sign_is_direction", why)
    if "receipt" not in columns:
        why = "no column has receipt numbers: rows are matched by day, amount and party only"
        yield Note("columns", "no_receipts", why)


def _named_as_fields(table: Table) -> bool:
    known = [title for title in table.header if title]
    return set(known) <= set(FIELDS)


def _read(table: Table, reading: Reading, said: Said) -> ClerkLedger:
    rows = Rows(table, reading)
    found: list[TheirRow] = []
    notes = [*table.notes, *_words(rows, said).notes()]
    unnamed = 0
    for row in rows.filled():
        if _is_total(rows, row):
            notes.append(Note(f"row {row.number}", "total", "is taken for a total, and not read"))
            continue
        made = _row(rows, row, said)
        if made is not None:
            unnamed += rows.has(row, "party") and not made.party
            found.append(made)
    rows.settle(found)
    if unnamed:
        why = (
            f"in {unnamed:,} of {len(found):,} rows the payer or payee is no reference of the case: matched "
            "without it, unless you say which reference each label stands for"
        )
        notes.append(Note("", "party_unknown", why))
    counts = said.balance_of or _balance_of(found)
    if "balance" in reading.columns and said.balance_of is None:
        why = f"the running balance is read as what is {counts.value}, with which it agrees best"
        notes.append(Note("", "balance_of", why))
    return ClerkLedger(rows=tuple(found), balance_of=counts, notes=tuple(notes))


def _balance_of(rows: list[TheirRow]) -> BalanceOf:
    """Return what a running balance seems to count: that under which fewest rows break it."""
    return min(BalanceOf, key=lambda counts: sum(1 for _ in breaks(rows, counts)))


def _row(rows: Rows, row: Row, said: Said) -> TheirRow | None:
    """Return a row; None after a problem, which the rows keep."""
    before = len(rows.problems)
    how = rows.mapping
    on = rows.get(row, "on", values.day, how.dates)
    signed = _signed(rows, row, said)
    balance = (
        rows.get(row, "balance", cells.money, how.numbers) if rows.has(row, "balance") else None
    )
    party = rows.get(row, "party", cells.party, _labels(said)) if rows.has(row, "party") else ""
    receipt = rows.get(row, "receipt", values.words) if rows.has(row, "receipt") else ""
    if on is None or signed is None or len(rows.problems) > before:
        return None
    return TheirRow(
        on=on,
        amount=abs(signed),
        way=Way.PAID_OUT if signed < 0 else Way.RECEIVED,
        party=party or "",
        receipt=receipt or "",
        balance=balance,
        where=f"row {row.number}",
    )


def _labels(said: Said) -> Mapping[str, str]:
    return {cells.plain_name(label): reference for label, reference in said.parties.items()}


def _signed(rows: Rows, row: Row, said: Said) -> int | None:
    """Return what came in, or below zero what went out; 0 for a row that states a balance alone."""
    names = [name for name in ("received", "paid_out", "amount") if rows.has(row, name)]
    if not names and rows.has(row, "balance"):
        return 0
    if not names:
        rows.wrong(row, "amount", "required", "has no amount")
        return None
    found = {name: rows.get(row, name, cells.money, rows.mapping.numbers) for name in names}
    stated = {name: cents for name, cents in found.items() if cents is not None}
    if len(stated) < len(found):
        return None
    if stated.get("received") and stated.get("paid_out"):
        rows.wrong(
            row, "paid_out", "exactly_one", "has money that came in and money that went out"
        )
        return None
    if "amount" not in stated:
        return stated.get("received", 0) - stated.get("paid_out", 0)
    if "direction" not in rows.mapping.columns:
        return stated["amount"]
    found_way = rows.get(row, "direction", way, said.ways)
    return stated["amount"] if found_way is Way.RECEIVED else -stated["amount"]


def _words(rows: Rows, said: Said) -> Words:
    """Return the words of the column of directions, in rows that have an amount and are no totals."""
    found = Words(said.ways)
    if (place := rows.mapping.columns.get("direction")) is None:
        return found
    for row in rows.table.rows:
        if rows.has(row, "amount") and not _is_total(rows, row):
            found.meet(row.cell(place), row.number)
    return found


def _is_total(rows: Rows, row: Row) -> bool:
    place = rows.mapping.columns.get("on")
    return place is not None and plain_title(row.cell(place).text) in _TOTALS
