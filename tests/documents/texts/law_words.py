"""Which words of a line sound like law: such a line must cite, or say that it states none."""

import re

from remedies.documents.texts.text import Line

_ENGLISH = (
    r"laws?|legal(?:ly)?|illegal|courts?|judges?|must|rights?|deadlines?|years?|months?|days?|owes?|owed|"
    r"entitled|sue[sd]?|suing|orders?|ordered|convict\w*|sentenc\w*|statut\w*|crimes?|tax(?:es)?|fees?|"
    r"confidential|lien|forfeit\w*|damages|wages?|overtime|minimum|free of charge|allowed|forbidden|"
    r"cannot be"
)
_SPANISH = (
    r"ley(?:es)?|legal(?:es|mente)?|ilegal|tribunal(?:es)?|corte|juez|jueces|jueza|deben?|tiene que|"
    r"tienen que|derechos?|plazos?|años?|mes(?:es)?|días?|demand\w*|orden(?:a|ar|es|ó)?|conden\w*|"
    r"senten\w*|"
    r"delitos?|impuestos?|confidencial\w*|decomis\w*|daños|salarios?|horas extras?|mínimo|permit\w*|"
    r"prohib\w*"
)
_LAW = {
    "en": re.compile(rf"\b(?:{_ENGLISH})\b|[§$%]", re.IGNORECASE),
    "es": re.compile(rf"\b(?:{_SPANISH})\b|[§$%]", re.IGNORECASE),
}


def sounds_like_law(line: Line, language: str) -> bool:
    """Return whether a line says something that a reader takes for law; a value of the law does."""
    if any(name.startswith("us") for name in line.values()):
        return True
    return bool(_LAW[language].search(line.words()))
