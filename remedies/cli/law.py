"""The commands of the law, as the command line names them."""

import argparse
from pathlib import Path

from remedies.cli.terminal import Commands, add_data, add_json, day

_EPILOG = """\
examples:
  remedies law list --jurisdiction us-ca
  remedies law show us.minimum_wage --on 2012-05-01
  remedies law history us.minimum_wage --json
  remedies law check --as-of 2027-01-15

Nothing takes the day of the clock for granted: a question names its day. Exit status: 0 answered, and
for `check` nothing is stale; 1 `check` found something to look up; 2 the question has no answer.
"""


_TREASURY = """\
Add weeks of the one-year Treasury yield from a file as published: FRED's DGS1 (daily) or WGS1YR
(weekly), or the Board's H.15 Data Download (RIFLGFCY01_N.B or .WF). Only whole weeks are taken. A file
that contradicts what is recorded is refused whole.
"""
_STEP = """\
Add a step of the law: a TOML file with key = "us-xx.item" and one or more [[versions]] tables, each as
docs/law-data.md describes. A version of a day and tier that is already recorded is refused without
--correct; a correction never erases the earlier record.
"""


def add(commands: Commands) -> None:
    """Add ``law`` and its commands to the parser."""
    parser = commands.add_parser(
        "law",
        help="read the encoded law, check that it is current, add to it",
        description="Read the encoded law: each value with its words, its source and its doubts.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    own = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_list(own)
    _add_show(own)
    _add_history(own)
    _add_check(own)
    _add_import(own)


def _add_list(commands: Commands) -> None:
    command = commands.add_parser("list", help="list the items of law")
    command.add_argument("--family", metavar="F", help="only one family, such as interest")
    command.add_argument(
        "--jurisdiction", metavar="J", help="only one jurisdiction, such as us-ca"
    )
    add_data(command)
    add_json(command)
    command.set_defaults(run=_run, command="list")


def _add_show(commands: Commands) -> None:
    command = commands.add_parser("show", help="show an item, or what it provides on a day")
    _key(command)
    command.add_argument("--on", type=day, metavar="DATE", help="the day of the question")
    command.add_argument("--tier", metavar="T", help="the tier, for items that have several")
    command.add_argument(
        "--all", action="store_true", help="every version, not the neighbors only"
    )
    add_data(command)
    add_json(command)
    command.set_defaults(run=_run, command="show")


def _add_history(commands: Commands) -> None:
    command = commands.add_parser("history", help="show every version that was recorded")
    _key(command)
    add_data(command)
    add_json(command)
    command.set_defaults(run=_run, command="history")


def _add_check(commands: Commands) -> None:
    command = commands.add_parser(
        "check", help="list what is no longer known to be current (exit status 1 if anything is)"
    )
    command.add_argument("--as-of", type=day, metavar="DATE", required=True, help="the day")
    add_data(command)
    add_json(command)
    command.set_defaults(run=_run, command="check")


def _key(command: argparse.ArgumentParser) -> None:
    command.add_argument("key", metavar="KEY", help="the item, such as us-ca.minimum_wage")
    command.add_argument(
        "--as-recorded-on",
        type=day,
        metavar="DATE",
        help="answer without what was recorded after that day",
    )


def _add_import(commands: Commands) -> None:
    parser = commands.add_parser(
        "import", help="add published yields, or a step, to the law files"
    )
    own = parser.add_subparsers(required=True, metavar="WHAT")
    treasury = own.add_parser(
        "treasury", help="add weeks of Treasury yields", description=_TREASURY
    )
    _common(treasury)
    treasury.set_defaults(run=_run, command="treasury")
    step = own.add_parser("step", help="add versions of one item", description=_STEP)
    _common(step)
    step.add_argument("--correct", action="store_true", help="correct what is already recorded")
    step.add_argument("--confirmed-on", type=day, metavar="DATE", help="move confirmed_on to")
    step.add_argument("--known-through", type=day, metavar="DATE", help="move known_through to")
    step.set_defaults(run=_run, command="step")


def _common(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=Path, help="what is to be added")
    command.add_argument(
        "--recorded-on", type=day, metavar="DATE", help="the day on which this is written down"
    )
    add_data(command)
    command.add_argument(
        "--write", action="store_true", help="write; without it the difference is shown only"
    )
    command.set_defaults(json=False)


def _run(options: argparse.Namespace) -> int:
    # Imported when the law is asked for: a claim is computed without any of it.
    from remedies.cli import answers, imports  # noqa: PLC0415

    run = {
        "list": answers.items,
        "show": answers.show,
        "history": answers.history,
        "check": answers.check,
        "treasury": imports.treasury,
        "step": imports.step,
    }
    return run[options.command](options)
