"""Labels and help texts of the columns in English."""

from collections.abc import Mapping
from typing import Final

from remedies.intake.workbook.words.english_civil import CIVIL

_EVERYWHERE: Final = {
    "period": ("Period", "As on the sheet Work, such as W1."),
    "from": ("First day", "The first day."),
    "to": ("Last day", "The last day; it is part of it."),
    "on": ("Date", "The date."),
    "amount": ("Amount $", "Dollars and cents, such as 325.00."),
    "exhibit": ("Exhibit", "Where it can be found, such as Ex. 4 at 2. No names."),
    "evidence": ("Evidence", "What it rests on."),
    "kind": ("Kind", "Choose from the list."),
    "per_workweek": ("$ a workweek", "Dollars for a full workweek."),
}

_CASE: Final = {
    "case.reference": (
        "Reference for the victim",
        "A pseudonym or initials such as V-1: letters, digits, points and hyphens, no spaces. Never a name.",
    ),
    "case.as_of": ("As of", "The day for which the figure is computed."),
    "case.circuit": ("Circuit", "The federal court of appeals, if known."),
    "case.charged_on": ("Charged on", "When the charge was filed, if a time limit is argued."),
    "case.account": (
        "Account used",
        "Only when the sheet Work names several accounts: the one that the figure uses.",
    ),
    "convictions.statute": (
        "Statute",
        "A section of the United States Code, such as 18 USC 1589.",
    ),
    "convictions.defendant": ("Defendant", "A pseudonym or initials such as D-1."),
    "convictions.from": ("Offense from", "The first day of the offense."),
    "convictions.to": ("Offense to", "The last day of the offense."),
}

_WORK: Final = {
    "work.period": ("Period", "A short name of your choice; the other sheets use it."),
    "work.account": (
        "Account",
        "Only when two accounts of the same time stand side by side: a short name, such as victim.",
    ),
    "work.from": ("First day of work", "The first day of the period."),
    "work.to": ("Last day of work", "The last day; it is part of the period."),
    "work.place": ("Place", "The state where the work was done."),
    "work.place_tier": (
        "Tier of the place",
        "Only where the minimum wage there has tiers, such as small_employer or new_york_city.",
    ),
    "work.occupation": ("Occupation", "Such as restaurant or housekeeper."),
    "work.workweek_starts_on": (
        "Workweek starts on",
        "The day on which each workweek begins; Sunday when empty.",
    ),
    "work.records_kept": (
        "Did the employer keep records?",
        "Records of hours and pay. Leave empty when not known.",
    ),
    "hours.way": ("How the hours are known", "Choose the way in which the hours were told."),
    "hours.hours_low": ("Hours: low", "The fewest hours, when not sure."),
    "hours.hours_likely": (
        "Hours: likely",
        "The hours, such as 72.5. A workweek has 168, a day 24.",
    ),
    "hours.hours_high": ("Hours: high", "The most hours, when not sure."),
    "hours.sun": ("Sun", "x, or hours."),
    "hours.mon": ("Mon", "x, or hours."),
    "hours.tue": ("Tue", "x, or hours."),
    "hours.wed": ("Wed", "x, or hours."),
    "hours.thu": ("Thu", "x, or hours."),
    "hours.fri": ("Fri", "x, or hours."),
    "hours.sat": ("Sat", "x, or hours."),
    "hours.time_zone": (
        "Time zone",
        "Only with times on the sheet Days: for nights when the clocks changed.",
    ),
    "hours.rounded_to_minutes": (
        "Rounded to minutes",
        "Only when the employer rounded clock times.",
    ),
    "days.hours": ("Hours", "The hours of that date; or give start and end."),
    "days.start": ("Start", "A time such as 07:30."),
    "days.end": ("End", "A time such as 16:00; 24:00 ends the day."),
    "days.ends_on": ("Ends on", "The date on which the shift ended, when it ran past midnight."),
    "days.relieved_minutes": (
        "Break, minutes",
        "Minutes of breaks free of all duty, 30 or more.",
    ),
    "days.rate": ("Rate $ an hour", "Only when pay is several rates: the rate of these hours."),
    "away.why": ("Why", "Such as closed or ill."),
    "rest.sleep_hours": ("Sleep: hours a day", "Hours asleep that are part of the hours stated."),
    "rest.on_duty_hours": ("Turn of duty: hours", "How long one turn of duty lasted, such as 24."),
    "rest.uninterrupted_hours": (
        "Sleep without interruption",
        "Hours of sleep that could usually be had without interruption.",
    ),
    "rest.agreed_freely": (
        "Agreed freely?",
        "Was there an agreement about sleep time, made without pressure?",
    ),
    "rest.facilities": ("Adequate place to sleep?", "Yes or no."),
    "rest.resides": ("Lived there?", "Did the worker live at the place of work?"),
    "rest.meal_hours": ("Meals: hours a day", "Hours at meals that are part of the hours stated."),
    "rest.minutes_each": ("Each meal: minutes", "How long one meal lasted."),
    "rest.relieved": ("Free of duty at meals?", "Completely free of duty while eating?"),
    "rest.on_call_hours": (
        "Waiting: hours a day",
        "Hours on call or waiting that are part of the hours stated.",
    ),
    "rest.own_time": (
        "Own time while waiting?",
        "Could the worker really use the time for their own purposes?",
    ),
}

