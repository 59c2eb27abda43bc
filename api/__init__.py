"""The HTTP face: a JSON API and web pages over `remedies`."""

from flask import Flask

from api import errors, openapi, security, web
from api.settings import Settings
from remedies import store

FORM_BYTES = 65_536
"""What a form may have beyond the claim in it."""


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application.

    It keeps no session and sets no cookie. What it is asked is not logged.
    """
    settings = settings or Settings()
    app = Flask("api", static_folder=None)
    app.config.update(
        BOOTSTRAP_SERVE_LOCAL=True,
        MAX_CONTENT_LENGTH=settings.max_bytes,
        MAX_FORM_MEMORY_SIZE=settings.max_bytes + FORM_BYTES,
        MAX_FORM_BYTES=settings.max_bytes + FORM_BYTES,
        MAX_FORM_PARTS=200,
        SEND_FILE_MAX_AGE_DEFAULT=3600,
        TRAP_BAD_REQUEST_ERRORS=False,
    )
    app.extensions["database"] = store.engine(settings.database_url)
    errors.register(app)
    security.register(app)
    openapi.register(app)
    web.register(app)
    return app
