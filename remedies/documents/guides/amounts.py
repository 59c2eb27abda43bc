"""What a remedy may bring, as lines of a guide: each amount with its bound and its authority."""

from collections.abc import Iterator, Mapping

from remedies.calculators.avenues.remedy import Brings, Remedy
from remedies.documents.texts.language import Language
from remedies.documents.texts.text import Line, Value, Words
from remedies.documents.texts.values import Said
from remedies.operations import Unit


class Amounts:
    """Amounts in one language; ``given`` gathers them as values that their lines name."""

    def __init__(self, language: Language, labels: Mapping[str, str]) -> None:
        """Take the language and the labels of the parts."""
        self.language = language
        self.labels = labels
        self.given: dict[str, Said] = {}

    def lines(self, remedy: Remedy) -> Iterator[Line]:
        """Yield a line for each amount of money."""
        for number, brings in enumerate(remedy.brings, start=1):
            name = f"brings.{remedy.avenue}.{number}"
            figure = brings.figure
            if figure.unit is Unit.RATIO:
                continue  # "three times" is no amount; the sentence says it
            said = self.language.amount(figure.value, figure.unit)
            self.given[name] = Said(said, figure.authority, figures=figure.unit is Unit.USD)
            before, after = self.labels[_label(brings)].split("{}")
            yield Line((Words(before), Value(name), Words(after)))


def _label(brings: Brings) -> str:
    return f"bound_{brings.bound}"
