"""A guide of two pages against WeasyPrint alone on the same page, and a finished one found again."""

import datetime as dt

from weasyprint import HTML

from benchmarks.bounds import Bound, report
from benchmarks.clock import medians, spoken, timed
from remedies import law
from remedies.casework.guides import Wanted, printed
from remedies.documents.guides import guide, guide_html, guide_pdf
from remedies.documents.pdf import TEMPLATES

AS_OF = dt.date(2026, 11, 21)
KIND = "leaflet"
VARIANT = "pdf/a-2a"


def main() -> None:
    """Measure."""
    base = f"{TEMPLATES.as_uri()}/"
    page = guide_html(guide(KIND, "en", law.encoded(), AS_OF))
    wanted = Wanted(kind=KIND, language="en", as_of=AS_OF)
    printed(wanted)

    def ours() -> bytes:
        return guide_pdf(guide(KIND, "en", law.encoded(), AS_OF))

    def bare() -> bytes:
        return HTML(string=page, base_url=base).write_pdf(pdf_variant=VARIANT)

    def again() -> bytes:
        return printed(wanted)

    times = medians({"ours": timed(ours), "bare": timed(bare), "again": timed(again)}, rounds=5)
    report(
        [
            Bound(
                what="a guide of two pages, of bare WeasyPrint on its page",
                limit=1.15,
                measured=times["ours"] / times["bare"],
                notes=[
                    f"{spoken(times['ours'])} against {spoken(times['bare'])}",
                    f'bare: HTML(string=page).write_pdf(pdf_variant="{VARIANT}") on the same page',
                ],
            ),
            Bound(
                what="a finished document found again by its digest",
                limit=5,
                measured=times["again"] * 1000,
                unit="ms",
            ),
        ]
    )


if __name__ == "__main__":
    main()
