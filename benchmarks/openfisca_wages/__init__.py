"""An OpenFisca country package for the same wages: federal minimum wage and overtime by workweek.

Written as its authors recommend: parameters in YAML, one variable for each concept, no work done twice.
Weeks are OpenFisca's own (ISO, Monday to Sunday); inputs that stay equal may be given for many weeks.
"""

from pathlib import Path

from openfisca_core.entities import build_entity
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from benchmarks.openfisca_wages import variables
from benchmarks.openfisca_wages.entity import PERSON

HERE = Path(__file__).parent

HOUSEHOLD = build_entity(
    key="household",
    plural="households",
    label="All the people in a household",
    roles=[{"key": "member", "plural": "members", "label": "Members"}],
)


class CountryTaxBenefitSystem(TaxBenefitSystem):
    """The rules: what OpenFisca's web API serves."""

    def __init__(self) -> None:
        """Load the variables and the parameters."""
        super().__init__([PERSON, HOUSEHOLD])
        self.add_variables(*variables.ALL)
        self.load_parameters(str(HERE / "parameters"))
