"""The sheets about periods of work: hours, pay, what was paid, and what decides the rules."""

from typing import Final

from remedies.intake.workbook.columns import (
    EVIDENCE,
    EXHIBIT,
    NTH,
    PERIOD,
    Column,
    Kind,
    Path,
    Shape,
    Sheet,
    by_way,
    choice,
    day,
    ends,
    flag,
    number,
    text,
    time,
    way,
)

WEEKDAYS: Final = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
NOTHING: Final = "nothing"
RECORDS: Final = "records"

WORK: Final = Sheet(
    key="work",
    shape=Shape.PERIODS,
    into=("work",),
    main=True,
    columns=(
        PERIOD,
        text("account", width=11),
        day("from", needed=True),
        day("to", needed=True),
        Column(key="place", kind=Kind.PLACE, path=("place",), choices="place", width=26),
        text("place_tier"),
        text("occupation"),
        choice("workweek_starts_on", "weekday", width=13),
        flag("records_kept"),
        EXHIBIT,
        EVIDENCE,
    ),
)

COVERAGE: Final = Sheet(
    key="coverage",
    shape=Shape.OBJECT,
    into=("coverage",),
    of_period=True,
    columns=(
        PERIOD,
        flag("domestic_service"),
        flag("lives_in"),
        flag("third_party_employer"),
        flag("companionship"),
        flag("agriculture"),
        flag("small_farm"),
        day("youth_from", "youth", "from"),
        day("youth_through", "youth", "through"),
        day("eight_and_eighty_from"),
        choice("program", "program", width=11),
        choice("contract", "contract", width=15),
        choice("group", "group", width=20),
        flag("proven"),
    ),
)

_PER: Final[dict[str, Path]] = {
    "per_workweek": ("per_workweek",),
    "per_day": ("per_day",),
    "daily": ("per_workweek",),
}
HOURS: Final = Sheet(
    key="hours",
    shape=Shape.OBJECT,
    into=("hours",),
    of_period=True,
    main=True,
    way="way",
    ways={
        "records": "records",
        "daily": "daily",
        "per_day": "per_day",
        "per_workweek": "per_workweek",
    },
    columns=(
        PERIOD,
        way("hours_way", width=33),
        *ends("hours", ways=_PER, spare="daily"),
        *(Column(key=name, kind=Kind.WEEKDAY, path=(name,), width=8) for name in WEEKDAYS),
        choice("time_zone", "time_zone", width=17),
        choice("rounded_to_minutes", "minutes", width=11),
    ),
)

DAYS: Final = Sheet(
    key="days",
    into=("hours", "records"),
    of_period=True,
    rows=4000,
    columns=(
        PERIOD,
        day("on", needed=True),
        number("hours"),
        time("start"),
        time("end"),
        day("ends_on"),
        number("relieved_minutes"),
        number("rate"),
    ),
)

AWAY: Final = Sheet(
    key="away",
    into=("away",),
    of_period=True,
    columns=(
        PERIOD,
        day("from", needed=True),
        day("to", needed=True),
        text("why", width=30),
    ),
)

REST: Final = Sheet(
    key="rest",
    shape=Shape.OBJECT,
    of_period=True,
    columns=(
        PERIOD,
        number("sleep_hours", "sleep", "hours_per_day"),
        number("on_duty_hours", "sleep", "on_duty_hours"),
        number("uninterrupted_hours", "sleep", "uninterrupted_hours"),
        flag("agreed_freely", "sleep", "agreed_freely"),
        flag("facilities", "sleep", "facilities"),
        flag("resides", "sleep", "resides"),
        number("meal_hours", "meals", "hours_per_day"),
        number("minutes_each", "meals", "minutes_each"),
        flag("relieved", "meals", "relieved"),
        number("on_call_hours", "on_call", "hours_per_day"),
        flag("own_time", "on_call", "own_time"),
    ),
)

