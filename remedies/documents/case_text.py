"""Stored cases for a reader at a terminal: what was entered, how a case stands, what waits."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table

from remedies.documents.due_words import status_words
from remedies.documents.law_text import indented, section
from remedies.documents.proposed_order_words import usd
from remedies.documents.ruled import Ruled
from remedies.documents.wording import day
from remedies.ledger.coming import Coming
from remedies.ledger.delays import Waiting
from remedies.ledger.due import Due, Status
from remedies.ledger.entries import Applied, Disbursement, Entry, Payment, Transfer
from remedies.ledger.statement_lines import (
    JournalLine,
    ObligeeAccount,
    ObligorAccount,
    Open,
    PropertyAccount,
    Statement,
)
from remedies.ledger.statement_words import said
from remedies.worksheet import cite


def entered_text(entry: Entry) -> RenderableType:
    """Return what was entered, and for money to whom it went."""
    body = entry.body
    corrects = f", in place of entry {entry.corrects}" if entry.corrects else ""
    what = said(body)
    if isinstance(body, Payment | Disbursement | Transfer):
        what = f"{words(body.kind).capitalize()} {body.reference}."
    lines: list[RenderableType] = [f"Entry {entry.seq}, {day(entry.on)}{corrects}: {what}"]
    if isinstance(body, Payment):
        lines.append(indented(_pairs(applied_rows(body.applied))))
    elif isinstance(body, Disbursement | Transfer):
        lines.append(indented(_pairs((who, cents) for who, cents in body.shares.items())))
    return Group(*lines)


def applied_rows(applied: Applied) -> Iterator[tuple[str, int]]:
    """Yield to what a payment was applied, and how much."""
    yield from applied.principal.items()
    for victim, cents in applied.reimbursed.items():
        yield f"Attorney General, for {victim}", cents
    for who, cents in applied.interest.items():
        yield f"interest, {who}", cents
    for fund, cents in applied.funds.items():
        yield words(fund), cents
    if applied.unapplied:
        yield "not applied: beyond all that is owed", applied.unapplied


def statement_text(found: Statement) -> RenderableType:
    """Return how a case stands: who is owed, who owes, what is held and waits; the papers have the rest."""
    whose = f", {found.whose}" if found.whose else ""
    parts: list[RenderableType] = [
        f"Case {found.case}{whose} at the end of {day(found.as_of)}, as known at entry {found.known}."
    ]
    if found.sealed:
        parts.append("Sealed: show it to nobody who may not see the case.")
    if found.obligees or found.payers:
        parts += [*section("Who is owed"), indented(_obligees((*found.obligees, *found.payers)))]
    if found.obligors:
        parts += [*section("Who owes"), indented(_obligors(found.obligors))]
    if found.property:
        parts += [*section("Forfeited property"), indented(_property(found.property))]
    if found.worklists:
        parts += [*section("What waits"), indented(_open(found.worklists))]
    if found.deadlines:
        parts += [*section("Days"), indented(deadline_table(found.deadlines))]
    broken = [equation.key for equation in found.equations if not equation.holds]
    if broken:
        parts.append(f"The account does not add up: {', '.join(broken)}.")
    return Group(*parts)


def deadline_table(found: Sequence[Due]) -> Table:
    """Return deadlines, those with a day first, each with how it stands."""
    table = ruled("By", "How it stands", "What", "Of", "Authority")
    for due in sorted(found, key=lambda each: (each.due_on is None, str(each.due_on))):
        table.add_row(*_due(due))
    return table


def coming_table(found: Iterable[Coming]) -> Table:
    """Return days that come across cases, in their order; what warns is marked."""
    table = ruled("Case", "By", "How it stands", "What", "Of", "Authority")
    for each in found:
        by, stands, *rest = _due(each.due)
        warned = f"! {stands}" if each.due.status in {Status.SOON, Status.PASSED} else stands
        table.add_row(each.case, by, warned, *rest)
    return table


def _due(due: Due) -> tuple[str, ...]:
    cited = cite(due.authority) or due.says_authority
    what = f"{due.what}: {due.why}" if due.why else due.what
    by = str(due.due_on) if due.due_on else "not known"
    return by, words(status_words(due)), what, due.of, cited


def delays_table(found: Iterable[Waiting]) -> Table:
    """Return forfeited property that waits, with the days elapsed and the reason recorded."""
    table = ruled(
        "Case", "Asset", "What", "Days", "Not sent", "Reason", "Responsible", "Review",
        right=("Days", "Not sent"),
    )  # fmt: skip
    for each in found:
        reason = each.reason
        why = words(reason.why) if reason else "none recorded"
        if reason is not None and reason.outdated:
            why += " (no longer holds)"
        days = each.days_since_forfeiture
        table.add_row(
            each.case,
            each.asset,
            each.what,
            "" if days is None else str(days),
            usd(each.untransferred),
            why,
            reason.responsible if reason else "",
            str(reason.review_on) if reason else "",
        )
    return table


def journal_table(found: Iterable[JournalLine]) -> Table:
    """Return entries as they were made; what was corrected says by which entry."""
    table = ruled("Entry", "On", "What", "Amount", "", right=("Entry", "Amount"))
    for line in found:
        notes = []
        if line.corrects:
            notes.append(f"corrects {line.corrects}")
        if line.corrected_by:
            notes.append(f"corrected by {line.corrected_by}")
        amount = usd(line.cents) if line.cents is not None else ""
        table.add_row(str(line.entry), str(line.on), line.says, amount, ", ".join(notes))
    return table


def listing(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Return a plain table."""
    table = ruled(*heads)
    for row in rows:
        table.add_row(*row)
    return table


