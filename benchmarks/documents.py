"""The memorandum and the schedule of 156 workweeks, against WeasyPrint alone on the same pages."""

from weasyprint import HTML

from benchmarks import facts
from benchmarks.bounds import Bound, report
from benchmarks.clock import medians, spoken, timed
from remedies import law
from remedies.calculators.assessment import assess
from remedies.documents.memorandum import memorandum, memorandum_html
from remedies.documents.pdf import TEMPLATES
from remedies.documents.schedule import schedule, schedule_html
from remedies.wire import read_claim, read_json

WEEKS = 156
VARIANT = "pdf/a-2a"


def main() -> None:
    """Measure."""
    claim = read_claim(read_json(facts.claim_of_weeks(facts.different_weeks(WEEKS))))
    assessment = assess(claim, law.encoded())
    pages = [memorandum_html(assessment), schedule_html(assessment)]
    base = f"{TEMPLATES.as_uri()}/"

    def ours() -> list[bytes]:
        return [memorandum(assessment), schedule(assessment)]

    def bare() -> list[bytes]:
        return [HTML(string=page, base_url=base).write_pdf(pdf_variant=VARIANT) for page in pages]

    times = medians({"ours": timed(ours), "bare": timed(bare)}, rounds=3)
    report(
        [
            Bound(
                what=f"memorandum and schedule of {WEEKS} workweeks, of bare WeasyPrint",
                limit=1.15,
                measured=times["ours"] / times["bare"],
                notes=[
                    f"{spoken(times['ours'])} against {spoken(times['bare'])}",
                    f'bare: HTML(string=page).write_pdf(pdf_variant="{VARIANT}") on the same pages',
                ],
            )
        ]
    )


if __name__ == "__main__":
    main()
