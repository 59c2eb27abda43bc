"""What a journal adds up to: sums by who paid, for whom, and who was paid; nothing here is derived.

Every entry of money adds its recorded parts to these sums, or takes them away again when it is corrected.
Whatever is owed, held or due follows from them (``standing``) and is never kept in the journal.

``transferred`` is everything sent from forfeited property, ``relieved`` what of it lowers the defendants'
debts too, because it is not owed on to the Attorney General (18 U.S.C. § 1594(f)(3)).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from remedies.ledger.entries import Body, Entry, Fund
from remedies.ledger.totals import Total

if TYPE_CHECKING:
    from remedies.ledger.debts import Debts
    from remedies.ledger.derived import Parts, Standing, Terms

Made = TypeVar("Made", bound=Body)


class Tally:
    """What one defendant's payments were applied to so far, in cents.

    ``paid`` are the payments and what reversed one, in the order of recording.
    """

    __slots__ = ("compensated", "funds", "interest", "paid", "reimbursed", "to_principal")

    def __init__(self) -> None:
        """Begin with nothing paid."""
        self.paid: list[Entry] = []
        self.to_principal = Total()
        self.reimbursed: defaultdict[str, int] = defaultdict(int)
        self.interest: defaultdict[str, int] = defaultdict(int)
        self.funds: defaultdict[Fund, int] = defaultdict(int)
        self.compensated: defaultdict[tuple[str, str], int] = defaultdict(int)

    @property
    def principal(self) -> defaultdict[str, int]:
        """Restitution principal, by obligee."""
        return self.to_principal.sums


class State:
    """The sums of a journal, and its entries by what they are about."""

    def __init__(self, choices: Mapping[str, str] | None = None) -> None:
        """Begin with no entries; ``choices`` are positions taken other than by default."""
        self.choices: Mapping[str, str] = dict(choices or {})
        self.entries: list[Entry] = []
        self.live: list[Entry] = []
        self.corrected: dict[int, int] = {}
        self.versions: defaultdict[str, dict[str, list[Entry]]] = defaultdict(dict)
        self.by_asset: defaultdict[str, list[Entry]] = defaultdict(list)
        self.tallies: defaultdict[str, Tally] = defaultdict(Tally)
        self.received: defaultdict[str, int] = defaultdict(int)
        self.transferred: defaultdict[str, int] = defaultdict(int)
        self.relieved: defaultdict[str, int] = defaultdict(int)
        self.recovered: defaultdict[str, int] = defaultdict(int)
        self.compensated: defaultdict[tuple[str, str], int] = defaultdict(int)
        self.sent = Total()
        self.returned: defaultdict[tuple[str, str], int] = defaultdict(int)
        self.refunded: defaultdict[str, int] = defaultdict(int)
        self.unapplied: defaultdict[str, int] = defaultdict(int)
        self.receipts: dict[tuple[str, str, int, dt.date], str] = {}
        self.reversed: dict[str, Entry] = {}
        self.released: dict[str, Entry] = {}
        self.money_in = 0
        self.last_on = dt.date.min
        self.cached_terms: Terms | None = None
        self.cached_standing: Standing | None = None
        self.cached_parts: tuple[Terms, Parts] | None = None
        self.cached_debts: Debts | None = None

    @property
    def disbursed(self) -> defaultdict[str, int]:
        """What went out and did not come back, by obligee or fund."""
        return self.sent.sums

    def as_of(self, day: dt.date) -> "State":
        """Return the same journal with what happened up to the end of a day."""
        raise NotImplementedError

    def latest(self, kind: str, reference: str) -> Entry | None:
        """Return the latest version of what has this kind and reference; None when there is none."""
        found = self.versions[kind].get(reference)
        return found[-1] if found else None

    def body(self, made: type[Made], reference: str) -> Made | None:
        """Return what the latest version of this kind and reference says; None when there is none."""
        found = self.versions[made.kind].get(reference)
        return found[-1].body if found else None  # type: ignore[return-value]  # kept by kind

    def bodies(self, made: type[Made]) -> Iterator[tuple[Entry, Made]]:
        """Return the latest version of everything of a kind, in the order of first recording."""
        for found in self.versions[made.kind].values():
            yield found[-1], found[-1].body  # type: ignore[misc]  # kept by kind

    def every(self, made: type[Made]) -> Iterator[tuple[Entry, Made]]:
        """Return every entry of a kind in effect, by reference and then by day."""
        for found in self.versions[made.kind].values():
            for entry in found:
                yield entry, entry.body  # type: ignore[misc]  # kept by kind
