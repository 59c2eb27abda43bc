"""The positions that a case's organization takes: what the latest version of the case says of them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from remedies.ledger.entries import CaseOpened, Entry

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


def positions_stated(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Return the options by position that hold for a case, of the entries in effect.

    They say how everything is computed, and not what happened on a day: what the latest version says holds
    for every day, also for those before it. An earlier statement is made again by what was known then.
    """
    found = [entry for entry in entries if isinstance(entry.body, CaseOpened)]
    latest = max(found, key=lambda entry: (entry.on, entry.seq), default=None)
    return latest.body.positions if latest is not None else _NONE  # type: ignore[union-attr]
