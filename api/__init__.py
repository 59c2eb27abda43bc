"""The HTTP face: a JSON API and web pages over `remedies`."""

from io import BytesIO
from typing import IO, Any

from flask import Flask, Request

from api import errors, openapi, security, session, web
from api.settings import Settings

FORM_BYTES = 65_536
"""What a form may have beyond the claim in it."""


class InMemory(Request):
    """A request whose files stay in memory: a handed-in claim touches no disk, not even in passing."""

    def _get_file_stream(self, *_: object, **__: object) -> IO[bytes]:
        return BytesIO()  # what it may hold is bounded by max_content_length


class Application(Flask):
    """Flask that never writes a traceback: a message in it may quote a claim."""

    request_class = InMemory

    def log_exception(self, exc_info: Any) -> None:  # noqa: ANN401 - as sys.exc_info returns it
        """Log the kind of exception only."""
        self.logger.error("unexpected %s", getattr(exc_info[0], "__name__", "error"))


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application.

    It keeps no session and sets no cookie. What it is asked is not logged.
    """
    settings = settings or Settings()
    app = Application("api", static_folder=None)
    app.config.update(
        BOOTSTRAP_SERVE_LOCAL=True,
        MAX_CONTENT_LENGTH=settings.max_bytes,
        MAX_FORM_MEMORY_SIZE=settings.max_bytes + FORM_BYTES,
        MAX_FORM_BYTES=settings.max_bytes + FORM_BYTES,
        MAX_FORM_PARTS=200,
        SEND_FILE_MAX_AGE_DEFAULT=3600,
        TRAP_BAD_REQUEST_ERRORS=False,
    )
    errors.register(app)
    session.register(app, settings)
    security.register(app)
    openapi.register(app)
    web.register(app)
    return app
