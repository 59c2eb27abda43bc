"""What the commands of the law answer: a list, an item, a day, a history, what is stale."""

import argparse
import datetime as dt
import sys
from collections.abc import Collection
from difflib import get_close_matches

from rich.console import RenderableType

from remedies.cli.terminal import DONE, FAILED, library_of, page_width, print_json, print_page
from remedies.documents import law_check_text, law_text
from remedies.errors import LawNotEncodedError
from remedies.law import Item, Law, Version
from remedies.law.currency import stale
from remedies.wire import law as wire

_FEW = 12
_ALL = "`remedies law list` names them all"


def items(options: argparse.Namespace) -> int:
    """List the items of law."""
    library = library_of(options)
    families, jurisdictions = library.register("families"), library.register("jurisdictions")
    _known("family", options.family, families)
    _known("jurisdiction", options.jurisdiction, jurisdictions)
    found = [
        item
        for item in library.items()
        if options.family in {None, item.family}
        and options.jurisdiction in {None, item.jurisdiction}
    ]
    document = wire.items(library, family=options.family, jurisdiction=options.jurisdiction)
    return _print(options, document, law_text.listing(found, families, page_width()))


def show(options: argparse.Namespace) -> int:
    """Show an item, or what it provides on a day."""
    library, item = _asked(options)
    if options.on is None:
        document = {**wire.listed(item), "note": item.note}
        return _print(options, document, law_text.overview(item, library))
    if options.tier is not None:
        _known(f"{item.key}: tier", options.tier, item.tiers)
    version = _version(item, options.on, options.tier)
    sources = wire.sources(library, [version])
    document = {**wire.answer(item, options.on, options.tier), "sources": sources}
    page = law_text.answer(item, library, options.on, options.tier, whole=options.all)
    return _print(options, document, page)


def history(options: argparse.Namespace) -> int:
    """Show every version of an item that was recorded."""
    library, item = _asked(options)
    document = {**wire.history(item), "sources": wire.sources(library, item.versions)}
    return _print(options, document, law_text.history(item, library))


def check(options: argparse.Namespace) -> int:
    """List what is no longer known to be current; return 1 when anything is."""
    library = library_of(options)
    found = stale(library, options.as_of)
    document = wire.stale_json(options.as_of, found)
    _print(options, document, law_check_text.check(library, options.as_of, found))
    return FAILED if found else DONE


def _asked(options: argparse.Namespace) -> tuple[Law, Item]:
    library = library_of(options)
    _known("", options.key, library.keys())
    if options.as_recorded_on is not None:
        library = library.as_recorded_on(options.as_recorded_on)
    return library, library.item(options.key)


def _version(item: Item, on: dt.date, tier: str | None) -> Version:
    """Return what an item provides on a day; a question that needs a tier is told the tiers."""
    try:
        return item.on(on, tier)
    except LawNotEncodedError as error:
        if tier or not any(series.on(on) for series in item.series.values()):
            raise
        tiers = "".join(f"\n    {name}  {says}" for name, says in item.tiers.items())
        how = f"ask for one with --tier:{tiers}"
        raise LawNotEncodedError(
            item.key, "the value depends on the tier", on=on, how=how
        ) from error


def _known(what: str, name: str | None, known: Collection[str]) -> None:
    """Refuse a name that is not known, with the names that are near it."""
    if name is None or name in known:
        return
    near = get_close_matches(name.lower(), known, n=3, cutoff=0.5)
    how = f"did you mean {' or '.join(near)}?" if near else ""
    if not near:
        few = len(known) <= _FEW
        how = f"what there is: {', '.join(known) or 'none'}" if few else _ALL
    said = f"{what} {name!r}".strip() if what else name
    raise LawNotEncodedError(said, "there is none" if what else "no file states it", how=how)


def _print(options: argparse.Namespace, document: object, page: RenderableType) -> int:
    if options.json:
        print_json(document, sys.stdout)
    else:
        print_page(page)
    return DONE
