"""What a reader must know beside the figure: doubts that are no error."""

from collections.abc import Iterator, Mapping

from remedies.calculators.choices import Choice, ChosenBy
from remedies.calculators.losses import loss_rule, needs_bodily_injury
from remedies.calculators.measures import (
    CRIMES,
    FIRST_DAY,
    Measure,
    Regime,
    by_chapter,
    governed_by,
    regime,
)
from remedies.calculators.minimum_wage import (
    differs_by_tier,
    place_key,
    places_encoded,
    unreachable,
)
from remedies.calculators.restitution import Outcome, offense_ended_on
from remedies.calculators.work_warnings import Warned, work_warnings
from remedies.facts import Category, Claim, Conviction, MarketValue, Receipts, Salary
from remedies.figures import Checked
from remedies.law import Item, Law
from remedies.law.items import GENERAL
from remedies.operations import Op

__all__ = ["Warned", "warnings"]


def warnings(
    claim: Claim, law: Law, outcome: Outcome, taken: Mapping[str, Choice]
) -> Iterator[Warned]:
    """Yield everything about a claim's figure that a reader should check."""
    yield from _dates(claim, law)
    yield from _pay(claim, outcome, taken)
    yield from _losses(claim, taken)
    yield from _measure(claim, outcome)
    yield from _sex_acts(claim, outcome)
    yield from _positions(taken)
    yield from _statutes(claim)
    yield from work_warnings(claim)
    yield from _places(claim, law, taken)
    yield from _authorities(outcome)


def _dates(claim: Claim, law: Law) -> Iterator[Warned]:
    governing = regime(claim.convictions)
    own = [c for c in claim.convictions if governed_by(c) is governing]
    dated = [c for c in own if c.begins_on and c.ends_on]
    confirmed_on = law.item("us.minimum_wage").confirmed_on
    for i, period in enumerate(claim.work):
        if len(dated) == len(own) and not any(
            c.begins_on <= period.begins_on and period.ends_on <= c.ends_on  # type: ignore[operator]
            for c in dated
        ):
            why = (
                "some of this work lies outside the dates of every conviction; restitution is for "
                "the offense of conviction (18 U.S.C. §§ 1593(c), 3663A(a)(1))"
            )
            yield Warned("work_outside_conviction", why, f"work[{i}]")
        if period.ends_on > confirmed_on:
            why = (
                "the federal minimum wage in force was last confirmed on "
                f"{confirmed_on.isoformat()}; check it for the days after"
            )
            yield Warned("rate_not_reconfirmed", why, f"work[{i}].to")


def _statutes(claim: Claim) -> Iterator[Warned]:
    for i, conviction in enumerate(claim.convictions):
        field = f"convictions[{i}]"
        chapter = by_chapter(conviction)
        first_day = FIRST_DAY.get(chapter)
        if first_day is not None and conviction.ends_on is None:
            why = f"without the offense's dates, {chapter.value} is taken to apply as it is today"
            yield Warned("conviction_undated", why, field)
        elif governed_by(conviction) is not chapter:
            why = (
                f"the offense ended before {first_day}, when {chapter.value} became law; restitution is "
                "punishment (Ellingburg v. United States, No. 24-482, known from summaries), so the older "
                "statutes are applied"
            )
            yield Warned("offense_before_statute", why, field)
        elif first_day is not None and conviction.begins_on and conviction.begins_on < first_day:
            why = (
                f"the offense began before {first_day}, when {chapter.value} became law; check which days "
                "count"
            )
            yield Warned("offense_began_before_statute", why, field)
        if chapter is Regime.PROMOTION and not conviction.statute.paragraph.startswith("(b)(2)"):
            why = (
                "18 U.S.C. § 2421A(d) orders restitution for violations of subsection (b)(2) only"
            )
            yield Warned("promotion_paragraph", why, field)
        if chapter is Regime.GENERAL:
            yield Warned("order_conditional", _conditional(conviction), field)


def _conditional(conviction: Conviction) -> str:
    if conviction.statute.title == CRIMES:
        return (
            "restitution is mandatory only where 18 U.S.C. § 3663A(c) describes the offense; otherwise it "
            "is ordered under § 3663, by discretion or agreement"
        )
    return (
        "18 U.S.C. § 3663 reaches offenses of title 18 and some others that it lists; for this title look "
        "for a plea agreement (§ 3663(a)(3)) or a condition of supervision"
    )


def _places(claim: Claim, law: Law, taken: Mapping[str, Choice]) -> Iterator[Warned]:
    placed = {i: period for i, period in enumerate(claim.work) if place_key(period.place)}
    if taken["1593_wage_law"].option == "higher_state":
        for i, period in placed.items():
            for key in places_encoded([period], law):
                item = law.item(key)
                if period.ends_on > item.confirmed_on:
                    why = f"the {item.name} was last confirmed on {item.confirmed_on}; check it after"
                    yield Warned("rate_not_reconfirmed", why, f"work[{i}].to")
            for item in differs_by_tier(period, law):
                why = f"the {item.name} is not one for all; the general one is taken, and {_other(item)}"
                yield Warned("place_tier_not_named", why, f"work[{i}].place_tier")
    for hole in unreachable(placed, law):
        why = f"whether a higher state or local minimum wage moves the figure is not known: {hole.message}"
        yield Warned("state_wage_not_compared", why, hole.field)


