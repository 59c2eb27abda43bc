"""Items of law: parameters, which have a unit and values, and provisions, which have terms."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from remedies.errors import LawAbsentError, LawNotEncodedError, TierRequiredError
from remedies.law.versions import Begins, Series, Version
from remedies.operations import Unit

GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Considered:
    """One version, whether it applies, and why or why not."""

    version: Version
    applies: bool
    why: str


@dataclass(frozen=True)
class Item:
    """One thing that the law fixes, through time: its unit, its tiers and its versions.

    A parameter has a unit and its versions have values; a provision has no unit and its versions have
    terms. ``missing`` says what is known not to be encoded, when there is no version.
    """

    key: str
    family: str
    name: str
    unit: Unit | None
    tiers: Mapping[str, str]
    versions: tuple[Version, ...]
    confirmed_on: dt.date
    known_through: dt.date
    complete: bool = False
    missing: str = ""
    note: str = ""

    @property
    def jurisdiction(self) -> str:
        """The jurisdiction's part of the key, such as ``us-ca``."""
        return self.key.split(".", maxsplit=1)[0]

    @property
    def place(self) -> str:
        """The key without its last part: the jurisdiction, or a place within it."""
        return self.key.rpartition(".")[0]

    @cached_property
    def series(self) -> dict[str, Series]:
        """Each tier's versions by day; ``""`` is the tier of a question that names none.

        That is the general tier where there is one; where there are only others, the days on which all
        of them agree.
        """
        series = {tier: self._series_of(tier) for tier in self.tiers or ("",)}
        if self.tiers:
            agreed = Series.agreed(series.values(), self.known_through)
            series[""] = series.get(GENERAL, agreed)
        return series

    def _series_of(self, tier: str) -> Series:
        own = (v for v in self.versions if not v.tiers or tier in v.tiers)
        return Series(own, self.known_through)

    @cached_property
    def changes(self) -> tuple[dt.date, ...]:
        """Every day on which a version of any tier takes effect, in order."""
        return tuple(sorted({version.effective_on for version in self.versions}))

    def on(self, day: dt.date, tier: str | None = None) -> Version:
        """Return the version in force on ``day`` for one tier.

        Raises:
            LawAbsentError: it is known that the law provides nothing on that day.
            LawNotEncodedError: nothing is encoded for the day, or the tier decides it.

        """
        series = self.series.get(tier or "")
        version = series.on(day) if series else None
        if version is None:
            raise self._refusal(day, tier)
        return version

    def _refusal(self, day: dt.date, tier: str | None) -> LawNotEncodedError:
        """Return the error that says what is missing on ``day``, and how to add it."""
        if self.missing:
            return LawNotEncodedError(self.key, self.missing, on=day, how=self.how_to_add)
        series = self.series.get(tier or "")
        if series is None:
            why = f"there is no coverage group {tier!r}; the groups are {', '.join(self.tiers)}"
            return LawNotEncodedError(self.key, why, on=day)
        last = series.last_before(day)
        if last is not None and last.none and day <= self.known_through:
            return LawAbsentError(self.key, last.none, on=day)
        if last is None and series.days and series.days[0] <= day <= self.known_through:
            why = f"the value depends on the coverage group; name one of {', '.join(self.tiers)}"
            return TierRequiredError(self.key, why, on=day)
        why = self._why_none(series, last, day)
        return LawNotEncodedError(self.key, why, on=day, how=self.how_to_add)

    def _why_none(self, series: Series, last: Version | None, day: dt.date) -> str:
        if not series.days or day < series.days[0]:
            return self._first(series)
        if day > self.known_through:
            why = f"the law is encoded through {self.known_through} only"
            return why + self._scheduled(series, day)
        if last is None:
            return "no version of this tier is recorded for that day"
        after = series.after(day)
        then = f", and the next takes effect on {after}" if after else ""
        return f"the version of {last.effective_on} is known through {last.ends_on} only{then}"

    def _scheduled(self, series: Series, day: dt.date) -> str:
        """Return what was already enacted for the days after those that are answered."""
        ahead = [v for v in series.versions if v and self.known_through < v.effective_on <= day]
        if not ahead or ahead[-1].value is None or self.unit is None:
            return ""
        value = ahead[-1].value
        plain = Decimal(value.numerator) / value.denominator
        return f"; {plain} {self.unit} is recorded as scheduled for {ahead[-1].effective_on}"

    def _first(self, series: Series) -> str:
        if not self.versions:
            return "nothing had been recorded by then"
        own = [version for version in series.versions if version]
        first = min(
            own if len(own) == len(series.versions) and own else self.versions,
            key=lambda version: version.effective_on,
        )
        return (
            f"the first version {FIRST[first.begins]} {first.effective_on}{EARLIER[first.begins]}"
        )

    @property
    def how_to_add(self) -> str:
        """What a reader who has the missing law does with it."""
        return f"write a version in remedies/law/data/{self.path}, as docs/law-data.md says"

    @property
    def path(self) -> str:
        """The item's file, under ``remedies/law/data``."""
        return self.key.replace(".", "/") + ".toml"

    def explain(self, day: dt.date, tier: str | None = None) -> tuple[Considered, ...]:
        """Return every version of the item with the reason why it does or does not apply."""
        series = self.series.get(tier or "") or Series((), self.known_through)
        applied = series.on(day)
        standing = {id(version) for version in series.versions}
        return tuple(
            Considered(
                version,
                version is applied,
                self._reason(version, series, day)
                if id(version) in standing or id(version) in series.withdrawn
                else f"is for {', '.join(self.tiers[tier] for tier in version.tiers)}",
            )
            for version in self.versions
        )

    def _reason(self, version: Version, series: Series, day: dt.date) -> str:
        """Return why a version of the tier applies on a day or does not."""
        by = series.withdrawn.get(id(version))
        if by is not None:
            return f"corrected by the record of {by.recorded_on}"
        if version.effective_on > day:
            return f"{NOT_YET[version.begins]} {version.effective_on}{EARLIER[version.begins]}"
        if version is not series.last_before(day):
            return f"was followed by the version of {series.after(version.effective_on)}"
        if version.none:
            return f"applies, and provides nothing: {version.none}"
        if version.ends_on and day > version.ends_on:
            return f"ended on {version.ends_on}, or is known through that day only"
        if day > self.known_through:
            return f"the law is encoded through {self.known_through} only"
        return f"applies: {IN_FORCE[version.begins]} {version.effective_on}"


FIRST = {
    Begins.ON: "took effect on",
    Begins.BY: "was read in force on",
    Begins.ABOUT: "took effect about",
}
NOT_YET = {
    Begins.ON: "takes effect only on",
    Begins.BY: "was read in force on",
    Begins.ABOUT: "took effect about",
}
EARLIER = {
    Begins.ON: "",
    Begins.BY: "; whether it was law earlier was not established",
    Begins.ABOUT: "; the exact day was not established",
}
IN_FORCE = {
    Begins.ON: "in force from",
    Begins.BY: "read in force on",
    Begins.ABOUT: "in force from about",
}
