"""What a caller who is limited to some victims sees of a case: nothing that tells of others."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass, replace
from typing import Any

from remedies.ledger import entries as ledger
from remedies.ledger.book import Book
from remedies.ledger.entries import Entry, Paper
from remedies.ledger.statement_lines import Statement


def only_own(entry: Entry, own: AbstractSet[str] | None) -> Entry:
    """Return an entry as a caller sees it who is limited to the victims ``own``; None: to none."""
    body = entry.body
    if own is None or not isinstance(body, Paper):
        return entry
    return replace(entry, body=replace(body, victims=tuple(v for v in body.victims if v in own)))


def to_their_own(found: Statement, book: Book, victim: str) -> Statement:
    """Return a victim's statement as known at the last entry that concerns the victim.

    After that entry nothing in it has changed; the number and instant of others' entries would tell of them.
    """
    last = next(e for e in reversed(book.entries) if concerns(book, e, victim))
    return replace(found, known=last.seq, recorded_at=last.recorded_at)


def concerns(book: Book, entry: Entry, victim: str) -> bool:
    """Return whether an entry is about the case or its order, or names a victim, itself or by another."""
    body = entry.body
    if isinstance(body, ledger.CaseOpened | ledger.Sealed | ledger.Order) or names(body, victim):
        return True
    if entry.corrects is not None and concerns(book, book.entries[entry.corrects - 1], victim):
        return True
    match body:
        case ledger.Hold():
            return not body.of or _of(book, ("payment", "transfer"), body.of, victim)
        case ledger.Released():
            return _of(book, ("hold",), body.hold, victim)
        case ledger.Reversal() | ledger.Refund():
            return _of(book, ("payment",), body.payment, victim)
        case _:
            return False


def _of(book: Book, kinds: tuple[str, ...], reference: str, victim: str) -> bool:
    found = (book.latest(kind, reference) for kind in kinds)
    return any(entry is not None and concerns(book, entry, victim) for entry in found)


def names(value: Any, reference: str) -> bool:  # noqa: ANN401 - any part of an entry
    """Return whether a reference stands anywhere in what an entry says, or in a part of it."""
    if isinstance(value, Mapping):
        return reference in value or any(names(part, reference) for part in value.values())
    if isinstance(value, list | tuple):
        return any(names(part, reference) for part in value)
    if is_dataclass(value):
        return any(names(getattr(value, part.name), reference) for part in fields(value))
    return bool(value == reference)
