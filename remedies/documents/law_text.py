"""The encoded law for a reader at a terminal: the list, one item, an answer with its grounds, a history."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from remedies.documents.wording import CHECKED, count, said
from remedies.figures import Checked
from remedies.law import Begins, Considered, Item, Law, Term, Version
from remedies.worksheet import decimal_text

NEIGHBOURS = 2
WIDE = 100
_BEGINS = {
    Begins.ON: "in force from",
    Begins.BY: "read in force on",
    Begins.ABOUT: "from about",
}
_SHORT = {Begins.ON: "", Begins.BY: "by ", Begins.ABOUT: "about "}
_WRAPPED = frozenset({"name", "provides", "why", "authority"})
_MOST_PLACES = 12

Pairs = Iterable[tuple[str, str]]


def listing(items: Sequence[Item], families: Mapping[str, Any], width: int) -> RenderableType:
    """Return items in a table for each family; a narrow page has fewer columns."""
    if not items:
        return "No item of law matches."
    parts: list[RenderableType] = []
    for family in families:
        own = [item for item in items if item.family == family]
        if own:
            parts += [heading(f"{families[family]['name']} ({family}): {count(len(own), 'item')}")]
            parts += [indented(_rows(own, wide=width >= WIDE)), ""]
    return Group(*parts, f"{count(len(items), 'item')} in all")


def _rows(items: Iterable[Item], *, wide: bool) -> Table:
    names = ("key", "name", "weakest mark", "confirmed")
    rows = [
        (item.key, item.name, *(_state(item) if item.versions else _NOTHING)) for item in items
    ]
    kept = len(names) if wide else len(names) - 1
    return _table(names[:kept], [row[:kept] for row in rows])


_NOTHING = ("nothing encoded", "")


def _state(item: Item) -> tuple[str, ...]:
    marks = [version.authority.checked for version in item.versions]
    return mark(max(marks, key=list(Checked).index)), str(item.confirmed_on)


def overview(item: Item, law: Law) -> RenderableType:
    """Return an item without a question: what it is, its tiers and its last version."""
    parts: list[RenderableType] = [title(item), indented(pairs(_about(item, law)))]
    if item.tiers:
        parts += [*section("Tiers"), indented(pairs(item.tiers.items()))]
    if item.versions:
        last = item.versions[-1].effective_on
        newest = [version for version in item.versions if version.effective_on == last]
        parts += [*section("Last version"), *(_briefly(item, law, version) for version in newest)]
        parts += ["", f"For a day: remedies law show {item.key} --on DATE"]
    return Group(*parts)


def _briefly(item: Item, law: Law, version: Version) -> RenderableType:
    return indented(pairs([("provides", provides(version)), *_grounds(item, law, version)]))


def _about(item: Item, law: Law) -> Iterator[tuple[str, str]]:
    families = law.register("families")
    yield "family", families.get(item.family, {}).get("name", item.family)
    yield (
        "jurisdiction",
        str(law.register("jurisdictions").get(item.jurisdiction, item.jurisdiction)),
    )
    if item.missing:
        yield "missing", item.missing
        return
    yield "unit", item.unit.value if item.unit else "none; it has terms"
    if not item.versions:
        yield "versions", "none had been recorded by then"
        return
    yield "versions", f"{len(item.versions)}, the first of {item.changes[0]}"
    yield from _confirmed(item)


def _confirmed(item: Item) -> Iterator[tuple[str, str]]:
    yield "confirmed", f"{item.confirmed_on}, by a source that has the last version in force"
    yield "known through", str(item.known_through)
    if item.note:
        yield "note", item.note


def answer(
    item: Item, law: Law, on: dt.date, tier: str | None = None, *, whole: bool = False
) -> RenderableType:
    """Return what an item provides on a day, its grounds, and why this version and no other.

    Raises:
        LawNotEncodedError: nothing is encoded for the day.

    """
    version = item.on(on, tier)
    found = item.explain(on, tier)
    asked = f"On {on}" + (f", for {item.tiers[tier]}" if tier else "")
    parts: list[RenderableType] = [title(item), asked, ""]
    if version.value is not None:
        parts += [indented(Text(provides(version), style="bold")), ""]
    terms = pairs(_terms(version, law.register("families").get(item.family, {})))
    if version.terms:
        parts += [indented(terms), ""]
    parts += [indented(pairs([*_grounds(item, law, version), *_confirmed(item)]))]
    if item.tiers and not tier:
        parts += [*section("Tiers (ask for one with --tier)"), indented(pairs(item.tiers.items()))]
    parts += [*section("Versions considered"), indented(_considered(item, found, whole=whole))]
    return Group(*parts)


def _grounds(item: Item, law: Law, version: Version) -> Iterator[tuple[str, str]]:
    authority = version.authority
    ends = f" to {version.ends_on}" if version.ends_on else ""
    yield _BEGINS[version.begins], f"{version.effective_on}{ends}"
    if version.tiers:
        yield "for", "; ".join(item.tiers[tier] for tier in version.tiers)
    yield "authority", authority.citation
    if authority.quote:
        yield "words", f"“{authority.quote}”"
    if version.quoted_as and version.quoted_as != authority.quote:
        yield "of which", f"“{version.quoted_as}” states the value"
    if authority.url:
        yield "address", authority.url
    yield "checked", f"{mark(authority.checked)}. {CHECKED[authority.checked]}"
    sources = law.register("sources")
    if version.source:
        yield "read in", _source(sources, version.source)
    for name, printed in version.printed.items():
        yield "printed", f"{printed} in {_source(sources, name)}"
    if version.note:
        yield "about it", version.note
    replaced = f", replacing the version of {version.replaces}" if version.replaces else ""
    yield "recorded", f"{version.recorded_on}{replaced}"


def _source(sources: Mapping[str, Any], name: str) -> str:
    entry = sources.get(name, {})
    return f"{entry.get('cites', name)}" + (f" <{entry['url']}>" if "url" in entry else "")


def _terms(version: Version, family: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    words = family.get("terms", {})
    for key, term in version.terms.items():
        yield words.get(key, key.replace("_", " ")), term_text(term)


def _considered(item: Item, found: Sequence[Considered], *, whole: bool) -> RenderableType:
    shown = found if whole else near(found)
    rows: list[tuple[str, ...]] = [
        ("→" if entry.applies else "", *_row(entry.version), entry.why) for entry in shown
    ]
    table = _table(("", "from", "provides", "tiers", "recorded", "why"), rows)
    for row, entry in zip(table.rows, shown, strict=True):
        row.style = "bold" if entry.applies else None
    rest = len(found) - len(shown)
    if not rest:
        return table
    more = f"{count(rest, 'version')} more: --all, or remedies law history {item.key}"
    return Group(table, Text(more, style="dim"))


def _row(version: Version) -> tuple[str, ...]:
    begins = f"{_SHORT[version.begins]}{version.effective_on}"
    return begins, provides(version), ",\n".join(version.tiers), str(version.recorded_on)


def near(found: Sequence[Considered]) -> list[Considered]:
    """Return the version that applies, those of its tier beside it, and corrected records of its day."""
    own = [entry for entry in found if not entry.why.startswith("is for ")]
    place = next((n for n, entry in enumerate(own) if entry.applies), len(own) - 1)
    days = {
        entry.version.effective_on
        for entry in own[max(place - NEIGHBOURS, 0) :][: 2 * NEIGHBOURS + 1]
    }
    return [entry for entry in own if entry.version.effective_on in days]


def history(item: Item, law: Law) -> RenderableType:
    """Return every version that was recorded; those of a provision with their terms."""
    parts: list[RenderableType] = [title(item), indented(pairs(_about(item, law)))]
    if item.tiers:
        parts += [*section("Tiers"), indented(pairs(item.tiers.items()))]
    parts += section(count(len(item.versions), "version"))
    if item.unit is not None:
        return Group(*parts, indented(_values(item)))
    family = law.register("families").get(item.family, {})
    for version in item.versions:
        rows = [*_grounds(item, law, version), *_terms(version, family)]
        parts += [indented(pairs(rows)), ""]
    return Group(*parts[:-1])


def _values(item: Item) -> Table:
    corrected = {id_: by for own in item.series.values() for id_, by in own.withdrawn.items()}
    rows = []
    for version in item.versions:
        by = corrected.get(id(version))
        ends, authority = str(version.ends_on or ""), version.authority
        told = (ends, mark(authority.checked), str(by.recorded_on) if by else "")
        rows.append((*_row(version), *told, authority.citation))
    names = ("from", "provides", "tiers", "recorded", "through", "mark", "corrected", "authority")
    return _table(names, rows)


def title(item: Item) -> Text:
    """Return the name of an item with its key."""
    return Text.assemble((item.name[:1].upper() + item.name[1:], "bold"), f"  {item.key}")


def heading(words: str) -> Text:
    """Return a heading."""
    return Text(words, style="bold")


def section(words: str) -> list[RenderableType]:
    """Return a heading after an empty line."""
    return ["", heading(words)]


def indented(part: RenderableType) -> Padding:
    """Return a part of a page set in by two."""
    return Padding(part, (0, 0, 0, 2), expand=False)


def pairs(rows: Pairs) -> Table:
    """Return names and what stands behind them, in two columns."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", max_width=30)
    table.add_column(overflow="fold")
    for name, words in rows:
        table.add_row(name, words)
    return table


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Return a table of the columns in which some row has something."""
    kept = [place for place in range(len(names)) if any(row[place] for row in rows)]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for place in kept:
        table.add_column(names[place], no_wrap=names[place] not in _WRAPPED, overflow="fold")
    for row in rows:
        table.add_row(*(row[place] for place in kept))
    return table


def provides(version: Version) -> str:
    """Return what a version provides, in a few words."""
    if version.none:
        return f"nothing: {version.none}"
    if version.value is None or version.unit is None:
        return count(len(version.terms), "term")
    return said(version.value, version.unit)


def mark(checked: Checked) -> str:
    """Return a mark as people read it."""
    return checked.value.replace("_", " ")


def term_text(term: Term) -> str:
    """Return a term as people read it."""
    if isinstance(term, bool):
        return "yes" if term else "no"
    return term if isinstance(term, str) else decimal_text(term, 0, _MOST_PLACES, grouped=True)[0]
