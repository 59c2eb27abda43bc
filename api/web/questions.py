"""The calculator's questions: plain words, the field's terms, and their places in a claim."""

from typing import Final

from api.web.fields import Field, Group, Options, Path
from remedies.law import encoded

HOURS_WAYS: Final = ("per_workweek", "per_day")
PAID_WAYS: Final = ("per_hour", "per_workweek", "per_month", "total")
NOTHING: Final = "nothing"

_WORK: Final[Path] = ("work", 0)
_CONVICTION: Final[Path] = ("convictions", 0)
_DAYS: Final[Options] = (
    ("sun", "Sunday"),
    ("mon", "Monday"),
    ("tue", "Tuesday"),
    ("wed", "Wednesday"),
    ("thu", "Thursday"),
    ("fri", "Friday"),
    ("sat", "Saturday"),
)
_CIRCUITS: Final[Options] = (
    ("", "Not stated"),
    ("1", "First"),
    ("2", "Second"),
    ("3", "Third"),
    ("4", "Fourth"),
    ("5", "Fifth"),
    ("6", "Sixth"),
    ("7", "Seventh"),
    ("8", "Eighth"),
    ("9", "Ninth"),
    ("10", "Tenth"),
    ("11", "Eleventh"),
    ("dc", "District of Columbia"),
    ("fed", "Federal"),
)

_PLACES: Final[Options] = (
    ("", "Not stated"),
    *(
        (key.upper(), name)
        for key, name in encoded().register("jurisdictions").items()
        if key != "us"
    ),
)

_CASE: Final = Group(
    name="case",
    title="The case",
    says="The statute of conviction decides which measures of restitution apply.",
    fields=(
        Field(
            name="reference",
            label="Reference for the victim",
            path=("reference",),
            hint="A pseudonym or initials such as V-1, never a name.",
            required=True,
        ),
        Field(
            name="statute",
            label="Statute of conviction",
            path=(*_CONVICTION, "statute"),
            hint="Such as 18 USC 1589.",
            required=True,
            marks=("convictions",),
        ),
        Field(
            name="circuit",
            label="Circuit",
            path=("circuit",),
            kind="choice",
            hint="Positions follow its decisions where one was found.",
            options=_CIRCUITS,
        ),
        Field(
            name="as_of",
            label="As of",
            path=("as_of",),
            kind="date",
            hint="The day for which the figure is computed.",
            required=True,
        ),
    ),
)

_TIME: Final = Group(
    name="work",
    title="The work",
    says="One period with one pattern of hours and pay. Both days are part of it.",
    fields=(
        Field(
            name="begins_on",
            label="First day of work",
            path=(*_WORK, "from"),
            kind="date",
            required=True,
        ),
        Field(
            name="ends_on",
            label="Last day of work",
            path=(*_WORK, "to"),
            kind="date",
            required=True,
        ),
        Field(
            name="place",
            label="Place of work",
            path=(*_WORK, "place"),
            kind="choice",
            hint="With it, the result says what a higher state minimum wage would add.",
            options=_PLACES,
        ),
        Field(
            name="hours",
            label="Hours",
            kind="number",
            hint="Such as 72.5. A workweek has 168 hours, a day 24.",
            required=True,
            marks=("work[0].hours",),
        ),
        Field(
            name="hours_way",
            label="These hours are",
            kind="radio",
            options=(("per_workweek", "for each workweek"), ("per_day", "for each day of work")),
            required=True,
        ),
        Field(
            name="days",
            label="Days of work",
            path=(*_WORK, "hours", "days"),
            kind="boxes",
            hint="Hours for each workweek are spread evenly over these days.",
            options=_DAYS,
            required=True,
        ),
        Field(
            name="workweek_starts_on",
            label="The workweek begins on",
            path=(*_WORK, "workweek_starts_on"),
            kind="choice",
            hint="Seven days with a fixed start (29 C.F.R. §\N{NO-BREAK SPACE}778.105). "
            "Sunday when the record does not say.",
            options=tuple((name.lower(), name) for _, name in _DAYS),
        ),
    ),
)

