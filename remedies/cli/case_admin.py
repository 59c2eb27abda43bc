"""The commands that keep cases safe: archives, chains, tokens, organizations, identities."""

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Mapping
from typing import Final

from remedies import store
from remedies.casework import cases as casework
from remedies.casework.cases import Desk, Draft, Role
from remedies.cli.case_desk import case_of, desk_of, now, organization_of, session_of
from remedies.cli.case_files import read
from remedies.cli.terminal import DONE, FAILED, print_json, print_page
from remedies.documents.case_text import listing
from remedies.errors import ConflictError, InvalidEntryError, NotFoundError, Problem
from remedies.ledger.entries import Purged
from remedies.wire import MAX_BYTES, read_json

_MOST_BYTES: Final = 500_000_000
_MOST_DAYS: Final = 3_660
_LONGEST_NUMBER: Final = 10
_HEADS: Final = ("Row", "At", "Actor", "Role", "Action", "Case", "Subject", "Outcome")


def export(options: argparse.Namespace) -> int:
    """Write a case as one archive."""
    role = Role.PROSECUTOR if options.identities else Role.SYSTEM
    with desk_of(options, role, keys=True) as desk:
        case_id = case_of(desk, options.case)
        content = casework.export_case(desk, case_id, identities=options.identities)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(content)
    print_page(str(options.out))
    return DONE


def import_archive(options: argparse.Namespace) -> int:
    """Take a case from its archive, whole or not at all; 1 where it applies payments otherwise."""
    content = read(options.file, _MOST_BYTES)
    with desk_of(options, Role.PROSECUTOR, keys=True) as desk:
        row = casework.import_case(desk, content)
        problems = casework.verify(desk, row.id)
    if options.json:
        about = {"id": row.id, "reference": row.reference, "entries": row.head.seq}
        print_json({**about, "errors": [_problem(p) for p in problems]}, sys.stdout)
        return FAILED if problems else DONE
    print_page(f"Imported case {row.reference}, {row.head.seq} entries; its id is {row.id}.")
    if problems:
        told = "it came in as it was recorded there, and differs from what the law as encoded here gives:"
        lines = (f"  {p.field}: {p.message}" for p in problems)
        sys.stderr.write("\n".join((f"remedies: {told}", *lines)) + "\n")
    return FAILED if problems else DONE


def _problem(problem: Problem) -> dict[str, str]:
    return {"field": problem.field, "code": problem.code, "message": problem.message}


def verify(options: argparse.Namespace) -> int:
    """Prove a case's journal: it is as it was recorded, and every entry follows from those before."""
    with desk_of(options) as desk:
        case_id = case_of(desk, options.case)
        problems = list(casework.verify(desk, case_id, _head(options)))
        head = casework.case(desk, case_id).head
    return _proved(options, problems, head)


def audit(options: argparse.Namespace) -> int:
    """Print the audit trail, or prove it."""
    with desk_of(options) as desk:
        if options.verify:
            problems = list(casework.audit_problems(desk, _head(options)))
            return _proved(options, problems, store.audit_head(desk.session, desk.organization))
        case_id = case_of(desk, options.case) if options.case else None
        found = casework.audit(desk, case_id=case_id, after=options.after)
    rows = [
        (
            str(n),
            _instant(row.at),
            row.actor,
            row.role,
            row.action,
            row.case_id[:8],
            row.subject,
            row.outcome,
        )
        for n, row in found
    ]
    if options.json:
        keys = [head.lower() for head in _HEADS]
        print_json({"audit": [dict(zip(keys, row, strict=True)) for row in rows]}, sys.stdout)
    else:
        print_page(listing(_HEADS, rows))
    return DONE


def create_organization(options: argparse.Namespace) -> int:
    """Add an organization."""
    try:
        with session_of(options) as session:
            made = store.add_organization(session, name=options.name, at=now())
    except ConflictError:
        if not options.unless_there:
            raise
        print_page("The organization is there already.")
        return DONE
    if options.json:
        print_json({"id": made.id, "name": made.name}, sys.stdout)
    else:
        print_page(f"Added {made.name}; its id is {made.id}.")
    return DONE


def list_organizations(options: argparse.Namespace) -> int:
    """List the organizations."""
    with session_of(options) as session:
        found = store.organizations(session)
    if options.json:
        rows = [{"id": one.id, "name": one.name} for one in found]
        print_json({"organizations": rows}, sys.stdout)
    else:
        print_page(listing(("Name", "Id"), [(one.name, one.id) for one in found]))
    return DONE


def create_token(options: argparse.Namespace) -> int:
    """Make a token; its secret is printed once and cannot be had again."""
    if not 1 <= options.days <= _MOST_DAYS:
        why = f"must lie between 1 and {_MOST_DAYS}"
        raise InvalidEntryError([Problem("days", "out_of_range", why)])
    if (options.role == Role.ADVOCATE) != bool(options.victim):
        why = "name the victims of an advocate, CASE:REF, and of no other role"
        raise InvalidEntryError([Problem("victim", "does_not_belong", why)])
    with desk_of(options) as desk:
        victims = [_victim(desk, text) for text in options.victim]
        made, secret = store.make_token(
            desk.session,
            desk.organization,
            options.role,
            at=desk.at,
            expires_at=desk.at + dt.timedelta(days=options.days),
            victims=victims,
        )
        desk.audit("make token", subject=made.id)
    expires = _instant(made.expires_at)
    if options.json:
        document = {"id": made.id, "role": made.role, "expires_at": expires, "secret": secret}
        print_json(document, sys.stdout)
    else:
        sys.stderr.write(
            f"remedies: token {made.id}, {made.role}, in force until {expires}. "
            "Its secret stands below once and cannot be had again.\n"
        )
        sys.stdout.write(f"{secret}\n")
    return DONE


