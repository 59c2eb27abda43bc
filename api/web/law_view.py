"""What the law pages show of the encoded law: words for dates, marks, sources and terms."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from markupsafe import Markup

from api.web.law_words import MARKS, linked, said, web_address
from remedies.documents.wording import CHECKED, DOUBTED
from remedies.errors import LawNotEncodedError
from remedies.figures import Checked
from remedies.law import Considered, Item, Law, Version
from remedies.law.floors import NAME
from remedies.law.items import IN_FORCE
from remedies.wire.law import weakest_mark
from remedies.worksheet import amount

MOST: Final = 120  # versions on a page; the API gives them all
FEDERAL: Final = "us"
NOT_KNOWN: Final = "not known"
_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cited:
    """A publication in which a value was read, and what it prints."""

    cites: str
    url: str
    prints: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A version as a page shows it; ``groups`` are those of its item for which it is shown."""

    item: Item
    version: Version
    law: "LawView"
    groups: tuple[str, ...] = ()

    @property
    def value(self) -> str:
        """The value with its unit; nothing for a provision, or where the law provides nothing."""
        version = self.version
        if version.value is None or version.unit is None:
            return ""
        return amount(version.value, version.unit)

    @property
    def begins(self) -> str:
        """From when it is in force, or the day on which it was read in force."""
        return f"{IN_FORCE[self.version.begins]} {self.version.effective_on}"

    @property
    def citation(self) -> str:
        """Its citation, with section signs that stay with their numbers."""
        return self.version.authority.citation.replace("§ ", "§\N{NO-BREAK SPACE}")

    @property
    def mark(self) -> str:
        """How it was checked, in two or three words."""
        return MARKS[self.version.authority.checked]

    @property
    def checked(self) -> str:
        """How it was checked, in a sentence."""
        return CHECKED[self.version.authority.checked]

    @property
    def doubted(self) -> bool:
        """Whether no official text stands behind it."""
        return self.version.authority.checked in DOUBTED

    @property
    def url(self) -> str:
        """Where its words can be read, when that is an address of the web."""
        return web_address(self.version.authority.url)

    @property
    def tiers(self) -> list[str]:
        """The groups that it is for, in the item's words; none when it is for all."""
        return [self.item.tiers[tier] for tier in self.groups or self.version.tiers]

    @property
    def sources(self) -> list[Cited]:
        """Every publication in which it was read, the first one first."""
        version = self.version
        names = dict.fromkeys([version.source, *version.printed])
        return [self.law.cited(name, version.printed.get(name, "")) for name in names if name]

    @property
    def terms(self) -> list[tuple[str, Markup]]:
        """The terms of a provision, each in the words of its family."""
        words = self.law.families[self.item.family].get("terms", {})
        return [
            (words.get(key, key), linked(said(key, term)))
            for key, term in self.version.terms.items()
        ]


@dataclass(frozen=True, slots=True)
class Kind:
    """A family, and how much of it is encoded."""

    key: str
    name: str
    places: int
    items: int
    versions: int
    missing: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which one version applies, or on which none is known."""

    begins_on: dt.date
    ends_on: dt.date
    held: Held | None
    why: str = ""


class ItemView:
    """An item of law."""

    def __init__(self, item: Item, law: "LawView") -> None:
        """Keep the item."""
        self.item = item
        self.law = law
        self.family = law.families[item.family]["name"]
        self.place = law.jurisdictions[item.jurisdiction]

    @property
    def mark(self) -> str:
        """The weakest mark among the versions."""
        mark = weakest_mark(self.item)
        return CHECKED[Checked(mark)] if mark else ""

    @property
    def versions(self) -> list[Held]:
        """The versions, newest first, and no more of them than a page holds."""
        newest = reversed(self.item.versions[-MOST:])
        return [Held(self.item, version, self.law) for version in newest]

    @property
    def hidden(self) -> int:
        """How many older versions are not shown."""
        return max(len(self.item.versions) - MOST, 0)

    @cached_property
    def current(self) -> list[Held]:
        """What is in force on the last day that is known, by group."""
        day = self.item.known_through
        found: dict[int, tuple[Version, list[str]]] = {}
        for tier, series in self.item.series.items():
            version = series.on(day) if tier or not self.item.tiers else None
            if version:
                found.setdefault(id(version), (version, []))[1].append(tier)
        return [
            Held(
                self.item,
                version,
                self.law,
                tuple(tiers) if len(tiers) < len(self.item.series) - 1 else (),
            )
            for version, tiers in found.values()
        ]

    @property
    def nothing(self) -> str:
        """Why no version is in force on the last day that is known, when that is so."""
        if self.item.missing:
            return self.item.missing
        if self.current:
            return ""
        last = self.item.versions[-1]
        return last.none or f"The last version encoded ended on {last.ends_on}."

    def differs(self, on: dt.date) -> bool:
        """Whether the day has no answer without a group, and has one for some group."""
        series = self.item.series
        return not series[""].on(on) and any(series[tier].on(on) for tier in self.item.tiers)

    def answer(self, on: dt.date, tier: str | None) -> Held:
        """Return the version of a day.

        Raises:
            LawNotEncodedError: there is none.

        """
        return Held(self.item, self.item.on(on, tier), self.law)

    def considered(self, on: dt.date, tier: str | None) -> list[tuple[Held, Considered]]:
        """Return the versions about a day with the reason why each does or does not apply."""
        found = self.item.explain(on, tier)
        past = sum(entry.version.effective_on <= on for entry in found)
        first = max(past - MOST // 2, 0)
        near = found[first : first + MOST]
        return [(Held(self.item, entry.version, self.law), entry) for entry in reversed(near)]

    def stretches(self, tier: str | None) -> Iterator[Stretch]:
        """Yield the item's days in order, from the first version of one group on, gaps included."""
        series = self.item.series[tier or ""]
        last = self.item.known_through
        for place, (begins_on, version) in enumerate(
            zip(series.days, series.versions, strict=True)
        ):
            follows = series.days[place + 1] if place + 1 < len(series.days) else last + _DAY
            until = min(series.until[place], follows - _DAY)
            if version and not version.none and until >= begins_on:
                yield Stretch(begins_on, until, Held(self.item, version, self.law))
                begins_on = until + _DAY  # noqa: PLW2901 - what is left of the days
            if begins_on < follows:
                why = (version.none or NOT_KNOWN) if version else "depends on the group"
                yield Stretch(begins_on, follows - _DAY, None, why)


