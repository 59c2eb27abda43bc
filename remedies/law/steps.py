"""A step of the law, written as a small file of its own, and the law file with the step in it.

A step file names an item and holds versions as ``docs/law-data.md`` describes them::

    key = "us-ca.minimum_wage"

    [[versions]]
    effective_on = 2027-01-01
    …
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import tomli

from remedies.errors import ImportRefusedError, LawDataError, Problem, refuse_import
from remedies.law.importing import moved, sound
from remedies.law.items import Item
from remedies.law.library import Law
from remedies.law.reading import item
from remedies.law.versions import Version

MAX_BYTES = 1_000_000
_OWN = ("effective_on", "checked")  # whatever the defaults of the item's file
_MOST_DIGITS = 12
_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*versions[ \t]*\]\][^\n]*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    """The versions of a step file, as data and as the text that is added."""

    key: str
    versions: Sequence[Mapping[str, Any]]
    text: str


@dataclass(frozen=True, slots=True)
class Moves:
    """The days to which a step moves its item's last days; None leaves a day where it is."""

    confirmed_on: dt.date | None = None
    known_through: dt.date | None = None


def read_step(content: bytes, recorded_on: dt.date | None = None) -> Step:
    """Return the step in a file; ``recorded_on`` is given to versions that do not say their own.

    Raises:
        ImportRefusedError: the file is not a step; each problem names what is wrong with which version.

    """
    text = _text(content)
    try:
        data = tomli.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        refuse_import("", "not_toml", f"the file is not TOML: {str(error)[:200]}")
    problems = [*_problems(data)]
    tables = list(_TABLE.finditer(text))
    if not problems and len(tables) != len(data["versions"]):
        problems = [Problem("versions", "form", "write each version as a [[versions]] table")]
    if problems:
        raise ImportRefusedError(problems)
    added = text[tables[0].start() :].rstrip() + "\n"
    if recorded_on:
        added = _dated(added, data["versions"], recorded_on)
    versions = tomli.loads(added, parse_float=Decimal)["versions"]
    if undated := [n for n, version in enumerate(versions, 1) if "recorded_on" not in version]:
        message = "needs recorded_on, in the file or as --recorded-on"
        raise ImportRefusedError(Problem(f"version {n}", "recorded_on", message) for n in undated)
    return Step(data["key"], versions, added)


def _text(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        refuse_import("", "too_large", f"the file is larger than {MAX_BYTES:,} bytes")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        refuse_import(f"line {number}", "not_text", "the file is not UTF-8 text")


def _problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    for name in data.keys() - {"key", "versions"}:
        yield Problem(name, "unknown", "a step has a key and versions, and nothing else")
    if not isinstance(data.get("key"), str):
        yield Problem("key", "missing", 'a step names its item: key = "us-ca.minimum_wage"')
    versions = data.get("versions")
    if not isinstance(versions, list) or not versions:
        yield Problem("versions", "missing", "a step has one or more [[versions]] tables")
        return
    for number, version in enumerate(versions, 1):
        if not isinstance(version, dict):
            yield Problem(f"version {number}", "form", "is not a table")
            continue
        for name in _OWN:
            if name not in version:
                yield Problem(f"version {number}", "missing", f"needs its own {name}")
        terms = version.get("terms")
        for name, given in (version | (terms if isinstance(terms, dict) else {})).items():
            if isinstance(given, int | Decimal) and not _plain(given):
                yield Problem(f"version {number}, {name}", "value", "is no plausible number")


def _plain(number: int | Decimal) -> bool:
    """Return whether a number is one that a law may name, before anything computes with it."""
    return Decimal(number).is_finite() and abs(Decimal(number).adjusted()) <= _MOST_DIGITS


def _dated(text: str, versions: Sequence[Mapping[str, Any]], day: dt.date) -> str:
    """Return the text with the day of recording in each version that has none."""
    pending = iter(versions)

    def with_day(table: re.Match[str]) -> str:
        line = "" if "recorded_on" in next(pending) else f"recorded_on = {day}\n"
        return table[0] + line

    return _TABLE.sub(with_day, text)


def with_step(text: str, step: Step, moves: Moves, law: Law, *, correct: bool = False) -> str:
    """Return an item's file with a step at its end.

    Args:
        text: the item's file.
        step: what is added.
        moves: where the item's last days go.
        law: the library of the item, whose families and sources a step may name.
        correct: whether a version may take the place of one already recorded for its day and tier; it
            needs a later ``recorded_on``, and the earlier record stays.

    Raises:
        ImportRefusedError: the step contradicts what is recorded, or the file with it cannot be loaded.
        LawDataError: the item's own file cannot be read.

    """
    before = item(step.key, tomli.loads(text, parse_float=Decimal))
    made = text.rstrip("\n") + "\n\n" + step.text
    _forward("confirmed_on", moves.confirmed_on, before.confirmed_on)
    _forward("known_through", moves.known_through, before.known_through)
    recorded_on = max(version["recorded_on"] for version in step.versions)
    made = moved(
        made, recorded_on, confirmed_on=moves.confirmed_on, known_through=moves.known_through
    )
    try:
        after = item(step.key, tomli.loads(made, parse_float=Decimal))
        new = _new(before, after)
        if not correct:
            _contradictions(before, new)
        after.series  # noqa: B018 - reads every tier, and refuses what contradicts itself
        sound(before, after, law)
    except (LawDataError, ValueError) as error:
        refuse_import(step.key, "law_data_invalid", str(error))
    return made


def _forward(name: str, day: dt.date | None, now: dt.date) -> None:
    if day is not None and day < now:
        refuse_import(name, "backward", f"is {now} already, and never moves back (to {day})")


def _new(before: Item, after: Item) -> list[Version]:
    """Return the versions that a step adds; none may be dated back, or be in the file already."""
    known = [_identity(version) for version in before.versions]
    new = [version for version in after.versions if _identity(version) not in known]
    if len(new) + len(known) != len(after.versions):
        message = "a version of the step is already in the file, word for word"
        refuse_import(after.key, "recorded", message)
    newest = max(version.recorded_on for version in before.versions)
    for version in new:
        if version.recorded_on < newest:
            message = f"{version.recorded_on} lies before the last record, of {newest}"
            refuse_import(f"version of {version.effective_on}, recorded_on", "backward", message)
    return new


def _contradictions(before: Item, new: Sequence[Version]) -> None:
    """Refuse new versions of a day and tier that are already recorded."""
    problems = [
        Problem(f"version of {version.effective_on}", "recorded", _already(former))
        for version in new
        for former in before.versions
        if former.effective_on in {version.effective_on, version.replaces}
        and _meet(former, version)
    ]
    if problems:
        raise ImportRefusedError(problems)


def _identity(version: Version) -> tuple[object, ...]:
    said = (version.value, tuple(version.terms.items()), version.none, version.authority)
    return (version.effective_on, version.recorded_on, version.tiers, version.replaces, *said)


def _meet(one: Version, other: Version) -> bool:
    return not one.tiers or not other.tiers or bool(set(one.tiers) & set(other.tiers))


def _already(former: Version) -> str:
    said = former.none or "terms"
    if former.value is not None:
        said = str(Decimal(former.value.numerator) / former.value.denominator)
    tiers = f" for {', '.join(former.tiers)}" if former.tiers else ""
    return (
        f"{former.effective_on}{tiers} is already recorded, on {former.recorded_on}: {said}; "
        "a correction needs --correct and a later day of recording"
    )
