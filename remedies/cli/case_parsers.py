"""How the commands that enter something are written; what they do is in ``case_entering``."""

import argparse

from remedies.cli.case_verbs import add_entering, add_fields
from remedies.cli.terminal import Commands, day
from remedies.ledger.entries import KINDS

Parents = list[argparse.ArgumentParser]


def add_entering_commands(commands: Commands, common: Parents, of_case: Parents) -> None:
    """Add the commands that enter something and are more than a verb of one kind."""
    _add_case(commands, common, of_case)
    _add_claim(commands, of_case)
    _add_order(commands, of_case)
    _add_seal(commands, of_case)
    _add_document(commands, of_case)
    _add_load(commands, common)
    _add_enter(commands, of_case)


def _add_case(commands: Commands, common: Parents, of_case: Parents) -> None:
    opened = commands.add_parser("open", help="open a case", parents=common)
    add_fields(opened, "case", ("reference",))
    add_entering(opened, corrects=False)
    opened.set_defaults(work="open_case")
    amended = commands.add_parser(
        "amend", help="enter what is known of the case since", parents=of_case
    )
    add_fields(amended, "case", (), frozenset({"reference"}))
    add_entering(amended)
    amended.set_defaults(work="amend_case", kind="case")


def _add_claim(commands: Commands, of_case: Parents) -> None:
    claim = commands.add_parser(
        "claim", aliases=["assess"], help="assess a victim's claim and keep it", parents=of_case
    )
    claim.add_argument("claim", metavar="CLAIM.json", help='the claim; "-" for standard input')
    claim.add_argument(
        "--on", type=day, required=True, metavar="DATE", help="the assessment's day"
    )
    claim.add_argument("--reference", default="", metavar="REF", help="such as A-1")
    claim.set_defaults(work="claim")


def _add_order(commands: Commands, of_case: Parents) -> None:
    order = commands.add_parser(
        "order", help="enter a restitution order, or an amended version of it", parents=of_case
    )
    order.add_argument("file", metavar="ORDER.json", help="as `propose --order` writes it")
    add_entering(order)
    order.set_defaults(work="enter_file", kind="order")


def _add_seal(commands: Commands, of_case: Parents) -> None:
    seal = commands.add_parser("seal", help="seal a case by order, or unseal it", parents=of_case)
    seal.add_argument("--unseal", action="store_true", help="unseal it")
    seal.add_argument("--document", metavar="TEXT", help="the order, such as Doc. 50")
    add_entering(seal)
    seal.set_defaults(work="seal")


def _add_document(commands: Commands, of_case: Parents) -> None:
    document = commands.add_parser(
        "document", help="keep a paper of the case, encrypted", parents=of_case
    )
    document.add_argument("file", metavar="FILE", help="the paper")
    add_fields(document, "document", ())
    add_entering(document)
    document.set_defaults(work="document")


def _add_load(commands: Commands, common: Parents) -> None:
    load = commands.add_parser(
        "load",
        help="open a case and enter all that a JSON file lists, or nothing of it",
        parents=common,
    )
    load.add_argument("file", metavar="CASE.json", help='such as examples/case/story.json; "-"')
    load.add_argument(
        "--unless-there",
        action="store_true",
        help="do nothing where there is a case of that reference",
    )
    load.set_defaults(work="load")


def _add_enter(commands: Commands, of_case: Parents) -> None:
    enter = commands.add_parser(
        "enter",
        help="enter anything from JSON: a form of one kind, or a list of entries",
        description="Enter one form of KIND; or, without KIND, every entry of a list, or none of them: "
        '{"entries": [{"kind": "victim", "on": "2024-01-10", "reference": "V-1"}, …]}.',
        parents=of_case,
    )
    enter.add_argument(
        "kind", nargs="?", choices=sorted(KINDS), metavar="KIND", help=", ".join(sorted(KINDS))
    )
    enter.add_argument("file", metavar="FILE.json", help='the JSON; "-" for standard input')
    enter.add_argument("--on", type=day, metavar="DATE", help="the day, where the form has none")
    enter.add_argument("--corrects", type=int, metavar="SEQ", help="the entry that it replaces")
    enter.add_argument("--expected", type=int, metavar="SEQ", help="the latest entry you saw")
    enter.set_defaults(work="enter_file")
