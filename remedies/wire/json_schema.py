"""The claim and the result as JSON Schema, made from the same marshmallow schemas that read a claim.

``remedies schema claim`` and ``remedies schema result`` print these; the OpenAPI document of the HTTP
face is made with the same :func:`plugin` and :func:`explain`, so that all three say the same.
"""

from collections.abc import Mapping
from inspect import cleandoc
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import Schema, fields

from remedies import law
from remedies.facts.ranges import End
from remedies.law.floors import FEDERAL
from remedies.wire import civil_words
from remedies.wire.claim_schema import ClaimSchema
from remedies.wire.fields import REFERENCE, Days, Number, Reference, Word
from remedies.wire.result_schema import ResultSchema
from remedies.wire.statement_delays import DelaysSchema
from remedies.wire.statement_schema import StatementSchema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REFS = "#/components/schemas/"

# What a field of a claim means, beyond its type; by schema and field.
SAYS: Mapping[str, str] = {
    "Claim.reference": "a pseudonym or initials; a full name or a date of birth is never needed",
    "Claim.as_of": "the day for which the figure is computed",
    "Claim.convictions": "at least one; their statutes decide the measure: chapter 77 of title 18 opens "
    "§ 1593, chapter 117 opens § 2429, anything else §§ 3663 and 3663A",
    "Claim.circuit": "the court of appeals; positions follow its decisions where one was found",
    "Claim.positions": "options for points on which courts differ; what is left out takes the circuit's "
    "or the default option, and the result lists every one that mattered",
    "Claim.work": "periods of work; those of one account do not overlap; at least one of work, gains or "
    "losses is given",
    "Claim.gains": "what the victim's services or labor brought the defendant",
    "Claim.losses": "what the offense cost the victim",
    "Claim.account": "the account of the work that is used; required where periods name more than one",
    "Claim.theories": "sets of positions under which the same facts are computed side by side",
    "Claim.civil": "what a civil claim for the same wages needs beside the work; leave it out without one",
    "Theory.name": "what the table calls it",
    "Theory.positions": "options; a point left out stays as the claim has it",
    "Conviction.statute": "a section of the United States Code",
    "Conviction.defendant": "a pseudonym or initials",
    "Conviction.from": "the first day of the offense",
    "Conviction.to": "the last day of the offense",
    "Work.from": "the first day of the period",
    "Work.to": "the last day of the period, which is part of it",
    "Work.workweek_starts_on": "the day on which each workweek begins (29 C.F.R. § 778.105)",
    "Work.paid": "what reached the victim; required unless the basis of pay is none",
    "Work.bonuses": "what was paid or promised besides: bonuses, commissions, differentials, raises",
    "Work.deductions": "what was withheld from pay, or paid by the worker for the employer's benefit",
    "Work.facilities": "board, lodging and the like; credited only as the position facilities_credit says",
    "Work.tips": "tips of the work and who kept them",
    "Work.sleep": "time asleep in the hours stated",
    "Work.meals": "time at meals in the hours stated",
    "Work.on_call": "time on call or waiting in the hours stated",
    "Work.records_kept": "whether the employer kept records of hours and pay (29 U.S.C. § 211(c))",
    "Work.account": "the account of the facts that the period belongs to, where the claim has several",
    "Work.place": "where the work was done, such as US-SC, or US-CA.oakland for a locality whose minimum "
    "wage is encoded",
    "Work.place_tier": "a tier of the minimum wage there, such as small_employer or new_york_city; the "
    "general one without it",
    "Work.away": "days inside the period without work",
    "Work.exhibit": "where the record shows it",
    "Work.evidence": "what the facts rest on; carried to every line that uses them",
    "Hours.per_workweek": "hours of a full workweek, spread evenly over days; at most 168",
    "Hours.per_day": "hours of each day worked; at most 24",
    "Hours.days": "the days of work, each once; all seven when left out",
    "Hours.daily": "hours by weekday",
    "Hours.records": "hours by date; a date without a record was not worked",
    "Hours.time_zone": "whose clocks the records show, for nights in which clocks were changed; needs "
    "records with start and end",
    "Hours.rounded_to_minutes": "the minutes to which start and end were rounded, to the nearest and "
    "halves up (29 C.F.R. § 785.48(b)); exact to the minute when left out",
    "Record.hours": "the hours of that date; or give start and end",
    "Record.start": "a clock time",
    "Record.end": "a clock time after start, on the same date or on ends_on; 24:00 ends the day",
    "Record.ends_on": "the date on which the shift ended, when that is the day after on; a shift has at "
    "most 24 hours",
    "Record.relieved_minutes": "whole minutes of breaks without any duty in the shift, each of 30 minutes "
    "or more (29 C.F.R. § 785.19); shorter ones count as worked (§ 785.18)",
    "Record.rate": "dollars an hour for these hours; for pay of several rates that gives none itself",
    "Sleep.hours_per_day": "hours asleep, part of the hours of each day of work",
    "Sleep.on_duty_hours": "the length of the turn of duty; below 24 hours sleep counts as worked",
    "Sleep.uninterrupted_hours": "the hours of sleep that the worker could get without interruption; "
    "below 5 the whole night counts",
    "Sleep.agreed_freely": "an agreement left them out, and it was made without coercion",
    "Sleep.facilities": "there was an adequate place to sleep",
    "Sleep.resides": "the worker lived on the premises permanently or for extended periods",
    "Meals.hours_per_day": "hours at meals, part of the hours of each day of work",
    "Meals.minutes_each": "the length of one meal period; below 30 minutes it counts as worked",
    "Meals.relieved": "the worker was completely relieved from duty",
    "OnCall.hours_per_day": "hours on call or waiting, part of the hours of each day of work",
    "OnCall.own_time": "the worker could use that time effectively for their own purposes",
    "Pay.basis": "none: no fields. hourly: rate. several_rates: rates, or a rate on each record of hours. "
    "salary: amount, per, and covers_hours when it is known. fluctuating: amount, per, conditions_met. day: "
    "rate. job: rate, jobs_per_workweek. piece: earnings_per_workweek, and for waiting time waiting_hours, "
    "waiting_rate. guaranteed: rate, guaranteed_hours, guaranty, irregular_hours",
    "Pay.rate": "dollars: an hour, a day or a job, as the basis says",
    "Pay.rates": "each rate with its hours; they add up to the hours of a full workweek",
    "Pay.amount": "dollars of salary",
    "Pay.per": "what the salary is paid for",
    "Pay.conditions_met": "every condition of 29 C.F.R. § 778.114 is proven; false when left out",
    "Pay.jobs_per_workweek": "jobs of a full workweek",
    "Pay.earnings_per_workweek": "piece earnings of a full workweek, in dollars",
    "Pay.waiting_hours": "hours of a full workweek spent waiting; part of the hours worked",
    "Pay.waiting_rate": "dollars agreed for an hour of waiting; without it piece rates pay for all hours",
    "Pay.guaranteed_hours": "hours that the weekly guaranty covers (29 U.S.C. § 207(f))",
    "Pay.guaranty": "dollars guaranteed for a workweek",
    "Pay.irregular_hours": "the duties necessitate irregular hours of work; false when left out",
    "Rate.rate": "dollars an hour",
    "Rate.hours_per_workweek": "hours of a full workweek at this rate",
    "Paid.per_hour": "dollars for each hour worked",
    "Paid.per_workweek": "dollars for each full workweek",
    "Paid.per_month": "dollars a month; 12/52 of it belongs to a full workweek",
    "Paid.total": "dollars over the whole period, spread evenly over the days worked",
    "Paid.records": "payments by date",
    "Payment.on": "the day of the payment",
    "Payment.for": "a day of the work that it paid, when that is not the workweek of the payment",
    "Away.why": "such as closed or ill",
    "Coverage.domestic_service": "the work was domestic service in a household",
    "Coverage.lives_in": "the worker lived in that household; needs domestic_service",
    "Coverage.third_party_employer": "an agency or another third party employed the worker",
    "Coverage.companionship": "companionship services in a household (29 U.S.C. § 213(a)(15)); needs "
    "domestic_service",
    "Coverage.small_farm": "the employer used no more than 500 man-days in any quarter of the year before "
    "(29 U.S.C. § 213(a)(6)(A)); needs agriculture",
    "Coverage.youth": "where a youth wage is claimed (29 U.S.C. § 206(g)); no date of birth is needed",
    "Coverage.eight_and_eighty_from": "the first day of a 14-day period under 29 U.S.C. § 207(j)",
    "Coverage.program": "a visa program whose required rates bind the employer; used by civil claims",
    "Coverage.contract": "an executive order on federal contracts; used by civil claims",
    "Coverage.agriculture": "the work was agriculture, which has no overtime (29 U.S.C. § 213(b)(12))",
    "Coverage.proven": "whether coverage by the Fair Labor Standards Act is proven; asked by a position",
    "Gain.kind": "receipts: amount. commercial_sex: from, to, days, acts_per_day, price. market_value: "
    "hours, rate. expenses: amount",
    "Gain.days": "days within the period on which there were acts",
    "Gain.price": "dollars an act",
    "Gain.rate": "dollars an hour on the market",
    "Gain.acts_per_day": "acts on each of those days",
    "Bonus.kind": "bonus when left out",
    "Bonus.per_workweek": "dollars for each full workweek",
    "Bonus.per_half_month": "dollars for each half month; 24/52 of it belongs to a full workweek",
    "Bonus.per_month": "dollars for each month; 12/52 of it belongs to a full workweek",
    "Bonus.per_hour": "dollars for each hour: of hours_per_workweek, or of all hours without it",
    "Bonus.amount": "dollars for the dates, spread evenly over their workweeks",
    "Bonus.hours_per_workweek": "hours of a full workweek that earn the differential",
    "Bonus.excluded": "29 U.S.C. § 207(e) leaves it out of the regular rate, as a gift or a sum paid at "
    "discretion; it then counts for nothing",
    "Deduction.kind": "what the money was taken or spent for; tax and assignment are paid over to others",
    "Deduction.per_workweek": "dollars for each full workweek",
    "Deduction.amount": "dollars on a day, or over the dates from and to, spread evenly over their "
    "workweeks",
    "Deduction.on": "the day whose workweek bears it",
    "Deduction.out_of_pocket": "the worker paid it for the employer's benefit; it comes off what was paid",
    "Deduction.voluntary": "the worker agreed without coercion; a tax or assignment was paid over",
    "Facility.kind": "what was given in kind",
    "Facility.per_workweek": "dollars for each full workweek",
    "Facility.measure": "the employer's own reasonable cost, or a fair value that was determined",
    "Facility.voluntary": "accepted voluntarily and without coercion; without it there is no credit by "
    "default",
    "Facility.customary": "customarily furnished by this employer or in this work",
    "Facility.recorded": "the employer kept records of the cost",
    "Facility.lawful": "lodging that is lawful",
    "Tips.per_workweek": "dollars of tips for each full workweek; no part of what the employer paid",
    "Tips.kept_by": "who kept them",
    "Tips.informed": "the worker was told of a tip credit beforehand",
    "Youth.from": "the first day of employment",
    "Youth.through": "the last day before the age of twenty",
    "Paid.per_day": "dollars for each day worked",
    "Work.hours": "how many hours, and on which days",
    "Work.pay": "what was agreed",
    "Work.occupation": "such as restaurant",
    "Work.coverage": "what decides which rules of the Fair Labor Standards Act apply",
    **{
        f"Daily.{day[:3].lower()}": f"hours on {day}s"
        for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    },
    "Loss.category": "its place among the categories of 18 U.S.C. § 2259(c)(2)",
    "Loss.amount": "dollars",
    "Loss.future": "reasonably projected rather than incurred",
}

