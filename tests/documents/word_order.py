"""The order in which Word wants properties: out of it, Word calls a file damaged (ECMA-376, part 1)."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SAID = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
        "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN "
        "bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
        "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
        "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
        "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
        "hideMark"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook"
    ),
}
ORDER = {tag: said.split() for tag, said in _SAID.items()}


def out_of_order(written: bytes) -> Iterator[tuple[str, str, list[str]]]:
    """Yield part, element and children of everything whose properties are unknown or out of order."""
    with ZipFile(BytesIO(written)) as parts:
        for name in parts.namelist():
            if not name.endswith(".xml"):
                continue
            for element in etree.fromstring(parts.read(name)).iter(*(_W + tag for tag in ORDER)):
                tag = str(element.tag).removeprefix(_W)
                found = [str(child.tag).removeprefix(_W) for child in element]
                places = [ORDER[tag].index(each) if each in ORDER[tag] else -1 for each in found]
                if -1 in places or places != sorted(set(places)):
                    yield name, tag, found
