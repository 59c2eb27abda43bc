"""When the proceeds of an asset may be sent to the victims: by which path, under which order, how much.

Authority:
    18 U.S.C. § 1594(f)(1): "the Attorney General shall transfer assets forfeited pursuant to this section,
        or the proceeds derived from the sale thereof, to satisfy victim restitution orders arising from
        violations of this chapter".
    18 U.S.C. § 981(e)(6): property may be transferred "as restoration to any victim of the offense giving
        rise to the forfeiture".
    21 U.S.C. § 853(i)(1): the Attorney General may "grant petitions for mitigation or remission of
        forfeiture, restore forfeited property to victims".
    28 C.F.R. § 9.8(b): remission asks of the victim a petition and a loss, and no restitution order.
    28 C.F.R. § 9.9(a): owners and lienholders are paid before victims who are neither.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Final

from remedies.errors import LedgerError, Problem
from remedies.facts.convictions import Statute
from remedies.ledger.asset_contents import COMMANDED, wrong_path
from remedies.ledger.asset_state import (
    AssetState,
    grant_left,
    granted,
    is_mandatory,
    net_proceeds,
    open_claims,
    untransferred,
)
from remedies.ledger.entries import Award, Order, Path, Transfer

_CHAPTER_77: Final = range(1581, 1598)


def check_transfer(
    state: AssetState,
    transfer: Transfer,
    on: dt.date,
    order: Order | None = None,
    convicted: Collection[Statute] = (),
) -> None:
    """Refuse a transfer that is not lawful on ``on`` after what happened up to its end.

    ``order`` is the restitution order in force on that day. ``convicted`` are the statutes of conviction of
    the defendants liable under it; they are asked only where an award does not say its statute. What the
    victims are still owed is the book's matter and not asked here.

    Raises:
        LedgerError: every reason why it is not lawful, with what to do.

    """
    problems = [
        *_of_the_asset(state, transfer, on),
        *_named(transfer, order),
        *_arising(state, transfer, on, order, convicted),
    ]
    if problems:
        raise LedgerError(problems)


def check_proceeds(state: AssetState, transfer: Transfer, on: dt.date) -> None:
    """Refuse a transfer that the asset itself does not allow on ``on``; no order is asked.

    Raises:
        LedgerError: the asset was not ready, the path is not its path, or too much is sent.

    """
    problems = [*_of_the_asset(state, transfer, on)]
    if problems:
        raise LedgerError(problems)


def _of_the_asset(state: AssetState, transfer: Transfer, on: dt.date) -> Iterator[Problem]:
    before = state.as_of(on)
    yield from _ready(before)
    yield from wrong_path(before, transfer.path, on)
    yield from _granted(before, transfer)
    yield from _within(before, transfer)


def is_chapter_77(statute: Statute) -> bool:
    """Return whether the statute is a section of 18 U.S.C. chapter 77."""
    return statute.title == 18 and statute.number in _CHAPTER_77  # noqa: PLR2004


def arising(order: Order | None, convicted: Collection[Statute] = ()) -> tuple[Award, ...]:
    """Return the awards that arise from violations of chapter 77, as far as the entries say.

    ``convicted`` are the statutes of conviction of the defendants liable under the order; they are asked
    only where an award does not say its statute.
    """
    any_77 = any(is_chapter_77(statute) for statute in convicted)
    awards = order.awards if order else ()
    return tuple(each for each in awards if _arises(each.statute, any_77=any_77))


def payable_awards(
    state: AssetState, on: dt.date, order: Order | None, convicted: Collection[Statute] = ()
) -> tuple[Award, ...]:
    """Return the awards that the proceeds can satisfy: under § 1594 those that arise from chapter 77."""
    if is_mandatory(state, on):
        return arising(order, convicted)
    return order.awards if order else ()


def _ready(state: AssetState) -> Iterator[Problem]:
    if state.asset is None:
        yield Problem(
            "asset", "unknown_asset", "No asset of this reference is entered by that day."
        )
    elif state.returned:
        yield Problem(
            "asset",
            "returned_to_owner",
            "The asset went back to its owner: nothing is left to transfer.",
        )
    elif not state.forfeited:
        yield Problem(
            "asset",
            "not_forfeited",
            "The asset is not forfeited on that day, so the United States has nothing to"
            " transfer: enter the forfeiture first.",
        )
    elif not state.is_money:
        yield Problem(
            "asset",
            "not_liquidated",
            "The asset is forfeited and not sold. Enter the sale (liquidated) with its gross"
            " proceeds and costs.",
        )
    if open_claims(state):
        yield Problem(
            "asset",
            "claim_open",
            "A petition of an owner or lienholder is not decided, and it is paid before a victim"
            " who is neither (28 C.F.R. § 9.9(a)): enter its decision first.",
        )


def _named(transfer: Transfer, order: Order | None) -> Iterator[Problem]:
    if transfer.path is Path.REMISSION:
        return  # 28 C.F.R. § 9.8(b) asks for a petition, not for an order
    if order is None:
        yield Problem(
            "path",
            "no_order",
            "No restitution order is in force on that day, and this path satisfies one. Enter"
            " the order; without one the victims can petition for remission, where § 1594 does"
            " not command the transfer.",
        )
        return
    awarded = {award.obligee for award in order.awards}
    for victim in sorted(set(transfer.shares) - awarded):
        yield Problem(
            f"shares.{victim}",
            "not_in_order",
            "The order in force awards nothing to this victim. An amended order would have to"
            " name the victim.",
        )


def _arising(
    state: AssetState,
    transfer: Transfer,
    on: dt.date,
    order: Order | None,
    convicted: Collection[Statute],
) -> Iterator[Problem]:
    """Yield what is wrong between the path and the offenses that the order arises from."""
    of_77 = {each.obligee for each in arising(order, convicted)}
    if transfer.path is Path.REMISSION and of_77 and is_mandatory(state, on):
        yield COMMANDED
    if transfer.path is not Path.MANDATORY:
        return
    for award in order.awards if order else ():
        if award.obligee in transfer.shares and award.obligee not in of_77:
            yield Problem(
                f"shares.{award.obligee}",
                "not_chapter_77",
                "18 U.S.C. § 1594(f)(1) satisfies orders arising from violations of chapter 77,"
                " and nothing entered says that this award is one. State the award’s statute, or"
                " the defendant’s conviction.",
            )


def _arises(statute: Statute | None, *, any_77: bool) -> bool:
    return is_chapter_77(statute) if statute else any_77


def _granted(state: AssetState, transfer: Transfer) -> Iterator[Problem]:
    if transfer.path is Path.MANDATORY:
        return
    if not granted(state, transfer.path):
        yield Problem(
            "path",
            "not_granted",
            f"No decision grants {transfer.path.value} of this asset, which is at the Attorney"
            " General’s discretion (21 U.S.C. § 853(i)(1); 18 U.S.C. § 981(e)(6)). Enter the"
            " request and its grant.",
        )
        return
    left = grant_left(state, transfer.path)
    if left is not None and sum(transfer.shares.values()) > left:
        message = f"Only {_dollars(max(0, left))} of what was granted has not been transferred."
        yield Problem("shares", "above_grant", message)


def _within(state: AssetState, transfer: Transfer) -> Iterator[Problem]:
    for victim, share in sorted(transfer.shares.items()):
        if share <= 0:
            yield Problem(
                f"shares.{victim}",
                "not_positive",
                "A share is more than zero: leave out who gets none.",
            )
    total = sum(transfer.shares.values())
    if not transfer.shares:
        yield Problem("shares", "required", "Say which victims get how much.")
    if state.is_money and total > untransferred(state):
        yield Problem(
            "shares",
            "above_net_proceeds",
            f"The shares add up to {_dollars(total)}. Of the net proceeds of"
            f" {_dollars(net_proceeds(state))}, {_dollars(state.transferred)} has been"
            f" transferred and {_dollars(untransferred(state))} is left.",
        )


def _dollars(cents: int) -> str:
    return f"${cents // 100:,}.{cents % 100:02}"
