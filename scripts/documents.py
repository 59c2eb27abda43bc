"""The whole set: every document, in every language, for every place, blank and of the example case.

``python -m scripts.documents --out DIR [--as-of DATE] [--only TEXT]``. What is made of answers is made of
those of a person who does not exist; ``example-1`` holds the papers of the synthetic case in ``examples/``,
each as of the day of the case on which it would be used. An index opens them all.
"""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from rich.progress import track

from remedies.casework.example_case import example_case
from remedies.casework.exhibits import PDF
from remedies.casework.material import Material, Stored, material
from remedies.casework.printing import printed
from remedies.casework.wanted import DOCX, FORMS, HTML, ICS, Wanted
from remedies.documents.guides import Needs, Reader, Size
from remedies.documents.guides.catalog import (
    CALENDAR,
    CATALOG,
    MEMORANDUM,
    ORDER,
    PAPERS,
    RESTORATION,
    STATEMENT,
    VICTIMS,
    known_places,
    titled,
)
from remedies.documents.guides.labels import labels
from remedies.documents.texts import language
from remedies.law import encoded
from remedies.wire.answers import Question, read_answers

CASE = Path("examples/case/story.json")
IDENTITIES = Path("examples/case/identities.json")
FOLDER = "example-1"
RECORDED = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
BEFORE_SENTENCE = dt.date(2024, 3, 1)
AFTER_SENTENCE = dt.date(2024, 3, 20)
SOLD = dt.date(2024, 8, 1)
END = dt.date(2025, 12, 31)
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
EDITED = frozenset({Reader.ADVOCATE, Reader.PROSECUTOR, Reader.TRAINER})
"""Whose documents are had as Word, too."""

OF_CASE = (
    *(
        (kind.name, BEFORE_SENTENCE, Stored(case="", victim="V-1"))
        for kind in PAPERS
        if "case" in kind.parts
    ),
    (MEMORANDUM, BEFORE_SENTENCE, Stored(case="", victim="V-1")),
    (ORDER, BEFORE_SENTENCE, Stored(case="")),
    (VICTIMS, BEFORE_SENTENCE, Stored(case="")),
    (VICTIMS, BEFORE_SENTENCE, Stored(case="", sealed=True)),
    (CALENDAR, AFTER_SENTENCE, Stored(case="")),
    (RESTORATION, SOLD, Stored(case="", asset="AS-1")),
    (STATEMENT, END, Stored(case="")),
    (STATEMENT, END, Stored(case="", victim="V-1")),
)
"""The papers of the example case: each on the day on which it would be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file of the set: in which folder, and what tells it from others of its kind."""

    wanted: Wanted
    folder: str
    mark: str = ""

    @property
    def path(self) -> Path:
        """Where it stands in the set."""
        wanted = self.wanted
        large = "large" if wanted.size is Size.LARGE else ""
        words = [wanted.kind, wanted.place, self.mark, large]
        name = "-".join(word for word in words if word)
        return Path(self.folder) / wanted.language / f"{name}.{FORMS[wanted.form]}"

    @property
    def title(self) -> str:
        """What the index calls it."""
        wanted = self.wanted
        title = titled(CATALOG[wanted.kind], wanted.language)[0]
        state = labels(wanted.language, "page")["your_state"]
        names = labels(wanted.language, "places")
        shown = title.replace(state, names[wanted.place]) if wanted.place else title
        return f"{shown} ({self.mark})" if self.mark else shown


def general(as_of: dt.date) -> Iterator[File]:
    """Yield what is made of nothing, of a place or of answers; large print as PDF alone."""
    asked = Material(question=Question(answers=read_answers(NOBODY, as_of)))
    for kind in CATALOG.values():
        if kind.needs in {Needs.CLAIM, Needs.CASE, Needs.ASSET}:
            continue
        made_of = asked if kind.needs in {Needs.ANSWERS, Needs.DAYS} else Material()
        where = known_places(encoded()) if kind.needs is Needs.PLACE else ("",)
        for code in kind.languages:
            for place in where:
                usual = Wanted(
                    kind=kind.name, language=code, as_of=as_of, place=place, material=made_of
                )
                yield from _forms(usual, "general")


def _forms(usual: Wanted, folder: str, mark: str = "") -> Iterator[File]:
    kind = CATALOG[usual.kind]
    forms = [PDF, HTML, *([DOCX] if kind.reader in EDITED else []), *([ICS] if kind.dated else [])]
    for form in forms:
        yield File(wanted=_as(usual, form=form), folder=folder, mark=mark)
    if kind.has_large_print and not usual.place and folder == "general":
        yield File(wanted=_as(usual, size=Size.LARGE), folder=folder, mark=mark)


def _as(usual: Wanted, *, form: str = PDF, size: Size = Size.ORDINARY) -> Wanted:
    return Wanted(
        kind=usual.kind,
        language=usual.language,
        as_of=usual.as_of,
        form=form,
        size=size,
        place=usual.place,
        named=True,
        material=usual.material,
    )


def of_case() -> Iterator[File]:
    """Yield every paper of the example case."""
    identities = json.loads(IDENTITIES.read_bytes())
    with example_case(CASE, RECORDED, identities) as (desk, case_id):
        for name, as_of, asked in OF_CASE:
            stored = Stored(
                case=case_id, victim=asked.victim, asset=asked.asset, sealed=asked.sealed
            )
            made_of = material(desk, name, stored, as_of)
            mark = "sealed" if asked.sealed else asked.victim if name == STATEMENT else ""
            for code in CATALOG[name].languages:
                usual = Wanted(kind=name, language=code, as_of=as_of, material=made_of)
                yield from _forms(usual, FOLDER, mark)


def _make(file: File, out: Path) -> File:
    path = out / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(printed(file.wanted))
    return file


def _index(made: Sequence[File]) -> str:
    sections = []
    for (folder, code), files in groupby(made, key=lambda each: each.path.parts[:2]):
        by_title: dict[str, list[Path]] = {}
        for file in files:
            by_title.setdefault(file.title, []).append(file.path)
        items = "\n".join(_item(title, paths) for title, paths in by_title.items())
        name = escape(language(code).name)
        of = "" if folder == "general" else " (EXAMPLE-1)"
        sections.append(
            f'<section lang="{code}">\n<h2>{name}{of}</h2>\n<ul>\n{items}\n</ul>\n</section>'
        )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>Documents</title>\n<style>body{font:1rem/1.5 sans-serif;margin:1rem auto;"
        "max-width:60rem;padding:0 1rem}</style>\n</head>\n<body>\n<main>\n<h1>Documents</h1>\n"
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
    parser.add_argument("--only", default="", help="files whose path has this in it")
    options = parser.parse_args(arguments)
    every = (*general(options.as_of), *of_case())
    wanted = [file for file in every if options.only in str(file.path)]
    with ProcessPoolExecutor() as workers:
        done = workers.map(_make, wanted, [options.out] * len(wanted))
        made = list(track(done, description="Documents", total=len(wanted)))
    made.sort(key=lambda file: file.path.parts[:2])
    (options.out / "index.html").write_text(_index(made), "utf-8")
    print(f"{options.out / 'index.html'}")
    return 0


def _known_through() -> dt.date:
    """Return the last day through which federal law is known: a day that no clock gives."""
    return encoded().item("us.limitation_1595").known_through


if __name__ == "__main__":
    sys.exit(main())
