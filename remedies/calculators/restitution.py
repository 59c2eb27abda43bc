"""The amount of restitution under the statute of conviction, for one set of positions.

Authority:
    18 U.S.C. § 1593(b)(1), (b)(3): the full amount of the victim's losses and, in addition, the greater
        of the gross income or value to the defendant of the victim's services or labor, or the value
        of that labor as the Fair Labor Standards Act guarantees it.
    18 U.S.C. § 2429(b)(1): the same for chapter 117, without the value of labor.
    18 U.S.C. §§ 3663, 3663A: losses only.
    29 U.S.C. § 216(b): tips that the employer kept, and as much again (position ``tips_kept_in_1593``).

Each arm is computed over the whole offense, and the greatest is taken once (position
``max_granularity``). Liquidated damages stand inside the arm of labor, before the comparison. Where lost
income is not counted beside the value of labor for the same days, each measure is compared together with
the losses that stand beside it: leaving income out never makes the total less than another measure gives.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from remedies.calculators import wage_columns as columns
from remedies.calculators.gains import gross_income, market_value
from remedies.calculators.liquidated_damages import liquidated_damages
from remedies.calculators.losses import loss_rule, losses
from remedies.calculators.measures import (
    GREATER_OF_RULE,
    MEASURES,
    ORDER_RULE,
    Measure,
    Regime,
)
from remedies.calculators.wage_choices import WageChoices, wage_choices
from remedies.calculators.wages import Wages, counted, revalued, wages
from remedies.facts import Category, Claim, Loss
from remedies.figures import Authority, Figure, given, greater, total
from remedies.law import Law
from remedies.operations import ZERO, Unit
from remedies.schedule import Schedule

COMPONENTS = (
    "losses",
    "minimum_wages",
    "straight_time_above_minimum",
    "overtime",
    "tips_kept",
    "liquidated_damages",
    "gross_income",
    "value_to_defendant",
)
_UNPAID_PARTS = {
    "minimum_wages": columns.UNPAID_MINIMUM,
    "straight_time_above_minimum": columns.UNPAID_AGREED,
    "overtime": columns.UNPAID_OVERTIME,
}
_DUE_PARTS = {
    "minimum_wages": columns.DUE_MINIMUM,
    "straight_time_above_minimum": columns.DUE_AGREED,
    "overtime": columns.DUE_OVERTIME,
}
NONE = given("none", ZERO, Unit.USD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One computation: the total and everything it is made of, as figures in dollars."""

    total: Figure
    losses: Figure
    measure: Measure | None
    arms: Mapping[Measure, Figure | None]
    wages: Wages | None

    @property
    def schedule(self) -> Schedule | None:
        """The workweeks, when labor was valued."""
        return self.wages.schedule if self.wages else None


