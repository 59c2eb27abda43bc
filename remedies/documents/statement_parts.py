"""The other parts of a statement as tables: property, proof, worklists, days and the journal."""

from collections.abc import Iterator, Sequence
from typing import Final

from remedies.documents.due_words import reason, status_words
from remedies.documents.statement_table import (
    Cell,
    Table,
    amount,
    cited,
    heads,
    summed,
    words,
)
from remedies.ledger.statement_lines import (
    Due,
    Equation,
    JournalLine,
    Open,
    PropertyAccount,
    Work,
)
from remedies.ledger.statement_words import money, plain
from remedies.worksheet import cite

MOST: Final = 300
"""As many rows of one kind stand on paper one by one; more are printed by month or by year."""

WORKS: Final = {
    Work.ON_HOLD: "Held back by a hold",
    Work.PAYABLE: "Can be paid out now",
    Work.BELOW_MINIMUM: "Below the minimum disbursement",
    Work.CAME_BACK: "Came back and must be sent again",
    Work.UNAPPLIED: "Received and applied to nothing",
    Work.ABOVE_AWARD: "Held above the award",
    Work.SHORTFALL: "Paid out of a payment that was taken back",
    Work.NOT_ORDERED: "Paid by somebody else, and not ordered yet",
    Work.DIFFERS: "Applied otherwise than the order would have it",
}


def properties(accounts: Sequence[PropertyAccount]) -> Table:
    """Return each asset: what it brought, where that went, and what is left."""
    return Table(
        caption="Property: what it brought, and what went to the victims",
        heads=heads(
            "Asset",
            "What",
            "#Proceeds",
            "#Costs",
            "#Third parties",
            "#Sent to victims",
            "#Left",
            "Why not sent; who must act",
        ),
        rows=tuple(
            (
                words(each.asset),
                words(_thing(each)),
                summed(each.gross),
                summed(each.costs),
                summed(each.third_parties),
                summed(each.transferred),
                amount(each.left),
                words(_why(each)),
            )
            for each in accounts
        ),
        widths=("entry", "day", "", "", "", "", "", "what"),
    )


def _thing(each: PropertyAccount) -> str:
    return f"{each.what}, {each.statute}" if each.statute else each.what


def _why(each: PropertyAccount) -> str:
    if not each.why:
        return ""
    told = [plain(each.why)]
    if each.responsible:
        told.append(each.responsible)
    if each.days is not None:
        told.append(f"{each.days:,} days")
    if each.review_on:
        told.append(f"look again on {each.review_on}")
    return "; ".join(told)


def steps(account: PropertyAccount) -> Table:
    """Return an asset's way, step by step."""
    return Table(
        caption=f"{account.asset}: from the first step to the last",
        heads=heads("Entry", "Day", "Step", "By", "Paper", "#Amount", "#Costs"),
        rows=tuple(
            (
                words(each.entry),
                words(each.on),
                words(each.what),
                words(each.by),
                words(each.document),
                amount(each.amount),
                amount(each.costs),
            )
            for each in account.steps
        ),
        widths=("entry", "day", "what", "what"),
    )


def proof(equation: Equation, caption: str, names: dict[str, str]) -> Table:
    """Return an equation as a table: the left side, then the right, each added up."""
    lines = [
        *((names.get(key, plain(key)), cents) for key, cents in equation.left),
        ("Together", sum(cents for _, cents in equation.left)),
        *((names.get(key, plain(key)), cents) for key, cents in equation.right),
    ]
    return Table(
        caption=caption,
        heads=heads("What", "#Amount"),
        rows=tuple((words(name), amount(cents)) for name, cents in lines),
        foot=(words("Together"), amount(sum(cents for _, cents in equation.right))),
        widths=("", "amount"),
    )


def worklists(found: Sequence[Open]) -> Table:
    """Return what waits for somebody to act."""
    return Table(
        caption="Money that waits for somebody to act",
        heads=heads("What", "Whose", "#Amount", "Since", "Why"),
        rows=tuple(
            (
                words(WORKS[each.work]),
                words(each.of),
                Cell(money(each.cents), cited(each.entries), number=True),
                words(each.since),
                words(each.why),
            )
            for each in found
        ),
        widths=("what",),
    )


def days(found: Sequence[Due], caption: str) -> Table:
    """Return deadlines and ends: the day, how far off, and under what."""
    return Table(
        caption=caption,
        heads=heads("Day", "What", "Whose", "State", "Note", "Authority"),
        rows=tuple(
            (
                words(each.due_on or "not known"),
                words(each.what),
                words(each.of),
                words(status_words(each)),
                words(reason(each)),
                words(cite(each.authority) or each.says_authority),
            )
            for each in found
        ),
        widths=("day", "what", "entry", "wide"),
    )


def journal(lines: Sequence[JournalLine]) -> Table:
    """Return the entries one by one; money by month where they are many."""
    rows = _grouped(lines) if len(lines) > MOST else (_line(line) for line in lines)
    return Table(
        caption="The journal: every entry, in the order of recording",
        heads=heads("Entry", "Day", "What it says", "#Amount"),
        rows=tuple(rows),
        widths=("entry", "day", "", "amount"),
    )


def _line(line: JournalLine) -> tuple[Cell, ...]:
    mark = f" Corrects entry {line.corrects}." if line.corrects else ""
    if line.corrected_by is not None:
        mark += f" Not counted: corrected by entry {line.corrected_by}."
    named = f"{line.reference}: " if line.reference and line.reference not in line.says else ""
    return (
        words(line.entry),
        words(line.on),
        words(f"{named}{line.says}{mark}"),
        amount(line.cents),
    )


_MANY: Final = frozenset(
    {"payment", "disbursement", "victim", "assessment", "evidence", "document", "notice"}
)


def _grouped(lines: Sequence[JournalLine]) -> Iterator[tuple[Cell, ...]]:
    """Yield entries; those of frequent kinds that count, by month and kind."""
    months: dict[tuple[int, int, str], list[JournalLine]] = {}
    order: list[JournalLine | tuple[int, int, str]] = []
    for line in lines:
        if line.kind not in _MANY or not line.counts or line.corrects:
            order.append(line)
            continue
        key = line.on.year, line.on.month, line.kind
        if key not in months:
            order.append(key)
        months.setdefault(key, []).append(line)
    for found in order:
        yield _line(found) if isinstance(found, JournalLine) else _month(found, months[found])


def _month(key: tuple[int, int, str], lines: Sequence[JournalLine]) -> tuple[Cell, ...]:
    year, month, kind = key
    cents = sum(line.cents or 0 for line in lines)
    numbers = [line.entry for line in lines]
    what = f"{len(lines):,} {kind}{'s' if len(lines) > 1 else ''}"
    first = words(numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}")
    told = words(f"{what}, {cited(numbers)}.")
    return first, words(f"{year}-{month:02d}"), told, amount(cents or None)