def _other(item: Item) -> str:
    return f"place_tier may name {', '.join(tier for tier in item.tiers if tier != GENERAL)}"


def _pay(claim: Claim, outcome: Outcome, taken: Mapping[str, Choice]) -> Iterator[Warned]:
    for i, period in enumerate(claim.work):
        if isinstance(period.pay, Salary) and period.pay.covers_hours is None:
            option = taken["salary_covers"].option.replace("_", " ")
            why = (
                "the claim does not say which hours the salary covers; the position salary_covers "
                f"takes {option}"
            )
            yield Warned("salary_hours_by_position", why, f"work[{i}].pay.covers_hours")
    if outcome.wages:
        for day in outcome.wages.stray_payments:
            why = (
                f"a payment belongs to the workweek of {day.isoformat()}, in which no hours count; "
                "it is credited to no other workweek (29 C.F.R. § 778.104); name the work it was for"
            )
            yield Warned("payment_credits_nothing", why, "work")


def _losses(claim: Claim, taken: Mapping[str, Choice]) -> Iterator[Warned]:
    exclude = taken["lost_income_overlap"].option == "exclude_same_days"
    governing, ended_on = regime(claim.convictions), offense_ended_on(claim)
    for i, loss in enumerate(claim.losses):
        undated = loss.begins_on is None or loss.ends_on is None
        if loss.category is Category.LOST_INCOME and exclude and undated and claim.work:
            why = "without dates, lost income cannot be checked against the days of valued labor"
            yield Warned("lost_income_undated", why, f"losses[{i}]")
        rule = loss_rule(governing, loss.category, ended_on)
        if governing is Regime.GENERAL and rule is not None:
            yield Warned("loss_conditional", _condition(rule), f"losses[{i}]")
    if governing is Regime.TRANSPORTATION and claim.losses:
        why = (
            "18 U.S.C. § 2429(b)(3) refers to § 2259(b)(3), which has defined no losses since December "
            "7, 2018; the losses are taken as § 2259 lists them today"
        )
        yield Warned("loss_definition_mismatch", why, "losses")


def _condition(rule: str) -> str:
    if needs_bodily_injury(rule):
        return "18 U.S.C. § 3663A(b)(2) covers this where the offense resulted in bodily injury"
    return (
        "18 U.S.C. § 3663A(b)(4) covers this as an expense of taking part in the investigation, the "
        "prosecution or the proceedings"
    )


def _measure(claim: Claim, outcome: Outcome) -> Iterator[Warned]:
    governing = regime(claim.convictions)
    if governing is Regime.TRAFFICKING and outcome.measure is None:
        why = (
            "§ 1593(b)(3) adds the greater of three values, and the claim has facts for none: give "
            "work (hours and pay), or gains (receipts, acts and prices, market value)"
        )
        yield Warned("no_measure", why, "work")
    if governing in {Regime.GENERAL, Regime.PROMOTION} and (claim.work or claim.gains):
        why = (
            "the claim gives work or gains, but no statute of conviction opens a measure that counts them; "
            "check the statute"
        )
        yield Warned("measure_closed", why, "convictions")
    if outcome.measure is Measure.VALUE_OF_LABOR and not claim.gains:
        why = (
            "the claim has no facts about what the defendant took in; a greater gross income or "
            "value to the defendant would replace the value of labor"
        )
        yield Warned("gains_not_given", why, "gains")


def _sex_acts(claim: Claim, outcome: Outcome) -> Iterator[Warned]:
    if regime(claim.convictions) is not Regime.TRANSPORTATION or outcome.measure is None:
        return
    for i, gain in enumerate(claim.gains):
        if isinstance(gain, Receipts | MarketValue):
            why = (
                "18 U.S.C. § 2429(b)(1) counts this only where the victim's services were commercial sex "
                "acts; check that it came from those"
            )
            yield Warned("commercial_sex_only", why, f"gains[{i}]")


def _positions(taken: Mapping[str, Choice]) -> Iterator[Warned]:
    for key, choice in taken.items():
        if choice.chosen_by is ChosenBy.CLAIM and choice.position.scope == "order":
            why = "this choice is made in the order; it does not change the victim's figure"
            yield Warned("position_for_the_order", why, f"positions.{key}")


DOUBTS = {
    Checked.SECONDARY: "known from a secondary source only",
    Checked.SINGLE_SOURCE: "known from one publication only",
    Checked.PARTIAL: "read in part only",
    Checked.CONFLICT: "its sources disagree",
    Checked.UNVERIFIED: "not confirmed against any source",
}


def _authorities(outcome: Outcome) -> Iterator[Warned]:
    doubted = {
        authority.citation: authority.checked
        for line in outcome.total.leaves()
        if line.op is Op.LAW
        for authority in line.authority
        if authority.checked in DOUBTS
    }
    for citation, checked in doubted.items():
        yield Warned("law_not_confirmed", f"{citation}: {DOUBTS[checked]}", "")
