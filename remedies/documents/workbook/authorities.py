"""The authorities: each citation once, with its words, where they stand and how they were checked."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from remedies.calculators.assessment import Assessment
from remedies.documents.wording import CHECKED
from remedies.documents.workbook.register import scalars, schedule_cells
from remedies.documents.workbook.sheet import Layout, Sheet
from remedies.figures import Authority, Checked

HEAD = ("Authority", "Quoted words or holding", "Where", "How checked", "Applied in")
LAYOUT = Layout(
    name="Authorities", widths=(38, 62, 44, 24, 34), header_rows=(1, 1), frozen_columns=1
)
_SHOWN = 6


@dataclass(slots=True)
class _Cited:
    """One authority and the lines, columns or positions that apply it, in order."""

    quote: str
    applied: dict[str, None] = field(default_factory=dict)


_Key = tuple[str, str, Checked, str]


def fill(sheet: Sheet, assessment: Assessment) -> None:
    """Write every authority; addresses stay plain text."""
    sheet.text(0, 0, "Authorities", "title")
    sheet.texts(1, HEAD, "head")
    found: dict[_Key, _Cited] = {}
    for where, key in (*_of_figures(assessment), *_of_positions(assessment)):
        found.setdefault(key, _Cited(key[3])).applied[where] = None
    for at, ((citation, url, checked, _), cited) in enumerate(found.items(), start=2):
        texts = (citation, cited.quote, url, CHECKED[checked], _listed(list(cited.applied)))
        sheet.texts(at, texts)


def _of_figures(assessment: Assessment) -> Iterator[tuple[str, _Key]]:
    for figure in scalars(assessment):
        for authority in figure.authority:
            yield figure.name, _key(authority)
    if assessment.schedule is not None:
        for column in assessment.schedule.columns:
            for authority in column.authority:
                yield f"Schedule: {column.name}", _key(authority)
    for cell in schedule_cells(assessment):
        for figure in cell.lines():
            for authority in figure.authority:
                yield figure.name, _key(authority)


def _of_positions(assessment: Assessment) -> Iterator[tuple[str, _Key]]:
    for taken in assessment.taken:
        for held in taken.option.authorities:
            where = f"position: {taken.choice.position.key}"
            yield where, (held.citation, held.url, held.checked, held.holding)


def _key(authority: Authority) -> _Key:
    quote = f"“{authority.quote}”" if authority.quote else ""
    return authority.citation, authority.url, authority.checked, quote


def _listed(names: list[str]) -> str:
    more = len(names) - _SHOWN
    shown = "; ".join(names[:_SHOWN])
    return f"{shown}; {more} more" if more > 0 else shown
