"""The language of a page: chosen by the visitor, else by the browser, else English; kept in no cookie."""

from collections.abc import Mapping
from typing import Any

from flask import render_template, request

from remedies.documents.guides.labels import labels
from remedies.documents.texts import Language, language, languages


def chosen() -> str:
    """Return the language of the request: what its form says, else what the browser prefers."""
    said = request.form.get("lang", "")
    if said in languages():
        return said
    return request.accept_languages.best_match(languages()) or languages()[0]


def spoken_page(template: str, code: str, **given: Any) -> str:  # noqa: ANN401 - for a template
    """Return a page in a language, with its words."""
    others = [language(each) for each in languages() if each != code]
    return render_template(
        template, words=words(code), spoken=language(code), others=others, **given
    )


def words(code: str) -> Mapping[str, Any]:
    """Return the words of the pages."""
    return labels(code, "page")


def months(code: str) -> tuple[tuple[str, str], ...]:
    """Return the months of a language by their two digits."""
    spoken: Language = language(code)
    return tuple((f"{number:02}", name) for number, name in enumerate(spoken.months, start=1))
