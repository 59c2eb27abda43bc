"""The page that answers an opposing schedule: hand in both, confirm the columns, read the differences.

The claim and the table travel in the page itself, in hidden fields; nothing of them is stored here.
"""

import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, current_app, render_template, request
from werkzeug.exceptions import BadRequest, NotFound, RequestEntityTooLarge

from api.v1.answers import CHOICES, FILES, made, said, take_tables
from remedies import casework
from remedies.calculators.answer import answer
from remedies.casework import JSON, PDF, XLSX
from remedies.casework.wanted import DOCX
from remedies.documents.answer_view import AnswerView, plain
from remedies.errors import FactsError, LawNotEncodedError, Problem, UnreadableError
from remedies.intake.columns import Mapping
from remedies.intake.confirming import Looked, Said, looked_at
from remedies.intake.opposing import FIELDS, first_rows
from remedies.intake.sheet import letters
from remedies.intake.values import DateOrder, NumberForm

blueprint = Blueprint("answer", __name__, url_prefix="/answer")

NAMES: Final = {
    "workweek": "Workweek, its first day",
    "workweek_ending": "Workweek, its last day",
    "hours": "Hours",
    "rate": "Rate, dollars an hour",
    "due": "Wages due",
    "paid": "Wages paid",
    "unpaid": "Unpaid wages",
}
_ORDERS: Final = {
    DateOrder.ISO: "year first, 2014-10-31",
    DateOrder.MDY: "month first, 10/31/2014",
    DateOrder.DMY: "day first, 31/10/2014",
}
_NUMBERS: Final = {NumberForm.POINT: "1,234.56", NumberForm.COMMA: "1.234,56"}
_FILES: Final = {
    "answer.pdf": PDF,
    "response-to-objections.docx": DOCX,
    "answer.xlsx": XLSX,
    "answer.json": JSON,
}
_BAD: Final = (FactsError, UnreadableError, LawNotEncodedError)
_SHEET: Final = ("sheet", "header_row")
Page = str | Response | tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a page of ours carries: the claim, the table and what was said of it."""

    claim: bytes
    table: bytes
    chosen: Said

    @property
    def fields(self) -> dict[str, str]:
        """The hidden fields that hand it in again."""
        said_of = {name: getattr(self.chosen, name) for name in CHOICES}
        kept = {name: str(value) for name, value in said_of.items() if value is not None}
        table = b64encode(self.table).decode()
        return {"claim": self.claim.decode("utf-8", "surrogatepass"), "table": table, **kept}


@blueprint.before_request
def _take_tables() -> None:
    """Let the form hold a claim and a table, and no more."""
    take_tables()


@blueprint.get("")
def blank() -> str:
    """Show the empty form."""
    return _blank(())


@blueprint.post("")
def hand_in() -> Page:
    """Take both files; show the columns to confirm, or what the files lack."""
    missing = [name for name in FILES if not _has_file(name)]
    if missing:
        problems = [Problem(name, "required", "choose a file first") for name in missing]
        return _blank(tuple(problems)), 422
    claim, table = (request.files[name].stream.read() for name in FILES)
    if len(claim) > current_app.config["MAX_CONTENT_LENGTH"]:
        raise RequestEntityTooLarge
    try:
        casework.assessed(claim)
        chosen = _chosen()
        looked = looked_at(table, chosen)
    except _BAD as error:
        return _blank(_problems(error)), 422
    return _confirm(Sent(claim=claim, table=table, chosen=chosen), looked, ())


@blueprint.post("/rows")
def compare() -> Page:
    """Compare by the columns that were confirmed; with problems, show the columns again."""
    sent = _sent(_SHEET)
    try:
        return _answer(_sent(CHOICES))
    except _BAD as error:
        problems = _problems(error)
    try:
        looked = looked_at(sent.table, sent.chosen)
    except _BAD:
        return _blank(problems), 422
    return _confirm(sent, looked, problems), 422


@blueprint.post("/files/<name>")
def file(name: str) -> Response:
    """Return the answer as a file."""
    form = _FILES.get(name)
    if form is None:
        raise NotFound
    sent = _sent(CHOICES)
    assessment = casework.assessed(sent.claim)
    looked = looked_at(sent.table, sent.chosen)
    if looked.read is None:
        raise BadRequest
    response = made(assessment, answer(assessment, looked.read.schedule), form)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _answer(sent: Sent) -> str:
    assessment = casework.assessed(sent.claim)
    looked = looked_at(sent.table, sent.chosen)
    if looked.read is None:
        return _confirm(sent, looked, ())
    view = AnswerView(assessment, answer(assessment, looked.read.schedule))
    return render_template(
        "answer.html",
        view=view,
        number=plain,
        notes=looked.read.notes,
        sent=sent.fields,
        files=_FILES,
    )


def _confirm(sent: Sent, looked: Looked, problems: tuple[Problem, ...]) -> str:
    table, suggested = looked.table, looked.proposal
    mapping = Mapping(columns=suggested.columns, dates=suggested.dates)
    places = [(f"@{letters(place)}", title) for place, title in enumerate(table.header)]
    taken = {name: f"@{letters(place)}" for name, place in suggested.columns.items()}
    return render_template(
        "answer_columns.html",
        sent=sent.fields,
        names=NAMES,
        places=places,
        taken=_kept("column-", taken),
        orders=_ORDERS,
        order=request.form.get("dates") or suggested.dates or "",
        forms=_NUMBERS,
        form=request.form.get("numbers", ""),
        notes=(*suggested.missing, *suggested.notes),
        rows=list(first_rows(table, mapping)),
        number=plain,
        problems=problems,
    )


def _sent(choices: tuple[str, ...]) -> Sent:
    """Return what the page carries; the table stands in it as base64."""
    try:
        table = b64decode(request.form.get("table", ""), validate=True)
    except binascii.Error:
        raise BadRequest from None
    claim = request.form.get("claim", "").encode("utf-8", "surrogatepass")
    return Sent(claim=claim, table=table, chosen=_chosen(choices))


def _kept(prefix: str, suggested: dict[str, str]) -> dict[str, str]:
    """Return what was chosen before, where anything was; else what the header suggests."""
    chosen = {name: request.form.get(f"{prefix}{name}", "") for name in FIELDS}
    return chosen if any(chosen.values()) else suggested


def _chosen(choices: tuple[str, ...] = _SHEET) -> Said:
    """Return what the page says of the table: its selects, or what an earlier answer kept of them."""
    form = {name: request.form[name] for name in choices if request.form.get(name)}
    columns = [(name, request.form.get(f"column-{name}", "")) for name in FIELDS]
    chosen = ",".join(f"{name}={column}" for name, column in columns if column)
    return said({**form, "columns": chosen} if chosen and "columns" in choices else form)


def _has_file(name: str) -> bool:
    file = request.files.get(name)
    return file is not None and bool(file.filename)


def _blank(problems: tuple[Problem, ...]) -> str:
    return render_template("answer_start.html", problems=problems)


def _problems(error: FactsError | UnreadableError | LawNotEncodedError) -> tuple[Problem, ...]:
    if isinstance(error, LawNotEncodedError):
        return (Problem("", error.code, str(error)),)
    return error.problems
