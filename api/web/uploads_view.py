"""How a table would be read, and what was read of it, as the pages show them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from api.v1.uploads import Asked
from remedies.intake.columns import FIELDS, Sort
from remedies.intake.imports import SHOWN_ROWS, Shown, first_rows, raw
from remedies.intake.proposals import Proposal
from remedies.intake.readings import Reading
from remedies.intake.sheet import letters
from remedies.intake.tables import Table

Options = tuple[tuple[str, str], ...]
FORM: Final[Mapping[Sort, str]] = {
    Sort.TIMESHEET: "A timesheet: hours, or start and end",
    Sort.PAYMENTS: "Payments to the worker",
}
LABELS: Final[Mapping[Sort, Mapping[str, str]]] = {
    Sort.TIMESHEET: {
        "on": "Day",
        "start": "Start",
        "end": "End",
        "ends_on": "Day of the end",
        "hours": "Hours",
        "relieved_minutes": "Minutes relieved of all duty",
        "rate": "Rate in dollars an hour",
    },
    Sort.PAYMENTS: {
        "on": "Day of the payment",
        "amount": "Amount in dollars",
        "for": "A day of the work that it paid",
        "exhibit": "Exhibit",
    },
}
HINTS: Final[Mapping[str, str]] = {
    "ends_on": "For shifts past midnight.",
    "hours": "Instead of start and end.",
    "relieved_minutes": "Ordinarily a break counts as worked unless it lasted 30 minutes or more and the "
    "worker was completely relieved from duty (29 C.F.R. §\N{NO-BREAK SPACE}785.19).",
    "rate": "Only where the work had several rates.",
    "for": "Where the payment was for another workweek than its own day’s.",
}
DATES: Final[Options] = (
    ("iso", "Year first: 2014-10-11"),
    ("mdy", "Month first: 10/11/2014 is October 11"),
    ("dmy", "Day first: 10/11/2014 is November 10"),
)
NUMBERS: Final[Options] = (
    ("", "Without commas"),
    ("point", "1,234.56"),
    ("comma", "1.234,56"),
)
_PREFIX: Final = "column_"
MOST_SHOWN: Final = 50
MOST_CHARACTERS: Final = 60


@dataclass(frozen=True, slots=True)
class Select:
    """One field of a claim and the columns that it may be."""

    name: str
    label: str
    hint: str
    chosen: str


class Confirming:
    """The question which column is which, with what the header suggests already chosen."""

    def __init__(
        self, table: Table, form: Asked, proposal: Proposal, entered: Mapping[str, str] | None
    ) -> None:
        """Keep what is asked and, from the second time on, what was entered."""
        self.table = table
        self.sort = form.sort
        self.proposal = proposal
        self._entered = entered
        self.columns: Options = tuple(
            (letters(place), f"{letters(place)}: {title[:MOST_CHARACTERS]}".rstrip(": "))
            for place, title in enumerate(table.header)
        )
        self.all_dates, self.all_numbers = DATES, NUMBERS

    @property
    def selects(self) -> Iterator[Select]:
        """Yield the fields, each with the column chosen for it."""
        suggested = {n: letters(p) for n, p in self.proposal.mapping.columns.items()}
        for name in FIELDS[self.sort]:
            chosen = suggested.get(name, "")
            if self._entered is not None:
                chosen = self._entered.get(f"{_PREFIX}{name}", "")
            yield Select(f"{_PREFIX}{name}", LABELS[self.sort][name], HINTS.get(name, ""), chosen)

    @property
    def dates(self) -> str:
        """The order of dates that is chosen; nothing while it must be."""
        if self._entered is not None:
            return self._entered.get("dates", "")
        return self.proposal.mapping.dates or ""

    @property
    def numbers(self) -> str:
        """How numbers are written."""
        return self._entered.get("numbers", "") if self._entered is not None else ""

    @property
    def overnight(self) -> bool:
        """Whether an end before its start lies on the next day."""
        return self._entered is not None and self._entered.get("overnight") == "true"

    @property
    def raw(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the first rows as the file has them."""
        for row in self.table.rows[:SHOWN_ROWS]:
            yield row.number, [text[:MOST_CHARACTERS] for text in raw(row, self.table.width)]

    @property
    def rows(self) -> list[Shown]:
        """The first rows as the header's suggestion would read them."""
        return list(first_rows(self.table, self.sort, self.proposal.mapping))

    @property
    def more(self) -> int:
        """How many rows are not shown."""
        return max(len(self.table.rows) - SHOWN_ROWS, 0)


class Read:
    """What was read: records to put into a claim, and what to look at."""

    def __init__(self, reading: Reading) -> None:
        """Keep the reading."""
        self.reading = reading
        self.count = len(reading.records)
        self.notes = reading.notes

    @property
    def place(self) -> str:
        """Where the records go in a claim."""
        return f"work[0].{self.reading.sort.part}"

    @property
    def fields(self) -> list[str]:
        """The fields that any record has."""
        names = FIELDS[self.reading.sort]
        return [name for name in names if any(name in r for r in self.reading.records)]

    @property
    def labels(self) -> Mapping[str, str]:
        """The fields' labels."""
        return LABELS[self.reading.sort]

    @property
    def shown(self) -> tuple[dict[str, str], ...]:
        """The first records."""
        return self.reading.records[:MOST_SHOWN]

    @property
    def text(self) -> str:
        """The records as they go into a claim, as JSON text."""
        return json.dumps(self.reading.part[self.reading.sort.part], ensure_ascii=False, indent=1)


def chosen_columns(form: Mapping[str, str]) -> str:
    """Return the columns that selects chose, as a confirmed mapping is written."""
    chosen = {
        name.removeprefix(_PREFIX): value
        for name, value in form.items()
        if name.startswith(_PREFIX) and value
    }
    return ",".join(f"{name}=@{column}" for name, column in chosen.items())
