"""Which remedies may be open, as JSON: keys, days, amounts and authorities; the sentences are elsewhere."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from remedies.calculators.avenues import Brings, Remedy, TimeLimit
from remedies.errors import LawNotEncodedError
from remedies.figures import Authority, Checked
from remedies.law import Law
from remedies.operations import Unit
from remedies.worksheet import decimal_text

_LEAST: Final = {Unit.USD: 2}
_MOST: Final = 6
_OF_AN_ITEM: Final = ("us.", "us-")
_SOUND: Final = {Checked.STATUTE, Checked.OFFICIAL}


def remedies_document(remedies: Sequence[Remedy], law: Law, as_of: dt.date) -> dict[str, object]:
    """Return the remedies as :class:`remedies.wire.remedies_open_schema.RemediesSchema` has them."""
    keys = {key for remedy in remedies for key in (*_items(remedy), *_of_amounts(remedy))}
    known = min((as_of, *(law.item(key).known_through for key in keys)))
    return {
        "as_of": as_of.isoformat(),
        "law_known_through": known.isoformat(),
        "remedies": [_remedy(remedy, law, as_of) for remedy in remedies],
    }


def _remedy(remedy: Remedy, law: Law, as_of: dt.date) -> dict[str, object]:
    found = list(authorities(remedy, law, as_of))
    return {
        "key": remedy.avenue.value,
        "standing": remedy.standing.value,
        "why": list(remedy.why),
        "asks": list(remedy.asks),
        "deadlines": [_limit(limit, as_of) for limit in remedy.limits],
        "may_bring": [_brings(each) for each in remedy.brings],
        "overlaps": [{"with": other.value, "rule": rule} for other, rule in remedy.overlaps],
        "place": remedy.place or None,
        "contacts": list(remedy.contacts),
        "authorities": [{"key": key, **_authority(each)} for key, each in found],
        "unverified": any(each.checked not in _SOUND for _, each in found),
    }


def _limit(limit: TimeLimit, as_of: dt.date) -> dict[str, object]:
    return {
        "key": limit.key,
        "kind": limit.kind.value,
        "on": _day(limit.safe_on),
        "latest_on": _day(limit.latest_on),
        "exact": limit.exact,
        "status": limit.status(as_of).value,
        "counts_from": limit.counts_from,
        "law": limit.law or None,
        "tolling": list(limit.tolling),
        "words": list(limit.words),
    }


def _brings(brings: Brings) -> dict[str, object]:
    figure = brings.figure
    return {
        "key": brings.key,
        "name": figure.name,
        "amount": decimal_text(figure.value, _LEAST.get(figure.unit, 0), _MOST)[0],
        "unit": figure.unit.value,
        "bound": brings.bound.value,
        "authorities": [_authority(each) for each in figure.authority],
    }


def authorities(remedy: Remedy, law: Law, as_of: dt.date) -> Iterator[tuple[str, Authority]]:
    """Yield what a remedy rests on, each once: its rules, those of its overlaps, and its items of law.

    An item has an authority for each tier that has a version on the day, or on the last day known.
    """
    rules = (rule for _, rule in remedy.overlaps)
    seen: set[tuple[str, Authority]] = set()
    for key in dict.fromkeys((*remedy.cites, *_items(remedy), *rules)):
        for authority in _of_key(key, law, as_of):
            if (key, authority) not in seen:
                seen.add((key, authority))
                yield key, authority


def _of_key(key: str, law: Law, as_of: dt.date) -> Iterable[Authority]:
    if key in law.rules:
        yield law.rules[key]
        return
    item = law.item(key)
    day = min(as_of, item.known_through)
    for tier in item.tiers or (None,):
        try:
            yield item.on(day, tier).authority
        except LawNotEncodedError:
            continue


def _items(remedy: Remedy) -> list[str]:
    """Return the keys of the items of law that a remedy names, in its cites and its days."""
    named = (*remedy.cites, *(limit.law for limit in remedy.limits))
    return [key for key in dict.fromkeys(named) if key.startswith(_OF_AN_ITEM)]


def _of_amounts(remedy: Remedy) -> list[str]:
    """Return the keys of the items whose amounts a remedy may bring; each amount has its authority."""
    named = (each.key.partition(":")[0] for each in remedy.brings)
    return [key for key in named if key.startswith(_OF_AN_ITEM)]


def _authority(authority: Authority) -> dict[str, object]:
    return {
        "citation": authority.citation,
        "quote": authority.quote,
        "url": authority.url,
        "checked": authority.checked.value,
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
