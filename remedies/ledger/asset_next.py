"""Who must act next on an asset, and since when.

Authority:
    21 U.S.C. § 853(n)(1), (2), (7): notice, petitions, clear title.
    21 U.S.C. § 853(i)(1), (4): the Attorney General disposes, remits and restores.
    18 U.S.C. § 1594(f)(1): the Attorney General "shall transfer".
    28 C.F.R. § 9.8(a)(3): who is denied remission may ask for reconsideration.

Which office of the Department acts for the Attorney General is its own affair and is not said here.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from remedies.ledger.asset_periods import claim_period
from remedies.ledger.asset_state import (
    AssetState,
    grant_left,
    granted,
    is_mandatory,
    open_claims,
    open_requests,
    untransferred,
)
from remedies.ledger.entries import Path, Stage

_DAY: Final = dt.timedelta(days=1)


class Office(StrEnum):
    """Who must act."""

    AGENCY = "seizing agency"
    UNITED_STATES_ATTORNEY = "United States Attorney"
    COURT = "court"
    CUSTODIAN = "custodian of the property"
    ATTORNEY_GENERAL = "Attorney General"
    THIRD_PARTIES = "third parties"
    VICTIMS = "victims"


class Act(StrEnum):
    """What must be done."""

    SEIZE = "seize or restrain it, or give notice"
    GIVE_NOTICE = "give notice and publish it"
    PETITION = "petition before the period ends"
    DECIDE_CLAIM = "decide the claim"
    FORFEIT = "declare or order the forfeiture"
    SELL = "sell it"
    ORDER_RESTITUTION = "obtain a restitution order"
    REQUEST_RESTORATION = "request restoration"
    PETITION_FOR_REMISSION = "petition for remission"
    DECIDE_REQUEST = "decide the request"
    TRANSFER = "transfer the proceeds"
    ASK_AGAIN = "ask for reconsideration"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What must be done next, by whom, since which day, and under what law; ``days`` have gone by."""

    act: Act
    office: Office
    since: dt.date
    days: int
    authority: str


def next_steps(
    state: AssetState,
    as_of: dt.date,
    ordered_on: dt.date | None = None,
    outstanding: int | None = None,
) -> tuple[NextStep, ...]:
    """Return what must be done next on ``as_of``, from the entries up to its end; empty when all is done.

    ``ordered_on`` is the day of the restitution order; None or a later day: there is none yet.
    ``outstanding`` is what is still owed to those whom the asset's path can pay, in cents
    (:func:`remedies.ledger.asset_requests.still_to_satisfy`); None: it is not known. Where it is zero
    nothing is left to satisfy, and nothing is to be sent by the mandatory path or asked for by restoration.
    """
    now = state.as_of(as_of)
    if now.asset is None or now.returned:
        return ()
    if not now.forfeited:
        steps = _before_forfeiture(now, as_of)
    elif open_claims(now):
        steps = _claim(now, Office.ATTORNEY_GENERAL, "28 C.F.R. § 9.9(a)")
    elif not now.is_money:
        sale = (now.forfeited.on, "21 U.S.C. § 853(i)(4)")
        steps = iter([(Act.SELL, Office.CUSTODIAN, *sale)])
    elif untransferred(now) <= 0:
        return ()
    else:
        ordered = ordered_on if ordered_on and ordered_on <= as_of else None
        steps = _of_money(now, as_of, ordered, satisfied=bool(ordered) and outstanding == 0)
    return tuple(NextStep(*step[:3], (as_of - step[2]).days, step[3]) for step in steps)


_Step = tuple[Act, Office, dt.date, str]


def _before_forfeiture(state: AssetState, as_of: dt.date) -> Iterator[_Step]:
    begun = state.last()
    noticed = state.last(Stage.NOTICED)
    if begun is None:
        entered = state.events[0].on
        cited = "18 U.S.C. § 981(b)(1); 21 U.S.C. § 853(e)(1), (f)"
        yield Act.SEIZE, Office.AGENCY, entered, cited
    elif open_claims(state):
        yield from _claim(state, Office.COURT, "21 U.S.C. § 853(n)(2), (6)")
    elif noticed is None:
        cited = "21 U.S.C. § 853(n)(1); 18 U.S.C. § 983(a)(1)(A)(i)"
        yield Act.GIVE_NOTICE, Office.AGENCY, begun.on, cited
    elif (period := claim_period(state)) is not None and as_of <= period.last:
        yield Act.PETITION, Office.THIRD_PARTIES, noticed.on, period.authority
    else:
        decided = state.last(Stage.CLAIM_DENIED, Stage.CLAIM_GRANTED)
        ended = (period.last if period else noticed.on) + _DAY
        since = max(decided.on, ended) if decided else ended
        yield Act.FORFEIT, Office.UNITED_STATES_ATTORNEY, since, "21 U.S.C. § 853(n)(7)"


def _claim(state: AssetState, office: Office, authority: str) -> Iterator[_Step]:
    decided = len(state.taken(Stage.CLAIM_DENIED, Stage.CLAIM_GRANTED))
    oldest = state.taken(Stage.CLAIMED)[decided]
    yield Act.DECIDE_CLAIM, office, oldest.on, authority


def _of_money(
    state: AssetState, as_of: dt.date, ordered_on: dt.date | None, *, satisfied: bool
) -> Iterator[_Step]:
    steps = [taken.on for taken in (state.forfeited, state.liquidated) if taken]
    mandatory = is_mandatory(state, as_of)
    if mandatory and satisfied:
        return
    if mandatory and ordered_on:
        since = max(*steps, ordered_on)
        yield Act.TRANSFER, Office.ATTORNEY_GENERAL, since, "18 U.S.C. § 1594(f)(1)"
        return
    if mandatory:
        cited = "18 U.S.C. § 1594(f)(1)"
        yield Act.ORDER_RESTITUTION, Office.UNITED_STATES_ATTORNEY, max(steps), cited
    yield from _discretionary(state, max(steps), None if satisfied else ordered_on)


def _discretionary(
    state: AssetState, ready_on: dt.date, ordered_on: dt.date | None
) -> Iterator[_Step]:
    discretion = "21 U.S.C. § 853(i)(1); 18 U.S.C. § 981(e)(6)"
    pending = [path for path in Path if open_requests(state, path)]
    decided = [
        taken for path in Path if grant_left(state, path) != 0 for taken in granted(state, path)
    ]
    denied = state.last(Stage.GRANTED, Stage.DENIED)
    if pending:
        last = state.taken(Stage.REQUESTED)[-1]
        yield Act.DECIDE_REQUEST, Office.ATTORNEY_GENERAL, last.on, discretion
    elif decided:
        since = max(ready_on, decided[-1].on)
        yield Act.TRANSFER, Office.ATTORNEY_GENERAL, since, discretion
    elif denied and denied.step.stage is Stage.DENIED:
        yield Act.ASK_AGAIN, _asks(denied.step.path), denied.on, "28 C.F.R. § 9.8(a)(3)"
    else:
        if ordered_on:
            since = max(ready_on, ordered_on)
            yield Act.REQUEST_RESTORATION, Office.UNITED_STATES_ATTORNEY, since, discretion
        yield Act.PETITION_FOR_REMISSION, Office.VICTIMS, ready_on, "28 C.F.R. § 9.8(a)(2), (b)"


def _asks(path: Path | None) -> Office:
    return Office.VICTIMS if path is Path.REMISSION else Office.UNITED_STATES_ATTORNEY
