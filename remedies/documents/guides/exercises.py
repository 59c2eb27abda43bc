"""Handouts for training: exercises whose amounts the program itself computes from the examples."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, reduce
from pathlib import Path
from typing import Any, Final

import tomli
from markupsafe import Markup

from remedies.calculators.assessment import Assessment
from remedies.documents.guides.page import Guide
from remedies.documents.guides.placed import placed
from remedies.documents.guides.standpoints import position
from remedies.documents.guides.tables import table
from remedies.documents.proposed_order_words import usd
from remedies.documents.texts import language, text
from remedies.documents.texts.language import SOURCE, Language
from remedies.documents.texts.values import Said, Values
from remedies.documents.wording import cell, said
from remedies.law import Law
from remedies.ledger.statement_lines import Statement, Sum
from remedies.operations import Unit
from remedies.worksheet import dollars

HANDOUTS: Final = (
    "training-investigation",
    "training-imposition",
    "training-transfer",
    "training-collection",
)
"""Every handout, by the name of its text, in the order of the stages of a case."""

_FILE: Final = Path(__file__).resolve().parents[2] / "templates" / "guides" / "exercises.toml"
_STEP: Final = re.compile(r"\[[^\]]*\]|[^.\[\]]+")
_EXERCISE: Final = "table.exercise."
_POSITION: Final = "table.position."


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """An example and what the program makes of it.

    ``documents`` are JSON as the program reads and writes it: ``claim`` and ``result``, or ``story`` and
    ``statement``. A claim has its ``assessment``, a case its ``account``.
    """

    documents: Mapping[str, Any]
    assessment: Assessment | None = None
    account: Statement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Where an example stands in the folder of the examples; a case is stated ``as_of`` a day."""

    file: str
    as_of: dt.date | None = None


def examples() -> dict[str, Example]:
    """Return the examples that the handouts use, by name."""
    return {
        name: Example(file=entry["file"], as_of=entry.get("as_of"))
        for name, entry in _file().items()
    }


def handout(name: str, law: Law, as_of: dt.date, worked: Mapping[str, Worked]) -> Guide:
    """Return a handout, in English.

    Args:
        name: one of :data:`HANDOUTS`.
        law: the law encoded.
        as_of: the day of its law.
        worked: every example of :func:`examples`, by name.

    Raises:
        KeyError: there is no such text, or an example is missing.

    """
    found, spoken = text(name, SOURCE), language(SOURCE)
    return Guide(
        text=found,
        values=Values(
            law=law,
            as_of=as_of,
            language=spoken,
            contacts=law.register("contacts"),
            given=dict(_values(worked, spoken)),
        ),
        inserts={key: _table(key, law, worked) for key in placed(found)},
    )


@cache
def _file() -> Mapping[str, Any]:
    return tomli.loads(_FILE.read_text("utf-8"))


def _values(worked: Mapping[str, Worked], spoken: Language) -> Iterator[tuple[str, Said]]:
    for example, entry in _file().items():
        documents = worked[example].documents
        for name, value in entry["values"].items():
            found = [_at(documents[value["of"]], path) for path in value["path"]]
            yield f"exercise.{example}.{name}", _said(found, value, spoken)


def _said(found: list[Any], value: Mapping[str, str], spoken: Language) -> Said:
    if value["unit"] == "day":
        return Said(spoken.day(dt.date.fromisoformat(found[0])), figures=False)
    if value.get("op") == "count":
        return Said(f"{len(found[0]):,}")
    number = sum(map(Decimal, found), Decimal(0))
    if value.get("op") == "abs":
        number = abs(number)
    return Said(f"${number:,.2f}" if value["unit"] == "USD" else f"{number.normalize():,f}")


def _at(document: object, path: str) -> Any:  # noqa: ANN401 - what a JSON document holds there
    """Return what stands at a path of keys, places and ``[key=value]``.

    Raises:
        KeyError: nothing does.

    """
    return reduce(_step, _STEP.findall(path), document)


