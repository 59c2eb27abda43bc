"""The other parts of a statement as tables: interest, penalties, property, worklists, days, the journal."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Final

from remedies.documents.statement_table import (
    Cell,
    Table,
    amount,
    cited,
    heads,
    number,
    summed,
    words,
)
from remedies.documents.wording import bare
from remedies.ledger.statement_lines import (
    Due,
    Equation,
    InterestSheet,
    JournalLine,
    Missed,
    ObligorAccount,
    Open,
    PenaltySheet,
    PropertyAccount,
    Stretch,
    Work,
)
from remedies.ledger.statement_words import money, plain
from remedies.worksheet import cite, decimal_text

MOST: Final = 300
"""As many rows of one kind stand on paper one by one; more are printed by month or by year."""

_STRETCHES: Final = 60
_LATE: Final = 36
WORKS: Final = {
    Work.ON_HOLD: "Held back by a hold",
    Work.PAYABLE: "Can be paid out now",
    Work.BELOW_MINIMUM: "Below the minimum disbursement",
    Work.CAME_BACK: "Came back and must be sent again",
    Work.UNAPPLIED: "Received beyond all that was owed",
    Work.SHORTFALL: "Paid out of a payment that was taken back",
    Work.DIFFERS: "Applied otherwise than the order would have it",
}


def interest(account: ObligorAccount) -> Table:
    """Return the interest worksheet by stretch of equal principal, or by year where they are many."""
    sheet = account.interest
    by_year = len(sheet.stretches) > _STRETCHES
    rows = _years(sheet) if by_year else (_stretch(each) for each in sheet.stretches)
    return Table(
        caption=f"{account.obligor}: interest on restitution, by stretch of days",
        heads=heads("From", "To", "#Days", "#Unpaid principal", "#Interest, exact dollars"),
        rows=tuple(rows),
        foot=(
            words("Sum of the stretches"),
            words(""),
            number(f"{sum(each.days for each in sheet.stretches):,}"),
            words(""),
            number(_exact(sheet.exact)),
        ),
        widths=("wide", "day"),
    )


def _stretch(each: Stretch) -> tuple[Cell, ...]:
    return (
        words(each.begins_on),
        words(each.ends_on),
        number(f"{each.days:,}"),
        amount(each.principal),
        number(_exact(each.amount)),
    )


def _years(sheet: InterestSheet) -> Iterator[tuple[Cell, ...]]:
    for _, group in groupby(sheet.stretches, key=lambda each: each.begins_on.year):
        found = list(group)
        yield (
            words(found[0].begins_on),
            words(found[-1].ends_on),
            number(f"{sum(each.days for each in found):,}"),
            number(f"{money(found[0].principal)} to {money(found[-1].principal)}"),
            number(_exact(sum((each.amount for each in found), Fraction(0)))),
        )


def _exact(value: Fraction) -> str:
    return decimal_text(value, 2, 6, grouped=True, mark=True)[0]


def rate(sheet: InterestSheet) -> str:
    """Return the rate of interest as words."""
    return "" if sheet.rate is None else f"{bare(sheet.rate)} percent a year"


def penalties(account: ObligorAccount) -> Table:
    """Return what was late, and the penalties on it."""
    sheet = account.penalties
    return Table(
        caption=f"{account.obligor}: late payments and their penalties",
        heads=heads(
            "Due on",
            "#Amount due",
            "Delinquent on",
            "#Missing then",
            "#Penalty, 10 percent",
            "In default on",
            "#Missing then",
            "#Penalty, 15 percent",
        ),
        rows=tuple(_by_year(sheet) if len(sheet.missed) > _LATE else map(_late, sheet.missed)),
        foot=(
            words("Penalties in all, to the cent"),
            *[words("")] * 6,
            amount(sheet.accrued),
        ),
        widths=("wide",),
    )


def _late(each: Missed) -> tuple[Cell, ...]:
    return (
        words(each.due_on),
        amount(each.amount),
        words(each.delinquent_on),
        amount(each.delinquent),
        number(_exact(each.delinquency_penalty)),
        words(each.default_on),
        amount(each.in_default) if each.default_on else words(""),
        number(_exact(each.default_penalty) if each.default_on else ""),
    )


def _by_year(sheet: PenaltySheet) -> Iterator[tuple[Cell, ...]]:
    for year, group in groupby(sheet.missed, key=lambda each: each.due_on.year):
        found = list(group)
        defaults = [each for each in found if each.default_on]
        yield (
            words(f"{year}: {len(found):,} payments"),
            amount(sum(each.amount for each in found)),
            words(""),
            amount(sum(each.delinquent for each in found)),
            number(_exact(sum((each.delinquency_penalty for each in found), Fraction(0)))),
            words(f"{len(defaults):,} payments"),
            amount(sum(each.in_default for each in defaults)),
            number(_exact(sum((each.default_penalty for each in defaults), Fraction(0)))),
        )


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
                words(_state(each)),
                words(each.note),
                words(cite(each.authority) or each.says_authority),
            )
            for each in found
        ),
        widths=("day", "what", "entry", "wide"),
    )


def _state(each: Due) -> str:
    if each.due_on is None:
        return f"needs {each.needs}" if each.needs else "not known"
    if each.met_on is not None:
        return f"met on {each.met_on}"
    if each.days_left is None:
        return ""
    if each.days_left < 0:
        return f"passed {-each.days_left:,} days ago"
    return "today" if each.days_left == 0 else f"in {each.days_left:,} days"


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
