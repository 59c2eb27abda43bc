"""Headers that every response carries: nothing from elsewhere, nothing framed, nothing kept."""

from typing import Final

from flask import Flask, Response, request

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_DEVICES: Final = (
    "accelerometer, autoplay, camera, display-capture, encrypted-media, fullscreen, geolocation, "
    "gyroscope, magnetometer, microphone, midi, payment, picture-in-picture, "
    "publickey-credentials-get, screen-wake-lock, usb, xr-spatial-tracking"
)
HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _DEVICES.split(", ")),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
STATIC: Final = frozenset({"static", "bootstrap.static", "web.static"})


def register(app: Flask) -> None:
    """Put the headers on every response; only the app's own files and the law may be kept by a browser."""
    app.after_request(_guard)


def _guard(response: Response) -> Response:
    response.headers.update(HEADERS)
    keeps = request.endpoint in STATIC or response.cache_control.public
    if not keeps or response.status_code >= 400:  # noqa: PLR2004 - an error
        response.headers["Cache-Control"] = "no-store"
    return response
