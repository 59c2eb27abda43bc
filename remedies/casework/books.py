"""Books kept in memory between requests: extended by the journal's tail, believed only at the chain's head.

A book is a replay of the journal; a long journal takes a large part of a second to read. A process
therefore keeps those used last. One that is ahead of the journal (its entry was never committed), behind it,
or on another chain is brought to the head that the case's row says, or made anew.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock, RLock
from typing import Final

from remedies import store
from remedies.casework.rows import About, about, entries_of, row_of
from remedies.casework.uncollected import uncollected
from remedies.errors import LedgerError, UnreadableError
from remedies.ledger.book import Book
from remedies.ledger.entries import Entry
from remedies.store.cases import JOURNAL
from remedies.store.chain import start
from remedies.store.journal import linked

MOST_KEPT: Final = 32
"""How many books a process keeps."""


class Kept:
    """A case's book at a head of its journal, and the latest entry about each of its records.

    ``latest`` and ``first`` hold the numbers of the latest entry about a record and of its first one;
    ``digests`` those of the chain, the start's included.
    """

    def __init__(self, case_id: str) -> None:
        """Begin with an empty journal."""
        self.case_id = case_id
        self.lock = RLock()
        self.forget()

    def forget(self) -> None:
        """Go back to an empty journal."""
        self.digests = [start(JOURNAL, self.case_id).digest]
        self.book = Book.replay(())
        self.latest: dict[About, int] = {}
        self.first: defaultdict[str, dict[str, int]] = defaultdict(dict)

    @property
    def head(self) -> store.Head:
        """Where the journal ends as it is known here."""
        return store.Head(seq=len(self.digests) - 1, digest=self.digests[-1])

    def post(self, entry: Entry) -> tuple[Entry, store.JournalRow]:
        """Post an entry that follows the head, and return it as its row reads, with the row.

        What is kept is what any other process reads: a body as given may name the same in another order.

        Raises:
            LedgerError: the book refuses it; nothing has changed.

        """
        row = row_of(entry)
        (read,) = entries_of([row])
        self.book.post(read)
        self._note(read)
        self.digests.append(linked(row, self.digests[-1]))
        return read, row

    def bring_to(self, head: store.Head, tail: Sequence[store.JournalRow]) -> bool:
        """Add the rows after this head; return whether that leads to ``head``, as it does on one chain."""
        digests = [self.digests[-1]]
        for row in tail:
            digests.append(linked(row, digests[-1]))
        if digests[-1] != head.digest:
            return False
        if not self._entered(entries_of(tail)):
            return False
        self.digests += digests[1:]
        return True

    def passed(self, head: store.Head) -> bool:
        """Return whether this book is ahead of a head on its own chain."""
        return head.seq < len(self.digests) and self.digests[head.seq] == head.digest

    def back_at(self, head: store.Head) -> "Kept":
        """Return another at an earlier head of this chain; nothing is read for it."""
        other = Kept(self.case_id)
        other._entered(self.book.entries[: head.seq])
        other.digests = self.digests[: head.seq + 1]
        return other

    def entry(self, seq: int) -> Entry:
        """Return an entry by its number, which is one of the journal's."""
        return self.book.entries[seq - 1]

    def _entered(self, entries: Sequence[Entry]) -> bool:
        if not self.book.entries:
            self.book = Book.replay(entries)
        else:
            try:
                for entry in entries:
                    self.book.post(entry)
            except LedgerError:  # entered under another reading of the law: to be replayed
                return False
        for entry in entries:
            self._note(entry)
        return True

    def _note(self, entry: Entry) -> None:
        for place, (kind, reference) in enumerate(about(entry, self.entry)):
            if place == 0:
                self.first[kind].setdefault(reference, entry.seq)
            if reference in self.first[kind]:
                self.latest[kind, reference] = entry.seq


_KEPT: Final[OrderedDict[str, Kept]] = OrderedDict()
_GUARD: Final = Lock()


@contextmanager
def kept(session: store.Session, case: store.CaseRow) -> Iterator[Kept]:
    """Give the case's book at the head that its row says; nobody else uses it meanwhile.

    What is posted to it and then fails, inside the ``with``, is forgotten again.

    Raises:
        UnreadableError: the journal is not the one that the case's row is the head of.

    """
    found = _found(case.id)
    with found.lock:
        used = _at(session, case, found)
        try:
            yield used
        except BaseException:
            if used.head != case.head:
                _keep(used.back_at(case.head))
            raise
        # What the one kept was ahead by was never committed, and others came instead.
        if used is not found and used.head != case.head:
            _keep(used)


def is_kept(case_id: str) -> bool:
    """Return whether this process has read the case's book already, up to whatever entry."""
    with _GUARD:
        found = _KEPT.get(case_id)
        return found is not None and found.head.seq > 0


def forget_all() -> None:
    """Keep no book any more; they are read again when they are used."""
    with _GUARD:
        _KEPT.clear()


def _found(case_id: str) -> Kept:
    """Return the book that is kept, or a new one that is kept from now on."""
    with _GUARD:
        found = _KEPT.get(case_id)
        if found is None:
            found = _KEPT[case_id] = Kept(case_id)
            while len(_KEPT) > MOST_KEPT:
                _KEPT.popitem(last=False)
        else:
            _KEPT.move_to_end(case_id)
        return found


def _keep(used: Kept) -> None:
    with _GUARD:
        _KEPT[used.case_id] = used


def _at(session: store.Session, case: store.CaseRow, found: Kept) -> Kept:
    """Return the book at the case's head: the one kept, as far as it can be, or one behind it."""
    if found.head == case.head:
        return found
    if found.passed(case.head):  # by an entry that is not committed yet, or never was
        return found.back_at(case.head)
    if found.head.seq < case.head.seq and _read_on(session, case, found):
        return found
    found.forget()
    if not _read_on(session, case, found):
        message = (
            "the case's journal is not as it was recorded: nothing is computed from it, verify it"
        )
        raise UnreadableError(message, code="journal_broken")
    return found


def _read_on(session: store.Session, case: store.CaseRow, found: Kept) -> bool:
    """Read the rows that a book lacks; return whether their digests lead to the case's head."""
    with uncollected():
        return found.bring_to(case.head, _tail(session, case, found))


def _tail(session: store.Session, case: store.CaseRow, found: Kept) -> Sequence[store.JournalRow]:
    rows = store.journal(session, case.organization, case.id, after=found.head.seq)
    return [row for row in rows if row.seq <= case.head.seq]
