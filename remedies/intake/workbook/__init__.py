"""The intake workbook: sheets that people fill in, read back as a claim or as cells to mend."""

from remedies.intake.workbook.reading import Intake, claim_json, read_intake
from remedies.intake.workbook.words import LANGUAGES
from remedies.intake.workbook.writing import blank, filled

__all__ = ["LANGUAGES", "Intake", "blank", "claim_json", "filled", "read_intake"]