_BASIS: Final[dict[str, Path]] = {
    "hourly": ("rate",),
    "several_rates": ("rates", NTH, "rate"),
    "salary": ("amount",),
    "fluctuating": ("amount",),
    "day": ("rate",),
    "job": ("rate",),
    "piece": ("earnings_per_workweek",),
    "guaranteed": ("rate",),
}
_HOURS_AT_RATE: Final[dict[str, Path]] = {"several_rates": ("rates", NTH, "hours_per_workweek")}
PAY: Final = Sheet(
    key="pay",
    shape=Shape.OBJECT,
    into=("pay",),
    of_period=True,
    main=True,
    way="basis",
    columns=(
        PERIOD,
        choice("basis", "basis", needed=True, width=27),
        *ends("amount", ways=_BASIS, spare="several_rates"),
        choice("per", "per", width=13),
        Column(
            key="covers_hours",
            kind=Kind.NUMBER,
            path=("covers_hours",),
            choices="covers",
            width=11,
        ),
        by_way("hours_at_rate", Kind.NUMBER, _HOURS_AT_RATE, 11),
        number("jobs_per_workweek", width=11),
        number("waiting_hours", width=11),
        number("waiting_rate", width=11),
        number("guaranteed_hours", width=13.5),
        number("guaranty", width=11.5),
        flag("irregular_hours"),
        flag("conditions_met"),
    ),
)

_PAID_WAYS: Final = ("per_hour", "per_day", "per_workweek", "per_month", "total")
PAID: Final = Sheet(
    key="paid",
    shape=Shape.OBJECT,
    into=("paid",),
    of_period=True,
    main=True,
    way="way",
    ways={name: name for name in (*_PAID_WAYS, RECORDS)},
    columns=(
        PERIOD,
        way("paid_way", width=30),
        *ends("amount", ways={name: (name,) for name in _PAID_WAYS}),
        EXHIBIT,
        EVIDENCE,
    ),
)

PAYMENTS: Final = Sheet(
    key="payments",
    into=("paid", "records"),
    of_period=True,
    rows=2000,
    columns=(
        PERIOD,
        day("on", needed=True),
        number("amount", needed=True),
        day("for"),
        EXHIBIT,
    ),
)

DEDUCTIONS: Final = Sheet(
    key="deductions",
    into=("deductions",),
    of_period=True,
    way="way",
    ways={"each": "per_workweek", "once": "on", "dates": "amount"},
    columns=(
        PERIOD,
        choice("kind", "deduction", needed=True, width=24),
        way("deduction_way"),
        by_way(
            "amount",
            Kind.NUMBER,
            {"each": ("per_workweek",), "once": ("amount",), "dates": ("amount",)},
        ),
        by_way("from", Kind.DATE, {"once": ("on",), "dates": ("from",)}),
        by_way("to", Kind.DATE, {"dates": ("to",)}),
        flag("out_of_pocket"),
        flag("voluntary"),
        EXHIBIT,
        EVIDENCE,
    ),
)

FACILITIES: Final = Sheet(
    key="facilities",
    into=("facilities",),
    of_period=True,
    columns=(
        PERIOD,
        choice("kind", "facility", needed=True),
        number("per_workweek", needed=True),
        choice("measure", "measure", needed=True, width=27),
        flag("voluntary"),
        flag("customary"),
        flag("recorded"),
        flag("lawful"),
        EXHIBIT,
        EVIDENCE,
    ),
)

TIPS: Final = Sheet(
    key="tips",
    shape=Shape.OBJECT,
    into=("tips",),
    of_period=True,
    columns=(
        PERIOD,
        number("per_workweek", needed=True),
        choice("kept_by", "keeper", needed=True),
        flag("informed"),
        EXHIBIT,
        EVIDENCE,
    ),
)

_BONUS_WAYS: Final = ("per_workweek", "per_half_month", "per_month", "amount", "per_hour")
BONUSES: Final = Sheet(
    key="bonuses",
    into=("bonuses",),
    of_period=True,
    way="way",
    ways={name: name for name in _BONUS_WAYS},
    columns=(
        PERIOD,
        choice("kind", "bonus", width=24),
        way("bonus_way"),
        by_way("amount", Kind.NUMBER, {name: (name,) for name in _BONUS_WAYS}),
        day("from"),
        day("to"),
        number("hours_per_workweek"),
        flag("excluded"),
        EXHIBIT,
        EVIDENCE,
    ),
)
