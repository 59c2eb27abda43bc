"""In which order a statement names those whom money goes to: that of the order, however an entry lists them.

A process that entered a payment has its parts as they were computed, one that read it from the journal has
them by name. Both must say the same.
"""

from collections.abc import Callable, Mapping, Sized
from dataclasses import replace
from typing import Final, TypeVar

from remedies.ledger.book import Book
from remedies.ledger.entries import Applied, Body, Disbursement, Fund, Payment, Transfer
from remedies.ledger.statement_words import SHOWN
from remedies.ledger.terms import terms

Key = TypeVar("Key", bound=str)
Place = Callable[[str], tuple[int, int, str]]
"""Asked for the place of a reference or fund among others, to sort by."""

_FUNDS: Final[Mapping[str, int]] = {fund.value: place for place, fund in enumerate(Fund)}


def places(book: Book) -> Place:
    """Return the places: victims in the latest order's listing, then others by name, then funds."""
    ordered = terms(book)
    listed = {victim: n for n, victim in enumerate(ordered.awards if ordered else ())}

    def place(name: str) -> tuple[int, int, str]:
        if name in listed:
            return 0, listed[name], ""
        if name in _FUNDS:
            return 2, _FUNDS[name], ""
        return 1, 0, str(name)

    return place


def in_place(body: Body, place: Place) -> Body:
    """Return an entry's body with the parts of money that a sentence names in their places."""
    match body:
        case Payment():
            applied = _applied(body.applied, place)
            return body if applied is body.applied else replace(body, applied=applied)
        case Disbursement() | Transfer() if _named(body.shares):
            return replace(body, shares=_sorted(body.shares, place))
        case _:
            return body


def _applied(applied: Applied, place: Place) -> Applied:
    every: tuple[Sized, ...] = (
        applied.principal,
        applied.reimbursed,
        applied.interest,
        applied.funds,
    )
    if not any(_named(parts) for parts in every):
        return applied
    return replace(
        applied,
        principal=_sorted(applied.principal, place),
        reimbursed=_sorted(applied.reimbursed, place),
        interest=_sorted(applied.interest, place),
        funds=_sorted(applied.funds, place),
    )


def _named(parts: Sized) -> bool:
    """Return whether a sentence names the parts, and several of them: only then their order is seen."""
    return 1 < len(parts) <= SHOWN


def _sorted(parts: Mapping[Key, int], place: Place) -> Mapping[Key, int]:
    return {key: parts[key] for key in sorted(parts, key=place)} if _named(parts) else parts
