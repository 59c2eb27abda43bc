"""The gray example rows of the sheets: an invented case, and never read as a fact."""

from collections.abc import Iterator, Mapping
from typing import Final

from remedies.intake.workbook.columns import Value
from remedies.intake.workbook.words.language import Language

EDITION: Final = "2026-11-22"
"""The workbook's edition: changes with its sheets, columns, help and examples."""

_SUN_TO_FRI: Final = ("sun", "mon", "tue", "wed", "thu", "fri")
_EXHIBIT: Final = "Ex. 4 at 2"

EXAMPLES: Final[Mapping[str, tuple[Mapping[str, Value], ...]]] = {
    "convictions": (
        {
            "statute": "18 USC 1589",
            "defendant": "D-1",
            "from": "2013-02-03",
            "to": "2014-08-30",
        },
    ),
    "work": (
        {
            "period": "W0",
            "from": "2013-02-03",
            "to": "2014-08-30",
            "place": "US-NY",
            "occupation": "restaurant",
            "workweek_starts_on": "sunday",
            "records_kept": False,
            "exhibit": _EXHIBIT,
            "evidence": "testimony",
        },
    ),
    "hours": (
        {
            "period": "W0",
            "way": "per_workweek",
            "hours_low": "60",
            "hours_likely": "72",
            "hours_high": "84",
            **dict.fromkeys(_SUN_TO_FRI, True),
        },
        {
            "period": "W0",
            "way": "daily",
            **dict.fromkeys(("mon", "tue", "wed"), "12"),
            "sat": "9.5",
        },
    ),
    "days": (
        {"period": "W0", "on": "2013-02-04", "hours": "13.5"},
        {
            "period": "W0",
            "on": "2013-02-05",
            "start": "18:00",
            "end": "02:30",
            "ends_on": "2013-02-06",
            "relieved_minutes": "30",
        },
    ),
    "away": ({"period": "W0", "from": "2013-07-01", "to": "2013-07-14", "why": "owner's travel"},),
    "rest": (
        {
            "period": "W0",
            "sleep_hours": "8",
            "on_duty_hours": "24",
            "uninterrupted_hours": "4",
            "agreed_freely": False,
            "facilities": True,
            "resides": True,
        },
    ),
    "pay": (
        {"period": "W0", "basis": "salary", "amount_likely": "1300.00", "per": "month"},
        {"period": "W0", "basis": "hourly", "amount_likely": "8.50"},
    ),
    "paid": (
        {
            "period": "W0",
            "way": "per_month",
            "amount_low": "300.00",
            "amount_likely": "325.00",
            "amount_high": "400.00",
            "exhibit": _EXHIBIT,
            "evidence": "record",
        },
    ),
    "payments": ({"period": "W0", "on": "2013-03-01", "amount": "325.00", "exhibit": _EXHIBIT},),
    "deductions": (
        {
            "period": "W0",
            "kind": "recruitment",
            "way": "once",
            "amount": "2500.00",
            "from": "2013-02-03",
            "out_of_pocket": True,
            "voluntary": False,
            "exhibit": _EXHIBIT,
            "evidence": "testimony",
        },
    ),
    "facilities": (
        {
            "period": "W0",
            "kind": "lodging",
            "per_workweek": "75.00",
            "measure": "reasonable_cost",
            "voluntary": False,
            "recorded": False,
        },
    ),
    "tips": ({"period": "W0", "per_workweek": "120.00", "kept_by": "employer"},),
    "bonuses": (
        {
            "period": "W0",
            "kind": "bonus",
            "way": "amount",
            "amount": "500.00",
            "from": "2013-11-01",
            "to": "2013-12-31",
        },
    ),
    "coverage": ({"period": "W0", "domestic_service": True, "lives_in": True},),
    "gains": (
        {
            "kind": "commercial_sex",
            "from": "2019-03-01",
            "to": "2019-03-24",
            "days": "20",
            "acts_low": "3",
            "acts_likely": "4",
            "acts_high": "6",
            "price_likely": "100.00",
            "exhibit": _EXHIBIT,
            "evidence": "testimony",
        },
        {
            "kind": "receipts",
            "amount": "5240.00",
            "from": "2019-03-25",
            "to": "2019-04-11",
            "evidence": "record",
        },
    ),
    "losses": (
        {
            "category": "medical",
            "amount": "2210.00",
            "from": "2014-04-09",
            "to": "2014-09-30",
            "exhibit": _EXHIBIT,
            "evidence": "record",
        },
        {"category": "psychological", "amount": "9600.00", "future": True, "evidence": "estimate"},
    ),
    "positions": (
        {"position": "liquidated_damages=include"},
        {"theory": "Defense theory", "position": "liquidated_damages=exclude"},
    ),
    "tolled": ({"from": "2015-03-01", "to": "2015-08-31"},),
    "spreads": ({"from": "2013-02-03", "to": "2014-08-30", "hours": "14"},),
    "contracts": (
        {
            "program": "h2a",
            "from": "2013-04-01",
            "to": "2013-10-31",
            "workdays": "153",
            "hours_per_workday": "8",
            "hours_offered": "702",
            "rate": "9.50",
        },
    ),
    "tiers": ({"subject": "us-ny.minimum_wage", "choice": "new_york_city"},),
}


def example_rows(sheet: str, language: Language) -> Iterator[dict[str, Value]]:
    """Yield the examples of a sheet, what they say in words in the workbook's language."""
    for row in EXAMPLES.get(sheet, ()):
        yield {
            key: language.texts.get(given, given) if isinstance(given, str) else given
            for key, given in row.items()
        }
