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
from remedies.law.floors import FEDERAL
from remedies.wire.claim_schema import ClaimSchema
from remedies.wire.fields import REFERENCE, Days, Reference, Word
from remedies.wire.result_schema import ResultSchema

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
    "Claim.work": "periods of work; they do not overlap; at least one of work, gains or losses is given",
    "Claim.gains": "what the victim's services or labor brought the defendant",
    "Claim.losses": "what the offense cost the victim",
    "Conviction.statute": "a section of the United States Code",
    "Conviction.defendant": "a pseudonym or initials",
    "Conviction.from": "the first day of the offense",
    "Conviction.to": "the last day of the offense",
    "Work.from": "the first day of the period",
    "Work.to": "the last day of the period, which is part of it",
    "Work.workweek_starts_on": "the day on which each workweek begins (29 C.F.R. § 778.105)",
    "Work.paid": "what reached the victim; required unless the basis of pay is none",
    "Work.bonuses": "promised bonuses; part of the regular rate",
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
    "Record.hours": "the hours of that date; or give start and end",
    "Record.start": "a clock time",
    "Record.end": "a clock time of the same day, after start; 24:00 ends the day",
    "Pay.basis": "none: no fields. hourly: rate. salary: amount, per, and covers_hours when it is known",
    "Pay.rate": "dollars an hour",
    "Pay.amount": "dollars of salary",
    "Pay.per": "what the salary is paid for",
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
    "Coverage.agriculture": "the work was agriculture, which has no overtime (29 U.S.C. § 213(b)(12))",
    "Coverage.proven": "whether coverage by the Fair Labor Standards Act is proven; asked by a position",
    "Gain.kind": "receipts: amount. commercial_sex: from, to, days, acts_per_day, price. market_value: "
    "hours, rate. expenses: amount",
    "Gain.days": "days within the period on which there were acts",
    "Gain.price": "dollars an act",
    "Gain.rate": "dollars an hour on the market",
    "Gain.acts_per_day": "acts on each of those days",
    "Bonus.per_workweek": "dollars for each full workweek",
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


def claim_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a claim."""
    return _document(ClaimSchema, "A claim")


def result_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a result."""
    return _document(ResultSchema, "A result")


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
            says = SAYS.get(f"{name}.{field}") or _EVERYWHERE.get(field)
            if says and "description" not in entry:
                entry["description"] = says
    if claim := spec.components.schemas.get("Claim"):
        claim["properties"]["positions"] = _positions(claim["properties"]["positions"])
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
    return {}
