"""Time: the processor's, not the wall's; medians of rounds in which all contestants take turns."""

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median

LONG_ENOUGH = 0.25
"""Seconds that a sample lasts at least; what is shorter runs several times."""

Sample = Callable[[], float]


def timed(run: Callable[[], object]) -> Sample:
    """Return a function that samples ``run``: the processor seconds of one run."""

    def sample() -> float:
        gc.collect()
        count = 0
        started = time.process_time()
        while True:
            run()
            count += 1
            spent = time.process_time() - started
            if spent >= LONG_ENOUGH:
                return spent / count

    return sample


def medians(contestants: Mapping[str, Sample], *, rounds: int) -> dict[str, float]:
    """Return each contestant's median; every round samples each of them once, after a warm-up."""
    for sample in contestants.values():
        sample()
    samples: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, sample in contestants.items():
            samples[name].append(sample())
    return {name: median(found) for name, found in samples.items()}


def spoken(seconds: float) -> str:
    """Return seconds to read, as milliseconds when they are few."""
    return f"{seconds * 1000:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"
