"""Words in another language say so in the PDF, where a voice reads them."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from remedies.documents.pdf import pdf

PAGE = """<html lang="es"><head><title>Papel</title></head><body><main>
<h1>Dinero</h1>
<p>Llame a la oficina <bdi{}>Legal Services Corporation</bdi> hoy.</p>
<p>Busque <a href="https://example.org"{}>LawHelp</a>.</p>
<ol><li>Uno</li><li><span{}>Two</span></li></ol>
</main></body></html>"""


def spoken(page: str) -> list[tuple[str, str, list[int]]]:
    """The tags that name a language: which tag, which language, the pieces of content in it."""
    with pikepdf.open(BytesIO(pdf(page))) as found:
        (top,) = _kids(found.Root.StructTreeRoot)
        return list(_spoken(top))


def _kids(tag: Any) -> list[Any]:  # noqa: ANN401 - pikepdf's objects have any shape
    return list(tag.get("/K", []))


def _spoken(tag: Any) -> Iterator[tuple[str, str, list[int]]]:  # noqa: ANN401 - as above
    if "/Lang" in tag:
        yield str(tag.S), str(tag.Lang), [kid for kid in _kids(tag) if isinstance(kid, int)]
    for kid in _kids(tag):
        if not isinstance(kid, int):
            yield from _spoken(kid)


def test_each_part_in_another_language_names_it() -> None:
    marked = spoken(PAGE.format(*[' lang="en"'] * 3))
    assert [(tag, language) for tag, language, _ in marked] == [
        ("/Span", "en"),
        ("/Link", "en"),
        ("/Span", "en"),
    ]
    # The pieces as they are drawn: a heading, three and three of the paragraphs, two items, their numbers.
    assert [kids for _, _, kids in marked] == [[2], [5], [8]]


@pytest.mark.parametrize("attribute", ["", ' lang="es"'])
def test_a_page_in_one_language_names_none_but_its_own(attribute: str) -> None:
    assert spoken(PAGE.format(*[attribute] * 3)) == []
