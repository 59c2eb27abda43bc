"""Forfeited property of a stored case: the two papers that ask for it, where its money went, who acts next.

An advocate reads none of these: each shows what other victims claim and get.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Generic, NoReturn, TypeVar

from remedies import law
from remedies.casework.books import kept
from remedies.casework.callers import Right
from remedies.casework.desk import Desk
from remedies.casework.opened import opening
from remedies.casework.reading import case
from remedies.errors import InvalidEntryError, LedgerError, NotFoundError, Problem
from remedies.ledger.asset_requests import (
    Acts,
    Remission,
    acts_of,
    remission_of,
    request_of,
    state_of,
)
from remedies.ledger.asset_requests import traced as trace_of
from remedies.ledger.asset_state import AssetState, is_mandatory
from remedies.ledger.book import Book
from remedies.ledger.entries import Disbursement, Victim
from remedies.ledger.remission import Petitions
from remedies.ledger.restoration import STATED, RestorationRequest
from remedies.ledger.tracing import Trace

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Generic[Found]):
    """What was found, the reference of the case that it is of, and how many of its entries were read."""

    case: str
    known: int
    found: Found


def restoration(  # noqa: PLR0913 - what the paper is of, by name
    desk: Desk,
    case_id: str,
    asset: str,
    *,
    as_of: dt.date,
    said: Mapping[str, bool] | None = None,
    known: int | None = None,
) -> Read[RestorationRequest]:
    """Return the request that what is left of an asset's proceeds satisfy the order.

    Args:
        desk: whose transaction it is.
        case_id: the case.
        asset: its reference.
        as_of: the day at whose end everything stands.
        said: what the office states, by a key of :data:`remedies.ledger.restoration.STATED`.
        known: with what was recorded up to that entry; everything when left out.

    Raises:
        ForbiddenError: the caller reads its own victims only.
        InvalidEntryError: a statement is not one that is asked for.
        NotFoundError: there is no such case, or no such asset up to that day, that the caller may see; or
            the case was not open on that day.
        UnreadableError: the journal is not as it was recorded.

    """
    said = said or {}
    with _book(desk, case_id, as_of, known) as (reference, book):
        state = _asset(book, asset, as_of)
        _demand_asked(said, mandatory=is_mandatory(state, as_of))
        desk.audit("read restoration", case_id, asset)
        found = request_of(book, asset, as_of, law.encoded(), said)
        return Read(case=reference, known=len(book.entries), found=found)


def remission(  # noqa: PLR0913 - what the paper is of, by name
    desk: Desk,
    case_id: str,
    asset: str,
    *,
    as_of: dt.date,
    petitions: Petitions,
    known: int | None = None,
) -> Read[Remission]:
    """Return what of each loss in the petitions counts, and how the proceeds that are left are divided.

    The petitions are kept nowhere. The other arguments are as for :func:`restoration`.

    Raises:
        InvalidEntryError: a petitioner is no victim of the case.
        ForbiddenError, NotFoundError, UnreadableError: as :func:`restoration` says.

    """
    with _book(desk, case_id, as_of, known) as (reference, book):
        _asset(book, asset, as_of)
        _demand_victims(book, petitions)
        desk.audit("read remission", case_id, asset)
        found = remission_of(book, asset, as_of, law.encoded(), petitions)
        return Read(case=reference, known=len(book.entries), found=found)


def traced(  # noqa: PLR0913 - what may be asked, by name
    desk: Desk,
    case_id: str,
    *,
    as_of: dt.date,
    known: int | None = None,
    asset: str = "",
    obligee: str = "",
    disbursement: str = "",
) -> Read[Trace]:
    """Return where every dollar came from and went, or those that meet everything that is given.

    Args:
        desk: whose transaction it is.
        case_id: the case.
        as_of: with what happened up to the end of that day.
        known: with what was recorded up to that entry; everything when left out.
        asset: only that asset's proceeds.
        obligee: only what came for that victim, payer or fund.
        disbursement: only what was paid out by that disbursement.

    Raises:
        NotFoundError: there is no such case, asset, obligee or disbursement up to that day.
        ForbiddenError, UnreadableError: as :func:`restoration` says.

    """
    with _book(desk, case_id, as_of, known) as (reference, book):
        then = book.as_of(as_of)
        whole = trace_of(then)
        if asset:
            _asset(then, asset, as_of)
        if obligee and not (obligee in _victims(then) or whole.of_obligee(obligee)):
            _absent("obligee")
        if disbursement and then.latest(Disbursement.kind, disbursement) is None:
            _absent("disbursement")
        desk.audit("read trace", case_id, asset or obligee or disbursement)
        found = _chosen(whole, asset, obligee, disbursement)
        return Read(case=reference, known=len(book.entries), found=found)


def next_steps(
    desk: Desk, case_id: str, *, as_of: dt.date, known: int | None = None
) -> Read[tuple[Acts, ...]]:
    """Return what must be done next about each asset of a case on a day, by which office and since when.

    Raises:
        ForbiddenError, NotFoundError, UnreadableError: as :func:`restoration` says.

    """
    with _book(desk, case_id, as_of, known) as (reference, book):
        desk.audit("read next steps", case_id)
        return Read(case=reference, known=len(book.entries), found=acts_of(book, as_of))


@contextmanager
def _book(
    desk: Desk, case_id: str, as_of: dt.date, known: int | None
) -> Iterator[tuple[str, Book]]:
    """Give the reference of a case that was open, and its book, with what was recorded up to an entry."""
    row = case(desk, case_id)
    desk.caller.demand(Right.READ_CASE)
    with kept(desk.session, row) as found:
        whole = known is None or known >= found.head.seq
        book = found.book if whole else Book.replay(found.book.entries, known=known)
        opening(book, as_of)
        yield row.reference, book


def _asset(book: Book, asset: str, as_of: dt.date) -> AssetState:
    try:
        return state_of(book, asset, as_of)
    except LedgerError:
        _absent("asset")


def _absent(what: str) -> NoReturn:
    message = f"the case has no {what} of that reference up to that day that this token may see"
    raise NotFoundError(message) from None


def _victims(book: Book) -> frozenset[str]:
    return frozenset(body.reference for _, body in book.bodies(Victim))


def _chosen(whole: Trace, asset: str, obligee: str, disbursement: str) -> Trace:
    flows = tuple(
        flow
        for flow in whole.flows
        if asset in {"", flow.source.asset}
        and obligee in {"", flow.obligee}
        and disbursement in {"", flow.disbursement}
    )
    made_up = {who: cents for who, cents in whole.made_up.items() if obligee in {"", who}}
    return replace(whole, flows=flows, made_up={} if asset or disbursement else made_up)


def _demand_asked(said: Mapping[str, bool], *, mandatory: bool) -> None:
    if mandatory:
        asked: tuple[str, ...] = ()
        why = "the law commands this transfer (18 U.S.C. § 1594(f)(1)): nothing is to be stated"
    else:
        asked, why = STATED, f"must be among {', '.join(STATED)}"
    wrong = {"states" if held else "denies" for key, held in said.items() if key not in asked}
    if wrong:
        raise InvalidEntryError([Problem(field, "not_one_of", why) for field in wrong])


def _demand_victims(book: Book, petitions: Petitions) -> None:
    victims = _victims(book)
    why = "is no victim of this case; enter the victim first"
    wrong = [
        Problem(f"petitioners[{place}].victim", "unknown_victim", why)
        for place, each in enumerate(petitions.petitioners)
        if each.victim not in victims
    ]
    if wrong:
        raise InvalidEntryError(wrong)
