"""Parameters: quantities that the law fixes, through time."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from remedies.errors import LawDataError, LawNotEncodedError
from remedies.figures import Authority, Checked, Figure, Unit, lawful


@dataclass(frozen=True, slots=True)
class Version:
    """A value in force from a day until the next version, with the words that enact it."""

    effective_on: dt.date
    recorded_on: dt.date
    value: Fraction
    tiers: tuple[str, ...]
    authority: Authority
    quoted_as: str
    figure: Figure
    note: str = ""


@dataclass(frozen=True)
class Parameter:
    """One quantity fixed by law: its unit, its coverage groups (tiers) and its versions."""

    key: str
    name: str
    unit: Unit
    tiers: Mapping[str, str]
    versions: tuple[Version, ...]
    confirmed_on: dt.date
    known_through: dt.date
    note: str = ""

    @cached_property
    def _series(self) -> dict[str, tuple[list[dt.date], list[Version | None]]]:
        """Each tier's versions by day; under no tier, those on which all tiers agree."""
        series: dict[str, tuple[list[dt.date], list[Version | None]]] = {}
        for tier in self.tiers or ("",):
            own = [v for v in self.versions if not v.tiers or tier in v.tiers]
            days = [v.effective_on for v in own]
            if len(set(days)) != len(days):
                msg = f"{self.key}: two versions of one day in tier {tier!r}"
                raise LawDataError(msg)
            series[tier] = days, list(own)
        if self.tiers:
            series[""] = list(self.changes), [self._agreed(day, series) for day in self.changes]
        return series

    def _agreed(
        self, day: dt.date, series: Mapping[str, tuple[list[dt.date], list[Version | None]]]
    ) -> Version | None:
        found = [
            versions[place - 1] if (place := bisect_right(days, day)) else None
            for days, versions in series.values()
        ]
        first = found[0]
        if first is None or any(v is None or v.value != first.value for v in found):
            return None
        return first

    @cached_property
    def changes(self) -> tuple[dt.date, ...]:
        """Every day on which a version of any tier takes effect, in order."""
        return tuple(sorted({version.effective_on for version in self.versions}))

    def on(self, day: dt.date, tier: str | None = None) -> Version:
        """Return the version in force on ``day`` for one coverage group.

        Without a tier, the version is returned only when every coverage group has the same value
        on that day.

        Raises:
            LawNotEncodedError: no value is encoded for the day, or the coverage group decides it.

        """
        if day > self.known_through:
            why = f"the law is encoded through {self.known_through.isoformat()} only"
            raise LawNotEncodedError(self.key, why, on=day)
        try:
            days, versions = self._series[tier or ""]
        except KeyError:
            why = f"there is no coverage group {tier!r}; the groups are {', '.join(self.tiers)}"
            raise LawNotEncodedError(self.key, why, on=day) from None
        place = bisect_right(days, day)
        version = versions[place - 1] if place else None
        if version is None:
            raise LawNotEncodedError(self.key, self._why_none(day, tier), on=day)
        return version

    def _why_none(self, day: dt.date, tier: str | None) -> str:
        if day < self.changes[0]:
            return f"the first version took effect on {self.changes[0].isoformat()}"
        if tier is not None:
            return "no version was yet in force for this coverage group"
        return (
            "the value depends on the coverage group; name one of "
            f"{', '.join(self.tiers)} in coverage.group"
        )


def parameter(key: str, data: Mapping[str, Any]) -> Parameter:
    """Read one parameter from its file's content.

    Raises:
        LawDataError: the file lacks what every parameter needs.

    """
    try:
        unit = Unit(data["unit"])
        versions = tuple(_version(data["name"], unit, entry) for entry in data["versions"])
        found = Parameter(
            key=key,
            name=data["name"],
            unit=unit,
            tiers=data.get("tiers", {}),
            versions=tuple(sorted(versions, key=lambda v: (v.effective_on, v.tiers))),
            confirmed_on=_day(data["confirmed_on"]),
            known_through=_day(data["known_through"]),
            note=data.get("note", ""),
        )
        if not versions or any(set(v.tiers) - set(found.tiers) for v in versions):
            msg = "no version, or one of a tier that is not listed"
            raise ValueError(msg)  # noqa: TRY301 - one form for all that is wrong with a file
    except (KeyError, TypeError, ValueError) as error:
        msg = f"{key}: {error!r} in its file"
        raise LawDataError(msg) from error
    return found


def authority(data: Mapping[str, Any]) -> Authority:
    """Read the citation that stands with an entry of a law file."""
    return Authority(
        citation=data["authority"],
        quote=data["quote"],
        url=data.get("url", ""),
        checked=Checked(data["checked"]),
    )


def _version(name: str, unit: Unit, data: Mapping[str, Any]) -> Version:
    cited = authority(data)
    value = _number(data["value"])
    return Version(
        effective_on=_day(data["effective_on"]),
        recorded_on=_day(data["recorded_on"]),
        value=value,
        tiers=tuple(data.get("tiers", ())),
        authority=cited,
        quoted_as=data["quoted_as"],
        figure=lawful(name, value, unit, cited),
        note=data.get("note", ""),
    )


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
