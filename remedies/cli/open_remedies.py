"""The command that says which remedies may be open, from a few answers; nothing is stored."""

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from remedies.cli.case_files import read
from remedies.cli.terminal import DONE, Commands, add_json, day, page_width, print_json
from remedies.errors import InvalidEntryError, Problem
from remedies.wire import MAX_BYTES

if TYPE_CHECKING:
    from remedies.calculators.avenues import Remedy

_DESCRIPTION: Final = """\
Which remedies may be open to a person, and until when, from a few answers: a JSON object such as
{"answers": {"state": "US-CA", "forced": "yes", "ended_on": "2021-06"}}. Every answer may be left out. No
name, address or status is asked for, and nothing is stored. A claim beside the answers ("claim") gives
figures.
"""


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "remedies",
        help="which remedies may be open, from a few answers",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("facts", metavar="FACTS.json", help='the answers; "-" for standard input')
    command.add_argument("--lang", default="en", metavar="LANGUAGE", help="such as es; else en")
    command.add_argument("--as-of", type=day, metavar="DATE", help="the day asked of; else today")
    command.add_argument(
        "--calendar",
        type=Path,
        metavar="FILE.ics",
        help="write the days ahead, without naming them",
    )
    command.add_argument(
        "--named", action="store_true", help="with --calendar: name the remedy of each day"
    )
    add_json(command)
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    # Imported when it is asked for: other commands need nothing of guides.
    from remedies import law  # noqa: PLC0415
    from remedies.casework.material import Material  # noqa: PLC0415
    from remedies.casework.printing import guide_of  # noqa: PLC0415
    from remedies.casework.remedies_open import remedies_open  # noqa: PLC0415
    from remedies.casework.wanted import Wanted  # noqa: PLC0415
    from remedies.cli.case_desk import today  # noqa: PLC0415
    from remedies.documents.guides.plain import guide_text  # noqa: PLC0415
    from remedies.wire import read_json  # noqa: PLC0415
    from remedies.wire.answers import read_question  # noqa: PLC0415
    from remedies.wire.remedies_open import remedies_document  # noqa: PLC0415

    as_of = options.as_of or today()
    question = read_question(read_json(read(options.facts, MAX_BYTES)), as_of)
    if options.calendar is not None:
        return _calendar(options, remedies_open(question, as_of), as_of)
    if options.json:
        found = remedies_open(question, as_of)
        print_json(remedies_document(found, law.encoded(), as_of), sys.stdout)
        return DONE
    wanted = Wanted(
        kind="remedies",
        language=options.lang,
        as_of=as_of,
        material=Material(question=question),
    )
    sys.stdout.write(guide_text(guide_of(wanted), page_width()))
    return DONE


def _calendar(options: argparse.Namespace, found: "tuple[Remedy, ...]", as_of: dt.date) -> int:
    from remedies.documents.guides.deadlines import deadlines_calendar  # noqa: PLC0415
    from remedies.documents.texts import languages  # noqa: PLC0415

    if options.lang not in languages():
        says = f"must be one of {', '.join(languages())}"
        raise InvalidEntryError([Problem("--lang", "not_one_of", says)])
    content = deadlines_calendar(as_of, options.lang, remedies=found, named=options.named)
    options.calendar.write_bytes(content)
    print(options.calendar)  # noqa: T201 - the command's output
    return DONE
