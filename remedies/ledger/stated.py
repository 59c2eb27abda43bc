"""What the latest version of a case says: its circuit, the positions taken, and the holidays declared."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from remedies.calculators.collection.calendar import NONE_DECLARED, Declared
from remedies.ledger.entries import CaseOpened, DeclaredBy, Entry
from remedies.ledger.state import State

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


def case_stated(state: State) -> CaseOpened:
    """Return the version of the case in force: the latest by day, whatever reference it gives the case."""
    return _latest(entry for entry, _ in state.every(CaseOpened)) or CaseOpened(reference="")


def positions_stated(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Return the options by position that hold for a case, of the entries in effect.

    They say how everything is computed, and not what happened on a day: what the latest version says holds
    for every day, also for those before it. An earlier statement is made again by what was known then.
    """
    latest = _latest(entry for entry in entries if isinstance(entry.body, CaseOpened))
    return latest.positions if latest is not None else _NONE


def declared_in(state: State) -> Declared:
    """Return the days declared holidays in a case (Fed. R. Crim. P. 45(a)(6)(B), (C))."""
    days = case_stated(state).declared
    if not days:
        return NONE_DECLARED
    return Declared(
        federal=frozenset(day.on for day in days if day.by is DeclaredBy.UNITED_STATES),
        state=frozenset(day.on for day in days if day.by is DeclaredBy.STATE),
    )


def _latest(entries: Iterable[Entry]) -> CaseOpened | None:
    found = max(entries, key=lambda entry: (entry.on, entry.seq), default=None)
    return found.body if found is not None else None  # type: ignore[return-value]  # all are of the case
