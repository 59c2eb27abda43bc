"""How the commands of stored cases are written on the command line; what they do is in ``case_work``."""

import argparse
from pathlib import Path

from remedies.cli.case_verbs import add_entering, add_fields
from remedies.cli.terminal import Commands, day
from remedies.intake.values import DateOrder, NumberForm
from remedies.ledger.entries import KINDS, Delay
from remedies.ledger.reconciliation_lines import BalanceOf

Parents = list[argparse.ArgumentParser]


def add_entering_commands(commands: Commands, common: Parents, of_case: Parents) -> None:
    """Add the commands that enter something and are more than a verb of one kind."""
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

    claim = commands.add_parser(
        "claim", aliases=["assess"], help="assess a victim's claim and keep it", parents=of_case
    )
    claim.add_argument("claim", metavar="CLAIM.json", help='the claim; "-" for standard input')
    claim.add_argument(
        "--on", type=day, required=True, metavar="DATE", help="the assessment's day"
    )
    claim.add_argument("--reference", default="", metavar="REF", help="such as A-1")
    claim.set_defaults(work="claim")

    order = commands.add_parser(
        "order", help="enter a restitution order, or an amended version of it", parents=of_case
    )
    order.add_argument("file", metavar="ORDER.json", help="as `propose --order` writes it")
    add_entering(order)
    order.set_defaults(work="enter_file", kind="order")

    seal = commands.add_parser("seal", help="seal a case by order, or unseal it", parents=of_case)
    seal.add_argument("--unseal", action="store_true", help="unseal it")
    seal.add_argument("--document", metavar="TEXT", help="the order, such as Doc. 50")
    add_entering(seal)
    seal.set_defaults(work="seal")

    document = commands.add_parser(
        "document", help="keep a paper of the case, encrypted", parents=of_case
    )
    document.add_argument("file", metavar="FILE", help="the paper")
    add_fields(document, "document", ())
    add_entering(document)
    document.set_defaults(work="document")

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

    enter = commands.add_parser(
        "enter", help="enter anything, from a JSON form of its kind", parents=of_case
    )
    enter.add_argument(
        "kind", choices=sorted(KINDS), metavar="KIND", help=", ".join(sorted(KINDS))
    )
    enter.add_argument("file", metavar="FILE.json", help='the form; "-" for standard input')
    enter.add_argument("--on", type=day, metavar="DATE", help="the day, where the form has none")
    enter.add_argument("--corrects", type=int, metavar="SEQ", help="the entry that it replaces")
    enter.add_argument("--expected", type=int, metavar="SEQ", help="the latest entry you saw")
    enter.set_defaults(work="enter_file")


def add_readings(commands: Commands, common: Parents, of_case: Parents) -> None:
    """Add the commands that read cases and enter nothing."""
    listed = commands.add_parser("list", help="list the cases", parents=common)
    listed.add_argument("--district", metavar="NAME")
    listed.set_defaults(work="list_cases")

    show = commands.add_parser("show", help="show how a case stands on a day", parents=of_case)
    _as_of(show)
    show.set_defaults(work="show")

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

    due = commands.add_parser(
        "deadlines", help="days that the law or a court sets", parents=of_case
    )
    _as_of(due, known=False)
    due.add_argument("--victim", default="", metavar="REF", help="only those of this victim")
    due.set_defaults(work="deadlines")

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

    journal = commands.add_parser(
        "journal", help="the entries, as they were made", parents=of_case
    )
    journal.add_argument("--kind", choices=sorted(KINDS), metavar="KIND")
    journal.add_argument("--after", type=int, default=0, metavar="SEQ", help="only later entries")
    journal.set_defaults(work="journal")
    _add_propose(commands, of_case)
    _add_reconcile(commands, of_case)


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
    command.add_argument("--columns", metavar="FIELD=COLUMN,…", help="the columns, confirmed")
    command.add_argument("--dates", choices=[order.value for order in DateOrder])
    command.add_argument("--numbers", choices=[form.value for form in NumberForm])
    command.add_argument("--sheet", metavar="NAME", help="which sheet of a workbook")
    command.add_argument("--header-row", type=int, metavar="N", help="the row of the headings")
    command.add_argument(
        "--balance-of", choices=[of.value for of in BalanceOf], help="what their balance counts"
    )
    command.add_argument("--from", dest="begins_on", type=day, metavar="DATE", help="first day")
    command.add_argument("--to", dest="ends_on", type=day, metavar="DATE", help="last day")
    command.add_argument(
        "--parties", metavar="FILE.json", help="labels of theirs and the references they stand for"
    )
    command.add_argument(
        "--record", type=day, metavar="DATE", help="enter in the journal that it was compared"
    )
    command.add_argument("--source", default="clerk", help="whose ledger it is (default: clerk)")
    command.set_defaults(work="reconcile")


