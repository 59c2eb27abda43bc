"""Sums by name that are added up when somebody asks for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

_AT_ONCE: Final = 8
"""As many rows are added at once as the processor's cache holds, some hundred amounts each."""


class Total:
    """A sum by name, in cents. What is added waits, and is added up when the sum is asked for.

    Most of a journal is added long before anybody asks, and alike: the same names again and again.
    """

    __slots__ = ("_sums", "_waiting", "add")

    def __init__(self) -> None:
        """Begin with nothing; ``add`` takes parts by name, which nobody may change afterwards."""
        self._sums: defaultdict[str, int] = defaultdict(int)
        self._waiting: list[Mapping[str, int]] = []
        self.add = self._waiting.append

    @property
    def sums(self) -> defaultdict[str, int]:
        """Everything that was added; what is changed in it is changed in the sum."""
        if self._waiting:
            alike: defaultdict[tuple[str, ...], list[Iterable[int]]] = defaultdict(list)
            for parts in self._waiting:
                alike[tuple(parts)].append(parts.values())
            for names, rows in alike.items():
                for name, cents in zip(names, _columns_added(rows), strict=True):
                    self._sums[name] += cents
            self._waiting.clear()
        return self._sums


def _columns_added(rows: Sequence[Iterable[int]]) -> Iterable[int]:
    """Return the sum of each column of rows of one length."""
    added = rows[0]
    for start in range(1, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        added = list(map(sum, zip(added, *some, strict=True)))
    return added
