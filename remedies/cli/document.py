"""The command that makes a guide, or lists which there are; and every guide at once."""

import argparse
from pathlib import Path
from typing import Final

from remedies.cli.case_files import read
from remedies.cli.terminal import DONE, Commands, day
from remedies.errors import InvalidEntryError, Problem
from remedies.wire import MAX_BYTES

_DESCRIPTION: Final = """\
Guides for survivors, advocates and the public, papers for prosecutors and courts, handouts for
trainers: as PDF, as a page or as a Word file. Without KIND: which there are, for whom, in which
languages, and what each needs. Names of files and titles say nothing of a person. A paper takes its
figures from --claim, and has blanks without one.
"""
_FORMATS: Final = ("pdf", "html", "docx")


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "document",
        help="make a guide, or list which there are",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("kind", nargs="?", metavar="KIND", help="as the list names it")
    command.add_argument("--lang", default="en", metavar="LANGUAGE", help="such as es; else en")
    command.add_argument("--place", default="", metavar="us-ca", help="for a guide of one place")
    command.add_argument(
        "--facts", metavar="FACTS.json", help="answers, as `remedies remedies` takes"
    )
    command.add_argument(
        "--as-of", type=day, metavar="DATE", help="the day of its law; else today"
    )
    command.add_argument("--large", action="store_true", help="in large print")
    command.add_argument(
        "--format", choices=_FORMATS, help="else as the name of FILE ends, or pdf"
    )
    command.add_argument("--out", type=Path, metavar="FILE", help="where to write it")
    command.add_argument(
        "--each",
        metavar="FACTS.jsonl",
        help="one guide for each line of answers, into the folder --out; stopped, it goes on",
    )
    command.add_argument(
        "--workers", type=int, default=0, metavar="N", help="processes for --each; else one a core"
    )
    command.add_argument(
        "--claim", metavar="CLAIM.json", help="for a paper: whose figure it states"
    )
    command.add_argument("--case", default="", metavar="REFERENCE", help="for a paper: the case")
    command.add_argument(
        "--victim", default="", metavar="REFERENCE", help="for a paper: the victim"
    )
    command.add_argument(
        "--examples",
        type=Path,
        default=Path("examples"),
        metavar="DIR",
        help="for a handout: the folder of the example claims",
    )
    command.set_defaults(run=_run, json=False)


def _run(options: argparse.Namespace) -> int:
    # Imported when it is asked for: other commands need nothing of guides.
    from remedies.casework.printing import KINDS  # noqa: PLC0415
    from remedies.documents.guides.catalog import CATALOG  # noqa: PLC0415

    if options.kind is None:
        told = (*map(_told, CATALOG), *map(_paper_told, KINDS))
        print("\n\n".join(told))  # noqa: T201 - the command's output
        return DONE
    problems = []
    if options.kind not in (*CATALOG, *KINDS):
        known = ", ".join((*CATALOG, *KINDS))
        problems.append(Problem("KIND", "not_one_of", f"must be one of {known}"))
    if options.out is None:
        problems.append(Problem("--out", "required", "must say which file to write"))
    if problems:
        raise InvalidEntryError(problems)
    if options.each is not None:
        from remedies.cli.many_documents import made  # noqa: PLC0415

        return made(options)
    return _paper(options) if options.kind in KINDS else _made(options)


def _told(name: str) -> str:
    """Return what the list says of one kind."""
    from remedies.documents.guides.catalog import CATALOG, in_a_list  # noqa: PLC0415
    from remedies.documents.texts import text  # noqa: PLC0415

    kind, found = CATALOG[name], text(name, "en")
    return (
        f"{name}: {in_a_list(found.title, 'en')}\n    {in_a_list(found.summary, 'en')}\n"
        f"    for: {kind.reader}; stage: {kind.stage}; languages: {', '.join(kind.languages)}; "
        f"needs: {kind.needs}"
    )


def _paper_told(name: str) -> str:
    """Return what the list says of a paper or a handout."""
    from remedies.documents.guides.exercises import HANDOUTS  # noqa: PLC0415
    from remedies.documents.texts import text  # noqa: PLC0415

    found = text(name, "en")
    whom = "trainer" if name in HANDOUTS else "advocate, prosecutor"
    needs = "the example claims" if name in HANDOUTS else "nothing; a claim fills it"
    return (
        f"{name}: {found.title.words()}\n    {found.summary.words()}\n"
        f"    for: {whom}; languages: en; needs: {needs}"
    )


def _paper(options: argparse.Namespace) -> int:
    from remedies.casework.printing import Paper, paper  # noqa: PLC0415
    from remedies.cli.case_desk import today  # noqa: PLC0415
    from remedies.wire import read_claim, read_json  # noqa: PLC0415

    given = options.claim
    wanted = Paper(
        kind=options.kind,
        as_of=options.as_of or today(),
        claim=read_claim(read_json(read(given, MAX_BYTES))) if given else None,
        case=options.case,
        victim=options.victim,
        examples=options.examples,
    )
    options.out.write_bytes(paper(wanted, _form(options)))
    print(options.out)  # noqa: T201 - the command's output
    return DONE


def _form(options: argparse.Namespace) -> str:
    """Return the form that is asked for, or that the file's name ends with, or PDF."""
    from remedies.casework.guides import FORMS  # noqa: PLC0415

    suffix = options.format or options.out.suffix.lower().removeprefix(".")
    return {ending: form for form, ending in FORMS.items()}.get(suffix, "application/pdf")


def _made(options: argparse.Namespace) -> int:
    from remedies.casework.guides import Wanted, printed  # noqa: PLC0415
    from remedies.cli.case_desk import today  # noqa: PLC0415
    from remedies.documents.guides import Size  # noqa: PLC0415
    from remedies.wire import read_json  # noqa: PLC0415
    from remedies.wire.answers import read_question  # noqa: PLC0415

    as_of = options.as_of or today()
    facts = options.facts
    question = read_question(read_json(read(facts, MAX_BYTES)), as_of) if facts else None
    wanted = Wanted(
        kind=options.kind,
        language=options.lang,
        as_of=as_of,
        form=_form(options),
        size=Size.LARGE if options.large else Size.ORDINARY,
        place=options.place,
        question=question,
    )
    options.out.write_bytes(printed(wanted))
    print(options.out)  # noqa: T201 - the command's output
    return DONE
