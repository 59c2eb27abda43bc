"""The commands that read cases."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from remedies import store
from remedies.casework import cases as casework
from remedies.casework.cases import Desk, Which
from remedies.cli.case_desk import case_of, desk_of, today
from remedies.cli.case_files import write
from remedies.cli.terminal import DONE, print_json, print_page
from remedies.documents.case_text import (
    coming_table,
    deadline_table,
    delays_table,
    journal_table,
    listing,
    statement_text,
)
from remedies.errors import InvalidEntryError, Problem
from remedies.ledger.coming import WITHIN
from remedies.ledger.delays import Waiting
from remedies.ledger.entries import Delay, Entry
from remedies.ledger.statement_journal import journal as journal_lines
from remedies.ledger.statement_lines import Statement
from remedies.wire.entries_schema import entry_document
from remedies.wire.statement import statement_json
from remedies.wire.statement_delays import delays_json
from remedies.wire.statement_rows import due

_MOST_WITHIN: Final = 3_660


def list_cases(options: argparse.Namespace) -> int:
    """List the organization's cases."""
    with desk_of(options) as desk:
        rows = list(_cases(desk, options.district))
    if options.json:
        print_json({"cases": [_case(row) for row in rows]}, sys.stdout)
        return DONE
    heads = ("Case", "District", "Entries", "Opened", "", "Id")
    print_page(
        listing(
            heads,
            (
                (
                    row.reference,
                    row.district,
                    str(row.head.seq),
                    row.opened_at.date().isoformat(),
                    "sealed" if row.sealed else "",
                    row.id,
                )
                for row in rows
            ),
        )
        if rows
        else "There is no case yet: remedies case open REFERENCE --on DATE"
    )
    return DONE


def show(options: argparse.Namespace) -> int:
    """Show how a case stands."""
    found = _statement(options)
    if options.json:
        sys.stdout.write(statement_json(found))
    else:
        print_page(statement_text(found))
    return DONE


def statement(options: argparse.Namespace) -> int:
    """Print a statement of account, or write it as papers."""
    found = _statement(options)
    if options.out is None:
        if options.json:
            sys.stdout.write(statement_json(found))
        else:
            print_page(statement_text(found))
        return DONE
    # Imported when something is printed: WeasyPrint takes longer than most commands.
    from remedies.documents.statement import statement_page, statement_pdf  # noqa: PLC0415
    from remedies.documents.statement_workbook import statement_workbook  # noqa: PLC0415

    write(
        options.out,
        {
            "statement.json": statement_json(found).encode(),
            "statement.pdf": statement_pdf(found),
            "statement.html": statement_page(found).encode(),
            "statement.xlsx": statement_workbook(found),
        },
    )
    return DONE


def deadlines(options: argparse.Namespace) -> int:
    """List the days that the law or a court sets, of one case or of all."""
    _only_one_way(options)
    if options.all:
        return _across(options)
    with desk_of(options) as desk:
        case_id = case_of(desk, options.case)
        found = casework.statement(
            desk, case_id, as_of=options.as_of or today(), victim=options.victim
        )
    if options.json:
        document = json.loads(statement_json(found))
        print_json({"as_of": document["as_of"], "deadlines": document["deadlines"]}, sys.stdout)
    elif found.deadlines:
        print_page(deadline_table(found.deadlines))
    else:
        print_page("No deadline is known.")
    return DONE


def _only_one_way(options: argparse.Namespace) -> None:
    if options.all == (options.case is not None):
        why = "name one case, or say --all"
        raise InvalidEntryError([Problem("case", "exactly_one", why)])
    if options.all and options.victim:
        why = "is of one case: name the case and leave --all out"
        raise InvalidEntryError([Problem("victim", "does_not_belong", why)])
    if not options.all and options.within is not None:
        why = "is of all cases: one case shows all of its days"
        raise InvalidEntryError([Problem("within", "does_not_belong", why)])
    if not 0 <= (options.within or 0) <= _MOST_WITHIN:
        why = f"must lie between 0 and {_MOST_WITHIN:,} days"
        raise InvalidEntryError([Problem("within", "out_of_range", why)])


