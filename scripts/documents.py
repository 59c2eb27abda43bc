"""Every guide, in every language, as PDF and as a page, for every place; with an index that opens them.

``python -m scripts.documents --out DIR [--as-of DATE]``. The one that is made of answers is made of those
of a person who does not exist.
"""

import argparse
import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from html import escape
from pathlib import Path

from remedies.casework.exhibits import PDF
from remedies.casework.guides import FORMS, HTML, Wanted, guide_of, printed
from remedies.casework.printing import KINDS, Paper, paper
from remedies.documents.guides import Needs, Size
from remedies.documents.guides.catalog import CATALOG, known_places
from remedies.documents.texts import language, text
from remedies.law import encoded
from remedies.wire import read_claim, read_json
from remedies.wire.answers import Question, read_answers

EXAMPLE = Path("examples/forced_labor.json")
NOBODY = {
    "kinds_of_work": ["domestic"],
    "forced": "yes",
    "state": "US-CA",
    "began_on": "2019-05",
    "ended_on": "2021-06-30",
    "minor_then": "no",
    "paid": "less_than_promised",
    "prosecution": "none",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file of the set, and the title that the index gives it."""

    wanted: Wanted
    path: Path


def files(as_of: dt.date) -> Iterator[File]:
    """Yield every file, by language and kind; the large print of each guide as PDF alone."""
    question = Question(answers=read_answers(NOBODY, as_of))
    for kind in CATALOG.values():
        asked = question if kind.needs is Needs.ANSWERS else None
        where = known_places(encoded()) if kind.needs is Needs.PLACE else ("",)
        for code in kind.languages:
            for place in where:
                for form, size in (
                    (PDF, Size.ORDINARY),
                    (HTML, Size.ORDINARY),
                    (PDF, Size.LARGE),
                ):
                    if place and size is Size.LARGE:
                        continue
                    wanted = Wanted(
                        kind=kind.name,
                        language=code,
                        as_of=as_of,
                        form=form,
                        size=size,
                        place=place,
                        question=asked,
                    )
                    yield File(wanted=wanted, path=_path(wanted))


def _path(wanted: Wanted) -> Path:
    parts = [wanted.kind, wanted.place, "large" if wanted.size is Size.LARGE else ""]
    name = "-".join(part for part in parts if part)
    return Path(wanted.language) / f"{name}.{FORMS[wanted.form]}"


def _make(file: File, out: Path) -> tuple[Path, str]:
    (out / file.path).write_bytes(printed(file.wanted))
    guide = guide_of(file.wanted)
    title = guide.text.title.words()
    name = guide.values.given.get("place.name")
    return file.path, title if name is None else title.replace("{place.name}", name.words)


def _papers(options: argparse.Namespace) -> Iterator[tuple[Path, str]]:
    """Write the papers, filled from an example claim, and the handouts; yield each with its title."""
    claim = read_claim(read_json(EXAMPLE.read_bytes()))
    for kind in KINDS:
        if options.only not in kind:
            continue
        wanted = Paper(
            kind=kind, as_of=options.as_of, claim=claim, case="EXAMPLE-1", victim=claim.reference
        )
        for form, suffix in FORMS.items():
            path = Path("en") / f"{kind}.{suffix}"
            (options.out / path).parent.mkdir(parents=True, exist_ok=True)
            (options.out / path).write_bytes(paper(wanted, form))
            yield path, text(kind, "en").title.words()


def _index(made: Sequence[tuple[Path, str]]) -> str:
    sections = []
    for code in dict.fromkeys(path.parts[0] for path, _ in made):
        by_title: dict[str, list[Path]] = {}
        for path, title in made:
            if path.parts[0] == code:
                by_title.setdefault(title, []).append(path)
        items = "\n".join(_item(title, paths) for title, paths in by_title.items())
        name = escape(language(code).name)
        sections.append(
            f'<section lang="{code}">\n<h2>{name}</h2>\n<ul>\n{items}\n</ul>\n</section>'
        )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>Documents</title>\n</head>\n<body>\n<main>\n<h1>Documents</h1>\n"
        + "\n".join(sections)
        + "\n</main>\n</body>\n</html>\n"
    )


def _item(title: str, paths: Sequence[Path]) -> str:
    links = ", ".join(
        f'<a href="{escape(path.as_posix())}">{escape(_label(path))}</a>' for path in paths
    )
    return f"<li>{escape(title)}: {links}</li>"


def _label(path: Path) -> str:
    large = " (18 pt)" if path.stem.endswith("-large") else ""
    return path.suffix.removeprefix(".").upper() + large


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the set and say how far it is."""
    parser = argparse.ArgumentParser(prog="python -m scripts.documents")
    parser.add_argument("--out", type=Path, default=Path("out/documents"))
    parser.add_argument("--as-of", type=dt.date.fromisoformat, default=_known_through())
    parser.add_argument("--only", default="", help="kinds whose name has this in it")
    options = parser.parse_args(arguments)
    wanted = [file for file in files(options.as_of) if options.only in file.wanted.kind]
    for file in wanted:
        (options.out / file.path).parent.mkdir(parents=True, exist_ok=True)
    made = []
    with ProcessPoolExecutor() as workers:
        for number, each in enumerate(
            workers.map(_make, wanted, [options.out] * len(wanted)), start=1
        ):
            made.append(each)
            print(f"\r{number} of {len(wanted)}", end="", file=sys.stderr, flush=True)
    made += _papers(options)
    (options.out / "index.html").write_text(_index(made), "utf-8")
    print(f"\n{options.out / 'index.html'}")
    return 0


def _known_through() -> dt.date:
    """Return the last day through which federal law is known: a day that no clock gives."""
    return encoded().item("us.limitation_1595").known_through


if __name__ == "__main__":
    sys.exit(main())
