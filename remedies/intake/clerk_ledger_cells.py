"""How the cells of a clerk's ledger are read: signed money, a party by reference."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from remedies.intake import values
from remedies.intake.cells import Cell
from remedies.intake.values import NumberForm

_CENT_PLACES: Final = 2
_BRACKETS: Final = re.compile(r"\(\s*(.+?)\s*\)", re.DOTALL)
_BEFORE: Final = re.compile(r"[-\u2212]\s*(.+)|(\$)\s*[-\u2212]\s*(.+)", re.DOTALL)
_AFTER: Final = re.compile(r"(.+?)\s*[-\u2212]", re.DOTALL)
_REFERENCE: Final = re.compile(r"(?:[A-Z]{1,6}-[A-Z0-9]{1,12}|US)", re.ASCII)


def money(cell: Cell, form: NumberForm | None) -> int:
    """Return the cents in a cell; below zero with a minus before or after it, or in brackets.

    Raises:
        CellError: it is no amount of at most two decimals.

    """
    text, negative = _unsigned(cell.text.strip())
    found = values.number(Cell(cell.kind, text), _CENT_PLACES, form)
    whole, _, cents = found.partition(".")
    amount = int(whole) * 100 + int(cents.ljust(_CENT_PLACES, "0"))
    return -amount if negative else amount


def party(cell: Cell, parties: Mapping[str, str]) -> str:
    """Return the reference that a cell names, by itself or as ``parties`` says; empty where it names none.

    Raises:
        CellError: it is too long or cannot be printed.

    """
    text = values.words(cell)
    stated = parties.get(plain_name(text))
    if stated is not None:
        return stated
    own = text.upper()
    return own if _REFERENCE.fullmatch(own) else ""


def plain_name(text: str) -> str:
    """Return a payer's or payee's label as labels are compared: whatever its case, spaces and signs."""
    bare = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", bare))


def _unsigned(text: str) -> tuple[str, bool]:
    if found := _BRACKETS.fullmatch(text):
        return found[1], True
    if found := _BEFORE.fullmatch(text):
        return found[1] or f"{found[2]}{found[3]}", True
    if found := _AFTER.fullmatch(text):
        return found[1], True
    return text, False
