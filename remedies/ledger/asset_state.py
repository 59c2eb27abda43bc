"""The state of one asset: its versions, steps, transfers and delays, in the order of their days.

Authority:
    28 C.F.R. § 9.9(a): costs of forfeiture and sale "shall be deducted from the amount available for
        remission or mitigation"; owners and lienholders come before victims who are neither.
    18 U.S.C. § 1594(f)(1), (2): assets forfeited under § 1594, "or the proceeds derived from the sale
        thereof", with priority over any other claims. It names no costs, and no third parties' interests.

That costs and third parties' interests come off before a transfer under § 1594(f) or a restoration too is a
reading of this program: no authority for or against it was found. It takes off the costs that are entered.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from remedies.facts.convictions import Statute
from remedies.ledger.entries import (
    Asset,
    AssetStep,
    Entry,
    Forfeiture,
    NotTransferred,
    Path,
    Stage,
    Transfer,
)

AssetBody = Asset | AssetStep | Transfer | NotTransferred
MANDATORY_SINCE: Final = dt.date(2015, 5, 29)
"""The day on which Pub. L. 114-22 was enacted, which added the transfer that § 1594(f) commands."""


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """One entry about the asset, ordered by its day and then by the order of recording."""

    on: dt.date
    seq: int
    body: AssetBody


@dataclass(frozen=True, slots=True)
class Taken:
    """A step with the day on which it was taken."""

    on: dt.date
    seq: int
    step: AssetStep


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetState:
    """What the entries about one asset make of it; the events stand in the order of their days."""

    events: tuple[Event, ...] = ()

    @property
    def asset(self) -> Asset | None:
        """The latest version of what is known of the asset; None before the first."""
        found = [event.body for event in self.events if isinstance(event.body, Asset)]
        return found[-1] if found else None

    @property
    def reference(self) -> str:
        """The asset's reference; empty while nothing is entered."""
        return self.asset.reference if self.asset else ""

    def taken(self, *stages: Stage) -> tuple[Taken, ...]:
        """Return the steps of these stages, or all steps, in the order of their days."""
        return tuple(
            Taken(event.on, event.seq, event.body)
            for event in self.events
            if isinstance(event.body, AssetStep) and (not stages or event.body.stage in stages)
        )

    def last(self, *stages: Stage) -> Taken | None:
        """Return the last step of these stages, or of all; None where there is none."""
        found = self.taken(*stages)
        return found[-1] if found else None

    @property
    def stage(self) -> Stage | None:
        """The last step's stage; None before the first step."""
        last = self.last()
        return last.step.stage if last else None

    @property
    def forfeited(self) -> Taken | None:
        """The step by which the United States got title."""
        return self.last(Stage.FORFEITED)

    @property
    def liquidated(self) -> Taken | None:
        """The step by which the asset became money."""
        return self.last(Stage.LIQUIDATED)

    @property
    def how(self) -> Forfeiture | None:
        """How the asset was forfeited; None before it was."""
        return self.forfeited.step.how if self.forfeited else None

    @property
    def statute(self) -> Statute | None:
        """The statute of the forfeiture; before it, the one under which it is to be forfeited."""
        if self.forfeited and self.forfeited.step.statute:
            return self.forfeited.step.statute
        return self.asset.statute if self.asset else None

    @property
    def is_money(self) -> bool:
        """Whether it was forfeited as money, or has been sold."""
        forfeited = self.forfeited
        return bool(self.liquidated or (forfeited and forfeited.step.amount is not None))

    @property
    def returned(self) -> bool:
        """Whether the asset went back to its owner, which ends the matter."""
        return self.last(Stage.RETURNED_TO_OWNER) is not None

    @property
    def transfers(self) -> tuple[Event, ...]:
        """The transfers of its proceeds, in the order of their days."""
        return tuple(event for event in self.events if isinstance(event.body, Transfer))

    @property
    def transferred(self) -> int:
        """What has been transferred in all, in cents."""
        return sum(sum(body.shares.values()) for body in self._transfers())

    def transferred_by(self, path: Path) -> int:
        """Return what has been transferred by one path, in cents."""
        return sum(sum(body.shares.values()) for body in self._transfers() if body.path is path)

    def _transfers(self) -> Iterator[Transfer]:
        for event in self.events:
            if isinstance(event.body, Transfer):
                yield event.body

    @property
    def delays(self) -> tuple[tuple[dt.date, NotTransferred], ...]:
        """The recorded reasons why nothing was transferred, with and in the order of their days."""
        return tuple(
            (event.on, event.body)
            for event in self.events
            if isinstance(event.body, NotTransferred)
        )

    def as_of(self, day: dt.date) -> "AssetState":
        """Return the state at the end of ``day``."""
        return replace(self, events=tuple(event for event in self.events if event.on <= day))


