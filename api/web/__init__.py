"""Pages for people: written on the server, whole without JavaScript, nothing from elsewhere."""

from flask import Flask
from flask_bootstrap import Bootstrap5
from jinja2 import StrictUndefined

from api.web.answer import blueprint as answer
from api.web.calculator import blueprint as calculator
from api.web.documents import blueprint as documents
from api.web.intake import blueprint as intake
from api.web.law import blueprint as law
from api.web.pages import blueprint as pages
from api.web.remedies import blueprint as remedies
from api.web.uploads import blueprint as uploads
from remedies.law import encoded
from remedies.worksheet import dollars


def register(app: Flask) -> None:
    """Register the pages, their static files and Bootstrap's."""
    app.static_url_path = "/static"  # where Bootstrap-Flask's own files begin
    Bootstrap5(app)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.globals["dollars"] = dollars
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.register_blueprint(pages)
    app.register_blueprint(calculator)
    for blueprint in (intake, uploads, answer, law, remedies, documents):
        app.register_blueprint(blueprint)
    app.extensions["law"] = encoded()
