"""The command line: compute a figure, write its exhibits, read the law and keep it current."""

import argparse
import sys
from collections.abc import Sequence

import remedies
from remedies.cli import (
    answer,
    case,
    cases,
    document,
    garnishment,
    intake,
    law,
    open_remedies,
)
from remedies.cli.terminal import DONE, FAILED, REFUSED, report
from remedies.errors import RemediesError

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
  remedies intake new --out intake.xlsx                 a workbook to fill in; `intake read` makes the claim
  remedies answer examples/rate_change.json examples/opposing_schedule.csv   what theirs differs by
  remedies remedies FACTS.json                          which remedies may be open, and until when
  remedies document                                     guides to print: which there are
  remedies schema claim                                 the JSON Schema of a claim
  remedies law show us.minimum_wage --on 2012-05-01     what the law was on a day, and its words

A claim of "-" is read from standard input. Exit status: 0 done; 1 a file could not be read or
written, or `law check` found something to look up; 2 the claim, the question or the file has
problems, listed on standard error.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except RemediesError as error:
        report(error, as_json=getattr(options, "json", True))
        return REFUSED
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
    cases.add(commands)
    intake.add(commands)
    answer.add(commands)
    case.add(commands)
    garnishment.add(commands)
    open_remedies.add(commands)
    document.add(commands)
    law.add(commands)
    return parser
