"""The commands that take a claim: compute, summary, theories, exhibits; and the contract's schemas."""

import argparse
import sys
import threading
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import Progress

from remedies import casework
from remedies.calculators.assessment import Assessment
from remedies.cli.terminal import DONE, Commands, day, print_json, print_page
from remedies.documents.doubt_text import theory_table
from remedies.documents.summary import summary
from remedies.errors import FactsError, Problem
from remedies.wire import MAX_BYTES, result_json
from remedies.wire.json_schema import (
    claim_schema,
    delays_schema,
    result_schema,
    statement_schema,
)

_PATIENCE_SECONDS = 1


def add(commands: Commands) -> None:
    """Add the commands to the parser."""
    compute = commands.add_parser("compute", help="print the result of a claim as JSON")
    _claim(compute)
    compute.set_defaults(run=_compute)

    short = commands.add_parser("summary", help="print the figure and its grounds as plain text")
    _claim(short)
    short.set_defaults(run=_summary)

    theories = commands.add_parser(
        "theories", help="print a claim's theories side by side: its facts under other positions"
    )
    _claim(theories)
    theories.set_defaults(run=_theories)

    exhibits = commands.add_parser(
        "exhibits",
        help="write memorandum.pdf, schedule.pdf, schedule.xlsx, result.json and, where asked, civil.pdf",
    )
    _claim(exhibits)
    exhibits.add_argument(
        "--out",
        type=Path,
        default=Path("out"),
        metavar="DIR",
        help="where to write (default: out)",
    )
    exhibits.set_defaults(run=_exhibits)

    schema = commands.add_parser("schema", help="print the JSON Schema of a document")
    schema.add_argument("document", choices=tuple(_SCHEMAS))
    schema.set_defaults(run=_schema)


def _claim(command: argparse.ArgumentParser) -> None:
    command.add_argument("claim", metavar="CLAIM.json", help='the claim; "-" for standard input')
    command.add_argument(
        "--law-as-recorded-on",
        type=day,
        metavar="DATE",
        help="compute with the law as it was recorded on that day, without later corrections",
    )


def _assessed(options: argparse.Namespace) -> Assessment:
    recorded_on = options.law_as_recorded_on
    return casework.assessed(_read(options.claim), law_as_recorded_on=recorded_on)


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _compute(options: argparse.Namespace) -> int:
    sys.stdout.write(result_json(_assessed(options)))
    return DONE


def _summary(options: argparse.Namespace) -> int:
    sys.stdout.write(summary(_assessed(options)))
    return DONE


def _theories(options: argparse.Namespace) -> int:
    assessment = _assessed(options)
    if not assessment.theories:
        why = "give at least one theory: a name and the positions on which it differs"
        raise FactsError([Problem("theories", "required", why)])
    print_page(theory_table(assessment))
    return DONE


def _exhibits(options: argparse.Namespace) -> int:
    assessment = _assessed(options)
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    found = casework.exhibits(assessment)
    with _progress() as progress:
        task = progress.add_task("writing exhibits", total=len(found))
        for exhibit in found:
            progress.update(task, description=f"writing {exhibit.name}")
            (out / exhibit.name).write_bytes(exhibit.make(assessment))
            progress.advance(task)
    for exhibit in found:
        print(out / exhibit.name)  # noqa: T201 - the command's output
    return DONE


_SCHEMAS: Final = {
    "claim": claim_schema,
    "result": result_schema,
    "statement": statement_schema,
    "delays": delays_schema,
}


def _schema(options: argparse.Namespace) -> int:
    print_json(_SCHEMAS[options.document](), sys.stdout)
    return DONE


class _progress:  # noqa: N801 - used as a function is
    """A progress bar on standard error that shows itself when work takes longer than a second."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._bar = Progress(console=console, transient=True, disable=not console.is_terminal)
        self._timer = threading.Timer(_PATIENCE_SECONDS, self._bar.start)

    def __enter__(self) -> Progress:
        self._timer.start()
        return self._bar

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()
        self._bar.stop()
