"""Which option of each position collection takes: the one named, else the circuit's, else the default.

Authority:
    The items of the register of positions under ``collection``, each with its own authorities.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from remedies.calculators.choices import Choice, ChosenBy
from remedies.errors import FactsError, Problem
from remedies.law import Law, Position

USED = (
    "default_day_count",
    "default_penalty_base",
    "holiday_on_a_weekend",
    "interest_waiver_after_sentencing",
    "joint_interest",
    "judgment_payment_application",
    "restitution_interest_day_count",
    "restitution_interest_rate",
    "restitution_lien_1593",
    "restitution_term_ex_post_facto",
)
"""The positions on which interest, penalties and the days of collection rest."""

_LAWS_KEPT = 8
NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CollectionChoices:
    """The option taken of every position that collection uses; made once, and used for every defendant."""

    taken: Mapping[str, Choice]

    def option(self, key: str) -> str:
        """Return the option taken of one position."""
        return self.taken[key].option


def collection_choices(
    law: Law, circuit: str | None = None, positions: Mapping[str, str] = NONE
) -> CollectionChoices:
    """Return the options taken.

    Args:
        law: the register of positions.
        circuit: whose decisions are followed where nothing is named.
        positions: the options named.

    Raises:
        FactsError: a position or an option of it is not known, or not computed.

    """
    register = _register(law)
    problems = [
        Problem(f"positions.{key}", "unknown", why)
        for key, option in positions.items()
        if (why := _why_not(register, key, option))
    ]
    if problems:
        raise FactsError(problems)
    return CollectionChoices({key: _choice(register[key], positions, circuit) for key in USED})


@lru_cache(maxsize=_LAWS_KEPT)
def _register(law: Law) -> Mapping[str, Position]:
    return law.all_positions()


def _why_not(register: Mapping[str, Position], key: str, option: str) -> str:
    if key not in USED:
        return f"is not a position of collection; those are {', '.join(USED)}"
    computed = {entry.key for entry in register[key].alternatives}
    return "" if option in computed else f"is none of {', '.join(sorted(computed))}"


def _choice(position: Position, named: Mapping[str, str], circuit: str | None) -> Choice:
    if position.key in named:
        return Choice(position, named[position.key], ChosenBy.CLAIM)
    decided = position.circuits.get(circuit or "")
    if decided is not None and position.options[decided].computed:
        return Choice(position, decided, ChosenBy.CIRCUIT)
    return Choice(position, position.default, ChosenBy.DEFAULT)
