"""How the commands of forfeited property are written; what they do is in ``case_property``."""

import argparse
from pathlib import Path

from remedies.cli.terminal import Commands, day

Parents = list[argparse.ArgumentParser]


def add_property(commands: Commands, of_case: Parents) -> None:
    """Add the papers that ask for forfeited property, the trace of its money, and the next steps."""
    asked = commands.add_parser(
        "restoration", help="the request for an asset's proceeds", parents=of_case
    )
    _asset(asked)
    for name, says in (("states", "states"), ("denies", "says is not so")):
        asked.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar="KEY",
            help=f"what the office {says}, by the statement's key; may be given several times",
        )
    _out(asked)
    asked.set_defaults(work="restoration")

    worksheet = commands.add_parser(
        "remission", help="the worksheet of petitions for an asset's proceeds", parents=of_case
    )
    _asset(worksheet)
    worksheet.add_argument(
        "facts", metavar="FACTS.json", help='what the petitions say; "-" for standard input'
    )
    _out(worksheet)
    worksheet.set_defaults(work="remission")

    trace = commands.add_parser(
        "trace", help="where every dollar came from and went", parents=of_case
    )
    trace.add_argument("--asset", default="", metavar="REF", help="only this asset's proceeds")
    trace.add_argument(
        "--victim", default="", metavar="REF", help="only what came for this victim, payer or fund"
    )
    trace.add_argument(
        "--disbursement", default="", metavar="REF", help="only what this one paid out"
    )
    _as_of(trace)
    trace.set_defaults(work="trace")

    acts = commands.add_parser("next", help="who must act next on each asset", parents=of_case)
    _as_of(acts)
    acts.set_defaults(work="next_steps")


def _asset(command: argparse.ArgumentParser) -> None:
    command.add_argument("asset", metavar="ASSET", help="the asset's reference, such as AS-1")


def _as_of(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-of", type=day, metavar="DATE", help="at the end of that day; today by default"
    )
    command.add_argument(
        "--known", type=int, metavar="SEQ", help="with what was recorded up to that entry"
    )


def _out(command: argparse.ArgumentParser) -> None:
    _as_of(command)
    command.add_argument("--out", type=Path, metavar="DIR", help="write PDF, page and JSON")
