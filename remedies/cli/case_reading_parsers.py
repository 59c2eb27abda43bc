"""How the commands that read cases are written; what they do is in ``case_reading`` and its neighbours."""

import argparse
from pathlib import Path

from remedies.cli.table_options import add_table_options
from remedies.cli.terminal import Commands, day
from remedies.ledger.entries import KINDS, Delay
from remedies.ledger.reconciliation_lines import BalanceOf

Parents = list[argparse.ArgumentParser]


def add_readings(commands: Commands, common: Parents, of_case: Parents) -> None:
    """Add the commands that read cases and enter nothing."""
    listed = commands.add_parser("list", help="list the cases", parents=common)
    listed.add_argument("--district", metavar="NAME")
    listed.set_defaults(work="list_cases")
    show = commands.add_parser("show", help="show how a case stands on a day", parents=of_case)
    _as_of(show)
    show.set_defaults(work="show")
    journal = commands.add_parser(
        "journal", help="the entries, as they were made", parents=of_case
    )
    journal.add_argument("--kind", choices=sorted(KINDS), metavar="KIND")
    journal.add_argument("--after", type=int, default=0, metavar="SEQ", help="only later entries")
    journal.set_defaults(work="journal")
    _add_statement(commands, of_case)
    _add_deadlines(commands, common)
    _add_delays(commands, common)
    _add_propose(commands, of_case)
    _add_reconcile(commands, of_case)


def _add_statement(commands: Commands, of_case: Parents) -> None:
    statement = commands.add_parser(
        "statement", help="the statement of account, of a case or one person", parents=of_case
    )
    _as_of(statement)
    statement.add_argument("--victim", default="", metavar="REF", help="only this victim's")
    statement.add_argument("--defendant", default="", metavar="REF", help="only this defendant's")
    statement.add_argument(
        "--out", type=Path, metavar="DIR", help="write PDF, page, workbook and JSON"
    )
    statement.set_defaults(work="statement")


def _add_deadlines(commands: Commands, common: Parents) -> None:
    due = commands.add_parser(
        "deadlines", help="days that the law or a court sets, in a case or in all", parents=common
    )
    due.add_argument("case", nargs="?", metavar="CASE", help="the case: its reference, or its id")
    due.add_argument(
        "--all", action="store_true", help="of all cases: what passed and is owed, and what comes"
    )
    due.add_argument(
        "--within", type=int, metavar="DAYS", help="with --all: how far ahead (default: 30)"
    )
    _as_of(due, known=False)
    due.add_argument("--victim", default="", metavar="REF", help="only those of this victim")
    due.set_defaults(work="deadlines")


def _add_delays(commands: Commands, common: Parents) -> None:
    delays = commands.add_parser(
        "delays", help="forfeited property that has not reached the victims", parents=common
    )
    _as_of(delays, known=False)
    delays.add_argument("--why", choices=[why.value for why in Delay], metavar="REASON")
    delays.add_argument("--responsible", metavar="OFFICE")
    delays.add_argument("--overdue", action="store_true", help="past their day of review only")
    delays.add_argument("--no-reason", action="store_true", help="without a recorded reason only")
    delays.add_argument(
        "--out", type=Path, metavar="DIR", help="write JSON, PDF, page and workbook there"
    )
    delays.set_defaults(work="delays")


def _add_propose(commands: Commands, of_case: Parents) -> None:
    propose = commands.add_parser(
        "propose", help="the restitution order that assessments support", parents=of_case
    )
    propose.add_argument(
        "--as-of", type=day, required=True, metavar="DATE", help="the day whose law is stated"
    )
    propose.add_argument(
        "--liability",
        choices=("full", "apportioned"),
        help="18 U.S.C. § 3664(h); full by default",
    )
    for name, metavar, says in (
        ("of", "D-1=V-1[,V-2]", "whose victims these are; all by default"),
        ("up-to", "D-1:V-1=DOLLARS", "the most of a victim's loss that is this defendant's"),
        ("cap", "D-1=DOLLARS", "the most that this defendant owes in all"),
        ("agreed", "D-1:V-1=DOLLARS", "what a plea agreement says (§ 3663(a)(3))"),
        ("share", "D-1[:V-1]=NUMBER", "the share of an apportioned order"),
        ("described", "D-1=yes|no", "whether § 3663A(c)(1) describes the offense"),
    ):
        flag, words = f"--{name}", f"{says}; may be given several times"
        propose.add_argument(flag, action="append", default=[], metavar=metavar, help=words)
    propose.add_argument(
        "--order",
        metavar="FILE",
        type=Path,
        help="write a form for `order`, to be completed with what the court adds",
    )
    propose.add_argument("--out", type=Path, metavar="DIR", help="write PDF, page and JSON")
    propose.set_defaults(work="propose")


def _add_reconcile(commands: Commands, of_case: Parents) -> None:
    command = commands.add_parser(
        "reconcile", help="hold the case against a clerk's ledger (CSV, XLSX)", parents=of_case
    )
    command.add_argument("file", metavar="FILE", help="their ledger")
    add_table_options(command)
    command.add_argument(
        "--balance-of", choices=[of.value for of in BalanceOf], help="what their balance counts"
    )
    command.add_argument("--from", dest="begins_on", type=day, metavar="DATE", help="first day")
    command.add_argument("--to", dest="ends_on", type=day, metavar="DATE", help="last day")
    command.add_argument(
        "--parties", metavar="FILE.json", help="labels of theirs and the references they stand for"
    )
    command.add_argument(
        "--ways",
        metavar="WORD=WAY,…",
        help="which way the clerk's own words say money went: received or paid_out",
    )
    command.add_argument(
        "--record", type=day, metavar="DATE", help="enter in the journal that it was compared"
    )
    command.add_argument("--source", default="clerk", help="whose ledger it is (default: clerk)")
    command.set_defaults(work="reconcile")


def _as_of(command: argparse.ArgumentParser, *, known: bool = True) -> None:
    command.add_argument(
        "--as-of", type=day, metavar="DATE", help="at the end of that day; today by default"
    )
    if known:
        command.add_argument(
            "--known", type=int, metavar="SEQ", help="with what was recorded up to that entry"
        )
