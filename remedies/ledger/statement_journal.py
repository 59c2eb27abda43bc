"""The journal of a statement, entry by entry, and the notes on how the statement was made."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from remedies.calculators.choices import Choice, ChosenBy
from remedies.calculators.collection.choices import CollectionChoices
from remedies.law import Law, Position
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
from remedies.ledger.statement_lines import JournalLine, Note, PositionLine
from remedies.ledger.statement_places import Place, in_place, places
from remedies.ledger.statement_words import said
from remedies.ledger.terms import terms

_LAWS_KEPT: Final = 8
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


def notes(
    book: Book, taken: Sequence[PositionLine], *, victim: str = "", defendant: str = ""
) -> tuple[Note, ...]:
    """Return how the account was made, what of it no authority was found for, and the positions taken.

    With ``victim`` or ``defendant`` nothing that happened to others decides what is said.
    """
    found = [_FACTS, _ORDER, _INTEREST_FIRST]
    relieved = _sent(book.relieved, victim)
    if _sent(book.transferred, victim) > relieved:
        found.append(_ATTORNEY_GENERAL)
    if relieved:
        found.append(_RELIEVED)
    owing_back = (
        not (victim or defendant) and standing(book).balance.get(Fund.ATTORNEY_GENERAL, 0) < 0
    )
    if owing_back or any(_concerns(book, e, victim, defendant) for e in book.reversed.values()):
        found.append(_REVERSED)
    ordered = terms(book)
    if ordered is not None:
        owing = [e for e in ordered.liabilities.values() if not victim or victim in e.amounts]
        found += [_DAYS, _JOINT] if len(owing) > 1 else [_DAYS]
        found.append(_listed(taken))
    return tuple(found)


def _sent(parts: Mapping[str, int], victim: str) -> int:
    return parts.get(victim, 0) if victim else sum(parts.values())


def _concerns(book: Book, entry: Entry, victim: str, defendant: str) -> bool:
    """Return whether a reversal is of a payment of this defendant, or of one applied to this victim."""
    assert isinstance(entry.body, Reversal)  # noqa: S101 - they are kept by kind
    paid = paid_of(book.versions, entry.body)
    if paid is None or (defendant and paid.obligor != defendant):
        return False
    return not victim or victim in paid.applied.principal or victim in paid.applied.interest


def _listed(taken: Sequence[PositionLine]) -> Note:
    """Return the positions taken in one sentence."""
    listed = "; ".join(
        f"{each.position}: {each.option} ({_WHO[each.chosen_by]})" for each in taken
    )
    return Note(text=f"Positions taken, where courts differ or none has decided: {listed}.")


def positions(book: Book, law: Law, taken: CollectionChoices) -> tuple[PositionLine, ...]:
    """Return which option of each position a statement takes, and who chose it; none before an order."""
    if terms(book) is None:
        return ()
    choices = {**taken.taken, SAME_LOSS: _same_loss(book, law)}
    return tuple(_position(choice) for _, choice in sorted(choices.items()))


def _same_loss(book: Book, law: Law) -> Choice:
    option = book.choices.get(SAME_LOSS)
    by = ChosenBy.CLAIM if option else ChosenBy.DEFAULT
    return Choice(_same_loss_position(law), option or SAME_LOSS_DEFAULT, by)


@lru_cache(maxsize=_LAWS_KEPT)
def _same_loss_position(law: Law) -> Position:
    return law.all_positions()[SAME_LOSS]


def _position(choice: Choice) -> PositionLine:
    option = choice.position.options[choice.option]
    return PositionLine(
        position=choice.position.key,
        option=option.key,
        says=option.says,
        chosen_by=_CHOSEN[choice.chosen_by],
        computed=option.computed,
    )


_CHOSEN: Final = {
    ChosenBy.CLAIM: "case",
    ChosenBy.CIRCUIT: "circuit",
    ChosenBy.DEFAULT: "default",
}
_WHO: Final = {"case": "the case", "circuit": "the circuit", "default": "default"}
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
    text="Each day counts with the principal unpaid at its end: interest as of a day includes that day, and "
    "the day of a payment bears nothing on what it pays. That is our reading of “daily”.",
    authority="18 U.S.C. § 3612(f)(2)",
)
