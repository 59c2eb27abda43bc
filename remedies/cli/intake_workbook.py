"""The intake workbook on the command line: a new one to fill in, and the claim of one that was."""

import argparse
import sys
from pathlib import Path

from remedies.cli.terminal import DONE, REFUSED, Commands, print_json
from remedies.wire import MAX_BYTES as MAX_CLAIM
from remedies.wire import read_json

_LANGUAGES = ("en", "es")
_DEFAULT = Path("intake.xlsx")
_NEW = """\
Writes a workbook that a paralegal or an advocate fills in: one sheet for each kind of fact, with lists,
help and gray examples. It asks for no name, no birth date and no immigration status. Without --out it goes
to standard output, or to intake.xlsx when that is a terminal. The same call writes the same bytes.
"""
_READ = """\
Prints the claim of a workbook that was filled in. When something is to be mended, lists it by cell, in the
workbook's language, on standard error, and ends with status 2. No formula is ever computed.
"""


def add(commands: Commands) -> None:
    """Add ``new`` and ``read`` to the commands of ``intake``."""
    new = commands.add_parser("new", help="write the workbook to fill in", description=_NEW)
    new.add_argument("--language", choices=_LANGUAGES, default="en", help="en (default) or es")
    new.add_argument("--out", type=Path, metavar="FILE", help="where to write")
    new.add_argument(
        "--from",
        dest="claim",
        type=Path,
        metavar="CLAIM.json",
        help="continue the facts of a claim",
    )
    new.set_defaults(run=_new)

    read = commands.add_parser("read", help="print the claim of a workbook", description=_READ)
    read.add_argument("file", type=Path, metavar="FILE.xlsx", help="the workbook")
    read.add_argument("--json", action="store_true", help="list the cells as JSON, for programs")
    read.set_defaults(run=_read)


# Imported when a workbook is written or read: a claim is computed without any of it.


def _new(options: argparse.Namespace) -> int:
    from remedies.intake.workbook.writing import blank, filled  # noqa: PLC0415

    if options.claim is None:
        content = blank(options.language)
    else:
        with options.claim.open("rb") as file:
            document = read_json(file.read(MAX_CLAIM + 1))
        content = filled(document, options.language)
    out = options.out or (_DEFAULT if sys.stdout.isatty() else None)
    if out is None:
        sys.stdout.buffer.write(content)
    else:
        out.write_bytes(content)
        print(out)  # noqa: T201 - the command's output
    return DONE


def _read(options: argparse.Namespace) -> int:
    from remedies.intake.limits import MAX_BYTES  # noqa: PLC0415
    from remedies.intake.workbook.reading import claim_json, read_intake  # noqa: PLC0415

    with options.file.open("rb") as file:
        intake = read_intake(file.read(MAX_BYTES + 1))
    if not intake.problems:
        sys.stdout.write(claim_json(intake))
        return DONE
    if options.json:
        print_json(intake.problem_document(), sys.stderr)
    else:
        lines = [f"{problem.field}: {problem.message}" for problem in intake.problems]
        sys.stderr.write("\n".join(line.removeprefix(": ") for line in lines) + "\n")
    return REFUSED
