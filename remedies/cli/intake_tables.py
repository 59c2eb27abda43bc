"""Tables on the command line: a proposal to confirm, records for a claim, records as CSV."""

import argparse
import shlex
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypedDict

from remedies.cli.terminal import DONE, REFUSED, print_json
from remedies.errors import Problem
from remedies.intake.answers import proposal_json
from remedies.intake.columns import Sort, lacking, mapped, written
from remedies.intake.exports import payments_csv, timesheet_csv
from remedies.intake.imports import Shown, first_rows, imported
from remedies.intake.limits import MAX_BYTES
from remedies.intake.placing import period_of, placed, records_of
from remedies.intake.proposals import Proposal, proposed
from remedies.intake.readings import Period
from remedies.intake.refusals import Note, TableError
from remedies.intake.sheet import letters
from remedies.intake.tables import Table, read_table
from remedies.intake.values import DateOrder, NumberForm
from remedies.wire import MAX_BYTES as MAX_CLAIM
from remedies.wire import read_claim, read_json

_MISSING = {
    "dates": "--dates mdy, or --dates dmy",
    "numbers": "--numbers point, or --numbers comma",
}
_UNKNOWN = {
    Sort.TIMESHEET: "on=...,start=...,end=...",
    Sort.PAYMENTS: "on=...,amount=...",
}


class Written(TypedDict):
    """How the cells of a table are written, as far as it was said."""

    dates: DateOrder | None
    numbers: NumberForm | None
    overnight: bool


def table(options: argparse.Namespace) -> int:
    """Import a table by the columns confirmed; without them, propose some and import nothing."""
    sort = Sort(options.command)
    try:
        found = read_table(
            _read(options.file, MAX_BYTES), sheet=options.sheet, header_row=options.header_row
        )
        if options.columns is None:
            return _propose(options, found, proposed(found, sort, **_written(options)))
        return _import(options, found, sort)
    except TableError as error:
        if options.json:
            raise
        return _refuse(error.problems)


def export(options: argparse.Namespace) -> int:
    """Print the records of a claim's period as CSV."""
    sort = Sort(options.command.removeprefix("export-"))
    records = records_of(read_json(_read(options.claim, MAX_CLAIM)), options.work, sort)
    text = timesheet_csv(records) if sort is Sort.TIMESHEET else payments_csv(records)
    sys.stdout.write(text)
    return DONE


def _import(options: argparse.Namespace, found: Table, sort: Sort) -> int:
    mapping = mapped(found, sort, columns=options.columns, **_written(options))
    claim = read_json(_read(options.into, MAX_CLAIM)) if options.into else None
    period = Period(begins_on=options.begins_on, ends_on=options.ends_on)
    if options.into and period == Period():
        period = period_of(claim, options.work)
    reading = imported(found, sort, mapping, period)
    document: object = reading.part
    if options.into:
        document = placed(claim, options.work, reading)
        read_claim(document)
    _say(options, reading.notes)
    print_json(document, sys.stdout)
    return DONE


def _written(options: argparse.Namespace) -> Written:
    return {
        "dates": DateOrder(options.dates) if options.dates else None,
        "numbers": NumberForm(options.numbers) if options.numbers else None,
        "overnight": options.overnight,
    }


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most + 1)


def _propose(options: argparse.Namespace, found: Table, proposal: Proposal) -> int:
    if options.json:
        print_json(proposal_json(found, proposal), sys.stdout)
        return REFUSED
    lines = [
        f"Nothing was imported yet. Row {found.header_row} names the columns; read like this:",
        *_columns(found, proposal),
        "",
        "The first rows:",
        *(f"  {_shown(shown)}" for shown in first_rows(found, proposal.sort, proposal.mapping)),
        *_section("Look at:", proposal.notes),
        *_section("Say first:", proposal.missing),
        "",
        "When this is right, run:",
        f"  {_command(options, found, proposal)}",
    ]
    sys.stderr.write("\n".join(lines) + "\n")
    return REFUSED


def _columns(found: Table, proposal: Proposal) -> Iterator[str]:
    fields = {place: name for name, place in proposal.mapping.columns.items()}
    width = max(len(label) for label in found.labels)
    for place, label in enumerate(found.labels):
        yield f"  {letters(place):<2} {label:<{width}}  {fields.get(place, '(not read)')}"


def _shown(shown: Shown) -> str:
    if shown.record:
        return f"row {shown.row}: " + ", ".join(f"{k} {v}" for k, v in shown.record.items())
    return "; ".join(_said(problem) for problem in shown.problems) or f"row {shown.row}: no record"


def _section(title: str, found: Iterable[Problem | Note]) -> Iterator[str]:
    lines = [f"  {_said(entry)}" for entry in found]
    if lines:
        yield from ("", title, *lines)


def _said(found: Problem | Note) -> str:
    return f"{found.field}: {found.message}" if found.field else found.message


def _command(options: argparse.Namespace, found: Table, proposal: Proposal) -> str:
    """Return the command that imports the table as proposed, with dots where something must be said."""
    mapping, sort = proposal.mapping, proposal.sort
    columns = written(mapping.columns, found)
    if any(lacking(mapping.columns, sort)):
        columns = _UNKNOWN[sort]
    parts = ["remedies", "intake", sort.value, str(options.file), "--columns", columns]
    for name, value in (
        ("--dates", None if mapping.dates is DateOrder.ISO else mapping.dates),
        ("--numbers", mapping.numbers),
        ("--sheet", options.sheet),
        ("--header-row", options.header_row),
        ("--from", options.begins_on),
        ("--to", options.ends_on),
        ("--into", options.into),
        ("--work", options.work or None),
    ):
        if value is not None:
            parts += [name, str(value)]
    if mapping.overnight:
        parts.append("--overnight")
    asked = {problem.field: _MISSING.get(problem.field) for problem in proposal.missing}
    return " and ".join([shlex.join(parts), *filter(None, asked.values())])


def _say(options: argparse.Namespace, notes: Iterable[Note]) -> None:
    found = list(notes)
    if options.json and found:
        said = [{"field": n.field, "code": n.code, "message": n.message} for n in found]
        print_json({"notes": said}, sys.stderr)
    elif found:
        sys.stderr.write("\n".join(["Look at:", *(f"  {_said(note)}" for note in found)]) + "\n")


def _refuse(problems: Iterable[Problem]) -> int:
    lines = ["remedies: nothing was imported", *(f"  {_said(problem)}" for problem in problems)]
    sys.stderr.write("\n".join(lines) + "\n")
    return REFUSED
