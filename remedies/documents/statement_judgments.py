"""Civil judgments on a statement: what is unpaid on each, and its interest, day by day compounded yearly."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from remedies.documents.statement_interest import compounded
from remedies.documents.statement_table import Cell, Table, amount, heads, number, summed, words
from remedies.documents.wording import bare, day
from remedies.ledger.statement_lines import JudgmentAccount
from remedies.ledger.statement_words import money
from remedies.worksheet import cite

SAYS: Final = (
    "A civil judgment is no part of the restitution order, and what is unpaid on it is not added to what "
    "the order leaves owed. Interest runs from the day after its entry: what is unpaid × rate × days ÷ "
    "365, added to the judgment once a year (28 U.S.C. § 1961). What is unpaid of each is rounded by "
    "itself, so that the parts may differ from their sum by a cent."
)


def judgments(accounts: Sequence[JudgmentAccount]) -> Table:
    """Return what was adjudged, recovered and accrued, and what is unpaid, one row for each judgment."""
    return Table(
        caption="Civil judgments: what is unpaid on each",
        heads=heads(
            "Judgment",
            "For",
            "Against",
            "Entered on",
            "#Amount",
            "#Interest accrued",
            "#Recovered",
            "#Judgment unpaid",
            "#Interest unpaid",
        ),
        rows=tuple(
            (
                words(each.judgment),
                words(each.obligee),
                words(each.obligor),
                words(each.entered_on),
                summed(each.amount),
                _computed(each, each.accrued),
                summed(each.recovered),
                _computed(each, each.unpaid_judgment),
                _computed(each, each.unpaid_interest),
            )
            for each in accounts
        ),
        widths=("entry", "entry", "entry", "day"),
    )


def _computed(each: JudgmentAccount, cents: int) -> Cell:
    return number("not computed") if each.why_not else amount(cents)


def sentences(account: JudgmentAccount) -> Iterator[str]:
    """Yield how one judgment's interest was computed, or why it was not."""
    if account.why_not:
        yield f"Interest: {account.why_not}"
        return
    yield (
        f"Entered on {day(account.entered_on)}. Interest is {bare(account.rate or Fraction(0))} percent a "
        f"year, the yield of the week of {account.week_from} to {account.week_to}. It comes to "
        f"{money(account.accrued)}; {money(account.owed)} is unpaid with the judgment "
        f"({cite(account.authority)})."
    )
    yield from account.notes


def days(account: JudgmentAccount) -> Table:
    """Return the days on which one sum bore interest, each with that sum."""
    caption = f"{account.judgment}: interest, by stretch of days"
    return compounded(caption, account.stretches)
