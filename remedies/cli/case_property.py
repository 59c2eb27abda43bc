"""The commands of forfeited property: the two papers, where the money went, who acts next."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from remedies.casework import cases as casework
from remedies.casework.cases import Desk
from remedies.cli.case_desk import case_of, desk_of, today
from remedies.cli.case_files import read, write
from remedies.cli.terminal import DONE, print_json, print_page
from remedies.documents.property_text import (
    next_text,
    remission_text,
    restoration_text,
    trace_text,
)
from remedies.errors import InvalidEntryError, Problem
from remedies.wire.petitions import read_petitions
from remedies.wire.property import remission_document, restoration_document
from remedies.wire.property_trace import next_document, trace_document
from remedies.wire.reading import MAX_BYTES, read_json


def restoration(options: argparse.Namespace) -> int:
    """Print the request for an asset's proceeds, or write it as papers."""
    said = _said(options)
    with _opened(options) as (desk, case_id):
        found = casework.restoration(
            desk,
            case_id,
            options.asset,
            as_of=options.as_of,
            known=options.known,
            said=said,
        )
    document = restoration_document(found.found, case=found.case, known=found.known)
    if options.out is not None:
        # Imported when something is printed: WeasyPrint takes longer than most commands.
        from remedies.documents.restoration import (  # noqa: PLC0415
            restoration_page,
            restoration_pdf,
        )

        papers = {
            "pdf": restoration_pdf(found.found, found.case),
            "html": restoration_page(found.found, found.case).encode(),
        }
        _write(options, "restoration", document, papers)
    elif options.json:
        print_json(document, sys.stdout)
    else:
        print_page(restoration_text(found.found, found.case))
    return DONE


def remission(options: argparse.Namespace) -> int:
    """Print the worksheet of petitions, or write it as papers; the petitions are kept nowhere."""
    petitions = read_petitions(read_json(read(options.facts, MAX_BYTES), whole_numbers=True))
    with _opened(options) as (desk, case_id):
        found = casework.remission(
            desk,
            case_id,
            options.asset,
            as_of=options.as_of,
            known=options.known,
            petitions=petitions,
        )
    document = remission_document(found.found, case=found.case, known=found.known)
    if options.out is not None:
        from remedies.documents.remission import remission_page, remission_pdf  # noqa: PLC0415

        said = (found.found.worksheet, found.case, found.found.asset, found.found)
        papers = {"pdf": remission_pdf(*said), "html": remission_page(*said).encode()}
        _write(options, "remission", document, papers)
    elif options.json:
        print_json(document, sys.stdout)
    else:
        print_page(remission_text(found.found, found.case))
    return DONE


def trace(options: argparse.Namespace) -> int:
    """Print where money came from and went."""
    with _opened(options) as (desk, case_id):
        found = casework.traced(
            desk,
            case_id,
            as_of=options.as_of,
            known=options.known,
            asset=options.asset,
            obligee=options.victim,
            disbursement=options.disbursement,
        )
    if options.json:
        document = trace_document(
            found.found, case=found.case, as_of=options.as_of, known=found.known
        )
        print_json(document, sys.stdout)
    else:
        print_page(trace_text(found.found))
    return DONE


def next_steps(options: argparse.Namespace) -> int:
    """Print who must act next on each asset."""
    with _opened(options) as (desk, case_id):
        found = casework.next_steps(desk, case_id, as_of=options.as_of, known=options.known)
    if options.json:
        document = next_document(
            found.found, case=found.case, as_of=options.as_of, known=found.known
        )
        print_json(document, sys.stdout)
    else:
        print_page(next_text(found.found))
    return DONE


@contextmanager
def _opened(options: argparse.Namespace) -> Iterator[tuple[Desk, str]]:
    """Give the operator's desk and the case's id; a day that was not said is today."""
    options.as_of = options.as_of or today()
    with desk_of(options) as desk:
        yield desk, case_of(desk, options.case)


def _said(options: argparse.Namespace) -> dict[str, bool]:
    both = set(options.states) & set(options.denies)
    if both:
        why = "has a statement that --denies has too; give it once"
        raise InvalidEntryError([Problem("states", "contradiction", why)])
    return dict.fromkeys(options.states, True) | dict.fromkeys(options.denies, False)


def _write(
    options: argparse.Namespace, name: str, document: object, papers: Mapping[str, bytes]
) -> None:
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    made = {f"{name}.json": text.encode()}
    write(options.out, made | {f"{name}.{ending}": made_of for ending, made_of in papers.items()})


WORKS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "restoration": restoration,
    "remission": remission,
    "trace": trace,
    "next_steps": next_steps,
}