class Computation:
    """A claim under a governing statute; computes outcomes for different options, each part once."""

    def __init__(self, claim: Claim, law: Law, governing: Regime) -> None:
        """Take what does not change between options."""
        self.claim = claim
        self.law = law
        self.governing = governing
        self._rows: dict[WageChoices, Wages | None] = {}
        self._lost: dict[tuple[object, ...], Figure] = {}

    def of(self, claim: Claim) -> "Computation":
        """Return the computation of a claim that differs in some facts; rows of the same work are kept."""
        other = Computation(claim, self.law, self.governing)
        if claim.work is self.claim.work:
            other._rows = self._rows
        return other

    def outcome(self, options: Mapping[str, str]) -> Outcome:
        """Return the outcome under one option for each position, with all columns of its schedule.

        Raises:
            LawNotEncodedError: the law lacks a value for a day of the claim.

        """
        return self._outcome(options, self._wages(wage_choices(self.claim, options)))

    def total(self, options: Mapping[str, str]) -> Fraction:
        """Return the total under one option for each position, in dollars, and no more than that."""
        choices = wage_choices(self.claim, options)
        return self._outcome(options, self._wages(choices, until=columns.UNPAID)).total.value

    def _outcome(self, options: Mapping[str, str], found: Wages | None) -> Outcome:
        arms = self._arms(options, found)
        lost: dict[Measure | None, Figure] = dict.fromkeys((None, *arms), self._losses(options))
        if options["lost_income_overlap"] == "exclude_same_days" and self._loses_income:
            lost[Measure.VALUE_OF_LABOR] = self._losses(options, beside_labor=True)
        measure = _greatest(arms, lost)
        return Outcome(
            total=self._total(arms, lost, measure),
            losses=lost[measure],
            measure=measure,
            arms=arms,
            wages=found,
        )

    def components(self, outcome: Outcome, options: Mapping[str, str]) -> dict[str, Figure]:
        """Return what the total is made of: every component, zero where it has no part."""
        parts: dict[str, Figure] = dict.fromkeys(COMPONENTS, NONE)
        parts["losses"] = outcome.losses
        measure = outcome.measure
        if measure is Measure.VALUE_OF_LABOR:
            parts |= self._labor_components(options, outcome.wages)
        elif measure is not None:
            parts[measure.value] = outcome.arms[measure] or NONE
        return parts

    def _wages(self, choices: WageChoices, *, until: str | None = None) -> Wages | None:
        """Return the wages under some choices; rows are made once and other formulas applied anew."""
        base = replace(
            choices, straight_time_rate="agreed", workweek_rounding="exact", net_of_paid=True
        )
        if base not in self._rows:
            self._rows[base] = wages(self.claim.work, self.law, base)
        rows = self._rows[base]
        if rows is None or choices == base:
            return rows
        return revalued(rows, self.law, choices, until=until)

    def _arms(
        self, options: Mapping[str, str], found: Wages | None
    ) -> dict[Measure, Figure | None]:
        open_ = MEASURES[self.governing]
        labor = self._labor(options, found) if found else None
        deduct = options["gross_income_offset"] == "deduct_expenses"
        income = gross_income(self.claim.gains, deduct_expenses=deduct)
        values: dict[Measure, Figure | None] = {
            Measure.GROSS_INCOME: income,
            Measure.VALUE_TO_DEFENDANT: self._value(options, found, income),
            Measure.VALUE_OF_LABOR: labor,
        }
        return {measure: values[measure] if measure in open_ else None for measure in Measure}

    def _value(
        self, options: Mapping[str, str], found: Wages | None, income: Figure | None
    ) -> Figure | None:
        market = market_value(self.claim.gains)
        match options["value_to_defendant_method"]:
            case "avoided_wages" if found is not None:
                return self._unpaid(found)
            case "receipts" if income is not None:
                return income
            case _:
                return market

    def _unpaid(self, found: Wages) -> Figure:
        return found.schedule.total(columns.UNPAID, "unpaid wages, all workweeks")

    def _labor(self, options: Mapping[str, str], found: Wages) -> Figure:
        """Return the value of labor: wages, unpaid or all that were due, and damages on the unpaid ones."""
        unpaid = self._unpaid(found)
        net = options["flsa_arm_net_of_paid"] == "net"
        wages_ = unpaid if net else found.schedule.total(columns.DUE, "wages due, paid or not")
        rule = self.law.rule("measure_1593_b3")
        tips = self._tips_kept(found)
        parts = [wages_] if tips is None else [wages_, tips]
        if options["liquidated_damages"] == "include":
            parts.append(self._damages(unpaid, found))
        return total("value of the victim's labor", *parts, by=rule)

    def _tips_kept(self, found: Wages) -> Figure | None:
        if not found.shape.tips_kept:
            return None
        by = self.law.rule("tips_216_b")
        return found.schedule.total(columns.TIPS_KEPT, "tips kept, all workweeks", by=by)

    def _damages(self, unpaid: Figure, found: Wages) -> Figure:
        tips = self._tips_kept(found)
        if tips is not None:
            unpaid = total("unpaid wages and tips kept", unpaid, tips)
        return liquidated_damages(unpaid, self.law, found.schedule.runs[-1].starts_on)

    def _labor_components(
        self, options: Mapping[str, str], found: Wages | None
    ) -> dict[str, Figure]:
        assert found is not None  # noqa: S101 - labor is the measure only when wages were found
        schedule = found.schedule
        net = options["flsa_arm_net_of_paid"] == "net"
        of, keys = ("unpaid", _UNPAID_PARTS) if net else ("due", _DUE_PARTS)
        parts = {
            component: schedule.total(key, f"{of} {component.replace('_', ' ')}")
            for component, key in keys.items()
            if key in schedule.formulas.index
        }
        if (tips := self._tips_kept(found)) is not None:
            parts["tips_kept"] = tips
        if options["liquidated_damages"] == "include":
            parts["liquidated_damages"] = self._damages(self._unpaid(found), found)
        return parts

    @cached_property
    def _loses_income(self) -> bool:
        return any(loss.category is Category.LOST_INCOME for loss in self.claim.losses)

    def _losses(self, options: Mapping[str, str], *, beside_labor: bool = False) -> Figure:
        """Return the losses; beside labor without the lost income of days whose labor is valued."""
        with_fees = options["attorney_fees"] != "exclude"
        if not beside_labor:
            key: tuple[object, ...] = (with_fees,)
            if key not in self._lost:
                self._lost[key] = losses(self._covered(with_fees=with_fees))
            return self._lost[key]
        choices = wage_choices(self.claim, options)
        key = with_fees, choices.proven_coverage_only, choices.since
        if key not in self._lost:
            self._lost[key] = losses(
                self._covered(with_fees=with_fees),
                without_days_of=counted(self.claim.work, choices),
                since=choices.since,
            )
        return self._lost[key]

    def _covered(self, *, with_fees: bool) -> list[tuple[Loss, Authority]]:
        ended_on = offense_ended_on(self.claim)
        return [
            (loss, self.law.rule(rule))
            for loss in self.claim.losses
            if (rule := loss_rule(self.governing, loss.category, ended_on)) is not None
            and (with_fees or loss.category is not Category.ATTORNEY_FEES)
        ]

    def _total(
        self,
        arms: Mapping[Measure, Figure | None],
        lost: Mapping[Measure | None, Figure],
        measure: Measure | None,
    ) -> Figure:
        by = self.law.rule(ORDER_RULE[self.governing])
        found = {key: figure for key, figure in arms.items() if figure is not None}
        if measure is None:
            return total("restitution", lost[None], by=by)
        if len(found) == 1:
            return total("restitution", lost[measure], found[measure], by=by)
        rule = self.law.rule(GREATER_OF_RULE[self.governing])
        if all(lost[key].value == lost[measure].value for key in found):
            greatest = greater("the greatest of the measures", *found.values(), by=rule)
            return total("restitution", lost[measure], greatest, by=by)
        each = [
            total(f"losses and {key.value.replace('_', ' ')}", lost[key], figure, by=rule)
            for key, figure in found.items()
        ]
        return greater("restitution, the greatest of them", *each, by=by)


def offense_ended_on(claim: Claim) -> dt.date | None:
    """Return the last day of the offenses of conviction; None when any is not dated."""
    days = [conviction.ends_on for conviction in claim.convictions]
    dated = [day for day in days if day is not None]
    return max(dated) if len(dated) == len(days) else None


def _greatest(
    arms: Mapping[Measure, Figure | None], lost: Mapping[Measure | None, Figure]
) -> Measure | None:
    """Return the measure that, with the losses that stand beside it, is greatest.

    Only lost income for days whose labor is valued depends on the measure. Of equals, the value of labor
    is taken, which rests on law.
    """
    present = [
        (figure.value + lost[measure].value, measure)
        for measure, figure in arms.items()
        if figure is not None
    ]
    if not present:
        return None
    highest = max(value for value, _ in present)
    return [measure for value, measure in present if value == highest][-1]
