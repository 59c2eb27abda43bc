"""The law as data: dated parameters and provisions, quoted rules and named positions.

One TOML file under ``data/`` states one item of one jurisdiction, and its path is its key:
``data/us-ca/minimum_wage.toml`` is ``us-ca.minimum_wage``; ``docs/law-data.md`` says how it is written.
``data/us/rules.toml`` quotes the words that calculators apply; ``data/positions/`` holds the points on
which courts differ. What is not encoded is refused with :class:`remedies.errors.LawNotEncodedError`:
never a neighbor's value, never zero.
"""

from remedies.law.items import Considered, Item
from remedies.law.library import Law, encoded, load
from remedies.law.positions import Option, Position
from remedies.law.versions import Begins, Term, Version

__all__ = [
    "Begins",
    "Considered",
    "Item",
    "Law",
    "Option",
    "Position",
    "Term",
    "Version",
    "encoded",
    "load",
]
