"""A Word file says what the page says, with the styles, headings, tables, fields and blanks of Word."""

import datetime as dt
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from html import unescape
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from remedies import law
from remedies.calculators.assessment import assess
from remedies.casework.cases import restoration, statement
from remedies.casework.example_case import example_case
from remedies.documents.guides import guide, guide_html, guide_word
from remedies.documents.memorandum import memorandum_html
from remedies.documents.proposed_order import proposed_order_html
from remedies.documents.restoration import restoration_html
from remedies.documents.schedule import schedule_html
from remedies.documents.statement import statement_html
from remedies.documents.victims_schedule import Payee, VictimsSchedule, victims_schedule_html
from remedies.documents.word import word
from remedies.documents.word.tables import roomy
from remedies.wire import read_claim, read_json
from tests.documents.proposed_order_example import view
from tests.documents.word_order import out_of_order

EXAMPLE = Path(__file__).parents[2] / "examples" / "forced_labor.json"
AT = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
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


SPANS = """<html><head><title>x</title>
<style>@page { size: Letter landscape; margin: 1in 0.5in; } col.wide { width: 50%; }
table.half { width: 50%; } p.middle { text-align: center; } .cites { display: block; font-size: 6pt; }
section.new { break-before: page; } @media screen { col.wide { width: 5%; } }</style></head>
<body><main data-mark="Draft"><p class="middle">a<br>
b disc&shy;reet</p>
<table class="half"><colgroup><col class="wide"><col><col style="width: 20%"></colgroup>
<thead><tr><th rowspan="2">A</th><th colspan="2">B</th></tr>
<tr><th>C</th><th class="number">D</th></tr></thead>
<tbody><tr><td rowspan="2">e</td><td>f</td><td class="number">1 <span class="cites">of 2</span></td></tr>
<tr><td>g</td><td></td></tr></tbody></table>
<section class="new"><h2>H</h2></section><ol start="7"><li>i</li></ol></main></body></html>"""


def test_cells_span_columns_and_rows() -> None:
    (table,) = opened(word(SPANS)).tables
    grid = [[cell.text for cell in row.cells] for row in table.rows]
    assert grid == [
        ["A", "B", "B"],
        ["A", "C", "D"],
        ["e", "f", "1 \nof 2"],
        ["e", "g", ""],
    ]
    assert table.rows[0].cells[0]._tc is table.rows[1].cells[0]._tc  # noqa: SLF001
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]  # noqa: SLF001
    assert heads == [True, True, False, False]


def test_columns_are_as_wide_as_the_page_says_and_the_paper_lies_as_it_lies() -> None:
    paper = opened(word(SPANS))
    section = paper.sections[0]
    assert section.orientation == docx.enum.section.WD_ORIENT.LANDSCAPE
    assert (section.page_width.inches, section.page_height.inches) == (11, 8.5)
    assert (section.top_margin.inches, section.left_margin.inches) == (1, 0.5)
    widths = [column.width.inches for column in paper.tables[0].columns]
    assert widths == pytest.approx([2.5, 1.5, 1.0], abs=0.01)


def test_a_column_takes_from_the_others_what_its_longest_word_lacks() -> None:
    assert roomy([100, 500, 400], [200, 300, 100]) == [200, 460, 340]
    assert roomy([100, 500], [90, 400]) == [100, 500]
    assert roomy([100, 200], [300, 300]) == [100, 200]


def test_a_column_of_no_stated_width_is_as_wide_as_its_words() -> None:
    page = "<table><tr><td>a</td><td>" + "many words " * 9 + "</td></tr></table>"
    found = opened(word(f"<html><head><title>x</title></head><body>{page}</body></html>"))
    narrow, wide = (column.width for column in found.tables[0].columns)
    assert narrow * 4 < wide


def test_styles_of_the_page_are_followed() -> None:
    written = word(SPANS)
    paper = opened(written)
    first, heading, counted = (each for each in paper.paragraphs if each.text)
    assert first.alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER
    assert first.text.splitlines()[0] == "a"
    assert first.text.splitlines()[1].startswith("b disc")
    assert "<w:softHyphen/>" in first._p.xml  # noqa: SLF001
    assert heading.paragraph_format.page_break_before
    number = counted._p.pPr.numPr.numId.val  # noqa: SLF001
    numbering = paper.part.numbering_part.element
    (start,) = numbering.num_having_numId(number).xpath(".//w:startOverride/@w:val")
    assert start == "7"
    assert paper.sections[0].header.paragraphs[0].text == "Draft"
    assert opened(word(PAGE)).sections[0].header.paragraphs[0].text == ""


