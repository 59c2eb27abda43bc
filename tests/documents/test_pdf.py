"""Every printed page is accessible, archival, the same each time, and fetches nothing."""

import gc
import logging
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from jinja2 import UndefinedError
from markupsafe import Markup
from pypdf import PdfReader
from weasyprint import HTML

from remedies.documents.chart import Bar, Fill, bars
from remedies.documents.pdf import TEMPLATES, environment, html, pdf

SCHEDULE = """\
{% extends "base/base.html" %}
{% block title %}Schedule A: {{ reference }}{% endblock %}
{% block body %}
<main>
<h1>Schedule A</h1>
<p>{{ note }} See <a href="https://www.govinfo.gov/link/uscode/18/1593">18 U.S.C. § 1593</a>,
<a href="#weeks">the workweeks</a>, and <strong>what is</strong> <em>not</em> confirmed.</p>
<div class="warning"><p>The rate is not confirmed.</p></div>
<h2>Parts</h2>
<ul><li>Hours<ul><li>Ex. 4</li></ul></li></ul>
<dl><dt>Due</dt><dd>Hours by rate.</dd></dl>
<figure>{{ chart }}<figcaption>Figure 1. The parts.</figcaption></figure>
<section>
<h2 id="weeks">Workweeks</h2>
<table class="schedule">
<caption>Table 1. Wages due</caption>
<thead>
<tr><th scope="col" rowspan="2">Week</th><th scope="colgroup" colspan="2">Work</th>
<th scope="colgroup" colspan="3">Wages</th></tr>
<tr>{% for name in ("Hours", "Rate", "Straight time", "Premium", "Due") %}
<th scope="col" class="number">{{ name }}</th>{% endfor %}</tr>
</thead>
<tbody>
{% for week in range(1, 161) %}
<tr><th scope="row">Week {{ week }}</th>{% for cell in ("100", "7.25", "725.00", "217.50", "942.50") %}
<td class="number">{{ cell }}</td>{% endfor %}</tr>
{% endfor %}
</tbody>
<tfoot><tr><th scope="row" colspan="5">Total</th><td class="number">150,800.00</td></tr></tfoot>
</table>
</section>
<table><caption>Table 2. Paid</caption><thead><tr><th scope="col">On</th></tr></thead>
<tbody><tr><td>Never</td></tr></tbody></table>
</main>
{% endblock %}
"""

HOSTILE = '<script src="file:///etc/passwd"></script><img src="http://127.0.0.1:1/">{{ 7 * 7 }}'

UNTAGGED = '<html lang="en"><title>Plain</title><p>No tags, no identifiers.'


@pytest.fixture(scope="module")
def page() -> str:
    chart = bars(
        "Parts of the amount",
        "Wages are the largest part.",
        [
            Bar(label="Wages", value="$150,800.00", length=15_080_000),
            Bar(label="Damages", value="$150,800.00", length=15_080_000, fill=Fill.HATCHED),
            Bar(label="Losses", value="$1,000.00", length=100_000, fill=Fill.DOTTED),
        ],
    )
    template = environment().from_string(SCHEDULE)
    return template.render(reference="V-1 & V-2", note=HOSTILE, chart=Markup(chart))  # noqa: S704


@pytest.fixture(scope="module")
def schedule(page: str) -> bytes:
    return pdf(page)


@pytest.fixture(scope="module")
def opened(schedule: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(schedule)) as file:
        yield file