_EVERYWHERE: Mapping[str, str] = {
    "from": "the first day",
    "to": "the last day, which is part of it",
    "on": "the date",
    "amount": "dollars",
    "hours": "hours",
    "exhibit": "where the record shows it",
    "evidence": "what it rests on",
}
"""What fields mean in every schema of a claim that does not say otherwise."""


_RANGE = "where the number is not known: low, likely and high, which must not be less than the one before"


def claim_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a claim."""
    return _document(ClaimSchema, "A claim")


def result_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a result."""
    return _document(ResultSchema, "A result")


def statement_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a statement of account."""
    return _document(StatementSchema, "A statement of account")


def delays_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a list of property that waits."""
    return _document(DelaysSchema, "Property that has not reached the victims")


def plugin() -> MarshmallowPlugin:
    """Return the plugin that describes this package's fields as they truly are."""
    return MarshmallowPlugin()


def prepare(made: MarshmallowPlugin) -> None:
    """Teach a plugin, once its specification exists, what our fields take."""
    assert made.converter is not None  # noqa: S101 - set by the specification
    made.converter.add_attribute_function(_exactly)  # type: ignore[no-untyped-call]


def explain(spec: APISpec, made: MarshmallowPlugin) -> None:
    """Add the words to each schema of a specification: what it is and what its fields mean."""
    assert made.converter is not None  # noqa: S101 - set by the specification
    for key, name in made.converter.refs.items():
        schema = spec.components.schemas[name]
        if words := key[0].__doc__:
            schema["description"] = " ".join(cleandoc(words).replace("``", "").split())
        for field, entry in schema.get("properties", {}).items():
            of = f"{name}.{field}"
            says = SAYS.get(of) or civil_words.SAYS.get(of) or _EVERYWHERE.get(field)
            if says and "description" not in entry:
                entry["description"] = says
    if claim := spec.components.schemas.get("Claim"):
        for holder in (claim, spec.components.schemas["Theory"]):
            holder["properties"]["positions"] = _positions(holder["properties"]["positions"])
        groups = law.encoded().item(FEDERAL).tiers
        group = spec.components.schemas["Coverage"]["properties"]["group"]
        group["enum"] = [*groups, None]
        del group["maxLength"]


