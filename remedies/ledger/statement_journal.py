"""The journal of a statement, entry by entry, and the notes on how the statement was made."""

import datetime as dt
from typing import Final

from remedies.calculators.choices import ChosenBy
from remedies.calculators.collection.choices import CollectionChoices
from remedies.ledger.book import Book
from remedies.ledger.effects import SAME_LOSS, SAME_LOSS_DEFAULT
from remedies.ledger.entries import (
    Body,
    Defendant,
    Disbursement,
    Entry,
    Fund,
    Order,
    Reversal,
    Transfer,
)
from remedies.ledger.standing import standing
from remedies.ledger.statement_cites import paid_of
from remedies.ledger.statement_lines import JournalLine, Note
from remedies.ledger.statement_places import Place, in_place, places
from remedies.ledger.statement_words import said
from remedies.ledger.terms import terms

_AMOUNTS: Final = ("amount", "same_loss")


def journal(book: Book, as_of: dt.date) -> tuple[JournalLine, ...]:
    """Return every entry up to a day in the order of recording, with corrections shown both ways."""
    place = places(book)
    return tuple(_line(book, entry, place) for entry in book.entries if entry.on <= as_of)


def journal_of(book: Book, as_of: dt.date, defendant: str) -> tuple[JournalLine, ...]:
    """Return the entries that concern one defendant, and the orders."""
    found = [
        entry for entry in book.entries if entry.on <= as_of and _about(book, entry, defendant)
    ]
    place = places(book)
    return tuple(_line(book, entry, place) for entry in found)


def _about(book: Book, entry: Entry, defendant: str) -> bool:
    match entry.body:
        case Order():
            return True
        case Defendant():
            return entry.body.reference == defendant
        case Reversal():
            paid = paid_of(book.versions, entry.body)
            return paid is not None and paid.obligor == defendant
        case _:
            return getattr(entry.body, "obligor", "") == defendant


def _line(book: Book, entry: Entry, place: Place) -> JournalLine:
    return JournalLine(
        entry=entry.seq,
        on=entry.on,
        kind=entry.body.kind,
        says=said(in_place(entry.body, place)),
        reference=getattr(entry.body, "reference", ""),
        cents=_cents(entry.body),
        corrects=entry.corrects,
        corrected_by=book.corrected.get(entry.seq),
        recorded_at=entry.recorded_at,
    )


def _cents(body: Body) -> int | None:
    """Return the money that an entry moves, or orders."""
    match body:
        case Disbursement() | Transfer():
            return sum(body.shares.values())
        case Order():
            return sum(award.amount for award in body.awards)
        case _:
            found = [getattr(body, name) for name in _AMOUNTS if hasattr(body, name)]
            return found[0] if found else None


def notes(book: Book, taken: CollectionChoices) -> tuple[Note, ...]:
    """Return how the account was made, what of it no authority was found for, and the positions taken."""
    found = [_FACTS, _ORDER, _INTEREST_FIRST]
    relieved = sum(book.relieved.values())
    if sum(book.transferred.values()) > relieved:
        found.append(_ATTORNEY_GENERAL)
    if relieved:
        found.append(_RELIEVED)
    if standing(book).balance.get(Fund.ATTORNEY_GENERAL.value, 0) < 0 or book.reversed:
        found.append(_REVERSED)
    ordered = terms(book)
    if ordered is not None:
        found.append(_DAYS)
    if ordered is not None and len(ordered.liabilities) > 1:
        found.append(_JOINT)
    if ordered is not None:
        found.append(_positions(book, taken))
    return tuple(found)


def _positions(book: Book, taken: CollectionChoices) -> Note:
    """Return which option of each position of collection the statement takes, and who chose it."""
    options = {key: (each.option, _CHOSEN[each.chosen_by]) for key, each in taken.taken.items()}
    option = book.choices.get(SAME_LOSS)
    options[SAME_LOSS] = (option or SAME_LOSS_DEFAULT, "the case" if option else "default")
    listed = "; ".join(f"{key}: {way} ({by})" for key, (way, by) in sorted(options.items()))
    return Note(text=f"Positions taken, where courts differ or none has decided: {listed}.")


_CHOSEN: Final = {
    ChosenBy.CLAIM: "the case",
    ChosenBy.CIRCUIT: "the circuit",
    ChosenBy.DEFAULT: "default",
}
_FACTS: Final = Note(
    text="What a payment was applied to, and who was paid, is a fact of its entry. A later or backdated "
    "entry does not change it. Interest, penalties and days are computed anew from the days of the entries."
)
_ORDER: Final = Note(
    text="Payments go to the special assessment, then to restitution of all victims, then to everything "
    "else, here in this order: interest on restitution, the fine, costs, interest on the fine, penalties. "
    "An assessment of 18 U.S.C. § 2259A comes after the restitution for child pornography, one of § 3014 "
    "last.",
    authority="18 U.S.C. § 3612(c); 18 U.S.C. § 2259A(d)(2); 18 U.S.C. § 3014(b)",
)
_INTEREST_FIRST: Final = Note(
    text="Interest on restitution is paid before the costs and the fine, as a part of restitution (18 "
    "U.S.C. § 3612(c)). That is this project’s reading: 18 U.S.C. § 3612(i) places costs before "
    "interest, and no authority was found.",
    unverified=True,
)
_ATTORNEY_GENERAL: Final = Note(
    text="That the Attorney General is reimbursed for transfers only after all victims is this project’s "
    "reading, by analogy to 18 U.S.C. § 3664(i); no authority was found.",
    unverified=True,
)
_RELIEVED: Final = Note(
    text="A restoration or remission lowers what the victim is owed and what the defendants owe, as read "
    "here: no authority was found.",
    unverified=True,
)
_REVERSED: Final = Note(
    text="A payment that the bank took back is not owed back by those who were paid of it; the shortfall is "
    "made up from what is next held for them. No authority was found for this.",
    unverified=True,
)
_JOINT: Final = Note(
    text="Interest runs for each defendant on the restitution that defendant has not paid. What several who "
    "owe the same awards together pay in interest is no more than the most that one of them accrued, unless "
    "the position joint_interest is taken otherwise; no authority was found.",
    unverified=True,
)
_DAYS: Final = Note(
    text="Each day counts with the principal unpaid at its end; interest as of a day includes that day.",
    authority="18 U.S.C. § 3612(f)(2)",
)