def _step(within: Any, step: str) -> Any:  # noqa: ANN401 - what a JSON document holds there
    if not step.startswith("["):
        return within[int(step)] if isinstance(within, list) else within[step]
    asked = [pair.split("=") for pair in step[1:-1].split(",")]
    for entry in within:
        if all(str(entry.get(key)) == wanted for key, wanted in asked):
            return entry
    raise KeyError(step)


def _table(name: str, law: Law, worked: Mapping[str, Worked]) -> Markup:
    if name.startswith(_POSITION):
        return position(name.removeprefix(_POSITION), law, None)
    account = worked["case"].account
    match name.removeprefix(_EXERCISE), account:
        case "two_accounts", _:
            return _accounts(_assessed(worked, "two_accounts"))
        case "rate_change", _:
            return _rates(_assessed(worked, "rate_change"))
        case "property", Statement():
            return _property(account)
        case "owed", Statement():
            return _owed(account)
        case "owes", Statement():
            return _owes(account)
        case _:
            raise KeyError(name)


def _assessed(worked: Mapping[str, Worked], name: str) -> Assessment:
    found = worked[name].assessment
    if found is None:
        raise KeyError(name)
    return found


def _accounts(found: Assessment) -> Markup:
    rows = [
        (
            f"The {side.account}’s",
            said(side.whole.hours, Unit.HOUR),
            dollars(side.whole.due),
            dollars(side.whole.unpaid),
            dollars(side.outcome.total.value),
        )
        for side in found.accounts
    ]
    head = ("Account", "Hours", "Wages due", "Unpaid", "Restitution")
    return table("The two accounts, all workweeks", head, rows, numbers=(1, 2, 3, 4))


def _rates(found: Assessment) -> Markup:
    schedule = found.schedule
    if schedule is None:
        return Markup("")
    names = {
        "agreed_rate": "Agreed",
        "minimum_rate": "Minimum",
        "rate": "Rate owed",
        "straight_time": "Straight time",
        "overtime_premium": "Premium",
        "due": "Due",
        "paid": "Paid",
        "unpaid": "Unpaid",
    }
    units = {column.key: column.unit for column in schedule.columns}
    rows = [
        (first.isoformat(), *(cell(schedule.value(line, key), units[key])[0] for key in names))
        for first, line in schedule.rows()
    ]
    head = ("Week of", *names.values())
    caption = "The workweeks, each with the same hours: dollars an hour, and dollars"
    widths = (13, 10, 13, 9, 11, 13, 10, 10, 11)
    return table(caption, head, rows, numbers=range(1, len(head)), widths=widths)


def _property(found: Statement) -> Markup:
    rows = [
        (
            each.asset,
            *_dollars(each.gross, each.costs, each.third_parties, each.transferred, each.left),
        )
        for each in found.property
    ]
    head = ("Asset", "Gross", "Costs", "Third parties", "To the victims", "Left")
    return table("The property", head, rows, numbers=range(1, len(head)))


def _owed(found: Statement) -> Markup:
    rows = [
        (
            each.obligee,
            *_dollars(each.awarded, each.recovered, each.transferred, each.paid, each.owed),
        )
        for each in found.obligees
    ]
    head = ("Victim", "Awarded", "Recovered", "Transferred", "Paid", "Still owed")
    return table("What the victims are owed", head, rows, numbers=range(1, len(head)))


def _owes(found: Statement) -> Markup:
    rows = [
        (
            each.obligor,
            *_dollars(
                each.ordered,
                each.principal,
                each.reimbursed,
                each.to_victims,
                each.to_attorney_general,
                each.interest.owed,
            ),
        )
        for each in found.obligors
    ]
    head = (
        "Defendant",
        "Ordered",
        "Paid to victims",
        "Reimbursed",
        "Owes victims",
        "Owes the Attorney General",
        "Interest owed",
    )
    widths = (14, 14, 15, 16, 12, 16, 13)
    caption = "What the defendants owe"
    return table(caption, head, rows, numbers=range(1, len(head)), widths=widths)


def _dollars(*amounts: int | Sum) -> Iterable[str]:
    return (usd(each if isinstance(each, int) else each.cents) for each in amounts)
