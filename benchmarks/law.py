"""The encoded law: what a calculation loads of it cold, what a look-up costs, and the memory it takes."""

import datetime as dt
import gc
import time
import tracemalloc
from statistics import median

from benchmarks import facts
from benchmarks.bounds import MEGABYTE, Bound, report
from benchmarks.clock import medians, spoken, timed
from remedies import law
from remedies.calculators.assessment import assess
from remedies.law.library import ROOT
from remedies.wire import read_claim, read_json

ROUNDS = 15
KEYS = ("us.minimum_wage", "us-ny.minimum_wage", "us.treasury_1yr_weekly")
DAYS = [dt.date(2004, 1, 1) + n * dt.timedelta(days=37) for n in range(200)]


def main() -> None:
    """Measure."""
    claim = read_claim(read_json(facts.claim_of_stretches(facts.stretches(1, 26))))
    cold, warm = _cold_and_warm(claim)
    encoded = law.encoded()
    lookups = len(KEYS) * len(DAYS)
    times = medians({"look up": timed(lambda: _look_up(encoded))}, rounds=7)
    whole = _memory(lambda: [item.series for item in law.load(ROOT).items()])
    one = _memory(lambda: assess(claim, law.load(ROOT)))
    report(
        [
            Bound(
                what="law that a calculation loads, cold",
                limit=50,
                unit="ms",
                measured=(cold - warm) * 1000,
                notes=[f"{spoken(cold)} with it, {spoken(warm)} when it is loaded"],
            ),
            Bound(
                what="look-up by date",
                limit=2,
                unit="µs",
                measured=times["look up"] / lookups * 1_000_000,
                notes=[f"{lookups} look-ups in {', '.join(KEYS)}"],
            ),
            Bound(
                what="law that a calculation loads, memory",
                limit=30,
                unit="MB",
                measured=one / MEGABYTE,
                notes=[f"everything encoded: {whole / MEGABYTE:.0f} MB"],
            ),
        ]
    )


def _cold_and_warm(claim: object) -> tuple[float, float]:
    """Return the seconds of a calculation with law read anew, and with law read before."""
    cold, warm = [], []
    for _ in range(ROUNDS):
        gc.collect()
        fresh = law.load(ROOT)
        for times in (cold, warm):
            started = time.process_time()
            assess(claim, fresh)  # type: ignore[arg-type]
            times.append(time.process_time() - started)
    return median(cold), median(warm)


def _look_up(encoded: law.Law) -> None:
    for key in KEYS:
        for day in DAYS:
            encoded.on(key, day)


def _memory(run: object) -> int:
    """Return the most bytes that were held while something ran."""
    assert callable(run)  # noqa: S101 - a benchmark's own
    gc.collect()
    tracemalloc.start()
    run()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


if __name__ == "__main__":
    main()
