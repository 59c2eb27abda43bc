"""Which way money went, by the words of a clerk's ledger: known, or explained by a person, never guessed.

Every known word that was read is shown with its meaning. Other words are never repeated, for a cell may hold
anything: one that nobody explained is refused by its row and column.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from remedies.errors import Problem
from remedies.intake import values
from remedies.intake.cells import Cell
from remedies.intake.proposals import plain_title
from remedies.intake.refusals import Note, TableError
from remedies.intake.values import CellError
from remedies.ledger.reconciliation_lines import Way

FORM: Final = "WORD=received or WORD=paid_out"
Ways = Mapping[str, Way]

_RECEIVED: Final = (
    "in, received, receive, receipt, receipts, payment, payments, pmt, pymt, payment received, "
    "payment in, payment from defendant, paid in, collected, collection, collections, credit, cr, "
    "deposit, deposits, deposited, remittance, income, money in, r"
)
_PAID_OUT: Final = (
    "out, paid, paid out, pay out, payout, payouts, payment out, payment sent, payment made, "
    "payment to victim, payment to payee, disbursed, disburse, disbursement, disbursements, disb, "
    "debit, dr, check, checks, check issued, check sent, ck, eft out, expense, money out, withdrawal, "
    "refund, refunds, refunded, reversal, reversed, returned payment, nsf, chargeback, d"
)
KNOWN: Final[Ways] = MappingProxyType(
    {
        **dict.fromkeys(_RECEIVED.split(", "), Way.RECEIVED),
        **dict.fromkeys(_PAID_OUT.split(", "), Way.PAID_OUT),
    }
)
"""Words that are read without asking, as a title is compared: in lower case, without signs."""


def stated(text: str) -> dict[str, Way]:
    """Return what a person says that words mean: ``Adjustment=paid_out,Bond=received``.

    Raises:
        TableError: a part is not written so, or a word is given both meanings.

    """
    found: dict[str, Way] = {}
    for part in text.split(","):
        word, _, meaning = part.rpartition("=")
        name = plain_title(word)
        if not name or meaning.strip() not in set(Way):
            raise TableError([Problem("ways", "not_a_pair", f"write each as {FORM}")])
        way = Way(meaning.strip())
        if found.setdefault(name, way) is not way:
            why = "gives one word both meanings"
            raise TableError([Problem("ways", "contradiction", why)])
    return found


def way(cell: Cell, ways: Ways) -> Way:
    """Return the direction that a cell names: as ``ways`` says, else as its word is known.

    Raises:
        CellError: its word says neither.

    """
    found = _meaning(cell, ways)
    if found is None:
        why = (
            "must say whether money came in or went out, as receipt or disbursement; where its word is "
            f"the clerk's own, say what it means by ways: {FORM}"
        )
        code = "unknown_direction"
        raise CellError(code, why)
    return found


class Words:
    """The words of a column of directions, as they are met."""

    def __init__(self, ways: Ways) -> None:
        """Begin without words."""
        self._ways = ways
        self._met: Counter[tuple[str, Way]] = Counter()
        self._unknown: list[int] = []

    def meet(self, cell: Cell, row: int) -> None:
        """Take the word of a row's cell; an empty cell says nothing."""
        if not cell.text:
            return
        try:
            found = _meaning(cell, self._ways)
        except CellError:
            found = None
        if found is None:
            self._unknown.append(row)
        else:
            word = plain_title(cell.text)
            own = word in self._ways
            self._met["words explained by ways" if own else f"“{word}”", found] += 1

    def notes(self) -> Iterator[Note]:
        """Yield how each known word is read, and in how many rows."""
        if self._met:
            says = ", ".join(
                f"{word} as {found.value.replace('_', ' ')} ({rows:,})"
                for (word, found), rows in sorted(self._met.items(), key=lambda met: -met[1])
            )
            yield Note("ways", "words_of_direction", f"words are read so, with their rows: {says}")

    def problems(self) -> Iterator[Problem]:
        """Yield that words are not known, without repeating them."""
        if self._unknown:
            why = (
                f"{len(self._unknown):,} rows, the first of them row {self._unknown[0]}, have a word that "
                f"does not say whether money came in or went out: say what it means, {FORM}"
            )
            yield Problem("ways", "choose", why)


def _meaning(cell: Cell, ways: Ways) -> Way | None:
    word = plain_title(values.words(cell))
    return ways.get(word) or KNOWN.get(word)
