"""The columns of the wage schedule: one formula each, in the order in which a reader checks them.

Authority: as in :mod:`remedies.calculators.wages`.
"""

from functools import cache

from remedies.figures import Authority
from remedies.law import Law
from remedies.operations import Op, Unit
from remedies.schedule import Column, Formulas

HOURS = "hours"
RATE = "rate"
STRAIGHT_TIME = "straight_time"
DUE = "due"
PAID = "paid"
UNPAID = "unpaid"
UNPAID_MINIMUM = "unpaid_minimum_wages"
UNPAID_AGREED = "unpaid_above_minimum"
UNPAID_OVERTIME = "unpaid_overtime"
DUE_MINIMUM = "due_minimum_wages"
DUE_AGREED = "due_above_minimum"
DUE_OVERTIME = "due_overtime"

_AGREED_RATE, _MINIMUM_RATE = "agreed_rate", "minimum_rate"
_OVERTIME_HOURS, _PREMIUM = "overtime_hours", "overtime_premium"
_AT_MINIMUM = "minimum_straight_time"
_UP_TO = "hours_up_to_threshold"


@cache
def wage_formulas(
    law: Law, *, agreed: bool, straight_time_rate: str, net_of_paid: bool
) -> Formulas:
    """Return the schedule's columns for a claim.

    Args:
        law: for the authorities of the columns.
        agreed: whether any pay was agreed, so that rates are compared.
        straight_time_rate: ``agreed`` or ``minimum``, the position of that name: whether straight time of
            hours up to the overtime threshold is owed at an agreed rate above the minimum wage.
        net_of_paid: the position ``flsa_arm_net_of_paid``; without it the wages due are split as well.

    """
    columns = _Columns(law, agreed=agreed)
    if agreed and straight_time_rate == "minimum":
        found = columns.minimum_first()
    else:
        found = columns.straight_time_first()
    return Formulas([*columns.facts(), *found, *([] if net_of_paid else columns.parts_of_due())])


