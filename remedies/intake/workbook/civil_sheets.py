"""The sheets about a civil wage claim: what it needs beside the work."""

from typing import Final

from remedies.intake.workbook.columns import (
    EVIDENCE,
    EXHIBIT,
    Shape,
    Sheet,
    choice,
    day,
    flag,
    number,
    text,
)

CIVIL: Final = Sheet(
    key="civil",
    shape=Shape.FIELDS,
    into=("civil",),
    columns=(
        day("filed_on"),
        day("interest_to"),
        day("interest_from"),
        day("consent_on"),
        day("notice_on"),
        flag("willful"),
        flag("good_faith_shown"),
        day("separated_on"),
        day("final_wages_paid_on"),
        choice("payday_every", "payday", "paydays", "every"),
        day("payday_first", "paydays", "first"),
        number("payday_after", "paydays", "days_after"),
    ),
)

TOLLED: Final = Sheet(
    key="tolled",
    into=("civil", "tolled"),
    columns=(day("from", needed=True), day("to", needed=True), text("why", width=36)),
)

SPREADS: Final = Sheet(
    key="spreads",
    into=("civil", "spreads"),
    columns=(
        day("from", needed=True),
        day("to", needed=True),
        number("hours", needed=True),
        EXHIBIT,
        EVIDENCE,
    ),
)

CONTRACTS: Final = Sheet(
    key="contracts",
    into=("civil", "contracts"),
    columns=(
        choice("program", "program", needed=True, width=12),
        day("from", needed=True),
        day("to", needed=True),
        number("workdays", needed=True),
        number("hours_per_workday", needed=True),
        number("hours_offered", needed=True),
        number("rate", needed=True),
        number("paid"),
        flag("short_job_order"),
        EXHIBIT,
        EVIDENCE,
    ),
)

TIERS: Final = Sheet(
    key="tiers",
    shape=Shape.TIERS,
    into=("civil",),
    columns=(
        text("subject", needed=True, width=44),
        text("choice", needed=True, width=30),
    ),
)
