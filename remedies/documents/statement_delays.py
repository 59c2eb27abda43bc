"""Property that has not reached the victims, across cases: as a page, a PDF and a workbook."""

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from remedies.documents import pdf as printing
from remedies.documents.pages import alone
from remedies.documents.statement_grid import Grid
from remedies.documents.statement_table import Table, amount, heads, number, words
from remedies.documents.wording import count, day
from remedies.documents.workbook.sheet import Book
from remedies.ledger.delays import Waiting
from remedies.ledger.entries import Delay
from remedies.ledger.statement_words import money, plain

_TEMPLATE: Final = "statement/delays.html"
TITLE: Final = "Property not yet sent to victims"
NO_REASON: Final = "no reason is recorded"
_HEADS: Final = (
    "Case",
    "Asset",
    "What",
    "Statute",
    "The law commands the transfer",
    "Forfeited on",
    "Days since",
    "Net proceeds",
    "Not yet sent",
    "Reason",
    "The reason no longer holds",
    "Recorded on",
    "Days since recorded",
    "Responsible",
    "Look again on",
    "Days overdue",
    "Next",
    "Note",
)


def delays_html(found: Sequence[Waiting], as_of: dt.date) -> str:
    """Return the list as the page that is printed; the rows in the order given."""
    return printing.html(
        _TEMPLATE,
        title=TITLE,
        as_of=day(as_of),
        summary=tuple(_summary(found)),
        tables=(_by_reason(found), _assets(found)) if found else (),
    )


def delays_page(found: Sequence[Waiting], as_of: dt.date) -> str:
    """Return the list as a page that stands alone: its styles are in it, and it loads nothing."""
    return alone(delays_html(found, as_of))


def delays_pdf(found: Sequence[Waiting], as_of: dt.date) -> bytes:
    """Return the list as a PDF; the same rows give the same bytes."""
    return printing.pdf(delays_html(found, as_of))


def _summary(found: Sequence[Waiting]) -> list[str]:
    if not found:
        return ["No forfeited property waits on this day."]
    cases = len({each.case for each in found})
    whole = sum(each.untransferred for each in found)
    silent = sum(1 for each in found if each.no_reason)
    late = sum(1 for each in found if each.reason and each.reason.overdue_days)
    waiting = (
        f"{count(len(found), 'asset')} in {count(cases, 'case')} have not, or not wholly, reached the "
        f"victims: {money(whole)} of net proceeds."
    )
    silence = (
        f"No reason that still holds is recorded for {silent:,}. {late:,} should have been looked at "
        "again before this day."
    )
    return [waiting, silence]


def _by_reason(found: Sequence[Waiting]) -> Table:
    names = [*(delay.value for delay in Delay), NO_REASON]
    rows = []
    for name in names:
        mine = [each for each in found if _why(each) == name]
        if mine:
            longest = max(each.days_since_forfeiture or 0 for each in mine)
            rows.append(
                (
                    words(plain(name)),
                    number(f"{len(mine):,}"),
                    amount(sum(each.untransferred for each in mine)),
                    number(f"{longest:,}"),
                )
            )
    return Table(
        caption="By reason",
        heads=heads("Reason", "#Assets", "#Not yet sent", "#Most days since forfeiture"),
        rows=tuple(rows),
        foot=(
            words("All"),
            number(f"{len(found):,}"),
            amount(sum(each.untransferred for each in found)),
            words(""),
        ),
    )


def _why(each: Waiting) -> str:
    return NO_REASON if each.reason is None or each.no_reason else each.reason.why.value


def _assets(found: Sequence[Waiting]) -> Table:
    return Table(
        caption="Each asset, the longest since forfeiture first",
        heads=heads(
            "Case",
            "Asset",
            "What",
            "Forfeited on",
            "#Days since",
            "#Not yet sent",
            "Reason; who is responsible",
            "Look again on",
            "Who must act next",
        ),
        rows=tuple(
            (
                words(each.case),
                words(each.asset),
                words(_thing(each)),
                words(each.forfeited_on or "not forfeited"),
                number("" if each.forfeited_on is None else f"{each.days_since_forfeiture:,}"),
                amount(each.untransferred),
                words(_reason(each)),
                words(_review(each)),
                words(_next(each)),
            )
            for each in found
        ),
        widths=("entry", "entry", "wide", "day", "entry", "day", "", "day"),
    )


def _thing(each: Waiting) -> str:
    statute = f", {each.statute}" if each.statute else ""
    return f"{each.what}{statute}{' (transfer commanded)' if each.mandatory else ''}"


def _reason(each: Waiting) -> str:
    if each.reason is None:
        return NO_REASON
    old = ", which no longer holds" if each.reason.outdated else ""
    return f"{plain(each.reason.why)}{old}; {each.reason.responsible}"


def _review(each: Waiting) -> str:
    if each.reason is None:
        return ""
    late = each.reason.overdue_days
    return f"{each.reason.review_on}{f', {late:,} days overdue' if late else ''}"


def _next(each: Waiting) -> str:
    return "; ".join(f"{step.office}: {step.act} (since {step.since})" for step in each.next)


def delays_workbook(found: Sequence[Waiting], as_of: dt.date) -> bytes:
    """Return the list as an XLSX file to sort and to filter; the total is a live formula."""
    book = Book(TITLE, "all cases", as_of)
    grid = Grid(
        book,
        "Not transferred",
        (16, 12, 18, 20, 12, 13, 10, 16, 16, 24, 12, 13, 12, 30, 13, 10, 44, 30),
        _HEADS,
        numbers=(6, 7, 8, 12, 15),
        note=f"As of {as_of.isoformat()}; dollars.",
    )
    for each in found:
        _row(grid, each)
    grid.total((7, 8))
    return book.content()


def _row(grid: Grid, each: Waiting) -> None:
    grid.begin(f"{each.case} {each.asset}")
    for column, text in enumerate((each.case, each.asset, each.what, each.statute)):
        grid.text(column, text)
    grid.text(4, "yes" if each.mandatory else "no")
    grid.day(5, each.forfeited_on)
    grid.count(6, each.days_since_forfeiture)
    grid.amount(7, each.net_proceeds)
    grid.amount(8, each.untransferred)
    grid.text(16, _next(each))
    reason = each.reason
    if reason is None:
        grid.text(9, NO_REASON)
        return
    grid.text(9, plain(reason.why))
    grid.text(10, "yes" if reason.outdated else "no")
    grid.day(11, reason.recorded_on)
    grid.number(12, Fraction(reason.days), "0")
    grid.text(13, reason.responsible)
    grid.day(14, reason.review_on)
    grid.count(15, reason.overdue_days)
    grid.text(17, reason.note)
