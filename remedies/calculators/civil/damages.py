"""Damages on unpaid wages under a state's law: what the recovery comes to beyond the wages.

Authority:
    The item ``wage_damages`` of each state, read as :mod:`remedies.calculators.civil.provisions` says.
    Cal. Lab. Code § 1194.2: minimum wages once more, with interest; good faith and reasonable grounds.

The law of the workweek's first day decides, so that no newer law reaches older work. Of several rules that
reach one part of the wages the one that gives most is taken, once.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from remedies.calculators.civil.choices import CivilChoices
from remedies.calculators.civil.limitation import Limit
from remedies.calculators.civil.provisions import (
    BEYOND,
    LEAST_IN_GOOD_FAITH,
    USES,
    Part,
    Use,
)
from remedies.calculators.civil.weeks import NO_LIMIT, Refusals
from remedies.errors import LawNotEncodedError
from remedies.facts.civil import Civil
from remedies.figures import Figure, excess, given, lawful
from remedies.law import Law, Version
from remedies.operations import ONE, ZERO, Unit

NO_DAMAGES = given("no damages beyond the wages", ZERO, Unit.RATIO)
THE_WAGES = given("the wages themselves, counted already", ONE, Unit.RATIO)


@dataclass(frozen=True, slots=True)
class Right:
    """What a part of the wages carries: damages as a multiple beyond it, and whether it bears interest."""

    extra: Figure
    interest: bool


class StateDamages:
    """The damages of one state, by part of the wages and by day."""

    def __init__(
        self, state: str, law: Law, civil: Civil, choices: CivilChoices, refusals: Refusals
    ) -> None:
        """Take the state's key, the law, what is proven and the options taken."""
        self.state = state
        self._law = law
        self._civil = civil
        self._choices = choices
        self._refusals = refusals
        self._made: dict[tuple[int, bool], Right] = {}
        self.applied: dict[int, Version] = {}

    @property
    def key(self) -> str:
        """The key of the state's item."""
        return f"{self.state}.wage_damages"

    def reaches(self, part: Part) -> bool:
        """Return whether the state's law lets the worker claim a part of the wages: agreed pay, or not."""
        return part is not Part.AGREED or any(part in use.parts for use in self._uses(part))

    def of(self, part: Part, week: dt.date) -> Right:
        """Return what a part of a workweek's wages carries; what is not encoded is refused and left out."""
        versions = self._versions(part, week)
        if not versions:
            return Right(NO_DAMAGES, interest=True)
        best = max(versions, key=lambda version: self._right(version).extra.value)
        self.applied.setdefault(id(best), best)
        if self.state in BEYOND:
            self._refusals.add(f"damages beyond the multiple in {self.state}", BEYOND[self.state])
        return self._right(best)

    def limit(self, part: Part) -> Limit:
        """Return the years in which a claim for a part must be brought, by the law of the day of filing."""
        willful, years = self._civil.willful, "limitation_years"
        for use in self._uses(part):
            try:
                version = self._law.item(self.key).on(self._civil.filed_on, use.tier or None)
            except LawNotEncodedError:
                continue
            names = (f"{years}_if_willful", years) if willful else (years,)
            for found in (version.terms.get(name) for name in names):
                if isinstance(found, Fraction):
                    return Limit(found, (version.authority,))
        self._refusals.add(
            f"limitation of {part.value.replace('_', ' ')} in {self.state}", NO_LIMIT
        )
        return Limit(None, why=NO_LIMIT)

    def _uses(self, part: Part) -> Iterator[Use]:
        for use in USES.get(self.state, ()):
            if part in use.parts and (self._civil.willful or not use.willful):
                yield use

    def _versions(self, part: Part, week: dt.date) -> list[Version]:
        found: list[Version] = []
        errors: list[LawNotEncodedError] = []
        for use in self._uses(part):
            try:
                found.append(self._law.item(self.key).on(week, use.tier or None))
            except LawNotEncodedError as error:
                errors.append(error)
        what = f"damages on {part.value.replace('_', ' ')} in {self.state}"
        for refused in errors:
            self._refusals.law(what, refused, week)
        if not found and not errors:
            why = (
                "no rule that yields a multiple is encoded for it, or it needs a willful violation"
            )
            self._refusals.add(what, why, week)
        return found

    def _right(self, version: Version) -> Right:
        good_faith = self._excused(version)
        key = id(version), good_faith
        if key not in self._made:
            multiple = self._multiple(version)
            if good_faith:
                multiple = min(multiple, LEAST_IN_GOOD_FAITH.get(self.state, ONE))
            plain = multiple <= 1
            extra = NO_DAMAGES if plain else self._extra(multiple, version)
            self._made[key] = Right(extra, interest=plain or "interest" in version.terms)
        return self._made[key]

    def _extra(self, multiple: Fraction, version: Version) -> Figure:
        name = f"recovery in all, as a multiple ({version.name})"
        whole = lawful(name, multiple, Unit.RATIO, version.authority)
        return excess("damages beyond the wages, as a multiple", whole, THE_WAGES)

    def _multiple(self, version: Version) -> Fraction:
        """Return the multiple that the law gives; what it leaves to a court counts by position only."""
        terms = version.terms
        fixed, most = terms.get("multiple"), terms.get("multiple_at_most")
        required = isinstance(fixed, Fraction) and not str(terms.get("mandatory", "")).startswith(
            "No"
        )
        if required and isinstance(fixed, Fraction):
            return fixed
        open_ = fixed if isinstance(fixed, Fraction) else most
        if not isinstance(open_, Fraction):
            return ONE
        if self._choices.option("state_discretionary_damages") == "most":
            return open_
        why = (
            f"up to {open_} times in all, how much a court or the days that pass decide: not counted, by "
            "position"
        )
        self._refusals.add(f"discretionary damages in {self.state}", why)
        return ONE

    def _excused(self, version: Version) -> bool:
        """Return whether good faith that was shown takes the damages away."""
        defense = str(version.terms.get("good_faith_defense", "None."))
        if not self._civil.good_faith_shown or defense.startswith("None"):
            return False
        reduced = self._choices.option("ca_liquidated_good_faith") == "reduced"
        return self.state != "us-ca" or reduced
