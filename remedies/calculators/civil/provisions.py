"""Which encoded provision on damages reaches which part of the unpaid wages, state by state.

Authority:
    The item ``wage_damages`` of each state: its terms say what the recovery comes to in all, as a multiple.

The terms name multiples; only their words say for which violation and on what condition. This table
is that reading, and nothing else: a state that is not in it, or whose rule is encoded in words without a
multiple, is not computed. A multiple that the law leaves to a court is not counted unless the position
``state_discretionary_damages`` takes it.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Part(StrEnum):
    """A part of the unpaid wages of a workweek, each with its own right to damages."""

    MINIMUM = "minimum_wages"
    AGREED = "straight_time_above_minimum"
    OVERTIME = "overtime"
    SPREAD = "spread_of_hours"


@dataclass(frozen=True, slots=True)
class Use:
    """One tier of a state's item, the parts of the wages that it reaches, whether it needs willfulness."""

    tier: str
    parts: frozenset[Part]
    willful: bool = False


_MINIMUM = frozenset({Part.MINIMUM, Part.SPREAD})
_OVERTIME = frozenset({Part.OVERTIME})
_AGREED = frozenset({Part.AGREED})
_WAGE_LAW = _MINIMUM | _OVERTIME
_ALL = frozenset(Part)
_BY_TIER = (
    Use("minimum_wage", _MINIMUM),
    Use("overtime", _OVERTIME),
    Use("unpaid_wages", _AGREED),
)

USES: dict[str, tuple[Use, ...]] = {
    "us-ak": _BY_TIER[:2],
    "us-ar": (Use("", _WAGE_LAW, willful=True),),
    "us-az": (_BY_TIER[0], _BY_TIER[2]),
    "us-ca": _BY_TIER,
    "us-ct": _BY_TIER,
    "us-dc": _BY_TIER,
    "us-de": (Use("", _MINIMUM | _AGREED),),
    "us-fl": (Use("", _MINIMUM),),
    "us-ga": (Use("", _MINIMUM),),
    "us-hi": (
        *_BY_TIER[:2],
        Use("minimum_wage_willful", _MINIMUM, willful=True),
        Use("overtime_willful", _OVERTIME, willful=True),
    ),
    "us-ia": (Use("", _MINIMUM | _AGREED, willful=True),),
    "us-id": (Use("", _MINIMUM | _AGREED),),
    "us-il": (Use("", _WAGE_LAW),),
    "us-ks": (Use("", _ALL, willful=True),),
    "us-ma": _BY_TIER,
    "us-md": (*_BY_TIER[:2], Use("unpaid_wages", _ALL)),
    "us-me": (Use("", _ALL),),
    "us-mi": (Use("", _WAGE_LAW),),
    "us-mo": (Use("", _WAGE_LAW),),
    "us-mt": (Use("", _ALL),),
    "us-nc": (Use("", _ALL),),
    "us-nh": (Use("", _ALL, willful=True),),
    "us-nj": _BY_TIER,
    "us-nm": (Use("", _MINIMUM),),
    "us-nv": (Use("", _MINIMUM),),
    "us-ny": _BY_TIER,
    "us-oh": (Use("", _MINIMUM),),
    "us-pa": (Use("", _ALL),),
    "us-pr": (Use("", _MINIMUM),),
    "us-ri": (Use("", _ALL),),
    "us-sc": (Use("", _AGREED),),
    "us-tx": (Use("", _MINIMUM),),
    "us-ut": (_BY_TIER[0],),
    "us-va": (
        _BY_TIER[0],
        Use("unpaid_wages", _MINIMUM | _AGREED),
        Use("unpaid_wages_knowing", _MINIMUM | _AGREED, willful=True),
    ),
    "us-wa": (*_BY_TIER[:2], Use("unpaid_wages", _ALL, willful=True)),
    "us-wv": (Use("", _WAGE_LAW),),
    "us-wy": (Use("", _MINIMUM),),
}

LEAST_IN_GOOD_FAITH = {"us-dc": Fraction(2)}
"""Where good faith leaves more than the wages: in the District never less than an equal amount besides."""

BEYOND = {
    "us-dc": "statutory penalties are not counted",
    "us-id": "what Idaho Code § 45-615(2) gives with penalties, where it is more, is not counted",
    "us-il": "the further five percent of the underpayment a month is not counted",
    "us-pa": "the least sum of $500 is not counted",
}
"""What the words of a rule give beyond its multiple."""

WITH_INTEREST = frozenset({"us-ca"})
"""Where the damages repeat the interest on the unpaid minimum wages too (position ca_liquidated_base)."""

COMPOUND = frozenset({"us-co"})
"""Where interest is compounded, which is not computed here."""

CONSECUTIVE = frozenset({"us-co"})
"""Where hours in a row across midnight have a limit of their own, which is not looked for here."""

SEVENTH_DAY = frozenset({"us-ca"})
"""Where the rule of the seventh day is computed; elsewhere its words are shown and it is not."""
