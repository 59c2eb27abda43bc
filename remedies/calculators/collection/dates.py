"""Dates of a case from which deadlines follow, and a deadline.

Authority:
    Cited as in :mod:`remedies.calculators.collection.deadlines`.
"""

import datetime as dt
from dataclasses import dataclass

from remedies.calculators.collection.calendar import NONE_DECLARED, Declared
from remedies.calculators.collection.liability import Sentence
from remedies.calculators.collection.penalties import Charge
from remedies.figures import Authority, Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A last day: ``due_on``, or None with the dates it ``needs``, or with a ``note`` why it has no day.

    ``of`` is the reference of the defendant, victim or asset, empty for the case. ``days_left`` counts from
    the day that is asked about, and is negative when the deadline has ``passed``. ``met_on`` is the day on
    which it was done, where the dates say so; that can be after ``due_on``.
    """

    key: str
    what: str
    authority: Authority
    of: str = ""
    due_on: dt.date | None = None
    days_left: int | None = None
    passed: bool = False
    note: str = ""
    needs: tuple[str, ...] = ()
    met_on: dt.date | None = None

    @property
    def checked(self) -> Checked:
        """How the authority was checked."""
        return self.authority.checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """A victim who discovered further losses, and when."""

    victim: str
    on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForfeitureNotice:
    """Notice of the forfeiture of one asset: when last published, and when received by a third party."""

    asset: str
    published_on: dt.date | None = None
    received_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DefendantDates:
    """Dates of one defendant: the sentence, lateness as it was determined, a notice of default.

    ``liable_from`` is the day of the order that first made the defendant liable, where that came after the
    judgment: interest counts from it. ``charges`` are the penalties of the defendant as computed: each that
    begins a delinquency or a default has a notice by its ``notify_by``. ``delinquency_notices`` and
    ``default_notices`` are the days on which such notices were given; ``told_of_default_on`` is that of the
    notice that made the entire amount due, as
    :class:`~remedies.calculators.collection.penalties.Penalties` has it.
    """

    defendant: str
    sentence: Sentence | None = None
    liable_from: dt.date | None = None
    delinquent_on: dt.date | None = None
    in_default_on: dt.date | None = None
    told_of_default_on: dt.date | None = None
    charges: tuple[Charge, ...] = ()
    delinquency_notices: tuple[dt.date, ...] = ()
    default_notices: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDates:
    """Dates of a case; what is not known is None.

    ``sentencing_set_on`` is the date initially set for sentencing, ``sentencing_on`` the date of sentencing;
    ``petition_filed_on`` a victim's petition for mandamus, ``relief_denied_on`` the denial that it is about,
    ``stay_began_on`` a stay to enforce the rights of a victim. ``declared`` are days declared holidays.
    """

    sentencing_set_on: dt.date | None = None
    sentencing_on: dt.date | None = None
    petition_filed_on: dt.date | None = None
    relief_denied_on: dt.date | None = None
    stay_began_on: dt.date | None = None
    discoveries: tuple[Discovery, ...] = ()
    notices: tuple[ForfeitureNotice, ...] = ()
    defendants: tuple[DefendantDates, ...] = ()
    declared: Declared = NONE_DECLARED
