"""Theories: sets of positions under which the same facts are computed side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from remedies.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Theory:
    """A named set of positions; a point that it leaves out stays as the claim has it."""

    name: str
    positions: Mapping[str, str]


def problems(theories: Sequence[Theory]) -> Iterator[Problem]:
    """Yield a problem for each theory whose name is another's before it."""
    seen: set[str] = set()
    for i, theory in enumerate(theories):
        if theory.name in seen:
            why = "is the name of another theory; give each its own"
            yield Problem(f"theories[{i}].name", "duplicate_name", why)
        seen.add(theory.name)
