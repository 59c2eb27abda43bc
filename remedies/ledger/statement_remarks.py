"""What a statement says of the case as a whole: its proof, its journal, what waits, how it was made."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Equation:
    """Two amounts that must be equal, each named: the proof of the whole."""

    key: str
    left: tuple[tuple[str, int], ...]
    right: tuple[tuple[str, int], ...]

    @property
    def holds(self) -> bool:
        """Whether both sides are the same, to the cent."""
        return sum(cents for _, cents in self.left) == sum(cents for _, cents in self.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """One entry as printed; what was corrected or taken back does not count and says by which entry."""

    entry: int
    on: dt.date
    kind: str
    says: str
    reference: str = ""
    cents: int | None = None
    corrects: int | None = None
    corrected_by: int | None = None
    recorded_at: dt.datetime | None = None

    @property
    def counts(self) -> bool:
        """Whether the entry is part of the account."""
        return self.corrected_by is None


class Work(StrEnum):
    """A worklist: money that waits for somebody to act."""

    ON_HOLD = "on_hold"
    PAYABLE = "payable"
    BELOW_MINIMUM = "below_minimum"
    CAME_BACK = "came_back"
    UNAPPLIED = "unapplied"
    SHORTFALL = "shortfall"
    ABOVE_AWARD = "above_award"
    DIFFERS = "differs"
    NOT_ORDERED = "not_ordered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """One thing on a worklist: whose money waits, how much, since when, and why."""

    work: Work
    of: str
    cents: int
    why: str
    since: dt.date | None = None
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A sentence on how the statement was made; ``unverified`` where what it says was not confirmed."""

    text: str
    authority: str = ""
    unverified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionLine:
    """A position taken, where courts differ or none has decided: its option, what that says, who chose it.

    ``chosen_by`` is ``case``, ``circuit`` or ``default``; ``computed`` whether figures can be made of it.
    """

    position: str
    option: str
    says: str
    chosen_by: str
    computed: bool