_PAY: Final = {
    "pay.basis": ("Basis of pay", "What was promised. None when nothing was."),
    "pay.amount_low": ("Rate or amount: low", "The least, when not sure."),
    "pay.amount_likely": (
        "Rate or amount: likely",
        "Dollars: of the hour, day, job, salary, or of a full workweek by the piece.",
    ),
    "pay.amount_high": ("Rate or amount: high", "The most, when not sure."),
    "pay.per": ("Salary per", "Only for a salary: what it is paid for."),
    "pay.covers_hours": (
        "Salary covers hours",
        "Hours a workweek that the salary was meant to cover, or all. Empty when not known.",
    ),
    "pay.hours_at_rate": (
        "Hours at this rate",
        "Only for several rates: one row for each rate, with its hours in a full workweek.",
    ),
    "pay.jobs_per_workweek": ("Jobs a workweek", "Only by the job."),
    "pay.waiting_hours": ("Waiting hours a workweek", "Only by the piece: hours without pieces."),
    "pay.waiting_rate": ("Rate for waiting", "Only by the piece: dollars an hour."),
    "pay.guaranteed_hours": ("Guaranteed hours", "Only for guaranteed pay: hours it is for."),
    "pay.guaranty": ("Guaranty $", "Only for guaranteed pay: dollars a workweek."),
    "pay.irregular_hours": ("Hours irregular?", "Only for guaranteed pay: by the duties' nature?"),
    "pay.conditions_met": (
        "Conditions proven?",
        "Only for a fluctuating workweek: is every condition of 29 C.F.R. § 778.114 proven?",
    ),
    "paid.way": ("How it was paid", "Choose Nothing when nothing was paid."),
    "paid.amount_low": ("Amount: low", "The least, when not sure."),
    "paid.amount_likely": (
        "Amount: likely",
        "Dollars that reached the worker, after what was kept back.",
    ),
    "paid.amount_high": ("Amount: high", "The most, when not sure."),
    "payments.for": (
        "For work on",
        "A day of the work that it paid, when that is not the workweek of the payment.",
    ),
    "deductions.way": ("How it was taken", "Choose from the list."),
    "deductions.from": ("From, or on", "The day, or the first day. Empty for each workweek."),
    "deductions.to": ("To", "The last day, for a total over dates."),
    "deductions.out_of_pocket": (
        "Paid by the worker?",
        "Yes when the worker paid it; no when it was kept back from pay.",
    ),
    "deductions.voluntary": (
        "Agreed freely?",
        "Without pressure. For a tax or a payment to others: was it passed on?",
    ),
    "facilities.measure": ("What the amount is", "Choose from the list."),
    "facilities.voluntary": ("Accepted freely?", "Without pressure."),
    "facilities.customary": ("Customary?", "Usually given to workers by this kind of employer?"),
    "facilities.recorded": ("Cost recorded?", "Did the employer keep records of the cost?"),
    "facilities.lawful": ("Lodging lawful?", "Only for lodging."),
    "tips.kept_by": ("Kept by", "Who kept the tips."),
    "tips.informed": ("Tip credit explained?", "Was the worker told beforehand of a tip credit?"),
    "bonuses.kind": ("Kind", "Bonus when empty."),
    "bonuses.way": ("Paid for", "Choose from the list."),
    "bonuses.from": ("First day", "Only for a total over dates."),
    "bonuses.to": ("Last day", "Only for a total over dates."),
    "bonuses.hours_per_workweek": (
        "Hours a workweek",
        "Only for each hour: how many hours of a workweek had it. All when empty.",
    ),
    "bonuses.excluded": ("Left out?", "Yes when 29 U.S.C. § 207(e) leaves it out of the rate."),
}

