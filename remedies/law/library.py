"""The library of encoded law: reads a file when it is first asked for, and can digest what it read."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import tomli

from remedies.errors import LawDataError, LawNotEncodedError
from remedies.figures import Authority, Figure
from remedies.law.items import Item
from remedies.law.positions import Position, position
from remedies.law.reading import authority, entries, item, visible

ROOT = Path(__file__).parent / "data"
RULES = "us.rules"
OF_THE_FIGURE = ("figure", "order")
IN_A_CLAIM = (*OF_THE_FIGURE, "civil")
_KEY = re.compile(r"us(?:-[a-z]{2})?(?:\.[a-z0-9_]{1,80}){1,2}")


class Law:
    """Everything encoded under one folder, as recorded now or on an earlier day."""

    def __init__(self, root: Path, recorded_on: dt.date | None = None) -> None:
        """Remember where the files are; nothing is read yet."""
        self._root = root
        self.recorded_on = recorded_on
        self._files: dict[str, Mapping[str, Any]] = {}
        self._items: dict[str, Item] = {}
        self._rules: Mapping[str, Authority] | None = None
        self._positions: Mapping[str, Position] | None = None
        self._digests: dict[frozenset[str], str] = {}
        self._whole = ""

    def as_recorded_on(self, day: dt.date) -> "Law":
        """Return the same law without what was recorded after ``day``."""
        law = Law(self._root, day)
        law._files = self._files
        return law

    def latest(self) -> "Law":
        """Return the same law with everything that is recorded."""
        law = Law(self._root)
        law._files = self._files
        return law

    def item(self, key: str) -> Item:
        """Return one item: a parameter or a provision.

        Raises:
            LawNotEncodedError: no file states it.

        """
        found = self._items.get(key)
        if found is None:
            if key == RULES or not _KEY.fullmatch(key):
                raise LawNotEncodedError(key, "no file states it")
            found = self._items[key] = item(key, self._read(key), self.recorded_on)
        return found

    def on(self, key: str, day: dt.date, tier: str | None = None) -> Figure:
        """Return the value of the parameter ``key`` in force on ``day`` as a figure.

        Raises:
            LawNotEncodedError: nothing is encoded for that day.

        """
        return self.item(key).on(day, tier).figure

    def rule(self, key: str) -> Authority:
        """Return the authority for a rule that a calculator applies.

        Raises:
            LawNotEncodedError: the rule is not encoded.

        """
        try:
            return self.rules[key]
        except KeyError:
            raise LawNotEncodedError(key, "no such rule is encoded") from None

    @property
    def rules(self) -> Mapping[str, Authority]:
        """Every quoted rule, by key."""
        if self._rules is None:
            entries = visible(self._read(RULES)["rules"], self.recorded_on)
            self._rules = {entry["key"]: authority(entry) for entry in entries}
        return self._rules

    @property
    def positions(self) -> Mapping[str, Position]:
        """The positions that a claim takes, for its figure, its order or its civil claims, by key."""
        if self._positions is None:
            found = (position(entry) for entry in self._position_entries(IN_A_CLAIM))
            self._positions = {entry.key: entry for entry in sorted(found, key=_by_key)}
        return self._positions

    def all_positions(self) -> dict[str, Position]:
        """Return the whole register of positions, by scope and key."""
        folders = (path for path in (self._root / "positions").iterdir() if path.is_dir())
        scopes = dict.fromkeys((*IN_A_CLAIM, *sorted(path.name for path in folders)))
        found = (position(entry) for entry in self._position_entries(scopes))
        return {entry.key: entry for entry in found}

    def register(self, name: str) -> Mapping[str, Any]:
        """Return a register: families, jurisdictions, localities or sources."""
        if name == "sources" and name not in self._files:
            paths = sorted((self._root / name).glob("*.toml"))
            found = {key: entry for path in paths for key, entry in _toml(name, path).items()}
            self._files[name] = found
        return self._read(name)

    def keys(self) -> list[str]:
        """Return the keys of all items, sorted."""
        paths = (path.relative_to(self._root) for path in self._root.rglob("us*/**/*.toml"))
        keys = (".".join(path.with_suffix("").parts) for path in paths)
        return sorted(key for key in keys if key != RULES)

    def items(self) -> Iterator[Item]:
        """Yield every item, by key."""
        return map(self.item, self.keys())

    def digest(self, keys: Iterable[str]) -> str:
        """Return one digest over what the named items, the rules and the positions provide.

        What was recorded after ``recorded_on`` is left out: an old figure has its old digest again.
        """
        named = frozenset(keys)
        if named not in self._digests:
            found: dict[str, object] = {key: self._content(key) for key in named}
            found[RULES] = visible(self._read(RULES)["rules"], self.recorded_on)
            found["positions"] = list(self._position_entries(OF_THE_FIGURE))
            self._digests[named] = "sha256:" + sha256(_canonical(found)).hexdigest()
        return self._digests[named]

    def whole_digest(self) -> str:
        """Return a digest over every file, as it was when this was first asked."""
        if not self._whole:
            digest = sha256(str(self.recorded_on).encode())
            for path in sorted(self._root.rglob("*.toml")):
                digest.update(path.relative_to(self._root).as_posix().encode())
                digest.update(path.read_bytes())
            self._whole = digest.hexdigest()
        return self._whole

    def _content(self, key: str) -> Mapping[str, object]:
        self.item(key)
        file = self._read(key)
        told = {name: file[name] for name in ("name", "unit", "tiers", "missing") if name in file}
        return {**told, "versions": visible(entries(file), self.recorded_on)}

    def _position_entries(self, scopes: Iterable[str]) -> Iterator[Mapping[str, Any]]:
        """Yield each position's file, as it was recorded by the day that this library answers for."""
        for scope in scopes:
            for path in sorted((self._root / "positions" / scope).glob("*.toml")):
                entry = dict(self._read(f"positions.{scope}.{path.stem}"))
                former = entry.pop("former", [])
                records = [*({**entry, **one} for one in former), entry]
                yield from visible(records, self.recorded_on)[-1:]

    def _read(self, key: str) -> Mapping[str, Any]:
        found = self._files.get(key)
        if found is None:
            path = self._root.joinpath(*key.split(".")).with_suffix(".toml")
            if not path.is_file():
                raise LawNotEncodedError(key, "no file states it")
            found = self._files[key] = _toml(key, path)
        return found


def _toml(key: str, path: Path) -> Mapping[str, Any]:
    try:
        return tomli.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except ValueError as error:
        msg = f"{key}: its file is not TOML: {error}"
        raise LawDataError(msg) from error


def _by_key(entry: Position) -> str:
    return entry.key


def _canonical(found: object) -> bytes:
    return json.dumps(found, sort_keys=True, ensure_ascii=False, default=str).encode()


def load(root: Path) -> Law:
    """Return the law under ``root``."""
    return Law(root)


@cache
def encoded() -> Law:
    """Return the law shipped with this version of the package."""
    return load(ROOT)
