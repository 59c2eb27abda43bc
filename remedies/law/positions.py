"""Positions: the points on which courts or agencies differ, as data."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from remedies.errors import LawDataError
from remedies.figures import Checked


@dataclass(frozen=True, slots=True)
class Holding:
    """What one authority says for an option, and how that was checked."""

    citation: str
    holding: str
    checked: Checked
    circuit: str | None = None
    decided_on: dt.date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a position's question; ``computed`` is false when no figure can be made of it yet."""

    key: str
    says: str
    computed: bool
    authorities: tuple[Holding, ...]

    @property
    def citation(self) -> str:
        """The authorities in one line, as a table prints them."""
        return "; ".join(a.citation for a in self.authorities)


@dataclass(frozen=True, slots=True)
class Position:
    """A named choice with its options, the circuits that decided it and a default.

    ``circuit_notes`` says, circuit by circuit, what was seen to be decided and what was not. ``scope`` says
    what the choice is made for: ``figure`` moves the total, ``order`` is made in the order; the others
    (``assessment``, ``collection``, ``forfeiture``, ``compensation``, ``tax``, ``wages``, ``civil``) belong
    to computations other than a claim's figure.
    """

    key: str
    question: str
    scope: str
    default: str
    why_default: str
    options: Mapping[str, Option]
    circuits: Mapping[str, str]
    circuit_notes: Mapping[str, str]

    @property
    def alternatives(self) -> tuple[Option, ...]:
        """The options of which a figure can be made."""
        return tuple(option for option in self.options.values() if option.computed)


def position(data: Mapping[str, Any]) -> Position:
    """Read one position from its file's content.

    Raises:
        LawDataError: an entry is missing or wrong, or the default or a circuit names no option.

    """
    try:
        options = {key: _option(key, entry) for key, entry in data["options"].items()}
        found = Position(
            key=data["key"],
            question=data["question"],
            scope=data["scope"],
            default=data["default"],
            why_default=data["why_default"],
            options=options,
            circuits=data.get("circuits", {}),
            circuit_notes=data.get("circuit_notes", {}),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        msg = f"position {data.get('key')}: {error!r} in its file"
        raise LawDataError(msg) from error
    for named in (found.default, *found.circuits.values()):
        if named not in options:
            msg = f"position {found.key}: {named!r} is not one of its options"
            raise LawDataError(msg)
    return found


def _option(key: str, data: Mapping[str, Any]) -> Option:
    return Option(
        key=key,
        says=data["says"],
        computed=data["computed"],
        authorities=tuple(_holding(entry) for entry in data.get("authorities", ())),
    )


def _holding(data: Mapping[str, Any]) -> Holding:
    return Holding(
        citation=data["citation"],
        holding=data["holding"],
        checked=Checked(data["checked"]),
        circuit=data.get("circuit"),
        decided_on=data.get("decided_on"),
        url=data.get("url", ""),
    )
