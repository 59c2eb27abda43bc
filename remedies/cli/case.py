"""The commands of stored cases: what is entered, what follows from it, and who may call."""

import argparse

from remedies.cli.case_admin_parsers import add_admin
from remedies.cli.case_parsers import add_entering_commands
from remedies.cli.case_property_parsers import add_property
from remedies.cli.case_reading_parsers import add_readings
from remedies.cli.case_verbs import add_verbs
from remedies.cli.terminal import Commands

_DESCRIPTION = """\
Keep a case from charging to the last dollar: who was convicted, what was ordered, paid, transferred and
disbursed. Every change is an entry in the case's journal; nothing is edited or deleted, and a mistake is
corrected by an entry that names the one it corrects (--corrects SEQ, or void).
"""
_EPILOG = """\
examples:
  remedies case organization create "Example office"
  remedies case open EX-1 --on 2024-01-10 --circuit 4
  remedies case victim EX-1 V-1 --on 2024-01-10
  remedies case defendant EX-1 D-1 --on 2024-01-10 --conviction "18 USC 1589,from=2021-01-10"
  remedies case claim EX-1 claim.json --on 2024-02-01         assess a claim and keep it
  remedies case propose EX-1 --as-of 2024-02-01 --out out     the order that follows from it
  remedies case order EX-1 order.json --on 2024-03-04
  remedies case pay EX-1 D-1 1000.00 --method cash --receipt C-1001 --on 2024-04-01
  remedies case disburse EX-1 --on 2024-04-15                 all that may be paid out
  remedies case statement EX-1 --as-of 2024-12-31 --out out   PDF, page, workbook and JSON
  remedies case deadlines --all                               what is owed and what comes, of all cases
  remedies case enter EX-1 victims.json                       a list of entries: all of them, or none
  remedies case reconcile EX-1 clerk.csv                      shows the columns, and the command to confirm

The database is --database, else DATABASE_URL, else var/remedies.db here. Whoever can open it is its
operator: no token is asked for, entries name "operator", and the audit trail notes every read and write.
Identities come in on standard input and never as an argument. Exit status: 0 done; 1 the ledgers differ, or
something is damaged or unreachable; 2 refused, with every reason on standard error, and nothing entered.
"""


def add(commands: Commands) -> None:
    """Add ``case`` and its commands to the parser."""
    parser = commands.add_parser(
        "case",
        help="keep a case: orders, payments, forfeited property, statements",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    own = parser.add_subparsers(required=True, metavar="COMMAND")
    common = _common()
    of_case = argparse.ArgumentParser(add_help=False, parents=[common])
    of_case.add_argument("case", metavar="CASE", help="the case: its reference, or its id")
    add_entering_commands(own, [common], [of_case])
    add_verbs(own, [of_case])
    add_readings(own, [common], [of_case])
    add_property(own, [of_case])
    add_admin(own, [common], [of_case])
    for command in own.choices.values():
        _run_lazily(command)


def _run_lazily(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run=_run)


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--database", metavar="URL", help="an SQLAlchemy address")
    common.add_argument("--organization", metavar="NAME", help="whose cases these are")
    common.add_argument("--json", action="store_true", help="print JSON, for programs")
    return common


def _run(options: argparse.Namespace) -> int:
    # Imported when a case is worked on: a claim is computed without a database.
    from remedies.cli import case_work  # noqa: PLC0415

    return case_work.run(options)
