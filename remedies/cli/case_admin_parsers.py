"""How the commands that keep cases safe are written; what they do is in ``case_admin``."""

import argparse
from pathlib import Path

from remedies.cli.terminal import Commands, day

Parents = list[argparse.ArgumentParser]


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
