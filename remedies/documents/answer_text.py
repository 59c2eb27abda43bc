"""The answer to an opposing schedule for a reader at a terminal."""

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table

from remedies.documents.answer_view import AnswerView, Span, plain
from remedies.documents.law_text import indented, section
from remedies.documents.wording import count

_MOST = 40


def answer_text(view: AnswerView, *, whole: bool = False) -> RenderableType:
    """Return the answer as a page; of many rows the first, unless ``whole``."""
    parts: list[RenderableType] = [view.conclusion]
    parts += [f"Note: {note}" for note in view.answer.notes]
    if view.answer.causes:
        parts += [*section("Causes (ours less theirs)"), indented(_causes(view))]
    if view.grounds:
        parts += [*section("What they rest on"), indented(_grounds(view))]
    parts += [*section("From their total to ours"), indented(_proof(view))]
    if view.spans:
        parts += [*section("Workweeks that differ"), *_rows(view, whole=whole)]
    parts += _alone(view)
    return Group(*parts)


def _causes(view: AnswerView) -> Table:
    names = [
        "",
        "cause",
        "workweeks",
        "due",
        *(["unpaid"] if view.states["unpaid"] else []),
        "rule",
    ]
    table = _table(names, right=("workweeks", "due", "unpaid"))
    for letter, total, due, unpaid, authority in view.causes():
        moved = [due, unpaid] if view.states["unpaid"] else [due]
        table.add_row(letter, total.title, str(total.workweeks), *moved, authority)
    return table


def _grounds(view: AnswerView) -> Table:
    table = Table.grid(padding=(0, 2))
    for _ in ("letter", "says", "weeks"):
        table.add_column(overflow="fold")
    for ground in view.grounds:
        table.add_row(ground.letter, ground.says, ground.weeks)
    return table


def _proof(view: AnswerView) -> Table:
    names = ["", "theirs", "only theirs", "both have", "only ours", "ours", ""]
    table = _table(names, right=names[1:-1])
    for name, numbers, outcome in view.balances():
        table.add_row(name, *numbers, outcome)
    return table


def _rows(view: AnswerView, *, whole: bool) -> Iterator[RenderableType]:
    spans = view.spans if whole else view.spans[:_MOST]
    names = ["begins on", "their row", *view.columns(), "causes"]
    table = _table(names, right=view.columns())
    for span in spans:
        cells = ("\n".join(three) for three in view.cells(span.entry))
        table.add_row(_weeks(span), span.rows, *cells, _listed(view, span))
    yield indented("Theirs, ours and the difference stand under each other.")
    yield indented(table)
    left = len(view.spans) - len(spans)
    if left:
        yield indented(f"{left:,} more are in the JSON and in the documents.")


def _weeks(span: Span) -> str:
    if span.count == 1:
        return span.workweeks
    return f"{span.workweeks.replace(' to ', chr(10) + 'to ')}\n({span.count:,} workweeks)"


def _listed(view: AnswerView, span: Span) -> str:
    return view.causes_of(span.entry).replace("; ", "\n")


def _alone(view: AnswerView) -> Iterator[RenderableType]:
    found = view.answer
    for name, rows in (("ours", found.only_ours), ("theirs", found.only_theirs)):
        if rows:
            yield from section(f"Only in {name}: {count(len(rows), 'workweek')}")
            shown = [f"{row.starts_on}  due {plain(row.due)}" for row in rows[:_MOST]]
            yield indented("\n".join(shown))
            if len(rows) > _MOST:
                yield indented(f"{len(rows) - _MOST:,} more are in the JSON and in the documents.")


def _table(names: Sequence[str], *, right: Sequence[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for name in names:
        number = name in right
        table.add_column(
            name, justify="right" if number else "left", no_wrap=number, overflow="fold"
        )
    return table