def add_admin(commands: Commands, common: Parents, of_case: Parents) -> None:
    """Add what keeps cases safe: archives, chains, tokens, organizations, identities."""
    export = commands.add_parser("export", help="write a case as one archive", parents=of_case)
    export.add_argument("--out", type=Path, required=True, metavar="FILE.zip")
    export.add_argument(
        "--identities", action="store_true", help="with the victims' identities, readable"
    )
    export.set_defaults(work="export")
    take = commands.add_parser("import", help="take a case from its archive", parents=common)
    take.add_argument("file", metavar="FILE.zip")
    take.set_defaults(work="import_archive")
    verify = commands.add_parser("verify", help="prove a case's journal", parents=of_case)
    _head(verify)
    verify.set_defaults(work="verify")
    audit = commands.add_parser("audit", help="the audit trail, and its proof", parents=common)
    audit.add_argument("--case", metavar="CASE", default="", help="only what concerns this case")
    audit.add_argument("--after", type=int, default=0, metavar="N", help="only later rows")
    audit.add_argument("--verify", action="store_true", help="prove the chain and say its head")
    _head(audit)
    audit.set_defaults(work="audit")
    _add_organization(commands, common)
    _add_token(commands, common)
    _add_identity(commands, of_case)


def _add_organization(commands: Commands, common: Parents) -> None:
    own = _group(commands, "organization", "who keeps cases here")
    create = own.add_parser("create", help="add an organization", parents=common)
    create.add_argument("name", metavar="NAME")
    create.add_argument(
        "--unless-there", action="store_true", help="do nothing where there is one of that name"
    )
    create.set_defaults(work="create_organization")
    listed = own.add_parser("list", help="list the organizations", parents=common)
    listed.set_defaults(work="list_organizations")


def _add_token(commands: Commands, common: Parents) -> None:
    own = _group(commands, "token", "who may call over HTTP")
    create = own.add_parser(
        "create", help="make a token; its secret is shown once", parents=common
    )
    create.add_argument(
        "role", choices=("prosecutor", "financial_unit", "advocate", "auditor", "system")
    )
    create.add_argument(
        "--days", type=int, default=90, metavar="N", help="how long it is in force (default: 90)"
    )
    create.add_argument(
        "--victim",
        action="append",
        default=[],
        metavar="CASE:REF",
        help="a victim whom an advocate may see; may be given several times",
    )
    create.set_defaults(work="create_token")
    revoke = own.add_parser("revoke", help="end a token now", parents=common)
    revoke.add_argument("token", metavar="ID")
    revoke.set_defaults(work="revoke_token")
    listed = own.add_parser("list", help="list the tokens, without secrets", parents=common)
    listed.set_defaults(work="list_tokens")


def _add_identity(commands: Commands, of_case: Parents) -> None:
    own = _group(commands, "identity", "who a victim is; encrypted, and never in the journal")
    for name, says in (
        ("set", "store an identity, read as JSON from standard input"),
        ("show", "print an identity; the audit trail notes it"),
    ):
        command = own.add_parser(name, help=says, parents=of_case)
        command.add_argument("victim", metavar="REF")
        command.set_defaults(work=f"{name}_identity")
    purge = own.add_parser(
        "purge", help="destroy an identity, or a document, for good", parents=of_case
    )
    purge.add_argument("of", metavar="REF")
    purge.add_argument("--authority", required=True, metavar="TEXT", help="the rule or order")
    purge.add_argument("--on", type=day, required=True, metavar="DATE")
    purge.set_defaults(work="purge_identity")


def _head(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--head", metavar="SEQ:DIGEST", help="a head noted outside the database, to prove against"
    )


def _group(commands: Commands, name: str, says: str) -> Commands:
    parser = commands.add_parser(name, help=says, description=says.capitalize() + ".")
    return parser.add_subparsers(required=True, metavar="COMMAND")


def _as_of(command: argparse.ArgumentParser, *, known: bool = True) -> None:
    command.add_argument(
        "--as-of", type=day, metavar="DATE", help="at the end of that day; today by default"
    )
    if known:
        command.add_argument(
            "--known", type=int, metavar="SEQ", help="with what was recorded up to that entry"
        )
