"""The book's own packet and trace: a request for one asset's proceeds, and where every dollar went.

Authority: as in :mod:`remedies.ledger.restoration`.
"""

import datetime as dt
from collections.abc import Mapping

from remedies.errors import refuse
from remedies.law import Law
from remedies.ledger.assets import asset_state
from remedies.ledger.book import Book
from remedies.ledger.entries import Defendant, Entry
from remedies.ledger.restoration import RestorationRequest, restoration_request
from remedies.ledger.terms import order_versions
from remedies.ledger.tracing import Trace, trace


def request_of(
    book: Book, asset: str, as_of: dt.date, law: Law, said: Mapping[str, bool] | None = None
) -> RestorationRequest:
    """Return the request for what is left of an asset's proceeds at the end of ``as_of``.

    ``said`` is what the office states, by the statement's key.

    Raises:
        LedgerError: the case has no such asset on that day.

    """
    then = book.as_of(as_of)
    if not then.by_asset.get(asset):
        refuse("asset", "unknown_asset", f"There is no asset {asset} in this case on {as_of}.")
    terms = then.terms
    versions = order_versions(then)
    return restoration_request(
        asset_state(then.by_asset[asset]),
        as_of,
        law,
        order=terms.order if terms else None,
        ordered_on=versions[0].on if versions else None,
        outstanding={who: then.owed_to(who).outstanding for who in terms.awards} if terms else {},
        said=said,
        last=terms.united_states if terms else (),
        convicted={
            each.statute
            for obligor in (terms.liabilities if terms else ())
            if (defendant := then.body(Defendant, obligor)) is not None
            for each in defendant.convictions
        },
    )


def traced(book: Book) -> Trace:
    """Return where every dollar of the case came from and went, by the entries in effect."""
    return trace(sorted(book.live, key=_recorded))


def _recorded(entry: Entry) -> int:
    return entry.seq
