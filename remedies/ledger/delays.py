"""Why forfeited property has not reached the victims: every asset that waits, across cases.

Authority:
    18 U.S.C. § 1594(f)(1): the Attorney General "shall transfer"; no day is set, so the days are counted.

An asset waits when it is forfeited and its net proceeds are not all transferred, or when a reason is
recorded before that. Under § 1594 it waits no longer once the order that it would satisfy is satisfied.
That no reason is recorded is itself listed, and so is a reason that no longer holds.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from remedies.facts.convictions import Statute
from remedies.ledger.asset_next import NextStep, next_steps
from remedies.ledger.asset_state import (
    AssetState,
    is_mandatory,
    net_proceeds,
    open_claims,
    open_requests,
    untransferred,
)
from remedies.ledger.entries import Delay, Path, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAssets:
    """The assets of one case, and the day of its restitution order where there is one.

    ``outstanding`` is what is still owed to those whom each asset can pay, in cents by the asset's
    reference; not known of an asset that is not in it.
    """

    case: str
    assets: tuple[AssetState, ...]
    ordered_on: dt.date | None = None
    outstanding: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The latest recorded reason; ``outdated`` where the entries show that it no longer holds."""

    why: Delay
    responsible: str
    recorded_on: dt.date
    days: int
    review_on: dt.date
    overdue_days: int
    outdated: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One asset that waits; amounts in cents, days counted to the day asked about."""

    case: str
    asset: str
    what: str
    stage: Stage | None
    statute: Statute | None
    mandatory: bool
    forfeited_on: dt.date | None
    days_since_forfeiture: int | None
    net_proceeds: int
    untransferred: int
    reason: Reason | None
    next: tuple[NextStep, ...]

    @property
    def no_reason(self) -> bool:
        """Whether it is forfeited and no reason is recorded that still holds."""
        return self.forfeited_on is not None and (self.reason is None or self.reason.outdated)


def not_transferred(cases: Iterable[CaseAssets], as_of: dt.date) -> tuple[Waiting, ...]:
    """Return every asset that waits on ``as_of``: longest since forfeiture first, then by case and asset."""
    found = [
        waiting
        for case in cases
        for state in case.assets
        if (waiting := _waiting(case, state.as_of(as_of), as_of)) is not None
    ]
    return tuple(sorted(found, key=_longest_first))


def _longest_first(waiting: Waiting) -> tuple[int, str, str]:
    days = waiting.days_since_forfeiture
    return (1 if days is None else -days, waiting.case, waiting.asset)


def _waiting(case: CaseAssets, state: AssetState, as_of: dt.date) -> Waiting | None:
    asset, forfeited = state.asset, state.forfeited
    outstanding = case.outstanding.get(state.reference)
    done = state.is_money and untransferred(state) <= 0
    satisfied = is_mandatory(state, as_of) and outstanding == 0
    if satisfied or asset is None or state.returned or done or not (forfeited or state.delays):
        return None
    return Waiting(
        case=case.case,
        asset=asset.reference,
        what=asset.what,
        stage=state.stage,
        statute=state.statute,
        mandatory=is_mandatory(state, as_of),
        forfeited_on=forfeited.on if forfeited else None,
        days_since_forfeiture=(as_of - forfeited.on).days if forfeited else None,
        net_proceeds=net_proceeds(state),
        untransferred=untransferred(state),
        reason=_reason(state, case.ordered_on, as_of),
        next=next_steps(state, as_of, case.ordered_on, outstanding),
    )


def _reason(state: AssetState, ordered_on: dt.date | None, as_of: dt.date) -> Reason | None:
    if not state.delays:
        return None
    recorded_on, body = state.delays[-1]
    return Reason(
        why=body.why,
        responsible=body.responsible,
        recorded_on=recorded_on,
        days=(as_of - recorded_on).days,
        review_on=body.review_on,
        overdue_days=max(0, (as_of - body.review_on).days),
        outdated=_outdated(body.why, state, ordered_on, as_of),
        note=body.note,
    )


def _outdated(why: Delay, state: AssetState, ordered_on: dt.date | None, as_of: dt.date) -> bool:
    requests = sum(open_requests(state, path) for path in Path)
    match why:
        case Delay.THIRD_PARTY_CLAIM:
            return not open_claims(state)
        case Delay.NOT_LIQUIDATED:
            return state.is_money
        case Delay.NO_ORDER_YET:
            return ordered_on is not None and ordered_on <= as_of
        case Delay.REQUEST_NOT_MADE:
            return bool(state.taken(Stage.REQUESTED)) or is_mandatory(state, as_of)
        case Delay.REQUEST_PENDING:
            return not requests
        case Delay.NO_NET_PROCEEDS:
            return untransferred(state) > 0
        case _:
            return False
