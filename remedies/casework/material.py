"""What a document is made of beside law and texts: answers, a claim, or what a stored case says."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from remedies import law
from remedies.casework import papers
from remedies.casework.books import kept
from remedies.casework.desk import Desk
from remedies.casework.opened import opening
from remedies.casework.property import Read, restoration
from remedies.casework.proposals import Proposal, proposal
from remedies.casework.reading import case
from remedies.casework.statements import deadlines, statement
from remedies.casework.victims_schedule import victims_schedule
from remedies.documents.guides.catalog import (
    CALENDAR,
    MEMORANDUM,
    ORDER,
    RESTORATION,
    STATEMENT,
    VICTIMS,
)
from remedies.documents.victims_schedule_view import VictimsSchedule
from remedies.errors import InvalidEntryError, NotFoundError, Problem
from remedies.facts import Claim
from remedies.ledger.book import Book
from remedies.ledger.entries import Assessed, CaseOpened, Victim
from remedies.ledger.restoration import RestorationRequest
from remedies.ledger.statement_lines import Due, Statement
from remedies.wire import read_claim, read_json
from remedies.wire.answers import Question

Found = Statement | Proposal | VictimsSchedule | Read[RestorationRequest]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What is known; ``reference`` and ``victim`` are how a paper names the case and the victim.

    ``case`` is a stored case's number, ``days`` are its days, ``found`` is what a paper of it prints.
    """

    question: Question | None = None
    claim: Claim | None = None
    case: str = ""
    reference: str = ""
    victim: str = ""
    days: tuple[Due, ...] | None = None
    found: Found | None = None


NOTHING: Final = Material()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A case by its id, and what of it a document is about; ``sealed``: with names, to be sealed."""

    case: str
    victim: str = ""
    asset: str = ""
    sealed: bool = False


def material(desk: Desk, kind: str, stored: Stored, as_of: dt.date) -> Material:
    """Return what a document of a kind is made of in a stored case, at the end of a day.

    Args:
        desk: whose transaction it is, with keys.
        kind: one of the catalog's that takes a case.
        stored: the case, and what of it.
        as_of: with what happened up to the end of that day.

    Raises:
        ForbiddenError: the caller's role does not read it.
        InvalidEntryError: the document needs a victim or an asset, and none is named.
        LedgerError: the case has no such victim up to that day.
        NotFoundError: there is no such case, victim or asset that the caller may see, or no claim of the
            victim was assessed, or the case was not open on that day.
        UnreadableError: the journal is not as it was recorded.

    """
    reads = _READS.get(kind)
    if reads is not None:
        return Material(found=reads(desk, stored, as_of))
    if kind == CALENDAR:
        days = deadlines(desk, stored.case, as_of=as_of, victim=stored.victim)
        return Material(
            case=stored.case,
            reference=_reference(desk, stored, as_of),
            victim=stored.victim,
            days=days,
        )
    if not stored.victim:
        raise InvalidEntryError([Problem("victim", "required", "must be a victim of the case")])
    claim = _claim(desk, stored, as_of)
    if claim is None and kind == MEMORANDUM:
        message = "no claim of that victim was assessed up to that day"
        raise NotFoundError(message)
    return Material(claim=claim, reference=_reference(desk, stored, as_of), victim=stored.victim)


def _reference(desk: Desk, stored: Stored, as_of: dt.date) -> str:
    with kept(desk.session, case(desk, stored.case)) as found:
        opened = opening(found.book, as_of).body
    assert isinstance(opened, CaseOpened)  # noqa: S101 - opening says so
    return opened.reference


def _claim(desk: Desk, stored: Stored, as_of: dt.date) -> Claim | None:
    """Return the claim behind a victim's latest assessment; None where none was assessed."""
    row = case(desk, stored.case)
    own = desk.caller.own(stored.case)
    with kept(desk.session, row) as found:
        book = Book.replay(found.book.entries, as_of=as_of)
    hidden = own is not None and stored.victim not in own
    if hidden or book.latest(Victim.kind, stored.victim) is None:
        message = "the case has no victim of that reference that this token may see"
        raise NotFoundError(message)
    desk.audit("read victim", stored.case, stored.victim)
    made = [each for _, each in book.bodies(Assessed) if each.victim == stored.victim]
    if not made:
        return None
    content = papers.paper(desk, stored.case, made[-1].claim)[1]
    return read_claim(read_json(content), law.encoded())


def _order(desk: Desk, stored: Stored, as_of: dt.date) -> Proposal:
    return proposal(desk, stored.case, as_of=as_of)


def _victims(desk: Desk, stored: Stored, as_of: dt.date) -> VictimsSchedule:
    return victims_schedule(desk, stored.case, as_of=as_of, sealed=stored.sealed)


def _statement(desk: Desk, stored: Stored, as_of: dt.date) -> Statement:
    return statement(desk, stored.case, as_of=as_of, victim=stored.victim)


def _restoration(desk: Desk, stored: Stored, as_of: dt.date) -> Read[RestorationRequest]:
    if not stored.asset:
        raise InvalidEntryError([Problem("asset", "required", "must be an asset of the case")])
    return restoration(desk, stored.case, stored.asset, as_of=as_of)


_READS: Final[Mapping[str, Callable[[Desk, Stored, dt.date], Found]]] = {
    ORDER: _order,
    VICTIMS: _victims,
    STATEMENT: _statement,
    RESTORATION: _restoration,
}
