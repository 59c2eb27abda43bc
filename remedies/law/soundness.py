"""What is wrong with an item of law as it is written down: for tests, and for what is added.

A value must be stated by the words quoted for it, or printed by another publication; a day must have one
answer; what claims to be complete must be; whatever was read somewhere must say where.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any
from urllib.parse import urlsplit

from remedies.figures import Checked
from remedies.law.citations import kind, of_another, parts
from remedies.law.items import Item
from remedies.law.library import Law
from remedies.law.versions import DAY, Begins, Version
from remedies.law.words import numbers
from remedies.operations import Unit

OFFICIAL_HOST = re.compile(r"(?:.+\.)?(?:gov|mil)|(?:.+\.)?state\.[a-z]{2}\.us|.+\.gov\.[a-z]{2}")
OFFICIAL_ELSEWHERE = frozenset({"fred.stlouisfed.org", "sfgov.org", "www.ksrevisor.org"})
"""Official sites that do not stand under .gov, .mil or .us: the Federal Reserve Bank of St. Louis, the City
of San Francisco, the Kansas Revisor of Statutes."""

_FOOTNOTE = re.compile(r"\s*[\[(][a-z0-9, ]+[\])]\s*$", re.IGNORECASE)
_QUOTED = {Checked.STATUTE}
_SUPPORTED = {Checked.STATUTE, Checked.OFFICIAL}


def wrong_with(item: Item, law: Law) -> Iterator[str]:
    """Yield everything that is wrong with an item, in words."""
    yield from _named(item, law)
    yield from _citations(item)
    for version in item.versions:
        where = f"{version.effective_on} {','.join(version.tiers)}".strip()
        for why in _version(version, item, law):
            yield f"{where}: {why}"
    if item.complete:
        yield from gaps(item)


def supported(version: Version) -> bool:
    """Return whether a quotation or another publication states the version's value."""
    return bool(version.quoted_as or version.printed)


def gaps(item: Item) -> Iterator[str]:
    """Yield each day, from a tier's first on, that no version of it answers and none says why not."""
    for tier in item.tiers or ("",):
        series = item.series[tier]
        for place, version in enumerate(series.versions):
            following = series.days[place + 1] if place + 1 < len(series.days) else None
            last = following - DAY if following else item.known_through
            if version and version.ends_on and version.ends_on < min(last, item.known_through):
                yield f"claims to be complete, and has nothing after {version.ends_on} {tier}".strip()


def _named(item: Item, law: Law) -> Iterator[str]:
    if item.family not in law.register("families"):
        yield f"unknown family {item.family!r}"
    if item.jurisdiction not in law.register("jurisdictions"):
        yield f"unknown jurisdiction {item.jurisdiction!r}"
    if item.place != item.jurisdiction and item.place not in law.register("localities"):
        yield f"unknown locality {item.place!r}"
    if item.versions and item.known_through < item.confirmed_on:
        yield "known_through lies before confirmed_on"
    for text in (item.name, item.note, item.missing, *item.tiers.values()):
        if text != " ".join(text.split()):
            yield f"stray spaces in {text[:40]!r}"


def _version(version: Version, item: Item, law: Law) -> Iterator[str]:
    yield from _days(version, item.confirmed_on)
    yield from _marks(version)
    yield from _sources(version, law.register("sources"))
    if version.value is not None:
        yield from _value(version)
    if version.terms:
        yield from _terms(version, law.register("families").get(item.family, {}).get("terms", {}))


def _citations(item: Item) -> Iterator[str]:
    for citation in dict.fromkeys(v.authority.citation for v in item.versions):
        for part in parts(citation):
            if kind(part) is None:
                yield f"{part!r} does not read as a citation"
            elif of_another(part, item.jurisdiction):
                yield f"{part!r} is the law of another state"
    for version in item.versions:
        kinds = {kind(part) for part in parts(version.authority.citation)}
        if version.authority.checked is Checked.STATUTE and kinds == {"publication"}:
            yield f"{version.effective_on}: marked as read in the statute, and cites a publication"


