"""The request that forfeited proceeds satisfy the restitution order: what it states, what it lacks.

Authority:
    18 U.S.C. § 1594(f)(1): transfer of what is forfeited under § 1594.
    21 U.S.C. § 853(i)(1), 18 U.S.C. § 981(e)(6): restoration to victims, by discretion.
    28 C.F.R. §§ 9.8, 9.9(a): what a victim must show for remission, and the order of payment; of a transfer
        under § 1594(f) they say nothing.

No text was found that lists what the United States Attorney must represent. The statements here are those
of the regulation that were read; what rests on no text that was read is marked unverified on the paper.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from remedies.calculators.shares import capped_shares
from remedies.facts.convictions import Statute
from remedies.figures import Authority
from remedies.law import Law
from remedies.ledger.asset_state import (
    AssetState,
    government_costs,
    granted_claims,
    gross_proceeds,
    is_mandatory,
    net_proceeds,
    open_claims,
    untransferred,
)
from remedies.ledger.asset_transfers import payable_awards
from remedies.ledger.entries import Award, Distribution, Order, Path


class Shown(StrEnum):
    """Whether a statement holds: by the entries, or because the office says so."""

    YES = "yes"
    NO = "no"
    NOT_SAID = "not said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement of the request; ``by_entries`` where the journal shows it, else the office says it."""

    key: str
    says: str
    shown: Shown
    by_entries: bool
    authority: Authority


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleLine:
    """One victim of the schedule, by reference; amounts in cents."""

    victim: str
    awarded: int
    outstanding: int
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RestorationRequest:
    """The packet: the asset, its proceeds, the order, the victims' schedule and the statements; cents.

    ``outside`` are those whose awards these proceeds cannot satisfy: under § 1594(f)(1) awards that do not
    arise from chapter 77, as far as the entries say.
    """

    as_of: dt.date
    state: AssetState
    path: Path
    order: Order | None
    ordered_on: dt.date | None
    gross: int
    costs: int
    granted: int
    net: int
    transferred: int
    available: int
    schedule: tuple[ScheduleLine, ...]
    outside: tuple[str, ...]
    statements: tuple[Statement, ...]

    @property
    def requested(self) -> int:
        """What is asked for in all, in cents."""
        return sum(line.share for line in self.schedule)

    @property
    def outstanding(self) -> int | None:
        """What is still owed to those of the schedule, in cents; None where nobody is in it."""
        return sum(line.outstanding for line in self.schedule) if self.schedule else None

    @property
    def missing(self) -> tuple[Statement, ...]:
        """The statements that do not hold, or that nobody has made yet."""
        return tuple(each for each in self.statements if each.shown is not Shown.YES)


_ASKED: Final = (
    (
        "statute_allows",
        "The statute of forfeiture explicitly authorizes restoration or remission.",
        "remission_statutes_9_8",
    ),
    (
        "losses_verified",
        "Each loss is of a specific amount, directly caused by the offense, and documented.",
        "remission_loss_9_8_b1",
    ),
    (
        "losses_direct",
        "Each loss is the direct result of illegal acts.",
        "remission_direct_9_8_b2",
    ),
    (
        "victims_innocent",
        "No victim knowingly contributed to, took part in or benefited from the offense.",
        "remission_innocent_9_8_b3",
    ),
    (
        "net_of_compensation",
        "The amounts are net of what others have paid for the same losses.",
        "remission_not_compensated_9_8",
    ),
    (
        "no_other_recourse",
        "The victims have no reasonable recourse to other assets.",
        "remission_not_compensated_9_8",
    ),
    (
        "victims_notified",
        "All known victims were told, and are named in the order.",
        "restoration_representations",
    ),
)
"""What the office must say for restoration; a transfer that the law commands asks none of it."""

STATED: Final = tuple(key for key, _, _ in _ASKED)
"""The keys of what the office must say."""


