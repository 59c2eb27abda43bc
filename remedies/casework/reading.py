"""Reading cases: their books, records and journals, each read noted in the audit trail.

An advocate reads only what concerns its own victims: their records, their assessments, the documents marked
for them. Everything else is refused to it.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from remedies import store
from remedies.casework.books import Kept, kept
from remedies.casework.callers import Right
from remedies.casework.desk import Desk
from remedies.casework.rows import digests
from remedies.casework.seen_by import only_own
from remedies.errors import NotFoundError
from remedies.ledger.book import Book
from remedies.ledger.entries import Assessed, CaseOpened, Entry, Paper, Victim

MOST: Final = 200
"""What one page of a list holds at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the journal says of one thing now.

    ``reference`` names it (its first entry's number, where its kind has no reference), ``entry`` its latest
    version, ``first`` the number of its first entry, ``version`` that of the latest entry about it, and
    ``corrected_by`` the number of the entry that took it back, where one did.
    """

    kind: str
    reference: str
    entry: Entry
    first: int
    version: int
    corrected_by: int | None = None


def case(desk: Desk, case_id: str) -> store.CaseRow:
    """Return a case's row; ``head.seq`` is the number of its journal's latest entry.

    Raises:
        NotFoundError: there is no such case that the caller may see.

    """
    return desk.seen(store.case(desk.session, desk.organization, case_id))


def cases(
    desk: Desk,
    chosen: store.Chosen | None = None,
    *,
    after: str | None = None,
    limit: int = MOST,
) -> tuple[store.CaseRow, ...]:
    """Return a page of the cases that the caller may see, in the order of their opening."""
    chosen = chosen or store.Chosen()
    if not desk.caller.may(Right.READ_CASE):
        own = sorted(desk.caller.victims)
        chosen = replace(chosen, ids=[i for i in own if chosen.ids is None or i in chosen.ids])
    if not desk.caller.may(Right.READ_SEALED):
        chosen = replace(chosen, sealed=False)
    return store.cases(desk.session, desk.organization, chosen, after=after, limit=limit)


@contextmanager
def book(
    desk: Desk, case_id: str, *, as_of: dt.date | None = None, known: int | None = None
) -> Iterator[Book]:
    """Give a case's book, to be read inside the ``with`` and never posted to.

    Args:
        desk: whose transaction it is.
        case_id: the case.
        as_of: with what happened up to the end of that day.
        known: with what was recorded up to that entry.

    Raises:
        ForbiddenError: the caller reads its own victims only.
        NotFoundError: there is no such case that the caller may see.
        UnreadableError: the journal is not as it was recorded.

    """
    row = case(desk, case_id)
    desk.caller.demand(Right.READ_CASE)
    desk.audit("read book", case_id)
    with kept(desk.session, row) as found:
        if as_of is None and known is None:
            yield found.book
        else:
            yield Book.replay(found.book.entries, as_of=as_of, known=known)


def journal(
    desk: Desk, case_id: str, *, kind: str | None = None, after: int = 0, limit: int = MOST
) -> tuple[Entry, ...]:
    """Return a page of a case's entries, in the order of their recording, corrected ones too.

    Raises:
        ForbiddenError, NotFoundError, UnreadableError: as :func:`book` says.

    """
    row = case(desk, case_id)
    desk.caller.demand(Right.READ_CASE)
    desk.audit("read journal", case_id)
    with kept(desk.session, row) as found:
        entries = [e for e in found.book.entries[after:] if kind is None or e.body.kind == kind]
        return tuple(entries[:limit])


def records(
    desk: Desk, case_id: str, kind: str, *, after: int = 0, limit: int = MOST
) -> tuple[Record, ...]:
    """Return a page of a case's records of one kind, in the order of their first entries.

    ``after`` is ``first`` of the last page's last record.

    Raises:
        ForbiddenError: the caller reads its own victims only, and this kind is not about one.
        NotFoundError, UnreadableError: as :func:`book` says.

    """
    row = case(desk, case_id)
    own = _own(desk, case_id, kind)
    desk.audit(f"list {kind}", case_id)
    with kept(desk.session, row) as found:
        listed = (
            _record(found, kind, reference, first)
            for reference, first in found.first[kind].items()
            if first > after
        )
        seen = (_cut(record, own) for record in listed if concerns(record.entry, own))
        return tuple(_first(limit, seen))


def record(desk: Desk, case_id: str, kind: str, reference: str) -> Record:
    """Return one record of a case; ``reference`` is its entry's number where its kind has none.

    The case itself is the record of kind ``case`` and no reference.

    Raises:
        ForbiddenError: as :func:`records` says.
        NotFoundError: there is none that the caller may see.
        UnreadableError: the journal is not as it was recorded.

    """
    row = case(desk, case_id)
    own = _own(desk, case_id, kind)
    with kept(desk.session, row) as found:
        first = found.first[kind].get(reference)
        if first is not None:
            made = _record(found, kind, reference, first)
            if concerns(made.entry, own):
                desk.audit(f"read {kind}", case_id, reference)
                return _cut(made, own)
    message = f"the case has no {kind} of that reference that this token may see"
    raise NotFoundError(message)


def papers_of(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield the digest of every paper that entries name, each once."""
    seen: set[str] = set()
    for entry in entries:
        for digest in digests(entry.body):
            if digest not in seen:
                seen.add(digest)
                yield digest


def _own(desk: Desk, case_id: str, kind: str) -> frozenset[str] | None:
    own = desk.caller.own(case_id)
    if own is not None and kind not in {Victim.kind, Assessed.kind, Paper.kind}:
        raise desk.caller.forbidden()
    return own


def concerns(entry: Entry, own: frozenset[str] | None) -> bool:
    """Return whether an entry is about one of the victims ``own``; always where they are None."""
    if own is None:
        return True
    body = entry.body
    match body:
        case Victim():
            return body.reference in own
        case Assessed():
            return body.victim in own
        case Paper():
            return not own.isdisjoint(body.victims)
        case _:
            return False


def _cut(found: Record, own: frozenset[str] | None) -> Record:
    """Return a record without the other victims whom its entry names."""
    return found if own is None else replace(found, entry=only_own(found.entry, own))


def _record(found: Kept, kind: str, reference: str, first: int) -> Record:
    latest = _latest(found, kind, reference) or _last(found, first)
    return Record(
        kind=kind,
        reference=reference,
        entry=latest,
        first=first,
        version=found.latest[kind, reference],
        corrected_by=found.book.corrected.get(latest.seq),
    )


def _latest(found: Kept, kind: str, reference: str) -> Entry | None:
    if kind == CaseOpened.kind:  # whose reference may change
        return max(
            (entry for entry, _ in found.book.bodies(CaseOpened)),
            key=lambda e: e.seq,
            default=None,
        )
    return found.book.latest(kind, reference)


def _last(found: Kept, seq: int) -> Entry:
    """Return the entry that a chain of corrections ends in, short of one that takes it back."""
    entry = found.entry(seq)
    while (by := found.book.corrected.get(entry.seq)) is not None:
        following = found.entry(by)
        if following.body.kind != entry.body.kind:
            break
        entry = following
    return entry


def _first(limit: int, found: Iterator[Record]) -> Iterator[Record]:
    for place, each in enumerate(found, 1):
        yield each
        if place == limit:
            return
