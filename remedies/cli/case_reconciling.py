"""The command that holds a case against a clerk's ledger: columns shown, confirmed, compared."""

import argparse
import shlex
import sys
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256

from remedies.casework import cases as casework
from remedies.cli.case_desk import case_of, desk_of
from remedies.cli.case_files import read
from remedies.cli.table_options import table_said
from remedies.cli.terminal import DONE, FAILED, REFUSED, print_json, print_page
from remedies.documents.reconciliation_text import reconciliation_text
from remedies.errors import Problem
from remedies.intake.clerk_ledger import ClerkLedger, Looked, Said, first_rows, looked_at
from remedies.intake.clerk_ledger_answers import listed, proposal_json
from remedies.intake.clerk_ledger_ways import stated
from remedies.intake.columns import Mapping as Reading
from remedies.intake.columns import written
from remedies.intake.limits import MAX_BYTES
from remedies.intake.refusals import TableError
from remedies.intake.sheet import letters
from remedies.intake.values import DateOrder
from remedies.ledger.reconciliation import Reconciliation
from remedies.ledger.reconciliation_lines import BalanceOf, TheirRow
from remedies.wire import read_json
from remedies.wire.entries_fields import dollars
from remedies.wire.reconciliation import reconciliation_document


def reconcile(options: argparse.Namespace) -> int:
    """Compare, or show how the file would be read; 1 where the ledgers differ."""
    content = read(options.file, MAX_BYTES)
    said = _said(options)
    looked = looked_at(content, said)
    if looked.read is None:
        _propose(options, looked, said)
        return REFUSED
    found = _compared(options, looked.read, content)
    if options.json:
        document = {**reconciliation_document(found), "notes": listed(looked.read.notes)}
        print_json(document, sys.stdout)
    else:
        for note in looked.read.notes:
            text = f"{note.field}: {note.message}" if note.field else note.message
            sys.stderr.write(f"remedies: {text}\n")
        print_page(reconciliation_text(found))
    return DONE if found.agrees else FAILED


def _compared(options: argparse.Namespace, theirs: ClerkLedger, content: bytes) -> Reconciliation:
    with desk_of(options) as desk:
        case_id = case_of(desk, options.case)
        found = casework.reconciled(
            desk,
            case_id,
            theirs.rows,
            balance_of=theirs.balance_of,
            begins_on=options.begins_on,
            ends_on=options.ends_on,
        )
        if options.record is not None:
            casework.record_reconciliation(
                desk,
                case_id,
                found,
                source=options.source,
                digest=f"sha256:{sha256(content).hexdigest()}",
                on=options.record,
            )
    return found


def _said(options: argparse.Namespace) -> Said:
    return Said(
        **asdict(table_said(options)),
        balance_of=BalanceOf(options.balance_of) if options.balance_of else None,
        parties=_parties(options.parties) if options.parties else {},
        ways=stated(options.ways) if options.ways is not None else {},
    )


def _parties(name: str) -> dict[str, str]:
    """Return the references behind labels of theirs, which may be names: from a file, never an argument."""
    document = read_json(read(name, MAX_BYTES))
    if not isinstance(document, dict) or not all(isinstance(v, str) for v in document.values()):
        why = 'must be an object of labels and references, such as {"label of theirs": "D-1"}'
        raise TableError([Problem("parties", "wrong_type", why)])
    return document


def _propose(options: argparse.Namespace, looked: Looked, said: Said) -> None:
    if options.json:
        print_json(proposal_json(looked, said), sys.stdout)
        return
    lines = [
        "Nothing was compared yet: the columns wait to be confirmed. They would be read like this:",
        *_columns(looked),
        "",
        "The first rows:",
        *_first(looked, said),
    ]
    for title, found in (
        ("Look at:", looked.proposal.notes),
        ("Say first:", looked.proposal.missing),
    ):
        if found:
            lines += ["", title, *(f"  {one.field}: {one.message}" for one in found)]
    lines += ["", "When this is right, run:", f"  {_command(options, looked)}"]
    sys.stderr.write("\n".join(lines) + "\n")


def _columns(looked: Looked) -> Iterator[str]:
    fields = {place: name for name, place in looked.proposal.columns.items()}
    width = max(len(label) for label in looked.table.labels)
    for place, label in enumerate(looked.table.labels):
        yield f"  {letters(place):<2} {label:<{width}}  {fields.get(place, '(not read)')}"


def _first(looked: Looked, said: Said) -> Iterator[str]:
    proposal = looked.proposal
    reading = Reading(columns=proposal.columns, dates=proposal.dates, numbers=said.numbers)
    for number, row in first_rows(looked.table, reading, said):
        yield f"  row {number}: {_row(row) if row else 'not readable yet'}"


def _row(row: TheirRow) -> str:
    way = row.way.value.replace("_", " ")
    parts = [row.on.isoformat(), f"{way} {dollars(row.amount)}"]
    parts += [f"party {row.party}"] if row.party else []
    parts += [f"receipt {row.receipt}"] if row.receipt else []
    parts += [f"balance {dollars(row.balance)}"] if row.balance is not None else []
    return ", ".join(parts)


def _command(options: argparse.Namespace, looked: Looked) -> str:
    parts = ["remedies", "case", "reconcile", options.case, options.file]
    parts += ["--columns", written(looked.proposal.columns, looked.table)]
    dates = looked.proposal.dates
    for flag, value in (
        ("--dates", None if dates is DateOrder.ISO else dates),
        ("--numbers", options.numbers),
        ("--sheet", options.sheet),
        ("--header-row", options.header_row),
        ("--balance-of", options.balance_of),
        ("--from", options.begins_on),
        ("--to", options.ends_on),
        ("--parties", options.parties),
        ("--ways", options.ways),
        ("--record", options.record),
        ("--database", options.database),
        ("--organization", options.organization),
    ):
        if value is not None:
            parts += [flag, str(value)]
    said = {
        "dates": "--dates mdy, or --dates dmy",
        "numbers": "--numbers point, or --numbers comma",
        "ways": "--ways 'WORD=received,WORD=paid_out'",
    }
    asked = [said.get(problem.field, "") for problem in looked.proposal.missing]
    return " and ".join([shlex.join(parts), *filter(None, asked)])