def _across(options: argparse.Namespace) -> int:
    as_of = options.as_of or today()
    within = WITHIN if options.within is None else options.within
    with desk_of(options) as desk:
        found = casework.coming(desk, as_of=as_of, within=within)
    if options.json:
        print_json(_coming(found, as_of, within), sys.stdout)
    elif found:
        print_page(coming_table([each.coming for each in found]))
    else:
        print_page("No day passed that is still owed, and none comes that soon.")
    return DONE


def _coming(found: Sequence[casework.DueDay], as_of: dt.date, within: int) -> dict[str, object]:
    rows = [
        {
            "case": each.coming.case,
            "case_id": each.case_id,
            "district": each.district,
            **due(each.coming.due),
        }
        for each in found
    ]
    return {"as_of": as_of.isoformat(), "within": within, "deadlines": rows}


def delays(options: argparse.Namespace) -> int:
    """List forfeited property that has not reached the victims, across cases."""
    which = Which(
        why=Delay(options.why) if options.why else None,
        responsible=options.responsible,
        overdue=options.overdue,
        no_reason=options.no_reason,
    )
    as_of = options.as_of or today()
    with desk_of(options) as desk:
        found = [each.waiting for each in casework.delays(desk, as_of=as_of, which=which)]
    if out := getattr(options, "out", None):
        _write_delays(out, found, as_of)
    elif options.json:
        sys.stdout.write(delays_json(found, as_of) + "\n")
    elif found:
        print_page(delays_table(found))
    else:
        print_page("No forfeited property waits.")
    return DONE


def _write_delays(out: Path, found: Sequence[Waiting], as_of: dt.date) -> None:
    # Imported when something is printed: WeasyPrint takes longer than most commands.
    from remedies.documents.statement_delays import (  # noqa: PLC0415
        delays_page,
        delays_pdf,
        delays_workbook,
    )

    write(
        out,
        {
            "not-transferred.json": (delays_json(found, as_of) + "\n").encode(),
            "not-transferred.pdf": delays_pdf(found, as_of),
            "not-transferred.html": delays_page(found, as_of).encode(),
            "not-transferred.xlsx": delays_workbook(found, as_of),
        },
    )


def journal(options: argparse.Namespace) -> int:
    """Print the entries, as they were made."""
    with desk_of(options) as desk:
        case_id = case_of(desk, options.case)
        if options.json:
            found = list(_entries(desk, case_id, options))
            print_json({"entries": [entry_document(entry) for entry in found]}, sys.stdout)
            return DONE
        with casework.book(desk, case_id) as book:
            lines = [
                line
                for line in journal_lines(book, dt.date.max)
                if line.entry > options.after and options.kind in {None, line.kind}
            ]
    print_page(journal_table(lines))
    return DONE


def _statement(options: argparse.Namespace) -> Statement:
    with desk_of(options) as desk:
        return casework.statement(
            desk,
            case_of(desk, options.case),
            as_of=options.as_of or today(),
            known=options.known,
            victim=getattr(options, "victim", ""),
            defendant=getattr(options, "defendant", ""),
        )


def _cases(desk: Desk, district: str | None) -> Iterator[store.CaseRow]:
    after: str | None = None
    while page := casework.cases(desk, store.Chosen(district=district), after=after):
        yield from page
        after = page[-1].id


def _entries(desk: Desk, case_id: str, options: argparse.Namespace) -> Iterator[Entry]:
    after: int = options.after
    while page := casework.journal(desk, case_id, after=after):
        yield from (entry for entry in page if options.kind in {None, entry.body.kind})
        after = page[-1].seq


def _case(row: store.CaseRow) -> dict[str, object]:
    return {
        "id": row.id,
        "reference": row.reference,
        "district": row.district,
        "sealed": row.sealed,
        "entries": row.head.seq,
        "opened_at": row.opened_at.isoformat(),
    }


WORKS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "list_cases": list_cases,
    "show": show,
    "statement": statement,
    "deadlines": deadlines,
    "delays": delays,
    "journal": journal,
}
