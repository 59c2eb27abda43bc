"""The encoded law as JSON: an item in a list, a value on a day, a history, a position."""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

from remedies.figures import Checked
from remedies.law import Considered, Item, Law, Position, Term, Version
from remedies.law.currency import Stale
from remedies.operations import Unit
from remedies.worksheet import LEAST_PLACES, decimal_text

_MOST_PLACES = 12
_MOST_CONSIDERED = 100


def listed(item: Item) -> dict[str, object]:
    """Return one row of the list of items."""
    return {
        "key": item.key,
        "name": item.name,
        "family": item.family,
        "jurisdiction": item.jurisdiction,
        "unit": item.unit.value if item.unit else None,
        "tiers": dict(item.tiers),
        "first_on": _day(item.changes[0]) if item.changes else None,
        "confirmed_on": None if item.missing else _day(item.confirmed_on),
        "known_through": None if item.missing else _day(item.known_through),
        "version_count": len(item.versions),
        "checked": weakest_mark(item),
        "missing": item.missing,
    }


def weakest_mark(item: Item) -> str | None:
    """Return the weakest mark among an item's versions."""
    marks = [version.authority.checked for version in item.versions]
    return max(marks, key=list(Checked).index).value if marks else None


def answer(item: Item, on: dt.date, tier: str | None = None) -> dict[str, object]:
    """Return what the law provides on a day, and which versions were considered.

    Raises:
        LawNotEncodedError: nothing is encoded for the day.

    """
    version = item.on(on, tier)
    return {
        "key": item.key,
        "name": item.name,
        "on": _day(on),
        "tier": tier or None,
        **version_json(version),
        "confirmed_on": _day(item.confirmed_on),
        "known_through": _day(item.known_through),
        "item_note": item.note,
        "tiers_on_that_day": {name: _value_on(item, on, name) for name in item.tiers},
        "considered": considered(_nearest(item.explain(on, tier))),
        "considered_in_all": len(item.versions),
    }


def _value_on(item: Item, on: dt.date, tier: str) -> str | None:
    """Return the value of one tier on a day; None where there is none."""
    version = item.series[tier].on(on)
    return value_text(version.value, version.unit) if version else None


def _nearest(found: tuple[Considered, ...]) -> tuple[Considered, ...]:
    """Return the versions nearest to the one that applies, when there are very many."""
    place = next((i for i, entry in enumerate(found) if entry.applies), 0)
    first = max(0, min(place - _MOST_CONSIDERED // 2, len(found) - _MOST_CONSIDERED))
    return found[first : first + _MOST_CONSIDERED]


def history(item: Item) -> dict[str, object]:
    """Return an item with every version that was ever recorded."""
    versions = [version_json(version) for version in item.versions]
    return {**listed(item), "note": item.note, "versions": versions}


def version_json(version: Version) -> dict[str, object]:
    """Return one version."""
    authority = version.authority
    return {
        "value": value_text(version.value, version.unit),
        "unit": version.unit.value if version.unit else None,
        "terms": {key: term_json(term) for key, term in version.terms.items()} or None,
        "none": version.none or None,
        "effective_on": _day(version.effective_on),
        "begins": version.begins.value,
        "ends_on": _day(version.ends_on) if version.ends_on else None,
        "recorded_on": _day(version.recorded_on),
        "replaces": _day(version.replaces) if version.replaces else None,
        "tiers": list(version.tiers),
        "authority": authority.citation,
        "quote": authority.quote,
        "url": authority.url,
        "checked": authority.checked.value,
        "source": version.source,
        "printed": dict(version.printed),
        "note": version.note,
    }


def considered(found: tuple[Considered, ...]) -> list[dict[str, object]]:
    """Return why each version applies or does not."""
    return [
        {
            "effective_on": _day(entry.version.effective_on),
            "recorded_on": _day(entry.version.recorded_on),
            "tiers": list(entry.version.tiers),
            "value": value_text(entry.version.value, entry.version.unit),
            "applies": entry.applies,
            "why": entry.why,
        }
        for entry in found
    ]


def position_json(position: Position) -> dict[str, object]:
    """Return one position of the register."""
    return {
        "key": position.key,
        "question": position.question,
        "scope": position.scope,
        "default": position.default,
        "why_default": position.why_default,
        "circuits": dict(position.circuits),
        "circuit_notes": dict(position.circuit_notes),
        "options": [
            {
                "key": option.key,
                "says": option.says,
                "computed": option.computed,
                "authorities": [
                    {
                        "citation": held.citation,
                        "holding": held.holding,
                        "circuit": held.circuit,
                        "decided_on": _day(held.decided_on) if held.decided_on else None,
                        "checked": held.checked.value,
                        "url": held.url,
                    }
                    for held in option.authorities
                ],
            }
            for option in position.options.values()
        ],
    }


def items(
    law: Law, *, family: str | None = None, jurisdiction: str | None = None
) -> dict[str, object]:
    """Return the list of items, of one family or jurisdiction where these are named."""
    rows = [
        listed(item)
        for item in law.items()
        if family in {None, item.family} and jurisdiction in {None, item.jurisdiction}
    ]
    families = {key: entry["name"] for key, entry in law.register("families").items()}
    return {"items": rows, "families": families, "jurisdictions": law.register("jurisdictions")}


def positions(law: Law) -> dict[str, object]:
    """Return the register of positions."""
    return {"positions": [position_json(position) for position in law.all_positions().values()]}


def sources(law: Law, versions: Iterable[Version]) -> dict[str, object]:
    """Return the publications in which versions were read, by the ids that the versions name."""
    register = law.register("sources")
    named = {name for version in versions for name in (version.source, *version.printed) if name}
    return {name: register[name] for name in sorted(named)}


def stale_json(as_of: dt.date, found: Iterable[Stale]) -> dict[str, object]:
    """Return what is no longer known to be current on a day."""
    entries = [
        {
            "key": entry.key,
            "kind": entry.kind.value,
            "what": entry.what,
            "since": _day(entry.since),
            "do": entry.do,
        }
        for entry in found
    ]
    return {"as_of": _day(as_of), "stale": entries}


def value_text(value: Fraction | None, unit: Unit | None) -> str | None:
    """Return a value as a decimal string: dollars with cents, other units as short as they are."""
    if value is None or unit is None:
        return None
    least = 0 if unit is Unit.HOUR else LEAST_PLACES.get(unit, 2)
    return decimal_text(value, least, _MOST_PLACES)[0]


def term_json(term: Term) -> str | bool:
    """Return a term: words, yes or no, or a decimal string."""
    return decimal_text(term, 0, _MOST_PLACES)[0] if isinstance(term, Fraction) else term


def _day(day: dt.date) -> str:
    return day.isoformat()
