"""What tables say in one language: periods, numbers with their units, and the names that keys stand for.

The words stand under ``[tables]`` in ``remedies/templates/languages/<code>.toml``.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from markupsafe import Markup

from remedies.documents.guides.labels import labels
from remedies.documents.texts.language import SOURCE, Language
from remedies.documents.wording import DOUBTED, bare
from remedies.facts.ranges import Likely
from remedies.figures import Authority, Evidence
from remedies.operations import Unit
from remedies.worksheet import decimal_text

_TABLE: Final = "tables"
_MOST_PLACES: Final = 6
_CITED: Final = Markup('<span lang="en" dir="ltr">{}</span>')
_OWN: Final = Markup("<bdi>{}</bdi>")


@dataclass(frozen=True, slots=True)
class TableWords:
    """The words of one language for what a claim holds."""

    language: Language

    def words(self, key: str, *under: str) -> str:
        """Return words by their key: ``total``, or ``categories`` with ``medical``.

        Raises:
            KeyError: the language has no such words.

        """
        found: Any = labels(self.language.code, _TABLE)[key]
        for name in under:
            found = found[name]
        return str(found)

    def opening(self, key: str, *under: str) -> str:
        """Return words that open a cell: the first letter is a capital."""
        found = self.words(key, *under)
        return found[:1].upper() + found[1:]

    def head(self, table: str) -> tuple[str, ...]:
        """Return what stands above the columns of a table."""
        return tuple(labels(self.language.code, _TABLE)["heads"][table])

    def caption(self, table: str) -> str:
        """Return what a table is."""
        return self.words("captions", table)

    def dates(self, first: dt.date | None, last: dt.date | None) -> str:
        """Return a period, or a day; that none is stated, where there is none."""
        if first is None:
            return self.words("not_stated")
        if last is None or last == first:
            return self.language.day(first)
        return self.between(first, last)

    def between(self, first: dt.date, last: dt.date) -> str:
        """Return a period as a sentence has it."""
        day = self.language.day
        return self.words("between").format(first=day(first), last=day(last))

    def amount(self, value: Fraction, unit: Unit) -> str:
        """Return a number with its unit, nothing cut; one that is a range with its ends."""
        form = "one" if value == 1 else "other"
        said = self.language.units[f"{unit.value}.{form}"].format(_number(value, unit))
        return self._ranged(value, unit, said)

    def number(self, value: Fraction) -> str:
        """Return a number without a unit, nothing cut; one that is a range with its ends."""
        return self._ranged(value, Unit.RATIO, _number(value, Unit.RATIO))

    def dollars(self, value: Fraction) -> str:
        """Return dollars, nothing cut."""
        return self.amount(value, Unit.USD)

    def hours(self, value: Fraction) -> str:
        """Return hours, nothing cut."""
        return self.amount(value, Unit.HOUR)

    def _ranged(self, value: Fraction, unit: Unit, said: str) -> str:
        if not isinstance(value, Likely):
            return said
        low, high = _number(value.low, unit), _number(value.high, unit)
        return self.words("range").format(likely=said, low=low, high=high)

    def evidence(self, found: Evidence | None) -> str:
        """Return how strong the evidence is."""
        return self.words("evidence", found.value) if found else self.words("not_stated")

    def exhibit(self, sign: str) -> str:
        """Return an exhibit's sign as the claim has it, or that there is none yet."""
        return _OWN.format(sign) if sign else self.words("no_exhibit")

    def cited(self, authorities: Iterable[Authority]) -> str:
        """Return citations, as courts write them; one that is not confirmed says so."""
        return Markup("; ").join(map(self._cited, dict.fromkeys(authorities)))

    def _cited(self, authority: Authority) -> Markup:
        form = Markup("{}") if self.language.code == SOURCE else _CITED
        said = form.format(authority.citation)
        if authority.checked in DOUBTED:
            said += f" ({self.language.mark(authority.checked)})"
        return said


def _number(value: Fraction, unit: Unit) -> str:
    money = unit.value.startswith(Unit.USD.value)
    text, ends = decimal_text(value, 2 if money else 0, _MOST_PLACES, grouped=True)
    text = text if ends else bare(value)
    return f"${text}" if money else text