class LawView:
    """The encoded law, with its registers at hand."""

    def __init__(self, law: Law) -> None:
        """Keep the law, and read its registers once."""
        self.law = law
        self.families: Mapping[str, Any] = law.register("families")
        self.jurisdictions: Mapping[str, str] = law.register("jurisdictions")

    @cached_property
    def keys(self) -> list[str]:
        """The keys of all items."""
        return self.law.keys()

    @cached_property
    def localities(self) -> dict[str, str]:
        """The name of each place within a state that has a minimum wage of its own."""
        try:
            named = self.law.register("localities")
        except LawNotEncodedError:
            named = {}
        places = (key.removesuffix(f".{NAME}") for key in self.keys if key.endswith(f".{NAME}"))
        return {place: _name(place, named) for place in places if "." in place}

    def place(self, place: str) -> str:
        """Return the name of a jurisdiction or of a place within one."""
        return self.jurisdictions.get(place) or self.localities[place]

    @cached_property
    def _sources(self) -> Mapping[str, Any]:
        return self.law.register("sources")

    def item(self, key: str) -> ItemView:
        """Return an item."""
        return ItemView(self.law.item(key), self)

    def cited(self, name: str, prints: str) -> Cited:
        """Return a publication by the name that versions have for it."""
        entry = self._sources.get(name, {})
        return Cited(entry.get("cites", name), web_address(entry.get("url", "")), prints)

    def sizes(self) -> Iterator[Kind]:
        """Yield each family with how much of it is encoded."""
        items = [self.law.item(key) for key in self.keys]
        for key, entry in self.families.items():
            found = [item for item in items if item.family == key and not item.missing]
            yield Kind(
                key=key,
                name=entry["name"],
                places=len({item.place for item in found}),
                items=len(found),
                versions=sum(len(item.versions) for item in found),
                missing=sum(item.family == key and bool(item.missing) for item in items),
            )

    def at(self, jurisdiction: str) -> dict[str, list[ItemView]]:
        """Return the items of a jurisdiction by family; localities after the jurisdiction's own."""
        keys = (key for key in self.keys if key.split(".")[0] == jurisdiction)
        items = sorted(map(self.item, keys), key=lambda view: view.item.place)
        return {
            family: found
            for family in self.families
            if (found := [view for view in items if view.item.family == family])
        }

    def lacking(self, jurisdiction: str) -> list[str]:
        """Return the families that are encoded for other states and not at all for this one."""
        if jurisdiction == FEDERAL:
            return []
        items = [self.law.item(key) for key in self.keys]
        here = {item.family for item in items if item.jurisdiction == jurisdiction}
        elsewhere = {item.family for item in items if item.jurisdiction != FEDERAL}
        return [entry["name"] for key, entry in self.families.items() if key in elsewhere - here]


def _name(place: str, named: Mapping[str, Any]) -> str:
    found = named.get(place, place.rpartition(".")[2].replace("_", " ").title())
    return str(found["name"] if isinstance(found, Mapping) else found)
