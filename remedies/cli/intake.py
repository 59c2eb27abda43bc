"""The commands that get facts in, as the command line names them."""

import argparse
from pathlib import Path

from remedies.cli import intake_workbook
from remedies.cli.terminal import Commands, day

_EPILOG = """\
examples:
  remedies intake new --out intake.xlsx
  remedies intake read intake.xlsx > claim.json
      a workbook that a person fills in, and the claim of it
  remedies intake timesheet hours.xlsx
      shows how the columns would be read, and the command that reads them so
  remedies intake timesheet hours.xlsx --columns on=Date,start=In,end=Out
      prints the records as a claim takes them
  remedies intake payments paid.csv --columns on=Date,amount=Paid --dates mdy --into claim.json > new.json
      prints the claim with the payments in its first period of work
  remedies intake export-timesheet claim.json > hours.csv

Nothing is guessed, computed or stored: a formula is a problem that names its cell. Exit status: 0 done; 1 a
file could not be read; 2 nothing was imported yet, because something must be said or mended first.
"""
_TABLE = """\
Without --columns, shows which columns the header suggests, the first rows as they would be read, and the
command that confirms it. With --columns, prints the records, or the problems by row on standard error.
"""


def add(commands: Commands) -> None:
    """Add ``intake`` and its commands to the parser."""
    parser = commands.add_parser(
        "intake",
        help="a workbook to fill in; timesheets and payments (CSV, XLSX) as parts of a claim",
        description="Get facts in from files that people have.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    own = parser.add_subparsers(required=True, metavar="COMMAND")
    intake_workbook.add(own)
    _add_timesheet(own)
    _add_payments(own)
    _add_exports(own)


def _add_timesheet(commands: Commands) -> None:
    command = commands.add_parser(
        "timesheet", help="read a timesheet into work[].hours.records", description=_TABLE
    )
    _table(command, "on=Date,start=In,end=Out")
    command.add_argument(
        "--overnight", action="store_true", help="an end before its start is on the next day"
    )
    command.set_defaults(run=_run, command="timesheet")


def _add_payments(commands: Commands) -> None:
    command = commands.add_parser(
        "payments", help="read payments into work[].paid.records", description=_TABLE
    )
    _table(command, "on=Date,amount=Paid")
    command.set_defaults(run=_run, command="payments", overnight=False)


def _add_exports(commands: Commands) -> None:
    for name, words in (("timesheet", "hours"), ("payments", "payments")):
        command = commands.add_parser(
            f"export-{name}", help=f"print the {words} recorded in a claim as CSV"
        )
        command.add_argument("claim", metavar="CLAIM.json", type=Path, help="the claim")
        _work(command)
        command.set_defaults(run=_run, command=f"export-{name}")


def _table(command: argparse.ArgumentParser, example: str) -> None:
    command.add_argument("file", metavar="FILE", type=Path, help="a table: .csv or .xlsx")
    command.add_argument(
        "--columns",
        metavar="MAP",
        help=f"which column is which, by header or by letter (@A): {example}",
    )
    command.add_argument(
        "--dates", choices=("iso", "mdy", "dmy"), help="how dates with the year last are written"
    )
    command.add_argument(
        "--numbers", choices=("point", "comma"), help="1,234.56 (point) or 1.234,56 (comma)"
    )
    command.add_argument("--sheet", metavar="S", help="which sheet, by its name or number")
    command.add_argument(
        "--header-row", type=int, metavar="N", help="the row that names the columns"
    )
    command.add_argument("--from", dest="begins_on", type=day, metavar="DATE", help="first day")
    command.add_argument("--to", dest="ends_on", type=day, metavar="DATE", help="last day")
    command.add_argument(
        "--into", type=Path, metavar="CLAIM.json", help="print this claim with the records in it"
    )
    _work(command)
    command.add_argument(
        "--json", action="store_true", help="print proposal, notes and problems as JSON"
    )


def _work(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--work", type=int, default=0, metavar="N", help="which period of work, from 0 (default)"
    )


def _run(options: argparse.Namespace) -> int:
    # Imported when a table is read: a claim is computed without any of it.
    from remedies.cli import intake_tables  # noqa: PLC0415

    run = {
        "timesheet": intake_tables.table,
        "payments": intake_tables.table,
        "export-timesheet": intake_tables.export,
        "export-payments": intake_tables.export,
    }
    return run[options.command](options)