def test_a_style_sheet_of_another_is_not_read(tmp_path: Path) -> None:
    sheet = tmp_path / "x.css"
    sheet.write_text("@page { size: Letter landscape; }", "utf-8")
    for address in (sheet.as_posix(), sheet.as_uri(), "../../pyproject.toml", "https://x/x.css"):
        link = f'<link rel="stylesheet" href="{address}">'
        page = f"<html><head><title>x</title>{link}</head><body><p>a</p></body></html>"
        assert opened(word(page)).sections[0].page_width.inches == 8.5


@pytest.fixture(scope="module")
def papers() -> Mapping[str, str]:
    """Every paper that lawyers edit, as a page."""
    order = view(assets=("AS-1",))
    payees = {
        "V-1": Payee(name="Synthetic Example One", address=("1 Example Plaza", "Exampleville"))
    }
    assessment = assess(read_claim(read_json(EXAMPLE.read_bytes())), law.encoded())
    with example_case(EXAMPLE.parent / "case" / "story.json", AT) as (desk, case_id):
        asked = restoration(desk, case_id, "AS-1", as_of=dt.date(2024, 9, 1))
        account = statement(desk, case_id, as_of=dt.date(2025, 12, 31))
    return {
        "memorandum": memorandum_html(assessment),
        "schedule": schedule_html(assessment),
        "order": proposed_order_html(order),
        "redacted": victims_schedule_html(VictimsSchedule(order=order)),
        "sealed": victims_schedule_html(VictimsSchedule(order=order, payees=payees)),
        "restoration": restoration_html(asked.found, asked.case),
        "statement": statement_html(account),
    }


def test_every_paper_has_real_headings_and_its_properties_as_word_wants_them(
    papers: Mapping[str, str],
) -> None:
    pages = {**papers, "small": PAGE, "spans": SPANS, "right": PAGE.replace("ltr", "rtl")}
    for name, page in pages.items():
        written = word(page)
        assert list(out_of_order(written)) == [], name
        levels = [
            each.style.name for each in opened(written).paragraphs if "Heading" in each.style.name
        ]
        found = [f"Heading {level}" for level in re.findall(r"<h(\d)\b", page)]
        assert levels == found
        assert levels


def test_what_must_stand_on_every_page_of_the_sealed_schedule_does(
    papers: Mapping[str, str],
) -> None:
    sealed, redacted = (opened(word(papers[name])).sections[0] for name in ("sealed", "redacted"))
    assert sealed.header.paragraphs[0].text == "FILED UNDER SEAL"
    assert redacted.header.paragraphs[0].text == "Redacted"


def test_every_paper_opens_in_a_word_processor_with_all_of_its_amounts(
    papers: Mapping[str, str], tmp_path: Path
) -> None:
    for name, page in papers.items():
        (tmp_path / f"{name}.docx").write_bytes(word(page))
    for name, told in told_by_a_word_processor(tmp_path).items():
        shown = re.sub(r"(?s)<svg.*?</svg>|<[^>]+>", " ", papers[name].split("<body")[1])
        amounts = set(re.findall(r"[\d,]+\.\d\d\b", shown))
        assert amounts
        assert {amount for amount in amounts if amount not in told} == set(), name
        assert re.search(r"Page 1 of \d", told), name


def told_by_a_word_processor(folder: Path) -> dict[str, str]:
    """What LibreOffice prints of the Word files in a folder, by name."""
    soffice = shutil.which("soffice")
    reader = shutil.which("pdftotext")
    if soffice is None or reader is None:
        pytest.skip("NOT OPENED: Word files need LibreOffice (apt-get install libreoffice-writer)")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    files = sorted(folder.glob("*.docx"))
    run = subprocess.run([*command, *files], check=False, capture_output=True, timeout=300)
    assert run.returncode == 0, run.stderr
    return {
        each.stem: plain(
            subprocess.run(
                [reader, each.with_suffix(".pdf"), "-"], check=True, capture_output=True, text=True
            ).stdout
        )
        for each in files
    }


def test_a_guide_in_word_opens_in_a_word_processor_and_says_what_it_said(tmp_path: Path) -> None:
    found = guide("unpaid-wages", "en", law.encoded(), dt.date(2026, 11, 21))
    (tmp_path / "guide.docx").write_bytes(guide_word(found))
    told = told_by_a_word_processor(tmp_path)["guide"]
    assert "$7.25 an hour" in told
    assert "Page 1 of" in told
    for heading in re.findall(r"<h2[^>]*>([^<]+)", guide_html(found)):
        assert unescape(heading) in told
