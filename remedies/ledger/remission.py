"""The worksheet of petitions for remission: what of each loss is shown, and how the proceeds are divided.

Authority:
    28 C.F.R. § 9.8(b)(1): "a pecuniary loss of a specific amount", directly caused, supported by documents.
    28 C.F.R. § 9.8(b)(2), (3): by illegal acts; the victim did not knowingly contribute.
    28 C.F.R. § 9.8(c), (d), (f): market value, torts, shares; these paragraphs were not read.
    28 C.F.R. §§ 9.8, 9.9(a): owners first; victims who are not owners after them.
    positions ``remission_of_torts`` and ``remission_shares``.

A loss counts only where everything is shown; what is not yet said is kept apart, as still to be shown.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from remedies.calculators.shares import capped_shares
from remedies.figures import Authority
from remedies.law import Law


class Loss(StrEnum):
    """What kind of loss an item is."""

    PROPERTY = "property"
    LOST_INCOME = "lost income"
    TREATMENT = "treatment and other costs of injury"
    PAIN = "pain and suffering"
    INTEREST = "interest forgone"
    COLLATERAL = "expenses of recovering the loss"
    OTHER = "other costs"


class Torts(StrEnum):
    """The options of position ``remission_of_torts``."""

    DOCUMENTED_COSTS = "documented_costs"
    NO_INJURY_ITEMS = "no_injury_items"
    ALL_RESTITUTION_LOSSES = "all_restitution_losses"


class Division(StrEnum):
    """The options of position ``remission_shares``."""

    PRO_RATA = "pro_rata"
    BY_PRIORITY = "by_priority"


_LEFT_OUT: Final[Mapping[Torts, frozenset[Loss]]] = {
    Torts.DOCUMENTED_COSTS: frozenset({Loss.PAIN}),
    Torts.NO_INJURY_ITEMS: frozenset({Loss.PAIN, Loss.TREATMENT}),
    Torts.ALL_RESTITUTION_LOSSES: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One loss of a petition; amounts in cents, None for what nobody has said yet.

    ``market_value`` is the fair market value on the day of the loss (property); ``compensated`` what others
    have paid for it.
    """

    victim: str
    what: str
    kind: Loss
    amount: int
    on: dt.date | None = None
    market_value: int | None = None
    compensated: int = 0
    documents: tuple[str, ...] = ()
    directly_caused: bool | None = None
    by_illegal_act: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Petitioner:
    """A victim who petitions; ``interest`` is what of the property itself is the victim's, in cents."""

    victim: str
    contributed: bool | None = None
    interest: int = 0
    priority: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Petitions:
    """Everything that the petitions for one asset's proceeds say, and the readings to be taken.

    A reading that is None is the one that the case states, else the default.
    """

    petitioners: tuple[Petitioner, ...]
    items: tuple[Item, ...] = ()
    torts: Torts | None = None
    division: Division | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """Why an item counts for less, or not at all, or not yet; ``open`` where an answer would change it."""

    says: str
    authority: Authority
    open: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An item with what of it counts: ``shown`` now, ``to_show`` once what is open is shown; cents."""

    item: Item
    shown: int
    to_show: int
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One victim's sums in cents: claimed, shown, still to show, and the shares as owner and as victim."""

    petitioner: Petitioner
    claimed: int
    shown: int
    to_show: int
    as_owner: int
    as_victim: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RemissionWorksheet:
    """All lines and outcomes, the readings taken, and the proceeds that were divided; cents."""

    net: int
    torts: Torts
    division: Division
    lines: tuple[Line, ...]
    outcomes: tuple[Outcome, ...]
    rules: Mapping[str, Authority] = field(default_factory=dict)

    @property
    def divided(self) -> int:
        """What is divided in all, in cents."""
        return sum(each.as_owner + each.as_victim for each in self.outcomes)


def remission_worksheet(  # noqa: PLR0913  # the facts, and the two readings
    petitioners: Sequence[Petitioner],
    items: Sequence[Item],
    net: int,
    law: Law,
    *,
    torts: Torts = Torts.DOCUMENTED_COSTS,
    division: Division = Division.PRO_RATA,
) -> RemissionWorksheet:
    """Return what of each loss counts and how ``net`` cents are divided, owners first.

    Raises:
        ValueError: an item names nobody who petitions, or somebody petitions twice.

    """
    by_name = {each.victim: each for each in petitioners}
    if len(by_name) < len(petitioners) or {each.victim for each in items} - set(by_name):
        msg = "each item is one of a petitioner's, and each victim petitions once"
        raise ValueError(msg)
    lines = tuple(_line(item, by_name[item.victim], law, torts) for item in items)
    return RemissionWorksheet(
        net=net,
        torts=torts,
        division=division,
        lines=lines,
        outcomes=_divided(petitioners, lines, net, division),
        rules={key: law.rule(key) for key in _RULES},
    )