@pytest.fixture(scope="module")
def verdict(
    schedule: bytes,
    verapdf: Callable[..., dict[tuple[Path, str], str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[tuple[str, str], str]:
    folder = tmp_path_factory.mktemp("pdf")
    files = {
        "schedule": schedule,
        "untagged": HTML(string=UNTAGGED).write_pdf(),
        "unnamed": pdf(html("base/base.html")),
        "undescribed": pdf(UNTAGGED + '<svg width="9" height="9"><path d="M0 0H9"/></svg>'),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    judged = verapdf(*(folder / name for name in files))
    return {(path.name, profile): result for (path, profile), result in judged.items()}


def tags(element: pikepdf.Object, name: str) -> Iterator[pikepdf.Object]:
    """The tags of that name below an element, in reading order."""
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            if str(kid.S) == f"/{name}":
                yield kid
            yield from tags(kid, name)


def in_page(address: str) -> str:
    """A page that asks for the address in every way that a page can."""
    return f"""<html lang="en"><head><title>Page</title>
        <link rel="stylesheet" href="{address}"><link rel="attachment" href="{address}">
        <style>@import url("{address}"); @font-face {{ font-family: f; src: url("{address}") }}
        p {{ background: url("{address}"); font-family: f }}</style></head>
        <body><p>Text</p><img alt="a" src="{address}"><object data="{address}"></object>
        <embed src="{address}"><a rel="attachment" href="{address}">link</a>
        <svg xmlns="http://www.w3.org/2000/svg"><title>s</title><image href="{address}"/>
        <use href="{address}#a"/></svg></body></html>"""


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_document_is_accessible_and_archival(
    verdict: dict[tuple[str, str], str], profile: str
) -> None:
    assert verdict["schedule", profile] == "pass"


@pytest.mark.parametrize(
    ("name", "profile", "rule"),
    [
        ("untagged", "ua1", "6.2-1"),  # no tags
        ("untagged", "2a", "6.6.2.1-1"),  # no metadata
        ("unnamed", "ua1", "7.1-9"),  # no title
        ("undescribed", "ua1", "7.3-1"),  # a drawing without a description
    ],
)
def test_the_checker_can_fail(
    verdict: dict[tuple[str, str], str], name: str, profile: str, rule: str
) -> None:
    assert verdict[name, profile].startswith("fail ")
    assert f" {rule} " in verdict[name, profile]


def test_the_same_page_gives_the_same_bytes_in_every_process(page: str, schedule: bytes) -> None:
    program = (
        "import sys; from remedies.documents.pdf import pdf;"
        "sys.stdout.buffer.write(pdf(sys.stdin.buffer.read().decode()))"
    )
    for seed, zone in (("1", "America/New_York"), ("2", "Asia/Tokyo")):
        run = subprocess.run(
            [sys.executable, "-W", "error", "-c", program],
            check=True,
            capture_output=True,
            input=page.encode(),
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        )
        assert run.stderr == b""
        assert run.stdout == schedule


def test_a_different_page_has_a_different_identifier(
    page: str, schedule: bytes, opened: pikepdf.Pdf
) -> None:
    other = pdf(page.replace("Never", "Once"))
    assert other != schedule
    with pikepdf.open(BytesIO(other)) as file:
        assert bytes(file.trailer.ID[0]) != bytes(opened.trailer.ID[0])


def test_title_and_language_are_said(opened: pikepdf.Pdf) -> None:
    assert str(opened.Root.Lang) == "en"
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
    assert str(opened.docinfo.Title) == "Schedule A: V-1 & V-2"
    metadata = opened.open_metadata()
    assert metadata["dc:title"] == "Schedule A: V-1 & V-2"
    assert metadata["pdfaid:part"] == "2"
    assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_no_clock_and_no_path_is_in_the_file(schedule: bytes, opened: pikepdf.Pdf) -> None:
    assert "/CreationDate" not in opened.docinfo
    assert "/ModDate" not in opened.docinfo
    contents = [schedule, *(bytes(o.read_bytes()) for o in opened.objects if is_text(o))]
    assert not [content for content in contents if str(TEMPLATES).encode() in content]


def is_text(each: pikepdf.Object) -> bool:
    return isinstance(each, pikepdf.Stream) and each.get("/Subtype") != "/Image"


def test_a_table_over_several_pages_is_one_table(opened: pikepdf.Pdf) -> None:
    assert len(opened.pages) > 4
    first, second = tags(opened.Root.StructTreeRoot, "Table")
    assert [len(list(tags(first, name))) for name in ("Caption", "THead", "TFoot")] == [1, 1, 1]
    assert [len(list(tags(table, "TR"))) for table in (first, second)] == [2 + 160 + 1, 2]


def test_every_header_cell_says_what_it_heads(opened: pikepdf.Pdf) -> None:
    (table, _) = tags(opened.Root.StructTreeRoot, "Table")
    scopes = [str(cell.A.Scope) for cell in tags(table, "TH")]
    assert scopes == ["/Column"] * 8 + ["/Row"] * 161


def test_running_heads_and_repeated_headers_are_not_read(opened: pikepdf.Pdf) -> None:
    aside = []
    for each in opened.pages:
        marks = [
            operands[1]
            for operands, operator in pikepdf.parse_content_stream(each)
            if str(operator) == "BDC" and operands[0] == "/Artifact"
        ]
        aside.append(len(marks))
        assert all(mark == pikepdf.Dictionary(Type=pikepdf.Name.Pagination) for mark in marks)
    assert aside[0] == 1  # the number of the page
    assert aside[1] == 1 + 1 + 8  # and the running head, and the header cells


def test_text_that_is_tagged_is_in_the_tree_where_it_says(opened: pikepdf.Pdf) -> None:
    numbers = list(opened.Root.StructTreeRoot.ParentTree.Nums)
    for index, each in enumerate(opened.pages):
        elements = numbers[2 * index + 1]
        for operands, operator in pikepdf.parse_content_stream(each):
            if str(operator) == "BDC" and "/MCID" in operands[1]:
                mark = int(operands[1].MCID)
                assert mark in [kid for kid in elements[mark].K if isinstance(kid, int)]
                assert elements[mark].Pg == each.obj


def test_the_figure_is_described_and_lies_on_its_page(opened: pikepdf.Pdf) -> None:
    (figure,) = tags(opened.Root.StructTreeRoot, "Figure")
    said = str(figure.Alt)
    assert "Wages are the largest part." in said
    assert "Wages: $150,800.00." in said
    left, bottom, right, top = (float(each) for each in figure.A.BBox)
    assert (left, right) == (72, 540)
    assert 72 < bottom < top < 720


def test_what_a_person_wrote_is_printed_as_text(schedule: bytes) -> None:
    words = " ".join(PdfReader(BytesIO(schedule)).pages[0].extract_text().split())
    assert HOSTILE.replace(" ", "") in words.replace(" ", "")


def test_a_section_sign_stays_with_its_number(schedule: bytes) -> None:
    lines = PdfReader(BytesIO(schedule)).pages[0].extract_text().splitlines()
    assert not [line for line in lines if line.rstrip().endswith("§")]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        "FILE:///etc/passwd",
        "../../../../../../etc/passwd",
        "base/../../documents/pdf.py",
        "base/%2e%2e/%2e%2e/documents/pdf.py",
        "base/base.html",
        "ftp://127.0.0.1/a.css",
        "//127.0.0.1/a.css",
        "data:text/css,p{color:red}",
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E",
        "jar:file:///etc/passwd",
        "https://[",
        "base/%00.css",
    ],
)
def test_no_other_address_is_followed_or_attached(address: str) -> None:
    with pikepdf.open(BytesIO(pdf(in_page(address)))) as file:
        assert not file.attachments
        assert not [o for o in file.objects if isinstance(o, pikepdf.Stream) and "/Params" in o]
        assert not [o for o in file.objects if isinstance(o, pikepdf.Stream) and is_image(o)]


def is_image(each: pikepdf.Stream) -> bool:
    return bool(each.get("/Subtype") == "/Image")


def test_no_connection_is_made() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)  # noqa: FBT003  # its only argument
        port = server.getsockname()[1]
        for scheme in ("http", "https", "ftp"):
            pdf(in_page(f"{scheme}://127.0.0.1:{port}/a.css"))
        with pytest.raises(BlockingIOError):
            server.accept()


def test_a_file_outside_is_not_read_through_a_link_inside(tmp_path: Path) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("body { display: none }")  # would empty the page if it were read
    link = TEMPLATES / "base" / f"link-{tmp_path.name}-{os.getpid()}.css"
    link.symlink_to(secret)
    try:
        content = pdf(in_page(f"base/{link.name}"))
    finally:
        link.unlink()
    assert "Text" in PdfReader(BytesIO(content)).pages[0].extract_text()


def test_an_asset_of_ours_that_is_missing_stops_the_printing() -> None:
    with pytest.raises(FileNotFoundError, match=r"base/none\.css"):
        pdf(in_page("base/none.css"))
    assert gc.isenabled()


def test_a_name_that_the_context_does_not_give_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="nothing"):
        environment().from_string("{{ nothing }}").render()


def test_everything_is_escaped() -> None:
    assert environment().from_string("{{ a }}").render(a="<b>&\"'") == "&lt;b&gt;&amp;&#34;&#39;"


def test_the_running_words_can_be_translated() -> None:
    spanish = environment().from_string(
        '{% extends "base/base.html" %}{% block lang %}es{% endblock %}'
        "{% block page %}Página{% endblock %}{% block of %}de{% endblock %}"
        "{% block title %}Cédula{% endblock %}{% block body %}<h1>Cédula</h1>{% endblock %}"
    )
    content = pdf(spanish.render())
    assert "Página 1 de 1" in PdfReader(BytesIO(content)).pages[0].extract_text()
    with pikepdf.open(BytesIO(content)) as file:
        assert str(file.Root.Lang) == "es"


def test_nothing_of_a_document_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        pdf(in_page("http://127.0.0.1:1/what-she-told"))
    assert not caplog.records


def test_the_renderer_understands_every_word_of_the_style_sheet(
    page: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "weasyprint"):
        pdf(page)
    assert [record.getMessage() for record in caplog.records] == []
