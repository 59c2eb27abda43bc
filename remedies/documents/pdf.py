"""Pages to PDF: one file that is PDF/UA-1 and PDF/A-2a at once, the same bytes every time.

A document is a Jinja template under ``remedies/templates``; ``html`` fills it, ``pdf`` prints it.
Nothing is ever fetched from a network, and no file is read outside that folder.

WeasyPrint renders PDF/A-2a with tags. Before its file is written, ``_finish`` adds what it lacks:
the PDF/UA identifier, one table where a table runs over several pages, a scope for every header
cell, the language of words that are in another one, and the mark of an artifact on what is only furniture
(running heads, repeated headers).
"""

import gc
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from hashlib import md5
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from weasyprint import HTML, Document
from weasyprint.css import ColorProfile
from weasyprint.formatting_structure.boxes import Box
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from remedies.documents.spoken_parts import name_languages

TEMPLATES: Final = Path(__file__).resolve().parent.parent / "templates"

_LANGUAGE: Final = re.compile(r' lang="(\w+)"')
_ASSETS: Final = {
    ".css": "text/css",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}

# PDF/A allows a foreign identifier in the metadata only with a description of its schema.
_PDF_UA: Final = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""

# The renderer's messages can quote the document, and a log must not hold what a victim told.
for _name in ("weasyprint", "fontTools"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


@cache
def environment() -> Environment:
    """The one Jinja environment of all documents: everything escaped, nothing undefined."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def html(template: str, /, **context: object) -> str:
    """The page that a template makes of the context.

    Raises:
        jinja2.TemplateNotFound: no such template under ``remedies/templates``.
        jinja2.UndefinedError: the template uses a name that the context does not give.
    """
    return environment().get_template(template).render(**context)


def pdf(html: str) -> bytes:
    """The page as a PDF/UA-1 and PDF/A-2a file; the same page gives the same bytes.

    Addresses are relative to ``remedies/templates``. An address that leads anywhere else is not
    followed, and the document is printed without it.

    Raises:
        FileNotFoundError: the page asks for an asset of ours that is not there.
    """
    html = html.replace("§ ", "§\N{NO-BREAK SPACE}")  # a section sign never ends a line
    page = HTML(string=html, base_url=f"{TEMPLATES.as_uri()}/", url_fetcher=_assets())
    for drawing in page.etree_element.iter("{http://www.w3.org/2000/svg}svg"):
        _describe(drawing)
    collecting = gc.isenabled()
    gc.disable()  # a page makes many objects and little waste: a tenth of the time is saved
    try:
        return _identified(
            page.write_pdf(
                pdf_variant="pdf/a-2a",
                pdf_identifier=False,
                color_profiles={"standard": _standard_colors()},
                output_intent="standard",
                finisher=partial(_finish, tongues=len(set(_LANGUAGE.findall(html))) > 1),
            )
        )
    except FatalURLFetchingError as missing:  # not an Exception: it must not leave this module
        raise FileNotFoundError(str(missing)) from missing
    finally:
        if collecting:
            gc.enable()


class _Assets(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """The only reader of addresses: asset files under ``root``, and no network code at all."""

    def __init__(self, root: Path) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._root = root

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """The asset at the address; the answer has no use for ``headers``.

        Raises:
            ValueError: the address leads outside the assets; WeasyPrint leaves the thing out.
            FatalURLFetchingError: the asset is not there; stops the printing.
        """
        del headers
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc:
            message = "only files of the templates folder are read"
            raise ValueError(message)
        path = Path(unquote(parts.path)).resolve()
        if not path.is_relative_to(self._root) or path.suffix not in _ASSETS:
            message = "only assets of the templates folder are read"
            raise ValueError(message)
        try:
            body = path.read_bytes()
        except OSError as missing:
            message = f"no asset {path.relative_to(self._root)} in the templates folder"
            raise FatalURLFetchingError(message) from missing
        return URLFetcherResponse(url, body, {"Content-Type": _ASSETS[path.suffix]})


@cache
def _assets() -> _Assets:
    return _Assets(TEMPLATES)


def _standard_colors() -> ColorProfile:
    """The sRGB profile that WeasyPrint brings; left to itself it leaves the file open."""
    profile = files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes()
    return ColorProfile(BytesIO(profile), "sRGB2014.icc", "relative-colorimetric", ("r", "g", "b"))


def _describe(drawing: Element) -> None:
    """Give the tagged figure the whole description: WeasyPrint reads the title alone."""
    title, description = (drawing.find(f"{{*}}{name}") for name in ("title", "desc"))
    if title is not None and description is not None:
        title.text = f"{title.text}. {description.text}"


def _finish(document: Document, file: pydyf.PDF, *, tongues: bool) -> None:
    """Complete the PDF before it is written; ``tongues``: some words are in another language."""
    metadata = _object(file, file.catalog["Metadata"])
    (packet,) = metadata.stream
    metadata.stream = [packet.replace(b"</rdf:RDF>", _PDF_UA + b"</rdf:RDF>")]
    metadata.compress = False
    _name_links(file)
    _join_tables(document, file)
    root = _object(file, file.catalog["StructTreeRoot"])
    of_pages = _object(file, root["ParentTree"])["Nums"][1::2]
    marks = dict(zip(file.page_references, of_pages, strict=False))
    if tongues:
        name_languages(document, file, marks)
    (top,) = root["K"]
    read: set[bytes] = set()
    _settle(file, _object(file, top), marks, read)
    _set_furniture_aside(file, marks, read)


def _name_links(file: pydyf.PDF) -> None:
    """Say of every link where it leads: PDF/UA wants it beside the words that are clicked."""
    for element in file.objects:
        if isinstance(element, pydyf.Dictionary) and element.get("Subtype") == "/Link":
            target = element.get("Dest") or element["A"]["URI"]
            element["Contents"] = pydyf.String(target.string)


def _identified(written: bytes) -> bytes:
    """The file with an identifier made of its content, in the last object, where nothing moves.

    WeasyPrint's own identifier costs a second writing of the whole file.
    """
    identifier = md5(written, usedforsecurity=False).hexdigest()
    at = written.rindex(b"/Type /XRef")
    return b"%b/ID [<%b> <%b>]%b" % (
        written[:at],
        identifier.encode(),
        identifier.encode(),
        written[at:],
    )


def _object(file: pydyf.PDF, reference: bytes) -> pydyf.Object:
    return file.objects[int(reference.split()[0])]


def _join_tables(document: Document, file: pydyf.PDF) -> None:
    """Make one table of the pieces that a table leaves on several pages."""
    begun: dict[int, pydyf.Dictionary] = {}
    for page in document.pages:
        for table in _tables(page._page_box):  # noqa: SLF001  # no public way to the layout
            piece = _tagged(file, table)
            if piece is None:
                continue
            whole = begun.setdefault(id(table.element), piece)
            if whole is not piece:
                _append(file, whole, piece)


def _tables(box: Box) -> Iterator[Box]:
    if getattr(box, "is_table_wrapper", False):
        yield box
    else:
        for child in getattr(box, "children", ()):
            yield from _tables(child)


def _tagged(file: pydyf.PDF, table: Box) -> pydyf.Dictionary:
    """The tag of a table box, reached from its first cell; None if it is no table to a reader."""
    wrapped = table.get_wrapped_table()
    if wrapped is None:  # a caption alone, at whose foot the page ended
        return None
    rows = (row for group in wrapped.children for row in group.children)
    cells = (cell for row in rows for cell in row.children)
    element = getattr(next(cells, None), "mark", None)
    while element is not None and element.get("S") != "/Table":
        element = _object(file, element["P"]) if "P" in element else None
    return element


def _append(file: pydyf.PDF, whole: pydyf.Dictionary, piece: pydyf.Dictionary) -> None:
    """Move the rows of a piece to the whole table; its repeated header rows stay behind."""
    for reference in piece["K"]:
        part = _object(file, reference)
        if part["S"] != "/THead":
            part["P"] = whole.reference
            whole["K"].append(reference)
    emptied = piece
    while "P" in emptied:
        parent = _object(file, emptied["P"])
        parent["K"].remove(emptied.reference)
        if parent["K"]:
            break
        emptied = parent


def _settle(
    file: pydyf.PDF,
    element: pydyf.Dictionary,
    marks: Mapping[bytes, pydyf.Array],
    read: set[bytes],
    header: str = "/Row",
) -> None:
    """Put an element and all below it in order, and note in ``read`` that they stay.

    A header cell heads its column if it stands in the head of the table, else its row. That scope
    replaces WeasyPrint's list of headers in every cell, which is lost without an index. Text
    belongs to its element directly, not through a span for each line.
    """
    reference = element.reference
    read.add(reference)
    kind = element.get("S")
    if kind == "/THead":
        header = "/Column"
    elif kind == "/TH":
        element["A"]["Scope"] = header
        del element["ID"]
    elif kind == "/Figure":
        element["A"]["BBox"] = _on_paper(_object(file, element["Pg"]), element["A"]["BBox"])
    elif kind == "/TD":
        del element["A"]["Headers"]
        if element["A"].keys() == {"O"}:
            del element["A"]
    kids = element.get("K", ())
    for place, kid in enumerate(kids):
        if not isinstance(kid, bytes):
            continue
        below = _object(file, kid)
        plain = below.get("S") == "/Span" and "Lang" not in below
        mark = below.get("K", (None,))[0] if plain else None
        if isinstance(mark, int) and below["Pg"] == element.get("Pg"):
            kids[place] = mark
            marks[below["Pg"]][mark] = reference
        else:
            _settle(file, below, marks, read, header)


def _on_paper(page: pydyf.Dictionary, box: Sequence[float]) -> pydyf.Array:
    """The box in points from the foot of the page; WeasyPrint says pixels from its head."""
    left, top, right, bottom = (each * 72 / 96 for each in box)
    height = page["MediaBox"][3]
    return pydyf.Array([left, height - bottom, right, height - top])


def _set_furniture_aside(
    file: pydyf.PDF, marks: Mapping[bytes, pydyf.Array], read: set[bytes]
) -> None:
    """Mark as artifact the text that no reader should hear: running heads, repeated headers."""
    for page, elements in marks.items():
        aside = {mark for mark, element in enumerate(elements) if element not in read}
        for mark in aside:
            elements[mark] = "null"
        content = _object(file, _object(file, page)["Contents"]).stream
        for place, operand in enumerate(content):
            if isinstance(operand, pydyf.Dictionary) and operand.get("MCID") in aside:
                content[place - 1 : place + 1] = ["/Artifact", "<</Type /Pagination>>"]
    for element in file.objects:
        is_tag = isinstance(element, pydyf.Dictionary) and element.get("Type") == "/StructElem"
        if is_tag and element.reference not in read:
            element.clear()
