"""The columns of what one law lets the worker claim of each workweek: what is in time, damages, interest.

Authority: as in :mod:`remedies.calculators.civil.limitation`, :mod:`remedies.calculators.civil.damages` and
:mod:`remedies.calculators.civil.interest`.

A part of the unpaid wages that was brought too late is multiplied by zero and stands among what is lost.
Interest is rounded once for each workweek, unless the position ``civil_wage_rounding_interest`` rounds
a day's or a year's first.
"""

from functools import cache

from remedies.calculators.civil.provisions import Part
from remedies.operations import Op, Unit
from remedies.schedule import Column, Formulas

UNPAID, CLAIMED, LOST = "unpaid", "claimed", "lost"
DAMAGES, INTEREST, TOTAL = "damages", "interest", "total"
FACTORS = {
    "exact": ("whole",),
    "per_diem": ("daily", "days"),
    "per_year": ("yearly", "years", "rest"),
}
"""What interest multiplies a sum by, by the option of ``civil_wage_rounding_interest``."""
_FACTOR_NAMES = {
    "whole": "interest for all days, as a multiple",
    "daily": "interest for a day, as a multiple",
    "days": "days of interest",
    "yearly": "interest for a year, as a multiple",
    "years": "full years of interest",
    "rest": "interest for the days after them, as a multiple",
}


def claimed(part: Part) -> str:
    """Return the key of the column of a part of the wages that is claimed in time."""
    return f"{part.value}_claimed"


def damages(part: Part) -> str:
    """Return the key of the column of the damages on a part of the wages."""
    return f"{part.value}_damages"


@cache
def recovery_formulas(rounding: str, *, repeats_interest: bool = False) -> Formulas:
    """Return the columns.

    Args:
        rounding: the option of the position ``civil_wage_rounding_interest``.
        repeats_interest: whether damages on minimum wages repeat the interest on them (California).

    """
    return Formulas(
        [
            *_facts(rounding),
            *_in_time(),
            *_interest("minimum_interest", claimed(Part.MINIMUM), rounding),
            *_damages(repeats_interest=repeats_interest),
            *_sums("bearing", "wages that bear interest", [f"{p.value}_bearing" for p in Part]),
            *_interest(INTEREST, "bearing", rounding),
            _usd("with_damages", "wages and damages", Op.TOTAL, CLAIMED, DAMAGES),
            _usd(TOTAL, "claimed in all", Op.TOTAL, "with_damages", INTEREST),
        ]
    )


def _facts(rounding: str) -> list[Column]:
    parts = []
    for part in Part:
        words = part.value.replace("_", " ")
        parts += [
            Column(key=part.value, name=f"unpaid: {words}", unit=Unit.USD),
            _ratio(f"{part.value}_in_time", f"{words}: 1 if in time, 0 if too late"),
            _ratio(f"{part.value}_extra", f"{words}: damages, as a multiple"),
            _ratio(f"{part.value}_interest", f"{words}: 1 if it bears interest"),
        ]
    return parts + [_ratio(name, _FACTOR_NAMES[name]) for name in FACTORS[rounding]]


def _in_time() -> list[Column]:
    found = []
    for part in Part:
        words = part.value.replace("_", " ")
        key, bearing = claimed(part), f"{part.value}_bearing"
        found += [
            _usd(key, f"claimed: {words}", Op.PRODUCT, part.value, f"{part.value}_in_time"),
            _usd(bearing, f"bears interest: {words}", Op.PRODUCT, key, f"{part.value}_interest"),
        ]
    return [
        *found,
        *_sums(UNPAID, "unpaid wages", [part.value for part in Part]),
        *_sums(CLAIMED, "unpaid wages claimed in time", [claimed(part) for part in Part]),
        _usd(LOST, "lost to limitation", Op.EXCESS, UNPAID, CLAIMED),
    ]


def _damages(*, repeats_interest: bool) -> list[Column]:
    found = []
    for part in Part:
        words = part.value.replace("_", " ")
        base = claimed(part)
        if repeats_interest and part is Part.MINIMUM:
            base = "minimum_with_interest"
            name = "minimum wages and the interest on them"
            found.append(_usd(base, name, Op.TOTAL, claimed(part), "minimum_interest"))
        exact = f"{damages(part)}_exact"
        found += [
            _usd(
                exact, f"damages before rounding: {words}", Op.PRODUCT, base, f"{part.value}_extra"
            ),
            _usd(damages(part), f"damages: {words}", Op.TO_CENTS, exact),
        ]
    return [*found, *_sums(DAMAGES, "damages", [damages(part) for part in Part])]


def _interest(key: str, base: str, rounding: str) -> list[Column]:
    name = key.replace("_", " ")
    if rounding == "per_diem":
        return [
            _usd(f"{key}_day_exact", f"{name} of a day, exact", Op.PRODUCT, base, "daily"),
            _usd(f"{key}_day", f"{name} of a day", Op.TO_CENTS, f"{key}_day_exact"),
            _usd(key, name, Op.PRODUCT, f"{key}_day", "days"),
        ]
    if rounding == "per_year":
        return [
            _usd(f"{key}_year_exact", f"{name} of a year, exact", Op.PRODUCT, base, "yearly"),
            _usd(f"{key}_year", f"{name} of a year", Op.TO_CENTS, f"{key}_year_exact"),
            _usd(f"{key}_years", f"{name} of full years", Op.PRODUCT, f"{key}_year", "years"),
            _usd(f"{key}_rest_exact", f"{name} of the rest, exact", Op.PRODUCT, base, "rest"),
            _usd(f"{key}_rest", f"{name} of the rest", Op.TO_CENTS, f"{key}_rest_exact"),
            _usd(key, name, Op.TOTAL, f"{key}_years", f"{key}_rest"),
        ]
    return [
        _usd(f"{key}_exact", f"{name} before rounding", Op.PRODUCT, base, "whole"),
        _usd(key, name, Op.TO_CENTS, f"{key}_exact"),
    ]


def _sums(key: str, name: str, keys: list[str]) -> list[Column]:
    """Return columns that add four columns, two by two."""
    first, second, third, fourth = keys
    return [
        _usd(f"{key}_1", f"{name}, first half", Op.TOTAL, first, second),
        _usd(f"{key}_2", f"{name}, second half", Op.TOTAL, third, fourth),
        _usd(key, name, Op.TOTAL, f"{key}_1", f"{key}_2"),
    ]


def _usd(key: str, name: str, op: Op, *operands: str) -> Column:
    return Column(key=key, name=name, unit=Unit.USD, op=op, operands=operands)


def _ratio(key: str, name: str) -> Column:
    return Column(key=key, name=name, unit=Unit.RATIO)
