"""Variables: the hours, rates and wages of a workweek, and their totals.

They are the columns of the wage schedule, each of them one variable. A situation that gives ``hours`` by
the week needs no ``hours_on_day``, and one that asks for ``total_due`` alone runs nothing of what is unpaid.
"""

# ruff: noqa: ANN001, ANN201, D101, D102, N801, N805 - variables look as OpenFisca wants them

import numpy as np
from openfisca_core.holders import set_input_dispatch_by_period
from openfisca_core.periods import DateUnit, Period
from openfisca_core.populations import ADD
from openfisca_core.variables import Variable

from benchmarks.openfisca_wages.entity import PERSON


def to_cents(dollars):
    """Return dollars rounded to the cent, half up."""
    return np.floor(dollars * 100 + 0.5) / 100


def excess(value, over):
    """Return what a value has above another; never less than zero."""
    return np.maximum(value - over, 0)


class hours_on_day(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.DAY
    label = "Hours worked on a day"


class hours(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    set_input = set_input_dispatch_by_period
    label = "Hours worked"

    def formula(person, period):
        return person("hours_on_day", period, options=[ADD])


class agreed_rate(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    set_input = set_input_dispatch_by_period
    label = "Regular rate agreed, dollars an hour"


class paid(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    set_input = set_input_dispatch_by_period
    label = "Wages paid, dollars"


class rate(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Rate owed, dollars an hour"
    reference = "29 U.S.C. § 206(a)(1)"

    def formula(person, period, parameters):
        minimum_wage = parameters(period).fair_labor_standards_act.minimum_wage
        return np.maximum(person("agreed_rate", period), minimum_wage)


class straight_time(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Straight time, dollars"
    reference = "29 U.S.C. § 206(a)(1)"

    def formula(person, period):
        return person("rate", period) * person("hours", period)


class overtime_hours(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Overtime hours"
    reference = "29 U.S.C. § 207(a)(1)"

    def formula(person, period, parameters):
        threshold = parameters(period).fair_labor_standards_act.overtime.threshold
        return excess(person("hours", period), threshold)


class premium_rate(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Overtime premium rate, dollars an hour"
    reference = "29 U.S.C. § 207(a)(1)"

    def formula(person, period, parameters):
        multiplier = parameters(period).fair_labor_standards_act.overtime.multiplier
        return person("rate", period) * (multiplier - 1)


class overtime_premium(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Overtime premium, dollars"
    reference = "29 U.S.C. § 207(a)(1)"

    def formula(person, period):
        return person("premium_rate", period) * person("overtime_hours", period)


class due(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Wages due, dollars to the cent"

    def formula(person, period):
        return to_cents(person("straight_time", period) + person("overtime_premium", period))


class unpaid(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Unpaid wages, dollars"
    reference = "29 U.S.C. § 216(b)"

    def formula(person, period):
        return excess(person("due", period), person("paid", period))


class minimum_straight_time(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Straight time at the minimum wage, dollars"
    reference = "29 U.S.C. § 206(a)(1)"

    def formula(person, period, parameters):
        minimum_wage = parameters(period).fair_labor_standards_act.minimum_wage
        return minimum_wage * person("hours", period)


class unpaid_minimum_wages(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Unpaid minimum wages, dollars to the cent"
    reference = "29 C.F.R. § 778.315"

    def formula(person, period):
        return to_cents(excess(person("minimum_straight_time", period), person("paid", period)))


class unpaid_straight_time(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Unpaid straight time, dollars to the cent"
    reference = "29 C.F.R. § 778.315"

    def formula(person, period):
        return to_cents(excess(person("straight_time", period), person("paid", period)))


class unpaid_above_minimum(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Unpaid straight time above the minimum wage, dollars"

    def formula(person, period):
        return excess(
            person("unpaid_straight_time", period), person("unpaid_minimum_wages", period)
        )


class unpaid_overtime(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Unpaid overtime, dollars"

    def formula(person, period):
        return excess(person("unpaid", period), person("unpaid_straight_time", period))


class workweeks(Variable):
    value_type = int
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "How many workweeks the totals add up, this one the last"


def sum_over_workweeks(person, period, name):
    """Return the sum of a variable over the workweeks that end with this one."""
    count = int(person("workweeks", period)[0])
    first = period.start.offset(1 - count, DateUnit.WEEK)
    return person(name, Period((DateUnit.WEEK, first, count)), options=[ADD])


class total_due(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Wages due, all workweeks, dollars"

    def formula(person, period):
        return sum_over_workweeks(person, period, "due")


class total_unpaid(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Unpaid wages, all workweeks, dollars"

    def formula(person, period):
        return sum_over_workweeks(person, period, "unpaid")


class total_unpaid_minimum_wages(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Unpaid minimum wages, all workweeks, dollars"

    def formula(person, period):
        return sum_over_workweeks(person, period, "unpaid_minimum_wages")


class total_unpaid_above_minimum(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Unpaid straight time above the minimum wage, all workweeks, dollars"

    def formula(person, period):
        return sum_over_workweeks(person, period, "unpaid_above_minimum")


class total_unpaid_overtime(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.WEEK
    label = "Unpaid overtime, all workweeks, dollars"

    def formula(person, period):
        return sum_over_workweeks(person, period, "unpaid_overtime")


INPUTS = (hours_on_day, hours, agreed_rate, paid, workweeks)
COMPUTED = (
    rate,
    straight_time,
    overtime_hours,
    premium_rate,
    overtime_premium,
    due,
    unpaid,
    minimum_straight_time,
    unpaid_minimum_wages,
    unpaid_straight_time,
    unpaid_above_minimum,
    unpaid_overtime,
    total_due,
    total_unpaid,
    total_unpaid_minimum_wages,
    total_unpaid_above_minimum,
    total_unpaid_overtime,
)
ALL = (*INPUTS, *COMPUTED)
