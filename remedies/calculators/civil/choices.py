"""Which option of each position a civil claim takes: the claim's, else its circuit's, else the default."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from remedies.calculators.choices import Choice, ChosenBy
from remedies.errors import LawNotEncodedError, Problem
from remedies.facts.civil import Civil
from remedies.law import Law, Position

USED = (
    "ca_liquidated_base",
    "ca_liquidated_good_faith",
    "ca_wage_interest_rate",
    "civil_wage_comparison_span",
    "civil_wage_rounding_interest",
    "federal_and_state_liquidated",
    "flsa_equitable_tolling",
    "flsa_prejudgment_interest",
    "ny_interest_start",
    "state_discretionary_damages",
)
"""The positions on which a civil claim's figures rest."""

NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CivilChoices:
    """The option taken of every position that a civil claim uses."""

    taken: Mapping[str, Choice]

    def option(self, key: str) -> str:
        """Return the option taken of one position."""
        return self.taken[key].option


def civil_choices(
    law: Law, circuit: str | None, positions: Mapping[str, str] = NONE
) -> CivilChoices:
    """Return the options taken.

    Args:
        law: the register of positions.
        circuit: whose decisions are followed where nothing is named.
        positions: the options that the claim names; they are known.

    """
    register = law.all_positions()
    return CivilChoices({key: _choice(register[key], positions, circuit) for key in USED})


def _choice(position: Position, named: Mapping[str, str], circuit: str | None) -> Choice:
    if position.key in named:
        return Choice(position, named[position.key], ChosenBy.CLAIM)
    decided = position.circuits.get(circuit or "")
    if decided is not None and position.options[decided].computed:
        return Choice(position, decided, ChosenBy.CIRCUIT)
    return Choice(position, position.default, ChosenBy.DEFAULT)


def civil_law_problems(civil: Civil, law: Law) -> Iterator[Problem]:
    """Yield the tiers that a civil claim names and the law does not know."""
    for key, tier in civil.tiers.items():
        try:
            tiers = law.item(key).tiers
        except LawNotEncodedError:
            why = "is not the key of an encoded item of law"
            yield Problem(f"civil.tiers.{key}", "unknown_item", why)
            continue
        if tier not in tiers:
            why = f"has no such tier; its tiers are {', '.join(tiers) or 'none'}"
            yield Problem(f"civil.tiers.{key}", "unknown_tier", why)
