"""A page as a Word document that a lawyer edits: real styles, headings, tables, fields and blanks.

The same HTML that is printed as PDF is written once more as Word; nothing is said in two places. The part
of HTML that our pages use is known here; anything else is refused, so that nothing is lost unseen.
"""

from remedies.documents.word.document import word

__all__ = ["word"]
