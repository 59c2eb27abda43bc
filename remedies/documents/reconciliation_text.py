"""Two ledgers held against each other, for a reader at a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table

from remedies.documents.case_text import ruled, words
from remedies.documents.law_text import indented, section
from remedies.documents.proposed_order_words import usd
from remedies.documents.wording import count
from remedies.ledger.reconciliation import Match, Reconciliation
from remedies.ledger.reconciliation_lines import OurLine, TheirRow


def reconciliation_text(found: Reconciliation) -> RenderableType:
    """Return what differs, by entry and in all; what matched is counted."""
    parts: list[RenderableType] = [
        _conclusion(found),
        *section("In all"),
        indented(_totals(found)),
    ]
    if found.differing:
        parts += [*section("Matched, and different"), indented(_differing(found))]
    if found.only_theirs:
        parts += [*section("Only in theirs"), indented(_theirs(found.only_theirs))]
    if found.only_ours:
        parts += [*section("Only in ours"), indented(_ours(found.only_ours))]
    if found.breaks:
        parts += [*section("Their running balance does not follow"), indented(_breaks(found))]
    return Group(*parts)


def _conclusion(found: Reconciliation) -> str:
    matched = f"{count(len(found.pairs), 'row')} matched"
    if found.agrees:
        return f"The ledgers agree: {matched}, and nothing is left over."
    return (
        f"The ledgers differ: {matched}, {len(found.differing)} of them different; "
        f"{len(found.only_theirs)} only in theirs, {len(found.only_ours)} only in ours. "
        "Nothing was entered."
    )


def _totals(found: Reconciliation) -> Table:
    table = ruled(
        "", "Theirs", "Ours", "Theirs less ours", right=("Theirs", "Ours", "Theirs less ours")
    )
    for name in ("received", "paid_out", "net"):
        theirs, ours = getattr(found.theirs, name), getattr(found.ours, name)
        table.add_row(words(name), usd(theirs), usd(ours), usd(theirs - ours))
    return table


def _differing(found: Reconciliation) -> Table:
    table = ruled("Their row", "Our entry", "Matched by", "Field", "Theirs", "Ours")
    for pair in found.differing:
        for line in _differences(pair):
            table.add_row(*line)
    return table


def _differences(pair: Match) -> Iterator[tuple[str, ...]]:
    entry = f"{pair.ours.seq} {pair.ours.reference}"
    for one in pair.differences:
        texts = (one.theirs, one.ours)
        if one.field == "amount":
            texts = (usd(int(one.theirs)), usd(int(one.ours)))
        field = "day" if one.field == "on" else one.field
        yield pair.theirs.where, entry, words(pair.by), field, *texts


def _theirs(rows: tuple[TheirRow, ...]) -> Table:
    table = ruled("Row", "On", "", "Amount", "Party", "Receipt", right=("Amount",))
    for row in rows:
        party = row.party or "not named"
        day = row.on.isoformat()
        table.add_row(row.where, day, words(row.way), usd(row.amount), party, row.receipt)
    return table


def _ours(lines: tuple[OurLine, ...]) -> Table:
    table = ruled("Entry", "On", "", "Amount", "Party", "Receipt", right=("Amount",))
    for line in lines:
        entry = f"{line.seq} {line.reference}"
        day = line.on.isoformat()
        table.add_row(
            entry, day, words(line.way), usd(line.amount), words(line.party), line.receipt
        )
    return table


def _breaks(found: Reconciliation) -> Table:
    table = ruled(
        "Row", "On", "Expected", "Stated", "Difference", right=("Expected", "Stated", "Difference")
    )
    for one in found.breaks:
        amounts = map(usd, (one.expected, one.stated, one.difference))
        table.add_row(one.where, one.on.isoformat(), *amounts)
    return table
