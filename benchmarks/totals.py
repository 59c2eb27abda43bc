"""100,000 different worker-weeks as totals in one process, against a plain loop over integers."""

from collections.abc import Iterator
from fractions import Fraction

from benchmarks import facts
from benchmarks.bounds import Bound, peak_mb, report
from benchmarks.clock import medians, spoken, timed
from remedies import law
from remedies.calculators.wage_columns import wage_formulas
from remedies.calculators.wage_shape import Shape

COUNT = 100_000
COLUMNS = (
    "due",
    "paid",
    "unpaid",
    "unpaid_minimum_wages",
    "unpaid_above_minimum",
    "unpaid_overtime",
)
HALF, FORTY, MINIMUM = Fraction(1, 2), Fraction(40), Fraction(facts.MINIMUM, 100)

Worked = tuple[int, int, int]


def worker_weeks() -> Iterator[Worked]:
    """Yield quarters of an hour, agreed cents an hour and cents paid; no two are alike."""
    for n in range(COUNT):
        yield 120 + n * 61 % 331, 600 + n * 37 % 401, n * 7919 % 100_003


def rows() -> Iterator[tuple[Fraction, ...]]:
    """Yield what each row of the wage schedule starts from."""
    for quarters, rate, paid in worker_weeks():
        hours = Fraction(quarters, 4)
        agreed = Fraction(rate, 100)
        yield hours, agreed, MINIMUM, FORTY, HALF, Fraction(paid, 100)


def plain() -> tuple[int, ...]:
    """Return the totals in cents, from integers and nothing else."""
    due = paid = unpaid = minimum = above = overtime = 0
    for quarters, rate, cents_paid in worker_weeks():
        owed = rate if rate > facts.MINIMUM else facts.MINIMUM  # noqa: FURB136 - max() is slower
        over = quarters - facts.THRESHOLD if quarters > facts.THRESHOLD else 0
        owed_in_all = (owed * (2 * quarters + over) + 4) // 8
        missing = owed_in_all - cents_paid if owed_in_all > cents_paid else 0
        at_minimum = facts.MINIMUM * quarters - 4 * cents_paid
        at_minimum = (at_minimum + 2) // 4 if at_minimum > 0 else 0
        straight = owed * quarters - 4 * cents_paid
        straight = (straight + 2) // 4 if straight > 0 else 0
        due += owed_in_all
        paid += cents_paid
        unpaid += missing
        minimum += at_minimum
        above += straight - at_minimum
        overtime += missing - straight if missing > straight else 0
    return due, paid, unpaid, minimum, above, overtime


def main() -> None:
    """Measure."""
    formulas = wage_formulas(law.encoded(), Shape(agreed=True))
    times = medians(
        {"plain": timed(plain), "sums": timed(lambda: formulas.sums(rows(), *COLUMNS))}, rounds=5
    )
    same = tuple(total * 100 for total in formulas.sums(rows(), *COLUMNS)) == plain()
    notes = [
        f"{spoken(times['sums'])} against {spoken(times['plain'])} for the plain loop over integers",
        f"all six totals {'are equal' if same else 'DIFFER'}; due {facts.dollars(plain()[0])}",
    ]
    report(
        [
            Bound(
                what=f"{COUNT:,} different worker-weeks as totals, of a plain integer loop",
                limit=60,
                measured=times["sums"] / times["plain"] if same else None,
                notes=notes,
            ),
            Bound(
                what=f"{COUNT:,} different worker-weeks as totals, memory",
                limit=300,
                unit="MB",
                measured=peak_mb(),
            ),
        ]
    )


if __name__ == "__main__":
    main()
