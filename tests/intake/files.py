"""Files of tables made by hand, so that a test says exactly what stands in them."""

import io
import zipfile
from collections.abc import Mapping

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Style 1 shows a date, 2 a time, 3 both, 4 a length of time, 5 dollars in red.
STYLES = f"""{HEAD}<styleSheet {MAIN}><numFmts count="3">
<numFmt numFmtId="164" formatCode="[$-409]m/d/yyyy;@"/>
<numFmt numFmtId="165" formatCode="[h]:mm"/>
<numFmt numFmtId="166" formatCode="[Red]&quot;USD and days&quot;\\ #,##0.00"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="18"/><xf numFmtId="22"/>
<xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>"""


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def parts_of(
    *sheets: str,
    texts: str = "",
    properties: str = "",
    states: tuple[str, ...] = (),
    styles: str = STYLES,
) -> dict[str, str | bytes]:
    """The parts of a workbook; a sheet is what stands in its ``sheetData``."""
    listed = "".join(
        f'<sheet name="Sheet {n}" sheetId="{n}" state="{state}" r:id="rId{n}"/>'
        for n, state in enumerate((*states, *["visible"] * (len(sheets) - len(states))), 1)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    related += f'<Relationship Id="rS" Type="{OFFICE}/styles" Target="/xl/styles.xml"/>'
    related += f'<Relationship Id="rT" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    return {
        "[Content_Types].xml": HEAD + "<Types/>",
        "xl/workbook.xml": f'{HEAD}<workbook {MAIN} xmlns:r="{OFFICE}">{properties}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"{HEAD}<Relationships>{related}</Relationships>",
        "xl/styles.xml": styles,
        "xl/sharedStrings.xml": f"{HEAD}<sst {MAIN}>{texts}</sst>",
        **{
            f"xl/worksheets/sheet{n}.xml": f"{HEAD}<worksheet {MAIN}><sheetData>{sheet}</sheetData>"
            "</worksheet>"
            for n, sheet in enumerate(sheets, 1)
        },
    }


def book(*sheets: str, **more: object) -> bytes:
    return packed(parts_of(*sheets, **more))  # type: ignore[arg-type]


def text(address: str, words: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{words}</t></is></c>'


def value(address: str, number: str, style: int = 0) -> str:
    return f'<c r="{address}" s="{style}"><v>{number}</v></c>'


def row(number: int, *cells: str, more: str = "") -> str:
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def header(*titles: str) -> str:
    return row(1, *(text(f"{chr(65 + n)}1", title) for n, title in enumerate(titles)))


def csv(*lines: str) -> bytes:
    return "\r\n".join((*lines, "")).encode()
