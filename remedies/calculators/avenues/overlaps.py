"""Which remedies pay for the same loss, each pair with the rule that keeps it from being paid twice.

A pair is told on both sides.

Authority:
    18 U.S.C. § 3664(j)(1), (2): what others paid, and what is recovered later as compensatory damages.
    18 U.S.C. § 1594(f)(3): a transfer pays the victim and leaves the offender's debt.
    28 C.F.R. § 9.8: no remission for what was made good (not read).
    29 U.S.C. § 216(c), and Fact Sheet #44 of the U.S. Department of Labor, Wage and Hour Division: what
    the Department collects, and who sues.
    29 U.S.C. § 218(a): the higher wage prevails.
    34 U.S.C. § 20102(e): what another federal program would pay, that program pays.
"""

from itertools import product
from typing import Final

from remedies.calculators.avenues.remedy import Avenue

_ORDERED: Final = (
    Avenue.RESTITUTION_1593,
    Avenue.RESTITUTION_2429,
    Avenue.RESTITUTION_3663A,
)
_RECOVERED: Final = (
    Avenue.CIVIL_1595,
    Avenue.CIVIL_2255,
    Avenue.CIVIL_STATE,
    Avenue.CIVIL_RICO,
    Avenue.WAGES_FLSA,
    Avenue.WAGES_STATE,
    Avenue.WAGES_MSPA,
    Avenue.DISCRIMINATION_EEOC,
)
"""What is had in a civil proceeding, of which § 3664(j)(2) speaks; a complaint to an agency is none."""

_PAIRS: Final[tuple[tuple[Avenue, Avenue, str], ...]] = (
    *((one, other, "later_recovery_3664_j2") for one, other in product(_ORDERED, _RECOVERED)),
    *((one, Avenue.COMPENSATION_STATE, "compensation_last_3664_j1") for one in _ORDERED),
    (Avenue.RESTITUTION_1593, Avenue.FORFEITURE_TRANSFER, "forfeiture_not_reduced_1594_f3"),
    *((one, Avenue.REMISSION, "remission_not_compensated_9_8") for one in _ORDERED),
    (Avenue.WAGES_FLSA, Avenue.WAGES_DOL, "flsa_waiver_216_c"),
    (Avenue.WAGES_FLSA, Avenue.WAGES_DOL, "whd_or_suit"),
    (Avenue.WAGES_FLSA, Avenue.WAGES_STATE, "higher_standard_218_a"),
)


def overlaps(avenue: Avenue) -> tuple[tuple[Avenue, str], ...]:
    """Return the remedies that pay for the same loss as one does, each with its rule."""
    return tuple(
        (other if one is avenue else one, rule)
        for one, other, rule in _PAIRS
        if avenue in (one, other)
    )
