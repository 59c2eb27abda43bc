"""A guide of two pages against WeasyPrint alone on the same page, and a finished one found again.

And forty guides of one person's answers through worker processes, against as many printed one by one.
"""

import datetime as dt
import json
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from weasyprint import HTML

from benchmarks.bounds import Bound, report
from benchmarks.clock import medians, spoken, timed
from remedies import law
from remedies.calculators.avenues import open_remedies
from remedies.casework.printing import printed
from remedies.casework.wanted import Wanted
from remedies.documents.guides import guide, guide_html, guide_pdf
from remedies.documents.guides.personal import personal
from remedies.documents.pdf import TEMPLATES
from remedies.wire.answers import read_answers

AS_OF = dt.date(2026, 11, 21)
KIND = "leaflet"
VARIANT = "pdf/a-2a"
PEOPLE: tuple[dict[str, object], ...] = (
    {"state": "US-CA", "forced": "yes", "began_on": "2019-05", "paid": "nothing"},
    {"state": "US-FL", "kinds_of_work": ["agriculture"], "prosecution": "charged"},
    {"state": "US-TX", "kinds_of_work": ["commercial_sex"], "minor_then": "yes"},
    {"prosecution": "sentenced", "court": "federal", "property_seized": "yes"},
)
"""Answers of four people who are made up."""
MANY = 40
WORKERS = 2


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

    def one_by_one() -> None:
        for answers in PEOPLE:
            personal_pdf(answers)

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
            many(timed(one_by_one)() / len(PEOPLE)),
        ]
    )


def personal_pdf(answers: dict[str, object]) -> bytes:
    """Return the guide of one person's answers."""
    encoded = law.encoded()
    read = read_answers(dict(answers), AS_OF)
    found = open_remedies(read, encoded, AS_OF)
    return guide_pdf(personal(found, encoded, AS_OF, "en", read.state.lower()))


def many(alone: float) -> Bound:
    """Return what each of many guides costs the processor, workers and their start with it, of one alone."""
    with TemporaryDirectory() as name:
        facts, out = Path(name) / "facts.jsonl", Path(name) / "out"
        lines = (json.dumps({"answers": PEOPLE[each % len(PEOPLE)]}) for each in range(MANY))
        facts.write_text("\n".join(lines), encoding="utf-8")
        arguments = f"document remedies --each {facts} --out {out} --as-of {AS_OF}".split()
        command = [sys.executable, "-m", "remedies.cli", *arguments, "--workers", str(WORKERS)]
        before = _spent_by_children()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        each = (_spent_by_children() - before) / MANY
        made = len(list(out.glob("*.pdf")))
    return Bound(
        what=f"one of {made} personal guides through {WORKERS} workers, of one printed alone",
        limit=1.5,
        measured=each / alone,
        notes=[f"{spoken(each)} against {spoken(alone)}; the start of the workers is in it"],
    )


def _spent_by_children() -> float:
    """Return the processor seconds of all processes that this one has waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
