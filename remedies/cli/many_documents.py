"""Many guides, one for each line of answers: worker processes, a bar, and a run that can be stopped."""

import argparse
import datetime as dt
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rich.progress import track

from remedies.casework.issuing import Job, issue
from remedies.casework.material import Material
from remedies.casework.printing import printed
from remedies.casework.wanted import FORMS, Wanted, demand
from remedies.cli.case_desk import today
from remedies.cli.case_files import read
from remedies.cli.terminal import DONE
from remedies.documents.guides import Size
from remedies.documents.guides.personal import KIND
from remedies.errors import FactsError, InvalidEntryError, Problem, RemediesError
from remedies.facts.answers import Answers
from remedies.wire import read_json
from remedies.wire.answers import Question, read_question

_MOST_BYTES: Final = 16 * 1_048_576
_MOST_WORKERS: Final = 64
_PDF: Final = "pdf"
_STOPPED: Final = 130
"""The exit status of what was stopped with Ctrl-C, as a shell has it."""


def made(options: argparse.Namespace) -> int:
    """Make one guide for each line of ``options.each``; what is there already is not made again."""
    if options.kind != KIND:
        says = "makes guides of answers only: the kind remedies"
        raise InvalidEntryError([Problem("--each", "not_of_answers", says)])
    if not 0 <= options.workers <= _MOST_WORKERS:
        says = f"must be 0 to {_MOST_WORKERS}"
        raise InvalidEntryError([Problem("--workers", "out_of_range", says)])
    demand(_wanted(options.lang, options.format or _PDF, options.as_of or today()))
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
    question = read_question(given["answers"], as_of)
    wanted = _wanted(given["language"], given["form"], as_of, question)
    return printed(replace(wanted, size=Size.LARGE) if given["large"] else wanted)


def _wanted(code: str, ending: str, as_of: dt.date, question: Question | None = None) -> Wanted:
    """Return a guide as it is wanted; without a question, that of answers of which none is given."""
    form = next(form for form, known in FORMS.items() if known == ending)
    question = question or Question(answers=Answers())
    material = Material(question=question)
    return Wanted(kind=KIND, language=code, as_of=as_of, form=form, material=material)
