"""Equal workweeks are computed once: 520 of them against 26, calculators only."""

from benchmarks import facts
from benchmarks.bounds import Bound, report
from benchmarks.clock import medians, spoken, timed
from remedies import law
from remedies.calculators.assessment import assess
from remedies.facts import Claim
from remedies.wire import read_claim, read_json

FEW, MANY = 26, 520


def claim(weeks: int) -> Claim:
    """Return a claim of equal workweeks."""
    return read_claim(read_json(facts.claim_of_stretches(facts.stretches(1, weeks))))


def main() -> None:
    """Measure."""
    encoded = law.encoded()
    few, many = claim(FEW), claim(MANY)
    times = medians(
        {
            "few": timed(lambda: assess(few, encoded)),
            "many": timed(lambda: assess(many, encoded)),
        },
        rounds=7,
    )
    report(
        [
            Bound(
                what=f"{MANY} equal workweeks computed, of {FEW}",
                limit=1.5,
                measured=times["many"] / times["few"],
                notes=[f"{spoken(times['many'])} against {spoken(times['few'])}"],
            )
        ]
    )


if __name__ == "__main__":
    main()
