"""Reading the workbook: the claim that its facts make, or the cells that need mending."""

import json
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from remedies.calculators.assessment import assess
from remedies.errors import FactsError, LawNotEncodedError, Problem
from remedies.intake.workbook.assembly import assembled
from remedies.intake.workbook.draft import Draft
from remedies.intake.workbook.entries import Address, Wrong
from remedies.intake.workbook.files import read_sheets
from remedies.intake.workbook.grids import Grid, Sheets, grid
from remedies.intake.workbook.sheets import SHEETS
from remedies.law import encoded
from remedies.wire import MAX_BYTES, read_claim

_LAST_STEP: Final = re.compile(r"(?:\.[^.\[]+|\[[0-9]+\]|^[^.\[]+)\Z")
_REFERRED: Final = re.compile(
    r"\b(?:(?:work|convictions|gains|losses|theories)|civil\.[a-z_]+)\[[0-9]+\](?:[\w.\[\]]*[\w\]])?"
)
_RECORD: Final = re.compile(r"\brecords\[[0-9]+\]")
_ABOUT_NO_COLUMN: Final = frozenset(
    {"missing_sheet", "no_convictions", "no_facts", "no_row", "unknown_column", "unknown_line"}
)
_FACTS: Final = frozenset({"work", "gains", "losses"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What a workbook gives: its language, and the claim, or what is to be mended by cell.

    ``problems`` name cells as a spreadsheet does (``Work!C7``), in the order of the sheets, with messages
    in the workbook's language; the document is a claim only when there are none.
    """

    language: str
    document: dict[str, Any]
    problems: tuple[Problem, ...] = ()

    def problem_document(self) -> dict[str, object]:
        """Return the problems as a document for programs (RFC 9457), cell by cell; HTTP adds its status."""
        errors = [asdict(problem) for problem in self.problems]
        detail = f"{len(errors)} cells need mending; each is listed in errors"
        if len(errors) == 1:
            detail = f"{errors[0]['field']}: {errors[0]['message']}".removeprefix(": ")
        kind = {"type": "/problems/invalid-claim", "title": "The claim cannot be used"}
        return {**kind, "detail": detail, "errors": errors}


def read_intake(content: bytes) -> Intake:
    """Return what a workbook gives; no formula in it is ever computed.

    Raises:
        TableError: the file is not an intake workbook that can be read safely.

    """
    return intake_of(read_sheets(content))


def intake_of(sheets: Sheets) -> Intake:
    """Return what the sheets of a workbook give.

    Raises:
        TableError: they are not those of an intake workbook.

    """
    found = grid(sheets)
    draft = assembled(found.entries)
    wrong = [*found.wrong, *draft.wrong, *_missing(found), *_told(draft)]
    teller = _Teller(found, draft)
    problems = tuple(teller.problems(wrong))
    return Intake(language=found.language.code, document=draft.document, problems=problems)


def claim_json(intake: Intake) -> str:
    """Return the claim of a workbook without problems as JSON text."""
    return json.dumps(intake.document, ensure_ascii=False, indent=2) + "\n"


def _missing(found: Grid) -> Iterator[Wrong]:
    """Yield what every claim needs and no sheet gives."""
    if not any(row.given for row in found.entries["convictions"].rows):
        yield Wrong(found.entries["convictions"].free, "no_convictions")
    if not any(row.given for key in _FACTS for row in found.entries[key].rows):
        yield Wrong(found.entries["work"].free, "no_facts")


def _told(draft: Draft) -> Iterator[Wrong]:
    """Yield what the claim's own reader finds, each at its cell; rows that lack one below the other."""
    lacking: dict[Address, list[str]] = {}
    for problem in _found(draft.document):
        field, broken = problem.field, draft.broken
        if field in {"convictions", "work"} and problem.code == "required":
            continue  # said in this module's own words
        if any(_within(field, outer) or _within(outer, field) for outer in broken):
            continue
        known = _known(field, draft.places)
        at = draft.places.get(known) if known else None
        if at is None or known not in draft.rowless:
            yield Wrong(at, problem.code, _in_full(problem))
        elif known not in lacking.setdefault(at, []):
            yield Wrong(at.below(len(lacking[at])), "no_row", draft.rowless[known])
            lacking[at].append(known)


def _in_full(problem: Problem) -> str:
    """Return what is said of records, which name one another within their period, by their whole fields."""
    period, records, _ = problem.field.rpartition("records[")
    if not records:
        return problem.message
    return _RECORD.sub(lambda found: f"{period}{found[0]}.on", problem.message)


def _found(document: dict[str, Any]) -> tuple[Problem, ...]:
    if len(json.dumps(document).encode()) > MAX_BYTES:
        message = f"a claim has at most {MAX_BYTES:,} bytes; split the facts by periods"
        return (Problem("", "too_large", message),)
    try:
        assess(read_claim(document), encoded())
    except FactsError as error:
        return error.problems
    except LawNotEncodedError as error:
        return (Problem("", error.code, str(error)),)
    return ()


def _within(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith((f"{outer}.", f"{outer}["))


def _known(field: str, places: Container[str]) -> str:
    """Return a field that has a cell, or the nearest that holds it and has one."""
    while field and field not in places:
        field = _LAST_STEP.sub("", field)
    return field


@dataclass(frozen=True, slots=True)
class _Teller:
    """Says what is wrong in the workbook's language, cell by cell."""

    grid: Grid
    draft: Draft

    def problems(self, wrong: Iterable[Wrong]) -> Iterator[Problem]:
        """Yield one problem for each cell, the first that was found, in the order of the sheets."""
        first: dict[Address | None, Wrong] = {}
        for entry in wrong:
            first.setdefault(entry.at, entry)
        if (nowhere := first.pop(None, None)) is not None:
            yield Problem("", nowhere.code, self._says(nowhere))
        for at in sorted(key for key in first if key is not None):
            label = "" if first[at].code in _ABOUT_NO_COLUMN else self.grid.label(at)
            says = self._says(first[at])
            message = self.grid.language.marks.said.format(label, says) if label else says
            yield Problem(self._address(at), first[at].code, message)

    def _says(self, wrong: Wrong) -> str:
        language = self.grid.language
        if wrong.code == "no_row":
            return language.says["no_row"].format(self._address(self.draft.places[wrong.message]))
        return _REFERRED.sub(self._referred, language.said(wrong.code, wrong.message))

    def _referred(self, field: re.Match[str]) -> str:
        known = _known(field[0], self.draft.places)
        return self._address(self.draft.places[known]) if known else field[0]

    def _address(self, at: Address) -> str:
        return at.written(self.grid.language.tabs[SHEETS[at.sheet].key])
