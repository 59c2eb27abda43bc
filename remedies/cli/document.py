"""The command that makes a document, or lists which there are; and a guide for each of many answers."""

import argparse
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from remedies.casework.callers import Role
from remedies.cli.case_files import read
from remedies.cli.terminal import DONE, Commands, day
from remedies.errors import InvalidEntryError, Problem
from remedies.wire import MAX_BYTES
from remedies.wire.entries_fields import REFERENCE

if TYPE_CHECKING:
    from remedies.casework.material import Material
    from remedies.documents.guides.kinds import Kind

_DESCRIPTION: Final = """\
Guides for survivors, advocates and the public, papers for prosecutors and courts, handouts for
trainers: as PDF, as a page or as a Word file; days to act by also as a calendar. Without KIND: which
there are, for whom, in which languages, what each needs and what it can be made of. Names of files and
titles say nothing of a person.

A paper takes its figures from --claim, or from a stored --case and its --victim; without either it has
blanks. With --claim, --case only says how the paper names the case.
"""
_FORMATS: Final = ("pdf", "html", "docx", "ics")


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "document",
        help="make a document, or list which there are",
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
        "--as-of", type=day, metavar="DATE", help="the day of its law and its entries; else today"
    )
    command.add_argument("--large", action="store_true", help="in large print")
    command.add_argument(
        "--format", choices=_FORMATS, help="else as the name of FILE ends, or pdf"
    )
    command.add_argument("--out", type=Path, metavar="FILE", help="where to write it")
    command.add_argument(
        "--examples",
        type=Path,
        metavar="DIR",
        help="for a handout: the folder of the example claims; else the project's",
    )
    _add_facts(command)
    _add_many(command)
    command.set_defaults(run=_run, json=False, work="make_document")


def _add_facts(command: argparse.ArgumentParser) -> None:
    facts = command.add_argument_group("made of a claim, or of a stored case")
    facts.add_argument("--claim", metavar="CLAIM.json", help="whose figure a paper states")
    facts.add_argument("--case", default="", metavar="REF", help="the case")
    facts.add_argument("--victim", default="", metavar="REF", help="the victim")
    facts.add_argument("--asset", default="", metavar="REF", help="the forfeited asset")
    facts.add_argument(
        "--sealed", action="store_true", help="with the victims' names, to be filed under seal"
    )
    facts.add_argument(
        "--named", action="store_true", help="a calendar's entries say what each day is for"
    )
    facts.add_argument(
        "--database", metavar="URL", help="else DATABASE_URL, or sqlite:///var/remedies.db"
    )
    facts.add_argument("--organization", metavar="NAME", help="where the database has several")


def _add_many(command: argparse.ArgumentParser) -> None:
    many = command.add_argument_group("many at once")
    many.add_argument(
        "--each",
        metavar="FACTS.jsonl",
        help="one guide for each line of answers, into the folder --out; stopped, it goes on",
    )
    many.add_argument(
        "--workers", type=int, default=0, metavar="N", help="processes for --each; else one a core"
    )


def _run(options: argparse.Namespace) -> int:
    # Imported when it is asked for: other commands need nothing of guides.
    from remedies.documents.guides.catalog import CATALOG  # noqa: PLC0415

    if options.kind is None:
        print("\n\n".join(map(_told, CATALOG.values())))  # noqa: T201 - the command's output
        return DONE
    problems = []
    if options.kind not in CATALOG:
        problems.append(Problem("KIND", "not_one_of", f"must be one of {', '.join(CATALOG)}"))
    else:
        problems += _not_taken(options, CATALOG[options.kind].parts)
    if options.out is None:
        problems.append(Problem("--out", "required", "must say which file to write"))
    elif options.each is None and options.out.suffix.lower()[1:] not in ("", *_FORMATS):
        says = f"must end in one of {', '.join(_FORMATS)}"
        problems.append(Problem("--out", "not_one_of", says))
    problems += _not_beside(options)
    if problems:
        raise InvalidEntryError(problems)
    if options.each is not None:
        from remedies.cli.many_documents import made  # noqa: PLC0415

        return made(options)
    return _made(options)


