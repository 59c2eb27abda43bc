"""How the commands of forfeited property are written; what they do is in ``case_property``."""

import argparse
from pathlib import Path

from remedies.cli.terminal import Commands, day

Parents = list[argparse.ArgumentParser]

_FACTS = """\
FACTS.json says who petitions and what each lost; a name in it is a mistake, and nothing of it is stored:

  {"petitioners": [
     {"victim": "V-1", "contributed": false, "losses": [
        {"what": "unpaid wages", "kind": "lost_income", "amount": "600.00",
         "compensated": "100.00", "documents": ["EX-1"],
         "directly_caused": true, "by_illegal_act": true},
        {"what": "phone", "kind": "property", "amount": "80.00", "market_value": "50.00"}]}],
   "positions": {"remission_shares": "pro_rata"}}

kind: property (with market_value), lost_income (unpaid wages too), treatment, pain, interest, collateral,
other. What is left out is not known, and the worksheet says what is still to be shown. A whole example:
examples/case/petitions.json, for the case examples/case/remission.json; docs/forfeiture.md works it out.
"""


def add_property(commands: Commands, of_case: Parents) -> None:
    """Add the papers that ask for forfeited property, the trace of its money, and the next steps."""
    _add_restoration(commands, of_case)
    _add_remission(commands, of_case)
    _add_trace(commands, of_case)
    acts = commands.add_parser("next", help="who must act next on each asset", parents=of_case)
    _as_of(acts)
    acts.set_defaults(work="next_steps")


def _add_restoration(commands: Commands, of_case: Parents) -> None:
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


def _add_remission(commands: Commands, of_case: Parents) -> None:
    worksheet = commands.add_parser(
        "remission",
        help="the worksheet of petitions for an asset's proceeds",
        epilog=_FACTS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=of_case,
    )
    _asset(worksheet)
    worksheet.add_argument(
        "facts", metavar="FACTS.json", help='what the petitions say; "-" for standard input'
    )
    _out(worksheet)
    worksheet.set_defaults(work="remission")


def _add_trace(commands: Commands, of_case: Parents) -> None:
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