def _days(version: Version, confirmed_on: dt.date) -> Iterator[str]:
    if version.begins is Begins.BY and version.effective_on > confirmed_on:
        yield "was read in force after the last day on which it was confirmed"
    if version.ends_on and version.ends_on < version.effective_on:
        yield "ends before it begins"
    if version.effective_on < dt.date(1900, 1, 1):
        yield "takes effect before 1900"


def _marks(version: Version) -> Iterator[str]:
    authority, checked = version.authority, version.authority.checked
    quote = authority.quote
    if checked in _QUOTED and not quote:
        yield "is marked as read in the statute and quotes nothing"
    if checked is Checked.OFFICIAL and not (
        quote or version.printed or version.none or version.terms
    ):
        yield "is marked official and neither quotes nor names a print"
    if quote != " ".join(quote.split()) or quote.count("“") != quote.count("”"):
        yield "has a quotation with stray spaces or marks"
    if version.quoted_as and not _stands_in(version.quoted_as, quote):
        yield f"the quotation does not hold {version.quoted_as!r}"
    if checked in {Checked.PARTIAL, Checked.CONFLICT, Checked.UNVERIFIED} and not version.note:
        yield f"is marked {checked} and no note says why"
    if not (authority.citation and (quote or version.source or version.printed or version.note)):
        yield "says neither what enacts it nor where it was read"


def _stands_in(words: str, quote: str) -> bool:
    return bool(re.search(rf"(?<![\w.$]){re.escape(words)}(?!\w|[.,]\d)", quote))


def _value(version: Version) -> Iterator[str]:
    said = version.quoted_as
    if (
        version.value is not None
        and version.value <= 0
        and version.unit is not Unit.PERCENT_PER_YEAR
    ):
        yield "is not above zero"
    if said and numbers(said, version.unit) != {version.value}:
        yield f"the words {said!r} do not state the value"
    if version.authority.checked is Checked.STATUTE and not said:
        yield "quotes the statute and does not say which words state the value"
    for name, text in version.printed.items():
        if printed_value(text) != version.value:
            yield f"{name} prints {text!r}, which is not the value"


def printed_value(text: str) -> Fraction | None:
    """Return the amount that a publication prints, without its footnote; None when it prints none."""
    bare = _FOOTNOTE.sub("", text).replace("$", "").replace(",", "").strip()
    return Fraction(bare) if re.fullmatch(r"-?\d+(?:\.\d+)?", bare) else None


def _terms(version: Version, known: Mapping[str, str]) -> Iterator[str]:
    words = [term for term in version.terms.values() if isinstance(term, str)]
    said = " ".join((*words, version.authority.quote, version.note))
    for name, term in version.terms.items():
        if name not in known:
            yield f"unknown term {name!r}"
        if isinstance(term, str) and (not term or term != " ".join(term.split())):
            yield f"the term {name!r} is empty or has stray spaces"
        if isinstance(term, Fraction) and not _stated(name, term, said):
            yield f"no words state the term {name!r}"


def _stated(name: str, term: Fraction, said: str) -> bool:
    """Return whether words state a number.

    A multiple counts the wages themselves: an additional equal amount is twice in all, no more is once.
    """
    stated = numbers(said) | numbers(said, Unit.RATIO)
    if not name.startswith("multiple"):
        return term in stated
    return term == 1 or bool({term, term - 1} & stated)


def _sources(version: Version, sources: Mapping[str, Any]) -> Iterator[str]:
    hosts = set()
    for name in filter(None, (version.source, *version.printed)):
        if name not in sources:
            yield f"unknown source {name!r}"
        else:
            hosts.add(sources[name]["host"])
    url = version.authority.url
    if not url:
        return
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_official(url)):
        yield f"{url} is not https"
    if not is_official(url) and version.authority.checked in _SUPPORTED and "copy" not in hosts:
        yield f"{parts.netloc} is no official host, and no source says what it is"


def is_official(url: str) -> bool:
    """Return whether an address stands on a government's host."""
    host = urlsplit(url).netloc.lower()
    return bool(OFFICIAL_HOST.fullmatch(host)) or host in OFFICIAL_ELSEWHERE
