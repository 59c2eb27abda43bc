"""The words of documents: one folder a document, one file a language, no number and no law typed in.

``remedies/templates/guides/<kind>/<language>.md`` holds a text, ``remedies/templates/languages/`` what
every text of a language shares. :func:`text` reads one; ``values`` says the numbers that it names.
"""

from remedies.documents.texts.language import Language, language, languages
from remedies.documents.texts.library import Translation, kinds, text, translation
from remedies.documents.texts.text import Text

__all__ = [
    "Language",
    "Text",
    "Translation",
    "kinds",
    "language",
    "languages",
    "text",
    "translation",
]
