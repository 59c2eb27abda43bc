"""The book's own papers of forfeited property, where every dollar went, and who acts next.

Authority: as in :mod:`remedies.ledger.restoration` and :mod:`remedies.ledger.remission`.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from remedies.errors import refuse
from remedies.facts.convictions import Statute
from remedies.law import Law
from remedies.ledger.asset_next import NextStep, next_steps
from remedies.ledger.asset_state import AssetState, is_mandatory, untransferred
from remedies.ledger.asset_transfers import payable_awards
from remedies.ledger.assets import asset_state
from remedies.ledger.book import Book
from remedies.ledger.delays import CaseAssets
from remedies.ledger.entries import Asset, Defendant, Entry, Stage
from remedies.ledger.remission import (
    Division,
    Petitions,
    RemissionWorksheet,
    Torts,
    remission_worksheet,
)
from remedies.ledger.restoration import RestorationRequest, restoration_request
from remedies.ledger.terms import order_versions
from remedies.ledger.tracing import Trace, trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Remission:
    """The worksheet of petitions for what is left of one asset's proceeds; ``had`` is in cents.

    ``had`` is what the entries show that each petitioner got or is held for, from every source: as far as it
    was for a loss of the petition, it comes off that loss. ``mandatory``: forfeited under 18 U.S.C. § 1594,
    whose subsection (f) names another path as soon as there is an order.
    """

    asset: str
    as_of: dt.date
    mandatory: bool
    worksheet: RemissionWorksheet
    had: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """What must be done next about one asset; none: all is done. ``left`` is not transferred, in cents."""

    asset: str
    what: str
    stage: Stage | None
    left: int
    next: tuple[NextStep, ...]


def request_of(
    book: Book, asset: str, as_of: dt.date, law: Law, said: Mapping[str, bool] | None = None
) -> RestorationRequest:
    """Return the request for what is left of an asset's proceeds at the end of ``as_of``.

    ``said`` is what the office states, by the statement's key.

    Raises:
        LedgerError: the case has no such asset on that day.

    """
    then = book.as_of(as_of)
    state = state_of(then, asset, as_of)
    terms = then.terms
    versions = order_versions(then)
    return restoration_request(
        state,
        as_of,
        law,
        order=terms.order if terms else None,
        ordered_on=versions[0].on if versions else None,
        outstanding={who: then.owed_to(who).outstanding for who in terms.awards} if terms else {},
        said=said,
        last=terms.united_states if terms else (),
        convicted=_convicted(then),
    )


def still_to_satisfy(then: Book, state: AssetState, as_of: dt.date) -> int | None:
    """Return what is still owed to those whom an asset's proceeds can pay, in cents; None without an order.

    ``then`` is the book as of ``as_of``. Under 18 U.S.C. § 1594(f)(1) those are the victims whose awards
    arise from chapter 77, and where no award does, nothing is known to satisfy: None.
    """
    if then.terms is None:
        return None
    awards = payable_awards(state, as_of, then.terms.order, _convicted(then))
    return sum(then.owed_to(each.obligee).outstanding for each in awards) if awards else None


def case_assets(book: Book, case: str, as_of: dt.date) -> CaseAssets:
    """Return the assets of a case, with what of the case says whether they wait on ``as_of``."""
    then = book if book.last_on <= as_of else book.as_of(as_of)
    orders = order_versions(then)
    states = tuple(asset_state(book.by_asset[each]) for each in book.versions[Asset.kind])
    return CaseAssets(
        case=case,
        assets=states,
        ordered_on=orders[0].on if orders else None,
        outstanding={
            state.reference: left
            for state in states
            if (left := still_to_satisfy(then, state.as_of(as_of), as_of)) is not None
        },
    )


def _convicted(then: Book) -> frozenset[Statute]:
    """The statutes of conviction of the defendants liable under the order in force."""
    return frozenset(
        each.statute
        for obligor in (then.terms.liabilities if then.terms else ())
        if (defendant := then.body(Defendant, obligor)) is not None
        for each in defendant.convictions
    )


def remission_of(
    book: Book, asset: str, as_of: dt.date, law: Law, petitions: Petitions
) -> Remission:
    """Return the worksheet that divides what is left of an asset's proceeds at the end of ``as_of``.

    Raises:
        LedgerError: the case has no such asset on that day.

    """
    then = book.as_of(as_of)
    state = state_of(then, asset, as_of)
    worksheet = remission_worksheet(
        petitions.petitioners,
        petitions.items,
        max(0, untransferred(state)),
        law,
        torts=petitions.torts or _torts(book),
        division=petitions.division or _division(book),
    )
    return Remission(
        asset=asset,
        as_of=as_of,
        mandatory=is_mandatory(state, as_of),
        worksheet=worksheet,
        had={each.victim: _had(then, each.victim) for each in petitions.petitioners},
    )


def _torts(book: Book) -> Torts:
    return Torts(book.choices.get("remission_of_torts", Torts.DOCUMENTED_COSTS))


def _division(book: Book) -> Division:
    return Division(book.choices.get("remission_shares", Division.PRO_RATA))


def acts_of(book: Book, as_of: dt.date) -> tuple[Acts, ...]:
    """Return what must be done next about each asset that is known at the end of ``as_of``."""
    case = case_assets(book, "", as_of)
    states = [state.as_of(as_of) for state in case.assets]
    return tuple(
        Acts(
            asset=state.asset.reference,
            what=state.asset.what,
            stage=state.stage,
            left=max(0, untransferred(state)),
            next=next_steps(state, as_of, case.ordered_on, case.outstanding.get(state.reference)),
        )
        for state in states
        if state.asset is not None
    )


def state_of(book: Book, asset: str, as_of: dt.date) -> AssetState:
    """Return an asset as it stands at the end of a day.

    Raises:
        LedgerError: the case has no such asset on that day.

    """
    found = asset_state(book.by_asset.get(asset, ())).as_of(as_of)
    if found.asset is None:
        refuse("asset", "unknown_asset", f"There is no such asset in this case on {as_of}.")
    return found


def _had(book: Book, victim: str) -> int:
    owed = book.owed_to(victim)
    return owed.recovered + owed.transferred + owed.received


def traced(book: Book) -> Trace:
    """Return where every dollar of the case came from and went, by the entries in effect."""
    return trace(sorted(book.live, key=_recorded))


def _recorded(entry: Entry) -> int:
    return entry.seq
