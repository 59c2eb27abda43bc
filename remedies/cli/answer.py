"""The command that answers an opposing schedule, and writes ours in the shape in which theirs is read."""

import argparse
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from remedies import casework
from remedies.calculators.answer import Answer, answer, weeks_of
from remedies.calculators.assessment import Assessment
from remedies.cli.table_options import add_table_options, table_said
from remedies.cli.terminal import DONE, REFUSED, Commands, print_page
from remedies.documents.answer_text import answer_text
from remedies.documents.answer_view import AnswerView, plain
from remedies.errors import Problem
from remedies.intake.columns import Mapping, Proposal, written
from remedies.intake.confirming import looked_at
from remedies.intake.limits import MAX_BYTES as MAX_TABLE
from remedies.intake.opposing import first_rows
from remedies.intake.refusals import TableError
from remedies.intake.tables import Table
from remedies.intake.values import DateOrder
from remedies.wire import MAX_BYTES
from remedies.wire.answer import answer_json, schedule_csv

_DESCRIPTION: Final = """\
Compare the other side's schedule (CSV or XLSX: workweek, hours, rate, due, paid) with ours, workweek by
workweek: what differs, by how much, and because of which rule or fact. Without --columns nothing is
compared: the columns that the header suggests and the first rows are shown, with the command that confirms
them.
"""
_EPILOG: Final = """\
examples:
  remedies answer claim.json theirs.csv
  remedies answer claim.json theirs.xlsx --columns "workweek=Week of,hours=Hrs,rate=Rate,due=Due,paid=Paid"
  remedies answer claim.json theirs.csv --columns workweek_ending=@A,due=@D --dates mdy --out answer
  remedies answer --export claim.json > ours.csv

Exit status: 0 compared, whether they differ or not; 2 the columns wait to be confirmed, or the claim or the
table has problems.
"""


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "answer",
        help="answer the other side's schedule: what differs, and why",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("claim", metavar="CLAIM.json", help='the claim; "-" for standard input')
    command.add_argument("schedule", metavar="SCHEDULE", nargs="?", help="their schedule")
    add_table_options(command)
    command.add_argument("--json", action="store_true", help="print JSON, for programs")
    command.add_argument("--all", action="store_true", help="print every workweek that differs")
    command.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="write PDF, page, workbook and JSON, and a response to objections for Word",
    )
    command.add_argument("--export", action="store_true", help="print our schedule as CSV")
    command.set_defaults(run=_answer)


def _answer(options: argparse.Namespace) -> int:
    assessment = casework.assessed(_read(options.claim, MAX_BYTES))
    if options.export:
        sys.stdout.write(schedule_csv(weeks_of(assessment)))
        return DONE
    if options.schedule is None:
        raise TableError([Problem("schedule", "required", "name the file of their schedule")])
    looked = looked_at(_read(options.schedule, MAX_TABLE), table_said(options))
    if looked.read is None:
        _propose(options, looked.table, looked.proposal)
        return REFUSED
    for note in looked.read.notes:
        sys.stderr.write(f"remedies: {' '.join(filter(None, (note.field, note.message)))}\n")
    return _print(options, assessment, answer(assessment, looked.read.schedule))


def _print(options: argparse.Namespace, assessment: Assessment, found: Answer) -> int:
    view, text = AnswerView(assessment, found), answer_json(assessment, found)
    if options.out is not None:
        return _write(options.out, view, text)
    if options.json:
        sys.stdout.write(text)
    else:
        print_page(answer_text(view, whole=options.all))
    return DONE


def _read(name: str, most: int) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(most + 1)
    with Path(name).open("rb") as file:
        return file.read(most + 1)


def _propose(options: argparse.Namespace, table: Table, suggested: Proposal) -> None:
    """Show what the header suggests, the first rows as they would be read, and how to confirm it."""
    lines = ["Nothing was compared yet: the columns wait to be confirmed.", ""]
    for name, place in suggested.columns.items():
        title = table.labels[place]
        lines.append(f"  {name:<16} is column {title}")
    lines += [f"  {problem.field}: {problem.message}" for problem in suggested.missing]
    lines += [
        "",
        *_first(table, suggested),
        "",
        "If that is right:",
        f"  {_command(options, table, suggested)}",
    ]
    sys.stderr.write("\n".join(lines) + "\n")


def _first(table: Table, suggested: Proposal) -> Sequence[str]:
    reading = Mapping(columns=suggested.columns, dates=suggested.dates)
    lines = ["The first rows, as they would be read:"]
    for number, row in first_rows(table, reading):
        if row is None:
            lines.append(f"  row {number}: not readable yet")
            continue
        named = [("hours", row.hours), ("rate", row.rate), ("due", row.due), ("paid", row.paid)]
        values = ", ".join(f"{name} {plain(v)}" for name, v in named if v is not None)
        lines.append(f"  row {number}: workweek of {row.starts_on}, {values}")
    return lines


def _command(options: argparse.Namespace, table: Table, suggested: Proposal) -> str:
    parts = ["remedies", "answer", options.claim, options.schedule]
    parts += ["--columns", written(suggested.columns, table)]
    if options.dates or suggested.dates not in {None, DateOrder.ISO}:
        parts += ["--dates", options.dates or str(suggested.dates)]
    if options.sheet:
        parts += ["--sheet", options.sheet]
    return shlex.join(parts)


def _write(out: Path, view: AnswerView, text: str) -> int:
    from remedies.documents.answer import answer_page, answer_pdf, response_word  # noqa: PLC0415
    from remedies.documents.answer_workbook import answer_workbook  # noqa: PLC0415

    out.mkdir(parents=True, exist_ok=True)
    made = {
        "answer.json": text.encode(),
        "answer.pdf": answer_pdf(view),
        "answer.html": answer_page(view).encode(),
        "answer.xlsx": answer_workbook(view),
        "response-to-objections.docx": response_word(view),
    }
    for name, content in made.items():
        (out / name).write_bytes(content)
        print(out / name)  # noqa: T201 - the command's output
    return DONE
