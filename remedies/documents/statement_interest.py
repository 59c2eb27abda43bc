"""Interest and penalties of a statement as tables: stretches of days, and payments that were late."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Final

from remedies.documents.statement_table import Cell, Table, amount, heads, number, words
from remedies.documents.wording import bare
from remedies.ledger.statement_lines import (
    Compounded,
    InterestSheet,
    Missed,
    ObligorAccount,
    PenaltySheet,
    Stretch,
)
from remedies.ledger.statement_words import money
from remedies.worksheet import decimal_text

_STRETCHES: Final = 60
_LATE: Final = 36
"""As many stretches, or late payments, are printed one by one; more of them by year."""


def interest(account: ObligorAccount) -> Table:
    """Return the interest worksheet by stretch of equal principal, or by year where they are many."""
    sheet = account.interest
    if sheet.compounded:
        caption = f"{account.obligor}: interest on restitution, by stretch of days"
        return compounded(caption, sheet.compounded)
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


def compounded(caption: str, stretches: Sequence[Compounded]) -> Table:
    """Return interest that is compounded once a year: the days, what bore it, and how much it was."""
    made = sum((each.amount for each in stretches), Fraction(0))
    return Table(
        caption=caption,
        heads=heads(
            "From",
            "To",
            "#Days",
            "#Unpaid, with interest added yearly",
            "#Interest, exact dollars",
        ),
        rows=tuple(
            (
                words(each.begins_on),
                words(each.ends_on),
                number(f"{each.days:,}"),
                number(_exact(each.base)),
                number(_exact(each.amount)),
            )
            for each in stretches
        ),
        foot=(
            words("Sum of the stretches"),
            words(""),
            number(f"{sum(each.days for each in stretches):,}"),
            words(""),
            number(_exact(made)),
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
            "#Penalty for delinquency",
            "In default on",
            "#Missing then",
            "#Penalty for default",
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
        words(f"{each.due_on}{'' if each.of == 'restitution' else f' ({each.of})'}"),
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
