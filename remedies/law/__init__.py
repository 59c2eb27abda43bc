"""The law as data: dated parameters, quoted rules and named positions.

One TOML file under ``data/`` states one parameter of one jurisdiction, and its path is its key:
``data/us/minimum_wage.toml`` is ``us.minimum_wage``. ``data/us/rules.toml`` quotes the words that
calculators apply; ``data/positions/`` holds the points on which courts differ. What is not encoded
is refused with :class:`remedies.errors.LawNotEncodedError`: never a neighbour's value, never zero.
"""

from remedies.law.library import Law, encoded, load
from remedies.law.parameters import Parameter, Version
from remedies.law.positions import Option, Position

__all__ = ["Law", "Option", "Parameter", "Position", "Version", "encoded", "load"]
