"""A guide inside a page of the site: what stands in its body, made where it is printed."""

from markupsafe import Markup

_OPEN, _CLOSE = "<main>", "</main>"


def body_of(page: str) -> Markup:
    """Return the body of a guide's page, which escaped whatever was not its own."""
    return Markup(page[page.index(_OPEN) + len(_OPEN) : page.rindex(_CLOSE)])  # noqa: S704
