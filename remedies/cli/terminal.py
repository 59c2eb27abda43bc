"""What all commands share: exit statuses, days, JSON and pages on standard output, errors on the other."""

import argparse
import datetime as dt
import json
import re
import sys
from pathlib import Path
from typing import TextIO, TypeAlias

from rich.console import Console, RenderableType

from remedies.errors import FactsError, ImportRefusedError, LawNotEncodedError, RemediesError
from remedies.law import Law, load
from remedies.law.library import ROOT
from remedies.wire.problems import problem_document

# argparse gives no public name to what the commands of a parser are added to.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001

DONE = 0
FAILED = 1
REFUSED = 2
WIDTH = 100
NARROWEST = 40
_LINES_END = re.compile(r"[ \t]+$", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day(text: str) -> dt.date:
    """Return the day that an option names.

    Raises:
        argparse.ArgumentTypeError: it is none.

    """
    try:
        return dt.date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        msg = f"{text!r} is not a day; write it as 2026-11-21"
        raise argparse.ArgumentTypeError(msg) from None


def add_json(command: argparse.ArgumentParser) -> None:
    """Add ``--json`` to a command that prints for people without it."""
    command.add_argument("--json", action="store_true", help="print JSON, for programs")


def add_data(command: argparse.ArgumentParser) -> None:
    """Add ``--data``, for law files that are not the program's own."""
    command.add_argument(
        "--data",
        type=Path,
        default=ROOT,
        metavar="DIR",
        help="another folder of law files than the program's own",
    )


def library_of(options: argparse.Namespace) -> Law:
    """Return the law under ``--data``.

    Raises:
        LawNotEncodedError: there is none, so that no answer could be trusted.

    """
    library = load(options.data)
    if not library.keys():
        raise LawNotEncodedError(str(options.data), "there are no law files under it")
    return library


def print_json(document: object, stream: TextIO) -> None:
    """Print a document as JSON."""
    json.dump(document, stream, indent=2, ensure_ascii=False)
    stream.write("\n")


def page_width() -> int:
    """Return how wide a page is: as the terminal, within reason; 100 where there is none."""
    console = Console()
    return max(console.width, NARROWEST) if console.is_terminal else WIDTH


def print_page(page: RenderableType) -> None:
    """Print a page on standard output, its words as they are; where that is no terminal, as plain text."""
    console = Console(highlight=False, markup=False, emoji=False, width=page_width())
    with console.capture() as captured:
        console.print(page)
    sys.stdout.write(_LINES_END.sub("", captured.get()))


def report(error: RemediesError, *, as_json: bool) -> None:
    """Print an error on standard error: a problem document for programs, plain words for people."""
    how = error.how if isinstance(error, LawNotEncodedError) else ""
    if as_json:
        print_json(problem_document(error) | ({"how": how} if how else {}), sys.stderr)
        return
    lines = [str(error)]
    if isinstance(error, ImportRefusedError | FactsError):
        found = (f"{problem.field}: {problem.message}" for problem in error.problems)
        head = "nothing was written" if isinstance(error, ImportRefusedError) else "refused"
        lines = [head, *(line.removeprefix(": ") for line in found)]
    if how:
        lines.append(how)
    sys.stderr.write("remedies: " + "\n  ".join(lines) + "\n")
