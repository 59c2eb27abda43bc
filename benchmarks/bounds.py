"""Bounds: what is promised, what was measured, and whether the promise holds."""

import json
import resource
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

MEGABYTE = 1_000_000


@dataclass(kw_only=True)
class Bound:
    """One promise: a measured number and the limit that it must keep.

    ``measured`` is None when it could not be measured here; ``notes`` then say why.
    """

    what: str
    limit: float
    at_least: bool = False
    unit: str = "×"
    measured: float | None = None
    notes: list[str] = field(default_factory=list)
    peak_mb: float | None = None

    @property
    def holds(self) -> bool | None:
        """Whether the promise is kept; None when nothing was measured."""
        if self.measured is None:
            return None
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit

    def as_json(self) -> dict[str, object]:
        """Return the bound as a JSON object."""
        return {**asdict(self), "holds": self.holds}

    def lines(self) -> str:
        """Return the bound as a person reads it."""
        verdict = {True: "pass", False: "MISSED", None: "NOT MEASURED"}[self.holds]
        found = "-" if self.measured is None else f"{self.measured:.4g} {self.unit}"
        side = "at least" if self.at_least else "at most"
        head = f"{verdict:<6}  {self.what}: {found} ({side} {self.limit:g} {self.unit})"
        peak = [] if self.peak_mb is None else [f"peak memory {self.peak_mb:.0f} MB"]
        return "\n".join([head, *(f"        {note}" for note in (*self.notes, *peak))])


def report(bounds: Iterable[Bound]) -> None:
    """Print what one process measured, for the process that started it."""
    peak = peak_mb()
    found = list(bounds)
    for bound in found:
        bound.peak_mb = peak
    print(json.dumps([asdict(bound) for bound in found]))


def peak_mb() -> float:
    """Return the most memory that this process held so far, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * (1 if sys.platform == "darwin" else 1024) / MEGABYTE
