"""A Word file says what the page says, with the styles, headings, tables, fields and blanks of Word."""

import datetime as dt
import re
import shutil
import subprocess
import zipfile
from html import unescape
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from remedies import law
from remedies.calculators.assessment import assess
from remedies.documents.guides import guide, guide_html, guide_word
from remedies.documents.memorandum import memorandum_html
from remedies.documents.word import word
from remedies.wire import read_claim, read_json

EXAMPLE = Path(__file__).parents[2] / "examples" / "forced_labor.json"
PAGE = """<!DOCTYPE html><html lang="es" dir="ltr"><head><title>Papel</title></head>
<body data-page="Página" data-of="de"><main><h1>Uno</h1><p>Dos <b>tres</b> <i>cuatro</i>.</p>
<h2 id="x">Cinco</h2><ol><li>seis</li><li>siete</li></ol><ol><li>ocho</li></ol>
<p>Firma: <span class="blank">nombre</span> <sup><a href="#x">1</a></sup></p>
<table><caption>Tabla</caption><thead><tr><th>A</th><th class="number">B</th></tr></thead>
<tbody><tr><th>c</th><td class="number">$1.00</td></tr></tbody></table>
<div class="warning"><p>Cuidado.</p></div></main></body></html>"""


def opened(content: bytes) -> docx.document.Document:
    return docx.Document(BytesIO(content))


def memorandum() -> str:
    return memorandum_html(assess(read_claim(read_json(EXAMPLE.read_bytes())), law.encoded()))


def plain(words: str) -> str:
    return " ".join(words.split())


def test_headings_and_lists_have_the_styles_of_word() -> None:
    paper = opened(word(PAGE))
    styled = [(each.style.name, each.text) for each in paper.paragraphs if each.text]
    assert ("Heading 1", "Uno") in styled
    assert ("Heading 2", "Cinco") in styled
    assert [text for style, text in styled if style == "List Number"] == ["seis", "siete", "ocho"]
    assert ("Caption", "Tabla") in styled


def test_each_numbered_list_counts_from_one() -> None:
    numbered = [each for each in opened(word(PAGE)).paragraphs if each.style.name == "List Number"]
    used = [each._p.pPr.numPr.numId.val for each in numbered]  # noqa: SLF001
    assert used[0] == used[1] != used[2]


def test_the_head_of_a_table_repeats_and_its_numbers_stand_right() -> None:
    (table,) = opened(word(PAGE)).tables
    head, row = table.rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None  # noqa: SLF001
    assert row._tr.trPr.find(qn("w:tblHeader")) is None  # noqa: SLF001
    assert row.cells[1].text == "$1.00"
    assert row.cells[1].paragraphs[0].alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.RIGHT


def test_blanks_are_controls_pages_are_fields_and_the_language_is_named() -> None:
    with zipfile.ZipFile(BytesIO(word(PAGE))) as parts:
        body = parts.read("word/document.xml").decode()
        footer = "".join(
            parts.read(each).decode() for each in parts.namelist() if "footer" in each
        )
        styles = parts.read("word/styles.xml").decode()
    assert re.search(r'<w:sdt>.*<w:alias w:val="nombre"/>.*\[nombre\]', body, re.DOTALL)
    assert 'w:instr="PAGE"' in footer
    assert 'w:instr="NUMPAGES"' in footer
    assert "Página" in footer
    assert '<w:lang w:val="es"' in styles
    assert '<w:hyperlink w:anchor="x">' in body


def test_an_element_that_word_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="no <video>"):
        word("<html><head><title>x</title></head><body><video></video></body></html>")
    with pytest.raises(ValueError, match="no <img>"):
        word("<html><head><title>x</title></head><body><p>a <img src='x'></p></body></html>")


def test_the_same_page_is_the_same_bytes_and_says_nobody() -> None:
    first = word(PAGE)
    assert first == word(PAGE)
    known = opened(first).core_properties
    assert (known.title, known.author, known.last_modified_by) == ("Papel", "", "")


def test_a_memorandum_in_word_says_every_word_and_number_of_the_page() -> None:
    page = memorandum()
    paper = opened(word(page))
    cells = (cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    said = plain(" ".join([*(each.text for each in paper.paragraphs), *cells]))
    amounts = set(re.findall(r"\$[\d,]+\.\d\d", page.split("<body")[1]))
    assert amounts
    assert {amount for amount in amounts if amount not in said} == set()


def test_a_guide_in_word_opens_in_a_word_processor_and_says_what_it_said(tmp_path: Path) -> None:
    soffice = shutil.which("lowriter")
    reader = shutil.which("pdftotext")
    if soffice is None or reader is None:
        pytest.skip("NOT OPENED: Word files need LibreOffice (apt-get install libreoffice-writer)")
    found = guide("unpaid-wages", "en", law.encoded(), dt.date(2026, 11, 21))
    (tmp_path / "guide.docx").write_bytes(guide_word(found))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    run = subprocess.run(
        [*command, str(tmp_path / "guide.docx")], check=False, capture_output=True, timeout=300
    )
    assert run.returncode == 0, run.stderr
    read = subprocess.run(
        [reader, tmp_path / "guide.pdf", "-"], check=True, capture_output=True, text=True
    )
    assert "$7.25 an hour" in plain(read.stdout)
    assert "Page 1 of" in plain(read.stdout)
    for heading in re.findall(r"<h2[^>]*>([^<]+)", guide_html(found)):
        assert unescape(heading) in plain(read.stdout)
