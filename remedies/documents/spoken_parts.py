"""The parts of a PDF that are in another language than the document: each says so in its tag.

WeasyPrint names the language of the whole document alone; a voice would read an English name as if it were
Spanish.
"""

from collections.abc import Iterator, Mapping

import pydyf  # type: ignore[import-untyped]
from weasyprint import Document
from weasyprint.formatting_structure.boxes import Box, ReplacedBox, TextBox
from weasyprint.layout.absolute import AbsolutePlaceholder


def name_languages(
    document: Document, file: pydyf.PDF, marks: Mapping[bytes, pydyf.Array]
) -> None:
    """Give the tags of words in another language that language.

    ``marks`` has, for each page, the tag of every piece of its content by the number of the piece. Tags are
    made in the order of the layout, so the pieces in the order of their tags are its leaves.
    """
    whole = file.catalog["Lang"].string
    for page, tags in zip(document.pages, marks.values(), strict=False):
        leaves = tuple(_leaves(page._page_box, whole))  # noqa: SLF001  # no public way to the layout
        for language, tag in zip(leaves, sorted(map(_number, tags)), strict=True):
            if language != whole:
                file.objects[tag]["Lang"] = pydyf.String(language)


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def _leaves(box: Box, language: str) -> Iterator[str]:
    """Yield the language of every piece of content in a box, in their order."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box  # noqa: SLF001  # what it holds the place of
    if box.element is not None:
        language = box.element.get("lang", language)
    if isinstance(box, TextBox | ReplacedBox):
        yield language
    for child in getattr(box, "children", ()):
        yield from _leaves(child, language)