_PAY: Final = Group(
    name="pay",
    title="Pay that was agreed",
    says="What was promised, paid or not. For day, job or piece rates, several rates, bonuses, "
    "deductions or tips use the intake workbook, or a claim file.",
    fields=(
        Field(
            name="basis",
            label="Basis of pay",
            path=(*_WORK, "pay", "basis"),
            kind="radio",
            options=(
                ("none", "None: no pay was agreed"),
                ("hourly", "Hourly"),
                ("salary", "Salary"),
            ),
            required=True,
            marks=("work[0].pay",),
        ),
        Field(
            name="rate",
            label="Hourly rate in dollars",
            path=(*_WORK, "pay", "rate"),
            kind="number",
            hint="For hourly pay. Such as 5.00.",
            only_for="hourly",
        ),
        Field(
            name="salary",
            label="Salary in dollars",
            path=(*_WORK, "pay", "amount"),
            kind="number",
            hint="For a salary. Such as 600.00.",
            only_for="salary",
        ),
        Field(
            name="per",
            label="The salary is for each",
            path=(*_WORK, "pay", "per"),
            kind="choice",
            hint="For a salary.",
            options=(
                ("", "Not stated"),
                ("week", "Week"),
                ("two_weeks", "Two weeks"),
                ("half_month", "Half month"),
                ("month", "Month"),
                ("year", "Year"),
            ),
            only_for="salary",
        ),
        Field(
            name="covers_hours",
            label="Hours a workweek that the salary covers",
            path=(*_WORK, "pay", "covers_hours"),
            hint="A number such as 40, or the word all. Leave it empty when the record does not say; "
            "a position then decides, and the result names it.",
            only_for="salary",
        ),
    ),
)

_PAID: Final = Group(
    name="reached",
    title="What reached the worker",
    says="Money that the worker received and kept. What was taken back or went to a debt does not "
    "count.",
    fields=(
        Field(
            name="paid_way",
            label="Paid",
            kind="choice",
            options=(
                ("", "Not stated"),
                (NOTHING, "Nothing"),
                ("per_hour", "So much for each hour"),
                ("per_workweek", "So much for each workweek"),
                ("per_month", "So much for each month"),
                ("total", "So much over the whole period"),
            ),
            hint="Needed when pay was agreed.",
            marks=("work[0].paid",),
        ),
        Field(
            name="paid",
            label="Amount in dollars",
            kind="number",
            hint="A total is spread evenly over the days worked.",
            marks=tuple(f"work[0].paid.{way}" for way in PAID_WAYS),
        ),
    ),
)

_COVERAGE: Final = Group(
    name="household",
    title="Work in a household",
    says="Where these apply, positions on overtime may change the figure.",
    fields=(
        Field(
            name="domestic_service",
            label="The work was domestic service in a household",
            path=(*_WORK, "coverage", "domestic_service"),
            kind="flag",
        ),
        Field(
            name="lives_in",
            label="The worker lived in that household",
            path=(*_WORK, "coverage", "lives_in"),
            kind="flag",
        ),
        Field(
            name="third_party_employer",
            label="An agency or another third party was the employer",
            path=(*_WORK, "coverage", "third_party_employer"),
            kind="flag",
        ),
    ),
)

_PROOF: Final = Group(
    name="proof",
    title="Where the record shows it",
    says="Carried to every line of the worksheet that rests on these facts.",
    fields=(
        Field(
            name="exhibit",
            label="Exhibit",
            path=(*_WORK, "exhibit"),
            hint="Such as Ex. 4 at 2.",
        ),
        Field(
            name="evidence",
            label="Evidence",
            path=(*_WORK, "evidence"),
            kind="choice",
            hint="What these facts rest on.",
            options=(
                ("", "Not stated"),
                ("record", "A record"),
                ("testimony", "Testimony"),
                ("estimate", "An estimate"),
            ),
        ),
    ),
)

GROUPS: Final = (_CASE, _TIME, _PAY, _PAID, _COVERAGE, _PROOF)
FIELDS: Final = tuple(entry for group in GROUPS for entry in group.fields)
