"""The commands that enter something in a case."""

import argparse
import sys
from collections.abc import Callable, Mapping
from typing import Final

from remedies.casework import cases as casework
from remedies.casework.cases import Desk
from remedies.cli.case_desk import case_of, desk_of
from remedies.cli.case_files import beside, read
from remedies.cli.case_verbs import document_of
from remedies.cli.terminal import DONE, print_json, print_page
from remedies.documents.case_text import entered_text
from remedies.errors import ConflictError, InvalidEntryError, NotFoundError, Problem
from remedies.ledger.entries import Entry
from remedies.wire import MAX_BYTES, read_json
from remedies.wire.entries_schema import entry_document

_MOST_BYTES: Final = 50_000_000


def open_case(options: argparse.Namespace) -> int:
    """Open a case."""
    draft = casework.draft_of("case", document_of(options, "case"))
    with desk_of(options) as desk:
        row, entry = casework.open_case(desk, draft)
    if options.json:
        print_json({"id": row.id, **entry_document(entry)}, sys.stdout)
    else:
        print_page(f"Opened case {row.reference}; its id is {row.id}.")
    return DONE


def amend_case(options: argparse.Namespace) -> int:
    """Enter what is known of the case since."""
    stated = document_of(options, "case")
    with desk_of(options) as desk:
        case_id = case_of(desk, options.case)
        stated["reference"] = casework.case(desk, case_id).reference
        entry = _amended(desk, case_id, "case", "", stated, options)
    return _print(entry, options)


def load(options: argparse.Namespace) -> int:
    """Open a case and enter all that a file lists."""
    document = read_json(read(options.file, _MOST_BYTES), whole_numbers=True)
    try:
        with desk_of(options, keys=_names_files(document)) as desk:
            row, entries = casework.load_case(desk, document, beside(options.file, _MOST_BYTES))
    except ConflictError:
        if not options.unless_there:
            raise
        print_page("The case is there already; nothing was entered.")
        return DONE
    if options.json:
        print_json({"id": row.id, "reference": row.reference, "entries": len(entries)}, sys.stdout)
    else:
        print_page(f"Loaded case {row.reference}, {len(entries)} entries; its id is {row.id}.")
    return DONE


def enter_verb(options: argparse.Namespace) -> int:
    """Enter one kind from the options of its verb."""
    stated = document_of(options, options.kind)
    if options.kind not in _VERSIONED:
        return _enter(options, options.kind, stated)
    with desk_of(options) as desk:
        case_id = case_of(desk, options.case)
        reference = str(stated.get("reference", ""))
        entry = _amended(desk, case_id, options.kind, reference, stated, options)
    return _print(entry, options)


def _amended(  # noqa: PLR0913, PLR0917 - what is amended, with what
    desk: Desk,
    case_id: str,
    kind: str,
    reference: str,
    stated: dict[str, object],
    options: argparse.Namespace,
) -> Entry:
    """Enter a version: what is not said again stays as it was, unless an entry is corrected."""
    expected = options.expected
    if options.corrects is None and (known := _known(desk, case_id, kind, reference)):
        before = {k: v for k, v in entry_document(known.entry).items() if k not in _OF_ENTRY}
        stated = {**before, **stated}
        expected = known.version if expected is None else expected
    return casework.entered(desk, case_id, casework.draft_of(kind, stated), expected)


def _known(desk: Desk, case_id: str, kind: str, reference: str) -> casework.Record | None:
    try:
        return casework.record(desk, case_id, kind, reference)
    except NotFoundError:
        return None


def enter_file(options: argparse.Namespace) -> int:
    """Enter a form that a file has, or every entry that it lists."""
    document = read_json(read(options.file, MAX_BYTES), whole_numbers=True)
    if options.kind is None:
        return _enter_all(options, document)
    if isinstance(document, dict):
        stated = {"on": options.on.isoformat()} if options.on else {}
        corrects = {"corrects": options.corrects} if options.corrects is not None else {}
        document = {**document, **stated, **corrects}
    return _enter(options, options.kind, document)


def _enter_all(options: argparse.Namespace, document: object) -> int:
    for name in ("on", "corrects", "expected"):
        if getattr(options, name) is not None:
            why = "is of one entry: in a list each entry says its own"
            raise InvalidEntryError([Problem(name, "does_not_belong", why)])
    with desk_of(options, keys=_names_files(document)) as desk:
        case_id = case_of(desk, options.case)
        files = beside(options.file, _MOST_BYTES)
        entries = casework.enter_all(desk, case_id, document, files)
        for entry in entries:
            _warn(desk, case_id, entry)
    if options.json:
        print_json({"entries": [entry_document(entry) for entry in entries]}, sys.stdout)
    else:
        for entry in entries:
            print_page(entered_text(entry))
    return DONE


def _names_files(document: object) -> bool:
    """Return whether an entry of a list names a file, for which keys are needed."""
    entries = document.get("entries") if isinstance(document, dict) else None
    return isinstance(entries, list) and any(
        isinstance(entry, dict) and "file" in entry for entry in entries
    )


def seal(options: argparse.Namespace) -> int:
    """Seal a case, or unseal it."""
    document = {
        "on": options.on.isoformat(),
        "sealed": not options.unseal,
        **({"document": options.document} if options.document else {}),
        **({"corrects": options.corrects} if options.corrects is not None else {}),
    }
    return _enter(options, "seal", document)


def claim(options: argparse.Namespace) -> int:
    """Assess a claim and keep it with its result."""
    content = read(options.claim, MAX_BYTES)
    with desk_of(options, keys=True) as desk:
        case_id = case_of(desk, options.case)
        entry, _ = casework.assess_claim(
            desk, case_id, content, options.on, reference=options.reference
        )
    return _print(entry, options)


def document(options: argparse.Namespace) -> int:
    """Keep a paper, encrypted, and enter that it is there."""
    content = read(options.file, _MOST_BYTES)
    draft = casework.draft_of("document", document_of(options, "document"))
    with desk_of(options, keys=True) as desk:
        entry = casework.add_document(desk, case_of(desk, options.case), draft, content)
    return _print(entry, options)


def _enter(options: argparse.Namespace, kind: str, document: object) -> int:
    draft = casework.draft_of(kind, document)
    with desk_of(options) as desk:
        case_id = case_of(desk, options.case)
        entry = casework.entered(desk, case_id, draft, options.expected)
        _warn(desk, case_id, entry)
    return _print(entry, options)


def _warn(desk: Desk, case_id: str, entry: Entry) -> None:
    """Say on standard error what whoever enters something must know of it."""
    if warning := casework.warning(desk, case_id, entry):
        sys.stderr.write(f"remedies: {warning}\n")


def _print(entry: Entry, options: argparse.Namespace) -> int:
    if options.json:
        print_json(entry_document(entry), sys.stdout)
    else:
        print_page(entered_text(entry))
    return DONE


_VERSIONED: Final = frozenset({"defendant", "victim", "evidence", "deadline", "asset"})
"""Kinds of which a later entry of the same reference is a whole new version."""

_OF_ENTRY: Final = frozenset({"seq", "kind", "on", "actor", "recorded_at", "corrects"})

WORKS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "open_case": open_case,
    "amend_case": amend_case,
    "load": load,
    "enter_verb": enter_verb,
    "enter_file": enter_file,
    "seal": seal,
    "claim": claim,
    "document": document,
}
