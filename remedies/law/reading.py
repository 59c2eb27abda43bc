"""Law files read into items and authorities; what contradicts itself or lacks something is refused."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from decimal import Decimal
from fractions import Fraction
from typing import Any

from remedies.errors import LawDataError
from remedies.figures import Authority, Checked
from remedies.law import weekly
from remedies.law.items import Item
from remedies.law.versions import Begins, Term, Version
from remedies.operations import Unit

ITEM = {field.name for field in fields(Item)} - {"key"} | {"defaults", "moved", "weeks"}
LAST_DAYS = ("confirmed_on", "known_through")
VERSION = {field.name for field in fields(Version)} - {"name", "unit"} | {
    "checked",
    "quote",
    "url",
}


def item(key: str, data: Mapping[str, Any], recorded_on: dt.date | None = None) -> Item:
    """Read one item from its file's content, as it was recorded on a day, or as it is.

    Raises:
        LawDataError: the file lacks what every item needs, or has what none has.

    """
    try:
        found = _item(key, data, None)
        _sound(found, data)
        return found if recorded_on is None else _item(key, data, recorded_on)
    except KeyError as error:
        msg = f"{key}: its file lacks {error}"
        raise LawDataError(msg) from error
    except (TypeError, ValueError, AttributeError) as error:
        msg = f"{key}: {error} in its file"
        raise LawDataError(msg) from error


def _item(key: str, data: Mapping[str, Any], recorded_on: dt.date | None) -> Item:
    missing = data.get("missing", "")
    unit = Unit(data["unit"]) if "unit" in data else None
    given = visible(entries(data), recorded_on)
    versions = (_version(data["name"], unit, entry) for entry in given)
    last = {name: data[name] for name in LAST_DAYS if not missing}
    for move in visible(data.get("moved", ()), recorded_on):
        last |= {name: move[name] for name in LAST_DAYS if name in move}
    return Item(
        key=key,
        family=data["family"],
        name=data["name"],
        unit=unit,
        tiers=data.get("tiers", {}),
        versions=tuple(sorted(versions, key=lambda v: (v.effective_on, v.tiers))),
        confirmed_on=_day(last.get("confirmed_on", dt.date.min)),
        known_through=_day(last.get("known_through", dt.date.max)),
        complete=data.get("complete", False),
        missing=missing,
        note=data.get("note", ""),
    )


def visible(
    given: Iterable[Mapping[str, Any]], recorded_on: dt.date | None
) -> list[Mapping[str, Any]]:
    """Return what was recorded by a day, or all of it, in the order in which it was recorded."""
    kept = (x for x in given if recorded_on is None or _day(x["recorded_on"]) <= recorded_on)
    return sorted(kept, key=lambda entry: entry["recorded_on"])


def entries(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield each version of a file, completed with the file's defaults."""
    defaults = data.get("defaults", {})
    for entry in (*data.get("versions", ()), *weekly.entries(data.get("weeks", ()))):
        yield {**defaults, **entry}


def _sound(found: Item, data: Mapping[str, Any]) -> None:
    wrong = ""
    if strange := data.keys() - ITEM:
        wrong = f"unknown entries {sorted(strange)}"
    elif bool(found.missing) == bool(found.versions):
        wrong = "it needs versions, or says what is missing, and not both"
    elif any(set(version.tiers) - set(found.tiers) for version in found.versions):
        wrong = "a version of a tier that is not listed"
    if wrong:
        raise ValueError(wrong)


def authority(data: Mapping[str, Any]) -> Authority:
    """Read the citation that stands with an entry of a law file."""
    return Authority(
        citation=data["authority"],
        quote=data.get("quote", ""),
        url=data.get("url", ""),
        checked=Checked(data["checked"]),
    )


def _version(name: str, unit: Unit | None, data: Mapping[str, Any]) -> Version:
    _provides(unit, data)
    return Version(
        name=name,
        unit=unit,
        effective_on=_day(data["effective_on"]),
        recorded_on=_day(data["recorded_on"]),
        authority=authority(data),
        value=_number(data["value"]) if "value" in data else None,
        terms={key: _term(value) for key, value in data.get("terms", {}).items()},
        none=data.get("none", ""),
        tiers=tuple(data.get("tiers", ())),
        quoted_as=data.get("quoted_as", ""),
        begins=Begins(data.get("begins", "on")),
        ends_on=_day(data["ends_on"]) if "ends_on" in data else None,
        replaces=_day(data["replaces"]) if "replaces" in data else None,
        source=data.get("source", ""),
        printed=data.get("printed", {}),
        note=data.get("note", ""),
    )


def _provides(unit: Unit | None, data: Mapping[str, Any]) -> None:
    if strange := data.keys() - VERSION:
        msg = f"unknown entries {sorted(strange)}"
        raise ValueError(msg)
    given = [name for name in ("value", "terms", "none") if name in data]
    if given not in (["value" if unit else "terms"], ["none"]):
        msg = f"a version gives {' and '.join(given) or 'nothing'}"
        raise ValueError(msg)


def _day(value: object) -> dt.date:
    if type(value) is not dt.date:
        msg = f"{value!r} is not a day"
        raise TypeError(msg)
    return value


def _number(value: object) -> Fraction:
    if type(value) is int or (isinstance(value, Decimal) and value.is_finite()):
        return Fraction(value)
    msg = f"{value!r} is not a finite number"
    raise TypeError(msg)


def _term(value: object) -> Term:
    return value if isinstance(value, bool | str) else _number(value)
