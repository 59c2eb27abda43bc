"""What the values of a text say: the law's numbers with their authority, contacts, and what is given.

A value is named, never typed: ``us.limitation_1595`` is the law's number on the day of the text with its
unit, ``us-ca.victim_compensation:deadline`` a term of a provision, ``law.measure_1593_b3`` the citation
of a rule or an item, ``contact.hotline.phone`` a contact's number, ``as_of`` the day. What else a document
needs it gives by name; ``stand_for`` lets a text that is written for every place name the law of one:
``place.wage_damages``.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from remedies.documents.texts.language import SOURCE, Language
from remedies.errors import LawNotEncodedError
from remedies.figures import Authority
from remedies.law import Law, Version
from remedies.operations import Unit

_ITEM = re.compile(r"us[.-]")
_CONTACT, _WORDS, _AS_OF = "contact", "law", "as_of"
_DOLLARS = "_usd"
_FIGURES = frozenset({"phone", "text", "tty", "site"})
_HELPLINE = "helpline"


@dataclass(frozen=True, slots=True)
class Said:
    """A value as the text says it, and the authorities that it rests on."""

    words: str
    authorities: tuple[Authority, ...] = ()
    figures: bool = True
    """Whether it is figures alone (money, a telephone number, an address): left to right in any language."""
    language: str = ""
    """The code of the language of the words, where it is not that of the text."""
    beside: "Said | None" = None
    """What stands after it in brackets: the same name in the language of those who bear it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """Every value that one text can name, on one day, in one language."""

    law: Law
    as_of: dt.date
    language: Language
    contacts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    given: Mapping[str, Said] = field(default_factory=dict)
    stand_for: Mapping[str, str] = field(default_factory=dict)

    def said(self, name: str) -> Said:
        """Return what a value says.

        Raises:
            LawNotEncodedError: the law is not encoded for the day.
            KeyError: nobody gives a value of that name.

        """
        if name in self.given:
            return self.given[name]
        if name == _AS_OF:
            return Said(self.language.day(self.as_of), figures=False)
        first, _, rest = name.partition(".")
        if first == _CONTACT:
            key, _, part = rest.rpartition(".")
            return self._of_contact(self.contacts[key], part)
        if first == _WORDS:
            found = self.authorities(rest)
            return Said(found[0].citation, found, figures=False, language=self._foreign)
        return self._of_law(name)

    def authorities(self, key: str) -> tuple[Authority, ...]:
        """Return what a cite rests on: a rule, or an item of law on the day, in all tiers if it names none.

        Raises:
            LawNotEncodedError: nothing of that key is encoded for the day.

        """
        if key in self.law.rules:
            return (self.law.rules[key],)
        name, part = self._item(key)
        tiers = () if part else self.law.item(name).tiers
        names = [f"{name}:{tier}" for tier in tiers] or [key]
        return tuple(self._version(each).authority for each in names)

    def known_on(self, names: Iterable[str]) -> dt.date:
        """Return the last day for which all the law that is named is known, the day of the text at most."""
        keys = (self._item(name)[0] for name in names)
        items = (self.law.item(key) for key in keys if _ITEM.match(key))
        return min((self.as_of, *(item.known_through for item in items)))

    def _item(self, name: str) -> tuple[str, str]:
        """Return the key of the item that a name stands for, and the tier or the term in it."""
        key, _, part = name.partition(":")
        return self.stand_for.get(key, key), part

    def _version(self, name: str) -> Version:
        """Return an item's version on the day, or on the last day for which it is known."""
        key, part = self._item(name)
        item = self.law.item(key)
        return item.on(min(self.as_of, item.known_through), part if part in item.tiers else None)

    @property
    def _foreign(self) -> str:
        """The code of the source where the text is in another language."""
        return "" if self.language.code == SOURCE else SOURCE

    def _of_contact(self, contact: Mapping[str, str], part: str) -> Said:
        """Return what a contact has; a name that it goes by in the language with the one to ask for.

        A line that answers under its own name in the language is asked for by that name alone.
        """
        if part in _FIGURES:
            return Said(contact[part])
        registered = Said(contact[part], figures=False, language=self._foreign)
        own = contact.get(f"{part}_{self.language.code}")
        if own is None:
            return registered
        beside = None if contact["kind"] == _HELPLINE else registered
        return Said(own, figures=False, beside=beside)

    def _of_law(self, name: str) -> Said:
        key, term = self._item(name)
        version = self._version(name)
        if version.value is not None:
            figure = version.figure
            said = self.language.amount(figure.value, figure.unit)
            return Said(said, (version.authority,), figures=figure.unit is Unit.USD)
        found = version.terms.get(term)
        if found is None:
            raise LawNotEncodedError(key, f"it states no {term}", on=self.as_of)
        if isinstance(found, str):
            return Said(found, (version.authority,), figures=False, language=self._foreign)
        unit = Unit.USD if term.endswith(_DOLLARS) else Unit.RATIO
        return Said(self.language.amount(Fraction(found), unit), (version.authority,))
