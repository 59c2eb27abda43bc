"""A claim in the making, and the cell in which each of its fields stands."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from remedies.intake.workbook.columns import Path, Value, written
from remedies.intake.workbook.entries import Address, Wrong


@dataclass(slots=True)
class Draft:
    """A claim in the making: its JSON, the cell of every field, and what is wrong before it is read.

    ``rowless`` are fields that no row gives, each with the field of its period; ``broken`` are fields
    whose cells could not be read: what the claim's reader says of them is no news.
    """

    document: dict[str, Any] = field(default_factory=lambda: {"claim": "1"})
    places: dict[str, Address] = field(default_factory=dict)
    rowless: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    wrong: list[Wrong] = field(default_factory=list)

    def put(self, path: Path, given: Value) -> None:
        """Put a value into its place in the claim."""
        holder: Any = self.document
        for step, then in pairwise(path):
            empty: Any = [] if isinstance(then, int) else {}
            if isinstance(holder, list):
                holder.extend({} for _ in range(len(holder), int(step) + 1))
                holder = holder[int(step)]
            else:
                holder = holder.setdefault(step, empty)
        if isinstance(holder, list):
            holder.append(given)
        else:
            holder[path[-1]] = given

    def at(self, path: Path) -> Any:  # noqa: ANN401 - JSON of any shape
        """Return what is at a place; None when there is nothing."""
        holder: Any = self.document
        for step in path:
            try:
                holder = holder[step]
            except (KeyError, IndexError, TypeError):
                return None
        return holder

    def has(self, path: Path) -> bool:
        """Return whether there is something at a place."""
        return self.at(path) is not None

    def locate(self, path: Path, at: Address) -> None:
        """Remember the cell of a field; the first one that stands for it counts."""
        self.places.setdefault(written(path), at)
