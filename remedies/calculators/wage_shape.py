"""Which columns a claim's schedule has, and how a column of dollars or of a rate is written.

Authority: as in :mod:`remedies.calculators.wages`.
"""

from dataclasses import dataclass

from remedies.figures import Authority
from remedies.operations import Op, Unit
from remedies.schedule import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What decides which columns a claim's schedule has.

    ``agreed``: any pay was agreed, so that rates are compared. ``guaranty``: any contract guarantees a
    workweek's pay. ``deductions``, ``costs``, ``tips_kept``: any
    of these counts. ``straight_time_rate``, ``rounding`` and ``net_of_paid`` are the positions
    ``straight_time_rate``, ``workweek_rounding`` and ``flsa_arm_net_of_paid``.
    """

    agreed: bool
    guaranty: bool = False
    deductions: bool = False
    costs: bool = False
    tips_kept: bool = False
    straight_time_rate: str = "agreed"
    rounding: str = "exact"
    net_of_paid: bool = True


def rate_column(key: str, name: str, op: Op, operands: tuple[str, ...], *by: Authority) -> Column:
    """Return a column of dollars an hour."""
    unit = Unit.USD_PER_HOUR
    return Column(key=key, name=name, unit=unit, op=op, operands=operands, authority=by)


def usd_column(
    key: str, name: str, op: Op, operands: tuple[str, ...], *authority: Authority
) -> Column:
    """Return a column of dollars."""
    return Column(key=key, name=name, unit=Unit.USD, op=op, operands=operands, authority=authority)
