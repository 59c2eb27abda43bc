"""Theories side by side: the same facts under several sets of positions.

Authority:
    18 U.S.C. § 1593(b)(3): the amount that every theory computes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from remedies.calculators.restitution import Outcome
from remedies.figures import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One theory computed: the options on which it differs from the claim's own, and what follows.

    The claim's own positions are the first theory of every table; its name is empty.
    """

    name: str
    differs: Mapping[str, str]
    outcome: Outcome
    components: Mapping[str, Figure]


def differences(own: Mapping[str, str], options: Mapping[str, str]) -> dict[str, str]:
    """Return the options of a theory that are not the claim's own, by position."""
    return {key: option for key, option in options.items() if own[key] != option}
