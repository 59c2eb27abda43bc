"""What the commands of stored cases do: one function for each, found by its name."""

import argparse
import sys
from collections.abc import Callable, Mapping
from typing import Final

from remedies.cli import (
    case_admin,
    case_entering,
    case_property,
    case_proposing,
    case_reading,
    case_reconciling,
)
from remedies.cli.case_desk import UnavailableError
from remedies.cli.terminal import FAILED, REFUSED, print_json
from remedies.errors import LedgerError, Problem, RemediesError
from remedies.store import TamperedError
from remedies.store.migrations import MigrationError
from remedies.wire.problems import problem_document, problems_of

Work = Callable[[argparse.Namespace], int]

WORKS: Final[Mapping[str, Work]] = {
    **case_admin.WORKS,
    **case_entering.WORKS,
    **case_property.WORKS,
    **case_reading.WORKS,
    "propose": case_proposing.propose,
    "reconcile": case_reconciling.reconcile,
}


def run(options: argparse.Namespace) -> int:
    """Do what a command asks; a refusal is printed with all of its reasons."""
    try:
        return WORKS[options.work](options)
    except RemediesError as error:
        _report(error, as_json=options.json)
        broken = isinstance(error, UnavailableError | MigrationError | TamperedError)
        return FAILED if broken else REFUSED


def _report(error: RemediesError, *, as_json: bool) -> None:
    if as_json:
        print_json(problem_document(error), sys.stderr)
        return
    lines = [_line(problem) for problem in problems_of(error)]
    head = "nothing was entered" if isinstance(error, LedgerError) else "refused"
    text = f"{head}: {lines[0]}" if len(lines) == 1 else "\n  ".join((f"{head}:", *lines))
    sys.stderr.write(f"remedies: {text}\n")


def _line(problem: Problem) -> str:
    return f"{problem.field}: {problem.message}" if problem.field else problem.message
