"""Writes the documents that are made from the encoded law and the calculators: ``make docs``.

`docs/coverage.md` says what is encoded for each jurisdiction, `docs/authorities.md` leads from a statute to
the modules and cases that apply it, README shows the size of the encoded law, and `docs/documents.md` every
document. A test keeps them current.
"""

import ast
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from remedies import law
from remedies.documents.guides.catalog import CATALOG, titled
from remedies.figures import Checked
from remedies.law import Item, Law
from remedies.law.citations import parts

TOP = Path(__file__).parents[1]
HEAD = "<!-- Made by `make docs`; a test keeps it current. Do not edit. -->\n"
SIZES = re.compile(r"(?<=<!-- size of the law -->\n).*?(?=<!-- /size of the law -->)", re.DOTALL)
DOCUMENTS = re.compile(r"(?<=<!-- the documents -->\n).*?(?=<!-- /the documents -->)", re.DOTALL)
RULES = "Quoted rules"
STATE_ITEMS = {
    "minimum_wage": "Minimum wage",
    "tipped_cash_wage": "Tipped",
    "weekly_overtime_threshold": "Overtime",
    "aewr": "H-2A rate",
    "wage_damages": "Wage damages",
    "prejudgment_interest": "Prejudgment interest",
    "judgment_interest": "Judgment interest",
    "trafficking_civil_action": "Civil action",
    "trafficking_restitution": "Restitution",
    "victim_compensation": "Compensation",
}
POSITIONS = "Positions"
_BASE = re.compile(
    r"\d+ (?:U\.S\.C\.|C\.F\.R\.) §§? ?[\d.]+[A-Za-z]?(?:-\d+)?|Fed\. R\. \w+\. P\. [\d.]+"
)
_MORE = re.compile(r"(\d+ (?:U\.S\.C\.|C\.F\.R\.)) §§ (.+)")


def main() -> None:
    """Write every document anew."""
    for path, text in documents(law.encoded()).items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(TOP), file=sys.stderr)


def documents(encoded: Law) -> dict[Path, str]:
    """Return every document's text by its path."""
    items = list(encoded.items())
    readme, papers = TOP / "README.md", TOP / "docs" / "documents.md"
    size = f"\n{sizes(encoded, items)}\n"
    return {
        TOP / "docs" / "coverage.md": coverage(encoded, items),
        TOP / "docs" / "authorities.md": authorities(encoded, items),
        readme: SIZES.sub(lambda _: size, readme.read_text(encoding="utf-8")),
        papers: DOCUMENTS.sub(lambda _: pictured(), papers.read_text(encoding="utf-8")),
    }