def words(key: str) -> str:
    """Return a key as a reader says it."""
    return str(key).replace("_", " ")


def _obligees(found: Iterable[ObligeeAccount]) -> Table:
    heads = ("", "Awarded", "Recovered", "Transferred", "Paid", "Still owed", "Received", "Held")
    table = ruled(*heads, right=heads[1:])
    for each in found:
        sums = (each.awarded, each.recovered, each.transferred, each.paid)
        hold = f"{each.obligee} (on hold)" if each.on_hold else each.obligee
        amounts = (*(one.cents for one in sums), each.owed, each.received.cents, each.held)
        table.add_row(hold, *map(usd, amounts))
    return table


def _obligors(found: Iterable[ObligorAccount]) -> Table:
    heads = ("", "Ordered", "Taken in", "To victims", "To Att’y Gen.", "Interest", "Other", "Owes")
    table = ruled(*heads, right=heads[1:])
    for each in found:
        other = each.owes - each.to_victims - each.to_attorney_general - each.interest.owed
        table.add_row(
            each.obligor,
            *map(
                usd,
                (
                    each.ordered.cents,
                    each.received.cents,
                    each.to_victims,
                    each.to_attorney_general,
                    each.interest.owed,
                    other,
                    each.owes,
                ),
            ),
        )
    return table


def _property(found: Iterable[PropertyAccount]) -> Table:
    heads = ("", "What", "Gross", "Costs", "Third parties", "Transferred", "Left", "Why left")
    table = ruled(*heads, right=heads[2:7])
    for each in found:
        sums = (each.gross, each.costs, each.third_parties, each.transferred)
        amounts = map(usd, (*(one.cents for one in sums), each.left))
        table.add_row(each.asset, each.what, *amounts, words(each.why))
    return table


def _open(found: Iterable[Open]) -> Table:
    table = ruled("", "Whose", "Amount", "Since", "Why", right=("Amount",))
    for each in found:
        since = str(each.since) if each.since else ""
        table.add_row(words(each.work), words(each.of), usd(each.cents), since, each.why)
    return table


def _pairs(found: Iterable[tuple[str, int]]) -> Table:
    table = Table.grid(padding=(0, 3))
    table.add_column()
    table.add_column(justify="right", no_wrap=True)
    for who, cents in found:
        table.add_row(words(who), usd(cents))
    return table


def ruled(*heads: str, right: Sequence[str] = ()) -> Ruled:
    """Return an empty table with a rule under its heads; columns named in ``right`` end on the right."""
    return Ruled(heads, right=right)
