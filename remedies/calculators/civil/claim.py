"""The civil wage claim of one victim: federal and state law side by side, and the better of them.

Authority:
    29 U.S.C. §§ 206, 207, 216(b), 218(a), 255, 260; and the items of state law that
        :mod:`remedies.calculators.civil.state_rules`, :mod:`remedies.calculators.civil.damages` and
        :mod:`remedies.calculators.civil.interest` name.

What restitution a criminal court orders is computed elsewhere and is not touched by this.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from remedies.calculators.civil.assumptions import assumptions
from remedies.calculators.civil.choices import NONE as NO_POSITIONS
from remedies.calculators.civil.choices import CivilChoices, civil_choices
from remedies.calculators.civil.comparison import (
    DAMAGES,
    INTEREST,
    LOST,
    WAGES,
    Compare,
    Comparison,
)
from remedies.calculators.civil.damages import StateDamages
from remedies.calculators.civil.federal import LIMITS, FederalClaim
from remedies.calculators.civil.guarantees import GUARANTEE, Guarantee, guarantees
from remedies.calculators.civil.limitation import payday
from remedies.calculators.civil.money import in_money, say_left_out
from remedies.calculators.civil.provisions import Part
from remedies.calculators.civil.recovery import LegalClaim
from remedies.calculators.civil.required_rates import RequiredRates
from remedies.calculators.civil.state import StateClaim
from remedies.calculators.civil.state_wages import states
from remedies.calculators.civil.waiting_time import STATE as CALIFORNIA
from remedies.calculators.civil.waiting_time import waiting_time
from remedies.calculators.civil.weeks import NO_LIMIT, NotComputed, Refusals, Week, weeks
from remedies.calculators.liquidated_damages import MULTIPLE
from remedies.calculators.wage_cells import PeriodPay
from remedies.calculators.wage_choices import WageChoices
from remedies.calculators.wage_columns import PAID
from remedies.calculators.wages import wages
from remedies.errors import LawNotEncodedError
from remedies.facts import WorkPeriod
from remedies.facts.civil import Civil
from remedies.figures import Figure, given, total
from remedies.law import Law
from remedies.operations import ZERO, Unit

NONE = given("none", ZERO, Unit.USD)


@dataclass(frozen=True, slots=True, kw_only=True)
class CivilClaim:
    """What a civil suit can claim: each law by itself, the better of them by workweek, and the total.

    ``components`` are the dollars of the recovery: wages, damages, interest, waiting time, guarantees; they
    add up to ``total``. ``lost`` is what is unpaid of the highest wages and not among the wages taken: too
    late, or owed under a law that gives less in all. ``law_keys`` are the
    items of law that were read.
    """

    civil: Civil
    choices: CivilChoices
    federal: LegalClaim | None
    states: tuple[LegalClaim, ...]
    comparison: Comparison | None
    guarantees: tuple[Guarantee, ...]
    components: Mapping[str, Figure]
    total: Figure
    lost: Figure
    not_computed: tuple[NotComputed, ...]
    assumptions: tuple[str, ...]
    law_keys: tuple[str, ...]

    @property
    def claims(self) -> tuple[LegalClaim, ...]:
        """The claim of each law, the federal first."""
        return (*((self.federal,) if self.federal else ()), *self.states)


def civil_claim(  # noqa: PLR0913 - a suit has this many sides
    civil: Civil,
    work: Sequence[WorkPeriod],
    law: Law,
    *,
    choices: WageChoices,
    circuit: str | None = None,
    positions: Mapping[str, str] = NO_POSITIONS,
) -> CivilClaim:
    """Return the civil claim for some work.

    Args:
        civil: the facts, without problems (:func:`remedies.facts.civil.civil_problems`).
        work: the periods of work, which do not overlap.
        law: the encoded law.
        choices: what positions decide for the wages themselves.
        circuit: the federal circuit, which may have decided a position.
        positions: the options that the claim names.

    Raises:
        LawNotEncodedError: the federal wages of a day are not encoded.

    """
    taken = civil_choices(law, circuit, positions)
    return _Made(civil, work, law, choices, taken).claim()


class _Made:
    """One claim while it is made."""

    def __init__(
        self,
        civil: Civil,
        work: Sequence[WorkPeriod],
        law: Law,
        wage: WageChoices,
        choices: CivilChoices,
    ) -> None:
        self._civil = civil
        self._work = work
        self._law = law
        self._wage = replace(wage, higher_wage=False, net_of_paid=True, since=None)
        self._choices = choices
        self._refusals = Refusals()
        self._pays = [PeriodPay(period, law, self._wage) for period in work]
        self._money = in_money(work)
        self._as_stated = self._money == tuple(work)
        self._in_money = (
            self._pays
            if self._as_stated
            else [PeriodPay(period, law, self._wage) for period in self._money]
        )
        self._weeks = list(weeks(work))
        self._places = states(work)

    def claim(self) -> CivilClaim:
        """Return the claim."""
        say_left_out(self._work, self._refusals)
        paid = self._paid(self._work)
        federal = self._federal()
        in_money = paid if self._as_stated else self._paid(self._money)
        by_state = tuple(self._states(in_money))
        compare = Compare(federal, by_state, self._required(), paid)
        span = self._choices.option("civil_wage_comparison_span")
        comparison = compare.of(by_workweek=span == "by_workweek")
        owed = guarantees(self._civil.contracts, self._law, self._refusals)
        parts = self._components(comparison, by_state, owed)
        lost = comparison.total(LOST, "unpaid and not claimed") if comparison else NONE
        return CivilClaim(
            civil=self._civil,
            choices=self._choices,
            federal=federal,
            states=by_state,
            comparison=comparison,
            guarantees=owed,
            components=parts,
            total=total("civil claim", *parts.values()),
            lost=lost,
            not_computed=self._refusals.all(),
            assumptions=tuple(self._assumptions()),
            law_keys=tuple(sorted(self._keys())),
        )

    def _assumptions(self) -> Iterator[str]:
        last = max((week.ends_on for week in self._weeks), default=None)
        last_payday = payday(self._civil.paydays, last) if last else None
        return assumptions(self._civil, self._work, self._choices, last_payday=last_payday)

    def _paid(self, work: Sequence[WorkPeriod]) -> dict[dt.date, Figure]:
        """Return what was paid by workweek, for all work, whether the Act reaches it or not."""
        every = replace(
            self._wage,
            companionship_exempt=False,
            small_farm_exempt=False,
            proven_coverage_only=False,
        )
        found = wages(work, self._law, every)
        if found is None:
            return {}
        place = found.schedule.formulas.index[PAID]
        return {day: line.cells[place] for day, line in found.schedule.rows()}

    def _federal(self) -> LegalClaim | None:
        found = wages(self._work, self._law, self._wage)
        if found is None:
            return None
        claim = FederalClaim(self._law, self._civil, self._choices, self._refusals)
        return claim.of(found.schedule)

    def _states(self, paid: Mapping[dt.date, Figure]) -> Iterator[LegalClaim]:
        for state, indices in self._places.items():
            whole = self._whole_weeks(state, indices)
            claim = StateClaim(state, self._law, self._civil, self._choices, self._refusals)
            found = claim.of(self._in_money, whole, paid)
            if found is not None:
                yield found

    def _whole_weeks(self, state: str, indices: Sequence[int]) -> list[Week]:
        """Return the workweeks that lie whole in a state; those that do not are refused."""
        whole = []
        for week in self._weeks:
            inside = [piece.period in indices for piece in week.pieces]
            if all(inside):
                whole.append(week)
            elif any(inside):
                why = "the workweek holds work elsewhere too; its hours and pay are not divided"
                self._refusals.add(f"wages of {state}", why, week.starts_on)
        return whole

    def _required(self) -> dict[dt.date, Figure]:
        rates = RequiredRates(self._law, self._pays, self._refusals)
        found = {
            week.starts_on: due for week in self._weeks if (due := rates.due(week)) is not None
        }
        if found:
            self._refusals.add("limitation of the required rates", NO_LIMIT)
        return found

    def _components(
        self,
        comparison: Comparison | None,
        by_state: Sequence[LegalClaim],
        owed: Sequence[Guarantee],
    ) -> dict[str, Figure]:
        parts = dict.fromkeys((WAGES, DAMAGES, INTEREST, "waiting_time", "guarantees"), NONE)
        if comparison is not None:
            parts[WAGES] = comparison.total(WAGES, "wages")
            parts[DAMAGES] = comparison.total(DAMAGES, "liquidated or multiplied damages")
            parts[INTEREST] = comparison.total(INTEREST, "interest")
        for claim in by_state:
            if claim.key == CALIFORNIA and (penalty := self._waiting(claim)) is not None:
                parts["waiting_time"] = penalty
        if owed:
            parts["guarantees"] = total("three-fourths guarantees", *(g.owed for g in owed))
        return parts

    def _waiting(self, claim: LegalClaim) -> Figure | None:
        last = next(w for w in reversed(self._weeks) if w.starts_on in claim.lines)
        days = self._worked(last)
        damages = StateDamages(claim.key, self._law, self._civil, self._choices, self._refusals)
        limit = damages.limit(Part.MINIMUM)
        return waiting_time(
            claim, days, self._civil, self._law, limit=limit, refusals=self._refusals
        )

    def _worked(self, week: Week) -> int:
        return sum(self._pays[p.period].hours.days_worked(p) for p in week.pieces)

    def _keys(self) -> Iterator[str]:
        """Yield the keys of the items that a claim of these states and contracts may read."""
        yield from (*LIMITS, MULTIPLE)
        yield from {GUARANTEE[contract.program] for contract in self._civil.contracts}
        for key in (f"{state}.{name}" for state in self._places for name in _STATE_ITEMS):
            if self._encodes(key):
                yield key

    def _encodes(self, key: str) -> bool:
        try:
            return bool(self._law.item(key))
        except LawNotEncodedError:
            return False


_STATE_ITEMS = frozenset(
    {
        "aewr",
        "agricultural_daily_overtime_threshold",
        "agricultural_weekly_overtime_threshold",
        "daily_double_time_threshold",
        "daily_overtime_threshold",
        "minimum_wage",
        "overtime_multiplier",
        "prejudgment_interest",
        "seventh_day_overtime",
        "spread_of_hours",
        "wage_damages",
        "waiting_time_days",
        "weekly_overtime_threshold",
    }
)