def sizes(encoded: Law, items: Iterable[Item]) -> str:
    """Return the number of versions by family and by how they were checked, as a table."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        counts[item.family].update(v.authority.checked.value for v in item.versions)
    names = {key: entry["name"] for key, entry in encoded.register("families").items()}
    rows = [(names[key], counts[key]) for key in names if counts[key]]
    rows.append((RULES, Counter(rule.checked.value for rule in encoded.rules.values())))
    held = (
        holding.checked.value
        for position in encoded.all_positions().values()
        for option in position.options.values()
        for holding in option.authorities
    )
    rows.append((f"{POSITIONS} ({len(encoded.all_positions())}): authorities", Counter(held)))
    marks = [mark.value for mark in Checked]
    total: Counter[str] = sum((count for _, count in rows), Counter())
    lines = [
        _row("Family", *(mark.replace("_", " ") for mark in marks), "all"),
        _row("---", *("---:" for _ in marks), "---:"),
        *(_row(name, *(count[m] or "" for m in marks), count.total()) for name, count in rows),
        _row("**All**", *(f"**{total[m]}**" for m in marks), f"**{total.total()}**"),
    ]
    return "\n".join(lines) + "\n"


def pictured() -> str:
    """Return every document with a picture of its first page, by its readers."""
    text = []
    for reader in dict.fromkeys(kind.reader for kind in CATALOG.values()):
        text += [f"\n### For: {reader}\n"]
        text += [_row("", "Document", "Stage", "Languages", "Made of"), _row(*["---"] * 5)]
        for kind in CATALOG.values():
            if kind.reader is not reader:
                continue
            title, summary = titled(kind, "en")
            picture = (
                f'<img src="thumbnails/{kind.name}.jpg" width="130" alt="First page of: {title}">'
            )
            says = f"**{title}**<br>`{kind.name}`<br>{summary}"
            made_of = f"needs: {kind.needs}; takes: {', '.join(kind.parts) or 'nothing'}"
            text.append(_row(picture, says, kind.stage, ", ".join(kind.languages), made_of))
    return "\n".join(text) + "\n\n"


def coverage(encoded: Law, items: list[Item]) -> str:
    """Return what is encoded for each jurisdiction, since when and how it was checked."""
    families = encoded.register("families")
    names = encoded.register("jurisdictions")
    text = [HEAD, "# What is encoded\n"]
    text.append(
        "Each row is an item of law: from which day it answers, through which day, when its last version\n"
        "was last confirmed, how many versions are recorded and how they were checked (the marks are\n"
        "explained in [law-data.md](law-data.md)). What was looked for and not found says so.\n"
    )
    text += [sizes(encoded, items), *_by_jurisdiction(items, names)]
    for family, entry in families.items():
        own = sorted(
            (item for item in items if item.family == family),
            key=lambda item: (
                names[item.jurisdiction] if item.jurisdiction != "us" else "",
                item.key,
            ),
        )
        text += [f"\n## {entry['name']}\n", *_family(own, names)]
    return "\n".join(text)


def _by_jurisdiction(items: list[Item], names: dict[str, str]) -> Iterator[str]:
    """Yield one row for each jurisdiction: the first year that each kind of item reaches."""
    found = {item.key: item for item in items}
    yield "\n## By jurisdiction\n"
    yield (
        "The first year that is answered; *none*: the law is known to provide nothing; –: not encoded, and\n"
        "the tables below say why. A star: something in the item is weaker than `official`.\n"
    )
    yield _row("Jurisdiction", *STATE_ITEMS.values())
    yield _row("---", *("---" for _ in STATE_ITEMS))
    for key, name in names.items():
        if key != "us":
            yield _row(name, *(_cell(found.get(f"{key}.{item}")) for item in STATE_ITEMS))


def _cell(item: Item | None) -> str:
    if item is None or not item.versions:
        return "–"
    if all(version.none for version in item.versions):
        return "*none*"
    weak = any(
        v.authority.checked not in {Checked.STATUTE, Checked.OFFICIAL} for v in item.versions
    )
    return f"{item.changes[0].year}{'*' if weak else ''}"


def _family(items: list[Item], names: dict[str, str]) -> Iterator[str]:
    yield _row("Jurisdiction", "Item", "From", "Through", "Confirmed", "Versions", "Checked")
    yield _row("---", "---", "---", "---", "---", "---:", "---")
    for item in items:
        where = names[item.jurisdiction]
        if not item.versions:
            yield _row(where, f"`{item.key}`", f"not encoded: {item.missing}", "", "", 0, "")
            continue
        marks = Counter(v.authority.checked.value for v in item.versions)
        said = ", ".join(
            f"{marks[mark.value]} {mark.value.replace('_', ' ')}"
            for mark in Checked
            if marks[mark.value]
        )
        days = item.changes[0], item.known_through, item.confirmed_on
        yield _row(where, f"`{item.key}`", *days, len(item.versions), said)


def authorities(encoded: Law, items: Iterable[Item]) -> str:
    """Return for each statute the modules that apply it, the cases that prove it and what it enacts."""
    modules = _modules()
    cases = _cases()
    enacted: dict[str, set[str]] = defaultdict(set)
    for item in items:
        for version in item.versions:
            for part in parts(version.authority.citation):
                enacted[part].add(item.key)
    text = [HEAD, "# From a statute to the code and back\n", "## What calculators apply\n"]
    text += [_row("Authority", "Modules", "Golden cases"), _row("---", "---", "---")]
    for statute in sorted(modules, key=_in_order):
        where = ", ".join(f"`{name}`" for name in sorted(modules[statute]))
        proved = "; ".join(cases.get(statute, ())) or "through the cases of its modules"
        text.append(_row(statute, where, proved))
    text += [
        "\n## Rules quoted\n",
        _row("Rule", "Authority", "Checked"),
        _row("---", "---", "---"),
    ]
    text += [
        _row(f"`{key}`", r.citation, r.checked.value) for key, r in sorted(encoded.rules.items())
    ]
    proven = _days()
    text += [
        "\n## What enacts the encoded values\n",
        "Golden days: changes of these items proven on the day before and on the day, in `tests/golden`.\n",
        _row("Authority", "Items", "Golden days"),
        _row("---", "---", "---:"),
    ]
    for citation in sorted(enacted, key=_in_order):
        keys = sorted(enacted[citation])
        days = sum(proven[key] for key in keys)
        text.append(_row(citation, ", ".join(f"`{key}`" for key in keys), days or ""))
    return "\n".join(text) + "\n"


def _modules() -> dict[str, set[str]]:
    """Return the modules whose docstring lists each statute under Authority."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((TOP / "remedies").rglob("*.py")):
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        _, listed, below = docstring.partition("Authority:\n")
        name = ".".join(path.relative_to(TOP).with_suffix("").parts)
        for line in below.split("\n\n")[0].splitlines() if listed else ():
            for statute in _bases(line):
                found[statute].add(name)
    return found


def _cases() -> dict[str, list[str]]:
    """Return the golden cases that name each statute as their source."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((TOP / "tests" / "golden").glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in (*data.get("cases", ()), *data.get("civil_cases", ())):
            for statute in _bases(case["source"]):
                found[statute].append(f"{case['name']} ({path.stem})")
    return found


def _days() -> Counter[str]:
    """Return how many changes of each item the golden cases prove."""
    found: Counter[str] = Counter()
    for path in sorted((TOP / "tests" / "golden").glob("*.toml")):
        changes = tomllib.loads(path.read_text(encoding="utf-8")).get("changes", ())
        found.update(change["key"] for change in changes)
    return found


def _bases(text: str) -> list[str]:
    """Return the sections that a text cites, without their subsections."""
    found = [match.replace("§§", "§") for match in _BASE.findall(text)]
    if several := _MORE.search(text.partition(": ")[0]):
        found += [
            f"{several[1]} § {number}" for number in re.findall(r"(?<![\w(.])\d[\w.]*", several[2])
        ]
    return list(dict.fromkeys(base.rstrip(".") for base in found))


def _in_order(citation: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdigit() else 0, part) for part in re.split(r"(\d+)", citation)]


def _row(*cells: object) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    main()
