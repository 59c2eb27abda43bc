"""Liquidated damages on unpaid wages.

Authority:
    29 U.S.C. § 216(b): unpaid wages "and in an additional equal amount as liquidated damages".
    United States v. Edwards (4th Cir. 2021): part of the value that § 1593(b)(3) guarantees; a
        position, ``liquidated_damages``.
"""

import datetime as dt

from remedies.figures import Figure, product
from remedies.law import Law

MULTIPLE = "us.liquidated_damages"


def liquidated_damages(unpaid: Figure, law: Law, on: dt.date) -> Figure:
    """Return the additional equal amount, in dollars, for unpaid wages of workweeks up to ``on``.

    Raises:
        LawNotEncodedError: no multiple is encoded for that day.

    """
    return product("liquidated damages", unpaid, law.on(MULTIPLE, on), by=law.rule("flsa_216_b"))