_RULES: Final = (
    "remission_loss_9_8_b1",
    "remission_direct_9_8_b2",
    "remission_innocent_9_8_b3",
    "remission_not_compensated_9_8",
    "remission_amount_9_8_c",
    "remission_torts_9_8_d",
    "remission_shares_9_8_f",
    "remission_owner_victims_9_8",
    "remission_priority_9_9_a",
)


def _line(item: Item, petitioner: Petitioner, law: Law, torts: Torts) -> Line:
    barred = tuple(_barred(item, petitioner, law, torts))
    value, reduced = _value(item, law)
    unsaid = tuple(_unsaid(item, petitioner, law))
    if barred:
        return Line(item, 0, 0, barred)
    if unsaid:
        return Line(item, 0, value, (*reduced, *unsaid))
    return Line(item, value, 0, reduced)


def _barred(item: Item, petitioner: Petitioner, law: Law, torts: Torts) -> Iterator[Ground]:
    if item.kind in {Loss.INTEREST, Loss.COLLATERAL}:
        says = "Interest forgone and collateral expenses do not count."
        yield Ground(says, law.rule("remission_amount_9_8_c"))
    if item.kind in _LEFT_OUT[torts]:
        says = f"Left out by the reading taken: {torts.value.replace('_', ' ')}."
        yield Ground(says, law.rule("remission_torts_9_8_d"))
    if item.directly_caused is False:
        says = "The offense did not cause it directly."
        yield Ground(says, law.rule("remission_loss_9_8_b1"))
    if item.by_illegal_act is False:
        yield Ground("A lawful act caused it.", law.rule("remission_direct_9_8_b2"))
    if petitioner.contributed:
        says = "The victim is said to have knowingly contributed."
        yield Ground(says, law.rule("remission_innocent_9_8_b3"))


def _unsaid(item: Item, petitioner: Petitioner, law: Law) -> Iterator[Ground]:
    if not item.documents:
        says = "No document is named: an invoice, a receipt, another paper."
        yield Ground(says, law.rule("remission_loss_9_8_b1"), open=True)
    if item.directly_caused is None:
        says = "Not said: whether the offense caused it directly."
        yield Ground(says, law.rule("remission_loss_9_8_b1"), open=True)
    if item.by_illegal_act is None:
        says = "Not said: whether an illegal act caused it."
        yield Ground(says, law.rule("remission_direct_9_8_b2"), open=True)
    if petitioner.contributed is None:
        says = "Not said: that the victim did not knowingly contribute."
        yield Ground(says, law.rule("remission_innocent_9_8_b3"), open=True)
    if item.kind is Loss.PROPERTY and item.market_value is None:
        says = "Not said: the fair market value on the day of the loss."
        yield Ground(says, law.rule("remission_amount_9_8_c"), open=True)


def _value(item: Item, law: Law) -> tuple[int, tuple[Ground, ...]]:
    """Return what of the amount counts, in cents, and why it is less than claimed."""
    value, grounds = item.amount, []
    if item.market_value is not None and item.market_value < value:
        value = item.market_value
        says = "Only the fair market value on the day of the loss counts."
        grounds.append(Ground(says, law.rule("remission_amount_9_8_c")))
    if item.compensated:
        value = max(0, value - item.compensated)
        says = "What others paid for it comes off."
        grounds.append(Ground(says, law.rule("remission_not_compensated_9_8")))
    return value, tuple(grounds)


def _divided(
    petitioners: Sequence[Petitioner], lines: Sequence[Line], net: int, division: Division
) -> tuple[Outcome, ...]:
    of = {
        each.victim: [line for line in lines if line.item.victim == each.victim]
        for each in petitioners
    }
    shown = [sum(line.shown for line in of[each.victim]) for each in petitioners]
    interests = [each.interest for each in petitioners]
    owners = capped_shares(interests, net, interests) if any(interests) else [0] * len(interests)
    left = [max(0, loss - owner) for loss, owner in zip(shown, owners, strict=True)]
    victims = _by_class(petitioners, left, net - sum(owners), division)
    return tuple(
        Outcome(
            petitioner,
            claimed=sum(line.item.amount for line in of[petitioner.victim]),
            shown=shown[place],
            to_show=sum(line.to_show for line in of[petitioner.victim]),
            as_owner=owners[place],
            as_victim=victims[place],
        )
        for place, petitioner in enumerate(petitioners)
    )


def _by_class(
    petitioners: Sequence[Petitioner], left: Sequence[int], fund: int, division: Division
) -> list[int]:
    """Return each victim's share of what owners leave, in cents; none above the loss that is left."""
    shares = [0] * len(left)
    by_priority = division is Division.BY_PRIORITY
    ranks = [each.priority if by_priority else 1 for each in petitioners]
    for rank in sorted(set(ranks)):
        weights = [loss if mine == rank else 0 for loss, mine in zip(left, ranks, strict=True)]
        if not any(weights):
            continue
        got = capped_shares(weights, fund, weights)
        fund -= sum(got)
        shares = [before + now for before, now in zip(shares, got, strict=True)]
    return shares