def advanced(state: AssetState, entry: Entry) -> AssetState:
    """Return the state with one more entry in the place that its day gives it; nothing is checked.

    An entry about anything but assets leaves the state as it is.
    """
    if not isinstance(entry.body, AssetBody):
        return state
    event = Event(entry.on, entry.seq, entry.body)
    events = sorted((*state.events, event), key=_place)
    return AssetState(events=tuple(events))


def gross_proceeds(state: AssetState) -> int:
    """Return what came in for the asset, in cents: the sale's price, or the money forfeited as such."""
    if state.liquidated:
        return state.liquidated.step.amount or 0
    forfeited = state.forfeited
    return (forfeited.step.amount or 0) if forfeited else 0


def government_costs(state: AssetState) -> int:
    """Return the government's costs that are entered, in cents; they come off by every path."""
    return sum(taken.step.costs or 0 for taken in state.taken(Stage.FORFEITED, Stage.LIQUIDATED))


def granted_claims(state: AssetState) -> int:
    """Return what third parties were granted, in cents."""
    return sum(taken.step.amount or 0 for taken in state.taken(Stage.CLAIM_GRANTED))


def net_proceeds(state: AssetState) -> int:
    """Return gross proceeds less costs and granted claims, in cents; never below zero."""
    if not state.is_money or state.returned:
        return 0
    return max(0, gross_proceeds(state) - government_costs(state) - granted_claims(state))


def untransferred(state: AssetState) -> int:
    """Return what of the net proceeds has not been transferred, in cents."""
    return net_proceeds(state) - state.transferred


def open_claims(state: AssetState) -> int:
    """Return how many third parties' claims are filed and not decided."""
    filed = len(state.taken(Stage.CLAIMED))
    return filed - len(state.taken(Stage.CLAIM_DENIED, Stage.CLAIM_GRANTED))


def open_requests(state: AssetState, path: Path) -> int:
    """Return how many requests by ``path`` are made and not decided."""
    made = [taken for taken in state.taken(Stage.REQUESTED) if taken.step.path is path]
    decided = state.taken(Stage.GRANTED, Stage.DENIED)
    return len(made) - len([taken for taken in decided if taken.step.path is path])


def granted(state: AssetState, path: Path) -> tuple[Taken, ...]:
    """Return the decisions that grant a request by ``path``."""
    return tuple(taken for taken in state.taken(Stage.GRANTED) if taken.step.path is path)


def grant_left(state: AssetState, path: Path) -> int | None:
    """Return what of the grants by ``path`` is not transferred, in cents; None where one names no limit."""
    amounts = [taken.step.amount for taken in granted(state, path)]
    if None in amounts:
        return None
    return sum(amount or 0 for amount in amounts) - state.transferred_by(path)


def is_mandatory(state: AssetState, on: dt.date) -> bool:
    """Return whether the law commands the transfer: forfeited under § 1594, since subsection (f)."""
    statute = state.statute
    under = statute is not None and (statute.title, statute.section) == (18, "1594")
    return under and on >= MANDATORY_SINCE


def _place(event: Event) -> tuple[dt.date, int]:
    return event.on, event.seq
