"""The sheets of the workbook: one for each kind of fact, in the order in which people tell them.

A column stands for one place in a claim (:mod:`remedies.wire.claim_schema`). Its words, in each
language, are in :mod:`remedies.intake.workbook.words`.
"""

from typing import Final

from remedies.intake.workbook.civil_sheets import (
    CIVIL,
    CONTRACTS,
    SPREADS,
    TIERS,
    TOLLED,
)
from remedies.intake.workbook.columns import (
    EVIDENCE,
    EXHIBIT,
    Column,
    Kind,
    Shape,
    Sheet,
    choice,
    day,
    ends,
    flag,
    number,
    text,
)
from remedies.intake.workbook.work_sheets import (
    AWAY,
    BONUSES,
    COVERAGE,
    DAYS,
    DEDUCTIONS,
    FACILITIES,
    HOURS,
    PAID,
    PAY,
    PAYMENTS,
    REST,
    TIPS,
    WORK,
)

_CASE: Final = Sheet(
    key="case",
    shape=Shape.FIELDS,
    main=True,
    columns=(
        text("reference", needed=True),
        day("as_of", needed=True),
        choice("circuit", "circuit"),
        day("charged_on"),
        text("account"),
    ),
)

_CONVICTIONS: Final = Sheet(
    key="convictions",
    into=("convictions",),
    main=True,
    columns=(
        text("statute", needed=True, width=24),
        text("defendant"),
        day("from"),
        day("to"),
    ),
)

_GAINS: Final = Sheet(
    key="gains",
    into=("gains",),
    main=True,
    columns=(
        choice("kind", "gain", needed=True, width=28),
        number("amount"),
        day("from"),
        day("to"),
        number("days", width=9),
        *ends("acts", "acts_per_day"),
        *ends("price"),
        number("hours", width=10),
        number("rate", width=10),
        EXHIBIT,
        EVIDENCE,
    ),
)

_LOSSES: Final = Sheet(
    key="losses",
    into=("losses",),
    main=True,
    columns=(
        choice("category", "category", needed=True, width=26),
        number("amount", needed=True),
        day("from"),
        day("to"),
        flag("future"),
        EXHIBIT,
        EVIDENCE,
    ),
)

_POSITIONS: Final = Sheet(
    key="positions",
    shape=Shape.POSITIONS,
    columns=(
        Column(key="theory", path=("name",), width=28),
        Column(key="position", kind=Kind.CHOICE, choices="position", width=60),
    ),
)

SHEETS: Final = (
    _CASE,
    _CONVICTIONS,
    WORK,
    HOURS,
    DAYS,
    AWAY,
    REST,
    PAY,
    PAID,
    PAYMENTS,
    DEDUCTIONS,
    FACILITIES,
    TIPS,
    BONUSES,
    COVERAGE,
    _GAINS,
    _LOSSES,
    _POSITIONS,
    CIVIL,
    TOLLED,
    SPREADS,
    CONTRACTS,
    TIERS,
)
"""Every sheet of facts, in the order of the tabs."""

BY_KEY: Final = {sheet.key: sheet for sheet in SHEETS}
