"""Pages that need no facts: the start, the method, the API's documentation and its problems."""

from flask import Blueprint, abort, current_app, render_template

from api.codes import CODES
from api.problems import KINDS
from api.web.reference import Reference

_CODED = {
    *("invalid-claim", "invalid-table", "unreadable", "invalid-entry"),
    *("refused", "conflict", "changed"),
}

blueprint = Blueprint(
    "web", __name__, template_folder="templates", static_folder="static", static_url_path="/assets"
)


@blueprint.get("/")
def start() -> str:
    """Show what this computes, for whom, and what it keeps."""
    return render_template("start.html")


@blueprint.get("/method")
def method() -> str:
    """Show how a figure is computed."""
    return render_template("method.html")


@blueprint.get("/docs")
def docs() -> str:
    """Show the API's documentation, made from its OpenAPI document."""
    reference = Reference(current_app.extensions["openapi"].document())
    return render_template("docs.html", reference=reference, kinds=KINDS, codes=CODES)


@blueprint.get("/problems/<name>")
def explanation(name: str) -> str:
    """Show what a kind of problem means; the address that problems name as their type."""
    kind = KINDS.get(name)
    if kind is None:
        abort(404)
    codes = CODES if name in _CODED else {}
    return render_template("explanation.html", kind=kind, name=name, codes=codes)
