"""Many guides, one for each line of answers: worker processes, a bar, and a run that can be stopped."""

import argparse
import datetime as dt
import json
import os
from collections.abc import Iterator
from typing import Final

from rich.progress import track

from remedies.casework.issuing import Job, issue
from remedies.casework.material import Material
from remedies.casework.printing import printed
from remedies.casework.wanted import FORMS, Wanted
from remedies.cli.case_desk import today
from remedies.cli.case_files import read
from remedies.cli.terminal import DONE
from remedies.documents.guides import Needs, Size
from remedies.documents.guides.catalog import CATALOG
from remedies.errors import FactsError, InvalidEntryError, Problem, RemediesError
from remedies.wire import read_json
from remedies.wire.answers import read_question

_MOST_BYTES: Final = 16 * 1_048_576
_MOST_WORKERS: Final = 64
_PDF: Final = "pdf"
_STOPPED: Final = 130
"""The exit status of what was stopped with Ctrl-C, as a shell has it."""


def made(options: argparse.Namespace) -> int:
    """Make one guide for each line of ``options.each``; what is there already is not made again."""
    if CATALOG[options.kind].needs is not Needs.ANSWERS:
        says = "makes guides of answers only: the kind remedies"
        raise InvalidEntryError([Problem("--each", "not_of_answers", says)])
    if not 0 <= options.workers <= _MOST_WORKERS:
        says = f"must be 0 to {_MOST_WORKERS}"
        raise InvalidEntryError([Problem("--workers", "out_of_range", says)])
    jobs = list(_jobs(options))
    workers = options.workers or os.cpu_count() or 1
    done = issue(jobs, of_line, options.out, workers)
    try:
        found = list(track(done, description="Guides", total=len(jobs)))
    except KeyboardInterrupt:
        print("stopped; the same command goes on where it was")  # noqa: T201
        return _STOPPED
    print(f"{options.out}: {sum(each.printed for each in found)} made, {len(found)} there")  # noqa: T201
    return DONE


def _jobs(options: argparse.Namespace) -> Iterator[Job]:
    """Yield a job for each line, every line read first so that nothing is made of a wrong file.

    Raises:
        InvalidEntryError: lines that cannot be used; each problem names its line.

    """
    as_of = options.as_of or today()
    suffix = options.format or _PDF
    problems: list[Problem] = []
    for number, line in enumerate(read(options.each, _MOST_BYTES).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            document = read_json(line)
            read_question(document, as_of)
        except InvalidEntryError as wrong:
            problems += (
                Problem(f"line {number}: {each.field}", each.code, each.message)
                for each in wrong.problems
            )
            continue
        except (FactsError, RemediesError) as wrong:
            problems.append(Problem(f"line {number}", wrong.code, str(wrong)))
            continue
        made_of = {
            "answers": document,
            "as_of": as_of.isoformat(),
            "form": suffix,
            "kind": options.kind,
            "language": options.lang,
            "large": options.large,
        }
        content = json.dumps(made_of, sort_keys=True).encode()
        yield Job(name=f"guide-{number:04}.{suffix}", made_of=content)
    if problems:
        raise InvalidEntryError(problems)


def of_line(made_of: bytes) -> bytes:
    """Return the guide of one line, in a process of its own."""
    given = json.loads(made_of)
    as_of = dt.date.fromisoformat(given["as_of"])
    form = next(form for form, ending in FORMS.items() if ending == given["form"])
    return printed(
        Wanted(
            kind=given["kind"],
            language=given["language"],
            as_of=as_of,
            form=form,
            size=Size.LARGE if given["large"] else Size.ORDINARY,
            material=Material(question=read_question(given["answers"], as_of)),
        )
    )
