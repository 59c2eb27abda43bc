"""Sums by name that are added up when somebody asks for them."""

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


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
            alike: defaultdict[tuple[str, ...], list[Collection[int]]] = defaultdict(list)
            for parts in self._waiting:
                alike[tuple(parts)].append(parts.values())
            for names, columns in alike.items():
                one = len(columns) == 1
                added = columns[0] if one else map(sum, zip(*columns, strict=True))
                for name, cents in zip(names, added, strict=True):
                    self._sums[name] += cents
            self._waiting.clear()
        return self._sums
