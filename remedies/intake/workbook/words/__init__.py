"""The words of the workbook, whole in each language; nothing else of it depends on a language."""

from typing import Final

from remedies.intake.workbook.words.english import ENGLISH
from remedies.intake.workbook.words.language import Language
from remedies.intake.workbook.words.spanish import SPANISH

__all__ = ["LANGUAGES", "Language"]

LANGUAGES: Final = {language.code: language for language in (ENGLISH, SPANISH)}
"""Every language of the workbook by its code."""
