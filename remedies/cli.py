"""The command line: compute a figure, write its exhibits, print the contract's schemas."""

import argparse
import json
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import Progress

import remedies
from remedies import casework
from remedies.documents.summary import summary
from remedies.errors import RemediesError
from remedies.wire import MAX_BYTES, result_json
from remedies.wire.json_schema import claim_schema, result_schema
from remedies.wire.problems import problem_document

DONE = 0
FAILED = 1
BAD_CLAIM = 2
_PATIENCE_SECONDS = 1

_DESCRIPTION = """\
Compute what a victim of trafficking is owed in restitution (18 U.S.C. § 1593): exact to the cent,
with the law and the exhibit beside every line. Facts go in as a claim (JSON); nothing is stored,
nothing is sent anywhere.
"""
_EPILOG = """\
examples:
  remedies summary examples/forced_labor.json           a page to read in the terminal
  remedies compute examples/forced_labor.json           the result as JSON, on standard output
  remedies exhibits examples/forced_labor.json --out out    memorandum, schedule, workbook, result
  remedies schema claim                                 the JSON Schema of a claim

A claim of "-" is read from standard input. Exit status: 0 done; 1 a file could not be read or
written; 2 the claim has problems, listed field by field on standard error.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except RemediesError as error:
        _print_json(problem_document(error), sys.stderr)
        return BAD_CLAIM
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except OSError as error:
        print(f"remedies: {error.strerror}: {error.filename}", file=sys.stderr)  # noqa: T201
        return FAILED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="remedies",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"remedies {remedies.__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    compute = commands.add_parser("compute", help="print the result of a claim as JSON")
    _claim(compute)
    compute.set_defaults(run=_compute)

    short = commands.add_parser("summary", help="print the figure and its grounds as plain text")
    _claim(short)
    short.set_defaults(run=_summary)

    exhibits = commands.add_parser(
        "exhibits", help="write memorandum.pdf, schedule.pdf, schedule.xlsx and result.json"
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

    schema = commands.add_parser("schema", help="print the JSON Schema of a claim or a result")
    schema.add_argument("document", choices=("claim", "result"))
    schema.set_defaults(run=_schema)
    return parser


def _claim(command: argparse.ArgumentParser) -> None:
    command.add_argument("claim", metavar="CLAIM.json", help='the claim; "-" for standard input')


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _compute(options: argparse.Namespace) -> int:
    sys.stdout.write(result_json(casework.assessed(_read(options.claim))))
    return DONE


def _summary(options: argparse.Namespace) -> int:
    sys.stdout.write(summary(casework.assessed(_read(options.claim))))
    return DONE


def _exhibits(options: argparse.Namespace) -> int:
    assessment = casework.assessed(_read(options.claim))
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


def _schema(options: argparse.Namespace) -> int:
    document = claim_schema() if options.document == "claim" else result_schema()
    _print_json(document, sys.stdout)
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


def _print_json(document: object, stream: TextIO) -> None:
    json.dump(document, stream, indent=2, ensure_ascii=False)
    stream.write("\n")
