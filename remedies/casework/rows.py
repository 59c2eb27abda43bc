"""Entries as the database's rows, and what each is about: the records whose latest entry it becomes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from remedies import store
from remedies.ledger import entries as ledger
from remedies.ledger.entries import Body, Entry
from remedies.wire.entries import bodies_of, body_json

About = tuple[str, str]
"""A record: its kind, and its reference or, for kinds without one, its entry's number."""

CASE: Final[About] = ("case", "")


def row_of(entry: Entry) -> store.JournalRow:
    """Return the row of an entry that was recorded.

    Raises:
        ValueError: the entry has no instant of recording.

    """
    if entry.recorded_at is None:
        message = "an entry that is stored has the instant of its recording"
        raise ValueError(message)
    return store.JournalRow(
        seq=entry.seq,
        kind=entry.body.kind,
        subject=subject(entry.body),
        on=entry.on,
        recorded_at=entry.recorded_at,
        actor=entry.actor,
        corrects=entry.corrects,
        cents=cents(entry.body),
        body=body_json(entry.body),
    )


def entries_of(rows: Sequence[store.JournalRow]) -> list[Entry]:
    """Return the entries of rows.

    Raises:
        UnreadableError: a row's text is not of its kind.

    """
    bodies = bodies_of([(row.kind, row.body) for row in rows])
    return [_entry(row, body) for row, body in zip(rows, bodies, strict=True)]


def _entry(row: store.JournalRow, body: Body) -> Entry:
    return Entry(
        seq=row.seq,
        on=row.on,
        body=body,
        corrects=row.corrects,
        recorded_at=row.recorded_at,
        actor=row.actor,
    )


def subject(body: Body) -> str:
    """Return the reference that an entry is about; empty where it is about the whole case."""
    for name in ("reference", "asset", "payment", "disbursement", "hold", "obligor", "of"):
        found = getattr(body, name, "")
        if found:
            return str(found)
    return ""


def cents(body: Body) -> int | None:
    """Return the money that an entry moves, in cents; None where it moves none."""
    match body:
        case ledger.Disbursement() | ledger.Transfer():
            return sum(body.shares.values())
        case ledger.Payment() | ledger.Returned() | ledger.Refund():
            return body.amount
        case _:
            return None


def purged_papers(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the digests of the papers that purges among the entries destroyed."""
    entries = list(entries)
    return papers_under(
        entries, {entry.body.of for entry in entries if isinstance(entry.body, ledger.Purged)}
    )


def papers_under(entries: Iterable[Entry], references: AbstractSet[str]) -> frozenset[str]:
    """Return the digests of the papers that entries of these references name, corrected ones too."""
    return frozenset(
        digest
        for entry in entries
        if getattr(entry.body, "reference", "") in references
        for digest in digests(entry.body)
    )


def digests(body: Body) -> tuple[str, ...]:
    """Return the digests of the papers that an entry names."""
    match body:
        case ledger.Paper():
            return (body.digest,)
        case ledger.Assessed():
            return body.claim, body.result
        case _:
            return ()


_ALSO: Final[Mapping[str, tuple[str, str]]] = {
    ledger.AssetStep.kind: ("asset", "asset"),
    ledger.NotTransferred.kind: ("asset", "asset"),
    ledger.Transfer.kind: ("asset", "asset"),
    ledger.Reversal.kind: ("payment", "payment"),
    ledger.Refund.kind: ("payment", "payment"),
    ledger.Returned.kind: ("disbursement", "disbursement"),
    ledger.Released.kind: ("hold", "hold"),
    ledger.ReliefGranted.kind: ("defendant", "obligor"),
    ledger.Notice.kind: ("defendant", "obligor"),
}
"""By kind of entry, the kind of record that it is also about, and the field that names it."""


def about(entry: Entry, before: Callable[[int], Entry]) -> Iterator[About]:
    """Yield every record that an entry is about, its own first.

    A record whose kind has no reference is named by its first entry's number, also where another entry
    corrects that one. ``before`` returns an earlier entry by its number.
    """
    body = entry.body
    if isinstance(body, ledger.CaseOpened | ledger.Sealed):
        yield CASE
    elif reference := getattr(body, "reference", ""):
        yield body.kind, reference
    elif entry.corrects is None:
        yield body.kind, str(entry.seq)
    if body.kind in _ALSO:
        kind, name = _ALSO[body.kind]
        yield kind, getattr(body, name)
    if isinstance(body, ledger.Purged):
        for kind in ("victim", "document", "assessment"):
            yield kind, body.of
    if entry.corrects is not None:
        yield from about(before(entry.corrects), before)
