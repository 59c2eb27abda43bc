"""The library of encoded law: reads a file when it is first asked for, and remembers its digest."""

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from remedies.errors import LawDataError, LawNotEncodedError
from remedies.figures import Authority, Figure
from remedies.law.parameters import Parameter, authority, parameter
from remedies.law.positions import Position, position

ROOT = Path(__file__).parent / "data"
RULES = "us.rules"


class Law:
    """Everything encoded under one folder."""

    def __init__(self, root: Path) -> None:
        """Remember where the files are; nothing is read yet."""
        self._root = root
        self._digests: dict[str, str] = {}
        self._parameters: dict[str, Parameter] = {}
        self._rules: Mapping[str, Authority] | None = None
        self._positions: Mapping[str, Position] | None = None

    def parameter(self, key: str) -> Parameter:
        """Return one parameter.

        Raises:
            LawNotEncodedError: no file states it.

        """
        found = self._parameters.get(key)
        if found is None:
            found = self._parameters[key] = parameter(key, self._read(key))
        return found

    def on(self, key: str, day: dt.date, tier: str | None = None) -> Figure:
        """Return the value of ``key`` in force on ``day`` as a figure.

        Raises:
            LawNotEncodedError: nothing is encoded for that day.

        """
        return self.parameter(key).on(day, tier).figure

    def rule(self, key: str) -> Authority:
        """Return the authority for a rule that a calculator applies.

        Raises:
            LawNotEncodedError: the rule is not encoded.

        """
        if self._rules is None:
            rules = self._read(RULES)["rules"]
            self._rules = {entry["key"]: authority(entry) for entry in rules}
        try:
            return self._rules[key]
        except KeyError:
            raise LawNotEncodedError(key, "no such rule is encoded") from None

    @property
    def rules(self) -> Mapping[str, Authority]:
        """Every quoted rule, by key."""
        self.rule("measure_1593_b3")
        return self._rules or {}

    @property
    def positions(self) -> Mapping[str, Position]:
        """The register of positions, by key."""
        if self._positions is None:
            folder = self._root / "positions"
            keys = sorted(f"positions.{path.stem}" for path in folder.glob("*.toml"))
            found = [position(self._read(key)) for key in keys]
            self._positions = {entry.key: entry for entry in found}
        return self._positions

    def keys(self) -> list[str]:
        """Return the keys of all parameters, sorted."""
        paths = (path.relative_to(self._root) for path in self._root.rglob("*.toml"))
        keys = (".".join(path.with_suffix("").parts) for path in paths)
        return sorted(key for key in keys if key != RULES and not key.startswith("positions."))

    def digest(self, parameters: Iterable[str]) -> str:
        """Return one digest over the named parameters, the rules and the positions."""
        for key in parameters:
            self.parameter(key)
        wanted = {*parameters, RULES, *(f"positions.{key}" for key in self.positions)}
        self.rule("measure_1593_b3")
        lines = (f"{key} {self._digests[key]}\n" for key in sorted(wanted))
        return "sha256:" + sha256("".join(lines).encode()).hexdigest()

    def _read(self, key: str) -> Mapping[str, Any]:
        path = self._root.joinpath(*key.split(".")).with_suffix(".toml")
        if not path.is_file():
            raise LawNotEncodedError(key, "no file states it")
        content = path.read_bytes()
        self._digests[key] = sha256(content).hexdigest()
        try:
            return tomllib.loads(content.decode(), parse_float=Decimal)
        except ValueError as error:
            msg = f"{key}: its file is not TOML: {error}"
            raise LawDataError(msg) from error


def load(root: Path) -> Law:
    """Return the law under ``root``."""
    return Law(root)


@cache
def encoded() -> Law:
    """Return the law shipped with this version of the package."""
    return load(ROOT)
