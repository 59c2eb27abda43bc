"""Which remedies may be open to one person; nothing of it is stored."""

import datetime as dt
from dataclasses import replace

from remedies import law
from remedies.calculators.assessment import assess
from remedies.calculators.avenues import Remedy, open_remedies
from remedies.calculators.avenues.claimed import computed
from remedies.errors import FactsError
from remedies.wire import read_claim
from remedies.wire.answers import Question


def remedies_open(question: Question, as_of: dt.date) -> tuple[Remedy, ...]:
    """Return every remedy as it stands for the answers on a day, with what a claim beside them comes to.

    Raises:
        FactsError: the claim's facts cannot be used; its fields stand under ``claim``.
        LawNotEncodedError: the law of a day that the claim needs is not encoded.

    """
    encoded = law.encoded()
    if question.claim is None:
        return open_remedies(question.answers, encoded, as_of)
    try:
        assessment = assess(read_claim(dict(question.claim), encoded), encoded)
    except FactsError as error:
        problems = (replace(each, field=_under(each.field)) for each in error.problems)
        raise FactsError(problems) from None
    return open_remedies(question.answers, encoded, as_of, computed(assessment))


def _under(field: str) -> str:
    return f"claim.{field}" if field else "claim"
