"""References as long as they may be give a statement that prints, without a caption alone on a page."""

import datetime as dt
from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from remedies.documents.statement import statement_pdf
from remedies.documents.statement_table import Table, words
from remedies.ledger.due import Due
from tests.documents.statement_example import example

LONG = "DEFENDANT-" + "Y" * 50


def test_a_table_too_high_for_its_page_is_split_and_printed() -> None:
    statement = example()
    days = tuple(
        Due(key=f"day-{n}", what="A day that is said in as many words as fit " * 4, of=LONG)
        for n in range(9)
    )
    long = replace(statement.obligors[0], obligor=LONG, liability=days)
    paper = statement_pdf(replace(statement, obligors=(long,), as_of=dt.date(2024, 12, 31)))
    pages = [page.extract_text() for page in PdfReader(BytesIO(paper)).pages]
    captioned = [text for text in pages if "how long this is owed" in text]
    assert len(captioned) == 1
    assert "Authority" in captioned[0]
    assert "as many words" in captioned[0]


def test_a_table_is_kept_on_one_page_only_where_it_fits() -> None:
    def table(text: str) -> Table:
        return Table(caption="", heads=(words("A"),), rows=((words(text),),) * 9)

    assert table("V-1").classes == "plain short"
    assert table(LONG).classes == "plain"