def _told(kind: "Kind") -> str:
    """Return what the list says of one kind."""
    from remedies.documents.guides.catalog import titled  # noqa: PLC0415

    title, summary = titled(kind, "en")
    return (
        f"{kind.name}: {title}\n    {summary}\n"
        f"    for: {kind.reader}; stage: {kind.stage}; languages: {', '.join(kind.languages)}; "
        f"needs: {kind.needs}; takes: {', '.join(kind.parts) or 'nothing'}"
    )


_OPTIONS: Final = {
    "place": "place",
    "facts": "answers",
    "claim": "claim",
    "case": "case",
    "victim": "victim",
    "asset": "asset",
    "sealed": "sealed",
    "named": "named",
    "large": "large",
}
"""The options that say what a document is made of, and the part that each is."""


def _not_taken(options: argparse.Namespace, parts: tuple[str, ...]) -> list[Problem]:
    says = f"is not taken by this document; what is: {', '.join(parts) or 'nothing'}"
    return [
        Problem(f"--{option}", "unknown_field", says)
        for option, part in _OPTIONS.items()
        if getattr(options, option) and part not in parts
    ]


def _not_beside(options: argparse.Namespace) -> Iterator[Problem]:
    """Yield a problem for each option that cannot be used as it was given, or with another."""
    for name in ("facts", "claim", "case") if options.each is not None else ():
        if getattr(options, name):
            says = "cannot be given with --each, whose lines hold the answers"
            yield Problem(f"--{name}", "not_together", says)
    for name in ("case", "victim", "asset"):
        given = getattr(options, name)
        if given and not REFERENCE.fullmatch(given):
            says = "must be a reference such as V-1"
            yield Problem(f"--{name}", "not_a_reference", says)


def _made(options: argparse.Namespace) -> int:
    from remedies.casework.issuing import write_whole  # noqa: PLC0415
    from remedies.casework.printing import printed  # noqa: PLC0415
    from remedies.casework.wanted import EXAMPLES, FORMS, Wanted  # noqa: PLC0415
    from remedies.cli.case_desk import today  # noqa: PLC0415
    from remedies.documents.guides import Size  # noqa: PLC0415

    as_of = options.as_of or today()
    suffix = options.format or options.out.suffix.lower().removeprefix(".")
    endings = {ending: form for form, ending in FORMS.items()}
    wanted = Wanted(
        kind=options.kind,
        language=options.lang,
        as_of=as_of,
        form=endings.get(suffix, endings["pdf"]),
        size=Size.LARGE if options.large else Size.ORDINARY,
        place=options.place,
        named=options.named,
        material=_material(options, as_of),
        examples=options.examples or EXAMPLES,
    )
    write_whole(options.out, printed(wanted))
    print(options.out)  # noqa: T201 - the command's output
    return DONE


def _material(options: argparse.Namespace, as_of: dt.date) -> "Material":
    """Return what the document is made of: what files say, or what a stored case says."""
    from remedies.casework.material import Material, Stored, material  # noqa: PLC0415
    from remedies.cli.case_desk import case_of, desk_of  # noqa: PLC0415
    from remedies.documents.guides.catalog import CATALOG  # noqa: PLC0415
    from remedies.wire import read_claim, read_json  # noqa: PLC0415
    from remedies.wire.answers import read_question  # noqa: PLC0415

    parts = CATALOG[options.kind].parts
    facts = read_json(read(options.facts, MAX_BYTES)) if options.facts else {}
    claim = read_json(read(options.claim, MAX_BYTES)) if options.claim else None
    question = None
    if "answers" in parts and (options.facts or options.claim):
        if claim is not None and isinstance(facts, dict):
            facts, claim = {**facts, "claim": claim}, None
        question = read_question(facts, as_of)
    if claim is not None and options.case and "reference" not in parts:
        says = "cannot be given with --claim: this document names no case"
        raise InvalidEntryError([Problem("--case", "not_together", says)])
    if claim is not None or not options.case:
        return Material(
            question=question,
            claim=None if claim is None else read_claim(claim),
            reference=options.case,
            victim=options.victim,
        )
    role = Role.PROSECUTOR if options.sealed else Role.SYSTEM
    with desk_of(options, role, keys=True) as desk:
        stored = Stored(
            case=case_of(desk, options.case),
            victim=options.victim,
            asset=options.asset,
            sealed=options.sealed,
        )
        found = material(desk, options.kind, stored, as_of)
    return replace(found, question=question)