def restoration_request(  # noqa: PLR0913  # one argument for each thing that the paper states
    state: AssetState,
    as_of: dt.date,
    law: Law,
    *,
    order: Order | None,
    ordered_on: dt.date | None,
    outstanding: Mapping[str, int],
    said: Mapping[str, bool] | None = None,
    last: Collection[str] = (),
    convicted: Collection[Statute] = (),
) -> RestorationRequest:
    """Return the request for the proceeds that are left on ``as_of``, divided as the order says.

    ``outstanding`` is what each obligee is still owed, in cents; ``said`` what the office states, by key;
    ``last`` who is paid after all others (the United States).
    """
    now = state.as_of(as_of)
    mandatory = is_mandatory(now, as_of)
    available = max(0, untransferred(now))
    awards = payable_awards(now, as_of, order, convicted)
    paid = {award.obligee for award in awards}
    payable = replace(order, awards=awards) if order else None
    return RestorationRequest(
        as_of=as_of,
        state=now,
        path=Path.MANDATORY if mandatory else Path.RESTORATION,
        order=order,
        ordered_on=ordered_on,
        gross=gross_proceeds(now),
        costs=government_costs(now),
        granted=granted_claims(now),
        net=net_proceeds(now),
        transferred=now.transferred,
        available=available,
        schedule=_schedule(payable, available, outstanding, last),
        outside=tuple(
            award.obligee for award in (order.awards if order else ()) if award.obligee not in paid
        ),
        statements=(
            *_entered(now, law, order, awards, mandatory=mandatory),
            *(() if mandatory else _said(law, said or {})),
        ),
    )


def proposed_shares(
    order: Order, fund: int, outstanding: Mapping[str, int], last: Collection[str] = ()
) -> dict[str, int]:
    """Return the shares of ``fund`` by obligee in cents, as the order divides, none above what is owed."""
    shares = dict.fromkeys([award.obligee for award in order.awards], 0)
    for group in _groups(order, last):
        caps = [outstanding.get(award.obligee, 0) for award in group]
        weights = [award.amount for award in group]
        for award, share in zip(group, capped_shares(weights, fund, caps), strict=True):
            shares[award.obligee] = share
            fund -= share
    return shares


def _groups(order: Order, last: Collection[str]) -> Iterator[Sequence[Award]]:
    """Yield those who are paid together, the first to be paid first."""
    first = [award for award in order.awards if award.obligee not in last]
    match order.distribution:
        case Distribution.PRO_RATA:
            yield first
        case Distribution.BY_ORDER:
            yield from ([award] for award in first)
        case Distribution.BY_PRIORITY:
            for priority in sorted({award.priority for award in first}):
                yield [award for award in first if award.priority == priority]
    yield [award for award in order.awards if award.obligee in last]


def _schedule(
    order: Order | None, fund: int, outstanding: Mapping[str, int], last: Collection[str]
) -> tuple[ScheduleLine, ...]:
    if order is None:
        return ()
    shares = proposed_shares(order, fund, outstanding, last)
    return tuple(
        ScheduleLine(
            victim=award.obligee,
            awarded=award.amount,
            outstanding=outstanding.get(award.obligee, 0),
            share=shares[award.obligee],
        )
        for award in order.awards
    )


def _entered(
    state: AssetState,
    law: Law,
    order: Order | None,
    awards: Sequence[Award],
    *,
    mandatory: bool,
) -> Iterator[Statement]:
    """Yield what the journal shows of itself."""
    found = [
        (
            "forfeited",
            "The asset is forfeited and title is clear.",
            state.forfeited is not None,
            "forfeiture_title_853_n7",
        ),
        (
            "no_open_claim",
            "No claim or petition of a third party is open.",
            not open_claims(state),
            "forfeiture_title_853_n7",
        ),
        (
            "money",
            "The asset is money, or was sold and is its proceeds."
            if mandatory
            else "The asset is money, and the government’s costs are known and taken off.",
            state.is_money,
            "forfeiture_transfer_1594_f1" if mandatory else "remission_costs_9_9_a",
        ),
        (
            "order",
            "A restitution order is in force and names every victim of the schedule.",
            order is not None and bool(order.awards),
            "forfeiture_transfer_1594_f1" if mandatory else "restoration_policy",
        ),
    ]
    if mandatory:
        says = "Every award of the schedule arises from a violation of 18 U.S.C. chapter 77."
        found.append(("chapter_77", says, bool(awards), "forfeiture_transfer_1594_f1"))
    for key, says, holds, rule in found:
        shown = Shown.YES if holds else Shown.NO
        yield Statement(key=key, says=says, shown=shown, by_entries=True, authority=law.rule(rule))


def _said(law: Law, said: Mapping[str, bool]) -> Iterator[Statement]:
    """Yield what the office must state, and whether it has."""
    for key, says, rule in _ASKED:
        shown = Shown.NOT_SAID
        if key in said:
            shown = Shown.YES if said[key] else Shown.NO
        yield Statement(
            key=key, says=says, shown=shown, by_entries=False, authority=law.rule(rule)
        )