def revoke_token(options: argparse.Namespace) -> int:
    """End a token now."""
    with desk_of(options) as desk:
        if not store.revoke(desk.session, desk.organization, options.token, at=desk.at):
            message = "the organization has no such token in force; `token list` names them"
            raise NotFoundError(message)
        desk.audit("revoke token", subject=options.token)
    if options.json:
        print_json({"id": options.token, "revoked": True}, sys.stdout)
    else:
        print_page(f"Token {options.token} is revoked.")
    return DONE


def list_tokens(options: argparse.Namespace) -> int:
    """List the tokens, without secrets."""
    with session_of(options) as session:
        found = store.tokens(session, organization_of(session, options))
    rows = [
        (
            one.id,
            one.role,
            _instant(one.expires_at),
            _instant(revoked_at) if revoked_at else "",
            ", ".join(sorted(f"{case_id[:8]}:{victim}" for case_id, victim in one.victims)),
        )
        for one, revoked_at in found
    ]
    if options.json:
        keys = ("id", "role", "expires_at", "revoked_at", "victims")
        print_json({"tokens": [dict(zip(keys, row, strict=True)) for row in rows]}, sys.stdout)
    else:
        print_page(listing(("Id", "Role", "Until", "Revoked", "Victims"), rows))
    return DONE


def set_identity(options: argparse.Namespace) -> int:
    """Store who a victim is, read from standard input."""
    document = read_json(read("-", MAX_BYTES))
    with desk_of(options, Role.PROSECUTOR, keys=True) as desk:
        casework.put_identity(desk, case_of(desk, options.case), options.victim, document)
    print_page(f"The identity of {options.victim} is stored, encrypted.")
    return DONE


def show_identity(options: argparse.Namespace) -> int:
    """Print who a victim is."""
    with desk_of(options, Role.PROSECUTOR, keys=True) as desk:
        found = casework.get_identity(desk, case_of(desk, options.case), options.victim)
    if options.json:
        print_json(found, sys.stdout)
    else:
        rows = [
            (name.replace("_", " "), "\n".join(value) if isinstance(value, list) else str(value))
            for name, value in found.items()
        ]
        print_page(listing(("", ""), rows))
    return DONE


def purge_identity(options: argparse.Namespace) -> int:
    """Destroy an identity or a document, and enter that it was."""
    with desk_of(options, Role.PROSECUTOR, keys=True) as desk:
        draft = Draft(body=Purged(of=options.of, authority=options.authority), on=options.on)
        entry = casework.purge(desk, case_of(desk, options.case), draft)
    print_page(f"Entry {entry.seq}: what was stored of {options.of} is destroyed.")
    return DONE


def _head(options: argparse.Namespace) -> store.Head | None:
    """Return the head that was noted outside the database, where one is given: ``SEQ:DIGEST``."""
    if options.head is None:
        return None
    seq, _, digest = options.head.partition(":")
    if not (seq.isascii() and seq.isdigit() and len(seq) < _LONGEST_NUMBER and digest):
        why = "write it as it was printed: SEQ:DIGEST"
        raise InvalidEntryError([Problem("head", "not_a_pair", why)])
    return store.Head(seq=int(seq), digest=digest)


def _instant(at: dt.datetime) -> str:
    """Return an instant in UTC as a table has it."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M:%SZ")


def _victim(desk: Desk, text: str) -> tuple[str, str]:
    name, sign, victim = text.rpartition(":")
    if not sign:
        why = "write each as CASE:REF, such as EX-1:V-1"
        raise InvalidEntryError([Problem("victim", "not_a_pair", why)])
    case_id = case_of(desk, name)
    casework.record(desk, case_id, "victim", victim)
    return case_id, victim


def _proved(
    options: argparse.Namespace, problems: list[Problem], found_head: store.Head | None
) -> int:
    head = found_head or store.Head(seq=0, digest="")
    if options.json:
        found = [_problem(p) for p in problems]
        document = {"sound": not found, "seq": head.seq, "digest": head.digest, "errors": found}
        print_json(document, sys.stdout)
    elif problems:
        sys.stderr.write("".join(f"remedies: {p.field}: {p.message}\n" for p in problems))
    else:
        told = f"Sound: {head.seq} entries. Note the head elsewhere: {head.seq}:{head.digest}\n"
        sys.stdout.write(told)  # on one line, however wide
    return FAILED if problems else DONE


WORKS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "export": export,
    "import_archive": import_archive,
    "verify": verify,
    "audit": audit,
    "create_organization": create_organization,
    "list_organizations": list_organizations,
    "create_token": create_token,
    "revoke_token": revoke_token,
    "list_tokens": list_tokens,
    "set_identity": set_identity,
    "show_identity": show_identity,
    "purge_identity": purge_identity,
}