class _Columns:
    """The columns of one claim's schedule, in the order of their formulas."""

    def __init__(self, law: Law, *, agreed: bool) -> None:
        self.agreed = agreed
        self.minimum_rate = _MINIMUM_RATE if agreed else RATE
        self.minimum_wage = law.rule("minimum_wage_206_a")
        self.overtime = law.rule("overtime_207_a_1")
        self.regular_rate = law.rule("regular_rate_778_109")
        self.straight_first = law.rule("straight_time_first_778_315")

    def facts(self) -> list[Column]:
        """What each row brings."""
        rate, by = Unit.USD_PER_HOUR, (self.minimum_wage,)
        rates = (
            [
                Column(key=_AGREED_RATE, name="regular rate agreed", unit=rate),
                Column(key=_MINIMUM_RATE, name="minimum wage", unit=rate, authority=by),
            ]
            if self.agreed
            else [Column(key=RATE, name="rate owed", unit=rate, authority=by)]
        )
        return [
            Column(key=HOURS, name="hours worked", unit=Unit.HOUR),
            *rates,
            Column(key="overtime_after", name="overtime after", unit=Unit.HOUR),
            Column(key="overtime_half", name="overtime premium, as a multiple", unit=Unit.RATIO),
            Column(key=PAID, name="wages paid", unit=Unit.USD),
        ]

    def straight_time_first(self) -> list[Column]:
        """Straight time for every hour at the rate owed, then overtime; pay is credited in that order."""
        unpaid_straight = UNPAID_MINIMUM if not self.agreed else "unpaid_straight_time"
        columns = [
            *self._rate_owed(),
            _usd(STRAIGHT_TIME, "straight time", Op.PRODUCT, (RATE, HOURS), self.minimum_wage),
            *self._premium(),
            *_due(),
            _usd(UNPAID, "unpaid wages", Op.EXCESS, (DUE, PAID), self.straight_first),
            *self._net(STRAIGHT_TIME, unpaid_straight, "unpaid straight time"),
        ]
        if self.agreed:
            columns += [
                self._at_minimum(HOURS),
                *self._net(_AT_MINIMUM, UNPAID_MINIMUM, "unpaid minimum wages"),
                _usd(
                    UNPAID_AGREED,
                    "unpaid straight time above the minimum wage",
                    Op.EXCESS,
                    (unpaid_straight, UNPAID_MINIMUM),
                ),
            ]
        columns.append(
            _usd(UNPAID_OVERTIME, "unpaid overtime", Op.EXCESS, (UNPAID, unpaid_straight))
        )
        return columns

    def minimum_first(self) -> list[Column]:
        """The minimum wage for hours up to the threshold, overtime pay for the rest.

        Pay is credited to hours up to the threshold at the agreed rate, which it was paid for, and what is
        left to overtime pay: one and one-half times the regular rate, never less (29 U.S.C. § 207(a)(1)).
        """
        return [*self._due_minimum_first(), *self._unpaid_minimum_first()]

    def _due_minimum_first(self) -> list[Column]:
        return [
            *self._rate_owed(),
            *self._premium(),
            Column(
                key=_UP_TO,
                name="hours up to the threshold",
                unit=Unit.HOUR,
                op=Op.EXCESS,
                operands=(HOURS, _OVERTIME_HOURS),
            ),
            self._at_minimum(_UP_TO),
            _usd("overtime_straight", "overtime at the rate", Op.PRODUCT, (RATE, _OVERTIME_HOURS)),
            _usd(STRAIGHT_TIME, "straight time", Op.TOTAL, (_AT_MINIMUM, "overtime_straight")),
            *_due(),
            _usd(
                "overtime_pay",
                "overtime pay",
                Op.TOTAL,
                ("overtime_straight", _PREMIUM),
                self.overtime,
            ),
        ]

    def _unpaid_minimum_first(self) -> list[Column]:
        return [
            _usd("agreed_for_hours", "agreed pay up to the threshold", Op.PRODUCT, (RATE, _UP_TO)),
            _usd("paid_for_overtime", "paid beyond that", Op.EXCESS, (PAID, "agreed_for_hours")),
            _usd(
                "unpaid_overtime_exact",
                "unpaid overtime before rounding",
                Op.EXCESS,
                ("overtime_pay", "paid_for_overtime"),
                self.overtime,
            ),
            *self._net(_AT_MINIMUM, UNPAID_MINIMUM, "unpaid minimum wages"),
            _usd(
                "unpaid_exact",
                "unpaid wages before rounding",
                Op.TOTAL,
                (f"{UNPAID_MINIMUM}_exact", "unpaid_overtime_exact"),
            ),
            _usd(UNPAID, "unpaid wages", Op.TO_CENTS, ("unpaid_exact",)),
            _usd(UNPAID_OVERTIME, "unpaid overtime", Op.EXCESS, (UNPAID, UNPAID_MINIMUM)),
        ]

    def parts_of_due(self) -> list[Column]:
        """What wages due are made of, paid or not."""
        minimum = _AT_MINIMUM if self.agreed else STRAIGHT_TIME
        return [
            _usd("due_straight_time", "straight time due", Op.TO_CENTS, (STRAIGHT_TIME,)),
            _usd(DUE_MINIMUM, "minimum wages due", Op.TO_CENTS, (minimum,)),
            _usd(
                DUE_AGREED,
                "straight time due above the minimum wage",
                Op.EXCESS,
                ("due_straight_time", DUE_MINIMUM),
            ),
            _usd(DUE_OVERTIME, "overtime due", Op.EXCESS, (DUE, "due_straight_time")),
        ]

    def _rate_owed(self) -> list[Column]:
        if not self.agreed:
            return []
        return [
            Column(
                key=RATE,
                name="rate owed",
                unit=Unit.USD_PER_HOUR,
                op=Op.GREATER,
                operands=(_AGREED_RATE, _MINIMUM_RATE),
                authority=(self.minimum_wage, self.regular_rate),
            )
        ]

    def _premium(self) -> list[Column]:
        return [
            Column(
                key=_OVERTIME_HOURS,
                name="overtime hours",
                unit=Unit.HOUR,
                op=Op.EXCESS,
                operands=(HOURS, "overtime_after"),
                authority=(self.overtime,),
            ),
            Column(
                key="premium_rate",
                name="overtime premium rate",
                unit=Unit.USD_PER_HOUR,
                op=Op.PRODUCT,
                operands=(RATE, "overtime_half"),
                authority=(self.overtime,),
            ),
            _usd(
                _PREMIUM,
                "overtime premium",
                Op.PRODUCT,
                ("premium_rate", _OVERTIME_HOURS),
                self.overtime,
            ),
        ]

    def _at_minimum(self, hours: str) -> Column:
        name = "straight time at the minimum wage"
        return _usd(_AT_MINIMUM, name, Op.PRODUCT, (self.minimum_rate, hours), self.minimum_wage)

    def _net(self, gross: str, key: str, name: str) -> list[Column]:
        exact = f"{key}_exact"
        return [
            _usd(exact, f"{name} before rounding", Op.EXCESS, (gross, PAID), self.straight_first),
            _usd(key, name, Op.TO_CENTS, (exact,)),
        ]


def _due() -> list[Column]:
    return [
        _usd("due_exact", "wages due before rounding", Op.TOTAL, (STRAIGHT_TIME, _PREMIUM)),
        _usd(DUE, "wages due", Op.TO_CENTS, ("due_exact",)),
    ]


def _usd(key: str, name: str, op: Op, operands: tuple[str, ...], *authority: Authority) -> Column:
    return Column(key=key, name=name, unit=Unit.USD, op=op, operands=operands, authority=authority)