def _document(schema: type[Schema], title: str) -> dict[str, Any]:
    made = plugin()
    spec = APISpec(title, "1", "3.1.0", plugins=[made])
    prepare(made)
    name = schema.__name__.removesuffix("Schema")
    spec.components.schema(name, schema=schema)
    explain(spec, made)
    schemas = _moved(spec.to_dict()["components"]["schemas"])
    own = schemas.pop(name)
    return {"$schema": DIALECT, "title": title, **own, "$defs": schemas}


def _moved(value: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, dict):
        return {
            key: f"#/$defs/{inner.removeprefix(_REFS)}" if key == "$ref" else _moved(inner)
            for key, inner in value.items()
        }
    return [_moved(inner) for inner in value] if isinstance(value, list) else value


def _positions(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        **entry,
        "properties": {
            key: {
                "type": "string",
                "description": position.question,
                "enum": [option.key for option in position.alternatives],
            }
            for key, position in law.encoded().positions.items()
            if position.alternatives
        },
        "additionalProperties": False,
    }


def _exactly(_: object, field: fields.Field[Any], ret: dict[str, Any]) -> dict[str, Any]:
    """Correct what apispec makes of our fields: defaults as words, null where it is taken."""
    default = ret.pop("default", None)
    if isinstance(field, Word):
        words = {value: word for word, value in field._words.items()}  # noqa: SLF001 - our own class
        default = words.get(field.load_default)
    if isinstance(field, Days):
        ret |= {"minItems": 1, "maxItems": 7, "uniqueItems": True}
        default = None
    if default not in (None, ""):
        ret["default"] = default
    if isinstance(field, Reference):
        ret["pattern"] = f"^{REFERENCE.pattern}$"
        ret["maxLength"] = 40
    if field.allow_none and "enum" in ret and None not in ret["enum"]:
        ret["enum"] = [*ret["enum"], None]
    if isinstance(field, Number):
        _or_range(ret)
    return {}


def range_of(pattern: str) -> dict[str, Any]:
    """Return the schema of a range whose numbers are written as the pattern says."""
    return {
        "type": "object",
        "description": _RANGE,
        "properties": {end.value: {"type": "string", "pattern": pattern} for end in End},
        "required": [end.value for end in End],
        "additionalProperties": False,
    }


def _or_range(ret: dict[str, Any]) -> None:
    """Say that a number may be a range of numbers written alike."""
    number = {key: ret.pop(key) for key in ("type", "pattern", "examples") if key in ret}
    ret["anyOf"] = [number, range_of(number["pattern"])]
