"""The command that proposes a restitution order."""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from remedies.casework import cases as casework
from remedies.cli.case_desk import case_of, desk_of
from remedies.cli.case_files import write
from remedies.cli.terminal import DONE, print_json, print_page
from remedies.documents.proposed_order_text import proposed_order_text
from remedies.documents.proposed_order_view import ProposalView
from remedies.errors import FactsError, Problem
from remedies.ledger.proposing import Stated
from remedies.wire.entries_fields import cents
from remedies.wire.fields import plain_number
from remedies.wire.proposed_order import order_form, proposed_order_document

_CENT_PLACES: Final = 2
_SHARE_PLACES: Final = 4
_TRUTH: Final = {"yes": True, "no": False}


def propose(options: argparse.Namespace) -> int:
    """Print or write the order that a case's assessments support."""
    stated = stated_of(options)
    with desk_of(options, keys=True) as desk:
        case_id = case_of(desk, options.case)
        found = casework.proposal(
            desk, case_id, as_of=options.as_of, stated=stated, option=options.liability
        )
    view = casework.proposal_view(found)
    if options.order is not None:
        text = json.dumps(order_form(found.order), indent=2, ensure_ascii=False) + "\n"
        options.order.write_text(text, "utf-8")
    _show(view, options)
    return DONE


def stated_of(options: argparse.Namespace) -> dict[str, Stated]:
    """Return what the options state of each defendant.

    Raises:
        FactsError: an option is not written as its help says.

    """
    made: dict[str, Stated] = {}
    problems: list[Problem] = []
    for field, texts in (
        ("of", options.of),
        ("up_to", options.up_to),
        ("cap", options.cap),
        ("agreed", options.agreed),
        ("share", options.share),
        ("described", options.described),
    ):
        for text in texts:
            try:
                name, changes = _read(field, text, made)
            except ValueError:
                why = f"is not written as it is read; see --{field.replace('_', '-')} in the help"
                problems.append(Problem(field, "not_a_pair", why))
            else:
                made[name] = replace(made.get(name, Stated()), **changes)
    if problems:
        raise FactsError(problems)
    return made


def _read(field: str, text: str, made: Mapping[str, Stated]) -> tuple[str, dict[str, Any]]:
    """Return the defendant that one option names, and what it changes."""
    of, sign, given = (part.strip() for part in text.partition("="))
    name, _, victim = of.partition(":")
    if not (sign and name and given):
        raise ValueError
    before = made.get(name, Stated())
    match field:
        case "of":
            return name, {"victims": tuple(part.strip() for part in given.split(","))}
        case "cap":
            return name, {"cap": _cents(given)}
        case "described":
            return name, {"described_3663A": _TRUTH[given] if given in _TRUTH else _wrong()}
        case "share" if victim:
            return name, {"shares": {**before.shares, victim: _share(given)}}
        case "share":
            return name, {"share": _share(given)}
        case _:
            kept = getattr(before, field)
            return name, {field: {**kept, victim or _wrong(): _cents(given)}}


def _cents(text: str) -> int:
    return cents(_plain(text, _CENT_PLACES))


def _share(text: str) -> Fraction:
    return Fraction(_plain(text, _SHARE_PLACES))


def _plain(text: str, places: int) -> str:
    if plain_number(text, places) is None:
        raise ValueError
    return text


def _wrong() -> str:
    raise ValueError


def _show(view: ProposalView, options: argparse.Namespace) -> None:
    document = proposed_order_document(view.proposed, view.law)
    if options.out is not None:
        # Imported when something is printed: WeasyPrint takes longer than most commands.
        from remedies.documents.proposed_order import (  # noqa: PLC0415
            proposed_order_page,
            proposed_order_pdf,
        )

        text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
        write(
            options.out,
            {
                "proposed_order.json": text.encode(),
                "proposed_order.pdf": proposed_order_pdf(view),
                "proposed_order.html": proposed_order_page(view).encode(),
            },
        )
    elif options.json:
        print_json(document, sys.stdout)
    else:
        print_page(proposed_order_text(view))
