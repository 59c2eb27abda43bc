"""The page that reads timesheets and payments: a table in, its columns confirmed, records out.

The table travels in the page itself, in a hidden field, until it is read; nothing of it is stored here.
"""

import binascii
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from typing import Final

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import BadRequest

from api.v1.files import BESIDE, take_one
from api.v1.uploads import Asked, asked
from api.web.uploads_view import FORM, Confirming, Read, chosen_columns
from remedies.casework import JSON
from remedies.errors import Problem
from remedies.intake.limits import MAX_BYTES
from remedies.intake.readings import Reading
from remedies.intake.refusals import TableError
from remedies.intake.tables import Table

blueprint = Blueprint("records", __name__, url_prefix="/records")

Page = str | tuple[str, int]
_CARRIED: Final = MAX_BYTES * 4 // 3 + BESIDE
take_one(blueprint, "a table", _CARRIED)
_TAKEN: Final = ("kind", "dates", "numbers", "overnight", "sheet", "header_row")


@blueprint.get("")
def blank() -> str:
    """Show the form that takes a table."""
    return _start({}, ())


@blueprint.post("")
def hand_in() -> Page:
    """Show how a table would be read."""
    entered = request.form.to_dict(flat=False)
    file = request.files.get("file")
    if file is None or not file.filename:
        return _start(entered, (Problem("file", "required", "choose a file first"),)), 422
    content = file.stream.read()
    try:
        form = asked(entered)
        return _confirm(content, form.table(content), form)
    except TableError as error:
        return _start(entered, error.problems), 422


@blueprint.post("/read")
def read() -> Page:
    """Show the records, read by the columns confirmed; with problems, show the columns again."""
    content, form = _sent()
    try:
        table = form.table(content)
    except TableError as error:
        return _start({"kind": [form.sort.value]}, error.problems), 422
    try:
        reading = form.reading(table)
    except TableError as error:
        return _confirm(content, table, form, request.form, error.problems), 422
    return render_template(
        "records_read.html", read=Read(reading), carried=_carried(content, form)
    )


@blueprint.post("/records.json")
def download() -> Response:
    """Return the records as a file."""
    content, form = _sent()
    response = Response(text_of(form.reading(form.table(content))), mimetype=JSON)
    response.headers["Content-Disposition"] = 'attachment; filename="records.json"'
    return response


def text_of(reading: Reading) -> str:
    """Return the records as they go into a claim's work, as JSON text."""
    return json.dumps(reading.part, ensure_ascii=False, indent=2) + "\n"


def _sent() -> tuple[bytes, Asked]:
    """Return the table that the page carries, and how it is to be read."""
    entered = request.form.to_dict(flat=False)
    try:
        content = b64decode(request.form.get("table", ""), validate=True)
    except (binascii.Error, ValueError):
        raise BadRequest from None
    said: dict[str, list[str]] = {name: entered[name] for name in _TAKEN if name in entered}
    columns = request.form.get("columns") or chosen_columns(request.form)
    try:
        return content, asked({**said, "columns": [columns]})
    except TableError:
        raise BadRequest from None


def _carried(content: bytes, form: Asked) -> dict[str, str]:
    """Return what a page must hold so that the table can be read again."""
    said = {
        "table": b64encode(content).decode(),
        "kind": form.sort.value,
        "columns": form.columns,
        "dates": form.dates or "",
        "numbers": form.numbers or "",
        "overnight": "true" if form.overnight else "",
        "sheet": form.sheet or "",
        "header_row": str(form.header_row or ""),
    }
    return {name: value for name, value in said.items() if value}


def _start(entered: Mapping[str, Sequence[str]], problems: Sequence[Problem]) -> str:
    return render_template("records_start.html", entered=entered, problems=problems, form=FORM)


def _confirm(
    content: bytes,
    table: Table,
    form: Asked,
    entered: Mapping[str, str] | None = None,
    problems: Sequence[Problem] = (),
) -> str:
    carried = _carried(content, form)
    for name in ("columns", "dates", "numbers", "overnight"):
        carried.pop(name, None)
    view = Confirming(table, form, form.proposal(table), entered)
    return render_template("records_confirm.html", view=view, problems=problems, carried=carried)