_COVERAGE: Final = {
    "coverage.group": (
        "Coverage group",
        "Only for work before 1978: the group by which the law reached the work.",
    ),
    "coverage.domestic_service": ("Domestic service?", "Work in a household."),
    "coverage.lives_in": ("Lived in?", "Did the worker live in that household?"),
    "coverage.third_party_employer": (
        "Employed by an agency?",
        "Employed by an agency or another third party, not by the household.",
    ),
    "coverage.companionship": ("Companionship?", "Company and care for an old or ill person."),
    "coverage.agriculture": ("Agriculture?", "Work on a farm."),
    "coverage.small_farm": (
        "Small farm?",
        "No more than 500 man-days in any quarter of the year before.",
    ),
    "coverage.youth_from": ("Youth wage: from", "The first day of employment, below age twenty."),
    "coverage.youth_through": ("Youth wage: through", "The last day before the age of twenty."),
    "coverage.eight_and_eighty_from": (
        "8-and-80 from",
        "The first day of a period of 14 days, for hospitals and the like.",
    ),
    "coverage.program": ("Visa program", "H-2A or H-2B."),
    "coverage.contract": ("Federal contract", "An executive order that sets its wage."),
    "coverage.proven": ("Coverage proven?", "Is coverage by the Act proven?"),
}

_FIGURES: Final = {
    "gains.kind": (
        "Kind",
        "Money taken in: amount. Commercial sex: dates, days, acts, price. Market value: hours, rate.",
    ),
    "gains.days": ("Days", "Days with acts, within the dates."),
    "gains.acts_low": ("Acts a day: low", "The fewest, when not sure."),
    "gains.acts_likely": ("Acts a day: likely", "Acts on each of those days."),
    "gains.acts_high": ("Acts a day: high", "The most, when not sure."),
    "gains.price_low": ("Price $: low", "The least, when not sure."),
    "gains.price_likely": ("Price $: likely", "Dollars for one act."),
    "gains.price_high": ("Price $: high", "The most, when not sure."),
    "gains.hours": ("Hours", "Only for market value."),
    "gains.rate": ("Rate $ an hour", "Only for market value: what others would have cost."),
    "losses.category": ("Category", "Choose from the list."),
    "losses.future": ("Still to come?", "Yes for a cost that is expected, not yet incurred."),
    "positions.theory": (
        "Theory",
        "Empty for the claim itself. A name sets a second theory beside it, with its own choices.",
    ),
    "positions.position": ("Choice", "Choose from the list; the sheet Lists says what each does."),
}

COLUMNS: Final[Mapping[str, tuple[str, str]]] = {
    **_EVERYWHERE,
    **_CASE,
    **_WORK,
    **_PAY,
    **_COVERAGE,
    **_FIGURES,
    **CIVIL,
}
